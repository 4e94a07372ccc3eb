"""The terminal in a browser: a real Chromium on the loopback."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.cli import main
from ledger.service import Ledger
from tests.tui.browser import CHROMIUM, Browser, until
from tui.web import Page

ROOT = Path(__file__).parents[2]


@pytest.fixture
def place(tmp_path: Path) -> str:
    """A ledger of the seeds."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    place = str(tmp_path / "ledger.db")
    with Ledger(place, "Ann", create=True) as book:
        book.add([str(tmp_path / "seeds")], pytest.fail)
    return place


@pytest.fixture
def address(place: str) -> Iterator[str]:
    """Where ``review --web`` serves that ledger."""
    command = [sys.executable, "-m", "ledger", "review", "--web", "--ledger", place, "--by", "Ann"]
    environment = os.environ | {"XDG_STATE_HOME": str(Path(place).parent)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as served:
        assert served.stdout is not None
        yield served.stdout.readline().strip()
        served.terminate()


def _status(address: str, **headers: str) -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return int(error.code)


@pytest.mark.parametrize(("options", "asked"), [([], "review"), (["--blind"], "review --blind")])
def test_what_the_browser_shows_is_as_blind_as_was_asked(place: str, options: list[str], asked: str, monkeypatch) -> None:
    commands = list[str]()

    def served(page: Page) -> None:
        page._socket.close()
        commands.append(page.command)

    monkeypatch.setattr(Page, "run", served)
    monkeypatch.setattr(sys, "argv", ["factledger", "review", "--web", "--ledger", place, "--by", "Ann", *options])
    monkeypatch.setattr(os, "environ", os.environ.copy())
    with pytest.raises(SystemExit):
        main()
    assert [command.partition(" -m ledger ")[2] for command in commands] == [asked]


def test_nobody_comes_in_without_the_token(address: str) -> None:
    page, _, token = address.partition("?")
    assert _status(page) == 403
    assert _status(page + "?token=guessed") == 403
    assert _status(page + "ws") == 403
    assert _status(page + "static/js/textual.js") == 403
    assert _status(f"{page}static/js/textual.js?{token}", Host="rebound.example") == 403
    assert _status(f"{page}ws?{token}", Origin="http://other.example") == 403


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: the page in a browser is not tested")
def test_a_decision_made_in_a_browser_is_in_the_ledger(address: str, place: str, tmp_path: Path) -> None:
    def decided() -> int:
        with Ledger(place, "Ann") as book:
            return sum(each.decisions for each in book.statistics().work)

    def looked_at() -> bool:
        with Ledger(place, "Ben") as book:
            return "Ann" in book.locks().values()

    async def reviewed() -> tuple[str, list[str], list[bytes]]:
        async with Browser(tmp_path / "profile") as browser:
            await browser.open(address)
            pictures = [await browser.picture()]
            await until(looked_at)  # the first finding is shown
            while pictures[-1] == (now := await browser.picture()):
                await asyncio.sleep(0.05)
            pictures.append(now)
            await browser.press("1")
            await until(decided)
            pictures.append(await browser.picture())
            loaded = "performance.getEntriesByType('resource').map(entry => new URL(entry.name).host)"
            return await browser.value("location.href"), await browser.value(loaded), pictures

    where, hosts, pictures = asyncio.run(reviewed())
    home = address.partition("?")[0]
    assert where == home, "the token stays out of the address"
    assert {f"http://{host}/" for host in hosts} == {home}, "nothing is loaded from elsewhere"
    (tmp_path / "page.png").write_bytes(pictures[-1])
