#!/usr/bin/env python3
"""A cold start: ``factledger check seeds/`` against nothing but the imports of its parts, best of seven, in turns.

    python benchmarks/start.py [PATH ...]      seeds/ when left out

The command may take twice the time of the imports and half a second.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

RUNS = 7


def main() -> None:
    paths = sys.argv[1:] or [str(Path(__file__).parent.parent / "seeds")]
    commands = {
        "import pydantic, regex, typer, rich": ["-c", "import pydantic, regex, typer, rich"],
        "factledger --help": ["-m", "ledger", "--help"],
        "factledger rule": ["-m", "ledger", "rule"],
        "factledger check": ["-m", "ledger", "check", *paths],
    }
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(RUNS):
        for name, arguments in commands.items():
            best[name] = min(best[name], _seconds(arguments))
    for name, seconds in best.items():
        print(f"{name:<40}{seconds:>7.3f} s")
    allowed = 2 * best["import pydantic, regex, typer, rich"] + 0.5
    print(f"{'twice the imports plus half a second':<40}{allowed:>7.3f} s")


def _seconds(arguments: list[str]) -> float:
    start = time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], capture_output=True)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
