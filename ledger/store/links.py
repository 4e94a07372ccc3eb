"""Proves the links of a long chain in another process, while this one plays the events again.

That one is ahead: what it has read from the disk need not be waited for here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from types import TracebackType

from sqlalchemy import Connection

from ledger.errors import ProofError, StoreError, WorkerError
from ledger.records import Checkpoint
from ledger.store.chain import head, prove, read
from ledger.store.database import Database

ALONE = 50_000
"""Events up to which another process takes longer to start than it saves."""

_PROGRAM = f"from {__name__} import answer; answer()"


class Links:
    """The proof of all links, as ``chain.prove`` has it, under way while the block runs."""

    def __init__(self, connection: Connection, earlier: Sequence[Checkpoint]):
        self._answer: Checkpoint | None = None
        self._process: subprocess.Popen[str] | None = None
        end = head(connection)
        if end.size <= ALONE or not sys.executable:
            self._answer = prove(read(connection), earlier)
            return
        # No fork, which would share the connections here; nor multiprocessing, which runs the caller's script again.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            encoding="utf-8", env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"},
        )  # fmt: skip
        url = connection.engine.url.render_as_string(hide_password=False)
        assert self._process.stdin is not None
        json.dump([url, end.size, [vars(each) for each in earlier]], self._process.stdin)
        self._process.stdin.close()

    def __enter__(self) -> Links:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            assert self._process.stdout is not None
            self._process.stdout.close()

    def look(self) -> None:
        """Raises ProofError when a link is known to be broken by now."""
        if self._process is not None and self._process.poll() is not None:
            self.checkpoint()

    def checkpoint(self) -> Checkpoint:
        """The checkpoint at the end of the chain, once all links are proved. Raises ProofError for the first that is broken."""
        if self._answer is None:
            assert self._process is not None
            assert self._process.stdout is not None
            said = self._process.stdout.read()
            if not said:
                raise WorkerError("the process that proves the chain has died, perhaps for want of memory; try again")
            told = json.loads(said)
            if "broken" in told:
                raise ProofError(told["broken"])
            if "failed" in told:
                raise StoreError(told["failed"])
            self._answer = Checkpoint(**told)
        return self._answer


def answer() -> None:
    """What the other process does: it is told the ledger's address, the chain's length and earlier checkpoints, and says the checkpoint."""
    url, size, earlier = json.load(sys.stdin)
    try:
        with Database(url).reading() as connection:
            told = vars(prove(read(connection, until=size), [Checkpoint(**each) for each in earlier]))
    except ProofError as error:
        told = {"broken": str(error)}
    except StoreError as error:
        told = {"failed": str(error)}
    json.dump(told, sys.stdout)
