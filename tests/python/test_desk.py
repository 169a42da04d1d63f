"""The centre and its desks from Python."""

import datetime
import json
import sqlite3
import threading
import uuid
from pathlib import Path

import libpatio
import pytest
from libpatio import Books, Centre, CentrePlan, Error, InvalidInput

PLAN = Path(__file__).resolve().parent.parent.parent / "examples" / "data" / "le-patio.json"
FRANCE = PLAN.parent.parent.parent / "src" / "rulebook" / "france"
NOW = datetime.datetime(2026, 3, 10, 8, tzinfo=datetime.timezone.utc)


def open_centre(place="sqlite::memory:", **options):
    return Centre.open(place, **{"plan": PLAN, "clock": lambda: NOW, "ids": 1, **options})


@pytest.fixture
def desk():
    return open_centre().desk_for("pro:fs1", "hat:fs1")


def register(desk, **values):
    return desk.register_person(kind="named", usual_name="Lenoir", first_names=["Marc"], **values).person_id


def test_a_centre_opens_from_a_path_and_keeps_what_was_written(tmp_path):
    path = tmp_path / "centre.db"
    marc = register(open_centre(path).desk_for("pro:fs1", "hat:fs1"))
    again = open_centre(str(path), ids=2)
    assert again.desk_for("pro:fs1", "hat:fs1").read_plan(person_id=marc).person.usual_name == "Lenoir"
    assert not again.verify_audit().findings and again.audit_root().size == again.verify_audit().size > 0


def test_the_plan_may_be_an_object_a_dict_or_a_path():
    plan = CentrePlan.from_json(PLAN.read_text(encoding="utf-8"))
    assert open_centre(plan=plan).plan == plan == open_centre().plan
    with pytest.raises(InvalidInput) as caught:
        open_centre(plan={"name": {"fr": "x", "en": "x"}})
    assert ("/plan/zone", "missing_key") in {(issue.path, issue.code) for issue in caught.value.issues}


def test_ids_may_be_random_reproducible_or_ones_own():
    def first_person(ids):
        return register(open_centre(ids=ids).desk_for("pro:fs1", "hat:fs1"))

    assert first_person(1) == first_person(1) != first_person(2)
    assert first_person(None) != first_person(None)
    drawn = []
    assert first_person(lambda: drawn.append(uuid.uuid4()) or drawn[-1]) in {str(each) for each in drawn}
    with pytest.raises(TypeError):
        first_person(lambda: "no uuid")


def test_the_clock_is_asked_and_its_own_failure_comes_through():
    def broken():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        open_centre(clock=broken).desk_for("pro:fs1", "hat:fs1")
    with pytest.raises(TypeError):
        open_centre(clock=lambda: datetime.datetime(2026, 3, 10)).desk_for("pro:fs1", "hat:fs1")
    assert open_centre(clock=None).audit_root().size >= 0


def test_a_clock_that_calls_its_desk_is_refused_instead_of_waiting_for_ever():
    desks = []

    def asks_back():
        return NOW if not desks else desks[0].find_slots(service="svc:conciliateur")

    desks.append(open_centre(clock=asks_back).desk_for("pro:fs1", "hat:fs1"))
    with pytest.raises(Error) as caught:
        desks[0].find_slots(service="svc:conciliateur")
    assert caught.value.code == "misuse"


def test_who_does_not_wear_the_hat_has_no_desk():
    centre = open_centre()
    for professional, hat in [("pro:fs1", "hat:con1"), ("pro:nobody", "hat:fs1")]:
        with pytest.raises(Error) as caught:
            centre.desk_for(professional, hat)
        assert caught.value.code == "not_found"
    with pytest.raises(InvalidInput):
        centre.desk_for("", None)


