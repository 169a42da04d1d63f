#!/usr/bin/env python3
"""Holds the engine against the model: the same effect and the same determining rules, on every request.

    compare.py ANSWERS --random 100000 [--seed 1]     requests drawn around the cubes of the rules, some facts unknown
    compare.py ANSWERS --exhaustive                   every combination of a reduced space (1,399,680 requests)

ANSWERS is the program secrecy_answers, built with the tests.
"""

import argparse
import random
import subprocess
import sys
from itertools import product
from multiprocessing import Pool
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import model  # noqa: E402

DAYS = ["2026-03-10", "2024-06-01", "2021-05-01", "2016-08-01"]

# The reduced space: the facts that most rules turn on, some values of each; None is unknown.
SPACE = {
    "action": ["disclose"],
    "actor": ["ccas_social_service", "france_services_agent", "conciliator"],
    "actor_status": ["prof", "pub", None],
    "recipient": ["conciliator", "mayor", "crip", "police", "relative", "operator_back_office"],
    "category": ["identity", "appointment", "health", "child", "credentials", None],
    "purpose": ["orientation", "this_procedure", "child_protection", "recruiting_or_mailing", None],
    "purpose_match": ["declared", "other"],
    "form": ["identified", "anonymised"],
    "necessity": ["strictly_needed", "beyond", None],
    "consent": ["none", "oral_traced", "written"],
    "opposition": ["none", "opposed", None],
    "danger": ["none", "minor_maltreated"],
    "demand": ["none", "written"],
    "involvement": ["recipient"],
    "acting_as": ["own_name", None],
    "concealment": ["none"],
    "confided_alone": ["no"],
    "coordination": ["several"],
    "child_protection": ["none"],
}


def random_request(rng, rulebook, rules, vocabulary, day):
    """Near a rule, so that every effect comes up; the other facts at will, or unknown."""
    request = {}
    cubes = rulebook.cubes(rng.choice(rules), day)
    if cubes:
        for attribute, values in rng.choice(cubes).items():
            if rng.random() < 0.95:
                request[attribute] = rng.choice(sorted(values))
    for attribute, values in vocabulary.items():
        if attribute not in request and rng.random() < 0.6:
            usual = [v for v in ("none", "own_name", "identified", "declared", "strictly_needed") if v in values]
            request[attribute] = usual[0] if usual and rng.random() < 0.6 else rng.choice(values)
    return request


def random_questions(count, seed):
    rng = random.Random(seed)
    rulebook = model.Rulebook()
    vocabulary = rulebook.vocabularies["AccessRequest"]
    rules = {day: [r for r in rulebook.standing(day) if r["gate"] != "status"] for day in DAYS}
    for _ in range(count):
        day = rng.choice(DAYS)
        yield day, random_request(rng, rulebook, rules[day], vocabulary, day)


def every_question():
    names = list(SPACE)
    for values in product(*SPACE.values()):
        yield DAYS[0], {n: v for n, v in zip(names, values) if v is not None}


def line(question, places):
    day, request = question
    return day + "".join(f" {places[a][request[a]] if a in request else 0}" for a in places)


def compare(task):
    """One slice of the questions: how many, how many of each effect, and the first differences."""
    answers, questions = task
    rulebook = compare.rulebook
    vocabulary = rulebook.vocabularies["AccessRequest"]
    places = {a: {v: i + 1 for i, v in enumerate(values)} for a, values in vocabulary.items()}
    ran = subprocess.run([answers], input="\n".join(line(q, places) for q in questions) + "\n", text=True,
                         capture_output=True, check=True)
    effects, differences = {}, []
    for (day, request), said in zip(questions, ran.stdout.splitlines(), strict=True):
        effect, *ids = said.split()
        gates = rulebook.index(day).decide(request)
        our_effect = model.combine([gates[g]["effect"] for g in model.GATES])
        our_ids = sorted(rule for g in model.GATES for rule in gates[g]["determining"])
        effects[effect] = effects.get(effect, 0) + 1
        if effect != our_effect or ids != our_ids:
            differences.append((day, request, effect, ids, our_effect, our_ids))
    return len(questions), effects, differences[:5]


compare.rulebook = model.Rulebook()


def slices(answers, questions, size=20000):
    some = []
    for question in questions:
        some.append(question)
        if len(some) == size:
            yield answers, some
            some = []
    if some:
        yield answers, some


def compared(work):
    """By all processors; one after the other on a machine that has no shared memory for them."""
    try:
        pool = Pool()
    except OSError:
        yield from map(compare, work)
        return
    with pool:
        yield from pool.imap_unordered(compare, work)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("answers")
    parser.add_argument("--random", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--exhaustive", action="store_true")
    options = parser.parse_args()
    questions = every_question() if options.exhaustive else random_questions(options.random, options.seed)
    done, effects, differences = 0, {}, []
    for count, some, wrong in compared(slices(options.answers, questions)):
        done += count
        differences += wrong
        for effect, times in some.items():
            effects[effect] = effects.get(effect, 0) + times
        if sys.stderr.isatty():
            print(f"\r{done:,} requests", end="", file=sys.stderr)
    for day, request, effect, ids, our_effect, our_ids in differences[:5]:
        print(f"{day} {request}\n  engine: {effect} {ids}\n  model:  {our_effect} {our_ids}")
    told = ", ".join(f"{times:,} {effect}" for effect, times in sorted(effects.items()))
    print(f"{done:,} requests ({told}), {len(differences)} differences")
    return 1 if differences or not done else 0


if __name__ == "__main__":
    sys.exit(main())
