"""Whether what stands behind a verb of speech is said by its subject, by the verb's classes."""

from __future__ import annotations

from itertools import pairwise

from ledger import lexicon
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.inflection import is_plural
from ledger.extraction.context.speech.clauses import that, verbal
from ledger.extraction.context.speech.passage import Passage
from ledger.extraction.context.speech.phrases import (
    CARDINALS,
    DETERMINERS,
    DOCUMENTS,
    FELLOWS,
    PREPOSITIONS,
    PRONOUNS,
    TITLES,
    after,
    likely,
    speaks,
)
from ledger.extraction.context.speech.subjects import Subject, closes, verb
from ledger.extraction.context.speech.verbs import ASKED, FAR, FINDERS, FINITES, NOMINATIVES, PERFECT, TOLD, Form
from ledger.extraction.context.speech.voices import Voice
from ledger.extraction.context.speech.words import ENDS, TIMES
from ledger.extraction.context.word_classes import ADVERB, AUXILIARY, INFINITIVE, NOUN, PAST, THIRD
from ledger.extraction.context.word_classes import classes as word_classes

_PLAIN, _SURVEYS, _COURTS, _RECORDERS = GRAMMAR["plain"], GRAMMAR["survey"], GRAMMAR["court"], GRAMMAR["recorder"]
_GAUGING, _NUMERALS, _CHANCES, _VOTES = GRAMMAR["gauging"], GRAMMAR["many"] | CARDINALS, GRAMMAR["chance"], GRAMMAR["ballot"]
_JOINING, _SHARES, _TELLING = GRAMMAR["conjunction"], GRAMMAR["per_cent"], GRAMMAR["telling"]
_PEOPLE = GRAMMAR["tolled"] | lexicon.words("persons_plural.txt") | lexicon.words("persons.txt")
_RIVALS = frozenset({"police", "organisers", "organizers"})
"""Those who give rival figures of a crowd."""
_AWAY = frozenset({"ago", "earlier", "later", "before", "ahead", "in"})
_INSTRUMENTS = GRAMMAR["instrument"]
_JOINED = frozenset({"and", "who", "which", "that"})
_THINGS = frozenset({"one", "this", "that"})
_RELATIVES, _GAP = frozenset({"which", "that"}), 6
"""What opens a clause in which somebody says what its own verb tells, and within how many tokens before the verb of speech."""
_CLAUSAL = GRAMMAR["clausal"] | DETERMINERS | PRONOUNS
_CURRENCIES, _AFTERWARDS = frozenset("$£€"), GRAMMAR["subordinator"] | {"following", "during"}
_GIVING = frozenset({"body", "name", "person", "role", "group", "he"})
_MUSING = frozenset({"think", "thinks", "thought"})
_PERSONAL = frozenset({"person", "role", "he"})
"""Kinds of voices that can give a share, and that promise in words."""


