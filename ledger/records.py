"""The records that everything else speaks in: frozen, validated, serialisable.

Offsets are code points into a document's text, half-open. Values are exact
decimals or calendar dates; ``None`` is an open end.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

Bound = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "between", "magnitude"]
Modality = Literal["asserted", "planned", "hypothetical", "denied", "corrected"]
Role = Literal["body", "heading", "item", "cell", "byline", "furniture"]
Verdict = Literal["conflict", "corroborate", "compatible", "update"]
Severity = Literal["error", "warning", "note"]


def printed(value: Decimal | date | None) -> str | None:
    """A value as it is written in records: a plain decimal without exponent or trailing zeros, or an ISO date."""
    if isinstance(value, Decimal):
        text = format(value, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return value.isoformat() if value is not None else None


Value = Annotated[Decimal | date | None, PlainSerializer(printed, return_type=str | None)]
Number = Annotated[Decimal | None, PlainSerializer(printed, return_type=str | None)]


class Record(BaseModel):
    """Base of the records: immutable, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)  # records that a command does not use cost nothing
    _fields: ClassVar[set[str]]

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        cls._fields = set(cls.__pydantic_fields__)

    @classmethod
    def unchecked(cls, **fields: Any) -> Self:
        """A record of all its ``fields``, which are known to be valid: a fourth of what it costs to validate them."""
        record = object.__new__(cls)
        _set_fields(record, fields)
        _set_names(record, cls._fields)
        _set_extra(record, None)
        _set_private(record, None)
        return record

    @classmethod
    def dense(cls, **fields: Any) -> Self:
        """As ``unchecked``, in a third of the memory and thrice the time: for records that are held by the million."""
        record = object.__new__(cls)
        for name, value in fields.items():  # one by one, so that the records of a class share the names of their fields
            _set_field(record, name, value)
        _set_names(record, cls._fields)
        _set_extra(record, None)
        _set_private(record, None)
        return record


_set_field = object.__setattr__
_set_fields, _set_names, _set_extra, _set_private = (
    BaseModel.__dict__[slot].__set__ for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)


