"""The first screen as a picture, drawn without a terminal."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.worker import WorkerCancelled

if TYPE_CHECKING:
    from tui.app import Review


def picture(app: Review, width: int = 120, height: int = 40) -> str:
    """The first screen of ``app`` as SVG, ``width`` by ``height`` cells."""

    async def drawn() -> str:
        async with app.run_test(size=(width, height)) as pilot:
            for _ in range(2):
                for worker in list(app.workers):
                    # A reading that a later one takes the place of ends cancelled.
                    with suppress(WorkerCancelled):
                        await worker.wait()
                await pilot.pause()
            return app.export_screenshot()

    return asyncio.run(drawn())
