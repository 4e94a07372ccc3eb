"""The size of a file that a page offers: "(PDF, 1.2 MB)", "Download the data (14.2 kB)"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES
from ledger.extraction.rule import Beside, Exclusion
from ledger.extraction.scene import Scene

_SIZE = re.compile(r"\s?(?:[kmg]i?b|bytes)\s?[)\]]")
_KINDS = CLASSES["file"]
_WORD = re.compile(r"[a-z]+")
_FAR = 60


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    low, start, floor = scene.low, numeral.start, numeral.floor
    size = _SIZE.match(low, start + len(numeral.digits), numeral.limit)
    if size is None or not numeral.digits:
        return None
    said = _WORD.findall(low, max(floor, start - _FAR), start)
    return (start, size.end() - 1) if not _KINDS.isdisjoint(said) else None


exclusion = Exclusion(
    code="N502",
    name="size of a download",
    forms=frozenset({"digits"}),
    covers=_covers,
    beside=Beside(behind={"kb", "mb", "gb", "kib", "mib", "gib", "bytes", *"kmg"}),
    manual="""
        The size of a file in brackets behind its kind, or behind a word for getting it. The size of something that is
        told of in a sentence is a measure.
    """,
    examples="""
        Annual report (PDF, [1.2 MB])
        Download this chart (.xlsx) ([14.2 kB])
    """,
    counterexamples="""
        The log (1.2 MB) is kept.
        Its cache holds 64 MB of text.
    """,
)
