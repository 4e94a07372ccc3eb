"""Claims: what they say, and how they stand."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import Connection, func, select

from ledger.store.canonical import parsed
from ledger.store.chain import Event
from ledger.store.projection.decisions import in_force
from ledger.store.projection.touched import Touched
from ledger.store.rows import found, mapped, parts, put, rewrite
from ledger.store.standing import CLAIM_RULINGS, UNREVIEWED, claim_turn, claim_weight, standing
from ledger.store.tables import CLAIMS, DOCUMENTS, FINDING_CLAIMS, FINDINGS

_CONTEXT = ("kind", "bound", "unit", "whole", "counted", "speaker", "rule", "modality", "period_low", "period_high", "published")


def claims(touched: Touched, events: list[Event]) -> None:
    """Claims that were found, found again and otherwise, or no more."""
    connection = touched.connection
    bodies = [parsed(event.body) for event in events]
    homes = _homes(connection, {body["document"] for body in bodies})
    fresh, later = [], []
    for event, body in zip(events, bodies, strict=True):
        if event.kind == "claim" and not body.get("again"):
            seq, current = homes[body["document"]]
            row = {"seq": event.seq, "document": seq, **_said(event, body), **_unreviewed(body, current)}
            fresh.append(row)
            if row["lineage"] != event.seq:
                touched.claims.add(event.seq)
        else:
            later.append((event, body))
    put(connection, CLAIMS, fresh)
    known = found(connection, CLAIMS.c.id, CLAIMS.c.seq, (event.subject for event, _ in later))
    for event, body in later:
        row = {"dropped": True} if event.kind == "dropped" else _said(event, body)
        rewrite(connection, CLAIMS, [{"seq": known[event.subject], **row}])
        touched.claims.add(known[event.subject])


def refresh_claims(connection: Connection, seqs: set[int]) -> None:
    """Work out again, from the tables, how the claims ``seqs`` stand, and write what differs."""
    fields = ("seq", "lineage", "reason", "dropped", "counted", "speaker", "low_number", "high_number", *_STANDING)
    wanted = select(*(CLAIMS.c[field] for field in fields), DOCUMENTS.c.current.label("here")).join_from(CLAIMS, DOCUMENTS)
    for part in parts(sorted(seqs)):
        rows = connection.execute(wanted.where(CLAIMS.c.seq.in_(part))).mappings().all()
        said = in_force(connection, "claim", {row["lineage"] for row in rows})
        rests = _findings_on(connection, part)
        changed = []
        for row in rows:
            now = standing(said.get(row["lineage"], ()), CLAIM_RULINGS, UNREVIEWED)
            weight = _weight(row, rests[row["seq"]])
            current = bool(row["here"]) and not row["dropped"]
            turn = claim_turn(current, now.status, row["reason"], weight)
            new = {**now._asdict(), "weight": weight, "current": current, "turn": turn}
            if any(row[name] != new[name] for name in _STANDING):
                changed.append({"seq": row["seq"], **new})
        rewrite(connection, CLAIMS, changed)


_STANDING = ("status", "ruling", "corrected", "assigned", "weight", "current", "turn")


def _homes(connection: Connection, documents: set[str]) -> dict[str, tuple[int, bool]]:
    homes = dict[str, tuple[int, bool]]()
    for part in parts(sorted(documents)):
        rows = connection.execute(select(DOCUMENTS.c.id, DOCUMENTS.c.seq, DOCUMENTS.c.current).where(DOCUMENTS.c.id.in_(part)))
        homes.update({id: (seq, current) for id, seq, current in rows})
    return homes


def _said(event: Event, body: dict[str, Any]) -> dict[str, Any]:
    """The columns that a claim's own event fills."""
    claim = body["claim"]
    return {
        "id": claim["id"], "event": event.seq, "quote": claim["span"]["quote"], "mention": claim["mention"]["quote"],
        "sentence": claim["sentence"]["quote"], "begins": claim["span"]["start"], "ends": claim["span"]["end"],
        "low": claim["low"], "high": claim["high"], "low_number": _near(claim["low"]), "high_number": _near(claim["high"]),
        **{name: claim[name] for name in _CONTEXT},
        "lineage": body.get("lineage", event.seq), "follows": body.get("follows"), "reason": body.get("reason", ""), "dropped": False,
    }  # fmt: skip


def _unreviewed(body: dict[str, Any], current: bool) -> dict[str, Any]:
    """How a claim stands on which nothing rests and nobody has decided."""
    claim = body["claim"]
    weight = claim_weight(0, bool(claim["counted"]), bool(claim["speaker"]), _near(claim["low"] or claim["high"]) is not None)
    turn = claim_turn(current, UNREVIEWED, body.get("reason", ""), weight)
    return dict.fromkeys(_STANDING) | {"current": current, "status": UNREVIEWED, "weight": weight, "turn": turn}


def _weight(row: Any, findings: int) -> int:
    number = row["low_number"] is not None or row["high_number"] is not None
    return claim_weight(findings, bool(row["counted"]), bool(row["speaker"]), number)


def _findings_on(connection: Connection, claims: list[int]) -> dict[int, int]:
    """How many findings rest on each of the claims."""
    query = select(FINDING_CLAIMS.c.claim, func.count()).join_from(FINDING_CLAIMS, FINDINGS)
    counted = query.where(FINDINGS.c.current, FINDING_CLAIMS.c.claim.in_(claims)).group_by(FINDING_CLAIMS.c.claim)
    return defaultdict(int, mapped(connection.execute(counted)))


def _near(value: str | None) -> float | None:
    """The number near ``value``; None for a date, an open end, and what no float can hold."""
    try:
        near = float(Decimal(value)) if value is not None else None
    except (InvalidOperation, OverflowError):
        return None
    return near if near is not None and abs(near) != float("inf") else None
