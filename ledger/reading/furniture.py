"""Tells what a page says of itself (buttons, credits, contacts, references) from what it says of the world."""

from __future__ import annotations

from bisect import bisect_left

from ledger import patterns as re
from ledger.lexicon import lists, table, words
from ledger.reading.pitches import addresses, counts_since, dates_back, offered_more_of, ruled

_LONGEST = 320
"""A line longer than this many characters is no furniture, unless it is a reference."""

_PART_WORDS = 3
_FEW = 32
"""Characters behind the phrase that heads a list of links."""
_LABELS = frozenset({"list", "works", "notes", "contents"})
_SHORT, _TAIL, _FIRST_BUTTONS = 160, 40, 60
_TALLY, _MOST_BUTTONS = 60, 9
"""Characters and words of a line of buttons that count."""

# The first word of a line; a line that begins as an entry of a bibliography may: "Surname, G".
_OPENING = re.compile(r"[\s*_=>|•·\-–—(\"“]*([^\W\d_]+)")
_SURNAME = re.compile(r"[\s*_>|•·\-–—(\"“]*+[^\W\d_]++[\w’'-]*+(?:\s[A-Z][\w’'-]++)?,\s+[A-Z]")
_LONGEST_SURNAME = 80
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*'?")

_DIGIT = re.compile(r"\d")
_COUNTS = re.compile(r"\d[\d.,]*[km]?")
_COUNT = r"\d[\d.,]*\s?(?:[kKmM]\b)?"
_TIMES = re.compile(r"[\d:\s./|–-]*\b\d{1,2}:\d\d\b[\d:\s./|–-]*$")
_PAGE_NUMBER = re.compile(
    r"[\s\-–—·•.|\[(]*(?:(?:page|p\.|pg\.?)\s*)?(?!(?:19|20)\d\d\W*$)\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[\s\-–—·•.|\])]*$", re.I
)
_RUNNING_HEAD = re.compile(r"\S[^\n]{8,100}?[ \t\xa0]{5,}\d{1,4}$|\d{1,4}[ \t\xa0]{5,}\S[^\n]{8,100}$")
_EDIT = re.compile(r"\[(?:edit|hide|show)(?:[ |]+edit)?(?: source)?\]$", re.I)
_SIZE = re.compile(
    r"\W*\d{1,5}\s?[x×]\s?\d{1,5}(?:\s*(?:px|pixels|image|photo))?\W*$|(?:\W*(?:144|240|270|360|480|540|576|720|1080|1440|2160)[pi]\b(?:\s?HD)?)+\W*$",
    re.I,
)
_COPYRIGHT = re.compile(r"\W{0,3}(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|:|(?:by\s|in\s)?\W?(?:19|20)\d\d))", re.I)
_CALL = re.compile(r":\s*(?:\+\d|0\d{2,4}[ -]\d|\(0\d+\)|\d{3}[ -]\d{4}\b)[\d ()/.-]{3,}")
_REACHED = re.compile(
    r"\+\d{1,3}[ -]?\(?\d|\b0\d{2,4}[ -]\d|\b\d{3,5} \d{3,5}\b|\b\d{3}-\d{4}\b|@\w|\baccount\b|\bIBAN\b|\btext\s+[A-Z\d]{2,}|\(0\d+\)"
)
_CREDIT = re.compile(
    r"(?:^|[.!?…”\"'’)\]]\s*|\s[|/·–—-]\s*|\()((?:Photos?|Images?|Pictures?|Picture credit|Photo credit|Credit|Photograph|Illustration)"
    r"(?:\s\d+\s(?:of|/)\s\d+)?\s?(?::|\bby\s)|©|\(c\)\s)"
)
_CREDIT_AT_END = re.compile(
    r"(?:[.!?…][”\"]?\s+|(?=\())"
    r"(\(?(?:Photo(?:graph)?|Image|Picture|Credit)s?(?:\s\d+\s(?:of|/)\s\d+)?\s?(?::|by\s|courtesy\s)(?:[^.()]|\.(?:(?!\s)|(?<=\b[A-Z]\.)))++\)?\.?)$"
)
_RESERVED = "rights reserved"
_CREDIT_WORDS = ("Photo", "Image", "Picture", "Credit", _RESERVED)
_LONGEST_CREDIT = 140
_CREDIT_SIGNS = ("Photo", "Image", "Picture", "(c)", "(C)", "©")
_POST_BOX = re.compile(r"\bP\.?\s?O\.?\s?Box\s\d")
_VOLUME = re.compile(r"\bvol(?:ume|\.)?\s*\d+.{0,20}\b(?:no|nr|issue|number)\b", re.I)
_NOTE = re.compile(
    r"(?:\d{1,3}\.\s+)?[\^↑]\s+\S|\[(?:\^[^\]\s]+|\d{1,3})\]:?\s|[¹²³⁴-⁹⁰]+\s*\S|(?:foot|end)?notes?:\s*(?:[(\[]\d|\d+[.)]\s|1\s+\S.*\s2\s+\S)",
    re.I,
)
_CONTENTS = re.compile(r"(?:Table of )?[Cc]ontents:?\s+1\.?\s+[A-Z].*\s2\.?\s+[A-Z].*\s3\.?\s+[A-Z]")
_GALLERY = re.compile(r"\[(?:gallery|photos?|pictures?|images?|videos?|slideshow)\b[^\]]*\]$", re.I)
_COUNTER = re.compile(rf"(?:\W*{_COUNT}[\s-]*([a-z]+(?:[\s-][a-z]+){{0,2}})|\W*([a-z]+(?:\s[a-z]+)?)\W{{1,3}}{_COUNT})\W*$", re.I)

