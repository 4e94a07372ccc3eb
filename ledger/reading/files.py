"""From the paths that a user gave to the files that are read, each once, in a fixed order."""

from __future__ import annotations

import os
import stat
import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator

from ledger.errors import ReadingError

LIMIT = 256 * 1024 * 1024
"""The most bytes that one document may have."""

_OURS = frozenset({"sources.toml", "readme.md"})

Known = Callable[[str], bool]
"""Whether a file name has a suffix that some reader reads."""


def files(paths: Iterable[str], known: Known, on_error: Callable[[ReadingError], None]) -> Iterator[str]:
    """Paths of the files to read: of a folder those with a known suffix, sorted by their parts.

    ``-`` stands for standard input. What cannot be listed, and a folder without documents, goes to ``on_error``.
    """
    seen: set[object] = set()
    for path in paths:
        if path == "-":
            if path not in seen:
                seen.add(path)
                yield path
            continue
        try:
            facts = os.stat(path)
        except (OSError, ValueError) as error:
            on_error(_unreadable(path, error))
            continue
        if stat.S_ISDIR(facts.st_mode):
            yield from _unseen(_folder(path, known, on_error), seen, on_error)
        else:
            yield from _unseen([path], seen, on_error)


def data(path: str) -> bytes:
    """All bytes of the file ``path``, or of standard input when it is ``-``. Raises ReadingError."""
    try:
        if path == "-":
            found = sys.stdin.buffer.read(LIMIT + 1)
        else:
            with open(path, "rb") as file:
                size = os.fstat(file.fileno()).st_size
                if size > LIMIT:
                    raise _too_large(path)
                # A buffer of the size asked for is allocated at once; a pipe has no size.
                found = file.read(size + 1 if size else LIMIT + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if len(found) > LIMIT:
        raise _too_large(path)
    if not found or found.isspace() or found == BOM_UTF8:
        raise ReadingError(printable(path), f"{'holds nothing but white space' if found else 'is empty'}; expected an article")
    return found


def printable(path: str) -> str:
    """The path as it can be written anywhere: bytes of a name that are not UTF-8 are spelled out."""
    return os.fsencode(path).decode("utf-8", "backslashreplace") if not path.isascii() else path


def _folder(top: str, known: Known, on_error: Callable[[ReadingError], None]) -> Iterator[str]:
    """Documents under ``top``; a folder that a link leads back to is entered once."""
    entered: set[tuple[int, int]] = set()
    waiting, found = [(top, True)], False
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            found = True
            yield path
            continue
        try:
            facts = os.stat(path)
            if (facts.st_dev, facts.st_ino) in entered:
                continue
            entered.add((facts.st_dev, facts.st_ino))
            with os.scandir(path) as listing:
                entries = sorted((entry.name, _kind(entry)) for entry in listing if not entry.name.startswith("."))
        except OSError as error:
            found = True
            on_error(_unreadable(path, error))
            continue
        for name, kind in reversed(entries):
            if kind != "other" and (kind == "folder" or _is_document(name, known)):
                waiting.append((_joined(path, name), kind == "folder"))
            elif kind == "other" and _is_document(name, known):
                found = True
                on_error(ReadingError(printable(_joined(path, name)), "is a pipe, a socket or a device; expected a file"))
    if not found:
        on_error(ReadingError(printable(top), "holds no document that is read; expected files such as .txt, .md or .html"))


def _kind(entry: os.DirEntry[str]) -> str:
    """Folder, file (also a link that leads nowhere: whoever reads it says so), or other: reading that might never end."""
    if entry.is_dir():
        return "folder"
    return "file" if entry.is_file() or not os.path.exists(entry.path) else "other"


def _joined(folder: str, name: str) -> str:
    return name if folder in (".", "./") else os.path.join(folder, name)


def _is_document(name: str, known: Known) -> bool:
    low = name.lower()
    return known(low) and low not in _OURS and not low.startswith("license")


def _unseen(paths: Iterable[str], seen: set[object], on_error: Callable[[ReadingError], None]) -> Iterator[str]:
    for path in paths:
        try:
            facts = os.stat(path)
        except OSError as error:
            on_error(_unreadable(path, error))
            continue
        # Hard links are files of their own, each with its own name in sources.toml.
        key: object = (facts.st_dev, facts.st_ino) if facts.st_nlink == 1 else os.path.realpath(path)
        if key not in seen:
            seen.add(key)
            yield path


def _unreadable(path: str, error: Exception) -> ReadingError:
    if isinstance(error, FileNotFoundError):
        return ReadingError(printable(path) or "''", "does not exist; expected a file, a folder or - for standard input")
    if isinstance(error, PermissionError):
        return ReadingError(printable(path), "may not be read: permission denied")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return ReadingError(printable(path), f"cannot be read: {reason[:1].lower()}{reason[1:]}")


def _too_large(path: str) -> ReadingError:
    return ReadingError(printable(path), f"is larger than {LIMIT // 1024 // 1024} MB, the most that is read at once; split it")
