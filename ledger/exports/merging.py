"""Takes another ledger's verified claims into a ledger: as events of its own chain that say where they come from.

A document that the ledger does not know gets what the export quotes of it, each quote in its place; when the file itself is
added later, its text takes that place. Decisions are those of reviewers of the other ledger: ``ana (name)``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from pydantic import ValidationError
from sqlalchemy import Connection, insert, select

from ledger.errors import ProofError, UsageError
from ledger.exports.record import PublishedDocument, VerifiedClaim, VerifiedClaims
from ledger.records import Claim, Source, claim_id
from ledger.store.bodies import ClaimBody, DecisionBody, DocumentBody, ImportBody
from ledger.store.canonical import canonical, event_hash, event_text, text_hash
from ledger.store.chain import Draft, append
from ledger.store.projection import apply
from ledger.store.restored import claim_from
from ledger.store.rows import mapped, parts
from ledger.store.standing import DISAGREEMENT
from ledger.store.tables import CLAIMS, DOCUMENTS, EVENTS, SOURCES, TEXTS

EXCERPT = "an import"
"""What stands for the version of the rules by which the claims of a document were found that only an export has shown."""

_VALUE = ("kind", "low", "high", "bound", "unit", "whole")
_FARTHEST = 1 << 28
"""Characters up to the last quotes of an export's documents, in all."""


class Merged(NamedTuple):
    """What a merge added; what it ``knew``: decisions that were here before; ``otherwise``: claims that are judged otherwise here."""

    documents: int = 0
    claims: int = 0
    decisions: int = 0
    known: int = 0
    otherwise: int = 0


class _Home(NamedTuple):
    """A document as this ledger has it."""

    path: str
    text: str
    rules: str
    claims: int
    current: bool
    source: dict[str, str]


def merge(connection: Connection, export: VerifiedClaims, name: str, by: str, at: str) -> Merged:
    """Append what of ``export``, which holds, is not here yet, and bring the tables up to date; the caller holds the lock.

    ``name`` is what the other ledger is called here. Raises ProofError for a claim that cannot be one, UsageError for places beyond
    any document.
    """
    records = {each.id: _checked(each) for each in export.claims}
    known = _known(connection, [each.id for each in export.claims])
    fresh = [each for each in export.claims if _hash(each) not in known]
    if not fresh:
        return Merged(known=len(export.claims))
    held = _held(connection, [each.id for each in fresh])
    drafts, texts, documents, claims = list[Draft](), dict[str, str](), 0, 0
    for document in export.documents:
        ours = [each for each in fresh if each.document == document.id]
        lacking = [each for each in ours if held.get(each.id, True)]
        home = _home(connection, document.id)
        if ours and (lacking or home is None or not home.current):
            body, text = _document(document, ours, home, name, len(lacking), export.digest)
            texts[body["text"]] = text
            drafts.append(Draft("document", body["path"], canonical(body)))
            drafts += [_claim(each, body, again=each.id in held) for each in lacking]
            documents, claims = documents + (home is None), claims + len(lacking)
    _keep(connection, texts)
    header: ImportBody = {
        "name": name, "size": export.checkpoint.size, "head": export.checkpoint.head, "root": export.checkpoint.root,
        "key": export.signature.key if export.signature is not None else "",
    }  # fmt: skip
    apply(connection, append(connection, [Draft("import", export.digest, canonical(header)), *drafts], by, at))
    _decide(connection, fresh, records, name, export.digest, at)
    return Merged(documents, claims, len(fresh), len(export.claims) - len(fresh), _disputed(connection, [each.id for each in fresh]))


def _checked(each: VerifiedClaim) -> Claim:
    """The claim as it was found, once it and what was corrected of it can be claims of that place. Raises ProofError, UsageError."""
    record = each.found.body["claim"]
    try:
        claim = Claim.model_validate(record)
        Claim.model_validate(record | each.ruling.fields)
    except ValidationError as error:
        raise ProofError(f"claim {each.id}: {error.errors()[0]['loc'][0]} is not what a claim can have") from error
    if each.id != claim_id(each.document, claim.span.start, claim.span.end) or claim.id != each.id:
        raise ProofError(f"claim {each.id}: is not named after its place")
    for span in (claim.span, claim.mention, claim.sentence):
        if span.end - span.start != len(span.quote):
            raise ProofError(f"claim {each.id}: a quote is longer or shorter than its place")
    return claim


def _hash(each: VerifiedClaim) -> str:
    """The hash of the event by which the other ledger decided."""
    event = each.decided
    return event_hash(event_text(event.seq, event.prev, event.kind, event.subject, event.at, event.by, canonical(event.body)))


def _known(connection: Connection, ids: Sequence[str]) -> set[str]:
    """The hashes of all decisions on the claims ``ids``, made here or imported."""
    hashes = set[str]()
    for part in parts(ids):
        rows = connection.execute(select(EVENTS.c.hash, EVENTS.c.body).where(EVENTS.c.subject.in_(part), EVENTS.c.kind == "decision"))
        for hash, body in rows:
            hashes |= {hash, json.loads(body).get("origin", {}).get("event", hash)}
    return hashes


