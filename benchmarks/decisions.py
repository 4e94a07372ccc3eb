"""Takes decisions at random and takes them back, lets two processes share a queue, and counts what went wrong.

    python benchmarks/decisions.py [--random 10000] [--queue 2000] [--kills 4] [--ledger PLACE]

First three reviewers decide, undo and redo at random: the ledger's state must be that of its chain played again. Then two processes
work on one queue, each holding what it looks at, and are killed (SIGKILL) now and then, and others take their place: nothing may
be decided twice, nothing acknowledged lost, and what a killed one held must be free within a minute. Status 1 when it is not so.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from ledger.errors import UsageError
from ledger.service import Ledger

ROOT = Path(__file__).parents[1]
CLAIMS_EACH = 40
ACTIONS = ("verify", "reject", "dispute", "needs-source", "note", "assign", "correct")
RULINGS = ("both-valid", "false-alarm", "note")
PATIENCE = 75.0
"""Seconds for which a process waits for what others hold: a minute and some."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--random", type=int, default=10_000)
    parser.add_argument("--queue", type=int, default=2_000)
    parser.add_argument("--kills", type=int, default=4)
    parser.add_argument("--ledger", default="")
    parser.add_argument("--work", default="", help="be one of the processes, under this name")
    asked = parser.parse_args()
    if asked.work:
        work(asked.ledger, asked.work)
        return
    with tempfile.TemporaryDirectory() as folder:
        place = asked.ledger or f"{folder}/ledger.db"
        filled(Path(folder), place, asked.queue)
        wrong = shared(place, asked.queue, asked.kills) + at_random(place, asked.random)
    sys.exit(1 if wrong else 0)


def filled(folder: Path, place: str, claims: int) -> None:
    """Adds articles that have ``claims`` claims in all."""
    chance, articles = random.Random(7), folder / "articles"
    articles.mkdir()
    for at in range(0, claims, CLAIMS_EACH):
        lines = (f"In district {number} of Velm {chance.randint(2, 9000)} houses were inspected." for number in range(CLAIMS_EACH))
        (articles / f"{at:05}.txt").write_text(f"Report {at}. {' '.join(list(lines)[: claims - at])}", "utf-8")
    with Ledger(place, "bench", create=True) as book:
        book.add([str(articles)], print)


def at_random(place: str, count: int) -> int:
    """Decides and takes back at random; whether the chain played again gives another state."""
    chance, done, start = random.Random(3), Counter[str](), time.perf_counter()
    books = [Ledger(place, name) for name in ("ana", "ben", "eve")]
    rows = [row.id for row in books[0].claims(size=300)]
    findings = [row.id for row in books[0].findings(size=50)]
    for _ in range(count):
        book, act = chance.choice(books), chance.random()
        if act < 0.25:
            done["undo"] += book.undo() is not None
        elif act < 0.4:
            done["redo"] += book.redo() is not None
        elif findings and act < 0.5:
            done["decision"] += bool(book.decide(chance.choice(findings), chance.choice(RULINGS), "why"))
        else:
            action = chance.choice(ACTIONS)
            fields: dict[str, object] = {"assign": {"to": "ben"}, "correct": {"speaker": "the mayor"}}.get(action, {})
            done["decision"] += bool(book.decide(chance.choice(rows), action, "why", fields, adjudicates=chance.random() < 0.05))
    spent, state = time.perf_counter() - start, books[0].state()
    books[0].verify()
    books[0].rebuild()
    same = books[0].state() == state
    for book in books:
        book.close()
    told = ", ".join(f"{number} {name}s" for name, number in done.items())
    print(f"{count} at random ({told}) in {spent:.1f} s: the chain played again gives {'the same state' if same else 'ANOTHER STATE'}")
    return not same


def shared(place: str, claims: int, kills: int) -> int:
    """Lets two processes empty the queue; how much went wrong."""
    with Ledger(place) as book:
        before = book.statistics().events
        waiting = [row.id for row in book.queue(size=10 * claims)]
    chance, names, dead, start = random.Random(5), iter(f"r{at}" for at in range(1, 1000)), list[str](), time.perf_counter()
    running, held = [started(place, next(names)) for _ in range(2)], set[str]()
    for _ in range(kills):
        time.sleep(chance.uniform(3, 8))
        victim = running.pop(0)
        if victim.poll() is None:
            victim.kill()
            with Ledger(place) as book:
                held |= book.locks().keys()
        dead.append(victim.communicate()[0])
        running.append(started(place, next(names)))
    told = dead + [process.communicate()[0] for process in running]
    statuses = [process.returncode for process in running]
    spent = time.perf_counter() - start
    acknowledged = {int(line) for said in told for line in said.splitlines(keepends=True) if line.endswith("\n")}
    with Ledger(place) as book:
        book.verify()
        made = [event for event in book.events() if event.seq > before and event.kind == "decision"]
        left, locks = len(book.queue(size=10)), len(set(book.locks()) - held)
    twice = sum(count > 1 for count in Counter(event.subject for event in made).values())
    lost = len(acknowledged - {event.seq for event in made})
    print(f"{len(waiting)} in one queue, two processes, {kills} killed that held {len(held)}, {spent:.1f} s, statuses {statuses}:")
    print(f"    {len(made)} decisions, {twice} twice on one thing, {lost} of {len(acknowledged)} acknowledged lost, {left} left undecided,")
    print(f"    {locks} still held")
    return twice + lost + left + locks + any(statuses)


def started(place: str, name: str) -> subprocess.Popen[str]:
    command = [sys.executable, __file__, "--ledger", place, "--work", name]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})


def work(place: str, name: str) -> None:
    """Decides on what is in the queue and nobody else holds, until it is empty; prints each decision's number when it is taken."""
    with Ledger(place, name) as book:
        idle = time.monotonic()
        while rows := book.queue(size=20):
            for row in rows:
                if book.lock(row.id, alone=True) is not None:
                    continue
                try:
                    print(book.decide(row.id, "verify" if row.of == "claim" else "both-valid", expects=row.status), flush=True)
                except UsageError:  # another was quicker
                    continue
                idle = time.monotonic()
            if time.monotonic() - idle > PATIENCE:
                sys.exit(f"{name}: {rows[0].id} is held for more than a minute")
            if time.monotonic() - idle > 1:
                time.sleep(0.2)
        book.release()


if __name__ == "__main__":
    main()
