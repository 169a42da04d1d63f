// Casbin. See ../run.py for what it reads and prints.
//
// A policy is a row: a column for each attribute that its gate names, "" where it admits all, and the first row that fits
// decides. `admits` is a function of ours that a matcher calls: rows whose condition is an expression for `eval()` would be
// compiled at each question.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"
	"syscall"
	"time"

	"github.com/casbin/casbin/v2"
	"github.com/casbin/casbin/v2/model"
)

type rule struct {
	ID    string                `json:"id"`
	Lifts bool                  `json:"lifts"`
	Cubes []map[string][]string `json:"cubes"`
}

type book struct {
	Gates map[string][]rule `json:"gates"`
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func read(path string, into any) {
	text, err := os.ReadFile(path)
	must(err)
	must(json.Unmarshal(text, into))
}

func admits(arguments ...any) (any, error) {
	values := arguments[0].(string)
	return values == "" || strings.Contains(values, "|"+arguments[1].(string)+"|"), nil
}

// A gate: its enforcer, and the attributes that make a request of it.
type gate struct {
	enforcer *casbin.Enforcer
	columns  []string
}

func columnsOf(rules []rule) []string {
	seen := map[string]bool{}
	for _, rule := range rules {
		for _, cube := range rule.Cubes {
			for name := range cube {
				seen[name] = true
			}
		}
	}
	var columns []string
	for name := range seen {
		columns = append(columns, name)
	}
	sort.Strings(columns)
	return columns
}

func gateOf(rules []rule) gate {
	columns := columnsOf(rules)
	var tests []string
	for _, name := range columns {
		tests = append(tests, fmt.Sprintf("admits(p.%s, r.%s)", name, name))
	}
	list := strings.Join(columns, ", ")
	text := "[request_definition]\nr = " + list + "\n[policy_definition]\np = id, " + list + ", eft\n" +
		"[policy_effect]\ne = priority(p.eft) || deny\n[matchers]\nm = " + strings.Join(tests, " && ") + "\n"
	of, err := model.NewModelFromString(text)
	must(err)
	enforcer, err := casbin.NewEnforcer(of)
	must(err)
	enforcer.AddFunction("admits", admits)
	for _, rule := range rules {
		for i, cube := range rule.Cubes {
			row := []any{fmt.Sprintf("%s/%d", rule.ID, i)}
			for _, name := range columns {
				values := ""
				if len(cube[name]) > 0 {
					values = "|" + strings.Join(cube[name], "|") + "|"
				}
				row = append(row, values)
			}
			effect := "deny"
			if rule.Lifts {
				effect = "allow"
			}
			_, err := enforcer.AddPolicy(append(row, effect)...)
			must(err)
		}
	}
	return gate{enforcer, columns}
}

// What the processor has spent on this program, in ns.
func spent() float64 {
	var usage syscall.Rusage
	must(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return float64(usage.Utime.Nano() + usage.Stime.Nano())
}

func main() {
	var rules book
	var requests []map[string]string
	read(os.Args[1], &rules)
	read(os.Args[2], &requests)
	var gates []gate
	for _, name := range []string{"secrecy", "data_protection", "mandate"} {
		gates = append(gates, gateOf(rules.Gates[name]))
	}
	// Each request as the lists of values that the three enforcers take.
	ready := make([][][]any, len(requests))
	for i, request := range requests {
		for _, gate := range gates {
			var values []any
			for _, name := range gate.columns {
				values = append(values, request[name])
			}
			ready[i] = append(ready[i], values)
		}
	}
	flows := func(request [][]any) bool {
		for i, gate := range gates {
			allowed, err := gate.enforcer.Enforce(request[i]...)
			must(err)
			if !allowed {
				return false
			}
		}
		return true
	}
	var answers strings.Builder
	for _, request := range ready {
		if flows(request) {
			answers.WriteByte('1')
		} else {
			answers.WriteByte('0')
		}
	}
	var passes []float64
	for begin := time.Now(); len(passes) < 3 || time.Since(begin) < 2*time.Second; {
		start := spent()
		for _, request := range ready {
			flows(request)
		}
		passes = append(passes, (spent()-start)/float64(len(ready)))
	}
	must(json.NewEncoder(os.Stdout).Encode(map[string]any{
		"engine": "Casbin 2.135 (Go)", "answers": answers.String(), "passes": passes, "rules": "one"}))
}
