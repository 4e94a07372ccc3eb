"""Citations and bibliography: "(Brandt, 2027)", "et al. 2019", "51 (1): 3-37", "[3] Brandt, L. (2027). ..."."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.calendar.usual import OLD_YEAR, USUAL_YEAR
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import OPENING, YEAR, Beside, Exclusion
from ledger.extraction.scene import Scene

_ENTRY = re.compile(
    r"(?:\[\d{1,3}\]|\d{1,3}[.)]?)[ \t]+[A-Z][\w’'-]+(?:[ ][A-Z][\w’'-]+)?,[ ](?:[A-Z]\.|[A-Z][a-z]+)[^\n]*"
    r"(?:\n(?!\s*\[?\d{1,3}[\].) ])[^\n]*){0,3}"
)
_EVIDENCE = re.compile(rf"\({USUAL_YEAR}[a-z]?\)|\bpp?\.\s?\d|\bvol\.|\bpress\b|\bjournal\b|\bdoi\b|\bisbn\b|\d\(\d+\)|\breview\b")
_VOLUME = re.compile(r"\d{1,4}[ ]?\(\d{1,4}(?:[-–/]\d+)?\)(?:[:,]|[ ]?:)\s?(?:pp?\.\s?)?\d{1,5}(?:[-–]\d{1,5})?")
_YEAR_PAGES = re.compile(r"\d{4}[a-z]?\)?:\s?\d{1,5}[-–]\d{1,5}|\d{4}\)\s\d{1,4}\s?\(\d{1,3}\):\s?\d+[-–]\d+")
_AUTHOR = re.compile(r"[(;][ ]?(?:see[ ]|cf\.[ ]|e\.g\.,?[ ])?[A-Z][\w’'-]+(?:(?:[ ]and|[ ]&|,)[ ][A-Z][\w’'-]+)*(?:[ ]et[ ]al\.?)?,?[ ]$")
_PUBLISHER = re.compile(r"\([A-Z][\w.,’' -]{1,40}:[ ][A-Z][^():;]{1,60},[ ]$")
_LAST = re.compile(r"[a-z]?(?:(?:,[ ]|:[ ]?)(?:pp?\.[ ]?)?\d+(?:[-–]\d+)?)?(?=[);])")
_PAGED = re.compile(rf"[A-Z][\w’'-]+[ ]\(?{OLD_YEAR}[a-z]?:$")
_ISSUE = re.compile(r"\((?:Issue|Vol\.|Volume|No\.|Number|Edition|Bulletin)[ ]\d{1,4}(?:[-–/]\d{1,4})?,[ ]$")
""" "(Issue 4, 2033)"."""
_NAMED_BEFORE = re.compile(r"[A-Z][\w’'-]+[ ]\($")
_PAGE = re.compile(r"\d{1,4}(?:[-–]\d{1,4})?(?=[\s,;.)]|$)")
_REPORTER = re.compile(
    r"\d{1,4}[ ](?:u\.[ ]?s\.|f\.(?:[ ]?supp\.)?(?:[ ]?(?:2d|3d|4th))?|s\.[ ]?ct\.|l\.[ ]?ed\.(?:[ ]?2d)?)[ ]\d{1,4}(?![\d,.]*\d)"
)
_LONGEST = 105
"""Characters between the parenthesis and the year."""
_NAMED = 40
"""Characters of a name, a year and a colon."""


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    low, start, end, limit = scene.low, numeral.start, numeral.end, numeral.limit
    if start - numeral.floor <= 1 and (found := _entry(scene, numeral)):
        return found
    if numeral.form == "ordinal":
        return (start, end) if low.startswith((" ed.", " edn.", " rev. ed"), end) else None
    mark = low[end : end + 1] if end < limit else ""
    if (mark == "(" or (mark == " " and low[end + 1 : end + 2] == "(")) and (found_ := _VOLUME.match(low, start, limit)):
        return start, found_.end()
    if mark == " " and (reported := _REPORTER.match(low, start, limit)):
        return start, reported.end()
    if low.startswith(":", start - 1) and _PAGED.search(scene.text, max(numeral.floor, start - _NAMED), start):
        return (start, page.end()) if (page := _PAGE.match(low, start, limit)) else None
    if len(numeral.digits) != 4 or not numeral.digits.isdigit():
        return None
    named = mark == ":" and _NAMED_BEFORE.search(scene.text, max(numeral.floor, start - _NAMED), start)
    if named and (page := _PAGE.match(low, end + 1, limit)):
        return start, page.end()
    if mark in (")", ":") and (pages := _YEAR_PAGES.match(low, start, limit)):
        return start, pages.end()
    if low.endswith((" al. ", " al ", " al., "), numeral.floor, start) or low.endswith(("et al. (", "et al ("), numeral.floor, start):
        return start, end
    if mark in (")", ",", ";", ":", "a", "b"):
        before = scene.text[max(numeral.floor, start - _LONGEST) : start]
        if mark == ")" and before.endswith(", ") and _ISSUE.search(before):
            return start, end
        opened = max(before.rfind("("), before.rfind(";"))
        if opened >= 0 and (_AUTHOR.match(before, opened) or _PUBLISHER.match(before, opened)) and (last := _LAST.match(low, end, limit)):
            return start, last.end()
    return None


def _entry(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """A whole entry of a bibliography: a number, a surname, an initial, and the marks of a publication."""
    found = _ENTRY.match(scene.text, numeral.floor, numeral.limit)
    if found is None or not _EVIDENCE.search(scene.low, *found.span()):
        return None
    return found.span()


exclusion = Exclusion(
    code="N404",
    name="citation",
    forms=frozenset({"digits", "ordinal"}),
    covers=_covers,
    beside=Beside(figure={YEAR}, before={OPENING, "[", "(", ":"}, behind={"(", " (", "ed", "edn", "rev", "u", "f", "s", "l"}),
    manual="""
        The year, volume, issue and pages of a cited work, a law report's, and a whole numbered entry of a bibliography.
    """,
    examples="""
        As was shown (Brandt, [2027]), they read less.
        It is known (Holt, 2021; Marr and Ode, [2019]).
        As Brandt et al. [2027] show, it fell.
        Marr, The Night Schools (Velm: Ode and Sons Press, [1976]), has it.
        J. Night Stud. [9(3), 114–139] has it.
        Political Studies [51 (1): 3-37] has it.
        It was settled in Marr v. Ode, [410 U.S. 113], long ago.
        Political Science ([2019): 1-19] has it.
        Her last piece was on ice (Issue 4, [2033]).
        K. Lorne, Bee Dances, [2nd] ed. (Halden, 2019)
        [3 Brandt, Lena. Counting minutes. Review of Schools (2027): 12-30.]
    """,
    counterexamples="""
        In Velmsk (population 2,900) it rained.
        It was founded (by monks, in 1850) on a hill.
        The 12 (of them) came.
        It grew in its 2nd edition.
        In May 2021: 40 came.
        It was the fourth issue (in spring, 2033).
        It rained (Source: Met Office, 40 stations).
        3 Russians, Ivan and Olga among them, left.
    """,
)
