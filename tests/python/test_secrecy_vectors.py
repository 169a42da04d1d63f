"""The vectors of secrecy that C++, C and the model run too: the hard cases, every rule's yes, no, first day and missing fact, the
statuses, and the readings that a jurist may turn."""

import datetime
import json
from pathlib import Path

import libpatio
import pytest
from libpatio import Books

ROOT = Path(__file__).resolve().parent.parent.parent
FRANCE = ROOT / "src" / "rulebook" / "france"
SCHEMAS = {f"patio/{kind}/1" for kind in ("rules", "facts", "parameters", "texts", "obligations")}


def rulebook_files():
    """Every file of the rulebook of secrecy, as a tree."""
    files = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FRANCE.glob("*.json"))}
    return {
        name: tree
        for name, tree in files.items()
        if tree.get("schema") in SCHEMAS and tree.get("of", "HatFacts") in ("AccessRequest", "HatFacts")
    }


def load(files, folder):
    paths = [folder / name for name in files]
    for path in paths:
        path.write_text(json.dumps(files[path.name]), encoding="utf-8")
    return Books.load(rules=paths)


def books_with(parameters, folder):
    """The French books, with other values for some parameters."""
    if not parameters:
        return Books.default()
    files = rulebook_files()
    for parameter in files["parameters.json"]["parameters"]:
        for dated in parameter["values"]:
            dated["value"] = parameters.get(parameter["name"], dated["value"])
    return load(files, folder)


def vectors(name):
    return json.loads((ROOT / "tests" / "vectors" / "secrecy" / name).read_text(encoding="utf-8"))


def answer_to(vector, books):
    """Effect or status, and the rest of the answer."""
    day = datetime.date.fromisoformat(vector["day"])
    if "hat" in vector:
        status = libpatio.status_of_hat(day=day, hat=vector["hat"], books=books)
        return status, str(status.status)
    decision = libpatio.decide(vector["request"], day=day, books=books, way="lawful_way" in vector["expect"])
    return decision, str(decision.effect)


def faults(vector, books):
    expect = vector["expect"]
    answer, said = answer_to(vector, books)
    determining = {rule.id for rule in answer.determining}
    unsettled = {rule.id for rule in answer.unsettled}
    missing = {fact.attribute for rule in answer.unsettled for fact in rule.missing}
    obligations = {asked.code for asked in getattr(answer, "obligations", ())}
    wrong = {
        "effect": said != expect.get("status", expect.get("effect")),
        "rules": not set(expect.get("rules", ())) <= determining,
        "absent": bool(set(expect.get("absent", ())) & determining),
        "unsettled": not set(expect.get("unsettled", ())) <= unsettled,
        "missing": not set(expect.get("missing", ())) <= missing,
        "obligations": not set(expect.get("obligations", ())) <= obligations,
    }
    if "lawful_way" in expect:
        changes = answer.lawful_way.changes if answer.lawful_way else ()
        wrong["lawful_way"] = [{"attribute": each.attribute, "value": each.value} for each in changes] != expect["lawful_way"]
    return [f"{vector['id']}: {part}" for part, is_wrong in wrong.items() if is_wrong]


@pytest.mark.parametrize("name", ["hard_cases.json", "rules.json", "statuses.json", "readings.json"])
def test_the_vectors_are_answered_as_they_say(name, tmp_path):
    books, wrong = {}, []
    for vector in vectors(name):
        parameters = vector.get("parameters", {})
        key = json.dumps(parameters, sort_keys=True)
        if key not in books:
            books[key] = books_with(parameters, tmp_path)
        wrong += faults(vector, books[key])
    assert not wrong


def rule_that_refused(decision):
    return next(rule.id for rule in decision.determining if rule.id.startswith("SEC-"))


def test_an_old_decision_is_given_again_as_the_rulebook_knew_it(tmp_path):
    request = {"action": "disclose", "actor": "ccas_reception", "actor_status": "miss", "recipient": "police", "category": "attendance"}
    day = datetime.date(2026, 12, 1)
    before = libpatio.decide(request, day=day)
    files = rulebook_files()
    entries = [entry for tree in files.values() for entry in tree.get("rules", ())]
    wrong = next(entry for entry in entries if entry["id"] == rule_that_refused(before))
    put_right = dict(wrong, title={"fr": "Autre lecture", "en": "Another reading"}, recorded="2026-12-24", corrects=wrong["recorded"])
    files["put_right.json"] = {"schema": "patio/rules/1", "rules": [put_right]}
    books = load(files, tmp_path)
    now = libpatio.decide(request, day=day, books=books)
    then = libpatio.decide(request, day=day, known_as_of=datetime.date(2026, 12, 23), books=books)
    assert now.determining != before.determining and "Another reading" in {rule.title.en for rule in now.determining}
    assert then.replace(version=before.version) == before
    assert libpatio.ask(libpatio.Decide(day=day, known_as_of=datetime.date(2026, 12, 23), request=request), books=books) == then


def test_the_status_of_a_hat_is_given_again_as_the_rulebook_knew_it(tmp_path):
    hat = {"employer": "ccas", "profession": "social_worker"}
    day = datetime.date(2026, 12, 1)
    before = libpatio.status_of_hat(day=day, hat=hat)
    files = rulebook_files()
    wrong = [entry for entry in files["statuses.json"]["rules"] if entry["id"] in {rule.id for rule in before.determining}]
    assert before.status is libpatio.SecrecyStatus.prof and wrong
    put_right = [dict(entry, effect="conf", recorded="2026-12-24", corrects=entry["recorded"]) for entry in wrong]
    files["put_right.json"] = {"schema": "patio/rules/1", "rules": put_right}
    books = load(files, tmp_path)
    now = libpatio.status_of_hat(day=day, hat=hat, books=books)
    then = libpatio.status_of_hat(day=day, known_as_of=datetime.date(2026, 12, 23), hat=hat, books=books)
    assert now.status is not libpatio.SecrecyStatus.prof
    assert (then.status, then.determining) == (before.status, before.determining)
    assert libpatio.status_of_hat(day=day, known_as_of=datetime.date(2026, 11, 23), hat=hat).status is libpatio.SecrecyStatus.none


def test_a_decision_that_rests_on_a_rule_past_its_review_warns():
    request = {"action": "disclose", "actor": "ccas_reception", "actor_status": "miss", "recipient": "police", "category": "attendance"}
    assert not libpatio.decide(request, day=datetime.date(2027, 11, 23)).warnings
    warned = libpatio.decide(request, day=datetime.date(2027, 11, 24))
    assert any(rule_that_refused(warned) in warning.en for warning in warned.warnings)


def test_a_rulebook_with_one_fault_leaves_no_engine(tmp_path):
    files = rulebook_files()
    files["secrecy_person.json"]["rules"][0]["when"].append({"actor": ["nobody"], "colour": "red"})
    files["texts.json"]["texts"].append(files["texts.json"]["texts"][0])
    books = None
    with pytest.raises(libpatio.InvalidInput) as caught:
        books = load(files, tmp_path)
    assert books is None
    assert {issue.code for issue in caught.value.issues} == {"unknown_fact", "unknown_fact_value", "repeated_name"}
    assert all("#/" in issue.path for issue in caught.value.issues)
