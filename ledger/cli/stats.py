"""``factledger stats``: how much is done and left, and how far reviewers agree."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ledger.cli.options import LedgerPlace, one_of, opened

if TYPE_CHECKING:
    from ledger.service import Statistics

EXAMPLES = """\
  factledger stats

  factledger stats --format json
"""


def stats(ledger: LedgerPlace = "", format: Annotated[str, typer.Option(metavar="FORMAT", help="text or json.")] = "text") -> None:
    """Count documents, claims and findings by how they stand; reviewers' decisions, and Cohen's kappa of each two."""
    one_of("format", format, ("text", "json"))
    with opened(ledger) as book:
        counted = book.statistics()
    if format == "json":
        print(json.dumps(_plain(counted), ensure_ascii=False, indent=2))
    else:
        _show(counted)


def _show(counted: Statistics) -> None:
    from ledger.cli.terminal import show_table
    from ledger.printing import many, one_line, visible

    counts = ((counted.documents, "document"), (sum(counted.claims.values()), "claim"), (counted.events, "event"))
    print(", ".join(many(count, noun) for count, noun in counts))
    _part(("status", "claims"), [(status, str(count)) for status, count in counted.claims.items()])
    _part(("code", "verdict", "status", "findings"), [(*told, str(count)) for told, count in counted.findings.items()])
    _part(("kind", "done", "left"), [(each.name, str(each.done), str(each.left)) for each in counted.by_kind])
    _part(("document", "done", "left"), [(visible(each.name), str(each.done), str(each.left)) for each in counted.by_document])
    work = [(one_line(each.reviewer), str(each.decisions), each.first[:16], each.last[:16]) for each in counted.work]
    _part(("reviewer", "decisions", "first", "last"), work)
    if counted.agreement:
        print()
        rows = [
            (
                one_line(each.left),
                one_line(each.right),
                str(each.items),
                f"{each.agree:.1%}",
                "" if each.kappa is None else f"{each.kappa:.2f}",
            )
            for each in counted.agreement
        ]
        show_table(("reviewer", "and", "both judged", "agree", "kappa"), rows)


def _part(headings: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    from ledger.cli.terminal import show_table

    if rows:
        print()
        show_table(headings, rows)


def _plain(counted: Statistics) -> dict[str, Any]:
    findings = [
        {"code": code, "verdict": verdict, "status": status, "findings": count}
        for (code, verdict, status), count in counted.findings.items()
    ]
    lists = {name: [each._asdict() for each in getattr(counted, name)] for name in ("by_kind", "by_document", "work", "agreement")}
    return {"events": counted.events, "documents": counted.documents, "claims": counted.claims, "findings": findings, **lists}
