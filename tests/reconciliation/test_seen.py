"""What is compared is what a reader sees: neither line breaks nor markup in a sentence change a finding, and findings quote the text."""

from __future__ import annotations

import html

import pytest

from ledger.extraction import extract
from ledger.reading import read_bytes, read_text
from ledger.reconciliation import reconcile
from ledger.reconciliation.seen import seen
from ledger.records import Claim
from tests.reconciliation.test_checks import CHECKS, DATED

SETS = [texts for check in CHECKS for texts in (*check.cases(), *check.silences())]


def claims_of(texts: tuple[str, ...], space: str) -> list[Claim]:
    found: list[Claim] = []
    for number, article in enumerate(texts):
        dated = DATED.fullmatch(article)
        assert dated is not None, article
        page = f"<p>{html.escape(dated['text'], quote=False).replace(' ', space)}</p>"
        found += extract(read_text(page, f"article-{number}.html", dated["day"]))
    return found


def test_soft_line_breaks_change_no_finding() -> None:
    assert len(SETS) > 150
    for texts in SETS:
        plain, broken = reconcile(claims_of(texts, " ")), reconcile(claims_of(texts, "\r\n"))
        assert [(each.code, each.verdict, each.message, each.because, each.fingerprint) for each in broken] == [
            (each.code, each.verdict, each.message, each.because, each.fingerprint) for each in plain
        ]
        assert all("\r\n" in claim.sentence.quote for each in broken for claim in each.claims)


@pytest.mark.parametrize(
    ("written", "format", "shown"),
    [
        ("<p>In <a href='http://a.example/nine-eels'>Velm</a>,\n   40&nbsp;<b>eels</b> died.", "html", "In Velm, 40 eels died."),
        ("<p>Fish &amp; chips<!-- 7 --> for 40\u00ad0 eels.", "html", "Fish & chips for 400 eels."),
        ("In [Velm](http://a.example/nine-eels) **40\neels** died.", "markdown", "In Velm 40 eels died."),
        ("It is < 40 of 50 [sic] eels & no more.", "text", "It is < 40 of 50 [sic] eels & no more."),
    ],
)
def test_a_sentence_is_seen_without_its_marks(written: str, format: str, shown: str) -> None:
    claims = extract(read_bytes(written.encode(), format=format))
    assert claims
    for claim, plain in zip(claims, seen(claims), strict=True):
        start, end = plain.span.start - plain.sentence.start, plain.span.end - plain.sentence.start
        assert plain.sentence.quote == shown
        assert shown[start:end] == plain.span.quote
        assert plain.span.quote.replace("\u00ad", "") == claim.span.quote.replace("\u00ad", "")
