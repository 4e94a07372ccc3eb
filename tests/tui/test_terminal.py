"""Where the screens are shown: a terminal that goes away, and options that ask for what cannot be."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from benchmarks.keys import Terminal
from ledger.cli import main
from ledger.service import Ledger

LONGEST = 60.0
"""Seconds that a process may take to end."""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells by poll that a terminal is gone")
def test_a_terminal_that_vanishes_ends_the_review_with_all_that_was_decided(seeds: Path, tmp_path: Path) -> None:
    with Ledger(str(seeds)) as book:
        first = next(at for at, row in enumerate(book.queue()) if row.of == "claim")
    environment = os.environ | {"TERM": "xterm-256color", "XDG_STATE_HOME": str(tmp_path / "left")}
    command = [sys.executable, "-m", "ledger", "review", "--ledger", str(seeds), "--by", "Ann"]
    with Terminal(command, environment) as terminal:
        terminal.until(b"decided 0")
        terminal.write("j" * first + "V")
        terminal.until(b"decided 1")
        terminal.hang_up()
        assert terminal.process.wait(LONGEST) == 0
    with Ledger(str(seeds)) as book:
        assert [event.by for event in book.events() if event.kind == "decision"] == ["Ann"]
        assert book.locks() == {}
        (left,) = (tmp_path / "left" / "factledger").iterdir()
        assert json.loads(left.read_text())["id"] == book.queue()[first].id


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--web", "--screenshot", "x.svg"], "--screenshot draws the screen once and --web serves it"),
        (["--port", "8000"], "--port is the port of the page that --web serves"),
        ([], "review needs a terminal"),
    ],
)
def test_options_that_do_nothing_together_are_refused(seeds, tmp_path, monkeypatch, capsys, options, complaint):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["factledger", "review", "--ledger", str(seeds), "--by", "Ann", *options])
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert complaint in capsys.readouterr().err
    assert not (tmp_path / "x.svg").exists()
