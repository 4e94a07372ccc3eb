"""Edits articles paragraph by paragraph, and counts which decisions follow.

    python benchmarks/revisions.py [--paragraphs 2000] [FOLDER]

Every edit knows which figures it changed. Status 1 when a decision followed a figure that was changed, or fewer than 98
percent of those that were not kept theirs. FOLDER is seeds/ when left out.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from ledger.extraction import extract
from ledger.reading import find, read, read_text
from ledger.records import Claim
from ledger.store.revision import Held, figure, heirs

ROOT = Path(__file__).parents[1]
ENOUGH = 0.98
WORDS = {"said": "told reporters", "was": "had been", "and": "as well as", "but": "yet", "will": "is to", "also": "moreover", "the": "this"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--paragraphs", type=int, default=2000)
    parser.add_argument("folder", nargs="?", default=str(ROOT / "seeds"))
    asked = parser.parse_args()
    texts = [read(path).text for path in find([asked.folder], print) if path.endswith((".txt", ".md"))]
    chance, counts, edited = random.Random(17), Counter[str](), 0
    while edited < asked.paragraphs:
        before = chance.choice(texts)
        edited += _revised(before, chance, counts)
    kept = counts["kept"] / max(1, counts["kept"] + counts["lost"])
    print(f"{edited} paragraphs edited: {counts['changed']} figures changed, {counts['wrong']} decisions followed one of them;")
    print(f"{counts['kept'] + counts['lost']} figures unchanged, {kept:.2%} kept their decisions")
    sys.exit(1 if counts["wrong"] or kept < ENOUGH else 0)


def _revised(before: str, chance: random.Random, counts: Counter[str]) -> int:
    """Edit up to six paragraphs of a text at once; how many it were."""
    paragraphs = re.split(r"(\n\s*\n)", before)
    chosen = [at for at in range(0, len(paragraphs), 2) if re.search(r"\d", paragraphs[at])]
    chosen = chance.sample(chosen, min(6, len(chosen)))
    old = {claim.span.start: claim for claim in extract(read_text(before))}
    starts = [sum(map(len, paragraphs[:at])) for at in range(len(paragraphs))]
    places, moved = dict[int, int](), 0
    made = list[str]()
    for at, text in enumerate(paragraphs):
        edit = chance.choice(EDITS) if at in chosen else _untouched
        changed, kept = edit(text, chance)
        for start in old:
            inside = start - starts[at]
            if 0 <= inside < len(text) and inside in kept:
                places[moved + kept[inside]] = start
        made.append(changed)
        moved += len(changed)
    _count("".join(made), old, places, counts)
    return len(chosen)


def _count(after: str, old: dict[int, Claim], places: dict[int, int], counts: Counter[str]) -> None:
    """Hold what follows against what the edits say: ``places`` tells where an old figure's first character stands now."""
    held = {claim.id: number for number, claim in enumerate(old.values())}
    claims = extract(read_text(after))
    taken = heirs([Held(held[claim.id], claim) for claim in old.values()], claims)
    for claim in claims:
        was = old.get(places.get(claim.span.start, -1))
        heir = taken.get(claim.id)
        follows = heir is not None and heir.lineage is not None
        if was is None or was.span.quote != claim.span.quote:
            counts["changed"] += 1
            counts["wrong"] += follows and heir is not None and not _says_the_same(old, heir.follows, claim)
        elif figure(was) != figure(claim):
            counts["wrong"] += follows
        else:
            counts["kept" if follows else "lost"] += 1


def _says_the_same(old: dict[int, Claim], followed: str, claim: Claim) -> bool:
    """Whether what is followed has the same figure of the same noun, so that the decision is on what was decided."""
    return any(each.id == followed and figure(each) == figure(claim) and each.counted == claim.counted for each in old.values())


Edit = tuple[str, dict[int, int]]


def _untouched(text: str, chance: random.Random) -> Edit:
    return text, {at: at for at in range(len(text))}


def _replaced(text: str, pattern: str, to: Callable[[re.Match[str]], str], chance: random.Random) -> Edit:
    """One match of ``pattern`` replaced; every character outside it keeps its place."""
    found = list(re.finditer(pattern, text))
    if not found:
        return _untouched(text, chance)
    match = chance.choice(found)
    put = to(match)
    shift = len(put) - len(match.group())
    kept = {at: at if at < match.start() else at + shift for at in range(len(text)) if not match.start() <= at < match.end()}
    return text[: match.start()] + put + text[match.end() :], kept


def _another_figure(text: str, chance: random.Random) -> Edit:
    return _replaced(text, r"\d+", lambda match: str(int(match.group()) + chance.choice((1, 2, 3, 10))), chance)


def _another_word(text: str, chance: random.Random) -> Edit:
    words = "|".join(WORDS)
    return _replaced(text, rf"\b(?:{words})\b", lambda match: WORDS[match.group()], chance)


def _a_sentence_more(text: str, chance: random.Random) -> Edit:
    return _replaced(text, r"(?<=[.!?]) ", lambda match: " That was reported only later. ", chance)


def _an_opening(text: str, chance: random.Random) -> Edit:
    opening = "Updated by the desk. "
    return opening + text, {at: at + len(opening) for at in range(len(text))}


def _reflowed(text: str, chance: random.Random) -> Edit:
    return text.replace("\n", " "), {at: at for at in range(len(text))}


def _a_word_less(text: str, chance: random.Random) -> Edit:
    return _replaced(text, r" (?:very|also|already|just|still|however|recently|new)\b", lambda match: "", chance)


EDITS = (_another_figure, _another_figure, _another_word, _a_sentence_more, _an_opening, _reflowed, _a_word_less)


if __name__ == "__main__":
    main()
