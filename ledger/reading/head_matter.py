"""What stands before an article's first paragraph: above its headline the page has the word, below it whoever signs.

The headline is known by what it tells: words of the paragraphs below. A line above it that tells none of them and has a line of the page
close below is the page's too. Of a row below it in which somebody signs, a day stands or the page counts, the page's are the parts with
figures that tell nothing. And a headline is none of the stories that the page lists above it.
"""

from __future__ import annotations

from ledger import patterns as re
from ledger.reading.dates import find_date
from ledger.reading.end_matter import LABELLED, LONGEST, ends_sentence
from ledger.reading.furniture import furniture
from ledger.reading.pitches import dates_back
from ledger.reading.prose import as_block
from ledger.reading.told import content, echoes
from ledger.records import Block

_MOST = 60
"""Blocks before the first paragraph, or it is no head."""
_SENTENCE = 40
"""Characters of a sentence with which the text begins."""
_LEAD = 4
"""Paragraphs of which a headline tells."""
_NEAR = 4
"""Blocks from a line to the next one of the page."""
_MASTHEAD = 3
"""Blocks between the first lines of a page and its headline; with fewer, and no line of the page before, they may be headlines too."""
_HEADLINE = 2
"""Words that a headline shares with the first paragraphs."""
_WORDS = 6
"""Words of a headline that nothing but the name below it tells for one."""
_DIGIT = re.compile(r"\d")
_PART = re.compile(r"\s+[|·•]\s+")
_SIGNED = re.compile(r"(?:[Bb]y|BY)\s[A-Z]|@\w")
_SIGN = re.compile(r"[|·•>›»/→]")
_BARE = re.compile(r"[\d.,:\s]+")
_STEPS = re.compile(r"\s[>›»/→]\s")


def with_head_matter(text: str, blocks: list[Block]) -> list[Block]:
    """``blocks`` of ``text``, in which what the page says before the first paragraph is furniture; ``blocks`` itself when nothing is."""
    first = _first(text, blocks)
    if not first or not _has_page(text, blocks[:first]):
        return blocks
    lead = [text[block.start : block.end] for block in blocks[first : first + 4 * _LEAD] if _is_sentence(text, block)]
    told = content(" ".join(lead[:_LEAD]))
    headline = _headline(text, blocks[:first], told)
    if headline < 0:
        return blocks
    head = blocks[:first]
    if head[headline].role == "furniture":
        headline = _restored(text, head, headline, told)
    top = _top(text, head, headline, told)
    found = _above(text, head[:headline], top)
    for block in head[headline:]:
        found += _row(text, block, told)
    return [*found, *blocks[first:]] if found != blocks[:first] else blocks


def _first(text: str, blocks: list[Block]) -> int:
    """Where the text begins: with a sentence, or with a list of figures that have labels; 0 when that is too far down."""
    labelled = -2
    for at, (start, end, role) in enumerate(blocks[:_MOST]):
        if _is_sentence(text, blocks[at]):
            return at
        if role in ("body", "item", "heading") and LABELLED.match(text, start, end):
            if labelled == at - 1:
                return labelled
            labelled = at
    return 0


def _has_page(text: str, head: list[Block]) -> bool:
    """Whether a line of the page, or a sign that parts rows and steps, stands beside a figure: the quick look."""
    start, end = head[0].start, head[-1].end
    return any(block.role == "furniture" for block in head) or (
        _SIGN.search(text, start, end) is not None and _DIGIT.search(text, start, end) is not None
    )


def _is_sentence(text: str, block: Block) -> bool:
    start, end, role = block
    return role == "body" and end - start >= _SENTENCE and ends_sentence(text[start:end])


def _headline(text: str, head: list[Block], told: set[str]) -> int:
    """Where the first line stands that is signed or tells what the text tells; of other stories the one that tells most; else -1."""
    may = [at for at, block in enumerate(head) if _may_be_headline(text, block, told)]
    signed = _signed(text, head)
    open_ = next((at for at in may if head[at].role != "furniture"), signed)
    if 0 <= signed < open_:
        return signed
    if open_ >= 0 or not may:
        return open_
    return max(may, key=lambda at: (echoes(text[head[at].start : head[at].end], told), at))


