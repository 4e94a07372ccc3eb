"""How exact a figure claims to be: "more than", "about", "up to", read backwards from it, once, for every kind."""

from __future__ import annotations

from typing import cast

from ledger import lexicon
from ledger import patterns as re
from ledger.extraction.context.word_classes import ADVERB, AUXILIARY, BE, HAVE, MODAL, PLURAL, PREPOSITION, SPEECH, VERB, classes
from ledger.extraction.scene import Scene
from ledger.lexicon import number_words, table
from ledger.records import Bound

_BEFORE = {words: cast(Bound, bound) for words, bound in table("hedges.tsv")}
_AFTER = {words: cast(Bound, bound) for words, bound in table("hedges_after.tsv")}
_LONGEST = max(len(words.split()) for words in _BEFORE)
_LAST_WORDS = frozenset(words.rpartition(" ")[2] for words in _BEFORE)
_FIRST_WORDS = frozenset(words.partition(" ")[0] for words in _AFTER)
_CLASSES = lexicon.classes("hedging.tsv")
_TRANSPARENT, _LASTING, _PLACING, _LATE, _KNOWN, _HELD = (
    _CLASSES[name] for name in ("transparent", "lasting", "placing", "late", "known", "held")
)
_CLOSING = _CLASSES["closing"]
_CANDIDATES = _LAST_WORDS | _TRANSPARENT
_QUOTES = "(“\"'‘—–"
_PHRASAL = {particle: frozenset(verbs.split(", ")) for particle, verbs in table("phrasal_verbs.tsv")}

Hedge = tuple[Bound, int, int]
"""A bound, and where the hedge with the figure begins and ends."""


def hedge(scene: Scene, start: int, end: int, floor: int, limit: int) -> Hedge | None:
    """The hedge before or behind the figure at ``[start, end)``; None when it is stated plainly."""
    before = _before(scene, start, end, floor)
    if before is not None and before[0] != "about":
        return before
    behind = _behind(scene, start, end, limit)
    if before is None or behind is None or behind[0] == "about":
        return before or behind
    return behind[0], before[1], behind[2]  # "about 500 or more"


def _before(scene: Scene, start: int, end: int, floor: int) -> Hedge | None:
    begin = max(floor, start - _REACH)
    left = scene.low[begin:start]
    if left[-1:] in _COMPARING:
        return _compared(left, start, end)
    last = left.rsplit(None, 1)[-1:]
    if not last or last[0].lstrip(_QUOTES) not in _CANDIDATES:
        return None
    words = left.split()[-_LONGEST - 1 :]
    words[-1] = words[-1].lstrip(_QUOTES)
    phrase, article = _phrase(words), ""
    if phrase is None and len(words) > 1 and words[-1] in _TRANSPARENT and words[-2] in _LAST_WORDS:
        article = words.pop()
        phrase = _phrase(words)
        if phrase in _PLACING or (phrase is not None and not phrase.endswith(_BEFORE_ARTICLE.get(article, ""))):
            return None  # "over the two years", "over a five-year period", "talks about a 3% rise": prepositions
    if phrase is None:
        return None
    outside = words[: -len(phrase.split())]
    if _BEFORE[phrase] == "about" and (outer := _limit(outside)) is not None:
        words, phrase = outside, outer  # "less than about five"
    before = words[-len(phrase.split()) - 1 : -len(phrase.split())]
    if (before and before[0] in _PHRASAL.get(phrase, ())) or (phrase in _PLACING and (not before or _places(before[0]))):
        return None
    if f"{phrase} apart" in _PHRASAL and not _PHRASAL[f"{phrase} apart"].isdisjoint(left.split()):
        return None
    if phrase.endswith("than") and ((article and before and _AMOUNT.search(before[0])) or article in _KNOWN):
        return None  # "40 percent more than its 20 rivals", "less than the $90 million that it was valued at": a figure that is known
    if phrase == "above" and before and before[0] in _RAISED and _FEW.fullmatch(scene.low, start, end):
        return None  # "rose above two defenders"
    opening = scene.low.rindex(phrase.partition(" ")[0], begin, start)
    bound = _BEFORE[phrase]
    if bound in _DENIED and _is_denied(scene, opening, floor):
        bound = _DENIED[bound]
    elif phrase == "over" and _lasts(scene, before, opening, start, end, floor):
        return None
    elif phrase == "under" and _COVER.match(scene.low, end) and _DEEP.search(scene.low, start, end):
        return None  # "the wreck lies under 20 metres of water"
    then = phrase.endswith(("than", " as")) and _THEN.match(scene.low, end) and _TIME.search(scene.low, start, end)
    if then and (phrase not in _LATE or (before and _AMOUNT.search(before[0]))) and not (before and before[0].endswith(",")):
        return None  # "20 fewer than a year ago" compares, "more than a year ago" does not
    return bound, opening, end


