"""Verbs and nouns of speech, and whether a sentence has any."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.speech.phrases import AUXILIARIES, DOCUMENTS
from ledger.extraction.context.speech.voices import POSSESSIVES
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
_TOLD = frozenset({"who", "that", "which", "when", "where"})
FAR = 14
"""How many tokens a complement may stand behind its verb."""
_ADJECTIVES, _COLON = 4, 6
_REVEALING = GRAMMAR["revealing"]
_RECEIVING = GRAMMAR["receiving"]
_SAYING_SO, _WANTING = GRAMMAR["saying_so"], GRAMMAR["wanting"]
_BE, _COURTS, _GAUGING = GRAMMAR["be"], GRAMMAR["court"], GRAMMAR["gauging"]
_RECORDERS, _PLAIN = GRAMMAR["recorder"], GRAMMAR["plain"]
_PAUSES = (",", "(", "—", "–", "--", " -")


def marked(words: Iterable[str]) -> frozenset[str]:
    """``words`` as they stand between spaces: also with a mark behind them."""
    return frozenset([word + mark for mark in ("", ",", ".", ":", ";") for word in words])


_QUOTING = frozenset(form for form, known in SPEECH.items() if known.classes == {"quote"}) - OWNED - OPINIONS
TELLING = marked(CUES - _QUOTING) | {"(source:", "(according", "went", "goes", "continued,", "continues,"}
"""The cues of a sentence without a quotation, as they stand between spaces."""
MARKED_CUES, _MARKED_DOCUMENTS = TELLING | marked(_QUOTING), marked(DOCUMENTS)


def cued(words: list[str], quoted: bool, met: AbstractSet[str]) -> bool:
    """Whether a sentence can hold an attribution, by what stands between its spaces, in lower case.

    ``quoted`` says that a quotation touches it; ``met`` are at least those of its words that are among ``MARKED_CUES``.
    """
    for word in MARKED_CUES & met:
        at = -1
        for _ in range(words.count(word)):
            at = words.index(word, at + 1)
            if _leads(words, at, quoted):
                return True
    return False


def _leads(words: list[str], at: int, quoted: bool) -> bool:
    """Whether the cue at ``at`` has the company that makes it one."""
    cue, before = words[at].strip(",.:;("), words[at - 1] if at else ""
    if cue == "words" and words[at - 2 : at] == ["in", "the"]:
        return True
    if cue in OWNED and (by_the(words, at) is not None or by_whose(words, at)):
        return True
    if cue in OWNED and any(_owns(word) for word in words[max(at - _ADJECTIVES, 0) : at]):
        return True
    if cue in OPINIONS and "that" in words[at + 1 : at + FAR]:
        return True
    form = SPEECH.get(cue)
    if cue in REVEALED and revealing(words, at) is not None:
        return True
    if form is None and cue == "per":
        return before == "as" or words[at + 1 : at + 2] == ["the"] or at == 0 or before[-1] == ","
    if form is None:
        return words[at + 1 : at + 2] == ["to"] if cue == "according" else words[at][0] == "("
    if cue == "believed" and words[at - 2 : at] == ["to", "be"] and "if" in words[:at]:
        return True
    if "as" in words[:at] and words[at + 1 : at + 2] in (["it,"], ["it."], ["it"]) and (words[0] == "as" or words[at + 1] != "it"):
        return True
    by = "by" in words[at + 1 : at + 6]
    if cue in _RECEIVING and words[at + 1 : at + 2] == ["from"]:
        return "that" in words[at + 2 : at + 2 + FAR]
    if before == "to" and leads(words, at) and led(words, at) is not None:
        return True
    if cue == "told" and (not _COURTS.isdisjoint(words[:at]) or words[at - 2 : at] == ["it", "was"]):
        return True
    if not by and ((governs(before, cue) and not spoken_to(words, at)) or (before in _BE and form.tense == "past")):
        return False
    classes = form.classes
    if keeps_on(words, at):
        return True
    if by or "say" in classes or "vow" in classes or "claim" in classes or "accuse" in classes or ("quote" in classes and quoted):
        return True
    after = words[at + 1 : at + 1 + FAR]
    if "that" in classes and ((cue in TRAILING and at + 1 == len(words)) or quoted or "that" in after or _clausal(words, at, after)):
        return True
    if ("clause" in classes and "that" in after) or ("that" in classes and after[:1] == ["how"]):
        return True
    if (cue in RECKONING and before in NOMINATIVES) or words[at + 1 : at + 3] == ["it", "to"]:
        return True
    if "poll" in classes and any(word[-1] in ":;" for word in after):
        return True
    if "colon" in classes and any(word[-1] == ":" for word in words[at : at + _COLON]):
        return True
    if "that" in classes and "be" in after[1:] and after[after.index("be") - 1] == "to":
        return True
    if "memory" in classes and not _TOLD.isdisjoint(after):
        return True
    if "why" in classes and after[:1] and after[0] in ASKED:
        return True
    if "ask" in classes or ("out" in classes and after[:2] == ["out", "that"]):
        return True
    doing = after[after[:1] != [] and after[0] in form.links :][:1]  # "ruled out closing"
    if "gerund" in classes and doing and doing[0].endswith("ing"):
        return True
    if "record" in classes and not (PERFECT.isdisjoint(words[max(at - 3, 0) : at]) and _RECORDERS.isdisjoint(words[:at])):
        return True
    if "name" in classes and (quoted or "what" in words[:at] or after[:1] == ["it"]):
        return True
    if "figure" in classes and (not form.links or any(word.strip('"“.,;') in form.links for word in after)):
        return True
    if "court" in classes and not _COURTS.isdisjoint(words):
        return True
    if "sight" in classes and not {*form.links}.isdisjoint(after):
        return True
    if "share" in classes and words[0] == "it":
        return True
    if "share" in classes and any("%" in word or word.strip(",.;:)") in _PER_CENT for word in after):
        return True
    return "tally" in classes or (not classes.isdisjoint(_STATING) and (words[0] == "it" or not _MARKED_DOCUMENTS.isdisjoint(words)))


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
    return before in GOVERNING and not free


def _owns(word: str) -> bool:
    return "'" in word or "’" in word or word in POSSESSIVES


_PER_CENT = frozenset({"percent", "cent"})
_NOBODYS = GRAMMAR["determiner"] | GRAMMAR["quantifier"] | GRAMMAR["pronoun"]
_STATING = frozenset({"document", "figure"})


def _clausal(words: list[str], at: int, after: list[str]) -> bool:
    """Whether a verb that takes a clause can have one without ``that``: by the word behind it, its subject, or a pause before them."""
    figure = next((word for word in after if word not in _GAUGING), "")
    if after and (after[0].strip(",.:;") in NOMINATIVES or (figure[:1].isdigit() and not FINITES.isdisjoint(after))):
        return True
    if words[0] == "as" or not FINDERS.isdisjoint(words):
        return True
    if after[1:2] and after[0] not in FINITES and not FINITES.isdisjoint(after[1:]):
        return True
    before = " ".join(words[:at])
    return any(mark in before for mark in _PAUSES)
