"""One input after the other, until one breaks what takes it: that is shown."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from itertools import cycle, islice
from typing import TypeVar

T = TypeVar("T")
FORMATS = ("text", "markdown", "html")


def run(name: str, inputs: Iterable[T], take: Callable[[T], int], count: int) -> tuple[int, int]:
    """How many of ``inputs`` were taken, ``count`` or as many as the command line asks for, and the sum of what ``take`` gave.

    Raises what ``take`` raises, when it has shown what it was given.
    """
    asked, told = int(sys.argv[1]) if len(sys.argv) > 1 else count, 0
    for number, each in enumerate(islice(inputs, asked)):
        try:
            told += take(each)
        except Exception:
            print(f"fuzz {name}: number {number}: {each!r}")
            raise
    return asked, told


def read_each(name: str, texts: Iterable[str], count: int) -> None:
    """Reads ``texts``, each in the next of the formats, and says how many they were."""
    from tests.fuzz.readers import target

    readers = {format: target(format) for format in FORMATS}

    def take(given: tuple[str, str]) -> int:
        format, text = given
        readers[format](text.encode())
        return 1

    taken, _ = run(name, zip(cycle(FORMATS), texts, strict=False), take, count)
    print(f"fuzz {name}: {taken:,} texts read")
