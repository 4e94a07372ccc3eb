"""The chain, the texts, and the tables computed from them."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TABLES = (
    "locks", "checkpoints", "decisions", "reviewers", "finding_claims", "findings", "claims", "paths", "documents", "sources",
    "texts", "events",
)  # fmt: skip


def upgrade() -> None:
    _chain()
    _documents()
    _claims()
    _findings()
    _decisions()
    for statement in GUARDS[op.get_context().dialect.name]:
        op.execute(sa.text(statement))


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
    if op.get_context().dialect.name == "postgresql":
        for function in ("events_follow", "chain_is_kept"):
            op.execute(f"DROP FUNCTION {function}()")


def _table(name: str, *columns: sa.Column[Any], unique: str = "") -> None:
    constraints = [sa.UniqueConstraint(unique)] if unique else []
    op.create_table(name, *columns, *constraints)


def _seq() -> sa.Column[Any]:
    return sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False)


def _texts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.String, nullable=False) for name in names]


def _perhaps(kind: Any, *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=True) for name in names]


def _whole(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]


def _to(name: str, target: str, kind: Any = sa.Integer) -> sa.Column[Any]:
    return sa.Column(name, kind, sa.ForeignKey(target), nullable=False)


def _yes(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean, nullable=False)


def _chain() -> None:
    _table("events", _seq(), *_texts("prev", "hash", "kind", "subject", "at", "by", "body"), unique="hash")
    op.create_index("ix_events_subject", "events", ["subject"])
    _table("texts", sa.Column("id", sa.String, primary_key=True), *_texts("text"))


def _documents() -> None:
    _table("sources", _seq(), *_texts("label", "title", "publisher", "author", "published", "url"), unique="label")
    _table(
        "documents", _seq(), *_whole("event"), *_texts("id", "path", "format"), _to("text", "texts.id", sa.String),
        _to("source", "sources.seq"), *_whole("version"), *_perhaps(sa.String, "previous"), *_texts("rules"), *_whole("claims"),
        _yes("current"), *_texts("at"), unique="id",
    )  # fmt: skip
    op.create_index("ix_documents_path", "documents", ["path"])
    _table("paths", _seq(), *_texts("path"), _to("document", "documents.seq"), *_whole("versions"), unique="path")
    op.create_index("ix_paths_document", "paths", ["document"])


def _claims() -> None:
    _table(
        "claims", _seq(), *_texts("id"), _to("document", "documents.seq"), _to("event", "events.seq"),
        *_texts("kind", "quote", "mention", "sentence"), *_whole("begins", "ends"), *_perhaps(sa.String, "low", "high"),
        *_perhaps(sa.Float, "low_number", "high_number"), *_texts("bound", "unit"), *_perhaps(sa.String, "whole"),
        *_texts("counted", "speaker", "rule", "modality"), *_perhaps(sa.String, "period_low", "period_high", "published"),
        *_whole("lineage"), *_perhaps(sa.String, "follows"), *_texts("reason"), _yes("dropped"), _yes("current"),
        *_texts("status"), *_perhaps(sa.Integer, "ruling"), *_perhaps(sa.String, "corrected", "assigned"), *_whole("weight"),
        *_perhaps(sa.Integer, "turn"), unique="id",
    )  # fmt: skip
    op.create_index("ix_claims_document", "claims", ["document"])
    op.create_index("ix_claims_lineage", "claims", ["lineage"])
    _turn("claims")


def _findings() -> None:
    _table(
        "findings", _seq(), *_texts("fingerprint"), _to("event", "events.seq"),
        *_texts("code", "name", "verdict", "severity", "message"), sa.Column("weight", sa.Float, nullable=False), _yes("current"),
        *_texts("status"), *_perhaps(sa.Integer, "ruling"), *_perhaps(sa.String, "assigned"), *_perhaps(sa.Integer, "turn"),
        unique="fingerprint",
    )  # fmt: skip
    _turn("findings")
    op.create_table(
        "finding_claims",
        sa.Column("finding", sa.Integer, sa.ForeignKey("findings.seq"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        _to("claim", "claims.seq"),
    )
    op.create_index("ix_finding_claims_claim", "finding_claims", ["claim"])


def _decisions() -> None:
    _table("reviewers", _seq(), *_texts("name"), unique="name")
    _table(
        "decisions", _seq(), *_texts("label", "of", "target"), *_whole("lineage"), *_texts("action"),
        _to("reviewer", "reviewers.seq"), *_texts("at", "note", "fields"), _yes("adjudicates"), *_perhaps(sa.Integer, "undone"),
        unique="label",
    )  # fmt: skip
    op.create_index("ix_decisions_lineage", "decisions", ["lineage"])
    op.create_index("ix_decisions_reviewer", "decisions", ["reviewer"])
    _table("checkpoints", _seq(), *_texts("root"), *_whole("size"), *_texts("head", "at"), unique="root")
    op.create_table(
        "locks", sa.Column("target", sa.String, primary_key=True), *_texts("reviewer"), sa.Column("at", sa.Float, nullable=False)
    )


def _turn(table: str) -> None:
    there = sa.text("turn IS NOT NULL")
    op.create_index(f"ix_{table}_turn", table, ["turn", "seq"], sqlite_where=there, postgresql_where=there)


# An event follows the last one: so INSERT OR REPLACE, which fires no delete trigger by default, cannot reach an old one.
_SQLITE = [
    """CREATE TRIGGER events_follow BEFORE INSERT ON events
       WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM events)
         OR NEW.prev IS NOT coalesce((SELECT hash FROM events WHERE seq = NEW.seq - 1), printf('%064d', 0))
         OR EXISTS (SELECT 1 FROM events WHERE hash = NEW.hash)
       BEGIN SELECT RAISE(ABORT, 'an event must follow the last one'); END""",
    """CREATE TRIGGER texts_are_kept BEFORE INSERT ON texts
       WHEN EXISTS (SELECT 1 FROM texts WHERE id = NEW.id)
       BEGIN SELECT RAISE(ABORT, 'texts are never changed'); END""",
    *(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{table} are never changed'); END"
        for table in ("events", "texts")
        for verb in ("UPDATE", "DELETE")
    ),
]
_POSTGRESQL = [
    """CREATE FUNCTION chain_is_kept() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION '% are never changed', TG_TABLE_NAME; END $$""",
    """CREATE FUNCTION events_follow() RETURNS trigger LANGUAGE plpgsql AS $$
       DECLARE last record;
       BEGIN
         SELECT seq, hash INTO last FROM events ORDER BY seq DESC LIMIT 1;
         IF NEW.seq IS DISTINCT FROM coalesce(last.seq, 0) + 1 OR NEW.prev IS DISTINCT FROM coalesce(last.hash, repeat('0', 64)) THEN
           RAISE EXCEPTION 'an event must follow the last one';
         END IF;
         RETURN NEW;
       END $$""",
    "CREATE TRIGGER events_follow BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION events_follow()",
    *(
        f"CREATE TRIGGER {table}_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION chain_is_kept()"
        for table in ("events", "texts")
    ),
]
GUARDS = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}
