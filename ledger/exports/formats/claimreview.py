"""schema.org ClaimReview: each verified claim as a review of what was said."""

from __future__ import annotations

import json
from typing import Any

from ledger.exports.formats import Export
from ledger.exports.record import PublishedDocument, VerifiedClaim, VerifiedClaims
from ledger.printing import safe_json

_RATINGS = {"verified": (5, "Verified"), "corrected": (3, "Corrected")}


def _write(verified: VerifiedClaims) -> bytes:
    documents = {document.id: document for document in verified.documents}
    reviews = {"@context": "https://schema.org", "@graph": [_review(claim, documents[claim.document]) for claim in verified.claims]}
    written = safe_json(json.dumps(reviews, ensure_ascii=False, indent=1)).replace("<", "\\u003c")  # it stands in a page's <script>
    return (written + "\n").encode()


def _review(claim: VerifiedClaim, document: PublishedDocument) -> dict[str, Any]:
    source = document.source
    article: dict[str, str] = {
        "@type": "Article",
        "name": source.title,
        "author": source.author,
        "datePublished": source.published,
        "url": claim.link or source.url,
    }
    worth, word = _RATINGS[claim.status]
    said: dict[str, Any] = {"@type": "Claim", "appearance": {name: value for name, value in article.items() if value}}
    if claim.speaker or source.publisher:
        said["author"] = {"@type": "Person" if claim.speaker else "Organization", "name": claim.speaker or source.publisher}
    review = {
        "@type": "ClaimReview",
        "@id": f"urn:factledger:claim:{claim.id}",
        "datePublished": claim.ruling.at[:10],
        "author": {"@type": "Person", "name": claim.ruling.reviewer},
        "claimReviewed": " ".join(claim.sentence.quote.split()),
        "reviewBody": claim.ruling.note,
        "reviewRating": {"@type": "Rating", "ratingValue": worth, "worstRating": 1, "bestRating": 5, "alternateName": word},
        "itemReviewed": said,
    }
    return {name: value for name, value in review.items() if value}


export = Export("claimreview", "schema.org ClaimReview", _write)
