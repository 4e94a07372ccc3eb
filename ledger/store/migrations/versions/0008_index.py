"""The claims in the queue by their words and terms, in its order; SQLite alone has such an index."""

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


def downgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        op.execute(sa.text("DROP TABLE claims_left"))
        op.execute(sa.text("DROP TABLE claims_places"))