def takes(passage: Passage, at: int, form: Form, found: Subject, speaker: Voice) -> bool:
    """Whether what follows the verb at token ``at`` is said by its subject, by the classes of the verb."""
    words, low, phrase, classes = passage.words, passage.low, found.phrase, form.classes
    behind = low[at + 1] if at + 1 < passage.count else ""
    head = low[phrase.end]
    if head in DOCUMENTS and _reads_off(passage, at, form, found):
        return False
    if low[at] in _PLAIN or ("document" in classes and head in DOCUMENTS):
        return True
    if "court" in classes and head in _COURTS:
        return not counts(low, at) or _predicated(passage, at)  # not "the court heard 12 witnesses"
    if behind == "that" and not classes.isdisjoint(("say", "claim")) and (found.start < phrase.start or head[-1:] == "s"):
        return True
    pronoun = speaker.kind in ("he", "they", "it", "anaphor")
    if not (pronoun or head in FELLOWS or likely(words, phrase.start, phrase.end)):
        return False
    told = behind == "that" or (behind == "how" and "that" in classes) or passage.opens_quotation(at + 1 + (behind == "on"))
    told = told or ("claim" in classes and that(passage, at) is not None) or ("clause" in classes and _granted(passage, at))
    if told and not classes.isdisjoint(("say", "that", "claim", "clause", "quote")):
        return True
    if "that" in classes and _to_be(low, at):
        return True
    if gaps(passage, at) and not classes.isdisjoint(("that", "claim")):
        return True
    if "colon" in classes and _leads_to_colon(passage, at):
        return True
    if behind == "of" and low[at] in _MUSING:
        return False  # "thinks of the 40 men"
    if "say" in classes:  # of "a report announced in May" the report is no speaker
        participial = found.placement == "plain" and form.tense == "past" and closes(words, at + 1) and head in DOCUMENTS
        return not (participial or _addresses(passage, at)) or that(passage, at) is not None
    if low[at + 1 : at + 3] == ["it", "to"] and that(passage, at) is not None:
        return True  # "put it to her that"
    if "why" in classes and behind in ASKED and not passage.open and low[at + 2 : at + 3] not in (["many"], ["much"]):
        return not _was_asked(passage, at, found)
    if "out" in classes and low[at + 1 : at + 3] == ["out", "that"]:
        return True
    if "ask" in classes and _asks(low, at, form):
        return True
    if "claim" in classes and (behind in _CLAUSAL or (behind[:1].isalpha() and words.capital(at + 1))):
        return behind not in DETERMINERS or behind in PRONOUNS or behind == "that" or _predicated(passage, at)
    if "claim" in classes and counts(low, at) and passage.tokens[at + 2 : at + 3] in (["."], [";"]):
        return True  # "police counted 400; organisers claimed 900."
    doing = at + 2 if behind in form.links and "gerund" in classes and at + 2 < passage.count else at + 1  # "ruled out closing 40 shops"
    gerund = low[doing] if "gerund" in classes and doing < passage.count else ""
    taking = counts(low, doing) or (doing + 1 < passage.count and low[doing + 1] in DETERMINERS)
    if gerund.endswith("ing") and (doing > at + 1 or not word_classes(gerund) & NOUN or taking):
        return True  # "admitted stealing 40 cars", "recalled holding the rope"
    if "claim" in classes and ((is_plural(behind) and _finite(passage, at)) or _do(low, at)):
        return True  # "claimed visits to the museum had doubled", "claims maintenance crews earn 40"
    if counts(low, at) and not classes.isdisjoint(("claim", "that")) and _predicated(passage, at) and not _repeats(low, at):
        return True
    clausal = behind in NOMINATIVES and not _is_object(low, at + 1)
    if "that" in classes and (clausal or (head in FINDERS and behind in DETERMINERS) or that(passage, at) is not None):
        return True
    if "that" in classes and _opens(passage, found) and _states(passage, at):
        return True  # "the bureau found gambling was in decline"
    if "memory" in classes and speaker.kind != "body" and _is_told(passage, at):
        return True  # "remembers meetings that ended after six minutes"
    near = low[at + 1 : at + FAR]
    if "name" in classes and "as" in form.links and "as" in low[at + 1 : at + FAR + FAR]:
        return True  # "described the raid, which involved 140 men, as the biggest in years"
    if "name" in classes and behind == "it" and form.tense != "ing" and low[at + 2 : at + 3] in (["the"], ["a"], ["an"], ["one"]):
        return True  # "called it the worst flood in 40 years"
    if ("accuse" in classes and "of" in near) or ("name" in classes and found.start > 0 and low[found.start - 1] == "what"):
        return True
    return _takes_figure(passage, at, form, found, speaker)


