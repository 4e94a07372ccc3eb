"""Bytes to text: UTF-8 first, then what a byte-order mark or the page says, then what is plausible."""

from __future__ import annotations

import codecs

from ledger import patterns as re
from ledger.errors import ReadingError
from ledger.lexicon import table

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ANY_MARK = tuple(mark for mark, _ in _MARKS)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROLS = bytes({*range(1, 9), *range(14, 27), 28, 29, 30, 31, 127})
_SIGNATURES = {bytes.fromhex(signature): name for signature, name in table("signatures.tsv")}
_BEGINNINGS = tuple(_SIGNATURES)
_HEAD, _SAMPLE, _FEWEST = 1 << 13, 1 << 16, 40

# Where a character outside ASCII stands in English: an accent inside a word, a quotation mark at its edge, a sign beside a figure.
_PLAUSIBLE = re.compile(
    r"[à-öø-ÿœšž](?<=[A-Za-zà-ÿ].)(?![A-Z])|[à-öø-ÿ](?=[a-z])|[À-ÖØ-ÞŒŠŽ](?<![a-z].)(?=[a-zß-ÿ]|[A-Z]{2})|[À-ÖØ-ÞŒŠŽ](?<=[A-Z].)(?=[A-Z\W])"
    r"|[“‘«„](?=\w)|[”’»](?<=[\w.,;:!?…%)].)|’(?=\d)|[–—…•·]|[£€¥](?=\s?\d)|[  ](?<=\d.)[£€°½¼¾²³¢]|[£€°½¼¾²³¢](?<=\d.)"
    r"|[½¼¾](?<=[\s(].)|[²³](?<=m.)|°(?=\s?[CF])|[§©®™]| (?<=\d.)[×±]|[×±](?<=\d.)|±(?=\s?\d)|µ(?=[a-z])|\xa0"
)


def decoded(data: bytes, path: str, declared: str = "") -> str:
    """The text of ``data``, which is not empty; newlines untouched, a byte-order mark of UTF-8 kept.

    ``declared`` is the encoding that the page itself names. Raises ReadingError, with line and
    column of the first byte that cannot be read, for what is binary or in no encoding that fits.
    A reading in another encoding than UTF-8 is told to the log.
    """
    if data.startswith(_ANY_MARK):
        return _strictly(data, next(encoding for mark, encoding in _MARKS if data.startswith(mark)), path)
    _refuse_binary(data, path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _detected(data, path, declared, error)


def _refuse_binary(data: bytes, path: str) -> None:
    if data.startswith(_BEGINNINGS):
        name = next(name for signature, name in _SIGNATURES.items() if data.startswith(signature))
        raise ReadingError(path, f"is {name}, not text; expected text in UTF-8: save or export it as plain text first")
    zero = data.find(0)
    if zero >= 0:
        line, column = _place(data, zero)
        raise ReadingError(path, "holds a zero byte, so it is binary or UTF-16 without its mark; expected text in UTF-8", line, column)
    head = data[:_HEAD]
    if len(head) - len(head.translate(None, _CONTROLS)) > max(3, len(head) // 50):
        raise ReadingError(path, "is binary: it is full of control characters; expected text in UTF-8")


def _strictly(data: bytes, encoding: str, path: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadingError(path, f"begins as {encoding.upper()} but breaks off at byte {error.start}; save it again as UTF-8") from error
    if "\0" in text:
        raise ReadingError(path, "holds a zero character, so it is binary; expected text in UTF-8")
    return text


def _detected(data: bytes, path: str, declared: str, error: UnicodeDecodeError) -> str:
    line, column = _place(data, error.start)
    high = len(_HIGH.findall(data))
    if sum(len(found) for found in _MULTIBYTE.findall(data)) * 2 > high:
        byte = f"0x{data[error.start]:02X}"
        raise ReadingError(path, f"is UTF-8 but for byte {byte} here; expected UTF-8: mend or replace that character", line, column)
    text, encoding = _declared(data, declared) or _western(data, high) or _foreign(data) or ("", "")
    if not encoding:
        raise ReadingError(path, "is not UTF-8, and no other encoding fits well enough to be trusted; save it as UTF-8", line, column)
    import logging

    logging.getLogger(__name__).warning("%s: not UTF-8; read as %s", path, encoding)
    return text


def _declared(data: bytes, declared: str) -> tuple[str, str] | None:
    """The text in the encoding that the page names, as browsers take it; None when that cannot be."""
    if not declared:
        return None
    name = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}.get(declared.lower(), declared)
    try:
        text = data.decode(name)
        text.encode()  # some codecs give halves of surrogate pairs
    except (LookupError, ValueError):
        return None
    return text, declared


def _western(data: bytes, high: int) -> tuple[str, str] | None:
    """English with a few accents, dashes and signs, in the encoding where nearly all of them stand in their places."""
    if high * 4 > len(data):
        return None
    for encoding, name in (("cp1252", "Windows-1252"), ("mac-roman", "Mac Roman")):
        try:
            text = data.decode(encoding)
        except ValueError:
            continue
        if sum(map(_foreign_characters, _PLAUSIBLE.findall(text))) >= high * 0.97:
            return text, name
    return None


def _foreign_characters(text: str) -> int:
    return sum(character > "\x7f" for character in text)


def _foreign(data: bytes) -> tuple[str, str] | None:
    """What charset-normalizer finds, where it is sure and there is enough to be sure of."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or best.encoding.startswith("utf") or best.chaos > 0.1 or best.coherence < 0.4:
        return None
    try:
        text = data.decode(best.encoding)
    except ValueError:
        return None
    head = text[:_SAMPLE]
    others = [character for character in head if character > "\x7f"]
    letters = sum(map(str.isalpha, others))
    # Hardly a sign among the letters, and more of them than of ASCII: a Latin text read in the wrong page is neither.
    is_sure = letters >= _FEWEST and letters >= len(others) * 0.9 and letters * 2 > len(head) - len(others)
    return (text, best.encoding) if is_sure else None


def _place(data: bytes, position: int) -> tuple[int, int]:
    """Line and column of byte ``position``, both from 1; the column counts characters."""
    start = data.rfind(b"\n", 0, position) + 1
    return data.count(b"\n", 0, position) + 1, len(data[start:position].decode("utf-8", "replace")) + 1
