"""``factledger claims``: the claims that the ledger holds."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Annotated

import typer

from ledger.cli.options import LedgerPlace, Limit, one_of, opened, text
from ledger.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.service import Filter, Ledger, Row

EXAMPLES = """\
  factledger claims --limit 10

  factledger claims roadmaps --status unreviewed

  factledger claims --kind money --format jsonl
"""


def claims(
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORD...]", help="All of them are in the sentence.")] = None,
    ledger: LedgerPlace = "",
    queue: Annotated[bool, typer.Option("--queue", help="What is to be decided, hardest first; conflicts too.")] = False,
    kind: Annotated[str, typer.Option(metavar="KIND", help="count, share, money ...")] = "",
    status: Annotated[
        str, typer.Option(metavar="STATUS", help="unreviewed, verified, rejected, corrected, disputed, needs source, disagreement.")
    ] = "",
    document: Annotated[str, typer.Option(metavar="PATH", help="Of this document only.")] = "",
    speaker: Annotated[str, typer.Option(metavar="NAME", help="Said by this speaker, as written.")] = "",
    unit: Annotated[str, typer.Option(metavar="UNIT", help="percent, USD, kilometer ...")] = "",
    low: Annotated[float | None, typer.Option(metavar="N", help="Not below this value.")] = None,
    high: Annotated[float | None, typer.Option(metavar="N", help="Not above this value.")] = None,
    old: Annotated[bool, typer.Option("--old", help="Also claims of earlier versions.")] = False,
    limit: Limit = 50,
    format: Annotated[str, typer.Option(metavar="FORMAT", help="table, or jsonl (a claim a line).")] = "table",
) -> None:
    """List claims of the ledger, by what they say and how they stand."""
    from ledger.cli.rows import show_rows
    from ledger.cli.terminal import utf8
    from ledger.reading.files import printable
    from ledger.registry import declared
    from ledger.service import CLAIM_STATUSES, FINDING_STATUSES, Filter

    one_of("format", format, ("table", "jsonl"))
    if kind:
        one_of("kind", kind, sorted({rule.kind for rule in declared("ledger.extraction.quantities")}))
    if status:
        one_of("status", status, (*CLAIM_STATUSES, *FINDING_STATUSES) if queue else CLAIM_STATUSES)
    for name, value in (("low", low), ("high", high)):
        if value is not None and not isfinite(value):
            raise UsageError(f"--{name}: {value} bounds nothing; expected a number")
    if low is not None and high is not None and low > high:
        raise UsageError(f"--low {low:g} is above --high {high:g}: nothing is between them")
    said = " ".join(words or ())
    for name, word in (("WORD", said), ("--speaker", speaker), ("--unit", unit)):
        text(name, word)
    path = printable(document)
    wanted = Filter(kind=kind, status=status, document=path, speaker=speaker, unit=unit, low=low, high=high, old=old, words=said)
    with opened(ledger) as book:
        rows = _rows(book, wanted, queue, limit)
        if format == "table":
            show_rows(list(rows))
            return
        utf8()
        for row in rows:
            print(_line(book, row))


def _rows(book: Ledger, wanted: Filter, queue: bool, limit: int) -> Iterator[Row]:
    """The rows asked for, page by page."""
    from ledger.cli.rows import paged

    return paged(lambda after, size: book.queue(after, size, wanted) if queue else book.claims(wanted, after, size), limit)


def _line(book: Ledger, row: Row) -> str:
    """A claim's record and how it stands, as one line of JSON; or the finding that a queue holds."""
    import json

    from ledger.printing import safe_json

    if row.of == "finding":
        record = json.loads(book.finding(row.id).finding.model_dump_json())
    else:
        shown = book.claim(row.id)
        record = json.loads(shown.claim.model_dump_json())
        record |= {"corrected": json.loads(shown.corrected) if shown.corrected else None, "follows": shown.follows}
    return safe_json(json.dumps(record | {"status": row.status, "reason": row.reason, "assigned": row.assigned}, ensure_ascii=False))
