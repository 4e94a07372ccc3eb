"""Words that look like months or seasons: "may" the verb, "Theresa May", "march" the walk, "to fall"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, WEEKDAYS, word_before
from ledger.extraction.rule import Beside, Exclusion
from ledger.extraction.scene import Scene

_FIRST_NAMES, _VERBAL, _DATING = CLASSES["first_name"], CLASSES["season_verb"], CLASSES["dating"]
_VERBS, _PERSONS = CLASSES["month_verb"], CLASSES["month_person"]
_SEASONS = CLASSES["season_or_verb"]
_NAMES = _VERBS | _PERSONS | _SEASONS
_SURNAME = re.compile(r"[ \n](?:[A-Z]\.[ ])?[A-Z][a-zà-ž’'-]+")
_DAY = re.compile(r"\s*[,’']?\s*(?:\d|of\b|this\b|last\b|next\b)")


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    text, low, start, end, floor, limit = scene.text, scene.low, numeral.start, numeral.end, numeral.floor, numeral.limit
    word = low[start:end]
    if word not in _NAMES:
        return None
    before = word_before(low, start, floor)
    if _DAY.match(low, end, limit) or before[-1:].isdigit() or (before.endswith(("st", "nd", "rd", "th")) and before[:1].isdigit()):
        return None
    if numeral.form == "season":
        verb = word in _SEASONS and before in _VERBAL
        return (start, end) if verb else None
    if text[start].islower():
        return (start, end) if word in _VERBS else None
    if before in _FIRST_NAMES:
        return start, end
    name = _SURNAME.match(text, end, limit)
    if name and word in _PERSONS and before not in _DATING:
        surname = name.group().split()[-1].lower()
        return (start, name.end()) if surname not in WEEKDAYS else None
    return None


exclusion = Exclusion(
    code="N104",
    name="word that looks like a month",
    forms=frozenset({"month", "season"}),
    covers=_covers,
    beside=Beside(figure=_NAMES),
    manual="""
        The verbs "may", "march", "fall" and "spring", and persons called May, June, April or Jan.
    """,
    examples="""
        Russia [may] not agree.
        They [march] through the town.
        Theresa [May] resigned.
        Prices will [fall] again.
        It was said by [Jan Novak] then.
    """,
    counterexamples="""
        In May they left.
        On 6 may 2019 they left.
        They left last fall.
        It rained in June in Velmsk.
        In August Strindberg left.
    """,
)
