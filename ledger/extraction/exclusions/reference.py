"""Reference numbers: codes, ISBN, DOI, "212/2027", "lot 55-812", versions, addresses of the net."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, closes, word_before
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import NOUGHT, POINT, Beside, Exclusion
from ledger.extraction.scene import Scene
from ledger.extraction.separators import ADDRESS

_SURE, _WEAK, _STANDARDS = CLASSES["identifier"], CLASSES["identifier_weak"], CLASSES["standard"]
_CHUNK = re.compile(r"[^\s,;]{1,120}")
_FILED = re.compile(r"\d{1,4}/\d{3,6}/[A-Z]{1,5}\b")
""" "31/00418/FUL"."""
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\.?|\d{4}[./-]\d{1,2}[./-]\d{1,2}\.?")
_SLASH = re.compile(r"(\d{1,6})/(\d{1,6})(?![\d/])")
_CODE = re.compile(r"\d{1,20}(?:[-–/.][\w.]{1,20}){1,6}|\d{1,20}(?:[ ]\d{1,8}){0,6}|\w{0,20}")
_LOOKED_UP = re.compile(r"\d+-\d{3,}|\d{5,}|20\d\d-\d{1,3}")
_STANDARD = re.compile(r"\d{1,6}(?:[-–.]\d{1,4})*(?::\d{4})?(?![\w%]|,\d)")
_POWER = re.compile(r"[\d.]+\^[+-]?\d{4,}")
"""A power too high for a figure of the world."""
_CONTROL = re.compile(r"(?:\x1b[\[\]]|[\x9b\x9d])[\d;?]*\Z")
"""What opens a command of a terminal (ECMA-48) and its parameters."""
_PARAMETERS = 24
_LETTERED = re.compile(r"\b[A-Z]{2,6}/\Z")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?")
_BOOK = re.compile(r"97[89][- ]?\d[-\d ]{7,12}[\dxX]\b|\d{1,5}(?:-\d{1,7}){2,6}[-\dxX]{0,4}(?![\w%])")
_DOMAIN = re.compile(r"\w[\w-]*(?:\.\w[\w-]*)+/|@|^#|\w_\d*$|[?&]\w+=|^/\w")
_MEASURES, _CODES_OF = CLASSES["measure_after"], CLASSES["code_of"]
_LINKS = CLASSES["identifier_link"]
_EACH = ("per ", "each ", "every ")
_MARKS = frozenset("/@#_=?&~")
_DAYS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    low, start, end = scene.low, numeral.start, numeral.end
    if start > numeral.floor and low[start - 1] in "/_=&?@#%~-" and (found := _on_the_net(scene, numeral)):
        return found
    if start > numeral.floor and low[start - 1] in "[];?\x9b\x9d" and _CONTROL.search(low, max(numeral.floor, start - _PARAMETERS), start):
        return start, end
    mark = low[end : end + 1] if end < numeral.limit else ""
    if mark == "/" and start - 2 > numeral.floor and low[start - 1] == "/" and scene.text[start - 2].isupper():
        chunk = _CHUNK.match(low, start, numeral.limit)  # "HA/18/0421"
        return (start, chunk.end()) if chunk else None
    if mark == "/" and (filed := _FILED.match(scene.text, start, numeral.limit)):
        return start, filed.end()
    digits = numeral.digits
    if digits[0] == "0" and len(digits) > 1 and digits.isdigit() and _is_cell(scene, numeral):
        return start, end  # "Velm | 01 | 121"
    lettered = _LETTERED.search(scene.text, max(numeral.floor, start - 8), start) if low[start - 1 : start] == "/" else None
    if lettered and (len(digits) > 2 or mark == "-") and (chunk := _CHUNK.match(low, start, numeral.limit)):
        return lettered.start(), chunk.end()
    if mark == "/" and low[start - 1 : start] != "/" and (found := _slashed(scene, numeral)):
        return found
    if mark == "-" and low[end + 1 : end + 2].isdigit():
        book = _BOOK.match(low, start, numeral.limit)
        if book is not None and not _DATE.fullmatch(book.group()):
            return start, book.end()
    if mark == "^" and (power := _POWER.match(low, start, numeral.limit)):
        return start, power.end()
    if digits.count(".") > 1 and (not (_GROUPED.fullmatch(digits) or _DATE.fullmatch(digits)) or ADDRESS.fullmatch(digits)):
        return start, end
    if mark in ("@", "_"):
        chunk = _CHUNK.match(low, start, numeral.limit)
        return (start, chunk.end()) if chunk else None
    return _announced(scene, numeral)


def _is_cell(scene: Scene, numeral: Numeral) -> bool:
    """Whether the figure has what stands between two rules to itself."""
    before, behind = scene.low[max(0, numeral.start - 2) : numeral.start], scene.low[numeral.end : numeral.end + 2]
    return (before.strip(" ") == "|" and behind.strip(" ")[:1] in ("|", "\n", "")) or (before[-1:] in ("\n", "") and behind == " |")


def _on_the_net(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """An address without its scheme, an e-mail, a handle, a tag: "site.example/2029", "@desk24"."""
    low, start = scene.low, numeral.start
    before = low[max(numeral.floor, start - 120) : start].rsplit(None, 1)[-1]
    if _MARKS.isdisjoint(before) or not _DOMAIN.search(before.lstrip("([“\"")) or before in ("#", "&#"):
        return None
    chunk = _CHUNK.match(low, start, numeral.limit)
    return start - len(before), chunk.end() if chunk else numeral.end


def _slashed(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """ "212/2027", "2030/041", "31/2": neither a fraction, nor a date, nor a season."""
    found = _SLASH.match(scene.low, numeral.start, numeral.limit)
    if found is None or not numeral.digits.isdigit():
        return None
    first, second = found.groups()
    left, right = int(first), int(second)
    before = word_before(scene.low, numeral.start, numeral.floor).strip("(,:;")
    titled = scene.text[numeral.start - 1 - len(before) : numeral.start - 1][:1].isupper()
    if before in _SURE or before in ("paper", "papers") or (before in _WEAK and (titled or len(second) != 2)):
        return numeral.start, found.end()
    if len(second) == 4 and (left > 12 or len(first) > 2) and right > 1900 and len(first) < 4:
        return numeral.start, found.end()
    if len(first) == 4 and 1900 < left < 2200:
        season = (len(second) == 2 and 0 < (right - left) % 100 < 5) or (len(second) == 4 and right == left + 1)
        return None if season or (len(second) == 2 and right <= 12) else (numeral.start, found.end())
    if len(first) > 3 and len(second) == 2 and left > 2200:
        return numeral.start, found.end()  # "4412/20"
    if len(first) <= 3 and len(second) <= 2 and left > right and (left > 31 or (0 < right <= 12 and left > _DAYS[right])):
        return numeral.start, found.end()
    if second[0] == "0" and len(second) == 3 and len(first) < 4:
        return numeral.start, found.end()  # "31/077", an item of minutes
    if first[0] == "0" and (right > 12 or before in _WEAK):
        return numeral.start, found.end()
    return None


def _announced(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """A code behind "ISBN", "passcode is", "lot"."""
    low, start = scene.low, numeral.start
    said = word_before(low, start, numeral.floor).strip("(,:;.*[")
    if said in _STANDARDS:
        found = _STANDARD.match(low, start, numeral.limit)
        upper = scene.text[start - 1 - len(said) : start - 1].isupper() and scene.word_after(numeral.end, numeral.limit) not in _MEASURES
        return (start, found.end()) if found and upper else None
    if said == "code" and scene.words_before(start, numeral.floor, 2)[0] in _CODES_OF:
        code = _CODE.match(low, start, numeral.limit)
        end = start + len(code.group().rstrip(".")) if code else start
        return (start, end) if end > start and closes(scene, end, numeral.limit) else None
    if said in _LINKS:
        before = low[max(numeral.floor, start - 36) : start].split()[-2:]
        said = before[0].strip("(,:;.*") if before[0].strip("(,:;.*") in _SURE else said
    if (said not in _SURE and said not in _WEAK) or low.endswith(_EACH, numeral.floor, low.rfind(said, numeral.floor, start)):
        return None
    code = _CODE.match(low, start, numeral.limit)
    if code is None:
        return None
    named = said in _SURE and scene.text[start - 2 : start - 1].isupper() and scene.word_after(code.end(), numeral.limit) not in _MEASURES
    if not named and not closes(scene, code.end(), numeral.limit):
        return None
    if said in _SURE:
        return (start, code.end()) if len(numeral.digits) > 2 and numeral.scale == 1 and "," not in numeral.digits else None
    written = code.group()
    if ("-" in written and not written.replace("-", "").isdigit()) or (_LOOKED_UP.fullmatch(written) and not _years(written)):
        return start, code.end()
    return None


def _years(written: str) -> bool:
    """Whether "2019-2027" is a stretch of years, or "300-400" another range."""
    left, _, right = written.partition("-")
    return bool(right) and int(left) < int(right) and len(left) >= len(right)


exclusion = Exclusion(
    code="N401",
    name="reference number",
    forms=frozenset({"digits"}),
    covers=_covers,
    beside=Beside(figure={POINT, NOUGHT}, before={*"/_=&?@#%~-[];\x9b\x9d", *_SURE, *_WEAK, *_LINKS, *_STANDARDS}, behind={*"/-@_^"}),
    manual="""
        Numbers by which something is looked up: codes, accounts, book numbers, document numbers with
        a slash, versions with two points, what is left of an address of the net or of a terminal's commands. Fractions
        ("3/4"), seasons ("2023/24") and dates are left alone.
    """,
    examples="""
        It is sold as ISBN [978-0-555-01428-3] here.
        The vaccine (lot [55-812]) is safe.
        The passcode is [992816], they said.
        See decree [212/2027] of the council.
        Circular [14/35] to the heads of all schools
        Census note [2033-1]
        Working papers [31/2] are out.
        Quote case [7713/40] to them.
        News release [2030/041] was short.
        See doi:[10.5555/ncw.2029.09] for more.
        The carrier (IMO [9555017]) sank.
        It ends with exit code [3].
        Postal code: [4417]
        His sort code [20-41-18] is known.
        Donations: account [4400 1187 2031], any bank.
        Firmware [4.2.1] is out.
        Read [eurodesk.example/caldova-10-charts] now.
        Write to [desk24@wire.example] today.
        The plan [31/00418/FUL] was refused.
        [31/077] Minutes of the last meeting
        See also HL [2027/48] there.
        Please quote [KD/4471] to us.
        The sum is [10^99999999] or so.
        The plant keeps to ISO [9001:2015] now.
        As EN [15194] demands, it stops.
        Leases follow IFRS [16] now.
        The server at [192.168.104.201] is down.
    """,
    counterexamples="""
        He spent 3/4 of it.
        The report, 14/35 of it, was read.
        In the season 2023/24 it rained.
        The account lists 300 donors.
        Order 500-600 of them.
        A grant of 20 million came.
        It was issued on 14/05/2030.
        Records per account: 100
        The zip code 4417 people share is new.
        It cost 12.345.678,90 euros.
    """,
)
