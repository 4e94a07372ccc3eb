"""How long it takes to reconcile many claims, and how that grows.

    python benchmarks/reconcile.py [CLAIMS ...]      10000 100000 1000000 when left out

The claims are made up: articles of twenty claims each, one to six articles an event and mostly one, four
rare names an event beside names that thousands of texts share. Prints seconds of the processor, claims a second, findings and, between
one size and the next, the exponent with which the time grows; at the end the most memory held.
"""

from __future__ import annotations

import gc
import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from math import log

from ledger.reconciliation import reconcile
from ledger.records import Claim, Span

_SIZES = (10_000, 100_000, 1_000_000)
_A_DOCUMENT = 20
_WORDS = (  # noqa: SIM905
    "houses people workers soldiers voters tonnes patients seats schools ships votes cases jobs officers trees roadmaps bridges pupils "
    "destroy kill employ deploy cast carry treat win close sink lose report cut hurt plant sign build teach river harbour budget council "
    "storm factory strike vaccine court market border forest mine rail port tax"
).split()  # fmt: skip
_NOUNS, _VERBS, _OTHERS = _WORDS[:18], _WORDS[18:36], _WORDS[36:]
_COMMON = ("Russia", "London", "Reuters", "Monday", "Paris", "Congress", "Berlin", "Moscow", "Washington", "Europe")
_SYLLABLES = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "za", "dro", "fel", "gan", "hor", "jun", "kal", "mer", "nov", "pas")


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or list(_SIZES)
    reconcile(list(_claims(2_000)))  # loads the vocabulary
    last: tuple[int, float] | None = None
    for size in sizes:
        claims = list(_claims(size))
        gc.collect()
        started = time.process_time()
        found = reconcile(claims)
        took = time.process_time() - started
        conflicts = sum(finding.verdict == "conflict" for finding in found)
        grows = f", grows with the power {log(took / last[1]) / log(size / last[0]):.2f}" if last else ""
        print(
            f"{size:>9} claims: {took:7.2f} s, {size / took:9.0f} claims/s, {len(found)} findings, {conflicts} conflicts{grows}", flush=True
        )
        last = size, took
    print(f"most memory held: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GB")


class _Event:
    """What the articles on one event have in common: names, a day, and twenty things with their numbers."""

    def __init__(self, chance: random.Random):
        self.names = [_word(chance).title() for _ in range(4)]
        self.day = date(2020, 1, 1) + timedelta(days=chance.randrange(1500))
        self.things = [(noun, verb) for noun, verb in zip(_NOUNS, _VERBS, strict=True) if chance.random() < 0.3]
        self.things += [(_word(chance) + "s", chance.choice(_VERBS)) for _ in range(_A_DOCUMENT - len(self.things))]
        self.values = [chance.randrange(2, 90_000) for _ in self.things]


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=5))


def _claims(size: int) -> Iterator[Claim]:
    chance = random.Random(size)
    document = 0
    while document * _A_DOCUMENT < size:
        event = _Event(chance)
        for _ in range(chance.choices((1, 2, 3, 6), (12, 4, 2, 1))[0]):
            if document * _A_DOCUMENT < size:
                yield from _article(chance, document, event)
            document += 1


def _article(chance: random.Random, document: int, event: _Event) -> Iterator[Claim]:
    path, start = f"articles/{document:07}.txt", 0
    published = event.day + timedelta(days=chance.randrange(4))
    for number, (noun, verb) in enumerate(event.things):
        value = event.values[number] if chance.random() < 0.9 else chance.randrange(2, 90_000)
        name, common, words = chance.choice(event.names), chance.choice(_COMMON), chance.sample(_OTHERS, 3)
        quote, opening = f"{value:,}", f"In {name} the {words[0]} "
        sentence = f"{opening}{quote} {noun} {verb} by the {words[1]} of the {words[2]}, {common} said."
        figure = Span.dense(start=start + len(opening), end=start + len(opening) + len(quote), quote=quote)
        yield Claim.dense(
            id=f"{document}:{number}", document=path, kind="count", span=figure, mention=figure,
            sentence=Span.dense(start=start, end=start + len(sentence), quote=sentence), low=Decimal(value), high=Decimal(value),
            bound="exact", unit="", whole=None, counted=noun, speaker=common, rule="Q901", modifiers=(), of="", subject=words[0],
            predicate=verb, names=(name, common), terms=(words[0], noun, verb, *words[1:]), lead=(), period_low=None, period_high=None,
            published=published, modality="asserted", person="",
        )  # fmt: skip
        start += len(sentence) + 1


if __name__ == "__main__":
    main()
