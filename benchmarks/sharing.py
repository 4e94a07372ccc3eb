"""Claims compared by two processes against one: the same claims of made-up articles, in turns, best of two.

    python benchmarks/sharing.py [CLAIMS]      50000 when left out

The clock says little on a machine that is busy with anything else; the processors' seconds are of this process and of the others.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Sequence

from articles import articles

from ledger.extraction import extract
from ledger.reading import read_text
from ledger.reconciliation import reconcile
from ledger.records import Claim

RUNS, JOBS, BYTES = 2, (1, 2), 3000


def main() -> None:
    claims = _claims(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
    best = dict.fromkeys(JOBS, (float("inf"), 0.0, 0.0))
    told = set[str]()
    for _ in range(RUNS):
        for jobs in JOBS:
            start, own, others = time.perf_counter(), _used(resource.RUSAGE_SELF), _used(resource.RUSAGE_CHILDREN)
            found = reconcile(claims, jobs)
            work = _used(resource.RUSAGE_SELF) - own, _used(resource.RUSAGE_CHILDREN) - others
            best[jobs] = min(best[jobs], (time.perf_counter() - start, *work))
            told.add(repr(found))
    for jobs, (seconds, mine, theirs) in best.items():
        print(f"{len(claims)} claims, --jobs {jobs}{seconds:>9.2f} s, of processors {mine:.2f} and {theirs:.2f}")
    print(f"one against two {best[1][0] / best[2][0]:>9.2f}; {'the same findings' if len(told) == 1 else 'OTHER FINDINGS'}")


def _claims(count: int) -> Sequence[Claim]:
    found = list[Claim]()
    for name, day, text in articles(10**9, BYTES):
        found += extract(read_text(text, name, day))
        if len(found) >= count:
            break
    return found


def _used(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
