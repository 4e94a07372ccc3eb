"""The names in a sentence, and the surname in a name."""

from __future__ import annotations

from functools import lru_cache

from ledger import patterns as re
from ledger.extraction.context.grammar import CLOSED, GRAMMAR
from ledger.lexicon import words

_UPPER = "".join(letter for letter in map(chr, range(0x180)) if letter.isupper()) + "Α-ΩЀ-Я"
"""Capitals of Latin, Greek and Cyrillic names, as a character class."""
_PARTICLES = GRAMMAR["particle"]
_WORD = rf"[{_UPPER}]\w*(?:[-.'’](?!s\b)\w+)*(?:(?<!\w\w)\.)?"
_JOINTS = "|".join(sorted(_PARTICLES))
_NAME = re.compile(rf"{_WORD}(?:\s{{1,2}}(?:[dl]['’]|(?:(?:{_JOINTS}|of(?:\s{{1,2}}the)?|for)\s{{1,2}}){{1,2}})?{_WORD})*")
_NOT_NAMES = CLOSED | {"i"}
_TRAILING = GRAMMAR["calendar"] | {"no", "no.", "nos"}
_TITLES, _ORGANISATIONS = words("titles.txt"), words("organisations.txt")
_INITIALS = frozenset(title for title in _TITLES if len(title) == 2 and title.endswith("."))
"""Titles that are an initial behind another title: "Ms M. Ferro"."""
_TITLES |= {title.rstrip(".") for title in _TITLES}
_SMALL = GRAMMAR["preposition"] | GRAMMAR["determiner"] | GRAMMAR["particle"] | {"and", "or", "but", "as"}
_SUFFIXES = GRAMMAR["suffix"]
_HEADLINE = 0.5
"""The part of a sentence in capitalised words below which it is no headline in capitals."""
_NEAR = 8000
"""How far around a sentence, in characters, a name is looked for to tell it from a word that merely opens a sentence."""


_MENTIONS = 64
"""How often a name is looked for: of a text that has nothing but the name in it not every mention is read for each."""


def names(text: str, start: int, end: int) -> tuple[str, ...]:
    """The names in the sentence ``text[start:end]``, as written, in order, each once; titles and articles left out.

    A single word that opens the sentence, and every word of a headline in capitals, counts
    as a name when the text near it has it capitalised inside a sentence too.
    """
    runs = _NAME.findall(text, start, end)
    if not runs:
        return ()
    if len("".join(runs)) > _HEADLINE * (end - start) and _headline(text[start:end].split()):
        return _of_headline(text, start, runs)
    found = _called(runs[0])
    if len(found) == 1 and " " not in found[0] and _opens(text, runs[0], start) and not _inside_a_sentence(text, found[0], start):
        found = ()
    for run in runs[1:]:
        found += _called(run)
    return tuple(dict.fromkeys(found)) if len(found) > 1 else found


def _opens(text: str, run: str, start: int) -> bool:
    """Whether the sentence that begins at ``start`` begins with ``run``, perhaps behind a quotation mark."""
    return text.startswith(run, start) or text.startswith(run, start + 1)


@lru_cache(8192)
def _called(run: str) -> tuple[str, ...]:
    """The names in a run of capitalised words."""
    parts = run.split()
    if len(parts) > 1:
        return tuple(_parts(parts))
    return (run,) if _is_name(run) else ()


def _headline(words: list[str]) -> bool:
    """Whether all words but prepositions and articles are capitalised, so that capitals tell nothing."""
    return len(words) > 3 and not any(word[0].islower() and word not in _SMALL for word in words)


def _is_name(word: str) -> bool:
    low = word.lower()
    return low not in _NOT_NAMES and len(word) > 1 and low not in _TITLES


def surname(name: str) -> str:
    """The family name in ``name``, with its particles: ``van der Berg``, ``Ruiz``."""
    parts = name.split()
    while len(parts) > 1 and parts[-1].rstrip(".").lower() in _SUFFIXES:
        parts.pop()
    at = len(parts) - 1
    while at > 1 and parts[at - 1].lower() in _PARTICLES:
        at -= 1
    return " ".join(parts[at:]).rstrip(",") if parts else ""


def _parts(run: list[str]) -> list[str]:
    """The names in a run of capitalised words: without openers and titles, split where ``for`` joins two names."""
    low = [word.lower() for word in run]
    first, last = 0, len(run)
    while first < last and (low[first] in _NOT_NAMES or low[first] in _PARTICLES):
        first += 1
    while last > first and low[last - 1] in _TRAILING:
        last -= 1
    for at in range(last - 2, first - 1, -1):
        if at and low[at] in _INITIALS and low[at - 1] in _TITLES:
            continue
        if low[at] in _TITLES and low[at + 1] not in _ORGANISATIONS and low[at + 1] not in ("of", "for"):
            first = at + 1
            break
    at = low.index("for", first, last) if "for" in low[first:last] else first
    if at > first and low[at - 1] not in _ORGANISATIONS:
        return [name for name in (" ".join(run[first:at]), *_parts(run[at + 1 : last])) if len(name) > 1]
    name = " ".join(run[first:last])
    return [name] if len(name) > 1 and not (last - first == 1 and low[first] in _TITLES) else []


def _of_headline(text: str, start: int, runs: list[str]) -> tuple[str, ...]:
    """The names in the runs of capitalised words of a headline."""
    written = {word: _titled(word) for run in runs for word in run.split()}
    known = {
        name: len(name) > 1 and name.lower() not in _NOT_NAMES and _inside_a_sentence(text, name, start)
        for name in dict.fromkeys(written.values())
    }
    return tuple(dict.fromkeys(name for run in runs for name in _proven([written[word] for word in run.split()], known)))


def _titled(word: str) -> str:
    return word.title() if word.isupper() and len(word) > 3 else word


def _proven(run: list[str], known: dict[str, bool]) -> list[str]:
    """The names among the words of a headline: neighbours that are ``known`` to be written as names elsewhere."""
    proven: list[str] = []
    adjacent = False
    for name in run:
        if known[name]:
            if adjacent:
                proven[-1] += f" {name}"
            else:
                proven.append(name)
            adjacent = True
        else:
            adjacent = False
    return proven


def _inside_a_sentence(text: str, word: str, start: int) -> bool:
    """Whether the text near ``start`` has ``word`` where only a name is capitalised: after a small letter or a comma."""
    at = text.find(word, max(0, start - _NEAR), start + _NEAR)
    for _ in range(_MENTIONS):
        if at < 0:
            break
        if at > 1 and text[at - 1] == " " and (text[at - 2].islower() or text[at - 2] == ",") and at != start:
            return True
        at = text.find(word, at + 1, start + _NEAR)
    return False
