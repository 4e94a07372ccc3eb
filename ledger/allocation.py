"""Work that allocates much, and nothing in cycles, without the garbage collector looking through it again and again."""

from __future__ import annotations

import gc


class uncollected:
    """No garbage collection meanwhile; as it was before at the end. (A generator would cost each small text four times as much.)"""

    __slots__ = ("_enabled",)

    def __enter__(self) -> None:
        self._enabled = gc.isenabled()
        gc.disable()

    def __exit__(self, *error: object) -> None:
        if self._enabled:
            gc.enable()
