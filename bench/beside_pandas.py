#!/usr/bin/env python3
"""Answers the questions of the benchmarks as a data analyst would, with pandas, and prints the processor's seconds for one.

    beside_pandas.py nearby <services.csv> <needs.json>
    beside_pandas.py screen <population.csv> <conditions.json>
    beside_pandas.py visits <slots.csv>
    beside_pandas.py communes <communes.csv>
    beside_pandas.py directory <services.csv>

Reading the input is timed for the last two, whose question it is, and for no other.
"""

import json
import sys
import time

import pandas

AREAS = ["", "insee:91312", "dep:91", "reg:11", "country:99100"]
LATITUDE, LONGITUDE = 48.742, 2.226


def nearby(services, needs):
    """The three nearest services of the themes of a need, fresh ones first, that serve where the person lives."""
    table = pandas.read_csv(services, keep_default_na=False, na_values={"latitude": [""], "longitude": [""]})
    table["theme"] = table["themes"].str.split("|")
    by_theme = {theme: rows for theme, rows in table.explode("theme").groupby("theme")}
    needs = json.load(open(needs, encoding="utf-8"))
    start = time.process_time()
    for themes in needs:
        rows = pandas.concat([by_theme[each] for each in themes if each in by_theme] or [table.iloc[:0]])
        rows = rows[rows["latitude"].between(LATITUDE - 0.45, LATITUDE + 0.45)
                    & rows["longitude"].between(LONGITUDE - 0.68, LONGITUDE + 0.68) & rows["zone"].isin(AREAS)]
        away = (rows["latitude"] - LATITUDE) ** 2 + 0.435 * (rows["longitude"] - LONGITUDE) ** 2
        rows.assign(old=rows["updated"] < "2024-11-24", silent=rows["zone"] == "", away=away).sort_values(
            ["old", "silent", "away", "id"]).head(3)
    return (time.process_time() - start) / len(needs)


def screen(population, needs):
    """For each need how many people have each answer: nobody, one of its destinations, a fact missing."""
    table = pandas.read_csv(population, dtype="Int8")
    needs = json.load(open(needs, encoding="utf-8"))

    def holds(cubes, possible):
        any_cube = pandas.Series(False, index=table.index)
        for cube in cubes:
            every = pandas.Series(True, index=table.index)
            for fact, values in cube.items():
                known = table[fact].isin(values)
                every &= known | table[fact].isna() if possible else known
            any_cube |= every
        return any_cube

    start = time.process_time()
    for rules in needs:
        answer = pandas.Series(0, index=table.index)
        maybe = pandas.Series(False, index=table.index)
        for number, rule in enumerate(rules, 1):
            when, may = (holds(rule["when"], False), holds(rule["when"], True)) if rule["when"] else (True, True)
            settled = ~holds(rule["unless"], True) & when
            maybe |= ~holds(rule["unless"], False) & may
            answer = answer.mask((answer == 0) & settled, number)
        answer.mask((answer == 0) & maybe, 255).value_counts()
    return time.process_time() - start


def visits(slots):
    """Few days that cover all needs: the day that has most of them, again and again. Overlaps and ways are left out."""
    table = pandas.read_csv(slots)
    start = time.process_time()
    open_needs = set(table["need"])
    while open_needs:
        left = table[table["need"].isin(open_needs)]
        counts = left.groupby(["day", "site"])["need"].nunique().reset_index().sort_values(
            ["need", "day"], ascending=[False, True])
        best = counts.iloc[0]
        chosen = left[(left["day"] == best["day"]) & (left["site"] == best["site"])]
        open_needs -= set(chosen.sort_values("starts").drop_duplicates("need")["need"])
    return time.process_time() - start


def communes(path):
    start = time.process_time()
    table = pandas.read_csv(path, dtype=str, keep_default_na=False)
    for column in ("codes_postaux", "anciens_codes"):
        table[column] = table[column].str.split("|")
    table.set_index("code")
    return time.process_time() - start


def directory(path):
    start = time.process_time()
    table = pandas.read_csv(path, dtype=str, keep_default_na=False)
    for column in ("thematiques", "publics", "zone_eligibilite", "modes_accueil", "mobilisable_par", "modes_mobilisation"):
        if column in table:
            table[column] = table[column].str.split("|")
    table.set_index("id")
    return time.process_time() - start


if __name__ == "__main__":
    print(globals()[sys.argv[1]](*sys.argv[2:]))
