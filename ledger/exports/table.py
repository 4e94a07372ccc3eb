"""Verified claims as rows of a table; values are exact texts."""

from __future__ import annotations

from ledger.exports.record import VerifiedClaims
from ledger.records import printed

COLUMNS = (
    "id", "status", "kind", "low", "high", "bound", "unit", "whole", "counted", "speaker", "period_low", "period_high", "modality",
    "quote", "mention", "sentence", "start", "end", "document", "path", "publisher", "title", "author", "published", "url", "link",
    "action", "reviewer", "at", "note", "conflicts",
)  # fmt: skip


def rows(verified: VerifiedClaims) -> list[tuple[str | None, ...]]:
    """A row a claim, in the order of COLUMNS."""
    documents = {document.id: document for document in verified.documents}
    found = list[tuple[str | None, ...]]()
    for claim in verified.claims:
        document, source, ruling = documents[claim.document], documents[claim.document].source, claim.ruling
        found.append((
            claim.id, claim.status, claim.kind, printed(claim.low), printed(claim.high), claim.bound, claim.unit, printed(claim.whole),
            claim.counted, claim.speaker, claim.period_low, claim.period_high, claim.modality, claim.span.quote, claim.mention.quote,
            claim.sentence.quote, str(claim.span.start), str(claim.span.end), document.id, document.path, source.publisher, source.title,
            source.author, source.published, source.url, claim.link, ruling.action, ruling.reviewer, ruling.at, ruling.note,
            " ".join(claim.conflicts),
        ))  # fmt: skip
    return found
