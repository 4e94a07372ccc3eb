"""The pool: results in order, errors in their turn, a dead process named."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from ledger.errors import ReadingError, WorkerError
from ledger.workers import in_order

ROOT = Path(__file__).parents[1]


def test_results_come_in_order_though_the_first_takes_longest():
    assert list(in_order(_slow_at_first, range(30), 3)) == [number * number for number in range(30)]


def test_what_work_raises_is_raised_here_in_its_turn():
    results = in_order(_fails_at_five, range(30), 2)
    assert [next(results) for _ in range(5)] == [0, 1, 2, 3, 4]
    with pytest.raises(ReadingError, match=r"^five:1: is five$") as caught:
        next(results)
    assert (caught.value.path, caught.value.reason, caught.value.line) == ("five", "is five", 1)


def test_a_process_that_dies_is_named():
    with pytest.raises(WorkerError, match="--jobs 1"):
        list(in_order(_dies, range(10), 2))


def test_a_worker_ends_with_the_process_that_started_it_in_the_middle_of_a_batch():
    told = "import os, time; os.write(1, b'.'); time.sleep(600)"  # one write each: what several print may stand in one line
    script = f"from ledger.workers import in_order; list(in_order(lambda batch: exec(batch), [{told!r}] * 3, 3))"
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, cwd=ROOT, start_new_session=True) as process:
        try:
            assert process.stdout
            assert process.stdout.read(3) == b"..."
            process.kill()
            process.communicate(timeout=60)  # until nobody holds the other end
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def _slow_at_first(number):
    if not number:
        time.sleep(0.3)
    return number * number


def _fails_at_five(number):
    if number == 5:
        raise ReadingError("five", "is five", 1)
    return number


def _dies(number):
    if number == 3:
        os._exit(1)
    return number
