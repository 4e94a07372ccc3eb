"""A fault of the program, met while claims are compared: one line that says what failed, and on which articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from traceback import walk_tb
from types import TracebackType

from ledger.errors import CheckError, FactledgerError, unforeseen
from ledger.reconciliation.arithmetic.passages import Passage
from ledger.records import Claim

OnFault = Callable[[CheckError], None]


class Guard:
    """Makes a fault in its ``with`` block a CheckError that says what failed, as ``what``, and on which articles.

    With ``tell`` the error is told and no more than the block is ended by it; else it is raised.
    """

    def __init__(self, what: str, tell: OnFault | None = None):
        self._what, self._tell = what, tell

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> bool:
        if not isinstance(error, Exception) or isinstance(error, FactledgerError):
            return False
        fault = CheckError(f"{self._what} fails{_articles(error)}: {unforeseen(error)}")
        if self._tell is None:
            raise fault from error
        self._tell(fault)
        return True


def _articles(error: Exception) -> str:
    """The articles whose claims the innermost function was at, of those that were at any."""
    frames = [frame for frame, _ in walk_tb(error.__traceback__)]
    for frame in reversed(frames):
        found = dict.fromkeys(claim.document for value in frame.f_locals.values() for claim in _claims(value))
        if found:
            return f" on {' and '.join(found)}"
    return ""


def _claims(value: object) -> Iterator[Claim]:
    """The claims that a value is or is of: a topic or a figure of one, a match of two, a passage of several."""
    figures = value.figures if isinstance(value, Passage) else ()
    for each in (value, getattr(value, "left", None), getattr(value, "right", None), *figures):
        claim = getattr(each, "claim", each)
        if isinstance(claim, Claim):
            yield claim