def _takes_figure(passage: Passage, at: int, form: Form, found: Subject, speaker: Voice) -> bool:
    """Whether the figure behind the verb at token ``at`` is what its subject says: ``put it at 40``, ``gave her 43%``."""
    low, words, phrase, classes = passage.low, passage.words, found.phrase, form.classes
    head, near = low[phrase.end], low[at + 1 : at + FAR]
    body = speaker.kind == "body" and words.capital(phrase.end)
    body = body or (form.tense == "third" and len(head) > 2 and passage.tokens[phrase.end].isupper())  # "GSIC counts 26 plants"
    if "figure" in classes and (head in _SURVEYS or not form.links or _links(low[at + 1 : at + FAR + _SOON], form)):
        return True
    if "record" in classes and (head in _RECORDERS or body) and counts(low, at):
        return head in _RECORDERS or not PERFECT.isdisjoint(low[max(at - 3, 0) : at])
    if "sight" in classes and any(word in form.links and _sights(passage, at, at + 1 + place, form) for place, word in enumerate(near)):
        return True
    if (passage.open or passage.around) and not classes.isdisjoint(("record", "tally")):
        return False  # "Ruiz said her staff had counted 40" is hers
    if "vow" in classes and (speaker.kind in _PERSONAL or (phrase.start > 0 and low[phrase.start - 1] in TITLES)):
        return True
    paper = head in DOCUMENTS and not is_plural(head) and found.placement != "relative"  # not "results that gave him 80 percent"
    if "share" in classes and ((speaker.kind in _GIVING and gives(low, at)) or (paper and numbers(near))):
        return True
    again = found.placement == "relative" and passage.found.last is not None and passage.found.last.text == speaker.text
    named = found.start < phrase.start and words.capital(phrase.end) and counts(low, at)  # "Deputy mayor Ana Ruiz counts 400"
    known = again or body or named or head in _SURVEYS or speaker.kind in ("they", "person") or found.placement == "aside" or speaks(head)
    if "for" in near:
        near = near[: near.index("for")]  # "who counted plants for 60 years"
    if "tally" not in classes or not known or not numbers(near) or (closes(passage.words, at + 1) and not counts(low, at)):
        return False
    return form.tense != "past" or again or head in _RIVALS or not _counted_out(passage, at)


def _counted_out(passage: Passage, at: int) -> bool:
    """Whether counting is what somebody did: ``The team [counted] 84 whales``; not a crowd of people, nor a figure that is gauged."""
    low = passage.low
    auxiliaries = low[verb(passage.words, at).at + 1 : at]
    if not PERFECT.isdisjoint(auxiliaries):
        return "had" in auxiliaries
    first = next((place for place in range(at + 1, min(at + FAR, passage.count)) if low[place][0].isdigit() or low[place] in _NUMERALS), at)
    people = any(speaks(word) or word in _PEOPLE for word in low[first + 1 : first + 4])
    return not people and _GAUGING.isdisjoint(low[at + 1 : first])


def gaps(passage: Passage, at: int) -> bool:
    """Whether the verb at token ``at`` stands in a relative clause before that clause's own verb: ``which Kiel [estimates] could cost``."""
    low, words = passage.low, passage.words
    behind = low[at + 1] if at + 1 < passage.count else ""
    if not (behind in FINITES or word_classes(behind) & (PAST | THIRD)):
        return False
    start = next((place for place in range(at - 1, max(at - _GAP, 0), -1) if low[place] in _RELATIVES), at - 1) + 1
    named = start < at and (low[start] in DETERMINERS or all(words.capital(place) for place in range(start, at)))
    return named and likely(words, start, at - 1)


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
    parts = ENDS | _JOINED | PREPOSITIONS - {"of"}
    return be > 0 and parts.isdisjoint(near[:be]) and counts(near, be + 1)


def _is_told(passage: Passage, at: int) -> bool:
    """Whether more is told of what somebody recalls by the verb at token ``at``, before any figure: ``recalls [a man who slept]``."""
    for place in range(at + 1, min(at + _GAP, passage.count)):
        word = passage.low[place]
        if word in TOLD:
            return place > at + 1
        if word in ENDS or word[0].isdigit() or word in _NUMERALS:
            return False
    return False


def _leads_to_colon(passage: Passage, at: int) -> bool:
    """Whether a clause stands behind the word at token ``at`` and a colon: ``are [clear]: 40 must go``, ``[agree] on one thing: ...``."""
    colon = passage.first(ENDS, at + 1, passage.count, at + _SOON)
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


