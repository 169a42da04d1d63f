"""Public directories of services and territory: files of any size, read into the model, entry by entry, or kept to be asked."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, Mapping, Optional, Tuple, Union

from . import _core
from ._books import Books
from ._model import (
    CentrePlan,
    CommunesFollowed,
    DirectoryReading,
    Issue,
    ListedService,
    ListedStructure,
    LossReport,
    NearbyServices,
    OrientationRequest,
    ServiceRow,
    ServiceSearch,
)

FilePath = Union[str, "os.PathLike[str]"]
OnProgress = Callable[[int, int], None]


def _question(path: FilePath, format: Any, today: Optional[datetime.date], published_on: Optional[datetime.date]) -> Dict[str, Any]:
    return {"path": str(Path(path)), "format": format, "today": today, "published_on": published_on}


def load_directory(
    path: FilePath,
    *,
    format: Any = None,
    today: Optional[datetime.date] = None,
    published_on: Optional[datetime.date] = None,
    on_progress: Optional[OnProgress] = None,
) -> DirectoryReading:
    """The whole directory of a file, with what was lost or doubted on the way.

    The format (``DirectoryFormat``) is seen from the columns if it is not given. ``on_progress`` gets the rows and the bytes read
    so far, every thousand rows; what it raises stops the reading. ``published_on`` is the day of a list whose entries have none.
    """
    reading: DirectoryReading = _core.read_directory(_question(path, format, today, published_on), on_progress)
    return reading


def stream_directory(
    path: FilePath,
    *,
    on_structure: Optional[Callable[[ListedStructure], object]] = None,
    on_service: Optional[Callable[[ListedService], object]] = None,
    format: Any = None,
    today: Optional[datetime.date] = None,
    published_on: Optional[datetime.date] = None,
    on_progress: Optional[OnProgress] = None,
) -> LossReport:
    """The same, entry by entry, for files that are larger than the memory. Only the report is kept."""
    report: LossReport = _core.stream_directory(
        _question(path, format, today, published_on), on_structure, on_service, on_progress
    )
    return report


class ServiceIndex:
    """The services of a public directory, read once and asked often. Immutable, shared freely by threads.

    >>> index = ServiceIndex.read("services.json")
    >>> index.find({"need": "low_price_computer", "facts": {}, "day": "2026-03-10"}).primaries
    """

    __slots__ = ("_core",)

    def __init__(self, rows: Iterable[Union[ServiceRow, Mapping[str, Any]]], *, books: Optional[Books] = None) -> None:
        """From rows of your own; ``read`` takes a file."""
        self._core = _core.services_of_rows((books or Books.default())._core, list(rows))

    @classmethod
    def read(
        cls,
        path: FilePath,
        *,
        books: Optional[Books] = None,
        format: Any = None,
        today: Optional[datetime.date] = None,
        published_on: Optional[datetime.date] = None,
        on_progress: Optional[OnProgress] = None,
    ) -> ServiceIndex:
        """The directory of a file, as ``load_directory`` reads it."""
        index = cls.__new__(cls)
        question = _question(path, format, today, published_on)
        index._core = _core.read_services((books or Books.default())._core, question, on_progress)
        return index

    def __len__(self) -> int:
        return len(self._core)

    @property
    def reading(self) -> Optional[LossReport]:
        """What was lost or doubted while the file was read; None for rows of your own."""
        report: Optional[LossReport] = _core.services_reading(self._core)
        return report

    @property
    def faults(self) -> Tuple[Issue, ...]:
        """What the rows say and could not be used."""
        faults: Tuple[Issue, ...] = _core.services_faults(self._core)
        return faults

    def find(
        self,
        request: Union[OrientationRequest, Mapping[str, Any]],
        search: Union[ServiceSearch, Mapping[str, Any], None] = None,
    ) -> NearbyServices:
        """Who of them near the person meets the need. The lock of Python is not held meanwhile."""
        found: NearbyServices = _core.find_in_services(self._core, request, search)
        return found

    def check_held(self, plan: Union[CentrePlan, Mapping[str, Any]], day: datetime.date) -> Tuple[Issue, ...]:
        """Which rules name a destination that neither the centre nor the directory holds."""
        issues: Tuple[Issue, ...] = _core.check_held_in_services(self._core, plan, day)
        return issues


class Territory:
    """The communes of a country with their dates, read once and asked often. Immutable, shared freely by threads."""

    __slots__ = ("_core",)

    def __init__(self, folder: FilePath) -> None:
        """Reads a folder of the official geographic code (``communes*.csv``, ``mouvements*.csv``...). ``Error`` without communes."""
        self._core = _core.read_territory(str(Path(folder)))

    def __len__(self) -> int:
        return len(self._core)

    @property
    def reports(self) -> Mapping[str, LossReport]:
        """For each kind of file that was there, what was lost or doubted."""
        reports: Mapping[str, LossReport] = _core.territory_reports(self._core)
        return reports

    def follow(self, codes: Iterable[str], *, day: datetime.date, zones: Iterable[str] = ()) -> CommunesFollowed:
        """Which communes these codes stand for on a day, and whether the zones have them."""
        followed: CommunesFollowed = _core.follow_communes_in(self._core, list(codes), day, list(zones))
        return followed