def _signed(text: str, head: list[Block]) -> int:
    """Where the line stands below which the first who signs does so, of so many words as a headline has; -1 without one."""
    for at, block in enumerate(head):
        if block.role == "byline" and _SIGNED.match(text, block.start):
            above = head[at - 1] if at else block
            return at - 1 if above.role == "heading" and len(text[above.start : above.end].split()) >= _WORDS else -1
    return -1


def _may_be_headline(text: str, block: Block, told: set[str]) -> bool:
    start, end, role = block
    if role not in ("body", "heading", "furniture") or end - start >= LONGEST:
        return False
    line = text[start:end]
    return echoes(line, told) >= _HEADLINE and (role != "furniture" or furniture(line) == "")


def _restored(text: str, head: list[Block], headline: int, told: set[str]) -> int:
    """Makes headings of a headline that was taken for another story and of those around it; where the first of them stands."""
    begin = end = headline
    while begin and head[begin - 1].role == "furniture" and _may_be_headline(text, head[begin - 1], told):
        begin -= 1
    while end < len(head) and head[end].role == "furniture" and _may_be_headline(text, head[end], told):
        end += 1
    head[begin:end] = [as_block((block.start, block.end, "heading")) for block in head[begin:end]]
    return begin


def _top(text: str, head: list[Block], headline: int, told: set[str]) -> int:
    """Where the headlines begin: right above the one that tells most others may stand, and one that only it explains."""
    top = headline
    while top and head[top - 1].role != "furniture" and echoes(text[head[top - 1].start : head[top - 1].end], told):
        top -= 1
    return top - 1 if top and head[top - 1].role != "furniture" else top


def _above(text: str, head: list[Block], top: int) -> list[Block]:
    """The blocks above the headline: furniture where they lead through the site, or stand close above what is furniture."""
    found, page = head.copy(), len(head) + _NEAR
    until = next((at for at in range(top) if head[at].role == "furniture"), top - _MASTHEAD)
    for at in reversed(range(len(head))):
        start, end, role = head[at]
        if role == "furniture":
            page = at if at < top else page
        elif _may_be_the_pages(text, head[at]):
            is_near = at < page <= at + _NEAR and (at > until or at + _MASTHEAD < top)
            if is_near or len(_STEPS.findall(text, start, end)) > 1:
                found[at] = as_block((start, end, "furniture"))
                page = at if at < top else page
    return found


def _may_be_the_pages(text: str, block: Block) -> bool:
    start, end, role = block
    if role == "byline" or end - start >= LONGEST or _DIGIT.search(text, start, end) is None:
        return False
    line = text[start:end]
    return not ends_sentence(line) and find_date(line) is None and LABELLED.match(line) is None


def _row(text: str, block: Block, told: set[str]) -> list[Block]:
    """The parts of a row in which somebody signs, a day stands or the page counts: those with other figures that tell nothing are its."""
    start, end, role = block
    gaps = [gap.span() for gap in _PART.finditer(text, start, end)] if end - start < LONGEST and role not in ("furniture", "byline") else []
    if not gaps or _DIGIT.search(text, start, end) is None:
        return [block]
    parts = [*zip([start, *(behind for _, behind in gaps)], [*(before for before, _ in gaps), end], strict=True)]
    lines = [text[slice(*part)] for part in parts]
    dated = [find_date(line) is not None for line in lines]
    if not any(
        known or _SIGNED.match(line) or dates_back(line) or (furniture(line) and not _BARE.fullmatch(line))
        for line, known in zip(lines, dated, strict=True)
    ):
        return [block]
    found = list[Block]()
    for part, line, known in zip(parts, lines, dated, strict=True):
        is_name = known or _DIGIT.search(line) is None
        found.append(as_block((*part, "byline" if is_name else role if ends_sentence(line) or echoes(line, told) else "furniture")))
    return found
