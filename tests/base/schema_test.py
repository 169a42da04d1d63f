#!/usr/bin/env python3
"""Holds the schemas of the library against another implementation of JSON Schema: what the reader refuses, the schema of
the same type refuses too, and what the reader takes, the schema takes.

usage: schema_test.py <schema_answers>
"""

import copy
import json
import subprocess
import sys
import tempfile

import jsonschema

GOOD = {
    "id": "01234567-89ab-4def-8123-456789abcdef",
    "theme": "housing",
    "channel": "operator",
    "day": "2026-03-10",
    "began_at": "2026-03-10T08:00:00Z",
    "opens": "09:00",
    "period": {"since": "2026-01-01", "until": "2027-01-01"},
    "minutes": -3,
    "seats": 255,
    "cents": -9223372036854775808,
    "serial": 18446744073709551615,
    "distance": 1.5,
    "alone": True,
    "reason": "Éloïse",
    "back_on": "2024-02-29",
    "rank": 1,
    "companions": [{"name": "a", "channel": "desk"}, {"name": ""}],
    "other_themes": ["a", "insee:91312"],
    "counts": {"adults": 2},
    "by_role": {"son": {"name": "b"}},
}

# What may stand in each field, and what may not.
RIGHT = {
    "began_at": ["2026-03-10T08:00:00.123456+01:00", "2026-03-10T23:59:59-12:00"],
    "opens": ["00:00", "24:00"],
    "period": [{"since": "2026-01-01"}],
    "minutes": [2147483647, -2147483648],
    "seats": [0],
    "distance": [0, -1e300],
    "companions": [[]],
    "counts": [{}],
}
WRONG = {
    "id": ["", "01234567-89AB-4def-8123-456789abcdef", "0123456789ab4def8123456789abcdef", 1],
    "theme": ["", "a space", "_a", "é", "x" * 65, ["a"]],
    "channel": ["operator_", "Desk", "", 0],
    "day": ["2026-3-10", "20260310", "2026-W10-2", "2026-13-01", "2026-02-30", "10000-01-01", 20260310],
    "began_at": ["2026-03-10", "2026-03-10T08:00:00", "2026-03-10T08:00Z", "2026-03-10T08:00:00.1234567Z", "2026-03-10T08:00:60Z",
                 "2026-03-10T08:00:00+0100", "2026-03-10t08:00:00z"],
    "opens": ["9:00", "24:01", "25:00", "09:60", "09:00:00"],
    "period": [{}, {"until": "2026-01-01"}, {"since": "2026-01-01", "until": None}, "2026", {"since": "2026-01-01", "to": "x"}],
    "minutes": [2147483648, -2147483649, 1.5, "1", True],
    "seats": [256, -1],
    "cents": [9223372036854775808],
    "serial": [-1, 18446744073709551616],
    "distance": ["1", False],
    "alone": [0, "true"],
    "reason": [1, ["a"]],
    "back_on": ["", "2026-04-31"],
    "rank": ["first", 4294967296],
    "companions": [{}, [None], [{"channel": "desk"}], [{"name": 1}], [{"name": "a", "nom": "b"}], "a"],
    "other_themes": ["a", ["a b"], [1]],
    "counts": [[], {"a b": 1}, {"adults": "2"}, {"adults": None}, {"": 1}],
    "by_role": [{"son": {}}, {"son": [{"name": "a"}]}],
}
ABSENT_ALLOWED = {"back_on", "rank", "companions", "other_themes", "counts", "by_role"}

# What JSON Schema has no words for: for it 1.0 is the whole number 1.
ONLY_THE_READER_REFUSES = {"minutes": [1.0], "reason": ["a\0b"]}


def documents():
    """Every document, with what it is about and whether the schema is to take it."""
    def changed(field, value):
        document = copy.deepcopy(GOOD)
        document[field] = value
        return document

    yield "as it should be", GOOD, True, True
    for document in None, [], "a", 1, {}:
        yield f"the whole is {document!r}", document, False, False
    yield "one more key", changed("colour", "red"), False, False
    for field in GOOD:
        without = {key: value for key, value in GOOD.items() if key != field}
        yield f"no {field}", without, field in ABSENT_ALLOWED, field in ABSENT_ALLOWED
        yield f"{field} is null", changed(field, None), False, False
        for value in RIGHT.get(field, []):
            yield f"{field} is {value!r}", changed(field, value), True, True
        for value in WRONG[field]:
            yield f"{field} is {value!r}", changed(field, value), False, False
    for field, values in ONLY_THE_READER_REFUSES.items():
        for value in values:
            yield f"{field} is {value!r}", changed(field, value), False, True


def main():
    cases = list(documents())
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump([document for _, document, _, _ in cases], file)
        file.flush()
        answers = json.loads(subprocess.run([sys.argv[1], file.name], check=True, capture_output=True).stdout)
    for schema in answers["all"].values():
        jsonschema.Draft202012Validator.check_schema(schema)
    schema = answers["schema"]
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())

    assert len(answers["accepted"]) == len(cases)
    wrong = []
    for (about, document, reader_takes, schema_takes), accepted in zip(cases, answers["accepted"]):
        if accepted != reader_takes:
            wrong.append(f"{about}: the reader {'takes' if accepted else 'refuses'} it")
        if validator.is_valid(document) != schema_takes:
            wrong.append(f"{about}: the schema {'refuses' if schema_takes else 'takes'} it")
    print("\n".join(wrong) or f"{len(cases)} documents, {len(answers['all'])} schemas: reader and schema agree")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
