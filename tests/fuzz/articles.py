"""Articles that contradict each other in ways nobody means: examples of the checks, their figures and words exchanged for stranger ones.

    python tests/fuzz/articles.py [COUNT]        the first COUNT sets, 1,500 when left out; the first that breaks a check is shown

The same sets each time, of one to six articles. Whatever they say, they are compared and told in every format.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

_STRANGE: dict[str, list[str]] = json.loads(Path(__file__).with_name("strange.json").read_text("utf-8"))
"""Numbers, units, days and words, and marks among these, that stand where others did."""
_PUBLISHED = ("2021-05-04", "2021-05", "2021", "1000-01-01", "2999-12-31", "2999", "2020-02-29", "")
_PIECE = re.compile(r"\d[\d,.]*|\w+|\s+|[^\w\s]")
_DATED = re.compile(r"\[[\d-]+\] ")

Article = tuple[str, str, str]
"""Text, format and the day of publication."""


def sets(seed: int = 0) -> Iterator[list[Article]]:
    """Sets of articles without end, the same for the same ``seed``."""
    from ledger.registry import declared

    random = Random(seed)
    examples = [texts for check in declared("ledger.reconciliation.checks") for texts in (*check.cases(), *check.silences())]
    while True:
        example = random.choice(examples)
        found = list[Article]()
        for number in range(random.choice((1, 2, 2, 2, 3, 4, 6))):
            text = example[number % len(example)] if random.random() < 0.75 else random.choice(random.choice(examples))
            text = _changed(random, _DATED.sub("", text))
            if random.random() < 0.3:
                text += " " + " ".join(_strange(random) for _ in range(random.choice((3, 8, 15, 40))))
            day = random.choice(_PUBLISHED) if random.random() < 0.4 else "2021-05-04"
            found.append((text, random.choice(("text", "text", "markdown", "html")), day))
        yield found


def _strange(random: Random) -> str:
    number, unit, day, word = (random.choice(each) for each in _STRANGE.values())
    joint = random.choice(("-", " to ", "–", "/", " of ", " out of ", ":", " × "))
    kinds = (number, f"{number} {unit}", number + joint + random.choice(_STRANGE["numbers"]), day, unit, word)
    return random.choices(kinds, (30, 15, 8, 15, 8, 24))[0]


def _changed(random: Random, text: str) -> str:
    """``text`` with some of its pieces left out, exchanged, doubled or joined by others, figures more than words."""
    rate, pieces = random.choice((0.03, 0.08, 0.15, 0.3)), list[str]()
    for piece in _PIECE.findall(text):
        if piece.isspace() or random.random() > (0.5 if piece[0].isdigit() else rate):
            pieces.append(piece)
        else:
            strange = random.choice(_STRANGE["numbers"]) if piece[0].isdigit() and random.random() < 0.5 else _strange(random)
            pieces.append(random.choice((strange, strange, "", f"{piece} {strange} ", piece * random.choice((2, 3, 8)))))
    return "".join(pieces)


def target() -> Callable[[list[Article]], int]:
    """What is called with every set; how many findings it has."""
    from ledger.errors import ReadingError
    from ledger.extraction import extract
    from ledger.pipeline import line_starts
    from ledger.pipeline.packing import finding_of, origin_of, packed, told, unpacked
    from ledger.reading import read_bytes
    from ledger.reconciliation import reconcile
    from ledger.records import Claim, Source
    from ledger.registry import declared
    from ledger.reports import Origin, Outcome

    def compare(articles: list[Article]) -> int:
        claims, origins = list[Claim](), dict[str, Origin]()
        for number, (text, format, published) in enumerate(articles):
            try:
                document = read_bytes(text.encode(), f"{number}.txt", format)
            except ReadingError:
                continue
            document = document.model_copy(update={"source": Source(published=published)})
            held = packed(document, found := extract(document), line_starts(document.text))
            assert unpacked(held, document.path) == found
            claims, origins[document.path] = claims + found, origin_of(held)
        findings = reconcile(claims)
        assert reconcile(claims[::-1]) == findings
        outcome = Outcome(len(origins), len(claims), findings, origins)
        for report in declared("ledger.reports"):
            "\n".join(map(str, report.lines(outcome, 80))).encode("utf-8", "backslashreplace")
        for finding in findings:
            assert outcome.finding(finding.fingerprint).findings == [finding]
            assert finding_of(told(finding), finding.claims) == finding
        return len(findings)

    return compare


def main() -> None:
    from tests.fuzz.running import run

    count, found = run("articles", sets(), target(), 1_500)
    print(f"fuzz articles: {count:,} sets compared, {found:,} findings told")


if __name__ == "__main__":
    main()
