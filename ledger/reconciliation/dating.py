"""What a date is said of, as the words right beside it tell, and when two dates can be of one event."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import pairwise

from ledger import patterns as re
from ledger.extraction.context.inflection import is_plural, lemma
from ledger.lexicon import lists, number_words, table
from ledger.reconciliation.comparison import Step
from ledger.reconciliation.concepts import DEEDS, EVENTS, FAINT, KNOWN, ONCE, PHRASES, UNIQUE, concept
from ledger.reconciliation.spans import Span, is_of_a_month, since, slip_of_years
from ledger.reconciliation.topic import Topic
from ledger.records import Claim

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ONE = {"vote": "election", "opened": "start", "breached": "destroyed"}
_OCCASIONS = [(meaning, re.compile(shape)) for meaning, shape in table("occasions.tsv")]
_ENDED, _UNTIL = {"closed": "start", "suspended": "start"}, re.compile(r"\b(?:until|till) $", re.IGNORECASE)
"""What is closed or suspended until a day opens on it."""
_ABLE, _WAIT, _PATIENCE = ("|".join(lists("waiting.tsv")[each]) for each in ("able", "wait", "patience"))
_WAITING = re.compile(rf"\b(?:(?:{_ABLE}) (?:\w+ )?(?:{_WAIT})|{_PATIENCE})\b")
_NOT_YET = re.compile(r"\b(?:no|not|nobody|none|never|nothing|cannot|without)\b|n['’]t\b", re.IGNORECASE)
_EARLIEST = re.compile(r"\b(?:at least|not before|no earlier than|at the earliest|no sooner than) $", re.IGNORECASE)
_PLURAL = frozenset({"election"})
"""Events that a plural may be one of: "the polls of 9 August"."""
_NEAR = 60
"""How far from a date, in characters, the word for what happened then may stand."""
_TENS = (10, 20)
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
"""The year that a date gives, be it 1066; ``_DATE`` looks for dates among words, where four digits below 1500 are more likely a count."""
_RANGE, _WEEK = 40, 7
"""Days that an event may last and still be dated like one of a day."""
_PREVIOUS = re.compile(r"\b(?:first|only)\b[^.;]{0,40}\bsince\s*$|\blast\b[^.;]{0,40}\b(?:in|on)\s*$", re.IGNORECASE)
"""What happened "for the first time since 2011" had "last" happened "in 2011"."""
_RECALLING, _RIGHT_BEFORE = ("since", "in", "on"), 24
"""What the words before such a date end in, and how many characters before a date hold all that is asked for there."""
_SEVERAL = 2
_SINCE = re.compile(r"\b(?:since|from) $", re.IGNORECASE)
_SENT_FROM, _SENT = re.compile(r"\p{Lu}[\p{Lu}\s.’'-]+[^.;:]{0,40}?[,(]\s*"), re.compile(r"\)?\s*(?:\([^)]{1,40}\)\s*)?(?:--|[–—-])\s")
_MONTHS = "|".join(sorted(number_words("month"), key=len, reverse=True))
_DATE = re.compile(rf"\b(?:(?:1[5-9]|20)\d\d|\d\d?(?:st|nd|rd|th)? (?:{_MONTHS})|(?:{_MONTHS}) \d\d?)\b", re.IGNORECASE)
OF_ANYTHING = frozenset({"start", "finish"})
"""Deeds of everything that lasts: one tells only with what it is that starts or ends."""
_MONTH, _YEARS = 27, 12
_STEM = 6
"""Letters by which words of one root are known: negotiate, negotiation."""


def span(topic: Topic) -> Span | None:
    """The first and last day; None where an end is open."""
    low, high = topic.claim.low, topic.claim.high
    return (low, high) if isinstance(low, date) and isinstance(high, date) else None


def of_one_year(left: Topic, right: Topic) -> tuple[Span | None, Span | None]:
    """The spans of two dates; one that does not say its year is put into the other's, when its own was guessed as the next to that."""
    mine, theirs = span(left), span(right)
    if mine is None or theirs is None or abs(mine[0].year - theirs[0].year) != 1 or mine[0].month != theirs[0].month:
        return mine, theirs
    if mine[0].year == mine[1].year and not _YEAR.search(left.claim.span.quote) and not _of_its_day(left, mine):
        return in_year(mine, theirs[0].year), theirs
    if theirs[0].year == theirs[1].year and not _YEAR.search(right.claim.span.quote) and not _of_its_day(right, theirs):
        return mine, in_year(theirs, mine[0].year)
    return mine, theirs


