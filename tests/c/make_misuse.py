#!/usr/bin/env python3
"""Reads patio.h and writes a C function that calls each function of it wrongly in each way that its parameters allow, so that
a new function is tried before anyone thinks of it: `make_misuse.py <patio.h>` to standard output.

What the calls use (books, desk, out_char...) stands in misuse_test.c.
"""

import re
import sys
from pathlib import Path

# What a good call gives, by parameter; a function may need its own.
GOOD = {
    "books": "books",
    "centre": "centre",
    "desk": "desk",
    "decider": "decider",
    "services": "services",
    "territory": "territory",
    "folder": "COMMUNES_FOLDER",
    "files": "&local_rules",
    "file_count": "1",
    "patio_services_read json": "READ_DIRECTORY",
    "patio_services_read length": "strlen(READ_DIRECTORY)",
    "patio_services_new json": '"[]"',
    "patio_services_new length": "2",
    "patio_services_find json": "FIND_SERVICES",
    "patio_services_find length": "strlen(FIND_SERVICES)",
    "patio_services_check_held json": "check_held",
    "patio_services_check_held length": "strlen(check_held)",
    "patio_territory_follow json": "FOLLOW_COMMUNES",
    "patio_territory_follow length": "strlen(FOLLOW_COMMUNES)",
    "error": "&error",
    "options": "&options",
    "door": '"refusal_of"',
    "patio_desk_run door": '"find_slots"',
    "json": "REFUSAL_OF",
    "length": "strlen(REFUSAL_OF)",
    "patio_desk_run json": "FIND_SLOTS",
    "patio_desk_run length": "strlen(FIND_SLOTS)",
    "patio_desk_run_if door": '"find_slots"',
    "patio_desk_run_if json": "FIND_SLOTS",
    "patio_desk_run_if length": "strlen(FIND_SLOTS)",
    "patio_centre_acknowledge json": '"[]"',
    "patio_centre_acknowledge length": "2",
    "revision": "0",
    "limit": "10",
    "uri": '"sqlite::memory:"',
    "professional": '"pro:fs1"',
    "hat": '"hat:fs1"',
    "day": '"2026-03-10"',
    "known_as_of": "NULL",
    "name": '"action"',
    "patio_decider_find_value name": '"view"',
    "language": "PATIO_EN",
    "attribute": "0",
    "value": "1",
    "rule": "0",
    "bit": "0",
    "values": "values",
    "count": "1",
    "patio_books_with_house files": "&house_book",
    "patio_books_with_house count": "1",
    "columns": "columns",
    "column_count": "1",
    "rows": "2",
    "effects": "effects",
    "verdicts": "verdicts",
    "patio_decider_decide out": "&verdict",
    **{f"patio_error_{what} error": "some_error" for what in ("status", "code", "message", "issues", "refusal")},
    "rules": "NULL",
    "rule_count": "0",
    "needs": "NULL",
    "need_count": "0",
}

# May be NULL: an error that nobody wants to read, files of a kind of which there are none, what is documented so.
OPTIONAL = {"error", "verdicts", "rules", "needs", "known_as_of"}

BAD_NAMES = {
    "that is no UTF-8": '"Zerbib\\xff"',
    "that is too long": "long_name",
    "that is empty": '""',
    "that does not exist": '"Zerbib"',
}
BAD_JSON = {
    "with a NUL inside": '"{\\"Zerbib\\": 1}\\0}"',
    "that is no UTF-8": '"{\\"code\\": \\"Zerbib\\xff\\"}"',
    "that is too long": "long_json",
    "that is empty": '""',
    "that stops early": '"{\\"Zerbib\\": "',
    "that is a list": '"[\\"Zerbib\\"]"',
    "that never ends nesting": "deep_json",
    "with a key that nobody knows": '"{\\"Zerbib\\": 1}"',
}


def functions(header):
    """(return type, name, [(type, name)]) of each function."""
    code = re.sub(r"/\*.*?\*/", "", header, flags=re.DOTALL)
    code = re.sub(r"typedef[^;{]*(\{[^}]*\})?[^;]*;|#[^\n]*", "", code)
    for returns, name, taken in re.findall(r"([\w ]+?[ *]+)(patio_\w+)\(([^)]*)\);", code):
        parameters = [] if taken.strip() == "void" else [parameter(each) for each in taken.split(",")]
        yield returns.strip(), name, parameters


def parameter(text):
    words = re.fullmatch(r"\s*(.*?[ *])(\w+)\s*", text, flags=re.DOTALL)
    return " ".join(words[1].split()), words[2]


def good(function, kind, name):
    own = f"{function} {name}"
    if own in GOOD:
        return GOOD[own]
    if name == "out":
        return "&out_" + re.sub(r"patio_| \*\*", "", kind)
    return GOOD[name]


def call(function, parameters, **changed):
    arguments = [changed.get(name) or good(function, kind, name) for kind, name in parameters]
    return f"{function}({', '.join(arguments)})"


def wrong_calls(function, parameters):
    """(what is wrong, the call) for each way to call it wrongly."""
    for kind, name in parameters:
        if "*" in kind and name not in OPTIONAL:
            yield f"a NULL {name}", call(function, parameters, **{name: "NULL"})
        if name in ("door", "professional", "hat", "day", "known_as_of", "uri", "folder"):
            for what, text in BAD_NAMES.items():
                yield f"a {name} {what}", call(function, parameters, **{name: text})
        if name == "json":
            for what, text in BAD_JSON.items():
                yield f"JSON {what}", call(function, parameters, json=text, length=f"sizeof({text}) - 1")
        if name in ("count", "column_count") and ("const patio_file *", "files") not in parameters:
            yield "too many attributes", call(function, parameters, **{name: "1000"})


def harmless_calls(function, parameters):
    """Calls that give nothing and do nothing."""
    for kind, name in parameters:
        if "*" in kind:
            yield f"a NULL {name}", call(function, parameters, **{name: "NULL"})
        if name in ("attribute", "value", "rule", "bit"):
            yield f"a {name} that is not there", call(function, parameters, **{name: "250"})
        if name == "language":
            yield "a language that is not there", call(function, parameters, language="(patio_language)7")


def lines(header):
    yield "/* Written by make_misuse.py. */"
    yield "static void misuse_everything(void) {"
    for returns, function, parameters in functions(header):
        if function.endswith("_free"):
            yield f'  TEST("{function}: NULL is fine");'
            yield f"  {function}(NULL);"
        elif returns == "patio_status" and parameters[0][1] != "error":
            yield f'  TEST("{function}: as it should be called");'
            yield f"  right({call(function, parameters)});"
            if ("patio_error **", "error") in parameters:
                yield f"  right({call(function, parameters, error='NULL')});"
            for what, wrong in wrong_calls(function, parameters):
                yield f'  TEST("{function}: {what}");'
                yield f"  wrong({wrong}, {'true' if ('patio_error **', 'error') in parameters else 'false'});"
        else:
            for what, harmless in harmless_calls(function, parameters):
                yield f'  TEST("{function}: {what}");'
                yield f"  (void){harmless};"
    yield "}"


if __name__ == "__main__":
    print("\n".join(lines(Path(sys.argv[1]).read_text(encoding="utf-8"))))
