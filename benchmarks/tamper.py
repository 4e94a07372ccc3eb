"""Changes ledgers and exports at random, and counts how many changes are found, given a checkpoint.

    python benchmarks/tamper.py [--changes 10000]

Half of them are done to a ledger's chain and tables: edits, deletions, reorders, truncations, and rewrites of the chain from
some event on, with hashes that fit. The other half are done to an export. Status 1 when one is not found.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ledger.errors import FactledgerError
from ledger.exports.digest import digest
from ledger.exports.verification import verified
from ledger.records import Checkpoint
from ledger.registry import declared
from ledger.service import Ledger
from ledger.store.canonical import GENESIS, canonical, event_hash, event_text
from ledger.store.chain import Event, prove

ROOT = Path(__file__).parents[1]
TABLES = (
    "claims", "documents", "sources", "paths", "findings", "finding_claims", "finding_terms", "finding_numbers", "claim_terms", "decisions",
    "reviewers", "texts",
)  # fmt: skip
THROUGH_THE_FILE = 20
"""One ledger in so many is changed in its file and verified whole; of the others the chain is, as it is read from there."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--changes", type=int, default=10_000)
    asked = parser.parse_args()
    chance, done, missed = random.Random(13), Counter[str](), list[str]()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "ledger.db"
        with Ledger(str(place), "ana", create=True) as book:
            _fill(book)
            checkpoint, events = book.verify(), list(book.events())
            export = Path(folder) / "export.json"
            formats = {each.code: each for each in declared("ledger.exports.formats")}
            export.write_bytes(formats["verified"].write(book.verified()))
        told = json.loads(export.read_text("utf-8"))
        for turn in range(asked.changes):
            if turn % 2:
                what, found = _export(told, export.with_name("other.json"), chance)
            elif turn % THROUGH_THE_FILE == 0:
                what, found = _file(place, checkpoint, chance)
            else:
                what, found = _chain(events, checkpoint, chance)
            done[what] += 1
            if not found:
                missed.append(what)
    for what, count in sorted(done.items()):
        print(f"{what:<44} {count:6} done {count - missed.count(what):6} found")
    print(f"{'all':<44} {asked.changes:6} done {asked.changes - len(missed):6} found")
    sys.exit(1 if missed else 0)


def _fill(book: Ledger) -> None:
    book.add([str(ROOT / "seeds")], print)
    for row in book.claims(size=500)[::5]:
        book.decide(row.id, "verify", "seen")
    for row in book.findings()[::2]:
        book.decide(row.id, "false-alarm", "another day")
    book.undo()


def _chain(events: list[Event], checkpoint: Checkpoint, chance: random.Random) -> tuple[str, bool]:
    what = chance.choice(sorted(CHAIN))
    at = chance.randrange(len(events) - 1)
    other = CHAIN[what](list(events), at, chance)
    try:
        prove(other, [checkpoint])
    except FactledgerError:
        return f"chain: {what}", True
    return f"chain: {what}", False


def _edited(events: list[Event], at: int, chance: random.Random) -> list[Event]:
    field = chance.choice(Event._fields)
    old = getattr(events[at], field)
    spoiled = old + 1 if isinstance(old, int) else _spoiled(old, chance)
    return [*events[:at], events[at]._replace(**{field: spoiled}), *events[at + 1 :]]


def _rechained(events: list[Event]) -> list[Event]:
    """The same events with numbers and hashes that fit."""
    made, prev = list[Event](), GENESIS
    for seq, event in enumerate(events, 1):
        hash = event_hash(event_text(seq, prev, event.kind, event.subject, event.at, event.by, event.body))
        made.append(event._replace(seq=seq, prev=prev, hash=hash))
        prev = hash
    return made


def _swapped(events: list[Event], at: int, chance: random.Random) -> list[Event]:
    other = chance.choice([place for place in range(len(events)) if place != at])
    events[at], events[other] = events[other], events[at]
    return events


def _forged(events: list[Event], at: int, chance: random.Random) -> list[Event]:
    body = canonical(json.loads(events[at].body) | {"forged": chance.random() > 2})
    return _rechained([*events[:at], events[at]._replace(body=body), *events[at + 1 :]])


