"""What a paper says of its issue in the line of its date: "Established 1871 · No. 7,914 · Friday, 6 June 2031 · 32 pages · £1.45"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, MONTHS, WEEKDAYS, either
from ledger.extraction.calendar.usual import USUAL_YEAR
from ledger.extraction.rule import OPENING, Beside, Exclusion
from ledger.extraction.scene import Scene
from ledger.lexicon import words

_LONGEST = 200
_RULES = "|·•"
_FOUNDED, _ISSUE, _PART = CLASSES["paper_founded"], CLASSES["paper_issue"], CLASSES["paper_part"]
_PARTED = re.compile(r"\s*[|·•]\s*|\s{3,}")
_PRICE = r"(?:price:? )?(?:[$£€] ?\d{1,2}(?:[.,]\d\d)?|\d{1,3}(?:p|c| cents))"
_OF_AN_ISSUE = re.compile(
    rf"{either(_FOUNDED)}(?: in)? \d{{4}}"
    rf"|{either(_ISSUE)}[ :]*\d[\d.,/-]*(?:, .{{0,24}})?"
    rf"|(?:[a-z’'-]+ )?{either(_PART)} \d{{1,3}}(?: of \d{{1,3}})?|read in \d{{1,2}} min(?:ute)?s?"
    rf"|\d[\d,]* {either(words('counters.txt'))}"
    rf"|(?:[a-z’'-]+ ){{0,2}}edition(?:,? {_PRICE}|,? \d{{1,3}} pages)|\d{{1,3}} pages|{_PRICE}"
    r"|(?:[a-z’'-]+ )?[-–]?\d{1,2} ?° ?[cf]?\b[a-z, ]{0,24}"
)
_DATED = re.compile(
    rf"\b\d{{1,2}} {either(MONTHS)}\b|\b{either(MONTHS)}\b\.?[ ,\d]{{0,4}}\s{USUAL_YEAR}\b|^{either(WEEKDAYS)}\b.{{0,20}}\d"
)
_EDITION = re.compile(rf"(?:[a-z’'-]+ ){{1,2}}edition, {_PRICE}")


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    low, floor, limit = scene.low, numeral.floor, numeral.limit
    if limit - floor > _LONGEST:
        return None
    line = low[floor:limit]
    if _EDITION.fullmatch(line):
        return floor, limit
    if not any(map(line.__contains__, _RULES)):
        return None
    begin, dated, own = 0, False, None
    for part in (*_PARTED.finditer(line), None):
        end = part.start() if part is not None else len(line)
        dated = dated or _DATED.search(line[begin:end]) is not None
        if begin <= numeral.start - floor < end and _OF_AN_ISSUE.fullmatch(line[begin:end]):
            own = floor + begin, floor + end
        begin = part.end() if part is not None else end
    return own if dated else None


exclusion = Exclusion(
    code="N506",
    name="line of a paper's date",
    forms=frozenset({"digits"}),
    covers=_covers,
    beside=Beside(
        before={
            OPENING, *"$£€№", "in", "edition,", *(mark + " " for mark in _RULES), *_FOUNDED, *_ISSUE, *_PART,
        },
        behind={"pages", "°", "p", "c", "cents", *words("counters.txt")},
    ),
    manual="""
        Beside the date of its issue a paper tells how old it is, the issue's number, its pages and its price, and what the weather is.
    """,
    examples="""
        [Established 1871] · No. 7,914 · Friday, 6 June 2031
        Established 1871 · [No. 7,914] · Friday, 6 June 2031
        The Tarn Post | Friday, 6 June 2031 | [32 pages] | £1.45
        The Tarn Post | Friday, 6 June 2031 | 32 pages | [£1.45]
        The Tarn Post | Friday, 6 June 2031 | [Special edition, 24 pages]
        Wednesday 14 April 2032 · [11°C Light rain]
        [Day 11 of 20] | 8 May 2034 | 61 claps
        Day 11 of 20 | 8 May 2034 | [61 claps]
        [CITY EDITION, €2.20]
    """,
    counterexamples="""
        The Tarn Post | 32 pages of it | £145
        Dead | 6 June 2031 | 32
        Dead | 6 June 2031 | 32 persons
        Budget · 6 June 2031 · £145 million
        Peak on 6 June 2031 | 41 degrees
        The city edition cost €2.20.
    """,
)  # fmt: skip
