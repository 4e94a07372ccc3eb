"""Proves a file of verified claims, without a ledger: its form, its digest, every proof and quote, the signature."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from ledger.errors import ProofError, ReadingError, UsageError, unreadable
from ledger.exports.digest import digest, is_signed
from ledger.exports.record import PUBLISHED, Proof, VerifiedClaim, VerifiedClaims
from ledger.reading import read
from ledger.records import Checkpoint
from ledger.store.canonical import canonical, event_hash, event_text
from ledger.store.merkle import included

_LARGEST = 1 << 30


def verified(path: Path) -> VerifiedClaims:
    """The export in the file ``path``, once everything in it holds. Raises UsageError and ProofError."""
    raw = _raw(path)
    try:
        export = VerifiedClaims.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        raise ProofError(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg'].lower()}") from error
    if export.model_dump(mode="json") != raw:
        raise ProofError(f"{path}: a value is not spelled as factledger spells it")
    if not _is_digest(export.digest, raw):
        raise ProofError(f"{path}: was changed: its digest is not that of what it says")
    if export.signature is not None and not is_signed(export.digest, export.signature.key, export.signature.value):
        raise ProofError(f"{path}: the signature is not of this file")
    documents = {document.id for document in export.documents}
    conflicts = {conflict.fingerprint for conflict in export.conflicts}
    for claim in export.claims:
        if claim.document not in documents or not set(claim.conflicts) <= conflicts:
            raise ProofError(f"{path}: claim {claim.id} names a document or a conflict that is not in the file")
        for wrong in unproved(claim, export.checkpoint):
            raise ProofError(f"{path}: claim {claim.id}: {wrong}")
    return export


def _is_digest(told: str, raw: dict[str, Any]) -> bool:
    try:
        return digest(raw) == told
    except ValueError:  # canonical JSON has no word for 1e999
        return False


def quoted(export: VerifiedClaims, folder: Path) -> int:
    """How many quotes stand where ``export`` says, in the files under ``folder``. Raises ProofError for the first that does not."""
    files, count = {digest: path for path, digest in _hashed(folder)}, 0
    for document in export.documents:
        if document.id not in files:
            raise ProofError(f"{folder}: holds no file that is {document.path} as it was read ({document.id[:10]})")
        try:
            text = read(str(files[document.id])).text
        except ReadingError as error:
            raise ProofError(str(error)) from error
        for claim in export.claims:
            if claim.document != document.id:
                continue
            for span in (claim.span, claim.mention, claim.sentence):
                if text[span.start : span.end] != span.quote:
                    raise ProofError(f"{document.path}: claim {claim.id}: {span.quote!r} does not stand at {span.start} to {span.end}")
                count += 1
    return count


def _raw(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _LARGEST:
            raise UsageError(f"{path}: is too large for an export")
        raw = from_json(path.read_bytes(), allow_inf_nan=False)  # which refuses lone surrogates and what is nested without end
    except OSError as error:
        raise unreadable(path, error) from error
    except ValueError as error:
        raise UsageError(f"{path}: is no JSON: {error}") from error
    if not isinstance(raw, dict) or "format" not in raw:
        raise UsageError(f"{path}: is no export of verified claims")
    return raw


def unproved(claim: VerifiedClaim, checkpoint: Checkpoint) -> Iterator[str]:
    """What of a claim does not follow from its two events, or does not lead to the root."""
    for name, proof in (("found", claim.found), ("decided", claim.decided)):
        if not _leads(proof, checkpoint):
            yield f"the event {proof.seq} that {name} it does not lead to the checkpoint's root"
    record, said = claim.found.body.get("claim"), claim.decided.body
    if claim.found.kind != "claim" or claim.decided.kind != "decision" or not isinstance(record, dict):
        yield "its events are not of a claim and a decision"
        return
    lineage = claim.found.body.get("lineage", claim.found.seq)
    if said.get("of") != "claim" or said.get("lineage") != lineage or said.get("action") not in ("verify", "correct"):
        yield "the decision is not on this claim"
    fields = said.get("fields", {})
    expected = {**{name: record.get(name) for name in PUBLISHED}, **(fields if claim.status == "corrected" else {})}
    told = claim.model_dump(mode="json", include=set(expected))
    yield from (f"{name} is {told[name]!r}, the ledger says {expected[name]!r}" for name in expected if told[name] != expected[name])
    if (claim.status == "corrected") != (said.get("action") == "correct") or claim.document != claim.found.body.get("document"):
        yield "its status or its document is not what the ledger says"
    ruling = (said.get("action"), claim.decided.by, claim.decided.at, said.get("note"), fields)
    if ruling != (claim.ruling.action, claim.ruling.reviewer, claim.ruling.at, claim.ruling.note, claim.ruling.fields):
        yield "the ruling is not what the ledger says"


def _leads(proof: Proof, checkpoint: Checkpoint) -> bool:
    text = event_text(proof.seq, proof.prev, proof.kind, proof.subject, proof.at, proof.by, canonical(proof.body))
    try:
        path = [bytes.fromhex(each) for each in proof.path]
    except ValueError:
        return False
    return included(bytes.fromhex(event_hash(text)), proof.seq - 1, checkpoint.size, path, bytes.fromhex(checkpoint.root))


def _hashed(folder: Path) -> Iterator[tuple[Path, str]]:
    if not folder.is_dir():
        raise UsageError(f"{folder}: is no folder")
    for home, _, names in os.walk(folder):
        for name in sorted(names):
            path = Path(home) / name
            try:
                with open(path, "rb") as file:
                    yield path, hashlib.file_digest(file, "sha256").hexdigest()
            except OSError:  # what cannot be read is no source
                continue
