"""The queue sifted in its order: by what claims say, and findings by what theirs say."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_COLUMNS = ("kind", "unit", "speaker")
_SAID = " UNION ".join(
    f"""
    SELECT findings.seq AS finding, '{name}' AS field, claims.{name} AS value, findings.turn
    FROM findings JOIN finding_claims ON finding_claims.finding = findings.seq JOIN claims ON claims.seq = finding_claims.claim
    WHERE findings.turn IS NOT NULL AND claims.{name} != ''"""
    for name in _COLUMNS
)
_SEARCH = "CREATE VIRTUAL TABLE findings_search USING fts5(sentence, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
_SENTENCES = """
    INSERT INTO findings_search(rowid, sentence)
    SELECT findings.seq, group_concat(claims.sentence, char(10))
    FROM findings JOIN finding_claims ON finding_claims.finding = findings.seq JOIN claims ON claims.seq = finding_claims.claim
    WHERE findings.turn IS NOT NULL GROUP BY findings.seq"""


def upgrade() -> None:
    embedded = op.get_context().dialect.name == "sqlite"
    there = sa.text("turn IS NOT NULL")
    for name in _COLUMNS:
        op.create_index(f"ix_claims_{name}_turn", "claims", [name, "turn", "seq"], sqlite_where=there, postgresql_where=there)
    op.create_table(
        "finding_terms",
        sa.Column("finding", sa.Integer, sa.ForeignKey("findings.seq"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("field", sa.String, nullable=False),
        sa.Column("value", sa.String, nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
    )
    bytewise = "BINARY" if embedded else '"C"'
    place = f"row_number() OVER (PARTITION BY finding ORDER BY field COLLATE {bytewise}, value COLLATE {bytewise}) - 1"
    op.execute(sa.text(f"INSERT INTO finding_terms SELECT finding, {place}, field, value, turn FROM ({_SAID}) AS said"))
    op.create_index("ix_finding_terms_turn", "finding_terms", ["field", "value", "turn", "finding"])
    if embedded:
        op.execute(sa.text(_SEARCH))
        op.execute(sa.text(_SENTENCES))


def downgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        op.execute(sa.text("DROP TABLE findings_search"))
    op.drop_table("finding_terms")
    for name in _COLUMNS:
        op.drop_index(f"ix_claims_{name}_turn", "claims")