def _asks(low: list[str], at: int, form: Form) -> bool:
    """Whether the verb at token ``at`` asks for what follows: ``urged the council to buy 40 pumps``, ``demanded that it buy 40``."""
    near = low[at + 1 : at + FAR]
    near = near[: next((place for place, word in enumerate(near) if word in ENDS), len(near))]
    if near[:1] == ["that"] or not near:
        return bool(near)
    if near[0] in form.links and near[0] == "for":  # "called for 40 million in aid"
        return any(_is_amount(word) for word in near[: next((at for at, word in enumerate(near) if word in _AFTERWARDS), len(near))])
    if "on" in form.links:  # "called on donors to suspend 40 million"
        return near[0] == "on" and "to" in near
    return "to" in form.links and near.count("to") > (near[0] == "to") and not counts(low, at)


def _reads_off(passage: Passage, at: int, form: Form, found: Subject) -> bool:
    """Whether a thing says nothing: ``The sensor [recorded] gusts of 90``, ``The results, [promised] for 12 July, will``."""
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


def numbers(near: list[str]) -> bool:
    """Whether a figure stands in the clause that ``near`` begins: not in ``are counting their losses, the worst in 40 years``."""
    end = next((place for place, word in enumerate(near) if word in ENDS), len(near))
    return any(word[0].isdigit() or word in _NUMERALS for word in near[:end])


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
        if word in ENDS or word in _JOINING or word in NOMINATIVES or (words.capital(place) and is_plural(low[place - 1])):
            return False
        if word in FINITES and passage.tokens[place] != "May":
            return place > at + 1
    return False


def _links(near: list[str], form: Form) -> bool:
    """Whether a figure stands soon behind a link of the verb: ``put the cost at a record 40``, not ``put 12 men at 5 desks``."""
    for place, word in enumerate(near):
        soon = near[place + 1 : place + _SOON]
        if word == "at" and _is_amount(near[0]):
            return False  # what is put somewhere is no figure of theirs
        if word == "of" and place and not near[place - 1].endswith("ly"):
            continue  # "who knows his guests and a bar of 40 bottles"
        if word in form.links and (word == "to" or any(_is_amount(behind) for behind in soon)):
            return True
    return False


def _is_amount(word: str) -> bool:
    return word[0].isdigit() or word[-1].isdigit() or word in _AMOUNTS  # "Sh180"


_AMOUNTING = GRAMMAR["amounting"]
_SOON, _AMOUNTS = 6, _NUMERALS | GRAMMAR["part"] | {"one"}


def _sights(passage: Passage, at: int, link: int, form: Form) -> bool:
    """Whether a figure behind ``link`` is one that is foreseen: ``sees the shares at 10 euros``, ``sees prices growing by a tenth``."""
    if passage.low[link] == "of":  # "sees growth of 3 percent"; what somebody saw was there
        return form.tense in ("base", "third") and counts(passage.low, link) and passage.low[link - 1] not in _AMOUNTING
    if passage.low[link] == "to" and not PERFECT.isdisjoint(passage.low[max(at - 2, 0) : at]):
        return False  # "has seen its lead shrink to 4 points"
    if passage.low[link] != "by":
        return counts(passage.low, link)
    grows = form.tense != "past" and any(word.endswith("ing") for word in passage.low[at + 1 : link])
    return grows and (counts(passage.low, link) or not (_AMOUNTS | {"a"}).isdisjoint(passage.low[link + 1 : link + 2]))


def _addresses(passage: Passage, at: int) -> bool:
    """Whether nothing but a time follows whom the verb at token ``at`` speaks to: ``had warned the museum as early as 2029``."""
    if passage.low[at] in _TELLING and passage.low[at + 1 : at + 2] != ["of"] and counts(passage.low, at) and not _predicated(passage, at):
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
    bare = passage.tokens[end : end + 1] == [","] and clause and passage.low[end + 1] not in _JOINED | _JOINING
    return not (bare and not passage.low[end + 1].endswith("ing") and any(passage.low[place] in FINITES for place in clause))


