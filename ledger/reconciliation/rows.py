"""What a number in a row is counted in: a span of years, an unbroken run, or things in order of size."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from ledger import patterns as re
from ledger.extraction.context.grammar import CLOSED
from ledger.extraction.context.inflection import lemma
from ledger.lexicon import classes, lists, number_words
from ledger.reconciliation.concepts import FAINT, concept
from ledger.reconciliation.dating import unnamed
from ledger.reconciliation.topic import Topic

_WORDS = classes("rows.tsv")
_WINDOW = re.compile(
    r"\b(?:in|within|over|for)\s+(?:(?:the\s+)?(?:space of|last|past|less than|only|just)\s+)*"
    r"(as many|an?|\w+)?\s?\b(hour|day|week|month|season|year|decade|generation)s?\b",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"\b(?:this|of the|in the|of this)(?: current| present)? (season|campaign|winter|summer|spring|autumn|year|term)\b", re.IGNORECASE
)
_IT_IS = re.compile(
    r"(?:^|[\"“”—–:;] ?)(?:(?:[Ff]or|[Ii]n|[Aa]t) [^,.;:]{2,30},? )?(?:[Ii]t|[Tt]his|[Tt]hat|[Tt]he [a-z]+)"
    r"(?: (?:is|was|has been|had been)|[’']s)"
    r" (?:(?:only|already|also|now|thus|at least) )?the $"
    r"|, (?:in )?(?:its|his|her|their) $|\bfor (?:only )?the $"
    r"|, (?:it|this) (?:is|was|has been) (?:only |already )?the $|(?:^|[”“.;:] )(?:[Ii]t|[Tt]his) (?:is|was) [A-Z][\w’'-]+['’]s $"
)
_SINCE_THEN = re.compile(
    r"\bsince (?:the (?:start|beginning) of )?(?:(\d{4})|(new year|january|the year)|the turn of the (century|millennium))\b", re.IGNORECASE
)
_YEAR, _SINCE = re.compile(r"\b(?:1[89]|20)\d\d\b"), re.compile(r"\bsince\b", re.IGNORECASE)
_OF_A_YEAR = _WORDS["of a year"]
_DAY, _YEAR_DAYS, _TWELVE = 1, 365, ("month", Decimal(12))
_UNBROKEN = lists("rows.tsv")["unbroken"]
_ROW = re.compile(rf"\b(?:{'|'.join(_UNBROKEN)})\b", re.IGNORECASE)
_MANY = 10
"""A number that hardly two things of one story have."""
_NEAR, _LONG_WORD = 40, re.compile(r"[^\W\d_][\w-]{3,}")
_UNNAMED = frozenset({"", "time"})
_TIMES = _WORDS["counting"].union(*map(str.split, _UNBROKEN))
"""What tells of the counting, not of what is counted."""
_ORDERS = _WORDS["large"] | _WORDS["superlative"]
_SUPERLATIVE = re.compile(r"[- ](?:most (\w+)|(\w+est))\b", re.IGNORECASE)
_STOP = re.compile(r"[,.;:]")
_YEARS = {"decade": ("year", Decimal(10))}
_WAS = re.compile(r"\b(?:was|were|had been|been)\b[^,.;:]{0,24}$", re.IGNORECASE)


def _beside(topic: Topic) -> tuple[str, str]:
    """The sentence before the figure and behind it, up to a stop."""
    return _cut(topic.claim.sentence.quote, *topic.claim.in_sentence)


@lru_cache(4096)
def _cut(quote: str, start: int, end: int) -> tuple[str, str]:
    behind = quote[end:]
    stop = _STOP.search(behind)
    return quote[:start], behind[: stop.start()] if stop else behind


def window(topic: Topic) -> tuple[str, Decimal] | None:
    """The span of time that the number is counted in, its unit and how many: of "the third in ten years", "in a decade"."""
    told, low = _window_in(_beside(topic)[1]), topic.claim.low
    if told is None or not isinstance(low, Decimal):
        return None
    said, unit = told
    number = Decimal(said) if said.isdecimal() else number_words("cardinal").get(said, Decimal(said in ("a", "an")))
    many = low if said == "as many" else number
    unit, times = _YEARS.get(unit, (unit, Decimal(1)))
    return (unit, many * times) if many else None


@lru_cache(4096)
def _window_in(behind: str) -> tuple[str, str] | None:
    """How many, "a" where it is not said, of which unit: each number is held against many, and seldom of a span."""
    found = _WINDOW.search(behind)
    return ((found[1] or "a").lower(), found[2].lower()) if found else None


def is_windowed(topic: Topic) -> bool:
    """Whether the number is counted in a span of time, or in a season."""
    return window(topic) is not None or _season_in(_beside(topic)[1]) != ""


def in_one_window(left: Topic, right: Topic) -> bool:
    """Whether both are counted in as long a time."""
    mine = window(left)
    return (mine is not None and mine == window(right)) or _in_one_season(left, right)


def _in_one_season(left: Topic, right: Topic) -> bool:
    """Whether both are counted in the same season, by texts of a day or the later text fewer: "his 31st goal of the campaign"."""
    one, other = sorted((left, right), key=lambda topic: topic.day)
    seasons = [season for topic in (one, other) if (season := _season_in(_beside(topic)[1]))]
    if len(seasons) < 2 or not one.day or not (seasons[0] == seasons[1] or _OF_A_YEAR.issuperset(seasons)):
        return False
    return other.day - one.day <= _DAY or other.interval.high < one.interval.low


@lru_cache(4096)
def _season_in(behind: str) -> str:
    found = _SEASON.search(behind)
    return found[1].lower() if found else ""


def since_one_year(left: Topic, right: Topic) -> bool:
    """Whether both are counted from one beginning: "the third leak since 2019"."""
    return is_since(left.beside) and is_since(right.beside) and not _years(left).isdisjoint(_years(right))


@lru_cache(4096)
def is_since(beside: str) -> bool:
    """Whether what stands beside a number says since when it is counted."""
    return _SINCE.search(beside) is not None


def _years(topic: Topic) -> frozenset[str]:
    """The years in the sentence: two rounds "since 2019" are counted from one beginning."""
    return frozenset(_YEAR.findall(topic.claim.sentence.quote))


def of_the_news(left: Topic, right: Topic) -> bool:
    """Whether both number what their texts tell of, in one span: "It is the third fire this year", "This was the fourth since New Year"."""
    mine = _reach(left)
    return mine != "" and mine == _reach(right) and is_the_news(left) and is_the_news(right)


def differ_in_reach(left: Topic, right: Topic) -> bool:
    """Whether the one is counted in a span of time, and the other in another: "the second this year", "the third since 1990"."""
    mine, theirs = _reach(left), _reach(right)
    return "" not in (mine, theirs) and mine != theirs


def are_crossed(left: Topic, right: Topic, sole: bool) -> bool:
    """Whether both number one thing in other words: "the third seat in a row that it lost at a by-election", "a fourth by-election defeat".

    What is counted in one is told in the other, with another word of both; one word will do of what came in a row or in one span of time,
    and none of the eleventh and the twelfth, nor of what neither text names that has but one such number of its news: ``sole``.
    """
    if left.noun == right.noun != "" or (left.head != right.head and {left.head, right.head} <= _TIMES):
        return False
    news = [is_the_news(topic) for topic in (left, right)]
    if sole and all(news) and {left.head, right.head} <= _UNNAMED and not (is_in_a_row(left) or is_in_a_row(right)):
        return True
    nouns = ({left.noun} & right.telling | {right.noun} & left.telling) - FAINT
    if nouns and all(news) and min(left.interval.low, right.interval.low) >= _MANY:
        return True
    shared = _said_behind(left) & _said_behind(right)
    if (shared or nouns) and all(news) and is_in_a_row(left) and is_in_a_row(right):
        return True
    if not shared:
        return False
    if _reach(left) == _reach(right) != "":
        return True
    if left.near and right.near and left.near.isdisjoint(right.near):
        return False
    return any(news) and bool(nouns) and len(shared | unnamed(left, right, left.telling & right.telling)) > 1


def is_in_a_row(topic: Topic) -> bool:
    """Whether the words beside the figure say that it counts what came without a break."""
    _, end = topic.claim.in_sentence
    return _is_row(topic.claim.sentence.quote[end : end + _NEAR])


@lru_cache(4096)
def _is_row(behind: str) -> bool:
    found = _ROW.search(behind)
    return found is not None and _STOP.search(behind, 0, found.start()) is None


def _said_behind(topic: Topic) -> frozenset[str]:
    """What is said of the thing behind its number, up to a stop, and what it is; no times."""
    return _said_in(_beside(topic)[1]) | {topic.noun} - FAINT - {""}


@lru_cache(4096)
def _said_in(behind: str) -> frozenset[str]:
    words_in = [word for word in _LONG_WORD.findall(behind) if word.islower() and word not in _TIMES and word not in CLOSED]
    return frozenset(concept(word) or lemma(word) for word in words_in) - FAINT


def is_the_news(topic: Topic) -> bool:
    """Whether the number is said to be that of what the text tells of: "It is the third"."""
    return _IT_IS.search(_beside(topic)[0]) is not None


def _reach(topic: Topic) -> str:
    """The span that the number is counted in, whichever way it is told; "" where none is."""
    behind = _beside(topic)[1]
    if found := _SINCE_THEN.search(behind):
        return "year" if found[2] else "2000" if found[3] else found[1]
    if (span := window(topic)) is not None:
        return "1 year" if span == _TWELVE else f"{span[1]} {span[0]}"
    season = _season_in(behind)
    return "year" if season == "year" else "season" if season in _OF_A_YEAR else season


def pace(topic: Topic) -> float:
    """How many days each of the row took on average, as the years tell that it is counted in; 0 where they do not."""
    span, low = window(topic), topic.claim.low
    return float(span[1] * _YEAR_DAYS / low) if span and span[0] == "year" and isinstance(low, Decimal) and low else 0.0


def is_looked_back_on(topic: Topic) -> bool:
    """Whether it "was" the third: said of what may lie far back."""
    return _WAS.search(_beside(topic)[0]) is not None


def run_of(topic: Topic) -> str:
    """Which way things went that went so in a row: cuts and reductions are one, as are rises and increases."""
    return next((way for way in ("fall", "rise") if topic.head in _WORDS[way]), "")


def size(topic: Topic) -> str:
    """By what things are put in order: of "the second-largest city", "the second biggest" it is "large"; "" of no such number."""
    return _size_in(_beside(topic)[1])


@lru_cache(4096)
def _size_in(behind: str) -> str:
    found = _SUPERLATIVE.match(behind)
    if found is None:
        return ""
    word = (found[1] or found[2]).lower()
    if found[2] and found.group()[0] == " " and word not in _ORDERS:
        return ""  # "the third Test", "a second forest"
    return "large" if word in _WORDS["large"] else word


def of_one_thing(left: Topic, right: Topic) -> bool:
    """Whether the clauses of two numbers in an order of size have the same subject."""
    mine, theirs = concept(left.claim.subject), concept(right.claim.subject)
    return bool(mine) and mine == theirs and mine not in FAINT
