"""Whom a pronoun or "the group" stands for."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import lru_cache

from ledger import patterns as re
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.names import names
from ledger.extraction.context.speech.fitting import is_acted_on, is_addressed, is_other, may_be_meant, misfits, undergoes
from ledger.extraction.context.speech.naming import MEDIUM, given, named_behind
from ledger.extraction.context.speech.passage import Attributions
from ledger.extraction.context.speech.persons import Persons, asked_for, pronoun_of_role, stranger
from ledger.extraction.context.speech.phrases import DOCUMENTS, PREPOSITIONS, TITLES, likely, speaks
from ledger.extraction.context.speech.quotations import Quotation
from ledger.extraction.context.speech.subjects import opening_phrase, subject_at
from ledger.extraction.context.speech.utterances import brought_out, reads_out, utterer
from ledger.extraction.context.speech.variation import holders, varies
from ledger.extraction.context.speech.voices import FITTING, POSSESSIVES, PRONOUNS, Voice, is_one, may_be_one, owner, voice
from ledger.extraction.context.speech.words import Words
from ledger.extraction.sentences import Sentence, Sentences
from ledger.lexicon import number_words

_SUBORDINATORS = GRAMMAR["subordinator"]
_NATIONALS = GRAMMAR["national"]
_ALONE = re.compile(rf"([^\W\d_a-z][\w’'-]+)(?=, (?:who|whose|aged|(?:\d{{1,2}}|{'|'.join(number_words('cardinal'))}),) )")
"""Somebody with one name that opens a sentence: ``Gulnara, who sells tea, ...``."""
BACK = 8
"""How many sentences back somebody who is meant may have been named."""
_FARTHEST = 20
"""The same where sentences between have the pronoun among their first words."""
_OPENING, _LONG = 30, 600
"""Characters of a sentence's beginning, and before a pronoun amid it, in which somebody is looked for."""
_REMEMBERED = 256
"""Answers about who is named in a sentence that are kept."""
_RECENT = 4
"""How many sentences back somebody may have been named whom another noun means."""
_ONE = frozenset({"the", "one", "a", "an"}) | POSSESSIVES
_ASKED = 5
"""Among how many words of its beginning a question has the pronoun of whom it asks."""
_NAMING = (" called ", " named ", " name ")
_OWNING = {"she": "her ", "he": "his "}
_REBUFFING, _WORD = GRAMMAR["rebuffing"], re.compile(r"[a-z]+")
_STRIDE, _HELD = 2_000, 10_000
"""Characters that share an answer about who has a role, and how far before them it is looked for."""


