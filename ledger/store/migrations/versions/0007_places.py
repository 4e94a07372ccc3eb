"""The queue sifted in its order by the beginning of a speaker's name, by a rule with a unit, by documents, and by value within a turn."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_NUMBERS = ("low_number", "high_number")


def upgrade() -> None:
    op.drop_index("ix_claims_document", "claims")
    op.create_index("ix_claims_document", "claims", ["document", "turn", "seq"])
    _partial("ix_claims_turn_speaker", ["turn", "seq", "speaker"], "turn IS NOT NULL AND speaker <> ''")
    _partial("ix_claims_rule_unit_turn", ["rule", "unit", "turn", "seq"], "turn IS NOT NULL AND unit <> ''")
    numbered = "turn IS NOT NULL AND (low_number IS NOT NULL OR high_number IS NOT NULL)"
    _partial("ix_claims_turn_number", ["turn", *_NUMBERS, "seq"], numbered)


def downgrade() -> None:
    for name in ("turn_number", "rule_unit_turn", "turn_speaker", "document"):
        op.drop_index(f"ix_claims_{name}", "claims")
    op.create_index("ix_claims_document", "claims", ["document"])


def _partial(name: str, columns: list[str], where: str) -> None:
    op.create_index(name, "claims", columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
