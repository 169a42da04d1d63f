"""The scenarios that C++ and C play too, through Python, by the typed methods and by the doors in JSON."""

import datetime
import json
import re
from pathlib import Path

import libpatio
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SCENARIOS = ROOT / "tests" / "vectors" / "scenarios"


def bound(value, names):
    if isinstance(value, dict):
        return {key: bound(each, names) for key, each in value.items()}
    if isinstance(value, list):
        return [bound(each, names) for each in value]
    return names[value[1:]] if isinstance(value, str) and value.startswith("$") else value


def at(answer, pointer):
    for step in pointer.split("/")[1:]:
        answer = answer[int(step) if isinstance(answer, list) else step]
    return answer


def is_at(answer, pointer):
    try:
        at(answer, pointer)
    except (KeyError, IndexError, TypeError):
        return False
    return True


def contains(whole, part):
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(key in whole and contains(whole[key], each) for key, each in part.items())
    if isinstance(part, list):
        return isinstance(whole, list) and (bool(part) or not whole) and len(whole) >= len(part) and all(map(contains, whole, part))
    return whole == part


def by_doors(desk, door, values, books, **options):
    return desk.run(door, values, **options) if desk else libpatio.ask(door, values, books=books)


def by_methods(desk, door, values, books, **options):
    made = getattr(desk, door)(**values, **options) if desk else getattr(libpatio, door)(**values, books=books)
    return json.loads(made.to_json())


def by_objects(desk, door, values, books, **options):
    cls = getattr(libpatio, "".join(word.capitalize() for word in door.split("_")))
    asked = cls.from_json(json.dumps(values))
    return json.loads((desk.run(asked, **options) if desk else libpatio.ask(asked, books=books)).to_json())


def done_by_centre(centre, what, values):
    """What is asked of the centre itself, by whoever runs it."""
    if what == "tick":
        return json.loads(centre.tick().to_json())
    if what == "pending_effects":
        return {"effects": [json.loads(each.to_json()) for each in centre.pending_effects(1000)]}
    return centre.acknowledge(values["effects"]) or {}


def outcome(way, centre, desk, step, values, books):
    """The answer; or what was refused, malformed or impossible, if the step says so."""
    if "centre" in step:
        return done_by_centre(centre, step["centre"], values), {}
    door = step.get("do") or step["ask"]
    options = {"if_revision": step["if_revision"]} if "if_revision" in step else {}
    if "refused" in step:
        with pytest.raises(libpatio.Refused) as no:
            way(desk, door, values, books, **options)
        return json.loads(no.value.refusal.to_json()), step["refused"]
    if "invalid" in step:
        with pytest.raises(libpatio.InvalidInput) as fault:
            way(desk, door, values, books, **options)
        return [json.loads(issue.to_json()) for issue in fault.value.issues], step["invalid"]
    if "error" in step:
        with pytest.raises(libpatio.Error) as error:
            way(desk, door, values, books, **options)
        return error.value.code, step["error"]
    return way(desk, door, values, books, **options), {}


class SetClock:
    """A clock that a scenario sets; each reading is one second later than the one before."""

    def __init__(self, text):
        self.set(text)

    def set(self, text):
        self.now = datetime.datetime.fromisoformat(re.sub("Z$", "+00:00", text))

    def __call__(self):
        self.now += datetime.timedelta(seconds=1)
        return self.now - datetime.timedelta(seconds=1)


@pytest.mark.parametrize("way", [by_doors, by_methods, by_objects])
@pytest.mark.parametrize("name", sorted(each.stem for each in SCENARIOS.glob("*.json")))
def test_it_goes_as_the_vector_says(name, way, tmp_path):
    vector = json.loads((SCENARIOS / f"{name}.json").read_text(encoding="utf-8"))
    clock = SetClock(vector["now"])
    books = libpatio.Books.default()
    if "local_rules" in vector:
        books = books.with_local_rules([ROOT / vector["local_rules"]])
    centre = libpatio.Centre.open(
        tmp_path / "centre.db", plan=ROOT / vector["plan"], clock=clock, ids=vector["ids_seed"], books=books
    )
    names = {}
    for number, step in enumerate(vector["steps"], 1):
        if "now" in step:
            clock.set(step["now"])
        desk = centre.desk_for(**vector["actors"][step["by"]]) if "by" in step else None
        values = bound(step.get("with", {}), names)
        if "do" in step:
            values.setdefault("command_id", f"00000000-0000-4000-8000-{number:012}")
        answer, expected = outcome(way, centre, desk, step, values, books)
        assert contains(answer, bound(expected, names)), step["title"]
        assert contains(answer, bound(step.get("expect", {}), names)) or "expect" not in step, step["title"]
        assert not any(is_at(answer, pointer) for pointer in step.get("absent", [])), step["title"]
        for pointer, count in step.get("count", {}).items():
            assert len(at(answer, pointer)) == count, step["title"]
        for key, pointer in step.get("bind", {}).items():
            names[key] = at(answer, pointer)
    report = centre.verify_audit()
    assert (not report.findings) == vector["audit"]["sound"]
    assert centre.audit_root().size == report.size
