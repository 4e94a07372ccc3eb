"""Gathers what was verified from a ledger, with the events that prove it, and publishes nothing that they do not."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, select

from ledger.errors import ProofError
from ledger.exports.digest import digest, signed
from ledger.exports.evidence import as_recorded, hashed, linked, ruled_as_recorded
from ledger.exports.fragments import link
from ledger.exports.record import FORMAT, PUBLISHED, Signature, VerifiedClaims
from ledger.exports.verification import unproved
from ledger.records import Source
from ledger.store.canonical import GENESIS
from ledger.store.chain import Event
from ledger.store.merkle import Tree
from ledger.store.projection.decisions import in_force
from ledger.store.rows import among, parts
from ledger.store.standing import CLAIM_RULINGS
from ledger.store.tables import CLAIMS, DECISIONS, DOCUMENTS, EVENTS, FINDING_CLAIMS, FINDINGS, REVIEWERS, SOURCES


def gathered(connection: Connection, key: Path | None = None) -> VerifiedClaims:
    """All claims that stand and are verified or corrected, by document and place; signed when a ``key`` is given.

    Raises UsageError for a key that cannot be used, and ProofError when a table or an event says what the chain does not.
    """
    hashes = list(linked(connection))
    tree = Tree(map(bytes.fromhex, hashes))
    there = _rows(connection)
    ruled_as_recorded(connection, there)
    rows = _ruled_here(connection, there)
    events = _events(connection, chain.from_iterable((row.event, row.ruling, row.stands) for row in rows))
    for row in rows:
        as_recorded(f"document {row.path}", _document(row), events[row.stands], row.document)
    conflicts, among_conflicts = _conflicts(connection, [row.seq for row in rows]), dict[str, list[str]]()
    for each in conflicts:
        for id in each["claims"]:
            among_conflicts.setdefault(id, []).append(each["fingerprint"])
    told = {
        "format": FORMAT,
        "checkpoint": {"size": len(hashes), "head": hashes[-1] if hashes else GENESIS, "root": tree.root.hex()},
        "documents": _documents(rows),
        "claims": [_claim(row, events, tree, among_conflicts.get(row.id, [])) for row in rows],
        "conflicts": conflicts,
    }
    export = VerifiedClaims.model_validate({**told, "digest": "0" * 64})
    for claim in export.claims:
        for wrong in unproved(claim, export.checkpoint):
            raise ProofError(f"claim {claim.id}: {wrong}; factledger verify names what was changed")
    found = digest(export.model_dump(mode="json"))
    signature = Signature(**signed(found, key)) if key is not None else None
    return export.model_copy(update={"digest": found, "signature": signature})


def _rows(connection: Connection) -> Any:
    columns = [CLAIMS.c[name] for name in ("seq", "id", "event", "lineage", "ruling", "status", "corrected")]
    document = [DOCUMENTS.c.id.label("document"), DOCUMENTS.c.event.label("stands"), DOCUMENTS.c.path, DOCUMENTS.c.format]
    document += [SOURCES.c[name] for name in Source.model_fields]
    query = select(*columns, *document).join_from(CLAIMS, DOCUMENTS).join(SOURCES)
    query = query.where(CLAIMS.c.current, CLAIMS.c.status.in_(["verified", "corrected"]))
    return sorted(connection.execute(query), key=lambda row: (row.path, row.document, row.seq))


def _ruled_here(connection: Connection, rows: Sequence[Any]) -> list[Any]:
    """Those of ``rows`` on which a reviewer of this ledger has ruled, with that ruling: what was imported is not published again."""
    rulings = _events(connection, {row.ruling for row in rows})
    imported = {row.seq: row for row in rows if _is_imported(rulings[row.ruling])}
    said = in_force(connection, "claim", {row.lineage for row in imported.values()})
    events = _events(connection, {each.seq for each in chain.from_iterable(said.values())})
    found = []
    for row in rows:
        own = row.ruling
        if row.seq in imported:
            rulings_here = [each.seq for each in said[row.lineage] if each.action in CLAIM_RULINGS and not _is_imported(events[each.seq])]
            own = rulings_here[-1] if rulings_here else None
        if own is not None:
            found.append(SimpleNamespace(**{**row._mapping, "ruling": own}))
    return found


def _is_imported(decision: Event) -> bool:
    return "origin" in json.loads(decision.body)


def _documents(rows: Any) -> list[dict[str, Any]]:
    found = {row.document: row for row in rows}
    return [_document(row) for row in found.values()]


def _document(row: Any) -> dict[str, Any]:
    source = {name: getattr(row, name) for name in Source.model_fields}
    return {"id": row.document, "path": row.path, "format": row.format, "source": source}


def _events(connection: Connection, seqs: Iterable[int]) -> dict[int, Event]:
    """Events by number, each as it was hashed."""
    found = {}
    for part in parts(sorted(set(seqs))):
        query = select(*(EVENTS.c[field] for field in Event._fields)).where(among(connection, EVENTS.c.seq, part))
        found.update({row.seq: hashed(Event(*row)) for row in connection.execute(query)})
        for seq in part:
            if seq not in found:
                raise ProofError(f"event {seq} is missing")
    return found


def _claim(row: Any, events: dict[int, Event], tree: Tree, conflicts: list[str]) -> dict[str, Any]:
    found, decided = (_proof(events[seq], tree) for seq in (row.event, row.ruling))
    record, ruling = found["body"]["claim"], _ruling(decided)
    corrected = ruling["fields"] if row.status == "corrected" else {}
    return {
        **{name: record[name] for name in PUBLISHED}, **corrected,
        "document": row.document, "status": row.status, "link": link(row.url, record["sentence"]["quote"], record["mention"]["quote"]),
        "ruling": ruling, "conflicts": conflicts, "found": found, "decided": decided,
    }  # fmt: skip


def _proof(event: Event, tree: Tree) -> dict[str, Any]:
    told = {name: getattr(event, name) for name in ("seq", "prev", "kind", "subject", "at", "by")}
    return {**told, "body": json.loads(event.body), "path": [each.hex() for each in tree.inclusion(event.seq - 1)]}


def _ruling(decided: dict[str, Any]) -> dict[str, Any]:
    body = decided["body"]
    return {"action": body["action"], "reviewer": decided["by"], "at": decided["at"], "note": body["note"], "fields": body["fields"]}


def _conflicts(connection: Connection, claims: list[int]) -> list[dict[str, Any]]:
    """The conflicts that any of the claims, by number, is in; by fingerprint."""
    seqs = set[int]()
    for part in parts(claims):
        seqs |= set(connection.execute(select(FINDING_CLAIMS.c.finding).where(among(connection, FINDING_CLAIMS.c.claim, part))).scalars())
    found = []
    columns = [FINDINGS.c[name] for name in ("seq", "event", "ruling", "fingerprint", "code", "name", "message", "status")]
    said = [DECISIONS.c.action, REVIEWERS.c.name.label("reviewer"), DECISIONS.c.at, DECISIONS.c.note, DECISIONS.c.fields]
    query = select(*columns, *said).join_from(FINDINGS, DECISIONS, FINDINGS.c.ruling == DECISIONS.c.seq, isouter=True)
    query = query.join(REVIEWERS, DECISIONS.c.reviewer == REVIEWERS.c.seq, isouter=True)
    for part in parts(sorted(seqs)):
        about = query.where(among(connection, FINDINGS.c.seq, part), FINDINGS.c.current, FINDINGS.c.verdict == "conflict")
        rows = connection.execute(about).all()
        events = _events(connection, (seq for row in rows for seq in (row.event, row.ruling) if seq is not None))
        for row in rows:
            members = select(CLAIMS.c.id).join_from(FINDING_CLAIMS, CLAIMS).where(FINDING_CLAIMS.c.finding == row.seq)
            ids = list(connection.execute(members.order_by(FINDING_CLAIMS.c.position)).scalars())
            told = {name: getattr(row, name) for name in ("action", "reviewer", "at", "note")}
            ruling = {**told, "fields": json.loads(row.fields)} if row.action is not None else None
            told = {name: getattr(row, name) for name in ("fingerprint", "code", "name", "message")} | {"claims": ids}
            as_recorded(f"finding {row.fingerprint}", told, events[row.event], row.fingerprint)
            if ruling is not None:
                decided = {name: ruling[name] for name in ("action", "note", "fields")}
                as_recorded(f"decision {row.ruling}", decided, events[row.ruling], row.fingerprint)
            found.append({**told, "status": row.status, "ruling": ruling})
    return sorted(found, key=lambda each: str(each["fingerprint"]))
