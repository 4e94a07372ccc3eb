"""What a front end asks of the ledger: claims and findings, found by filter and by words, as rows of a list; ``queue`` has the queue."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, false, func, literal, or_, select

from ledger import patterns as re
from ledger.records import Decision
from ledger.store import sight
from ledger.store.canonical import parsed
from ledger.store.rows import among_asked, asked_for, mapped, parts
from ledger.store.search import holding, holds, is_rare
from ledger.store.standing import RESTED_ON
from ledger.store.tables import CLAIMS, DECISIONS, DOCUMENTS, FINDING_CLAIMS, FINDINGS, REVIEWERS

_TEXTS = ("kind", "status", "document", "speaker", "unit", "code", "verdict", "assigned")
_HALF = re.compile("[\ud800-\udfff]")
"""A surrogate: half of a character, which alone is no text; shells make them of bytes that are not UTF-8."""

PAGE = 50
"""Rows of a page when nobody says how many."""


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


def findings(connection: Connection, filter: Filter | None = None, after: Key | None = None, size: int = PAGE) -> list[Row]:
    """Findings in the order in which they came."""
    query = found(connection, filter).where(FINDINGS.c.seq > (after.seq if after is not None else 0))
    rows = connection.execute(query.order_by(FINDINGS.c.seq).limit(size))
    return placed(connection, [row_of(row) for row in rows])


def spans(connection: Connection, document: str) -> list[tuple[int, int]]:
    """Where the figures of the document of this id stand in its text, in order."""
    query = select(CLAIMS.c.begins, CLAIMS.c.ends).join_from(CLAIMS, DOCUMENTS).where(DOCUMENTS.c.id == document, CLAIMS.c.current)
    return [(row.begins, row.ends) for row in connection.execute(query.order_by(CLAIMS.c.begins))]


def claim(connection: Connection, seq: int, eyes: str = "") -> Row:
    """The claim of number ``seq``."""
    return row_of(connection.execute(_one("claim", eyes), {"number": seq}).one())


def amended(connection: Connection, claim: int) -> tuple[str | None, str | None]:
    """The corrected fields of the claim of number ``claim``, and the id of the claim that it follows."""
    row = connection.execute(select(CLAIMS.c.corrected, CLAIMS.c.follows).where(CLAIMS.c.seq == claim)).one()
    return row.corrected, row.follows


def finding(connection: Connection, seq: int, eyes: str = "") -> Row:
    """The finding of number ``seq``."""
    return placed(connection, [_finding(connection, seq, eyes)])[0]


def again(connection: Connection, row: Row, eyes: str = "") -> Row:
    """``row`` as it stands now."""
    now = _finding(connection, row.seq, eyes) if row.of == "finding" else claim(connection, row.seq, eyes)
    return now._replace(document=row.document)


def rows_of(connection: Connection, of: str, seqs: list[int], eyes: str = "") -> dict[int, Row]:
    """Claims or findings, as ``of`` says, by number; a finding names no document."""
    dialect = connection.dialect.name
    return {row.seq: row_of(row) for row in connection.execute(_several(of, eyes, dialect), asked_for(dialect, seqs))}


def _finding(connection: Connection, seq: int, eyes: str) -> Row:
    return row_of(connection.execute(_one("finding", eyes), {"number": seq}).one())


@lru_cache(maxsize=4)
def _one(of: str, eyes: str) -> Select[Any]:
    """The row of one claim or finding, made once: to make it takes longer than to run it."""
    query, table = (_findings(eyes), FINDINGS) if of == "finding" else (_claims(eyes), CLAIMS)
    return query.where(table.c.seq == bindparam("number"))


@lru_cache(maxsize=8)
def _several(of: str, eyes: str, dialect: str) -> Select[Any]:
    """The rows of several, made once as well."""
    query, table = (_findings(eyes), FINDINGS) if of == "finding" else (_claims(eyes), CLAIMS)
    return query.where(among_asked(dialect, table.c.seq))


@lru_cache(maxsize=2)
def _paths(dialect: str) -> Select[Any]:
    """The documents of the first claims of findings."""
    query = select(FINDING_CLAIMS.c.finding, DOCUMENTS.c.path).join_from(FINDING_CLAIMS, CLAIMS).join(DOCUMENTS)
    return query.where(among_asked(dialect, FINDING_CLAIMS.c.finding), FINDING_CLAIMS.c.position == 0)


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
    """The claims that the filter wants, as rows of a list, in no order; ``by`` says in which they will be put."""
    wanted = filter or Filter()
    return _claims(wanted.eyes, by).where(*wishes(wanted), holds(connection, wanted.words))


def _claims(eyes: str, by: str = "") -> Select[Any]:
    """All claims as rows of a list. By path SQLite is kept from looking up the document of each claim, and then sorting."""
    return select(
        literal("claim").label("of"), CLAIMS.c.seq, CLAIMS.c.id, CLAIMS.c.kind, CLAIMS.c.mention.label("text"),
        sight.status(CLAIMS, eyes).label("status"),
        CLAIMS.c.reason, DOCUMENTS.c.path, CLAIMS.c.assigned, CLAIMS.c.turn,
    ).join_from(CLAIMS, DOCUMENTS, CLAIMS.c.document == (DOCUMENTS.c.seq + 0 if by == "path" else DOCUMENTS.c.seq))  # fmt: skip


def count(connection: Connection, filter: Filter | None = None) -> int:
    """How many claims there are that the filter wants."""
    wanted = filter or Filter()
    query = select(func.count()).select_from(CLAIMS)
    query = (query.join(DOCUMENTS) if wanted.document else query).where(*wishes(wanted))
    return int(connection.execute(holding(connection, query, wanted.words)).scalar_one())


def wishes(wanted: Filter, in_turn: bool = False) -> list[Any]:
    """What the filter asks of a claim and its document, but for the words.

    ``in_turn`` each claim is asked for it as its turn comes: SQLite is kept from gathering all of a kind first, and then sorting.
    """
    here = (lambda name: CLAIMS.c[name].concat("")) if in_turn else (lambda name: CLAIMS.c[name])
    if is_void(wanted):
        return [false()]
    asked = [is_in(here(name), getattr(wanted, name)) for name in ("speaker", "unit", "kind", "assigned") if getattr(wanted, name)]
    if wanted.status:
        asked.append(is_in(sight.status(CLAIMS, wanted.eyes), wanted.status))
    if wanted.document:
        path = is_in(DOCUMENTS.c.path, wanted.document)
        asked.append(path if wanted.document.endswith("*") else or_(path, DOCUMENTS.c.id == wanted.document))
    if wanted.verdict or wanted.code:
        rests = _of_findings(wanted, CLAIMS.c.seq) if in_turn else CLAIMS.c.seq.in_(_of_findings(wanted))
        asked.append(rests if wanted.verdict else or_(is_in(here("rule"), wanted.code), rests))
    if wanted.low is not None:
        asked.append(func.coalesce(CLAIMS.c.high_number, CLAIMS.c.low_number) >= wanted.low)
    if wanted.high is not None:
        asked.append(func.coalesce(CLAIMS.c.low_number, CLAIMS.c.high_number) <= wanted.high)
    return asked if wanted.old else [*asked, CLAIMS.c.current]


def found(connection: Connection, filter: Filter | None) -> Select[Any]:
    """The findings that the filter wants, as rows of a list, in no order."""
    wanted = filter or Filter()
    return _findings(wanted.eyes).where(*wishes_of_findings(connection, wanted))


def _findings(eyes: str) -> Select[Any]:
    """All findings as rows of a list."""
    return select(
        literal("finding").label("of"), FINDINGS.c.seq, FINDINGS.c.fingerprint.label("id"), FINDINGS.c.code.label("kind"),
        FINDINGS.c.message.label("text"), sight.status(FINDINGS, eyes).label("status"), literal("").label("reason"),
        literal("").label("path"), FINDINGS.c.assigned, FINDINGS.c.turn,
    )  # fmt: skip


def wishes_of_findings(connection: Connection, wanted: Filter, one_by_one: bool = False, waiting: bool = False) -> list[Any]:
    """What the filter asks of a finding and of one of its claims; ``one_by_one`` each finding is asked for its claims.

    Only those in the queue are wanted when they are to be ``waiting``: of many claims few have a turn that such a finding leaves them.
    """
    if is_void(wanted):
        return [false()]
    asked = [is_in(FINDINGS.c[name], getattr(wanted, name)) for name in ("code", "verdict", "assigned") if getattr(wanted, name)]
    if wanted.status:
        asked.append(is_in(sight.status(FINDINGS, wanted.eyes), wanted.status))
    if not wanted.old:
        asked.append(FINDINGS.c.current)
    about = replace(wanted, code="", verdict="", status="", assigned="", eyes="")
    if about != Filter(old=wanted.old):
        members = select(FINDING_CLAIMS.c.finding).join_from(FINDING_CLAIMS, CLAIMS)
        members = (members.join(DOCUMENTS) if about.document else members).where(*wishes(about), holds(connection, about.words))
        if not one_by_one and (about.document or about.speaker or is_rare(connection, about.words)):
            if waiting:
                members = members.where(or_(CLAIMS.c.turn.is_(None), CLAIMS.c.turn <= RESTED_ON))
            gathered = members.cte().prefix_with("MATERIALIZED", dialect="postgresql")  # or it asks each finding all the same
            asked.append(FINDINGS.c.seq.in_(select(gathered.c.finding)))
        else:
            asked.append(is_any(members.where(FINDING_CLAIMS.c.finding == FINDINGS.c.seq).correlate(FINDINGS)))
    return asked


def is_void(wanted: Filter) -> bool:
    """Whether the filter asks for what no ledger holds, and not every database can be asked for: half a character, or NUL."""
    asked = "".join(getattr(wanted, name) for name in _TEXTS)
    return "\0" in asked or _HALF.search(asked) is not None


def is_in(column: Any, word: str) -> Any:
    """Whether the column says ``word``; one that ends with an asterisk is the beginning of what it says."""
    return column.like(begun(word), escape="/") if word.endswith("*") else column == word


def begun(word: str) -> str:
    """The pattern of all that begins as ``word`` does, which ends with an asterisk; a slash takes the next character as it is."""
    return re.sub("([/%_])", r"/\1", word[:-1]) + "%"


def _of_findings(wanted: Filter, claim: Any = None) -> Any:
    """The claims on which findings rest that the filter wants; or whether ``claim`` is one."""
    query = select(FINDING_CLAIMS.c.claim).join_from(FINDING_CLAIMS, FINDINGS).where(FINDINGS.c.current)
    query = query.where(*(is_in(FINDINGS.c[name], getattr(wanted, name)) for name in ("code", "verdict") if getattr(wanted, name)))
    if claim is None:
        return query
    return is_any(query.where(FINDING_CLAIMS.c.claim == claim).correlate(CLAIMS))


def is_any(query: Select[Any]) -> Any:
    """Whether ``query``, of one column, has a row, asked in turn: PostgreSQL would find all that there are of an EXISTS first."""
    return query.limit(1).scalar_subquery().is_not(None)


def row_of(row: Any) -> Row:
    """A row of ``chosen`` or ``found`` as a line of a list."""
    return Row(row.of, row.seq, row.id, row.kind, row.text, row.status, row.reason, row.path, row.assigned, Key(row.turn or 0, row.seq))


def placed(connection: Connection, rows: list[Row]) -> list[Row]:
    """``rows`` where findings name the document of their first claim."""
    paths, dialect = dict[int, str](), connection.dialect.name
    for part in parts(row.seq for row in rows if row.of == "finding"):
        paths.update(mapped(connection.execute(_paths(dialect), asked_for(dialect, part))))
    return [row._replace(document=paths.get(row.seq, "")) if row.of == "finding" else row for row in rows]
