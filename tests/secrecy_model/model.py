#!/usr/bin/env python3
"""The French secrecy rulebook read and decided a second time, from the files alone.

It shares no code with the library, so that both can be held against each other:

    python3 tests/secrecy_model/model.py check     checks the files, runs the vectors
    python3 tests/secrecy_model/model.py serve     reads {"day", "request"} or {"day", "hat"} lines, answers JSON lines
    python3 tests/secrecy_model/model.py show ID   prints the entries of a row

How it decides. A fact that is not given is unknown. A cube holds, fails, or is open when only unknown facts are left in
its way; a rule holds as soon as one of its cubes does. In each gate the first tier with a rule that holds decides: there
deny > human > defer > oblige > permit > transform. A permission with an open prohibition in its tier or before it becomes
`human`. Where nothing holds, the gate refuses. All three gates must pass.
"""

import bisect
import json
import sys
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FRANCE = ROOT / "src" / "rulebook" / "france"
VECTORS = ROOT / "tests" / "vectors" / "secrecy"

GATES = ["secrecy", "data_protection", "mandate"]
TIERS = ["absolute", "danger", "compelled", "person", "sharing", "administration", "consent", "contextual", "fallback"]
EFFECTS = ["deny", "human", "defer", "oblige", "permit", "transform"]
LIFTING = {"oblige", "permit", "transform"}
STATUSES = ["none", "conf", "disc", "pub", "miss", "prof"]
FOREVER = "9999-12-31"


class Rulebook:
    """Every file of the folder, as it stands. `faults` tells what is wrong with it."""

    def __init__(self, folder=FRANCE):
        self.vocabularies, self.rules, self.parameters, self.obligations, self.texts = {}, [], {}, {}, {}
        self.obtainable = []
        self.files = {}
        self._indexes = {}
        for path in sorted(Path(folder).glob("*.json")):
            document = json.loads(path.read_text(encoding="utf-8"))
            schema = document.get("schema", "")
            if schema == "patio/facts/1":
                if document.get("of") not in ("AccessRequest", "HatFacts"):
                    continue
                self.vocabularies[document["of"]] = {
                    a["name"]: [v["name"] for v in a["values"]] for a in document["attributes"]}
                for attribute in document["attributes"]:
                    for way in attribute.get("obtainable", []):
                        self.obtainable.append((attribute["name"], way["value"], way["cost"]))
            elif schema == "patio/rules/1":
                for rule in document["rules"]:
                    self.rules.append(dict(rule, file=path.name))
            elif schema == "patio/parameters/1":
                self.parameters.update({p["name"]: p for p in document["parameters"]})
            elif schema == "patio/obligations/1":
                self.obligations.update({o["code"]: o for o in document["obligations"]})
            elif schema == "patio/texts/1":
                self.texts.update({t["ref"]: t for t in document["texts"]})
            else:
                continue
            self.files[path.name] = document
        dated = self.rules + [v for p in self.parameters.values() for v in p["values"]]
        self.boundaries = sorted({d for each in dated for d in (each["since"], each.get("until")) if d})

    def standing(self, day):
        """The entries in force on that day, without those that another one puts right."""
        right = {(r["id"], r["corrects"]) for r in self.rules if "corrects" in r}
        return [r for r in self.rules if in_force(r, day) and (r["id"], r["recorded"]) not in right]

    def keeps(self, conditions, rule, day):
        """Whether a cube stands on that day. Without a value, what depends on a parameter forbids and never permits."""
        for name, wanted in conditions.items():
            dated = self.parameters[name]["values"]
            right = {v["corrects"] for v in dated if "corrects" in v}
            values = [v["value"] for v in dated if in_force(v, day) and v["recorded"] not in right]
            if not (values[0] == wanted if values else blocks(rule)):
                return False
        return True

    def cubes(self, rule, day):
        """The alternatives of a rule on that day, each {attribute: set of admitted values}."""
        if not in_force(rule, day):
            return []
        vocabulary = self.vocabularies["HatFacts" if rule["gate"] == "status" else "AccessRequest"]
        kept = []
        for cube in rule["when"]:
            if not self.keeps(cube.get("if", {}), rule, day):
                continue
            kept.append({a: admitted(vocabulary[a], literal) for a, literal in cube.items() if a != "if"})
        return kept

    def index(self, day):
        """The compiled rules of the period in which nothing changes around that day."""
        period = bisect.bisect_right(self.boundaries, day)
        if period not in self._indexes:
            self._indexes[period] = Index(self, day)
        return self._indexes[period]


