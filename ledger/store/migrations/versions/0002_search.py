"""Full-text search over quotes and sentences, and the views for people."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_VIEWS = {
    "open_conflicts": """
        SELECT findings.fingerprint, findings.code, findings.severity, findings.weight, findings.message,
               fc.position, claims.id AS claim, claims.mention, claims.sentence, claims.speaker, documents.path
        FROM findings
        JOIN finding_claims AS fc ON fc.finding = findings.seq
        JOIN claims ON claims.seq = fc.claim
        JOIN documents ON documents.seq = claims.document
        WHERE findings.current AND findings.verdict = 'conflict' AND findings.status = 'open'""",
    "verified_claims": """
        SELECT claims.id, claims.kind, claims.mention, claims.low, claims.high, claims.bound, claims.unit, claims.whole,
               claims.counted, claims.speaker, claims.status, claims.corrected, reviewers.name AS reviewer, decisions.at,
               decisions.note, claims.sentence, documents.path, sources.publisher, sources.published, sources.url
        FROM claims
        JOIN documents ON documents.seq = claims.document
        JOIN sources ON sources.seq = documents.source
        LEFT JOIN decisions ON decisions.seq = claims.ruling
        LEFT JOIN reviewers ON reviewers.seq = decisions.reviewer
        WHERE claims.current AND claims.status IN ('verified', 'corrected')""",
}
_SQLITE = [
    """CREATE VIRTUAL TABLE claims_search USING fts5(
         sentence, content='claims', content_rowid='seq', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')""",
    """CREATE TRIGGER claims_search_insert AFTER INSERT ON claims
       BEGIN INSERT INTO claims_search(rowid, sentence) VALUES (NEW.seq, NEW.sentence); END""",
    """CREATE TRIGGER claims_search_delete AFTER DELETE ON claims
       BEGIN INSERT INTO claims_search(claims_search, rowid, sentence) VALUES ('delete', OLD.seq, OLD.sentence); END""",
    """CREATE TRIGGER claims_search_update AFTER UPDATE OF sentence ON claims
       BEGIN
         INSERT INTO claims_search(claims_search, rowid, sentence) VALUES ('delete', OLD.seq, OLD.sentence);
         INSERT INTO claims_search(rowid, sentence) VALUES (NEW.seq, NEW.sentence);
       END""",
    "INSERT INTO claims_search(claims_search) VALUES ('rebuild')",
]
_POSTGRESQL = ["CREATE INDEX claims_search ON claims USING gin (to_tsvector('simple', sentence))"]


def upgrade() -> None:
    for statement in _SQLITE if op.get_context().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(sa.text(statement))
    for name, query in _VIEWS.items():
        op.execute(sa.text(f"CREATE VIEW {name} AS {query}"))


def downgrade() -> None:
    for name in _VIEWS:
        op.execute(sa.text(f"DROP VIEW {name}"))
    if op.get_context().dialect.name == "sqlite":
        for verb in ("insert", "delete", "update"):
            op.execute(sa.text(f"DROP TRIGGER claims_search_{verb}"))
        op.execute(sa.text("DROP TABLE claims_search"))
    else:
        op.execute(sa.text("DROP INDEX claims_search"))
