"""Whether a bare number of four digits is a year: "since 2019" is one, "2019 people" is not.

Years that newspapers write of (1900 to 2100) need less beside them than others, round ones more.
"""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.calendar.usage import Usage
from ledger.extraction.calendar.usual import YEAR, is_usual, may_be_old
from ledger.extraction.calendar.words import (
    APPROXIMATE,
    CLASS,
    COUNTED,
    DATED,
    DETERMINER,
    FUNCTION,
    MONTH,
    STRONG,
    SUBJECT,
    WEAK,
    before,
    behind,
    is_dated,
    is_plural,
    opens_sentence,
)
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.word_classes import CHANGE, EQUAL, NOUN, PAST, SPEECH, THIRD, classes
from ledger.extraction.numerals import Numeral
from ledger.extraction.scene import Scene
from ledger.lexicon import number_words

_MORE_YEARS = re.compile(rf"(?:,\s*{YEAR}){{0,12}},?\s+(?:and|or|to|until|through|&)\s+(?:the\s+)?({YEAR})(?![\w%]|[.,]\d|-\d)")
_COMPOUND = re.compile(r"\s+[a-z]+-[a-z]+(?=\s+[a-z])")  # "the 1862 off-year elections"
_TELLS = re.compile(r"\s+([a-z]+s)\s+(?:\d|(?:the|an?|that|this|how|why|where|no|some|its|their|only|about|nearly|more|few)\b)")
_ASIDE, _FAR = re.compile(r"(?:\b[a-z][a-z’'-]+[a-rt-z]|[a-z.,!?][”’\"*_])\s\($"), 24
_LABEL, _LABEL_ENDS = re.compile(r"[\s*•|–-]*([a-z]+)(?:\s[a-z]+)?(?:\s([a-z]+))?:[\s*]+"), (": ", ":\t", ":** ", ":* ")
_FIGURED = re.compile(rf" \((?:\d|(?:{'|'.join(number_words('cardinal'))})\b)")
_LISTING = (": ", "), ", ") and ", "), and ")
_THENCE = re.compile(r"\s+(?:[a-z]+\s+)?[a-z]+\s+(?:will|would|shall|must|may|could|might)\b")
_BEHIND_A_LABEL = re.compile(r"(?:\s\([^()]*\))?[\s.)*|]*")
_ENDS_ASIDE = (")", ";", ",")
_TO_A_NUMBER = re.compile(rf"\s+to\s+[$€£]?\d(?!\d?(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH})")
_SUBJECT_OPENERS = GRAMMAR["nominative"] | DETERMINER | frozenset(number_words("cardinal"))
_PER_CENT = tuple(GRAMMAR["per_cent"])
_POSSESSIVE = ("’s", "'s", "s’")
_PERSON, _NAMED, _TOTAL, _CLAUSE = CLASS["person"], CLASS["named"], CLASS["total"], CLASS["clause"]


def is_named(scene: Scene, numeral: Numeral) -> bool:
    """Whether the number belongs to a name: "Article 2019", "Windows 2000", "ED-2029"."""
    words = before(scene, numeral.start, numeral.floor)
    if not words:
        return False
    if numeral.start - numeral.floor > 1 and scene.low[numeral.start - 1] == "-":
        return words[-1].lower() not in STRONG
    return words[-1].lower() in _NAMED


def is_year(scene: Scene, numeral: Numeral, end: int, year: int, usage: Usage, listed: int) -> bool:
    """Whether a bare number of four digits is a year; ``listed`` is the year before it in a list, or 0."""
    following, other = _noun_behind(scene, end, numeral.limit)
    if (following.isupper() and following.lower() in COUNTED) or following.lower() in ("bc", "bce"):
        return False
    if _says_when(scene, numeral, end, year):
        return may_be_old(year)
    if _stands_apart(scene, numeral, end):
        return is_usual(year)
    words = before(scene, numeral.start, numeral.floor)
    left = "list" if listed and listed != year else left_of(scene, numeral, words)
    if _are_years(year, other) or _are_years(listed, year):
        following = "" if following in COUNTED else following
    elif left == "by" and other <= year and _TO_A_NUMBER.match(scene.low, end, numeral.limit):
        return False
    if left == "never" or (following == "of" and words[-1:] and words[-1].lower() in CLASS["spanning"]):
        return False
    if left == "open" and other == year + 1 and _are_years(year, other):
        return True  # "says 2001 and 2002 combined will"
    if left == "by" and (is_usual(year) or year % 10 == 0) and _opens_clause(words) and _THENCE.match(scene.low, end, numeral.limit):
        return may_be_old(year)  # "By 2060 children will", "After 1780 large ships could"
    if following in COUNTED and not (following in _PERSON and (left == "time" or words[-1:] in (["a"], ["A"]))):
        return False  # but "in 2013 police officers", "a 2013 police raid"
    bounds = _bounds(scene, numeral, end, year, words, following) if left == "by" else None
    if bounds is not None:
        return bounds
    if not is_usual(year):
        return _unusual(left, following, year)
    over = following in FUNCTION or not following or _is_a_verb(following) or (left == "open" and following in SUBJECT)
    over = over or (left in ("of", "spanned") and _is_told(following))
    doubtful = year % 100 == 0 and not usage.groups and not (over and year < other and is_usual(year) and is_usual(other))
    return _usual(left, following, over, doubtful, year, words)


