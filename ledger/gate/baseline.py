"""The baseline: findings that are accepted, an entry each, in a TOML file that reads well in a diff."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from pydantic import StringConstraints, ValidationError

from ledger.errors import UsageError, unwritable
from ledger.gate.records import Place
from ledger.printing import one_line, without_markup
from ledger.records import Finding, Record, Span, told
from ledger.settings import did_you_mean
from ledger.toml_file import TomlFile, toml, toml_file

NAME = "factledger-baseline.toml"
_HEAD = "# Findings that are accepted. Written by `factledger baseline update`, which keeps entries but no comments.\n"
_ENTRY = "finding"
_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class BaselineEntry(Record):
    """A finding that is accepted: which one, why, by whom, and for how long."""

    fingerprint: str = told(pattern="^[0-9a-f]{20}$")
    code: _Text
    quotes: tuple[str, ...] = told("the figures as written, for whoever reads the file")
    reason: _Text
    author: _Text
    date: datetime.date
    expires: datetime.date | None = told("the last day on which the finding is accepted; for good when left out", default=None)


class Baseline(Record):
    """A file of findings that are accepted, each once."""

    finding: tuple[BaselineEntry, ...] = ()


class Accepted(NamedTuple):
    """An entry and where it stands."""

    entry: BaselineEntry
    place: Place
    line: int

    def is_over(self, today: datetime.date) -> bool:
        """Whether its last day is before ``today``."""
        return self.entry.expires is not None and self.entry.expires < today


class BaselineFile(NamedTuple):
    """A baseline as read, by the path that it is called by in reports."""

    path: str
    text: str
    accepted: Sequence[Accepted]


def baseline_file(path: Path) -> BaselineFile:
    """The baseline at ``path``. Raises UsageError, with the line, for what is no baseline, and FileNotFoundError."""
    file = toml_file(path)
    try:
        entries = Baseline.model_validate(file.table).finding
    except ValidationError as error:
        raise UsageError(_complaint(file, error)) from error
    lines = dict[str, int]()
    for number, entry in enumerate(entries, 1):
        line, first = file.line(_ENTRY, number=number), lines.get(entry.fingerprint)
        if first is not None:
            raise UsageError(f"{path}:{line}: the finding {entry.fingerprint} is accepted twice, here and in line {first}")
        lines[entry.fingerprint] = line
    name = _relative(path)
    accepted = [Accepted(entry, _place(file, name, number), lines[entry.fingerprint]) for number, entry in enumerate(entries, 1)]
    return BaselineFile(name, file.text, accepted)


def no_baseline(path: str | Path) -> UsageError:
    """What is told where a file that was asked for is not there."""
    return UsageError(f"{path}: there is no such baseline; factledger baseline update --add makes one")


def entry_of(finding: Finding, reason: str, author: str, today: datetime.date, expires: datetime.date | None) -> BaselineEntry:
    """The entry that accepts a finding. Raises UsageError when reason or author say nothing."""
    if not reason.strip() or not author.strip():
        raise UsageError("an entry needs a reason and an author; say --reason TEXT and --by NAME")
    quotes = tuple(one_line(without_markup(claim.mention.quote)) for claim in finding.claims)
    return BaselineEntry(
        fingerprint=finding.fingerprint, code=finding.code, quotes=quotes, reason=reason.strip(), author=author.strip(), date=today,
        expires=expires,
    )  # fmt: skip


def written(entries: Iterable[BaselineEntry]) -> str:
    """The file that holds ``entries``, in the order of their codes and fingerprints."""
    return _HEAD + "".join(_lines(entry) for entry in sorted(entries, key=lambda entry: (entry.code, entry.fingerprint)))


def write(path: Path, entries: Iterable[BaselineEntry]) -> None:
    """Put ``entries`` into the file at ``path``, whole or not at all. Raises UsageError when it cannot be written."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(written(entries), "utf-8")
        os.replace(beside, path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise unwritable(path, error) from error


def _lines(entry: BaselineEntry) -> str:
    values = {name: value for name, value in vars(entry).items() if value is not None}
    return f"\n[[{_ENTRY}]]\n" + "".join(f"{name} = {_toml(value)}\n" for name, value in values.items())


def _toml(value: Any) -> str:
    """A value of an entry; several texts stand a line each."""
    if isinstance(value, tuple) and len(value) > 1:
        return "[\n" + "".join(f"    {toml(each)},\n" for each in value) + "]"
    return toml(value)


def _place(file: TomlFile, name: str, number: int) -> Place:
    """Where the ``number``-th entry says how long it holds, or else begins."""
    start, end = file.span(file.line(_ENTRY, "expires", number))
    return Place(document=name, span=Span(start=start, end=end, quote=file.text[start:end]))


def _relative(path: Path) -> str:
    """The path as seen from the working directory, where it is below that."""
    absolute, here = path.absolute(), Path.cwd()
    return str(absolute.relative_to(here) if absolute.is_relative_to(here) else path)


def _complaint(file: TomlFile, error: ValidationError) -> str:
    """The first thing that is wrong with a baseline, in a line."""
    wrong = error.errors()
    first = next((each for each in wrong if each["type"] == "unexpected_keyword_argument"), wrong[0])
    keys = [str(part) for part in first["loc"] if isinstance(part, str)]
    number = next((part + 1 for part in first["loc"] if isinstance(part, int)), 1)
    key = keys[-1] if keys else _ENTRY
    place = file.place(_ENTRY, key, number) if len(keys) > 1 else file.place(key)
    if first["type"] == "unexpected_keyword_argument":
        known = BaselineEntry if len(keys) > 1 else Baseline
        return f"{place}: unknown key {key!r}{did_you_mean(key, list(known.model_fields))}"
    if first["type"] == "missing":
        return f"{place}: an entry without {key}; each needs fingerprint, code, quotes, reason, author and date"
    return f"{place}: {key}: {first['msg'][:1].lower()}{first['msg'][1:]}"
