"""Where a verb of speech, or what looks like one, tells a deed, a duty or a day and nobody's words."""

from __future__ import annotations

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.speech import verbs
from ledger.extraction.context.speech.complements import gaps
from ledger.extraction.context.speech.passage import Passage
from ledger.extraction.context.speech.subjects import RELATIVES, acts, closes
from ledger.extraction.context.speech.verb_groups import Verb
from ledger.extraction.context.speech.words import ENDS, TIMES
from ledger.extraction.context.word_classes import NOUN, classes

_PLAIN = GRAMMAR["plain"]
_REMINDED, _LIKELY = frozenset({"remember", "recall", "know", "notice"}), frozenset({"will", "may", "might"})
_BEHIND_NOUNS = frozenset({"from", "for", "by", "about"})
_POSTS = (["work"], ["duty"], ["service"], ["training"], ["prison"])
_DUE, _ABLE, _AWAITED = frozenset({"must", "shall", "should"}), frozenset({"can", "could"}), frozenset({"expect", "anticipate"})


def is_noun(passage: Passage, at: int, form: verbs.Form) -> bool:
    """Whether token ``at`` is a noun: ``early [reports] put``, ``union [claims] of a plot``, ``Cost [estimates] for the dam``."""
    low, behind = passage.low, passage.low[at + 1] if at + 1 < passage.count else ""
    if form.tense == "third" and behind:
        told = verbs.SPEECH.get(behind)
        finite = behind in verbs.FINITES or (told is not None and told.tense in ("base", "past"))
        if finite and low[at] not in _PLAIN and not gaps(passage, at):
            return True
        if low[at] in verbs.OWNED and behind == "of":
            return True
    if form.tense == "third" and at and classes(low[at]) & NOUN and acts(low[at - 1]):
        return True  # "the minister rejected claims that"
    if form.tense == "base" and low[at - 1 : at] == ["most"]:
        return True  # "the most elaborate chase"
    if form.tense not in ("third", "base") or low[at] not in verbs.OWNED or not behind:
        return False
    return "that" not in low[at:] if behind in _BEHIND_NOUNS else verbs.by_whose(low, at)


def _reports(passage: Passage, at: int, before: Verb) -> bool:
    """Whether somebody only goes to report or has a day for it: ``must [report] to prison``, ``will [report] within 90 days``."""
    low, behind = passage.low, passage.low[at + 1 : at + 3]
    if behind[:1] in (["on"], ["in"]) and low[at] != "reported" and _dated(passage, at + 2):
        return True  # "The firm reports on 4 May"
    if "that" in low[at:]:
        return False
    if before.at + 1 != at and (behind[:1] == ["to"] or (low[at] == "report" and closes(passage.words, at + 1))):
        return True
    if behind[:1] in (["for"], ["to"]) and behind[1:] in _POSTS:
        return True
    return behind == ["to", "the"] and closes(passage.words, at + 4)  # "reported to the police"


def _dated(passage: Passage, at: int) -> bool:
    """Whether a date and nothing else stands between token ``at`` and the end of the clause."""
    end = passage.first(ENDS, at, passage.count)
    return at < end and all(passage.low[place] in TIMES or passage.tokens[place][0].isdigit() for place in range(at, end))


def is_deed(passage: Passage, at: int, before: Verb) -> bool:
    """Whether a verb of speech tells what is done or left: ``reported for work``, ``confirmed it by 12 votes``, ``told nobody``."""
    behind = passage.low[at + 1 : at + 3]
    if passage.low[at].startswith("report") and _reports(passage, at, before):
        return True
    if behind[:1] in (["nobody"], ["nothing"]) and "but" not in passage.low[at:]:
        return closes(passage.words, at + 2)  # not "said nobody had come"
    if behind[:1] == ["in"] and passage.low[at].startswith("believe"):
        return True
    if behind[:1] == ["of"] and passage.low[at] == "accused":
        return RELATIVES.isdisjoint(passage.low[max(at - 4, 0) : at])  # not "the firm, which the union accused of hiding $3m"
    if "votes" not in passage.low[at:]:
        return False
    votes = passage.low.index("votes", at)
    by = passage.low[votes - 2] == "by" and passage.low[votes + 1 : votes + 2] == ["to"]
    return by and verbs.FINITES.isdisjoint(passage.low[at + 1 : votes])  # not "said it had passed by 12 votes to 9"


def is_due(auxiliaries: list[str], verb: str, behind: list[str]) -> bool:
    """Whether somebody is told what to do or to await: ``Owners [must] report fires``, ``Visitors [can] expect queues``."""
    if verb in _REMINDED and not _LIKELY.isdisjoint(auxiliaries):
        return True  # "as older readers will remember"
    if behind == ["that"] or not verbs.PERFECT.isdisjoint(auxiliaries):
        return False
    return not _DUE.isdisjoint(auxiliaries) or (verb in _AWAITED and not _ABLE.isdisjoint(auxiliaries))
