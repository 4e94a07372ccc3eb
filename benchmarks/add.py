"""How fast a ledger takes claims in, gives pages of its queue, finds words, and proves itself.

    python benchmarks/add.py [--claims 200000] [--ledger PLACE]

The claims are those of seeds/, over and over, each time as other documents; extraction is not timed.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator
from hashlib import blake2s, sha256
from pathlib import Path

from ledger.extraction import extract
from ledger.reading import documents
from ledger.records import Claim, Document
from ledger.service import Filter, Ledger

ROOT = Path(__file__).parents[1]
AT_ONCE = 5000


def copies(count: int) -> Iterator[list[tuple[Document, list[Claim]]]]:
    """Batches of documents with about ``count`` claims in all."""
    held = [(document, extract(document)) for document in documents([str(ROOT / "seeds")], print)]
    number = made = 0
    while made < count:
        batch, waiting = [], 0
        while waiting < AT_ONCE and made < count:
            document, claims = held[number % len(held)]
            id, path = sha256(f"{number}".encode()).hexdigest(), f"articles/{number}.txt"
            renamed = [
                claim.model_copy(update={"id": blake2s(f"{id}:{claim.span.start}".encode(), digest_size=10).hexdigest(), "document": path})
                for claim in claims
            ]
            text = f"{number}\n{document.text[:500]}"
            batch.append((document.model_copy(update={"id": id, "path": path, "text": text}), renamed))
            number, made, waiting = number + 1, made + len(renamed), waiting + len(renamed)
        yield batch


def timed(what: str, work, unit: float = 1.0, name: str = "s") -> object:  # type: ignore[no-untyped-def]
    start, before = time.perf_counter(), time.process_time()
    found = work()
    spent, busy = time.perf_counter() - start, time.process_time() - before
    print(f"{what:<44} {spent * unit:10.1f} {name}   of one core {busy * unit:.1f}", flush=True)
    return found


def pages(book: Ledger, count: int) -> None:
    """Times single pages, the slowest of a few: at the start, far behind, and of words."""
    asked = {
        "a page of the queue, the first": lambda: book.queue(),
        "a page of the queue, far behind": lambda: book.queue(far),
        "a page of claims": lambda: book.claims(),
        "a page with a word of every row": lambda: book.claims(Filter(words="the")),
        "a page with a rare word": lambda: book.claims(Filter(words="Zhirinovskiy")),
        "a page with two letters": lambda: book.claims(Filter(words="th")),
        "the queue with a word of every row": lambda: book.queue(filter=Filter(words="the")),
        "a page of one status that none has": lambda: book.claims(Filter(status="rejected")),
        "a page of one document": lambda: book.claims(Filter(document="articles/77.txt")),
    }
    first = book.queue(size=1)[0].key
    far = first._replace(turn=first.turn + 4, seq=count // 2)
    for name, ask in asked.items():
        times = []
        for _ in range(7):
            start = time.perf_counter()
            ask()
            times.append(time.perf_counter() - start)
        print(f"{name:<44} {sorted(times)[3] * 1000:10.1f} ms   slowest {max(times) * 1000:.1f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--claims", type=int, default=200_000)
    parser.add_argument("--ledger", default="")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Ledger(asked.ledger or f"{folder}/ledger.db", "bench", create=True) as book:
        spent = busy = 0.0
        for batch in copies(asked.claims):
            start, before = time.perf_counter(), time.process_time()
            book.record(batch)
            spent, busy = spent + time.perf_counter() - start, busy + time.process_time() - before
        print(f"{f'{asked.claims} claims recorded':<44} {spent:10.1f} s   of one core {busy:.1f}", flush=True)
        pages(book, asked.claims)
        claim = book.claims(size=1)[0].id
        timed("a decision", lambda: book.decide(claim, "verify"), 1000, "ms")
        timed("verify", book.verify)
        timed("rebuild", book.rebuild)
        print(f"{'memory at most':<44} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:10.1f} MB")
        if not asked.ledger:
            print(f"{'the file':<44} {Path(folder, 'ledger.db').stat().st_size / 1e6:10.1f} MB")


if __name__ == "__main__":
    main()
