"""Which names are persons', and whether a person is a he or a she, told by a title, a first name or a role."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

from ledger import lexicon
from ledger import patterns as re
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.names import names, surname
from ledger.extraction.context.speech.fitting import is_role
from ledger.extraction.context.speech.phrases import ORGANISATIONS, PREPOSITIONS, TITLES, speaks
from ledger.extraction.context.speech.voices import COUNTRIES, PRONOUNS, Voice, is_one
from ledger.extraction.sentences import Sentence

AGED = re.compile(r"\s?[,(] ?(?:aged )?\d{1,2}(?=[,)](?!\d))")
"""An age behind a name."""

_FIRST_NAMES = {name.strip(): row[0] for row in lexicon.table("first_names.tsv") for name in row[1].split(",")}
"""The pronoun of whom a first name belongs to."""
_CALLED = {word: pronoun for pronoun in ("he", "she") for word in GRAMMAR[f"{pronoun}_called"]}
_PLACING, _BEFORE = GRAMMAR["placing"] | {"the"}, 20
_REGIONS, _OUTFITS = GRAMMAR["region"], GRAMMAR["outfit"]
_APPOSED = re.compile(r", an? ((?:[\w’'-]+ ){0,4}?[\w’'-]+)(?=[,.;)]| (?:of|from|at|in|for|with|who)\b)")
_HOLDS = re.compile(r", (?:the|its|their|[\w’'-]+(?:['’]s|s['’])) (?:[\w’'-]+ ){0,3}?([\w’'-]+)(?=[,.;)]| (?:of|at|for|with|who)\b)")
_CALLED_SO = re.compile(r"\b[Aa]n? (?:[\w’'-]+ )??([\w’'-]+), $")
_OWNED = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:[a-z’'-]+ )??([a-z’'-]+)(?: (?:from|in|at) [\w’'-]+)?, $")
_NAMED_SO = re.compile(r"\b([a-z-]+) (?:called|named) $")
_MET = re.compile(r"\b(?:I|[Ww]e) (?:had )?(?:ask(?:ed)?|told|met|phoned|rang|thank(?:ed)?|interviewed|(?:spoke|talked) (?:to|with))\s$")
_MEETING = ("ed ", "sk ", "et ", "ld ", "ng ", "nk ", "to ", "th ")
_NAMING = (" called ", " named ")
_HOLDER = re.compile(r"\b[Tt]he ([a-z-]+) of [a-z ]{1,20}, $")
_WORD = re.compile(r"[^\W\d_a-z][\w’'-]*[^\W_](?<!’s)(?<!'s)")
"""A capitalised word of two letters or more."""
_PRONOUNS = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she"}
_NEAR, _MENTIONS, _LONGEST = 20_000, 16, 25
"""How far around a place, in characters, and how often a family name is looked for, and how long a word before it may be."""
_KNIGHTS, _KNIGHTED = ("Sir", "Dame"), 10_000
"""Titles before a first name, and how far before a place, in characters, the whole name may stand."""
_STRIDE, _BESIDE, _ROLE = 2_000, 60, 40
"""Characters that share an answer about a name, that stand beside one, and that may be a role before it."""


class Persons:
    """The persons of one document, as its ``text`` writes of them."""

    def __init__(self, text: str):
        self._text = text
        self._pronouns: dict[str, str] = {}
        self._full: dict[tuple[str, int], bool] = {}
        self._named: dict[tuple[str, int], bool] = {}
        self._labels: dict[str, str] = {}

    def is_person(self, name: str, at: int) -> bool:
        """Whether the ``name`` at offset ``at`` begins with a first name, or has an age or a role beside it."""
        return bool(first_name(name)) or self.is_marked(name, (max(0, at - _BESIDE), at + len(name) + _BESIDE))

    def is_human(self, name: str, passage: Sentence) -> bool:
        """Whether ``name``, in ``passage``, has an age or a role beside it, or is met both with and without a first name."""
        last = surname(name)
        at = self._text.find(name, *passage)
        if at < 0:
            return False
        if self.is_marked(name, passage):
            return True
        if last != name:
            return bool(first_name(name)) or at == passage[0] or self._mentions(name, last, at)[0]
        key = name, at // _STRIDE
        if key not in self._full:
            self._full[key] = self._has_full_name(name, (key[1] + 1) * _STRIDE)
        return self._full[key]

    def is_name(self, word: str, passage: Sentence) -> bool:
        """Whether one ``word`` of ``passage`` is a name, and not a word that opens it: it has a capital inside other sentences too."""
        if word in names(self._text, *passage):
            return True
        key = word, passage[0] // _STRIDE
        if key not in self._named:
            self._named[key] = self._has_capital_inside(word, max(0, key[1] * _STRIDE - _NEAR), (key[1] + 1) * _STRIDE + _NEAR)
        return self._named[key]

    def _has_capital_inside(self, word: str, start: int, end: int) -> bool:
        """Whether ``word`` stands inside a sentence between two places, or before another capital: ``by Larkin``, ``Larkin Foods``."""
        text = self._text
        for _ in range(_MENTIONS):
            at = text.find(word, start, end)
            if at < 0:
                return False
            start = at + len(word)
            inside = text[at - 2 : at - 1].islower() or text[at - 2 : at - 1] == ","
            if (inside and text[at - 1] == " ") or (text[start : start + 1] == " " and text[start + 1 : start + 2].isupper()):
                return True
        return False

    def is_marked(self, name: str, passage: Sentence) -> bool:
        """Whether ``name``, in ``passage``, has an age behind it, or a role before or behind it."""
        text = self._text
        at = text.find(name, *passage)
        end, before = at + len(name), max(passage[0], at - _ROLE)
        role = text[before:at].rsplit(None, 1)[-1:]
        if bool(role and (is_role(role[0]) or role[0].endswith("-year-old"))) or AGED.match(text, end) is not None:
            return True
        if text.startswith((", who ", " who "), end):
            return True
        if text.endswith(_MEETING, before, at) and _MET.search(text, before, at) is not None:
            return True  # "I asked Jonas whether"
        naming = _NAMED_SO.search(text, before, at) if text.endswith(_NAMING, before, at) else None
        if naming is not None and is_one(naming.group(1)):
            return True  # "a silent man called Torvald"
        held = text.startswith(",", end) and text.find(" of ", before, at) >= 0
        if held and (holder := _HOLDER.search(text, before, at)) is not None and is_role(holder.group(1)):
            return True  # "the chief of them, Ana Ruiz,"
        if text.startswith(",", end) and (called := _CALLED_SO.search(text, before, at)) is not None:
            return called.group(1) not in ORGANISATIONS and called.group(1) not in _OUTFITS  # "a schoolteacher, Ana Ruiz,"
        if text.startswith(",", end) and (owned := _OWNED.search(text, before, at)) is not None and is_one(owned.group(1)):
            return True  # "his counterpart from Kiel, Ana Ruiz,"
        apposed = _APPOSED.match(text, end)
        if apposed is not None and is_one(apposed.group(1).rpartition(" ")[2]):
            return True
        holds = _HOLDS.match(text, end) if " " in name else None
        return holds is not None and holds.group(1) in TITLES  # "Ana Ruiz, Lumen's director,"

    def label(self, speaker: Voice, position: int) -> str:
        """How a settled speaker is written in a claim: a person by the family name."""
        if speaker.whole:
            return speaker.whole
        if speaker.kind in ("he", "they", "it", "own"):
            return speaker.text if speaker.text not in PRONOUNS else ""  # "Its figures show", whosever they are
        if speaker.kind != "name" or not speaker.text:
            return (self.knight(speaker.text, position) if speaker.kind == "person" else "") or speaker.label
        label = self._labels.get(speaker.text)
        if label is None:
            label = surname(speaker.text) if self.has_surname(speaker.text, position) else speaker.text
            self._labels[speaker.text] = label
        return label

    def knight(self, first: str, position: int) -> str:
        """The family name of ``Sir Bryan`` and ``Dame Ruth`` where the text near ``position`` has given it, else ""."""
        near = max(0, position - _KNIGHTED), position + _BESIDE
        if " " in first or all(self._text.find(f"{title} {first} ", *near) < 0 for title in _KNIGHTS):
            return ""
        return surname(whole_name(self._text, first, position))

    def is_called_by_surname(self, speaker: Voice, sentence: Sentence) -> bool:
        """Whether the text calls a ``name`` of several words by the last one: no "it" is meant by a person."""
        last = surname(speaker.text)
        return speaker.kind == "name" and last != speaker.text and self._mentions(speaker.text, last, sentence[0])[0]

    def has_surname(self, name: str, position: int) -> bool:
        """Whether the text treats a name of several words as a person's: by the last word alone, or not at all again."""
        words = name.lower().split()
        if speaks(words[0]) or words[0] in _REGIONS or not PREPOSITIONS.isdisjoint(words[1:]):
            return False
        if first_name(name):
            return True
        if words[-1] in COUNTRIES:
            return False  # "Energy Latvia"
        alone, whole = self._mentions(name, surname(name), position)
        return alone or whole == 1

    def differs(self, pronoun: str, name: str, position: int) -> bool:
        """Whether ``name`` is known to belong to a she where ``pronoun`` is a he, or the other way round."""
        asked = asked_for(pronoun)
        if not asked:
            return False
        known = self._pronouns.get(name)
        if known is None:
            known = self._pronouns[name] = pronoun_of(self._text, name, position)
        return known not in ("", asked)

    def _has_full_name(self, name: str, position: int) -> bool:
        """Whether the one word ``name`` stands near ``position`` behind a title or a first name, or is one before a family name."""
        text = self._text
        if pronoun_of(text, name, position):
            return True
        called = whole_name(text, name, position)
        if called and self.is_person(called, text.rfind(called, 0, position)):
            return True  # "Rita Hale, 36, ... But Rita is having none of it"
        whole = _full(name).search(text, max(0, position - _NEAR), position + _NEAR)
        return whole is not None and whole.group(1).lower() not in PREPOSITIONS

    def _mentions(self, name: str, last: str, position: int) -> tuple[bool, int]:
        """Whether ``last`` stands without the rest of ``name`` near ``position``, and how often ``name`` stands before it does."""
        text, start, end, lead, whole = self._text, max(0, position - _NEAR), position + _NEAR, name.find(last), 0
        at = text.find(last, start, end)
        while at >= 0:
            behind = at + len(last)
            if text[behind : behind + 1].isalpha():
                at = text.find(last, behind, end)  # "Glassmakers" is not "Glass"
            elif at < lead or not text.startswith(name, at - lead):
                return True, whole
            else:
                at, whole = text.find(last, at - lead + len(name), end), whole + 1
        return False, whole


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
    found = [name for name in names(text, start, end) if name.count(" ") == 1 and ORGANISATIONS.isdisjoint(name.lower().split())]
    if len(found) != 1 or found[0].lower() in COUNTRIES:
        return ""
    before = text[max(start, text.find(found[0], start, end) - _BEFORE) : text.find(found[0], start, end)].split()
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
    own = name.split()[0].lower() if " " in name else ""
    start, end = max(0, position - _NEAR), position + _NEAR
    for _ in range(_MENTIONS):
        at = text.find(last, start, end)
        if at < 0:
            break
        before = [word.strip('.,“"') for word in text[max(0, at - _LONGEST) : at].lower().split()[-2:]]
        word = before[-1] if before else ""
        if own and word == own:
            word = before[0]  # "His mother, Ana Ruiz"
        known = (first_name(word) if word and not own else "") or _CALLED.get(word, "")
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


@lru_cache(maxsize=64)
def _full(last: str) -> re.Pattern[str]:
    """A first name and the family name ``last``, inside a sentence or at the beginning of a block."""
    return re.compile(rf"(?:[a-z,] |[,.!?][”\"] |\n\n)([^\W\d_a-z][^\W\d_]+) {re.escape(last)}\b")
