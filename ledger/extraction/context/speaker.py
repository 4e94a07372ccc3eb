"""Who is said to say what stands in a document: attributions, quotations, and what a survey or a list goes on to say."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from ledger import patterns as re
from ledger.extraction.context.speech.antecedents import BACK, Antecedents
from ledger.extraction.context.speech.attribution import attributions
from ledger.extraction.context.speech.cues import MARKED_CUES, TELLING, cued
from ledger.extraction.context.speech.headlines import headed
from ledger.extraction.context.speech.interviews import answers, turns
from ledger.extraction.context.speech.passage import Attributions, Region
from ledger.extraction.context.speech.persons import AGED
from ledger.extraction.context.speech.phrases import after
from ledger.extraction.context.speech.quotations import Quotation, quotations
from ledger.extraction.context.speech.sources import headed_by
from ledger.extraction.context.speech.surveys import ANSWERING, ASKED, ASKING, asker, fronted, held, holds, names_respondents, tells
from ledger.extraction.context.speech.tags import tagged
from ledger.extraction.context.speech.voices import OF_ONE, Voice, voice
from ledger.extraction.context.speech.words import Words
from ledger.extraction.sentences import Sentence, Sentences
from ledger.records import Prose

_MARKS = (*'"“”„«»‘', " '", "\n'")
_ITEM = re.compile(r"\s*(?:[*•–-]|\(?\d{1,2}[.)]|[a-z]\))\s")
_SIGNED = re.compile(r"\s*(?:--|[—–-])\s*((?:[^\W\d_a-z][\w.’'-]*\s?){2,4})")
_TELLING = TELLING | ANSWERING
"""What a sentence without a quotation must have to be read at all, unless it is a headline or an item of a list."""
_MET = _TELLING | MARKED_CUES
_LISTED, _LONGEST_LIST, _MOST_QUOTATIONS = frozenset({"item", "row", "cell"}), 50, 30
_CONFIRMED, _CONFIRMING = ("so say", "so said"), "so sa"
_LONGEST = 2000
"""Length in characters above which a stretch without a full stop is no sentence: a table, a list of links."""
_SPEAKING = OF_ONE | {"name"}
_STOPS, _SPEAKABLE = ".!?", 2
_FEWEST = 3
"""How many spaces a part of a sentence in quotation marks has that is somebody's words and no expression."""
_SHORTEST = 40
"""How long in characters a paragraph in quotation marks is that goes on with what somebody has said."""
_NOBODY, _OWN = Attributions(), Voice("name", "")
_start = attrgetter("start")
_end = attrgetter("end")


class _Block:
    """A block of the prose with its sentences and quotations, whether it is an item of a list, and who speaks it in an interview."""

    __slots__ = ("end", "item", "number", "quotations", "sentences", "speaker", "start")

    def __init__(
        self, start: int, end: int, number: int, sentences: list[Sentence], quoted: list[Quotation], item: bool, speaker: str = ""
    ):
        self.start, self.end, self.number, self.sentences, self.quotations, self.item = start, end, number, sentences, quoted, item
        self.speaker = speaker


class _Scan:
    """A sentence's attributions, the quotations that touch it, and whether it tells what respondents answer or what is projected."""

    __slots__ = ("answers", "attributions", "quotations")

    def __init__(self, found: Attributions, quoted: list[Quotation], answers: bool):
        self.attributions, self.quotations, self.answers = found, quoted, answers


_NO_QUOTATIONS: list[Quotation] = []
_SILENCE = _Scan(_NOBODY, _NO_QUOTATIONS, False)


