"""Ways to what a filter wants of the queue: which index to follow, and what to ask of each row on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Integer, Select, and_, bindparam, func, literal_column, select, table, text, true, union_all

from ledger.store import blocks, places
from ledger.store.queries import Filter, begun, is_any, is_in, wishes, wishes_of_findings
from ledger.store.search import holds, is_rare, says_so, spoken_of, words_of
from ledger.store.standing import LAST_TURN
from ledger.store.tables import CLAIM_TERMS, CLAIMS, DOCUMENTS, FINDING_NUMBERS, FINDING_TERMS, FINDINGS, NUMBERED, TERMS, VERDICTS
from ledger.store.values import waiting

_BY = ("speaker", "unit", "assigned", *VERDICTS, "kind")
"""What the queue is sifted by first, when several are asked for: what fewer have in common before what more do."""

_FORMS = 12
"""Words of one beginning up to which each is looked up."""

_FEW, _FEW_FOUND = 10_000, 500
"""Claims of an index, and findings, up to which they are sooner gathered and put in order than met."""

_NEXT, _NEXT_AT_HAND = 1000, 6000
"""Claims next in the queue among which what has no index of its own is looked for first; more where the index has it at hand."""

_NEXT_READ = 400
"""The same where PostgreSQL reads each sentence."""

_FOUND, _WAITING = (FINDINGS.c.turn, FINDINGS.c.seq), (CLAIMS.c.turn, CLAIMS.c.seq)
_MASKED = ((CLAIMS.c.turn + 0).label("at"), CLAIMS.c.seq.label("number"))
"""The place of a claim that is found by another index than the queue's."""

_NAMED = ((FINDING_NUMBERS.c.turn + 0).label("at"), FINDING_NUMBERS.c.finding.label("number"))
"""The place of a finding that is found by its numbers."""


TURNS = "in_turns"
"""The parameter of a way that asks for the claims of some turns."""

_SPOKEN = text("speaker <> ''")
"""Whether a claim has a speaker, to the letter as an index has it."""

_FOLDER, _MANY = 200, 20_000
"""Documents up to which their claims are sooner gathered than met; claims that are many for a verdict."""


class Way(NamedTuple):
    """A query of turns and numbers, in no order, and the columns that have them; ``gathers`` when it finds all before any is in order.

    Where ``next`` is not 0, that many of the queue's claims are gone through, of those that are ``through``; when this does not fill the
    page, ``instead`` is the way from there on. ``value`` has the bounds of one that leads to the claims of a value in some turns, the
    parameter ``TURNS``, which are ``turns`` when it is known that there are no others. Where it leads along
    numbers made of both, ``along`` is their column. ``under`` are the columns that its index has before the place, and what they say.
    It leads block by block where ``lexemes`` are what it looks for. ``documents`` are those to all of whose claims it leads, if it does.
    """

    query: Select[Any]
    place: tuple[Any, Any]
    gathers: bool = False
    next: int = 0
    through: Any = true()
    instead: Way | None = None
    value: tuple[float | None, float | None] | None = None
    turns: tuple[int, ...] = ()
    along: Any = None
    under: tuple[tuple[Any, str], ...] = ()
    lexemes: tuple[str, ...] = ()
    documents: Any = None