def in_force(entry, day):
    return entry["since"] <= day < entry.get("until", FOREVER)


def blocks(rule):
    return rule["gate"] != "status" and rule["effect"] not in LIFTING


def admitted(values, literal):
    if isinstance(literal, str):
        return {literal}
    if isinstance(literal, dict):
        return set(values) - set(literal["not"])
    return set(literal)


# --- deciding, as the law reads ---------------------------------------------------------------------------------------

def truth(cubes, facts):
    """True, False, or None while it depends on what is not known."""
    answer = False
    for cube in cubes:
        if any(a in facts and facts[a] not in values for a, values in cube.items()):
            continue
        if all(a in facts for a in cube):
            return True
        answer = None
    return answer


def decide_gate(rulebook, gate, facts, day):
    unsettled = []
    for tier in TIERS:
        here = [(r, truth(rulebook.cubes(r, day), facts)) for r in rulebook.standing(day)
                if r["gate"] == gate and r["tier"] == tier]
        for effect in EFFECTS:
            if any(holds for r, holds in here if r["effect"] == effect):
                side = [r for r, holds in here if holds and blocks(r) == (effect not in LIFTING)]
                side.sort(key=lambda r: EFFECTS.index(r["effect"]))
                blocked = any(blocks(r) for r in unsettled)
                return {"effect": "human" if effect in LIFTING and blocked else effect,
                        "determining": [r["id"] for r in side], "unsettled": [r["id"] for r in unsettled]}
            unsettled += [r for r, holds in here if r["effect"] == effect and holds is None]
    return {"effect": "deny", "determining": [], "unsettled": [r["id"] for r in unsettled]}


def combine(effects):
    for worst in ("deny", "human", "defer", "transform"):
        if worst in effects:
            return worst
    return "oblige" if effects[0] == "oblige" else "permit"


def decide(rulebook, request, day):
    """The answer with its reasons. `request` holds only what is known."""
    return answer(rulebook, {gate: decide_gate(rulebook, gate, request, day) for gate in GATES}, request, day)


def answer(rulebook, gates, request, day):
    effect = combine([gates[g]["effect"] for g in GATES])
    by_id = {r["id"]: r for r in rulebook.standing(day)}
    asked = {}
    for gate in GATES:
        if effect == "deny" and gates[gate]["effect"] in LIFTING:
            continue
        for rule in gates[gate]["determining"]:
            for o in by_id[rule].get("obligations", []):
                asked[o["code"]] = asked.get(o["code"], False) or o["mandatory"]
    ranked = sorted(asked, key=lambda code: rulebook.obligations[code]["rank"])
    unsettled = [{"id": rule, "missing": missing(rulebook, by_id[rule], request, day)}
                 for gate in GATES for rule in gates[gate]["unsettled"]]
    return {"effect": effect, "determining": [r for g in GATES for r in gates[g]["determining"]], "unsettled": unsettled,
            "obligations": [{"code": c, "mandatory": asked[c]} for c in ranked], "gates": gates}


def missing(rulebook, rule, facts, day):
    """The facts that an open rule waits for."""
    wanted = []
    for cube in rulebook.cubes(rule, day):
        if not any(a in facts and facts[a] not in values for a, values in cube.items()):
            wanted += [a for a in cube if a not in facts and a not in wanted]
    return wanted


def lawful_way(rulebook, request, day, most=4):
    """The cheapest facts to obtain that let the request pass: [] if it passes already, None if nothing does."""
    index = rulebook.index(day)
    if index.effect(request) in LIFTING:
        return []
    ways = []
    for count in range(1, most + 1):
        for chosen in combinations(rulebook.obtainable, count):
            changed = {a: v for a, v, _ in chosen}
            if len(changed) == count and all(request.get(a) != v for a, v in changed.items()):
                ways.append((sum(cost for *_, cost in chosen), count, changed))
    for _, _, changed in sorted(ways, key=lambda way: way[:2]):
        if index.effect({**request, **changed}) in LIFTING:
            return [{"attribute": a, "value": v} for a, v in changed.items()]
    return None


def status_of(rulebook, hat, day):
    """The strictest status that a row gives (none if no row holds), those rows, and the rows that could still raise it."""
    rows = [(r, truth(rulebook.cubes(r, day), hat)) for r in rulebook.standing(day)
            if r["gate"] == "status"]
    held = [r for r, holds in rows if holds]
    status = max((r["effect"] for r in held), key=STATUSES.index, default="none")
    rank = STATUSES.index(status) if held else -1
    return {"status": status, "determining": [r["id"] for r in held if r["effect"] == status],
            "unsettled": [{"id": r["id"], "missing": missing(rulebook, r, hat, day)} for r, holds in rows
                          if holds is None and STATUSES.index(r["effect"]) > rank]}


