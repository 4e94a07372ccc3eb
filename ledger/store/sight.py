"""How a claim or a finding stands in the eyes of one reviewer: in blind review, as if nobody else had ruled before they have."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Table, case, or_, select

from ledger.store import standing
from ledger.store.tables import CLAIMS, DECISIONS, REVIEWERS

RULINGS = (*standing.CLAIM_RULINGS, *standing.FINDING_RULINGS)
"""The actions that give a claim or a finding a status."""

_UNDECIDED = (standing.UNREVIEWED, standing.OPEN)


def status(table: Table, by: str) -> ColumnElement[str]:
    """The status that ``by`` may know of each row of claims or findings; disagreements are told. An empty ``by`` knows all."""
    if not by:
        return table.c.status
    told = table.c.status.in_((*_UNDECIDED, standing.DISAGREEMENT))
    return case((or_(told, _ruled(table, by)), table.c.status), else_=_UNDECIDED[table is not CLAIMS])


def _ruled(table: Table, by: str) -> Any:
    """Whether ``by`` has ruled on a row of claims or findings."""
    of, lineage = ("claim", CLAIMS.c.lineage) if table is CLAIMS else ("finding", table.c.seq)
    mine = select(DECISIONS.c.seq).join_from(DECISIONS, REVIEWERS).where(REVIEWERS.c.name == by, DECISIONS.c.action.in_(RULINGS))
    return mine.where(DECISIONS.c.of == of, DECISIONS.c.lineage == lineage, DECISIONS.c.undone.is_(None)).correlate(table).exists()
