"""Whether what stands behind a verb of speech is said by its subject, by the verb's classes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.inflection import is_plural
from ledger.extraction.context.speech import figures
from ledger.extraction.context.speech.clauses import AWAY, that, verbal
from ledger.extraction.context.speech.passage import Passage
from ledger.extraction.context.speech.phrases import DETERMINERS, DOCUMENTS, FELLOWS, PREPOSITIONS, PRONOUNS, after, likely, speaks
from ledger.extraction.context.speech.saying import JOINED, NUMERALS, Saying, counts, finite, predicated
from ledger.extraction.context.speech.subjects import Subject, closes
from ledger.extraction.context.speech.verbs import ASKED, FAR, FINDERS, FINITES, NOMINATIVES, TOLD, Form
from ledger.extraction.context.speech.voices import Voice
from ledger.extraction.context.speech.words import ENDS, TIMES
from ledger.extraction.context.word_classes import ADVERB, AUXILIARY, INFINITIVE, NOUN, PAST, THIRD
from ledger.extraction.context.word_classes import classes as word_classes

_PLAIN, _COURTS, _TELLING, _JOINING = GRAMMAR["plain"], GRAMMAR["court"], GRAMMAR["telling"], GRAMMAR["conjunction"]
_INSTRUMENTS, _CLAUSAL = GRAMMAR["instrument"], GRAMMAR["clausal"] | DETERMINERS | PRONOUNS
_ARTICLES, _HAVING_WHOLE = frozenset({"the", "a", "an", "one"}), frozenset({"say", "that", "claim", "clause", "quote"})
_STANDING_IN = frozenset({"he", "they", "it", "anaphor"})
"""Kinds of voices that stand for somebody named before."""
_THINGS = frozenset({"one", "this", "that"})
_RELATIVES, _GAP = frozenset({"which", "that"}), 6
"""What opens a clause in which somebody says what its own verb tells, and within how many tokens before the verb of speech."""
_AFTERWARDS = GRAMMAR["subordinator"] | {"following", "during"}
_UNSTATED = ENDS | _JOINING | NOMINATIVES | _AFTERWARDS
"""What ends the clause that a verb may state."""
_MUSING = frozenset({"think", "thinks", "thought"})
_FINITE = PAST | THIRD | ADVERB | AUXILIARY


def takes(passage: Passage, at: int, form: Form, found: Subject, speaker: Voice) -> bool:
    """Whether what follows the verb at token ``at`` is said by its subject, by the classes of the verb."""
    saying, classes, phrase = Saying(passage, at, form, found, speaker), form.classes, found.phrase
    low, head, behind = saying.low, saying.head, saying.behind
    if head in DOCUMENTS and _reads_off(saying):
        return False
    if low[at] in _PLAIN or ("document" in classes and head in DOCUMENTS):
        return True
    if "court" in classes and head in _COURTS:
        return not counts(low, at) or predicated(passage, at)  # not "the court heard 12 witnesses"
    if behind == "that" and not classes.isdisjoint(("say", "claim")) and (found.start < phrase.start or head[-1:] == "s"):
        return True
    if speaker.kind not in _STANDING_IN and head not in FELLOWS and not likely(passage.words, phrase.end):
        return False
    if not classes.isdisjoint(_HAVING_WHOLE) and _has_clause(saying):
        return True
    if "say" in classes:
        return _says(saying)
    return any(kind in classes and test(saying) for kind, test in _COMPLEMENTS.items())


def gaps(passage: Passage, at: int) -> bool:
    """Whether the verb at token ``at`` stands in a relative clause before that clause's own verb: ``which Kiel [estimates] could cost``."""
    low, words = passage.low, passage.words
    behind = low[at + 1] if at + 1 < passage.count else ""
    if not (behind in FINITES or word_classes(behind) & (PAST | THIRD)):
        return False
    start = next((place for place in range(at - 1, max(at - _GAP, 0), -1) if low[place] in _RELATIVES), at - 1) + 1
    named = start < at and (low[start] in DETERMINERS or all(words.capital(place) for place in range(start, at)))
    return named and likely(words, at - 1)


