"""Several reviewers on one ledger: locks, assignment, blind double review, adjudication, decisions on all that is shown."""

from __future__ import annotations

import asyncio

from textual.widgets import Input

from ledger.service import Filter, Ledger
from tests.tui.test_triage import _decisions


def test_what_another_holds_is_passed_over(review, seeds):
    async def script(desk):
        await desk.press("j", "j", "j")
        rows = desk.queue.rows
        with Ledger(str(seeds), by="Ben") as ben:
            ben.lock(rows[4].id)
            ben.decide(rows[5].id, "reject")
            await desk.press("V")
            assert desk.queue.cursor == 6
            assert rows[5].status == "rejected"
            assert ben.locks()[rows[6].id] == "Ann"
            assert list(ben.locks().values()).count("Ann") == 1

    review(script, seeds)


def test_what_was_read_ahead_of_a_row_is_not_taken_for_how_it_stands(review, seeds):
    async def script(desk):
        await desk.press("j", "j", "j")
        with Ledger(str(seeds), by="Ben") as ben:
            ben.decide(desk.queue.rows[4].id, "note", "Ask the ministry.")
        await desk.press("j")
        assert "Ben note: Ask the ministry." in desk.told

    review(script, seeds)


def test_what_another_has_decided_meanwhile_is_not_decided_again(review, seeds):
    async def script(desk):
        await desk.press("j", "j", "j")
        with Ledger(str(seeds), by="Ben") as ben:
            ben.decide(desk.queue.row.id, "reject")
        await desk.press("V")
        assert any("Ben has decided on this meanwhile" in told.message for told in desk.app._notifications)

    review(script, seeds)
    assert [action for _, action, _ in _decisions(seeds)] == ["reject"]


def test_two_queues_share_the_work_and_nothing_is_decided_twice(seeds):
    from tui.docket import Docket

    async def reviewer(name):
        with Ledger(str(seeds), by=name) as book:
            docket, done = Docket(book), 0
            while rows := [row for row in docket.top(Filter(kind="count")).rows if row.of == "claim"]:
                at, _ = await asyncio.to_thread(docket.free, rows)
                if at is None:
                    break
                await asyncio.to_thread(docket.decide, rows[at], "verify")
                done += 1
            book.release()
            return done

    async def both():
        return await asyncio.gather(reviewer("Ann"), reviewer("Ben"))

    with Ledger(str(seeds)) as book:
        counts = book.claims(Filter(kind="count"), size=1000)
    assert sum(asyncio.run(both())) == len(counts)
    assert len(_decisions(seeds)) == len(counts)


def test_a_decision_takes_the_next_row_that_nobody_else_looks_at_or_has_decided(seeds):
    from tui.docket import Docket

    with Ledger(str(seeds), by="Ann") as ann, Ledger(str(seeds), by="Ben") as ben:
        docket = Docket(ann)
        rows = [row for row in docket.top(None).rows if row.of == "claim"][:4]
        ben.lock(rows[1].id)
        ben.decide(rows[2].id, "reject")
        after, (at, stand) = docket.decide_and_go_on(rows[0], "verify", "", None, rows[1:])
        assert (after.id, after.status) == (rows[0].id, "verified")
        assert (at, [(row.id, row.status) for row in stand]) == (2, [(rows[2].id, "rejected")])
        assert ann.locks() == {rows[1].id: "Ben", rows[3].id: "Ann"}


def test_who_has_left_holds_nothing_whatever_a_thread_is_still_about_to_say(seeds):
    from tui.docket import Docket

    with Ledger(str(seeds), by="Ann") as book:
        docket, rows = Docket(book), book.queue()
        docket.hold(rows[0].id)
        assert list(book.locks().values()) == ["Ann"]
        docket.leave()
        docket.hold(rows[1].id)
        assert book.locks() == {}


def test_a_claim_is_assigned_and_found_by_who_shall_look_at_it(review, seeds):
    async def ann(desk):
        await desk.press("j", "j", "j", "A")
        await desk.type("Ben")
        assert desk.queue.row.assigned == "Ben"
        assert "assigned   Ben" in desk.told
        await desk.press("a")
        assert "Nothing is assigned to you." in desk.screen

    async def ben(desk):
        await desk.press("a")
        assert [row.assigned for row in desk.queue.rows] == ["Ben"]

    review(ann, seeds)
    review(ben, seeds, by="Ben")


def test_in_blind_review_another_decision_is_shown_once_one_has_decided(review, seeds):
    with Ledger(str(seeds), by="Ann") as ann:
        claim = next(row.id for row in ann.queue() if row.of == "claim")
        finding = ann.queue()[0].id
        ann.decide(claim, "reject", "Ann thinks so")
        ann.decide(finding, "false-alarm", "Ann says no")

    async def blind(desk):
        assert (desk.queue.row.id, desk.queue.row.status) == (finding, "open")
        assert "Ann" not in desk.told
        at = desk.queue.find(claim)
        assert desk.queue.rows[at].status == "unreviewed"
        desk.queue.cursor = at
        await desk.settle()
        assert "Ann" not in desk.told
        await desk.press("b", "colon")
        await desk.type(claim)
        assert "Ann" not in desk.told
        await desk.press("h")
        assert "Ann thinks so" not in desk.told
        await desk.press("enter", "V")
        assert desk.queue.rows[desk.queue.find(claim)].status == "disagreement"
        desk.queue.cursor = desk.queue.find(claim)
        await desk.settle()
        assert "Ann reject: Ann thinks so" in desk.told

    async def adjudicator(desk):
        assert [row.status for row in desk.queue.rows[:3]] == ["open", "disagreement", "unreviewed"]
        await desk.press("j")
        assert "Ann reject" in desk.told
        assert "Ben verify" in desk.told
        await desk.press("V")
        assert desk.queue.rows[1].status == "verified"

    review(blind, seeds, by="Ben", blind=True)
    review(adjudicator, seeds, by="Eve")


def test_all_claims_on_the_screen_are_decided_at_once_with_their_number(review, seeds):
    async def script(desk):
        await desk.press("j", "j", "j", "asterisk")
        shown = [row.id for row in desk.queue.seen_rows() if row.of == "claim"]
        question = desk.app.screen
        assert f"{len(shown)} undecided claims" in desk.screen
        question.query_one(Input).value = f"verify {len(shown) + 1}"
        await desk.press("enter")
        assert {row.status for row in desk.queue.rows[2:]} == {"unreviewed"}
        await desk.press("asterisk")
        await desk.type(f"verify {len(shown)}")
        assert [row.id for row in desk.queue.rows if row.status == "verified"] == shown
        assert len(desk.queue.rows) > len(shown) + 2
        await desk.press("u")
        assert not [row for row in desk.queue.rows if row.status == "verified"]
        await desk.press("ctrl+r")
        assert [row.id for row in desk.queue.rows if row.status == "verified"] == shown

    review(script, seeds)
