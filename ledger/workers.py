"""A pool of processes that works through batches and gives the results back in order.

Each worker ends by itself when this process does, however it ends, in the middle of a batch too.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, TypeVar

from ledger.errors import WorkerError

T = TypeVar("T")
R = TypeVar("R")
FORKS = sys.platform == "linux"
"""Whether a process that is started shares what is loaded already. Elsewhere threads of system libraries forbid it."""
_AHEAD = 8
"""Batches for each worker that may be done before their turn; more would fill the memory behind one slow batch."""
_IN_HAND = 2
"""Batches that a worker has at a time, so that it need not wait for the next; where they are few and long, one is better."""


def in_order(work: Callable[[T], R], batches: Sequence[T], jobs: int, in_hand: int = _IN_HAND) -> Iterator[R]:
    """``work`` of each of ``batches``, in their order, done by ``jobs`` processes, each of which has ``in_hand`` batches at a time.

    The batches and the results can be pickled; where nothing ``FORKS``, ``work`` too, a function of a module. What it raises is
    raised here in its turn. Raises WorkerError when a process dies. Leaving the iterator ends the processes.
    """
    pool = _Pool(work, jobs)
    try:
        yield from pool.results(batches, in_hand)
    finally:
        pool.close()


class _Pool:
    """Workers, each at the other end of a pipe: numbered batches go there, numbered results come back."""

    def __init__(self, work: Callable[[T], R], jobs: int):
        context: Any = multiprocessing.get_context("fork" if FORKS else "spawn")
        self._pipes: list[Connection] = []
        self._processes: list[BaseProcess] = []
        for _ in range(jobs):
            ours, theirs = context.Pipe()
            self._pipes.append(ours)
            process = context.Process(target=_serve, args=(work, theirs, self._pipes if FORKS else []), daemon=True)
            process.start()
            theirs.close()
            self._processes.append(process)

    def results(self, batches: Sequence[T], in_hand: int) -> Iterator[R]:
        done: dict[int, R | Exception] = {}
        busy, sent = dict.fromkeys(self._pipes, 0), 0
        for turn in range(len(batches)):
            while turn not in done:
                while sent < min(len(batches), turn + _AHEAD * len(busy)) and min(busy.values()) < in_hand:
                    pipe = min(busy, key=busy.__getitem__)
                    _send(pipe, (sent, batches[sent]))
                    busy[pipe] += 1
                    sent += 1
                ready: list[Any] = wait([pipe for pipe in busy if busy[pipe]])
                for pipe in ready:
                    number, result = _received(pipe)
                    done[number] = result
                    busy[pipe] -= 1
            result = done.pop(turn)
            if isinstance(result, Exception):
                raise result
            yield result

    def close(self) -> None:
        """End the workers, whatever they are at."""
        for pipe in self._pipes:
            pipe.close()
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.join()


def _send(pipe: Connection, message: object) -> None:
    try:
        pipe.send(message)
    except OSError as error:
        raise _died() from error


def _received(pipe: Connection) -> Any:
    try:
        return pipe.recv()
    except (EOFError, OSError) as error:
        raise _died() from error


def _died() -> WorkerError:
    return WorkerError("a worker process has died, perhaps for want of memory; try again with --jobs 1")


def _serve(work: Callable[[T], R], pipe: Connection, inherited: Sequence[Connection]) -> None:
    """A worker's life: batches until the pipe ends. An interrupt is the parent's to heed; one that died first would seem lost."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in inherited:
        other.close()
    Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()
    while True:
        try:
            number, batch = pipe.recv()
        except (EOFError, OSError):
            os._exit(0)
        answer: R | Exception
        try:
            answer = work(batch)
        except Exception as error:
            error.add_note(traceback.format_exc())  # the trace itself does not go through a pipe
            answer = error
        try:
            pipe.send((number, answer))
        except OSError:
            os._exit(0)


def _end_with(parent: BaseProcess | None) -> None:
    if parent is not None:
        parent.join()
        os._exit(0)