def _has_clause(saying: Saying) -> bool:
    """Whether a clause or a quotation opens behind the verb: ``said that``, ``found how``, ``replied: "``, ``agreed with her that``."""
    passage, at, behind, classes = saying.passage, saying.at, saying.behind, saying.form.classes
    if behind == "that" or (behind == "how" and "that" in classes) or passage.opens_quotation(at + 1 + (behind == "on")):
        return True
    return ("claim" in classes and that(passage, at) is not None) or ("clause" in classes and _granted(passage, at))


def _says(saying: Saying) -> bool:
    """Whether a verb of saying says what follows; not ``thinks of the 40 men``, nor in ``a report announced in May`` the report."""
    passage, at = saying.passage, saying.at
    if "that" in saying.form.classes and (_to_be(saying.low, at) or gaps(passage, at)):
        return True
    if saying.behind == "of" and saying.low[at] in _MUSING:
        return False
    plain = saying.found.placement == "plain" and saying.form.tense == "past"
    participial = plain and closes(passage.words, at + 1) and saying.head in DOCUMENTS
    return not (participial or _addresses(passage, at)) or that(passage, at) is not None


def _claims(saying: Saying) -> bool:
    """``announced it would``, ``claimed visits had doubled``, ``claims maintenance crews earn 40``; not ``claimed the 40 parcels``."""
    passage, at, low, behind = saying.passage, saying.at, saying.low, saying.behind
    if gaps(passage, at):
        return True
    if behind in _CLAUSAL or (behind[:1].isalpha() and passage.words.capital(at + 1)):
        return behind not in DETERMINERS or behind in PRONOUNS or behind == "that" or predicated(passage, at)
    if counts(low, at) and passage.tokens[at + 2 : at + 3] in (["."], [";"]):
        return True  # "police counted 400; organisers claimed 900."
    return (is_plural(behind) and finite(passage, at)) or _do(low, at) or _tells_of_count(saying)


def _holds(saying: Saying) -> bool:
    """``calculated the loss to be 40``, ``noted it had``, ``found 40 shops had closed``, ``found gambling was in decline``."""
    passage, at, low, behind = saying.passage, saying.at, saying.low, saying.behind
    if _to_be(low, at) or gaps(passage, at) or _tells_of_count(saying) or that(passage, at) is not None:
        return True
    if (behind in NOMINATIVES and not _is_object(low, at + 1)) or (saying.head in FINDERS and behind in DETERMINERS):
        return True
    return _opens(passage, saying.found) and _states(passage, at)


def _tells_of_count(saying: Saying) -> bool:
    """Whether what is counted behind the verb does something: ``claimed 200 soldiers had fled``; not ``wrote three times``."""
    return counts(saying.low, saying.at) and predicated(saying.passage, saying.at) and not _repeats(saying.low, saying.at)


def _asks_why(saying: Saying) -> bool:
    """``knows why``, ``asked how 40 could``; not ``knew how many``, nor who was asked."""
    if saying.behind not in ASKED or saying.passage.open or saying.low[saying.at + 2 : saying.at + 3] in (["many"], ["much"]):
        return False
    return not _was_asked(saying.passage, saying.at, saying.found)


def _points_out(saying: Saying) -> bool:
    """``pointed out that``."""
    return saying.low[saying.at + 1 : saying.at + 3] == ["out", "that"]


def _owns_to(saying: Saying) -> bool:
    """Whether a deed follows: ``admitted stealing 40 cars``, ``recalled holding the rope``, ``ruled out closing 40 shops``."""
    low, at = saying.low, saying.at
    doing = at + 2 if saying.behind in saying.form.links and at + 2 < saying.passage.count else at + 1
    gerund = low[doing] if doing < saying.passage.count else ""
    taking = counts(low, doing) or (doing + 1 < saying.passage.count and low[doing + 1] in DETERMINERS)
    return gerund.endswith("ing") and (doing > at + 1 or not word_classes(gerund) & NOUN or taking)


def _remembers(saying: Saying) -> bool:
    """``remembers meetings that ended after six minutes``."""
    return saying.speaker.kind != "body" and _is_told(saying.passage, saying.at)


def _names(saying: Saying) -> bool:
    """``described the raid, which involved 140 men, as the biggest``, ``called it the worst in 40 years``, ``what she called``."""
    low, at, start = saying.low, saying.at, saying.found.start
    if "as" in saying.form.links and "as" in low[at + 1 : at + FAR + FAR]:
        return True
    if saying.behind == "it" and saying.form.tense != "ing" and low[at + 2 : at + 3] != [] and low[at + 2] in _ARTICLES:
        return True
    return start > 0 and low[start - 1] == "what"


