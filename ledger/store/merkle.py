"""Merkle trees over the chain, as RFC 6962 section 2.1 has them: root, inclusion, consistency.

A leaf is the 32 bytes of an event's hash. ``00`` stands before a leaf and ``01`` before a pair when they are hashed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

EMPTY = sha256(b"").digest()
"""The root of no leaves."""


def leaf(data: bytes) -> bytes:
    """The hash of a leaf."""
    return sha256(b"\0" + data).digest()


def pair(left: bytes, right: bytes) -> bytes:
    """The hash of a node from those of its children."""
    return sha256(b"\1" + left + right).digest()


class Frontier:
    """The tree while it grows, of which only the roots of whole subtrees are kept: log2(n) of them."""

    def __init__(self) -> None:
        self.size = 0
        self._roots: list[bytes] = []

    def add(self, data: bytes) -> None:
        """Append the leaf ``data``; ``leaf`` and ``pair`` are spelled out, since calling them took half of a chain's proof."""
        node, size, roots = sha256(b"\0" + data).digest(), self.size, self._roots
        while size & 1:
            node, size = sha256(b"\1" + roots.pop() + node).digest(), size >> 1
        roots.append(node)
        self.size += 1

    def root(self) -> bytes:
        """The root of what was added so far."""
        if not self._roots:
            return EMPTY
        node = self._roots[-1]
        for left in reversed(self._roots[:-1]):
            node = pair(left, node)
        return node


def root(leaves: Iterable[bytes]) -> bytes:
    """MTH of RFC 6962: the root over ``leaves``."""
    tree = Frontier()
    for each in leaves:
        tree.add(each)
    return tree.root()


class Tree:
    """A whole tree in memory, for many proofs of one size: 64 bytes a leaf."""

    def __init__(self, leaves: Iterable[bytes]):
        self._levels = [[leaf(each) for each in leaves]]
        while len(self._levels[-1]) > 1:
            below = self._levels[-1]
            above = [pair(below[at], below[at + 1]) for at in range(0, len(below) - 1, 2)]
            self._levels.append(above + below[-1:] if len(below) % 2 else above)

    @property
    def root(self) -> bytes:
        """The root over all leaves."""
        return self._levels[-1][0] if self._levels[-1] else EMPTY

    def inclusion(self, index: int) -> list[bytes]:
        """PATH of RFC 6962: the hashes that lead from leaf ``index`` (from 0) to the root, the lowest first."""
        found = []
        for level in self._levels[:-1]:
            if index ^ 1 < len(level):
                found.append(level[index ^ 1])
            index >>= 1
        return found


def included(data: bytes, index: int, size: int, path: Sequence[bytes], top: bytes) -> bool:
    """Whether ``path`` proves that ``data`` is leaf ``index`` of the tree of ``size`` leaves with root ``top`` (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    node, last = leaf(data), size - 1
    for each in path:
        if last == 0:
            return False
        if index & 1 or index == last:
            node = pair(each, node)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            node = pair(node, each)
        index, last = index >> 1, last >> 1
    return last == 0 and node == top