def _says_when(scene: Scene, numeral: Numeral, end: int, year: int) -> bool:
    """Whether the number is all that a label or an aside says: "Founded: 1962", "her letters (1932) are lost"."""
    if scene.low.endswith(_LABEL_ENDS, numeral.floor, numeral.start) and _labelled(scene, numeral, end):
        return True
    aside = scene.low[end : end + 1] in _ENDS_ASIDE and year % 100
    return bool(aside) and _ASIDE.search(scene.text, max(numeral.floor, numeral.start - _FAR), numeral.start) is not None


def _stands_apart(scene: Scene, numeral: Numeral, end: int) -> bool:
    """Whether the number heads a figure or an entry, or is a cell or a heading of its own."""
    low, floor = scene.low, numeral.floor
    if low[end : end + 1] == ":" and low[numeral.start - 1 : numeral.start] == "(":
        return True  # "55 ships (2019: 40)"
    if low.startswith(" (", end) and low.endswith(_LISTING, floor, numeral.start) and _FIGURED.match(low, end):
        return True  # "fires here: 1984 (six deaths) and 2009 (two)"
    if numeral.start == floor and low.startswith((":", " –", " —"), end):
        return True  # an entry of a chronicle
    return numeral.limit - floor < _SHORT and len(low[floor : numeral.limit].strip()) == len("1984")


def _bounds(scene: Scene, numeral: Numeral, end: int, year: int, words: list[str], following: str) -> bool | None:
    """Whether a number behind "by", "from", "before" or "after" bounds a time; None where what follows has to tell."""
    if words[-1].lower() == "from":
        verb = _TELLS.match(scene.low, end, numeral.limit)
        if verb is not None and classes(verb.group(1)) & THIRD:
            return True  # "a survey from 2015 finds 40"
        if _THENCE.match(scene.low, end, numeral.limit):
            return is_usual(year)  # "from 2037 papers will be sealed"
    if year >= _SURE and (_is_span(scene, end, numeral, year, words) or (len(words) == 1 and scene.low[end : end + 1] == ",")):
        return True  # "from 1830 to 1872", "By 1860, the town had grown"
    is_old = year >= _SURE or following == "there"  # "By 1450 there were"
    # "By 1890 there were", "and by 1890 the town had", "By 1890 nine quarries were"
    return True if is_old and _opens_clause(words) and _is_subject(following, scene.text[end : end + 2]) else None


_SURE, _SHORT = 1500, 12
"""The first year that need not be told from a count by a verb, and how long a cell or a heading with one may be."""


def _labelled(scene: Scene, numeral: Numeral, end: int) -> bool:
    """Whether a line says nothing but when something was: "Founded: 1962", "Year of independence: 1962"."""
    label = _LABEL.fullmatch(scene.low, numeral.floor, numeral.start)
    if label is None or not _BEHIND_A_LABEL.fullmatch(scene.low, end, numeral.limit):
        return False
    return not CLASS["labelling"].isdisjoint(label.groups())


def _opens_clause(words: list[str]) -> bool:
    """Whether the last of ``words`` begins a clause."""
    return len(words) == 1 or words[-2][-1:] in ",;" or words[-2].lower() in _CLAUSE


def _is_subject(word: str, mark: str) -> bool:
    """Whether a subject begins with ``word`` or, where a figure stands there, with ``mark``."""
    return word in _SUBJECT_OPENERS or word[:1].isupper() or mark[1:].isdigit()


def _is_span(scene: Scene, end: int, numeral: Numeral, year: int, words: list[str]) -> bool:
    """Whether a round number is a year by what it goes with: "from 1830 to 1872", "3,000 people by 1830", not "rose by 1830"."""
    if words[-1].lower() == "from":
        last = _MORE_YEARS.match(scene.low, end, numeral.limit)
        return last is not None and year < int(last.group(1)) <= 2100 and int(last.group(1)) % 10 > 0
    closing = scene.low[end : end + 1] in (".", ",", ";", "") or end >= numeral.limit
    return words[-1] == "by" and len(words) > 1 and closing and is_plural(words[-2]) | (words[-2] in COUNTED)