CHAIN: dict[str, Callable[[list[Event], int, random.Random], list[Event]]] = {
    "an edit": _edited,
    "a deletion": lambda events, at, chance: events[:at] + events[at + 1 :],
    "a truncation": lambda events, at, chance: events[: at + 1],
    "a reorder": _swapped,
    "an edit, chained again": _forged,
    "a deletion, chained again": lambda events, at, chance: _rechained(events[:at] + events[at + 1 :]),
    "a reorder, chained again": lambda events, at, chance: _rechained(_swapped(events, at, chance)),
    "an insertion, chained again": lambda events, at, chance: _rechained([*events[:at], events[at], *events[at:]]),
}


def _file(place: Path, checkpoint: Checkpoint, chance: random.Random) -> tuple[str, bool]:
    """A row of a table, changed in a copy of the file by somebody who knows how to drop triggers."""
    copy = place.with_name("copy.db")
    with sqlite3.connect(place) as held, sqlite3.connect(copy) as other:
        held.backup(other)
    held.close()
    table = chance.choice((*TABLES, "events"))
    deletes = chance.random() < 0.3
    for (trigger,) in other.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        other.execute(f"DROP TRIGGER {trigger}")
    rowid = chance.choice(other.execute(f"SELECT rowid FROM {table}").fetchall())[0]
    if deletes:
        other.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
    else:
        columns = [row[1] for row in other.execute(f"PRAGMA table_info({table})") if row[1] not in ("seq", "finding", "position")]
        column = chance.choice(columns)
        old = other.execute(f"SELECT {column} FROM {table} WHERE rowid = ?", (rowid,)).fetchone()[0]
        spoiled = old + 1 if isinstance(old, int | float) else _spoiled(old or "", chance)
        other.execute(f"UPDATE OR REPLACE {table} SET {column} = ? WHERE rowid = ?", (spoiled, rowid))
    other.commit()
    other.close()
    what = f"table {table}: {'a deletion' if deletes else 'an edit'}"
    try:
        with Ledger(str(copy)) as book:
            book.verify([checkpoint])
    except FactledgerError:
        return what, True
    finally:
        for path in place.parent.glob("copy.db*"):
            path.unlink()
    return what, False


def _export(told: dict[str, Any], path: Path, chance: random.Random) -> tuple[str, bool]:
    """An export, changed; with a digest of its own it is held against the digest that was published with the checkpoint."""
    what = chance.choice(("an edit", "a deletion", "a reorder", "a truncation", "an edit, digested again", "a deletion, digested again"))
    other = json.loads(json.dumps(told))
    if what == "a truncation":
        whole = json.dumps(told)
        path.write_text(whole[: chance.randrange(1, len(whole))], "utf-8")
    else:
        claims = other["claims"]
        if what.startswith("an edit"):
            _edit(other, chance)
        elif what.startswith("a deletion"):
            del claims[chance.randrange(len(claims))]
        else:
            claims.append(claims.pop(chance.randrange(len(claims) - 1)))
        if what.endswith("again"):
            other["digest"] = digest(other)
        path.write_text(json.dumps(other), "utf-8")
    try:
        found = verified(path).digest != told["digest"]
    except FactledgerError:
        found = True
    return f"export: {what}", found


def _edit(value: Any, chance: random.Random) -> None:
    """Change one leaf of a JSON value in its place."""
    inner, key = value, ""
    while isinstance(inner[key] if key != "" else inner, dict | list):
        inner = inner[key] if key != "" else inner
        keys = list(inner) if isinstance(inner, dict) else list(range(len(inner)))
        keys = [each for each in keys if inner[each] not in ([], {}) and each not in ("digest", "signature")]
        if not keys:
            inner["forged" if isinstance(inner, dict) else 0] = True
            return
        key = chance.choice(keys)
    old = inner[key]
    inner[key] = old + 1 if isinstance(old, int) and not isinstance(old, bool) else _spoiled(str(old), chance)


def _spoiled(text: str, chance: random.Random) -> str:
    """``text`` with one character more, fewer or other."""
    at = chance.randrange(len(text) + 1)
    return chance.choice((text[:at] + chance.choice("0aé ") + text[at:], text[:at] + text[at + 1 :] + "x"))


if __name__ == "__main__":
    main()
