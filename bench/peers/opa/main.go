// OPA, in its own language as a library of Go. See ../run.py for what it reads and prints.
//
// For each gate and tier one boolean rule that is true if a permission holds, and one if a prohibition does: OPA stops at
// the first body that holds and remembers the answer within a question. The input is parsed before.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"syscall"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/version"
)

type rule struct {
	ID    string                `json:"id"`
	Lifts bool                  `json:"lifts"`
	Tier  int                   `json:"tier"`
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

func name(gate string, tier int, lifts bool) string {
	side := "blocks"
	if lifts {
		side = "lifts"
	}
	return fmt.Sprintf("%s_%d_%s", gate, tier, side)
}

func body(cube map[string][]string) string {
	var tests []string
	for attribute, values := range cube {
		if len(values) == 1 {
			tests = append(tests, fmt.Sprintf("input.%s == %q", attribute, values[0]))
		} else {
			tests = append(tests, fmt.Sprintf("input.%s in {\"%s\"}", attribute, strings.Join(values, `", "`)))
		}
	}
	return strings.Join(tests, "; ")
}

func module(rules book) string {
	text := "package patio\n\ndefault flows := false\n\nflows if { secrecy; data_protection; mandate }\n"
	for gate, list := range rules.Gates {
		var blocks []int
		for i, rule := range list {
			first := i == 0 || list[i-1].Tier != rule.Tier || list[i-1].Lifts != rule.Lifts
			if first && rule.Lifts {
				text += fmt.Sprintf("\n%s if { %s", gate, name(gate, rule.Tier, true))
				for _, tier := range blocks {
					text += "; not " + name(gate, tier, false)
				}
				text += " }\n"
			} else if first {
				blocks = append(blocks, rule.Tier)
			}
			for _, cube := range rule.Cubes {
				text += fmt.Sprintf("\n# %s\n%s if { %s }\n", rule.ID, name(gate, rule.Tier, rule.Lifts), body(cube))
			}
		}
	}
	return text
}

// What the processor has spent on this program, in ns.
func spent() float64 {
	var usage syscall.Rusage
	must(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return float64(usage.Utime.Nano() + usage.Stime.Nano())
}

func main() {
	var rules book
	var requests []any
	read(os.Args[1], &rules)
	read(os.Args[2], &requests)
	background := context.Background()
	query, err := rego.New(rego.Query("data.patio.flows"), rego.Module("patio.rego", module(rules))).PrepareForEval(background)
	must(err)
	inputs := make([]ast.Value, len(requests))
	for i, request := range requests {
		inputs[i], err = ast.InterfaceToValue(request)
		must(err)
	}
	flows := func(input ast.Value) bool {
		found, err := query.Eval(background, rego.EvalParsedInput(input))
		must(err)
		return found.Allowed()
	}
	var answers strings.Builder
	for _, input := range inputs {
		if flows(input) {
			answers.WriteByte('1')
		} else {
			answers.WriteByte('0')
		}
	}
	var passes []float64
	for begin := time.Now(); len(passes) < 3 || time.Since(begin) < 2*time.Second; {
		start := spent()
		for _, input := range inputs {
			flows(input)
		}
		passes = append(passes, (spent()-start)/float64(len(inputs)))
	}
	must(json.NewEncoder(os.Stdout).Encode(map[string]any{
		"engine": "OPA " + version.Version + " (Go)", "answers": answers.String(), "passes": passes, "rules": "none"}))
}
