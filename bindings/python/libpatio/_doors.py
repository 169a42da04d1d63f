"""Every command, query and question of the library as a function of Python. Their types are in ``_doors.pyi``."""

from __future__ import annotations

import inspect
import json
import uuid
from typing import Any, Callable, Dict, List, Optional

from . import _core, _model
from ._books import Books
from ._described import Described


class DeskDoors:
    """What a desk does: a method for each command and each query, named and typed as its class is."""

    _core: _core.OpenDesk

    def run(self, command: Any, values: Any = None, /, *, if_revision: Optional[int] = None) -> Any:
        """Runs a command or asks a query: an object of its class, or the name of its door with a dict (and a dict back).

        if_revision: the ``revision`` of ``read_plan`` that the caller has seen. If the person's file has changed since, a
        command is ``Refused`` (changed_meanwhile) and nothing is done.
        """
        if isinstance(command, str):
            return json.loads(_core.run_json(self._core, command, values, if_revision))
        return _core.run(self._core, _door_of(command, _desk_doors), command, if_revision)


def ask(question: Any, values: Any = None, /, *, books: Optional[Books] = None) -> Any:
    """Asks an engine: an object of the question's class, or the name of its door with a dict (and a dict back)."""
    core = (books or Books.default())._core
    if isinstance(question, str):
        return json.loads(_core.ask_json(core, question, values))
    return _core.ask(core, _door_of(question, _questions), question)


def doors() -> List[Dict[str, Any]]:
    """Every door of the library: its name, its kind (command, query, question) and the JSON Schemas of what goes in and out."""
    return [
        {"name": name, "kind": kind, "input_schema": json.loads(goes_in), "output_schema": json.loads(comes_out)}
        for name, kind, _, _, goes_in, comes_out in _core.doors()
    ]


def _door_of(question: Any, doors_of: Dict[type, str]) -> str:
    try:
        return doors_of[type(question)]
    except KeyError:
        raise TypeError(f"{type(question).__name__} is no {' or '.join(sorted(each.__name__ for each in doors_of))}") from None


def _takes(name: str) -> Any:
    return getattr(_model, name)


def _parameters(cls: Any) -> Any:
    return list(inspect.signature(cls).parameters.values())


def _desk_method(door: str, cls: Any, gives: str) -> Callable[..., Any]:
    made_here = "command_id" in cls.__match_args__

    def method(self: DeskDoors, /, *, if_revision: Optional[int] = None, **values: Any) -> Any:
        if made_here and values.get("command_id") is None:
            values["command_id"] = uuid.uuid4()
        return _core.run(self._core, door, {**cls._defaults, **values}, if_revision)

    parameters = [each.replace(default=None) if each.name == "command_id" else each for each in _parameters(cls)]
    me = inspect.Parameter("self", inspect.Parameter.POSITIONAL_ONLY)
    if made_here:
        parameters.append(inspect.Parameter("if_revision", inspect.Parameter.KEYWORD_ONLY, default=None, annotation="int | None"))
    method.__signature__ = inspect.Signature([me, *parameters], return_annotation=gives)  # type: ignore[attr-defined]
    method.__doc__ = cls.__doc__ or f"Takes what {cls.__name__} takes, gives {gives}."
    return method


def _question_function(door: str, cls: Any, gives: str) -> Callable[..., Any]:
    def function(*, books: Optional[Books] = None, **values: Any) -> Any:
        return _core.ask((books or Books.default())._core, door, {**cls._defaults, **values})

    own = inspect.Parameter("books", inspect.Parameter.KEYWORD_ONLY, default=None, annotation="Books | None")
    function.__signature__ = inspect.Signature([*_parameters(cls), own], return_annotation=gives)  # type: ignore[attr-defined]
    function.__doc__ = cls.__doc__ or f"Takes what {cls.__name__} takes, gives {gives}."
    return function


def _named(function: Callable[..., Any], name: str, prefix: str = "") -> Callable[..., Any]:
    function.__name__ = name
    function.__qualname__ = prefix + name
    function.__module__ = "libpatio"
    return function


_desk_doors: Dict[type, str] = {}
_questions: Dict[type, str] = {}
__all__ = ["ask", "doors"]
for _name, _kind, _input, _gives, _, _ in _core.doors():
    if _kind != "question":
        _desk_doors[_takes(_input)] = _name
        setattr(DeskDoors, _name, _named(_desk_method(_name, _takes(_input), _gives), _name, "Desk."))
        continue
    _questions[_takes(_input)] = _name
    if _name != "decide":  # has a function of its own, which takes facts by name
        globals()[_name] = _named(_question_function(_name, _takes(_input), _gives), _name)
        __all__.append(_name)
