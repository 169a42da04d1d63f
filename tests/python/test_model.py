"""The classes of the model: frozen, checked, pickled, the same in JSON."""

import copy
import datetime
import enum
import json
import pickle
import uuid
from pathlib import Path

import jsonschema
import libpatio
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from libpatio import Consent, ContactPoint, InvalidInput, Period, Person, PersonKind, Slot, _core

HERE = Path(__file__).resolve().parent
CLASSES = [getattr(libpatio, name) for name, _, values in _core.shapes() if not values]
ENUMS = [getattr(libpatio, name) for name, _, values in _core.shapes() if values]

MARC = Person(
    id="9f0c2d5e-1b1f-4c3a-8a53-0d2f2b1c7a11",
    kind="named",
    usual_name="Lenoir",
    first_names=["Marc", "Jean"],
    birth_date=datetime.date(1968, 5, 2),
    contacts=[ContactPoint(channel="mobile", address="0601020304", safety="unknown")],
)


def issues_of(call):
    with pytest.raises(InvalidInput) as caught:
        call()
    return {(issue.path, issue.code) for issue in caught.value.issues}


# ---- Making one


def test_values_are_what_python_expects():
    assert MARC.kind is PersonKind.named and MARC.kind == "named" and str(MARC.kind) == f"{MARC.kind}" == "named"
    assert MARC.birth_date == datetime.date(1968, 5, 2)
    assert MARC.first_names == ("Marc", "Jean")
    assert MARC.birth_name is None and MARC.safety_flags == ()
    assert MARC.contacts[0].channel is libpatio.ContactChannel.mobile


def test_instants_are_aware_and_in_utc():
    paris = datetime.timezone(datetime.timedelta(hours=1))
    slot = Slot(
        permanence="perm:x",
        service="svc:x",
        professional="pro:x",
        space="space:x",
        starts_at=datetime.datetime(2026, 3, 19, 14, 0, 0, 7, tzinfo=paris),
        minutes=30,
    )
    assert slot.starts_at == datetime.datetime(2026, 3, 19, 13, 0, 0, 7, tzinfo=datetime.timezone.utc)
    assert slot.starts_at.tzinfo is datetime.timezone.utc


def test_a_naive_datetime_is_no_instant_and_a_datetime_is_no_day():
    naive = datetime.datetime(2026, 3, 19, 14)
    given = dict(permanence="perm:x", service="svc:x", professional="pro:x", space="space:x", minutes=30)
    assert ("/starts_at", "not_an_instant") in issues_of(lambda: Slot(starts_at=naive, **given))
    assert ("/since", "not_a_date") in issues_of(lambda: Period(since=naive))


def test_a_uuid_a_member_of_an_enum_or_a_nested_dict_is_taken_for_what_it_is():
    made = MARC.replace(id=uuid.UUID(MARC.id), kind=PersonKind.named, contacts=[{"channel": "mobile", "address": "0601020304", "safety": "unknown"}])
    assert made == MARC


def test_everything_wrong_is_told_at_once():
    wrong = issues_of(lambda: Person(id="x", kind="giant", birth_date="2026-02-30", contacts=[{"channel": "fax"}], nickname=1))
    assert wrong >= {
        ("/id", "not_an_id"),
        ("/kind", "unknown_value"),
        ("/birth_date", "not_a_date"),
        ("/contacts/0/channel", "unknown_value"),
        ("/contacts/0/address", "missing_key"),
        ("", "unknown_key"),
    }


def test_positional_values_are_refused():
    with pytest.raises(TypeError):
        Period(datetime.date(2026, 1, 1))


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2**70, -(2**70), 1.5, None, object])
def test_what_is_no_whole_number_is_refused(value):
    with pytest.raises((InvalidInput, TypeError)):
        libpatio.HolidaysOf(year=value, zone="metropole")


def test_a_text_that_cannot_be_written_is_refused():
    assert ("/usual_name", "not_clean_text") in issues_of(lambda: MARC.replace(usual_name="Zerbib\udcff"))
    assert ("/usual_name", "not_clean_text") in issues_of(lambda: MARC.replace(usual_name="Zer\0bib"))


def test_a_list_that_holds_itself_is_refused():
    endless = []
    endless.append(endless)
    assert issues_of(lambda: MARC.replace(first_names=endless)) == {("", "too_deep")}


def test_a_value_that_c_sets_by_itself_may_be_left_out():
    assert libpatio.FindSlots(service="svc:x").days == 28


# ---- Having one


