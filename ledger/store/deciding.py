"""Decisions, as events: checked against what stands, appended, taken back and taken up again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from pydantic import ValidationError
from sqlalchemy import Connection, func, select

from ledger import patterns as re
from ledger.errors import UsageError
from ledger.records import CORRECTABLE, Claim, printed
from ledger.registry import declared
from ledger.settings import did_you_mean
from ledger.store.bodies import DecisionBody, TurnBody
from ledger.store.canonical import canonical
from ledger.store.chain import Draft, append
from ledger.store.projection import apply
from ledger.store.restored import claims_by_seq
from ledger.store.standing import CLAIM_RULINGS, FINDING_RULINGS, REMARKS
from ledger.store.tables import CLAIMS, DECISIONS, FINDING_CLAIMS, FINDINGS, REVIEWERS

_SHORTEST = 4
_HEX = re.compile(r"[0-9a-f]+")
_MOST_DIGITS = 100
_NUMBER, _DAY = "expected a plain number such as 1200 or 0.5", "expected a date such as 2021-05-03"
_EXPECTED = {"low": f"{_NUMBER}, or a date", "high": f"{_NUMBER}, or a date", "whole": _NUMBER, "period_low": _DAY, "period_high": _DAY}


class Target(NamedTuple):
    """What a decision is about: ``of`` is claim or finding, ``id`` the whole id or fingerprint, ``lineage`` see DecisionRow."""

    of: str
    id: str
    seq: int
    lineage: int


class Wish(NamedTuple):
    """A decision that somebody wants to take; ``target`` is an id or its beginning.

    ``expects`` is the status that they saw: when another has ruled since, and it stands otherwise, the decision is refused.
    """

    target: str
    action: str
    note: str = ""
    fields: Mapping[str, Any] = {}
    adjudicates: bool = False
    expects: str = ""


def target(connection: Connection, word: str, follow: bool = True) -> Target:
    """The claim or the finding that ``word`` names by its id or the beginning of it. Raises UsageError.

    Of a claim whose document was edited since and whose figure was not, it is the one that stands now, to ``follow`` it.
    """
    word = word.lower() if _HEX.fullmatch(word.lower()) else word
    if len(word) < _SHORTEST:
        raise UsageError(f"{word!r} names nothing: expected at least {_SHORTEST} characters of a claim's id or a finding's fingerprint")
    found = [Target("claim", *row) for row in connection.execute(_beginning(CLAIMS.c.id, word, CLAIMS.c.lineage))]
    found += [Target("finding", *row) for row in connection.execute(_beginning(FINDINGS.c.fingerprint, word, FINDINGS.c.seq))]
    exact = [each for each in found if each.id == word]
    if len(exact or found) > 1:
        raise UsageError(f"{word!r} is the beginning of several ids: {', '.join(each.id for each in found[:3])}; write more of it")
    if not found:
        raise UsageError(f"the ledger holds no claim and no finding {word!r}")
    aim = (exact or found)[0]
    return _heir(aim, connection) if follow else aim


def decide(connection: Connection, wishes: list[Wish], by: str, at: str) -> list[int]:
    """Append the decisions, all or none, and bring the tables up to date; their numbers. The caller holds the lock.

    Raises UsageError for a target that is not there and an action or a field that it cannot take.
    """
    drafts = []
    for wish in wishes:
        aim = target(connection, wish.target)
        fields = _checked(connection, aim, wish)
        if wish.expects and wish.action not in REMARKS:
            _as_expected(connection, aim, wish.expects, by)
        body: DecisionBody = {"of": aim.of, "lineage": aim.lineage, "action": wish.action, "note": wish.note, "fields": fields}
        if wish.adjudicates:
            body["adjudicates"] = True
        drafts.append(Draft("decision", aim.id, canonical(body)))
    events = append(connection, drafts, by, at)
    apply(connection, events)
    return [event.seq for event in events]


def undo(connection: Connection, by: str, at: str, decision: int | None = None) -> int | None:
    """Take back ``decision``, or the last one that ``by`` took and did not take back; its number, or None when there is none."""
    mine = DECISIONS.c.reviewer == select(REVIEWERS.c.seq).where(REVIEWERS.c.name == by).scalar_subquery()
    query = select(DECISIONS.c.seq, DECISIONS.c.target).where(DECISIONS.c.undone.is_(None))
    query = query.where(DECISIONS.c.seq == decision) if decision is not None else query.where(mine)
    return _turned(connection, "undo", query.order_by(DECISIONS.c.seq.desc()), by, at)


def redo(connection: Connection, by: str, at: str) -> int | None:
    """Take up again what ``by`` took back last, unless a decision came after; its number, or None when there is none."""
    mine = DECISIONS.c.reviewer == select(REVIEWERS.c.seq).where(REVIEWERS.c.name == by).scalar_subquery()
    latest = select(func.max(DECISIONS.c.seq)).where(mine).scalar_subquery()
    query = select(DECISIONS.c.seq, DECISIONS.c.target).where(mine, DECISIONS.c.undone > latest)
    return _turned(connection, "redo", query.order_by(DECISIONS.c.undone.desc()), by, at)


def _turned(connection: Connection, kind: str, query: Any, by: str, at: str) -> int | None:
    found = connection.execute(query.limit(1)).first()
    if found is None:
        return None
    apply(connection, append(connection, [Draft(kind, found.target, canonical(TurnBody(decision=found.seq)))], by, at))
    return int(found.seq)


def _beginning(id: Any, word: str, lineage: Any) -> Any:
    """Rows whose hexadecimal id begins with ``word``: at most three."""
    if not _HEX.fullmatch(word):
        return select(id, id.table.c.seq, lineage).where(id == word)
    return select(id, id.table.c.seq, lineage).where(id >= word, id < f"{word}g").order_by(id).limit(3)


def _heir(aim: Target, connection: Connection) -> Target:
    """The claim that stands where ``aim`` stood, when its document was edited since and its figure was not."""
    if aim.of == "finding" or connection.execute(select(CLAIMS.c.current).where(CLAIMS.c.seq == aim.seq)).scalar():
        return aim
    query = select(CLAIMS.c.id, CLAIMS.c.seq, CLAIMS.c.lineage).where(CLAIMS.c.lineage == aim.lineage, CLAIMS.c.current)
    heir = connection.execute(query.order_by(CLAIMS.c.seq.desc()).limit(1)).first()
    return Target("claim", *heir) if heir is not None else aim


def _checked(connection: Connection, aim: Target, wish: Wish) -> dict[str, Any]:
    """The fields of the decision as they are stored: texts. Raises UsageError."""
    known = (*(CLAIM_RULINGS if aim.of == "claim" else FINDING_RULINGS), *REMARKS)
    if wish.action not in known:
        raise UsageError(f"{wish.action!r} cannot be said of a {aim.of}{did_you_mean(wish.action, known)}")
    fields = {name: None if value is None else str(value) for name, value in wish.fields.items()}
    if wish.action == "correct":
        return _corrected(connection, aim, fields)
    if wish.action == "side":
        return {"claim": _side(connection, aim, fields.pop("claim", None) or "")}
    if wish.action == "assign" and not fields.get("to"):
        raise UsageError("assign needs the reviewer's name: to=NAME")
    if wish.action in ("note", "false-alarm") and not wish.note.strip():
        raise UsageError(f"{wish.action} needs a note that says why")
    allowed = {"assign": {"to"}, "both-valid": {"because"}}.get(wish.action, set())
    if fields.keys() - allowed:
        raise UsageError(f"{wish.action} takes no field {', '.join(sorted(fields.keys() - allowed))}")
    return fields


def _as_expected(connection: Connection, aim: Target, status: str, by: str) -> None:
    """Raises UsageError when ``aim`` does not stand as the reviewer saw it, by another's ruling."""
    table = CLAIMS if aim.of == "claim" else FINDINGS
    query = select(table.c.status, DECISIONS.c.action, REVIEWERS.c.name).where(table.c.seq == aim.seq)
    row = connection.execute(query.join_from(table, DECISIONS, table.c.ruling == DECISIONS.c.seq).join(REVIEWERS)).first()
    if row is not None and row.status != status and row.name != by:
        raise UsageError(f"{row.name} has decided on this meanwhile ({row.action}); it is {row.status} now")


