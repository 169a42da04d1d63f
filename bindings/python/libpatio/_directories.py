"""Public directories of services: files of any size, read into the model or entry by entry."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import Any, Callable, Dict, Optional, Union

from . import _core
from ._model import DirectoryReading, ListedService, ListedStructure, LossReport

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
