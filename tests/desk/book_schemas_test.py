#!/usr/bin/env python3
"""Holds the JSON Schemas of the rulebook's files against another implementation: every French file is taken, names its
schema, and what a jurist may get wrong is found where it is. That the schemas are those of the library,
tests/desk/book_schemas_test.cpp sees to."""

import copy
import json
import sys
from pathlib import Path

import jsonschema

RULEBOOK = Path(__file__).resolve().parent.parent.parent / "src" / "rulebook"
SCHEMAS = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((RULEBOOK / "schemas").glob("*.json"))}
# Lists of codes that standards give: nobody writes them.
WITHOUT_SCHEMA = {"directory_lists"}
CHECKERS = {
    kind: jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()) for kind, schema in SCHEMAS.items()
}


def places(kind, tree):
    """JSON Pointers of what is wrong."""
    return {"/" + "/".join(map(str, error.absolute_path)) for error in CHECKERS[kind].iter_errors(tree)}


def french_files():
    for path in sorted((RULEBOOK / "france").glob("**/*.json")):
        tree = json.loads(path.read_text(encoding="utf-8"))
        kind = tree["schema"].split("/")[1]
        if kind not in WITHOUT_SCHEMA:
            yield path, kind, tree


def other_files():
    """What a place and a jurist write, as the examples show it."""
    for name in ("igny-rules.json", "cases.json"):
        tree = json.loads((RULEBOOK.parent.parent / "examples" / "data" / name).read_text(encoding="utf-8"))
        yield name, tree["schema"].split("/")[1], tree


def wrong(kind, tree, change, *expected):
    """The change is found, at one of these places, and nothing else is."""
    changed = copy.deepcopy(tree)
    change(changed)
    found = places(kind, changed)
    return [] if found and found <= set(expected) else [f"{kind}: expected {expected}, found {sorted(found)}"]


def set_in(*steps, to):
    def change(tree):
        for step in steps[:-1]:
            tree = tree[step]
        tree[steps[-1]] = to

    return change


def without(*steps):
    def change(tree):
        for step in steps[:-1]:
            tree = tree[step]
        del tree[steps[-1]]

    return change


