"""The records that everything else speaks in: frozen, serialisable, validated where they come from outside.

Offsets are code points into a document's text, half-open. Values are exact
decimals or calendar dates; ``None`` is an open end.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import MISSING, FrozenInstanceError, dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, NamedTuple, NoReturn, Self, dataclass_transform

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Bound = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "between", "magnitude"]
Modality = Literal["asserted", "planned", "hypothetical", "denied", "corrected"]
Role = Literal["body", "heading", "item", "row", "cell", "byline", "furniture"]
Verdict = Literal["conflict", "corroborate", "compatible", "update"]
Severity = Literal["error", "warning", "note"]


def printed(value: Decimal | date | None) -> str | None:
    """A value as it is written in records: a plain decimal without exponent or trailing zeros, or an ISO date."""
    if isinstance(value, Decimal):
        text = format(value, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return value.isoformat() if value is not None else None


class _Printed:
    """Has pydantic write a value as ``printed`` does."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic import PlainSerializer

        return PlainSerializer(printed, return_type=str | None).__get_pydantic_core_schema__(source, handler)


Value = Annotated[Decimal | date | None, _Printed()]
Number = Annotated[Decimal | None, _Printed()]


def told(description: str | None = None, *, default: Any = MISSING, default_factory: Any = MISSING, **limits: Any) -> Any:
    """A field with its description, and its limits as pydantic calls them (``ge``, ``pattern``)."""
    return field(default=default, default_factory=default_factory, metadata={"description": description} | limits)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(told,))
class Record:
    """Base of the records: a subclass is a dataclass, and frozen, of the fields that it annotates.

    What the program makes is not validated. Where records come from outside or go there, pydantic validates and writes them, by
    the methods that its models have; it takes longer to load than a small file to check, so it is loaded when one of them is called.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}
    model_fields: ClassVar[Mapping[str, Any]]
    _adapter: ClassVar[Any] = None

    def __init_subclass__(cls) -> None:
        dataclass(init=False, repr=False, eq=False)(cls)  # what it would write for each class is here, once for all: a start is quicker
        cls.model_fields = cls.__dataclass_fields__  # type: ignore[attr-defined]
        cls._adapter = None

    def __init__(self, **fields: Any) -> None:
        """Raises TypeError for a field that is missing or unknown."""
        own = vars(self)
        for name, known in self.model_fields.items():
            if name in fields:
                own[name] = fields.pop(name)
            elif known.default is not MISSING:
                own[name] = known.default
            elif known.default_factory is not MISSING:
                own[name] = known.default_factory()
            else:
                raise TypeError(f"{type(self).__name__} without {name}")
        if fields:
            raise TypeError(f"{type(self).__name__} has no {', '.join(fields)}")

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other) if type(self) is type(other) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(map(vars(self).__getitem__, self.model_fields)))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self.model_fields)})"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    @classmethod
    def unchecked(cls, /, **fields: Any) -> Self:  # by position alone, or each field's name is compared with that of ``cls``
        """A record of all its ``fields``, also those that have defaults: a fourth of what the constructor costs."""
        record = object.__new__(cls)
        _set_fields(record, fields)
        return record

    @classmethod
    def dense(cls, /, **fields: Any) -> Self:
        """As ``unchecked``, in a third of the memory and thrice the time: for records that are held by the million."""
        record = object.__new__(cls)
        for name, value in fields.items():  # one by one, so that the records of a class share the names of their fields
            _set_field(record, name, value)
        return record

    @classmethod
    def _outside(cls) -> TypeAdapter[Self]:
        if cls._adapter is None:
            from pydantic import TypeAdapter

            cls._adapter = TypeAdapter(cls)
        adapter: TypeAdapter[Self] = cls._adapter
        return adapter

    @classmethod
    def model_validate(cls, value: Any) -> Self:
        """The record that a mapping says. Raises pydantic's ValidationError."""
        return cls._outside().validate_python(value)

    @classmethod
    def model_validate_json(cls, text: str | bytes) -> Self:
        """The record that JSON says. Raises pydantic's ValidationError."""
        return cls._outside().validate_json(text)

    @classmethod
    def model_json_schema(cls) -> dict[str, Any]:
        """The JSON Schema of what ``model_dump_json`` writes."""
        return cls._outside().json_schema(mode="serialization")

    def model_dump(self, **how: Any) -> dict[str, Any]:
        """The record as a mapping; ``how`` is pydantic's: ``mode``, ``include``, ``exclude``."""
        told: dict[str, Any] = self._outside().dump_python(self, **how)
        return told

    def model_dump_json(self, **how: Any) -> str:
        """The record as JSON; ``how`` is pydantic's: ``indent``, ``include``, ``exclude``."""
        return self._outside().dump_json(self, **how).decode()

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """The record with other values in the fields that ``update`` names."""
        return self.unchecked(**{**vars(self), **update})


_set_field = object.__setattr__
_set_fields = Record.__dict__["__dict__"].__set__


class Source(Record):
    """Who published a document, where and when."""

    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = told("ISO date, perhaps partial: 2020, 2020-07 or 2020-07-15", default="")
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
    """A paragraph, heading, list item or table cell: offsets into the prose, and what it is; the first cell of a row is a "row"."""

    start: int
    end: int
    role: Role


