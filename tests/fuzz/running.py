"""One input after the other, until one breaks what takes it: that is shown."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


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
