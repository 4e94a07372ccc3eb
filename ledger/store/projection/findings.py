"""Findings: what they say of which claims, and how they stand."""

from __future__ import annotations

from math import fsum
from typing import Any

from sqlalchemy import Connection, delete, select

from ledger.store.canonical import parsed
from ledger.store.chain import Event
from ledger.store.projection.decisions import in_force
from ledger.store.projection.touched import Touched
from ledger.store.rows import among, found, parts, put, put_mappings, rewrite_mappings
from ledger.store.search import index_findings
from ledger.store.standing import FINDING_RULINGS, NOTED, OPEN, finding_turn, standing
from ledger.store.tables import CLAIMS, FINDING_CLAIMS, FINDING_NUMBERS, FINDING_TERMS, FINDINGS, NUMBERS, TERMS


def findings(touched: Touched, events: list[Event]) -> None:
    """Findings that were made, made again of other claims or in other words, or withdrawn."""
    connection = touched.connection
    known = found(connection, FINDINGS.c.fingerprint, FINDINGS.c.seq, (event.subject for event in events))
    older = set(known.values())
    rows = dict[int, dict[str, Any]]()
    for event in events:
        seq = known.setdefault(event.subject, event.seq)
        if event.kind == "withdrawn":
            rows.setdefault(seq, {})["current"] = False
        else:
            rows[seq] = {**_said(event), "current": True}
    touched.findings |= rows.keys()
    touched.reworded |= older
    touched.claims |= _claims_of(connection, older)
    fresh = [{"seq": seq, **_columns(row), **_UNDECIDED} for seq, row in rows.items() if seq not in older]
    put_mappings(connection, FINDINGS, fresh)
    for seq in sorted(older):
        rewrite_mappings(connection, FINDINGS, [{"seq": seq, **_columns(rows[seq])}])
    touched.claims |= _linked(connection, {seq: row["claims"] for seq, row in rows.items() if "claims" in row}, older)


_UNDECIDED = {"status": NOTED, "ruling": None, "assigned": None, "turn": None}


def refresh_findings(connection: Connection, seqs: set[int], reworded: set[int]) -> None:
    """Work out again, from the tables, how the findings ``seqs`` stand, and write what differs; the claims of some are ``reworded``."""
    wanted = select(*(FINDINGS.c[field] for field in ("seq", "verdict", "severity", "weight", "current", *_UNDECIDED)))
    for part in parts(sorted(seqs)):
        rows = connection.execute(wanted.where(among(connection, FINDINGS.c.seq, part))).mappings().all()
        said = in_force(connection, "finding", set(part))
        changed, waiting = [], []
        for row in rows:
            now = standing(said.get(row["seq"], ()), FINDING_RULINGS, OPEN if row["verdict"] == "conflict" else NOTED)
            turn = finding_turn(row["current"], now.status, row["severity"], row["weight"])
            new = {"status": now.status, "ruling": now.ruling, "assigned": now.assigned, "turn": turn}
            if any(row[name] != new[name] for name in _UNDECIDED):
                changed.append({"seq": row["seq"], **new})
            if turn is not None:
                waiting.append(row["seq"])
        rewrite_mappings(connection, FINDINGS, changed)
        _termed(connection, part, waiting)
        index_findings(connection, [seq for seq in part if seq in reworded], waiting)


def _termed(connection: Connection, seqs: list[int], waiting: list[int]) -> None:
    """Have what their claims say lead to those of the findings ``seqs`` that are ``waiting`` in the queue, and to no others."""
    for table in (FINDING_TERMS, FINDING_NUMBERS):
        connection.execute(delete(table).where(among(connection, table.c.finding, seqs)))
    if not waiting:
        return
    said = select(FINDINGS.c.seq, FINDINGS.c.turn, *(CLAIMS.c[name] for name in (*NUMBERS, *TERMS)))
    said = said.join_from(FINDINGS, FINDING_CLAIMS).join(CLAIMS)
    terms, numbers = dict[tuple[int, int], set[tuple[str, str]]](), dict[tuple[int, int], set[tuple[float, float]]]()
    for seq, turn, low, high, *values in connection.execute(said.where(among(connection, FINDINGS.c.seq, waiting))):
        terms.setdefault((seq, turn), set()).update((name, value) for name, value in zip(TERMS, values, strict=True) if value)
        if low is not None or high is not None:
            numbers.setdefault((seq, turn), set()).add((high if low is None else low, low if high is None else high))
    put(connection, FINDING_TERMS, ("finding", "position", "field", "value", "turn"), _ranked(terms))
    put(connection, FINDING_NUMBERS, ("finding", "position", "low", "high", "turn"), _ranked(numbers))


def _ranked(told: dict[tuple[int, int], set[Any]]) -> list[tuple[Any, ...]]:
    """A row for each of what is ``told`` of a finding, by its number and turn: the least first, whose position is 0."""
    return [(seq, at, *each, turn) for (seq, turn), group in sorted(told.items()) for at, each in enumerate(sorted(group))]


def _said(event: Event) -> dict[str, Any]:
    body = parsed(event.body)
    return {
        "fingerprint": event.subject, "event": event.seq,
        **{name: body[name] for name in ("code", "name", "verdict", "severity", "message")},
        "weight": fsum(float(weight) for _, _, weight, _ in body["because"]), "claims": body["claims"],
    }  # fmt: skip


def _columns(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "claims"}


def _claims_of(connection: Connection, findings: set[int]) -> set[int]:
    claims = set[int]()
    for part in parts(sorted(findings)):
        claims |= set(connection.execute(select(FINDING_CLAIMS.c.claim).where(among(connection, FINDING_CLAIMS.c.finding, part))).scalars())
    return claims


def _linked(connection: Connection, claims: dict[int, list[str]], older: set[int]) -> set[int]:
    """Tie each finding to its claims, given by id, and to no others; the claims tied."""
    known = found(connection, CLAIMS.c.id, CLAIMS.c.seq, (id for ids in claims.values() for id in ids))
    for part in parts(sorted(older & claims.keys())):
        connection.execute(delete(FINDING_CLAIMS).where(among(connection, FINDING_CLAIMS.c.finding, part)))
    rows = [{"finding": seq, "position": at, "claim": known[id]} for seq, ids in claims.items() for at, id in enumerate(ids)]
    put_mappings(connection, FINDING_CLAIMS, rows)
    return set(known.values())
