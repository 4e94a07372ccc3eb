"""The ledger's tables.

``events`` and ``texts`` are the ledger; all the others but ``locks`` are computed from them.
A row's ``seq`` is the number of the event that first spoke of it. Each table has one unique text column
that names its rows to people.
"""

from __future__ import annotations

from sqlalchemy import Index, Table, text
from sqlmodel import Field, SQLModel

TERMS = ("kind", "unit", "speaker")
"""What claims say that many share, by which the queue is sifted in its order."""

VERDICTS = ("code", "verdict")
"""What findings say, by which the queue is sifted in its order: they themselves, and the claims that they rest on."""


def _turn(table: str, *first: str) -> Index:
    """The queue's index: those that are in it, in their order; or in that order for each value of the column ``first``.

    PostgreSQL looks up how a name begins in an index of bytes alone.
    """
    there, begun = text("turn IS NOT NULL"), {name: "varchar_pattern_ops" for name in first if name == "speaker"}
    name = f"ix_{table}_{'_'.join((*first, 'turn'))}"
    return Index(name, *first, "turn", "seq", sqlite_where=there, postgresql_where=there, postgresql_ops=begun)


def _status(table: str) -> Index:
    """The index of the pages that show one status."""
    return Index(f"ix_{table}_status", "status", "seq")


NO_NUMBER = -1.7e308
"""Stands, in a list by value, for a claim without a number: before all that have one."""

NUMBERS = ("low_number", "high_number")
"""The columns that values are found by."""

NUMBERED = "low_number IS NOT NULL OR high_number IS NOT NULL"
"""Whether a claim has a number, to the letter as an index has it."""

VALUE = f"coalesce(low_number, high_number, {NO_NUMBER})"
"""What claims are put in order of by their value, to the letter as the index has it."""


def _orders() -> tuple[Index, ...]:
    """The indexes by which claims are listed in another order than that in which they came, and found by what they say."""
    assigned, wide, numbered = text("assigned IS NOT NULL"), text("low_number < high_number"), text(f"turn IS NOT NULL AND ({NUMBERED})")
    spoken = text("turn IS NOT NULL AND speaker <> ''")
    return (
        *(Index(f"ix_claims_{name}", name, "seq") for name in TERMS),
        *(_turn("claims", name) for name in (*TERMS, "rule")),
        Index("ix_claims_turn_speaker", "turn", "seq", "speaker", sqlite_where=spoken, postgresql_where=spoken),
        Index("ix_claims_document", "document", "turn", "seq"),
        Index("ix_claims_value", text(VALUE), "seq"),
        Index("ix_claims_number_turn", "turn", "seq", *NUMBERS, sqlite_where=numbered, postgresql_where=numbered),
        Index("ix_claims_turn_number", "turn", *NUMBERS, "seq", sqlite_where=numbered, postgresql_where=numbered),
        Index("ix_claims_wide", *reversed(NUMBERS), "turn", "seq", sqlite_where=wide, postgresql_where=wide),
        Index("ix_claims_assigned", "assigned", "seq", sqlite_where=assigned, postgresql_where=assigned),
    )


class EventRow(SQLModel, table=True):
    """A link of the chain; see ``ledger.store.canonical`` for what its hash covers."""

    __tablename__ = "events"
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    prev: str
    hash: str = Field(unique=True)
    kind: str
    subject: str = Field(index=True)
    at: str
    by: str
    body: str


class TextRow(SQLModel, table=True):
    """The text of a document, named by its SHA-256, which the chain holds."""

    __tablename__ = "texts"
    id: str = Field(primary_key=True)
    text: str


class SourceRow(SQLModel, table=True):
    """Who published something, where and when."""

    __tablename__ = "sources"
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    label: str = Field(unique=True)
    title: str
    publisher: str
    author: str
    published: str
    url: str


class DocumentRow(SQLModel, table=True):
    """A text as read; ``current`` while a path leads to it."""

    __tablename__ = "documents"
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    event: int
    id: str = Field(unique=True)
    path: str = Field(index=True)
    format: str
    text: str = Field(foreign_key="texts.id")
    source: int = Field(foreign_key="sources.seq")
    version: int
    previous: str | None
    rules: str
    claims: int
    current: bool
    at: str


class PathRow(SQLModel, table=True):
    """Where a document was read, and which one stands there now."""

    __tablename__ = "paths"
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    path: str = Field(unique=True)
    document: int = Field(foreign_key="documents.seq", index=True)
    versions: int


class ClaimRow(SQLModel, table=True):
    """A claim and how it stands.

    Values are exact as text; ``low_number`` and ``high_number`` are near them, to sort and filter by. Claims of
    one ``lineage`` are one claim through the versions of its document, and share their decisions.
    ``turn`` orders the queue, the least first; None is out of it. A claim is ``dropped`` when its document,
    read again, has it no more.
    """

    __tablename__ = "claims"
    __table_args__ = (_turn("claims"), _status("claims"), *_orders())
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    id: str = Field(unique=True)
    document: int = Field(foreign_key="documents.seq")
    event: int = Field(foreign_key="events.seq")
    kind: str
    quote: str
    mention: str
    sentence: str
    begins: int
    ends: int
    low: str | None
    high: str | None
    low_number: float | None
    high_number: float | None
    bound: str
    unit: str
    whole: str | None
    counted: str
    speaker: str
    rule: str
    modality: str
    period_low: str | None
    period_high: str | None
    published: str | None
    lineage: int = Field(index=True)
    follows: str | None
    reason: str
    dropped: bool
    current: bool
    status: str
    ruling: int | None
    corrected: str | None
    assigned: str | None
    weight: int
    turn: int | None


