"""What a date is said of, as the words right beside it tell, and when two dates can be of one event."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from ledger.extraction.context.inflection import is_plural
from ledger.reconciliation.comparison import Step
from ledger.reconciliation.concepts import DEEDS, EVENTS, FAINT, KNOWN, UNIQUE, concept
from ledger.reconciliation.topic import Topic

Span = tuple[date, date]

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ONE = {"vote": "election"}
_PLURAL = frozenset({"election"})
"""Events that a plural may be one of: "the polls of 9 August"."""
_NEAR = 60
"""How far from a date, in characters, the word for what happened then may stand."""
_RANGE = 40
"""Days that an event may last and still be dated like one of a day."""
_STEM = 6
"""Letters by which words of one root are known: negotiate, negotiation."""


def span(topic: Topic) -> Span | None:
    """The first and last day; None where an end is open."""
    low, high = topic.claim.low, topic.claim.high
    return (low, high) if isinstance(low, date) and isinstance(high, date) else None


def of_an_event(topic: Topic) -> Span | None:
    """The first and last day of what can be one event; None for long spans, open ends and vague dates."""
    found = span(topic)
    if found is None or (found[1] - found[0]).days > _RANGE or topic.claim.bound not in ("exact", "between"):
        return None
    return found


def one_part_differs(mine: Span, theirs: Span) -> bool:
    """Whether the dates differ in the day, the month or the year alone, as a slip makes them; a range may stand against its like only."""
    if (mine[1] - mine[0]).days != (theirs[1] - theirs[0]).days and mine[0].month == theirs[0].month:
        return False
    one, other = mine[0], theirs[0]
    return sum((one.year != other.year, one.month != other.month, one.day != other.day)) == 1


def event(left: Topic, right: Topic) -> Step | None:
    """What both dates are said of: one singular event, or one deed together with who or what did it."""
    shared = near(left) & near(right)
    if events := shared & EVENTS:
        one = sorted(events)[0]
        if _dated_noun(left) == _dated_noun(right) != "":
            return Step("event", "dated itself", one)
        return Step("event", "unique" if events & UNIQUE else "same", ", ".join(sorted(events)))
    known = shared & KNOWN
    if known & DEEDS and len(known) > 1:
        return Step("event", "same deed", ", ".join(sorted(known)))
    return None


def beside(left: Topic, right: Topic) -> Step:
    """The words beside both dates that are neither, by their roots."""
    shared = _roots(near(left)) & _roots(near(right))
    level = "several words" if len(shared) > 1 else "one word" if shared else "missing"
    return Step("beside", level, ", ".join(sorted(shared)))


def near(topic: Topic) -> frozenset[str]:
    """Concepts of the words close to a date in its sentence; plurals ("protests") stand for no one event."""
    return _near(topic.claim.sentence.quote, *_place(topic))


def _roots(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words)


def _dated_noun(topic: Topic) -> str:
    """The event whose own date this is: "the rally of 12 May", "the 12 May rally"."""
    start, end = _place(topic)
    quote = topic.claim.sentence.quote
    before, behind = _WORD.findall(quote[max(0, start - _NEAR) : start]), _WORD.findall(quote[end : end + _NEAR])
    if len(before) > 1 and before[-1].lower() in ("of", "on"):
        return _singular_event(before[-2])
    return _singular_event(behind[0]) if behind and quote[end : end + 1] == " " else ""


def _singular_event(word: str) -> str:
    return concept(word) if concept(word) in EVENTS and not is_plural(word.lower()) else ""


def _place(topic: Topic) -> tuple[int, int]:
    start = topic.claim.span.start - topic.claim.sentence.start
    return start, start + len(topic.claim.span.quote)


@lru_cache(4096)
def _near(quote: str, start: int, end: int) -> frozenset[str]:
    around = quote[max(0, start - _NEAR) : start].rpartition(";")[2] + " " + quote[end : end + _NEAR].partition(";")[0]
    found = ((word, _ONE.get(meaning, meaning)) for word in _WORD.findall(around) if (meaning := concept(word)))
    return frozenset(
        meaning for word, meaning in found if meaning not in FAINT and not (meaning in EVENTS - _PLURAL and is_plural(word.lower()))
    )
