#!/usr/bin/env python3
"""Memory of ``factledger extract --format jsonl`` over many articles: the most that a process holds, and all of them together.

    python benchmarks/memory.py [FILES [BYTES]]      20000 files of 5000 bytes, 100 MB in all, when left out

The whole may take 300 MB. What processes share is counted for each of them, so that together they hold less than is said; where
there is no /proc only the largest process is told.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from articles import articles

ALLOWED, EVERY = 300, 0.2
_PROCESSES = Path("/proc")


def main() -> None:
    count, size = (*map(int, sys.argv[1:]), *(20_000, 5_000)[len(sys.argv) - 1 :])
    with tempfile.TemporaryDirectory() as scratch:
        written = sum(Path(scratch, name).write_bytes(text.encode()) for name, _, text in articles(count, size))
        print(f"{count} files, {written / 1e6:.0f} MB", flush=True)
        together, seconds = _watched([sys.executable, "-m", "ledger", "extract", "--format", "jsonl", scratch])
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (2**10 if sys.platform == "linux" else 2**20)
    print(f"{written / seconds / 1e6:.2f} MB/s with all cores; the largest process held {largest:.0f} MB")
    if _PROCESSES.is_dir():
        print(f"all processes together held at most {together:.0f} MB  ({ALLOWED} allowed)")


def _watched(command: list[str]) -> tuple[float, float]:
    """The most megabytes that ``command`` and its children held together, looked at a few times a second, and its seconds."""
    start, most = time.perf_counter(), 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
        while running.poll() is None:
            most = max(most, sum(map(_held, [running.pid, *_children(running.pid)])))
            time.sleep(EVERY)
    if running.returncode:
        raise SystemExit(f"extract failed with status {running.returncode}")
    return most, time.perf_counter() - start


def _children(process: int) -> list[int]:
    try:
        return [int(child) for child in _PROCESSES.joinpath(f"{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def _held(process: int) -> float:
    """Megabytes of a process that are in memory; 0 when it has ended."""
    try:
        return int(_PROCESSES.joinpath(f"{process}/statm").read_text().split()[1]) * resource.getpagesize() / 2**20
    except OSError:
        return 0.0


if __name__ == "__main__":
    main()
