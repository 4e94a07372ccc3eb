"""Totals whose parts are told one after the other, in the sentence or in the one behind: more than there are, or all but a few.

Parts that come to more than all there are cannot all be told right, however they are told; those that come to less may leave some out
unless the rest is named, or what they do says that they make up the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ledger.reconciliation.arithmetic.cues import changes, cues, is_particle
from ledger.reconciliation.arithmetic.lists import SEPARATORS, Account, is_of_persons, may_be_a_year, only_lists
from ledger.reconciliation.arithmetic.overlaps import are_apart, may_overlap
from ledger.reconciliation.arithmetic.passages import NOISE, Passage, bare
from ledger.reconciliation.arithmetic.products import is_mean, per_time
from ledger.reconciliation.arithmetic.windows import Place

_OF_THEM, _REST, _EACH = cues("of them") | {"this"}, cues("rest"), cues("each")
_SOME = cues("some of them") | (cues("more of them") - {"left"})
_SOME |= cues("no part")
_LEADS = cues("leads to a total")
_FORMED = cues("formed")
_MAKING_UP = _FORMED | {cue.split()[0] for cue in cues("making up")}
_COUNTING = _FORMED | {"numbers", "numbered"}
_PARTS, _SEVERAL, _LONGEST, _WORDS = 2, 3, 8, 14
_FEW_MORE = (1, 2, 10)
_OVER, _OVER_PLAIN, _OVER_LITTLE, _UNDER = 1.25, 1.1, 1.04, 0.85
"""How many times the total its parts may come to and be meant as its parts: where words part them from each other; where none do, but one
digit may be wrong; where none may; and how few of it; and by how much more a slip
of a digit makes of a few."""


def enumerated(passage: Passage) -> Iterator[Account]:
    """What does not come to the total that the sentence, or the one before it, gives."""
    before = passage.previous
    for letter in "cmq":
        if passage.letters.count(letter) + (before.letters.count(letter) if before is not None else 0) <= _PARTS:
            continue  # a total and two parts at least
        here = places_of(passage, letter)
        if here is None or not here:
            continue
        account = _in_one(here)
        if account is None and before is not None and (earlier := places_of(before, letter)) and len(here) <= _LONGEST:
            account = _the_others(earlier, here) or (_over_two(earlier[-1], here) if len(earlier) == 1 else None)
        if account is not None:
            yield account
            return


def places_of(passage: Passage, letter: str) -> list[Place] | None:
    """The figures of a kind, in order; None where one may be of something else: a change, a mean, some of many, hedged."""
    found = [Place(figure, passage) for figure in passage.figures if figure.letter == letter]
    others = [figure for figure in passage.figures if figure.letter != letter and figure.letter not in NOISE and figure.letter not in "pd"]
    if others or not all(map(_is_plain, found)) or not all(place.figure.like(found[0].figure) for place in found):
        return None
    return found


def _is_plain(place: Place) -> bool:
    figure, behind = place.figure, place.behind[:3]
    if not figure.exact or not figure.number > 0 or may_be_a_year(figure) or figure.claim.whole is not None:
        return False
    if is_mean(place.passage, figure) or per_time(behind) or changes(place.passage, figure) or not _EACH.isdisjoint(behind):
        return False
    before = place.before
    if before[-2:] == ["up", "of"]:
        before = before[:-2]  # "is made up of 35 million"
    elif is_particle(figure, before) or (figure.at == 0 and not _LEADS.isdisjoint(bare(before)[-1:])):
        before = bare(before)[:-1]  # "divers brought up 143 jars", "among the 143 jars"
    start = max((at + 1 for at, word in enumerate(before) if word in SEPARATORS), default=0)
    lately = [word for at, word in enumerate(before) if word != "from" or at >= start]  # the one before may be "35 million from the state"
    following = place.behind[1:2] if place.behind[:1] == ["from"] and len(place.behind) > 1 else place.behind[:2]
    return _SOME.isdisjoint([*lately[-5:], *following])


def _in_one(places: Sequence[Place]) -> Account | None:
    """Of "of the 84 trains, 50 will run in Velm, 20 in Tezak and 16 are kept", "19 hurt, of whom six badly, nine lightly and five not"."""
    total, parts = places[0], places[1:]
    if len(parts) < _SEVERAL or len(parts) > _LONGEST or not are_listed(parts):
        return None
    leads = not _LEADS.isdisjoint(bare(total.before)[-1:])
    of_them = not _OF_THEM.isdisjoint(parts[0].before) and "of" in parts[0].before
    if not (leads or of_them):
        return None
    return _off(total, parts, firm=False)


def _over_two(total: Place, parts: Sequence[Place]) -> Account | None:
    """Of "The jury has 12 members. Seven voted for it, four against it and two abstained"."""
    opening = parts[0].before
    pointing = opening[:1] == ["of"] and not _OF_THEM.isdisjoint(opening[1:3])
    halved = len(parts) == _PARTS and pointing and "half" in parts[0].behind
    if (len(parts) < _SEVERAL and not halved) or not are_listed(parts):
        return None
    elided = parts[0].figure.letter == "c" and total.figure.noun and not any(part.figure.noun for part in parts[1:-1])
    first = parts[0].figure.noun in ("", total.figure.noun) and len(opening) <= 1
    persons = total.figure.letter == "c" and all(is_of_persons(place.figure) for place in (total, *parts))
    sorts = persons and all(part.figure.noun for part in parts)
    if pointing or (elided and first):
        firm = pointing and not _MAKING_UP.isdisjoint(word for part in parts for word in (*part.before, *part.behind[:4]))
        return _off(total, parts, firm=firm)
    if opening[:1] in (["it"], ["this"], ["they"]) and not _FORMED.isdisjoint(opening) and "of" in opening:
        return _off(total, parts, firm=True)
    sorts = sorts or not _COUNTING.isdisjoint(bare(total.before)[-1:])
    return _off(total, parts, firm=False) if sorts and opening in (["there", "are"], ["there", "were"], ["they", "are"]) else None


def _the_others(earlier: Sequence[Place], here: Sequence[Place]) -> Account | None:
    """Of "The coach carried 52 passengers, 31 of them pupils. The other 23 were teachers"."""
    if len(here) != 1 or len(earlier) != _PARTS or here[0].before not in (["the", other] for other in _REST):
        return None
    whole, part = earlier
    if whole.figure.number <= part.figure.number or part.figure.noun not in ("", whole.figure.noun):
        return None
    of_them = not _OF_THEM.isdisjoint([*part.before, *part.behind[:2]]) or whole.before[-1:] == ["of"] or whole.before[-2:] == ["of", "the"]
    account = Account(whole.figure, [part.figure, here[0].figure])
    return account if of_them and not account.balances and account.near(firm=True) else None


def are_listed(parts: Sequence[Place]) -> bool:
    """Whether the parts stand in one list that is closed: with "and", or by a clause of its own behind a semicolon."""
    gaps = [part.before for part in parts[1:]]
    return all(only_lists(gap, _WORDS) for gap in gaps) and not {"and", ";"}.isdisjoint(gaps[-1])


def _off(total: Place, parts: Sequence[Place], *, firm: bool) -> Account | None:
    account = Account(total.figure, [part.figure for part in parts])
    said, size = sum(part.figure.number for part in parts), total.figure.number
    if account.balances or max(part.figure.number for part in parts) >= size or may_overlap(parts):
        return None
    rest = not _REST.isdisjoint([*parts[-1].before[-3:], *parts[-1].behind[:3]])
    if said > size:
        near = said / size <= _OVER_LITTLE or (said / size <= _OVER_PLAIN and _is_of_one_digit(said - size)) or said - size in _FEW_MORE
        return account if near or (said / size <= _OVER and (rest or are_apart(parts))) else None
    return account if (firm or rest) and _UNDER <= said / size < 1.0 else None


def _is_of_one_digit(amount: float) -> bool:
    """Whether one wrong digit makes so much more."""
    return len(f"{amount:.0f}".rstrip("0")) == 1