def _accuses(saying: Saying) -> bool:
    """``accused the firm of``."""
    return "of" in saying.low[saying.at + 1 : saying.at + FAR]


def _was_asked(passage: Passage, at: int, found: Subject) -> bool:
    """Whether "asked" at token ``at`` stands between commas before a subject's own verb: ``A spokesman, [asked] how, would not say``."""
    comma = passage.first(",", at, passage.count) + 1
    if found.placement != "aside" or comma >= passage.count:
        return False
    return passage.low[comma] in FINITES or bool(word_classes(passage.low[comma]) & (PAST | THIRD))


def _to_be(low: list[str], at: int) -> bool:
    """Whether a figure is what something is said to be by the verb at token ``at``: ``calculated the loss [to be 40]``."""
    near = low[at + 1 : at + FAR]
    be = next((place for place, word in enumerate(near) if near[place : place + 2] == ["to", "be"]), -1)
    parts = ENDS | JOINED | PREPOSITIONS - {"of"}
    return be > 0 and parts.isdisjoint(near[:be]) and counts(near, be + 1)


def _is_told(passage: Passage, at: int) -> bool:
    """Whether more is told of what somebody recalls by the verb at token ``at``, before any figure: ``recalls [a man who slept]``."""
    for place in range(at + 1, min(at + _GAP, passage.count)):
        word = passage.low[place]
        if word in TOLD:
            return place > at + 1
        if word in ENDS or word[0].isdigit() or word in NUMERALS:
            return False
    return False


def _leads_to_colon(saying: Saying) -> bool:
    """Whether a clause stands behind the word and a colon: ``are [clear]: 40 must go``, ``[agree] on one thing: ...``."""
    passage, at = saying.passage, saying.at
    colon = passage.first(ENDS, at + 1, passage.count, at + figures.SOON)
    between = passage.low[at + 1 : colon]
    if passage.tokens[colon : colon + 1] != [":"] or (between and (between[0] != "on" or _THINGS.isdisjoint(between))):
        return False
    return any(verbal(passage, place) for place in range(colon + 1, min(colon + FAR, passage.count)))


def _granted(passage: Passage, at: int) -> bool:
    """Whether a clause stands behind an adverbial of the verb at token ``at``: ``agreed with Ana Ruiz that``."""
    conjunction = that(passage, at)
    if conjunction is None or conjunction + 1 >= passage.count or passage.low[conjunction + 1] in FINITES:
        return False
    last = passage.low[conjunction - 1]
    short = conjunction - at == len(("under", "oath", "that"))
    return short or last in TIMES or speaks(last) or passage.words.capital(conjunction - 1)


def _asks(saying: Saying) -> bool:
    """Whether the verb asks for what follows: ``urged the council to buy 40 pumps``, ``demanded that it buy 40``."""
    low, at, form = saying.low, saying.at, saying.form
    near = low[at + 1 : at + FAR]
    near = near[: next((place for place, word in enumerate(near) if word in ENDS), len(near))]
    if near[:1] == ["that"] or not near:
        return bool(near)
    if near[0] in form.links and near[0] == "for":  # "called for 40 million in aid"
        return any(figures.is_amount(word) for word in near[: next((at for at, word in enumerate(near) if word in _AFTERWARDS), len(near))])
    if "on" in form.links:  # "called on donors to suspend 40 million"
        return near[0] == "on" and "to" in near
    return "to" in form.links and near.count("to") > (near[0] == "to") and not counts(low, at)


def _reads_off(saying: Saying) -> bool:
    """Whether a thing says nothing: ``The sensor [recorded] gusts of 90``, ``The results, [promised] for 12 July, will``."""
    passage, at, form, found = saying.passage, saying.at, saying.form, saying.found
    if "record" in form.classes and passage.low[found.phrase.end] in _INSTRUMENTS:
        return True
    told = form.tense == "past" and passage.tokens[at - 1] == "," and found.phrase.end == at - 2
    return told and passage.low[at] not in _PLAIN and closes(passage.words, at + 1)


def _do(low: list[str], at: int) -> bool:
    """Whether several, soon behind the verb at token ``at``, do something: ``claims maintenance [crews earn] 40 a day``."""
    for word, behind in pairwise(low[at + 1 : at + 5]):
        if word in ENDS or word in PREPOSITIONS:
            return False
        if is_plural(word) and word_classes(behind) & (INFINITIVE | NOUN) == INFINITIVE:
            return True
    return False