def _is_a_verb(word: str) -> bool:
    """Whether ``word`` tells how a figure moved or stood: "the price for 2023 closed at"."""
    bits = classes(word)
    return bool(bits & PAST and bits & (CHANGE | EQUAL) and not bits & NOUN)


def _is_told(word: str) -> bool:
    """Whether ``word`` is the verb of what has a year to its name: "the Treaty of 1785 ended", "he finished 2001 ranked third"."""
    bits = classes(word)
    return bool(bits & (PAST | THIRD) and not bits & NOUN)


def _usual(left: str, following: str, over: bool, doubtful: bool, year: int, words: list[str]) -> bool:
    """Whether a number from 1900 to 2100 is a year, by what stands left and the noun that follows, if any."""
    if is_dated(following):
        return not doubtful or left in ("time", "by", "determiner", "list")
    if (doubtful and (is_plural(following) or left in ("weak", "of", "plain"))) or (following in COUNTED and year % 10 == 0):
        return False
    if is_plural(following):
        return left in ("time", "determiner", "list")
    if over:
        return left in ("time", "by", "weak", "of", "list", "spanned") or (left == "open" and following in SUBJECT)
    if left == "plain":
        return any(word.lower() in DETERMINER or word.endswith(_POSSESSIVE) for word in words[-4:])
    return left in ("time", "by", "determiner", "list") or (left == "of" and following[0].isupper())


def _unusual(left: str, following: str, year: int) -> bool:
    """Whether a number that newspapers rarely mean as a year is one: "in 1812", "the 1848 uprisings"."""
    if is_dated(following):
        return left in ("time", "by", "of") or (left == "determiner" and year % 50 > 0)
    if is_plural(following):
        return False
    over = not following or following in FUNCTION or (left == "of" and _is_told(following))
    if left == "time" or left == "list":
        return over or year % 10 > 0
    if left in ("by", "of", "weak"):
        return over and year % 10 > 0
    return left == "determiner" and not over and year % 50 > 0


def _noun_behind(scene: Scene, end: int, limit: int) -> tuple[str, int]:
    """The word behind the year or behind a list of years that it begins, and the last year of such a list or 0."""
    listed = _MORE_YEARS.match(scene.low, end, limit)
    if compound := _COMPOUND.match(scene.low, end, limit):
        return behind(scene, compound.end(), limit), 0
    return (behind(scene, listed.end(), limit), int(listed.group(1))) if listed else (behind(scene, end, limit), 0)


def _are_years(first: int, last: int) -> bool:
    """Whether two figures side by side are years, whatever noun follows: 2014 and 2015, not 1500 and 2000."""
    return first < last and is_usual(first) and is_usual(last) and bool(first % 10 or last % 10)


def left_of(scene: Scene, numeral: Numeral, words: list[str]) -> str:
    """What stands left of a number: time, by, weak, of, determiner, open, spanned, capital, plain, or never a year."""
    last = words[-1].lower() if words else ""
    second = words[-2].lower() if len(words) > 1 else ""
    if last in APPROXIMATE and last not in STRONG:
        return "time" if second in STRONG else "weak" if last == "around" else "never"
    if last == "year,":
        return "time"  # "in the worst year, 1972, 40 died"
    if not last or last[-1] in ",;:" or (last not in STRONG and opens_sentence(scene, numeral.start, numeral.floor)):
        return "open"
    if last in ("above", "below", "over", "under") and second.endswith(_PER_CENT):
        return "weak"  # "54% above 1990"
    if last == "least" and second == "at" and words[-3:-2] and words[-3].lower() in ("since", "until"):
        return "time"
    if last == "as" and second in CLASS["likened"]:
        return "time"
    if last in STRONG:
        return "by" if last in ("by", "from", "before", "after") else "time"
    if last == "of" and second in CLASS["stretch"]:
        return "time"
    if last == "of":
        return "never" if second in _TOTAL and words[-3:-2] != ["the"] else "of"
    if last in _CLAUSE or classes(last) & SPEECH:
        return "open"
    if last in CLASS["spanning"]:
        return "spanned"
    if words[-1] == "For" and scene.text[numeral.end + 1 : numeral.end + 2].isupper():
        return "time"  # "For 2029 Ruiz expects"
    if last in WEAK:
        return "weak"
    if last in DETERMINER or last.endswith(_POSSESSIVE):
        return "determiner"
    if last in _NAMED and not (last in DATED and second in DETERMINER):
        return "never"
    return "capital" if words[-1][0].isupper() else "plain"
