"""What must hold of the rulebook and of its vectors. Run by `model.py check`."""

import json
import random
import re

from model import (EFFECTS, FOREVER, GATES, LIFTING, STATUSES, TIERS, VECTORS, Rulebook, admitted, decide, lawful_way,
                   status_of)

DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
ROW = re.compile(r"(SEC|ACC|DP|MAN)-\d{2,3}(-[a-z])?$|W\d{2}(-[a-z])?$")
# Rows of the law that are no rule. The README of the rulebook says why.
NO_RULE = {"W11", "W21"}
ROWS = ([f"SEC-{n:03}" for first, last in ((1, 11), (20, 28), (30, 35), (40, 59), (60, 77), (80, 90), (100, 109), (120, 139))
         for n in range(first, last + 1)] + [f"W{n:02}" for n in range(1, 51)])


def run(rulebook):
    faults = [*catalogue_faults(rulebook), *rule_faults(rulebook), *row_faults(rulebook)]
    counted = 0
    if not faults:
        for path in sorted(VECTORS.glob("*.json")):
            vectors = json.loads(path.read_text(encoding="utf-8"))
            counted += len(vectors)
            faults += [f"{path.name} {fault}" for fault in vector_faults(rulebook, vectors)]
        faults += coverage_faults(rulebook)
        faults += agreement_faults(rulebook, 400)
    for fault in faults:
        print(fault)
    print(f"{len(rulebook.rules)} rules, {counted} vectors, {len(faults)} faults")
    return 1 if faults else 0


def is_text(text):
    return isinstance(text, dict) and set(text) == {"fr", "en"} and all(text.values())


def catalogue_faults(rulebook):
    for name, document in rulebook.files.items():
        for attribute in document.get("attributes", []):
            where = f"{name} {attribute['name']}"
            names = [v["name"] for v in attribute["values"]]
            if len(set(names)) < len(names) or len(names) > 52:
                yield f"{where}: values repeat or are more than 52"
            if not all(map(is_text, [attribute["label"], attribute["question"], *(v["label"] for v in attribute["values"])])):
                yield f"{where}: a text is missing"
            for way in attribute.get("obtainable", []):
                if way["value"] not in names or not 1 <= way["cost"] <= 5 or not is_text(way["how"]):
                    yield f"{where}: obtainable {way['value']} is not well said"
        for obligation in document.get("obligations", []):
            if not is_text(obligation["label"]) or not is_text(obligation["discharge"]):
                yield f"{name} {obligation['code']}: a text is missing"
        for text in document.get("texts", []):
            if not is_text(text["title"]):
                yield f"{name} {text['ref']}: a title is missing"
    used = {o["code"] for r in rulebook.rules for o in r.get("obligations", [])}
    yield from (f"obligation {code} is never asked" for code in rulebook.obligations if code not in used)
    cited = {t for r in rulebook.rules for t in r["texts"]}
    yield from (f"text {ref} is never cited" for ref in rulebook.texts if ref not in cited)


def overlap(first, second):
    return first["since"] < second.get("until", FOREVER) and second["since"] < first.get("until", FOREVER)


def rights(rule, other):
    return rule.get("corrects") == other["recorded"]


def rule_faults(rulebook):
    for place, rule in enumerate(rulebook.rules):
        where = f"{rule['file']} {rule['id']}"
        if not ROW.match(rule["id"]):
            yield f"{where}: the id is no row"
        for other in rulebook.rules[:place]:
            if other["id"] == rule["id"] and overlap(rule, other) and not rights(rule, other) and not rights(other, rule):
                yield f"{where}: two entries stand on the same days"
        status = rule["gate"] == "status"
        if rule["gate"] not in (*GATES, "status") or (not status and rule["tier"] not in TIERS):
            yield f"{where}: unknown gate or tier"
        if rule["effect"] not in (STATUSES if status else EFFECTS):
            yield f"{where}: unknown effect"
        for field in ("title", "note", "disputed"):
            if field in rule and not is_text(rule[field]):
                yield f"{where}: {field} is not in both languages"
        for field in ("since", "until", "recorded", "review_by"):
            if field in rule and not DAY.match(rule[field]):
                yield f"{where}: {field} is no day"
        if not rule["since"] < rule.get("until", FOREVER) or not rule["recorded"] < rule["review_by"]:
            yield f"{where}: days are not in order"
        if rule["confidence"] not in ("high", "medium", "low") or not rule["source"] or not rule["review"]:
            yield f"{where}: confidence, source or review is missing"
        yield from (f"{where}: text {ref} is not in the catalogue" for ref in rule["texts"] if ref not in rulebook.texts)
        yield from (f"{where}: obligation {o['code']} is not in the catalogue" for o in rule.get("obligations", [])
                    if o["code"] not in rulebook.obligations)
        if not rule["texts"] or not rule["when"]:
            yield f"{where}: no text or no condition"
        for cube in rule["when"]:
            yield from (f"{where}: {fault}" for fault in cube_faults(rulebook, rule, cube))


