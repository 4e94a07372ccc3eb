"""Pages and search: every row once and in order, whatever is asked and however it is spelled."""

from __future__ import annotations

import random

import pytest

from ledger.service import Filter, Ledger
from ledger.store import queue, search, sifting

from .conftest import refuse

TOWNS = ["Velm", "Karn", "Osten", "Brill", "Tarn", "Lorrow", "Hask", "Imber"]


@pytest.fixture
def book(ledger, articles):
    texts = {
        f"n{at}": " ".join(f"In {town} {(at + 2) * 7 + number} houses burned down on day one." for number, town in enumerate(TOWNS))
        for at in range(6)
    }
    ledger.add([articles(**texts)], refuse)
    return ledger


def pages(page, size):
    after, found = None, []
    while rows := page(after, size):
        assert len(rows) <= size
        found += rows
        after = rows[-1].key
    return found


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_pages_hold_every_row_once(book, size):
    for page in (lambda after, size: book.queue(after, size), lambda after, size: book.claims(None, after, size)):
        found = [row.id for row in pages(page, size)]
        assert found == [row.id for row in page(None, 1000)]
        assert len(set(found)) == len(found) >= 48


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_the_queue_is_gone_through_backwards_in_the_same_order(book, size):
    rows = book.queue(size=1000)
    for at in (0, 1, 20, len(rows) - 1):
        before = book.queue(rows[at].key, size, backwards=True)
        assert before == rows[max(at - size, 0) : at]
        assert book.row(rows[at].id) == rows[at]


def test_the_queue_is_hardest_first_and_gets_shorter(book):
    rows = book.queue(size=1000)
    assert [row.key for row in rows] == sorted(row.key for row in rows)
    of = [row.of for row in rows]
    assert of == sorted(of, reverse=True)
    book.decide(rows[-1].id, "verify")
    assert [row.id for row in book.queue(size=1000)] == [row.id for row in rows[:-1]]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("velm", 6), ("VELM houses", 6), ("vel", 6), ("vel ", 0), ("houses bur", 48), ("velm karn", 0), ("", 48), ("  ", 48), ("...", 48),
        ('"velm', 6), ("velm OR karn", 0), ("velm* ", 6), ("NEAR(velm", 0), ("velm'", 6), ("sentence:velm", 0), ("velm & !karn", 0),
        ("a\\", 0),
    ],
)  # fmt: skip
def test_search_takes_words_as_words(book, words, count):
    assert len(book.claims(Filter(words=words), size=1000)) == count
    assert len([row for row in book.queue(size=1000, filter=Filter(words=words)) if row.of == "claim"]) == count


@pytest.mark.parametrize("status", ["unreviewed", "disagreement", "open", "noted", "verified", "false alarm", "no such status"])
def test_the_queue_of_one_status_is_the_part_of_the_queue_that_has_it(book, place, status):
    rows = book.queue(size=1000)
    with Ledger(place, "ben") as ben:
        for at, row in enumerate(rows[::2]):
            said = (("false-alarm", "both-valid") if row.of == "finding" else ("verify", "reject"))[at % 2]
            book.decide(row.id, said, "why")
            if at % 3 == 0:
                ben.decide(row.id, {"finding": "both-valid", "claim": "dispute"}[row.of], "why")
    wanted = [row for row in book.queue(size=1000) if row.status == status]
    found = pages(lambda after, size: book.queue(after, size, Filter(status=status)), 7)
    assert found == wanted
    assert wanted or status not in ("unreviewed", "disagreement")


def test_filters_compose(book):
    seen = random.Random(5).sample(book.claims(size=1000), 9)
    for row in seen:
        book.decide(row.id, "reject")
    asked = Filter(status="rejected", words="houses", kind="count", document=seen[0].document)
    assert [row.id for row in book.claims(asked)] == sorted(
        (row.id for row in seen if row.document == seen[0].document), key=lambda id: book.claim(id).row.seq
    )


def test_reviewers_are_told_by_name_whatever_the_database_knows_of_its_tables(book):
    claim, names = book.claims(size=1)[0].id, ["zoe", "mia", "ana", "carl", "ben", "eve"]
    for name in names:
        book.by = name
        book.decide(claim, "note", "seen")
    for _ in range(2):
        assert [each.reviewer for each in book.statistics().work] == sorted(names)
        with book._database.writing() as connection:
            connection.exec_driver_sql("ANALYZE")