def test_a_database_that_is_not_ours_is_refused(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear Marc Lenoir, " * 100)
    with pytest.raises(Error) as caught:
        open_centre(path)
    assert caught.value.code in ("foreign_file", "corrupt_file") and "Lenoir" not in str(caught.value)


def test_the_same_command_is_done_once(desk):
    command = uuid.uuid4()
    assert register(desk, command_id=command) == register(desk, command_id=str(command))
    assert register(desk) != register(desk)


def test_a_refusal_says_which_rule_and_what_would_unblock_it(desk):
    marc = register(desk)
    visit = desk.record_encounter(person_id=marc, site="site:patio", channel="desk", result="guided", stated=["neighbour_dispute"])
    with pytest.raises(libpatio.Refused) as caught:
        desk.send_referral(
            person_id=marc, need_id=visit.need_ids[0], service="svc:conciliateur", kind="accompanied", share=["identity"]
        )
    assert caught.value.code == caught.value.refusal.code == "secrecy"
    assert caught.value.refusal.what_would_unblock.fr and str(caught.value) == caught.value.refusal.message.en


def test_each_door_has_its_method_with_its_signature(desk):
    import inspect

    for door in libpatio.doors():
        cls = getattr(libpatio, door["input_schema"]["title"])
        function = getattr(libpatio, door["name"]) if door["kind"] == "question" else getattr(desk, door["name"])
        assert door["input_schema"] == cls.json_schema()
        if door["name"] != "decide":
            assert list(inspect.signature(cls).parameters) == [n for n in inspect.signature(function).parameters if n not in ("books", "if_revision")]
            assert function.__doc__ and function.__doc__ == (cls.__doc__ or function.__doc__)


def test_every_door_refuses_nonsense_with_issues(desk):
    for door in libpatio.doors():
        run = libpatio.ask if door["kind"] == "question" else desk.run
        misfit = {name: [[]] for name in getattr(libpatio, door["input_schema"]["title"]).__match_args__}
        for nonsense in [[], "x", 1, {"nonsense": 1}, misfit or {"nonsense": []}]:
            with pytest.raises(InvalidInput):
                run(door["name"], nonsense)


def test_threads_wait_for_each_other_at_a_desk(tmp_path):
    desk = open_centre(tmp_path / "centre.db", ids=None).desk_for("pro:fs1", "hat:fs1")
    made, failed = [], []

    def work():
        try:
            made.extend(register(desk) for _ in range(10))
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed and len(set(made)) == 40


def test_a_desk_outlives_its_centre(desk):
    assert register(desk)


def test_a_house_brings_its_own_neutral_texts(tmp_path):
    own = json.loads((FRANCE / "neutral_texts.json").read_text(encoding="utf-8"))
    for message in own["messages"]:
        if message["kind"] == "confirmation":
            message["text"] = {"fr": "Nous vous attendons.", "en": "We expect you."}
    path = tmp_path / "neutral_texts.json"
    path.write_text(json.dumps(own), encoding="utf-8")
    asked = libpatio.NeutralTextOf(kind="confirmation", facts={"place": "Le Patio", "phone": "01 60 00 00 00"}, day=NOW.date())
    assert libpatio.ask(asked, books=Books.load(house=[path])).text.en == "We expect you."
    with_place = Books.load(house=[path]).with_local_rules([FRANCE.parent.parent.parent / "examples" / "data" / "igny-rules.json"])
    assert libpatio.ask(asked, books=with_place).text.en == "We expect you.", "the rules of a place leave the house's books alone"
    path.write_text('{"schema": "patio/rules/1"}', encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        Books.load(house=[path])
    assert [(issue.path, issue.code) for issue in caught.value.issues] == [("neutral_texts.json/schema", "unknown_schema")]


def test_with_a_secret_the_keys_that_find_duplicates_tell_nothing(tmp_path):
    def keys(name, **options):
        path = tmp_path / name
        desk = open_centre(path, **options).desk_for("pro:fs1", "hat:fs1")
        first, second = register(desk, birth_date="1968-05-02"), register(desk, birth_date="1968-05-02")
        found = desk.find_duplicates(person_id=first, at_most=5).candidates
        assert [each.person_id for each in found] == [second]
        return {row[0] for row in sqlite3.connect(path).execute("SELECT match_key FROM match_key")}

    bare, sealed, other = keys("bare"), keys("sealed", match_secret=b"s" * 32), keys("other", match_secret=b"t" * 32)
    assert len(bare) == len(sealed) == len(other) and not bare & sealed and not sealed & other
    with pytest.raises(Error):
        open_centre(match_secret=b"short")


def test_the_log_names_the_link_of_whoever_has_no_account(tmp_path):
    path = tmp_path / "centre.db"
    centre = open_centre(path)
    sender, anybody = centre.desk_for("pro:ts1", "hat:ts1"), centre.desk_for("pro:fs2", "hat:fs2")
    marc = register(sender)
    need = sender.record_encounter(
        person_id=marc, site="site:patio", channel="desk", result="oriented", stated=["over_indebtedness"]
    ).need_ids[0]
    consent = sender.give_consent(
        person_id=marc, given_by="person", means="written", for_purpose="orientation", recipients=["org:udaf"],
        categories=["identity"], text_version="orientation-1", evidence=[{"kind": "signed_paper", "sha256": "0" * 64}],
    ).consent_id
    referral = sender.send_referral(
        person_id=marc, need_id=need, service="svc:udaf", kind="formal", consent_id=consent, share=["identity"]
    ).referral_id
    issued = sender.issue_referral_token(referral_id=referral)
    anybody.open_referral(referral_id=referral, token=issued.token)
    step = sender.read_referral(referral_id=referral).timeline[-1]
    assert (step.event, step.actor) == ("open", f"link:{issued.link_id}")
    rows = sqlite3.connect(path).execute("SELECT actor, detail FROM audit_leaf WHERE action = 'open_referral'").fetchall()
    assert [actor for actor, _ in rows] == [f"link:{issued.link_id}"] and '"desk":"pro:fs2"' in rows[0][1]
    assert issued.token not in path.read_bytes().decode("latin-1")
