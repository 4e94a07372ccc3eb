"""Of what is alike in many documents only so much is compared as can measure one thing."""

from __future__ import annotations

import pytest

from ledger.extraction import extract
from ledger.reading import read_text
from ledger.reconciliation import meetings, reconcile
from ledger.reconciliation.blocking import candidates
from ledger.reconciliation.case import Case
from ledger.reconciliation.kinship import Census, Kinship

SENTENCES = 40


def pairs(sentence: str) -> int:
    """How many pairs of topics two documents have between them, each with ``sentence`` many times, its mark ``@`` counted up."""
    claims = []
    for path, first in (("a.txt", 1), ("b.txt", 21)):
        text = " ".join(sentence.replace("@", str(first + at)) for at in range(SENTENCES))
        claims += extract(read_text(text, path, "2021-05-04"))
    case = Case(claims)
    assert len(case.topics) == 2 * SENTENCES
    found = [pair for together in candidates(case.topics, case.kinship, lambda *_: True) for held in together for pair in held]
    return len([1 for left, right in found if left.document != right.document])


def test_a_refrain_is_held_against_another_document_but_so_often():
    assert pairs("In Velm 400 houses of the Orlan Trust were inspected.") == 64


def test_numbered_things_are_held_against_those_of_their_number_alone():
    assert pairs("In district @ of Velm 400 houses of the Orlan Trust were inspected.") == 20


def test_how_rare_a_name_is_may_be_asked_by_a_text_that_has_it_only_beside_a_figure():
    asking = meetings(extract(read_text("The flotilla of Orlan Bulk of Velm has 19 ships.")))
    assert "bulk" not in asking
    moved = Census([asking, ["bulk"], *([["velm"]] * 7)]).moved([], [["bulk"]])
    assert moved is not None
    assert set(asking) & moved.rarity == {"?bulk"}


@pytest.mark.parametrize(("others", "shared", "akin"), [(0, 1, True), (20, 1, True), (500, 1, False), (500, 2, True), (9_000, 3, True)])
def test_among_many_documents_those_of_one_event_share_more_than_a_name(others: int, shared: int, akin: bool):
    marks = [["ruiz", "velm", "tezak"][:shared]] * 2
    kinship = Kinship(marks, Census([*marks, *([["merrow"]] * others)]))
    assert kinship.are_akin(0, 1) is akin
    assert list(kinship.after(0)) == [1] * akin


TEXTS = {
    "a.txt": "The Kittiwake sank near Brannock. Its owner, Halvard Moe, said that 864 containers were lost.\n",
    "b.txt": "Near Sandvik Point, where Liv Aune lives, 846 containers were lost.\n",
    "c.txt": "The Kittiwake of Brannock, owned by Halvard Moe, lies near Sandvik Point in 40 metres, Liv Aune wrote.\n",
}


@pytest.mark.parametrize(("texts", "others", "tied"), [("abc", 0, True), ("ab", 0, False), ("abc", 6, True), ("abc", 7, False)])
def test_of_a_handful_two_texts_are_of_one_event_when_a_third_is_close_to_both(texts: str, others: int, tied: bool):
    read = {path: text for path, text in TEXTS.items() if path[0] in texts}
    read |= {f"other-{number}.txt": f"The tide at pier {number} rose by {number}.5 metres.\n" for number in range(others)}
    claims = [claim for path, text in read.items() for claim in extract(read_text(text, path, "2021-05-04"))]
    assert Case(claims).kinship.are_tied(0, 1) is tied
    told = [each.because for each in reconcile(claims) if each.verdict == "conflict"]
    assert [[level.note for level in because if level.field == "documents"] for because in told] == [
        ["2.6 bits, by way of a third text"]
    ] * tied
