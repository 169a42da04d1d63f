#!/usr/bin/env python3
"""Drafts the vectors of each rule from its own words, for a person to read before they are kept:

    python3 tests/secrecy_model/draft.py            writes tests/vectors/secrecy/rules.json and statuses.json anew
    python3 tests/secrecy_model/draft.py SEC-024    prints those of one rule

A request is looked for in which the rule decides and the answer is its own effect; then every fact that does not matter is
taken away. A rule for which none is found can never speak: that is a fault of the rulebook, and is said.
"""

import datetime
import json
import sys

from checks import entry_name
from model import GATES, LIFTING, VECTORS, Rulebook, missing, status_of

# What a request holds where the rule says nothing: an ordinary exchange between two offices, in the person's own name.
PLAIN = {
    "action": "disclose", "purpose_match": "declared", "form": "identified", "necessity": "strictly_needed",
    "channel": "direct", "opposition": "none", "acting_as": "own_name", "consent": "none", "informed": "no", "danger": "none",
    "demand": "none", "involvement": "none", "compartment": "own_service", "child_protection": "none",
    "coordination": "several", "framework": "none", "category": "rights", "purpose": "follow_up", "actor": "partner_desk",
    "actor_status": "conf", "actor_profession": "other", "recipient": "partner_desk", "recipient_status": "conf",
    "recipient_profession": "other", "confided_alone": "no", "concealment": "none", "age_band": "adult",
    "holder_position": "no_objection", "representation": "in_scope", "parent_position": "exercises",
    "identity_checked": "yes", "mandate": "none", "mandate_parties": "eligible", "archive_term": "running",
    "measure": "none"}
# Tried in turn until the other gates let the request pass too.
VARIANTS = [{}, {"consent": "written"}, {"purpose": "this_procedure"}, {"purpose": "decide_aid"}, {"purpose": "assess"},
            {"action": "view"}, {"form": "anonymised"}, {"category": "identity"}, {"channel": "through_person"},
            {"actor_status": "miss"}, {"actor": "ccas_agent", "recipient": "ccas_agent", "involvement": "recipient"},
            {"channel": "person_present", "purpose": "joint_interview", "consent": "oral_traced"},
            {"actor_status": "miss", "recipient_status": "miss", "purpose": "care"},
            {"recipient": "person"}, {"recipient": "ccas_agent"}, {"recipient": "operator_back_office"},
            {"action": "act", "recipient": "operator_back_office", "purpose": "this_procedure", "consent": "written",
             "category": "identity"},
            {"recipient": "representative", "measure": "guardianship"}, {"recipient": "police", "demand": "written"},
            {"recipient": "prosecutor", "danger": "minor_maltreated"}, {"recipient": "conciliator", "purpose": "orientation"},
            {"consent": "written", "actor": "judge_mandated", "recipient": "judge", "purpose": "judge_mandate"}]

KINDS = {"yes": ("elle joue", "it speaks"), "no": ("un fait change, elle se tait", "one fact changes, it is silent"),
         "since": ("premier jour", "first day"), "before": ("la veille", "the day before"),
         "missing": ("un fait manque", "a fact is missing"), "last": ("dernier jour", "last day"),
         "until": ("elle n'est plus en vigueur", "it is no longer in force")}
READ_ON = "2026-03-10"


def previous(day):
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()


def day_for(rule):
    if READ_ON < rule["since"]:
        return rule["since"]
    return min(READ_ON, previous(rule["until"])) if "until" in rule else READ_ON


