"""How fast the terminal answers: first rows, a key, a letter of the filter, a key during a slow query; beside an empty app of Textual.

    python benchmarks/keys.py LEDGER [--keys 200]

A real process in a pseudo-terminal of 120 by 40. From the key until the last byte of what it changes on the screen: an answer
has ended when nothing has come for 0.2 seconds. A ledger of a million claims in articles of 50 KB is made by

    python benchmarks/add.py --claims 1000000 --bytes 50000 --ledger LEDGER
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import selectors
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path

from ledger.service import ORDERS, Filter, Ledger
from tui.place import Place, remember

ROOT = Path(__file__).parents[1]
WIDTH, HEIGHT = 120, 40
QUIET, LONGEST = 0.2, 60.0
_GAP = 0.01
"""Seconds between two parts of one painting at most."""

EMPTY = """
from textual.app import App
from textual.widgets import Static

class Empty(App):
    def compose(self):
        yield Static("decided")

    def on_key(self, event):
        self.query_one(Static).update(f"{event.key} {event.time}", layout=False)

Empty().run()
"""


class Terminal:
    """``command`` in a pseudo-terminal, begun in ``folder``; used with ``with``."""

    def __init__(self, command: Sequence[str], environment: dict[str, str], folder: str | None = None):
        self.screen, its = pty.openpty()
        fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))
        self.begun = time.perf_counter()
        self.process = subprocess.Popen(
            command, stdin=its, stdout=its, stderr=its, env=environment, start_new_session=True, cwd=folder
        )
        os.close(its)
        self._ready = selectors.DefaultSelector()
        self._ready.register(self.screen, selectors.EVENT_READ)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *error: object) -> None:
        self.process.kill()
        self.process.wait()
        self.hang_up()

    def hang_up(self) -> None:
        """The terminal is gone from now on; no signal tells the process."""
        if self.screen >= 0:
            os.close(self.screen)
        self.screen = -1

    def until(self, told: bytes) -> float:
        """Seconds from the start until ``told`` is on the screen."""
        seen = b""
        while told not in seen:
            if not self._ready.select(LONGEST):
                raise SystemExit(f"nothing came for {LONGEST:.0f} s; the last was {seen[-300:]!r}")
            seen = seen[-10_000:] + os.read(self.screen, 1 << 16)
        return time.perf_counter() - self.begun

    def settle(self) -> float:
        """When the last byte came, once nothing more comes."""
        last = time.perf_counter()
        while self._ready.select(QUIET):
            os.read(self.screen, 1 << 16)
            last = time.perf_counter()
        return last

    def write(self, keys: str) -> None:
        """Presses the keys."""
        os.write(self.screen, keys.encode())

    def press(self, key: str) -> float:
        """Seconds from the key until the last byte that it brings."""
        self.settle()
        start = self._pressed(key)
        return self.settle() - start

    def answer(self, key: str, rest: float = 0.1) -> float:
        """Seconds from the key, pressed after a ``rest``, until the first byte that comes, whatever else still goes on."""
        time.sleep(rest)
        while self._ready.select(_GAP):
            os.read(self.screen, 1 << 16)
        start = self._pressed(key)
        return time.perf_counter() - start

    def _pressed(self, key: str) -> float:
        """When the key was pressed; the first byte that it brings has come."""
        start = time.perf_counter()
        self.write(key)
        if not self._ready.select(LONGEST):
            raise SystemExit(f"{key!r} changes nothing on the screen")
        return start

    def megabytes(self) -> float:
        """What the process has had in memory at most."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def tell(what: str, seconds: Sequence[float], empty: Sequence[float]) -> None:
    """Prints the median and the 95th percentile, and how many times the empty app's they are."""
    (middle, far), (of_middle, of_far) = _percentiles(seconds), _percentiles(empty)
    ratios = f"{middle / of_middle:5.1f} and {far / of_far:5.1f} times"
    print(f"{what:<40} {middle * 1000:8.1f} ms  p95 {far * 1000:8.1f} ms   {ratios}", flush=True)


def _percentiles(seconds: Sequence[float]) -> tuple[float, float]:
    ordered = sorted(seconds)
    return ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]


