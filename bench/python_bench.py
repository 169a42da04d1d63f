#!/usr/bin/env python3
"""What `./run bench` measures in Python: one JSON object a line, then a table. usage: python_bench.py [part of a figure's name]"""

import datetime
import json
import random
import statistics
import sys
import timeit

import libpatio

DECIDER = libpatio.Books.default().decider(datetime.date(2026, 11, 24))
REQUEST = {
    "action": "disclose", "actor": "france_services_agent", "actor_status": "miss", "recipient": "conciliator",
    "recipient_status": "miss", "category": "appointment", "purpose": "orientation", "purpose_match": "declared",
    "necessity": "needed", "form": "identified", "consent": "oral_traced", "opposition": "none", "channel": "direct",
    "acting_as": "own_name",
}
ROWS = 200_000


def columns():
    draw = random.Random(7)
    return {name: bytes(draw.choices(range(len(values) + 1), k=ROWS)) for name, values in DECIDER.facts.items()}


def rows(table):
    names = {name: (None, *values) for name, values in DECIDER.facts.items()}
    return [{name: names[name][column[row]] for name, column in table.items()} for row in range(2000)]


def seconds(work):
    """The median of five times, each of at least a tenth of a second."""
    timer = timeit.Timer(work)
    count = max(1, timer.autorange()[0] // 2)
    return statistics.median(timer.repeat(5, count)) / count


def measures(wanted):
    def asked(figure):
        return wanted in figure

    table = columns()
    if asked("python.effect"):
        yield "python.effect", seconds(lambda: DECIDER.effect(REQUEST)) * 1e6, "us", "the whole decision", (
            seconds(lambda: DECIDER.decide(REQUEST, way=False)) * 1e6)
    if asked("python.decide_many"):
        single = rows(table)
        slow = len(single) / seconds(lambda: [DECIDER.effect(row) for row in single]) / 1e6
        yield "python.decide_many", ROWS / seconds(lambda: DECIDER.decide_many(table, wanted=["effect_code"])) / 1e6, "M/s", (
            "one by one"), slow


def main(wanted):
    told = []
    for figure, value, unit, beside, other in measures(wanted):
        ratio = other / value if unit == "us" else value / other
        print(json.dumps({"figure": figure, "value": round(value, 1), "unit": unit, "beside": beside, "ratio": round(ratio, 1)}))
        told += [(figure, value, unit), (f"{figure} beside {beside}", other, unit)]
    print()
    for name, value, unit in told:
        print(f"{name:<44}{value:>12.1f} {unit}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
