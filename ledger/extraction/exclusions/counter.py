"""What a page counts of itself: "3 min read", "214 shares", "Photo (1280 x 720)", "© 2030"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, either, word_before
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import ENDING, OPENING, Beside, Exclusion
from ledger.extraction.scene import Scene

_COUNTED, _PAGE = CLASSES["counter"], CLASSES["counted_page"]
_READING = re.compile(
    rf"[\s-]?min(?:ute)?s?(?:[\s-]read\b|(?=\s*[|·•]\s*{either(CLASSES['button'])}\b))"
)
_SIZE = re.compile(r"\s?[x×]\s?\d{1,5}(?:\s?(?:px|pixels)\b|(?![\w,.]*\d)(?!\s?[a-z]))")
_BEFORE_COUNTERS = re.compile(r"[^\w|·•–—/*(:©.!?,;%$€£]+$")  # a picture before "1.4k likes"
_ANOTHER = re.compile(rf"\s+[\d.,]+[km]?\s{either(_COUNTED)}\b")  # "312 retweets 1,045 likes"
_PAGE_OF = re.compile(rf" of \d{{1,4}}(?=\s?[|·•»>→]\s?{either(CLASSES['other_page'])}\b)")
_SLIDE, _CAPTION = re.compile(r"/\d{1,2}(?=[ ](?:An?|The)[ ][a-z])"), 40
"""Which picture of how many it is, before the sentence that says what it shows."""
_PRESSED, _FAR = re.compile(rf"(?:^|[.!?”\"|·•] ){either(CLASSES['readers_button'])} \($"), 16
"""A button behind what a reader wrote."""
_STARS = re.compile(r" ?(?:/|out of) ?(?:5|10|five|ten)(?: stars)? \(\d[\d,]* (?:ratings?|votes?|reviews?)\)")
_RATED = re.compile(
    rf" ?(?:/|out of) ?(?:5|10) (?:by|from) \d[\d,]* {either(CLASSES['rated_by'])}\b"
)
_GRADE = re.compile(r"/(?:5|10)(?![\w/]|[.,]\d)")
_LABEL = re.compile(r"\s\w+:")
_GRADED, _GRADE_BEHIND = frozenset(word + ":" for word in CLASSES["graded"]), CLASSES["grade_behind"]
_LENGTH = re.compile(rf" (?:pages|pp)[,;·|]? +{either(CLASSES['binding'])}\b")
_TALLY_RULES = frozenset("|·•")
_STOPS = frozenset({". ", "! ", "? "})
_UNTIL = re.compile(r"\s?[-–]\s?\d{4}\b")
_OPENING = frozenset("|·•–—/*(:©t)")
_SIGN_ENDS = frozenset("©)t")
_SIGNS = frozenset({"©", "(c)", "(c", "copyright"})
_RULED = frozenset("|·•–—/*(")


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    low, start, end, floor, limit = scene.low, numeral.start, numeral.end, numeral.floor, numeral.limit
    mark = low[end : end + 1]
    if mark in ("x", "×") or (mark == " " and low[end + 1 : end + 2] in ("x", "×")):
        found = _SIZE.match(low, end, limit)
        if found and ((len(numeral.digits) >= 3 and sum(map(str.isdigit, found.group())) >= 3) or "p" in found.group()):
            return start, found.end()
        return None
    if start == floor and mark == "/" and (slide := _SLIDE.match(scene.text, end, limit)) and limit - end > _CAPTION:
        return start, slide.end()
    if start == floor and mark == " " and (page := _PAGE_OF.match(low, end, limit)):
        return start, page.end()
    if mark in (" ", "-", "m") and low.find("min", end, end + 4) > 0 and (reading := _READING.match(low, end, limit)):
        return start, reading.end()
    if mark == " " and low.startswith(" pp", end) and low[end + 3 : end + 4] in (".", ",", ")", ""):
        return start, end + 3
    if mark == ")" and end + 1 == limit and _PRESSED.search(low, max(floor, start - _FAR), start):
        return start, end
    if mark == " " and (length := _LENGTH.match(low, end, limit)):
        return start, length.end()
    if mark in " /" and (stars := _STARS.match(low, end, limit)):
        return start, stars.end()
    if mark in " /" and word_before(low, start, floor) == "rated" and (rated := _RATED.match(low, end, limit)):
        return start, rated.end()
    if mark == "/" and word_before(low, start, floor) in _GRADED and (grade := _GRADE.match(low, end, limit)):
        following = scene.word_after(grade.end(), limit)
        return (start, grade.end()) if not following or following in _GRADE_BEHIND or _LABEL.match(low, grade.end(), limit) else None
    apart = start == floor or low[start - 2 : start] in _STOPS or word_before(low, start, floor) in _COUNTED
    if apart or ((behind := low[start - 2 : start].lstrip()) and behind[0] in _OPENING) or _ends(low, end, limit):
        return _counted(scene, numeral)
    return None


def _counted(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """ "Comments (58)", "© 2030", "214 shares": nothing else stands in the block, or between its rules."""
    low, start, end, floor, limit = scene.low, numeral.start, numeral.end, numeral.floor, numeral.limit
    ends = _ends(low, end, limit)
    if ends or (start > floor and low[max(floor, start - 2) : start].strip()[-1:] in _SIGN_ENDS):
        before = low[max(floor, start - 16) : start].rstrip("( :\u00a0").rsplit(None, 1)[-1:]
        word = before[0].strip("|*") if before else ""
        if word in _SIGNS:
            until = _UNTIL.match(low, end, limit)
            return start, until.end() if until else end
        if ends and word in _PAGE and _opens(low, start, floor, word):
            return start, end
    following = scene.word_after(end, limit)
    if following in _COUNTED and (_alone(low, start, floor) or _tallied(low, start, end, floor)):
        behind = low.index(following, end) + len(following)
        return (start, behind) if _ends(low, behind, limit) or _ANOTHER.match(low, behind, limit) else None
    return None


def _opens(low: str, start: int, floor: int, word: str) -> bool:
    """Whether ``word`` heads its block or its part of a ruled line."""
    left = low[max(floor, start - 48) : low.rindex(word, floor, start)].rstrip()
    return not left or left[-1] in _RULED or left.endswith((".", "page"))


def _alone(low: str, start: int, floor: int) -> bool:
    """Whether the figure heads its block or stands behind a rule or "gallery:"."""
    left = low[max(floor, start - 12) : start].rstrip()
    counters = _BEFORE_COUNTERS.sub("", left)
    if not counters or counters[-1] in _RULED or left.rpartition(" ")[2] in _COUNTED or left.endswith(" ."):
        return True
    return left.endswith(("reply (", "replies (", "gallery:", "video (", "videos (", "photos:", "photo:"))


def _tallied(low: str, start: int, end: int, floor: int) -> bool:
    """Whether the figure stands behind a sentence and before a rule: "Close the lot. 14 likes · 3 replies"."""
    return low[max(floor, start - 2) : start] in _STOPS and not _TALLY_RULES.isdisjoint(low[end : end + 16].split())


def _ends(low: str, position: int, limit: int) -> bool:
    """Whether the block, or its part of a ruled line, ends at ``position``."""
    right = low[position : position + 2]
    if position >= limit or right[0] in ")|*":
        return True
    return right in (" |", " ·", " •", " –", " /", ".*") or (right[0] == "." and position + 1 >= limit)


exclusion = Exclusion(
    code="N501",
    name="page counter",
    forms=frozenset({"digits"}),
    covers=_covers,
    beside=Beside(
        before={OPENING, "copyright", *_STOPS, *_COUNTED, *_OPENING, *(mark + " " for mark in _OPENING)},
        behind={ENDING, "of", "out", "/", "x", "×", " ×", "min", "mins", "minute", "minutes", "pp", *")|*.", " |", " ·", " •", " –", " /"},
    ),
    manual="""
        Counters and sizes that a page shows of itself: how long it takes to read, how often it was
        shared, the size of a picture, the year of its copyright.
    """,
    examples="""
        [1/5] A worker in a white suit shovels sand at the beach of Velm on Monday.
        Autumn 2031 · [11 min] · Listen to this story
        A [3 min read] by our desk
        By Hester Quaye / [9-minute read]
        [214 shares]
        By Norman Pell | [16 comments]
        Comments ([58])
        The sports hall, [640×480]
        The square on Sunday ([1280 x 720])
        © [2030] The Chronicle
        Coastal News, Pier Lane. © [2005-2023]
        Photo gallery: [14 images].
        [312 retweets] 1,045 likes
        312 retweets [1,045 likes]
        Rating: good ([1,312 reviews])
        Close the lot. [14 likes] · 3 replies
        Close the lot. [14 likes] | Reply (6 replies)
        Close the lot. 14 likes | Reply ([6 replies])
        It is odd. 41 likes | Reply ([6])
        Thank you, all of you. Like ([31])
        By Norman Pell . [112 replies]
        Full text: [412 pages, ISBN] 978-0-555-20330-1
        The walk: [4.2 out of 5 (38 ratings)].
        Rated [4.7/5 by 2,318 guests] of it.
        Grade: [3/5] in all
        Difficulty: [3/5] Effort: [2/5]
        Rating: [4/5] stars
        Page views: [1,932]
        [3 of 12] · Next
    """,
    counterexamples="""
        The plan drew 1,200 comments from residents.
        He sold 214 shares in May.
        They sold 14 likes.
        He spoke. 12 replies came.
        It was rated 4 of 5 times by 12 men.
        A score of 4 out of 5 (80 percent) is good.
        They replied (6 replies came).
        The file has 412 pages, the judge said.
        It is odd. Like (31 of them) it fell.
        The room is 3 x 4 m wide.
        It took 3 minutes to read.
        Score: 4/5 of the pupils passed.
        Quality: 3/10 samples failed.
        Marks: 7/10 were good.
    """,
)
