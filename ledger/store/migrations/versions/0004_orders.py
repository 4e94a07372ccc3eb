"""Claims in every order in which they are listed, without sorting all of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_COLUMNS = ("kind", "unit", "speaker")


def upgrade() -> None:
    assigned = sa.text("assigned IS NOT NULL")
    for name in _COLUMNS:
        op.create_index(f"ix_claims_{name}", "claims", [name, "seq"])
    op.create_index("ix_claims_value", "claims", [sa.text("coalesce(low_number, high_number, -1.7e+308)"), "seq"])
    op.create_index("ix_claims_assigned", "claims", ["assigned", "seq"], sqlite_where=assigned, postgresql_where=assigned)


def downgrade() -> None:
    for name in (*_COLUMNS, "value", "assigned"):
        op.drop_index(f"ix_claims_{name}", "claims")
