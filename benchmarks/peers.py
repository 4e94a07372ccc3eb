#!/usr/bin/env python3
"""Published extractors and this one on the same paragraphs, in one run, on one core: kilobytes a second, and the ratio.

    python benchmarks/peers.py [FOLDER]      seeds/ when left out

The first call makes build/peers, an environment of its own, and installs the peers there. Each is asked for all kinds of
figures that it knows. Loading and a first paragraph are not counted; the clock is the processor's.
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

from ledger.extraction import extract
from ledger.reading import documents, read_text

ROOT = Path(__file__).parents[1]
HOME = ROOT / "build" / "peers"
PEERS = {
    "Duckling": ["pyduckling-native-phihos==0.3.0"],
    "quantulum3": ["quantulum3==0.10.0"],
    "Recognizers-Text": ["recognizers-text-suite==1.0.2a2", "emoji<2"],
}
RUNS = 3


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "seeds"
    paragraphs = list(_paragraphs(folder))
    size = sum(len(paragraph.encode()) for paragraph in paragraphs)
    print(f"{len(paragraphs)} paragraphs of {folder.name}/, {size / 1000:.0f} KB, one core")
    ours = size / min(_timed(_extracted, paragraphs) for _ in range(RUNS))
    print(f"{'factledger':<18}{ours / 1000:>9.1f} KB/s", flush=True)
    python = _environment()
    for name in PEERS:
        command = [python, "-W", "ignore", Path(__file__).with_name("peer.py"), name]
        done = subprocess.run(command, input=json.dumps(paragraphs), capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"{name}: {done.stderr.strip().splitlines()[-1]}")
        theirs = size / float(done.stdout)
        print(f"{name:<18}{theirs / 1000:>9.1f} KB/s, we are {ours / theirs:.0f} times as fast", flush=True)


def _paragraphs(folder: Path) -> list[str]:
    """The paragraphs of the articles in ``folder`` as a reader sees them, without what is no part of an article."""
    found = documents([str(folder)], lambda error: print(error, file=sys.stderr))
    return [
        document.prose.text[block.start : block.end]
        for document in found for block in document.prose.blocks if block.role in ("body", "item", "heading")
    ]  # fmt: skip


def _extracted(paragraph: str) -> Any:
    return extract(read_text(paragraph))


def _timed(work: Callable[[str], Any], paragraphs: list[str]) -> float:
    work(paragraphs[0])
    start = process_time()
    for paragraph in paragraphs:
        work(paragraph)
    return process_time() - start


def _environment() -> Path:
    python = HOME / "bin" / "python"
    if not (HOME / "ready").exists():
        venv.create(HOME, with_pip=True)
        wanted = [requirement for peer in PEERS.values() for requirement in peer]
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted], check=True)
        (HOME / "ready").touch()
    return python


if __name__ == "__main__":
    main()
