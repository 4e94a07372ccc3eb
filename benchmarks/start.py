#!/usr/bin/env python3
"""A cold start: ``factledger check`` of one small file and of seeds/ against nothing but the imports of its parts, in turns.

    python benchmarks/start.py [PATH ...]      seeds/ when left out

One small file may take two and a half times what ``import pydantic, regex`` takes; the articles twice the time of all
imports and half a second. The best of eleven runs counts.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 11
SMALL = "Turnout fell to 12.5 percent, the ministry said. On 12 May 2020 the police held 40 people.\n"


def main() -> None:
    paths = sys.argv[1:] or [str(Path(__file__).parent.parent / "seeds")]
    with tempfile.TemporaryDirectory() as scratch:
        small = Path(scratch, "small.txt")
        small.write_text(SMALL, "utf-8")
        best = _best(
            {
                "import pydantic, regex": ["-c", "import pydantic, regex"],
                "import pydantic, regex, typer, rich": ["-c", "import pydantic, regex, typer, rich"],
                "factledger --help": ["-m", "ledger", "--help"],
                "factledger rule": ["-m", "ledger", "rule"],
                "factledger check, a small file": ["-m", "ledger", "check", str(small)],
                "factledger check": ["-m", "ledger", "check", *paths],
            }
        )
    for name, seconds in best.items():
        print(f"{name:<40}{seconds:>7.3f} s")
    few, all_imports = best["import pydantic, regex"], best["import pydantic, regex, typer, rich"]
    print(f"{'a small file against two imports':<40}{best['factledger check, a small file'] / few:>7.2f}  (2.5 allowed)")
    allowed = 2 * all_imports + 0.5
    print(f"{'the articles against what is allowed':<40}{best['factledger check'] / allowed:>7.2f}  ({allowed:.3f} s allowed)")


def _best(commands: dict[str, list[str]]) -> dict[str, float]:
    """The least time of each of ``commands``, arguments of the interpreter, in seconds."""
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(RUNS):
        for name, arguments in commands.items():
            best[name] = min(best[name], _seconds(arguments))
    return best


def _seconds(arguments: list[str]) -> float:
    start = time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], capture_output=True)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
