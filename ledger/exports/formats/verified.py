"""Verified claims with all their evidence, for `factledger verify FILE`."""

from __future__ import annotations

import json

from ledger.exports.formats import Export
from ledger.exports.record import VerifiedClaims
from ledger.printing import safe_json


def _write(verified: VerifiedClaims) -> bytes:
    told = verified.model_dump(mode="json")
    return (safe_json(json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1)) + "\n").encode()


export = Export("verified", "JSON with quotes, decisions and proofs", _write)
