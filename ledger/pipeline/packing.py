"""A document's claims as bytes, to be sent between processes and kept on the disk, and findings as text; they come back in little memory.

What the program has written is read back without pydantic, which takes longer to load than a thousand findings to read.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from ledger.reconciliation.linking import End, Kept
from ledger.records import DAYS, SEVERAL, SPANS, VALUES, Claim, Decision, Document, Finding, Level, Source, Span
from ledger.reports import Origin

_LENGTH = 4
"""Bytes in front that say how many the origin takes."""
_A_LINK = 17
"""Bytes that each link takes."""
_ASPECTS = ("value", "whole", "ratio", "rank")
_FIELDS = tuple(Claim.model_fields)
_AT = {name: at for at, name in enumerate(_FIELDS)}
_SPANS, _SENTENCE = [_AT[name] for name in SPANS], _AT["sentence"]
_VALUES = [_AT[name] for name in VALUES]
_DAYS = [_AT[name] for name in DAYS]
_SEVERAL = [_AT[name] for name in SEVERAL]
"""Where in a row the values are that JSON has no word for."""


def packed(document: Document, claims: Sequence[Claim], line_starts: Sequence[int]) -> bytes:
    """All that is kept of a document but its path: where it comes from, in front, and its claims; each sentence is written once."""
    sentences: dict[Span, int] = {}
    rows = []
    for claim in claims:
        row = {name: _written(value) for name, value in zip(_FIELDS, map(claim.__getattribute__, _FIELDS), strict=True)}
        rows.append([*(row | {"document": "", "sentence": sentences.setdefault(claim.sentence, len(sentences))}).values()])
    origin = [list(vars(document.source).values()), list(line_starts), document.format]
    front, behind = _pressed(origin), _pressed([[_written(span) for span in sentences], rows])
    return len(front).to_bytes(_LENGTH, "big") + front + behind


def unpacked(packed: bytes, path: str) -> list[Claim]:
    """The claims of the document at ``path``. Raises ValueError for bytes that ``packed`` has not made."""
    spans, rows = _read(packed[_LENGTH + int.from_bytes(packed[:_LENGTH], "big") :])
    sentences = [_span(*span) for span in spans]
    for row in rows:
        row[_AT["document"]], row[_SENTENCE] = path, sentences[row[_SENTENCE]]
    return [Claim.dense(**_read_back(row, _span)) for row in rows]


def origin_of(packed: bytes) -> Origin:
    """Where the document comes from. Raises ValueError for bytes that ``packed`` has not made."""
    source, line_starts, format = _read(packed[_LENGTH : _LENGTH + int.from_bytes(packed[:_LENGTH], "big")])
    return Origin(Source.known(**dict(zip(Source.model_fields, source, strict=True))), array("Q", line_starts), format)


def told(finding: Finding) -> str:
    """A finding without its claims, as JSON in ASCII."""
    because, decisions = list(map(vars, finding.because)), list(map(vars, finding.decisions))
    return json.dumps(vars(finding) | {"claims": (), "because": because, "decisions": decisions})


def finding_of(told: str, claims: Iterable[Claim]) -> Finding:
    """The finding that ``told`` has written, on these claims."""
    fields = json.loads(told)
    because = [Level.unchecked(**step) for step in fields["because"]]
    decisions = [Decision.unchecked(**decision) for decision in fields["decisions"]]
    return Finding.unchecked(**fields | {"claims": tuple(claims), "because": tuple(because), "decisions": tuple(decisions)})


def claim_told(claim: Claim) -> str:
    """All of a claim, as JSON in ASCII."""
    return json.dumps([_written(value) for value in map(claim.__getattribute__, _FIELDS)])


def claim_of(told: str) -> Claim:
    """The claim that ``claim_told`` has written."""
    return Claim.unchecked(**_read_back(json.loads(told), _quick_span))


def links_told(finding: Finding, links: Iterable[Kept]) -> bytes:
    """The links that make a finding, as places among its claims; empty when none do."""
    places = {(claim.document, claim.id): at for at, claim in enumerate(finding.claims)}
    held = list(links)
    ends = array("I", (places[end.claim] for link in held for end in link[:2]))
    kinds = bytes(_ASPECTS.index(left.aspect) | _ASPECTS.index(right.aspect) << 2 | copied << 4 for left, right, copied, _ in held)
    told = ends.tobytes() + kinds + array("d", (link.weight for link in held)).tobytes()
    return told + zlib.crc32(told).to_bytes(_LENGTH, "big") if held else b""


def links_of(told: bytes, claims: Sequence[tuple[str, str]]) -> list[Kept]:
    """The links among ``claims`` that ``links_told`` has written. Raises ValueError for other bytes."""
    if not told:
        return []
    told, check = told[:-_LENGTH], told[-_LENGTH:]
    count, odd = divmod(len(told), _A_LINK)
    if odd or zlib.crc32(told) != int.from_bytes(check, "big"):
        raise ValueError("no links")
    ends, weights = array("I", told[: 8 * count]), array("d", told[9 * count :])
    named = [[End(*claim, aspect) for claim in claims] for aspect in _ASPECTS]
    return [
        Kept(named[kind & 3][left], named[kind >> 2 & 3][right], bool(kind >> 4), weight)
        for left, right, kind, weight in zip(ends[::2], ends[1::2], told[8 * count : 9 * count], weights, strict=True)
    ]


def _pressed(what: Any) -> bytes:
    return zlib.compress(json.dumps(what, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)


def _read(pressed: bytes) -> Any:
    try:
        return json.loads(zlib.decompress(pressed).decode("utf-8", "surrogatepass"))
    except zlib.error as error:
        raise ValueError(str(error)) from error


def _written(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end, value.quote]
    if isinstance(value, Decimal):
        return str(value)
    return value.toordinal() if isinstance(value, date) else value


def _read_back(row: list[Any], span: Callable[[int, int, str], Span]) -> dict[str, Any]:
    """The fields of a claim by their names, from what ``_written`` has made of them."""
    for at in _SPANS:
        if isinstance(row[at], list):
            row[at] = span(*row[at])
    for at in _VALUES:
        if row[at] is not None:
            row[at] = Decimal(row[at]) if isinstance(row[at], str) else date.fromordinal(row[at])
    for at in _DAYS:
        if row[at] is not None:
            row[at] = date.fromordinal(row[at])
    for at in _SEVERAL:
        row[at] = tuple(row[at])
    return dict(zip(_FIELDS, row, strict=True))


def _span(start: int, end: int, quote: str) -> Span:
    return Span.dense(start=start, end=end, quote=quote)


def _quick_span(start: int, end: int, quote: str) -> Span:
    """A span that is soon made, and larger."""
    return Span.unchecked(start=start, end=end, quote=quote)
