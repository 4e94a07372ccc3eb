"""Numbers to call: "+370 555 0142", "0800 14 14", "555-0190", "call 112", "text 60022"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, closes
from ledger.extraction.calendar.usual import USUAL_YEAR
from ledger.extraction.context.word_classes import AND, GERUND, NOUN, classes
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import NEAR, NOUGHT, POINT, Beside, Exclusion
from ledger.extraction.scene import Scene

_GROUPS = re.compile(r"\d{1,11}(?:[ \u00a0./-]?\(0\)|(?:[ \u00a0.-]|[ ]?\(|\)[ ]?|/)(?=\d)\d{1,8}){0,7}")
_DATE = re.compile(r"\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2})\b(?![-./ ]\d)")
_LOCAL = re.compile(r"\d{3}[- ]0\d{3}\b(?![,.]?\d)|\d{3}[-. ]\d{3}[-. ]\d{4}\b(?![,.]?\d)")
_PAIRS = re.compile(r"\d\d(?: \d\d){2,5}(?![\w%]|[,.]\d)")
_YEARS = re.compile(rf"(?:{USUAL_YEAR}[ ]?)+")
_STRONG, _WEAK, _LINKS = CLASSES["contact"], CLASSES["contact_weak"], CLASSES["contact_link"]


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    digits, low, start, floor = numeral.digits, scene.low, numeral.start, numeral.floor
    if len(digits) < 3 or "," in digits or digits[0] == "0":
        if (start > floor and low[start - 1] in "+(") or (digits[0] == "0" and len(digits) > 1):
            return _international(scene, numeral)
        return _announced(scene, numeral) if _PAIRS.match(low, start, numeral.limit) else None
    if start > floor and low[start - 1] in "+(":
        return _international(scene, numeral)
    if ("." in digits and digits.count(".") < 2) or numeral.scale != 1:
        return None
    if len(digits) >= 3 and digits[:3].isdigit() and (found := _LOCAL.match(low, start, numeral.limit)):
        return start, found.end()
    return _announced(scene, numeral)


def _international(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """A number behind a plus, in parentheses or with a nought at its front."""
    low, start, floor = scene.low, numeral.start, numeral.floor
    found = _GROUPS.match(low, start, numeral.limit)
    if found is None:
        return None
    size = sum(map(str.isdigit, found.group()))
    plus = start > floor and low[start - 1] == "+"
    if plus:
        return (start - 1, found.end()) if size >= 8 and (size > 9 or not found.group().isdigit()) else None
    if numeral.digits[0] != "0":
        return (start, found.end()) if size >= 9 and ")" in found.group() else None
    if "." in numeral.digits[:3] or "," in numeral.digits or _DATE.match(low, start):
        return None
    if size >= 6 or (len(numeral.digits) >= 3 and numeral.digits.isdigit() and not low.startswith(("%", "-year"), numeral.end)):
        return start, found.end() if size >= 6 else numeral.end
    return None


def _announced(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """A number behind "call", "hotline:" or "text HELP to", before which nothing is counted."""
    low, start, floor = scene.low, numeral.start, numeral.floor
    before = low[max(floor, start - 36) : start].split()[-3:]
    if not before:
        return None
    said = [word.strip("(,:;.*|") for word in before]
    nearest = said[-1]
    if nearest not in _STRONG and not (nearest in _LINKS and not _STRONG.isdisjoint(said[:-1])):
        return None
    found = _GROUPS.match(low, start, numeral.limit)
    if found is None or not (closes(scene, found.end(), numeral.limit) or _goes_on(scene.word_after(found.end(), numeral.limit))):
        return None
    cue = nearest if nearest in _STRONG else next(word for word in said[:-1] if word in _STRONG)
    size = sum(map(str.isdigit, found.group()))
    if _YEARS.fullmatch(found.group()):
        return None
    if (cue in _WEAK and size < 6 and before[-1][-1] != ":") or "," in numeral.digits:
        return None
    return start, found.end()


def _goes_on(word: str) -> bool:
    """Whether what stands behind the number adds to the call: "call 101 quoting the number", "112 or"."""
    return bool(classes(word) & AND) or (classes(word) & (GERUND | NOUN)) == GERUND


exclusion = Exclusion(
    code="N304",
    name="number to call",
    forms=frozenset({"digits"}),
    covers=_covers,
    beside=Beside(figure={NOUGHT, POINT}, before={"+", "(", *_STRONG, *_LINKS}, behind={"-", ".", NEAR}),
    manual="""
        Telephone, fax and text numbers. A plus or a nought at the front and enough digits tell one;
        a short one needs "call", "text" or "hotline" before it and nothing countable behind it.
    """,
    examples="""
        Ring its hotline, [+370 555 0142], at any hour.
        Hotline: [0800 14 14].
        Newsroom: [555-0190]
        In danger, call [112].
        Witnesses should call [101] quoting the number of the case.
        Please text HELP to [3141].
        Press office: [0555 318 0047], or text [70047].
        Information line [116 117].
        Lost children: ring [555 0121].
        Contact: [+44 555 010 3344], Ana Holt.
        The museum (tel. [77 55 50 12]) is shut.
        Agent [007] is back.
    """,
    counterexamples="""
        They call 300 witnesses.
        Growth was +3.5 percent.
        A press of 400 tonnes fell.
        They met on 05-03-2030 there.
        It was 0.5 percent.
        The line 116 km long is shut.
        They ring 200 doors a day.
    """,
)
