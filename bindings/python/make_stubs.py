#!/usr/bin/env python3
"""Writes what editors and type checkers read: the stubs of the classes that the module makes when it is imported, and their
documentation, which is that of the C++ headers.

    PYTHONPATH=build/dev/python python3 bindings/python/make_stubs.py            # writes them
    PYTHONPATH=build/dev/python python3 bindings/python/make_stubs.py --check    # says which are out of date
"""

from __future__ import annotations

import keyword
import re
import sys
import textwrap
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path = [place for place in sys.path if Path(place).resolve() != HERE]  # the sources have no compiled part

from libpatio import _core  # noqa: E402

HEADERS = HERE.parent.parent / "include" / "patio"
PACKAGE = HERE / "libpatio"

HEAD = "# Written by make_stubs.py from the descriptions of the library: change those, then run it again.\n"

Fields = "tuple[tuple[str, str, str, bool, object], ...]"


# ---- Documentation: the comment above a struct, an enumeration or a field of a header

DECLARED = re.compile(r"(?:struct|enum class) (\w+)[^;]*\{|(?:.*[\s>])?(\w+)(?:\{\}|\s*=[^=;]*)?;")


def read_docs() -> dict[str, str]:
    """'Consent' and 'Consent.recipients' -> their comments."""
    docs: dict[str, str] = {}
    for header in sorted(HEADERS.rglob("*.hpp")):
        docs.update(docs_of(header.read_text(encoding="utf-8")))
    return docs


def docs_of(header: str) -> dict[str, str]:
    docs: dict[str, str] = {}
    comment: list[str] = []
    owner = ""
    for line in header.splitlines():
        stripped = line.strip()
        if stripped.startswith("///"):
            comment.append(stripped[3:].removeprefix(" "))
            continue
        declared = DECLARED.match(stripped)
        if declared and declared[1] and not line.startswith(" "):
            owner = declared[1]
            keep(docs, owner, comment)
        elif declared and declared[2] and owner and line.startswith("  ") and not line.startswith("   "):
            keep(docs, f"{owner}.{declared[2]}", comment)
        elif stripped == "};":
            owner = ""
        comment = []
    return docs


def keep(docs: dict[str, str], name: str, comment: list[str]) -> None:
    text = "\n".join(comment).strip()
    if text and not text.startswith("\\file"):
        docs[name] = text


def documentation(name: str, docs: dict[str, str], fields: Fields = ()) -> str:
    """What `help` shows of a class: its comment, then those of its fields."""
    parts = [docs[name]] if name in docs else []
    told = [f"{field[0]}: {' '.join(docs[f'{name}.{field[0]}'].split())}" for field in fields if f"{name}.{field[0]}" in docs]
    return "\n\n".join(parts + (["\n".join(told)] if told else []))


# ---- Stubs


def docstring(text: str, indent: str) -> str:
    if not text:
        return ""
    body = textwrap.indent(text.replace("\\", "\\\\").replace('"""', "'''"), indent).strip()
    end = f"\n{indent}" if "\n" in body or body.endswith('"') else ""
    return f'{indent}"""{body}{end}"""\n'


def python_name(value: str) -> str:
    return value + "_" if keyword.iskeyword(value) else value


def enum_stub(name: str, values: tuple[str, ...], docs: dict[str, str]) -> str:
    members = "".join(f'    {python_name(value)} = "{value}"\n' for value in values)
    literal = ", ".join(f'"{value}"' for value in values)
    return (
        f"class {name}(Choice):\n{docstring(docs.get(name, ''), '    ')}{members}\n"
        f"{name}Value: TypeAlias = {name} | Literal[{literal}]\n"
    )


def parameters(fields: Fields, fallback: str = "...") -> str:
    """Keyword-only, in the order of the description."""
    return ", ".join(f"{name}: {accepts}{f' = {fallback}' if optional else ''}" for name, _, accepts, optional, _ in fields)


def class_stub(name: str, fields: Fields, docs: dict[str, str]) -> str:
    attributes = "".join(f"    @property\n    def {field[0]}(self) -> {field[1]}: ...\n" for field in fields)
    taken = f"*, {parameters(fields)}" if fields else ""
    return (
        f"class {name}(Described):\n{docstring(documentation(name, docs, fields), '    ')}"
        f"    def __new__(cls, {taken}) -> {name}: ...\n{attributes}"
    )


