"""Decisions from Python: one by one, by columns and as JSON they are the same."""

import datetime
import random
import threading

import libpatio
import pytest
from libpatio import AccessRequest, Books, Effect, InvalidInput

DAY = datetime.date(2026, 3, 10)
DECIDER = Books.default().decider(DAY)
FACTS = DECIDER.facts


def requests(count, seed=1):
    """As dicts of texts, some nearly empty, some nearly full."""
    draw = random.Random(seed)
    return [
        {name: draw.choice(values) for name, values in FACTS.items() if draw.random() < share}
        for share in (draw.random() for _ in range(count))
    ]


def columns_of(rows):
    return {name: [row.get(name) for row in rows] for name in FACTS}


def test_nothing_known_is_nothing_permitted():
    decision = libpatio.decide(day=DAY)
    assert decision.effect is Effect.deny and decision.day == DAY and decision.version == DECIDER.version
    assert decision.texts == () or decision.texts[0].ref


def test_facts_may_come_by_name_in_a_dict_or_in_a_request():
    facts = {"action": "disclose", "actor": "ccas_reception", "recipient": "police"}
    by_name = libpatio.decide(day=DAY, **facts)
    assert libpatio.decide(facts, day=DAY) == by_name == libpatio.decide(AccessRequest(**facts), day=DAY)
    assert libpatio.decide({"action": "disclose"}, day=DAY, actor="ccas_reception", recipient="police") == by_name
    assert libpatio.decide(AccessRequest(action="view"), day=DAY, **facts) == by_name
    assert libpatio.ask("decide", {"day": DAY, "request": facts}) == json_of(by_name)
    assert libpatio.ask(libpatio.Decide(day=DAY, request=AccessRequest(**facts))) == by_name


def json_of(value):
    import json

    return json.loads(value.to_json())


def test_without_the_way_the_answer_is_the_same_but_for_the_way():
    way = DECIDER.decide(action="disclose", actor="ccas_reception", recipient="police", category="attendance")
    none = DECIDER.decide(action="disclose", actor="ccas_reception", recipient="police", category="attendance", way=False)
    assert none.lawful_way is None and none.replace(no_way_reason=way.no_way_reason, lawful_way=way.lawful_way) == way


def test_the_effect_alone_is_that_of_the_decision():
    for row in requests(300, seed=6):
        effect = DECIDER.decide(row, way=False).effect
        assert DECIDER.effect(row) is effect is DECIDER.effect(**row) is DECIDER.effect(AccessRequest(**row))
        some = dict(list(row.items())[:3])
        assert DECIDER.effect(some, **row) is effect and DECIDER.effect({**row, "actor": None}) is DECIDER.effect(
            {name: value for name, value in row.items() if name != "actor"}
        )


def test_answers_that_share_their_words_are_those_of_the_door():
    for row in requests(400, seed=8):
        for way in (True, False):
            asked = libpatio.ask(libpatio.Decide(day=DAY, request=AccessRequest(**row)))
            told = DECIDER.decide(AccessRequest(**row), way=way)
            assert told == DECIDER.decide(row, way=way)
            assert told == (asked if way else asked.replace(lawful_way=None, no_way_reason=None))


def test_a_name_or_a_value_counts_by_its_text_whatever_object_holds_it():
    spelled = "".join(["act", "or"])
    value = "".join(["ccas_", "reception"])
    assert DECIDER.decide({spelled: value}) == DECIDER.decide(actor="ccas_reception")
    assert DECIDER.decide(actor=libpatio.Actor.ccas_reception) == DECIDER.decide(actor="ccas_reception")
    assert DECIDER.decide(actor=libpatio.Recipient.ccas_reception) == DECIDER.decide(actor="ccas_reception")


def test_what_is_wrong_with_a_request_is_told_alike_for_its_effect_and_its_decision():
    wrong = {"actor": "nobody_knows", "colour": "red", "action": 7, "purpose": "reception"}
    told = []
    for ask in (DECIDER.decide, DECIDER.effect):
        with pytest.raises(InvalidInput) as caught:
            ask(wrong)
        told.append([(issue.path, issue.code) for issue in caught.value.issues])
    assert told[0] == told[1] and len(told[0]) == 3