def to_findings(connection: Connection, wanted: Filter) -> list[Way]:
    """The ways to the findings in the queue that ``wanted`` wants; they may meet."""
    rest, asked = wanted, [spoken_of(connection, wanted.words)]
    if _is_of_value(wanted):
        named = _numbers(wanted)
        gathered = select(*_NAMED).where(*named).distinct()
        if replace(wanted, low=None, high=None, assigned="", code="", verdict="") == _all(wanted):  # any of its claims will do
            rest = replace(wanted, low=None, high=None)
        if _are_few(connection, gathered, _FEW_FOUND):
            joined = gathered.join_from(FINDING_NUMBERS, FINDINGS, FINDINGS.c.seq == FINDING_NUMBERS.c.finding + 0)
            told = wishes_of_findings(connection, rest, one_by_one=True)
            return [Way(joined.where(*asked, *told) if told else gathered, _NAMED, gathers=True)]
        its = select(FINDING_NUMBERS.c.finding).where(*named, FINDING_NUMBERS.c.finding == FINDINGS.c.seq)
        asked.append(is_any(its.correlate(FINDINGS)))
    name, words = _first(connection, wanted, "findings")
    if name in TERMS:
        terms = FINDING_TERMS.c
        asked += wishes_of_findings(connection, rest, one_by_one=True)
        query = select(terms.turn, terms.finding).join_from(FINDING_TERMS, FINDINGS, FINDINGS.c.seq == terms.finding + 0).where(*asked)
        return [Way(query, (terms.turn, terms.finding), under=((terms.field, name), (terms.value, word))) for word in words]
    if not name and len(wanted.speaker) > 1 and replace(wanted, speaker="", code="", verdict="", assigned="") == _all(wanted):
        asked += wishes_of_findings(connection, replace(wanted, speaker=""))
        return [_spoken(connection, wanted.speaker, asked)]
    rest = _without(rest, name)
    by_document = wanted.document and _is_small(connection, wanted.document)
    one_by_one = bool(name) or (wanted.document != "" and not by_document)
    asked += wishes_of_findings(connection, rest, one_by_one, waiting=True)
    query = select(*_FOUND).where(*asked)
    return [_under(query, FINDINGS, _FOUND, name, word) for word in words] if name else [Way(query, _FOUND)]


def _spoken(connection: Connection, speaker: str, asked: list[Any]) -> Way:
    """The way to findings with a speaker whose name begins as is wanted: all of them, or where they are many, each as its turn comes."""
    terms = FINDING_TERMS.c
    said = select(terms.finding).where(terms.field == "speaker", is_in(terms.value, speaker))
    if _are_few(connection, said, _FEW):
        place = ((FINDINGS.c.turn + 0).label("at"), FINDINGS.c.seq.label("number"))
        return Way(select(*place).where(*asked, FINDINGS.c.turn.is_not(None), FINDINGS.c.seq.in_(said)), place, gathers=True)
    return Way(select(*_FOUND).where(*asked, said.where(terms.finding == FINDINGS.c.seq).correlate(FINDINGS).exists()), _FOUND)


def to_claims(connection: Connection, wanted: Filter) -> list[Way]:
    """The ways to the claims in the queue that ``wanted`` wants; they may meet."""
    if _is_of_value(wanted):
        if wanted == replace(_all(wanted), low=wanted.low, high=wanted.high):
            return [_looking(connection, wanted)]
        found = waiting(connection, wanted.low, wanted.high, (0, LAST_TURN), _FEW, _FEW)
        if found.behind is None and sum(found.turns.values()) < _FEW:
            return [_of_value(connection, wanted)._replace(turns=tuple(found.turns))]
    if is_rare(connection, wanted.words) or (wanted.document and not wanted.document.endswith("*")):
        return [_gathered(connection, wanted)]
    if wanted.words and wanted.document and _is_small(connection, wanted.document):
        return [_in_folder(connection, wanted)]
    if (there := _by_places(connection, wanted) or _by_blocks(connection, wanted)) is not None:
        return [there]
    name, words = _first(connection, wanted, "claims")
    if name == "code" and wanted.verdict and _are_fewer(connection, wanted):
        name, words = "verdict", [wanted.verdict]
    if name in ("", "kind") and len(wanted.speaker) > 1 and not wanted.document:
        return [_of_speakers(connection, wanted)]
    by_both = name == "unit" and wanted.code and not wanted.verdict and connection.dialect.name == "postgresql"  # SQLite's are places
    if by_both and (rules := _rules(connection, wanted.code)):
        query = _of_claims(connection, _without(_without(wanted, name), "code"), _WAITING).where(text("unit <> ''"))
        return [Way(query, _WAITING, under=((CLAIMS.c.rule, rule), (CLAIMS.c.unit, word))) for rule in rules for word in words]
    if name in VERDICTS:
        return _through_findings(connection, wanted, name, words)
    if name == "assigned":
        rest = _of_claims(connection, _without(wanted, name), _MASKED)
        return [Way(rest.where(CLAIMS.c.assigned == word), _MASKED, gathers=True) for word in words]
    if name:
        query = _of_claims(connection, _without(wanted, name), _WAITING)
        return [_under(query, CLAIMS, _WAITING, name, word) for word in words]
    return [_looking(connection, wanted)]


