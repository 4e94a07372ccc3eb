"""``factledger findings``: what the ledger found among its claims."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from ledger.cli.options import LedgerPlace, Limit, one_of, opened
from ledger.records import Verdict

EXAMPLES = """\
  factledger findings

  factledger findings --verdict all --format jsonl
"""


def findings(
    ledger: LedgerPlace = "",
    verdict: Annotated[str, typer.Option(metavar="VERDICT", help=f"{', '.join(get_args(Verdict))} or all.")] = "conflict",
    status: Annotated[str, typer.Option(metavar="STATUS", help="open, noted, resolved, both valid, false alarm, disagreement.")] = "",
    code: Annotated[str, typer.Option(metavar="CODE", help="Of this check only.")] = "",
    limit: Limit = 50,
    format: Annotated[str, typer.Option(metavar="FORMAT", help="table, or jsonl (a finding a line).")] = "table",
) -> None:
    """List findings of the ledger and how they stand."""
    import json

    from ledger.cli.rows import paged, show_rows
    from ledger.cli.terminal import utf8
    from ledger.gate.codes import known_codes
    from ledger.printing import safe_json
    from ledger.service import FINDING_STATUSES, Filter

    one_of("format", format, ("table", "jsonl"))
    one_of("verdict", verdict, (*get_args(Verdict), "all"))
    if code := code.upper():
        one_of("code", code, known_codes())
    if status:
        one_of("status", status, FINDING_STATUSES)
    wanted = Filter(verdict="" if verdict == "all" else verdict, status=status, code=code)
    with opened(ledger) as book:
        rows = paged(lambda after, size: book.findings(wanted, after, size), limit)
        if format == "table":
            show_rows(list(rows))
            return
        utf8()
        for row in rows:
            record = json.loads(book.finding(row.id).finding.model_dump_json())
            print(safe_json(json.dumps(record | {"status": row.status, "assigned": row.assigned}, ensure_ascii=False)))