class Source(Record):
    """Who published a document, where and when."""

    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = Field(default="", description="ISO date, perhaps partial: 2020, 2020-07 or 2020-07-15")
    url: str = ""

    @classmethod
    def known(cls, title: str = "", publisher: str = "", author: str = "", published: str = "", url: str = "") -> Self:
        """A source of strings, unchecked: to validate each document's costs more than to read a small one."""
        return cls.unchecked(title=title, publisher=publisher, author=author, published=published, url=url)

    @property
    def date(self) -> date | None:
        """The day of publication; a partial date gives its last day, the latest the text can know of."""
        parts = [int(part) for part in self.published.split("-")] if self.published else []
        match parts:
            case [year, month, day]:
                return date(year, month, day)
            case [year, month]:
                return date(year + month // 12, month % 12 + 1, 1) - date.resolution
            case [year]:
                return date(year, 12, 31)
        return None


class Block(NamedTuple):
    """A paragraph, heading, list item or table cell: offsets into the prose, and what it is."""

    start: int
    end: int
    role: Role


class Piece(NamedTuple):
    """A stretch of prose and where it comes from: verbatim when both are of one length, else put in its place.

    It covers the prose from ``start`` to the next piece's start, and ``document_start`` to
    ``document_end`` of the document's text. An entity is one character there; a tag nothing.
    """

    start: int
    document_start: int
    document_end: int


class Prose(Record):
    """What a reader of the document sees: its text without markup, each part tied to where it stands.

    Blocks are in order and do not overlap; a line break inside a block is a soft one.
    Plain text is one piece: the document's own text.
    """

    text: str
    pieces: tuple[Piece, ...]
    blocks: tuple[Block, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into the document's text of the prose's ``[start, end)``, which must not be empty."""
        pieces = self.pieces
        number = bisect_left(pieces, (start + 1,)) - 1
        begin, first, last = pieces[number]
        behind = pieces[number + 1].start if number + 1 < len(pieces) else len(self.text)
        verbatim = behind - begin == last - first
        if end > behind:
            last = self.place(end - 1, end)[1]
        elif verbatim:
            last = first + end - begin
        return first + start - begin if verbatim else first, last


class Document(Record):
    """A text as read, never rewritten."""

    id: str = Field(description="SHA-256 of the bytes as read, hexadecimal")
    path: str = Field(description="the path as the user gave it")
    format: str = Field(description="the reader's name: text, markdown, html ...")
    text: str
    source: Source = Source.known()
    prose: Prose


class Span(Record):
    """A half-open range of a document's text, and the text that stands there."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    quote: str


class Quantity(Record):
    """An interval with a bound and a unit: 80 percent, over 500, 60 to 70.

    ``str()`` is the one notation of tests, manuals and screens:
    ``33``, ``~435000``, ``>=1140``, ``>80 percent``, ``<=2 week``, ``<50``, ``60..70 percent``,
    ``1000s`` (magnitude), ``27/31``, ``260000000 USD``, ``2020-08-09``, ``2019-06`` (the whole month).
    """

    low: Value
    high: Value
    bound: Bound = "exact"
    unit: str = ""
    whole: Number = None

    def __str__(self) -> str:
        value = _interval(self.low, self.high)
        mark = {"about": "~", "at_least": ">=", "more_than": ">", "at_most": "<=", "less_than": "<"}.get(self.bound, "")
        suffix = "s" if self.bound == "magnitude" else ""
        whole = f"/{printed(self.whole)}" if self.whole is not None else ""
        return f"{mark}{value}{suffix}{whole} {self.unit}".rstrip()


def _interval(low: Decimal | date | None, high: Decimal | date | None) -> str:
    if low is None or high is None or low == high:
        return printed(low if low is not None else high) or "?"
    if isinstance(low, date) and isinstance(high, date) and low.day == 1 and (high + date.resolution).day == 1:
        if (low.year, low.month) == (high.year, high.month):
            return f"{low:%Y-%m}"
        if (low.year, low.month, high.month) == (high.year, 1, 12):
            return f"{low:%Y}"
    return f"{printed(low)}..{printed(high)}"


def claim_id(document: str, start: int, end: int) -> str:
    """The id of the claim whose core stands at ``[start, end)`` of the document of that id."""
    return hashlib.blake2s(f"{document}:{start}:{end}".encode(), digest_size=10).hexdigest()


class Claim(Record):
    """A quantity in its context: what is counted, of what, who says so, when."""

    id: str = Field(description="stable: the same text and span give the same id")
    document: str = Field(description="the document's path as given")
    kind: str = Field(pattern="^[a-z]+$")
    span: Span = Field(description="the numeric core, without hedge and counted noun")
    mention: Span = Field(description="what a reader would underline, hedge and noun included")
    sentence: Span
    low: Value
    high: Value
    bound: Bound
    unit: str = Field(description="percent, an ISO 4217 code, a Pint unit, or empty")
    whole: Number = Field(default=None, description="of a fraction: what it is a part of")
    counted: str = Field(default="", description="the head noun as written")
    speaker: str = Field(default="", description="who is said to say so; empty for the text's own voice")
    rule: str = Field(description="the code of the rule that fired")
    modifiers: tuple[str, ...] = Field(default=(), description="words that narrow the counted noun, lower-case")
    of: str = Field(default="", description="head noun of what it is a part, share or amount of")
    subject: str = Field(default="", description="head of the clause's subject, as written")
    predicate: str = Field(default="", description="lemma of the clause's verb")
    names: tuple[str, ...] = Field(default=(), description="names in the sentence, as written, in order")
    terms: tuple[str, ...] = Field(default=(), description="content words of the clause as lemmas, in order")
    lead: tuple[str, ...] = Field(default=(), description="names in the document's first sentences; told once, by its first claim")
    period_low: date | None = Field(default=None, description="first day of the period that the claim speaks of")
    period_high: date | None = Field(default=None, description="last day of it")
    published: date | None = Field(default=None, description="the document's date")
    modality: Modality = "asserted"

    @property
    def quantity(self) -> Quantity:
        """The value as a record of its own: interval, bound, unit and whole."""
        return Quantity.model_construct(low=self.low, high=self.high, bound=self.bound, unit=self.unit, whole=self.whole)


class Level(Record):
    """How one field of two claims compares: the level that held, and what it weighs."""

    field: str
    level: str = Field(description="missing, exact, variant, overlapping, different ...")
    weight: float = Field(description="base-2 logarithm of the odds it lends to both speaking of one thing")
    note: str = ""


class Decision(Record):
    """What a reviewer said of a claim or a finding; appended, never changed."""

    seq: int = Field(description="the number of its event")
    target: str = Field(description="the claim's id or the finding's fingerprint")
    action: str
    reviewer: str
    at: str = Field(description="ISO time in UTC")
    note: str = ""
    fields: dict[str, str | None] = Field(default_factory=dict, description="the corrected fields, or what the action takes")
    undone: int | None = Field(default=None, description="the event that took it back, while it is taken back")


class Finding(Record):
    """Claims that conflict, corroborate, update each other or only look alike, with the reason."""

    code: str
    name: str
    verdict: Verdict
    severity: Severity
    message: str
    claims: tuple[Claim, ...]
    because: tuple[Level, ...] = ()
    fingerprint: str = Field(description="survives moved lines, reflowed paragraphs and renamed files")
    decisions: tuple[Decision, ...] = Field(default=(), description="that verified a claim of it; left out where there are none")


class Checkpoint(Record):
    """A ledger at a moment: how many events, the hash of the last, and the Merkle root over all hashes (RFC 6962)."""

    size: int = Field(ge=0)
    head: str = Field(pattern="^[0-9a-f]{64}$")
    root: str = Field(pattern="^[0-9a-f]{64}$")


CORRECTABLE = ("kind", "low", "high", "bound", "unit", "whole", "counted", "speaker", "period_low", "period_high", "modality")
"""The fields of a claim that a reviewer may correct, in the order in which they are shown."""

SPANS = ("span", "mention", "sentence")
"""The fields of a claim that say where it stands."""
