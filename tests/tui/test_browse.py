"""Browse: everything is found while one types, listed in any order, and taken to triage."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from ledger.errors import StoreError
from ledger.service import Filter, Ledger, while_wanted
from tests.tui.conftest import ledger_of
from tui.screens.triage import Triage
from tui.widgets.listing import Listing


def test_what_is_typed_is_found_letter_by_letter(review, seeds):
    async def script(desk):
        await desk.press("b")
        everything = len(desk.queue.rows)
        await desk.press("slash", *"roadm")
        assert 0 < len(desk.queue.rows) < everything
        assert all("roadm" in row.text.lower() or row.of == "claim" for row in desk.queue.rows)
        line = desk.app.screen.query_one("#sift", Input)
        for text, kinds in (("kind:sh", {"share"}), ("value:20..40 kind:count ", {"count"}), ("unit:zz", set())):
            line.value = text
            await desk.settle()
            assert {row.kind for row in desk.queue.rows} == kinds
        assert "Nothing in the ledger is like that." in desk.screen
        line.value = "kind:zz"
        await desk.settle()
        assert "kind:zz is none; there are age, count" in desk.screen
        line.value = "colour:red"
        await desk.settle()
        assert "colour: is no field; there are kind" in desk.screen
        await desk.press("escape")
        assert desk.queue.has_focus
        await desk.press("escape")
        assert isinstance(desk.app.screen, Triage)
        await desk.press("b")
        assert line.value == "colour:red"

    review(script, seeds)


def test_claims_are_listed_in_every_order_from_both_ends(review, seeds):
    with Ledger(str(seeds)) as book:
        values = [row.id for row in book.claims(Filter(kind="share"), size=1000, order="value")]
        assert len(values) > 5

    async def script(desk):
        await desk.press("b", "slash", *"kind", "colon", *"share", "space", "enter", "o")
        assert [row.id for row in desk.queue.rows] == values
        assert "by value" in desk.screen
        await desk.press("r")
        assert [row.id for row in desk.queue.rows] == values[::-1]
        for order in ("kind", "status", "speaker", "unit", "document", "ledger"):
            await desk.press("o")
            assert f"by {order}" in desk.screen
            assert {row.id for row in desk.queue.rows} == set(values)

    review(script, seeds)


@pytest.mark.parametrize("order", ["ledger", "value", "speaker"])
def test_the_cursor_goes_to_any_claim_and_both_ways_from_there(review, seeds, order, monkeypatch):
    monkeypatch.setattr("tui.docket.PAGE", 20)
    monkeypatch.setattr("tui.screens.browse.PAGE", 20)
    with Ledger(str(seeds)) as book:
        rows = book.claims(None, size=1000, order=order)

    async def script(desk):
        await desk.press("b", *(["o"] * ["ledger", "value", "kind", "status", "speaker"].index(order)))
        wanted = rows[len(rows) // 2]
        await desk.press("colon")
        await desk.type(wanted.id[:12])
        assert desk.queue.row.id == wanted.id
        for _ in range(len(rows) // 12):
            await desk.press("pagedown")
        assert [row.id for row in desk.queue.rows][-5:] == [row.id for row in rows][-5:]
        await desk.press("g", "G", "g")
        assert desk.queue.row.id == rows[0].id
        await desk.press("colon")
        await desk.type("feedfeed")
        assert any("holds no claim" in told.message for told in desk.app._notifications)

    review(script, seeds, size=(120, 60))


def test_documents_lead_to_their_claims_and_claims_to_triage(review, seeds):
    async def script(desk):
        await desk.press("b", "d")
        paths = [row.document for row in desk.queue.rows]
        assert paths == sorted(paths)
        assert len(paths) == 5
        await desk.press("j", "enter")
        assert {row.document for row in desk.queue.rows} == {paths[1]}
        wanted = desk.queue.row
        await desk.press("enter")
        assert isinstance(desk.app.screen, Triage)
        assert desk.queue.row.id == wanted.id
        await desk.press("V", "b", "f5")
        assert next(row for row in desk.queue.rows if row.id == wanted.id).status == "verified"

    review(script, seeds)


def test_the_history_of_a_claim_is_told(review, seeds):
    with Ledger(str(seeds), by="Ben") as book:
        claim = book.claims(Filter(kind="share"))[0].id
        book.decide(claim, "reject", "[/] no share")
        book.undo()
        book.decide(claim, "correct", fields={"low": "7", "high": "7"})

    async def script(desk):
        await desk.press("b", "colon")
        await desk.type(claim)
        assert "→ low" in desk.told
        await desk.press("h")
        for part in ("found", "Ben reject [/] no share", "took back decision", "Ben correct high=7, low=7"):
            assert part in desk.told
        await desk.press("h")
        assert "→ low" in desk.told

    review(script, seeds)


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
def test_hostile_names_and_sentences_are_listed_as_they_are(review, tmp_path, monkeypatch, size):
    monkeypatch.chdir(tmp_path)
    path = Path("[bold]\x1b[31m火[.txt")
    path.write_text("[/] In Velm [red]40[/red] houses \x1b[31mburned 火事 e\u0301 مرحبا on 3 May 2021 [sic].\n", "utf-8")

    async def script(desk):
        await desk.press("b", "slash", *"hous", "enter")
        assert "[red]40[/red] houses" in desk.screen
        await desk.press("h", "h", "d")
        assert "[bold]␛[31m火[.txt" in desk.screen.replace("\n", "")
        await desk.press("enter", "o", "o", "o", "o", "o", "o", "p")
        assert "[bold]␛" in desk.screen
        listing = desk.app.get_screen("browse").query_one(Listing)
        assert all(line.cell_length == listing.size.width for line in listing.render_lines(listing.size.region))

    review(script, ledger_of(tmp_path / "hostile.db", [str(path)]), size=size)


def test_a_question_nobody_waits_for_any_more_ends(seeds):
    asked = iter([True, True, False])
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with Ledger(str(seeds)) as book:
        reading = book._database.reading()
        with pytest.raises(StoreError, match="wanted no more"), while_wanted(lambda: next(asked, False)), reading as connection:
            connection.exec_driver_sql(endless)
        assert book.count() > 0
