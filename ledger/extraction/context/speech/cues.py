"""Whether a sentence can tell who says so, by the words that stand between its spaces: the rest is read only if it can."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.speech import verbs
from ledger.extraction.context.speech.phrases import DOCUMENTS
from ledger.extraction.context.speech.voices import POSSESSIVES

_BE, _COURTS, _GAUGING = GRAMMAR["be"], GRAMMAR["court"], GRAMMAR["gauging"]
_RECEIVING, _RECORDERS = GRAMMAR["receiving"], GRAMMAR["recorder"]
_PAUSES = (",", "(", "—", "–", "--", " -")
_PER_CENT = frozenset({"percent", "cent"})
_ADJECTIVES, _COLON, _FARTHER = 4, 6, 6
"""How many words may stand between an owner and the noun, up to which word behind a cue a colon may,
and how much farther than other words the link to a figure may."""

_QUOTING = frozenset(form for form, known in verbs.SPEECH.items() if known.classes == {"quote"}) - verbs.OWNED - verbs.OPINIONS
TELLING = verbs.marked(verbs.CUES - _QUOTING) | {"(source:", "(according", "went", "goes", "continued,", "continues,"}
"""The cues of a sentence without a quotation, as they stand between spaces."""
MARKED_CUES, _MARKED_DOCUMENTS = TELLING | verbs.marked(_QUOTING), verbs.marked(DOCUMENTS)


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
    cue = words[at].strip(",.:;(")
    if _names(words, at, cue):
        return True
    form = verbs.SPEECH.get(cue)
    if form is None:
        return _cites(words, at, cue)
    if cue in _RECEIVING and words[at + 1 : at + 2] == ["from"]:
        return "that" in words[at + 2 : at + 2 + verbs.FAR]
    before, by = words[at - 1] if at else "", "by" in words[at + 1 : at + 6]
    if _frames(words, at, cue, before):
        return True
    if not by and ((verbs.governs(before, cue) and not verbs.spoken_to(words, at)) or (before in _BE and form.tense == "past")):
        return False
    if by or words[at + 1 : at + 3] == ["it", "to"] or verbs.keeps_on(words, at):
        return True
    if cue in verbs.RECKONING and before in verbs.NOMINATIVES:
        return True
    here = _Cue(words, at, form, quoted)
    return any(_COMPANY[kind](here) for kind in form.classes if kind in _COMPANY)


def _names(words: list[str], at: int, cue: str) -> bool:
    """Whether a noun at ``at`` tells whose figure or view it is: ``in the words of``, ``the union's count``, ``fears that``."""
    if cue == "words" and words[at - 2 : at] == ["in", "the"]:
        return True
    if cue in verbs.OWNED and (verbs.by_the(words, at) is not None or verbs.by_whose(words, at)):
        return True
    if cue in verbs.OWNED and any(_owns(word) for word in words[max(at - _ADJECTIVES, 0) : at]):
        return True
    if cue in verbs.OPINIONS and "that" in words[at + 1 : at + verbs.FAR]:
        return True
    return cue in verbs.REVEALED and verbs.revealing(words, at) is not None


def _owns(word: str) -> bool:
    return "'" in word or "’" in word or word in POSSESSIVES


def _cites(words: list[str], at: int, cue: str) -> bool:
    """Whether a cue that is no verb names a source: ``according to``, ``as per``, ``(source:``."""
    if cue == "per":
        return at == 0 or words[at - 1] == "as" or words[at - 1][-1] == "," or words[at + 1 : at + 2] == ["the"]
    return words[at + 1 : at + 2] == ["to"] if cue == "according" else words[at][0] == "("


def _frames(words: list[str], at: int, cue: str, before: str) -> bool:
    """Whether the verb at ``at`` is one by its place: ``if X is to be believed``, ``as X puts it``, ``wants to know why``, a court's."""
    if cue == "believed" and words[at - 2 : at] == ["to", "be"] and "if" in words[:at]:
        return True
    if cue == "hear" and words[0] == "ask" and "and" in words[:at]:
        return True
    if "as" in words[:at] and words[at + 1 : at + 2] in (["it,"], ["it."], ["it"]) and (words[0] == "as" or words[at + 1] != "it"):
        return True
    if before == "to" and verbs.leads(words, at) and verbs.led(words, at) is not None:
        return True
    return cue == "told" and (not _COURTS.isdisjoint(words[:at]) or words[at - 2 : at] == ["it", "was"])