def _of_its_day(topic: Topic, days: Span) -> bool:
    """Whether a date is of the very days about its text's own, so that its year is no guess: a dateline."""
    return bool(topic.day) and abs(days[0].toordinal() - topic.day) <= _WEEK


def in_year(days: Span, year: int) -> Span:
    """The same days of another year."""
    first, last = (day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year) for day in days)
    return first, last


def slipped_day(mine: Span, theirs: Span) -> bool:
    """Whether a day may have been written for another of its month: a digit put in or left out, the two swapped, the first another."""
    one, other = mine[0].day, theirs[0].day
    if (mine[0], theirs[0]) != (mine[1], theirs[1]) or mine[0].month != theirs[0].month or one == other:
        return False
    if _ends_month(mine) != _ends_month(theirs):
        return False  # accounts are closed with a month
    short, long = sorted((str(one), str(other)), key=len)
    lost = len(short) < len(long) and short in long
    return lost or abs(one - other) in _TENS or f"{one:02}" == f"{other:02}"[::-1]


def ahead(day: date, topic: Topic) -> bool | None:
    """Whether ``day`` had not come when the text of ``topic`` was published; None where nobody knows when that was."""
    return day.toordinal() > topic.day if topic.day else None


def of_an_event(topic: Topic) -> bool:
    """Whether the date can be that of one event: no long span, no open end, not vague, and not that of a dateline."""
    found = span(topic)
    if found is None or _is_of_a_dateline(topic.claim):
        return False
    return (found[1] - found[0]).days <= _RANGE and topic.claim.bound in ("exact", "between")


def _is_of_a_dateline(claim: Claim) -> bool:
    """Whether a report begins with the place and the day that it was sent from and on: ``RIGA, 3 May (Orlan News) -- ...``."""
    start, end = claim.in_sentence
    quote = claim.sentence.quote
    return bool(_SENT_FROM.fullmatch(quote, 0, start)) and bool(_SENT.match(quote, end))


def is_month_beside_day(mine: Span, theirs: Span) -> bool:
    """Whether a day stands against another month of its year: what begins or ends then can do so but once."""
    short, long = sorted((mine, theirs), key=lambda days: days[1] - days[0])
    return short[0] == short[1] and _MONTH <= (long[1] - long[0]).days < _RANGE and short[0].year == long[0].year == long[1].year


def one_part_differs(mine: Span, theirs: Span) -> bool:
    """Whether the dates differ in the day, the month or the year alone, as a slip makes them; a range may stand against its like only."""
    if abs((mine[1] - mine[0]) - (theirs[1] - theirs[0])).days > 1 and mine[0].month == theirs[0].month:
        return False
    one, other = mine[0], theirs[0]
    if _ends_month(mine) and _ends_month(theirs) and one.year == other.year:
        return True
    return sum((one.year != other.year, one.month != other.month, one.day != other.day)) == 1


def _ends_month(days: Span) -> bool:
    return days[0] == days[1] and days[0].month != (days[0] + date.resolution).month


def may_recur(left: Topic, right: Topic) -> bool:
    """Whether the later date had not come yet when the text with the earlier one was published, and told it as past."""
    earlier, later = sorted((left, right), key=lambda topic: topic.interval.low)
    return bool(earlier.day) and earlier.interval.high <= earlier.day < later.interval.low


