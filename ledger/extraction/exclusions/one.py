""" "One" that counts nothing: a pronoun, or an article with more weight."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.amounts import unit_of
from ledger.extraction.beside import CLASSES, closes, either, word_before
from ledger.extraction.calendar.usual import is_usual_in
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import Beside, Exclusion
from ledger.extraction.scene import Scene
from ledger.extraction.units import unit_behind

_FIGURE_BEFORE, _FIGURE_AFTER = CLASSES["one_before"], CLASSES["one_after"]
_WORD = re.compile(r"[\s‑-]*([^\W\d_]*)")
_OF_EVERY = re.compile(
    r"\s+(?:out\s+)?of\s+"
    rf"(?:{either(CLASSES['one_of_every'])}\s+){{0,2}}"
)
_IN = re.compile(r"(?:[\s-]+(?!in\b)[^\W\d_][\w’'-]*)?[\s-]+in(?:\s+every|\s+each)?[\s-]+")
_JOINS = re.compile(r"\s*(?:-|–|—|\bor\b|\bto\b|\band\b|\bover\b|\bthrough\b)\s*(?:an?\s+)?|[\s-]+")
_ANY, _PLACES = CLASSES["one_pronoun_before"], CLASSES["one_placed"]
_SOME_DAY, _SOMETIME = CLASSES["one_day_before"], CLASSES["one_day_behind"]
_SUBJECTS = GRAMMAR["nominative"]
_AND_A = re.compile(r"[\s-]+and[\s-]+a[\s-]")
_NEXT = re.compile(rf"\s[^.!?;\n]{{3,120}}?,\s(?:and\s)?the\snext\s{either((*_SUBJECTS, *CLASSES['one_next']))}\b")
_COMPARED, _MAY = CLASSES["one_compared"], CLASSES["one_may"]


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    start, end = numeral.start, numeral.end
    low = scene.low
    if end - start != 3 or numeral.value != 1 or low[start:end] != "one":
        return None
    found = _WORD.match(low, end, numeral.limit)
    word = found.group(1) if found else ""
    if word in _MOMENTS and _some_day(scene, numeral, found.end() if found else end):
        return start, end
    if word in _FIGURE_BEFORE or (start == numeral.floor and end == numeral.limit):
        return None
    unit = unit_behind(scene, end, numeral.limit)
    if unit is not None and "doubtful" not in unit.unit.only and (unit.unit.dimension == "money" or _measures(scene, numeral)):
        return None
    if word == "more" and (further := unit_of(scene, numeral)) is not None and further.unit.dimension == "time":
        return None
    following = scene.neighbour(at)
    before = word_before(low, start, numeral.floor).strip("(“\"‘'—–")
    if before in _ANY and not (before == "that" and following is not None and _IN.fullmatch(low, end, following.start)):
        return start, end
    if following is not None and following.start - end < 60:
        ranked = following.form == "ordinal" and not following.digits  # "one of the first to leave"
        yearly = is_usual_in(following.digits)  # "the last one in 2011"
        for pattern in (_JOINS,) if yearly else (_JOINS, _IN) if ranked else (_JOINS, _IN, _OF_EVERY):
            if pattern.fullmatch(low, end, following.start):
                return None
    if word == "and" and _AND_A.match(low, end, numeral.limit):
        return None
    if word == "out" and low.startswith("of", found.end() + 1 if found else end):
        return None
    if before == "only" and low.endswith("the only ", numeral.floor, start) and closes(scene, end, numeral.limit):
        return start, end  # "it was the only one"
    if before in _FIGURE_AFTER and (word != "of" or before in ("only", "just", "least", "exactly")):
        return None
    if before == "than" and word not in _MAY and word_before(low, low.rindex("than", 0, start), numeral.floor) in _COMPARED:
        return None
    if (word in _PLACES and before in ("and", "but")) or (word in _PLACES and before.endswith(",")):
        earlier = scene.neighbour(at, -1)
        if earlier is not None and start - earlier.end < 50 and earlier.form in ("cardinal", "digits"):
            return None  # "two in the north and one in the south"
    compound = found is not None and low[end : end + 1] in ("-", "‑")
    return start, found.end() if found and compound else end


def _measures(scene: Scene, numeral: Numeral) -> bool:
    """Whether a unit that no body has stands behind: "one litre", "one sec"."""
    found = unit_of(scene, numeral)
    return found is not None and found.unit.name != "foot" and found.unit.dimension != "money"


_MOMENTS = CLASSES["one_moment"]


def _some_day(scene: Scene, numeral: Numeral, behind: int) -> bool:
    """Whether "one day" is a day of no date: "he will one day return", "One day, he left"."""
    if scene.low[numeral.end] in "-‑":
        return False
    if _NEXT.match(scene.low, behind, numeral.limit):
        return True  # "One day it is the libraries, the next it is the pool"
    if not scene.low.startswith("day", behind - 3):
        return False
    if word_before(scene.low, numeral.start, numeral.floor) in _SOME_DAY:
        return True
    following = scene.word_after(behind, numeral.limit)
    opens = scene.text[numeral.start].isupper()
    return following in _SUBJECTS or (opens and (scene.low[behind : behind + 1] == "," or following in _SOMETIME))


exclusion = Exclusion(
    code="N102",
    name="one",
    forms=frozenset({"cardinal"}),
    covers=_covers,
    beside=Beside(figure={"one"}),
    manual="""
        "One" as a pronoun ("one of them", "one can", "no one") or as a determiner ("one country"). It
        is a figure before a unit or a participle ("one day", "one dead"), behind "only" or "at least",
        and beside another figure ("one in five", "one or two", "one of every 40").
    """,
    examples="""
        In [one] of many speeches he said so.
        It was the only [one].
        No [one] died there.
        [One] can live with it.
        It left through [one] particular border.
        They saw a [one-party] state.
        They levied a [one-time] charge.
        The children who need [one], says she, wait.
        It helped in [one] form or another.
        He will [one] day return.
        He hopes that [one] day he can go.
        [One] day it is the school, the next it is the pool.
        [One] minute he was there, the next he was gone.
        They want [one] in the harbour.
        It was longer than [one] would like.
        She was [one] of the first to leave.
        They lost the last [one] in 2011.
    """,
    counterexamples="""
        One in five pupils was absent.
        It took one day.
        Of the boats sent out, only one, the oldest, came back.
        One day of rain, and the next bus was late.
        It holds one byte.
        She paid a one-day visit.
        At least one child was hurt.
        One home in four was lit.
        It left one dead.
        One or two came.
        It cost one million.
        One of every 40 came.
        One percent agreed.
        One
    """,
)