def _away(passage: Passage, at: int) -> bool:
    """Whether how long before or after ends the clause from token ``at``: ``two weeks ago``, ``14 days in advance``."""
    low = passage.low[at : at + 4]
    if len(low) < 3 or not (low[0][0].isdigit() or low[0] in _NUMERALS) or low[1] not in TIMES:
        return False
    end = at + (4 if low[2:] == ["in", "advance"] else 3)
    return low[2] in _AWAY and (end >= passage.count or passage.tokens[end] in ENDS)


def _finite(passage: Passage, at: int) -> bool:
    """Whether an auxiliary stands in the clause behind token ``at``."""
    low = passage.low[at + 1 : at + 1 + FAR + FAR]
    end = next((place for place, word in enumerate(low) if _parts(low, place)), len(low))
    return any(word in FINITES and passage.tokens[at + 1 + place] != "May" for place, word in enumerate(low[:end]))


def _parts(low: list[str], at: int) -> bool:
    """Whether the clause ends before token ``at``; an "and" without a verb behind it joins nouns."""
    word = low[at]
    return word in ENDS or (word in _JOINED and (word != "and" or low[at + 1 : at + 2] == [] or low[at + 1] in FINITES))


def _predicated(passage: Passage, at: int) -> bool:
    """Whether what is counted behind the verb at token ``at`` has a verb: ``claimed 200 soldiers had fled``."""
    low = passage.low[at + 1 : at + 1 + FAR]
    end = next((place for place, word in enumerate(low) if word in ENDS or word in _JOINED), len(low))
    return _finite(passage, at) or any(word_classes(word) & (PAST | THIRD) and not word_classes(word) & NOUN for word in low[2:end])


def _repeats(low: list[str], at: int) -> bool:
    """Whether the figure behind the verb at token ``at`` says how often or how long it is done: ``wrote [three times] to ask``."""
    place = next((place for place in range(at + 1, min(at + FAR, len(low))) if low[place][0].isdigit() or low[place] in _NUMERALS), at)
    if low[place + 2 : place + 3] != [] and low[place + 2] in FINITES:
        return False  # "claimed three years had been lost"
    return low[place + 1 : place + 2] == ["times"] or (place + 1 < len(low) and low[place + 1] in TIMES)


def _is_object(low: list[str], at: int) -> bool:
    """Whether the "it" or "you" at token ``at`` has no verb: ``wrote it in six weeks``."""
    return low[at] in ("it", "you") and at + 1 < len(low) and low[at + 1] not in FINITES and not word_classes(low[at + 1]) & _FINITE


_FINITE = PAST | THIRD | ADVERB | AUXILIARY


def gives(low: list[str], at: int) -> bool:
    """Whether the verb at token ``at`` gives somebody a bare share, as pollsters do: ``gave her 43%``, not ``gave them a 4% rise``."""
    near = low[at + 1 : at + 1 + FAR]
    mark = next((place for place, word in enumerate(near) if word in _SHARES), 0)
    amount = mark - 2 if near[mark - 1 : mark] == ["per"] else mark - 1
    if amount < 1 or not near[amount][0].isdigit():
        return False
    behind = near[mark + 1 : mark + 4]
    if behind and behind[0] in _CHANCES:
        return True  # "gives it a 30 percent chance"
    if near[amount - 1] in ("a", "an"):
        return False
    if not behind or behind[0] in ENDS or behind[0] in _JOINING:
        return True
    return behind[0] in PREPOSITIONS and (behind[0] != "of" or not _VOTES.isdisjoint(behind))


def counts(low: list[str], at: int) -> bool:
    """Whether a figure follows token ``at``, perhaps behind words that gauge it: ``counted at least 300``."""
    for word in low[at + 1 : at + FAR]:
        if word not in _GAUGING and word not in _CURRENCIES:
            return word[0].isdigit() or word in _NUMERALS
    return False
