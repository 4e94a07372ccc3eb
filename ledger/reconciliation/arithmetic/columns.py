"""Totals of tables: rows of a label and figures, of which one is headed "Total"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ledger import patterns as re
from ledger.reconciliation.arithmetic.cues import cues
from ledger.reconciliation.arithmetic.lists import Account
from ledger.reconciliation.arithmetic.passages import Figure, Passage, sentences
from ledger.records import Claim

_BORDER = re.compile(r"\s*(?:\||<[^<>]+>|\t| {2,})(?:\s*(?:\||<[^<>]+>))*\s*")
"""What stands between two cells: a bar, tags, a tab, or spaces that align a column."""
_MARKUP = re.compile(r"[*_\s]+")
_TOTALS, _ALL, _PART_OF_ROW = cues("of the total") - {"capacity"}, cues("row of all"), cues("row of a row")
_ROWS, _MOST_ROWS, _APART, _BESIDE = 3, 40, 60, 12
"""Rows of a table at least and at most, characters of markup between two of them, and of words beside a figure in its cell."""


class _Row(NamedTuple):
    """What a row is of, in small letters, how many cells it has, and the figures in them by the number of the cell."""

    label: str
    cells: int
    figures: dict[int, Figure]


def columns(claims: Sequence[Claim]) -> Iterator[Account]:
    """The totals of all columns of the tables in one document's ``claims``, which are in order."""
    run: list[_Row] = []
    end = 0
    for group in sentences(claims):
        sentence, row = group[0].sentence, _row(group)
        if row is None or (run and sentence.start - end > _APART):
            yield from _of_table(run)
            run = []
        if row is not None:
            run.append(row)
        end = sentence.end
    yield from _of_table(run)


def _row(group: Sequence[Claim]) -> _Row | None:
    quote = group[0].sentence.quote
    borders = list(_BORDER.finditer(quote))
    label = quote[: borders[0].start()].strip("* _") if borders else ""
    if not label.split() or any(sign.isdigit() for sign in label):
        return None
    found: dict[int, Figure] = {}
    for figure in Passage([group]).figures:
        start, end = figure.claim.in_sentence
        at = sum(border.end() <= start for border in borders)
        first = borders[at - 1].end() if at else 0
        last = borders[at].start() if at < len(borders) else len(quote)
        if not at or at in found or len(_MARKUP.sub("", quote[first:start] + quote[end:last])) > _BESIDE:
            return None  # prose between tags
        found[at] = figure
    return _Row(label.lower(), len(borders) + 1, found)


def _of_table(rows: Sequence[_Row]) -> Iterator[Account]:
    if not _ROWS <= len(rows) <= _MOST_ROWS:
        return
    totals = [at for at, row in enumerate(rows) if not _TOTALS.isdisjoint(row.label.split()) or row.label in _ALL]
    if len(totals) != 1 or totals[0] not in (0, len(rows) - 1) or any(row.label.split()[0] in _PART_OF_ROW for row in rows):
        return
    if all(len(row.figures) == 1 for row in rows):  # of one column of figures, before which cells may be empty
        rows = [row._replace(figures={0: figure}) for row in rows for figure in row.figures.values()]
    elif len({row.cells for row in rows}) > 1:
        return  # which column a figure behind an empty cell is of, nothing tells
    total, others = rows[totals[0]], [row for at, row in enumerate(rows) if at != totals[0]]
    for at, figure in total.figures.items():
        parts = [row.figures[at] for row in others if at in row.figures]
        account = Account(figure, parts)
        if len(parts) == len(others) and all(part.like(figure) and part.letter in "cmq" for part in parts) and account.near(firm=True):
            yield account