def faults():
    for schema in SCHEMAS.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    trees = {}
    for path, kind, tree in french_files():
        trees[path.relative_to(RULEBOOK / "france").as_posix()] = tree
        if places(kind, tree):
            yield f"{path.name}: refused at {sorted(places(kind, tree))}"
        if (path.parent / tree.get("$schema", "")).resolve() != RULEBOOK / "schemas" / f"{kind}.json":
            yield f"{path.name}: names no schema"
    for name, kind, tree in other_files():
        trees[name] = tree
        if places(kind, tree):
            yield f"{name}: refused at {sorted(places(kind, tree))}"
    rules, first = trees["mandate_rules.json"], ("rules", 0)
    statuses, parameters = trees["statuses.json"], trees["parameters.json"]
    needs, need = trees["needs/energy.json"], ("needs", 0)
    checks = [
        wrong("rules", rules, set_in(*first, "effect", to="allow"), "/rules/0/effect"),
        wrong("rules", rules, set_in(*first, "effect", to="prof"), "/rules/0/effect"),
        wrong("rules", rules, set_in(*first, "gate", to="door"), "/rules/0/gate"),
        wrong("rules", rules, without(*first, "tier"), "/rules/0"),
        wrong("rules", rules, without(*first, "source"), "/rules/0"),
        wrong("rules", rules, set_in(*first, "source", to=""), "/rules/0/source"),
        wrong("rules", rules, set_in(*first, "since", to="2026-13-01"), "/rules/0/since"),
        wrong("rules", rules, set_in(*first, "until", to="2026-02-30"), "/rules/0/until"),
        wrong("rules", rules, set_in(*first, "texts", to=["CC 1984", "no such text"]), "/rules/0/texts/1"),
        wrong("rules", rules, set_in(*first, "texts", to=[]), "/rules/0/texts"),
        wrong("rules", rules, set_in(*first, "obligations", to=[{"code": "SING", "mandatory": True}]), "/rules/0/obligations/0/code"),
        wrong("rules", rules, set_in(*first, "title", "fr", to=""), "/rules/0/title/fr"),
        wrong("rules", rules, set_in(*first, "colour", to="red"), "/rules/0"),
        wrong("rules", rules, set_in(*first, "when", to=[]), "/rules/0/when"),
        wrong("rules", rules, set_in(*first, "when", 0, to={}), "/rules/0/when/0"),
        wrong("rules", rules, set_in(*first, "when", 0, to={"if": {"oral_consent_lifts_secrecy": True}}), "/rules/0/when/0"),
        wrong("rules", rules, set_in(*first, "when", 0, "if", to={"no_such_parameter": True}), "/rules/0/when/0/if"),
        wrong("rules", rules, set_in(*first, "when", 0, "if", to={"oral_consent_lifts_secrecy": "yes"}),
              "/rules/0/when/0/if/oral_consent_lifts_secrecy"),
        wrong("rules", rules, set_in(*first, "when", 0, "colour", to="red"), "/rules/0/when/0"),
        wrong("rules", rules, set_in(*first, "when", 0, "acting_as", to="nobody"), "/rules/0/when/0/acting_as"),
        wrong("rules", rules, set_in(*first, "when", 0, "acting_as", to=[]), "/rules/0/when/0/acting_as"),
        wrong("rules", rules, set_in(*first, "when", 0, "acting_as", to={"not": ["nobody"]}), "/rules/0/when/0/acting_as"),
        wrong("rules", rules, set_in(*first, "when", 0, "employer", to="ccas"), "/rules/0/when/0"),
        wrong("rules", statuses, set_in(*first, "effect", to="permit"), "/rules/0/effect"),
        wrong("rules", statuses, set_in(*first, "when", 0, "acting_as", to="own_name"), "/rules/0/when/0"),
        wrong("parameters", parameters, set_in("parameters", 0, "values", 0, "value", to=[]), "/parameters/0/values/0/value"),
        wrong("parameters", parameters, set_in("parameters", 0, "values", to=[]), "/parameters/0/values"),
        wrong("parameters", parameters, without("parameters", 0, "values", 0, "recorded"), "/parameters/0/values/0"),
        wrong("needs", needs, set_in(*need, "destinations", 0, "destination", to="moon"), "/needs/0/destinations/0/destination"),
        wrong("needs", needs, set_in(*need, "destinations", 0, "when", to=[{"colour": "red"}]), "/needs/0/destinations/0/when/0"),
        wrong("needs", needs, set_in(*need, "urgent_when", 0, "when", 0, "energy_step", to=["dark"]),
              "/needs/0/urgent_when/0/when/0/energy_step"),
        wrong("needs", needs, set_in(*need, "suggests", to=[{"need": "moon"}]), "/needs/0/suggests/0/need"),
        wrong("needs", needs, without(*need, "review_by"), "/needs/0"),
        wrong("needs", needs, set_in(*need, "title", "fr", to=""), "/needs/0/title/fr"),
        wrong("safety", trees["safety.json"], set_in("safety", 0, "when", 0, to={}), "/safety/0/when/0"),
        wrong("destinations", trees["destinations.json"], set_in("destinations", 0, "kind", to="planet"), "/destinations/0/kind"),
        wrong("referral_reasons", trees["referral_reasons.json"], set_in("reasons", 0, "events", to=["sing"]), "/reasons/0/events/0"),
        wrong("note_words", trees["note_words.json"], set_in("kinds", 0, "kind", to="song"), "/kinds/0/kind"),
        wrong("facts", trees["secrecy_facts.json"], set_in("attributes", 0, "name", to="employer"), "/attributes/0/name"),
        wrong("facts", trees["hat_facts.json"], set_in("of", to="Nobody"), "/of", "/attributes/0/name", "/attributes/1/name",
              "/attributes/2/name", "/attributes/3/name", "/attributes/4/name", "/attributes/5/name"),
        wrong("texts", trees["texts.json"], set_in("texts", 0, "ref", to=""), "/texts/0/ref"),
        wrong("obligations", trees["obligations.json"], without("obligations", 0, "rank"), "/obligations/0"),
        wrong("obligations", trees["obligations.json"], set_in("schema", to="patio/rules/1"), "/schema"),
        wrong("casework", trees["casework.json"], set_in("terms", 0, "name", to="song"), "/terms/0/name"),
        wrong("consent_terms", trees["consent.json"], set_in("terms", 0, "since", to="2026-02-30"), "/terms/0/since"),
        wrong("mandate_terms", trees["aidants_connect.json"], set_in("terms", 0, "draft_days", to="ten"), "/terms/0/draft_days"),
        wrong("capacity", trees["capacity.json"], without("ages", 0, "years"), "/ages/0"),
        wrong("local_rules", trees["igny-rules.json"], set_in("rules", 0, "need", to="moon"), "/rules/0/need"),
        wrong("cases", trees["cases.json"], set_in("cases", 0, "may", to="perhaps"), "/cases/0/may"),
        wrong("refusals", trees["refusals.json"], set_in("refusals", 0, "message", "fr", to=""), "/refusals/0/message/fr"),
    ]
    yield from (fault for check in checks for fault in check)


if __name__ == "__main__":
    found = list(faults())
    print("\n".join(found) or f"{len(list(french_files()))} files are as their schemas say")
    sys.exit(1 if found else 0)
