"""A quote and a link go to the clipboard of the terminal (OSC 52)."""

from __future__ import annotations

import base64

import pytest

from tests.tui.conftest import ledger_of

SOURCES = """
[[source]]
file = "fire.txt"
url = "https://example.org/fire"
"""


@pytest.fixture
def fires(tmp_path):
    (tmp_path / "fire.txt").write_text("In Velm [sic] 40 houses\nburned on 3 May 2021.\n", "utf-8")
    (tmp_path / "other.txt").write_text("On 3 May 2021 65 houses burned in Velm.\n", "utf-8")
    (tmp_path / "sources.toml").write_text(SOURCES, "utf-8")
    return ledger_of(tmp_path / "fire.db", [str(tmp_path / "fire.txt"), str(tmp_path / "other.txt")])


def test_the_sentence_is_copied_as_it_is(review, fires, monkeypatch):
    written: list[str] = []

    async def script(desk):
        monkeypatch.setattr(desk.app._driver, "write", written.append)
        await desk.press("y")
        both = {"In Velm [sic] 40 houses burned on 3 May 2021.", "On 3 May 2021 65 houses burned in Velm."}
        assert set(desk.app.clipboard.splitlines()) == both
        await desk.press("o", "y")
        assert desk.app.clipboard in both
        await desk.press("b", "y")
        assert desk.app.clipboard in both
        sent = base64.b64encode(desk.app.clipboard.encode()).decode()
        assert any(f"\x1b]52;c;{sent}\a" in part for part in written)
        assert any(told.message.startswith("copied: ") for told in desk.app._notifications)

    review(script, fires)


def test_a_link_leads_to_the_sentence_and_without_an_address_it_is_said_what_to_do(review, fires):
    async def script(desk):
        for wanted in ("fire", "other"):
            await desk.press("b", "slash")
            desk.app.screen.query_one("#sift").value = f"document:{desk.queue.rows[0].document.rpartition('/')[0]}/{wanted}.txt "
            await desk.settle()
            assert desk.queue.rows
            await desk.press("enter", "Y")
            said = [told.message for told in desk.app._notifications]
            if wanted == "fire":
                assert desk.app.clipboard == "https://example.org/fire#:~:text=40%20houses"
            else:
                assert "its source has no address: give it one with url in sources.toml" in said
            await desk.press("escape")

    review(script, fires)


def test_with_nothing_under_the_cursor_nothing_is_copied(review, tmp_path):
    async def script(desk):
        await desk.press("y", "Y")
        assert desk.app.clipboard == ""
        assert not list(desk.app._notifications)

    review(script, ledger_of(tmp_path / "empty.db", []))