class _Cue:
    """A verb of speech at ``at``, the words ``after`` it, and whether a quotation touches its sentence."""

    __slots__ = ("after", "at", "form", "quoted", "words")

    def __init__(self, words: list[str], at: int, form: verbs.Form, quoted: bool):
        self.words, self.at, self.form, self.quoted = words, at, form, quoted
        self.after = words[at + 1 : at + 1 + verbs.FAR]


def _alone(_: _Cue) -> bool:
    return True


def _says_that(cue: _Cue) -> bool:
    """Whether a verb that takes a clause has one: behind "that", "how" or "to be", beside a quotation, or without any of them."""
    words, at, after = cue.words, cue.at, cue.after
    if cue.quoted or "that" in after or after[:1] == ["how"] or (words[at].strip(",.:;(") in verbs.TRAILING and at + 1 == len(words)):
        return True
    return ("be" in after[1:] and after[after.index("be") - 1] == "to") or _clausal(words, at, after)


def _clausal(words: list[str], at: int, after: list[str]) -> bool:
    """Whether a verb that takes a clause can have one without ``that``: by the word behind it, its subject, or a pause before them."""
    figure = next((word for word in after if word not in _GAUGING), "")
    if after and (after[0].strip(",.:;") in verbs.NOMINATIVES or (figure[:1].isdigit() and not verbs.FINITES.isdisjoint(after))):
        return True
    if words[0] == "as" or not verbs.FINDERS.isdisjoint(words):
        return True
    if after[1:2] and after[0] not in verbs.FINITES and not verbs.FINITES.isdisjoint(after[1:]):
        return True
    before = " ".join(words[:at])
    return any(mark in before for mark in _PAUSES)


def _does(cue: _Cue) -> bool:
    """Whether a gerund follows, perhaps behind a link: ``denied taking``, ``ruled out closing``."""
    doing = cue.after[cue.after[:1] != [] and cue.after[0] in cue.form.links :][:1]
    return bool(doing) and doing[0].endswith("ing")


def _records(cue: _Cue) -> bool:
    words, at = cue.words, cue.at
    return not (verbs.PERFECT.isdisjoint(words[max(at - 3, 0) : at]) and _RECORDERS.isdisjoint(words[:at]))


def _calls(cue: _Cue) -> bool:
    return cue.quoted or "what" in cue.words[: cue.at] or cue.after[:1] == ["it"]


def _states(cue: _Cue) -> bool:
    """Whether a paper may be what states a figure."""
    return cue.words[0] in ("it", "they") or not _MARKED_DOCUMENTS.isdisjoint(cue.words)


def _links(cue: _Cue) -> bool:
    links = cue.form.links
    reach = cue.words[cue.at + 1 : cue.at + 1 + verbs.FAR + _FARTHER]
    return not links or any(word.strip('"“.,;') in links for word in reach) or _states(cue)


def _shares(cue: _Cue) -> bool:
    return cue.words[0] == "it" or any("%" in word or word.strip(",.;:)") in _PER_CENT for word in cue.after)


_COMPANY: dict[str, Callable[[_Cue], bool]] = {
    "say": _alone,
    "vow": _alone,
    "claim": _alone,
    "accuse": _alone,
    "ask": _alone,
    "tally": _alone,
    "quote": lambda cue: cue.quoted,
    "that": _says_that,
    "clause": lambda cue: "that" in cue.after,
    "poll": lambda cue: any(word[-1] in ":;" for word in cue.after),
    "colon": lambda cue: any(word[-1] == ":" for word in cue.words[cue.at : cue.at + _COLON]),
    "memory": lambda cue: not verbs.TOLD.isdisjoint(cue.after),
    "why": lambda cue: cue.after[:1] != [] and cue.after[0] in verbs.ASKED,
    "out": lambda cue: cue.after[:2] == ["out", "that"],
    "gerund": _does,
    "record": _records,
    "name": _calls,
    "figure": _links,
    "document": _states,
    "court": lambda cue: not _COURTS.isdisjoint(cue.words),
    "sight": lambda cue: not {*cue.form.links}.isdisjoint(cue.after),
    "share": _shares,
}
"""What a verb of each class (see ``speech.tsv``) must have around it."""
