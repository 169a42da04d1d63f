"""A whole population at once: who could be received where, on which ground."""

from __future__ import annotations

import datetime
from typing import Any, Dict, Iterable, List, Mapping, NamedTuple, Optional, Union

from . import _core
from ._books import Books
from ._model import Residence, ScreenedCounts, ScreeningGround, ScreeningTerms


class Screened(NamedTuple):
    """The terms, which are kept beside the answer, and the answer itself."""

    terms: ScreeningTerms
    #: Need -> for each row a destination, "nobody" or "fact_missing": a dict of lists, or a DataFrame if one came in.
    #: None if the ground gives figures only.
    reached: Optional[Any]
    #: The figures, of which small ones are hidden. Empty if the ground gives rows.
    counts: List[ScreenedCounts]


def screen_many(
    columns: Any,
    *,
    day: datetime.date,
    ground: Union[ScreeningGround, Mapping[str, Any]],
    needs: Iterable[str] = (),
    opposed: Iterable[int] = (),
    home: Union[Residence, Mapping[str, Any], None] = None,
    books: Optional[Books] = None,
) -> Screened:
    """Screens a table by its columns, on a ground that the call must state (see ``ScreeningGround``).

    ``columns``: name of a fact -> its values, row by row, as in ``Decider.decide_many``; or a DataFrame. Only facts that the
    rules of the needs read may stand in it. ``opposed``: numbers, from 0, of the rows of people who object; nothing of them
    is read. ``home``: what is true of where everybody lives, for the rules that ask for it. Raises ``Refused`` where the law gives no ground.

    >>> ground = {"actor": "ccas_social_service", "recipient": "ccas_social_service", "purpose": "non_recours"}
    >>> screen_many({"scheme": ["general", "agricultural", None]}, day=datetime.date(2026, 11, 24), ground=ground,
    ...             needs=["housing_benefit"]).reached
    {'housing_benefit': ['caf', 'msa', 'fact_missing']}
    """
    frame = columns if hasattr(columns, "columns") and hasattr(columns, "index") else None
    table: Mapping[str, Any] = columns if frame is None else {str(name): frame[name] for name in frame.columns}
    asked: Dict[str, Any] = {"day": day, "ground": ground, "needs": list(needs), "columns": {}, "opposed": [], "home": home}
    answer = _core.screen_columns((books or Books.default())._core, asked, table, list(opposed))
    reached = answer.get("reached")
    if frame is not None and reached is not None:
        reached = type(frame)(reached, index=frame.index)
    return Screened(answer["terms"], reached, list(answer.get("counts", ())))
