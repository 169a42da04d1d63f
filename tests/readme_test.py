#!/usr/bin/env python3
"""The programs in the READMEs are the ones under examples/readme, which the tests run; and what they link to exists."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = {"cpp": "decide.cpp", "c": "decide.c", "python": "decide.py"}

faults = []
for name in ("README.md", "README.fr.md"):
    text = (ROOT / name).read_text(encoding="utf-8")
    shown = dict(re.findall(r"```(\w+)\n(.*?)```", text, re.DOTALL))
    for language, program in PROGRAMS.items():
        if shown.get(language) != (ROOT / "examples/readme" / program).read_text(encoding="utf-8"):
            faults.append(f"{name}: the {language} program is not examples/readme/{program}")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if not (ROOT / target).exists():
            faults.append(f"{name}: {target} does not exist")
    for path in re.findall(r"`((?:src|include|bindings|examples|docs|conan|tests)/[\w./*-]*)`", text):
        if not list(ROOT.glob(path.rstrip("/"))):
            faults.append(f"{name}: {path} does not exist")

print("\n".join(faults) or "the READMEs say what is there")
sys.exit(bool(faults))
