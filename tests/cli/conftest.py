"""Runs the real command in a process of its own, from the root of the checkout."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "ledger")
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def _environment(changes: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "FACTLEDGER_DEBUG"}}
    return kept | {"PYTHONPATH": str(ROOT)} | dict(changes)


@pytest.fixture(scope="session")
def factledger() -> Run:
    """``factledger("check", "seeds/", stdin=b"", cwd=..., NAME="environment")`` -> status, stdout, stderr."""

    def run(*arguments: str, stdin: bytes = b"", cwd: Path = ROOT, **changes: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run([*COMMAND, *arguments], input=stdin, capture_output=True, cwd=cwd, env=_environment(changes))
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


def _on_terminal(arguments: tuple[str, ...], cwd: Path, environment: dict[str, str], rows: int, columns: int, look_for: bytes = b""):
    """What the command writes to a terminal of its own, and its status; once it has written ``look_for``, q is pressed."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    process = subprocess.Popen([*COMMAND, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, cwd=cwd, env=environment)
    os.close(theirs)
    written = b""
    try:
        while chunk := os.read(ours, 65536):
            if look_for not in written and look_for in written + chunk:
                os.write(ours, b"q")
            written += chunk
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(ours)
    return written, process.wait()


@pytest.fixture(scope="session")
def on_terminal() -> Callable[..., str]:
    """What the command writes to a terminal of 80 columns, stdout and stderr together."""

    def run(*arguments: str, **changes: str) -> str:
        environment = _environment({"TERM": "xterm-256color", "COLUMNS": "80", **changes})
        return _on_terminal(arguments, ROOT, environment, rows=0, columns=0)[0].decode()

    return run


@pytest.fixture(scope="session")
def leaves() -> Callable[..., int]:
    """The status of the command on a terminal of its own, where a reviewer looks at the first screen and presses q."""

    def run(*arguments: str, cwd: Path = ROOT, **changes: str) -> int:
        environment = _environment({"TERM": "xterm-256color", **changes})
        return _on_terminal(arguments, cwd, environment, rows=40, columns=120, look_for=b"decided")[1]

    return run


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of two articles that contradict each other, and one without figures."""
    (tmp_path / "first.txt").write_text("The mayor said that 40 houses were destroyed in Velm on 3 May 2021.\n", "utf-8")
    (tmp_path / "second.txt").write_text("The mayor said that 65 houses were destroyed in Velm on 3 May 2021.\n", "utf-8")
    (tmp_path / "third.txt").write_text("Nobody was there to see it.\n", "utf-8")
    source = '[[source]]\nfile = "{}.txt"\npublisher = "The Velm Post"\npublished = "2021-05-04"\n'
    (tmp_path / "sources.toml").write_text(source.format("first") + source.format("second"), "utf-8")
    return tmp_path
