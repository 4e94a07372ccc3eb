"""What ``sources.toml`` says of the documents of its folder."""

from __future__ import annotations

import os
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from ledger.errors import ReadingError, TomlError
from ledger.reading.dates import is_partial_date
from ledger.reading.files import printable
from ledger.records import Source

NAME = "sources.toml"
_NAMED = 3
"""How many names a message tells, of many."""
_FIELDS = tuple(Source.model_fields)


class Listing(NamedTuple):
    """The sources of a folder by file name, and what is wrong with its list."""

    sources: dict[str, Source]
    errors: tuple[ReadingError, ...]


_NOTHING = Listing({}, ())


def listing(folder: str) -> Listing:
    """What the list of ``folder`` says; nothing when there is none. Read again when it has changed."""
    path = os.path.join(folder, NAME)
    try:
        facts = os.stat(path)
    except (OSError, ValueError):
        return _NOTHING
    return _read(path, facts.st_mtime_ns, facts.st_size)


def source_of(path: str) -> Source:
    """What the list beside the file ``path`` says of it; an empty source when it says nothing."""
    folder, name = os.path.split(path)
    return listing(folder).sources.get(name) or Source.known()


def strangers(folder: str) -> list[str]:
    """The names in the list of ``folder`` that no file in it has."""
    told = listing(folder).sources
    if not told:
        return []
    there = set(os.listdir(folder or "."))
    return [name for name in told if name not in there]


def merged(first: Source, *others: Source) -> Source:
    """The fields of ``first``, those that are empty filled from ``others`` in turn."""
    if not others:
        return first
    if len(others) == 1 and not any(vars(first).values()):
        return others[0]
    fields = dict[str, str]()
    for source in (*reversed(others), first):
        fields |= {field: value for field, value in vars(source).items() if value}
    return Source.known(**fields)


@lru_cache(maxsize=1024)
def _read(path: str, modified: int, size: int) -> Listing:
    from ledger.toml_file import toml_file

    try:
        table = toml_file(Path(path)).table
    except TomlError as error:
        reason = f"cannot be read as TOML: {error.reason}; its documents are read without it"
        return Listing({}, (ReadingError(printable(path), reason, error.line or None),))
    except OSError as error:
        return Listing({}, (ReadingError(printable(path), f"cannot be read: {error}; its documents are read without it"),))
    return _listing(path, table)


def _listing(path: str, table: dict[str, Any]) -> Listing:
    sources, errors, again = dict[str, Source](), list[ReadingError](), list[str]()
    entries = table.get("source", [])
    if set(table) - {"source"} or not isinstance(entries, list):
        errors.append(ReadingError(printable(path), "holds something else than [[source]] entries; that is passed over"))
    for number, entry in enumerate(entries if isinstance(entries, list) else [], 1):
        try:
            name, source = _entry(entry)
            if sources.setdefault(name, source) is not source:
                again.append(name)
        except ValueError as error:
            errors.append(ReadingError(printable(path), f"source {number}: {error}"))
    if again:
        reason = f"tells of {first_few(again)} more than once; the first entry counts"
        errors.append(ReadingError(printable(path), reason))
    return Listing(sources, tuple(errors))


def first_few(names: list[str]) -> str:
    """Some of ``names``, each once, and how many more there are."""
    each = list(dict.fromkeys(map(printable, names)))
    more = f" and {len(each) - _NAMED} more" if len(each) > _NAMED else ""
    return ", ".join(each[:_NAMED]) + more


def _entry(entry: Any) -> tuple[str, Source]:
    """File name and source of an entry. Raises ValueError, which says what is wrong with it."""
    if not isinstance(entry, dict) or not isinstance(entry.get("file"), str):
        raise ValueError('expected file = "NAME" and what is known of it')
    fields = {}
    for key, value in entry.items():
        if key == "file":
            continue
        if key not in _FIELDS:
            raise ValueError(f"unknown field {key!r}; expected file, {', '.join(_FIELDS)}")
        if isinstance(value, datetime):
            value = value.date()
        if isinstance(value, date):
            value = value.isoformat()
        if not isinstance(value, str):
            raise ValueError(f"{key} is no text; write it in quotation marks")
        if key == "published" and not is_partial_date(value):
            raise ValueError(f"published = {value!r} is no date; expected YYYY, YYYY-MM or YYYY-MM-DD")
        fields[key] = value
    return entry["file"], Source(**fields)