def event(left: Topic, right: Topic) -> Step | None:
    """What both dates are said of: one singular event, or one deed together with who or what did it."""
    shared = near(left) & near(right)
    if events := shared & EVENTS:
        one = sorted(events)[0]
        if dated_noun(left) == dated_noun(right) != "":
            return Step("event", "dated itself", one)
        return Step("event", "unique" if events & UNIQUE else "same", ", ".join(sorted(events)))
    if recalls(left) and recalls(right) and (told := left.sentence & right.sentence & KNOWN):
        return Step("event", "previous time", ", ".join(sorted(told)))
    known = shared & KNOWN
    if known & DEEDS and len(known) > 1:
        return Step("event", "same deed", ", ".join(sorted(known)))
    return None


def deed(left: Topic, right: Topic, figures: int, same_day: bool) -> Step | None:
    """A deed that both dates are said of; a known word where the day or one of the ``figures`` beside both ties them, or any, with two."""
    shared = near(left) & near(right)
    if figures < _SEVERAL:
        told = shared & (KNOWN if figures or same_day else DEEDS)
        alone = told <= OF_ANYTHING and len(shared) == 1 and (until(left) or until(right))
        shared = frozenset() if alone else told
    return Step("event", "one deed", ", ".join(sorted(shared))) if shared else None


def until(topic: Topic) -> bool:
    """Whether something lasts until the date, so that what is said to begin then is told by how it ends."""
    return bool(_UNTIL.search(_right_before(topic)))


def of_a_wait(left: Topic, right: Topic) -> bool:
    """Whether one date alone is until when somebody can wait, or something lasts of which the other is the beginning."""
    if until(left) == until(right):
        return False
    lasting, other = (left, right) if until(left) else (right, left)
    before = lasting.claim.sentence.quote[: lasting.claim.in_sentence[0]]
    if _WAITING.search(before):
        return True
    return near(other) & OF_ANYTHING == {"start"} and "start" not in near(lasting) and not _NOT_YET.search(before)


def earliest(topic: Topic) -> bool:
    """Whether it may be a later day: "closed until at least 10 May"."""
    return bool(_EARLIEST.search(_right_before(topic)))


def differ_in_deed(left: Topic, right: Topic) -> bool:
    """Whether each date is said of a deed, and not of the same: what started then and what ended."""
    mine, theirs = near(left) & DEEDS, near(right) & DEEDS
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def year_of_a_deed(left: Topic, right: Topic, words: frozenset[str], sole: frozenset[str], alike: bool, tied: bool) -> Step | None:
    """What is done but once, in either of two years of which one may be a slip for the other.

    A word must stand beside no other date of either text; ``alike`` are clauses that share several, or sentences that share a figure.
    Nor is such a word asked for where texts ``tied`` to one event swap two digits of a year, or name the same month of two; and one year
    need be no slip for the other where both say what it was, beside its deed: "the first marathon was run", "the marathon was first held".
    """
    mine, theirs = span(left), span(right)
    if mine is None or theirs is None:
        return None
    if not (what := slip_of_years(mine, theirs)):
        begun_once = tied and abs(mine[0].year - theirs[0].year) <= _YEARS and bool(words & ONCE)
        told_of = unnamed(left, right, words - ONCE) if begun_once else None
        return Step("event", "year of a deed", ", ".join(sorted(words))) if told_of else None
    month, begun = is_of_a_month(mine), since(left, right)
    once = all(near(topic) & ONCE or _SINCE.search(_right_before(topic)) for topic in (left, right))
    told = ", ".join(sorted(sole or words))
    if differ_in_deed(left, right):  # "built in 1967", "in service since 1976"
        apart = tied and not words  # "the Ostra museum was built", "the Ostra bridge was opened" share what is named
        known = what == "swapped digits" and once and (bool(unnamed(left, right, sole)) or apart)
        return Step("event", "year of a deed", told) if known else None
    if tied and ((month and words & KNOWN) or (what == "swapped digits" and once)):
        return Step("event", "year of a deed", told)
    if not sole:
        return None
    done = words & ONCE or (words & OF_ANYTHING and len(unnamed(left, right, words)) > 1)  # "the dam was finished"
    deed = bool(done) or (begun and bool(unnamed(left, right, words)))
    known = what == "swapped digits" or (deed and (alike or begun or len(unnamed(left, right, words)) > 1))
    return Step("event", "year of a deed", told) if known else None


