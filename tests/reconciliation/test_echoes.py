"""One figure changed in a copy of an article is found, and nothing else is."""

from __future__ import annotations

import re

import pytest

from ledger.extraction import extract
from ledger.reading import read_text
from ledger.reconciliation import reconcile
from ledger.reconciliation.echoes import echoes
from ledger.reconciliation.topic import topics
from ledger.records import Finding
from tests.reconciliation.making import claim

ARTICLE = """\
Nine barges sank in the harbour of Velm on 3 May 2021, the coastguard said on Tuesday.

The storm, which reached 112 km/h, tore 4,300 roofs off and left 18 percent of the town without power. Repairs
will cost $7.4 million and take until March 2023, said the harbour master, Ana Ruiz, 52.

In the last storm of that kind, in 1998, three of 41 barges were lost.
"""


def conflicts(one: str, other: str, days: tuple[str, str] = ("2021-05-04", "2021-05-04")) -> list[Finding]:
    claims = [
        claim for text, path, day in ((one, "a.txt", days[0]), (other, "b.txt", days[1])) for claim in extract(read_text(text, path, day))
    ]
    return [finding for finding in reconcile(claims) if finding.verdict == "conflict"]


def test_a_copy_conflicts_with_nothing():
    assert conflicts(ARTICLE, ARTICLE) == []


@pytest.mark.parametrize(
    ("figure", "other", "code"),
    [
        ("Nine barges", "Five barges", "X101"), ("3 May 2021", "8 May 2021", "X104"), ("112 km/h", "121 km/h", "X101"),
        ("4,300 roofs", "4,301 roofs", "X101"), ("18 percent", "16 percent", "X101"), ("$7.4 million", "$7.4 billion", "X101"),
        ("March 2023", "March 2022", "X104"), ("Ruiz, 52", "Ruiz, 25", "X105"), ("three of 41", "two of 41", "X101"),
    ],
)  # fmt: skip
def test_a_changed_figure_is_one_conflict(figure, other, code):
    found = conflicts(ARTICLE, ARTICLE.replace(figure, other))
    assert [finding.code for finding in found] == [code]
    assert {claim.document for claim in found[0].claims} == {"a.txt", "b.txt"}


def test_a_later_copy_may_know_better():
    assert conflicts(ARTICLE, ARTICLE.replace("Nine barges", "Five barges"), ("2021-05-04", "2021-05-06")) == []


def test_a_sentence_that_many_texts_have_is_no_copy():
    one, other = ("The company said that it employs 500 people there.\n", "The company said that it employs 900 people there.\n")
    assert conflicts(one, other) == []


def _echoes(*texts: list[str]) -> list[tuple[str, str]]:
    """Figures told to be changed in copies, of texts whose figures are marked in sentences; three others agree."""
    same = [f"Orlan has [{number}] mills of its own in Velm" for number in (3, 5, 7)]
    told = [
        claim(marked, re.findall(r"\[(\d+)\]", marked)[0], start=100 * place, document=name)
        for name, text in zip("ab", texts, strict=True)
        for place, marked in enumerate([*same, *text])
    ]
    documents = sorted({each.document for each in told})
    made = [topic for at, each in enumerate(told) for topic in topics(at, documents.index(each.document), each)]
    return [(left.claim.span.quote, right.claim.span.quote) for left, right in echoes(made, lambda mark, group: True)]


def test_a_figure_changed_in_a_copy_is_told():
    assert _echoes(["[2] or more of them"], ["[6] or more of them"]) == [("2", "6")]
    assert _echoes(["[12]", "[14]", "[16]", "[18]"], ["[12]", "[14]", "[61]", "[18]"]) == [("16", "61")]


def test_a_text_that_says_both_has_them_in_two_places():
    assert _echoes(["[2] or more of them", "[6] or more of them"], ["[6] or more of them"]) == []
    assert _echoes(["[12]", "[14]", "[16]", "[12]", "[18]", "[16]"], ["[12]", "[18]", "[16]"]) == []


def test_figures_in_two_places_of_one_sentence_are_two_things():
    fields = {"counted": "result", "names": ("Orlan", "Velm"), "terms": ("result", "page")}
    one = claim("Orlan at Velm tells results by the page: usually [10], 100 at most", "10", document="a.txt", **fields)
    other = claim("Orlan at Velm tells results by the page: usually 10, [100] at most", "100", document="b.txt", **fields)
    assert [found.verdict for found in reconcile([one, other])] == []
    moved = claim("Orlan at Velm tells results by the page: usually [100], 10 at most", "100", document="b.txt", **fields)
    assert [found.verdict for found in reconcile([one, moved])] == ["conflict"]
