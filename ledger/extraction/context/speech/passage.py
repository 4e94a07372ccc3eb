"""A sentence while its attributions are read: its words and quotations, and who has been found to speak where."""

from __future__ import annotations

from collections.abc import Collection

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.inflection import is_plural
from ledger.extraction.context.speech.phrases import likely
from ledger.extraction.context.speech.quotations import Quotation
from ledger.extraction.context.speech.subjects import RELATIVES, opening_phrase
from ledger.extraction.context.speech.voices import PRONOUNS, Voice, voice
from ledger.extraction.context.speech.words import CLOSING, ENDS, OPENING, PAUSES, Words

CONTRASTS, _BE = GRAMMAR["contrast"], GRAMMAR["be"]
_PARTING = RELATIVES | {"whom", "where", "and", "but"}
"""Behind what an aside tells of what follows alone: ``she has 40 trees and, by her own admission, no time``."""


class Region:
    """Offsets of a stretch of text, and who says it."""

    __slots__ = ("end", "start", "voice")

    def __init__(self, start: int, end: int, voice: Voice):
        self.start, self.end, self.voice = start, end, voice


class Attributions:
    """What one sentence says of who speaks: its regions, who speaks its quotations, and whether a survey was named."""

    __slots__ = ("quoted", "regions", "survey")

    def __init__(self) -> None:
        self.regions: list[Region] = []
        self.quoted: Voice | None = None
        self.survey = False

    @property
    def last(self) -> Voice | None:
        """The speaker of the last region, else of the quotation; None when nobody has spoken."""
        return self.regions[-1].voice if self.regions else self.quoted


