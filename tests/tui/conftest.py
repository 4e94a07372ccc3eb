"""A ledger of the seeds, and a reviewer who presses keys."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from ledger.service import Ledger
from ledger.settings import Settings
from tui.app import Review
from tui.picture import settled
from tui.screens.desk import Desk
from tui.widgets.lines import Lines
from tui.widgets.listing import Listing

ROOT = Path(__file__).parents[2]

async def _at_once(*_: float) -> None:
    """In place of Textual's wait until the process is idle, which a busy machine makes long or says too early."""
    await asyncio.sleep(0)


class Reviewer:
    """The application while it runs, as a reviewer has it before the eyes."""

    def __init__(self, app: Review, pilot):
        self.app, self._pilot = app, pilot

    async def press(self, *keys: str) -> None:
        """Press the keys one after the other, each after all that the one before set off."""
        for key in keys:
            await self._pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type ``text`` and Enter."""
        await self._pilot.press(*("space" if letter == " " else letter for letter in text), "enter")
        await self.settle()

    async def click(self, widget, column: int, line: int = 0) -> None:
        """Click on a cell of ``widget``."""
        await self._pilot.click(widget, offset=(column, line))
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is being read or decided, and nothing that was read waits to be shown."""
        await settled(self._pilot)

    @property
    def queue(self) -> Listing:
        return self.desk.query_one(Listing)

    @property
    def desk(self):
        """The screen below all questions."""
        return next(screen for screen in reversed(self.app.screen_stack) if isinstance(screen, Desk))

    @property
    def told(self) -> str:
        """What is told of the thing under the cursor."""
        return self.desk.query_one("#told", Lines).text

    @property
    def screen(self) -> str:
        """All text on the screen, a line a line."""
        width, height = self.app.size
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text[:width] for strip in lines[:height])


@pytest.fixture
def review(tmp_path, monkeypatch) -> Callable[..., None]:
    """``review(script, ledger, by="Ann", size=(120, 40))`` runs the coroutine ``script(desk)`` on an open ledger."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("FACTLEDGER_DEBUG", "1")  # a fault that a reviewer is told of fails a test
    monkeypatch.setattr("textual.app.wait_for_idle", _at_once)
    monkeypatch.setattr("textual.pilot.wait_for_idle", _at_once)
    monkeypatch.setattr("tui.screens.browse._REST", 0.0)
    monkeypatch.setattr(Review, "NOTIFICATION_TIMEOUT", 600.0)  # a slow machine reads them too

    def run(
        script, ledger: Path, by: str = "Ann", size: tuple[int, int] = (120, 40), blind: bool = False, chosen: Settings | None = None
    ) -> None:
        async def whole() -> None:
            with Ledger(str(ledger), by=by) as book:
                book.blind = blind
                app = Review(book, chosen)
                async with app.run_test(size=size, notifications=True) as pilot:
                    desk = Reviewer(app, pilot)
                    await desk.settle()
                    await script(desk)

        asyncio.run(whole())

    return run


def ledger_of(path: Path, paths: Iterable[str]) -> Path:
    """A new ledger at ``path`` of the documents at ``paths``."""

    def fail(error):
        raise error

    with Ledger(str(path), by="Ann", create=True) as book:
        book.add(paths, fail)
    return path


@pytest.fixture(scope="session")
def _seeds(tmp_path_factory) -> Path:
    return ledger_of(tmp_path_factory.mktemp("ledger") / "seeds.db", [str(ROOT / "seeds")])


@pytest.fixture
def seeds(_seeds, tmp_path) -> Path:
    """A ledger of the project's own articles, fresh for each test."""
    return Path(shutil.copy(_seeds, tmp_path / "seeds.db"))
