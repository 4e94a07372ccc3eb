"""Clauses that leave out verb and unit, said once before: "the north got 40 percent, the south 35", "3 percent in May, 4 in June"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.context import word_classes as pos
from ledger.extraction.scene import Reading, Scene

LENDING = frozenset({"share", "money", "measure", "duration", "rate"})
"""Kinds whose unit a bare figure may take."""
_IN_WORDS = frozenset({"money", "measure", "duration"})
_LONGEST = 90
SENTENCE_END = re.compile(r"[.!?]\s")
_PLACE = r"(in|among|for|at|on|from|against|under|by)\b"
_PARALLEL = re.compile(rf"\s+{_PLACE}[^;.!?()]{{1,60}}?(?:[,;]|,?\s+(?:and|but|while))\s+(?:(?:only|just|about)\s+)?")
_PLACED = re.compile(rf"\s+{_PLACE}")
_ACTS = re.compile(rf"\s+{_PLACE}\s+(?:[\w’'-]+\s+){{1,3}}(?:was|were|is|are|has|have|had|will|would|can|could)\b")
_SUBJECT = re.compile(r"(?:[,;]|\b(?:and|but|while))\s+(?:(?:and|but|while)\s+)?((?:[^\W\d_][\w’'-]*\s+){1,4})$")
_ENDS = re.compile(r"\s*(?:[.,;:)!?”\"]|$|(?:and|but|while)\b)(?!\d)")
_NO_SUBJECT = pos.PREPOSITION | pos.BE | pos.HAVE | pos.MODAL | pos.AUXILIARY | pos.PAST | pos.GERUND | pos.PARTICIPLE | pos.PRONOUN


def giver(found: list[Reading], at: int) -> Reading | None:
    """The figure before number ``at`` that may lend it its unit, over one date; None where there is none."""
    left = found[at - 1]
    if left.kind == "date" and at > 1:
        left = found[at - 2]
    return left if left.kind in LENDING and left.bound != "between" and left.low == left.high else None


def gapped(scene: Scene, left: Reading, right: Reading) -> bool:
    """Whether the bare count ``right`` has the verb and the unit of ``left``: it stands in the same place of a clause like its own."""
    lender, taker = left.numeral, right.numeral
    if lender is None or taker is None or lender.floor != taker.floor or not 0 < right.start - left.end <= _LONGEST:
        return False
    if right.kind != "count" or right.bound is not None or right.whole is not None or right.end != taker.end or not _alike(left, right):
        return False
    gap = scene.low[left.end : right.start]
    if _SAME_AGAIN.search(gap):
        return _NOW.match(scene.low, right.end, taker.limit) is not None
    if SENTENCE_END.search(gap):
        return False
    if not taker.digits and (taker.form != "cardinal" or left.kind not in _IN_WORDS):
        return False
    if parallel := _PARALLEL.fullmatch(gap):
        placed = _PLACED.match(scene.low, right.end, taker.limit)
        alike = placed is not None and placed.group(1) == parallel.group(1)
        return alike and not _ACTS.match(scene.low, right.end, taker.limit)  # "12 days in May, and 40 in June were freed"
    subject = _SUBJECT.search(gap)
    if subject is None or not _ENDS.match(scene.low, right.end, taker.limit):
        return False
    words = subject.group(1).split()
    if len(words) > 1 and scene.low.endswith(f" {words[-1]} ", 0, left.start):
        words.pop()  # "prices rose by 5 percent and wages by 6"
    return not any(pos.classes(word) & _NO_SUBJECT and not pos.classes(word) & pos.PLURAL for word in words)


_SAME_AGAIN = re.compile(
    r"(?:^|[.;,:]|\bwhen|\bbut|\band|\bwhereas|\bwhile)”?\s"
    r"(?:(?:now|today|then|before|earlier|(?:by|in)\s\d{4}|(?:this|last)\syear|a\syear\s\w+),?\s)?"
    r"it(?:\sis|['’]s|\swas|\shad\sbeen|\swill\sbe|\sstands\sat|\sstood\sat|\srose\sto|\sfell\sto)\s"
    r"(?:(?:now|only|just|still|about|already|down\sto|up\sto)\s){0,2}$"
)
_NOW = re.compile(
    r"\s*(?:[.,;:)!?”\"]|$|"
    r"(?:now|today|then|in\s\d{4}|last\syear|this\syear|a\s(?:year|decade|month|week)\s(?:ago|earlier|later))\b)(?!\d)"
)
""" "The stock was 520,000 tonnes in 1975; it is 148,000 now"."""
_OF_THEM = re.compile(r"\s+of\s+(?:them|which|these|those)\b")
_OF_THE = re.compile(r"(?:^|[.!?”\")]|\b(?:and|but))\s*of\s+(?:the|its|his|her|their|these|those|all)\s+(?:[a-z]+\s+)?$")
_BECAME = r"\s+(?:was|were|is|are|has|have|had|will|would|went|came|remains?|remained|goes|go)\b"
_PART = re.compile(_BECAME)
_FURTHER_PART = re.compile(rf"{_BECAME}|,\sor\s")
_OPENING = 30
_SPANS = (["in"], ["over"], ["within"])
_DIVIDED = frozenset({"duration", "measure", "money"})


def divided(scene: Scene, left: Reading, right: Reading) -> bool:
    """Whether the bare count ``right`` is a part of the amount ``left``, and so of its unit.

    "31 years at sea, six of them in command"; "of the 1,400 tonnes of oil carried, 1,090 were pumped out and 310 were lost".
    """
    lender, taker = left.numeral, right.numeral
    if lender is None or taker is None or lender.floor != taker.floor or not 0 < right.start - left.end <= _LONGEST:
        return False
    if left.kind not in _DIVIDED or right.bound is not None or right.whole is not None or right.end != taker.end:
        return False
    if taker.scale != lender.scale or not taker.value < lender.value:
        return False
    gap = scene.low[left.end : right.start]
    if _OF_THEM.match(scene.low, right.end, taker.limit):
        if scene.words_before(left.start, lender.floor, 1) in _SPANS:
            return False  # "61 crashes in five years, two of them fatal"
        named = gap.rstrip().removesuffix(",")
        return named != gap.rstrip() and not any(pos.classes(word) & pos.PLURAL for word in named.split())
    if gap.endswith(", of which "):
        several = any(pos.classes(word.strip(",")) & pos.PLURAL for word in gap.split())
        return not several and _PART.match(scene.low, right.end, taker.limit) is not None
    if not gap.endswith((", ", " and ")) or SENTENCE_END.search(gap):
        return False
    if left.end == lender.end:  # a part itself, which has been lent its unit
        alike = _PART.match(scene.low, left.end, lender.limit) is not None
        return alike and _FURTHER_PART.match(scene.low, right.end, taker.limit) is not None
    opens = _OF_THE.search(scene.low[max(lender.floor, left.start - _OPENING) : left.start])
    return opens is not None and _PART.match(scene.low, right.end, taker.limit) is not None


def _alike(left: Reading, right: Reading) -> bool:
    """Whether two figures can be of one kind: shares up to 100, sums and measures of one size."""
    lender, taker = left.numeral, right.numeral
    if lender is None or taker is None or lender.scale != taker.scale:
        return False
    if left.kind == "share":
        return "," not in taker.digits and 0 < taker.value <= 100
    return len(taker.digits) != 4 and lender.value > 0 and lender.value / 10 < taker.value < lender.value * 10
