"""Whose age a figure is, or whose birth a date, where another sentence names them: "The guide, who is 41", "She is 49"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.calendar.usual import OLD_YEAR
from ledger.extraction.context.births import BORN
from ledger.extraction.context.grammar import CLOSED, GRAMMAR
from ledger.extraction.context.names import names
from ledger.extraction.context.speaker import Speakers
from ledger.extraction.context.speech.persons import asked_for, pronoun_of, pronoun_of_role
from ledger.extraction.context.speech.phrases import ORGANISATIONS
from ledger.extraction.context.speech.voices import Voice, is_one
from ledger.extraction.scene import Reading, Scene
from ledger.extraction.sentences import Sentence
from ledger.lexicon import words

_LATELY = r"(?:(?:now|then|just|only|still|already|barely|aged|born)[\s,]+|\(\s?)*"
_BEING = r"(?:is|turned|turns|has turned|had turned|had just turned|has just turned|reached|will be|will turn)"
_OF_ONE = r"(?:an? (?:[a-z’'-]+ ){0,3}(?:man|woman|boy|girl|lad|youth|teenager|pensioner|[a-z]+er) of )?"
_FIRST = re.compile(rf"\bI(?: am|[’']m| was| turned)\s{_LATELY}$")
_THEN = re.compile(rf"^\W*(he|she)\s(?:[^.;:!?\"”()]+\s(?:and|but)\s)?(?:was|retired in \d{{4}} at)\s{_LATELY}$", re.IGNORECASE)
_WHEN = re.compile(rf"(?:\s(?:when|by the time)\b[^.;:!?]{{1,90}}?)?,?\sin (?:the [a-z]+ of |[A-Z][a-z]+ )?{OLD_YEAR}\b")
""" "She read law and was 46 when the town made her mayor." """
_PRONOUN = re.compile(rf"\b(he|she)(?:[’']s| {_BEING})\s{_LATELY}{_OF_ONE}$", re.IGNORECASE)
_WAS, _ENDS = re.compile(rf"(?:^|[.;,”\"] )(he|she) was {_LATELY}$", re.IGNORECASE), re.compile(r"[.!?](?:\s|$)")
""" "He was 54." is said of the dead; "He was 23 and had no money" tells of years ago."""
_PRONOUN_BEHIND = re.compile(r",?\s(he|she)\b")
_FRONTED = re.compile(r"(?:\s(?:in|at|near|into|to|on|as)\s[^.;:!?,]{1,60})?,\s(he|she)\b")
_AT = re.compile(r"\b(?:at|aged)\s$", re.IGNORECASE)
_ROLE = re.compile(rf"\b[Tt]he ((?:[a-z][a-z’'-]*\s){{0,2}}[a-z][a-z-]+)(?:(, who (?:is|was))|,| {_BEING}|)\s[(]?{_LATELY}(?:in |on )?$")
_PEOPLES = "|".join(sorted(map(re.escape, map(str.title, GRAMMAR["national"]))))
_EPITHET = re.compile(rf"\b[Tt]he (?:{_PEOPLES})(?:, who (?:is|was)|,| {_BEING}|)\s[(]?{_LATELY}$")
""" "Niko Aldaz won. The Basque, 27," """
_KNOWN = re.compile(r"\b[Tt]he (?:now |then )?$")
_OLD = re.compile(r"[\s-]*years?[\s-]*old\b")
_NO_NOUN = r"(?!(?:for|of|in|on|at|by|from|with|to|and|who|whose|that|as|after|before)\b)"
_NAMED_BEHIND = re.compile(rf"(?:[\s-]+{_NO_NOUN}[a-z][\w-]*){{0,5}},?\s+[A-Z]")
_PEOPLE_BEHIND = re.compile(rf"[\s-]+(?:{_PEOPLES})\b(?!\s[A-Z])")
_NOUN_BEHIND = re.compile(r"(?:\s[a-z-]+){0,2}?\s([a-z-]+)(?=[,.;]|\s(?:of|from|who|at|in|with|to)\b)")
_BORN = re.compile(rf"\b{BORN}")
_BORN_BEFORE = re.compile(rf"\b(he|she) (?:was|is) {BORN}", re.IGNORECASE)
_BORN_FIRST = re.compile(r"\W?Born\b")
_OWNED = re.compile(r"[’']s?\b|\bof\b")
_APPOSED = re.compile(r", (?:the|who|whose|by then|then|now) [a-z]")
_PLACED = re.compile(r"\b(?:of|in|from|at|for|to|with|on|near) $")
""" "The leader of the party, who is 30": not the party. """
_LEADING = GRAMMAR["placing"] | GRAMMAR["leading"]
_NAME = re.compile(r"([^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+)*)(?:,|\s[a-z])")
_OTHERS = {"he": frozenset({"she", "her", "hers"}), "she": frozenset({"he", "his", "him"})}
_WORD = re.compile(r"[a-z-]+")
_FAR, _NEAR, _RECENT, _PARAGRAPH = 80, 1000, 4, 12
"""Characters before a figure, for its wording and for others, and sentences before its own, among the latest and of a paragraph."""
_OPENING = 12
"""Characters that may stand before the name that opens a sentence: a title, a quotation mark."""
_RELATED = words("relations.txt")


class Whose:
    """Answers for one document."""

    def __init__(self, scene: Scene, speakers: Speakers):
        self._scene, self._speakers, self._antecedents = scene, speakers, speakers.antecedents

    def of(self, reading: Reading, sentence: Sentence) -> str:
        """The person, as written elsewhere, whose age or birth ``reading`` is; "" where its own sentence tells, or nothing does."""
        if reading.kind not in ("age", "date") or (reading.kind == "age" and reading.unit != "year"):
            return ""
        text, start = self._scene.text, reading.start
        before = text[max(sentence[0], start - _FAR) : start]
        if reading.kind == "date" and _BORN.search(before) is None:
            return ""
        if _FIRST.search(before):
            said = self._speakers.at(start)
            return said if said[:1].isupper() else ""
        if pronoun := self._pronoun(before, reading, sentence):
            return self._meant(pronoun, start, sentence)
        if _KNOWN.search(before):
            return self._known(reading, sentence)
        return self._last("", sentence, start) if _EPITHET.search(before) else self._holder(before, start, sentence)

    def _pronoun(self, before: str, reading: Reading, sentence: Sentence) -> str:
        """The "he" or "she" whose age or birth it is, by what stands ``before`` the figure or right behind it; "" without one."""
        text, end = self._scene.text, reading.end
        found = _PRONOUN.search(before) or (_PRONOUN_BEHIND.match(text, end) if _AT.search(before) else None)
        found = found or (_WAS.search(before) if _ENDS.match(text, end) else None)
        found = found or (_THEN.search(before) if _WHEN.match(text, end) else None)
        if found is None and reading.kind == "date":
            fronted = _BORN_FIRST.match(text, sentence[0]) is not None
            found = _BORN_BEFORE.search(before) or (_FRONTED.match(text, end) if fronted else None)
        return found.group(1).lower() if found is not None else ""

    def _known(self, reading: Reading, sentence: Sentence) -> str:
        """Whom "the 41-year-old" means, with a noun behind it or none; "" where a name follows."""
        text, end = self._scene.text, reading.end
        if _OLD.search(text[reading.start : end]) is None:
            return ""
        if _PEOPLE_BEHIND.match(text, end, sentence[1]) is not None:
            return self._last("", sentence, reading.start)
        if _NAMED_BEHIND.match(text, end, sentence[1]) is not None:
            return ""
        noun = _NOUN_BEHIND.match(text, end, sentence[1])
        return self._last(pronoun_of_role(noun.group(1)) if noun else "", sentence, reading.start)

    def _holder(self, before: str, start: int, sentence: Sentence) -> str:
        """Whom a role that stands ``before`` the figure means: "The guide, who is"; "" without one, or where it is somebody's."""
        role = _ROLE.search(before)
        if role is None or _OWNED.search(role.group(1)) or _PLACED.search(before, 0, role.start()):
            return ""
        head = role.group(1).rpartition(" ")[2]
        if head in _RELATED or not (role.group(2) or is_one(head) or is_one(head.partition("-")[0])):
            return ""
        found = self._antecedents.settle(Voice("role", role.group(1)), sentence)
        if found is not None and found.kind == "person":
            return found.text
        return self._last(pronoun_of_role(head), sentence, start)

    def _meant(self, pronoun: str, start: int, sentence: Sentence) -> str:
        """Whom a "he" or "she" before ``start`` means; "" where that may be another, or nobody was named."""
        if subject := self._subject(pronoun, start, sentence):
            return subject
        if self._may_be_another(pronoun, start, sentence):
            return ""
        found = self._antecedents.settle(Voice("he", pronoun, start), sentence)
        opening = self._opening(sentence)
        if opening and (found is None or opening.rpartition(" ")[2] not in found.text):
            return opening
        if found is not None and found.kind in ("person", "name") and found.text[:1].isupper():
            return found.text
        return self._only(sentence) if found is None or found.text.islower() else ""

    def _subject(self, pronoun: str, start: int, sentence: Sentence) -> str:
        """The only person named before ``start`` in a sentence that their name opens: "Ivo Sand sails; now, at 56, he rests"."""
        found = self._persons((sentence[0], start), pronoun)
        if len(found) != 1 or not self._scene.text.startswith(found[0], sentence[0]) or " " not in found[0]:
            return ""
        said = set(_WORD.findall(self._scene.low[sentence[0] : start]))
        return found[0] if said.isdisjoint(_OTHERS[pronoun]) and said.isdisjoint(_RELATED) else ""

    def _opening(self, sentence: Sentence) -> str:
        """The capitalised words that open the sentence before in its paragraph: "Prenn drives again. He is 41"."""
        before = self._scene.sentences.before(sentence)
        if before is None or self._scene.sentences.block(before[0]) != self._scene.sentences.block(sentence[0]):
            return ""
        found = _NAME.match(self._scene.text, *before)
        return found.group(1) if found is not None and found.group(1).partition(" ")[0].lower() not in CLOSED | {"born"} else ""

    def _may_be_another(self, pronoun: str, start: int, sentence: Sentence) -> bool:
        """Whether somebody else was spoken of just before: a "his" before "she", a wife or a brother."""
        before = self._scene.sentences.before(sentence)
        passed = self._scene.low[max(before[0] if before is not None else sentence[0], start - _NEAR) : start]
        said = set(_WORD.findall(passed))
        return not said.isdisjoint(_OTHERS[pronoun]) or not said.isdisjoint(_RELATED)

    def _only(self, sentence: Sentence) -> str:
        """The only name in the sentences of the paragraph before ``sentence`` that no article or preposition stands before."""
        text, block = self._scene.text, self._scene.sentences.block(sentence[0])
        found: set[str] = set()
        before = self._scene.sentences.before(sentence)
        for _ in range(_PARAGRAPH):
            if before is None or len(found) > 1 or self._scene.sentences.block(before[0]) != block:
                break
            for name in names(text, *before):
                at = text.find(name, *before)
                led = text[max(before[0], at - 12) : at].split()[-1:]
                if ORGANISATIONS.isdisjoint(name.lower().split()) and not (led and led[0].lower() in _LEADING):
                    found.add(name)
            before = self._scene.sentences.before(before)
        return found.pop() if len(found) == 1 else ""

    def _last(self, pronoun: str, sentence: Sentence, start: int) -> str:
        """Who was named last before ``sentence``: its subject, else the only person; nobody where it has named somebody itself."""
        if self._persons((max(sentence[0], start - _NEAR), start), ""):
            return ""  # "Ruiz said the 23-year-old"
        before = self._scene.sentences.before(sentence)
        for _ in range(_RECENT):
            if before is None:
                return ""
            if found := self._persons(before, pronoun):
                first = self._scene.text.find(found[0], *before) - before[0]
                return found[0] if len(found) == 1 or first < _OPENING else ""
            before = self._scene.sentences.before(before)
        return ""

    def _persons(self, passage: Sentence, pronoun: str) -> list[str]:
        """The names of persons in ``passage``, in order, but of those who are known not to be ``pronoun``."""
        text, asked = self._scene.text, asked_for(pronoun)
        found = []
        for name in names(text, *passage):
            at = text.find(name, *passage)
            if at < 0 or not ORGANISATIONS.isdisjoint(name.lower().split()):
                continue
            if not self._antecedents.persons.is_human(name, passage) and not (at == passage[0] and _APPOSED.match(text, at + len(name))):
                continue
            if not asked or pronoun_of(text, name, at) in ("", asked):
                found.append(name)
        return found
