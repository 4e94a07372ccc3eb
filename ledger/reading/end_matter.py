"""What stands behind an article's last paragraph: short lines that end no sentence are the page's, as those around them are.

A short line says little by itself, and what it is its neighbours tell (J. Pomikálek, Removing Boilerplate and Duplicate Content from
Web Corpora, 2011, section 3.2). Here that is used only behind the article's last paragraph, where the page has the last word.
"""

from __future__ import annotations

from ledger import patterns as re
from ledger.reading.dates import find_date
from ledger.reading.furniture import furniture
from ledger.reading.prose import SENTENCE_END, as_block
from ledger.records import Block

_PARAGRAPH = 120
"""Characters of a line that is a paragraph when it ends a sentence."""
LABELLED = re.compile(r"[^\W\d_][^:\d]{0,40}:\s(?:[a-z]+\s){0,3}[$€£]?\d")
""" "Entry fee: €45" in a box of facts."""
LONGEST = 160
"""Characters of a line that is no paragraph."""
_PART_ENDS = re.compile(r"[.!?][ ]+(?=[A-Z\d])|\s+[|·•]\s+")
_REACHES = re.compile(r"\bpages? \d|\S@\S|\bwww\.\w|\b\d{3,5}[ -]\d{3,4}\b|\btext\s[A-Z]{3,}\b|\bBox \d")
"""Where something is to be found or somebody to be reached; a thousand written with a space looks like a telephone."""
_DIGIT = re.compile(r"\d")
_SHORT = 3
"""Words that the shortest sentence of a foot has more than."""
_TITLED = re.compile(r"[A-Z][\w’' ]{1,24}:\s|(?:Printed|Published|Registered|Updated)\s")
"""What heads a part that is none: "Map: sheet 118", "Printed on paper of 90 g"."""


def with_end_matter(text: str, blocks: list[Block]) -> list[Block]:
    """``blocks`` of ``text``, in which what the page says at its end is furniture.

    Behind the last paragraph these are the lines that end no sentence and follow a line of furniture, but for dates and for figures with
    a label; and of a foot, one line of several parts of which one is furniture, the parts that are no sentences.
    """
    last = next((at for at in range(len(blocks) - 1, -1, -1) if _is_paragraph(text, blocks[at])), None)
    if last is None or last == len(blocks) - 1:
        return blocks
    found, is_page = blocks[: last + 1], False
    for block in blocks[last + 1 :]:
        start, end, role = block
        if role == "furniture":
            is_page = True
        elif role in ("body", "heading") and end - start < LONGEST and _DIGIT.search(text, start, end):
            if parts := _foot(text, start, end):
                found += parts
                continue
            if is_page and not _is_told(text[start:end]):
                block = as_block((start, end, "furniture"))
        found.append(block)
    return found


def _is_paragraph(text: str, block: Block) -> bool:
    start, end, role = block
    return role == "body" and end - start >= _PARAGRAPH and ends_sentence(text[start:end])


def ends_sentence(line: str) -> bool:
    return SENTENCE_END.search(line) is not None


def _is_told(line: str) -> bool:
    """Whether a line behind furniture is a sentence, dates a reader's comment, or is a figure with a label."""
    return ends_sentence(line) or find_date(line) is not None or LABELLED.match(line) is not None


def _foot(text: str, start: int, end: int) -> list[Block]:
    """The parts of a line, furniture but for sentences, when one of them is furniture by itself; else nothing."""
    gaps = [found.span() for found in _PART_ENDS.finditer(text, start, end)]
    ends = [at + (not text[at].isspace()) for at, _ in gaps]
    parts = [*zip([start, *(behind for _, behind in gaps)], [*ends, end], strict=True)]
    if len(parts) < 2 or not any(_is_of_the_page(text[slice(*part)]) for part in parts):
        return []
    return [as_block((*part, "body" if _is_sentence(text[slice(*part)]) or find_date(text, *part) else "furniture")) for part in parts]


def _is_of_the_page(part: str) -> bool:
    return furniture(part) != "" or (_REACHES.search(part) is not None and not _is_sentence(part))


def _is_sentence(part: str) -> bool:
    return ends_sentence(part) and part.count(" ") >= _SHORT and _TITLED.match(part) is None
