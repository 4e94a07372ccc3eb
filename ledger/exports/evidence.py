"""That the tables which are published say what the chain says, and that the chain is one; without playing all of it again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from ledger.errors import ProofError
from ledger.store.canonical import GENESIS, canonical, event_hash
from ledger.store.chain import Event
from ledger.store.rows import among, parts, streamed
from ledger.store.standing import CLAIM_RULINGS, UNREVIEWED, Said, standing
from ledger.store.tables import CLAIMS, EVENTS

_REBUILT = "factledger rebuild computes it again from the chain"


def linked(connection: Connection) -> Iterator[str]:
    """The hashes of all events in order. Raises ProofError at the first that does not follow the one before it."""
    size, last = 0, GENESIS
    for rows in streamed(connection, f"SELECT seq, prev, hash FROM {EVENTS.name} ORDER BY seq"):
        for seq, prev, hash in rows:
            if seq != size + 1 or prev != last:
                raise ProofError(f"event {size + 1} is missing or does not follow event {size}; factledger verify says more")
            size, last = seq, hash
            yield hash


def hashed(event: Event) -> Event:
    """The ``event``, once its hash is that of what it says. Raises ProofError."""
    if event_hash(event.text()) != event.hash:
        raise ProofError(f"event {event.seq} was changed: its hash is not that of what it says")
    return event


def as_recorded(what: str, told: Mapping[str, Any], event: Event, subject: str) -> None:
    """That ``what``, of which ``told`` is to be published, is the ``subject`` of ``event`` and is told as there. Raises ProofError."""
    body = json.loads(event.body)
    if subject not in (event.subject, body.get("id")):
        raise ProofError(f"{what}: is not what event {event.seq} is about; {_REBUILT}")
    for name, value in told.items():
        if body.get(name, value) != value:
            raise ProofError(f"{what}: {name} is {value!r}, the chain says {body[name]!r}; {_REBUILT}")


def ruled_as_recorded(connection: Connection, claims: Sequence[Any]) -> None:
    """That ``claims`` (``id``, ``lineage``, ``status``, ``ruling``) stand as their decisions in the chain have it. Raises ProofError."""
    said = _said(connection, {claim.lineage for claim in claims})
    for claim in claims:
        now = standing(said.get(claim.lineage, {}).values(), CLAIM_RULINGS, UNREVIEWED)
        if (claim.status, claim.ruling) != (now.status, now.ruling):
            raise ProofError(f"claim {claim.id}: is {claim.status}, by the chain it is {now.status}; {_REBUILT}")


def _said(connection: Connection, lineages: set[int]) -> dict[int, dict[int, Said]]:
    """The decisions in force on each of ``lineages``, by number, from the events alone."""
    said, undone = dict[int, dict[int, Said]](), set[int]()
    columns = (EVENTS.c[name] for name in ("seq", "kind", "by", "body"))
    about = select(*columns).where(EVENTS.c.kind.in_(["decision", "undo", "redo"])).order_by(EVENTS.c.seq)
    for some in parts(sorted(lineages)):
        subjects = select(CLAIMS.c.id).where(among(connection, CLAIMS.c.lineage, some))
        for seq, kind, by, told in connection.execute(about.where(EVENTS.c.subject.in_(subjects))):
            body = json.loads(told)
            if kind == "decision":
                each = Said(seq, body["action"], by, canonical(body.get("fields", {})), body.get("adjudicates", False))
                said.setdefault(body["lineage"], {})[seq] = each
            else:
                (undone.add if kind == "undo" else undone.discard)(body["decision"])
    return {lineage: {seq: each for seq, each in held.items() if seq not in undone} for lineage, held in said.items()}
