"""The first screen as a picture, drawn without a terminal; and when a screen without a terminal has come to rest."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.worker import WorkerCancelled

from tui.screens.desk import Desk

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tui.app import Review

_ASKS = "default"
"""Textual's group of workers that have none: here those that wait for an answer of the reviewer, and then decide."""

_MOMENT = 0.001
"""Seconds until it is looked again."""


def picture(app: Review, width: int = 120, height: int = 40) -> str:
    """The first screen of ``app`` as SVG, ``width`` by ``height`` cells."""

    async def drawn() -> str:
        async with app.run_test(size=(width, height)) as pilot:
            await settled(pilot)
            return app.export_screenshot()

    return asyncio.run(drawn())


async def settled(pilot: Pilot[None]) -> None:
    """Waits until nothing is read or decided any more, and all of it is shown: by what is going on, not by a clock."""
    app, quiet = pilot.app, 0
    while quiet < 2:
        reading = [worker for worker in app.workers if worker.group != _ASKS and not worker.is_finished]
        for worker in reading:
            # A reading that a later one takes the place of ends cancelled.
            with suppress(WorkerCancelled):
                await worker.wait()
        busy = bool(reading) or _waits(pilot)
        await pilot.pause(_MOMENT if busy else 0)
        quiet = 0 if busy or _waits(pilot) else quiet + 1


def _waits(pilot: Pilot[None]) -> bool:
    """Whether the first screen is still to come, a message waits for a widget, or an answer of the reviewer for the ledger."""
    app = pilot.app
    if not app.is_running:
        return False
    if not app.screen.is_modal and (not isinstance(app.screen, Desk) or any(not worker.is_finished for worker in app.workers)):
        return True
    widgets = [widget for screen in app.screen_stack for widget in screen.walk_children(with_self=True)]
    return any(pump.message_queue_size for pump in (app, *widgets))
