"""What is published: verified claims with their evidence, as records; ``factledger schema VerifiedClaims`` describes them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from ledger.records import CORRECTABLE, SPANS, Bound, Checkpoint, Modality, Number, Record, Source, Span, Value, told

FORMAT: Literal["factledger verified claims 1"] = "factledger verified claims 1"


PUBLISHED = ("id", *CORRECTABLE, *SPANS)
"""The fields of a claim that are published as the ledger has them."""


class Proof(Record):
    """An event of the ledger as it was hashed, and the hashes that lead from it to the checkpoint's root, the lowest first."""

    seq: int = told(ge=1)
    prev: str = told(pattern="^[0-9a-f]{64}$")
    kind: str
    subject: str
    at: str = told("ISO time in UTC")
    by: str
    body: dict[str, Any]
    path: tuple[Annotated[str, Field(pattern="^[0-9a-f]{64}$")], ...]


class PublishedDocument(Record):
    """Where claims stand: the file's hash, where it was read, and its source."""

    id: str = told("SHA-256 of the file's bytes", pattern="^[0-9a-f]{64}$")
    path: str
    format: str
    source: Source


class Ruling(Record):
    """What a reviewer said, when, and why."""

    action: str
    reviewer: str
    at: str
    note: str
    fields: dict[str, str | None] = told("the corrected fields, or what the action takes")


class VerifiedClaim(Record):
    """A claim as it stands after review: corrected fields are corrected, spans are those of the document as read."""

    id: str
    document: str = told("the id of its document")
    status: Literal["verified", "corrected"]
    kind: str
    low: Value
    high: Value
    bound: Bound
    unit: str
    whole: Number
    counted: str
    speaker: str
    period_low: str | None
    period_high: str | None
    modality: Modality
    span: Span
    mention: Span
    sentence: Span
    link: str = told("the source's address with a text fragment that leads to the sentence, or empty")
    ruling: Ruling
    conflicts: tuple[str, ...] = told("fingerprints of the conflicts that it is in")
    found: Proof = told("the event that recorded the claim")
    decided: Proof = told("the event that recorded the ruling")


class PublishedConflict(Record):
    """A conflict in which a verified claim is, and how it stands."""

    fingerprint: str
    code: str
    name: str
    message: str
    status: str
    claims: tuple[str, ...]
    ruling: Ruling | None


class Signature(Record):
    """Ed25519 over the digest's 32 bytes, after the words ``factledger export 1`` and a line end; hexadecimal."""

    key: str = told(pattern="^[0-9a-f]{64}$")
    value: str = told(pattern="^[0-9a-f]{128}$")


class VerifiedClaims(Record):
    """What ``factledger export --format verified`` writes.

    ``digest`` is SHA-256, hexadecimal, over ``factledger export 1``, a line end and the canonical JSON of all but digest and signature.
    """

    format: Literal["factledger verified claims 1"]
    checkpoint: Checkpoint
    documents: tuple[PublishedDocument, ...]
    claims: tuple[VerifiedClaim, ...]
    conflicts: tuple[PublishedConflict, ...]
    digest: str = told(pattern="^[0-9a-f]{64}$")
    signature: Signature | None = None
