"""Read, extract, reconcile over many documents, by many processes, each document once."""

from ledger.pipeline.checking import check
from ledger.pipeline.running import Progress, are_many, claimed, claims, cores, each, line_starts

__all__ = ["Progress", "are_many", "check", "claimed", "claims", "cores", "each", "line_starts"]
