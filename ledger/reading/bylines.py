"""Reads the head of a text: its title, who wrote it, for whom and when."""

from __future__ import annotations

from dataclasses import dataclass, field

from ledger import patterns as re
from ledger.lexicon import lists, table, words
from ledger.lexicon.shapes import words_of
from ledger.reading.dates import find_date
from ledger.records import Block, Source

_HEAD, _FOOT, _LONGEST = 12, 4, 170
"""Blocks that may be head matter, or foot, and characters of the longest of them."""
_SHORTEST_TEXT, _LEAD = 40, 250
"""Characters of a paragraph that is text, and of one behind which nobody signs."""

_OF_KIND: dict[str, list[str]] = {}
"""The phrases of each kind of ``bylines.tsv``."""
for _phrase, _kind in table("bylines.tsv"):
    _OF_KIND.setdefault(_kind, []).append(_phrase)

_CLOCK = r"\b\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?"
_DAY_NAME = rf"\b(?:{'|'.join((*lists('periods.tsv')['weekday'], *lists('periods.tsv')['weekday short']))})\b"
_COUNTERS = (
    rf"\b\d{{1,2}}\s(?:{'|'.join(words_of('pitches.tsv', 'moments'))})\sago\b|\b\d{{1,3}}[\s-]min(?:ute)?s?(?:\sread)?\b"
    rf"|\b[\d.,]+k?\s(?:{'|'.join(_OF_KIND['counted'])})\b"
    r"|[|·•]\s+[\d.,]+k?\s*$|\b(?:[Ee]stablished|[Ee]st\.?|[Ss]ince)\s\d{4}\b"
    r"|(?:(?:[Tt]oday['’]s |[Cc]over )?(?:paper|price):? )?[$£€]\s?\d(?:\.\d\d)?(?![\d.,])|-?\d{1,2}\s?°\s?[CF]?|\b\d{2,3}p\b"
)
_SERIES = (
    rf"\b(?:{'|'.join(_OF_KIND['series'])})\b\.?\s*#?\d[\d/.,-]*"
    r"(?=\s*(?:$|[(,|]|[–—-]\s)|\s{2,})|\([A-Z\d]+-[A-Z\d-]*\d[A-Z\d-]*\)|\(\d(?:,\s?\d)*\)"
)
_PASSED_OVER = re.compile(rf"{_COUNTERS}|{_CLOCK}|{_DAY_NAME}|{_SERIES}", re.I)
_SERIES_NUMBER = re.compile(_SERIES, re.I)
_WORD = re.compile(r"[^\W_][\w.'’&/-]*")
_DIGIT = re.compile(r"\d")
_PART_END = re.compile(r"\s*[|·•,;()]\s*|\s/\s|\s+[–—-]{1,2}\s+|\.\s+(?=[A-Z][a-z]+:|[A-Z][a-z]+ed by)")
_FIELD_END = re.compile(r"\s*(?:[|·•.(]|$)")
_SIGNED = re.compile(r"\b(?:[Bb]y|BY|(?:Words|Text|Authors?|Author|Story|Report):)\s+([^|·•(,;/]+)")
_NAME_END = re.compile(r"\s+(?:for|in|at|with|on|from|posted|published|updated)\s.*|\.$")
_EVENT = re.compile(r"(?:[A-Z][a-z]+ed|Born|Died|Built|Begun)(?:\s[a-z]+)?:\s*")
"""A field that tells when something was done to what the text is about: "Opened: 6 May 1971"."""
_DATELINE_END = re.compile(r"\s*(?:\([^)]{1,40}\)\s*)?(?:--|[–—:-])\s|\s*\([^)]{1,40}\)")
_BRACKETED_END = re.compile(r"\s*\)\s*(?:--|[–—:-])\s")
"""Behind "BERLIN (12 May 2020"; "Abraham Lincoln (February 12, 1809 – April 15, 1865)" tells when somebody lived."""

