"""Claims, findings and documents as records, as the ledger holds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, or_, select

from ledger.errors import UsageError
from ledger.records import DAYS, SEVERAL, SPANS, VALUES, Claim, Finding, Level, Source, Span
from ledger.store.canonical import parsed
from ledger.store.revision import Held
from ledger.store.rows import among, mapped, parts, streamed
from ledger.store.spelling import Spelled
from ledger.store.tables import CLAIMS, DOCUMENTS, EVENTS, FINDING_CLAIMS, FINDINGS, PATHS, SOURCES, TEXTS

_BLANK = {name: field.default for name, field in Claim.model_fields.items()}
"""What a claim says that was recorded before the field was known; in the order of the record."""


def claim_from(record: dict[str, Any]) -> Claim:
    """The claim that an event holds, as it was; nothing is checked again."""
    fields = _BLANK | record
    for name in SPANS:
        fields[name] = Span.dense(**fields[name])
    for name in VALUES:
        fields[name] = value_from(fields[name])
    for name in DAYS:
        fields[name] = date.fromisoformat(fields[name]) if fields[name] is not None else None
    for name in SEVERAL:
        fields[name] = tuple(fields[name])
    return Claim.dense(**fields)


def claims_spelled(claims: Sequence[Spelled]) -> list[Claim]:
    """The claims that were ``spelled``."""
    return [claim_from(parsed(claim.text)) for claim in claims]


def value_from(text: str | None) -> Decimal | date | None:
    """A value as records print it: an ISO date has two hyphens inside."""
    if text is None:
        return None
    return date.fromisoformat(text) if text.count("-", 1) == 2 else Decimal(text)


def claims_of(connection: Connection, document: str, dropped: bool = False) -> list[Held]:
    """The claims in the document of this id, in the order of the text; or those that are ``dropped``."""
    query = _claims().where(DOCUMENTS.c.id == document, CLAIMS.c.dropped == dropped).order_by(CLAIMS.c.begins, CLAIMS.c.seq)
    return [Held(lineage, claim_from(parsed(body)["claim"])) for _, lineage, body in connection.execute(query)]


def current_claims(connection: Connection) -> Iterator[Claim]:
    """The claims that stand, of every document, in the order in which they came."""
    query = "SELECT body FROM claims JOIN events ON events.seq = claims.event WHERE claims.current ORDER BY claims.seq"
    for rows in streamed(connection, query):
        for (body,) in rows:
            yield claim_from(parsed(body)["claim"])


def claims_in(connection: Connection, documents: Sequence[int]) -> dict[int, list[Claim]]:
    """The claims that stand in the documents of these numbers, by document."""
    found = dict[int, list[Claim]]()
    for part in parts(documents):
        query = _claims().add_columns(CLAIMS.c.document).where(CLAIMS.c.current, among(connection, CLAIMS.c.document, part))
        for _, _, body, document in connection.execute(query.order_by(CLAIMS.c.seq)):
            found.setdefault(document, []).append(claim_from(parsed(body)["claim"]))
    return found


def standing(connection: Connection) -> dict[int, int]:
    """The documents that have claims that stand: of each its number and that of the event that last spoke of it, in order."""
    there = select(CLAIMS.c.document).where(CLAIMS.c.current)
    query = select(DOCUMENTS.c.seq, DOCUMENTS.c.event).where(DOCUMENTS.c.seq.in_(there)).order_by(DOCUMENTS.c.seq)
    return mapped(connection.execute(query))


def claims_by_seq(connection: Connection, seqs: Sequence[int]) -> dict[int, Claim]:
    """Claims by number, in order."""
    found = {}
    for part in parts(sorted(seqs)):
        for seq, _, body in connection.execute(_claims().where(among(connection, CLAIMS.c.seq, part)).order_by(CLAIMS.c.seq)):
            found[seq] = claim_from(parsed(body)["claim"])
    return found


def findings_by_seq(connection: Connection, seqs: Sequence[int], most: int | None = None) -> dict[int, Finding]:
    """Findings by number, with their claims; with ``most``, of each only so many of these, the first."""
    found = {}
    for part in parts(seqs):
        query = select(FINDINGS.c.seq, EVENTS.c.body).join_from(FINDINGS, EVENTS, FINDINGS.c.event == EVENTS.c.seq)
        bodies = {seq: parsed(body) for seq, body in connection.execute(query.where(among(connection, FINDINGS.c.seq, part)))}
        links = select(FINDING_CLAIMS.c.finding, FINDING_CLAIMS.c.claim).where(among(connection, FINDING_CLAIMS.c.finding, part))
        if most is not None:
            links = links.where(FINDING_CLAIMS.c.position < most)
        members = dict[int, list[int]]()
        for finding, claim in connection.execute(links.order_by(FINDING_CLAIMS.c.finding, FINDING_CLAIMS.c.position)):
            members.setdefault(finding, []).append(claim)
        claims = claims_by_seq(connection, [claim for each in members.values() for claim in each])
        for seq, body in bodies.items():
            found[seq] = finding_from(body, [claims[claim] for claim in members.get(seq, [])])
    return found


def finding_from(body: dict[str, Any], claims: Sequence[Claim]) -> Finding:
    """The finding that an event holds."""
    because = tuple(
        Level.unchecked(field=field, level=level, weight=float(weight), note=note) for field, level, weight, note in body["because"]
    )
    told = {name: body[name] for name in ("fingerprint", "code", "name", "verdict", "severity", "message")}
    return Finding.unchecked(**told, claims=tuple(claims), because=because)


class HeldText(NamedTuple):
    """A document as the ledger holds it."""

    id: str
    path: str
    format: str
    text: str
    source: Source


def document(connection: Connection, word: str) -> HeldText:
    """The document of the id ``word``, or that stands at the path ``word``. Raises UsageError."""
    fields = tuple(Source.model_fields)
    columns = (DOCUMENTS.c.id, DOCUMENTS.c.path, DOCUMENTS.c.format, TEXTS.c.text, *(SOURCES.c[field] for field in fields))
    query = select(*columns).join_from(DOCUMENTS, TEXTS).join(SOURCES)
    at_path = DOCUMENTS.c.seq.in_(select(PATHS.c.document).where(PATHS.c.path == word))
    found = connection.execute(query.where(or_(DOCUMENTS.c.id == word, at_path))).first()
    if found is None:
        raise UsageError(f"the ledger holds no document {word!r}")
    return HeldText(found[0], found[1], found[2], found[3], Source(**dict(zip(fields, found[4:], strict=True))))


def _claims() -> Select[int, int, str]:
    return select(CLAIMS.c.seq, CLAIMS.c.lineage, EVENTS.c.body).join_from(CLAIMS, DOCUMENTS).join(EVENTS, CLAIMS.c.event == EVENTS.c.seq)
