"""``factledger rebuild``: all tables again from the chain."""

from __future__ import annotations

from ledger.cli.options import LedgerPlace, opened
from ledger.printing import many

EXAMPLES = """\
  factledger rebuild

  factledger rebuild --ledger ledger.db
"""


def rebuild(ledger: LedgerPlace = "") -> None:
    """Compute every table again from the chain of events; on a ledger that verifies this changes nothing."""
    with opened(ledger) as book:
        before = book.state()
        events = book.rebuild()
        after = book.state()
    print(f"{many(events, 'event')} played again: {'nothing changed' if before == after else 'the tables differed and are right now'}")
