"""Claims: what they say, and how they stand."""

from __future__ import annotations

from functools import lru_cache
from math import inf
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, delete, func, select

from ledger.store.canonical import parsed
from ledger.store.chain import Event
from ledger.store.places import change_places, held_places, index_places, move_places
from ledger.store.projection.decisions import in_force
from ledger.store.projection.touched import Touched
from ledger.store.rows import among, found, parts, put, rewrite
from ledger.store.search import index_sentences
from ledger.store.standing import CLAIM_RULINGS, UNREVIEWED, Standing, claim_turn, claim_weight, standing
from ledger.store.tables import CLAIM_TERMS, CLAIMS, DOCUMENTS, FINDING_CLAIMS, FINDINGS, VERDICTS

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
            fresh.append((event.seq, seq, *_said(event, body), *_unreviewed(body, current)))
            if body.get("lineage", event.seq) != event.seq:
                touched.claims.add(event.seq)
        else:
            later.append((event, body))
    put(connection, CLAIMS, ("seq", "document", *_SAID, *_STANDING), fresh)
    if fresh:
        index_sentences(connection, fresh[0][0])
        index_places(connection, ((row[0], row[-1]) for row in fresh))
    known = found(connection, CLAIMS.c.id, CLAIMS.c.seq, (event.subject for event, _ in later))
    held = held_places(connection, known.values()) if known else set()
    change_places(connection, forgotten=held)
    for event, body in later:
        names, row = (("dropped",), (True,)) if event.kind == "dropped" else (_SAID, _said(event, body))
        rewrite(connection, CLAIMS, names, [(*row, known[event.subject])])
        touched.claims.add(known[event.subject])
    change_places(connection, added=held)
    for part in parts(known.values()):
        resting = select(FINDING_CLAIMS.c.finding).where(among(connection, FINDING_CLAIMS.c.claim, part))
        touched.reworded |= set(connection.execute(resting).scalars())
    touched.findings |= touched.reworded


def refresh_claims(connection: Connection, seqs: set[int]) -> None:
    """Work out again, from the tables, how the claims ``seqs`` stand, and write what differs."""
    for part in parts(sorted(seqs)):
        rows = connection.execute(_WEIGHED.where(among(connection, CLAIMS.c.seq, part))).all()
        said = in_force(connection, "claim", {row[1] for row in rows})
        rests, terms = _findings_on(connection, part)
        changed, weighed, waiting, moved = [], [], dict[int, int](), dict[int, tuple[int | None, int | None]]()
        for seq, lineage, reason, dropped, here, counted, speaker, low, high, *before in rows:
            now = standing(said.get(lineage, ()), CLAIM_RULINGS, UNREVIEWED)
            weight = claim_weight(rests.get(seq, 0), bool(counted), bool(speaker), low is not None or high is not None)
            current = bool(here) and not dropped
            turn = claim_turn(current, now.status, reason, weight)
            after = (*now, current, weight, turn)
            if tuple(before[:-2]) != after[:-2]:
                changed.append((*after, seq))
            elif tuple(before[-2:]) != after[-2:]:
                weighed.append((weight, turn, seq))
            if before[-1] != turn:
                moved[seq] = before[-1], turn
            if turn is not None:
                waiting[seq] = turn
        rewrite(connection, CLAIMS, _STANDING, changed)
        rewrite(connection, CLAIMS, _STANDING[-2:], weighed)  # no index of the others is touched
        move_places(connection, moved)
        connection.execute(delete(CLAIM_TERMS).where(among(connection, CLAIM_TERMS.c.claim, part)))
        ranked = [(seq, at, *term, waiting[seq]) for seq in part if seq in waiting for at, term in enumerate(sorted(terms.get(seq, ())))]
        put(connection, CLAIM_TERMS, ("claim", "position", "field", "value", "turn"), ranked)


_STANDING = (*Standing._fields, "current", "weight", "turn")
"""The columns that depend on decisions, findings and documents."""

_WEIGHED = select(
    *(CLAIMS.c[name] for name in ("seq", "lineage", "reason", "dropped")), DOCUMENTS.c.current.label("here"),
    *(CLAIMS.c[name] for name in ("counted", "speaker", "low_number", "high_number", *_STANDING)),
).join_from(CLAIMS, DOCUMENTS)  # fmt: skip


def _homes(connection: Connection, documents: set[str]) -> dict[str, tuple[int, bool]]:
    homes = dict[str, tuple[int, bool]]()
    for part in parts(sorted(documents)):
        query = select(DOCUMENTS.c.id, DOCUMENTS.c.seq, DOCUMENTS.c.current).where(among(connection, DOCUMENTS.c.id, part))
        homes.update({id: (seq, current) for id, seq, current in connection.execute(query)})
    return homes


_SAID = (
    *_CONTEXT, "id", "event", "quote", "mention", "sentence", "begins", "ends", "low", "high", "low_number", "high_number", "lineage",
    "follows", "reason", "dropped",
)  # fmt: skip
"""The columns that a claim's own event fills."""

_context = itemgetter(*_CONTEXT)


def _said(event: Event, body: dict[str, Any]) -> tuple[Any, ...]:
    claim = body["claim"]
    span, low, high = claim["span"], claim["low"], claim["high"]
    near = _near(low)
    return (
        *_context(claim), claim["id"], event.seq, span["quote"], claim["mention"]["quote"], claim["sentence"]["quote"], span["start"],
        span["end"], low, high, near, near if high == low else _near(high), body.get("lineage", event.seq), body.get("follows"),
        body.get("reason", ""), False,
    )  # fmt: skip


def _unreviewed(body: dict[str, Any], current: bool) -> tuple[Any, ...]:
    """How a claim stands on which nothing rests and nobody has decided."""
    claim = body["claim"]
    number = _near(claim["low"] or claim["high"]) is not None
    return _new_standing(current, body.get("reason", ""), bool(claim["counted"]), bool(claim["speaker"]), number)


@lru_cache(maxsize=64)
def _new_standing(current: bool, reason: str, counted: bool, speaker: bool, number: bool) -> tuple[Any, ...]:
    weight = claim_weight(0, counted, speaker, number)
    return UNREVIEWED, None, None, None, current, weight, claim_turn(current, UNREVIEWED, reason, weight)


def _findings_on(connection: Connection, claims: list[int]) -> tuple[dict[int, int], dict[int, set[tuple[str, str]]]]:
    """How many findings that stand rest on each of the claims, and what these say of ``VERDICTS``."""
    rests, terms = dict[int, int](), dict[int, set[tuple[str, str]]]()
    query = select(FINDING_CLAIMS.c.claim, func.count(), *(FINDINGS.c[name] for name in VERDICTS)).join_from(FINDING_CLAIMS, FINDINGS)
    query = query.where(FINDINGS.c.current, among(connection, FINDING_CLAIMS.c.claim, claims))
    for claim, count, *values in connection.execute(query.group_by(FINDING_CLAIMS.c.claim, *(FINDINGS.c[name] for name in VERDICTS))):
        rests[claim] = rests.get(claim, 0) + count
        terms.setdefault(claim, set()).update(zip(VERDICTS, values, strict=True))
    return rests, terms


@lru_cache(maxsize=4096)
def _near(value: str | None) -> float | None:
    """The number near ``value``; None for a date, an open end, and what no float can hold."""
    if value is None or value.count("-", 1) == 2:
        return None
    try:
        near = float(value)
    except ValueError:
        return None
    return near if abs(near) != inf else None