def _under(query: Select[Any], table: Any, place: tuple[Any, Any], name: str, word: str) -> Way:
    """The way along what says ``word`` in the column ``name``; an index of bytes, or none, is looked up for this alone."""
    if name in ("speaker", "assigned"):
        return Way(query.where(table.c[name] == word), place)
    return Way(query, place, under=((table.c[name], word),))


def _through_findings(connection: Connection, wanted: Filter, name: str, words: list[str]) -> list[Way]:
    """The ways by what findings say of claims; and, because both are asked for by their codes, by the rules of claims."""
    terms, rest = CLAIM_TERMS.c, wanted if wanted.code and wanted.verdict else _without(wanted, name)
    place: tuple[Any, Any] = (terms.turn, terms.claim)
    query: Select[Any] = select(*place)
    if rest != _all(wanted):
        query = _of_claims(connection, rest, place).join(CLAIM_TERMS, CLAIMS.c.seq == terms.claim + 0)
    ways = [Way(query, place, under=((terms.field, name), (terms.value, word))) for word in words]
    if name == "code" and not wanted.verdict:
        query = _of_claims(connection, rest, _WAITING)
        ways += [_under(query, CLAIMS, _WAITING, "rule", word) for word in _forms(connection, "claims", "rule", wanted.code) or ()]
    return ways


def _of_speakers(connection: Connection, wanted: Filter) -> Way:
    """The way to claims whose speaker's name begins as is wanted: all of them, or where they are many, along those that have a speaker."""
    those = is_in(CLAIMS.c.speaker, wanted.speaker)
    if _are_few(connection, select(CLAIMS.c.seq).where(CLAIMS.c.turn.is_not(None), those), _FEW):
        return Way(_of_claims(connection, _without(wanted, "speaker"), _MASKED).where(those), _MASKED, gathers=True)
    return Way(_of_claims(connection, wanted, _WAITING).where(_SPOKEN), _WAITING)


def _are_fewer(connection: Connection, wanted: Filter) -> bool:
    """Whether fewer claims have the verdict that is wanted than the code."""
    terms = CLAIM_TERMS.c
    said = {name: select(terms.claim).where(terms.field == name, is_in(terms.value, getattr(wanted, name))) for name in VERDICTS}
    code, verdict = (_are_few(connection, said[name], _MANY) for name in VERDICTS)
    return verdict and not code and not wanted.verdict.endswith("*")


def _rules(connection: Connection, code: str) -> list[str] | None:
    """The rules that ``code`` stands for, when no finding has such a code."""
    terms = CLAIM_TERMS.c
    none = _are_few(connection, select(terms.claim).where(terms.field == "code", is_in(terms.value, code)), 1)
    return _forms(connection, "claims", "rule", code) if none else None


def _by_places(connection: Connection, wanted: Filter) -> Way | None:
    """The way along the index of places, where there is one, for words and for what is asked for besides another thing.

    A word that may be unfinished has all its places put together first: where it is met often, the next in the queue are soon enough.
    """
    found, unfinished = words_of(wanted.words)
    if connection.dialect.name != "sqlite" or wanted.verdict or wanted.assigned or (wanted.document and not found):
        return None
    asked = [f'sentence:"{word}"{"*" * (unfinished and word is found[-1])}' for word in found] + list(_terms(connection, wanted))
    if len(asked) < (1 if found else 2):
        return None
    turn, claim = (literal_column(each, Integer) for each in (places.TURN, places.CLAIM))
    those = text("claims_places MATCH :asked_places").bindparams(asked_places=" AND ".join(asked))
    query = _of_claims(connection, wanted, (turn, claim), those)
    query = query.join(table("claims_places"), and_(CLAIMS.c.seq == claim, CLAIMS.c.turn == turn))
    there = Way(query, (turn, claim), along=literal_column(places.PLACE, Integer))
    if not unfinished or not found:
        return there
    name, values = _first(connection, wanted, "claims")
    through, rest = (CLAIMS.c[name] == values[0], _without(wanted, name)) if name in TERMS and len(values) == 1 else (true(), wanted)
    next = _of_claims(connection, rest, _WAITING, says_so(connection, wanted.words)).where(through)
    return Way(next, _WAITING, next=_NEXT, through=through, instead=there)