class Antecedents:
    """Looks back in one document; ``read`` gives a sentence's attributions, ``quoted`` the quotations that touch it."""

    def __init__(
        self, text: str, sentences: Sentences, read: Callable[[Sentence], Attributions], quoted: Callable[[Sentence], list[Quotation]]
    ):
        self._text, self._sentences, self._read, self._quoted = text, sentences, read, quoted
        self.persons = Persons(text)
        self._varieties: dict[tuple[str, int], Voice | None] = {}
        self._varying = False
        self._roles: dict[Sentence, Voice | None] = {}
        self._holders: dict[tuple[str, int], list[tuple[int, str]]] = {}
        self._person = lru_cache(_REMEMBERED)(self._looked_for)

    def settle(self, speaker: Voice, sentence: Sentence) -> Voice | None:
        """Who is meant by ``speaker`` in ``sentence``; None where a pronoun has nobody to stand for."""
        found = self._settled(speaker, sentence)
        thing = found is not None and found.kind == "name" and speaker.kind == "anaphor"  # no "firm" is a person
        return Voice("body", found.text, found.at, found.whole) if thing and found is not None else found

    def _settled(self, speaker: Voice, sentence: Sentence) -> Voice | None:
        if speaker.kind == "role":
            return self._holder(speaker, sentence)
        if speaker.kind == "name" and speaker.text.lower() in _NATIONALS and f"he {speaker.text}" in self._text[slice(*sentence)]:
            return self._varied(speaker, sentence) or speaker
        if speaker.kind not in FITTING:
            return speaker
        if speaker.kind == "work":
            return self._work(sentence)
        before = self._sentences.before(sentence)
        subject = self._subject(speaker, sentence) if speaker.kind != "own" else self._owner(speaker, sentence, before)
        if subject is None and speaker.kind == "he" and speaker.at < 0:
            subject = self._own_subject(speaker, sentence, before)
        if subject is not None:
            return subject
        person, direct, near = "", True, before
        left = BACK
        for _ in range(_FARTHEST):
            if before is None or not left or (person and self._sentences.block(before[0]) != self._sentences.block(sentence[0])):
                break
            theirs = self._text[before[0] : before[0] + 4].lower() == _OWNING.get(speaker.text)
            if theirs and _REBUFFING.isdisjoint(_WORD.findall(self._text[slice(*before)].lower())):
                before = self._sentences.before(before)
                continue  # "Her rival is Jo Mols." is not about her
            found = self._named(speaker, before)
            if found is None and direct and not person:
                found = self._body(speaker, before) if speaker.kind in ("it", "they") else self._role(speaker, before)
            if found is None and speaker.kind in ("he", "own"):
                # "The cart was Ruiz's idea": unless another was named before it
                person = person or self.person(before, pronoun=speaker.text)
            if found is not None:
                return self._holder(found, before) if found.kind == "role" else found
            again = self._text[before[0] : before[0] + 5].lower().startswith(f"{speaker.text} ")
            kept = again or f" {speaker.text} " in self._text[before[0] : before[0] + _OPENING].lower()
            within = any(quoted.start <= before[0] and before[1] <= quoted.end for quoted in self._quoted(before))
            left -= not ((kept or within) and speaker.kind == "he")
            again = again or within or (kept and speaker.kind == "he")
            direct = direct and (again or (speaker.kind == "they" and self._opens(before, before[1]) is None))
            before = self._sentences.before(before)
        if not person and speaker.kind == "he" and speaker.at < 0:
            person = self.person(sentence, pronoun=speaker.text) or (stranger(self._text, *near) if near is not None else "")
        unknown = speaker if speaker.kind == "anaphor" or speaker.text not in PRONOUNS else None
        return Voice("person", person) if person else unknown

    def teller(self, sentence: Sentence) -> Voice | None:
        """The person who opens ``sentence`` and whose words a part of it quotes: ``She has visitors, "of whom 80 are children"``."""
        words = Words(self._text, *sentence)
        if words.low[-1:] == ["?"] and (asked := next((word for word in words.low[:_ASKED] if word in _OWNING), "")):
            return self.settle(Voice("he", asked), sentence)  # "How did he bear it? ..."
        phrase = opening_phrase(words)
        found = voice(words, phrase) if phrase is not None else None
        if phrase is None or found is None:
            return None
        if found.kind == "he":
            return self.settle(found, sentence) if phrase.start == 0 or words.low[0] in PREPOSITIONS else None
        name = words.excerpt(phrase.start, phrase.end)
        known = found.kind == "person"
        if found.kind == "name":
            known = self.persons.is_person(name, words.offset(phrase.start)) or self.persons.is_human(found.text, sentence)
        return found if known else None

    def person(self, passage: Sentence, owners: bool = True, pronoun: str = "") -> str:
        """The first name outside quotations in ``passage`` that the text treats as a person's, owners last or not at all; "" if none.

        Nobody is named who is known not to be the ``pronoun``.
        """
        return self._person(passage, owners, pronoun)  # claims that stand together look back at the same sentences

    def _looked_for(self, passage: Sentence, owners: bool, pronoun: str) -> str:
        owner = weaker = ""
        quoted, introduced = self._quoted(passage), self._introduced(passage)
        if introduced and not self.persons.differs(pronoun, introduced, passage[0]):
            return introduced
        alone = _ALONE.match(self._text, *passage)
        if alone is not None and not speaks(alone.group(1).lower()) and not self.persons.differs(pronoun, alone.group(1), passage[0]):
            return alone.group(1)
        for name in names(self._text, *passage):
            at = self._text.find(name, *passage)
            first, of, _ = name.partition(" of ")  # "Ana Ruiz of Lumen"
            name = first if of and " " in first and TITLES.isdisjoint(first.lower().split()) else name
            if not may_be_meant(self._text, at, name) or any(q.start < at < q.end for q in quoted):
                continue
            if MEDIUM.fullmatch(self._text[passage[0] : at].lower()) is not None or self.persons.differs(pronoun, name, at):
                continue
            owns = self._text[at + len(name) : at + len(name) + 2] in ("'s", "’s")
            if not owns and self.persons.is_marked(name, passage):
                return name
            if self.persons.is_human(name, passage):
                owner, weaker = (owner or name, weaker) if owns else (owner, weaker or name)
        return weaker or (owner if owners else "")

    def _introduced(self, passage: Sentence) -> str:
        """The person between commas behind the role that opens ``passage``: ``A nurse from Hull, Joyce Abbott, was``; "" if none."""
        comma = self._text.find(", ", *passage)
        called = any(self._text.find(naming, *passage) >= 0 for naming in _NAMING)
        if not called and (comma < 0 or not self._text[comma + 2 : comma + 3].isupper()):
            return ""
        words = Words(self._text, *passage)
        role = opening_phrase(words)
        name = given(words, role) if called and role is not None else None
        if name is not None:
            return words.excerpt(name.start, name.end)  # "A former inmate, who asked to be called Dean, spent"
        name = named_behind(words, role) if role is not None and is_one(words.low[role.end]) else role
        return words.excerpt(name.start, name.end) if name is not None and name is not role else ""

    def _own_subject(self, speaker: Voice, sentence: Sentence, before: Sentence | None) -> Voice | None:
        """Who opens a paragraph and is told of there: ``Kasia Brandt, a nurse, sold 40 of them, [she] said.``"""
        if before is not None and self._sentences.block(before[0]) == self._sentences.block(sentence[0]):
            person = self._introduced(sentence)  # "Its secretary, Jo Mols, has 40 of them, [he] said"
            return Voice("person", person) if person and not self.persons.differs(speaker.text, person, sentence[0]) else None
        name = self.person(sentence, owners=False, pronoun=speaker.text)
        opens = name and self._text.startswith(name, sentence[0]) and " " in name and self.persons.is_marked(name, sentence)
        return Voice("person", name) if opens else None

    def _subject(self, speaker: Voice, sentence: Sentence) -> Voice | None:
        """Whom a pronoun amid ``sentence`` means if the sentence opens with a name: ``Ruiz sold it for what she said ...``."""
        if speaker.at <= sentence[0]:
            return None
        if speaker.kind == "they":  # "doctors said on Friday, in what they called"
            several = [region.voice for region in self._read(sentence).regions if region.voice.kind == "group"]
            if several:
                return several[-1]
            if self._text.startswith((": ", "; "), speaker.at - 2):  # "Official statistics are gloomier: they put the rise at 4%"
                return self._opens(sentence, speaker.at)
        if speaker.kind == "he":
            if is_acted_on(self._text, sentence[0], speaker.at):
                return None
            passed = max(sentence[0], speaker.at - _LONG), speaker.at
            person = self.person(passed, pronoun=speaker.text)
            role = None if person or passed[0] > sentence[0] else self._role(speaker, passed)  # "The treasurer was guarded: she expects"
            if person or role is None:
                return self._whole(speaker, sentence, person)
            return self._holder(role, sentence)
        if speaker.kind == "it":  # "A charity, Lumen, said it found"
            spoken = [region.voice for region in self._read(sentence).regions if region.start <= speaker.at]
            if spoken and spoken[0].kind in ("name", "body"):
                return spoken[0]
        opening = names(self._text, sentence[0], speaker.at)[:1]
        owns = opening != () and self._text[sentence[0] + len(opening[0]) : speaker.at].lstrip()[:1] in ("'", "’")
        if opening and not owns and 0 <= self._text.find(opening[0], *sentence) - sentence[0] < len("The ") + 1:
            return Voice("name", opening[0])
        if speaker.kind not in ("it", "they"):
            return None
        found = self._opens(sentence, speaker.at)  # "The union denies it: by its count"
        if found is not None and found.kind == "anaphor":
            return self.settle(found, sentence)
        kinds = {"body", "group"} if speaker.kind == "they" else {"body", "document"} if speaker.text == "it" else {"body"}
        fits = found is not None and (found.kind in kinds or (speaker.text == "it" and found.papers()))
        return found if fits else self._within(speaker, sentence, kinds)

    def _whole(self, pronoun: Voice, sentence: Sentence, person: str) -> Voice | None:
        """The ``person`` that stands before a pronoun, else who opens the sentence with a whole name: ``Wei Lin is sure: [she] says``."""
        opens = self._opens(sentence, pronoun.at) if not person else None
        if opens is not None and opens.kind == "name" and " " in opens.text and may_be_meant(self._text, sentence[0], opens.text):
            person = opens.text if not self.persons.differs(pronoun.text, opens.text, sentence[0]) else ""
        return Voice("person", person) if person else None

    def _within(self, pronoun: Voice, sentence: Sentence, kinds: Collection[str]) -> Voice | None:
        """Whom the last "the" with a noun for a body before a pronoun names: ``after the government cut a subsidy that [it] says cost``."""
        words = Words(self._text, sentence[0], pronoun.at)
        for at in range(len(words.low) - 2, 0, -1):
            if words.low[at] == "the" and words.low[at - 1] in _SUBORDINATORS:
                phrase = subject_at(words, at)
                found = voice(words, phrase) if phrase is not None and likely(words, phrase.end) else None
                if found is not None and found.kind in kinds:
                    return found
        return None

    def actor(self, sentence: Sentence) -> Voice | None:
        """The person without a name who does what ``sentence`` tells: ``A woman came to the gate. "I have 4 children."``"""
        role = self._role(Voice("he", ""), sentence)
        return self._holder(role, sentence) if role is not None else None

    def opener(self, sentence: Sentence, end: int) -> Voice | None:
        """Who opens ``sentence`` before ``end``, settled: ``The union was angry: "..."``."""
        found = self._opens(sentence, end) or utterer(Words(self._text, sentence[0], end))
        return self.settle(found, sentence) if found is not None and found.kind != "document" else None

    def _opens(self, sentence: Sentence, end: int) -> Voice | None:
        """Whom the subject that opens ``sentence`` names, of what stands before ``end``."""
        words = Words(self._text, sentence[0], min(end, sentence[0] + _LONG))
        phrase = opening_phrase(words)
        return voice(words, phrase) if phrase is not None and likely(words, phrase.end) else None

    def _owner(self, speaker: Voice, sentence: Sentence, before: Sentence | None) -> Voice | None:
        """Whom ``by her own count`` means: who spoke in the sentence ``before``, else a person named later in ``sentence``."""
        if before is not None and any(region.voice.kind in FITTING["he"] for region in self._read(before).regions):
            return None
        person = self.person((speaker.at, sentence[1]))
        return Voice("person", person) if person else None

    def _named(self, speaker: Voice, sentence: Sentence) -> Voice | None:
        """Whom a pronoun means when it follows ``sentence``: who spoke there, or whom it is about."""
        addressed = speaker.kind == "he" and is_addressed(self._text, *sentence, speaker.text)
        for region in reversed(self._read(sentence).regions):
            if addressed and region.voice.kind == "role":
                continue
            fits = region.voice.kind in FITTING[speaker.kind] and not (misfits(speaker, region.voice) or is_other(speaker, region.voice))
            if speaker.kind == "he" and (is_one(region.voice.whole.partition(" ")[0]) or may_be_one(region.voice)):
                return region.voice  # "A spokesman for Lumen said so. [He] added"
            fits = fits and not (speaker.kind in ("he", "own") and self._is_another(speaker, region.voice, sentence[0]))
            if fits and speaker.kind in ("they", "it", "anaphor") and region.voice.kind == "name":
                fits = not self.persons.is_human(region.voice.text, sentence)
            if fits and not (speaker.kind == "it" and self.persons.is_called_by_surname(region.voice, sentence)):
                return region.voice if speaker.text == "it" else region.voice.alone()
            if region.voice.kind == "anaphor" and speaker.kind in ("it", "they"):
                return self.settle(region.voice, sentence)
        if speaker.kind not in ("he", "own") or is_acted_on(self._text, *sentence):
            return None
        person = self.person(sentence, owners=False, pronoun=speaker.text)
        return Voice("person", person) if person else None

    def _work(self, sentence: Sentence) -> Voice | None:
        """The paper that "It" means of which ``sentence`` tells more: what spoke or was told of before it in its paragraph."""
        before = self._sentences.before(sentence)
        for _ in range(BACK):
            if before is None or self._sentences.block(before[0]) != self._sentences.block(sentence[0]):
                return None
            for region in reversed(self._read(before).regions):
                if region.voice.text in DOCUMENTS:
                    return Voice("document", region.voice.text, -1, region.voice.whole)
                if region.voice.papers():
                    return region.voice
            opener = self._opens(before, before[1])
            if opener is not None and opener.papers():
                return opener
            if not self._text.startswith(("It ", "They "), before[0]):
                return None
            before = self._sentences.before(before)
        return None

    def _is_another(self, pronoun: Voice, found: Voice, position: int) -> bool:
        if found.kind == "role":
            return bool(asked_for(pronoun.text)) and pronoun_of_role(found.text) not in ("", asked_for(pronoun.text))
        return self.persons.differs(pronoun.text, found.text, position)

    def _body(self, pronoun: Voice, sentence: Sentence) -> Voice | None:
        """The body that is the subject of ``sentence``: ``The power company Luzsur has restored it. [It] said``; of "they" also a group."""
        words = Words(self._text, *sentence)
        phrase = opening_phrase(words)
        found = voice(words, phrase) if phrase is not None and likely(words, phrase.end) else None
        if pronoun.text == "it" and found is not None and reads_out(words):
            return found  # "Ana Ruiz read out a letter. "We have 40," it said"
        if pronoun.text == "it" and (paper := brought_out(words)) is not None:
            return paper
        if pronoun.kind == "they" and (found is None or found.kind != "group"):
            owners = [at for at in words.owners if words.low[at].endswith("s'")]
            several = owner(words, max(owners)) if owners else None  # "a court heard the employers' request. [They] argue"
            found = several if several is not None else found
        if found is not None and found.kind == "anaphor":
            return self.settle(found, sentence)
        kinds = {"body"} | ({"group"} if pronoun.kind == "they" else set()) | ({"document"} if pronoun.text in PRONOUNS else set())
        if found is not None and found.kind == "name" and self._may_be_a_body(found, sentence):
            return None if self.persons.is_person(found.text, self._text.find(found.text, *sentence)) else found
        return found if found is not None and (found.kind in kinds or (pronoun.text == "it" and found.papers())) else None

    def _may_be_a_body(self, speaker: Voice, sentence: Sentence) -> bool:
        """Whether a name is no person's by how the text goes on to use it."""
        if " " in speaker.text:
            return not self.persons.is_called_by_surname(speaker, sentence)
        return self.persons.is_name(speaker.text, sentence) and not self.persons.is_human(speaker.text, sentence)

    def _holder(self, role: Voice, sentence: Sentence) -> Voice:
        """The person whom the text last gave the role that "the" stands before: ``Mayor Ana Ruiz came. ... the mayor said``."""
        held_by = role.text.lower()
        if f" the {held_by}" not in f" {self._text[sentence[0] : sentence[1]]}".lower():
            return role
        key = held_by, sentence[0] // _STRIDE
        held = self._holders.get(key)
        if held is None:
            base = key[1] * _STRIDE
            held = self._holders[key] = holders(self._text, held_by, max(0, base - _HELD), base + _STRIDE)
        named = [name for start, name in held if start < sentence[0]]
        if named:
            return Voice("person", named[-1])
        return (self._varied(role, sentence) if varies(self._text, role.text, sentence) else None) or role

    def _varied(self, role: Voice, sentence: Sentence) -> Voice | None:
        """Who spoke last before ``sentence`` or was named last there, and may be whom ``the`` ``role`` means."""
        if self._varying:
            return None  # one such word does not lead to another: a text may have a chain of them
        key = role.text, sentence[0]
        if key not in self._varieties:
            self._varying = True
            self._varieties[key] = self._last_person(pronoun_of_role(role.text), sentence)
            self._varying = False
        return self._varieties[key]

    def _last_person(self, pronoun: str, sentence: Sentence) -> Voice | None:
        before = self._sentences.before(sentence)
        for _ in range(_RECENT):
            if before is None:
                return None
            for region in reversed(self._read(before).regions):
                who = self.settle(region.voice, before) if region.voice.kind == "he" else region.voice
                if who is None or who.kind not in ("person", "name") or self.persons.differs(pronoun, who.text, before[0]):
                    continue
                if who.kind == "person" or region.voice.kind == "he" or self.persons.is_human(who.text, before):
                    return Voice("person", who.text)
            person = self.person(before, owners=False, pronoun=pronoun)
            if person:
                return Voice("person", person)
            before = self._sentences.before(before)
        return None

    def _role(self, pronoun: Voice, sentence: Sentence) -> Voice | None:
        """The person without a name who is the subject of ``sentence``: ``The governor, for her part, agreed. [She] said``."""
        if pronoun.kind != "he":
            return None
        if sentence not in self._roles:
            self._roles[sentence] = self._role_that_opens(sentence)
        found = self._roles[sentence]
        if found is None or self._is_another(pronoun, found, sentence[0]):
            return None
        if is_addressed(self._text, *sentence, pronoun.text):
            return None
        she, he = (self._text.find(whose, *sentence) for whose in (" her ", " his "))
        own, others = (she, he) if pronoun.text == "she" else (he, she)
        return None if own < 0 <= others else found  # "A vicar sends his love. She ..."

    def _role_that_opens(self, sentence: Sentence) -> Voice | None:
        words = Words(self._text, *sentence)
        phrase = opening_phrase(words)
        if words.low[:2] == ["one", "of"] and phrase is not None and words.tokens[phrase.last + 1 : phrase.last + 2] == [","]:
            phrase = subject_at(words, phrase.last + 2)  # "One of them, a retired pilot, had kept it"
        if phrase is None or not phrase.start:
            return None
        before = phrase.start - 1
        if not (words.low[0] in _ONE or words.low[before] in _ONE or before in words.owners):
            return None
        found = None if undergoes(words.low, phrase.last + 1) else voice(words, phrase)
        return found if found is not None and found.kind == "role" else None
