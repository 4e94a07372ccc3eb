"""How well fingerprints hold: the same after edits that change no figure, another after a change of one.

    python benchmarks/fingerprints.py [--count N] [--seed N] [PATH ...]      1000 of each on seeds/ when left out

An edit inserts a paragraph without figures, breaks lines elsewhere, renames an article or shuffles the articles. A change puts
another figure in the place of one that a finding is about. Prints the shares of edits and changes after which the fingerprints of
all findings are as they should be, and with ``--misses`` those where they are not.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import textwrap
from collections.abc import Callable, Iterable, Sequence

from benchmarks.mutations import changed
from ledger.extraction import extract
from ledger.reading import find, read, read_bytes
from ledger.reconciliation import reconcile
from ledger.records import Claim, Document, Finding

INSERTED = ("Nobody would say more.", "The talks went on behind closed doors.", "It rained all day, and the square stayed empty.")
_GAP = re.compile(r"\n\s*\n(?=\S)|(?=<p>)|(?=<p )")
_SPACE = re.compile(r"(?<=[a-z,]) (?=[a-z])")
_PARAGRAPH = re.compile(r"(?<=\n\n)[A-Z“\"][^\n]{40,}(?:\n\S[^\n]*)*(?=\n\n)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=["seeds/"])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1000, help="of the edits and changes that are drawn")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    documents = [read(path) for path in find(options.paths, lambda error: sys.exit(str(error)))]
    claims = {document.path: extract(document) for document in documents}
    before = found(claims.values())
    chance = random.Random(options.seed)
    kept = [survives(chance, documents, claims, before, options.misses) for _ in range(options.count)]
    moved = [moves(chance, documents, claims, before, options.misses) for _ in range(options.count)]
    print(f"{len(before)} findings in {len(documents)} articles, {sum(each.verdict == 'conflict' for each in before.values())} conflicts")
    print(f"{sum(kept)} of {len(kept)} edits left every fingerprint as it was ({100 * sum(kept) / len(kept):.2f} percent)")
    print(f"{sum(moved)} of {len(moved)} changed figures gave another fingerprint ({100 * sum(moved) / len(moved):.2f} percent)")


def found(claims: Iterable[list[Claim]]) -> dict[str, Finding]:
    """All findings among the claims of some articles, by their fingerprints."""
    return {each.fingerprint: each for each in reconcile([claim for held in claims for claim in held])}


def survives(
    chance: random.Random, documents: Sequence[Document], claims: dict[str, list[Claim]], before: dict[str, Finding], tell: bool
) -> bool:
    """Whether all findings are there, by their fingerprints, after a random edit of one article, and no other one is."""
    document, edit = chance.choice(documents), chance.choice(EDITS)
    text, path = edit(chance, document)
    edited = read_bytes(text.encode(), path, document.format).model_copy(update={"source": document.source})
    after = {each: held for each, held in claims.items() if each != document.path} | {path: extract(edited)}
    order = chance.sample(sorted(after), len(after))
    again = found([after[each] for each in order])
    if tell and again.keys() != before.keys():
        for fingerprint in again.keys() ^ before.keys():
            each = again.get(fingerprint) or before[fingerprint]
            print(f"{edit.__name__.strip('_')} of {document.path}: {'gone' if fingerprint in before else 'new'} {each.code} {each.message}")
    return again.keys() == before.keys()


def moves(
    chance: random.Random, documents: Sequence[Document], claims: dict[str, list[Claim]], before: dict[str, Finding], tell: bool
) -> bool:
    """Whether a conflict's fingerprint is gone when one of its figures is another."""
    while True:
        finding = chance.choice([each for each in before.values() if each.verdict == "conflict"])
        claim = chance.choice(finding.claims)
        other = changed(chance, claim.span.quote)
        document = next(each for each in documents if each.path == claim.document)
        if other is None:
            continue
        text = document.text[: claim.span.start] + other + document.text[claim.span.end :]
        edited = read_bytes(text.encode(), document.path, document.format).model_copy(update={"source": document.source})
        fresh = extract(edited)
        figure = next((each for each in fresh if each.span.start == claim.span.start), None)
        if figure is None or figure.quantity == claim.quantity:
            continue
        again = found((claims | {document.path: fresh}).values())
        if tell and finding.fingerprint in again:
            print(f"{claim.span.quote!r} to {other!r} in {document.path}: {finding.code} {finding.message}")
        return finding.fingerprint not in again


def _inserted(chance: random.Random, document: Document) -> tuple[str, str]:
    gaps = [gap.end() for gap in _GAP.finditer(document.text)] or [len(document.text)]
    at, words = chance.choice(gaps), chance.choice(INSERTED)
    paragraph = f"<p>{words}</p>\n" if document.format == "html" else f"{words}\n\n"
    return document.text[:at] + paragraph + document.text[at:], document.path


def _reflowed(chance: random.Random, document: Document) -> tuple[str, str]:
    """Every paragraph wrapped at one width, or not at all; in a page, lines broken between any two words."""
    if document.format == "html":
        return _SPACE.sub(lambda _: "\n" if chance.random() < 0.1 else " ", document.text), document.path
    width = chance.choice((50, 66, 72, 80, 100, 10**6))
    return _PARAGRAPH.sub(lambda found: _wrapped(found[0], width), document.text), document.path


def _wrapped(paragraph: str, width: int) -> str:
    return textwrap.fill(" ".join(paragraph.split()), width, break_long_words=False, break_on_hyphens=False)


def _renamed(chance: random.Random, document: Document) -> tuple[str, str]:
    return document.text, f"{chance.randrange(10**6)}.{document.path.rpartition('.')[2]}"


def _shuffled(chance: random.Random, document: Document) -> tuple[str, str]:
    return document.text, document.path


EDITS: tuple[Callable[[random.Random, Document], tuple[str, str]], ...] = (_inserted, _reflowed, _renamed, _shuffled)


if __name__ == "__main__":
    main()