def beside(left: Topic, right: Topic) -> Step:
    """The words beside both dates that are neither, by their roots."""
    shared = _roots(near(left)) & _roots(near(right))
    level = "several words" if len(shared) > 1 else "one word" if shared else "missing"
    return Step("beside", level, ", ".join(sorted(shared)))


def near(topic: Topic) -> frozenset[str]:
    """Concepts of the words close to a date in its sentence; plurals ("protests") stand for no one event."""
    return _near(topic.claim.sentence.quote, *topic.claim.in_sentence)


def unnamed(left: Topic, right: Topic, words: frozenset[str]) -> frozenset[str]:
    """Those of the ``words`` beside two dates that are written small in the sentence of either, as no name is."""
    if not words:
        return words
    mine, theirs = (_small_in(topic.claim.sentence.quote) for topic in (left, right))
    return frozenset(word for word in words if word in KNOWN or word in mine or word in theirs)


@lru_cache(4096)
def _small_in(quote: str) -> frozenset[str]:
    """Concepts of the words that are written small."""
    return frozenset(concept(word) for word in _WORD.findall(quote) if word.islower())


def nearest(topic: Topic) -> frozenset[str]:
    """Those of the words close to a date that no other date of the sentence parts from it."""
    return _near(topic.claim.sentence.quote, *topic.claim.in_sentence, True)


def recalls(topic: Topic) -> bool:
    """Whether the date is when something had been the time before."""
    before = topic.claim.sentence.quote[: topic.claim.in_sentence[0]]
    return before[-_RIGHT_BEFORE:].rstrip().lower().endswith(_RECALLING) and _PREVIOUS.search(before) is not None


def _right_before(topic: Topic) -> str:
    """The last words of the sentence up to the date."""
    start = topic.claim.in_sentence[0]
    return topic.claim.sentence.quote[max(0, start - _RIGHT_BEFORE) : start]


def _roots(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words)


def dated_noun(topic: Topic) -> str:
    """The event whose own date this is: "the rally of 12 May", "the 12 May rally"."""
    start, end = topic.claim.in_sentence
    quote = topic.claim.sentence.quote
    before, behind = _WORD.findall(quote[max(0, start - _NEAR) : start]), _WORD.findall(quote[end : end + _NEAR])
    if len(before) > 1 and before[-1].lower() in ("of", "on"):
        return _singular_event(before[-2])
    return _singular_event(behind[0]) if behind and quote[end : end + 1] == " " else ""


def _singular_event(word: str) -> str:
    return concept(word) if concept(word) in EVENTS and not is_plural(word.lower()) else ""


@lru_cache(4096)
def _near(quote: str, start: int, end: int, parted: bool = False) -> frozenset[str]:
    before, behind = _beside(quote, start, end)
    parting = len(before) - max((other.end() for other in _DATE.finditer(before)), default=0)
    other = _DATE.search(behind)
    if parted:
        before, behind = before[len(before) - parting :], behind[: other.start()] if other else behind
    words_in = _WORD.findall(f"{before} {behind}")
    meanings = (PHRASES.get((lemma(word), after.lower())) or concept(word) for word, after in pairwise((*words_in, "")))
    one = _ONE | _ENDED if _UNTIL.search(before) else _ONE
    found = ((word, one.get(meaning, meaning)) for word, meaning in zip(words_in, meanings, strict=True) if meaning)
    beside_it = f"{before} {behind}".lower()
    return frozenset(meaning for meaning, shape in _OCCASIONS if shape.search(beside_it)).union(
        meaning for word, meaning in found if meaning not in FAINT and not (meaning in EVENTS - _PLURAL and is_plural(word.lower()))
    )


def _beside(quote: str, start: int, end: int) -> tuple[str, str]:
    """What stands close before a date and behind it, in whole words, up to a semicolon."""
    first, last = max(0, start - _NEAR), end + _NEAR
    before, behind = quote[first:start], quote[end:last]
    if first and quote[first - 1].isalnum():
        before = before.partition(" ")[2]
    if quote[last : last + 1].isalnum():
        behind = behind.rpartition(" ")[0]
    return before.rpartition(";")[2], behind.partition(";")[0]
