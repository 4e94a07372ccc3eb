"""What a batch of events touches."""

from __future__ import annotations

from sqlalchemy import Connection


class Touched:
    """Claims and findings, by ``seq``, whose standing must be worked out again when the batch is in."""

    def __init__(self, connection: Connection):
        self.connection = connection
        self.claims: set[int] = set()
        self.findings: set[int] = set()
        self.reworded: set[int] = set()
        """Of the findings those whose claims may say something else than before."""
