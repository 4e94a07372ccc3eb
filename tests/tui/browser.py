"""A headless Chromium, told what to do over its DevTools protocol (https://chromedevtools.github.io/devtools-protocol/)."""

from __future__ import annotations

import asyncio
import base64
import shutil
import subprocess
from pathlib import Path
from typing import Any

import aiohttp

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --hide-scrollbars --window-size=1200,800 --remote-debugging-port=0"
)
_PATIENCE = 120.0


class Browser:
    """One page of a browser of its own, whose profile is in ``folder``: used with ``async with``."""

    def __init__(self, folder: Path):
        assert CHROMIUM is not None
        command = [CHROMIUM, *_FLAGS.split(), f"--user-data-dir={folder}", "about:blank"]
        self._port, self._number = folder / "DevToolsActivePort", 0
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    async def __aenter__(self) -> Browser:
        await until(lambda: self._port.exists() and "\n" in self._port.read_text())
        port = self._port.read_text().split()[0]
        self._session = aiohttp.ClientSession()
        pages = list[str]()
        while not pages:
            async with self._session.get(f"http://127.0.0.1:{port}/json/list") as listed:
                pages = [page["webSocketDebuggerUrl"] for page in await listed.json() if page["type"] == "page"]
        self._socket = await self._session.ws_connect(pages[0], max_msg_size=0)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()
        self._process.terminate()
        self._process.wait()

    async def _tell(self, method: str, **parameters: Any) -> Any:
        self._number += 1
        await self._socket.send_json({"id": self._number, "method": method, "params": parameters})
        while (answer := await self._socket.receive_json(timeout=_PATIENCE)).get("id") != self._number:
            pass
        assert "error" not in answer, answer
        return answer["result"]

    async def open(self, address: str) -> None:
        """Go to ``address``, and wait until the page and all it names is loaded."""
        await self._tell("Page.navigate", url=address)
        while await self.value("document.readyState") != "complete":
            await asyncio.sleep(0.05)

    async def value(self, expression: str) -> Any:
        """What an expression of JavaScript comes to in the page."""
        return (await self._tell("Runtime.evaluate", expression=expression, returnByValue=True))["result"].get("value")

    async def press(self, letter: str) -> None:
        """Press the key of one letter or digit."""
        key = {"key": letter, "text": letter, "windowsVirtualKeyCode": ord(letter.upper())}
        await self._tell("Input.dispatchKeyEvent", type="keyDown", **key)
        await self._tell("Input.dispatchKeyEvent", type="keyUp", **key)

    async def picture(self) -> bytes:
        """What the page looks like, as PNG."""
        return base64.b64decode((await self._tell("Page.captureScreenshot"))["data"])


async def until(holds: Any) -> None:
    """Wait until ``holds()``; a failure after two minutes."""
    async with asyncio.timeout(_PATIENCE):
        while not holds():
            await asyncio.sleep(0.05)