_RAISED = _CLASSES["raised"]
_FEW = re.compile("|".join(word for word, value in number_words("cardinal").items() if 1 < value < 10))
_COVER = re.compile(rf"\s+of\s+(?:[a-z]+\s+)?(?:{'|'.join(sorted(_CLASSES['covering']))})\b")
_DEEP = re.compile(r"(?:met(?:re|er)s?|feet|foot|ft|c?m|inch(?:es)?)$")
_THEN = re.compile(r"\s+(?:ago|earlier|before|previously)\b")
_AMOUNT = re.compile(r"\d|%|(?:times|fold|percent|cent|points|half|third|quarter|much|many|illion)$")


_COMPARING = frozenset("<>≤≥=")
_SIGN = re.compile(r"(?:<=|>=|<|>|≤|≥)$")


def _compared(left: str, start: int, end: int) -> Hedge | None:
    """The sign of comparison that touches a figure, whatever stands before it: "x>10"."""
    found = _SIGN.search(left)
    if found is None or left[: found.start()].endswith(("<", ">", "=", "-")):
        return None  # an arrow, an empty tag
    return _BEFORE[found.group()], start - len(found.group()), end


_DENIED: dict[Bound, Bound] = {"less_than": "at_least", "more_than": "at_most"}
_DENYING = lexicon.words("denials.txt")
_FARTHEST_DENIAL = 5


def _is_denied(scene: Scene, opening: int, floor: int) -> bool:
    """Whether the limit that begins at ``opening`` was not crossed: "never fell below", "did not have fewer than"."""
    left = [word.replace("’", "'") for word in scene.words_before(opening, floor, _FARTHEST_DENIAL)]
    if left[-1:] == ["by"]:
        left.pop()  # "never by more than 6 percent"
    if left[-1:] == ["to"]:  # "did not expect it to exceed 40"
        del left[-1 - (left[-2:-1] in (["it"], ["them"], ["this"], ["that"])) :]
        del left[len(left) - (left[-1:] in (["expect"], ["expected"])) :]
    many = len(left)
    while left and left[-2:-1] not in _NONE and left[-1] not in _DENYING:
        kinds = classes(left[-1])
        if kinds & SPEECH or not kinds & _CROSSING:
            break
        left.pop()
    if left[-1:] == ["nobody"] or left[-2:-1] in _NONE or "none" in left[:-1]:
        return len(left) < many  # "no party may hold more than 30 seats", not "nobody under 18 may enter"
    return bool(left) and left[-1] in _DENYING


_NONE = (["no"], ["neither"])
_CROSSING = VERB | AUXILIARY | MODAL | BE | HAVE | ADVERB
_NIGHTS = (" nights", " weekends", " weekdays", " evenings", " mornings", " afternoons")
_TIME = re.compile(r"(?:years?|months?|weeks?|days?|decades?|hours?|minutes?|seasons?|quarters?)(?:\s+and\s+a\s+half)?$")


def _lasts(scene: Scene, before: list[str], opening: int, start: int, end: int, floor: int) -> bool:
    """Whether "over" says when: "$2 billion over five years", "fell 20 percent over 10 weeks", "Over six years, he"."""
    opens = (not before or before[0][-1] in ".!?”\"") and _TIME.search(scene.low, start, end)
    if opens and (scene.low.startswith(",", end) or _SUBJECT.match(scene.low, end)):
        return True
    timed = _TIME.search(scene.low, start, end) or scene.low.startswith(_NIGHTS, end)
    if timed and before and before[0] in _HELD:
        return True
    if not before or before[0] in _LASTING or not _TIME.search(scene.low, start, end):
        return False
    if (before[0] in _OFF or classes(before[0]) & PLURAL) and _TO_BE_DONE.search(scene.low, max(floor, opening - _REACH), opening):
        return True  # "will scrap tariffs over five years"
    return _FIGURE.search(scene.low, max(floor, opening - _REACH), opening) is not None


