#!/usr/bin/env python3
"""Time against size: one document and many, from 10 KB to 50 MB, and texts made to be slow; draws docs/growth.svg.

    python benchmarks/growth.py [SIZE ...]      sizes in bytes; 10 KB to 50 MB when left out

The exponent is the slope of time over size, both as logarithms, from 100 KB upwards: 1 is linear. One core, the
processor's clock, reading and extraction together. Only the sizes of the default are drawn. A text made to be slow doubles
up to a megabyte, or until a run takes more than half a second. All of it takes less than five minutes.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from math import log
from pathlib import Path
from time import process_time

from hostile import HOSTILE
from plot import drawn

from ledger.extraction import extract
from ledger.reading import documents, read_text

ROOT = Path(__file__).parents[1]
SIZES = (10_000, 100_000, 1_000_000, 10_000_000, 50_000_000)
_LEAST = 100_000
"""Bytes below which a start costs more than the growth shows."""
_LARGEST, _PATIENCE = 1_000_000, 0.5
"""Bytes up to which a text made to be slow doubles, and seconds above which it doubles no more."""


def main() -> None:
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    articles = [document.prose.text for document in documents([str(ROOT / "seeds")], _fail)]
    curves = {}
    for name, measured in (("one document", _one), ("many documents", _many)):
        times = [measured(articles, size) for size in sizes]
        curves[name] = list(zip(sizes, times, strict=True))
        for size, seconds in curves[name]:
            print(f"{name:<24}{size / 1e6:>9.2f} MB{seconds:>9.2f} s{size / seconds / 1e6:>7.2f} MB/s")
        print(f"{name:<24}grows with the power {exponent(curves[name]):.3f}", flush=True)
    if sizes == SIZES:
        ROOT.joinpath("docs", "growth.svg").write_text(drawn(curves, "seconds on one core", "size of the text"), "utf-8")
    for name, made in HOSTILE.items():
        curve = list(_doubled(made))
        size, seconds = curve[-1]
        print(f"{name:<32}{size / 1e6:>9.2f} MB{seconds:>9.2f} s, grows with the power {exponent(curve[-3:], 0):.2f}", flush=True)


def _doubled(made: Callable[[int], str]) -> Iterator[tuple[int, float]]:
    """Sizes and times of a text made to be slow, up to a megabyte or to what takes long."""
    size, seconds = _LARGEST // 256, 0.0
    _seconds([made(size)], 1)
    while size <= _LARGEST and seconds < _PATIENCE:
        seconds = _seconds([made(size)], 1)
        yield size, seconds
        size *= 2


def exponent(curve: Sequence[tuple[int, float]], least: int = _LEAST) -> float:
    """The least-squares slope of the logarithms of a curve of sizes, from ``least`` on, and times."""
    points = [(log(size), log(seconds)) for size, seconds in curve if size >= least] or [(0.0, 0.0)]
    middle, height = (sum(values) / len(points) for values in zip(*points, strict=True))
    spread = sum((x - middle) ** 2 for x, _ in points)
    return sum((x - middle) * (y - height) for x, y in points) / spread if spread else float("nan")


def _one(articles: list[str], size: int) -> float:
    return _seconds(["\n\n".join(_filled(articles, size))])


def _many(articles: list[str], size: int) -> float:
    return _seconds(_filled(articles, size))


def _filled(articles: list[str], size: int) -> list[str]:
    """The articles over and over, the last one cut, until they come to ``size`` characters."""
    found = list[str]()
    for article in cycle(articles):
        found.append(article[:size])
        size -= len(article)
        if size <= 0:
            return found
    return found


def _seconds(texts: list[str], runs: int = 2) -> float:
    """How long it takes to read and extract ``texts``; the best of ``runs`` where these are short."""
    best = float("inf")
    for _ in range(runs if sum(map(len, texts)) <= 1_000_000 else 1):
        gc.collect()
        start = process_time()
        for text in texts:
            extract(read_text(text))
        best = min(best, process_time() - start)
    return best


def _fail(error: Exception) -> None:
    raise error


if __name__ == "__main__":
    main()