_ENTRY = re.compile(r"[\[(]?\d{1,3}[\])]?\.?\s+\S")
_NUMBERED = re.compile(r"[\[(]?\d")


_BACK_THEN = frozenset({" ago", "ago:", "oday"})
_TICKER = re.compile(r"\d[ \xa0]*[▲▼][ \xa0]*[+−-]?\d[\d.,]*[ \xa0]?%?$")
"""A quotation of a stock and how it moved, at the end of a line: "7,912.4 ▲ 0.6%"."""
_BADGE = re.compile(r"[^\w\s.,;:!?%$€£+–—<>~-]\ufe0f?[ \xa0]?\d[\d.,]*\s?[kKmM]?|[★☆⭐]{3,6}\W*\d*\W*")
"""A sign for a button and how often it was pressed; stars and how many gave them."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST_PART, _MENU = 40, 4
"""Characters of a part of a row, and parts of one that leads through a site."""
_PARTED = re.compile(r"\s{2,}|\s*[|·•]\s*")


class _Shapes(dict[str, tuple[re.Pattern[str], ...]]):
    """The patterns that a line may match, by its first character."""

    def __missing__(self, first: str) -> tuple[re.Pattern[str], ...]:
        found = list[re.Pattern[str]]() if first.isalpha() else [_TIMES, _SIZE, _COPYRIGHT, _NOTE, _PAGE_NUMBER]
        for letters, pattern in (("cC", _COPYRIGHT), ("cCtT", _CONTENTS), ("nNfFeE", _NOTE), ("pP", _PAGE_NUMBER)):
            if first in letters:
                found.append(pattern)
        if first == "[":
            found.append(_GALLERY)
        if not first.isalpha():
            found.append(_ENTRY)
        self[first] = tuple(found)
        return self[first]


_SHAPES = _Shapes()
_LONG_SHAPES = (_ENTRY,)
_CITING = (
    re.compile(r"^[\[(]?\d{0,3}[\])]?\.?\s*[A-Z][\w’'-]+,\s[A-Z](?:\.|[a-z]+[.,;])"),
    re.compile(r"\((?:1[6-9]|20)\d\d[a-z]?\)|[.,]\s(?:1[6-9]|20)\d\d[a-z]?\.(?:\s|$)"),
    re.compile(r"[.,]\s[\"“][^\"”]{10,200}[.,]?[\"”]"),
    re.compile(r"\d\s?\(\d+\)|[:,]\s?\d+\s?[-–]\s?\d+\b"),
    re.compile(r"\b(?:pp?|vol|no|eds?)\.\s?\d|\bet al\b|\beds?\.[),]|\bVol\.|\bNo\.\s\d|\b(?:ISBN|ISSN|doi)\b", re.I),
)
"""What a reference shows, the quickest to find first: the name turned round, the year, the quoted title, pages, abbreviations."""


def _phrases() -> dict[str, list[tuple[str, str]]]:
    """The phrases of the lexicon by their first word, longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for phrase, how in table("furniture.tsv"):
        if how == "ends":
            continue
        found.setdefault(_WORDS.findall(phrase)[0].partition("-")[0].partition("'")[0], []).append((phrase, how))
    return {word: sorted(phrases, key=lambda row: -len(row[0])) for word, phrases in found.items()}


_PHRASES = _phrases()
_ENDINGS = tuple(phrase for phrase, how in table("furniture.tsv") if how == "ends")
_LAST_LETTERS = frozenset((phrase + stop)[-3:] for phrase in _ENDINGS for stop in ("", *".!:>»→"))
_BUTTONS = words("interface.txt")
_DAYS = frozenset((*lists("periods.tsv")["weekday"], *lists("calendar.tsv")["month"]))
_SECTIONS, _COUNTED = words("sections.txt"), words("counters.txt")


