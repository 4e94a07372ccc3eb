"""Findings as a whole: their order, their groups, their fingerprints."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from ledger.extraction import extract
from ledger.reading import read_text
from ledger.reconciliation import reconcile
from ledger.records import Claim
from tests.reconciliation.making import claim

TEXTS = {
    "first.txt": "The mayor said that 40 houses were destroyed in Velm on 3 May 2021. Ana Ruiz, 19, a rower, was hurt.\n",
    "second.txt": "The mayor said that 65 houses were destroyed in Velm on 3 May 2021. The rower Ana Ruiz, 34, was hurt.\n",
    "third.txt": "In Velm 65 houses were destroyed on 3 May 2021, and 112 percent of voters took part in a poll.\n",
}


def claims(texts: dict[str, str]) -> list[Claim]:
    return [found for path, text in texts.items() for found in extract(read_text(text, path, "2021-05-04"))]


def test_nothing_comes_of_nothing():
    assert reconcile([]) == []


def test_one_dispute_is_one_finding_and_names_every_mention():
    disputes = [each for each in reconcile(claims(TEXTS)) if each.verdict == "conflict" and each.code == "X101"]
    assert [[(found.document, found.span.quote) for found in each.claims] for each in disputes] == [
        [("first.txt", "40"), ("second.txt", "65"), ("third.txt", "65")]
    ]
    assert disputes[0].message == "40 houses (mayor) against 65 houses (mayor)"
    assert disputes[0].because
    assert all(level.weight for level in disputes[0].because if not level.note)


def test_rival_speakers_are_named():
    text = "The police put the crowd in Velm at 3,500. The organisers put the crowd at 12,000.\n"
    (dispute,) = [each for each in reconcile(claims({"a.txt": text})) if each.verdict == "conflict"]
    assert dispute.message == "crowd in Velm at 3,500 (police) against crowd at 12,000 (organisers): disputed between police and organisers"


def test_conflicts_come_first_in_the_order_of_the_documents():
    found = reconcile(claims(TEXTS))
    conflicts = [each for each in found if each.verdict == "conflict"]
    assert found[: len(conflicts)] == conflicts
    assert [each.code for each in conflicts] == ["X101", "X105", "A101"]
    assert {each.severity for each in found if each.verdict != "conflict"} <= {"note"}


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_claims_does_not_matter(seed):
    shuffled = claims(TEXTS)
    random.Random(seed).shuffle(shuffled)
    assert reconcile(shuffled) == reconcile(claims(TEXTS))


def test_a_fingerprint_survives_other_names_lines_and_neighbours():
    changed = {
        "a/renamed.txt": "Later that week.\n\n" + TEXTS["first.txt"].replace(" were", "\nwere"),
        "b.txt": TEXTS["second.txt"],
        "c.txt": "Nobody saw it.\n\n" + TEXTS["third.txt"],
    }
    before, after = reconcile(claims(TEXTS)), reconcile(claims(changed))
    assert [each.fingerprint for each in after] == [each.fingerprint for each in before]


def test_a_fingerprint_changes_with_a_figure():
    changed = TEXTS | {"second.txt": TEXTS["second.txt"].replace("65", "66")}
    before = {each.fingerprint for each in reconcile(claims(TEXTS)) if each.code == "X101"}
    after = {each.fingerprint for each in reconcile(claims(changed)) if each.code == "X101"}
    assert before.isdisjoint(after)


def test_a_part_over_the_whole():
    made = claim("In Velm [34 out of 30] pupils passed.", "34", kind="fraction", whole=Decimal(30), counted="pupils")
    found = reconcile([made])
    assert [(each.code, each.message) for each in found] == [("A101", "34 out of 30 (a.txt): the part exceeds the whole")]


@pytest.mark.parametrize("modality", ["planned", "hypothetical", "denied"])
def test_what_is_not_asserted_conflicts_with_nothing(modality):
    found = claims({path: TEXTS[path] for path in ("first.txt", "second.txt")})
    changed = [each.model_copy(update={"modality": modality}) if each.document == "first.txt" else each for each in found]
    assert [each.code for each in reconcile(changed) if each.verdict == "conflict"] == []


def test_undated_tallies_do_not_conflict():
    undated = [each.model_copy(update={"published": None}) for each in claims(TEXTS)]
    assert [each.code for each in reconcile(undated) if each.verdict == "conflict" and each.code != "A101"] == []


@pytest.mark.parametrize("head", ["568 papers:", "568, of which:", "568, namely", "568 papers, as follows:"])
@pytest.mark.parametrize(("last", "told"), [(61, ["A104"]), (43, [])])
def test_a_list_behind_its_total_adds_up_to_it(head, last, told):
    text = f"Rejected in Velm: {head}\n- blank or torn: 318\n- for both: 207\n- without a stamp: {last}\n\nOn the roll: 142,400.\n"
    found = reconcile(extract(read_text(text, "a.txt", "2021-05-04")))
    assert [finding.code for finding in found if finding.verdict == "conflict"] == told
