"""``.factledger-ignore.toml``: suppressions for texts that can hold no comment, an entry each.

    [[ignore]]
    file = "report.txt"             a pattern of paths, seen from the folder of this file
    codes = ["X101"]
    quote = "40 houses"             part of the sentence; all of the file when left out
    until = 2027-01-01              the last day; for good when left out
    reason = "the mayor has confirmed it"

The file counts for the documents of its folder and below.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from ledger.errors import TomlError
from ledger.gate.paths import fits
from ledger.gate.records import Place
from ledger.gate.suppression import Malformed, Suppression, Terms, checked
from ledger.records import Claim, Span
from ledger.settings import did_you_mean
from ledger.toml_file import TomlFile, toml_file

NAME = ".factledger-ignore.toml"
_ENTRY = "ignore"
_KEYS = {"file": str, "codes": list, "quote": str, "until": object, "reason": str}


class IgnoreFile(NamedTuple):
    """A file as read, by the path that it is called by in reports."""

    path: str
    text: str
    held: Sequence[Suppression | Malformed]


def ignore_files(documents: Iterable[str], here: str, only_here: bool = False) -> Iterator[IgnoreFile]:
    """The files that count for ``documents``: in their folders and those above, as far as the folder ``here``; each once.

    With ``only_here`` that of ``here`` alone, whatever comes with the documents.
    """
    paths = [path for path in documents if path != "-"]
    folders = {here} if only_here else {folder for near in {os.path.dirname(path) for path in paths} for folder in _above(near, here)}
    for folder in sorted(folders):
        found = Path(folder, NAME)
        if found.is_file():
            yield _read(found, Path(os.path.relpath(found, here) if found.is_relative_to(here) else found), paths)


def _above(folder: str, here: str) -> Iterator[str]:
    absolute = os.path.abspath(folder)
    yield absolute
    while absolute != here and absolute.startswith(here.rstrip(os.sep) + os.sep):
        absolute = os.path.dirname(absolute)
        yield absolute


def _read(found: Path, name: Path, documents: Sequence[str]) -> IgnoreFile:
    try:
        file = toml_file(found)
    except TomlError as error:
        text = found.read_bytes().decode("utf-8", "replace") if error.line else ""
        broken = TomlFile(name, text, {})
        return IgnoreFile(str(name), text, [Malformed(_place(broken, error.line), f"it cannot be read as TOML: {error.reason}")])
    file.path = name
    return IgnoreFile(str(name), file.text, list(_entries(file, found.parent, documents)))


def _entries(file: TomlFile, folder: Path, documents: Sequence[str]) -> Iterator[Suppression | Malformed]:
    for key in set(file.table) - {_ENTRY}:
        yield Malformed(_place(file, file.line(key) or file.line("", key)), f"unknown key {key!r}{did_you_mean(key, [_ENTRY])}")
    entries = file.table.get(_ENTRY, [])
    if not isinstance(entries, list):
        yield Malformed(_place(file, file.line(_ENTRY)), "ignore is no list; write [[ignore]] above each entry")
        return
    for number, entry in enumerate(entries, 1):
        line = file.line(_ENTRY, number=number)
        try:
            terms, pattern, quote = _entry(entry)
        except ValueError as error:
            yield Malformed(_place(file, line), str(error))
            continue
        covers, is_due = _covering(pattern, folder, " ".join(quote.split())), partial(_is_due, pattern, folder, documents)
        yield Suppression("ignore-file", terms, _place(file, line), line, covers, is_due=is_due)


def _is_due(pattern: str, folder: Path, documents: Sequence[str]) -> bool:
    """Whether a file of the pattern was checked, or the one that is named is not there at all."""
    is_gone = not any(sign in pattern for sign in "*?[") and not Path(folder, pattern).exists()
    return is_gone or any(fits(pattern, path, folder) for path in documents)


def _entry(entry: Any) -> tuple[Terms, str, str]:
    """What an entry says, its pattern and its quote. Raises ValueError, which tells what is wrong with it."""
    if not isinstance(entry, dict):
        raise ValueError("an entry is no table; write [[ignore]] above it")
    for key, value in entry.items():
        if key not in _KEYS:
            raise ValueError(f"unknown key {key!r}{did_you_mean(key, list(_KEYS))}")
        if not isinstance(value, _KEYS[key]):
            raise ValueError(f"{key} must be {'a list of texts' if key == 'codes' else 'a text in quotes'}, not {value!r}")
    if not entry.get("file", "").strip():
        raise ValueError('it names no file; say which, as in file = "report.txt"')
    codes = entry.get("codes", [])
    if not all(isinstance(code, str) for code in codes):
        raise ValueError(f"codes must be a list of texts, not {codes!r}")
    if not entry.get("reason", "").strip():
        raise ValueError('it gives no reason; say why: reason = "..."')
    return checked(codes, entry.get("until"), entry["reason"]), entry["file"], entry.get("quote", "")


def _covering(pattern: str, folder: Path, quote: str) -> Callable[[Claim], bool]:
    def covers(claim: Claim) -> bool:
        return quote in " ".join(claim.sentence.quote.split()) and fits(pattern, claim.document, folder)

    return covers


def _place(file: TomlFile, line: int) -> Place:
    start, end = file.span(line)
    return Place(document=str(file.path), span=Span(start=start, end=end, quote=file.text[start:end]))