def furniture(line: str, paged: bool = True) -> str:
    """What kind of furniture ``line`` is, without white space around it; empty for a line that speaks of the world.

    The kinds are those of the lexicon, and ``shape`` for what is known by its shape alone; ``list``,
    ``contents``, ``works`` and ``notes`` are given only to a label with nothing behind it, whose items follow. In a
    ``paged`` text, one of several lines, a number alone is that of a page and "15 min" how long it takes to read.
    """
    size, last = len(line), line[-1]
    if size <= _LONGEST:
        word, _, _ = line.partition(" ")
        at = 0
        if not word.isalpha():
            opening = _OPENING.match(line)
            word, at = (opening[1], opening.start(1)) if opening is not None else ("", 0)
        word = word.lower()
        if word in _PHRASES and (how := _by_phrase(line, at, _PHRASES[word])):
            return how
        if word in _BUTTONS and last not in ".!?”" and _is_row_of_buttons(line):
            return "shape"
    if (paged and size < _SHORT and _has_short_shape(line)) or addresses(line):
        return "shape"
    if line[-3:] in _LAST_LETTERS and line[-_TAIL:].lower().rstrip(" .!:>»→").endswith(_ENDINGS):
        return "shape"
    for pattern in _SHAPES[line[0]] if size <= _LONGEST else _LONG_SHAPES:
        if pattern.match(line) and (paged or pattern is not _PAGE_NUMBER):
            return "shape" if pattern is not _ENTRY or _cites(line) else ""
    comma = line.find(",", 0, _LONGEST_SURNAME)
    may_cite = comma > 0 and line.count(" ", 0, comma) < 4 and _SURNAME.match(line) is not None and _cites(line)
    return "shape" if may_cite else ""


def what_follows(before: str, kind: str, numbered: bool) -> str:
    """What furniture takes along of the lines below it, when it is of ``kind`` and ``numbered`` or not.

    ``list``, ``contents`` and ``works`` are such labels; ``before``, what the line above it took along, goes on. Under
    ``notes`` a reference with a number makes all that are ``numbered`` follow.
    """
    if kind in _LABELS:
        return kind
    if before == "notes":
        return "numbered" if numbered else ""
    return before


def _by_phrase(line: str, at: int, phrases: list[tuple[str, str]]) -> str:
    """What kind of furniture a line is whose first word, at ``at``, begins one of ``phrases``."""
    low = line[at:].lower().replace("’", "'")
    for phrase, how in phrases:
        if not low.startswith(phrase):
            continue
        rest = low[len(phrase) :]
        behind = rest.lstrip(" \t\xa0*_")
        if behind.startswith("[") and _EDIT.match(behind):
            rest = behind = ""
        if rest[:1].isalnum() or (rest[:1] in ("'", "-") and rest[1:2].isalpha()):
            continue
        if how == "contact":
            if (":" in rest[:60] and _REACHED.search(line, at + len(phrase))) or _REACHED.match(line, len(line) - len(behind)):
                return how
        elif not behind.strip(" .:>»→…*_=)"):
            return "list" if how == "items" else how
        elif how == "named":
            if _names_a_part(line[len(line) - len(behind) :]):
                return "list"
        elif how == "heads":
            return "list" if len(behind) < _FEW and behind[-1] not in ".!?," else "label"
        elif how == "opens" or (how in ("label", "list") and behind.startswith(":")):
            return "label"
    return ""


def _names_a_part(behind: str) -> bool:
    """Whether what stands behind "More in" may be a part of the site or another one: a few words with capitals, and no day."""
    found = behind.rstrip(" :>»→*_=").split()
    if not 0 < len(found) <= _PART_WORDS or not all(word.isalpha() or word == "&" for word in found):
        return False
    return all(word[0].isupper() and word.lower() not in _DAYS for word in found if word.isalpha())


def is_edited(line: str) -> bool:
    """Whether a heading of an encyclopaedia has its button behind it: ``References [edit]``."""
    return line[-1] == "]" and _EDIT.search(line) is not None


def heads_a_page(line: str) -> bool:
    """Whether a line that ends in a number after a gap may be the running head of a page or a line of its contents."""
    return "     " in line and _RUNNING_HEAD.fullmatch(line) is not None


def _is_row_of_buttons(line: str) -> bool:
    low = line.lower()
    found = _WORDS.findall(low[:_FIRST_BUTTONS])
    if sum(map(_BUTTONS.__contains__, found)) * 3 < len(found):
        return False
    found = _WORDS.findall(low)
    return len(found) >= 4 and sum(map(_BUTTONS.__contains__, found)) >= 0.75 * len(found)


