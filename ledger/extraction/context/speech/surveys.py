"""What a survey found: which sentences tell it, and who asked."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from itertools import pairwise

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.speech.phrases import CARDINALS, after
from ledger.extraction.context.speech.subjects import subject
from ledger.extraction.context.speech.verb_groups import verb
from ledger.extraction.context.speech.verbs import marked
from ledger.extraction.context.speech.voices import Voice, voice
from ledger.extraction.context.speech.words import Words

_RESPONDENTS, ASKED, _OPINIONS = (marked(GRAMMAR[kind]) for kind in ("respondent", "asked", "opinion"))
_SURVEYED = marked(GRAMMAR["surveyed"])
_BE, _GIVEN = marked(GRAMMAR["be"]), marked(GRAMMAR["projected"])
_SURVEYS, _PARTS = GRAMMAR["survey"], GRAMMAR["part"]
_PER_CENT, _QUESTIONED = GRAMMAR["per_cent"], GRAMMAR["surveyed"] | {"asked"}
_SAY, _TOLD = frozenset({"say", "said"}), frozenset({"they", "their", "that"})
_ANSWERED = marked(_QUESTIONED)
_ASK, _HAS = marked({"asked"}), frozenset({"has", "had"})
_PARTED = frozenset({"among", "those", "those,", "these,", "them,"})
ANSWERING = _RESPONDENTS | _OPINIONS | _GIVEN | _SURVEYS | _PARTED | _ASK | _SAY | _ANSWERED | _PARTS | {"on"}
"""What a sentence must have to tell what a survey found."""
ASKING = ("asked by ", "when ", "of ")
"""How a sentence begins that says who asked, or of whom it tells what they answered."""
_NAMED_IN, _ASKED_IN = 6, 8
"""Among how many words of its beginning a sentence names the survey that it tells of, or says that somebody asked."""
_OPENS = 24
"""Among how many tokens the comma stands behind those who answered."""
_BACKSHIFTED = frozenset({"had", "were", "said"})
_LEADING, _LEAD = GRAMMAR["gauging"], 5
"""What may stand before a share that opens a sentence, and among how many words it does."""
_SUBJECT = 8
"""How many words a share may stand before the verb that it is the subject of."""


def tells(words: list[str], met: AbstractSet[str]) -> bool:
    """Whether a sentence, cut at its spaces, tells what a survey found; ``met`` are at least those of its words in ``ANSWERING``."""
    return not met.isdisjoint(ANSWERING) and any(tell(words) for signs, tell in _TELLERS if not met.isdisjoint(signs))


def names_respondents(words: list[str]) -> bool:
    """Whether a sentence tells of a survey by words that only a survey has, so that somebody else may have spoken in between."""
    return not _SURVEYED.isdisjoint(words) or _says(words)


def asker(words: Words) -> Voice | None:
    """The name that asked: ``When Lumen first asked the question, 40 percent were in favour.``, ``Asked by Lumen, 40 percent ...``"""
    if words.low[0] == "of":
        return _of_respondents(words)
    if words.low[1:2] == ["by"]:
        phrase = after(words, 2)
        return voice(words, phrase) if phrase is not None else None
    at = words.low.index("asked") if "asked" in words.low else 0
    before = verb(words, at)
    place = before.at - (before.at > 0 and words.low[before.at] in ("first", "last"))
    found = subject(words, at, place) if not before.passive else None
    return voice(words, found.phrase) if found is not None and words.capital(found.phrase.end) else None


def fronted(words: Words, at: int) -> Voice | None:
    """The survey that begins with word ``at`` of a sentence: ``In a poll by Lumen, 40 percent of respondents ...``."""
    phrase = after(words, at)
    return voice(words, phrase) if phrase is not None and words.low[phrase.end] in _SURVEYS else None


def _of_respondents(words: Words) -> Voice | None:
    """The survey, or who made it, of whose answers a sentence tells a part: ``Of the 58 who answered a survey by Lumen, ...``."""
    comma = next((at for at, token in enumerate(words.tokens[:_OPENS]) if token == ","), 0)
    for at in range(2, comma):
        if words.low[at] in _SURVEYS and not words.capital(at):
            return fronted(words, at)
        if words.low[at] in _QUESTIONED and words.low[at + 1] == "by":
            phrase = after(words, at + 2)
            return voice(words, phrase) if phrase is not None else None
    return None


def held(words: Words) -> Voice | None:
    """The survey of whose answers a relative clause tells: ``They held a survey in which 40 percent ...``"""
    at = _in_which(words.low)
    return fronted(words, at) if at > 0 else None


def _in_which(words: list[str]) -> int:
    """The word for a survey before "in which" and a share; 0 without one: not ``The survey in which 40 people took part``."""
    at = next((at for at in range(len(words) - 4) if words[at] in _SURVEYS and words[at + 1 : at + 3] == ["in", "which"]), 0)
    lead = words[at + 3 : at + 3 + _LEAD] if at else []
    parted = any(word in ("in", "of") and _figure(few) and _figure(many) for few, word, many in zip(lead, lead[1:], lead[2:], strict=False))
    return at if parted or _gives_a_share(lead) else 0


def _surveys(words: list[str]) -> bool:
    """Whether a sentence opens with the survey that it tells of: ``In a recent online poll for Lumen, ...``."""
    return words[:1] == ["in"] and not _SURVEYS.isdisjoint(words[:_NAMED_IN])


def holds(words: list[str]) -> bool:
    """Whether a survey that opens a sentence has somebody at a share: ``The tracker has both on 38%.``"""
    shares = any("%" in word or word in _PER_CENT for word in words)
    return shares and not _SURVEYS.isdisjoint(words[:_NAMED_IN]) and not _HAS.isdisjoint(words[: _SUBJECT + _NAMED_IN])


def _asked(words: list[str]) -> bool:
    """Whether a sentence opens with who asked: ``Asked by Ipsos in May, 40% were in favour.``"""
    asks = words[:2] == ["asked", "by"] or (words[:1] == ["when"] and not _ASK.isdisjoint(words[:_ASKED_IN]))
    return asks and _gives_a_share(words)


def _parts(words: list[str]) -> bool:
    """Whether a sentence tells of a part of those who were asked: ``Among women it was 71%.``, ``Of those under 40, ...``"""
    if words[:1] == ["of"] and not _ANSWERED.isdisjoint(words[:_OPENS]):
        return True  # "Of 400 farmers polled by Lumen, 12 had sold."
    if words[:2] in (["of", "those,"], ["of", "these,"], ["of", "them,"]):
        return True  # "Of those, 40 had waited for a year."
    return (words[:1] == ["among"] or words[:2] == ["of", "those"]) and _gives_a_share(words)


def _gives_a_share(words: list[str]) -> bool:
    return any("%" in word or word.startswith("percent") or word.strip(".,;") in _PARTS for word in words)


def _answers(words: list[str]) -> bool:
    """Whether a share of somebody holds an opinion: ``A third of them opposed it``."""
    at = next(at for at, word in enumerate(words) if word in _OPINIONS)
    return _gives_a_share(words[max(at - _SUBJECT, 0) : at])


def _projects(words: list[str]) -> bool:
    return any(be in _BE and given in _GIVEN for be, given in pairwise(words))


def _bare(words: list[str]) -> bool:
    """Whether a sentence opens with a share of nobody that it names, who had done something: ``Nearly a quarter had fallen asleep.``"""
    at = next((at for at, word in enumerate(words[:_LEAD]) if word not in _LEADING), len(words))
    if at + 1 < len(words) and _figure(words[at]):
        at += 1 + (words[at + 1] == "per")
    return at + 1 < len(words) and words[at] in _PARTS | _PER_CENT and words[at + 1] in _BACKSHIFTED


def _says(words: list[str]) -> bool:
    """Whether a share of somebody says it: ``One in five voters say they ...``, ``58% said they ...``"""
    at = next((at for at, word in enumerate(words) if word in _SAY), 0)
    shared = _gives_a_share(words[:at][-_SUBJECT:]) or "in" in words[:at][-_SUBJECT:]
    return shared and bool(words[at + 1 : at + 2]) and words[at + 1] in _TOLD


def _stands(words: list[str]) -> bool:
    """Whether somebody stands at a share: ``The Liberals are on 12 percent.``"""
    places = [at for at, word in enumerate(words) if word == "on"]
    return any(words[at - 1] in _BE and _figure(words[at + 1]) for at in places if 0 < at < len(words) - 1)


def _figure(word: str) -> bool:
    return word[0].isdigit() or word.rstrip(".,;") in CARDINALS


_TELLERS: tuple[tuple[AbstractSet[str], Callable[[list[str]], object]], ...] = (
    (_RESPONDENTS, bool), (frozenset({"on"}), _stands), (_ASK, _asked), (_SURVEYS, _surveys), (_SURVEYS, holds),
    (_SURVEYS, _in_which),
    (_PARTED | _ANSWERED, _parts), (_OPINIONS, _answers), (_SAY, _says), (_GIVEN, _projects), (_PARTS, _bare),
)  # fmt: skip
"""Ways in which a sentence tells what a survey found, each behind words of which it must have one."""
