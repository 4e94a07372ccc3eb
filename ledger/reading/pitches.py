"""What a page says to whoever reads it, and what it shows beside its text: offers, counters, weather, draws, markets.

The shapes of such lines are those of ``pitches.tsv``, a class after the other; here stands which lines are held against which class.
"""

from __future__ import annotations

from ledger import patterns as re
from ledger.lexicon import words
from ledger.lexicon.shapes import patterns, words_of

_LONGEST, _SHORT = 200, 90
"""Characters of a line that says such a thing, and of one that only shows something."""
_STOPS = (".", "!", "?", ":", ",", ";", "”", '"')
"""What a line ends in that may be a sentence."""
_DIGIT = re.compile(r"\d")
_SHAPES = patterns("pitches.tsv")
_PITCHING, _SHOWING = frozenset(words_of("pitches.tsv", "pitching")), frozenset(words_of("pitches.tsv", "showing"))
_SKY = words_of("pitches.tsv", "sky")
_BUTTONS = words("interface.txt") | words("sections.txt") | words("counters.txt")
_STEPS, _BACK, _ON = (" > ", " › ", " » ", " → ", " / ", " :: "), "←‹«◀", "→▶"
"""Signs without which no line leads through a site: between its steps, before the first and behind the last."""
_BESIDE = ("older", "newer", "previous ", "next ", "earlier ")
"""What lies beside a page."""
_SMALL = 3
"""Letters of a word that is on buttons and everywhere else."""


def addresses(line: str) -> bool:
    """Whether a line offers, counts or shows what the page has, and tells nothing of the world."""
    if line[0].isdigit() and len(line) < _LONGEST and _SHAPES["thoughts"].match(line) is not None:
        return True
    if len(line) > _LONGEST or '"' in line or "“" in line:
        return False
    if _DIGIT.search(line) is None and "price of" not in line:  # "Get three issues for the price of one."
        return False
    low = line.lower()
    leading = line[0] in _BACK or line[-1] in _ON or low.startswith(_BESIDE) or any(map(line.__contains__, _STEPS))
    if leading and _leads(line):
        return True
    if not _PITCHING.isdisjoint(low.split()) and _SHAPES["pitch"].search(low) is not None:
        return True
    told = line.endswith((")", ").")) or "pages" in low or " pp" in low or "is published by" in low
    if told and _SHAPES["book"].search(line) is not None:
        return True
    if len(line) < _SHORT and low.startswith(_SKY) and _SHAPES["weather"].match(line) is not None:
        return True
    return not line.endswith(_STOPS) and (_quotes(line) or (len(line) < _SHORT and _shows(line, low)))


def dates_back(part: str) -> bool:
    """Whether a line, or a part of one, says how long ago it was changed: ``Updated 4 hrs ago``."""
    return _SHAPES["ago"].match(part) is not None


def counts_since(part: str) -> bool:
    """Whether a part of a line says how often a page was visited since a year: ``48,211 visits since 2009``."""
    return _SHAPES["since"].fullmatch(part) is not None


def offered_more_of(line: str) -> str:
    """What a button shows more of, in small letters: ``Load 50 more comments``; else ""."""
    found = _SHAPES["more"].match(line)
    return found[1].lower() if found is not None else ""


def _leads(line: str) -> bool:
    """Whether a line leads through a site: "Home > Waste > Changes 2031-32", "← Older posts 1 2 3 Newer posts →"."""
    return not line.endswith(_STOPS) and _SHAPES["trail"].match(line) is not None


def _quotes(line: str) -> bool:
    """Whether a line quotes markets: two moves at least, a market's name with one, or a pair of currencies."""
    moves = len(_SHAPES["move"].findall(line)) if "%" in line else 0
    if moves > 1 or (moves and _SHAPES["market"].match(line) is not None):
        return True
    return "/" in line and len(_SHAPES["pair"].findall(line)) > 1


def _shows(line: str, low: str) -> bool:
    """Whether a short line that is no sentence shows something of the page, the temperature of a town, or a draw."""
    if "°" in line and _SHAPES["town"].match(line) is not None:
        return True
    shows = not line[0].isalpha() or not _SHOWING.isdisjoint(low.replace(":", " ").split())
    return (shows and _SHAPES["shown"].match(line) is not None) or _SHAPES["draw"].match(line) is not None or _counts(line)


def _counts(line: str) -> bool:
    """Whether what a page names on its buttons stands before a count in parentheses: ``Jobs (214)``, ``Login (Basket: 0)``."""
    found = _SHAPES["button"].match(line)
    return found is not None and all(word.strip(" :").lower() in _BUTTONS for word in found[1].split())


def ruled(parts: list[str], told: list[bool]) -> bool:
    """Whether the short ``parts`` of a line say what a page, a paper or a programme is; ``told`` are those known to be its counters.

    Each that has a figure must be one of these, and one of them more than an hour or a price: ``Day 5 of 7 | Lane 4 blog``.
    """
    buttons = any(len(word) > _SMALL and word in _BUTTONS for part in parts for word in part.lower().split())
    sure = any(told)
    for part, known in zip(parts, told, strict=True):
        if part[-1] in ".!?":
            return False
        if known or _DIGIT.search(part) is None:
            continue
        if _SHAPES["column"].match(part) is not None or (buttons and _SHAPES["column count"].search(part) is not None):
            sure = True
        elif _SHAPES["column hour"].fullmatch(part) is None:
            return False
    return sure
