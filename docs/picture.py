"""Draws docs/check.svg, what ``factledger check seeds/`` shows in a terminal of 110 columns, and docs/review.svg, the first screen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path

from rich.console import Console, Group
from rich.text import Text

WIDTH, HEIGHT = 110, 48
ROOT = Path(__file__).parents[1]


def shown(*command: str) -> list[str]:
    """The lines that a command writes to a terminal of WIDTH columns, with their escape sequences."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "COLUMNS": str(WIDTH), "LINES": str(HEIGHT)}
    # Progress, which a slow machine shows, goes to stderr.
    process = subprocess.Popen(command, stdout=its, stderr=subprocess.DEVNULL, cwd=ROOT, env=environment)
    os.close(its)
    output = b""
    try:
        while part := os.read(ours, 65536):
            output += part
    except OSError:  # Linux's way of saying that the other end is closed
        pass
    process.wait()
    os.close(ours)
    return output.decode("utf-8").replace("\r\n", "\n").split("\n")


def pictures() -> dict[str, str]:
    """The pictures as they are now, by the names of their files."""
    return {"check.svg": _local(_check()), "review.svg": _local(_review())}


def main() -> None:
    for name, drawn in pictures().items():
        (ROOT / "docs" / name).write_text(drawn, "utf-8")


def _check() -> str:
    """What a terminal shows of the conflicts in seeds/, as SVG."""
    lines = shown(str(Path(sys.executable).with_name("factledger")), "check", "seeds/")[: HEIGHT - 2]
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere)
        console.print(Group(*(Text.from_ansi(line or " ") for line in ["$ factledger check seeds/", "", *lines])))
        return console.export_svg(title="factledger", unique_id="check")


def _review() -> str:
    """The first screen of a new ledger of seeds/, as SVG."""
    factledger = str(Path(sys.executable).with_name("factledger"))
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copytree(ROOT / "seeds", Path(scratch, "seeds"))
        environment = os.environ | {"XDG_STATE_HOME": scratch}
        for command in (("add", "seeds"), ("review", "--by", "Ann", "--screenshot", "review.svg")):
            subprocess.run([factledger, *command], cwd=scratch, check=True, capture_output=True, env=environment)
        drawn = Path(scratch, "review.svg").read_text("utf-8").replace(os.path.realpath(scratch) + "/", "")
    return re.sub(r"terminal-\d+-", "review-", drawn)


def _local(drawn: str) -> str:
    """The picture without fonts from the net."""
    return re.sub(r"\s*@font-face \{.*?\}|\s*<!-- Generated .*? -->", "", drawn, flags=re.DOTALL)


if __name__ == "__main__":
    main()