def test_it_is_frozen():
    with pytest.raises(AttributeError):
        MARC.usual_name = "Dupont"
    with pytest.raises(AttributeError):
        del MARC.usual_name
    with pytest.raises(AttributeError):
        MARC.nickname = "Marco"
    assert copy.copy(MARC) is MARC and copy.deepcopy(MARC) is MARC


def test_a_map_is_frozen_too():
    hat = libpatio.Hat(
        code="hat:x", organisation="org:x", facts={"employer": "ccas"}, actor="ccas_agent", recipient="ccas_agent",
        title=libpatio.Text(fr="x", en="x"), period=Period(since=datetime.date(2026, 1, 1)),
    )  # fmt: skip
    for change in [lambda: hat.facts.update(a="b"), lambda: hat.facts.pop("employer"), hat.facts.clear]:
        with pytest.raises(TypeError):
            change()
    assert hash(hat) == hash(pickle.loads(pickle.dumps(hat)))


def test_replace_changes_a_copy_and_checks_it():
    moved = MARC.replace(commune="insee:91312")
    assert moved.commune == "insee:91312" and MARC.commune is None and moved != MARC
    assert issues_of(lambda: MARC.replace(commune="")) == {("/commune", "not_a_code")}


def test_equal_values_are_equal_and_hash_alike():
    same = Person.from_json(MARC.to_json())
    assert same == MARC and hash(same) == hash(MARC) and len({same, MARC}) == 1
    assert MARC != MARC.to_json() and MARC != None  # noqa: E711


def test_repr_can_be_pasted_back():
    assert eval(repr(MARC), {**vars(libpatio), "datetime": datetime}) == MARC


def test_patterns_match_by_name():
    match MARC:
        case Person(kind=PersonKind.named, usual_name=name):
            assert name == "Lenoir"
        case _:
            pytest.fail("no match")


def test_help_shows_what_to_give():
    import inspect

    signature = inspect.signature(Period)
    assert [each.name for each in signature.parameters.values()] == ["since", "until"]
    assert signature.parameters["since"].default is inspect.Parameter.empty
    assert signature.parameters["until"].default is None
    assert "record stands for" in PersonKind.__doc__ and "recipients" in Consent.__annotations__


# ---- Enums


@pytest.mark.parametrize("cls", ENUMS, ids=lambda cls: cls.__name__)
def test_an_enum_is_one(cls):
    assert issubclass(cls, enum.Enum) and issubclass(cls, str)
    for member in cls:
        assert cls(member.value) is member and pickle.loads(pickle.dumps(member)) is member
        assert eval(repr(member), vars(libpatio)) is member
        assert json.dumps([member]) == json.dumps([member.value])


# ---- Texts and pickles


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_each_schema_is_a_schema_and_each_class_refuses_nonsense(cls):
    jsonschema.Draft202012Validator.check_schema(cls.json_schema())
    assert cls.__module__ == "libpatio"
    for nonsense in ["[]", "1", '"x"', '{"nonsense": 1}', "{", "", b"\xff"]:
        with pytest.raises(InvalidInput):
            cls.from_json(nonsense)


def test_json_is_canonical_and_obeys_its_schema():
    assert MARC.to_json() == json.dumps(json.loads(MARC.to_json()), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    jsonschema.validate(json.loads(MARC.to_json()), Person.json_schema())


names = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=20)
people = st.builds(
    lambda **values: Person(**values),
    id=st.uuids(version=4),
    kind=st.sampled_from(PersonKind),
    usual_name=st.none() | names,
    first_names=st.lists(names, max_size=3),
    birth_date=st.none() | st.dates(),
)
instants = st.datetimes(timezones=st.just(datetime.timezone.utc))


@given(people)
def test_any_person_comes_back_from_json_and_from_a_pickle(person):
    assert Person.from_json(person.to_json()) == person
    assert pickle.loads(pickle.dumps(person)) == person
    assert eval(repr(person), {**vars(libpatio), "datetime": datetime}) == person


@settings(max_examples=300)
@given(instants)
def test_any_instant_comes_back_to_the_microsecond(instant):
    slot = Slot(permanence="p", service="s", professional="p", space="s", starts_at=instant, minutes=1)
    assert slot.starts_at == instant and Slot.from_json(slot.to_json()) == slot


def test_what_older_versions_have_pickled_is_still_read():
    for path in sorted((HERE / "pickles").glob("*.pickle")):
        assert isinstance(pickle.loads(path.read_bytes()), (libpatio.Described, libpatio.Choice, tuple)), path.name
    assert pickle.loads((HERE / "pickles" / "person-0.1.pickle").read_bytes()) == MARC
