"""What a front end asks of the ledger: pages of the queue, of claims and of findings, found by filter and by words.

A page is had in the same time wherever it lies: it begins behind a key of the last row of the page before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, literal, or_, select, tuple_

from ledger.records import Decision
from ledger.store import sight
from ledger.store.canonical import parsed
from ledger.store.rows import among, mapped, parts
from ledger.store.search import holding, holds, is_rare, spoken_of
from ledger.store.standing import claim_turns, finding_turns
from ledger.store.tables import CLAIMS, DECISIONS, DOCUMENTS, FINDING_CLAIMS, FINDING_TERMS, FINDINGS, REVIEWERS, TERMS

PAGE = 50
"""Rows of a page when nobody says how many."""

_FIELDS = ("speaker", "unit", "kind", "assigned")
"""What is asked of a claim by the name of its column; what fewer claims share stands before what more do."""


class Key(NamedTuple):
    """Where a page ended: the next begins behind it. ``turn`` is what the list is in order of."""

    turn: int | float | str
    seq: int


class Row(NamedTuple):
    """A line of a list: a claim or a finding as far as a list shows it.

    ``id`` is the claim's, or the finding's fingerprint; ``kind`` the claim's, or the finding's code;
    ``text`` the mention, or the message; ``key`` continues the list behind this row.
    """

    of: str
    seq: int
    id: str
    kind: str
    text: str
    status: str
    reason: str
    document: str
    assigned: str | None
    key: Key


@dataclass(frozen=True)
class Filter:
    """Which claims or findings are wanted; an empty field wants all.

    ``kind`` and ``unit`` are as claims have them, ``code`` as findings have it, or the claim's rule. These may be the
    beginning of a word and an asterisk. ``words`` are all in the claim's
    sentence, the last perhaps unfinished. ``low`` and ``high`` bound the value. ``old`` wants also what no
    longer stands. ``eyes`` is the reviewer who is to see no status that others gave; see ``ledger.store.sight``.
    """

    kind: str = ""
    status: str = ""
    document: str = ""
    speaker: str = ""
    unit: str = ""
    code: str = ""
    verdict: str = ""
    assigned: str = ""
    words: str = ""
    low: float | None = None
    high: float | None = None
    old: bool = False
    eyes: str = ""


def queue(
    connection: Connection, after: Key | None = None, size: int = PAGE, filter: Filter | None = None, backwards: bool = False
) -> list[Row]:
    """The next ``size`` things to decide, hardest first: open conflicts, disagreements, changed figures, the rest.

    ``backwards`` they are the ``size`` before ``after``, in the same order.
    """
    status = filter.status if filter is not None else ""
    filter = _spelled_out(connection, replace(filter, status="")) if filter is not None else None  # the turns tell the status
    sides = [
        (*_waiting(connection, filter), finding_turns(status)),
        (chosen(connection, filter, "turn"), (CLAIMS.c.turn, CLAIMS.c.seq), claim_turns(status)),
    ]
    rows = list[Any]()
    for query, place, turns in reversed(sides) if backwards else sides:
        part = _within(place, turns, after, backwards)
        if turns is None or part is None or (len(rows) == size and (rows[-1].turn > turns[1] if backwards else rows[-1].turn < turns[0])):
            continue  # all that it has lies on the other side of the page
        rows += connection.execute(query.where(*part).order_by(*_ordered(place, backwards)).limit(size)).all()
        rows = sorted(rows, key=lambda row: (row.turn, row.seq), reverse=backwards)[:size]
    return _placed(connection, [_row(row) for row in (reversed(rows) if backwards else rows)])


def findings(connection: Connection, filter: Filter | None = None, after: Key | None = None, size: int = PAGE) -> list[Row]:
    """Findings in the order in which they came."""
    query = found(connection, filter).where(FINDINGS.c.seq > (after.seq if after is not None else 0))
    rows = connection.execute(query.order_by(FINDINGS.c.seq).limit(size))
    return _placed(connection, [_row(row) for row in rows])


def neighbours(connection: Connection, document: str, eyes: str = "") -> list[Row]:
    """Every claim that stands in the document of this id, in the order of its text."""
    query = chosen(connection, Filter(eyes=eyes)).where(DOCUMENTS.c.id == document).order_by(CLAIMS.c.begins)
    return [_row(row) for row in connection.execute(query)]


def spans(connection: Connection, document: str) -> list[tuple[int, int]]:
    """Where the figures of the document of this id stand in its text, in order."""
    query = select(CLAIMS.c.begins, CLAIMS.c.ends).join_from(CLAIMS, DOCUMENTS).where(DOCUMENTS.c.id == document, CLAIMS.c.current)
    return [(row.begins, row.ends) for row in connection.execute(query.order_by(CLAIMS.c.begins))]


def claim(connection: Connection, seq: int, eyes: str = "") -> tuple[Row, str | None, str | None]:
    """The claim of number ``seq``, its corrected fields, and the id of the claim that it follows."""
    rest = connection.execute(select(CLAIMS.c.corrected, CLAIMS.c.follows).where(CLAIMS.c.seq == seq)).one()
    row = connection.execute(chosen(connection, Filter(old=True, eyes=eyes)).where(CLAIMS.c.seq == seq)).one()
    return _row(row), rest.corrected, rest.follows


def finding(connection: Connection, seq: int, eyes: str = "") -> Row:
    """The finding of number ``seq``."""
    query = found(connection, Filter(old=True, eyes=eyes)).where(FINDINGS.c.seq == seq)
    return _placed(connection, [_row(connection.execute(query).one())])[0]


def sides(connection: Connection, finding: int) -> int:
    """How many claims the finding of number ``finding`` has."""
    return connection.execute(select(func.count()).select_from(FINDING_CLAIMS).where(FINDING_CLAIMS.c.finding == finding)).scalar_one()


def findings_of(connection: Connection, claim: int) -> list[int]:
    """The findings, by number, that rest on the claim of number ``claim``; conflicts first."""
    query = select(FINDINGS.c.seq).join_from(FINDING_CLAIMS, FINDINGS).where(FINDING_CLAIMS.c.claim == claim, FINDINGS.c.current)
    return list(connection.execute(query.order_by(func.coalesce(FINDINGS.c.turn, 2**31 - 1), FINDINGS.c.seq)).scalars())


def decisions_on(connection: Connection, of: str, lineage: int) -> list[Decision]:
    """All decisions on a claim's lineage or a finding, those taken back too, in order."""
    columns = (DECISIONS.c[name] for name in ("seq", "target", "action", "at", "note", "fields", "undone"))
    query = select(*columns, REVIEWERS.c.name.label("reviewer")).join_from(DECISIONS, REVIEWERS)
    rows = connection.execute(query.where(DECISIONS.c.of == of, DECISIONS.c.lineage == lineage).order_by(DECISIONS.c.seq)).mappings()
    return [Decision.unchecked(**{**row, "fields": parsed(row["fields"])}) for row in rows]


