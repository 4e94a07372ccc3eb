"""Ordinals that state a rank or a place in a sequence."""

from __future__ import annotations

from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import Rule
from ledger.extraction.scene import Reading, Scene
from ledger.lexicon import words


def _read(scene: Scene, at: int) -> Reading | None:
    numeral = scene.numerals[at]
    if numeral.value in (1, 2) and not numeral.digits and not _ranks(scene, numeral):
        return None
    return Reading(numeral.start, numeral.end, numeral.value, numeral.value, bound="exact")


def _ranks(scene: Scene, numeral: Numeral) -> bool:
    """Whether "second" ranks a noun; "first" and a bare "second" order a text more often than the world."""
    if numeral.value == 1 or numeral.end - numeral.start < 5:
        return False
    following = scene.word_after(numeral.end, numeral.limit)
    return (
        following not in _NO_NOUN
        and following not in ("", "half")
        and scene.words_before(numeral.start, numeral.floor, 1)[-1:] != []
        and (scene.words_before(numeral.start, numeral.floor, 1)[-1] in _DETERMINERS)
    )


_DETERMINERS = frozenset(["the", "a", "his", "her", "its", "their", "our", "your", "my", "this", "that"])
_NO_NOUN = words("prepositions.txt")


rule = Rule(
    code="Q501",
    name="ordinal",
    kind="ordinal",
    forms=frozenset({"ordinal"}),
    read=_read,
    manual="""
        A place in an order: a term, an anniversary, a rank. The value is the number itself; what is
        counted is the noun that it ranks. A plain "first" is passed over, and "second" where it ranks no noun.
    """,
    examples="""
        She seeks a [sixth] term.  ->  6
        The [31st] chapter is closed.  ->  31
        It was the [20th] anniversary of the treaty.  ->  20
        He finished [twenty-first].  ->  21
        It is the [second] round of talks.  ->  2
    """,
    counterexamples="""
        First, the bank closed.
        The second half began late.
        She had second thoughts.
    """,
)
