#!/usr/bin/env python3
"""Two processes against one: ``factledger extract --format jsonl`` over the articles repeated to 12 MB, best of three, in turns.

    python benchmarks/workers.py [FOLDER]      seeds/ when left out

The whole command is timed, its start included. It says little on a machine that is busy with anything else.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZE, RUNS, JOBS = 12_000_000, 3, (1, 2)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "seeds"
    with tempfile.TemporaryDirectory() as scratch:
        size = _copies(folder, Path(scratch))
        best = dict.fromkeys(JOBS, float("inf"))
        for _ in range(RUNS):
            for jobs in JOBS:
                best[jobs] = min(best[jobs], _seconds(scratch, jobs))
    for jobs, seconds in best.items():
        print(f"--jobs {jobs}{size / seconds / 1e6:>9.2f} MB/s", flush=True)
    print(f"two against one{best[1] / best[2]:>9.2f}")


def _copies(folder: Path, scratch: Path) -> int:
    """Copies of the articles, over and over until they come to SIZE; how many bytes they are."""
    articles = sorted(path for path in folder.iterdir() if path.suffix in {".txt", ".md", ".html"})
    copies = size = 0
    while size < SIZE:
        article = articles[copies % len(articles)]
        shutil.copy(article, scratch / f"{copies:05}{article.suffix}")
        copies, size = copies + 1, size + article.stat().st_size
    return size


def _seconds(folder: str, jobs: int) -> float:
    start = time.perf_counter()
    command = [sys.executable, "-m", "ledger", "extract", "--format", "jsonl", "--jobs", str(jobs), folder]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
