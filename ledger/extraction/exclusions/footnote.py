"""Marks of notes and citations: "rule.3", "governments,”4", "[12]", "(1,2)"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, SHORT_WEEKDAYS
from ledger.extraction.rule import Beside, Exclusion
from ledger.extraction.scene import Scene
from ledger.lexicon import classes

_BEFORE = frozenset(".,;!?”’\"')]»…")
_BEHIND = frozenset(" \n\r\t\u00a0,;)]—–")
_BRACKETED = re.compile(
    r"\[\^?\d{1,3}(?:(?:,\s?|[-–])\d{1,3}){0,20}\]"
    r"(?::(?:\d{1,4}(?:[-–]\d{1,4})?|\s\d{1,4}(?:[-–]\d{1,4})?(?=\s[A-Z“\"]|\s*$|\s*[\[.,;)]))?)?"
)
_MARKS = re.compile(r"\(\d{1,2}(?:,\s?\d{1,2}){1,8}\)")
_ABBREVIATIONS = CLASSES["abbreviated"] | SHORT_WEEKDAYS | classes("calendar.tsv")["abbreviated"]
_LAST_WORD = re.compile(r"[^\W\d_]+$")


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    low, start, end, floor, limit = scene.low, numeral.start, numeral.end, numeral.floor, numeral.limit
    if start == floor or numeral.scale != 1:
        return None
    mark = low[start - 1]
    if mark in "[^":
        begin = start - 1 if mark == "[" else start - 2
        found = _BRACKETED.match(scene.text, max(begin, floor), limit)
        return found.span() if found else None
    if mark == "(" and low.endswith("et al. (", floor, start) and low.startswith(")", end):
        return start - 1, end + 1
    if mark == "(":
        found = _MARKS.match(low, start - 1, limit)
        return found.span() if found and "," not in numeral.digits.replace(",", "", 1) and _small(found.group()) else None
    if mark not in _BEFORE or len(numeral.digits) > 3 or not numeral.digits.isdigit() or start - 2 < floor:
        return None
    if end < limit and low[end] not in _BEHIND and not (low[end] == "." and (end + 1 == limit or low[end + 1].isspace())):
        return None
    before = low[max(floor, start - 8) : start - 1]
    if (mark in "\"'’”»)]" and not (before[-1].isalnum() or before[-1] in ".,!?;:…”’\"')")) or (mark == "’" and before[-1].isdigit()):
        return None
    if mark in ".,;!?…" and before[-1] not in "”’\"')]»":
        word = _LAST_WORD.search(before)
        if word is None or word.group() in _ABBREVIATIONS:
            return None
    if mark == "," and (following := scene.neighbour(at)) is not None and following.form == "month" and following.start - end < 2:
        return None
    return start, end


def _small(marks: str) -> bool:
    """Whether "(1,2)" can only be marks; "(1,200)" is a figure."""
    return all(int(number) < 60 for number in re.findall(r"\d+", marks)) and not re.search(r"\d{3}", marks)


exclusion = Exclusion(
    code="N402",
    name="footnote mark",
    forms=frozenset({"digits"}),
    covers=_covers,
    beside=Beside(before={*_BEFORE, *"[^("}),
    manual="""
        A small number that stands without a space behind a stop, a comma or a closing quotation mark, and
        one in square brackets.
    """,
    examples="""
        That was military rule.[3]
        In such regimes,[2] one may speak freely.
        “They fear democratic governments,”[4] he wrote.
        Hours rose at weekends [[3]], they found.
        It was shown before [[12–14]] and again.
        So an article suggests.[5] It went on.
        It ended in October.[2] All of them went on.
        It was seen by Ruiz et al. [(3)] long ago.
        N. Fedorova, P. Akintola [(1,2)]
    """,
    counterexamples="""
        The town (pop.900) is poor.
        Ruiz et al. (3 of them women) found it.
        It cost Rs.500 then.
        He was born c.1850 there.
        (1,200 of them) came.
        They came on Feb.9 at noon.
        It grew 1.5 times.
    """,
)
