"""Each screen as it looks at three sizes, held against committed pictures; a rule says how they are drawn anew."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from textual.widgets import Input

from ledger.service import Filter, Ledger

PICTURES = Path(__file__).parent / "snapshots"
WRITE = "FACTLEDGER_SNAPSHOTS"
SIZES = [(80, 24), (120, 40), (200, 60)]
NAMES = ("conflict", "source", "claim", "form", "help", "browse", "nothing", "progress")

ARTICLES = {
    "courier.txt": (
        "The fire of Velm\n\n"
        "On 3 May 2021 a fire burned 40 houses in Velm, the police said. More than 200 people lost their homes.\n\n"
        'Mayor Ann Brandt said that the damage was 2.5 million euros. "Nobody was hurt," she added.\n'
    ),
    "gazette.txt": (
        "Velm counts its losses\n\n"
        "In Velm 65 houses burned in the fire of 3 May 2021, according to the fire brigade. About 30 percent of the town had no power.\n"
    ),
}


@pytest.fixture
def fires(tmp_path, monkeypatch) -> Path:
    """A ledger of two articles on one fire; nothing in it depends on where or when it was made."""
    monkeypatch.chdir(tmp_path)
    for name, text in ARTICLES.items():
        Path(name).write_text(text, "utf-8")
    minutes = iter(range(60))

    def clock() -> str:
        return f"2026-01-05T09:{next(minutes):02}:00.000000Z"

    for by in ("Ann", "Ben"):
        with Ledger("fire.db", by=by, create=True, clock=clock) as book:
            if by == "Ann":
                book.add(sorted(ARTICLES), print)
            claim = book.claims(Filter(kind="money"))[0].id
            book.decide(claim, "verify")
            book.decide(claim, "note", "asked the mayor's office")
    return Path("fire.db")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_each_screen_looks_as_it_did(review, fires, tmp_path, size):
    drawn: dict[str, str] = {}

    async def take(desk, name):
        for line in desk.app.screen.query(Input):
            line.cursor_blink = False
        await desk.settle()
        drawn[name] = _still(desk.app.export_screenshot())

    async def script(desk):
        assert desk.queue.row.of == "finding"
        await take(desk, "conflict")
        await desk.press("o")
        await take(desk, "source")
        while desk.queue.row.of != "claim":
            await desk.press("j")
        await take(desk, "claim")
        await desk.press("C")
        await take(desk, "form")
        await desk.press("escape", "question_mark")
        await take(desk, "help")
        await desk.press("escape", "b", "slash", *"velm")
        await take(desk, "browse")
        await desk.press(*"xyz")
        await take(desk, "nothing")
        await desk.press("escape", "p")
        await take(desk, "progress")

    review(script, fires, size=size)
    assert tuple(drawn) == NAMES
    other = [name for name, picture in drawn.items() if not _is_as_kept(f"{name}-{size[0]}x{size[1]}.svg", picture, tmp_path)]
    assert not other, f"compare tests/tui/snapshots with {tmp_path}; if they should look so, run this test with {WRITE}=write"


def test_no_picture_is_left_of_what_is_not_drawn():
    assert {path.name for path in PICTURES.iterdir()} == {f"{name}-{width}x{height}.svg" for name in NAMES for width, height in SIZES}


def _is_as_kept(name: str, drawn: str, folder: Path) -> bool:
    """Whether the picture is the one that is kept; else it is written to ``folder``, or kept when that is asked for."""
    kept = PICTURES / name
    if os.environ.get(WRITE) == "write":
        kept.write_text(drawn, "utf-8")
    if kept.exists() and kept.read_text("utf-8") == drawn:
        return True
    (folder / name).write_text(drawn, "utf-8")
    return False


def _still(drawn: str) -> str:
    """The picture without what differs from run to run, and without fonts from the net."""
    drawn = re.sub(r"\s*@font-face \{.*?\}|\s*<!-- Generated .*? -->", "", drawn, flags=re.DOTALL)
    return re.sub(r"terminal-\d+-", "", drawn)
