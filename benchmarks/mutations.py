"""How many changed figures are found: one figure of an article is changed in a copy, and the two copies are checked.

    python benchmarks/mutations.py [--count N] [PATH ...]      500 mutations of seeds/ when left out

A mutation changes a digit, swaps two, or puts another number word in place of one, so that the figure's value is
another. It is found when a conflict names the figure in both copies; any other conflict between the two copies is a
false one. Prints both counts, and with ``--misses`` the sentences of those that were not found.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

from ledger.extraction import extract
from ledger.reading import find, read, read_text
from ledger.reconciliation import reconcile
from ledger.records import Claim, Document, Finding

_DAY = "2020-09-10"
_DIGIT = re.compile(r"\d")
_NUMERALS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORD = re.compile(rf"\b(?:{'|'.join(_NUMERALS)})\b", re.IGNORECASE)


class Mutation(NamedTuple):
    """An article, its changed copy, and where in both the figure stands."""

    path: str
    text: str
    changed: str
    claim: Claim

    @property
    def sentence(self) -> str:
        return " ".join(self.claim.sentence.quote.split())


class Result(NamedTuple):
    mutation: Mutation
    found: bool
    others: list[Finding]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=["seeds/"])
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    documents = [read(path) for path in find(options.paths, _fail)]
    results = [judged(mutation) for mutation in mutations(documents, options.count)]
    for result in results:
        if options.misses and (not result.found or result.others):
            what = "missed" if not result.found else f"false: {result.others[0].message}"
            print(f"{what}: {result.mutation.claim.span.quote!r} in {result.mutation.sentence!r}")
    found, false = sum(result.found for result in results), sum(bool(result.others) for result in results)
    print(f"{len(results)} mutations: {found} found ({100 * found / len(results):.1f} percent), {false} with another conflict")


def _fail(error: Exception) -> None:
    sys.exit(str(error))


def mutations(documents: list[Document], count: int) -> Iterator[Mutation]:
    """``count`` mutations of ``documents``, the same each time."""
    chance = random.Random(count)
    held = [(document, claim) for document in documents for claim in extract(document)]
    while count:
        document, claim = chance.choice(held)
        other = changed(chance, claim.span.quote)
        if other is None:
            continue
        text = document.text[: claim.span.start] + other + document.text[claim.span.end :]
        again = _at(_read(text, "copy.txt", document.format), claim)
        if again is not None and (again.kind, again.span.quote) == (claim.kind, other) and again.quantity != claim.quantity:
            count -= 1
            yield Mutation(document.path, document.text, text, claim)


def judged(mutation: Mutation) -> Result:
    """Whether the change is found, and what else is said to conflict between the copies."""
    kind = "html" if mutation.path.endswith((".html", ".htm")) else "text"
    claims = _read(mutation.text, "article.txt", kind) + _read(mutation.changed, "copy.txt", kind)
    across = [each for each in reconcile(claims) if each.verdict == "conflict" and len({claim.document for claim in each.claims}) > 1]
    hits = [each for each in across if any(_is_at(claim, mutation.claim) for claim in each.claims)]
    return Result(mutation, bool(hits), [each for each in across if each not in hits])


def _read(text: str, path: str, kind: str) -> list[Claim]:
    if kind == "html":
        path = path.replace(".txt", ".html")
    return extract(read_text(text, path, _DAY))


def _at(claims: list[Claim], claim: Claim) -> Claim | None:
    return next((each for each in claims if _is_at(each, claim)), None)


def _is_at(claim: Claim, other: Claim) -> bool:
    return claim.span.start == other.span.start


def changed(chance: random.Random, quote: str) -> str | None:
    """The quote with another figure; None when it has no digit and no number word that could be changed."""
    digits = [found.start() for found in _DIGIT.finditer(quote)]
    if not digits:
        found = _WORD.search(quote)
        if found is None:
            return None
        other = chance.choice([word for word in _NUMERALS if word != found.group().lower()])
        return quote[: found.start()] + (other.capitalize() if found.group()[0].isupper() else other) + quote[found.end() :]
    if len(digits) > 1 and chance.random() < 0.3:
        first, second = sorted(chance.sample(digits, 2))
        letters = list(quote)
        letters[first], letters[second] = letters[second], letters[first]
        return "".join(letters) if quote[second] != "0" and letters != list(quote) else None
    at = chance.choice(digits)
    other = chance.choice([digit for digit in "123456789" if digit != quote[at]])
    return quote[:at] + other + quote[at + 1 :]


if __name__ == "__main__":
    main()
