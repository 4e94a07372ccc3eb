"""One spelling for every event, and the hashes over it.

Canonical JSON here is what ``json.dumps`` gives with sorted keys, no blanks and plain Unicode; numbers
are integers only (decimals are strings), so that any language spells it the same. Each kind
of hash begins with words of its own, so that none can pass for another.
"""

from __future__ import annotations

import hashlib
import json
from json.encoder import encode_basestring
from typing import Any

from pydantic_core import from_json

GENESIS = "0" * 64
"""What stands before the first event."""

_sha256 = hashlib.sha256
_EVENT = b"factledger event 1\n"
_STATE = b"factledger state 1\n"


_encoded = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False, check_circular=False).encode


def canonical(value: Any) -> str:
    """``value`` (mappings, sequences, strings, integers, booleans, None) as canonical JSON."""
    return _encoded(value)


def parsed(text: str) -> Any:
    """What ``canonical`` spelled."""
    return from_json(text)


def event_text(seq: int, prev: str, kind: str, subject: str, at: str, by: str, body: str) -> str:
    """The canonical JSON of an event whose ``body`` is canonical JSON already; the keys stand in order."""
    return (
        f'{{"at":{encode_basestring(at)},"body":{body},"by":{encode_basestring(by)},"kind":{encode_basestring(kind)},'
        f'"prev":{encode_basestring(prev)},"seq":{seq},"subject":{encode_basestring(subject)}}}'
    )


def event_hash(text: str) -> str:
    """SHA-256, hexadecimal, of an event's canonical JSON."""
    return _sha256(_EVENT + text.encode()).hexdigest()


def text_hash(text: str) -> str:
    """SHA-256, hexadecimal, of a document's text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


class StateHash:
    """SHA-256 over rows, each as canonical JSON on a line of its own."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256(_STATE)

    def add(self, row: Any) -> None:
        """Take in a row: numbers, texts, booleans and None."""
        self._hash.update(json.dumps(row, separators=(",", ":"), ensure_ascii=False).encode() + b"\n")

    def hexdigest(self) -> str:
        """The hash of the rows so far, 64 hexadecimal digits."""
        return self._hash.hexdigest()
