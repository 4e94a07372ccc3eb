"""The vocabulary beside dates, by class, and the words on either side of a place in the text."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.scene import Scene
from ledger.lexicon import classes

CLASS = classes("calendar.tsv")
"""The words of each class of ``lexicon/calendar.tsv``."""

STRONG, WEAK, DETERMINER, RELATIVE = CLASS["strong"], CLASS["weak"], CLASS["determiner"], CLASS["relative"]
QUALIFIER, APPROXIMATE, FUNCTION, SUBJECT = CLASS["qualifier"], CLASS["approximate"], CLASS["function"], CLASS["subject"]
COUNTED = CLASS["counted"] | CLASS["person"]
DATED, FUTURE = CLASS["dated"], CLASS["future"]
MONTH = f"(?:{'|'.join(sorted({name[:3] for name in CLASS['month']}))})"
"""A pattern of how the name of a month begins."""

YEAR_SAID = re.compile(r",?\s+(?:of\s+)?(?:(last|this|next)|(that|the\s+same)|the\s+(following|previous|next|preceding))\s+year\b(?![’'])")
"""Behind a month, a season or a quarter: in which year it was; not "last year's", which goes with what follows."""

_NEXT = re.compile(r"\s+([^\W\d_]+)")
_HYPHENED = ("-", "‑", "-\n", "- ")
_OPENING = "(“\"'‘—–«[*_"


def before(scene: Scene, start: int, floor: int, reach: int = 40, most: int = 4) -> list[str]:
    """Up to ``most`` words left of ``start`` as written, opening quotes and brackets off, the nearest last.

    A hyphen that joins the nearest to what stands at ``start`` is off too: "mid-July" gives "mid".
    """
    left = scene.text[max(floor, start - reach) : start]
    if left.endswith(_HYPHENED):
        left = left.rstrip("-‑ \n")
    return [word.lstrip(_OPENING) for word in left.rsplit(None, most)[-most:]]


def behind(scene: Scene, end: int, limit: int) -> str:
    """The word behind ``end`` as written, or "" where punctuation, a figure or nothing comes first."""
    match = _NEXT.match(scene.text, end, limit)
    return match.group(1) if match else ""


def between(scene: Scene, start: int, end: int) -> str:
    """What joins two figures, without the white space, a leading comma and a trailing article; ", " stays "," and much text is "?"."""
    if not 0 <= end - start <= 14:
        return "?"
    if end - start == 1:
        return scene.low[start].strip()
    gap = " ".join(scene.low[start:end].split()).removesuffix(" the")
    return gap.removeprefix(",").lstrip() or gap


def is_plural(word: str) -> bool:
    """Whether ``word`` looks like a plural noun in lower case."""
    return word[-1:] == "s" and len(word) > 3 and word.islower() and not word.endswith(("ss", "us", "is")) and word not in FUNCTION


def is_dated(word: str) -> bool:
    """Whether a year before ``word`` dates it: an election, reports."""
    return word in DATED or (word[-1:] == "s" and word[:-1] in DATED)


def is_counted(word: str) -> bool:
    """Whether a number before ``word`` counts it."""
    return word in COUNTED or (is_plural(word) and not is_dated(word))


def opens_sentence(scene: Scene, start: int, floor: int) -> bool:
    """Whether nothing of its sentence stands left of ``start``."""
    left = scene.text[max(floor, start - 6) : start].rstrip(_OPENING + " \n\t")
    return (not left and start - floor < 6) or left[-1:] in ".!?:;•"