class Piece(NamedTuple):
    """A stretch of prose and where it comes from: verbatim (but for soft line breaks) when both are of one length, else put in its place.

    It covers the prose from ``start`` to the next piece's start, and ``document_start`` to
    ``document_end`` of the document's text. An entity is one character there; a tag nothing.
    """

    start: int
    document_start: int
    document_end: int


class Prose(Record):
    """What a reader of the document sees: its text without markup, each part tied to where it stands.

    Blocks are in order and do not overlap. A line break inside a block is a soft one, and stands there as one space, with the white
    space around it. Plain text is one piece.
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

    id: str = told("SHA-256 of the bytes as read, hexadecimal")
    path: str = told("the path as the user gave it")
    format: str = told("the reader's name: text, markdown, html ...")
    text: str
    source: Source = Source.known()
    prose: Prose


class Span(Record):
    """A half-open range of a document's text, and the text that stands there."""

    start: int = told(ge=0)
    end: int = told(ge=0)
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

    id: str = told("stable: the same text and span give the same id")
    document: str = told("the document's path as given")
    kind: str = told(pattern="^[a-z]+$")
    span: Span = told("the numeric core, without hedge and counted noun")
    mention: Span = told("what a reader would underline, hedge and noun included")
    sentence: Span
    low: Value
    high: Value
    bound: Bound
    unit: str = told("percent, an ISO 4217 code, a Pint unit, or empty")
    whole: Number = told("of a fraction: what it is a part of", default=None)
    counted: str = told("the head noun as written", default="")
    speaker: str = told("who is said to say so; empty for the text's own voice", default="")
    rule: str = told("the code of the rule that fired")
    modifiers: tuple[str, ...] = told("words that narrow the counted noun, lower-case", default=())
    of: str = told("head noun of what it is a part, share or amount of", default="")
    subject: str = told("head of the clause's subject, as written", default="")
    predicate: str = told("lemma of the clause's verb", default="")
    names: tuple[str, ...] = told("names in the sentence, as written, in order", default=())
    terms: tuple[str, ...] = told("content words of the clause as lemmas, in order", default=())
    lead: tuple[str, ...] = told("names in the document's first sentences; told once, by its first claim", default=())
    period_low: date | None = told("first day of the period that the claim speaks of", default=None)
    period_high: date | None = told("last day of it", default=None)
    published: date | None = told("the document's date", default=None)
    modality: Modality = "asserted"
    person: str = told("of an age or a birth: whose it is, where another sentence names them", default="")

    @property
    def in_sentence(self) -> tuple[int, int]:
        """Where the figure stands in its sentence: half-open offsets into ``sentence.quote``."""
        first = self.sentence.start
        return self.span.start - first, self.span.end - first

    @property
    def quantity(self) -> Quantity:
        """The value as a record of its own: interval, bound, unit and whole."""
        return Quantity.unchecked(low=self.low, high=self.high, bound=self.bound, unit=self.unit, whole=self.whole)


class Level(Record):
    """How one field of two claims compares: the level that held, and what it weighs."""

    field: str
    level: str = told("missing, exact, variant, overlapping, different ...")
    weight: float = told("base-2 logarithm of the odds it lends to both speaking of one thing")
    note: str = ""


class Decision(Record):
    """What a reviewer said of a claim or a finding; appended, never changed."""

    seq: int = told("the number of its event")
    target: str = told("the claim's id or the finding's fingerprint")
    action: str
    reviewer: str
    at: str = told("ISO time in UTC")
    note: str = ""
    fields: dict[str, str | None] = told("the corrected fields, or what the action takes", default_factory=dict)
    undone: int | None = told("the event that took it back, while it is taken back", default=None)


class Finding(Record):
    """Claims that conflict, corroborate, update each other or only look alike, with the reason."""

    code: str
    name: str
    verdict: Verdict
    severity: Severity
    message: str
    claims: tuple[Claim, ...]
    because: tuple[Level, ...] = ()
    fingerprint: str = told("survives moved lines, reflowed paragraphs and renamed files")
    decisions: tuple[Decision, ...] = told("that verified a claim of it; left out where there are none", default=())


class Checkpoint(Record):
    """A ledger at a moment: how many events, the hash of the last, and the Merkle root over all hashes (RFC 6962)."""

    size: int = told(ge=0)
    head: str = told(pattern="^[0-9a-f]{64}$")
    root: str = told(pattern="^[0-9a-f]{64}$")


CORRECTABLE = ("kind", "low", "high", "bound", "unit", "whole", "counted", "speaker", "period_low", "period_high", "modality")
"""The fields of a claim that a reviewer may correct, in the order in which they are shown."""

SPANS = ("span", "mention", "sentence")
"""The fields of a claim that say where it stands."""
VALUES = ("low", "high", "whole")
"""Those that hold a figure: a decimal, perhaps a day, or nothing."""
DAYS = ("period_low", "period_high", "published")
"""Those that hold a day, or nothing."""
SEVERAL = ("modifiers", "names", "terms", "lead")
"""Those that hold several words, names or terms."""
