"""A reviewer at work in a real terminal: decisions at a pace, the process killed after any key; counts what went wrong.

    python benchmarks/session.py [--decisions 1000] [--kills 40] [--pace 20] [--ledger PLACE]

First as many decisions as asked for, ``--pace`` keys a second, whether the screen keeps up or not: each must be recorded, once, on the
claim that was under the cursor, in order. Then sessions that are ended by SIGKILL a moment after some key: what the screen said to
be decided must be in the ledger, and nothing else than the keys in their order. Status 1 when it is not so.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import selectors
import sys
import tempfile
import time
from pathlib import Path

from decisions import filled
from keys import Terminal

from ledger.service import Ledger

ACTIONS = {"V": "verify", "X": "reject", "D": "dispute", "N": "needs-source"}
PATIENCE = 120.0


class Session:
    """``factledger review`` in a pseudo-terminal, and how many decisions its screen has told so far."""

    def __init__(self, terminal: Terminal):
        self.terminal, self.told = terminal, 0
        self._ready, self._seen = selectors.DefaultSelector(), b""
        self._ready.register(terminal.screen, selectors.EVENT_READ)

    def read(self, seconds: float) -> None:
        """Reads what comes for so long."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if self._ready.select(left):
                self._seen = self._seen[-200:] + os.read(self.terminal.screen, 1 << 16)
                self.told = max([self.told, *map(int, re.findall(rb"decided (\d+)", self._seen))])

    def wait(self, decisions: int) -> None:
        """Reads until the screen tells so many decisions."""
        until = time.monotonic() + PATIENCE
        while self.told < decisions and time.monotonic() < until:
            self.read(0.1)


def session(place: str, keys: str, pace: float, kill: float | None) -> int:
    """Presses ``keys``, then waits for all of them, or ends the process ``kill`` seconds after the last; what went wrong."""
    with Ledger(place) as book:
        waiting = [row.id for row in book.queue(size=len(keys) + 50)]
        before = book.statistics().events
    environment = os.environ | {"TERM": "xterm-256color", "XDG_STATE_HOME": os.devnull}  # begin at the first row, not at the last place
    command = [sys.executable, "-m", "ledger", "review", "--ledger", place, "--by", "bench"]
    with Terminal(command, environment) as terminal:
        terminal.until(b"decided 0")
        terminal.settle()
        at = Session(terminal)
        start = time.monotonic()
        for number, key in enumerate(keys, 1):
            terminal.write(key)
            at.read(max(start + number / pace - time.monotonic(), 0.001))
        if kill is None:
            at.wait(len(keys))
        else:
            at.read(kill)
            terminal.process.kill()
            terminal.process.wait()
    with Ledger(place) as book:
        book.verify()
        book.release()
        made = [event for event in book.events() if event.seq > before and event.kind == "decision"]
        found = [(event.subject, action(book, event.subject)) for event in made]
    expected = [(id, ACTIONS[key]) for id, key in zip(waiting, keys, strict=False)]
    lost = max(at.told - len(made), 0) if kill is not None else len(keys) - len(made)
    wrong = sum(left != right for left, right in zip(found, expected, strict=False))
    if lost or wrong:
        print(f"    {len(keys)} keys, {at.told} told, {len(made)} recorded: {lost} lost, {wrong} wrong", flush=True)
    return lost + wrong


def action(book: Ledger, claim: str) -> str:
    """The last that was said of the claim."""
    return book.claim(claim).decisions[-1].action


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--decisions", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--pace", type=float, default=20.0)
    parser.add_argument("--ledger", default="")
    asked = parser.parse_args()
    chance = random.Random(11)
    with tempfile.TemporaryDirectory() as folder:
        place = asked.ledger or f"{folder}/ledger.db"
        filled(Path(folder), place, asked.decisions + 30 * asked.kills + 100)
        with Ledger(place, "another") as book:
            for row in book.queue(size=100_000):
                if row.of == "finding":
                    book.decide(row.id, "both-valid")
        keys = "".join(chance.choices("VXDN", k=asked.decisions))
        start = time.monotonic()
        wrong = session(place, keys, asked.pace, None)
        print(f"{len(keys)} decisions at {asked.pace:.0f} a second, {time.monotonic() - start:.1f} s: {wrong} lost or wrong", flush=True)
        pressed = failed = 0
        for _ in range(asked.kills):
            keys = "".join(chance.choices("VXDN", k=chance.randint(1, 25)))
            pressed += len(keys)
            failed += session(place, keys, asked.pace, chance.uniform(0, 0.08))
        print(f"{asked.kills} sessions of {pressed} keys killed after one: {failed} told and lost, or wrong")
    sys.exit(1 if wrong + failed else 0)


if __name__ == "__main__":
    main()