class FindingRow(SQLModel, table=True):
    """A finding and how it stands; ``weight`` is the evidence, in bits, that its claims speak of one thing."""

    __tablename__ = "findings"
    __table_args__ = (_turn("findings"), *(_turn("findings", name) for name in VERDICTS), _status("findings"))
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    fingerprint: str = Field(unique=True)
    event: int = Field(foreign_key="events.seq")
    code: str
    name: str
    verdict: str
    severity: str
    message: str
    weight: float
    current: bool
    status: str
    ruling: int | None
    assigned: str | None
    turn: int | None


class FindingClaimRow(SQLModel, table=True):
    """Which claims a finding is about, in order."""

    __tablename__ = "finding_claims"
    finding: int = Field(primary_key=True, foreign_key="findings.seq")
    position: int = Field(primary_key=True)
    claim: int = Field(foreign_key="claims.seq", index=True)


class FindingTermRow(SQLModel, table=True):
    """What any claim of a finding says of ``TERMS``, once each and in order, and the finding's turn; only of those in the queue."""

    __tablename__ = "finding_terms"
    __table_args__ = (Index("ix_finding_terms_turn", "field", "value", "turn", "finding"),)
    finding: int = Field(primary_key=True, foreign_key="findings.seq")
    position: int = Field(primary_key=True)
    field: str
    value: str
    turn: int


class FindingNumberRow(SQLModel, table=True):
    """The numbers that the claims of a finding name, from ``low`` to ``high``, once each and in order, and its turn; only in the queue."""

    __tablename__ = "finding_numbers"
    __table_args__ = (Index("ix_finding_numbers_low", "low", "high", "turn", "finding"),)
    finding: int = Field(primary_key=True, foreign_key="findings.seq")
    position: int = Field(primary_key=True)
    low: float
    high: float
    turn: int


class ClaimTermRow(SQLModel, table=True):
    """What the findings that stand say of a claim of ``VERDICTS``, once each and in order, and the claim's turn; only in the queue."""

    __tablename__ = "claim_terms"
    __table_args__ = (Index("ix_claim_terms_turn", "field", "value", "turn", "claim"),)
    claim: int = Field(primary_key=True, foreign_key="claims.seq")
    position: int = Field(primary_key=True)
    field: str
    value: str
    turn: int


class ReviewerRow(SQLModel, table=True):
    """Who decides."""

    __tablename__ = "reviewers"
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    name: str = Field(unique=True)


class DecisionRow(SQLModel, table=True):
    """What a reviewer said; ``undone`` is the event that took it back.

    ``lineage`` is that of the claim, or the finding's ``seq``.
    """

    __tablename__ = "decisions"
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    label: str = Field(unique=True)
    of: str
    target: str
    lineage: int = Field(index=True)
    action: str
    reviewer: int = Field(foreign_key="reviewers.seq", index=True)
    at: str
    note: str
    fields: str
    adjudicates: bool
    undone: int | None


class CheckpointRow(SQLModel, table=True):
    """The ledger's size and root at a moment."""

    __tablename__ = "checkpoints"
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    root: str = Field(unique=True)
    size: int
    head: str
    at: str


class LockRow(SQLModel, table=True):
    """Who looks at what just now; forgotten after a minute, and no part of the ledger's state."""

    __tablename__ = "locks"
    target: str = Field(primary_key=True)
    reviewer: str
    at: float


def _table(row: type[SQLModel]) -> Table:
    found: Table = row.__table__  # type: ignore[attr-defined]
    return found


EVENTS, TEXTS, LOCKS = _table(EventRow), _table(TextRow), _table(LockRow)
SOURCES, DOCUMENTS, PATHS, CLAIMS = _table(SourceRow), _table(DocumentRow), _table(PathRow), _table(ClaimRow)
FINDINGS, FINDING_CLAIMS, FINDING_TERMS = _table(FindingRow), _table(FindingClaimRow), _table(FindingTermRow)
FINDING_NUMBERS, CLAIM_TERMS = _table(FindingNumberRow), _table(ClaimTermRow)
REVIEWERS, DECISIONS, CHECKPOINTS = _table(ReviewerRow), _table(DecisionRow), _table(CheckpointRow)

PROJECTED = (
    SOURCES, DOCUMENTS, PATHS, CLAIMS, FINDINGS, FINDING_CLAIMS, FINDING_TERMS, FINDING_NUMBERS, CLAIM_TERMS, REVIEWERS, DECISIONS,
    CHECKPOINTS,
)  # fmt: skip
"""The tables that are computed from the chain, each after those that it refers to."""
