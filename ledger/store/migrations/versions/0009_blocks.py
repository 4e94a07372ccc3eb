"""For PostgreSQL the words of claims in the queue under their turns and blocks of numbers, and documents by how their paths begin."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_FUNCTION = """
    CREATE FUNCTION claim_places(turn integer, seq integer, sentence text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT array_to_tsvector(ARRAY(
        SELECT turn::text || '.' || (seq >> 15)::text || '.' || lexeme FROM unnest(to_tsvector('pg_catalog.simple'::regconfig, sentence))))
    $$"""
_PATHS = "CREATE INDEX ix_documents_begun ON documents (path varchar_pattern_ops)"
_INDEX = "CREATE INDEX claims_places ON claims USING gin (claim_places(turn, seq, sentence)) WHERE turn IS NOT NULL"


def upgrade() -> None:
    if op.get_context().dialect.name == "postgresql":
        for statement in (_FUNCTION, _INDEX, _PATHS):
            op.execute(sa.text(statement.replace(":", "\\:")))


def downgrade() -> None:
    if op.get_context().dialect.name == "postgresql":
        op.execute(sa.text("DROP INDEX ix_documents_begun"))
        op.execute(sa.text("DROP INDEX claims_places"))
        op.execute(sa.text("DROP FUNCTION claim_places(integer, integer, text)"))