def chosen(connection: Connection, filter: Filter | None, by: str = "") -> Select[Any]:
    """The claims that the filter wants, as rows of a list, in no order; ``by`` says in which they will be put: path, turn or another.

    SQLite is kept from what it would do instead, and then sort: by path, from looking up the document of each claim; by turn, from
    gathering all claims of a kind or a unit.
    """
    wanted = filter or Filter()
    query = select(
        literal("claim").label("of"), CLAIMS.c.seq, CLAIMS.c.id, CLAIMS.c.kind, CLAIMS.c.mention.label("text"),
        sight.status(CLAIMS, wanted.eyes).label("status"),
        CLAIMS.c.reason, DOCUMENTS.c.path, CLAIMS.c.assigned, CLAIMS.c.turn,
    ).join_from(CLAIMS, DOCUMENTS, CLAIMS.c.document == (DOCUMENTS.c.seq + 0 if by == "path" else DOCUMENTS.c.seq))  # fmt: skip
    query = query.where(*_wishes(wanted, in_turn=by == "turn"))
    return query.where(holds(connection, wanted.words))


def count(connection: Connection, filter: Filter | None = None) -> int:
    """How many claims there are that the filter wants."""
    wanted = filter or Filter()
    query = select(func.count()).select_from(CLAIMS)
    query = (query.join(DOCUMENTS) if wanted.document else query).where(*_wishes(wanted))
    return int(connection.execute(holding(connection, query, wanted.words)).scalar_one())


