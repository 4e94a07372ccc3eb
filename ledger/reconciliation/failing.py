"""A fault of the program, met while claims are compared: one line that says what failed, and on which articles."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from traceback import walk_tb

from ledger.errors import CheckError, FactledgerError, unforeseen
from ledger.reconciliation.arithmetic.passages import Passage
from ledger.records import Claim


@contextmanager
def named(what: str) -> Iterator[None]:
    """Makes a fault a CheckError that says what failed, as ``what``, and on which articles."""
    try:
        yield
    except FactledgerError:
        raise
    except Exception as error:
        raise CheckError(f"{what} fails{_articles(error)}: {unforeseen(error)}") from error


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
