"""The first screen as a picture, drawn without a terminal."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app import Review


def picture(app: Review, width: int = 120, height: int = 40) -> str:
    """The first screen of ``app`` as SVG, ``width`` by ``height`` cells."""

    async def drawn() -> str:
        async with app.run_test(size=(width, height)) as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            return app.export_screenshot()

    return asyncio.run(drawn())
