"""Exports that were tampered with, or forged whole: what does not hold is refused in a line, and what holds can be taken in.

    python tests/fuzz/exports.py [COUNT]        the first COUNT exports, 200 when left out; one that breaks a verifier is shown

The same exports each time. A forged one has a chain, proofs and a digest of its own, so that it proves whatever its claims say.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

_TEXT = "The mayor said that {} houses were destroyed in Velm on 3 May 2021. About 27 of 31 officials resigned. The bridge is 120 m long.\n"
_VALUES = [
    None, True, 0, -1, 2**64, 10**400, 1.5, float("inf"), float("nan"), "", "\0", "\ud800", "9" * 5000, "1e400", "NaN", "0000-00-00",
    "9999-12-31", "0001-01-01", "2021-02-30", "-0", "٣", "\u202e", "\x1b[2J", [], {}, [[]], {"a": None}, "percent", "km", "x" * 9000, "..",
    "date", "fraction", "exact", "corrected", "f" * 64,
]  # fmt: skip
_NUMBERS = ["1", "0", "-5", "1e400", "1E+999999", "1E-999999", "9" * 60, "40", "65", "2021-05-03", "9999-12-31", "0001-01-01", None]
_DAYS = ["0001-01-01", "9999-12-31", "2021-05-03", None]
_POSSIBLE: dict[str, list[Any]] = {
    "kind": ["count", "share", "fraction", "money", "duration", "age", "date", "ordinal", "zzz"], "low": _NUMBERS, "high": _NUMBERS,
    "whole": _NUMBERS, "bound": ["exact", "about", "at_least", "less_than", "between", "magnitude"], "counted": ["", "houses", "\0", "27"],
    "unit": ["", "percent", "EUR", "XXX", "m", "degC", "1/0", "parsec/furlong", "m**99999999", "day", "()", "dB"],
    "speaker": ["", "\u202e", "x" * 3000], "modifiers": [[], ["a"] * 500], "names": [[], ["Velm", ""], ["A"] * 1000], "terms": [[], [""]],
    "lead": [[], [""]], "period_low": _DAYS, "period_high": _DAYS, "published": _DAYS, "modality": ["asserted", "planned", "denied"],
    "person": ["", "\u202e", "x" * 3000],
}  # fmt: skip
"""What a claim may say of itself and no text does."""


def exports(folder: Path, seed: int = 0) -> Iterator[bytes]:
    """Exports without end, the same for the same ``seed``; ``folder`` is for the ledger that they are made of."""
    export, random = _honest(folder), Random(seed)
    while True:
        copy = json.loads(json.dumps(export))
        yield _spelled(_forged(copy, random) if random.random() < 0.6 else _tampered(copy, random), random)


def _honest(folder: Path) -> Any:
    from ledger.service import Ledger

    for name, houses in (("a", 40), ("b", 65)):
        (folder / f"{name}.txt").write_text(_TEXT.format(houses), "utf-8")
    with Ledger(str(folder / "theirs.db"), "ana", create=True) as book:
        book.add([str(folder / "a.txt"), str(folder / "b.txt")], print)
        for number, row in enumerate(book.claims()):
            book.decide(row.id, *(("verify", "seen") if number % 3 else ("correct", "", {"counted": "barns"})))
        return json.loads(book.verified().model_dump_json())


def _spelled(export: Any, random: Random) -> bytes:
    from ledger.exports.digest import digest

    with suppress(ValueError, RecursionError):  # what canonical JSON has no word for keeps the digest that it had
        export["digest"] = digest(export)
    data = bytearray(json.dumps(export).encode())
    if random.random() < 0.15:
        at = random.randrange(len(data))
        data[at : at + random.choice((0, 1, 1000))] = random.choice((b"", b"[" * 9000, b"\xff", b"\0", b"\\ud800", b'"', b"1e999"))
    return bytes(data)


def _places(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if place:
        yield place
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield from _places(value[key], (*place, key))


def _tampered(export: Any, random: Random) -> Any:
    for _ in range(random.choice((1, 1, 2, 3))):
        *above, last = random.choice(list(_places(export)))
        inner = export
        for key in above:
            inner = inner[key]
        if random.random() < 0.1:
            del inner[last]
        else:
            inner[last] = random.choice(_VALUES)
    return export


def _forged(export: Any, random: Random) -> Any:
    """``export`` of one claim or of several that say what no text does, each with its events and their proofs."""
    from ledger.exports.record import PUBLISHED
    from ledger.store.canonical import canonical, event_hash, event_text
    from ledger.store.merkle import Tree

    claims = export["claims"] = random.sample(export["claims"], random.choice((1, 2, len(export["claims"]))))
    events = [claim[name] for claim in claims for name in ("found", "decided")]
    for seq, event in enumerate(events, 1):
        event["seq"] = seq
    for claim in claims:
        record, said = claim["found"]["body"]["claim"], claim["decided"]["body"]
        for name in random.sample(list(_POSSIBLE), random.choice((1, 2, 3, 5))):
            record[name] = random.choice(_POSSIBLE[name])
        corrected = random.choice(("low", "high", "unit", "kind", "whole")) if random.random() < 0.3 else ""
        said["lineage"], said["action"] = claim["found"]["seq"], "correct" if corrected else "verify"
        said["fields"] = {corrected: random.choice(_POSSIBLE[corrected])} if corrected else {}
        claim.update({name: record[name] for name in PUBLISHED} | said["fields"], status="corrected" if corrected else "verified")
        claim["ruling"] |= {name: said[name] for name in ("action", "note", "fields")}
    order = ("seq", "prev", "kind", "subject", "at", "by")
    hashes = [event_hash(event_text(*map(event.get, order), canonical(event["body"]))) for event in events]
    tree = Tree(map(bytes.fromhex, hashes))
    for number, event in enumerate(events):
        event["path"] = [each.hex() for each in tree.inclusion(number)]
    export["checkpoint"] = {"size": len(events), "head": hashes[-1], "root": tree.root.hex()}
    return export


def target(folder: Path) -> Callable[[bytes], bool]:
    """What is called with every export; whether it holds and could be taken in."""
    from ledger.errors import FactledgerError, ProofError, UsageError
    from ledger.exports.verification import verified
    from ledger.pipeline import check
    from ledger.pipeline.authority import vouching
    from ledger.registry import declared
    from ledger.service import Ledger

    path, again = folder / "export.json", folder / "again.json"

    def take(data: bytes) -> bool:
        path.write_bytes(data)
        try:
            export = verified(path)
        except (ProofError, UsageError):
            return False
        try:
            outcome = check([str(folder / "a.txt")], print, authority=vouching([path]))
        except ProofError:
            outcome = None
        for report in declared("ledger.reports") if outcome else ():
            list(report.lines(outcome, 80))
        for file in folder.glob("ours.db*"):
            file.unlink()
        with Ledger(str(folder / "ours.db"), "ben", create=True) as book:
            book.add([str(folder / "a.txt")], print)
            try:
                book.merge(export, "post")
            except (ProofError, UsageError):
                return False
            for row in [*book.queue(), *book.claims()]:
                _ = book.claim(row.id) if row.of == "claim" else book.finding(row.id)
                try:
                    book.decide(row.id, "verify")
                except FactledgerError:  # a finding
                    continue
            book.verify()
            for format in declared("ledger.exports.formats"):
                again.write_bytes(format.write(book.verified()))
                _ = format.code != "verified" or verified(again)
            before = book.state()
            book.rebuild()
            assert book.state() == before
        return True

    return take


def main() -> None:
    from tests.fuzz.running import run

    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        count, held = run("exports", exports(folder), target(folder), 200)
    print(f"fuzz exports: {count:,} exports, {held:,} of them held and were taken in")


if __name__ == "__main__":
    main()
