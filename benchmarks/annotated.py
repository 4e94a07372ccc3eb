"""What the tool finds in invented articles, held against what their authors marked in them before it read them, and against nothing else.

    python benchmarks/annotated.py [--misses] [NAME ...]      all of tests/annotated/ when left out

Figures of ``articles`` are held one by one: value, kind, bound, unit, what is counted, who says it, and what is no claim. Of ``events``,
sets of articles on one event, the conflicts, the agreements and what must not be called a conflict; and of all together that those of
different events are left in peace. Their marks are explained in tests/annotated/README.md.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from functools import cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from ledger.extraction import extract
from ledger.extraction.context.inflection import lemma
from ledger.reading import documents
from ledger.reconciliation import reconcile
from ledger.reconciliation.units import scale
from ledger.records import Claim, Finding, printed

HOME = Path(__file__).parent.parent / "tests" / "annotated"
_MARK = re.compile(r"\[\[(.+?)\|([^\[\]|]*)\]\]", re.DOTALL)
_HALF = 0.5


class Mark(NamedTuple):
    """A marked figure: its place in the document without marks, what is said of it, or what it is called."""

    start: int
    end: int
    quote: str
    said: str

    @property
    def fields(self) -> dict[str, str]:
        """``kind``, ``low``, ``high``, ``bound`` and what is named: ``unit``, ``counted``, ``speaker`` ..."""
        kind, value, *rest = (part.strip() for part in self.said.split(";"))
        low, parted, high = value.partition("..")
        found = {"kind": kind, "low": low, "high": high if parted else low, "bound": "exact"}
        for part in rest:
            name, is_named, told = part.partition("=")
            if is_named or name == "optional":
                found[name] = told
            else:
                found["bound"] = name
        return found

    def meets(self, claim: Claim) -> bool:
        """Whether a claim of its document has a part of the mark."""
        return self.start < claim.span.end and claim.span.start < self.end


class Marked(NamedTuple):
    """A folder of annotated documents: by document the marks and the claims, and its findings as verdict, code and the names of marks."""

    name: str
    marks: dict[str, list[Mark]]
    claims: dict[str, list[Claim]]
    findings: Sequence[tuple[str, str, frozenset[str]]]


@cache
def marked(folder: Path) -> Marked:
    """The folder with what the tool reads in its documents once the marks are taken out."""
    marks: dict[str, list[Mark]] = {}
    claims: dict[str, list[Claim]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for path in sorted(folder.iterdir()):
            text = path.read_text("utf-8")
            if path.suffix in (".txt", ".md", ".html") and path.name != "findings.txt":
                text, marks[path.name] = _without_marks(text)
            (Path(scratch) / path.name).write_text(text, "utf-8", newline="")
        (Path(scratch) / "findings.txt").unlink(missing_ok=True)
        for document in documents([scratch], _fail):
            claims[Path(document.path).name] = extract(document)
    told = folder / "findings.txt"
    return Marked(folder.name, marks, claims, list(_findings(told.read_text("utf-8"))) if told.exists() else [])


def _fail(error: Exception) -> None:
    raise error


def _without_marks(text: str) -> tuple[str, list[Mark]]:
    marks: list[Mark] = []
    written, last, length = [], 0, 0
    for mark in _MARK.finditer(text):
        start = length + mark.start() - last
        length = start + len(mark[1])
        marks.append(Mark(start, length, mark[1], mark[2].strip()))
        written += [text[last : mark.start()], mark[1]]
        last = mark.end()
    return "".join([*written, text[last:]]), marks


def _findings(text: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    for line in text.splitlines():
        verdict, *names = line.partition(":")[0].split()
        code = names.pop(0) if verdict == "conflict" else ""
        yield verdict, code, frozenset(names)


class Scores(NamedTuple):
    """Of each measure how many are right, and of how many; and a line for each that is not."""

    right: Counter[str]
    of: Counter[str]
    misses: list[str]
    measures: frozenset[str] | None = None
    """Those that count; all when it is None."""

    def add(self, measure: str, right: bool, miss: str = "") -> None:
        """Count one, if its measure counts; ``miss`` is what is told of it when it is wrong."""
        if self.measures is not None and measure not in self.measures:
            return
        self.right[measure] += right
        self.of[measure] += 1
        if miss and not right:
            self.misses.append(f"{measure}: {miss}")

    def share(self, measure: str) -> float:
        """The share that is right, 0 to 1."""
        return self.right[measure] / self.of[measure] if self.of[measure] else 1.0


def scores(folders: Sequence[Path]) -> Scores:
    """What the tool makes of the documents in ``folders``."""
    found = Scores(Counter(), Counter(), [])
    for folder in folders:
        read = marked(folder)
        if read.findings:
            _of_event(read, found)
        else:
            _of_articles(read, found)
    _of_all(found, list(map(marked, folders)))
    return found


def _of_all(found: Scores, all_read: Sequence[Marked]) -> None:
    """Of all documents in one check: each conflict that joins two of different events is a false one of one story."""
    documents = ((read, name, claims[0].document) for read in all_read for name, claims in read.claims.items() if claims)
    events = {document: read.name if read.findings else name for read, name, document in documents}
    every = [claim for read in all_read for claims in read.claims.values() for claim in claims]
    for finding in reconcile(every):
        joined = sorted({events[claim.document] for claim in finding.claims})
        if finding.verdict == "conflict" and len(joined) > 1:
            found.misses.append(f"stories in peace: {', '.join(joined)} {finding.code} {finding.message}")
            found.right["stories in peace"] -= 1
    found.right["stories in peace"] += len(events)
    found.of["stories in peace"] += len(events)


def beforehand() -> dict[str, frozenset[str]]:
    """The documents, without suffix, of which only some measures count, since the rest was not marked before the tool read them."""
    rows = [line.split("\t") for line in (HOME / "beforehand.tsv").read_text("utf-8").splitlines() if not line.startswith("#")]
    return {name: frozenset(measures.split(", ")) for measures, names in rows for name in names.split(", ")}


def _of_articles(read: Marked, all_found: Scores) -> None:
    in_part = beforehand()
    for document, marks in read.marks.items():
        found = all_found._replace(measures=in_part.get(Path(document).stem))
        claims = read.claims.get(document, [])
        speakers, met = any("speaker=" in mark.said for mark in marks), set[int]()
        for mark in marks:
            here = f"{document} {mark.quote!r}"
            beside = [claim for claim in claims if mark.meets(claim)]
            if mark.said == "trap":
                found.add("traps avoided", not beside, here)
                continue
            fields = mark.fields
            if "optional" in fields:
                met.update(map(id, beside))
                continue
            claim = next((claim for claim in beside if _has_value(claim, fields)), None)
            got = ", ".join(f"{claim.span.quote} {claim.low}..{claim.high}" for claim in beside) or "nothing"
            found.add("values found", claim is not None, f"{here} {mark.said}: {got}")
            if claim is not None:
                met.add(id(claim))
                _of_figure(claim, fields, here, found, speakers=speakers)
        for claim in claims:
            found.add("values right", id(claim) in met, f"{document} {claim.span.quote!r}: {claim.quantity}")


def _of_figure(claim: Claim, fields: dict[str, str], here: str, found: Scores, *, speakers: bool) -> None:
    found.add("kind", claim.kind == fields["kind"], f"{here} {claim.kind} for {fields['kind']}")
    found.add("bound", claim.bound == fields["bound"], f"{here} {claim.bound} for {fields['bound']}")
    unit = fields.get("unit", "")
    alike = claim.unit == unit or (bool(unit) and bool(claim.unit) and scale(claim.unit) == scale(unit))
    found.add("unit", alike, f"{here} {claim.unit!r} for {unit!r}")
    if noun := fields.get("counted"):
        found.add("counted", _head(claim.counted) == _head(noun), f"{here} {claim.counted!r} for {noun!r}")
    speaker = fields.get("speaker", "").lower()
    if speakers and (speaker or claim.speaker):
        heard = claim.speaker.lower()
        right = bool(speaker and heard) and (heard in speaker or speaker in heard or speaker.split()[-1] in heard)
        found.add("speaker", right, f"{here} {claim.speaker!r} for {fields.get('speaker', '')!r}")


def _head(noun: str) -> str:
    return lemma(noun.lower().split()[-1]) if noun.split() else ""


def _has_value(claim: Claim, fields: dict[str, str]) -> bool:
    ends = zip((fields["low"], fields["high"]), (claim.low, claim.high), strict=True)
    return all(_is(wanted, "" if end is None else printed(end)) for wanted, end in ends)


def _is(wanted: str, got: str) -> bool:
    try:
        return wanted == got or abs(Decimal(wanted) - Decimal(got)) <= abs(Decimal(wanted)) / 2000
    except InvalidOperation:
        return False


def _of_event(read: Marked, found: Scores) -> None:
    claims = list(chain.from_iterable(read.claims.values()))
    told = [(finding, _names(read, finding)) for finding in reconcile(claims)]
    conflicts = [(finding, names) for finding, names in told if finding.verdict == "conflict"]
    disputes = _disputes(names for verdict, _, names in read.findings if verdict == "conflict")
    right = [names for _, names in conflicts if _is_of_one(names, disputes)]
    for finding, names in conflicts:
        found.add("conflicts right", _is_of_one(names, disputes), f"{read.name} {finding.code} {finding.message}")
    for verdict, code, names in read.findings:
        here = f"{read.name} {code} {' '.join(sorted(names))}"
        if verdict == "conflict":
            hit = any(len(names & each) > 1 for each in right)
            found.add("conflicts found", hit, here)
            found.add(f"  {code}", hit)
        elif verdict == "corroborate":
            agreed = (each for finding, each in told if finding.verdict == "corroborate")
            found.add("agreements found", any(len(names & each) > 1 for each in agreed), here)
        else:
            quiet = not any(len(names & each) > 1 and not _is_of_one(each, disputes) for _, each in conflicts)
            found.add("decoys quiet", quiet, here)


def _names(read: Marked, finding: Finding) -> frozenset[str]:
    marks = ((mark, claim) for claim in finding.claims for mark in read.marks[Path(claim.document).name])
    return frozenset(mark.said for mark, claim in marks if mark.meets(claim))


def _disputes(conflicts: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Conflicts that share a mark put together: a tool may tell of them whole or pair by pair."""
    found: list[frozenset[str]] = []
    for names in conflicts:
        others = [dispute for dispute in found if dispute & names]
        found = [*(dispute for dispute in found if dispute not in others), names.union(*others)]
    return found


def _is_of_one(names: frozenset[str], disputes: Iterable[frozenset[str]]) -> bool:
    """Whether two marks, and half at least of all, are of one dispute: what sweeps in the neighbourhood finds nothing."""
    return any(len(names & dispute) >= max(2, len(names) * _HALF) for dispute in disputes)


def folders(names: Sequence[str] = ()) -> list[Path]:
    """The annotated folders of those names, all when there are none."""
    found = [HOME / "articles", *sorted(path for path in HOME.glob("events/*") if path.is_dir())]
    return [path for path in found if not names or path.name in names]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*")
    parser.add_argument("--misses", action="store_true", help="tell of each that is wrong")
    asked = parser.parse_args()
    found = scores(folders(asked.names))
    for measure, of in found.of.items():
        print(f"{measure:<20} {found.share(measure):6.3f}  {found.right[measure]}/{of}")
    if asked.misses:
        print("\n".join(["", *found.misses]))


if __name__ == "__main__":
    main()