def _has_short_shape(line: str) -> bool:
    """Whether a short line is a contact, an address, a counter, a running head or the masthead of a journal."""
    if ":" in line and (colon := line.find(":", 0, 60)) > 0 and _CALL.match(line, colon):
        return True
    if len(line) < _TALLY and line[-1] not in ".!?:" and _DIGIT.search(line) is not None and _is_tally(line):
        return True
    if len(line) < 40 and (_is_counter(line) or (line[-4:].lower() in _BACK_THEN and dates_back(line))):
        return True
    if ("  " in line or "|" in line or "·" in line or "•" in line) and _counts_throughout(line):
        return True
    if ("▲" in line or "▼" in line) and _TICKER.search(line):
        return True
    if "Box" in line and _POST_BOX.search(line):
        return True
    if "     " in line and _RUNNING_HEAD.fullmatch(line):
        return True
    return "ol" in line and line[-1] not in ".!?" and _VOLUME.search(line) is not None


def _counts_throughout(line: str) -> bool:
    """Whether a line of short parts is a menu, or two of them at least are counters: "3.4K Views    212 Shares    Listen (4:12)"."""
    parts = [part for part in _PARTED.split(line) if part]
    if len(parts) < 2 or max(map(len, parts)) >= _LONGEST_PART:
        return False
    if len(parts) >= _MENU and not _YEAR.search(line) and 2 * sum(map(_is_of_buttons, parts)) >= len(parts):
        return True  # "Home | News | Weather 4°C | Subscribe from €1"
    told = [_is_counter(part) or dates_back(part) or _BADGE.fullmatch(part) is not None for part in parts]
    if _YEAR.search(line):
        return any(map(counts_since, parts)) and all(counts_since(part) for part in parts if _YEAR.search(part))
    if ruled(parts, told):
        return True
    rest = (word for part, counts in zip(parts, told, strict=True) if not counts for word in part.lower().split())
    return sum(told) > 1 or (any(told) and all(word in _BUTTONS for word in rest))


def _is_tally(line: str) -> bool:
    """Whether a line is names of buttons and how often they were pressed: "Share 214 comments 38", "Reuse this content   Share   162"."""
    found = line.lower().replace("|", " ").split()
    if not 1 < len(found) < _MOST_BUTTONS or not line[0].isalpha():
        return False
    counted = False
    for at, word in enumerate(found):
        if _COUNTS.fullmatch(word):
            counted = counted or not _COUNTED.isdisjoint((*found[max(0, at - 1) : at], *found[at + 1 : at + 2]))
        elif word not in _BUTTONS and word not in _COUNTED:
            return False
    return counted and not _YEAR.search(line)


def _is_of_buttons(part: str) -> bool:
    found = _WORDS.findall(part.lower())
    return bool(found) and all(word in _BUTTONS or word in _SECTIONS for word in found)


def _is_counter(line: str) -> bool:
    if more := offered_more_of(line):
        return more in _COUNTED or more == "more"
    found = _COUNTER.match(line) if _DIGIT.search(line) else None
    return found is not None and (found[1] or found[2]).lower().replace("-", " ") in _COUNTED


def _cites(line: str) -> bool:
    """Whether the line is an entry of a bibliography or a note that refers to one."""
    line = line[:600]
    if "ISBN" in line or "ISSN" in line:
        return True
    wanted = 2 if _NUMBERED.match(line) else 3
    for pattern in _CITING:
        wanted -= pattern.search(line) is not None
        if wanted == 0:
            return True
    return False


def credit_words(text: str) -> list[int]:
    """Where the words stand, in order, without which a paragraph of ``text`` holds no credit of a picture."""
    found = list[int]()
    for word in filter(text.__contains__, _CREDIT_WORDS):
        at = text.find(word)
        while at >= 0:
            found.append(at)
            at = text.find(word, at + 1)
    return sorted(found)


def credit(text: str, start: int, end: int, marks: list[int]) -> tuple[int, int] | None:
    """Where in a paragraph the credit of a picture stands, half-open, or None; ``marks`` are the text's ``credit_words``."""
    first = bisect_left(marks, start)
    if first == len(marks) or marks[first] >= end:
        return None
    reserved = text.find(_RESERVED, start, end)
    if reserved < 0:
        tail = max(start, end - _LONGEST_CREDIT)
        found = _CREDIT_AT_END.search(text[tail:end])
        return (tail + found.start(1), end) if found else None
    begin = max(text.rfind(sign, max(start, reserved - 160), reserved) for sign in _CREDIT_SIGNS)
    stop = reserved + len(_RESERVED)
    return (begin, stop + text.startswith(".", stop)) if begin >= 0 else None


def caption_credit(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where in a caption the credit stands, half-open, or None: all from "Photo:" on."""
    found = _CREDIT.search(text[start:end])
    return (start + found.start(1), end) if found else None
