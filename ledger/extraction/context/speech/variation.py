"""Whether "the" before a noun for a person means one who was named before: ``Rita Hale, 36, ... the care assistant said``."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.speech.voices import is_one

_OFFICES = GRAMMAR["office"]
_FORMER = ("former ", "retired ", "veteran ", "ex-")
_NEAR = 6_000
"""How far back, in characters, a noun may have been given to somebody."""
_RESTRICTED = re.compile(r" (?!on [A-Z]|in an? )(?:who|whose|that|whom|of|in|at|from|for|to|with|behind|on|near|\w+ing)\b")
"""What tells which one is meant where nobody was named: ``the nurse who found him``."""
_WITNESS = "witness"


def varies(text: str, role: str, sentence: tuple[int, int]) -> bool:
    """Whether ``the`` ``role`` of ``sentence`` is another word for somebody: no office, nobody told apart or met before."""
    head = role.rpartition(" ")[2].lower()
    low = role.lower()
    if (head in _OFFICES and not low.startswith(_FORMER)) or not is_one(head):
        return False
    called = re.compile(rf"\b[Tt]he {re.escape(role)}\b").search(text, *sentence)
    if called is None or _tells_apart(text, called.end(), sentence[1]):
        return False
    return head == _WITNESS or f" {head}" not in text[max(0, sentence[0] - _NEAR) : sentence[0]].lower()


def _tells_apart(text: str, behind: int, end: int) -> bool:
    """Whether the words from offset ``behind`` tell which one is meant."""
    return _RESTRICTED.match(text, behind, end) is not None
