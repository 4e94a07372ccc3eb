"""Texts whose lines are what the tests of the rules are made of, behind labels, marks of lists and tags: each rule in any structure.

    python tests/fuzz/lines.py [COUNT]        the first COUNT texts, 10,000 when left out; the first that breaks a reader is shown

The same texts each time, in each format a third of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from tests.fuzz.running import read_each

_SPOKEN = Path(__file__).parents[1] / "extraction" / "speaker"
_MARKED = re.compile(r"\[([^\]|]*)\|[^\]]*\]")
_BEFORE = (
    "", "", "", "Ruiz: ", "Ruiz: ", "RUIZ: ", "AR: ", "Q: ", "A: ", "- ", "* ", "1. ", "2) ", "> ", "# ", "## ", "| ", "    ", "\t", "“",
    '"', "<p>", "<li>", "<td>", "<h2>", "</p>", "```\n", "— ", "(", "By ", "Sources: ", "[1] ",
)  # fmt: skip
_ALONE = ("Ana Ruiz keeps 40 cows.", "How many? Why?", "She is 41.", "He added 5.", "“We had", "9,” she said.", "---", "", "\f")
_BEHIND = ("", "", "", "", " |", "?", ":", " –", "”", '"', "</p>", "</li>", "…")


@cache
def _lines() -> list[str]:
    """The examples and counterexamples of rules and exclusions, and the sentences whose speakers are tested."""
    from ledger.registry import declared

    rules = (*declared("ledger.extraction.quantities"), *declared("ledger.extraction.exclusions"))
    shown = {text for rule in rules for text in (*(case[0] for case in rule.cases()), *rule.silences())}
    spoken = {line for path in _SPOKEN.glob("*.txt") for line in _MARKED.sub(r"\1", path.read_text("utf-8")).splitlines() if line}
    return sorted(shown | spoken)


def texts(seed: int = 0) -> Iterator[str]:
    """Texts without end, of 1 to 14 lines each, the same for the same ``seed``; each draws on a few marks of its own."""
    random, lines = Random(seed), _lines()
    while True:
        before, behind = random.choices(_BEFORE, k=4), random.choices(_BEHIND, k=3)
        end = random.choice(("\n", "\n\n", "\n\n", " ", "\r\n"))
        chosen = [random.choice(_ALONE if random.random() < 0.3 else lines) for _ in range(random.randint(1, 14))]
        yield end.join(random.choice(before) + line + random.choice(behind) for line in chosen)


def main() -> None:
    read_each("lines", texts(), 10_000)


if __name__ == "__main__":
    main()
