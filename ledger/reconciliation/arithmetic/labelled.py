"""Totals of lists whose every line is a label and a figure: "Velm: 340 jobs", "Ostra: 410 jobs", "Total: 750 jobs"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ledger import patterns as re
from ledger.reconciliation.arithmetic.cues import cues
from ledger.reconciliation.arithmetic.lists import Account
from ledger.reconciliation.arithmetic.passages import Figure, Passage

_LABELLED = re.compile(r"^(?:\W )?((?:[^\s<>:]+ ){1,6}): <([cmq])(\d+)>(?: [^\s<>:;]+){0,3}(?: \( <p\d+>[^<>]*\))?(?: \.)?$")
_TOTALS = cues("of the total") - {"capacity"}
_CAST, _VALID, _VOID = cues("votes cast"), cues("votes valid"), cues("votes void")
_PARTS, _LONGEST = 2, 12


def labelled(passages: Sequence[Passage]) -> Iterator[Account]:
    """The totals of all such lists, each with the lines of its list, or the votes cast with the valid and the void ones."""
    run: list[tuple[str, Figure]] = []
    last: Passage | None = None
    for passage in passages:
        before = passage.previous
        if before is None or last is None or before.claims[0] is not last.claims[0]:
            yield from _of_run(run)
            run = [] if before is None or (line := _line(before)) is None else [line]
        last, line = passage, _line(passage)
        if line is None:
            yield from _of_run(run)
            run = []
        elif len(run) <= _LONGEST:
            run.append(line)
    yield from _of_run(run)


def _line(passage: Passage) -> tuple[str, Figure] | None:
    if not passage.says(":") or passage.told > _PARTS or len(passage.sentences) > 1:
        return None
    found = _LABELLED.match(passage.text)
    return (found[1].strip(), passage.figures[int(found[3])]) if found is not None else None


def _of_run(run: Sequence[tuple[str, Figure]]) -> Iterator[Account]:
    if not _PARTS < len(run) <= _LONGEST:
        return
    totals = [at for at, (label, _) in enumerate(run) if not _TOTALS.isdisjoint(label.split())]
    if len(totals) == 1 and totals[0] in (0, len(run) - 1):
        others = [figure for at, (_, figure) in enumerate(run) if at != totals[0]]
        yield from _account(run[totals[0]][1], others)
        return
    cast, valid, void = ([figure for label, figure in run if not words.isdisjoint(label.split())] for words in (_CAST, _VALID, _VOID))
    if len(cast) == len(valid) == len(void) == 1:
        yield from _account(cast[0], [*valid, *void])


def _account(total: Figure, parts: list[Figure]) -> Iterator[Account]:
    account = Account(total, parts)
    if all(part.like(total) for part in parts) and account.near(firm=True):
        yield account
