"""How long a page of the queue takes, whatever it is sifted by and wherever it lies, in a ledger that there is.

    python benchmarks/pages.py LEDGER [--over 10]

LEDGER is a path or a URL; ``python benchmarks/add.py --claims 1000000 --ledger LEDGER`` makes one of a million claims. Of each filter a
page is asked for at the queue's beginning, among its findings, at several places among its claims, and backwards from its end, seven
times each; of these places the slowest median is told, in milliseconds, the processor's time of that one in this process, which another
process's work does not lengthen (all of it with SQLite; a server's own is not in it), and the slowest of all calls. Nothing is written.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from typing import NamedTuple

from ledger.service import Filter, Key, Ledger

ASKED = 7
FILTERS = {
    "everything": Filter(),
    **{f"status {each}": Filter(status=each) for each in ("unreviewed", "open", "disagreement", "verified")},
    **{f"kind {each}": Filter(kind=each) for each in ("age", "count", "co*", "none")},
    **{f"unit {each}": Filter(unit=each) for each in ("metric_ton", "percent", "p*", "none")},
    **{f"speaker {each}": Filter(speaker=each) for each in ("council", "c*", "nobody")},
    **{f"words {each!r}": Filter(words=each) for each in ("the", "killed ", "zavonba", "none of this")},
    **{f"code {each}": Filter(code=each) for each in ("X101", "X102", "X105", "X*", "Q101", "Q901", "Q*", "Z999")},
    **{f"verdict {each}": Filter(verdict=each) for each in ("conflict", "corroborate", "update", "compatible", "none")},
    "code X101, verdict update": Filter(code="X101", verdict="update"),
    **{f"value from {low}": Filter(low=low) for low in (0, 50, 3000, 1e6, 1e15)},
    **{f"value to {high}": Filter(high=high) for high in (0, 3, 100, 1e15, -1)},
    **{f"value {low} to {high}": Filter(low=low, high=high) for low, high in ((31, 31), (20, 30), (1000, 1010), (31.5, 31.6), (1e6, 2e6))},
    "value 20 to 30, kind count": Filter(low=20, high=30, kind="count"),
    "value 20 to 30, the word killed": Filter(low=20, high=30, words="killed "),
    "code Q101, unit percent": Filter(code="Q101", unit="percent"),
    "assigned somebody": Filter(assigned="somebody"),
}


class Times(NamedTuple):
    """Milliseconds of one page: the median, that of the processor's, the most; and how many rows it had."""

    median: float
    busy: float
    most: float
    rows: int


def timed(ask: Callable[[], list[object]]) -> Times:
    taken, busy, rows = list[float](), list[float](), list[object]()
    for _ in range(ASKED):
        start, begun = time.perf_counter(), time.process_time()
        rows = ask()
        taken.append((time.perf_counter() - start) * 1000)
        busy.append((time.process_time() - begun) * 1000)
    return Times(sorted(taken)[ASKED // 2], sorted(busy)[ASKED // 2], max(taken), len(rows))


def places(book: Ledger) -> list[tuple[Key | None, bool]]:
    """Where pages begin, and whether they go backwards."""
    last = book.queue(size=1, backwards=True)[0].key
    found: list[tuple[Key | None, bool]] = [(None, False), (None, True), (Key(300_000, 0), False)]
    for turn in sorted({last.turn - back for back in (24, 8, 6, 4, 0)}):
        found += [(Key(turn, last.seq * part // 4), False) for part in (0, 2, 3)]
    return [*found, (Key(last.turn - 6, last.seq // 2), True)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("ledger")
    parser.add_argument("--over", type=float, default=10, help="milliseconds that are asked for; status 1 when a median takes more")
    asked = parser.parse_args()
    over = list[str]()
    with Ledger(asked.ledger, "bench") as book:
        everywhere = places(book)
        for document in (book.claims(size=1)[0].document, book.claims(size=1)[0].document[:-6] + "*"):
            FILTERS[f"document {document[-24:]}"] = Filter(document=document)
        for name, filter in FILTERS.items():
            told = [timed(lambda at=at, back=back, filter=filter: book.queue(at, filter=filter, backwards=back)) for at, back in everywhere]
            slow = max(range(len(told)), key=lambda at: told[at].median)
            rows, most = max(each.rows for each in told), max(each.most for each in told)
            taken = f"{told[slow].median:9.2f} ms   busy {told[slow].busy:7.2f}   slowest {most:9.2f}"
            print(f"{name:<36} {taken}   {rows:3} rows   at {everywhere[slow]}", flush=True)
            over += [name] if told[slow].median > asked.over else []
    print(f"over {asked.over:g} ms: {', '.join(over) or 'none'}")
    raise SystemExit(bool(over))


if __name__ == "__main__":
    main()
