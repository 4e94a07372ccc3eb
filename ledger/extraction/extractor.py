"""From a document to its claims: one scan, the rules beside each numeral, then the context."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from ledger.extraction.calendar.period import Periods
from ledger.extraction.candidates import candidates
from ledger.extraction.context.clause import clause
from ledger.extraction.context.counted import counted
from ledger.extraction.context.figure import Figure
from ledger.extraction.context.modality import modality
from ledger.extraction.context.names import names
from ledger.extraction.context.speaker import Speakers
from ledger.extraction.ellipsis import filled
from ledger.extraction.hedges import hedge
from ledger.extraction.ranges import joined
from ledger.extraction.scene import Reading, Scene
from ledger.records import Bound, Claim, Document, Span


def extract(document: Document) -> list[Claim]:
    """All claims of ``document``, in order, none overlapping another."""
    scene = Scene(document)
    context = _Context(scene)
    return [context.claim(reading) for reading in readings(scene)]


def readings(scene: Scene) -> Iterator[Reading]:
    """The figures of a scene: what claims nothing is passed over, the longest span wins, units left out are filled in, ranges joined."""
    return joined(scene, filled(scene, _longest(_found(scene))))


def _found(scene: Scene) -> Iterator[Reading]:
    concerned = candidates().of
    silent = 0  # where the last exclusion ends
    for at, numeral in enumerate(scene.numerals):
        exclusions, rules = concerned(scene, at)
        for exclusion in exclusions:
            covered = exclusion.covers(scene, at)
            if covered is not None:
                silent = max(silent, covered[1])
                break
        if numeral.start < silent:
            continue
        best: Reading | None = None
        for rule in rules:
            reading = rule.read(scene, at)
            if reading is not None and (best is None or reading.end - reading.start > best.end - best.start):
                reading.kind, reading.rule = rule.kind, rule.code
                reading.numeral = reading.numeral or numeral
                best = reading
        if best is not None:
            yield best


def _longest(found: Iterable[Reading]) -> Iterator[Reading]:
    """Of readings that overlap the longest, of equal ones the first."""
    held: Reading | None = None
    for reading in found:
        if held is not None and reading.start < held.end:
            if reading.end - reading.start > held.end - held.start:
                held = reading
            continue
        if held is not None:
            yield held
        held = reading
    if held is not None:
        yield held


class _Context:
    """Reads the words around a document's figures, sentence by sentence."""

    def __init__(self, scene: Scene):
        self._scene, self._prose, self._document = scene, scene.document.prose, scene.document
        self._speakers = Speakers(self._prose, scene.sentences)
        self._periods = Periods(scene)
        self._sentence: tuple[int, int] = (0, 0)
        self._sentence_span = Span(start=0, end=0, quote="")
        self._shift: int | None = None  # from the prose to the document, where the sentence stands there verbatim
        self._names: tuple[str, ...] = ()

    def claim(self, reading: Reading) -> Claim:
        scene, text, sentence = self._scene, self._scene.text, self._move_to(reading.start)
        numeral = reading.numeral
        assert numeral is not None
        bound, start, end = _bound(scene, reading, numeral.floor, numeral.limit)
        low, high = (None if bound in ("at_most", "less_than") else reading.low), (None if bound in _OPEN_ABOVE else reading.high)
        figure = Figure(text, reading.start, reading.end, sentence)
        about = counted(figure, reading.kind)
        head, noun_end = about.head, about.end
        if reading.whole_noun is not None:
            head = text[slice(*reading.whole_noun)]
        around = clause(figure)
        span = self._span(reading.start, reading.end)
        period = self._periods.of(reading.start, reading.end, sentence, numeral.floor)
        return Claim(
            id=hashlib.blake2s(f"{self._document.id}:{span.start}:{span.end}".encode(), digest_size=10).hexdigest(),
            document=self._document.path, kind=reading.kind, span=span,
            mention=self._span(min(start, about.start), max(end, noun_end)), sentence=self._sentence_span,
            low=low, high=high, bound=bound, unit=reading.unit, whole=reading.whole,
            counted=head, speaker=self._speakers.at(reading.start, reading.end), rule=reading.rule,
            modifiers=about.modifiers, of=about.of, subject=around.subject, predicate=around.predicate,
            names=self._names, terms=around.terms, period_low=period[0], period_high=period[1], published=scene.published,
            modality=modality(figure.wording, reading.start, reading.end),
        )  # fmt: skip

    def _move_to(self, position: int) -> tuple[int, int]:
        if not self._sentence[0] <= position < self._sentence[1]:
            self._sentence = self._scene.sentences.around(position)
            self._names = names(self._scene.text, *self._sentence)
            first, last = self._prose.place(*self._sentence)
            quote = self._document.text[first:last]
            verbatim = quote == self._scene.text[self._sentence[0] : self._sentence[1]]
            self._shift = first - self._sentence[0] if verbatim else None
            self._sentence_span = Span(start=first, end=last, quote=quote)
        return self._sentence

    def _span(self, start: int, end: int) -> Span:
        if self._shift is not None and self._sentence[0] <= start and end <= self._sentence[1]:
            first, last = start + self._shift, end + self._shift
        else:
            first, last = self._prose.place(start, end)
        return Span(start=first, end=last, quote=self._document.text[first:last])


_OPEN_ABOVE = frozenset({"at_least", "more_than", "magnitude"})


def _bound(scene: Scene, reading: Reading, floor: int, limit: int) -> tuple[Bound, int, int]:
    """The bound, and where the figure with its hedge begins and ends."""
    if reading.kind in ("date", "ordinal"):
        return reading.bound or "exact", reading.start, reading.end
    said = hedge(scene, reading.start, reading.end, floor, limit)
    if said is None:
        return reading.bound or "exact", reading.start, reading.end
    return (reading.bound or said[0], *said[1:])
