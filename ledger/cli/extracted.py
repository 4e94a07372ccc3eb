"""The formats of ``extract``: what is made of each document's claims, where they are found, and what is written of it all."""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from io import StringIO
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from ledger.cli.terminal import show_table
from ledger.printing import cell, many, one_line, safe_json, visible, without_markup
from ledger.records import printed

if TYPE_CHECKING:
    from ledger.records import Claim, Document


class Format(NamedTuple):
    """``make(document, claims)`` is a document's share of the output, made in whatever process; ``write`` writes all of them."""

    make: Callable[[Document, list[Claim]], Any]
    write: Callable[[Iterable[Any]], None]


_COLUMNS = {
    **{name: name for name in ("document", "kind", "low", "high", "bound", "unit", "whole", "counted", "speaker", "rule")},
    **{"start": "span.start", "end": "span.end", "quote": "span.quote", "mention": "mention.quote", "sentence": "sentence.quote"},
    **{name: name for name in ("period_low", "period_high", "published", "modality", "id")},
}
"""Columns of the spreadsheet, and where their cells are in a claim."""


def _table(document: Document, claims: list[Claim]) -> tuple[str, list[list[str]]]:
    """The document's heading, and of each claim: line, value, what a reader would underline, what is counted, who says so, the rule."""
    source = ", ".join(filter(None, (document.source.publisher, document.source.published)))
    title = visible(document.path) + (f" ({one_line(source)})" if source else "")
    lines = _line_numbers(document.text, [claim.span.start for claim in claims])
    texts = ((str(claim.quantity), without_markup(claim.mention.quote, " "), claim.counted, claim.speaker, claim.rule) for claim in claims)
    rows = [[str(line), *map(one_line, row)] for line, row in zip(lines, texts, strict=True)]
    return f"{title}: {many(len(claims), 'claim')}", rows


def _write_tables(tables: Iterable[tuple[str, list[list[str]]]]) -> None:
    gap = ""
    for title, rows in tables:
        print(f"{gap}{title}")
        show_table(("line", "value", "mention", "counted", "speaker", "rule"), rows)
        sys.stdout.flush()
        gap = "\n"


def _line_numbers(text: str, offsets: list[int]) -> list[int]:
    from bisect import bisect_right

    from ledger.pipeline import line_starts

    starts = line_starts(text)
    return [bisect_right(starts, offset) for offset in offsets]


def _json(document: Document, claims: list[Claim]) -> list[str]:
    return [safe_json(claim.model_dump_json()) for claim in claims]


def _write_jsonl(documents: Iterable[list[str]]) -> None:
    for lines in documents:
        sys.stdout.write("".join(f"{line}\n" for line in lines))
        sys.stdout.flush()


def _write_json(documents: Iterable[list[str]]) -> None:
    opening = "[\n"
    for objects in documents:
        for each in objects:
            sys.stdout.write(opening + each)
            opening = ",\n"
        sys.stdout.flush()
    sys.stdout.write("\n]\n" if opening != "[\n" else "[]\n")


def _csv(document: Document, claims: list[Claim]) -> str:
    return _rows(map(_cells, claims))


def _rows(rows: Iterable[Iterable[str]]) -> str:
    written = StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue()


def _write_csv(documents: Iterable[str]) -> None:
    sys.stdout.write(_rows([_COLUMNS]))
    for rows in documents:
        sys.stdout.write(rows)
        sys.stdout.flush()


def _cells(claim: Claim) -> list[str]:
    values = (attrgetter(place)(claim) for place in _COLUMNS.values())
    return [cell(str(value) if isinstance(value, str | int) else printed(value) or "") for value in values]


def _counts(document: Document, claims: list[Claim]) -> tuple[str, str, str, Counter[str]]:
    """The document's path, publisher and date, and its claims of each kind."""
    return document.path, document.source.publisher, document.source.published, Counter(claim.kind for claim in claims)


def _write_summary_table(documents: Iterable[tuple[str, str, str, Counter[str]]]) -> None:
    rows, all_kinds = [], Counter[str]()
    for path, publisher, published, kinds in documents:
        rows.append((visible(path), one_line(publisher), published, str(kinds.total())))
        all_kinds.update(kinds)
    total = str(all_kinds.total())
    show_table(("kind", "claims"), [(kind, str(count)) for kind, count in all_kinds.most_common()] + [("all", total)])
    print()
    show_table(("document", "publisher", "published", "claims"), [*rows, (many(len(rows), "document"), "", "", total)])


def _write_summary_json(documents: Iterable[tuple[str, str, str, Counter[str]]]) -> None:
    by_document, all_kinds = [], Counter[str]()
    for path, _, _, kinds in documents:
        by_document.append({"document": path, "claims": kinds.total()})
        all_kinds.update(kinds)
    counts = {"documents": len(by_document), "claims": all_kinds.total(), "kinds": dict(all_kinds.most_common())}
    print(safe_json(json.dumps(counts | {"by_document": by_document}, ensure_ascii=False, indent=2)))


FORMATS = {
    "table": Format(_table, _write_tables),
    "jsonl": Format(_json, _write_jsonl),
    "json": Format(_json, _write_json),
    "csv": Format(_csv, _write_csv),
}
SUMMARIES = {"table": Format(_counts, _write_summary_table), "json": Format(_counts, _write_summary_json)}
