"""Multiples: so many times as many."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import word_before, word_behind
from ledger.extraction.context.word_classes import ADVERB, ARTICLE, AUXILIARY, HEDGE, MODAL, PLURAL, PRONOUN, TO, classes
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import Beside, Rule
from ledger.extraction.scene import Reading, Scene
from ledger.lexicon import lists

_COMPARATIVE, _WHOSE, _MEASURED, _GROWTH, _OCCASION = (
    lists("multiples.tsv")[row] for row in ("comparative", "whose", "measured", "growth", "occasion")
)
_FOLD = re.compile(r"[\s-]*(?:-|–)?fold\b")
_TIMES = re.compile(r"[\s-]times\b")
_X = re.compile(r"x(?![\w])")
_COMPARED = re.compile(
    rf"\s+(?:(?:{'|'.join(_COMPARATIVE)})\b|[a-z]+er\s+than\b|"
    rf"(?:{'|'.join(_WHOSE)})\b(?!\s+(?:{'|'.join(_OCCASION)})\b(?!['’]))|"
    rf"(?:(?:last|this|next|the|its|their|his|her)\s+)?(?:[\w-]+\s+)?[\w-]+(?:['’]s|s['’])(?!\w)|"
    rf"(?:[a-z]+\s+)?(?:{'|'.join(_MEASURED)})\b)"
)
_ENDS = re.compile(r"\s*(?:[.,;:)]|or\smore|$)")
_PER_TIME = re.compile(
    r"\s+(?:a|an|per|each|every)\s+(?:day|week|month|year|hour|night|season|decade)\b|"
    r"\s+(?:daily|weekly|monthly|yearly)\b"
)
_DOUBLES = re.compile(
    r"(?=(?:\s+(?:almost|nearly|roughly|about))?\s+(?:annually|yearly|monthly|weekly|daily|overnight|again|the|that|its|their|his|her|in|to|from|since|over|within|every|with\s+(?:every|each)|by|last|as|what|between|during|and)\b|"
    r"\s*[.,;:)–—-]|$)"
)
_FACTOR = re.compile(r"\bfactor of\s+(?:[a-z]+\s+){0,4}$")
_NEAR, _WITHIN = 6, 40


def _read(scene: Scene, at: int) -> Reading | None:
    numeral = scene.numerals[at]
    if numeral.form == "multiple":
        end = _of_a_word(scene, numeral)
    elif numeral.form == "part":
        return Reading(numeral.start, numeral.end, 1 / numeral.value, 1 / numeral.value) if halves(scene, numeral) else None
    else:
        end = _of_times(scene, numeral)
    return None if end is None else Reading(numeral.start, end, numeral.value, numeral.value)


def _of_a_word(scene: Scene, numeral: Numeral) -> int | None:
    """Where "doubled", "threefold" or "twice fewer" ends; None for "twice a week" and what doubles nothing."""
    low, end, limit = scene.low, numeral.end, numeral.limit
    word = low[numeral.start : end]
    if word in ("twice", "thrice"):
        if _PER_TIME.match(low, end, limit):
            return None
        compared = _COMPARED.match(low, end, limit)
        if compared and compared.group().strip() in ("fewer", "less", "more", "lower", "higher"):
            return compared.end()
        return end if compared or _ENDS.match(low, end, limit) else None
    if word.endswith(("fold", "ed", "ing", "halve")):
        return end
    if _DOUBLES.match(low, end, limit) is None:
        return None
    return end if low[end : end + 3].strip()[:1].isalpha() or _is_a_verb(low, numeral) else None


def _is_a_verb(low: str, numeral: Numeral) -> bool:
    """Whether "double" at the end of what is said doubles: "sales may double.", not "the freestyle double", "a triple-double"."""
    if low[numeral.end : numeral.end + 1] == "-" or low[numeral.start - 1 : numeral.start] == "-":
        return False
    before = classes(word_before(low, numeral.start, numeral.floor).strip("(“\"‘'"))
    return bool(before & (AUXILIARY | MODAL | TO | ADVERB | HEDGE | PLURAL | PRONOUN) and not before & ARTICLE)


def halves(scene: Scene, numeral: Numeral) -> bool:
    """Whether a half multiplies: "half as long", the counterpart of "twice as long", and the verb in "the drug halves the risk"."""
    if numeral.form != "part" or numeral.value != 2:
        return False
    low, end = scene.low, numeral.end
    return low.startswith(" as ", end) or (low[end - 1] == "s" and low.startswith(_OBJECTS, end))


_OBJECTS = (" the ", " its ", " their ", " his ", " her ", " our ", " a ", " that ")


def _of_times(scene: Scene, numeral: Numeral) -> int | None:
    """Where "ten times", "30-fold", "2x" or the "20" of "a factor of 20" ends; None where "times" counts occasions."""
    low, end, limit = scene.low, numeral.end, numeral.limit
    if _FACTOR.search(low, max(numeral.floor, numeral.start - _WITHIN), numeral.start):
        return end
    if word_behind(low, end, limit) not in _SIGNS:
        return None
    if found := _FOLD.match(low, end, limit) or _X.match(low, end, limit):
        return found.end()
    found = _TIMES.match(low, end, limit)
    if found is None or _PER_TIME.match(low, found.end(), limit):
        return None
    whole = numeral.value == numeral.value.to_integral_value()
    return found.end() if not whole or _compares(scene, numeral, found.end()) else None


def _compares(scene: Scene, numeral: Numeral, end: int) -> bool:
    """Whether "11 times" compares: with what stands behind it, or as an increase that ends there; else it counts occasions."""
    if _COMPARED.match(scene.low, end, numeral.limit):
        return True
    words = scene.words_before(numeral.start, numeral.floor, _NEAR)
    if words[-1:] == ["by"]:
        return True
    return _ENDS.match(scene.low, end, numeral.limit) is not None and any(
        word.startswith(_GROWTH) and (word != "up" or words[at + 1 : at + 2] != ["the"]) for at, word in enumerate(words)
    )


_SIGNS = frozenset({"times", "fold", "x"})


rule = Rule(
    code="Q403",
    name="multiple",
    kind="multiple",
    forms=frozenset({"digits", "cardinal", "multiple", "part"}),
    read=_read,
    beside=Beside(everywhere={"multiple", "part"}, mentioned={"factor of"}, behind=_SIGNS),
    manual="""
        How many times as large one figure is as another: "ten times as many", "twice the number",
        "doubled", "threefold", "halved" (0.5). "Eleven times" that counts occasions is a count.
    """,
    examples="""
        Output has [doubled] since May.  ->  2
        That is [ten times] as many as before.  ->  10
        [Twice] the number came.  ->  2
        [Twice fewer] agreed.  ->  2
        Deaths may be understated by [10 times] or more.  ->  >=10
        Sales rose [threefold].  ->  3
        Profits may [treble] within a year.  ->  3
        The risk [doubles] with every hour on deck.  ->  2
        The price was [halved] in a year.  ->  0.5
        The firm was sold for [1.4 times] its book value.  ->  1.4
        Shares trade at [twelve times] annual earnings.  ->  12
        The lake is [five times] the size of the old one.  ->  5
        Rents are [three times] last year's level.  ->  3
        The risk fell by a factor of [20].  ->  20
        It rose by a factor of between [two and three].  ->  2..3
        The new road is [half] as long.  ->  0.5
        The drug [halves] the risk of a fall.  ->  0.5
        It is at least [20 times] stronger than steel.  ->  >=20
        Output grew [two- to threefold].  ->  2..3
    """,
    counterexamples="""
        She won the sprint double.
        He had a triple-double.
        They met 11 times between May and June.
        She swims twice a week.
        They met three times last year and twice in May.
        The eight times champion lost.
        He was hit three times in the leg.
    """,
)
