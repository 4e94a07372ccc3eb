"""Formats in which verified claims are published, a file each, declared as ``export``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ledger.exports.record import VerifiedClaims

DECLARES = "export"


@dataclass(frozen=True)
class Export:
    """A format: ``write(verified)`` gives the bytes, the same for the same ledger wherever it runs."""

    code: str
    summary: str
    write: Callable[[VerifiedClaims], bytes]
