"""Verbs and nouns of speech, and what may stand beside them."""

from __future__ import annotations

from collections.abc import Iterable

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.speech.phrases import AUXILIARIES
from ledger.lexicon import table


class Form:
    """What a form of a verb of speech may be: the verb's classes (see ``speech.tsv``), tense, and links to a figure."""

    __slots__ = ("classes", "links", "tense")

    def __init__(self, classes: frozenset[str], tense: str, links: tuple[str, ...]):
        self.classes, self.tense, self.links = classes, tense, links


def _forms() -> dict[str, Form]:
    found: dict[str, Form] = {}
    for kind, base, third, past, participle, present, *link in table("speech.tsv"):
        classes, links = frozenset((kind,)), tuple(link[0].split()) if link else ()
        for tense, form in (("base", base), ("third", third), ("past", past), ("past", participle), ("ing", present)):
            known = found.get(form)
            found[form] = Form(known.classes | classes, tense, links or known.links) if known is not None else Form(classes, tense, links)
    found.pop("-", None)
    return found


SPEECH = _forms()
NOUNS = {row[0]: frozenset(noun.strip() for noun in row[1].split(",")) for row in table("attributions.tsv")}
OWNED, OPINIONS = NOUNS["by"] | NOUNS["of"], NOUNS["that"]
REVEALED = GRAMMAR["revealed"]
"""What somebody makes it, lets it or gives, that lets something be known: ``made it clear that``, ``gave evidence that``."""
CUES = frozenset(SPEECH) | OWNED | OPINIONS | {"according", "source", "per"} | REVEALED
NOMINATIVES, FINDERS = GRAMMAR["nominative"], GRAMMAR["finder"]
RECKONING = GRAMMAR["reckoning"]
"""Forms that are speech behind a pronoun alone: ``it will take, she [figures], four years``."""
TRAILING = GRAMMAR["plain"] | {"added", "adds"}
"""Forms that end a sentence without a comma before them: ``Four had left he added.``"""
ASKED = frozenset({"why", "how", "whether", "who", "what", "where", "when", "if", "which"})
"""What opens a question that is told of: ``wanted to know who``, ``asked where``."""
PERFECT = frozenset({"have", "has", "had"})
FINITES = AUXILIARIES - {"being", "been", "be", "having"}
"""Verbs that make a clause of what stands around them."""
_FREE = GRAMMAR["pronoun"] | GRAMMAR["adverb"] | {"as", "by", "in", "no", "down", "up", "out", "off"}
GOVERNING = (GRAMMAR["determiner"] | GRAMMAR["preposition"]) - _FREE | {"to"}
"""Words that have a noun or an infinitive behind them, never a verb with a subject."""
TOLD = frozenset({"who", "that", "which", "when", "where"})
"""What opens a clause that tells more of what somebody has before them."""
FAR = 14
"""How many tokens a complement may stand behind its verb."""
_ADJECTIVES = 4
_REVEALING = GRAMMAR["revealing"]
_SAYING_SO, _WANTING = GRAMMAR["saying_so"], GRAMMAR["wanting"]
_PLAIN = GRAMMAR["plain"]


def marked(words: Iterable[str]) -> frozenset[str]:
    """``words`` as they stand between spaces: also with a mark behind them."""
    return frozenset([word + mark for mark in ("", ",", ".", ":", ";") for word in words])


def keeps_on(words: list[str], at: int) -> bool:
    """Whether the form at ``at`` is of an aside of who goes on speaking: ``It had, [she went on], 40 branches``."""
    word = words[at].rstrip(",.")
    last = at + (word in ("went", "goes"))
    if last >= len(words) or (last > at and words[last].rstrip(",.") != "on") or (last == at and word not in ("continued", "continues")):
        return False
    closed = words[last][-1] in ",." or words[last + 1 : last + 2] in ([","], ["."])
    return closed and any(place > 0 and words[place - 1][-1] == "," for place in (at - 1, at - 2))


def by_name(low: list[str], tokens: list[str], at: int) -> bool:
    """Whether the "per" at token ``at`` opens what is said or stands behind a comma, with a name or "the" behind it: ``, per Reuters``."""
    if at + 1 >= len(low) or (at and tokens[at - 1] not in (",", "(")) or (not at and tokens[0][0].islower()):
        return False
    return low[at + 1] == "the" or (at > 0 and tokens[at + 1][0].isupper())


def by_the(words: list[str], at: int) -> int | None:
    """Where ``by the``, ``in the`` or ``on the`` begins before the noun at ``at`` and its adjectives, with ``of`` or ``from`` behind it."""
    if words[at + 1 : at + 2] not in (["of"], ["from"]):
        return None
    for place in range(at - 1, max(at - _ADJECTIVES, 0), -1):
        if words[place] == "the":
            return place - 1 if words[place - 1] in ("in", "by", "on") else None
        if not words[place].isalpha():
            return None
    return None


def by_whose(low: list[str], at: int) -> bool:
    """Whether "by" or "on" stands before a single word before the noun at ``at``: ``by police estimates``, ``on government figures``."""
    return at > 1 and low[at - 2] in ("by", "on") and low[at - 1].isalpha() and low[at - 1] not in _NOBODYS


def revealing(low: list[str], at: int) -> int | None:
    """Where the verb stands whose object at ``at`` lets something be known; None without one or without a "that"."""
    if low[at + 1 : at + 2] != ["that"]:
        return None
    for place in range(at - 1, max(at - _ADJECTIVES, 0) - 1, -1):
        if low[place] in _REVEALING:
            return place
        if not low[place].isalpha() or low[place] == "no":
            return None
    return None


def leads(low: list[str], at: int) -> bool:
    """Whether a clause stands behind the infinitive at ``at``: ``to say that``, ``to know why``."""
    if low[at] == "know":
        return low[at + 1 : at + 2] != [] and low[at + 1] in ASKED
    return "that" in low[at + 1 : at + 3]


def led(low: list[str], at: int) -> int | None:
    """Where the verb stands that leads to the infinitive at ``at``: ``[went] on to say``; None where nobody does say it by that."""
    if low[at - 1 : at] != ["to"]:
        return None
    leading = _WANTING if low[at] == "know" else _SAYING_SO
    return next((place for place in range(at - 2, max(at - _ADJECTIVES - 4, -1), -1) if low[place] in leading), None)


def spoken_to(low: list[str], at: int) -> bool:
    """Whether the verb at ``at`` stands behind whom the writer spoke to: ``Two traders we spoke to [say]``."""
    return at > 3 and low[at - 1] == "to" and low[at - 2] in ("spoke", "talked", "wrote") and low[at - 3] in ("we", "i")


def governs(before: str, cue: str) -> bool:
    """Whether the word ``before`` makes ``cue`` a noun or an infinitive; not in ``close to her said``, ``after finding that``."""
    free = (before == "her" and cue in _PLAIN) or (before == "after" and cue.endswith("ing"))
    free |= before == "since" and not cue.endswith(("s", "ing"))  # "has since put it at"
    return before in GOVERNING and not free


_NOBODYS = GRAMMAR["determiner"] | GRAMMAR["quantifier"] | GRAMMAR["pronoun"]
