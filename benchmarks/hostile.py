"""Texts that nobody writes, made to be slow to read: by name, a maker of so many characters of it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from string import ascii_letters

REPEATED = (
    "7", "7.", ",", "1,", "1.", "1 ", "1-", "1/", "1:", "1–", "1% ", "1 - ", "1\n", "1\n\n", "1) ", "[1] ", "(1 ", "’1", "z1",
    "½", "½a", "$1", "$1 ", "one ", "two-", "first ", "1st ", "hundred ", "half ", "a third of ", "one in ", "of 1 ", "1 of ",
    "1 to ", "1 per ", "1 and ", "and ", "more than ", "more than 1 ", "than 1 ", "said ", "he said 1. ", "X said: 1, ",
    "according to 1 ", '"1" ', "“ 1 ", '" 1 " said X. ', "Ruiz ", "Ruiz 1. ", "Mr. 1 ", "John Smith 1 ", "Smith, 1, ", "Jan. ",
    "May ", "May 1, ", "2020 ", "2020-", "12 May ", "year ", "1 year ", "1-year-old ", "aged 1, ", "she is 41. ", "She is 41. ",
    "She is 41 and Kiel is big. ", "The guide, who is 41, left. ", "Ana Ruiz (41), ", "of the 9 tonnes, 7 were lost and 2 are left. ",
    "1 km ", "http://1 ", "www.",
    "| 12 | 40% | $3 |\n", "12\t40%\t$3\n", "* 1\n", "> 1\n", "# Head 1\n\n", "<b>1 ", "[1](", "&amp1", "a", "a ", "1 000 ",
)  # fmt: skip
"""What a text may say again and again."""

_PHRASE = (
    "the government said on which people had worked with a budget that ministers called modest and critics in parliament found small "
    "because roads bridges and schools were left waiting for workers from abroad"
)


def _prose(size: int) -> str:
    """Words without a full stop, a number among each twenty of them."""
    words, chance, found, length = _PHRASE.split(), Random(3), list[str](), 0
    while length < size:
        found.append(str(chance.randint(2, 9000)) if chance.random() < 0.05 else chance.choice(words))
        length += len(found[-1]) + 1
    return " ".join(found)[:size]


def _letters(size: int) -> str:
    chance = Random(4)
    return " ".join(chance.choice(ascii_letters) for _ in range(size // 2))


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda size: unit * (size // len(unit))


HOSTILE: dict[str, Callable[[int], str]] = {
    **{repr(unit): _repeated(unit) for unit in REPEATED},
    "nested parentheses": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "nested numbers": lambda size: "(1 " * (size // 5) + ") " * (size // 5),
    "a figure, blanks, its unit": lambda size: "7" + " " * (size - 8) + "percent",
    "paragraphs without a full stop": lambda size: (("he said 1. " * 500 + "\n\n") * (size // 5_000 + 1))[:size],
    "one sentence of prose": _prose,
    "words of one letter": _letters,
}