def _wishes(wanted: Filter, in_turn: bool = False) -> list[Any]:
    """What the filter asks of a claim and its document, but for the words; see ``chosen`` for ``in_turn``."""
    asked = {name: getattr(wanted, name) for name in _FIELDS if getattr(wanted, name)}
    masked = _whole(wanted)[0 if wanted.document else 1 :] if in_turn else ()
    wishes = [_is(CLAIMS.c[name].concat("") if name in masked else CLAIMS.c[name], word) for name, word in asked.items()]
    if wanted.status:
        wishes.append(_is(sight.status(CLAIMS, wanted.eyes), wanted.status))
    if wanted.document:
        wishes.append(or_(_is(DOCUMENTS.c.path, wanted.document), DOCUMENTS.c.id == wanted.document))
    if wanted.verdict:
        wishes.append(CLAIMS.c.seq.in_(_in_findings(wanted)))
    elif wanted.code:
        wishes.append(or_(_is(CLAIMS.c.rule, wanted.code), CLAIMS.c.seq.in_(_in_findings(wanted))))
    if wanted.low is not None:
        wishes.append(func.coalesce(CLAIMS.c.high_number, CLAIMS.c.low_number) >= wanted.low)
    if wanted.high is not None:
        wishes.append(func.coalesce(CLAIMS.c.low_number, CLAIMS.c.high_number) <= wanted.high)
    return wishes if wanted.old else [*wishes, CLAIMS.c.current]


def found(connection: Connection, filter: Filter | None, one_by_one: bool = False) -> Select[Any]:
    """The findings that the filter wants, as rows of a list, in no order; ``one_by_one`` each is asked for its claims."""
    wanted = filter or Filter()
    query = select(
        literal("finding").label("of"), FINDINGS.c.seq, FINDINGS.c.fingerprint.label("id"), FINDINGS.c.code.label("kind"),
        FINDINGS.c.message.label("text"), sight.status(FINDINGS, wanted.eyes).label("status"), literal("").label("reason"),
        literal("").label("path"), FINDINGS.c.assigned, FINDINGS.c.turn,
    )  # fmt: skip
    for name in ("code", "verdict", "assigned"):
        if getattr(wanted, name):
            query = query.where(_is(FINDINGS.c[name], getattr(wanted, name)))
    if wanted.status:
        query = query.where(_is(sight.status(FINDINGS, wanted.eyes), wanted.status))
    if not wanted.old:
        query = query.where(FINDINGS.c.current)
    about = replace(wanted, code="", verdict="", status="", assigned="", eyes="")
    if about != Filter(old=wanted.old):
        members = select(FINDING_CLAIMS.c.finding).join_from(FINDING_CLAIMS, CLAIMS)
        members = (members.join(DOCUMENTS) if about.document else members).where(*_wishes(about), holds(connection, about.words))
        if not one_by_one and (about.document or about.speaker or is_rare(connection, about.words)):
            return query.where(FINDINGS.c.seq.in_(members))
        query = query.where(members.where(FINDING_CLAIMS.c.finding == FINDINGS.c.seq).correlate(FINDINGS).exists())
    return query


def _waiting(connection: Connection, filter: Filter | None) -> tuple[Select[Any], tuple[Any, Any]]:
    """The findings in the queue that the filter wants, and the columns in whose order they are found quickest."""
    wanted = filter or Filter()
    hint, terms = spoken_of(connection, wanted.words), FINDING_TERMS.c
    for name in TERMS:
        if getattr(wanted, name).endswith("*"):
            hint &= (FINDINGS.c.seq + 0).in_(select(terms.finding).where(terms.field == name, _is(terms.value, getattr(wanted, name))))
    for name in _whole(wanted)[:1]:
        query = found(connection, filter, one_by_one=not wanted.document).join(FINDING_TERMS, FINDINGS.c.seq == terms.finding + 0)
        return query.where(terms.field == name, terms.value == getattr(wanted, name), hint), (terms.turn, terms.finding)
    return found(connection, filter, one_by_one=wanted.document.endswith("*")).where(hint), (FINDINGS.c.turn, FINDINGS.c.seq)