def _held(connection: Connection, ids: Sequence[str]) -> dict[str, bool]:
    """Which claims the ledger has, and whether each was dropped."""
    found = dict[str, bool]()
    for part in parts(ids):
        found |= mapped(connection.execute(select(CLAIMS.c.id, CLAIMS.c.dropped).where(CLAIMS.c.id.in_(part))))
    return found


def _home(connection: Connection, id: str) -> _Home | None:
    source = [SOURCES.c[field] for field in Source.model_fields]
    columns = (DOCUMENTS.c.path, TEXTS.c.text, DOCUMENTS.c.rules, DOCUMENTS.c.claims, DOCUMENTS.c.current, *source)
    query = select(*columns).join_from(DOCUMENTS, TEXTS).join(SOURCES).where(DOCUMENTS.c.id == id)
    row = connection.execute(query).first()
    if row is None:
        return None
    path, text, rules, claims, current, *known = row
    return _Home(path, text, rules, claims, current, dict(zip(Source.model_fields, known, strict=True)))


def _document(
    document: PublishedDocument, claims: Sequence[VerifiedClaim], home: _Home | None, name: str, lacking: int, digest: str
) -> tuple[DocumentBody, str]:
    """The event by which the document stands, and its text: what is here already, and what the export quotes of it."""
    text = home.text if home is not None else ""
    if home is None or home.rules == EXCERPT:
        text = _excerpt(text, claims)
    body: DocumentBody = {
        "id": document.id, "path": home.path if home is not None and home.current else f"{name}:{document.path}",
        "format": document.format, "source": home.source if home is not None else document.source.model_dump(), "text": text_hash(text),
        "rules": home.rules if home is not None else EXCERPT, "claims": lacking + (home.claims if home is not None else 0),
        "origin": digest,
    }  # fmt: skip
    return body, text


def _excerpt(text: str, claims: Iterable[VerifiedClaim]) -> str:
    """``text`` with the sentences of the claims in their places, and line ends where nothing is known."""
    for claim in sorted(claims, key=lambda each: each.sentence.start):
        for span in (claim.sentence, claim.mention, claim.span):
            if span.end > _FARTHEST:
                raise UsageError(f"claim {claim.id}: stands at {span.start}, beyond any document that is read")
            text = text[: span.start].ljust(span.start, "\n") + span.quote + text[span.end :]
    return text


def _claim(each: VerifiedClaim, home: DocumentBody, again: bool) -> Draft:
    body: ClaimBody = {
        "claim": each.found.body["claim"] | {"document": home["path"]}, "document": each.document, "origin": home.get("origin", ""),
    }  # fmt: skip
    if again:
        body["again"] = True
    return Draft("claim", each.id, canonical(body))


def _keep(connection: Connection, texts: dict[str, str]) -> None:
    known = set(connection.execute(select(TEXTS.c.id).where(TEXTS.c.id.in_(texts))).scalars()) if texts else set()
    rows = [{"id": digest, "text": text} for digest, text in sorted(texts.items()) if digest not in known]
    if rows:
        connection.execute(insert(TEXTS), rows)


def _decide(connection: Connection, fresh: Sequence[VerifiedClaim], records: dict[str, Claim], name: str, digest: str, at: str) -> None:
    """Append the decisions, each in the name of who took it there."""
    lineages, ours = dict[str, int](), dict[str, Claim]()
    columns = (CLAIMS.c.id, CLAIMS.c.lineage, EVENTS.c.body)
    for part in parts(each.id for each in fresh):
        query = select(*columns).join_from(CLAIMS, EVENTS, CLAIMS.c.event == EVENTS.c.seq)
        for id, lineage, found in connection.execute(query.where(CLAIMS.c.id.in_(part))):
            lineages[id], ours[id] = lineage, claim_from(json.loads(found)["claim"])
    ordered = sorted(fresh, key=lambda each: (each.ruling.reviewer, each.decided.seq))
    for reviewer, group in groupby(ordered, lambda each: each.ruling.reviewer):
        drafts = []
        for each in group:
            fields = _otherwise(each, records[each.id], ours[each.id])
            body: DecisionBody = {
                "of": "claim", "lineage": lineages[each.id], "action": "correct" if fields else "verify", "note": each.ruling.note,
                "fields": fields, "origin": {"export": digest, "event": _hash(each), "seq": each.decided.seq, "at": each.ruling.at},
            }  # fmt: skip
            drafts.append(Draft("decision", each.id, canonical(body)))
        apply(connection, append(connection, drafts, " ".join(f"{reviewer} ({name})".split()), at))


def _otherwise(each: VerifiedClaim, there: Claim, here: Claim) -> dict[str, str | None]:
    """What the other ledger says otherwise of a claim than this one: what was corrected there, and a value that was read otherwise."""
    told: dict[str, Any] = there.model_dump(mode="json") | each.ruling.fields
    mine = here.model_dump(mode="json")
    return {name: told[name] for name in sorted({*_VALUE, *each.ruling.fields}) if told[name] != mine[name]}


def _disputed(connection: Connection, ids: Sequence[str]) -> int:
    count = 0
    for part in parts(ids):
        query = select(CLAIMS.c.seq).where(CLAIMS.c.id.in_(part), CLAIMS.c.status.in_([DISAGREEMENT]))
        count += len(connection.execute(query).all())
    return count
