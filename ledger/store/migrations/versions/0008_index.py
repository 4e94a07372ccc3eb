"""The claims in the queue by their words and terms, in its order, which SQLite alone can have; PostgreSQL's by how their speaker begins."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_SQLITE = [
    """CREATE VIRTUAL TABLE claims_places USING fts5(
         sentence, terms, content='', columnsize=0, detail=column, tokenize='unicode61 remove_diacritics 2')""",
    "CREATE TABLE claims_left (claim INTEGER NOT NULL PRIMARY KEY, turn INTEGER NOT NULL)",
    """INSERT INTO claims_places(rowid, sentence, terms)
       SELECT turn << 32 | seq, sentence, 'k' || hex(kind) || ' u' || hex(unit) || ' r' || hex(rule) || ' s' || hex(speaker)
       FROM claims WHERE turn IS NOT NULL ORDER BY turn, seq""",
]


def upgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        for statement in _SQLITE:
            op.execute(sa.text(statement))
    else:
        _speakers({"speaker": "varchar_pattern_ops"})


def downgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        op.execute(sa.text("DROP TABLE claims_left"))
        op.execute(sa.text("DROP TABLE claims_places"))
    else:
        _speakers({})


def _speakers(ops: dict[str, str]) -> None:
    op.drop_index("ix_claims_speaker_turn", "claims")
    there = sa.text("turn IS NOT NULL")
    op.create_index("ix_claims_speaker_turn", "claims", ["speaker", "turn", "seq"], postgresql_where=there, postgresql_ops=ops)