def _spelled_out(connection: Connection, wanted: Filter) -> Filter:
    """``wanted`` with the whole word where the beginning of a kind or a unit is that of one alone, or of none."""
    for name in ("kind", "unit"):
        word = getattr(wanted, name)
        if word.endswith("*"):
            begun = [value for value in _values(connection, name) if value.lower().startswith(word[:-1].lower())]
            if len(begun) < 2:
                spelled: dict[str, Any] = {name: "".join(begun) or word[:-1]}
                wanted = replace(wanted, **spelled)
    return wanted


def _values(connection: Connection, column: str) -> list[str]:
    """The different values in a column of claims, of which there are few: each is looked up behind the one before it."""
    first, next = (f"SELECT min({column}) FROM claims WHERE {column} > {after}" for after in ("''", "value"))
    found = f"WITH RECURSIVE found(value) AS ({first} UNION ALL SELECT ({next}) FROM found WHERE value IS NOT NULL) SELECT value FROM found"
    return [value for value in connection.exec_driver_sql(found).scalars() if value]


def _whole(wanted: Filter) -> list[str]:
    """Of ``TERMS`` those that the filter asks for by the whole word."""
    return [name for name in _FIELDS if name in TERMS and getattr(wanted, name) and not getattr(wanted, name).endswith("*")]


def _is(column: Any, word: str) -> Any:
    """Whether the column says ``word``; one that ends with an asterisk is the beginning of what it says."""
    return column.startswith(word[:-1], autoescape=True) if word.endswith("*") else column == word


def _in_findings(wanted: Filter) -> Any:
    query = select(FINDING_CLAIMS.c.claim).join_from(FINDING_CLAIMS, FINDINGS).where(FINDINGS.c.current)
    for name in ("code", "verdict"):
        if getattr(wanted, name):
            query = query.where(_is(FINDINGS.c[name], getattr(wanted, name)))
    return query


def _within(place: tuple[Any, Any], turns: tuple[int, int] | None, after: Key | None, backwards: bool) -> list[Any] | None:
    """The condition that a row's ``place``, its turn and number, is in one of ``turns`` and lies behind ``after``; None when none can be.

    Each end is said once: SQLite would take the lesser of two beginnings, and read all rows from there.
    """
    if turns is None:
        return None
    (first, last), turn = turns, place[0]
    edge_turn = float(after.turn) if after is not None else last + 1 if backwards else first - 1
    if after is None or (edge_turn > last if backwards else edge_turn < first):
        return [turn.between(first, last)]
    if edge_turn < first if backwards else edge_turn > last:
        return None
    here, edge = tuple_(*place), tuple_(literal(after.turn), literal(after.seq))
    return [turn >= first, here < edge] if backwards else [turn <= last, here > edge]


def _ordered(columns: Iterable[Any], backwards: bool) -> list[Any]:
    return [column.desc() if backwards else column for column in columns]


def _row(row: Any) -> Row:
    return Row(row.of, row.seq, row.id, row.kind, row.text, row.status, row.reason, row.path, row.assigned, Key(row.turn or 0, row.seq))


def _placed(connection: Connection, rows: list[Row]) -> list[Row]:
    """``rows`` where findings name the document of their first claim."""
    paths = dict[int, str]()
    for part in parts(row.seq for row in rows if row.of == "finding"):
        query = select(FINDING_CLAIMS.c.finding, DOCUMENTS.c.path).join_from(FINDING_CLAIMS, CLAIMS).join(DOCUMENTS)
        found = connection.execute(query.where(among(connection, FINDING_CLAIMS.c.finding, part), FINDING_CLAIMS.c.position == 0))
        paths.update(mapped(found))
    return [row._replace(document=paths.get(row.seq, "")) if row.of == "finding" else row for row in rows]
