"""Postal addresses: "17 Kessel Street", "P.O. Box 77, 841 02 Lindal", "Pier 3, 4012 Hallam"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, MONTHS, closes, word_before
from ledger.extraction.calendar.usual import is_usual_in
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import CAPITAL, NEAR, Beside, Exclusion
from ledger.extraction.scene import Scene

_STREETS = CLASSES["street"]
_SMALL = r"(?:(?:d[aeiou]|d[eo]s|del|della|la|les?|van|den|der)[ ]){0,2}"
_NAMED = re.compile(rf"(?:[-–/]\d{{1,4}})?[A-Za-z]?,?[ \n](?:[NSEW]\.?[ ])?(?:[A-Z0-9][\w'’-]*\.?(?:[ ]|\b){_SMALL}){{2,5}}")
_SPAN = re.compile(r"[-–/]\d{1,4}[A-Za-z]?[ ][A-Z]")
""" "3-5 Market Place"."""
_PLACE = re.compile(r",[ \n]+(?:[A-Z]{1,2}-)?(?:\d{3,5}(?:[ ]\d{2})?|\d\d[ ]\d{3})[ ][A-Z][\w'’-]+|,[ ][A-Z][\w'’-]+[ ]\d{4,5}\b(?![,.]\d)")
_FIRST = CLASSES["lane_first"]
_NAMED_LANE = re.compile(rf"\b(?:{'|'.join(sorted(word.capitalize() for word in _FIRST))}|rue|rua|calle)[ ](?:[\w’'.-]+[ ]){{1,4}}$")
""" "Rue des Tisserands 44": what a street is stands before its name, and the house behind it."""
_POSTED = re.compile(r"[ ](?:[A-Z][\w’'-]+,?[ ]){2,6}[A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}\b")
""" "9 Cattle Market, Westmere WM1 4QT"."""
_FLOOR = re.compile(r"[ ][Ff]loor(?=[,.;)]|$|\n)")
_LONGEST_LANE = 48
_TOWN = re.compile(r"(?:[ ]\d{2})?(?:[ ][A-Z][\w'’-]+){1,2}(?=[ ]?(?:[.,;)|\n]|$))")
_LANES = CLASSES["lane"]
_STREET_BEFORE = tuple(CLASSES["street_ending"])


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    if numeral.form == "ordinal":
        floor = _FLOOR.match(scene.text, numeral.end, numeral.limit)
        return (numeral.start, floor.end()) if floor and scene.low.endswith(", ", numeral.floor, numeral.start) else None
    if len(numeral.digits) > 5 or not numeral.digits.isdigit():
        return None
    text, start, limit = scene.text, numeral.start, numeral.limit
    end = start + len(numeral.digits)
    if numeral.scale != 1 and numeral.end > end + 1:  # "221B" is no billion
        return None
    following = text[end + 1 : end + 2]
    if scene.low.startswith(" block of ", end) and not text[end + 10 : end + 11].islower() and int(numeral.digits) % 100 == 0:
        return start, end
    if is_usual_in(numeral.digits) and word_before(scene.low, start, numeral.floor) not in ("at", "to"):
        return None  # "In 2019 Wall Street fell"
    spans = text[end : end + 1] in ("-", "–", "/") and _SPAN.match(text, end, limit) is not None
    if following.isupper() and (posted := _POSTED.match(text, end, limit)) is not None:
        return start, posted.end()
    if following.isupper() or text[end : end + 1].isupper() or spans or (len(numeral.digits) == 3 and following.isdigit()):
        street = _street(scene, end, limit)
        if street is not None and word_before(scene.low, start, numeral.floor).rstrip(".") not in MONTHS:
            return start, _town(text, street, limit)
        if len(numeral.digits) >= 3 and start - 2 >= numeral.floor and text[start - 2] in ",|":
            return _postal(scene, numeral, end)
    if start > numeral.floor and text[start - 1] == " ":
        return _behind_name(scene, numeral, end)
    return None


def _postal(scene: Scene, numeral: Numeral, end: int) -> tuple[int, int] | None:
    """ "4012 Hallam" behind a street or a house number; "33 Poles, 120 Russians" are people."""
    town = _TOWN.match(scene.text, end, numeral.limit)
    before = word_before(scene.low, numeral.start, numeral.floor).rstrip(",|")
    addressed = before in _STREETS or (before.isdigit() and len(before) < 4)
    return (numeral.start, town.end()) if town and addressed and not town.group().endswith("s") else None


def _behind_name(scene: Scene, numeral: Numeral, end: int) -> tuple[int, int] | None:
    """ "ul. Lipowa 12", "Hauptstraße 5", "Springfield, IL 62704"."""
    text, start, floor = scene.text, numeral.start, numeral.floor
    before = word_before(text, start, floor)
    if not before or (not before[0].isupper() and before not in _LANES):
        return None
    street = before.lower().endswith(_STREET_BEFORE) or before.lower() in _LANES or _lane(scene.low[max(floor, start - 32) : start])
    if street or _NAMED_LANE.search(text, max(floor, start - _LONGEST_LANE), start):
        return (start, _town(text, end, numeral.limit)) if closes(scene, end, numeral.limit) else None
    if len(numeral.digits) == 5 and len(before) == 2 and before.isupper() and text[max(floor, start - 5) : start - 3] == ", ":
        return start, end
    return None


_ABBREVIATED = len("Ave.")


def _street(scene: Scene, end: int, limit: int) -> int | None:
    """Where the street's name behind a house number ends, or None."""
    found = _NAMED.match(scene.text, end, limit)
    if found is None:
        return None
    position, named = end, end + len(found.group().rstrip())
    for number, word in enumerate(found.group().split()):
        position = scene.text.index(word, position) + len(word)
        if not number and word.lower() in _FIRST and _ends(scene, named, limit):
            return named
        street = number and word.rstrip(".,").lower() in _STREETS
        if street and (scene.text[end].isalpha() or _ends(scene, position, limit)):  # "at 4B Mill Lane lives"
            return position
        if street and word.endswith(".") and len(word) > _ABBREVIATED:
            return position - 1  # "at 3 Chapel Lane. She"
    return None


