"""Decisions, as events: checked against what stands, appended, taken back and taken up again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from pydantic import ValidationError
from sqlalchemy import BigInteger, Connection, String, and_, bindparam, func, literal, select, union_all

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
    """What a decision is about: ``of`` is claim or finding, ``id`` the whole id or fingerprint, ``lineage`` see DecisionRow.

    ``status`` is how it stands, ``current`` whether it stands; a finding that was withdrawn can still be decided on.
    """

    of: str
    id: str
    seq: int
    lineage: int
    status: str
    current: bool


def _named(which: Callable[[Any], Any]) -> Any:
    """The claims and the findings of which ``which`` says, of the column of their ids, that they are meant: a few of each."""
    claims = select(literal("claim"), *(CLAIMS.c[name] for name in ("id", "seq", "lineage", "status", "current")))
    its = (FINDINGS.c.fingerprint, FINDINGS.c.seq, FINDINGS.c.seq.label("lineage"), FINDINGS.c.status, FINDINGS.c.current)
    findings = select(literal("finding"), *its)
    parts = ((claims, CLAIMS.c.id), (findings, FINDINGS.c.fingerprint))
    return union_all(*(select(query.where(which(id)).order_by(id).limit(3).subquery()) for query, id in parts))


_WHOLE = _named(lambda id: id == bindparam("word"))
_BEGUN = _named(lambda id: and_(id >= bindparam("word"), id < bindparam("word", type_=String) + "g"))
"""Ids are hexadecimal: all that begin with a word come before the word with a letter behind it that is none of a number's."""


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


def target(connection: Connection, word: str, follow: bool = True, of: str = "") -> Target:
    """The claim or the finding, ``of`` either or of both, that ``word`` names by its id or the beginning of it. Raises UsageError.

    Of a claim whose document was edited since and whose figure was not, it is the one that stands now, to ``follow`` it.
    """
    word = word.lower() if _HEX.fullmatch(word.lower()) else word
    if len(word) < _SHORTEST:
        raise UsageError(f"{word!r} names nothing: expected at least {_SHORTEST} characters of a claim's id or a finding's fingerprint")
    found = [Target(*row) for row in connection.execute(_WHOLE, {"word": word})]
    if not found and _HEX.fullmatch(word):
        found = [Target(*row) for row in connection.execute(_BEGUN, {"word": word})]
    if len(found) > 1:
        raise UsageError(f"{word!r} is the beginning of several ids: {', '.join(each.id for each in found[:3])}; write more of it")
    if not found:
        raise UsageError(f"the ledger holds no claim and no finding {word!r}")
    if of not in ("", found[0].of):
        raise UsageError(f"{word} is a {found[0].of}, no {of}")
    return _heir(found[0], connection) if follow else found[0]


def decide(connection: Connection, wishes: list[Wish], by: str, at: str) -> list[int]:
    """Append the decisions, all or none, and bring the tables up to date; their numbers. The caller holds the lock.

    Raises UsageError for a target that is not there and an action or a field that it cannot take.
    """
    drafts = []
    for wish in wishes:
        aim = target(connection, wish.target)
        fields = _checked(connection, aim, wish)
        if wish.expects not in ("", aim.status) and wish.action not in REMARKS:
            _complain_of_another(connection, aim, by)
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
    query = query.where(DECISIONS.c.seq == literal(decision, BigInteger)) if decision is not None else query.where(mine)
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


def _heir(aim: Target, connection: Connection) -> Target:
    """The claim that stands where ``aim`` stood, when its document was edited since and its figure was not."""
    if aim.of == "finding" or aim.current:
        return aim
    query = select(*(CLAIMS.c[name] for name in Target._fields[1:])).where(CLAIMS.c.lineage == aim.lineage, CLAIMS.c.current)
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


def _complain_of_another(connection: Connection, aim: Target, by: str) -> None:
    """Raises UsageError when it is by another's ruling that ``aim`` stands as it does."""
    table = CLAIMS if aim.of == "claim" else FINDINGS
    query = select(DECISIONS.c.action, REVIEWERS.c.name).where(table.c.seq == aim.seq)
    row = connection.execute(query.join_from(table, DECISIONS, table.c.ruling == DECISIONS.c.seq).join(REVIEWERS)).first()
    if row is not None and row.name != by:
        raise UsageError(f"{row.name} has decided on this meanwhile ({row.action}); it is {aim.status} now")


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
    spelled: dict[str, Any] = corrected.model_dump(mode="json", include=set(fields))
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
