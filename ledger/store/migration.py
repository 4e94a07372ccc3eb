"""Moves a database between the versions of its tables, by Alembic."""

from __future__ import annotations

from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

FOLDER = Path(__file__).parent / "migrations"


def migrate(connection: Connection, target: str) -> None:
    """Bring the tables to version ``target`` (``base`` is none at all), up or down, within the caller's transaction."""
    script = ScriptDirectory(str(FOLDER))

    def steps(revision: object, context: MigrationContext) -> list[object]:
        now = revision[0] if isinstance(revision, tuple) and revision else revision or None
        if target != "base" and (now is None or str(now) < target):
            return list(script._upgrade_revs(target, now))  # type: ignore[arg-type]
        return list(script._downgrade_revs(target, now))  # type: ignore[arg-type]

    context = MigrationContext.configure(connection, opts={"fn": steps})
    with Operations.context(context):
        context.run_migrations()