class Passage:
    """``text[start:end]`` with the quotations that touch it; ``found`` grows as constructions are read from left to right.

    ``edge`` is the token behind the last attribution: what stands before it is spoken for.
    ``open`` says that the last attribution goes on to the end of the sentence, ``found_out`` that it is of what somebody
    found, showed or noted, without a "that"; ``around`` that an aside gave somebody what stands before and behind it.
    """

    __slots__ = (
        "around", "count", "edge", "end", "found", "found_out", "low", "open", "quotations", "start", "statements", "tokens", "words",
    )  # fmt: skip

    def __init__(self, text: str, start: int, end: int, quotations: list[Quotation]):
        self.words = Words(text, start, end)
        self.tokens, self.low, self.count = self.words.tokens, self.words.low, len(self.words.tokens)
        self.start, self.end, self.quotations = start, end, quotations
        self.statements = [quotation for quotation in quotations if quotation.clause]
        self.found = Attributions()
        self.edge, self.open, self.found_out, self.around = 0, False, False, False

    def say(self, first: int, last: int, speaker: Voice) -> None:
        """Tokens ``first`` up to ``last``, which is left out, are ``speaker``'s."""
        if first < min(last, self.count):
            start = self.words.offset(first)
            self.found.regions.append(Region(start, self.words.offset(last) if last < self.count else self.end, speaker))

    def quote(self, speaker: Voice, at: int) -> None:
        """Every quoted statement that nobody has spoken yet is ``speaker``'s, whose verb is token ``at``."""
        speaker = speaker.anywhere()  # nobody named in a quotation is meant by the pronoun behind it
        for quotation in self.statements:
            start, end = max(quotation.start, self.start), min(quotation.end, self.end)
            if not any(region.start < end and start < region.end for region in self.found.regions):
                self.found.regions.append(Region(start, end, speaker))
        self.found.quoted = speaker
        self.edge = max(self.edge, at)

    def surround(self, speaker: Voice, opener: int, tail: int, first: int | None = None) -> None:
        """An aside from token ``opener`` to ``tail`` (``..., X said, ...``) gives ``speaker`` the sentence around it.

        It reaches back to the last attribution or semicolon; ``first`` is where the aside
        begins when it is not at ``opener``. Behind ``who, X says, ...`` it is only what follows.
        """
        related = opener > 1 and self.low[opener - 2] in RELATIVES and self.low[opener - 1] in _BE  # "a cup that is, she says, old"
        parting = opener > 0 and self.low[opener - 1] in _PARTING and tail + 1 < self.count  # not "They did that, X said."
        if related or parting:
            start = opener
            if opener > 2 and self.low[opener - 2] == "of":  # "40 shops, six of which, X said, were shut"
                start = next((place + 1 for place in range(opener - 3, max(opener - 6, -1), -1) if self.tokens[place] in ENDS), opener)
        else:
            start = next((place + 1 for place in range(opener - 1, self.edge, -1) if self._breaks(place)), self.edge)
            if self.open and start == self.edge:  # "X said in 2019 that ..., according to Y": what follows "that" is X's
                if speaker.kind == "document":
                    self.say(0, self.edge, speaker)
                self.say(tail, self.count, speaker)
                return
        self.open = False
        if speaker.kind in ("it", "they") and speaker.at >= 0:
            speaker = self._opener(speaker) or speaker  # "The charity Lumen has 40 clinics, it said"
        if ":" not in self.tokens[:opener]:  # "Ana Ruiz blamed the rain: the town had 40 cm, she said"
            speaker = speaker.anywhere()
        first = opener if first is None else first
        self.say(start, first, speaker)
        if self.statements and self.words.offset(start) <= self.statements[0].start < self.words.offset(first):
            self.found.quoted = speaker
        if tail < self.count:
            self.around = tail + 1 < self.count
            self.say(tail, self.count, speaker)
            if self.opens_quotation(tail):
                self.found.quoted = speaker
        else:
            self.quote_behind(first, speaker)
        self.edge = max(self.edge, min(tail, self.count - 1))

    def part(self, at: int) -> None:
        """Ends what others say to the end at a semicolon before token ``at``, where somebody else begins to speak."""
        if at > 1 and self.tokens[at - 1] == ";":
            offset = self.words.offset(at - 1)
            for region in self.found.regions:
                if region.start < offset < region.end:
                    region.end = offset

    def reassign(self) -> None:
        """Takes back what papers without an author say to the end, and finds: "early reports put it at 40, according to X" is X's."""
        voice = self.found.last
        anonymous = voice is not None and voice.kind == "document" and is_plural(voice.text.lower())
        if self.open and self.found.regions and (anonymous or self.found_out):
            self.found.regions.pop()
            self.open = False

    def first(self, marks: Collection[str], start: int, default: int, limit: int = 1 << 30) -> int:
        """The first token from ``start`` that is one of ``marks``, before ``limit``; ``default`` if there is none."""
        return next((place for place in range(start, min(limit, self.count)) if self.tokens[place] in marks), default)

    def clause(self, at: int) -> int:
        """The first token of the stretch without punctuation that token ``at`` stands in."""
        while at > 0 and self.tokens[at - 1] not in ENDS:
            at -= 1
        return at

    def quoted(self, at: int) -> bool:
        """Whether token ``at`` stands inside a quoted statement."""
        if not self.statements:
            return False
        offset = self.words.offset(at)
        return any(quotation.start < offset < quotation.end for quotation in self.statements)

    def quoted_before(self, at: int) -> bool:
        """Whether a quoted statement closes at token ``at``, a comma behind it allowed."""
        if at > 0 and self.tokens[at] in PAUSES:
            at -= 1
        return self.tokens[at] in CLOSING and self.quoted(at)

    def opens_quotation(self, at: int) -> bool:
        """Whether a quotation opens at token ``at``, a comma or colon before it allowed."""
        if at < self.count and self.tokens[at] in (",", ":"):
            at += 1
        if at >= self.count or self.tokens[at] not in OPENING:
            return False
        return any(quotation.start == self.words.offset(at) for quotation in self.quotations)

    def pauses(self, at: int) -> bool:
        """Whether an aside may open at token ``at``: a comma, a dash, a quotation mark behind a comma."""
        return self.tokens[at] in PAUSES or (self.tokens[at] in CLOSING and self.tokens[at - 1] == ",")

    def _opener(self, pronoun: Voice) -> Voice | None:
        """The body or, for "they", the group that opens the sentence, if one does."""
        phrase = opening_phrase(self.words)
        found = voice(self.words, phrase) if phrase is not None and likely(self.words, phrase.end) else None
        keeper = found is not None and found.kind == "name" and phrase is not None and phrase.end > 0
        if keeper and found is not None and pronoun.kind == "it" and pronoun.text not in PRONOUNS:
            return Voice("body", found.text)  # "Halden Care treated 400, its report says"
        if found is not None and pronoun.text == "it" and (found.kind == "person" or (found.kind == "name" and " " in found.text)):
            return Voice("body", found.text)  # "Shoemaker Halden will close, it said"
        fits = found is not None and (found.kind in ("body", "anaphor") or (found.kind == "group" and pronoun.kind == "they"))
        return found if fits else None

    def _breaks(self, at: int) -> bool:
        if self.tokens[at] == ";":
            return True
        return self.edge > 0 and self.tokens[at] == "," and at + 1 < self.count and self.low[at + 1] in CONTRASTS

    def quote_behind(self, first: int, speaker: Voice) -> None:
        """Quotations behind token ``first`` are ``speaker``'s too: ``..., says X: "..."``, ``X called it "..."``."""
        offset = self.words.offset(first)
        for quotation in self.quotations:
            if quotation.start > offset:
                self.found.quoted = speaker
                self.found.regions.append(Region(quotation.start, min(quotation.end, self.end), speaker))
