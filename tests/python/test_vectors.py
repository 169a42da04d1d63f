"""The vectors that C++ and C play too, through Python, by the typed methods and by the doors in JSON."""

import datetime
import itertools
import json
import re
from pathlib import Path

import libpatio
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


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


def contains(whole, part):
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(key in whole and contains(whole[key], each) for key, each in part.items())
    if isinstance(part, list):
        return isinstance(whole, list) and (bool(part) or not whole) and len(whole) >= len(part) and all(map(contains, whole, part))
    return whole == part


def by_doors(desk, door, values):
    return desk.run(door, values) if desk else libpatio.ask(door, values)


def by_methods(desk, door, values):
    return json.loads((getattr(desk, door) if desk else getattr(libpatio, door))(**values).to_json())


def by_objects(desk, door, values):
    cls = getattr(libpatio, "".join(word.capitalize() for word in door.split("_")))
    asked = cls.from_json(json.dumps(values))
    return json.loads((desk.run(asked) if desk else libpatio.ask(asked)).to_json())


@pytest.mark.parametrize("way", [by_doors, by_methods, by_objects])
@pytest.mark.parametrize("name", ["s01"])
def test_it_goes_as_the_vector_says(name, way, tmp_path):
    vector = json.loads((ROOT / "tests" / "vectors" / f"{name}.json").read_text(encoding="utf-8"))
    now = datetime.datetime.fromisoformat(re.sub("Z$", "+00:00", vector["now"]))
    readings = itertools.count()

    def clock():
        return now + datetime.timedelta(seconds=next(readings))

    centre = libpatio.Centre.open(tmp_path / "centre.db", plan=ROOT / vector["plan"], clock=clock, ids=vector["ids_seed"])
    names = {}
    for step in vector["steps"]:
        desk = centre.desk_for(**step["desk"]) if step["desk"] else None
        values = bound(step["input"], names)
        if "refused" in step:
            with pytest.raises(libpatio.Refused) as caught:
                way(desk, step["door"], values)
            answer = json.loads(caught.value.refusal.to_json())
            assert contains(answer, bound(step["refused"], names)), step["title"]
        else:
            answer = way(desk, step["door"], values)
        assert contains(answer, bound(step.get("expect", {}), names)), step["title"]
        for key, pointer in step.get("bind", {}).items():
            names[key] = at(answer, pointer)
    report = centre.verify_audit()
    assert (not report.findings) == vector["audit"]["sound"]
    assert centre.audit_root().size == report.size
