"""Texts that nobody writes, made of the words and marks that the rules look for: each rule meets its cue at any edge of a text.

    python tests/fuzz/soup.py [COUNT]        the first COUNT texts, 20,000 when left out; the first that breaks a reader is shown

The same texts each time, in each format a third of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from tests.fuzz.running import read_each

_LENGTHS = (1, 2, 3, 5, 8, 15, 30, 60, 120)
_CUES = [
    "said", "says", "told", "according", "to", "he", "she", "they", "it", "the", "who", "that", "quoted", "asked", "added", "killed",
    "people", "percent", "million", "3", "27", "of", "31", "1,000", "2019", "May", "Tuesday", "aged", "year-old", "years", "ago",
    "between", "and", "from", "minister", "Mr.", "Dr.", "Ana", "Ruiz", "Mr", "Poll", "respondents", "them", "half", "a", "third",
    "dozen", "no", "one", "per", "cent", "km", "kg", "$5", "not", "but", "more", "than", "about", "at", "least", "up", "same",
    "34-year-old", "1.5", "-4", "1/2", "10:30", "6-4", "12th", "£3bn", "5%", "by", "in", "on", "for",
]  # fmt: skip
_MARKS = [
    *"\"'“”‘’«»„‚()[]{}.,:;!?–—-…%$€£½⅓°/\\|*#&@~^=+<>²㎢🙂", "\n", "\n\n", "  ", "\t", "\u00a0", "\u2009", "\r\n", "\x0b", "\u2028",
    "''", "``", "'s", "’s", "...", "- ", "* ", "> ", "1. ", "Q: ", "A: ", "İ", "ß", "ŉ", "ﬁ", "٣", "１２", "\u0301", "\ufeff", "\u200b",
]  # fmt: skip


@cache
def _words() -> list[str]:
    """The words of every table of the lexicon."""
    tables = sorted((Path(__file__).parents[2] / "ledger" / "lexicon").glob("*.t[sx][tv]"))
    rows = [line for table in tables for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return sorted({word.strip(",") for row in rows for word in row.split()})


def texts(seed: int = 0) -> Iterator[str]:
    """Texts without end, of 1 to 120 pieces each, the same for the same ``seed``.

    Each draws on a few words of its own: cues meet more often so than when any word may follow any
    (Groce et al., Swarm testing, ISSTA 2012).
    """
    random = Random(seed)
    while True:
        length = random.choice(_LENGTHS)
        kinds = random.choices((_words(), _CUES, _MARKS), (40, 35, 25), k=random.choice((6, 12, 120)))
        few = [random.choice(kind) for kind in kinds]
        few = [word.capitalize() if random.random() < 0.2 else word for word in few]
        spaces = random.choices(("", " ", "\n\n"), random.choice(((0, 1, 0), (20, 75, 5))), k=length)
        yield "".join(random.choice(few) + space for space in spaces)


def main() -> None:
    read_each("soup", texts(), 20_000)


if __name__ == "__main__":
    main()