class Draft:
    def __init__(self, rulebook, rule):
        self.book, self.rule = rulebook, rule
        self.vocabulary = rulebook.vocabularies["AccessRequest"]

    def said(self, facts, day):
        gates = self.book.index(day).decide(facts)
        effects = [gates[g]["effect"] for g in GATES]
        worst = next((e for e in ("deny", "human", "defer", "transform") if e in effects),
                     "oblige" if effects[0] == "oblige" else "permit")
        return {"effect": worst, "gates": gates, "rules": [r for g in GATES for r in gates[g]["determining"]],
                "open": [r for g in GATES for r in gates[g]["unsettled"]]}

    def holds(self, facts, day):
        """The rule decides its gate, and the whole answer is its effect. What secrecy says suits a rule of another gate
        that lets the request pass, a refusal apart."""
        said, effect = self.said(facts, day), self.rule["effect"]
        if self.rule["id"] not in said["rules"] or said["gates"][self.rule["gate"]]["effect"] != effect:
            return False
        return said["effect"] == effect or (self.rule["gate"] != "secrecy" and effect in LIFTING and said["effect"] != "deny")

    def requests(self, cube):
        """Plain requests bent to the cube, the first of its values first."""
        bent = {}
        for attribute, values in cube.items():
            plain = PLAIN[attribute]
            bent[attribute] = plain if plain in values else next(v for v in self.vocabulary[attribute] if v in values)
        for variant in VARIANTS:
            yield {**PLAIN, **variant, **bent}
        for variant in VARIANTS:
            for attribute, values in cube.items():
                for value in [v for v in self.vocabulary[attribute] if v in values]:
                    yield {**PLAIN, **variant, **bent, attribute: value}
        if "recipient" not in cube:
            for variant in VARIANTS:
                for value in self.vocabulary["recipient"]:
                    yield {**PLAIN, **variant, "recipient": value, **bent}

    def find(self, day):
        for cube in self.book.cubes(self.rule, day):
            for request in self.requests(cube):
                if self.holds(request, day):
                    return self.bare(request, day)
        return None

    def bare(self, request, day):
        for attribute in sorted(request, key=list(self.vocabulary).index, reverse=True):
            less = {a: v for a, v in request.items() if a != attribute}
            if self.holds(less, day):
                request = less
        return {a: request[a] for a in self.vocabulary if a in request}

    def silent(self, request, day):
        """One fact brought out of every cube. The least change of answer comes last: a plain refusal is preferred."""
        found = []
        for attribute in request:
            for value in self.vocabulary[attribute]:
                other = {**request, attribute: value}
                if self.rule["id"] not in self.said(other, day)["rules"]:
                    found.append((self.said(other, day)["effect"] == self.rule["effect"], other))
        return min(found, key=lambda f: f[0])[1] if found else None

    def missing_fact(self, request, day):
        for attribute in request:
            less = {a: v for a, v in request.items() if a != attribute}
            if self.rule["id"] in self.said(less, day)["open"]:
                return less
        return None

    def vector(self, kind, day, request, **expect):
        said = self.said(request, day)
        fr, en = KINDS[kind]
        return {"id": f"{entry_name(self.book, self.rule)}/{kind}",
                "title": {"fr": f"{self.rule['title']['fr']} : {fr}", "en": f"{self.rule['title']['en']}: {en}"},
                "day": day, "request": request, "expect": {"effect": said["effect"], **expect}}

    def vectors(self):
        rule, day = self.rule["id"], day_for(self.rule)
        request = self.find(day)
        if request is None:
            print(f"{rule}: no request found", file=sys.stderr)
            return []
        first = self.find(self.rule["since"]) or request
        drafted = [self.vector("yes", day, request, rules=[rule])]
        silent, less = self.silent(request, day), self.missing_fact(request, day)
        if silent:
            drafted.append(self.vector("no", day, silent, absent=[rule]))
        since = self.said(first, self.rule["since"])
        drafted.append(self.vector("since", self.rule["since"], first, **({"rules": [rule]} if rule in since["rules"] else {})))
        drafted.append(self.vector("before", previous(self.rule["since"]), first, absent=[rule]))
        if less is not None:
            asked = missing(self.book, self.rule, less, day)
            drafted.append(self.vector("missing", day, less, unsettled=[rule], missing=asked))
        if "until" in self.rule:
            last = previous(self.rule["until"])
            drafted.append(self.vector("last", last, request, rules=[rule]))
            drafted.append(self.vector("until", self.rule["until"], request, absent=[rule]))
        wanted = {"yes", "no", "since", "before", "missing"} - {v["id"].rsplit("/", 1)[1] for v in drafted}
        if wanted:
            print(f"{rule}: no vector for {sorted(wanted)}", file=sys.stderr)
        return drafted


class StatusDraft:
    def __init__(self, rulebook, rule):
        self.book, self.rule = rulebook, rule
        self.vocabulary = rulebook.vocabularies["HatFacts"]

    def hats(self, day):
        for cube in self.book.cubes(self.rule, day):
            bent = {a: next(v for v in self.vocabulary[a] if v in values) for a, values in cube.items()}
            yield bent
            for attribute, values in cube.items():
                for value in [v for v in self.vocabulary[attribute] if v in values]:
                    yield {**bent, attribute: value}
            for mission in self.vocabulary["mission"]:
                yield {"mission": mission, **bent}

    def find(self, day):
        return next((h for h in self.hats(day) if self.rule["id"] in status_of(self.book, h, day)["determining"]), None)

    def vector(self, kind, day, hat, **expect):
        fr, en = KINDS[kind]
        status = status_of(self.book, hat, day)["status"]
        return {"id": f"{entry_name(self.book, self.rule)}/{kind}",
                "title": {"fr": f"{self.rule['title']['fr']} : {fr}", "en": f"{self.rule['title']['en']}: {en}"},
                "day": day, "hat": hat, "expect": {"status": status, **expect}}

    def vectors(self):
        rule, day = self.rule["id"], day_for(self.rule)
        hat = self.find(day)
        if hat is None:
            print(f"{rule}: no hat found", file=sys.stderr)
            return []
        first = self.find(self.rule["since"]) or hat
        drafted = [self.vector("yes", day, hat, rules=[rule])]
        for attribute, value in ((a, v) for a in hat for v in reversed(self.vocabulary[a])):
            if rule not in status_of(self.book, {**hat, attribute: value}, day)["determining"]:
                drafted.append(self.vector("no", day, {**hat, attribute: value}, absent=[rule]))
                break
        drafted.append(self.vector("since", self.rule["since"], first, rules=[rule]))
        drafted.append(self.vector("before", previous(self.rule["since"]), first, absent=[rule]))
        for attribute in hat:
            less = {a: v for a, v in hat.items() if a != attribute}
            open_rows = {u["id"]: u["missing"] for u in status_of(self.book, less, day)["unsettled"]}
            if rule in open_rows:
                drafted.append(self.vector("missing", day, less, unsettled=[rule], missing=open_rows[rule]))
                break
        if "until" in self.rule:
            drafted.append(self.vector("last", previous(self.rule["until"]), first, rules=[rule]))
            drafted.append(self.vector("until", self.rule["until"], first, absent=[rule]))
        return drafted


def lines(vectors):
    return "[\n" + ",\n".join(json.dumps(v, ensure_ascii=False) for v in vectors) + "\n]\n"


def main(only):
    book = Rulebook()
    drafted = {"rules.json": [], "statuses.json": []}
    for rule in book.rules:
        if (only and rule["id"] != only) or not any(book.cubes(rule, day) for day in book.boundaries):
            continue
        kind, name = (StatusDraft, "statuses.json") if rule["gate"] == "status" else (Draft, "rules.json")
        drafted[name] += kind(book, rule).vectors()
    for name, vectors in drafted.items():
        if only:
            print(lines(vectors))
        else:
            (VECTORS / name).write_text(lines(vectors), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
