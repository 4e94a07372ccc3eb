"""Kills writers at random moments, and counts what was lost: nothing that was acknowledged may be.

    python benchmarks/faults.py [--kills 200] [--ledger PLACE] [--deciders 8] [--decisions 500]
    python benchmarks/server.py benchmarks/faults.py      the same on PostgreSQL

First `factledger add` and `factledger decide --from -` are killed (SIGKILL), again and again, on one ledger. Then
several processes decide at once. Status 1 when a decision is missing, a chain is broken, or an error reached anybody.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ledger.reading import read
from ledger.rules import rules
from ledger.service import Ledger
from ledger.store import recording
from ledger.store.database import Database

ROOT = Path(__file__).parents[1]
COMMAND = [sys.executable, "-m", "ledger"]
DOCUMENTS, CLAIMS_EACH = 120, 40
LONGEST = 4.0
"""Seconds after which, at the latest, a writer is killed."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--ledger", default="")
    parser.add_argument("--deciders", type=int, default=8)
    parser.add_argument("--decisions", type=int, default=500)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = asked.ledger or f"{folder}/ledger.db"
        wrong = killed(Path(folder), place, asked.kills) + at_once(place, asked.deciders, asked.decisions)
    sys.exit(1 if wrong else 0)


def killed(folder: Path, place: str, kills: int) -> int:
    """Kill `add` and deciding in turn; how much went wrong."""
    chance, lost, broken, acknowledged = random.Random(11), 0, 0, set[int]()
    articles = folder / "articles"
    articles.mkdir()
    for at in range(DOCUMENTS):
        sentences = (f"In district {at}-{number} of Velm {chance.randint(2, 9000)} houses were inspected." for number in range(CLAIMS_EACH))
        (articles / f"{at:03}.txt").write_text(" ".join(sentences), "utf-8")
    add = [*COMMAND, "add", str(articles), "--ledger", place]
    subprocess.run(add, env=environment(), capture_output=True, check=True)
    for turn in range(kills):
        if turn % 2 == 0:
            for path in chance.sample(sorted(articles.iterdir()), 30):
                path.write_text(path.read_text("utf-8").replace("inspected", f"inspected on day {turn + 2}", 1), "utf-8")
            end(started("add", str(articles), "--ledger", place), chance)
        else:
            acknowledged |= decided(place, chance)
        with Ledger(place) as book:
            lost += len(acknowledged - {event.seq for event in book.events() if event.kind == "decision"})
            try:
                book.verify()
            except Exception as error:
                broken += 1
                print(f"after kill {turn + 1}: {error}")
    done = subprocess.run(add, env=environment(), capture_output=True, text=True)
    with Ledger(place) as book:
        events = book.verify().size
    again = subprocess.run(add, env=environment(), capture_output=True, text=True)
    with Ledger(place) as book:
        whole = (done.returncode, again.returncode, book.verify().size) == (0, 0, events) and stand(place, articles)
    if not whole:
        print(done.stderr, again.stderr, sep="")
    print(f"{kills} kills: {len(acknowledged)} decisions acknowledged, {lost} lost, {broken} broken chains, add again completes: {whole}")
    return lost + broken + (not whole) + (not acknowledged)


def stand(place: str, articles: Path) -> bool:
    """Whether the ledger has every article as it is in its file now, whatever else it has."""
    database = Database(place)
    with database.reading() as connection:
        there = recording.places(connection, rules())
    database.close()
    files = sorted(articles.iterdir())
    return [there[str(path)].document for path in files if str(path) in there] == [read(str(path)).id for path in files]


def decided(place: str, chance: random.Random) -> set[int]:
    """The numbers of the decisions that were acknowledged before the kill."""
    with Ledger(place) as book:
        ids = [row.id for row in book.claims(size=200)]  # the queue begins with conflicts, of which there may be more than a page
    process = started("decide", "--from", "-", "--ledger", place)
    assert process.stdin is not None
    lines = "".join(json.dumps({"target": id, "action": chance.choice(("verify", "reject"))}) + "\n" for id in ids * 10)
    try:
        os.set_blocking(process.stdin.fileno(), False)
        os.write(process.stdin.fileno(), lines.encode()[:60_000])  # a pipe holds so much
    except BlockingIOError:
        pass
    said = end(process, chance)
    return {int(line.split()[1].rstrip(":")) for line in said.splitlines(keepends=True) if line.endswith("\n")}


def started(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment()
    )


def end(process: subprocess.Popen[str], chance: random.Random) -> str:
    """Kill the process at a random moment; what it had said."""
    time.sleep(chance.uniform(0.5, LONGEST))
    process.kill()
    assert process.stdout is not None
    said = process.stdout.read()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()
    return said


def at_once(place: str, deciders: int, decisions: int) -> int:
    """Let processes decide on one ledger at once; how much went wrong."""
    with Ledger(place) as book:
        ids = [row.id for row in book.claims(size=decisions)]
        before = book.statistics().events
    lines = "".join(json.dumps({"target": ids[at % len(ids)], "action": "verify"}) + "\n" for at in range(decisions))
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lines.jsonl"
        path.write_text(lines, "utf-8")
        command = [*COMMAND, "decide", "--from", str(path), "--ledger", place]
        running = [
            subprocess.Popen([*command, "--by", f"r{at}"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment())
            for at in range(deciders)
        ]
        told = [(*process.communicate(), process.returncode) for process in running]
    spent = time.perf_counter() - start
    errors = sum(status != 0 or bool(complaint) for _, complaint, status in told)
    for complaint in sorted({complaint.strip() for _, complaint, _ in told} - {""}):
        print(complaint)
    numbers = {int(line.split()[1].rstrip(":")) for said, _, _ in told for line in said.splitlines()}
    with Ledger(place) as book:
        book.verify()
        there = book.statistics().events - before
    print(f"{deciders} at once: {len(numbers)} of {deciders * decisions} acknowledged, {there} events, {errors} errors, {spent:.1f} s")
    return errors + (there != deciders * decisions) + (len(numbers) != there)


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "FACTLEDGER_REVIEWER": "bench"}


if __name__ == "__main__":
    main()
