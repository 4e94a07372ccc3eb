"""W3C Web Annotations: each claim as a tag on its sentence, found again by its words or by its place."""

from __future__ import annotations

import json
from typing import Any

from ledger.exports.formats import Export
from ledger.exports.record import PublishedDocument, VerifiedClaim, VerifiedClaims
from ledger.printing import safe_json
from ledger.records import Quantity


def _write(verified: VerifiedClaims) -> bytes:
    documents = {document.id: document for document in verified.documents}
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:sha256:{verified.digest}",
        "type": "AnnotationPage",
        "items": [_annotation(claim, documents[claim.document]) for claim in verified.claims],
    }
    return (safe_json(json.dumps(page, ensure_ascii=False, indent=1)) + "\n").encode()


def _annotation(claim: VerifiedClaim, document: PublishedDocument) -> dict[str, Any]:
    sentence, span = claim.sentence, claim.span
    start, end = span.start - sentence.start, span.end - sentence.start
    said = Quantity(low=claim.low, high=claim.high, bound=claim.bound, unit=claim.unit, whole=claim.whole)
    return {
        "id": f"urn:factledger:claim:{claim.id}",
        "type": "Annotation",
        "motivation": "assessing",
        "creator": {"type": "Person", "name": claim.ruling.reviewer},
        "created": claim.ruling.at,
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "value": claim.status},
            {"type": "TextualBody", "purpose": "describing", "value": f"{claim.kind}: {said}"},
            *([{"type": "TextualBody", "purpose": "commenting", "value": claim.ruling.note}] if claim.ruling.note else []),
        ],
        "target": {
            "source": document.source.url or f"urn:sha256:{document.id}",
            "selector": [
                {"type": "TextQuoteSelector", "exact": span.quote, "prefix": sentence.quote[:start], "suffix": sentence.quote[end:]},
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            ],
        },
    }


export = Export("annotations", "W3C Web Annotations", _write)
