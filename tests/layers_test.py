#!/usr/bin/env python3
"""Reads the #include lines of include/, src/ and bindings/ and fails on each that goes against the order of the rooms."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

ENGINES = ["base", "rules", "people", "directory", "schedule", "consent", "secrecy", "orientation"]
MODEL = [*ENGINES, "casework", "records", "insight"]

# What each room may include besides itself.
USES = {
    "base": [],
    "rules": ["base"],
    "rulebook": ["base", "rules"],
    "people": ["base"],
    "directory": ["base", "people"],
    "schedule": ["base", "directory"],
    "consent": ["base", "people"],
    "secrecy": ["base", "rules", "people", "directory", "consent"],
    "orientation": ["base", "rules", "people", "directory", "schedule", "secrecy"],
    "casework": ENGINES,
    "records": [*ENGINES, "casework"],
    "insight": [*ENGINES, "casework", "records"],
    "store": MODEL,
    "exchange": MODEL,
    "desk": [*MODEL, "rulebook", "store", "exchange"],
    "patio": [*MODEL, "store", "exchange", "desk"],
}
USES["bindings"] = ["patio", *USES["patio"]]

# Public headers that need more of nlohmann/json than json_fwd.hpp.
WHOLE_JSON = {"base/json_tree.hpp"}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def room_of(path):
    """The room of a file, given by its path from the root: include/patio/<room>/x.hpp, src/<room>/x.cpp, bindings/..."""
    parts = Path(path).parts
    if parts[0] == "bindings":
        return "bindings"
    inside = parts[2:] if parts[0] == "include" else parts[1:]
    return inside[0] if len(inside) > 1 else Path(inside[0]).stem


def target_of(path, quote, name):
    """The file of ours that an include line names, or None if it is not ours."""
    if name.startswith("patio/"):
        return f"include/{name}"
    if quote == '"':
        for folder in (ROOT / path).parent, ROOT / "src":
            candidate = (folder / name).resolve()
            if candidate.is_file() and candidate.is_relative_to(ROOT):
                return candidate.relative_to(ROOT).as_posix()
    return None


def breaches(path, text):
    """What is wrong with the include lines of one file."""
    room = room_of(path)
    for quote, name in INCLUDE.findall(text):
        target = target_of(path, quote, name)
        if name.startswith("soci/") and not path.startswith("src/store/"):
            yield f"{path}: {name} is for src/store alone"
        public_name = path.removeprefix("include/patio/")
        if name == "nlohmann/json.hpp" and path.startswith("include/") and public_name not in WHOLE_JSON:
            yield f"{path}: include nlohmann/json_fwd.hpp instead of {name}"
        if target is None:
            continue
        if target.startswith("src/") and not path.startswith("src/"):
            yield f"{path}: {name} is private to src/"
        elif target != "src/embedded.hpp" and room_of(target) not in (room, *USES.get(room, [])):
            yield f"{path}: {room} may not use {room_of(target)} ({name})"


def self_check():
    """The check itself catches what it is for."""
    wrong = [
        ("include/patio/people/person.hpp", "#include <patio/directory/service.hpp>"),
        ("src/orientation/orient.cpp", "#include <patio/consent/consent.hpp>"),
        ("src/exchange/csv.cpp", '#include "patio/store/store.hpp"'),
        ("src/base/id.cpp", "#include <patio/patio.hpp>"),
        ("src/desk/desk.cpp", "#  include <soci/soci.h>"),
        ("include/patio/rules/rulebook.hpp", "#include <nlohmann/json.hpp>"),
        ("bindings/c/patio.cpp", '#include "../../src/embedded.hpp"'),
    ]
    right = [
        ("include/patio/secrecy/decide.hpp", "#include <patio/consent/consent.hpp>\n#include <nlohmann/json_fwd.hpp>"),
        ("src/store/row.cpp", "#include <soci/soci.h>\n#include <nlohmann/json.hpp>"),
        ("include/patio/desk.hpp", "#include <patio/store/store.hpp>"),
        ("bindings/python/module.cpp", "#include <patio/patio.hpp>\n#include <nlohmann/json.hpp>"),
    ]
    for path, text in wrong:
        assert list(breaches(path, text)), f"missed: {path}: {text}"
    for path, text in right:
        assert not list(breaches(path, text)), f"wrongly refused: {path}: {text}"


def main():
    self_check()
    files = sorted(
        path
        for folder in ("include", "src", "bindings")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".hpp", ".cpp", ".h", ".c"}
    )
    found = []
    for path in files:
        found += breaches(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
    unknown = {room_of(path.relative_to(ROOT).as_posix()) for path in files} - set(USES) - {"embedded"}
    found += [f"{room}: a room that this test does not know" for room in sorted(unknown)]
    print("\n".join(found) or f"{len(files)} files, no arrow goes up")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