# --- deciding fast: the same answer by bit sets -----------------------------------------------------------------------

class Index:
    """One bit for each cube, gate after gate, in the order in which cubes decide."""

    def __init__(self, rulebook, day):
        vocabulary = rulebook.vocabularies["AccessRequest"]
        cubes = [(GATES.index(r["gate"]), TIERS.index(r["tier"]), EFFECTS.index(r["effect"]), place, r, cube)
                 for place, r in enumerate(rulebook.standing(day)) if r["gate"] in GATES for cube in rulebook.cubes(r, day)]
        cubes.sort(key=lambda c: c[:4])
        self.named = {a: sum(1 << bit for bit, c in enumerate(cubes) if a in c[5]) for a in vocabulary}
        self.barred = {a: {v: sum(1 << bit for bit, c in enumerate(cubes) if a in c[5] and v not in c[5][a]) for v in values}
                       for a, values in vocabulary.items()}
        self.items = [(a, bits, self.barred[a]) for a, bits in self.named.items()]
        self.rules = [c[4]["id"] for c in cubes]
        self.effects = [c[4]["effect"] for c in cubes]
        self.blocking = sum(1 << bit for bit, c in enumerate(cubes) if blocks(c[4]))
        groups = [c[:3] for c in cubes]
        sides = [(*c[:2], blocks(c[4])) for c in cubes]
        self.before = [(1 << groups.index(group)) - 1 for group in groups]
        self.side_end = [(1 << len(sides) - sides[::-1].index(side)) - 1 for side in sides]
        self.gates = [sum(1 << bit for bit, c in enumerate(cubes) if c[0] == gate) for gate in range(len(GATES))]

    def rails(self, facts):
        """The cubes that may hold, and those that do."""
        barred = hidden = 0
        for attribute, bits, values in self.items:
            value = facts.get(attribute)
            if value is None:
                hidden |= bits
            else:
                barred |= values[value]
        return ~barred, ~(barred | hidden)

    def decide_gate(self, gate, possible, settled):
        possible &= self.gates[gate]
        settled &= self.gates[gate]
        if not settled:
            return "deny", 0, possible
        first = (settled & -settled).bit_length() - 1
        unsettled = possible & self.before[first]
        effect = self.effects[first]
        if effect in LIFTING and unsettled & self.blocking:
            effect = "human"
        return effect, settled & self.side_end[first], unsettled

    def effect(self, facts):
        rails = self.rails(facts)
        return combine([self.decide_gate(gate, *rails)[0] for gate in range(len(GATES))])

    def decide(self, facts):
        rails = self.rails(facts)
        gates = {}
        for gate, name in enumerate(GATES):
            effect, determining, unsettled = self.decide_gate(gate, *rails)
            gates[name] = {"effect": effect, "determining": self.ids(determining), "unsettled": self.ids(unsettled)}
        return gates

    def ids(self, bits):
        """The rules of these cubes, each once."""
        found = {}
        while bits:
            low = bits & -bits
            found[self.rules[low.bit_length() - 1]] = None
            bits ^= low
        return list(found)


def serve(rulebook, lines, out):
    for line in lines:
        if not line.strip():
            continue
        asked = json.loads(line)
        if "hat" in asked:
            said = status_of(rulebook, asked["hat"], asked["day"])
        else:
            gates = rulebook.index(asked["day"]).decide(asked["request"])
            said = {"effect": combine([gates[g]["effect"] for g in GATES]), "gates": gates}
            if asked.get("whole"):
                said = answer(rulebook, gates, asked["request"], asked["day"])
                said["lawful_way"] = lawful_way(rulebook, asked["request"], asked["day"])
        out.write(json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n")


def main(arguments):
    command = arguments[0] if arguments else ""
    if command == "check":
        import checks
        return checks.run(Rulebook())
    if command == "serve":
        serve(Rulebook(), sys.stdin, sys.stdout)
        return 0
    if command == "show" and len(arguments) == 2:
        for rule in Rulebook().rules:
            if rule["id"] == arguments[1] or rule["id"].startswith(arguments[1] + "-"):
                print(json.dumps(rule, ensure_ascii=False, indent=2))
        return 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
