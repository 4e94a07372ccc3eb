"""Who is said to say what stands in a document: attributions, quotations, and what a survey or a list goes on to say."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.speech.antecedents import AGED, BACK, Antecedents
from ledger.extraction.context.speech.attribution import attributions
from ledger.extraction.context.speech.passage import Attributions, Region
from ledger.extraction.context.speech.quotations import Quotation, quotations
from ledger.extraction.context.speech.verbs import cued, marked
from ledger.extraction.context.speech.voices import Voice
from ledger.extraction.sentences import Sentence, Sentences
from ledger.records import Prose

_QUOTED = re.compile('["“”„«»‘]')
_ITEM = re.compile(r"\s*(?:[*•–-]|\(?\d{1,2}[.)]|[a-z]\))\s")
_SIGNED = re.compile(r"\s*(?:--|[—–-])\s*((?:[^\W\d_a-z][\w.’'-]*\s?){2,4})")
_RESPONDENTS, _HEADLINES, _BE, _GIVEN = (marked(GRAMMAR[kind]) for kind in ("respondent", "headline", "be", "projected"))
_LONGEST_LIST, _MOST_QUOTATIONS = 50, 30
_LONGEST = 2000
"""Length in characters above which a stretch without a full stop is no sentence: a table, a list of links."""
_NOBODY, _OWN = Attributions(), Voice("name", "")
_start = attrgetter("start")
_end = attrgetter("end")


class _Block(NamedTuple):
    """A block of the prose with its quotations, and whether it is an item of a list."""

    start: int
    end: int
    number: int
    quotations: list[Quotation]
    item: bool


class Speakers:
    """Answers for one document; a sentence is read once, and one without a cue not at all."""

    def __init__(self, prose: Prose, sentences: Sentences):
        self._text, self._blocks, self._sentences = prose.text, prose.blocks, sentences
        self._antecedents = Antecedents(prose.text, sentences, self._attributions, self._quoted)
        self._read: dict[int, tuple[Attributions, list[Quotation], bool]] = {}
        self._known: dict[int, _Block] = {}
        self._block = _Block(0, 0, 0, [], False)
        self._introducers: dict[int, Voice | None] = {}
        self._regions: dict[int, list[tuple[int, int, str]]] = {}
        self._sentence: Sentence = (0, 0)
        self._here: list[tuple[int, int, str]] = []

    def at(self, start: int, end: int) -> str:
        """Who is said to say what stands at prose offsets [start, end): as the text names them; "" for the text's own voice."""
        if not self._sentence[0] <= start < self._sentence[1]:
            self._sentence = self._sentences.around(start)
            found = self._regions.get(self._sentence[0])
            if found is None:
                found = self._regions[self._sentence[0]] = self._spoken(self._sentence)
            self._here = found
        for first, last, speaker in self._here:
            if first <= start < last:
                return speaker
        return ""

    def _spoken(self, sentence: Sentence) -> list[tuple[int, int, str]]:
        """Who speaks where in ``sentence``, the narrowest stretch first."""
        read, quoted, answers = self._scan(sentence)
        regions = list(read.regions)
        for quotation in quoted[:_MOST_QUOTATIONS]:
            start, end = max(quotation.start, sentence[0]), min(quotation.end, sentence[1])
            if quotation.clause and not any(region.start < end and start < region.end for region in regions):
                speaker = self._speaker_of(quotation)
                if speaker is not None:
                    regions.append(Region(start, end, speaker))
        if not regions:
            regions = self._carried(sentence, answers)
        regions.sort(key=_length)
        named = [(region.start, region.end, self._name(region.voice, sentence), region.voice) for region in regions]
        return [(start, end, name) for start, end, name, voice in named if name or voice is _OWN]

    def _name(self, speaker: Voice, sentence: Sentence) -> str:
        settled = self._antecedents.settle(speaker, sentence)
        return self._antecedents.label(settled, sentence[0]) if settled is not None else ""

    def _attributions(self, sentence: Sentence) -> Attributions:
        return self._scan(sentence)[0]

    def _scan(self, sentence: Sentence) -> tuple[Attributions, list[Quotation], bool]:
        """A sentence's attributions, the quotations that touch it, and whether it tells what respondents answer or what is projected."""
        start, end = sentence
        known = self._read.get(start)
        if known is None:
            passage = self._text[start:end] if end - start <= _LONGEST else ""
            words = passage.lower().split()
            quoted = self._quoted(sentence)
            speaks = cued(words, bool(quoted), "'" in passage or "’" in passage) or _headed(passage, words, bool(quoted))
            found = attributions(self._text, start, end, quoted) if speaks else _NOBODY
            answers = not _RESPONDENTS.isdisjoint(words) or (not _GIVEN.isdisjoint(words) and _projects(words))
            known = self._read[start] = found, quoted, answers
        return known

    def _quoted(self, passage: Sentence) -> list[Quotation]:
        """The quotations that touch ``passage``."""
        found = self._block_at(passage[0]).quotations
        if not found:
            return found
        return found[bisect_left(found, passage[0] + 1, key=_end) : bisect_left(found, passage[1], key=_start)]

    def _block_at(self, position: int) -> _Block:
        """The block that ``position`` stands in; mostly the one that was asked for last."""
        if self._block.start <= position < self._block.end:
            return self._block
        number = self._sentences.block(position)
        found = self._known.get(number)
        if found is None:
            start, end, role = self._blocks[number]
            marked = _QUOTED.search(self._text, start, end) is not None
            quoted = quotations(self._text, start, end) if marked else []
            item = role == "item" or _ITEM.match(self._text, start, end) is not None
            found = self._known[number] = _Block(start, end, number, quoted, item)
        self._block = found
        return found

    def _speaker_of(self, quotation: Quotation) -> Voice | None:
        """Who speaks a statement in quotation marks that its own sentence does not attribute."""
        first, last = self._sentences.around(quotation.start), self._sentences.around(quotation.end - 1)
        for sentence in (last, first):  # "...", said X; X said: "..."
            voice = self._attributions(sentence).quoted
            if voice is not None and (sentence is first or sentence[1] > quotation.end + 1 or sentence[0] < quotation.start):
                return self._antecedents.settle(voice, sentence)
        signed = _SIGNED.match(self._text, quotation.end)
        if signed is not None:
            return Voice("person", " ".join(signed.group(1).split()))
        return self._speaker_before(quotation, first)

    def _speaker_before(self, quotation: Quotation, first: Sentence) -> Voice | None:
        """Who goes on speaking: whoever was quoted just before, else the person whom the sentence before is about."""
        number = self._sentences.block(first[0])
        before = self._sentences.before(first)
        for _ in range(BACK):
            if before is None:
                return None
            voice = self._attributions(before).quoted
            if voice is not None:
                return self._antecedents.settle(voice, before)
            quoted = self._quoted(before)
            if not quoted or quoted[0].start > before[0] or (self._sentences.block(before[0]) != number and quoted[-1].closed):
                break
            before = self._sentences.before(before)
        alone = quotation.start == first[0] and self._text.count(" ", quotation.start, quotation.end) > 3
        if before is None or not alone or self._sentences.block(before[0]) != number:
            return None
        person = self._antecedents.person(before)
        return Voice("person", person) if person else None

    def _carried(self, sentence: Sentence, answers: bool) -> list[Region]:
        """Who goes on speaking in a sentence without a speaker: a list's introduction, a survey's answers; ages stay the text's."""
        block = self._block_at(sentence[0])
        speaker = self._introduced(block.number) if block.item else self._surveyed(sentence) if answers else None
        if speaker is None:
            return []
        ages = [Region(*match.span(), _OWN) for match in AGED.finditer(self._text, *sentence)]
        return [*ages, Region(*sentence, speaker)]

    def _surveyed(self, sentence: Sentence) -> Voice | None:
        here: Sentence | None = sentence
        for _ in range(BACK):
            if here is None or not self._scan(here)[2]:
                return None
            here = self._sentences.before(here)
            read = self._attributions(here) if here is not None else _NOBODY
            if here is not None and read.last is not None:
                return self._antecedents.settle(read.last, here) if read.survey else None
        return None

    def _introduced(self, number: int) -> Voice | None:
        """Who introduced the list that block ``number`` is an item of, with a colon."""
        first = number
        while (
            first > 0
            and first not in self._introducers
            and number - first < _LONGEST_LIST
            and self._block_at(self._blocks[first].start).item
        ):
            first -= 1
        if first not in self._introducers:
            sentence = self._sentences.of_block(first)[-1]
            announces = self._text[sentence[0] : sentence[1]].rstrip().endswith(":")
            speaker = self._attributions(sentence).last if announces else None
            self._introducers[first] = self._antecedents.settle(speaker, sentence) if speaker is not None else None
        found = self._introducers[number] = self._introducers[first]
        return found


def _headed(passage: str, words: list[str], quoted: bool) -> bool:
    """Whether a sentence can be ``Police: 12 held``, ``12 held - police`` or ``Ruiz: "We ..."``."""
    if quoted and ":" in passage:
        return True
    return passage[-1:].isalnum() and not _HEADLINES.isdisjoint(words) and any(mark in passage for mark in (":", " -", "–", "—"))


def _projects(words: list[str]) -> bool:
    return any(be in _BE and given in _GIVEN for be, given in pairwise(words))


def _length(region: Region) -> int:
    return region.end - region.start