class Speakers:
    """Answers for one document, whose text in lower case is ``low``; a sentence is read once, and one without a cue not at all."""

    def __init__(self, prose: Prose, low: str, sentences: Sentences):
        self._text, self._low, self._blocks, self._sentences = prose.text, low, prose.blocks, sentences
        self._marks = [mark for mark in _MARKS if mark in prose.text]
        self._confirms = _CONFIRMING in low
        self.antecedents = Antecedents(prose.text, sentences, self._attributions, self._quoted)
        self._read: dict[int, _Scan] = {}
        self._known: dict[int, _Block] = {}
        self._turns: dict[int, str] | None = None
        self._answered: dict[int, str] | None = None
        self._block = _Block(0, 0, 0, [], [], False)
        self._introducers: dict[int, Voice | None] = {}
        self._start = self._end = 0
        self._sentence: Sentence = (0, 0)
        self._here: list[Region] = []
        self._names: dict[Voice, str] = {}  # those of ``_here`` that have been asked for

    def at(self, start: int) -> str:
        """Who is said to say what begins at prose offset ``start``: as the text names them; "" for the text's own voice."""
        if not self._start <= start < self._end:
            self._move(start)
        for region in self._here:
            if region.start <= start < region.end:
                voice = region.voice
                name = self._names.get(voice)
                if name is None:
                    name = self._names[voice] = self._name(voice)
                if name or voice is _OWN:
                    return name
        speaker = self._block.speaker  # who answers says what they ascribe to nobody
        return self._name(Voice("person", speaker)) if speaker else ""

    def _move(self, position: int) -> None:
        """To the sentence that ``position`` stands in."""
        block = self._block
        if not block.start <= position < block.end:
            block = self._block_at(position)
        number = bisect_left(block.sentences, (position + 1,))
        self._sentence = sentence = block.sentences[number - 1 if number else 0]
        self._start, self._end = sentence
        self._names = {}
        scan = self._scan(sentence)
        confirmed = self._confirms and self._low[sentence[1] : sentence[1] + 12].lstrip().startswith(_CONFIRMED)
        self._here = [] if scan is _SILENCE and not block.item and not confirmed else self._spoken(sentence, scan)
        if block.speaker and not self._here:
            self._here = [Region(*sentence, Voice("person", block.speaker))]
        if confirmed and not self._here:
            self._here = self._confirmed(sentence)

    def _spoken(self, sentence: Sentence, scan: _Scan) -> list[Region]:
        """Who speaks where in ``sentence``, the narrowest stretch first."""
        regions = scan.attributions.regions.copy()
        for quotation in scan.quotations[:_MOST_QUOTATIONS]:
            start, end = max(quotation.start, sentence[0]), min(quotation.end, sentence[1])
            if quotation.clause and not any(region.start < end and start < region.end for region in regions):
                speaker = self._speaker_of(quotation)
                if speaker is not None:
                    regions.append(Region(start, end, speaker))
        part = next((each for each in scan.quotations if not each.clause or self._text[each.start + 1 : each.start + 2].islower()), None)
        if not regions and part is not None and self._text.count(" ", part.start, part.end) >= _FEWEST:
            speaker = self.antecedents.teller(sentence)
            if speaker is not None:
                regions.append(Region(part.start, part.end, speaker))
        if not regions:
            regions = self._carried(sentence, scan.answers)
        if len(regions) > 1:
            regions.sort(key=_length)
        return regions

    def _name(self, speaker: Voice) -> str:
        """How ``speaker`` of the sentence at hand is written in a claim."""
        settled = self.antecedents.settle(speaker, self._sentence)
        return speaker.made_by(self.antecedents.persons.label(settled, self._start)) if settled is not None else ""

    def _attributions(self, sentence: Sentence) -> Attributions:
        return self._scan(sentence).attributions

    def _scan(self, sentence: Sentence) -> _Scan:
        start, end = sentence
        known = self._read.get(start)
        if known is None:
            quoted = self._quoted(sentence)
            sound = end - start <= _LONGEST
            words = self._low[start:end].split() if sound else []
            met = _MET.intersection(words)
            if not quoted and met.isdisjoint(_TELLING) and not (sound and self._text[end - 1].isalnum()):
                known = _SILENCE
            else:
                passage = self._text[start:end] if sound else ""
                speaks = cued(words, bool(quoted), met) or headed(passage, words, bool(quoted)) or tagged(self._text, start, end, quoted)
                found = attributions(self._text, start, end, quoted) if speaks else _NOBODY
                answers = tells(words, met)
                known = _Scan(found, quoted, answers) if speaks or quoted or answers else _SILENCE
            self._read[start] = known
        return known

    def _quoted(self, passage: Sentence) -> list[Quotation]:
        """The quotations that touch ``passage``."""
        block = self._block
        if not block.start <= passage[0] < block.end:
            block = self._block_at(passage[0])
        found = block.quotations
        return found and found[bisect_left(found, passage[0] + 1, key=_end) : bisect_left(found, passage[1], key=_start)]

    def _block_at(self, position: int) -> _Block:
        """The block that ``position`` stands in, which becomes the one at hand."""
        number = self._sentences.block(position)
        found = self._known.get(number)
        if found is None:
            start, end, role = self._blocks[number]
            text, quoted = self._text, _NO_QUOTATIONS
            for mark in self._marks:
                if text.find(mark, start - 1 if start else 0, end) >= 0:
                    quoted = quotations(text, start, end)
                    break
            item = role in _LISTED or (not text[start : start + 1].isupper() and _ITEM.match(text, start, end) is not None)
            speaker = self._interviewed().get(number, "") or self._answers().get(number, "")
            found = self._known[number] = _Block(start, end, number, self._sentences.of_block(number), quoted, item, speaker)
        self._block = found
        return found

    def _interviewed(self) -> dict[int, str]:
        """The blocks that somebody speaks whom labels name, and who does."""
        if self._turns is None:
            self._turns = turns(self._text, self._blocks)
        return self._turns

    def _answers(self) -> dict[int, str]:
        """The blocks that answer questions, and who answers them."""
        if self._answered is None:
            self._answered = answers(self._text, self._blocks, self.antecedents.persons.is_person) if self._text.count("?") > 1 else {}
        return self._answered

    def _speaker_of(self, quotation: Quotation) -> Voice | None:
        """Who speaks a statement in quotation marks that its own sentence does not attribute."""
        parts = self._parts(quotation)
        for part in reversed(parts):
            speaker = self._attributed(part)
            if speaker is not None:
                return speaker
        signed = _SIGNED.match(self._text, parts[-1].end)
        if signed is not None:
            return Voice("person", " ".join(signed.group(1).split()))
        teller = self._teller_behind(parts[0], parts[-1].end)
        return teller or self._speaker_before(parts[0], self._sentences.around(parts[0].start), parts[-1].end)

    def _teller_behind(self, quotation: Quotation, end: int) -> Voice | None:
        """The person who opens the sentence behind a quotation that opens its paragraph: ``"We sold 400." Jo Mols wipes the counter.``"""
        block = self._block_at(end - 1)
        number = bisect_left(block.sentences, (end,))
        if quotation.start != block.start or number >= len(block.sentences) or self._quoted(block.sentences[number]):
            return None
        return self.antecedents.teller(block.sentences[number])

    def _attributed(self, quotation: Quotation) -> Voice | None:
        """Who speaks a quotation by the sentences that it begins and ends in."""
        first, last = self._sentences.around(quotation.start), self._sentences.around(quotation.end - 1)
        for sentence in (last, first):  # "...", said X; X said: "..."
            voice = self._attributions(sentence).quoted
            if voice is not None and (sentence is first or sentence[1] > quotation.end + 1 or sentence[0] < quotation.start):
                return self.antecedents.settle(voice, sentence)
        if self._text.startswith(": ", quotation.start - 2):  # "Ida Bell was blunt: ..."
            person = self.antecedents.person((first[0], max(quotation.start, first[0])))
            return Voice("person", person) if person else self.antecedents.opener(first, quotation.start)
        return None

    def _parts(self, quotation: Quotation) -> list[Quotation]:
        """The parts of a quotation that goes on over paragraphs, each opening with a mark and all but the last left open."""
        number = self._sentences.block(quotation.start)
        parts = [quotation]
        for block in self._blocks[number + 1 : number + 1 + BACK]:
            part = self._block_at(block.start).quotations[:1]
            if parts[-1].closed or not part or part[0].start != block.start:
                break
            parts.append(part[0])
        for block in reversed(self._blocks[max(0, number - BACK) : number]):
            part = self._block_at(block.start).quotations[-1:]
            if parts[0].start != self._blocks[self._sentences.block(parts[0].start)].start or not part or part[0].closed:
                break
            parts.insert(0, part[0])
        return parts

    def _speaker_before(self, quotation: Quotation, first: Sentence, end: int) -> Voice | None:
        """Who goes on speaking up to ``end``: whoever was quoted just before, else the person whom the sentence before is about."""
        number = self._sentences.block(first[0])
        before = self._sentences.before(first)
        block = self._block_at(first[0])
        alone = quotation.start == block.start and quotation.end >= block.end - 1
        for _ in range(BACK):
            if before is None:
                return None
            voice = self._attributions(before).quoted
            if voice is not None and voice.is_quotable():
                return self.antecedents.settle(voice, before)
            quoted = self._quoted(before)
            elsewhere = not alone and self._sentences.block(before[0]) != number and quoted and quoted[-1].closed
            if not quoted or quoted[0].start > before[0] or elsewhere:
                break
            before = self._sentences.before(before)
        if alone and before is not None and self._sentences.block(before[0]) != number and end - quotation.start > _SHORTEST:
            return self._spoken_above(before)
        if before is None or self._sentences.block(before[0]) != number or quotation.start != first[0]:
            return None
        said = self._attributions(before).last
        if said is not None and said.kind in OF_ONE:
            return self.antecedents.settle(said, before)
        spaces = self._text.count(" ", quotation.start, end)
        whole = self._text[end - 2] in _STOPS and spaces > 1
        person = self.antecedents.person(before) if spaces > 3 or whole else ""
        if person or spaces < _SPEAKABLE:
            return Voice("person", person) if person else None
        return self.antecedents.teller(before) or self._speaker_above(before) or self._asked(before) or self.antecedents.actor(before)

    def _asked(self, question: Sentence) -> Voice | None:
        """Who answers the ``question`` that opens a paragraph and asks nobody by name: ``What did his wife say? "She ..."``."""
        above = self._sentences.before(question) if self._text[question[1] - 1] == "?" else None
        return self._spoken_above(above) if above is not None else None

    def _spoken_above(self, sentence: Sentence) -> Voice | None:
        """Who speaks a paragraph in quotation marks: who spoke last in the two paragraphs up to ``sentence``, or whom the last is about.

        Behind a question nobody else has been asked: whoever was named in the few paragraphs before it.
        """
        above: Sentence | None = sentence
        first = self._sentences.block(sentence[0]) - (BACK if self._text[sentence[1] - 1] == "?" else 1)
        while above is not None and self._sentences.block(above[0]) >= first:
            found = self._attributions(above)
            said = found.quoted or found.last
            if said is not None:
                return self.antecedents.settle(said, above) if said.kind in _SPEAKING else None
            person = self.antecedents.person(above, owners=False)
            if person:
                return Voice("person", person)
            above = self._sentences.before(above)
        return None

    def _speaker_above(self, sentence: Sentence) -> Voice | None:
        """Who was quoted last before ``sentence`` in its paragraph: whose words a remark of the writer has only interrupted."""
        number, above = self._sentences.block(sentence[0]), self._sentences.before(sentence)
        for _ in range(BACK):
            if above is None or self._sentences.block(above[0]) != number:
                return None
            said = (found := self._attributions(above)).quoted or found.last
            if said is not None and said.is_quotable():
                return self.antecedents.settle(said, above)
            teller = self.antecedents.teller(above)  # "She paid. It took an hour. "By the end ...""
            if teller is not None:
                return teller
            above = self._sentences.before(above)
        return None

    def _carried(self, sentence: Sentence, answers: bool) -> list[Region]:
        """Who goes on speaking in a sentence without a speaker: a list's introduction, a survey's answers; ages stay the text's."""
        block = self._block_at(sentence[0])
        speaker = self._introduced(block.number) if block.item else self._surveyed(sentence) if answers else None
        if speaker is None:
            return []
        ages = [Region(*match.span(), _OWN) for match in AGED.finditer(self._text, *sentence)]
        return [*ages, Region(*sentence, speaker)]

    def _confirmed(self, sentence: Sentence) -> list[Region]:
        """Who says what stands before ``So says Ana Ruiz.``"""
        here = self._sentences.around(sentence[1] + 2)
        words = Words(self._text, *here)
        phrase = after(words, 2)
        said = voice(words, phrase) if phrase is not None else None
        speaker = self.antecedents.settle(said, here) if said is not None else None
        return [Region(*sentence, speaker)] if speaker is not None else []

    def _surveyed(self, sentence: Sentence) -> Voice | None:
        here: Sentence | None = sentence
        if self._low.startswith(ASKING, sentence[0]):
            poll = asker(Words(self._text, *sentence))
            if poll is not None or not self._low.startswith("of ", sentence[0]):
                return poll
        if holds(self._low[slice(*sentence)].split()) and (poll := fronted(Words(self._text, *sentence), 0)) is not None:
            return poll
        if self._low.find(" in which ", *sentence) > 0 and (poll := held(Words(self._text, *sentence))) is not None:
            return poll
        plain = not names_respondents(self._low[slice(*sentence)].split())
        gaps = 1
        for _ in range(BACK):
            if here is None:
                return None
            if not self._scan(here).answers:
                gaps -= plain
                if gaps < 0 or (plain and self._attributions(here).regions):
                    return None
            if self._low.startswith("in ", here[0]) and (poll := fronted(Words(self._text, *here), 1)) is not None:
                return poll
            here = self._sentences.before(here)
            read = self._attributions(here) if here is not None else _NOBODY
            if here is not None and read.last is not None:
                asked = read.survey or (self._shares(sentence) and not ASKED.isdisjoint(self._low[slice(*here)].split()))
                asked = asked or (read.last.papers() and self._low.startswith(("of the", "of tho"), sentence[0]))  # "Of those, 40"
                named = self.antecedents.settle(read.last, here) if asked or read.last.kind == "it" else None
                if asked or (named is not None and named.kind == "document"):  # "The report rests on a survey. It finds"
                    return named
                if plain:
                    return None
        return None

    def _shares(self, sentence: Sentence) -> bool:
        """Whether a sentence states a percentage."""
        return self._text.find("%", *sentence) >= 0 or self._text.find(" per", *sentence) >= 0

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
            told = (self._attributions(sentence).last or headed_by(Words(self._text, *sentence))) if announces else None
            self._introducers[first] = self.antecedents.settle(told, sentence) if told is not None else None
        found = self._introducers[number] = self._introducers[first]
        return found


def _length(region: Region) -> int:
    return region.end - region.start
