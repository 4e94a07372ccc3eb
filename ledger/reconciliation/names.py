"""Whether two names, perhaps written in different transliterations, are one."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from ledger import patterns as re
from ledger.errors import UsageError
from ledger.lexicon import table, words
from ledger.records import Claim
from ledger.settings import settings

Likeness = Literal["exact", "variant", "partial", "different"]

_SPELLINGS = tuple((row[0], row[1]) for row in table("transliterations.tsv"))
_ENDINGS = sorted(((row[0], row[1]) for row in table("slavic_surnames.tsv")), key=lambda row: -len(row[0]))
_TITLES = frozenset(title.rstrip(".") for title in words("titles.txt"))
_GIVEN = {name.strip(): number for number, row in enumerate(table("given_names.txt")) for name in row[0].split(",")}
PLACES = words("place_nouns.txt") | words("organisations.txt")
"""What a place or a body is, which does not tell it from others of its kind."""
_SOUNDS = (("th", "t"), ("ph", "f"), ("ch", "k"), ("ck", "k"), ("c", "k"), ("y", "i"), ("w", "v"))
"""Letters of a given name, and those that are written for them elsewhere."""
_LEAST_LETTERS = 4
_LONG_ADJECTIVE = 6
"""Letters of words that may be made of a country's name by an n; of fewer are Brian and Vivian."""
_VOWELS, _HE_AND_SHE = frozenset("aeiou"), frozenset("ao")
"""Mario and Maria are two, though "ya" and "yo" may be one letter of another script."""
_SLAVIC = tuple(row[0] for row in _ENDINGS)
_GLIDE = re.compile("i+([aeou])|ii+")
_DOUBLED = re.compile(r"(.)\1+")


def likeness(left: str, right: str) -> Likeness:
    """How two names of persons compare: as written, in two spellings, one a part of the other, or two names.

    ``partial`` is a surname beside a full name, or an initial beside a given name. Surnames
    that differ by more than a transliteration are different, whatever stands before them.
    """
    if left == right:
        return "exact"
    one, other = parts(left), parts(right)
    if not one or not other:
        return "different"
    if len(one) != len(other) and min(len(one), len(other)) > 1:
        one, other = one[-2:], other[-2:]  # "Driver Dilys Morgan", "Ana Maria Ruiz"
    known = len(one) > 1 < len(other) and _GIVEN.get(one[0], -1) == _GIVEN.get(other[0], -2)
    if not _same_surname(one[-1], other[-1], known):
        return "different"
    if one == other:
        return "exact"
    if len(one) == 1 or len(other) == 1:
        return "partial" if len(one) != len(other) else "variant"
    if min(len(one[0]), len(other[0])) <= 2:
        return "partial" if _abbreviates(one[0], other[0]) else "different"
    if one[0][:-1] == other[0][:-1] and {one[0][-1], other[0][-1]} == _HE_AND_SHE:
        return "different"
    if known or fold(one[0]) == fold(other[0]) or _sounded(one[0]) == _sounded(other[0]) or _is_a_vowel_off(one[0], other[0]):
        return "variant"
    return "partial" if _shortens(one[0], other[0]) else "different"


@lru_cache(65536)
def key(name: str) -> str:
    """A blocking key: equal for the spellings of a surname (the last word of ``name``) that transliteration alone makes."""
    words_in = called(name)
    return _surname(fold(words_in[-1])) if words_in else ""


@lru_cache(65536)
def called(name: str) -> tuple[str, ...]:
    """The parts of a name, or of the one it is an alias of: of Kyiv for Kiev."""
    words_in = parts(name)
    return _aliases().get(words_in, words_in)


@cache
def _aliases() -> dict[tuple[str, ...], tuple[str, ...]]:
    """The parts of each alias and of the name it stands for; what the user's own file says counts more."""
    rows = [*table("aliases.tsv"), *(_read_aliases(Path(settings().aliases)) if settings().aliases else ())]
    return {parts(alias): parts(name) for name, others, *_ in rows for alias in others.split(",") if parts(alias)}


def _read_aliases(path: Path) -> list[list[str]]:
    """The rows of an alias file: a name, a tab, its other names parted by commas; ``#`` begins a comment. Raises UsageError."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: the file of aliases cannot be read: {error}") from error
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    wrong = next((row for row in rows if len(row) != 2 or not all(cell.strip() for cell in row)), None)
    if wrong is not None:
        number = lines.index("\t".join(wrong)) + 1
        raise UsageError(f"{path}:{number}: expected a name, a tab, and its other names parted by commas")
    return rows


@lru_cache(65536)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name in lower-case ASCII letters, without titles and possessive endings."""
    if not name.isascii():
        from anyascii import anyascii

        name = anyascii(name)
    cleaned = ["".join(filter(str.isalpha, word.removesuffix("'s"))) for word in name.lower().replace(".", " ").split()]
    return tuple(word for word in cleaned if word and word not in _TITLES) or tuple(filter(None, cleaned))


