"""Where a page breaks its lines changes nothing: every example is read again with each space a soft line break, or a hard space."""

from __future__ import annotations

import html
import re

from ledger.extraction import extract
from ledger.reading import read_text
from ledger.records import SPANS, Claim
from ledger.registry import declared
from tests.extraction import test_counted, test_speaker

EXAMPLES = [
    *(text for rule in declared("ledger.extraction.quantities") for text in (*(case[0] for case in rule.cases()), *rule.silences())),
    *(re.sub(r"[][]", "", marked) for _, marked, _ in test_counted.cases()),
    *(test_speaker.read(line)[0] for lines in test_speaker.CASES.values() for line in lines if "¶" not in line),
]


def told(page: str) -> list[tuple[object, ...]]:
    """What the claims of a page say, but for where they stand; their quotes without line breaks."""
    return [tuple(said(claim, field) for field in Claim.model_fields if field != "id") for claim in extract(read_text(page, "a.html"))]


def said(claim: Claim, field: str) -> object:
    value = getattr(claim, field)
    return " ".join(value.quote.split()) if field in SPANS else value


def test_soft_line_breaks_change_no_claim() -> None:
    pages = [f"<p>{html.escape(text, quote=False)}</p>" for text in EXAMPLES if not re.search(r"\s\s|[\n\t\xa0]", text)]
    assert len(pages) > 800
    meant = {page: told(page) for page in pages}
    broken = [page for page in pages for soft in ("\n", "\r\n\t ", "\xa0") if told(page.replace(" ", soft)) != meant[page]]
    assert broken == []