def _lane(before: str) -> bool:
    """Whether "ul. Lipowa" ends ``before``."""
    last = before.split()[-2:]
    return len(last) == 2 and last[0] in _LANES


def _ends(scene: Scene, position: int, limit: int) -> bool:
    """Whether the name ends here, and no plural follows as in "the 17 Wall Street banks"."""
    if scene.text[position : position + 1] == " " and scene.text[position + 1 : position + 2].isupper():
        return False
    return closes(scene, position, limit)


def _town(text: str, position: int, limit: int) -> int:
    found = _PLACE.match(text, position, limit)
    return found.end() if found else position


exclusion = Exclusion(
    code="N305",
    name="postal address",
    forms=frozenset({"ordinal", "digits"}),
    covers=_covers,
    beside=Beside(before={CAPITAL, *_LANES}, behind={CAPITAL, NEAR, "block"}),
    manual="""
        House numbers before a street's name, a hundred of them ("the 400 block of"), boxes, and the postal code before a
        town that follows them.
    """,
    examples="""
        Call at [250 Alder Street], [9th Floor], Danehurst.
        They set off from [17] Kessel Street and walked.
        Come to the hall, [1] Pier Road.
        Write to P.O. Box [77, 841 02] Lindal.
        Coastal News, Pier Lane, [4012] Hallam.
        Race office, Pier 2, [4012 Port Hallam].
        Come to [12] Rue Lepic, upstairs.
        Write to [14 Rue de la Paix, 75002 Paris].
        She died at [3] Chapel Lane. He did not.
        He lives at [221B] Baker Street.
        The hall, at [3-5] Market Place, was full.
        The show at [12B] Baker Street closes soon.
        Ring the bell at [10] Old Mill Lane.
        The office is at ul. Lipowa [12], upstairs.
        It moved to Springfield, IL [62704].
        The Post is at Rue des Tisserands [44, 1000 Brussels].
        The museum is at [1 Palace Quay, 10 440 Talvast].
        Mere Media, [9 Cattle Market, Westmere WM1 4QT].
        Kestrel Books, Via Roma [18, 00184 Roma], lost it.
        Shots were fired in the [400] block of Elm Street.
    """,
    counterexamples="""
        They held 33 Poles, 120 Russians.
        The 17 Wall Street banks lent more.
        Some 12 Roads of the East were sold.
        About 40 Russian Orthodox priests came.
        On Monday 33 Russians left.
        A 300 block of ice melted.
        They came to Rue Lepic 44 times.
        They drove via Velm 12 hours long.
    """,
)
