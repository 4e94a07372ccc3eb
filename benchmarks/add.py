"""How fast a ledger takes claims in, gives pages of its queue, finds words, and proves itself.

    python benchmarks/add.py [--claims 200000] [--bytes 3000] [--ledger PLACE] [--compared 200000] [--jobs N] [--more]

The claims are those of made-up articles, read, extracted and spelled as events by as many processes as there are cores, before
anything is timed, as `factledger add` has it: they wait in a file. That they are spelled there saves recording a seventh of its time.
They are compared once, by as many as well, when so many have been recorded; with a million in all that is a part of them
(benchmarks/reconcile.py compares as many as one likes). Then one claim in fifty is decided on. Of a page the median of seven is told,
and the slowest.
"""

from __future__ import annotations

import argparse
import pickle
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from articles import articles

from ledger.pipeline import cores
from ledger.pipeline.adding import batches
from ledger.reading import find
from ledger.service import Filter, Ledger, Wish
from ledger.store.recording import Read

CLAIMS_A_BYTE = 17.9 / 3000
ASKED = 7


class Watch:
    """Seconds of the clock and of the processor, summed over what is done under ``with``."""

    def __init__(self) -> None:
        self.wall = self.busy = 0.0

    def __enter__(self) -> Watch:
        self._wall, self._busy = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *error: object) -> None:
        self.wall += time.perf_counter() - self._wall
        self.busy += time.process_time() - self._busy

    def tell(self, what: str) -> None:
        print(f"{what:<44} {self.wall:10.2f} s    of one core {self.busy:.2f}", flush=True)


def read(folder: Path, count: int, size: int) -> Iterator[list[Read]]:
    """Documents of ``size`` bytes with about ``count`` claims in all, as many a batch as ``factledger add`` records in one transaction."""
    folder.mkdir()
    dated = []
    for name, day, text in articles(max(1, round(count / CLAIMS_A_BYTE / size)), size):
        (folder / name).write_text(text, "utf-8")
        dated.append(f'[[source]]\nfile = "{name}"\npublished = "{day}"\n')
    (folder / "sources.toml").write_text("".join(dated), "utf-8")
    with open(folder.with_suffix(".read"), "w+b") as waiting:
        for batch in batches(list(find([str(folder)], print)), print, jobs=cores()):
            pickle.dump(batch, waiting)
        end = waiting.tell()
        waiting.seek(0)
        while waiting.tell() < end:
            yield pickle.load(waiting)


def pages(book: Ledger, count: int) -> None:
    """Times single pages: at the start, far behind, of every status, of words."""
    first = book.queue(size=1)[0].key
    far = first._replace(turn=30_999_990, seq=count // 2)
    statuses = ("unreviewed", "verified", "rejected", "disagreement", "open", "resolved")
    asked: dict[str, Callable[[], object]] = {
        "a page of the queue": book.queue,
        "a page of the queue, far behind": lambda: book.queue(far),
        **{f"a page of the queue: {each}": lambda each=each: book.queue(filter=Filter(status=each)) for each in statuses},
        **{f"a page of claims: {each}": lambda each=each: book.claims(Filter(status=each)) for each in statuses},
        **{f"a page of findings: {each}": lambda each=each: book.findings(Filter(status=each)) for each in statuses},
        "a page of claims": book.claims,
        "claims, a word of every row": lambda: book.claims(Filter(words="the")),
        "claims, a rare word": lambda: book.claims(Filter(words="zavonba")),
        "claims, two letters": lambda: book.claims(Filter(words="th")),
        "the queue, a word of every row": lambda: book.queue(filter=Filter(words="the")),
        "the queue, a word of some rows": lambda: book.queue(filter=Filter(words="killed ")),
        "the queue, a rare word": lambda: book.queue(filter=Filter(words="zavonba")),
        **{f"the queue, kind {each}": lambda each=each: book.queue(filter=Filter(kind=each)) for each in ("age", "count", "co*", "none")},
        "the queue, one unit": lambda: book.queue(filter=Filter(unit="metric_ton")),
        "the queue, one speaker": lambda: book.queue(filter=Filter(speaker="council")),
        "the queue, one document": lambda: book.queue(filter=Filter(document=book.claims(size=1)[0].document)),
    }
    for name, ask in asked.items():
        times = list[float]()
        for _ in range(ASKED):
            start = time.perf_counter()
            ask()
            times.append(time.perf_counter() - start)
        print(f"{name:<44} {sorted(times)[ASKED // 2] * 1000:10.2f} ms   slowest {max(times) * 1000:.2f}", flush=True)


def one_more(book: Ledger, folder: Path) -> None:
    """Adds three articles, one at a time; what the first comes to is kept, so that the others are held against what they meet alone."""
    folder.mkdir()
    for number, (name, _, text) in enumerate(articles(3, 2999)):
        (folder / name).write_text(text, "utf-8")
        with Watch() as more:
            book.add([str(folder / name)], print)
        more.tell(f"article {number + 1} more, added and compared")


def decided(book: Ledger, claims: int) -> None:
    """Decides on one claim in fifty, some hundred at a time."""
    watch, done, after = Watch(), 0, None
    while done * 50 < claims:
        rows = book.claims(after=after, size=500)
        if not rows:
            break
        after = rows[-1].key._replace(seq=rows[-1].seq + 500 * 49)
        with watch:
            done += len(book.decide_all([Wish(row.id, ("verify", "reject", "verify")[row.seq % 3]) for row in rows]))
    watch.tell(f"{done} decisions, 500 at a time")
    claim = book.claims(size=1)[0].id
    with Watch() as one:
        book.decide(claim, "verify")
    one.tell("one decision")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--claims", type=int, default=200_000)
    parser.add_argument("--bytes", type=int, default=3000, help="of an article")
    parser.add_argument("--ledger", default="", help="a path or URL where there is no ledger yet; else one in a temporary folder")
    parser.add_argument("--compared", type=int, default=200_000, help="compare once, when so many claims have been recorded; 0: never")
    parser.add_argument("--jobs", type=int, default=cores(), help="processes that compare")
    parser.add_argument("--more", action="store_true", help="then add three articles, one at a time; after the first all is compared again")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Ledger(asked.ledger or f"{folder}/ledger.db", "bench", create=True) as book:
        made, recorded, compared = 0, Watch(), Watch()
        for batch in read(Path(folder) / "articles", asked.claims, asked.bytes):
            with recorded:
                made += book.record(batch).claims
            if asked.compared and not compared.wall and made >= min(asked.compared, asked.claims * 0.98):
                recorded.tell(f"{made} claims recorded")
                with compared:
                    found = book.compare(asked.jobs).findings
                compared.tell(f"{made} claims compared by {asked.jobs}: {found} findings")
                print(f"{f'{made} claims added, in all':<44} {recorded.wall + compared.wall:10.2f} s", flush=True)
        recorded.tell(f"{made} claims recorded")
        print(f"{'memory so far':<44} {_memory():10.1f} MB", flush=True)
        if asked.more:
            one_more(book, Path(folder) / "more")
        decided(book, made)
        pages(book, made)
        with Watch() as proving:
            checkpoint = book.verify()
        proving.tell(f"verify, {checkpoint.size} events")
        with Watch() as again:
            book.rebuild()
        again.tell("rebuild")
        print(f"{'memory at most':<44} {_memory():10.1f} MB")
        if not asked.ledger:
            print(f"{'the file':<44} {Path(folder, 'ledger.db').stat().st_size / 1e6:10.1f} MB")


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)


if __name__ == "__main__":
    main()
