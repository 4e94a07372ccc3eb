"""Ages that stand alone beside a name or a person: "Marchenko, 34, ...", "Adam Novak (41)", "Smith, now 41,", "the victims, 23 and 31,"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.ages.words import CLASS, ORGANISATIONS, PERSONS, PLURAL_PERSONS
from ledger.extraction.beside import CLASSES, MONTHS
from ledger.extraction.context.word_classes import CHANGE, CLOSED, EXTENT, GROUP, PERIOD, PLURAL, PORTION, UNIT, classes
from ledger.extraction.numerals import Numeral
from ledger.extraction.scene import Scene

_APPOSITION = re.compile(r"\s*(?:[,;)]|\.(?=\s|$)|(?=$)|\s+(?:and|since)\b|\s*[—–])")
_FIRST_OF_TWO = re.compile(r"(?:,\s+\d{1,2})*,?\s+and\s+\d{1,3}(?:\s*[,;)—–]|\.(?!\d)|$)")
_LAST_OF_TWO = re.compile(r"([^\W\d_]+)(?:,\s+|\s+\()\d{1,2}(?:,\s+\d{1,2})*,?\s+and\s+$")
_HE_BEHIND = re.compile(r",\s+(?:he|she|i)\b")
_FROM = frozenset({"from", "of", "in"})
_OLDEST = 115
_SMALLEST_WORD = 2


def is_apposed(scene: Scene, numeral: Numeral) -> bool:
    """Whether the number stands alone between commas or in parentheses behind a name or a person."""
    digits = numeral.digits
    if len(digits) > 3 or numeral.scale != 1 or not 0 < numeral.value <= _OLDEST or (not digits and numeral.value < _SMALLEST_WORD):
        return False
    text, start, limit = scene.text, numeral.start, numeral.limit
    opened = text[start - 1 : start] == "("
    left = text[max(numeral.floor, start - 48) : start - opened].rstrip()
    words = left.split()
    if words and words[-1] in CLASS["lately"] and not opened:
        left = left[: -len(words[-1])].rstrip()
        words.pop()
        if left.endswith(",") and _HE_BEHIND.match(scene.low, numeral.end, limit):
            return True  # "In 1961, then 30, she"
    if not (opened or left.endswith(",")) or not words:
        return False
    if words[-1].rstrip(",").strip("(").lower() in PLURAL_PERSONS:
        return _FIRST_OF_TWO.match(scene.low, numeral.end, limit) is not None
    if not _is_somebody(words):
        return not opened and _is_one_of_many(words) and scene.low.startswith(",", numeral.end)
    if opened:
        return scene.low.startswith(")", numeral.end)
    return _APPOSITION.match(scene.low, numeral.end, limit) is not None


def _is_somebody(words: list[str]) -> bool:
    """Whether ``words`` end with the name of a person or a noun for one: "Anna Marchenko,", "his son,", "a mother of three,"."""
    name = words[-1].rstrip(",").strip("“”\"'(*_")
    lower = name.lower().rstrip(".")
    second = words[-2].lower() if len(words) > 1 else ""
    if second in _FROM and name[:1].isupper() and words[-3:-2] and words[-3] in PERSONS:
        return True  # "a nurse from Bergamo,"
    if second in ("of", "from") and name[:1].isupper() and _is_full(words[-4:-2]):
        return True  # "Ana Ruiz of Lumen,"
    person = lower in PERSONS or lower.removesuffix("-in-law") in PERSONS
    if (person and second) or (second == "of" and len(words) > 2 and words[-3].lower() in CLASS["parent"]):
        return True
    if lower in CLASS["reply"] and (not second or second[-1] in ".!?)"):
        return False
    if not name[:1].isupper() or lower in CLASS["numbered"] or (name.isupper() and len(name) <= 3) or second in CLASS["placing"]:
        return False
    return lower not in MONTHS or second in CLASSES["first_name"]  # "Brian May, 73"


def _is_full(words: list[str]) -> bool:
    """Whether two ``words`` may be a given name and a surname, no body's."""
    return len(words) == 2 and all(word.isalpha() and word[0].isupper() and word.lower() not in ORGANISATIONS for word in words)


_NO_PERSON = PORTION | EXTENT | CHANGE | PLURAL | PERIOD | UNIT | GROUP


def _is_one_of_many(words: list[str]) -> bool:
    """Whether ``words`` end with a noun behind "a" that may be one for a person: "a retired bricklayer,"; not "a total,"."""
    noun, before = words[-1].rstrip(","), [word.lower() for word in words[-4:-1]]
    if not noun.isalpha() or not noun.islower() or len(noun) < _SHORTEST_NOUN or classes(noun) & _NO_PERSON:
        return False
    at = next((at for at in range(len(before) - 1, -1, -1) if before[at] in ("a", "an")), None)
    return at is not None and all(word.replace("-", "").isalpha() and not classes(word) & CLOSED for word in before[at + 1 :])


_SHORTEST_NOUN = 4


def is_second(scene: Scene, numeral: Numeral) -> bool:
    """Whether the number is the last of two or more ages: "the victims, 23 and 31,"."""
    if not numeral.digits or numeral.scale != 1 or not 0 < numeral.value <= _OLDEST:
        return False
    found = _LAST_OF_TWO.search(scene.low, max(numeral.floor, numeral.start - 48), numeral.start)
    return found is not None and found.group(1) in PLURAL_PERSONS and _APPOSITION.match(scene.low, numeral.end, numeral.limit) is not None
