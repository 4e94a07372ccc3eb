"""Whom "the" before a noun for a person means: who has that role, or who was named before: ``Rita Hale ... the care assistant said``."""

from __future__ import annotations

from functools import lru_cache

from ledger import patterns as re
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.speech.voices import is_one

_OFFICES, _UNDER, _LONGEST_RANK = GRAMMAR["office"], GRAMMAR["under"], 12
_FORMER = ("former ", "retired ", "veteran ", "ex-")
_NAME = r"[^\W\d_a-z][^\W\d_]+\s(?:(?:[^\W\d_a-z]\.|de|van|al|bin)\s)?[^\W\d_a-z][\w’'-]+"
_NEAR = 6_000
"""How far back, in characters, a noun may have been given to somebody."""
_RESTRICTED = re.compile(
    r" (?!on [A-Z]|in an? |of (?:his|her|their) )(?:who|whose|that|whom|of|in|at|from|for|to|with|behind|on|near|\w+ing)\b"
)
"""What tells which one is meant where nobody was named: ``the nurse who found him``."""
_WITNESS = "witness"


def varies(text: str, role: str, sentence: tuple[int, int]) -> bool:
    """Whether ``the`` ``role`` of ``sentence`` is another word for somebody: no office, nobody told apart or met before."""
    head = role.rpartition(" ")[2].lower()
    low = role.lower()
    if (head in _OFFICES and not low.startswith(_FORMER)) or not is_one(head):
        return False
    called = text.find(f"he {role}", *sentence)
    if called < 0 or _RESTRICTED.match(text, called + len("he ") + len(role), sentence[1]) is not None:
        return False
    return head == _WITNESS or not _has(text[max(0, sentence[0] - _NEAR) : sentence[0]].lower(), f" {head}")


def _has(low: str, noun: str) -> bool:
    """Whether ``low`` has ``noun`` as a word of its own, or in the plural."""
    return any(f"{noun}{end}" in low for end in (" ", ",", ".", ";", ":", "’", "'", "s ", "s,", "s."))


def holders(text: str, role: str, start: int, end: int) -> list[tuple[int, str]]:
    """Who has the ``role``, told by its last word, in ``text[start:end]``, and where; no deputy has, unless the role is a deputy's."""
    found = _holding(role.rpartition(" ")[2]).finditer(text, start, end)
    under = not _UNDER.isdisjoint(role.split())
    return [(match.start(), match.group(1) or match.group(2)) for match in found if under or not _is_under(text, *match.span())]


def _is_under(text: str, start: int, end: int) -> bool:
    """Whether the role in ``text[start:end]``, or right before it, is a deputy's or a former one's: ``deputy mayor Ana Ruiz``."""
    words = (text[max(0, start - _LONGEST_RANK) : start].rpartition(".")[2] + text[start:end]).lower().replace(",", " ").split()
    return not _UNDER.isdisjoint(words)


@lru_cache(maxsize=64)
def _holding(head: str) -> re.Pattern[str]:
    """A name behind the role ``head``, ``Mayor Ana Ruiz``, ``the mayor, Ana Ruiz,``, or before it: ``Ana Ruiz, the mayor``."""
    called = rf"[{head[0]}{head[0].upper()}]{re.escape(head[1:])}"
    behind = rf"\b{called}(?:\sof\s(?:the\s)?\w+)?,?\s({_NAME})"
    before = rf"({_NAME}),\s(?:\d\d,\s)?(?:who\sis\s|now\s)?(?:(?:the|a|an|its|their|his|her)\s)?(?:[a-z’'-]+\s){{0,3}}?{called}\b"
    return re.compile(f"{behind}|{before}")
