"""Decisions, those who take them, and what was taken back."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from ledger.store.canonical import canonical, parsed
from ledger.store.chain import Event
from ledger.store.projection.touched import Touched
from ledger.store.rows import among, found, parts, put_mappings, rewrite_mappings
from ledger.store.standing import Said
from ledger.store.tables import CHECKPOINTS, CLAIMS, DECISIONS, REVIEWERS


def decisions(touched: Touched, events: list[Event]) -> None:
    """What reviewers said of claims and findings."""
    connection = touched.connection
    reviewers = _reviewers(connection, events)
    rows = []
    for event in events:
        body = parsed(event.body)
        rows.append({
            "seq": event.seq, "label": f"{body['action']} {event.subject[:12]} #{event.seq}", "of": body["of"], "target": event.subject,
            "lineage": body["lineage"], "action": body["action"], "reviewer": reviewers[event.by], "at": event.at,
            "note": body.get("note", ""), "fields": canonical(body.get("fields", {})), "adjudicates": body.get("adjudicates", False),
            "undone": None,
        })  # fmt: skip
    put_mappings(connection, DECISIONS, rows)
    _touch(touched, rows)


def undone(touched: Touched, events: list[Event]) -> None:
    """Decisions taken back, or taken up again."""
    connection = touched.connection
    last = {parsed(event.body)["decision"]: event.seq if event.kind == "undo" else None for event in events}
    rewrite_mappings(connection, DECISIONS, [{"seq": seq, "undone": by} for seq, by in last.items()])
    for part in parts(last):
        rows = connection.execute(select(DECISIONS.c.of, DECISIONS.c.lineage).where(among(connection, DECISIONS.c.seq, part))).mappings()
        _touch(touched, rows)


def checkpoints(touched: Touched, events: list[Event]) -> None:
    """Checkpoints that were taken."""
    rows = []
    for event in events:
        body = parsed(event.body)
        rows.append({"seq": event.seq, "root": body["root"], "size": body["size"], "head": body["head"], "at": event.at})
    put_mappings(touched.connection, CHECKPOINTS, rows)


def in_force(connection: Connection, of: str, lineages: set[int]) -> dict[int, list[Said]]:
    """The decisions on claims or findings that were not taken back, in order, by lineage."""
    said = dict[int, list[Said]]()
    columns = (DECISIONS.c.lineage, DECISIONS.c.seq, DECISIONS.c.action, REVIEWERS.c.name, DECISIONS.c.fields, DECISIONS.c.adjudicates)
    query = select(*columns).join_from(DECISIONS, REVIEWERS).where(DECISIONS.c.of == of, DECISIONS.c.undone.is_(None))
    for part in parts(sorted(lineages)):
        for lineage, *rest in connection.execute(query.where(among(connection, DECISIONS.c.lineage, part)).order_by(DECISIONS.c.seq)):
            said.setdefault(lineage, []).append(Said(*rest))
    return said


def _touch(touched: Touched, rows: Any) -> None:
    lineages = set[int]()
    for row in rows:
        (touched.findings if row["of"] == "finding" else lineages).add(row["lineage"])
    for part in parts(sorted(lineages)):
        query = select(CLAIMS.c.seq).where(among(touched.connection, CLAIMS.c.lineage, part))
        touched.claims |= set(touched.connection.execute(query).scalars())


def _reviewers(connection: Connection, events: list[Event]) -> dict[str, int]:
    known = found(connection, REVIEWERS.c.name, REVIEWERS.c.seq, (event.by for event in events))
    fresh = []
    for event in events:
        if event.by not in known:
            known[event.by] = event.seq
            fresh.append({"seq": event.seq, "name": event.by})
    put_mappings(connection, REVIEWERS, fresh)
    return known
