"""The queue sifted in its order by rules, by codes and verdicts of findings, and by value."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_NUMBERS = ("low_number", "high_number")
_TURNS = (("claims", "rule"), ("findings", "code"), ("findings", "verdict"))
_RESTING = " UNION ".join(
    f"""
    SELECT claims.seq AS claim, '{name}' AS field, findings.{name} AS value, claims.turn
    FROM claims JOIN finding_claims ON finding_claims.claim = claims.seq JOIN findings ON findings.seq = finding_claims.finding
    WHERE claims.turn IS NOT NULL AND findings.current"""
    for name in ("code", "verdict")
)
_NAMED = """
    SELECT DISTINCT findings.seq AS finding, coalesce(claims.low_number, claims.high_number) AS low,
           coalesce(claims.high_number, claims.low_number) AS high, findings.turn
    FROM findings JOIN finding_claims ON finding_claims.finding = findings.seq JOIN claims ON claims.seq = finding_claims.claim
    WHERE findings.turn IS NOT NULL AND coalesce(claims.low_number, claims.high_number) IS NOT NULL"""


def upgrade() -> None:
    there, wide = sa.text("turn IS NOT NULL"), sa.text("low_number < high_number")
    numbered = sa.text("turn IS NOT NULL AND (low_number IS NOT NULL OR high_number IS NOT NULL)")
    op.create_index("ix_claims_number_turn", "claims", ["turn", "seq", *_NUMBERS], sqlite_where=numbered, postgresql_where=numbered)
    op.create_index("ix_claims_number", "claims", [*_NUMBERS, "turn", "seq"])
    op.create_index("ix_claims_wide", "claims", [*reversed(_NUMBERS), "turn", "seq"], sqlite_where=wide, postgresql_where=wide)
    for table, name in _TURNS:
        op.create_index(f"ix_{table}_{name}_turn", table, [name, "turn", "seq"], sqlite_where=there, postgresql_where=there)
    _side("claim_terms", "claims", sa.Column("field", sa.String, nullable=False), sa.Column("value", sa.String, nullable=False))
    _side("finding_numbers", "findings", sa.Column("low", sa.Float, nullable=False), sa.Column("high", sa.Float, nullable=False))
    bytewise = "BINARY" if op.get_context().dialect.name == "sqlite" else '"C"'
    place = f"row_number() OVER (PARTITION BY claim ORDER BY field COLLATE {bytewise}, value COLLATE {bytewise}) - 1"
    op.execute(sa.text(f"INSERT INTO claim_terms SELECT claim, {place}, field, value, turn FROM ({_RESTING}) AS said"))
    place = "row_number() OVER (PARTITION BY finding ORDER BY low, high) - 1"
    op.execute(sa.text(f"INSERT INTO finding_numbers SELECT finding, {place}, low, high, turn FROM ({_NAMED}) AS said"))
    op.create_index("ix_claim_terms_turn", "claim_terms", ["field", "value", "turn", "claim"])
    op.create_index("ix_finding_numbers_low", "finding_numbers", ["low", "high", "turn", "finding"])


def downgrade() -> None:
    op.drop_table("finding_numbers")
    op.drop_table("claim_terms")
    for table, name in _TURNS:
        op.drop_index(f"ix_{table}_{name}_turn", table)
    for name in ("wide", "number", "number_turn"):
        op.drop_index(f"ix_claims_{name}", "claims")


def _side(name: str, table: str, *columns: sa.Column[str] | sa.Column[float]) -> None:
    """A table of what is told of the rows of ``table``."""
    row = sa.Column(table[:-1], sa.Integer, sa.ForeignKey(f"{table}.seq"), primary_key=True)
    place = sa.Column("position", sa.Integer, primary_key=True)
    op.create_table(name, row, place, *columns, sa.Column("turn", sa.Integer, nullable=False))
