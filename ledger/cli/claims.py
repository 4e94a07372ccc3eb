"""The formats of ``extract``: what is written of each document's claims, and of their counts."""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING

from ledger.cli.terminal import show_table
from ledger.printing import cell, one_line, safe_json, visible
from ledger.records import printed

if TYPE_CHECKING:
    from ledger.records import Claim, Document

Read = Iterable[tuple["Document", "list[Claim]"]]

_COLUMNS = {
    **{name: name for name in ("document", "kind", "low", "high", "bound", "unit", "whole", "counted", "speaker", "rule")},
    **{"start": "span.start", "end": "span.end", "quote": "span.quote", "mention": "mention.quote", "sentence": "sentence.quote"},
    **{name: name for name in ("period_low", "period_high", "published", "modality", "id")},
}
"""Columns of the spreadsheet, and where their cells are in a claim."""


def _table(read: Read) -> None:
    """A table a document: value, what a reader would underline, what is counted, who says so, the rule."""
    headings, gap = ("line", "value", "mention", "counted", "speaker", "rule"), ""
    for document, claims in read:
        source = ", ".join(filter(None, (document.source.publisher, document.source.published)))
        title = visible(document.path) + (f" ({one_line(source)})" if source else "")
        lines = _line_numbers(document.text, [claim.span.start for claim in claims])
        texts = ((str(claim.quantity), claim.mention.quote, claim.counted, claim.speaker, claim.rule) for claim in claims)
        rows = [[str(line), *map(one_line, row)] for line, row in zip(lines, texts, strict=True)]
        print(f"{gap}{title}: {len(claims)} claim{'s' * (len(claims) != 1)}")
        show_table(headings, rows)
        sys.stdout.flush()
        gap = "\n"


def _line_numbers(text: str, offsets: list[int]) -> list[int]:
    from bisect import bisect_right

    from ledger.pipeline import line_starts

    starts = line_starts(text)
    return [bisect_right(starts, offset) for offset in offsets]


def _jsonl(read: Read) -> None:
    for _, claims in read:
        sys.stdout.write("".join(safe_json(claim.model_dump_json()) + "\n" for claim in claims))
        sys.stdout.flush()


def _json(read: Read) -> None:
    opening = "[\n"
    for _, claims in read:
        for claim in claims:
            sys.stdout.write(opening + safe_json(claim.model_dump_json()))
            opening = ",\n"
        sys.stdout.flush()
    sys.stdout.write("\n]\n" if opening != "[\n" else "[]\n")


def _csv(read: Read) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for _, claims in read:
        writer.writerows(_cells(claim) for claim in claims)
        sys.stdout.flush()


def _cells(claim: Claim) -> list[str]:
    values = (attrgetter(place)(claim) for place in _COLUMNS.values())
    return [cell(str(value) if isinstance(value, str | int) else printed(value) or "") for value in values]


def _summary_table(read: Read) -> None:
    documents, kinds = _counts(read)
    total = str(kinds.total())
    show_table(("kind", "claims"), [(kind, str(count)) for kind, count in kinds.most_common()] + [("all", total)])
    print()
    rows = [(visible(path), one_line(publisher), published, str(count)) for path, publisher, published, count in documents]
    show_table(("document", "publisher", "published", "claims"), [*rows, (f"{len(documents)} documents", "", "", total)])


def _summary_json(read: Read) -> None:
    documents, kinds = _counts(read)
    by_document = [{"document": path, "claims": count} for path, _, _, count in documents]
    whole = {"documents": len(documents), "claims": kinds.total(), "kinds": dict(kinds.most_common()), "by_document": by_document}
    print(safe_json(json.dumps(whole, ensure_ascii=False, indent=2)))


def _counts(read: Read) -> tuple[list[tuple[str, str, str, int]], Counter[str]]:
    """Of each document its path, publisher, date and number of claims; and the claims of each kind."""
    documents, kinds = [], Counter[str]()
    for document, claims in read:
        documents.append((document.path, document.source.publisher, document.source.published, len(claims)))
        kinds.update(claim.kind for claim in claims)
    return documents, kinds


FORMATS: dict[str, Callable[[Read], None]] = {"table": _table, "jsonl": _jsonl, "json": _json, "csv": _csv}
SUMMARIES: dict[str, Callable[[Read], None]] = {"table": _summary_table, "json": _summary_json}
