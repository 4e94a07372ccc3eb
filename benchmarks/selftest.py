"""How often `check` finds a planted error in a statement, and how often it finds fault with a true one.

    python benchmarks/selftest.py [TRUE [PLANTED]]      100000 and 10000 when left out; -v shows what went wrong

Each statement is read as an article of its own, by the real reader and extractor. Prints both rates by the kind of
reckoning; the exit status is 1 when a true statement raised an alarm or fewer than 95 percent of the errors were found.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from pathlib import Path

from ledger.extraction import extract
from ledger.reading import read_text
from ledger.reconciliation import reconcile
from ledger.records import Finding

sys.path.insert(0, str(Path(__file__).parents[1]))
from benchmarks.statements import KINDS, Statement, statement

_TRUE, _PLANTED, _LEAST, _SHOWN = 100_000, 10_000, 0.95, 20


def conflicts(told: Statement) -> list[Finding]:
    """What is found in a statement that cannot be true."""
    found = reconcile(extract(read_text(told.text + "\n", "statement.txt", "2021-05-04")))
    return [finding for finding in found if finding.verdict == "conflict"]


def main() -> int:
    sizes = [int(argument) for argument in sys.argv[1:] if argument != "-v"]
    verbose = "-v" in sys.argv
    true, planted = sizes[0] if sizes else _TRUE, sizes[1] if len(sizes) > 1 else _PLANTED
    started = time.perf_counter()
    asked, found, shown = Counter[str](), Counter[str](), Counter[str]()
    chance = random.Random(1)
    for number in range(true + planted):
        told = statement(chance, number >= true)
        name = f"{'planted' if told.planted else 'true'} {told.kind}"
        alarms = conflicts(told)
        asked[name] += 1
        found[name] += bool(alarms)
        if verbose and bool(alarms) != told.planted and shown[name] < _SHOWN:
            shown[name] += 1
            print(f"{name}: {told.text}", *(f"    {alarm.code} {alarm.message}" for alarm in alarms), sep="\n")
    for kind in KINDS:
        print(f"{kind:<12} {found[f'true {kind}']:>5} of {asked[f'true {kind}']:>6} true ones", end="")
        print(f" {found[f'planted {kind}']:>6} of {asked[f'planted {kind}']:>6} planted")
    alarms = sum(count for name, count in found.items() if name.startswith("true"))
    hits = sum(count for name, count in found.items() if name.startswith("planted"))
    print(f"{'in all':<12} {alarms:>5} of {true:>6} true ones {hits:>6} of {planted:>6} planted  {hits / max(1, planted):.2%}", end="")
    print(f"  {time.perf_counter() - started:.0f} s")
    return int(alarms > 0 or hits < _LEAST * planted)


if __name__ == "__main__":
    raise SystemExit(main())