def _by_blocks(connection: Connection, wanted: Filter) -> Way | None:
    """The same for words alone, where PostgreSQL is: block by block, once few of the next in the queue have them."""
    found, unfinished = words_of(wanted.words)
    if connection.dialect.name != "postgresql" or not found or wanted.verdict or wanted.assigned:
        return None
    if not (lexemes := blocks.lexemes(connection, found, unfinished)):
        return None
    there = Way(_of_claims(connection, wanted, _MASKED, blocks.HELD).where(CLAIMS.c.turn.is_not(None)), _MASKED, lexemes=lexemes)
    return Way(_of_claims(connection, wanted, _WAITING, says_so(connection, wanted.words)), _WAITING, next=_NEXT_READ, instead=there)


def _terms(connection: Connection, wanted: Filter) -> Iterator[str]:
    """What ``wanted`` asks of a claim's fields, as the index of places is asked for it; less where the words would be too many."""
    for name in ("kind", "unit", "code"):
        if value := getattr(wanted, name):
            values = _rules(connection, value) if name == "code" else _forms(connection, "claims", name, value)
            if values:
                yield f"({' OR '.join(places.term('rule' if name == 'code' else name, each) for each in values)})"
    if len(wanted.speaker) > 1:
        yield places.term("speaker", wanted.speaker)


def _looking(connection: Connection, wanted: Filter) -> Way:
    """The way through the whole queue, and where it may find little, the one to take instead."""
    query = _of_claims(connection, wanted, _WAITING, says_so(connection, wanted.words))
    if _is_of_value(wanted):
        numbered = text(f"({NUMBERED})")
        next = _NEXT_AT_HAND if replace(wanted, low=None, high=None) == _all(wanted) else _NEXT
        return Way(query.where(numbered), _WAITING, False, next, numbered, _of_value(connection, wanted))
    if wanted.document:
        there = _in_folder(connection, wanted)
        return there if _is_small(connection, wanted.document) else Way(query, _WAITING, next=_NEXT, instead=there)
    return Way(query, _WAITING, next=_NEXT_AT_HAND, instead=_gathered(connection, wanted)) if wanted.words else Way(query, _WAITING)


def _in_folder(connection: Connection, wanted: Filter) -> Way:
    """The way by documents whose path begins as is wanted."""
    there = select(DOCUMENTS.c.seq).where(is_in(DOCUMENTS.c.path, wanted.document))
    query = _of_claims(connection, _without(wanted, "document"), _MASKED, says_so(connection, wanted.words))
    alone = replace(wanted, document="") == _all(wanted)
    return Way(query.where(CLAIMS.c.document.in_(there)), _MASKED, gathers=True, documents=there.subquery() if alone else None)


def _is_small(connection: Connection, document: str) -> bool:
    """Whether ``document`` stands for few."""
    return not document.endswith("*") or _are_few(connection, select(DOCUMENTS.c.seq).where(is_in(DOCUMENTS.c.path, document)), _FOLDER)


def _of_claims(connection: Connection, wanted: Filter, place: tuple[Any, Any], words: Any = None) -> Select[Any]:
    """The claims that ``wanted`` wants; ``words`` is the condition for its words where they are not to be found as usual."""
    query = select(*place).select_from(CLAIMS).where(place[0].is_not(None), *wishes(wanted, in_turn=True))
    query = query.where(words if words is not None else holds(connection, wanted.words))
    return query.join(DOCUMENTS, CLAIMS.c.document == DOCUMENTS.c.seq) if wanted.document else query


