"""Whether a person is a he or a she, told by a title, a first name or a role."""

from __future__ import annotations

from unicodedata import normalize

from ledger import lexicon
from ledger import patterns as re
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.names import names, surname

_FIRST_NAMES = {name.strip(): row[0] for row in lexicon.table("first_names.tsv") for name in row[1].split(",")}
"""The pronoun of whom a first name belongs to."""
_CALLED = {word: pronoun for pronoun in ("he", "she") for word in GRAMMAR[f"{pronoun}_called"]}
_ORGANISATIONS, _COUNTRIES = lexicon.words("organisations.txt"), lexicon.words("countries.txt")
_PLACING, _BESIDE = GRAMMAR["placing"] | {"the"}, 20
_WORD = re.compile(r"[^\W\d_a-z][\w’'-]*[^\W_](?<!’s)(?<!'s)")
"""A capitalised word of two letters or more."""
_PRONOUNS = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she"}
_NEAR, _MENTIONS, _LONGEST = 20_000, 16, 25
"""How far around a place, in characters, and how often a family name is looked for, and how long a word before it may be."""


def first_name(name: str) -> str:
    """The pronoun of whom the first word of ``name`` belongs to, "" if it is no first name that is known; without its accents."""
    first = name.split(None, 1)[0].lower()
    if not first.isascii():
        first = "".join(letter for letter in normalize("NFKD", first) if letter.isalpha())
    return _FIRST_NAMES.get(first, "")


def stranger(text: str, start: int, end: int) -> str:
    """The only name of two words in ``text[start:end]`` if it may be a person's with a first name that is not known; else "".

    It is no body's, and no "in" or "from" makes a place of it.
    """
    found = [name for name in names(text, start, end) if name.count(" ") == 1 and _ORGANISATIONS.isdisjoint(name.lower().split())]
    if len(found) != 1 or found[0].lower() in _COUNTRIES:
        return ""
    before = text[max(start, text.find(found[0], start, end) - _BESIDE) : text.find(found[0], start, end)].split()
    return "" if before and before[-1].lower() in _PLACING else found[0]


def whole_name(text: str, name: str, position: int) -> str:
    """``name`` with the capitalised word that stood behind it last before ``position``, "" if none did."""
    start, called = position, f"{name} "
    for _ in range(_MENTIONS):
        start = text.rfind(called, max(0, position - _NEAR), start)
        if start < 0:
            break
        last = _WORD.match(text, start + len(called))
        if last is not None:
            return called + last.group()
    return ""


def pronoun_of(text: str, name: str, position: int) -> str:
    """``he``, ``she``, or "" where the text near ``position`` has neither a title nor a known first name for ``name``."""
    if " " in name and (known := first_name(name)):
        return known
    last = surname(name)
    start, end = max(0, position - _NEAR), position + _NEAR
    for _ in range(_MENTIONS):
        at = text.find(last, start, end)
        if at < 0:
            break
        before = text[max(0, at - _LONGEST) : at].split()[-1:]
        word = before[0].lower().strip('.,“"') if before else ""
        known = first_name(word) or _CALLED.get(word, "") if word else ""
        if known:
            return known
        start = at + len(last)
    return ""


def pronoun_of_role(role: str) -> str:
    """``he`` for a policeman or a father, ``she`` for a spokeswoman or a mother, else ""."""
    noun = role.split(" of ")[0].rpartition(" ")[2].lower()
    return _CALLED.get(noun) or ("she" if noun.endswith("woman") else "he" if noun.endswith("man") else "")


def asked_for(pronoun: str) -> str:
    """The nominative of a pronoun for a person, "" of another word."""
    return _PRONOUNS.get(pronoun, "")