def test_by_columns_and_one_by_one_it_is_the_same_answer():
    rows = requests(500)
    wanted = ["effect", "effect_code", "secrecy", "data_protection", "mandate", "rules", "obligations", "mandatory", "unsettled"]
    table = libpatio.decide_many(columns_of(rows), day=DAY, wanted=wanted)
    assert list(table) == sorted(table, key=(["effect_code"] + wanted).index)
    for place, row in enumerate(rows):
        one = DECIDER.decide(row, way=False)
        assert table["effect"][place] is one.effect
        assert list(Effect)[table["effect_code"][place]] is one.effect
        assert [table[gate.gate][place] for gate in one.gates] == [gate.effect for gate in one.gates]
        assert table["rules"][place] == tuple(rule for gate in one.gates for rule in gate.rules)[:16]
        assert set(table["obligations"][place]) == {asked.code for asked in one.obligations}
        assert set(table["mandatory"][place]) == {asked.code for asked in one.obligations if asked.mandatory}
        assert len(table["unsettled"][place]) == min(16, len(one.unsettled))


def test_a_column_may_be_texts_members_or_bytes():
    rows = requests(200, seed=2)
    texts = columns_of(rows)
    codes = {name: bytes(FACTS[name].index(value) + 1 if value else 0 for value in column) for name, column in texts.items()}
    members = {
        name: tuple(getattr(AccessRequest(**{name: value}), name) if value else float("nan") for value in column)
        for name, column in texts.items()
    }
    answer = libpatio.decide_many(texts, day=DAY)
    assert libpatio.decide_many(codes, day=DAY) == answer == libpatio.decide_many(members, day=DAY)
    assert libpatio.decide_many({name: memoryview(bytearray(column)) for name, column in codes.items()}, day=DAY) == answer


def test_numpy_columns_are_taken_as_they_are():
    numpy = pytest.importorskip("numpy")
    rows = requests(50, seed=3)
    texts = columns_of(rows)
    answer = libpatio.decide_many(texts, day=DAY)
    objects = {name: numpy.array(column, dtype=object) for name, column in texts.items()}
    codes = {name: numpy.array([FACTS[name].index(value) + 1 if value else 0 for value in column], dtype="uint8") for name, column in texts.items()}
    assert libpatio.decide_many(objects, day=DAY) == answer == libpatio.decide_many(codes, day=DAY)


def test_every_wrong_cell_is_told():
    with pytest.raises(InvalidInput) as caught:
        libpatio.decide_many({"actor": ["nobody_knows", None, 7], "colour": ["red"], "action": ["view"]}, day=DAY)
    assert [(issue.path, issue.code) for issue in caught.value.issues] == [
        ("/actor/0", "unknown_value"),
        ("/actor/2", "unknown_value"),
        ("", "unknown_fact"),
        ("/action", "unequal_length"),
    ]
    with pytest.raises(InvalidInput):
        libpatio.decide_many({"action": bytes([200])}, day=DAY)
    with pytest.raises(ValueError):
        libpatio.decide_many({}, day=DAY, wanted=["colour"])
    assert libpatio.decide_many({}, day=DAY) == {"effect": []}


def test_with_any_fact_removed_no_answer_becomes_more_permissive():
    flows = {Effect.oblige, Effect.permit, Effect.transform}
    for row in requests(300, seed=4):
        if DECIDER.decide(row, way=False).effect in flows:
            continue
        poorer = [{name: value for name, value in row.items() if name != removed} for removed in row]
        assert not any(DECIDER.decide(each, way=False).effect in flows for each in poorer)


def test_the_law_of_the_day_is_asked_for():
    with pytest.raises(TypeError):
        libpatio.decide(action="view")
    with pytest.raises(InvalidInput):
        libpatio.decide(day=datetime.datetime(2026, 3, 10), action="view")
    assert Books.default().decider(DAY) is DECIDER


def test_the_books_of_the_host_answer_for_the_french_ones():
    with pytest.raises(InvalidInput) as caught:
        Books.load(rules=[__file__])
    assert caught.value.issues[0].path.startswith("test_decide.py")


def test_threads_decide_at_once():
    rows = requests(2000, seed=5)
    expected = libpatio.decide_many(columns_of(rows), day=DAY)
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(libpatio.decide_many(columns_of(rows), day=DAY))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [expected] * 4


def test_other_questions_are_functions():
    assert libpatio.holidays_of(year=2026, zone="metropole").holidays[0].day == datetime.date(2026, 1, 1)
    assert libpatio.machine_of(name="consent").name == "consent"
    bound = libpatio.status_of_hat(day=DAY, hat={"employer": "ccas", "profession": "social_worker"})
    assert bound.status is libpatio.SecrecyStatus.prof
    with pytest.raises(TypeError):
        libpatio.ask(bound)
