"""The books that the engines answer from, and the secrecy rules of one day."""

from __future__ import annotations

import datetime
import functools
import os
from pathlib import Path
from typing import Any, Dict, Iterable, List, Mapping, Optional, Tuple, Union

from . import _core
from ._model import AccessRequest, Decision, Effect

FilePath = Union[str, "os.PathLike[str]"]


def _read(paths: Iterable[FilePath]) -> List[Tuple[str, str]]:
    return [(Path(path).name, Path(path).read_text(encoding="utf-8")) for path in paths]


class Books:
    """Rules and needs from which the engines answer. Immutable, shared freely by threads."""

    __slots__ = ("_core",)

    def __init__(self, core: _core.Books) -> None:
        self._core = core

    @staticmethod
    @functools.lru_cache(maxsize=1)
    def default() -> Books:
        """The French books of this version of the library."""
        return Books(_core.default_books())

    @staticmethod
    def load(*, rules: Iterable[FilePath] = (), needs: Iterable[FilePath] = (), house: Iterable[FilePath] = ()) -> Books:
        """Your own: all files of the secrecy rulebook, all files of the needs book, and of the house's casework book, neutral
        texts and matching weights those that you write yourself. The French one where none is given.

        Raises ``InvalidInput`` with every fault of every file.
        """
        return Books(_core.load_books(_read(rules), _read(needs), _read(house)))

    def with_local_rules(self, files: Iterable[FilePath]) -> Books:
        """The same books with the rules of a place over their needs (schema ``patio/local_rules/1``).

        A centre's come before a commune's, these before a département's, these before the nation's. Raises ``InvalidInput``
        with every fault of every file.
        """
        return Books(_core.with_local_rules(self._core, _read(files)))

    def decider(self, day: datetime.date, *, known_as_of: Optional[datetime.date] = None) -> Decider:
        """The secrecy rules in force on that day, as the rulebook knew them on ``known_as_of``."""
        return _decider(self, day, known_as_of)


class Decider:
    """The secrecy rules of one day, compiled. Immutable, shared freely by threads."""

    __slots__ = ("_core",)

    def __init__(self, core: _core.Decider) -> None:
        self._core = core

    @property
    def version(self) -> str:
        """Contents of the rulebook and day: the same version always gives the same answers."""
        return self._core.version()

    @property
    def facts(self) -> Dict[str, Tuple[str, ...]]:
        """Every fact of a request with its values. The place of a value, from 1, is its number in a column of bytes."""
        return self._core.facts()

    def decide(
        self, request: Union[AccessRequest, Mapping[str, Any], None] = None, /, *, way: bool = True, **facts: Optional[str]
    ) -> Decision:
        """May this actor give this to this recipient? Facts by name, or in a request; what is left out is unknown.

        ``way=False`` leaves out the search for the cheapest lawful way to a yes, which takes most of the time.
        """
        decision: Decision = self._core.decide(_joined(request, facts), way)
        return decision

    def effect(self, request: Union[AccessRequest, Mapping[str, Any], None] = None, /, **facts: Optional[str]) -> Effect:
        """Only the effect of the answer: for loops that meet one request at a time."""
        effect: Effect = self._core.effect(_joined(request, facts))
        return effect

    def decide_many(self, columns: Mapping[str, Any], wanted: Iterable[str] = ("effect",)) -> Dict[str, Any]:
        """The same for a whole table: name of a fact -> its values, row by row; a fact that is left out is unknown.

        A column is a list, tuple, array or series of texts, where None and nan are unknown; or bytes (``bytes``, an array of
        ``uint8``) that number the values of ``facts`` from 1, where 0 is unknown. The answer has the columns of ``wanted``:
        ``effect``, ``effect_code`` (bytes), ``secrecy``, ``data_protection``, ``mandate`` (the gates), ``rules``, ``unsettled``
        (ids), ``obligations``, ``mandatory`` (codes). At most 16 ids are named in a row.
        """
        return self._core.decide_columns(columns, wanted)


def _joined(request: Union[AccessRequest, Mapping[str, Any], None], facts: Mapping[str, Optional[str]]) -> Any:
    if request is None:
        return facts
    if not facts:
        return request
    return request.replace(**facts) if isinstance(request, AccessRequest) else {**request, **facts}


# Compiling takes milliseconds, deciding microseconds.
@functools.lru_cache(maxsize=64)
def _decider(books: Books, day: datetime.date, known_as_of: Optional[datetime.date]) -> Decider:
    return Decider(_core.decider(books._core, day, known_as_of))


def decide(
    request: Union[AccessRequest, Mapping[str, Any], None] = None,
    /,
    *,
    day: datetime.date,
    known_as_of: Optional[datetime.date] = None,
    books: Optional[Books] = None,
    way: bool = True,
    **facts: Optional[str],
) -> Decision:
    """May this actor give this to this recipient, under the law of that day?

    >>> decide(day=datetime.date(2026, 3, 10), action="disclose", actor="ccas_reception", recipient="police",
    ...        category="attendance").effect
    Effect.deny

    See ``Decider.decide`` and, for the facts and their values, ``Decider.facts`` or ``libpatio facts`` in a shell.
    """
    return (books or Books.default()).decider(day, known_as_of=known_as_of).decide(request, way=way, **facts)


def decide_many(
    columns: Mapping[str, Any], *, day: datetime.date, books: Optional[Books] = None, wanted: Iterable[str] = ("effect",)
) -> Dict[str, Any]:
    """Decides a whole table by its columns: see ``Decider.decide_many``.

    >>> decide_many({"action": ["view", "disclose"], "recipient": ["ccas_agent", "police"]}, day=datetime.date(2026, 3, 10))
    {'effect': [Effect.deny, Effect.deny]}
    """
    return (books or Books.default()).decider(day).decide_many(columns, wanted)