_OFF = frozenset({"off", "out", "away", "down"})
_TO_BE_DONE = re.compile(r"\b(?:will|would|to|could|should|must|can)\s+(?!(?:be|have|last|take)\b)[a-z]+\s[^.;:]*$")
_COUNTED = "|".join(sorted((number_words("cardinal").keys() - {"one"}) | _CLASSES["given over a time"]))
_FIGURE = re.compile(rf"\d[^.;:,()]*$|%[^.;:,()]*$|\b(?:{_COUNTED})s?\b[^.;:,()]*$")


_SUBJECT = re.compile(r"\s+(?:the|an?|its|his|her|their|it|he|she|they|we|i)\b")  # "Over five years the lorry is cheaper"
_REACH = 48
_ALMOST = tuple(_CLASSES["before an article"])
_BEFORE_ARTICLE = {"the": (*_ALMOST, *_CLASSES["before the"]), "a": _ALMOST, "an": _ALMOST}


def _limit(words: list[str]) -> str | None:
    """The hedge other than "about" that ``words`` end with; not the particle of "went up to almost 300"."""
    phrase = _phrase(words) if words else None
    if phrase is None or _BEFORE[phrase] == "about" or phrase in _PLACING:
        return None
    before = words[-len(phrase.split()) - 1 : -len(phrase.split())]
    return None if before and before[0] in _PHRASAL.get(phrase, ()) else phrase


def _places(word: str) -> bool:
    """Whether a word before "past", "top" and the like shows that they are no verb: "of top five clubs"."""
    return word in _TRANSPARENT or classes(word) & PREPOSITION != 0


def _phrase(words: list[str]) -> str | None:
    """The longest hedge that ``words`` end with."""
    if words[-1] not in _LAST_WORDS:
        return None
    for count in range(min(_LONGEST, len(words)), 0, -1):
        phrase = " ".join(words[-count:]).lstrip(_QUOTES)
        if phrase in _BEFORE:
            return phrase
    return None


_HYPHENED = tuple(words for words in _AFTER if words.startswith("-"))
_BEFORE_HEDGE = frozenset(" -\n\u00a0,")


def _behind(scene: Scene, start: int, end: int, limit: int) -> Hedge | None:
    low = scene.low
    if end < limit and low[end] == "+":
        return "at_least", start, end + 1
    if low[end : end + 1] not in _BEFORE_HEDGE:
        return None
    right = low[end : min(limit, end + 24)]
    if right[:1] == "-":
        for words in _HYPHENED:
            if right.startswith(words):
                return _AFTER[words], start, end + len(words)
        return None
    apart = right.startswith(",")
    words_behind = right[apart:].split(maxsplit=4)[:4]
    if not words_behind or words_behind[0] not in _FIRST_WORDS:
        return None
    for count in range(min(4, len(words_behind)), 0, -1):
        whole = " ".join(words_behind[:count])
        phrase = whole.rstrip(".,;:)")
        if phrase in _AFTER:
            last_of_all = whole != phrase or (count == len(words_behind) and count < 4)
            if (apart or phrase in _CLOSING) and not last_of_all:
                return None  # "300 more or less empty seats", "of 400, at least 30"
            if words_behind[count : count + 1] and not _ends(phrase, words_behind[count], scene.low[start]):
                return None
            last = phrase.rpartition(" ")[2]
            return _AFTER[phrase], start, low.index(last, end) + len(last)
    return None


def _ends(phrase: str, following: str, first: str) -> bool:
    """Whether the hedge ``phrase`` ends before the word ``following``: not in "or more than 40", "five plus two", "$5 plus tax"."""
    if following == "than" or phrase.endswith("than") or (following == "to" and phrase.endswith(" up")):
        return False  # "at 12 V and up to 3 A"
    return phrase != "plus" or not (following[0].isdigit() or following in _ADDED or first in "$€£₹¥")


_ADDED = number_words("cardinal").keys() | number_words("scale").keys() | _CLASSES["added"]
