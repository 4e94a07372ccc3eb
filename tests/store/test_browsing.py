"""Lists to look around in, blind review, pace and topics, on either database."""

from __future__ import annotations

import pytest

from ledger.service import ORDERS, Filter
from tests.store.conftest import refuse


@pytest.fixture
def book(ledger, articles):
    texts = {f"n{at}": f"On {at + 3} May 2021 {40 + at} houses burned in Velm, Ann Brandt said. {at + 2} died." for at in range(4)}
    ledger.add([articles(**texts)], refuse)
    return ledger


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("falling", [False, True])
def test_every_order_is_gone_through_from_both_ends(book, order, falling):
    whole = book.claims(order=order, falling=falling, size=1000)
    assert len(whole) == book.count() > 8
    assert [row.key for row in whole] == sorted((row.key for row in whole), reverse=falling)
    found, after = [], None
    while rows := book.claims(after=after, size=5, order=order, falling=falling):
        found, after = [*found, *rows], rows[-1].key
    assert found == whole
    assert book.claims(after=whole[6].key, size=3, order=order, falling=falling, backwards=True) == whole[3:6]
    assert book.claims(size=3, order=order, falling=falling, backwards=True) == whole[-3:]
    assert book.place(whole[4].id, order)[1] == whole[4].key


def test_words_of_a_filter_may_be_unfinished(book):
    assert book.count(Filter(kind="cou*", low=40, high=41)) == 2
    path = book.documents()[2].document
    assert book.count(Filter(document=f"{path[:-4]}*")) == book.count(Filter(document=path)) > 0
    assert book.count(Filter(kind="c*t", code="Q*")) == 0
    assert book.count(Filter(code="Q*")) == book.count()


def test_documents_say_how_much_of_them_is_done(book):
    rows = book.documents()
    assert [row.document for row in rows] == sorted(row.document for row in rows)
    assert book.documents("n2") == [rows[2]]
    assert book.documents(after=rows[3].key, size=2, backwards=True) == rows[1:3]
    book.decide(book.claims(Filter(document=rows[0].id))[0].id, "verify")
    assert book.documents()[0].status.startswith("1 of ")


def test_a_blind_reviewer_is_asked_for_a_second_ruling_and_told_of_none(book):
    claim = book.queue(size=1000)[-1].id
    book.decide(claim, "reject", "no")
    book.by, book.blind = "ben", True
    rows = book.queue(size=1000)
    assert (rows[-1].id, rows[-1].status) == (claim, "unreviewed")
    assert book.queue(rows[-1].key, 3, backwards=True) == rows[-4:-1]
    assert (book.claim(claim).decisions, book.row(claim).status) == ([], "unreviewed")
    book.decide(claim, "verify")
    assert (book.row(claim).status, len(book.claim(claim).decisions)) == ("disagreement", 2)
    book.undo()
    assert book.row(claim).status == "unreviewed"


def test_no_list_and_no_count_tells_a_blind_reviewer_what_others_ruled(book):
    first, second, third = book.claims(size=3)
    before = (book.claims(), book.statistics(), book.documents())
    book.decide(first.id, "verify", "as in the report")
    book.decide(second.id, "reject")
    events = book.statistics().events
    book.by, book.blind = "ben", True
    shown = book.statistics()
    assert (book.claims(), book.documents()) == (before[0], before[2])
    assert (shown.claims, shown.findings, shown.by_kind, shown.by_document) == before[1][2:6]
    assert book.claims(Filter(status="verified")) == book.claims(Filter(status="rejected")) == []
    assert (book.count(Filter(status="verified")), book.count(Filter(status="unreviewed"))) == (0, len(before[0]))
    assert [row.id for row in book.claims(order="status")] == [row.id for row in before[0]]
    assert book.place(first.id, "status")[0].status == book.place(first.id, "status")[1].turn == "unreviewed"
    assert {row.status for row in book.claims(Filter(document=book.documents()[0].id))} == {"unreviewed"}
    assert [entry.kind for entry in book.log(first.id)] == ["claim"]
    assert all(entry.seq <= events - 2 for entry in book.log())
    book.decide(first.id, "verify")
    assert [row.id for row in book.claims(Filter(status="verified"))] == [first.id]
    assert [(entry.kind, entry.by) for entry in book.log(first.id)][1:] == [("decision", "ana"), ("decision", "ben")]
    book.decide(third.id, "dispute")
    assert book.statistics().claims == {"disputed": 1, "unreviewed": len(before[0]) - 2, "verified": 1}


def test_what_is_counted_comes_part_by_part(book):
    book.decide(book.claims()[0].id, "verify")
    *parts, whole = book.counted()
    assert [sum(value is not None for value in part) for part in parts] == [1, 2, 3]
    told = book.statistics()
    assert (whole.claims.documents, whole.claims.claims, whole.claims.by_kind) == (told.documents, told.claims, told.by_kind)
    assert (whole.claims.by_document, whole.agreement) == (told.by_document, told.agreement)
    for eyes_of_one in (False, True):
        book.blind = eyes_of_one
        found = book.statistics().findings.items()
        assert next(book.counted()).findings == sum(count for (_, _, status), count in found if status in ("open", "disagreement"))


def _paces(book):
    *_, counted = book.counted()
    return counted.decisions


def test_pace_and_topics(book):
    assert (_paces(book), [topic.figures for topic in book.topics()]) == ([], [topic.figures for topic in book.topics(50)])
    for row in book.claims(size=3):
        book.decide(row.id, "verify")
    (pace,) = _paces(book)
    assert (pace.reviewer, pace.decisions, sum(pace.minutes)) == ("ana", 3, 3)
    assert pace.a_minute > 0
    for topic in book.topics():
        assert len({figure.day for figure in topic.figures}) > 1
