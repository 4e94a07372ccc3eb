"""Parts with the percentage that they are said to be of what is counted before them: "63 passed, a pass rate of 75 percent"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ledger import patterns as re
from ledger.reconciliation.arithmetic.comparisons import names_another
from ledger.reconciliation.arithmetic.cues import changes, cues
from ledger.reconciliation.arithmetic.divisions import opposed
from ledger.reconciliation.arithmetic.passages import Figure, Passage
from ledger.reconciliation.arithmetic.proportions import Few, Proportion, may_be_few
from ledger.reconciliation.arithmetic.ranges import Range, number
from ledger.reconciliation.arithmetic.referring import Some, some_of_them

_NEAR = Range(1 / 2.2, 2.2)
"""By what factor a percentage may be off and still be meant as that of the two counts."""
_MOST_PART, _FIVE, _ROUGH = 3.0, 5, 2.5
_WORD = r"(?:(?![.;:()!?–] )(?:[^\s<>]+|<[dt]\d+>) )"
_SAYS = r"(?:or |that is |which is |i\.e |making |just |only |about |some )*"
_CLOSES = r"(?= [.;,)!?–]| $|$)"
_THEM = r"(?:them|these|those|whom|which|the (?!year|total|cost|price)[^\s<>]+|all (?:the )?[^\s<>]+|the total|the whole)"
_STEM = 4
"""Letters that a noun and its verb have in common."""
_COUNTS, _LEADS = "c", frozenset({"in", "at", "on", "of", "for", "only", "just"})
_ELSEWHERE = tuple([word] for word in ("in", "at", "on", "from", "by", "with", "near", "for"))


@cache
def _forms() -> dict[str, tuple[re.Pattern[str], ...]]:
    return _of_fractions() | _of_one_before() | _of_one_beside() | _of_two_kinds() | _of_them()


@cache
def _of_fractions() -> dict[str, tuple[re.Pattern[str], ...]]:
    """Where part and whole are one figure, "18 of the 45"."""
    return {
        # "Eighteen of the 45 bridges, 40 percent of them,"
        "both": (
            re.compile(rf"<(?P<both>f\d+)> {_WORD}{{1,8}}, {_SAYS}<(?P<share>p\d+)> of {_THEM}(?: (?:by|according) [^<>]*)?{_CLOSES}"),
        ),
        # "59 of 62 flights have succeeded, which gives it a success rate of 95 percent"
        "rate of both": (re.compile(rf"<(?P<both>f\d+)> (?P<what>(?:(?!, ){_WORD}){{1,8}})(?:, {_WORD}{{1,10}})?{_a_rate()}"),),
    }


@cache
def _of_one_before() -> dict[str, tuple[re.Pattern[str], ...]]:
    """Where the whole is a count that stands somewhere before, and a noun tells that the percentage is of it."""
    return {
        # "There were 84 candidates; 63 passed, a pass rate of 75 percent"; "The vaccine was offered to 2,400; 1,920 had it, an uptake of"
        "rate": (re.compile(rf"<(?P<part>c\d+)> (?P<what>{_WORD}{{1,8}}){_a_rate()}"),),
        # "faults were found in 24, that is 15 percent of the total"
        "total": (
            re.compile(
                rf"<(?P<part>c\d+)>(?: of them)? (?:{_WORD}){{0,6}}, {_SAYS}<(?P<share>p\d+)> "
                rf"of (?:the|all|its|their) (?P<of>[^\s<>]+){_CLOSES}"
            ),
        ),
    }


@cache
def _of_one_beside() -> dict[str, tuple[re.Pattern[str], ...]]:
    """Where the whole is named in the same breath."""
    return {
        # "with 42 wins from 60 races her rate of success is 70 percent"
        "from": (
            re.compile(
                rf"<(?P<part>c\d+)> {_WORD}{{1,2}}(?:from|out of|in) (?:the |his |her |its |their )?<(?P<whole>c\d+)> "
                rf"{_WORD}{{1,3}}{_the_rate()}"
            ),
        ),
        # "1,250 ballots were handed in, and 75 were spoiled (6 percent)"
        "elided": (
            re.compile(
                rf"<(?P<whole>c\d+)> (?:[^\s<>.;:()]+ ){{1,8}}(?:, )?(?:and|but|of which|of whom) (?:only |just |some )?<(?P<part>c\d+)> "
                rf"(?:were|was|are|had|have|did) {_WORD}{{1,4}}\( {_SAYS}<(?P<share>p\d+)> \)"
            ),
        ),
        # "480 hectares were cleared, 16 percent of the region's 3,000 hectares"
        "whole": (
            re.compile(
                rf"<(?P<part>[cmq]\d+)> {_WORD}{{1,8}}, (?:which (?:is|was) )?{_SAYS}<(?P<share>p\d+)> "
                rf"of (?:{_WORD}){{0,3}}<(?P<whole>[cmq]\d+)>"
            ),
        ),
        # "of the 75 beds 63 were taken, so that it was 84 percent full"
        "full": (
            re.compile(
                rf"<(?P<whole>c\d+)> {_WORD}{{1,4}}(?:, )?<(?P<part>c\d+)> {_WORD}{{1,9}}, so (?:that )?(?:it|they) (?:was|were|is|are) "
                r"<(?P<share>p\d+)> (?:full|occupied|taken|booked|used)\b"
            ),
        ),
        # "took in 8.4 million and paid 5.04 million of that, or 60 percent"
        "that": (
            re.compile(
                rf"<(?P<whole>[mq]\d+)> {_WORD}{{1,10}}<(?P<part>[cmq]\d+)> of (?:that|this|it) , {_SAYS}<(?P<share>p\d+)>{_CLOSES}"
            ),
        ),
    }


@cache
def _of_two_kinds() -> dict[str, tuple[re.Pattern[str], ...]]:
    """Where the whole is the sum of what went one way and the other."""
    return {
        # "With 23 launches successful and three failed, its rate of success is 88 percent"
        "sum": (
            re.compile(
                rf"\bwith (?:only |just )?<(?P<part>c\d+)> (?P<what>{_WORD}{{1,4}})and (?:only |just )?<(?P<other>c\d+)> "
                rf"(?P<which>{_WORD}{{1,3}}), {_the_rate()}"
            ),
        ),
    }


@cache
def _of_them() -> dict[str, tuple[re.Pattern[str], ...]]:
    """Where a pronoun stands for the whole."""
    those = "of (?:them|these|those|whom|which)"
    said = rf"(?:, {_SAYS}<(?P<share>p\d+)>{_CLOSES}|\( {_SAYS}<(?P<share2>p\d+)> \))"
    return {
        # "208 of them, 32.5 percent,", "of these, 24 (15 percent)"
        "them": (
            re.compile(rf"<(?P<part>c\d+)> {those} {_WORD}{{0,6}}{said}"),
            re.compile(rf"\b{those} (?:, )?(?:only |just |some )?<(?P<part>c\d+)> {_WORD}{{0,6}}{said}"),
        ),
    }


def _a_rate() -> str:
    """The part of a pattern that stands for ", a pass rate of 75 percent"."""
    verbs = "|".join(sorted(cues("gives a rate")))
    gives = rf"(?:or |for |that is |(?:which |that )?(?:{verbs}) (?:it |them |him |her |us |the [^\s<>]+ )?)?"
    return rf", {gives}an? (?P<which>(?:[\w-]+ ){{0,2}})(?:{_rates()}) of {_SAYS}<(?P<share>p\d+)>{_CLOSES}"


def _the_rate() -> str:
    """The same for "her rate of success is 70 percent"."""
    return (
        rf"(?:, )?(?P<rated>(?:{_WORD}){{0,3}})(?:{_rates()}) (?:of \w+ )?(?:in \w+ )?"
        r"(?:is|was|stands at|stood at|comes to|came to|reached|reaches) "
        r"(?:now |thus |then |just |only )?<(?P<share>p\d+)>"
    )


def _rates() -> str:
    return "|".join(sorted(cues("rate nouns")))


def percentages(passage: Passage) -> Iterator[Proportion]:
    """All that ``passage`` tells so; none of what is denied or supposed, nor what comes nowhere near the percentage."""
    if "p" not in passage.letters or set("cfmq").isdisjoint(passage.letters):
        return
    seen: set[int] = set()
    for name, forms in _forms().items():
        for form in forms:
            if "both" in form.groupindex and "f" not in passage.letters:
                continue
            for found in form.finditer(passage.text):
                each = _percentage(passage, name, found)
                if each is not None and each.share.at not in seen and _is_meant(passage, each):
                    seen.add(each.share.at)
                    yield each


def _percentage(passage: Passage, name: str, found: re.Match[str]) -> Proportion | None:
    groups = found.groupdict()
    share = passage.figure(f"<{groups['share'] or groups.get('share2')}>")
    if "both" in groups:
        both = passage.figure(f"<{groups['both']}>")
        size = both.claim.whole
        if "which" in groups and not _is_of_the_same(groups["what"].split(), groups["which"].split()):
            return None  # "59 of 62 succeeded, a failure rate of 5 percent"
        return Proportion(both, both, share, both.range.scaled(100 / float(size))) if size else None
    part = passage.figure(f"<{groups['part']}>")
    if "which" in groups and opposed(groups["what"].split(), groups["which"].split()) != (name == "sum"):
        return None  # "forty failed, a pass rate of 52 percent"
    if opposed((groups.get("what") or "").split(), (groups.get("rated") or "").split()):
        return None
    if name == "sum":
        other = passage.figure(f"<{groups['other']}>")
        return Proportion(part, other, share, part.range.over(part.range.plus(other.range)).scaled(100.0))
    whole = passage.figure(f"<{groups['whole']}>") if groups.get("whole") else _whole(passage, name, part, groups.get("of") or "")
    if whole is None or whole is part or not whole.range.low > 0 or number(part.claim) >= number(whole.claim):
        return None
    if name in ("whole", "that") and not part.like(whole):
        return None
    if name in ("elided", "full") and (part.noun not in ("", whole.noun)):
        return None
    return Proportion(part, whole, share, part.range.over(whole.range).scaled(100.0))


def _is_of_the_same(what: list[str], which: list[str]) -> bool:
    """Whether a rate is said to be of nothing else than what befell the part: "succeeded" and "success rate", as their stems tell."""
    return not which or any(word[:_STEM] == rated[:_STEM] for rated in which for word in what)


def _whole(passage: Passage, name: str, part: Figure, of: str) -> Figure | None:
    """What the part is one of: the only count before it, in its sentence or in the one before, that it can be."""
    if name == "them":
        return next((some.only for some in some_of_them(passage) if some.part is part), None)
    here = [figure for figure in passage.figures[: part.at] if figure.letter == _COUNTS]
    before = passage.previous
    if name == "total" and (here or not _LEADS.issuperset(passage.gaps[part.at][-1:])):
        return None  # "Velm has 640 pupils and Tezak 220, or 17 percent of the total"
    if not here and before is not None:
        here = [figure for figure in before.figures if figure.letter == _COUNTS]
    if len(here) != 1 or not here[0].noun or not here[0].exact or names_another(here[0], part):
        return None
    if part.noun not in ("", here[0].noun) and name != "rate":
        return None
    if name == "total" and of not in _totals() and not of.startswith(here[0].noun[:-1]):
        return None
    return here[0]


@cache
def _totals() -> frozenset[str]:
    return cues("totals") | {"whole", "group", "field", "number"}


def _is_meant(passage: Passage, each: Proportion) -> bool:
    if changes(passage, each.share) or not each.percent.low > 0 or any(figure.claim.bound == "between" for figure in each[:3]):
        return False
    return each.stated.over(each.percent).meets(_NEAR)


@cache
def _of_so_many() -> re.Pattern[str]:
    """Of "in a survey of 30 mayors, 73.3 percent complained"."""
    asked = "|".join(sorted(cues("asked of few")))
    return re.compile(
        rf"\b(?:{asked}) (?:of|among|with) (?:the )?<(?P<whole>c\d+)> (?:[^\s<>.,;:()]+ ){{1,3}}, "
        r"<(?P<share>p\d+)> (?!of\b|more\b|less\b)"
    )


def few_of_them(passage: Passage) -> Iterator[Few]:
    """Of "The panel has nine members. 56 percent of them voted": percentages of a few whole things that stand before them."""
    if "p" not in passage.letters:
        return
    if passage.says(" of ") and "c" in passage.letters:
        for found in _of_so_many().finditer(passage.text):
            few = Few(passage.figure(f"<{found['whole']}>"), passage.figure(f"<{found['share']}>"))
            if may_be_few(passage, few) and not _is_rough(few):
                yield few
    for some in some_of_them(passage):
        if some.part.letter == "p" and (whole := some.only) is not None and whole.noun and not _are_elsewhere(passage, some):
            few = Few(whole, some.part)
            if may_be_few(passage, few) and not _is_rough(few):
                yield few


def _is_rough(few: Few) -> bool:
    """Whether a percentage that ends in 5 or 0 is near one that can be had: "52 boats, 20 percent of them"."""
    share, size = few.share.number, few.whole.number
    return share % _FIVE == 0 and abs(round(share * size / 100) * 100 / size - share) <= _ROUGH


def _are_elsewhere(passage: Passage, some: Some) -> bool:
    """Whether the words behind say that others are meant, or how it is measured: "40 percent of the dogs in Velm", "of them by area"."""
    behind = passage.gaps[some.part.at + 1]
    following = behind[2 + some.named : 3 + some.named]
    return following in (_ELSEWHERE if some.named else (["by"], ["for"]))


def beyond_them(passage: Passage) -> Iterator[tuple[Figure, Figure]]:
    """Of "There are 412 pupils. Only 487 of them came": parts that are greater than everything that they can be a part of."""
    for some in some_of_them(passage):
        part = some.part
        if part.letter != "c" or changes(passage, part):
            continue
        whole = max(some.wholes, key=lambda figure: figure.range.high)
        together = sum(figure.range.high for figure in some.wholes if figure.claim.sentence.start == whole.claim.sentence.start)
        if whole.noun and together < part.printed.low <= _MOST_PART * together:
            yield part, whole
