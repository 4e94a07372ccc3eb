"""Claims of a value are found by their turns alone, and SQLite's by a rule and a unit in its index of places."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_THERE = "turn IS NOT NULL AND unit <> ''"


def upgrade() -> None:
    op.drop_index("ix_claims_number", "claims")
    if op.get_context().dialect.name == "sqlite":
        op.drop_index("ix_claims_rule_unit_turn", "claims")


def downgrade() -> None:
    op.create_index("ix_claims_number", "claims", ["low_number", "high_number", "turn", "seq"])
    if op.get_context().dialect.name == "sqlite":
        op.create_index("ix_claims_rule_unit_turn", "claims", ["rule", "unit", "turn", "seq"], sqlite_where=sa.text(_THERE))
