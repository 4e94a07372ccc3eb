"""The review loop as a reviewer goes through it, on a real ledger."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest
from textual.widgets import Input

from ledger.pipeline import claims
from ledger.printing import visible
from ledger.service import Ledger
from ledger.store.spelling import spelled
from tests.tui.conftest import ledger_of
from tui.docket import Docket
from tui.widgets.source import Source


def _decisions(ledger) -> list[tuple[str, str, bool]]:
    with Ledger(str(ledger)) as book:
        entries = [entry for entry in book.log() if entry.kind == "decision"]
        undone = {}
        for entry in book.log():
            if entry.kind in ("undo", "redo"):
                undone[entry.body["decision"]] = entry.kind == "undo"
    return [(entry.by, entry.body["action"], undone.get(entry.seq, False)) for entry in entries]


def test_a_reviewer_decides_on_the_roadmaps_and_comes_back(review, seeds):
    async def first(desk):
        assert desk.queue.row.kind == "X102"
        assert "27 documents out of 31" in desk.screen
        assert "28 and a half out of 30" in desk.screen
        side = re.search(r"(\d) Mezentsev", desk.told).group(1)
        await desk.press("M")
        await desk.type("asked both embassies")
        await desk.press(side)
        assert desk.queue.rows[0].status == "resolved"
        assert desk.queue.cursor == 1
        await desk.press("u")
        assert (desk.queue.cursor, desk.queue.row.status) == (0, "open")
        await desk.press("ctrl+r")
        assert desk.queue.rows[0].status == "resolved"
        await desk.press("j", "j", "j")
        desk.left = desk.queue.row.id
        ids.append(desk.queue.row.id)
        await desk.press("q")

    async def second(desk):
        assert desk.queue.row.id == ids[0]
        assert all(row.kind != "X102" for row in desk.queue.rows)
        await desk.press("u")
        assert (desk.queue.row.kind, desk.queue.row.status) == ("X102", "open")
        assert "asked both embassies" in desk.told

    ids: list[str] = []
    review(first, seeds)
    assert _decisions(seeds) == [("Ann", "note", False), ("Ann", "side", False)]
    review(second, seeds)
    assert _decisions(seeds) == [("Ann", "note", False), ("Ann", "side", True)]


@pytest.mark.parametrize(("key", "status"), [("V", "verified"), ("X", "rejected"), ("D", "disputed"), ("N", "needs source")])
def test_one_key_decides_on_a_claim_and_moves_on(review, seeds, key, status):
    async def script(desk):
        await desk.press("j", "j", "j")
        before = desk.queue.row
        assert before.of == "claim"
        await desk.press(key)
        assert desk.queue.rows[3].id == before.id
        assert desk.queue.rows[3].status == status
        assert desk.queue.cursor == 4
        assert str(desk.queue.row.id) != before.id

    review(script, seeds)
    assert [who for who, _, _ in _decisions(seeds)] == ["Ann"]


@pytest.mark.parametrize(("key", "status"), [("B", "both valid"), ("F", "false alarm")])
def test_a_finding_is_settled_with_a_reason(review, seeds, key, status):
    async def script(desk):
        await desk.press(key)
        await desk.press("enter")  # nothing typed: the question stays
        await desk.type("another month")
        assert desk.queue.rows[0].status == status

    review(script, seeds)


def test_keys_of_claims_do_nothing_to_findings_and_the_other_way_round(review, seeds):
    async def script(desk):
        await desk.press("V", "X", "D", "N", "C")
        assert desk.queue.cursor == 0
        await desk.press("j", "j", "j", "1", "B", "F")
        assert desk.queue.cursor == 3

    review(script, seeds)
    assert _decisions(seeds) == []


def test_a_correction_is_checked_while_it_is_typed(review, seeds):
    async def script(desk):
        await desk.press("j", "j", "j", "C")
        form = desk.app.screen
        form.query_one("#low", Input).value = "many"
        await desk.settle()
        assert "low" in str(form.query_one("#wrong").content)
        form.query_one("#low", Input).value = "26"
        form.query_one("#high", Input).value = "26"
        form.query_one("#low", Input).focus()
        await desk.press("enter")
        assert desk.queue.rows[3].status == "corrected"
        await desk.press("k")
        assert "→ low" in desk.told

    review(script, seeds)


def test_only_what_has_the_words_is_shown(review, seeds):
    async def script(desk):
        await desk.press("slash")
        await desk.type("roadmaps")
        assert desk.queue.rows
        assert all("roadmap" in row.text or row.of == "finding" or row.document for row in desk.queue.rows)
        few = len(desk.queue.rows)
        await desk.press("slash")
        desk.app.screen.query_one(Input).value = "zeppelin"
        await desk.press("enter")
        assert desk.queue.row is None
        assert "has these words" in desk.screen
        await desk.press("slash")
        desk.app.screen.query_one(Input).value = ""
        await desk.press("enter")
        assert len(desk.queue.rows) > few

    review(script, seeds)


def test_the_last_row_is_the_last_of_all_not_of_those_read(review, seeds):
    async def script(desk):
        with Ledger(str(seeds)) as book:
            queue = [row.id for row in book.queue(size=1000)]
        assert len(desk.queue.rows) < len(queue)
        await desk.press("G")
        assert desk.queue.row.id == queue[-1]
        await desk.press("k")
        assert desk.queue.row.id == queue[-2]
        await desk.press("g")
        assert desk.queue.row.id == queue[0]

    review(script, seeds)


def test_an_empty_queue_says_what_to_do_next(review, tmp_path):
    (tmp_path / "plain.txt").write_text("Nothing is counted here.", "utf-8")

    async def script(desk):
        assert "factledger add" in desk.screen
        await desk.press("V", "1", "j", "k", "u", "ctrl+r")
        assert desk.queue.row is None

    review(script, ledger_of(tmp_path / "empty.db", [str(tmp_path / "plain.txt")]))


def test_what_another_reviewer_looks_at_is_said_so(review, seeds):
    async def script(desk):
        with Ledger(str(seeds), by="Ben") as other:
            assert other.lock(desk.queue.row.id) == "Ann"
            assert other.lock(desk.queue.rows[1].id) is None
        await desk.press("j")
        assert "Ben is looking at this" in desk.screen

    review(script, seeds)


def test_a_ledger_that_is_being_written_to_is_told_in_a_line(review, seeds, monkeypatch):
    monkeypatch.setenv("FACTLEDGER_WAIT", "0.1")

    async def script(desk):
        await desk.press("j", "j", "j", "V", "k")
        with closing(sqlite3.connect(seeds, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await desk.press("j", "k", "V", "u", "ctrl+r")
            assert any("being written to by another process" in told.message for told in desk.app._notifications)
            assert desk.queue.rows[4].status == "unreviewed"
            other.execute("ROLLBACK")
        await desk.press("u")
        assert desk.queue.row.status == "unreviewed"

    review(script, seeds)


HOSTILE = (
    "He said [sic] that [/] [red]40[/red] houses \x1b[31mburned\x1b[0m in Velm, "
    "火事で said مرحبا e\u0301 \u202e and :boom: [link=x]y[/link]."
)


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (120, 40), (200, 60)])
def test_the_text_of_an_article_is_shown_as_it_is(review, tmp_path, size):
    (tmp_path / "[bold]x[.txt").write_text(HOSTILE + "\n", "utf-8")

    async def script(desk):
        source = desk.app.screen.query_one(Source)
        lines = source.render_lines(source.size.region)
        drawn = " ".join(strip.text.strip() for strip in lines)
        for part in ("[sic]", "[/]", "[red]40[/red]", "␛[31mburned␛[0m", "火事で", "مرحبا", "e\u0301", "[link=x]y[/link]"):
            assert part in drawn, part
        marked = [segment.text for strip in lines for segment in strip if segment.style is not None and segment.style.reverse]
        assert marked == ["40"]
        assert all(strip.cell_length == source.size.width for strip in lines)
        await desk.press("M")
        await desk.type("[/] [red]note")
        assert "[/] [red]note" in desk.told
        await desk.press("V", "u", "u", "u")

    review(script, ledger_of(tmp_path / "hostile.db", [str(tmp_path / "[bold]x[.txt")]), size=size)


def test_a_fault_met_in_one_document_is_told_and_the_screen_stays(review, seeds, monkeypatch):
    async def script(desk):
        monkeypatch.delenv("FACTLEDGER_DEBUG")
        look = Docket.look
        monkeypatch.setattr(Docket, "look", lambda self, row: 1 // 0)
        await desk.press("G")
        assert "internal error: ZeroDivisionError" in " ".join(desk.screen.split())
        monkeypatch.setattr(Docket, "look", look)
        await desk.press("g")
        assert "27 documents out of 31" in desk.screen

    review(script, seeds)


def test_what_only_a_record_or_a_reviewer_says_steers_no_terminal(review, tmp_path):
    """A claim that was imported may say of itself what no text says."""
    (tmp_path / "a.txt").write_text("On 3 May 2021 40 houses burned in Velm.\n", "utf-8")
    with Ledger(str(tmp_path / "hostile.db"), by="Ann", create=True) as book:
        document, found = next(claims([str(tmp_path / "a.txt")], print))
        told = {"speaker": "A\x1b[2J", "unit": "\u202ekm"}
        book.record([(document, [spelled(claim.model_copy(update=told)) for claim in found])])

    async def script(desk):
        await desk.press("slash")
        desk.app.screen.query_one(Input).value = "\x1b[2J\u202e"
        await desk.press("enter")
        assert "words: ␛[2J" in desk.screen
        await desk.press("slash")
        desk.app.screen.query_one(Input).value = ""
        await desk.press("enter", "C")
        assert "\\x1b[2J" in desk.screen
        assert visible(desk.screen.replace("\n", "")) == desk.screen.replace("\n", "")
        await desk.press("enter")
        assert desk.queue.row.status == "unreviewed"

    review(script, tmp_path / "hostile.db", by="An\x1bn")


def test_decisions_in_a_hurry_hit_the_claims_they_were_meant_for(review, seeds):
    async def script(desk):
        await desk.press("j", "j", "j")
        start = desk.queue.cursor
        meant = [row.id for row in desk.queue.rows[start : start + 40]]
        for _ in meant:
            desk.app.simulate_key("V")
        await desk.settle()
        assert desk.queue.cursor == start + 40
        assert [row.id for row in desk.queue.rows if row.status == "verified"] == meant

    review(script, seeds)
    assert len(_decisions(seeds)) == 40


def test_a_smaller_terminal_shows_the_row_where_a_larger_one_was_left(review, seeds):
    async def leave(desk):
        await desk.press(*"j" * 12)

    async def come_back(desk):
        assert desk.queue.cursor >= 12
        assert desk.queue.row in desk.queue.seen_rows()

    review(leave, seeds, size=(200, 60))
    review(come_back, seeds, size=(80, 24))
