"""What can go wrong, in the three lanes that raise. None of them ever holds a personal value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Tuple

from . import _core

if TYPE_CHECKING:
    from ._model import Issue, Refusal, Text


class Error(Exception):
    """It could not even be asked: no such thing, a database out of reach, a call out of turn.

    ``code`` is one of ``ErrorCode``; ``message`` says it in French and in English.
    """

    def __init__(self, code: str, message: Text) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return self.message.en


class InvalidInput(Error, ValueError):
    """The input is malformed. ``issues`` has everything that is wrong with it, each with its JSON Pointer."""

    def __init__(self, issues: Tuple[Issue, ...]) -> None:
        Exception.__init__(self, issues)
        self.code = "invalid_input"
        self.issues = issues

    @property
    def message(self) -> Text:  # type: ignore[override]
        """All issues in one sentence."""
        from ._model import Text

        return Text(fr=self._sentence("fr"), en=self._sentence("en"))

    def _sentence(self, language: str) -> str:
        said = ((issue.path, getattr(issue.message, language)) for issue in self.issues)
        return "; ".join(f"{path}: {text}" if path else text for path, text in said)


class Refused(Error):
    """A rule does not allow the step now. ``refusal`` says which one, and what would allow it; ``code`` is the refusal's."""

    def __init__(self, refusal: Refusal) -> None:
        Exception.__init__(self, refusal)
        self.code = refusal.code
        self.message = refusal.message
        self.refusal = refusal


_core.bind_errors(Error, InvalidInput, Refused)
