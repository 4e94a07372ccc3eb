"""One figure changed in a copy of an article is found, and nothing else is."""

from __future__ import annotations

import pytest

from ledger.extraction import extract
from ledger.reading import read_text
from ledger.reconciliation import reconcile
from ledger.records import Finding

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