def model_stub(docs: dict[str, str]) -> str:
    shapes = _core.shapes()
    bodies = [enum_stub(name, values, docs) if values else class_stub(name, fields, docs) for name, fields, values in shapes]
    names = ", ".join(f'"{name}"' for name, _, _ in shapes)
    return (
        HEAD
        + "import datetime\nfrom typing import Any, Iterable, Literal, Mapping, TypeAlias\n\n"
        + "from ._described import Choice, Described\n\n"
        + "\n".join(bodies)
        + f"\n__all__ = [{names}]\n"
    )


def doors_stub(docs: dict[str, str]) -> str:
    fields_of = {name: fields for name, fields, _ in _core.shapes()}
    doors = [door[:4] for door in _core.doors()]
    at_a_desk = [door for door in doors if door[1] != "question"]
    asked = [door for door in doors if door[1] == "question"]
    methods = "".join(desk_method(*door, fields_of, docs) for door in at_a_desk)
    runs = "".join(
        f"    @overload\n    def run(self, command: {takes}, /, *, if_revision: int | None = ...) -> {gives}: ...\n"
        for _, _, takes, gives in at_a_desk
    )
    asks = "".join(
        f"@overload\ndef ask(question: {takes}, /, *, books: Books | None = ...) -> {gives}: ...\n" for _, _, takes, gives in asked
    )
    functions = [door for door in asked if door[0] != "decide"]
    questions = "".join(question(name, takes, gives, fields_of, docs) for name, _, takes, gives in functions)
    names = ", ".join(f'"{name}"' for name in ["ask", "doors"] + [door[0] for door in functions])
    return (
        HEAD
        + "import datetime\nimport uuid\nfrom typing import Any, Iterable, Mapping, overload\n\n"
        + "from . import _core as core\nfrom ._books import Books\nfrom ._model import *\nfrom ._model import "
        + ", ".join(sorted({name + "Value" for name, _, values in _core.shapes() if values}))
        + "\n\nclass DeskDoors:\n    _core: core.OpenDesk\n"
        + runs
        + "    @overload\n    def run(self, door: str, values: Mapping[str, Any], /, *, if_revision: int | None = ...) -> dict[str, Any]: ...\n"
        + methods
        + "\n"
        + asks
        + "@overload\ndef ask(door: str, values: Mapping[str, Any], /, *, books: Books | None = ...) -> dict[str, Any]: ...\n"
        + "def doors() -> list[dict[str, Any]]: ...\n"
        + questions
        + f"\n__all__ = [{names}]\n"
    )


def desk_method(name: str, kind: str, takes: str, gives: str, fields_of: dict[str, Fields], docs: dict[str, str]) -> str:
    fields = fields_of[takes]
    is_command = bool(fields) and fields[0][0] == "command_id"
    rest = tuple(field for field in fields if field[0] != "command_id")
    taken = [parameters(rest)] if rest else []
    if is_command:
        taken = ["command_id: str | uuid.UUID | None = ...", *taken, "if_revision: int | None = ..."]
    body = docstring(documentation(takes, docs, rest), "        ")
    star = ", *, " if taken else ""
    return f"    def {name}(self{star}{', '.join(taken)}) -> {gives}:\n{body}        ...\n"


def question(name: str, takes: str, gives: str, fields_of: dict[str, Fields], docs: dict[str, str]) -> str:
    body = docstring(documentation(takes, docs, fields_of[takes]), "    ")
    taken = parameters(fields_of[takes]) + ", " if fields_of[takes] else ""
    return f"def {name}(*, {taken}books: Books | None = ...) -> {gives}:\n{body}    ...\n"


def docs_module(docs: dict[str, str]) -> str:
    lines = "".join(
        f"    {name!r}: {text!r},\n" for name, fields, _ in sorted(_core.shapes()) if (text := documentation(name, docs, fields))
    )
    return f'{HEAD}"""What `help` shows of the classes of the model."""\n\nfrom typing import Dict\n\nDOCS: Dict[str, str] = {{\n{lines}}}\n'


def files() -> dict[Path, str]:
    docs = read_docs()
    return {
        PACKAGE / "_model.pyi": model_stub(docs),
        PACKAGE / "_doors.pyi": doors_stub(docs),
        PACKAGE / "_docs.py": docs_module(docs),
    }


def main() -> int:
    stale = {path: text for path, text in files().items() if not path.exists() or path.read_text(encoding="utf-8") != text}
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.name} is out of date: run bindings/python/make_stubs.py")
        return 1 if stale else 0
    for path, text in stale.items():
        path.write_text(text, encoding="utf-8")
        print(f"wrote {path.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
