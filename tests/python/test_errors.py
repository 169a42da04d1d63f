"""What goes wrong is told by its code, in two languages, and never with a personal value."""

import pickle
import traceback

import libpatio
import pytest
from libpatio import Error, InvalidInput, Person, Refused

SECRET = "Zerbib"


def test_all_three_are_errors_with_a_code():
    with pytest.raises(Error) as caught:
        libpatio.ask("no_such_door", {})
    assert caught.value.code == libpatio.ErrorCode.not_found and caught.value.message.fr != caught.value.message.en
    with pytest.raises(Error) as caught:
        libpatio.ask("decide", {})
    assert isinstance(caught.value, InvalidInput) and isinstance(caught.value, ValueError)
    assert caught.value.code == "invalid_input" and caught.value.issues


@pytest.mark.parametrize(
    "error",
    [
        Error("not_found", libpatio.Text(fr="rien", en="nothing")),
        InvalidInput((libpatio.Issue(path="/a", code="x", message=libpatio.Text(fr="faux", en="wrong")),)),
        Refused(libpatio.refusal_of(code="secrecy")),
    ],
)
def test_they_pickle_and_read_as_a_sentence(error):
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error) and again.code == error.code and str(again) == str(error) == error.message.en
    assert error.message.en and error.message.fr != error.message.en or isinstance(error, Refused)


WRONG = [
    lambda: Person(id=SECRET, kind=SECRET, usual_name=SECRET + "\udcff"),
    lambda: Person(**{SECRET: SECRET}),
    lambda: Person(id=1, kind=[SECRET], first_names={SECRET: 1}),
    lambda: Person(first_names=[b"Zerbib", SECRET]),
    lambda: Person.from_json('{"usual_name": "Zerbib'),
    lambda: Person.from_json(b'{"usual_name": "Zerbib\xff"}'),
    lambda: libpatio.ask("decide", {SECRET: SECRET}),
    lambda: libpatio.ask(SECRET, {"a": 1}),
    lambda: libpatio.ask("decide", {1: SECRET}),
    lambda: libpatio.decide({"actor": SECRET}, day="2026-03-10"),
    lambda: libpatio.decide(SECRET, day="2026-03-10"),
    lambda: libpatio.decide_many({SECRET: [SECRET]}, day="2026-03-10"),
    lambda: libpatio.decide_many({"actor": [SECRET]}, day="2026-03-10"),
    lambda: libpatio.Centre.open("sqlite::memory:", plan={SECRET: SECRET}),
]


@pytest.mark.parametrize("wrong", WRONG)
def test_nothing_of_what_was_given_is_in_an_error(wrong):
    with pytest.raises((Error, TypeError)) as caught:
        wrong()
    error = caught.value
    told = [str(error), repr(error), str(error.__cause__), str(error.__context__)]
    if isinstance(error, Error):
        told += [error.message.fr, error.message.en, error.code]
    assert not any(SECRET in text for text in told)
    assert SECRET not in "".join(traceback.format_exception_only(type(error), error))
