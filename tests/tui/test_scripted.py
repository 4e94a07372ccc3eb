"""The whole of a reviewer's way through the project's own articles: decide, note, undo, redo, leave, come back, export."""

from __future__ import annotations

import json

from ledger.exports.formats.verified import export
from ledger.service import Ledger


def test_from_the_roadmaps_to_the_export(review, seeds):
    async def first(desk):
        assert desk.queue.row.kind == "X102"
        for sentence in ("Mezentsev said that", "27 documents", "out of 31", "Of the roadmaps, Siamashka", "28 and a half out of 30"):
            assert sentence in desk.told
        await desk.press("1")
        assert desk.queue.rows[0].status == "resolved"
        await desk.press("k", "M")
        await desk.type("asked both embassies")
        assert "asked both embassies" in desk.told
        await desk.press("u", "u")
        assert (desk.queue.row.kind, desk.queue.row.status) == ("X102", "open")
        await desk.press("ctrl+r", "ctrl+r")
        assert desk.queue.rows[0].status == "resolved"
        await desk.press("slash")
        await desk.type("documents")
        await desk.press(*"jj")
        assert desk.queue.row.of == "claim"
        left.update(id=desk.queue.row.id, top=desk.queue.scroll_offset.y, words="documents")
        await desk.press("q")

    async def second(desk):
        assert desk.queue.row.id == left["id"]
        assert desk.queue.scroll_offset.y == left["top"]
        assert "words: documents" in desk.screen
        await desk.press("slash")
        desk.app.screen.query_one("Input").value = ""
        await desk.press("enter", "b", "colon")
        await desk.type(side)
        await desk.press("enter", "V")
        await desk.press("q")

    left: dict[str, object] = {}
    with Ledger(str(seeds)) as book:
        finding = book.finding(book.queue()[0].id).finding
        side = next(claim.id for claim in finding.claims if claim.speaker == "Mezentsev")
    review(first, seeds)
    review(second, seeds)
    with Ledger(str(seeds)) as book:
        published = json.loads(export.write(book.verified()))
        assert [said.note for said in book.finding(finding.fingerprint).decisions if said.undone is None] == ["", "asked both embassies"]
    (claim,) = published["claims"]
    assert (claim["id"], claim["status"], claim["ruling"]["reviewer"]) == (side, "verified", "Ann")
    (conflict,) = published["conflicts"]
    ruling = {name: conflict["ruling"][name] for name in ("action", "fields", "reviewer")}
    assert (conflict["fingerprint"], conflict["status"]) == (finding.fingerprint, "resolved")
    assert ruling == {"action": "side", "fields": {"claim": side}, "reviewer": "Ann"}


def test_undo_goes_back_to_decisions_of_another_day(review, seeds):
    async def first(desk):
        await desk.press("j", "j", "j", "V", "X", "D")

    async def second(desk):
        await desk.press("u", "u", "u", "u")
        assert not [row for row in desk.queue.rows if row.status not in ("open", "unreviewed")]
        await desk.press("ctrl+r", "ctrl+r")
        assert sorted(row.status for row in desk.queue.rows if row.status not in ("open", "unreviewed")) == ["rejected", "verified"]

    review(first, seeds)
    review(second, seeds)