def _gathered(connection: Connection, wanted: Filter) -> Way:
    """The way that finds the claims that ``wanted`` wants by another index than the queue's."""
    return Way(_of_claims(connection, wanted, _MASKED), _MASKED, gathers=True)


def _of_value(connection: Connection, wanted: Filter) -> Way:
    """The way by value: claims that begin within the bounds, that have but an upper end there, and that reach over the lower bound."""
    low, high = CLAIMS.c.low_number, CLAIMS.c.high_number
    rest = _of_claims(connection, replace(wanted, low=None, high=None), _MASKED)
    turns = bindparam(TURNS, expanding=True, type_=CLAIMS.c.turn.type)
    here = rest.where(CLAIMS.c.turn.in_(turns), text(f"({NUMBERED})"))
    parts = [here.where(*_within(low, wanted)), here.where(low.is_(None), *_within(high, wanted))]
    if wanted.low is not None:
        below = low <= wanted.high if wanted.high is not None else true()
        reaching = rest.where(_MASKED[0].in_(turns))  # few are wide, and they have an index of their own
        parts.append(reaching.where(low < high, high >= wanted.low, low < wanted.low, below))
    rows = union_all(*parts).subquery()
    place = (rows.c.at, rows.c.number)
    return Way(select(*place), place, gathers=True, value=(wanted.low, wanted.high))


def _within(column: Column[Any], wanted: Filter) -> list[Any]:
    bounds = (wanted.low is not None and column >= wanted.low, wanted.high is not None and column <= wanted.high)
    return [bound for bound in bounds if bound is not False]


def _numbers(wanted: Filter) -> list[Any]:
    """The condition that a number which a finding's claims name overlaps the bounds."""
    numbers = FINDING_NUMBERS.c
    bounds = (wanted.low is not None and numbers.high >= wanted.low, wanted.high is not None and numbers.low <= wanted.high)
    return [bound for bound in bounds if bound is not False]


def _is_of_value(wanted: Filter) -> bool:
    return wanted.low is not None or wanted.high is not None


def _all(wanted: Filter) -> Filter:
    """What wants all that ``wanted`` is held against."""
    return Filter(old=wanted.old, eyes=wanted.eyes)


def _without(wanted: Filter, name: str) -> Filter:
    dropped: dict[str, Any] = {name: ""} if name else {}
    return replace(wanted, **dropped)


def _are_few(connection: Connection, query: Select[Any], few: int) -> bool:
    counted = select(func.count()).select_from(query.limit(few).subquery())
    return int(connection.execute(counted).scalar_one()) < few


def _first(connection: Connection, wanted: Filter, table: str) -> tuple[str, list[str]]:
    """What the queue is sifted by first, and the words to look up for it; nothing where another way is shorter."""
    for name in () if wanted.document else _BY:
        words = _forms(connection, table, name, getattr(wanted, name)) if getattr(wanted, name) else None
        if words is not None and not (name == "code" and table == "claims" and _forms(connection, table, "rule", wanted.code) is None):
            return name, words
    return "", []


def _forms(connection: Connection, table: str, name: str, word: str) -> list[str] | None:
    """The words for which ``word`` stands; None when they are too many to look up each. They are found one behind the other."""
    if not word.endswith("*"):
        return [word]
    if name == "speaker":
        return None
    column, where = name, "turn IS NOT NULL"
    if table == "findings" and name in TERMS:
        table, column, where = "finding_terms", "value", f"field = '{name}'"
    elif table == "claims" and name in VERDICTS:
        table, column, where = "claim_terms", "value", f"field = '{name}'"
    first, following = (f"SELECT min({column}) FROM {table} WHERE {where} AND {column} > {after}" for after in ("''", "found.value"))
    every = f"WITH RECURSIVE found(value) AS ({first} UNION ALL SELECT ({following}) FROM found WHERE value IS NOT NULL)"
    matching = f"{every} SELECT value FROM found WHERE value LIKE :begun ESCAPE '/' LIMIT {_FORMS + 1}"
    forms = list(connection.execute(text(matching), {"begun": begun(word)}).scalars())
    return forms if len(forms) <= _FORMS else None
