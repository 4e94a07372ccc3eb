"""What is packed comes back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledger import pipeline
from ledger.pipeline.packing import claim_of, claim_told, finding_of, origin_of, packed, told, unpacked
from ledger.reconciliation import reconcile
from ledger.records import Decision

SEEDS = sorted(path for path in (Path(__file__).parents[1] / "seeds").iterdir() if path.suffix in {".txt", ".md", ".html"})


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_claims_come_back_equal(path):
    document, claims = pipeline.claimed(str(path))
    starts = pipeline.line_starts(document.text)
    kept = packed(document, claims, starts)
    assert unpacked(kept, document.path) == claims
    assert origin_of(kept)[:3] == (document.source, starts, document.format)
    assert [claim.model_dump_json() for claim in unpacked(kept, document.path)] == [claim.model_dump_json() for claim in claims]


def test_the_path_is_not_kept():
    document, claims = pipeline.claimed(str(SEEDS[0]))
    assert {claim.document for claim in unpacked(packed(document, claims, [0]), "elsewhere.txt")} == {"elsewhere.txt"}


def test_findings_come_back_equal():
    found = reconcile([claim for path in SEEDS for claim in pipeline.claimed(str(path))[1]])
    verified = Decision(seq=7, target=found[0].claims[0].id, action="verify", reviewer="ana", at="2031-03-05T08:00:00Z")
    found.append(found[0].model_copy(update={"decisions": (verified,)}))
    back = [finding_of(told(finding), map(claim_of, map(claim_told, finding.claims))) for finding in found]
    assert back == found
    assert [finding.model_dump_json() for finding in back] == [finding.model_dump_json() for finding in found]


@pytest.mark.parametrize("damage", [b"", b"nothing", b"\x00" * 40])
def test_other_bytes_are_refused(damage):
    with pytest.raises(ValueError, match=r".+"):
        unpacked(damage, "report.txt")
