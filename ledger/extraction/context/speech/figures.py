"""Whether the figure behind a verb of speech is what its subject says: ``put it at 40``, ``gave her 43%``, ``counts 400``.

A test for each class of verbs that ``speech.tsv`` tells of.
"""

from __future__ import annotations

from ledger import lexicon
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.inflection import is_plural
from ledger.extraction.context.speech.clauses import that
from ledger.extraction.context.speech.passage import Passage
from ledger.extraction.context.speech.phrases import DETERMINERS, DOCUMENTS, PREPOSITIONS, TITLES, speaks
from ledger.extraction.context.speech.saying import NUMERALS, Saying, counts, numbers
from ledger.extraction.context.speech.subjects import closes
from ledger.extraction.context.speech.verb_groups import verb
from ledger.extraction.context.speech.verbs import FAR, PERFECT, Form
from ledger.extraction.context.speech.voices import OF_ONE
from ledger.extraction.context.speech.words import ENDS

SOON = 6
"""Within how many tokens of a word its figure stands."""
_SURVEYS, _RECORDERS, _VOTES, _CHANCES = GRAMMAR["survey"], GRAMMAR["recorder"], GRAMMAR["ballot"], GRAMMAR["chance"]
_GAUGING, _AMOUNTING, _SHARES, _JOINING = GRAMMAR["gauging"], GRAMMAR["amounting"], GRAMMAR["per_cent"], GRAMMAR["conjunction"]
_PEOPLE = GRAMMAR["tolled"] | lexicon.words("persons_plural.txt") | lexicon.words("persons.txt")
_AMOUNTS = NUMERALS | GRAMMAR["part"] | {"one"}
_RIVALS = frozenset({"police", "organisers", "organizers"})
"""Those who give rival figures of a crowd."""
_WHERE = frozenset({"at", "on"})
_GIVING = OF_ONE | {"body", "name", "group"}
"""Kinds of voices that can give a share."""


def figure(saying: Saying) -> bool:
    """Whether somebody puts a figure on it: ``put the cost at 40``; or tells whom it is put to: ``put it to her that``."""
    passage, at, low, form = saying.passage, saying.at, saying.low, saying.form
    if low[at + 1 : at + 3] == ["it", "to"] and that(passage, at) is not None:
        return True
    if low[at + 1 : at + 2] == ["way"]:
        return False  # "the slope gave way at noon after five days"
    return saying.head in _SURVEYS or not form.links or _links(low[at + 1 : at + FAR + SOON], form)


def record(saying: Saying) -> bool:
    """Whether those who keep count have counted: ``The register has recorded 40``."""
    at, low = saying.at, saying.low
    if not ((saying.head in _RECORDERS or _is_body(saying)) and counts(low, at)):
        return False
    return saying.head in _RECORDERS or not PERFECT.isdisjoint(low[max(at - 3, 0) : at])


def sight(saying: Saying) -> bool:
    """Whether somebody foresees a figure: ``sees the shares at 10 euros``."""
    at, form = saying.at, saying.form
    near = saying.low[at + 1 : at + FAR]
    return any(word in form.links and _sights(saying.passage, at, at + 1 + place, form) for place, word in enumerate(near))


def vow(saying: Saying) -> bool:
    """Whether it is a person who promises, and no thing with a determiner: not ``promised a visit``; what a body promises is an act."""
    start = saying.found.phrase.start
    if saying.behind in DETERMINERS:
        return False
    return saying.speaker.kind in OF_ONE or (start > 0 and saying.low[start - 1] in TITLES)


def share(saying: Saying) -> bool:
    """Whether a pollster, or a paper of theirs, gives somebody a share: ``gave her 43%``."""
    low, at = saying.low, saying.at
    if saying.speaker.kind in _GIVING and gives(low, at):
        return True
    paper = saying.head in DOCUMENTS and not is_plural(saying.head) and saying.found.placement != "relative"
    return paper and numbers(low[at + 1 : at + FAR])  # not "results that gave him 80 percent"


def tally(saying: Saying) -> bool:
    """Whether those who speak count: ``Police counted 400``; not where counting them is what somebody did."""
    passage, at, low, found, form = saying.passage, saying.at, saying.low, saying.found, saying.form
    if passage.open or passage.around:
        return False  # "Ruiz said her staff had counted 40" is hers
    last, phrase, head = passage.found.last, found.phrase, saying.head
    again = found.placement == "relative" and last is not None and last.text == saying.speaker.text
    named = found.start < phrase.start and passage.words.capital(phrase.end) and counts(low, at)  # "Deputy mayor Ana Ruiz counts 400"
    known = again or named or head in _SURVEYS or saying.speaker.kind in ("they", "person") or _is_body(saying)
    if not (known or found.placement == "aside" or speaks(head)):
        return False
    near = low[at + 1 : at + FAR]
    if "for" in near:
        near = near[: near.index("for")]  # "who counted plants for 60 years"
    if not numbers(near) or (closes(passage.words, at + 1) and not counts(low, at)):
        return False
    return form.tense != "past" or again or head in _RIVALS or not _counted_out(passage, at)


def _is_body(saying: Saying) -> bool:
    """Whether a named body speaks: ``GSIC counts 26 plants``."""
    end, head = saying.found.phrase.end, saying.head
    if saying.speaker.kind == "body" and saying.passage.words.capital(end):
        return True
    return saying.form.tense == "third" and len(head) > 2 and saying.passage.tokens[end].isupper()


def _counted_out(passage: Passage, at: int) -> bool:
    """Whether counting is what somebody did: ``The team [counted] 84 whales``; not a crowd of people, nor a figure that is gauged."""
    low = passage.low
    auxiliaries = low[verb(passage.words, at).at + 1 : at]
    if not PERFECT.isdisjoint(auxiliaries):
        return "had" in auxiliaries
    first = next((place for place in range(at + 1, min(at + FAR, passage.count)) if low[place][0].isdigit() or low[place] in NUMERALS), at)
    people = any(speaks(word) or word in _PEOPLE for word in low[first + 1 : first + 4])
    return not people and _GAUGING.isdisjoint(low[at + 1 : first])


def _links(near: list[str], form: Form) -> bool:
    """Whether a figure stands soon behind a link of the verb: ``put the cost at a record 40``, not ``put 12 men at 5 desks``."""
    for place, word in enumerate(near):
        soon = near[place + 1 : place + SOON]
        if word in _WHERE and is_amount(near[0]):
            return False  # what is put somewhere is no figure of theirs
        if word == "of" and place and not near[place - 1].endswith("ly"):
            continue  # "who knows his guests and a bar of 40 bottles"
        if word in form.links and (word == "to" or any(is_amount(behind) for behind in soon)):
            return True
    return False


def is_amount(word: str) -> bool:
    return word[0].isdigit() or word[-1].isdigit() or word in _AMOUNTS  # "Sh180"


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
