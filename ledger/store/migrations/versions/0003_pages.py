"""Pages by status, and sentences indexed a batch at a time instead of one by one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_ONE_BY_ONE = {
    "claims_search_insert": """AFTER INSERT ON claims
       BEGIN INSERT INTO claims_search(rowid, sentence) VALUES (NEW.seq, NEW.sentence); END""",
    "claims_search_delete": """AFTER DELETE ON claims
       BEGIN INSERT INTO claims_search(claims_search, rowid, sentence) VALUES ('delete', OLD.seq, OLD.sentence); END""",
}


def upgrade() -> None:
    for table in ("claims", "findings"):
        op.create_index(f"ix_{table}_status", table, ["status", "seq"])
    if op.get_context().dialect.name == "sqlite":
        for name in _ONE_BY_ONE:
            op.execute(sa.text(f"DROP TRIGGER {name}"))


def downgrade() -> None:
    for table in ("claims", "findings"):
        op.drop_index(f"ix_{table}_status", table)
    if op.get_context().dialect.name == "sqlite":
        for name, body in _ONE_BY_ONE.items():
            op.execute(sa.text(f"CREATE TRIGGER {name} {body}"))
