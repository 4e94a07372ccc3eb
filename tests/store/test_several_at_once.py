"""Several processes on one ledger: each decision is there, in one chain, and no error reaches anybody."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from benchmarks.decisions import at_random, filled, shared

from .conftest import refuse

ROOT = Path(__file__).parents[2]
PROCESSES, EACH = 4, 25


def test_many_decide_at_once(ledger, place, articles):
    ledger.add([articles(fire=" ".join(f"In Velm {at} houses burned down." for at in range(2, 30)))], refuse)
    ids = [row.id for row in ledger.claims(size=100)]
    lines = "".join(json.dumps({"target": ids[at % len(ids)], "action": "verify", "note": str(at)}) + "\n" for at in range(EACH))
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "ledger", "decide", "--from", "-", "--ledger", place, "--by", f"reviewer {number}"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment,
        )
        for number in range(PROCESSES)
    ]  # fmt: skip
    for process in running:
        process.stdin.write(lines)
        process.stdin.close()
    told = [(process.wait(), process.stdout.read().count("decision "), process.stderr.read()) for process in running]
    for process in running:
        process.stdout.close()
        process.stderr.close()
    assert told == [(0, EACH, "")] * PROCESSES
    ledger.verify()
    assert [(each.reviewer, each.decisions) for each in sorted(ledger.statistics().work)] == [
        (f"reviewer {number}", EACH) for number in range(PROCESSES)
    ]


def test_two_may_add_the_same_at_once(ledger, place, articles):
    folder = articles(**{f"n{at}": f"In Velm {at + 2} houses burned down." for at in range(20)})
    command = [sys.executable, "-m", "ledger", "add", folder, "--ledger", place, "--by", "ana"]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)})
        for _ in range(2)
    ]
    assert [(process.communicate()[1], process.returncode) for process in running] == [(b"", 0)] * 2
    ledger.verify()
    assert (ledger.statistics().documents, len(ledger.claims(size=100))) == (20, 20)
    assert ledger.add([folder], refuse).unchanged == 20


def test_two_share_a_queue_and_nothing_is_decided_twice(place, tmp_path):
    filled(tmp_path, place, 60)
    assert shared(place, 60, kills=0) == 0


def test_after_random_decisions_and_undos_the_chain_played_again_gives_the_same_state(place, tmp_path):
    filled(tmp_path, place, 40)
    assert at_random(place, 300) == 0
