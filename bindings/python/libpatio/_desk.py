"""The centre and its desks: the only door to stored personal data."""

from __future__ import annotations

import datetime
import json
import os
import uuid
from pathlib import Path
from typing import Any, Callable, Iterable, Mapping, Optional, Tuple, Union

from . import _core
from ._books import Books
from ._doors import DeskDoors
from ._model import AuditReport, AuditRoot, CentrePlan, PendingEffect, TickReport


class Desk(DeskDoors):
    """One professional at work under one hat. Made by ``Centre.desk_for``.

    A method for each command and each query. It answers, or raises ``Refused`` with the rule that forbids it,
    ``InvalidInput`` with every issue, ``Error`` if it could not be asked. Threads may share a desk; they wait for each other.
    """

    __slots__ = ("_core", "professional", "hat")

    def __init__(self, core: _core.OpenDesk, professional: str, hat: str) -> None:
        self._core = core
        self.professional = professional
        self.hat = hat

    def __repr__(self) -> str:
        return f"<Desk of {self.professional} under {self.hat}>"


class Centre:
    """An open centre: its plan, its database, its audit log. Threads may share it; they wait for each other."""

    __slots__ = ("_core",)

    def __init__(self, core: _core.OpenCentre) -> None:
        self._core = core

    @staticmethod
    def open(
        place: Union[str, "os.PathLike[str]"],
        *,
        plan: Union[CentrePlan, Mapping[str, Any], "os.PathLike[str]"],
        clock: Optional[Callable[[], datetime.datetime]] = None,
        ids: Union[int, Callable[[], uuid.UUID], None] = None,
        books: Optional[Books] = None,
        tenant: Union[str, uuid.UUID, None] = None,
        match_secret: Optional[bytes] = None,
    ) -> Centre:
        """Opens or makes the database: the path of a file, "sqlite:...", or "postgresql://...".

        plan: the plan of the centre, or the path of its JSON file.
        clock: gives "now" as an aware datetime; by default the clock of the system.
        ids: by default random; a number makes them reproducible, for tests and demonstrations only.
        tenant: separates centres that share one database.
        match_secret: 16 to 64 bytes of your keeping, the same for ever, with which the keys that find records of one person
            are hashed, so that the database alone does not let names be guessed from them.
        """
        is_uri = isinstance(place, str) and place.partition(":")[0] in ("sqlite", "postgresql")
        uri = str(place) if is_uri else f"sqlite:{os.fspath(place)}"
        given: Any = json.loads(Path(plan).read_text(encoding="utf-8")) if isinstance(plan, os.PathLike) else plan
        return Centre(_core.open_centre(uri, given, clock, ids, (books or Books.default())._core, tenant, match_secret))

    def desk_for(self, professional: str, hat: str) -> Desk:
        """The desk of a professional under a hat of the plan. ``Error`` (not_found) if it is not worn today."""
        return Desk(_core.open_desk(self._core, professional, hat), professional, hat)

    @property
    def plan(self) -> CentrePlan:
        plan: CentrePlan = _core.plan(self._core)
        return plan

    def tick(self) -> TickReport:
        """Lets time do its work up to now: what has lapsed, expired or come due moves, each record with its leaf in the log.
        As often as you like; twice is once."""
        report: TickReport = _core.tick(self._core)
        return report

    def pending_effects(self, limit: int = 100) -> Tuple[PendingEffect, ...]:
        """What the desk wants done outside and nobody has acknowledged, the oldest first."""
        effects: Tuple[PendingEffect, ...] = tuple(_core.pending_effects(self._core, limit))
        return effects

    def acknowledge(self, effects: Iterable[Union[PendingEffect, str]]) -> None:
        """The host has carried these effects out. Those that are not there (any more) are passed over."""
        _core.acknowledge(self._core, [each if isinstance(each, str) else each.id for each in effects])

    def audit_root(self) -> AuditRoot:
        """How many leaves the audit log has, and the hash over them all. Keep it elsewhere, and compare."""
        root: AuditRoot = _core.audit_root(self._core)
        return root

    def verify_audit(self) -> AuditReport:
        """Reads the whole log again, and the rows that it vouches for."""
        report: AuditReport = _core.verify_audit(self._core)
        return report
