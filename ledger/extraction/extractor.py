"""From a document to its claims: one scan, the rules beside each numeral, then the context."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice, pairwise
from typing import NamedTuple, TypeVar

from ledger.allocation import uncollected
from ledger.extraction.calendar.period import Period, Periods
from ledger.extraction.candidates import candidates
from ledger.extraction.cells import Cell, cells
from ledger.extraction.columns import headed
from ledger.extraction.context.clause import Clause, clause
from ledger.extraction.context.counted import Counted, counted
from ledger.extraction.context.entry import entry
from ledger.extraction.context.figure import Figure
from ledger.extraction.context.lead import lead
from ledger.extraction.context.modality import modality
from ledger.extraction.context.names import names
from ledger.extraction.context.speaker import Speakers
from ledger.extraction.context.whose import Whose
from ledger.extraction.ellipsis import filled
from ledger.extraction.hedges import hedge
from ledger.extraction.numerals import Numeral
from ledger.extraction.ranges import joined, merged
from ledger.extraction.rule import Rule
from ledger.extraction.scene import Reading, Scene
from ledger.extraction.sentences import Sentence
from ledger.records import Bound, Claim, Document, Modality, Span, claim_id

T = TypeVar("T")


def extract(document: Document) -> list[Claim]:
    """All claims of ``document``, in order, none overlapping another."""
    with uncollected():
        scene = Scene(document)
        if not scene.numerals:
            return []
        batches = _batches(readings(scene))
        first = next(batches, None)
        if first is None:
            return []
        context = _Context(scene)
        found = [claim for some in chain((first,), batches) for claim in context.claims(some)]
        found[0] = Claim.unchecked(**vars(found[0]) | {"lead": lead(document.prose, scene.sentences, context.named)})
        return found


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    """``items``, so many at a time: to ask all of them one question before the next is a fifth faster than to do with them one by one."""
    left = iter(items)
    return iter(lambda: list(islice(left, _MANY)), [])


_MANY = 64


def readings(scene: Scene) -> Iterator[Reading]:
    """The figures of a scene: what claims nothing is passed over, the longest span wins, units left out are filled in, ranges joined."""
    found = joined(scene, filled(scene, merged(_found(scene), _longer)))
    told = scene.once(cells)
    return headed(scene, told, readings, found) if told else found


def _found(scene: Scene) -> Iterator[Reading]:
    for at, numeral, rules, final in chain.from_iterable(_batches(_claiming(scene))):
        best = final
        if final is None:
            for rule in rules:
                reading = rule.read(scene, at)
                if reading is not None and (best is None or reading.end - reading.start > best.end - best.start):
                    best = _signed(reading, rule, numeral)
        if best is not None:
            yield best


def _signed(reading: Reading, rule: Rule, numeral: Numeral) -> Reading:
    reading.kind, reading.rule = rule.kind, rule.code
    reading.numeral = reading.numeral or numeral
    return reading


def _claiming(scene: Scene) -> Iterator[tuple[int, Numeral, tuple[Rule, ...], Reading | None]]:
    """The numerals that no exclusion covers, their numbers before them, behind them the rules to ask and what a final one has read."""
    silent = settled = 0  # where the last exclusion ends, and the last figure that a final rule has read
    concerning = candidates().among(scene)
    for at, numeral in enumerate(scene.numerals):
        inside = numeral.start < settled
        if inside and _stands_apart(scene.low, numeral):
            continue
        exclusions, finals, rules = concerning(at)
        for exclusion in exclusions:
            covered = exclusion.covers(scene, at)
            if covered is not None:
                silent = max(silent, covered[1])
                break
        if inside or numeral.start < silent:
            continue
        final: Reading | None = None
        for rule in finals:
            reading = rule.read(scene, at)
            if reading is not None:
                final, settled = _signed(reading, rule, numeral), reading.end
                break
        yield at, numeral, rules, final


_APART = frozenset(" \n\u00a0,;:.!?)")


def _stands_apart(low: str, numeral: Numeral) -> bool:
    """Whether nothing is joined to a numeral, so that no exclusion covers more than it."""
    return low[numeral.start - 1].isspace() and low[numeral.end : numeral.end + 1] in _APART


def _longer(held: Reading, reading: Reading) -> Reading | None:
    """Of readings that overlap the longer, of equal ones the first."""
    if reading.start >= held.end:
        return None
    return reading if reading.end - reading.start > held.end - held.start else held


class _Cited(NamedTuple):
    """A sentence with figures: its place in the document, how far that is from its place in the prose, and the names in it."""

    span: Span
    shift: int | None  # None where the sentence does not stand in the document verbatim
    names: tuple[str, ...]


class _Context:
    """Reads the words around a document's figures."""

    def __init__(self, scene: Scene):
        self._scene, self._document = scene, scene.document
        self.named: dict[Sentence, tuple[str, ...]] = {}
        self._speakers, self._periods = Speakers(scene.document.prose, scene.low, scene.sentences), Periods(scene)
        self._whose = Whose(scene, self._speakers)
        self._cells = scene.once(cells)

    def claims(self, found: list[Reading]) -> Iterator[Claim]:
        """The claims that ``found``, in order, make."""
        text, around = self._scene.text, self._scene.sentences.around
        sentences = [around(reading.start) for reading in found]
        figures = [Figure(text, reading.start, reading.end, sentence) for reading, sentence in zip(found, sentences, strict=True)]
        cited = {sentence: self._cite(*sentence) for sentence in dict.fromkeys(sentences)}
        bounds = [_bound(self._scene, reading) for reading in found]
        about = [counted(figure, reading.kind) for figure, reading in zip(figures, found, strict=True)]
        for at in (at for at, converted in enumerate(self._converted(found)) if converted):
            if bounds[at][0] == "exact" and bounds[at - 1][0] != "between":
                bounds[at] = (bounds[at - 1][0], *bounds[at][1:])
            about[at] = about[at - 1]._replace(start=found[at].start, end=found[at].end)
        clauses = [clause(figure, reading.kind) for figure, reading in zip(figures, found, strict=True)]
        periods = [self._period(reading, sentence) for reading, sentence in zip(found, sentences, strict=True)]
        for at, cell in self._celled(found):
            about[at], clauses[at] = entry(text, found[at], cell, about[at], clauses[at])
            if periods[at] == (None, None):
                periods[at] = next((told for place in cell.told() if (told := self._periods.within(*place))), periods[at])
            cited[sentences[at]] = self._cite(*cell.row)
        return map(
            self._claim,
            found,
            [cited[sentence] for sentence in sentences],
            bounds,
            about,
            clauses,
            [_mode(text, figure, reading) for figure, reading in zip(figures, found, strict=True)],
            [self._speakers.at(reading.start) for reading in found],
            periods,
            [self._whose.of(reading, sentence) for reading, sentence in zip(found, sentences, strict=True)],
        )

    def _claim(
        self, reading: Reading, cited: _Cited, hedged: tuple[Bound, int, int], about: Counted, around: Clause, mode: Modality,
        speaker: str, period: Period, person: str,
    ) -> Claim:  # fmt: skip
        bound, start, end = hedged
        start, end = min(start, about.start), max(end, about.end)
        span = mention = self._span(cited, reading.start, reading.end)
        if start != reading.start or end != reading.end:
            mention = self._span(cited, start, end)
        return Claim.unchecked(
            id=claim_id(self._document.id, span.start, span.end),
            document=self._document.path, kind=reading.kind, span=span,
            mention=mention, sentence=cited.span,
            low=None if bound in _OPEN_BELOW else reading.low, high=None if bound in _OPEN_ABOVE else reading.high, bound=bound,
            unit=reading.unit, whole=reading.whole,
            counted=about.head if reading.whole_noun is None else self._scene.text[slice(*reading.whole_noun)],
            speaker=speaker, rule=reading.rule,
            modifiers=about.modifiers, of=about.of, subject=around.subject, predicate=around.predicate,
            names=cited.names, terms=around.terms, lead=(), period_low=period[0], period_high=period[1], published=self._scene.published,
            modality=mode, person=person,
        )  # fmt: skip

    def _celled(self, found: list[Reading]) -> Iterator[tuple[int, Cell]]:
        """Which of ``found`` stand in cells of which a table tells something, and those cells."""
        if self._cells:
            for at, reading in enumerate(found):
                assert reading.numeral is not None
                if cell := self._cells.get(reading.numeral.floor):
                    yield at, cell

    def _converted(self, found: list[Reading]) -> list[bool]:
        """Which of ``found`` parentheses put another way behind the figure before: "about 55 km (34 miles)"."""
        low = self._scene.low
        alike = (right.kind == left.kind in _CONVERTED and right.unit != left.unit for left, right in pairwise(found))
        joined = (low[left.end : right.start] == " (" and low.startswith(")", right.end) for left, right in pairwise(found))
        return [False, *(one and other for one, other in zip(alike, joined, strict=True))]

    def _period(self, reading: Reading, sentence: tuple[int, int]) -> Period:
        assert reading.numeral is not None
        return self._periods.of(reading.start, reading.end, sentence, reading.numeral.floor)

    def _cite(self, start: int, end: int) -> _Cited:
        """The sentence of the prose at ``[start, end)``."""
        first, last = self._document.prose.place(start, end)
        quote = self._document.text[first:last]
        shift = first - start if last - first == end - start else None
        named = self.named[start, end] = names(self._scene.text, start, end)
        return _Cited(Span.unchecked(start=first, end=last, quote=quote), shift, named)

    def _span(self, cited: _Cited, start: int, end: int) -> Span:
        """Where ``[start, end)`` of the prose stands in the document."""
        sentence, shift, text = cited.span, cited.shift, self._document.text
        if shift is not None and sentence.start <= start + shift and end + shift <= sentence.end:
            start, end = start + shift, end + shift
        else:
            start, end = self._document.prose.place(start, end)
        return Span.unchecked(start=start, end=end, quote=text[start:end])


_CONVERTED = frozenset({"measure", "money"})
_OPEN_BELOW = frozenset({"at_most", "less_than"})
_OPEN_ABOVE = frozenset({"at_least", "more_than", "magnitude"})


def _mode(text: str, figure: Figure, reading: Reading) -> Modality:
    """How the figure is told; an age in apposition is one, whatever is planned besides: "14 will be kept, Ana Ruiz, 53, said"."""
    mode = modality(figure.wording, figure.start, figure.end)
    apposed = reading.kind == "age" and reading.start > 1 and text.startswith(", ", reading.start - 2)
    return "asserted" if mode == "planned" and apposed and text.startswith((",", "."), reading.end) else mode


def _bound(scene: Scene, reading: Reading) -> tuple[Bound, int, int]:
    """The bound, and where the figure with its hedge begins and ends."""
    if reading.kind in ("date", "ordinal"):
        return reading.bound or "exact", reading.start, reading.end
    numeral = reading.numeral
    assert numeral is not None
    said = hedge(scene, reading.start, reading.end, numeral.floor, numeral.limit)
    if said is None:
        return reading.bound or "exact", reading.start, reading.end
    return (reading.bound or said[0], *said[1:])