def cube_faults(rulebook, rule, cube):
    vocabulary = rulebook.vocabularies["HatFacts" if rule["gate"] == "status" else "AccessRequest"]
    for name, literal in cube.items():
        if name == "if":
            for parameter, wanted in literal.items():
                kind = type(rulebook.parameters[parameter]["values"][0]["value"]) if parameter in rulebook.parameters else None
                if type(wanted) is not kind:
                    yield f"parameter {parameter} is unknown or of another kind"
            continue
        if name not in vocabulary:
            yield f"unknown fact {name}"
            continue
        named = [literal] if isinstance(literal, str) else literal["not"] if isinstance(literal, dict) else literal
        yield from (f"{name} has no value {value}" for value in named if value not in vocabulary[name])
        if not 0 < len(admitted(vocabulary[name], literal)) < len(vocabulary[name]):
            yield f"{name} admits everything or nothing"


def row_faults(rulebook):
    held = {re.match(r"SEC-\d+|W\d+|.*", r["id"]).group() for r in rulebook.rules}
    yield from (f"row {row} of the law is missing" for row in ROWS if row not in held and row not in NO_RULE)


def with_parameters(rulebook, changes):
    """A copy in which some parameters have another value."""
    if not changes:
        return rulebook
    other = Rulebook()
    for name, value in changes.items():
        for dated in other.parameters[name]["values"]:
            dated["value"] = value
    return other


def vector_faults(rulebook, vectors):
    seen = set()
    for vector in vectors:
        if vector["id"] in seen or not is_text(vector["title"]):
            yield f"{vector['id']}: repeated, or without a title"
        seen.add(vector["id"])
        book = with_parameters(rulebook, vector.get("parameters"))
        kind = "HatFacts" if "hat" in vector else "AccessRequest"
        facts = vector.get("hat", vector.get("request"))
        bad = [f"{a}={v}" for a, v in facts.items() if v not in book.vocabularies[kind].get(a, [])]
        if bad:
            yield f"{vector['id']}: unknown facts {bad}"
            continue
        said = status_of(book, facts, vector["day"]) if "hat" in vector else decide(book, facts, vector["day"])
        yield from (f"{vector['id']}: {fault}" for fault in expectation_faults(book, vector, facts, said))


def expectation_faults(book, vector, facts, said):
    expect = vector["expect"]
    unsettled = [u["id"] for u in said["unsettled"]]
    for name in ("effect", "status"):
        if name in expect and said.get(name) != expect[name]:
            yield f"{name} is {said.get(name)}, expected {expect[name]} ({said['determining']}, open {unsettled})"
    yield from (f"{r} does not determine ({said['determining']})" for r in expect.get("rules", []) if r not in said["determining"])
    yield from (f"{r} determines" for r in expect.get("absent", []) if r in said["determining"])
    yield from (f"{r} is not open ({unsettled})" for r in expect.get("unsettled", []) if r not in unsettled)
    missing = {a for u in said["unsettled"] for a in u["missing"]}
    yield from (f"{a} is not asked for" for a in expect.get("missing", []) if a not in missing)
    asked = [o["code"] for o in said.get("obligations", [])]
    yield from (f"obligation {o} is not asked ({asked})" for o in expect.get("obligations", []) if o not in asked)
    if "lawful_way" in expect:
        way = lawful_way(book, facts, vector["day"])
        if way != expect["lawful_way"]:
            yield f"lawful way is {way}, expected {expect['lawful_way']}"


def entry_name(rulebook, rule):
    """The id of an entry, with its first day when the row has several."""
    several = sum(r["id"] == rule["id"] for r in rulebook.rules) > 1
    return f"{rule['id']}@{rule['since']}" if several else rule["id"]


def coverage_faults(rulebook):
    """Each rule has its yes, its no, its first day, the day before, and a missing fact."""
    ids = set()
    for name in ("rules.json", "statuses.json"):
        ids |= {v["id"] for v in json.loads((VECTORS / name).read_text(encoding="utf-8"))}
    for rule in rulebook.rules:
        if not any(rulebook.cubes(rule, day) for day in rulebook.boundaries):
            continue  # It waits for another value of a parameter: see readings.json.
        for kind in ("yes", "no", "since", "before", "missing") + (("last", "until") if "until" in rule else ()):
            if f"{entry_name(rulebook, rule)}/{kind}" not in ids:
                yield f"no vector {entry_name(rulebook, rule)}/{kind}"


def random_request(rulebook, source):
    """A request near some rule, so that tiers and unknown facts meet."""
    vocabulary = rulebook.vocabularies["AccessRequest"]
    request = {a: source.choice(values) for a, values in vocabulary.items() if source.random() < 0.6}
    rule = source.choice([r for r in rulebook.rules if r["gate"] != "status"])
    for attribute, literal in source.choice(rule["when"]).items():
        if attribute != "if" and source.random() < 0.9:
            request[attribute] = source.choice(sorted(admitted(vocabulary[attribute], literal)))
    return request


def agreement_faults(rulebook, count):
    """The two ways of this model agree, and no answer opens when a fact is taken away."""
    source = random.Random(1)
    for _ in range(count):
        request = random_request(rulebook, source)
        day = source.choice(rulebook.boundaries + ["2026-11-24"] * 40)
        said = decide(rulebook, request, day)
        if rulebook.index(day).decide(request) != said["gates"]:
            yield f"the two ways disagree on {day} {request}"
        if said["effect"] in LIFTING:
            continue
        for attribute in request:
            less = {a: v for a, v in request.items() if a != attribute}
            if rulebook.index(day).effect(less) in LIFTING:
                yield f"without {attribute} the answer opens: {day} {request}"
