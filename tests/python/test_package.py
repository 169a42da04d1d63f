"""What comes with the package: stubs, the command, the examples."""

import importlib.util
import io
import json
import subprocess
import sys
from pathlib import Path

import libpatio
import pytest
from libpatio.__main__ import main

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "bindings" / "python"


def load(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_stubs_and_docs_are_those_of_the_library():
    stubs = load(PACKAGE / "make_stubs.py")
    stale = [path.name for path, text in stubs.files().items() if path.read_text(encoding="utf-8") != text]
    assert not stale, f"run bindings/python/make_stubs.py: {stale}"


def test_the_package_is_well_typed(tmp_path):
    api = pytest.importorskip("mypy.api")
    program = tmp_path / "program.py"
    program.write_text(
        "import datetime\nimport libpatio\n"
        "def f(desk: libpatio.Desk) -> str:\n"
        "    slots = desk.find_slots(service='svc:x').slots\n"
        "    made = desk.register_person(kind='named', birth_date=datetime.date(1968, 5, 2))\n"
        "    effect: libpatio.Effect = libpatio.decide(day=datetime.date(2026, 3, 10)).effect\n"
        "    answer: libpatio.FreeSlots = desk.run(libpatio.FindSlots(service='svc:x'))\n"
        "    return made.person_id + slots[0].starts_at.isoformat() + effect\n"
        "def g(desk: libpatio.Desk) -> None:\n"
        "    desk.register_person(kind='giant')\n"
        "    libpatio.Period(since='2026-01-01')\n"
        "    desk.find_slots(service='svc:x').slots[0].minutes = 1\n"
    )
    said, _, _ = api.run(["--strict", "--no-incremental", "--cache-dir", str(tmp_path), str(PACKAGE / "libpatio"), str(program)])
    wrong = [line for line in said.splitlines() if ": error:" in line]
    assert [line.split(":")[1] for line in wrong] == ["10", "11", "12"], said


def test_the_command_decides_in_words(capsys):
    assert main(["decide", "--lang", "fr", "--day", "2026-03-10", "action=disclose", "actor=ccas_reception", "recipient=police"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("deny") and "@2026-03-10" in told


def test_the_command_gives_json_schemas_doors_and_facts(capsys, monkeypatch):
    assert main(["decide", "--json", "action=view"]) == 0
    assert json.loads(capsys.readouterr().out)["effect"] == "deny"
    assert main(["schema", "send_referral"]) == 0 and main(["schema", "Consent"]) == 0 and main(["doors"]) == 0
    assert "send_referral" in capsys.readouterr().out
    assert main(["facts", "action"]) == 0
    assert "disclose" in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.StringIO('{"year": 2026, "zone": "metropole"}'))
    assert main(["ask", "holidays_of"]) == 0


def test_the_command_says_what_is_wrong(capsys):
    assert main(["decide", "colour=red"]) == 2
    assert capsys.readouterr().err
    with pytest.raises(SystemExit):
        main([])


def test_the_command_helps():
    said = subprocess.run([sys.executable, "-m", "libpatio", "--help"], capture_output=True, text=True, check=True).stdout
    for command in ("decide", "facts", "doors", "schema", "ask", "examples:"):
        assert command in said


def test_the_morning_goes_well(capsys):
    load(ROOT / "examples" / "python" / "morning.py").main("sqlite::memory:")
    told = capsys.readouterr().out
    assert "1 visit, 3 requests, 1 person" in told and "as it was written" in told


def test_everything_public_is_documented():
    for name in libpatio.__all__:
        public = getattr(libpatio, name)
        if not (isinstance(public, type) and issubclass(public, (libpatio.Described, libpatio.Choice))):
            assert public.__doc__, name
