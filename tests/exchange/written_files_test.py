#!/usr/bin/env python3
"""Holds what we write against the official schemas: data·inclusion v1 and HSDS 3.0 with another implementation of JSON Schema,
LaMednum with a small reader of Table Schema.

usage: written_files_test.py <written_files> <folder of the vectors>
"""

import csv
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema

SCHEMAS = Path(__file__).resolve().parent / "schemas"


def validator(name):
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    cls = jsonschema.validators.validator_for(schema, default=jsonschema.Draft7Validator)
    return cls(schema, format_checker=jsonschema.FormatChecker())


def faults_of(check, entries):
    """At most three, by their place and the rule: never by their value."""
    faults = []
    for index, entry in enumerate(entries):
        for error in check.iter_errors(entry):
            faults.append(f"{index}: /{'/'.join(map(str, error.absolute_path))}: {error.validator}")
    return faults[:3]


def table_faults(fields, rows):
    faults = []
    known = {}
    for number, row in enumerate(rows, 2):
        for field in fields:
            value, constraints = row[field["name"]], field.get("constraints", {})
            place = f"{number}: {field['name']}"
            if not value:
                if constraints.get("required"):
                    faults.append(f"{place}: required")
                continue
            if constraints.get("unique") and known.setdefault((field["name"], value), number) != number:
                faults.append(f"{place}: unique")
            if "pattern" in constraints and not re.search(constraints["pattern"], value):
                faults.append(f"{place}: pattern")
            if len(value) > constraints.get("maxLength", len(value)):
                faults.append(f"{place}: maxLength")
            if field["type"] == "number" and not re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", value):
                faults.append(f"{place}: number")
            if field["type"] == "date" and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                faults.append(f"{place}: date")
    return faults[:3]


def main(program, vectors):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, vectors, folder], check=True)
        written = json.loads((Path(folder) / "data-inclusion.json").read_text(encoding="utf-8"))
        services = json.loads((Path(folder) / "hsds.json").read_text(encoding="utf-8"))
        with (Path(folder) / "lamednum.csv").open(encoding="utf-8", newline="") as file:
            table = csv.DictReader(file)
            rows = list(table)
            columns = table.fieldnames
    fields = json.loads((SCHEMAS / "lamednum/schema.json").read_text(encoding="utf-8"))["fields"]

    # What a validator cannot see: that there was something to look at.
    assert len(written["structures"]) > 600 and len(written["services"]) > 2000, "few entries were written"
    assert len(services) > 2000 and len(rows) > 600, "few entries were written"
    assert columns == [field["name"] for field in fields], "the columns are not those of the standard"

    faults = {
        "data·inclusion structures": faults_of(validator("data-inclusion/structure.json"), written["structures"]),
        "data·inclusion services": faults_of(validator("data-inclusion/service.json"), written["services"]),
        "HSDS services": faults_of(validator("hsds/service_with_definitions.json"), services),
        "LaMednum": table_faults(fields, rows),
    }
    # And that the validators see a fault where there is one.
    assert faults_of(validator("data-inclusion/service.json"), [{**written["services"][0], "frais": "cher"}])
    assert faults_of(validator("hsds/service_with_definitions.json"), [{**services[0], "status": "open"}])
    assert table_faults(fields, [{**rows[0], "code_postal": "9143"}])

    ids = [service["id"] for service in services]
    if len(set(ids)) != len(ids):
        faults["HSDS services"].append("two services share an identifier")
    for name, found in faults.items():
        for fault in found:
            print(f"{name}: {fault}", file=sys.stderr)
    return 1 if any(faults.values()) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