_KINDS = {phrase: kind for phrase, kind in table("bylines.tsv") if kind not in ("small", "particle", "series", "counted")}
_LONGEST_PHRASE = max(phrase.count(" ") for phrase in _KINDS) + 1
_FIRST_WORDS = frozenset(found[0].rstrip(".") for phrase in _KINDS if (found := _WORD.match(phrase)))
_PARTICLES = frozenset(_OF_KIND["particle"])
_SMALL = _PARTICLES.union(_OF_KIND["small"])
_FIGURES = frozenset(word for word, form, _ in table("numerals.tsv") if form not in ("month", "season"))


@dataclass
class _Head:
    """What the head of a text has said so far."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    is_over: bool = False
    silent: set[int] = field(default_factory=set)


def with_bylines(text: str, blocks: list[Block]) -> tuple[list[Block], Source]:
    """``blocks`` with the role ``byline`` where they say who wrote the text and when, and the source they speak of.

    Only the first dozen blocks that are no furniture are looked at, and none behind the first long paragraph;
    and the last few, for the time of the last change.
    """
    head = _Head()
    candidates = [at for at, block in enumerate(blocks[: 8 * _HEAD]) if block.role != "furniture"][:_HEAD]
    for at in candidates:
        start, end, role = blocks[at]
        if end - start > _LEAD:
            head.published = head.published or _dateline(text[start : start + 120])
            break
        line = text[start:end]
        is_title = role == "heading" or (at == candidates[0] and end - start <= _LONGEST and line[-1] not in ".:")
        if role == "byline" or (end - start <= _LONGEST and role not in ("item", "row", "cell") and _is_byline(line, head)):
            head.silent.add(at)
            _learn(head, line)
        elif is_title and not head.title:
            head.title = " ".join(line.split())
        else:
            head.published = head.published or _dateline(line)
            head.is_over = head.is_over or (role == "body" and end - start > _SHORTEST_TEXT)
    for at in candidates[1:] if head.silent else ():
        if at not in head.silent and _stands_beside(head.silent, at, text, blocks) and _is_signature(text[slice(*blocks[at][:2])]):
            head.silent.add(at)
            _learn(head, text[slice(*blocks[at][:2])], signature=True)
    if len(blocks) > _HEAD:
        head.silent.update(at for at in range(max(_HEAD, len(blocks) - _FOOT), len(blocks)) if _is_stamp(text, blocks[at]))
    source = Source.known(title=head.title, author=head.author, publisher=head.publisher, published=head.published)
    if not head.silent:
        return blocks, source
    blocks = blocks.copy()
    for at in head.silent:
        start, end, _ = blocks[at]
        blocks[at] = Block(start, end, "byline")
    return blocks, source


def _is_byline(line: str, head: _Head) -> bool:
    """Whether a line says nothing but who, for whom, where and when.

    The first line of a text may be its title; a second date behind its first paragraph heads a day's entry.
    """
    phrase, kind = _opening(line)
    if not kind and not _DIGIT.search(line):
        return False
    dated = find_date(line)
    rest = line[len(phrase) :].lstrip(" :")
    if kind == "dated":
        return dated is not None and (_is_name_like(_without(rest, find_date(rest))) or _FIELD_END.match(line, dated.end) is not None)
    if kind == "author" and (phrase.lower().endswith("by") or phrase.isupper() or line[len(phrase) : len(phrase) + 1] == ":"):
        return _is_name_like(_without(rest, find_date(rest)), needs_name=True)
    if kind == "desk":
        return _is_name_like(_without(rest, find_date(rest)))
    if head.is_over and head.published:
        return False
    if dated is not None:
        if _EVENT.fullmatch(line, 0, dated.start):
            return False
        remainder = _without(line, dated)
        return _is_name_like(remainder) and (bool(head.title) or len(_WORD.findall(remainder)) <= 6 or "|" in line)
    return _SERIES_NUMBER.search(line) is not None and _is_name_like(_without(line, None))


def _is_stamp(text: str, block: Block) -> bool:
    """Whether a block says when the page was changed, and nothing else."""
    line = text[block.start : block.end] if block.end - block.start <= _LONGEST and block.role in ("body", "heading") else ""
    return _opening(line)[1] == "dated" and _is_byline(line, _Head(title="-"))


def _opening(line: str) -> tuple[str, str]:
    """The longest phrase of the lexicon that ``line`` begins with, as written, and its kind."""
    low = line[:40].lower()
    first = _WORD.match(low)
    if first is None or first[0].rstrip(".") not in _FIRST_WORDS:
        return "", ""
    ends = [found.end() for found in _WORD.finditer(low)][:_LONGEST_PHRASE]
    for end in reversed(ends):
        kind = _KINDS.get(low[:end].rstrip("."))
        if kind is not None:
            return line[:end], kind
    return "", ""


def _without(line: str, dated: tuple[int, int, str] | None) -> str:
    """``line`` without its date, clock times, counters and numbers of a series."""
    if dated is not None:
        line = f"{line[: dated[0]]} {line[dated[1] :]}"
    return _PASSED_OVER.sub(" ", line)


def _is_name_like(text: str, needs_name: bool = False) -> bool:
    """Whether all words are names or such as stand beside names, and none is a figure."""
    named = False
    for word in _WORD.findall(text):
        low = word.lower().rstrip(".")
        if low in _SMALL:
            continue
        if not word[0].isupper() or any(part in _FIGURES for part in low.replace("'", "-").split("-")):
            return False
        named = True
    return named or not needs_name


def _stands_beside(silent: set[int], at: int, text: str, blocks: list[Block]) -> bool:
    """Whether only one line end parts the block from a byline."""
    return (at - 1 in silent and text.count("\n", blocks[at - 1].end, blocks[at].start) == 1) or (
        at + 1 in silent and text.count("\n", blocks[at].end, blocks[at + 1].start) == 1
    )


def _is_signature(line: str) -> bool:
    remainder = _without(line, None)
    return len(line) <= 90 and len(_WORD.findall(line)) <= 9 and _is_name_like(remainder, needs_name=True)


def _learn(head: _Head, line: str, signature: bool = False) -> None:
    """Fills what ``head`` does not know yet from a byline."""
    dated = find_date(line)
    if dated is not None and not head.published:
        head.published = dated.iso
    signed = _SIGNED.search(line)
    if signed is not None and not head.author:
        head.author = _NAME_END.sub("", signed[1]).strip()
    bare = line if dated is None else f"{line[: dated.start]}|{line[dated.end :]}"
    for part in _PART_END.split(bare):
        part = part.strip(" .")
        found = _WORD.findall(part)
        if (signed is not None and part.startswith(signed.group()[:12])) or not _is_name(part, found):
            continue
        if not words("publishers.txt").isdisjoint(word.lower() for word in found):
            head.publisher = head.publisher or part
        elif not head.author and (signature or "|" in line) and len(found) > 1 and not part.isupper():
            head.author = part


def _is_name(part: str, found: list[str]) -> bool:
    """Whether a part of a byline is the name of a person or a house."""
    capital = all(word[0].isupper() or word in _PARTICLES for word in found)
    return 0 < len(found) <= 6 and capital and ":" not in part and not _opening(part)[1]


def _dateline(line: str) -> str:
    """The date in the dateline that a paragraph begins with: ``MARLOW BAY, October 24, 2028 -- ...``."""
    dated = find_date(line, 0, 100)
    if dated is None or not _is_name_like(line[: dated.start], needs_name=True):
        return ""
    in_brackets = line.count("(", 0, dated.start) > line.count(")", 0, dated.start)
    end = (_BRACKETED_END if in_brackets else _DATELINE_END).match(line, dated.end)
    until = find_date(line, end.end(), end.end() + 24) if end else None  # a life or a term
    return dated.iso if end and not (until and until.start == end.end()) else ""