def triage(review: Terminal, keys: int, decides: str, empty: Sequence[float]) -> None:
    """Rows, screens of rows and decisions of one kind."""
    of = "a claim, its source shown" if decides == "V" else "a conflict"
    review.press("j")
    tell(f"the next row, {of}", [review.press("j") for _ in range(keys)], empty)
    tell("a screen of rows on", [review.press("\x06") for _ in range(keys // 4)], empty)
    tell("a screen of rows back", [review.press("\x02") for _ in range(keys // 4)], empty)
    tell("a decision, and the next", [review.press(decides) for _ in range(keys // 4)], empty)


def browse(review: Terminal, keys: int, empty: Sequence[float]) -> None:
    """Rows of all claims, and what is typed into the filter: three letters of a word in every row."""
    review.press("b")
    tell("browse: the next row", [review.press("j") for _ in range(keys // 4)], empty)
    letters = list[float]()
    for _ in range(max(1, keys // 20)):
        review.press("/")
        letters += [review.press(letter) for letter in "the"]
        letters += [review.press("\x7f") for _ in "the"]
        review.press("\x1b")
    tell("browse: a letter of a word in every row", letters, empty)


def slow(review: Terminal, keys: int, empty: Sequence[float]) -> None:
    """The first byte after a key that is pressed while a slow question is being answered, and before it is.

    A few claims among all those that a word leaves, put in order; how many claims a word leaves; all counts of the ledger.
    """
    for _ in range(list(ORDERS).index("speaker")):
        review.press("o")
    review.press("/")
    review.write("the value:1234.5..1234.5")
    tell("a letter, few found in a slow order", [review.answer(key) for key in "7\x7f" * (keys // 8)], empty)
    review.settle()
    review.write("\x7f" * 24)
    review.settle()
    review.write("the")
    tell("a letter, how many there are is counted", [review.answer(key, 0.6) for key in " \x7f" * (keys // 40 or 1)], empty)
    review.press("\x1b")
    review.settle()
    review.press("\x1b")
    left = list[float]()
    for _ in range(max(1, keys // 20)):
        review.write("p")
        left += [review.answer("t", 0.5), review.answer("j", 0.05)]
        review.settle()
    tell("a key, all is counted for progress", left, empty)


def synced(folder: str, times: int) -> list[float]:
    """Seconds that it takes to have 16 KB on the disk of ``folder``: what a decision waits for at least."""
    took = list[float]()
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        for _ in range(times):
            file.write(os.urandom(16 * 1024))
            file.flush()
            start = time.perf_counter()
            os.fsync(file.fileno())
            took.append(time.perf_counter() - start)
            time.sleep(QUIET / 10)
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("ledger")
    parser.add_argument("--keys", type=int, default=200)
    asked = parser.parse_args()
    place = asked.ledger if "://" in asked.ledger else os.path.abspath(asked.ledger)
    with Ledger(place, "bench") as book:
        row, name = book.queue(size=1)[0], book.name
        claim = next(iter(book.claims(Filter(status="unreviewed"), size=1)), row)
    with tempfile.TemporaryDirectory() as state:
        os.environ["XDG_STATE_HOME"] = state
        environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": str(ROOT)}
        with Terminal([sys.executable, "-c", EMPTY], environment) as bare:
            shown = bare.until(b"decided")
            empty = [bare.press(key) for key in "jk" * (asked.keys // 2)]
            print(f"an empty app: shown in {shown:.2f} s, {bare.megabytes():.0f} MB; a key p95 {_percentiles(empty)[1] * 1000:.1f} ms")
        command = [sys.executable, "-m", "ledger", "review", "--ledger", place, "--by", "bench"]
        with Terminal(command, environment) as review:
            first = review.until(row.text[:10].encode())
            print(f"first rows {first:.2f} s, {first / shown:.1f} times the empty app's; {review.megabytes():.0f} MB")
            triage(review, asked.keys, "V" if row.of == "claim" else "1", empty)
            if "://" not in place:
                tell("... of it what the disk alone takes", synced(os.path.dirname(place), asked.keys // 4), empty)
            browse(review, asked.keys, empty)
            slow(review, asked.keys, empty)
            print(f"at most {review.megabytes():.0f} MB")
        if row.of == "finding" and claim.of == "claim":
            remember(name, "bench", Place(claim.id))
            with Terminal(command, environment) as review:
                review.until(b"decided 0")
                triage(review, asked.keys, "V", empty)
        Path(state, "factledger.toml").write_text('keymap = "vim"\n', "utf-8")
        with Terminal(command, environment, state) as review:
            review.until(b"decided 0")
            review.press("j")
            tell("the next row, keys of vim", [review.press("j") for _ in range(asked.keys)], empty)


if __name__ == "__main__":
    main()
