#!/usr/bin/env python3
"""Time against size: one document and many, from 10 KB to 50 MB, and texts made to be slow; draws docs/growth.svg.

    python benchmarks/growth.py [SIZE ...]      sizes in bytes; 10 KB to 50 MB when left out

The exponent is the slope of time over size, both as logarithms, from 100 KB upwards: 1 is linear. One core, the
processor's clock, reading and extraction together. Only the sizes of the default are drawn.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from itertools import cycle
from math import log
from pathlib import Path
from time import process_time

from plot import drawn

from ledger.extraction import extract
from ledger.reading import documents, read_text

ROOT = Path(__file__).parents[1]
SIZES = (10_000, 100_000, 1_000_000, 10_000_000, 50_000_000)
_LEAST = 100_000
"""Bytes below which a start costs more than the growth shows."""
HOSTILE: dict[str, Callable[[int], str]] = {
    "digits": lambda size: "7" * size,
    "digits and points": lambda size: "7." * (size // 2),
    "commas": lambda size: "," * size,
    "numbers and commas": lambda size: "1," * (size // 2),
    "nested parentheses": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "parenthesised numbers": lambda size: "(1 " * (size // 3),
    "and": lambda size: "and " * (size // 4),
    "numbers and and": lambda size: "1 and " * (size // 6),
    "number words": lambda size: "hundred " * (size // 8),
    "hedges": lambda size: "more than " * (size // 10),
    "names": lambda size: "Ruiz " * (size // 5),
    "quotation marks": lambda size: "“ 1 " * (size // 4),
    "one word": lambda size: "a" * size,
    "blanks": lambda size: "7" + " " * size + "percent",
}


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
    for name, made in HOSTILE.items():
        small, large = (_seconds([made(size)]) for size in (250_000, 1_000_000))
        print(f"{'1 MB of ' + name:<32}{large:>7.2f} s, grows with the power {log(large / small) / log(4):.2f}", flush=True)
    if sizes == SIZES:
        ROOT.joinpath("docs", "growth.svg").write_text(drawn(curves, "seconds on one core", "size of the text"), "utf-8")


def exponent(curve: Sequence[tuple[int, float]]) -> float:
    """The least-squares slope of the logarithms of a curve of sizes and times."""
    points = [(log(size), log(seconds)) for size, seconds in curve if size >= _LEAST] or [(0.0, 0.0)]
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


def _seconds(texts: list[str]) -> float:
    """How long it takes to read and extract ``texts``; the better of two runs where these are short."""
    best = float("inf")
    for _ in range(2 if sum(map(len, texts)) <= 1_000_000 else 1):
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