SAID = (
    {"kind": "count"}, {"kind": "c*"}, {"kind": "none"}, {"kind": "z*"}, {"unit": "percent"}, {"unit": "p*"}, {"unit": "U*"},
    {"speaker": "Ann Brandt"}, {"speaker": "Ann*"}, {"kind": "share", "unit": "percent"}, {"kind": "share", "words": "voters"},
    {"words": "voters in"}, {"kind": "count", "words": "burned "}, {"words": "bur", "speaker": "Ann Brandt"}, {"words": "burned Osten"},
    {"low": 5}, {"high": 40}, {"low": 45, "high": 55}, {"low": 8, "high": 7}, {"low": 900}, {"high": -1}, {"low": 5, "kind": "share"},
    {"low": 5, "words": "voters"}, {"low": 5, "document": "*"}, {"document": "/*"}, {"document": "nowhere*"}, {"assigned": "ben"},
    {"assigned": "eve"}, {"speaker": "ann*"}, {"speaker": "*"}, {"speaker": "A*", "kind": "count"}, {"speaker": "Ann*", "low": 5},
    {"speaker": "Ann*", "words": "burned"}, {"speaker": "A*", "assigned": "ben"}, {"kind": "co*", "words": "houses "},
    {"kind": "count", "words": "hou"}, {"unit": "percent", "words": "vot"}, {"speaker": "Ann Brandt", "kind": "count"},
    {"low": 5, "words": "burned "}, {"kind": "z*", "words": "burned "}, {"document": "*", "words": "burned "}, {"words": "the"},
)  # fmt: skip


@pytest.mark.parametrize(("size", "few"), [(2, 10_000), (2, 0), (1000, 0)])
def test_the_queue_sifted_is_the_queue_without_what_is_not_asked_for(ledger, articles, size, few, monkeypatch):
    for name in ("_FEW", "_FEW_FOUND", "_NEXT", "_NEXT_AT_HAND", "_NEXT_READ", "_FOLDER", "_MANY"):
        monkeypatch.setattr(sifting, name, few or 3)
    for module, name in ((search, "_FEW"), (queue, "_ENOUGH"), (queue, "_MANY")):
        monkeypatch.setattr(module, name, few or 1)
    told = (
        "About {0}0 percent of voters in Osten backed the plan. On 3 May 2021 {0} houses burned in Velm, Ann Brandt said. "
        "The school has 40 to 60 pupils. More than {0}00 soldiers came; up to 50 trees fell."
    )
    folder = articles(**{f"n{at}": told.format(at) for at in range(3, 8)})
    ledger.add([folder], refuse)
    ledger.decide(ledger.queue()[0].id, "both-valid")
    ledger.undo()
    ledger.decide(ledger.queue()[1].id, "both-valid")
    articles(n3=told.format(9))
    ledger.add([folder], refuse)
    for row in ledger.claims(size=1000)[::5]:
        ledger.decide(row.id, "assign", fields={"to": "ben"})
    whole = ledger.queue(size=1000)
    found = 0
    for asked in (Filter(**said) for said in SAID):
        claims = {row.id for row in ledger.claims(asked, size=1000)}
        wanted = [row for row in whole if claims & ({row.id} | {claim.id for claim in _claims(ledger, row, asked)})]
        assert pages(lambda after, size, asked=asked: ledger.queue(after, size, asked), size) == wanted
        assert ledger.queue(wanted[-1].key if wanted else None, size, asked, backwards=True) == wanted[-size - 1 : -1]
        found += {row.of for row in wanted} == {"claim", "finding"}
    assert found >= len(SAID) // 3


CODED = ({"code": "X*"}, {"code": "Q*"}, {"code": "q1*"}, {"verdict": "conflict"}, {"verdict": "corr*"}, {"verdict": "none"})


@pytest.mark.parametrize("forms", [12, 1])
def test_the_queue_is_sifted_by_what_findings_say_and_by_rules(ledger, articles, forms, monkeypatch):
    monkeypatch.setattr(sifting, "_FORMS", forms)
    monkeypatch.setattr(sifting, "_MANY", forms)
    told = "About {0}0 percent of voters in Osten backed the plan. On 3 May 2021 {0} houses burned in Velm. The bridge cost 5 dollars."
    ledger.add([articles(**{f"n{at}": told.format(at) for at in (3, 4, 4.5)})], refuse)
    whole, codes = ledger.queue(size=1000), {row.kind for row in ledger.findings()}
    rules = {ledger.claim(row.id).claim.rule for row in whole if row.of == "claim"}
    exact = [{"code": code} for code in (*codes, *rules)]
    both = [{"code": code, "verdict": verdict} for code in codes for verdict in ("conflict", "corroborate")]
    both += [{"code": code, "unit": unit} for code in (*codes, *rules) for unit in ("percent", "USD")]
    both += [{"code": code, "kind": kind} for code in (*rules, "Q*") for kind in ("share", "count")]
    for asked in (*CODED, *exact, *both, {"verdict": "corroborate", "unit": "percent"}):
        asked = Filter(**asked)
        claims, findings = ({row.id for row in page(asked, size=1000)} for page in (ledger.claims, ledger.findings))
        wanted = [row for row in whole if row.id in (findings if row.of == "finding" else claims)]
        assert pages(lambda after, size, asked=asked: ledger.queue(after, size, asked), 2) == wanted, asked
        assert ledger.queue(None, 3, asked, backwards=True) == wanted[-3:]
    assert len(codes) > 1
    assert len(rules) > 1


def _claims(ledger, row, asked):
    if row.of == "finding" and not asked.assigned:
        return ledger.finding(row.id).finding.claims
    return ()