def _opens(passage: Passage, found: Subject) -> bool:
    """Whether a subject begins its clause: not in ``the body divers [found] was old``."""
    return found.placement == "plain" and (found.start == 0 or not passage.tokens[found.start - 1][0].isalnum())


def _states(passage: Passage, at: int) -> bool:
    """Whether a clause without ``that`` follows: ``found [gambling was] in decline``, not ``wrote books she had planned``."""
    words, low = passage.words, passage.low
    if at + 1 >= passage.count or low[at + 1] in PREPOSITIONS or low[at + 1] in TIMES:
        return False
    for place in range(at + 1, min(at + FAR, passage.count)):
        word = low[place]
        if word in _UNSTATED or (words.capital(place) and is_plural(low[place - 1])):
            return False
        if word in FINITES and passage.tokens[place] != "May":
            return place > at + 1
    return False


def _addresses(passage: Passage, at: int) -> bool:
    """Whether nothing but a time follows whom the verb at token ``at`` speaks to: ``had warned the museum as early as 2029``."""
    if passage.low[at] in _TELLING and passage.low[at + 1 : at + 2] != ["of"] and counts(passage.low, at) and not predicated(passage, at):
        return True  # "told 12 people to rest"
    hearer = after(passage.words, at + 1) if passage.low[at] in _TELLING else None
    if passage.low[at] in _TELLING and any(_away(passage, place) for place in range(at + 2, at + 5)):
        return True  # "warned its members two weeks ago"
    if hearer is None or passage.low[hearer.end + 1 : hearer.end + 2] not in (["as"], ["in"], ["on"], ["last"]):
        return False
    end = passage.first(ENDS, hearer.end + 1, passage.count)
    if any(verbal(passage, place) for place in range(hearer.end + 1, end)):
        return False
    clause = range(end + 2, passage.first(ENDS, end + 1, passage.count))  # "told a crowd in Kiel on Monday, prices would fall"
    bare = passage.tokens[end : end + 1] == [","] and clause and passage.low[end + 1] not in JOINED | _JOINING
    return not (bare and not passage.low[end + 1].endswith("ing") and any(passage.low[place] in FINITES for place in clause))


def _away(passage: Passage, at: int) -> bool:
    """Whether how long before or after ends the clause from token ``at``: ``two weeks ago``, ``14 days in advance``."""
    low = passage.low[at : at + 4]
    if len(low) < 3 or not (low[0][0].isdigit() or low[0] in NUMERALS) or low[1] not in TIMES:
        return False
    end = at + (4 if low[2:] == ["in", "advance"] else 3)
    return low[2] in AWAY | {"ahead", "in"} and (end >= passage.count or passage.tokens[end] in ENDS)


def _repeats(low: list[str], at: int) -> bool:
    """Whether the figure behind the verb at token ``at`` says how often or how long it is done: ``wrote [three times] to ask``."""
    place = next((place for place in range(at + 1, min(at + FAR, len(low))) if low[place][0].isdigit() or low[place] in NUMERALS), at)
    if low[place + 2 : place + 3] != [] and low[place + 2] in FINITES:
        return False  # "claimed three years had been lost"
    return low[place + 1 : place + 2] == ["times"] or (place + 1 < len(low) and low[place + 1] in TIMES)


def _is_object(low: list[str], at: int) -> bool:
    """Whether the "it" or "you" at token ``at`` has no verb: ``wrote it in six weeks``."""
    return low[at] in ("it", "you") and at + 1 < len(low) and low[at + 1] not in FINITES and not word_classes(low[at + 1]) & _FINITE


_COMPLEMENTS: Mapping[str, Callable[[Saying], bool]] = {
    "that": _holds,
    "claim": _claims,
    "colon": _leads_to_colon,
    "why": _asks_why,
    "out": _points_out,
    "ask": _asks,
    "gerund": _owns_to,
    "memory": _remembers,
    "name": _names,
    "accuse": _accuses,
    "figure": figures.figure,
    "record": figures.record,
    "sight": figures.sight,
    "vow": figures.vow,
    "share": figures.share,
    "tally": figures.tally,
}
"""By a class of verbs, which ``speech.tsv`` tells of, whether what stands behind such a verb is what its subject says."""
