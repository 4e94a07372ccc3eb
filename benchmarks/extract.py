#!/usr/bin/env python3
"""Megabytes a second on one core, over articles repeated to 2 MB: each a document, and all of them one document.

    python benchmarks/extract.py [FOLDER]      seeds/ when left out

Equal rates mean that no step is quadratic in the length of a document. The best of three runs counts.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ledger.extraction import extract
from ledger.reading import documents
from ledger.records import Document

SIZE = 2_000_000
RUNS = 3


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "seeds"
    with tempfile.TemporaryDirectory() as scratch:
        paths, size = _copies(folder, Path(scratch))
        print(f"the articles of {folder.name}/ repeated to {len(paths)} documents, {size / 1e6:.2f} MB, one core, best of {RUNS}")
        many = _read(paths)
        _row("reading, each article a document", size, lambda: _read(paths))
        extracted = _row("extraction, each article a document", size, lambda: [extract(document) for document in many])
        both = _row("both, each article a document", size, lambda: [extract(document) for document in _read(paths)])

        whole = Path(scratch, "whole.txt")
        whole.write_text("\n\n".join(document.prose.text for document in many), "utf-8", newline="")
        one, one_size = _read([whole])[0], whole.stat().st_size
        _row("reading, one document", one_size, lambda: _read([whole]))
        one_extracted = _row("extraction, one document", one_size, lambda: extract(one))
        one_both = _row("both, one document", one_size, lambda: extract(_read([whole])[0]))

    claims = sum(len(extract(document)) for document in many)
    print(f"{'claims, and microseconds for each':<40}{claims:>9}{size / extracted / claims * 1e6:>6.0f}")
    print(f"{'one document against many, extraction':<40}{one_extracted / extracted:>9.2f}")
    print(f"{'one document against many, both':<40}{one_both / both:>9.2f}")


def _copies(folder: Path, scratch: Path) -> tuple[list[Path], int]:
    """Copies of the articles, over and over until they come to SIZE, and how many bytes they are."""
    articles = sorted(path for path in folder.iterdir() if path.suffix in {".txt", ".md", ".html"})
    if not articles:
        raise SystemExit(f"{folder}: holds no articles")
    copies, size = [], 0
    while size < SIZE:
        article = articles[len(copies) % len(articles)]
        copies.append(Path(shutil.copy(article, scratch / f"{len(copies):05}{article.suffix}")))
        size += article.stat().st_size
    return copies, size


def _read(paths: Sequence[Path]) -> list[Document]:
    return list(documents([str(path) for path in paths], _fail))


def _fail(error: Exception) -> None:
    raise error


def _row(name: str, size: int, work: Callable[[], Any]) -> float:
    """Print and return the rate of ``work`` over ``size`` bytes, in bytes a second."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    rate = size / min(times)
    print(f"{name:<40}{rate / 1e6:>9.2f} MB/s")
    return rate


if __name__ == "__main__":
    main()