def _corrected(connection: Connection, aim: Target, fields: dict[str, Any]) -> dict[str, Any]:
    for name in sorted(fields.keys() - set(CORRECTABLE)):
        raise UsageError(f"{name!r} is no field that can be corrected{did_you_mean(name, CORRECTABLE)}")
    if not fields:
        raise UsageError(f"correct needs at least one NAME=VALUE; there are {', '.join(CORRECTABLE)}")
    if fields.get("kind") is not None:
        kinds = sorted({rule.kind for rule in declared("ledger.extraction.quantities")})
        if fields["kind"] not in kinds:
            raise UsageError(f"kind={fields['kind']}: is unknown{did_you_mean(fields['kind'], kinds)}")
    claim = claims_by_seq(connection, [aim.seq])[aim.seq]
    try:
        corrected = Claim.model_validate(claim.model_dump(mode="json") | fields)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise UsageError(f"{name}={fields.get(name) or ''}: {_EXPECTED.get(name, first['msg'].lower())}") from error
    for value in (corrected.low, corrected.high, corrected.whole):
        if isinstance(value, Decimal) and value and abs(value.adjusted()) > _MOST_DIGITS:
            raise UsageError(f"a number of more than {_MOST_DIGITS} digits is none that a text states")
    if corrected.low is None and corrected.high is None:
        raise UsageError("a claim has a low or a high end; reject it when it states nothing")
    if _is_date(claim) != _is_date(corrected):
        raise UsageError("a date stays a date and a number a number; reject the claim when it is neither")
    ends: Any = (corrected.low, corrected.high)
    if None not in ends and type(ends[0]) is type(ends[1]) and ends[0] > ends[1]:
        raise UsageError(f"low={printed(ends[0])} is above high={printed(ends[1])}")
    spelled: dict[str, Any] = json.loads(corrected.model_dump_json(include=set(fields)))
    return spelled


def _is_date(claim: Claim) -> bool:
    return isinstance(claim.low or claim.high, date)


def _side(connection: Connection, aim: Target, word: str) -> str:
    """The claim of the finding that is right, by its id, the beginning of it, or its place from 1."""
    query = select(CLAIMS.c.id).join_from(FINDING_CLAIMS, CLAIMS).where(FINDING_CLAIMS.c.finding == aim.seq)
    ids = list(connection.execute(query.order_by(FINDING_CLAIMS.c.position)).scalars())
    chosen = [id for at, id in enumerate(ids, 1) if word and (str(at) == word or (len(word) >= _SHORTEST and id.startswith(word)))]
    if len(chosen) != 1:
        raise UsageError(f"side needs claim=ID of one side: {', '.join(f'{at} ({id})' for at, id in enumerate(ids, 1))}")
    return str(chosen[0])
