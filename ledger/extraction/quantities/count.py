"""Counts: how many of something."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import word_behind
from ledger.extraction.quotients import quotient
from ledger.extraction.rule import Rule
from ledger.extraction.scene import Reading, Scene
from ledger.lexicon import scale_signs

_PARTS = frozenset({"part", "ordinal"})
_LETTERS = scale_signs("last")
_LAST = r"(?=\s*(?:[.,;:!?)]|$))"
_LETTER = re.compile(rf"[ \u00a0]{{1,2}}([k{''.join(_LETTERS)}]){_LAST}|([GT])(?<=\d\d[GT]){_LAST}")
_STRONG = re.compile(r"[\s-]+strong\b")


def _read(scene: Scene, at: int) -> Reading | None:
    numeral, low = scene.numerals[at], scene.low
    end, limit, value = numeral.end, numeral.limit, numeral.value
    if (alone := quotient(scene, at)) is not None or numeral.form in _PARTS:
        return alone
    if numeral.form == "magnitude":
        return Reading(numeral.start, end, value, value, bound="magnitude")
    letter = _LETTER.match(scene.text, end, limit) if numeral.digits and numeral.scale == 1 else None
    if letter is not None and not (letter.group(1) == "K" and "," in numeral.digits):  # "3,050 K" is a temperature
        end, value = letter.end(), value * _LETTERS[(letter.group(1) or letter.group(2)).upper()]
    elif end < limit and low[end].isalpha():
        return None  # "240p", "4x4": the digits belong to a name or a unit we do not know
    elif word_behind(low, end, limit) == "strong" and (strong := _STRONG.match(low, end, limit)):
        end = strong.end()
    return Reading(numeral.start, end, value, value, bound="about" if numeral.form == "couple" else None)


rule = Rule(
    code="Q901",
    name="count",
    kind="count",
    forms=frozenset({"digits", "cardinal", "magnitude", "couple", "part", "ordinal"}),
    read=_read,
    manual="""
        A number of things, in digits or in words. What is counted is the head of the noun phrase
        behind it, or what the sentence says of it. A plural scale word alone ("thousands",
        "dozens") states one such unit or more.
    """,
    examples="""
        The police held [33] tourists.  ->  33
        She gathered around [435,000] signatures.  ->  ~435000
        [Thousands] of people marched.  ->  1000s
        It drew [hundreds of thousands] of visitors.  ->  100000s
        There were two [1,000-strong] rallies.  ->  1000
        At least [two hundred and thirteen] houses burned.  ->  >=213
        [Half a million] people left.  ->  500000
        About [1/4 million] people left.  ->  ~250000
        Between [1,500 and 2,000] people came.  ->  1500..2000
        Between [13 and 14,000] people came.  ->  13000..14000
        Passengers fell from [8.0] to 6.8 million.  ->  8000000
    """,
    counterexamples="""
        Minsk-2 airport was closed.
        The film is shown in 720p only.
    """,
)
