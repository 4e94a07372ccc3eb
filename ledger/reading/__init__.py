"""Reads articles: files, folders and standard input to documents whose prose points back at every character.

The formats are modules of ``ledger.reading.formats``; a module more is a format more.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from ledger.errors import FactledgerError, ReadingError
from ledger.reading import files, sources
from ledger.reading.reader import MOST_MARKS, Reader
from ledger.records import Document, Source
from ledger.registry import declared

__all__ = ["OnError", "documents", "find", "key_of", "read", "read_bytes", "read_text", "shown"]

OnError = Callable[[FactledgerError], None]

_HEAD = 1024
_PLAIN = "text"


def documents(paths: Iterable[str], on_error: OnError) -> Iterator[Document]:
    """The documents at ``paths``: files, folders (all they hold, sorted), and ``-`` for standard input.

    Each file is read once, however often it is named. What cannot be read goes to ``on_error``, and
    the rest is read all the same; so does a malformed ``sources.toml``, once. Names in it that no file has are a warning of the log.
    """
    for path in find(paths, on_error):
        try:
            yield read(path)
        except ReadingError as error:
            on_error(error)


def find(paths: Iterable[str], on_error: OnError) -> Iterator[str]:
    """The files behind ``paths``, for ``read`` to read, perhaps in other processes.

    In folders hidden files, ``sources.toml``, ``README.md``, ``LICENSE*`` and files of unknown suffix
    are passed over; a file given by name is always among the results.
    """
    told = set[str]()
    for path in files.files(map(os.fspath, paths), _is_known, on_error):
        folder = os.path.dirname(path)
        if path != "-" and folder not in told:
            told.add(folder)
            for error in sources.listing(folder).errors:
                on_error(error)
            _tell_of_strangers(folder)
        yield path


def _tell_of_strangers(folder: str) -> None:
    """Warn of names in the folder's list that no file has: a document may be read without what is known of it."""
    if unknown := sources.strangers(folder):
        import logging

        path = files.printable(os.path.join(folder, sources.NAME))
        logging.getLogger(__name__).warning("%s: there is no file %s in its folder", path, sources.first_few(unknown))


def read(path: str) -> Document:
    """The document in the file ``path``, or on standard input when it is ``-``.

    Its source is what ``sources.toml`` in the file's folder says of it, then what the text itself says.
    Raises ReadingError.
    """
    reader = _reader_of(path)
    data = files.data(path)
    return _document(data, path, reader, Source.known() if path == "-" else sources.source_of(path))


def key_of(path: str, document: str = "") -> str:
    """What the document in the file ``path`` is read from, as a hash: its bytes, its suffix, what is known of its source.

    ``document`` is its id where that is known; else the file is read. Raises ReadingError.
    """
    content = document or hashlib.sha256(files.data(path)).hexdigest()
    source = "\n".join(map(repr, vars(sources.source_of(path)).values()))
    told = f"{content}\n{os.path.splitext(path)[1].lower()}\n{source}"
    return hashlib.blake2s(told.encode(errors="surrogatepass"), digest_size=16).hexdigest()


def shown(path: str) -> str:
    """The path as it stands in a document."""
    return files.printable(path)


def read_bytes(data: bytes, path: str = "-", format: str = "") -> Document:
    """The document in ``data``, read as ``format`` (the code of a reader), or as the suffix of ``path`` and the data suggest.

    Raises ReadingError.
    """
    return _read_bytes(data, path, format, Source.known())


def read_text(text: str, path: str = "-", published: str = "") -> Document:
    """The document in ``text``, published on the ISO date ``published``, perhaps a partial one. Raises ReadingError."""
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        raise ReadingError(path, "holds half of a surrogate pair; expected Unicode text") from error
    return _read_bytes(data, path, "", Source.known(published=published))


def _read_bytes(data: bytes, path: str, format: str, known: Source) -> Document:
    if format:
        reader = _by_code().get(format)
        if reader is None:
            raise ReadingError(path, f"the format {format!r} is not read; expected one of {', '.join(_by_code())}")
    else:
        reader = _reader_of(path)
    if not data or data.isspace():
        raise ReadingError(path, "is empty; expected an article")
    return _document(data, path, reader, known)


def _document(data: bytes, path: str, reader: Reader | None, known: Source) -> Document:
    name = files.printable(path)
    if reader is None or reader.code == _PLAIN:
        reader = _recognised(data[:_HEAD])
    if len(data) > MOST_MARKS and (marks := sum(map(data.count, reader.marks))) > MOST_MARKS:
        raise ReadingError(name, f"is parted {marks} times by lines, tags or references; {MOST_MARKS} are the most that are read; split it")
    text, prose, said = reader.read(data, name)
    source = sources.merged(known, said)
    return Document.unchecked(id=hashlib.sha256(data).hexdigest(), path=name, format=reader.code, text=text, source=source, prose=prose)


def _reader_of(path: str) -> Reader | None:
    """The reader for the suffix of ``path``; None when it has none. Raises ReadingError for a suffix that no reader has."""
    suffix = os.path.splitext(path)[1].lower() if "." in path else ""
    if not suffix:
        return None
    reader = _by_suffix().get(suffix)
    if reader is None:
        raise ReadingError(files.printable(path), f"the format {suffix} is not read; expected one of {' '.join(sorted(_by_suffix()))}")
    return reader


def _recognised(head: bytes) -> Reader:
    """The reader that knows its format by how the data begin, else that of plain text."""
    for reader in _readers():
        if reader.recognises(head):
            return reader
    return _by_code()[_PLAIN]


def _is_known(name: str) -> bool:
    return os.path.splitext(name)[1] in _by_suffix()


@cache
def _by_code() -> dict[str, Reader]:
    return {reader.code: reader for reader in _readers()}


@cache
def _by_suffix() -> dict[str, Reader]:
    return {suffix: reader for reader in _readers() for suffix in reader.suffixes}


def _readers() -> tuple[Reader, ...]:
    return declared("ledger.reading.formats")