@lru_cache(65536)
def fold(word: str) -> str:
    """One spelling for the transliterations of a word in lower-case ASCII letters: yeremenko and eremenko are eremenko."""
    for written, folded in _SPELLINGS:
        if written in word:
            word = word.replace(written, folded)
    if "i" in word:
        word = _GLIDE.sub(_without_glide, word)
    return _DOUBLED.sub(r"\1", word)


def _without_glide(found: re.Match[str]) -> str:
    """ "yu" is u, and "ya" in one language is "ye" in the next."""
    vowel = found[1] or "i"
    return "e" if vowel in "ao" else vowel


@lru_cache(65536)
def _sounded(given: str) -> str:
    """One spelling for given names that only the letters of a sound part: Thomas and Tomas, Christoph and Kristof."""
    for written, sound in _SOUNDS:
        if written in given:
            given = given.replace(written, sound)
    return _DOUBLED.sub(r"\1", given)


def _is_a_vowel_off(one: str, other: str) -> bool:
    """Whether one vowel inside parts two given names: Pavel and Pavol; the last tells Mario from Maria."""
    if min(len(one), len(other)) < _LEAST_LETTERS or len(one) != len(other):
        return False
    off = [at for at, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    return len(off) == 1 and 0 < off[0] < len(one) - 1 and {one[off[0]], other[off[0]]} <= _VOWELS


def _shortens(one: str, other: str) -> bool:
    """Whether one given name begins the other: Doug and Douglas."""
    short, long = sorted((one, other), key=len)
    return len(short) > 2 and long.startswith(short)


def _abbreviates(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or fold(long).startswith(fold(short))


@lru_cache(65536)
def _surname(folded: str) -> str:
    """A folded surname; a Slavic one without what its transliterations differ in."""
    if len(folded) <= _LEAST_LETTERS - 1 or not folded.endswith(_SLAVIC):
        return folded
    ending = next(row for row in _ENDINGS if folded.endswith(row[0]))
    stem = folded[: -len(ending[0])]
    for written, one in (("ou", "ov"), ("au", "av"), ("ei", "i"), ("dz", "d"), ("ci", "ti"), ("ce", "te"), ("g", "h"), ("o", "a")):
        stem = stem.replace(written, one)
    for hushing in "wqj":
        stem = stem.replace(hushing + "e", hushing + "a")
    return stem + ending[1]


@lru_cache(65536)
def _same_surname(left: str, right: str, known: bool) -> bool:
    """Whether two surnames are one; ``known`` that the given names are one in two known spellings."""
    if left == right:
        return True
    one, other = fold(left), fold(right)
    if one == other:
        return True
    if _surname(one) == _surname(other):
        return _plausible(one, other) or known
    return known and min(len(one), len(other)) >= _LEAST_LETTERS and _loose(one) == _loose(other)


def _plausible(one: str, other: str) -> bool:
    """Short names are one only when they begin with the same letter: Gore and Hore are two."""
    return min(len(one), len(other)) > _LEAST_LETTERS + 1 or one[0] == other[0]


def _loose(folded: str) -> str:
    return folded.replace("g", "h").replace("v", "u").replace("i", "e")


@lru_cache(65536)
def name_keys(name: str) -> tuple[str, ...]:
    """Keys for the spellings of a name: of a person the surname, of a place or a body what tells it from others of its kind.

    Who or what is of a country has its key: Ruvian that of Ruvia.
    """
    words_in = called(name)
    telling = [word for word in words_in if word not in PLACES and len(word) > 2]
    if len(words_in) > 1 and words_in[-1] in PLACES:
        return tuple(map(_key_of_country, telling)) or (" ".join(map(fold, words_in)),)
    return (_key_of_country(telling[-1]),) if telling else ()


def _key_of_country(word: str) -> str:
    return key(word.removesuffix("n")) if word.endswith("ian") and len(word) > _LONG_ADJECTIVE else key(word)


def written(claim: Claim, keys: frozenset[str]) -> str:
    """The names of the claim's sentence that ``keys`` are of, as written; a key stands for itself where it is of none."""
    if not keys:
        return ""
    found = {key: name for name in claim.names for key in name_keys(name) if key in keys}
    return ", ".join(sorted({" ".join(found.get(key, key).split()) for key in keys}))
