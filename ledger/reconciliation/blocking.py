"""Which topics are worth comparing: only those that share a key, in one document or in two that share names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from hashlib import blake2s
from itertools import accumulate, chain, pairwise
from operator import attrgetter, itemgetter
from typing import NamedTuple, TypeVar

from ledger.reconciliation.concepts import opposed
from ledger.reconciliation.kinship import Kinship
from ledger.reconciliation.lazily import lazily
from ledger.reconciliation.topic import Topic

M = TypeVar("M", bound=Hashable)
Pair = tuple[Topic, Topic]
_Clause = tuple[str, str, tuple[str, ...]]
Shelf = dict[str, dict[str, list[Topic]]]
"""Topics by what they measure, then by key."""
Few = Callable[[str, Sequence[Topic]], bool]
"""Whether the documents with a mark, among them those of the topics, are few enough for it to bring them together."""
_MOST_IN_BLOCK = 40
"""Topics of one document under one key; of more, each is compared with its neighbours only."""
MayStand = Callable[[Topic, Topic], bool]
"""Whether two figures of texts of a handful may stand in one place of their story."""
_FEW = 40
"""Figures in one measure that a news story has at most: a text with more is a book or a table."""
_NO_VALUES = frozenset({"date", "age", "ordinal"})
_LEAST_TERMS, _MOST_REPEATED = 3, 8


class Share(NamedTuple):
    """A part of what is compared: ``documents`` with themselves and those behind them, and whether with it what ``others`` have alike."""

    documents: range
    others: bool


class _Shelves:
    """The topics of a document by their keys: by what they count, and by the words of their clauses, loose ones apart."""

    def __init__(self, topics: Sequence[Topic]):
        self._topics = topics
        self.keyed = _shelf(topics, attrgetter("keys"))

    @lazily
    def measured(self) -> dict[str, list[Topic]]:
        """The values by what they measure, dates and ages left out."""
        found: dict[str, list[Topic]] = {}
        for topic in self._topics:
            if topic.family not in _NO_VALUES and topic.aspect != "whole":
                found.setdefault(topic.measures, []).append(topic)
        return found

    @lazily
    def told(self) -> Shelf:
        """``keyed`` without what a refrain repeats: that is held against other documents but so often."""
        return _shelf(self._said, attrgetter("keys")) if len(self._said) < len(self._topics) else self.keyed

    @lazily
    def _said(self) -> Sequence[Topic]:
        if max(Counter(topic.claim.terms for topic in self._topics).values()) <= _MOST_REPEATED:
            return self._topics
        times = Counter[tuple[object, ...]]()
        said = []
        for topic in self._topics:
            words = (topic.measures, topic.head, topic.labels, *topic.claim.terms)
            times[words] += 1
            if times[words] <= _MOST_REPEATED:
                said.append(topic)
        return said

    @lazily
    def loose(self) -> Shelf:
        """Those that do not say what they count, by the words of their clauses."""
        return _shelf([topic for topic in self._said if topic.loose], attrgetter("clause_keys"))

    @lazily
    def firm(self) -> Shelf:
        """Those that do, by the same."""
        return _shelf([topic for topic in self._said if not topic.loose], attrgetter("clause_keys"))


def _shelf(topics: Iterable[Topic], keys: Callable[[Topic], Iterable[str]]) -> Shelf:
    found: Shelf = {}
    for topic in topics:
        held = found.get(topic.measures)
        if held is None:
            held = found[topic.measures] = {}
        for key in keys(topic):
            if key in held:
                held[key].append(topic)
            else:
                held[key] = [topic]
    return found


def candidates(
    topics: Sequence[Topic], kinship: Kinship, few: Few, vouched: frozenset[int] = frozenset(), share: Share | None = None,
    may_stand: MayStand | None = None,
) -> Iterator[Iterator[list[Pair]]]:
    """Pairs of topics that may measure one thing, each once, the one that stands first in front, by the documents that they stand in.

    What comes together is of one document and those behind it, which remember what was worked out of their texts meanwhile.

    Documents that the others are to be held against, by number, are ``vouched``.
    What a topic has worked out of its text is forgotten once its document has met all others, or all of a ``share``.
    """
    share = share or whole(topics)
    shelves: dict[int, _Shelves] = {}
    for document in share.documents:
        yield _from(document, topics, kinship.after(document), shelves, may_stand if kinship.is_handful else None)
        _forget(topics, document)
    for document in shelves:
        _forget(topics, document)
    if not share.others:
        return
    for pairs in _worded_alike(topics, kinship, few):
        yield iter((pairs,))
    if vouched:
        yield _of_one_whole(topics, kinship, vouched)


def whole(topics: Sequence[Topic]) -> Share:
    """All that there is to compare."""
    return Share(range(topics[-1].document + 1 if topics else 0), True)


def shares(topics: Sequence[Topic], kinship: Kinship, count: int) -> list[Share]:
    """All that there is to compare in about ``count`` parts, of as many pairs of documents each."""
    documents = whole(topics).documents
    met = list(accumulate(len(kinship.after(document)) + 1 for document in documents))
    ends = [bisect_left(met, met[-1] * number / count) for number in range(count)]
    cut = pairwise([*ends, len(met)])
    return [Share(range(0), True), *(Share(documents[start:end], False) for start, end in cut if start < end)]


def topics_of(topics: Sequence[Topic], document: int) -> Sequence[Topic]:
    """Those of the document of that number."""
    place = attrgetter("document")
    return topics[bisect_left(topics, document, key=place) : bisect_right(topics, document, key=place)]


def _forget(topics: Sequence[Topic], document: int) -> None:
    for topic in topics_of(topics, document):
        topic.forget()


def _from(
    document: int, topics: Sequence[Topic], others: Iterable[int], shelves: dict[int, _Shelves], may_stand: MayStand | None
) -> Iterator[list[Pair]]:
    """Pairs of a document, then of it and each of ``others``."""
    mine = shelves.pop(document, None) or _Shelves(topics_of(topics, document))
    yield list(_within(mine.keyed))
    for other in others:
        if other not in shelves:
            shelves[other] = _Shelves(topics_of(topics, other))
        yield list(_across(mine, shelves[other], may_stand))


def _within(shelf: Shelf) -> Iterator[Pair]:
    seen: set[Pair] = set()
    for group in chain.from_iterable(map(dict.values, shelf.values())):
        if len(group) == 1:
            continue
        for at, left in enumerate(group):
            for right in group[at + 1 : at + _MOST_IN_BLOCK]:
                if left.claim is not right.claim and (pair := (left, right)) not in seen:
                    seen.add(pair)
                    yield pair


def _across(one: _Shelves, other: _Shelves, may_stand: MayStand | None) -> Iterator[Pair]:
    seen: set[Pair] = set()
    shelves = [(one.told, other.told)]
    if one.loose:
        shelves += [(one.loose, other.loose), (one.loose, other.firm)]
    if other.loose:
        shelves.append((one.firm, other.loose))
    for first, last in shelves:
        for mine, theirs in ((first[measures], last[measures]) for measures in first if measures in last):
            for key in mine.keys() & theirs.keys():
                others = theirs[key][:_MOST_IN_BLOCK]
                for left in mine[key][:_MOST_IN_BLOCK]:
                    for right in others:
                        if (pair := (left, right)) not in seen:
                            seen.add(pair)
                            if not (left.labels and right.labels and opposed(left.labels, right.labels)):
                                yield pair
    if may_stand is not None:
        yield from (pair for pair in _of_one_measure(one, other, may_stand) if pair not in seen)


def _of_one_measure(one: _Shelves, other: _Shelves, may_stand: MayStand) -> Iterator[Pair]:
    """Pairs without a word in common that may stand in one place, where those of one measure are few."""
    for measures in one.measured.keys() & other.measured.keys():
        mine, theirs = one.measured[measures], other.measured[measures]
        if len(mine) <= _FEW and len(theirs) <= _FEW:
            for left in mine:
                yield from ((left, right) for right in theirs if may_stand(left, right) and not opposed(left.labels, right.labels))


def worded(topic: Topic) -> str:
    """A mark that topics share whose clauses are word for word the same; "" when that is too little."""
    clause = _worded(topic)
    if clause is None:
        return ""
    written = "\n".join((*clause[:2], *clause[2]))
    return ":" + blake2s(written.encode(errors="surrogatepass"), digest_size=9).hexdigest()


def _worded(topic: Topic) -> _Clause | None:
    """What ``worded`` is the mark of."""
    terms = topic.claim.terms
    return (topic.measures, topic.head, terms) if topic.head and len(terms) >= _LEAST_TERMS else None


def _worded_alike(topics: Sequence[Topic], kinship: Kinship, few: Few) -> Iterator[list[Pair]]:
    """Topics of documents without a name in common, whose clauses are word for word the same."""
    meeting: dict[int, list[tuple[list[Topic], int]]] = {}
    for _, group in alike((topic, clause) for topic in topics if (clause := _worded(topic)) is not None):
        if few(worded(group[0]), group):
            for at, topic in enumerate(group[:-1]):
                meeting.setdefault(topic.document, []).append((group, at))
    for document, groups in sorted(meeting.items(), key=itemgetter(0)):
        found: dict[int, list[Pair]] = {}
        for group, at in groups:
            for topic in group[at + 1 :]:
                if topic.document != document:
                    found.setdefault(topic.document, []).append((group[at], topic))
        for other, pairs in sorted(found.items(), key=itemgetter(0)):
            if not kinship.are_akin(document, other):
                yield pairs
        for group, at in groups:
            group[at].forget()
            if at == len(group) - 2:  # the last has met all others
                group[-1].forget()


def whole_of(topic: Topic) -> str:
    """A mark that parts of one whole share: so many of the same things, when there are more than a few; "" of what is no such part."""
    return f"/{topic.claim.whole} {topic.noun}" if topic.aspect == "value" and topic.counts and not topic.loose else ""


def _of_one_whole(topics: Sequence[Topic], kinship: Kinship, vouched: frozenset[int]) -> Iterator[list[Pair]]:
    """Parts of one whole, one of them vouched for, in documents without a name in common."""
    for _, group in alike((topic, mark) for topic in topics if (mark := whole_of(topic))):
        firm = [topic for topic in group if topic.document in vouched]
        others = [topic for topic in group if topic.document not in vouched]
        pairs = ((one, other) if one.at < other.at else (other, one) for one in firm for other in others)
        yield [pair for pair in pairs if not kinship.are_akin(pair[0].document, pair[1].document)]


def alike(marked: Iterable[tuple[Topic, M]]) -> Iterator[tuple[M, list[Topic]]]:
    """Marks that two topics or more have, and these in order; of one document only so many that a refrain costs no more than a verse."""
    held: dict[M, Topic | list[Topic]] = {}
    for topic, mark in marked:
        first = held.setdefault(mark, topic)  # most are alone, and a million lists are heavy
        if isinstance(first, list):
            if len(first) < _MOST_REPEATED or first[-_MOST_REPEATED].document != topic.document:
                first.append(topic)
        elif first is not topic:
            held[mark] = [first, topic]
    return ((mark, group) for mark, group in held.items() if isinstance(group, list))
