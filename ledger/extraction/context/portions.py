"""What a share, a fraction or a multiple is of: the fleet of "half the fleet", the seats of "118 of the 240 seats"."""

from __future__ import annotations

from ledger.extraction.context import word_classes as pos
from ledger.extraction.context.anchors import anchor, done_by, fronted_whole
from ledger.extraction.context.figure import Figure, first_found
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.noun_phrase import many, one, phrase
from ledger.extraction.context.predication import moved, subject
from ledger.extraction.context.verbs import acts, governor
from ledger.extraction.context.wording import COMMA, NONE

_NO_SHARED, _QUALIFIES = pos.STOP | pos.CALENDAR | pos.RECENCY, pos.PAST | pos.NONFINITE


def share(figure: Figure) -> int:
    """The head of what is shared, or of what rose by the share; NONE when it is left out."""
    bits, b = figure.wording.bits, figure.next
    of = figure.of()
    if of is not None:
        if of != NONE and bits[of] & pos.UNIT and bits[of + 1] & pos.OF and not figure.wording.gaps[of + 1]:
            of = phrase(figure.wording, of + 2)  # "80 percent of the 12m tonnes of waste"
        return NONE if of != NONE and bits[of] & pos.PERIOD else of
    if _is_tally(figure):
        return NONE
    if not figure.gap and figure.wording.words[figure.behind] == "off":  # "shaved 0.3 points off growth"
        return phrase(figure.wording, figure.behind + 1)
    if (b & pos.AND or figure.gap == COMMA) and (alternative := _put_another_way(figure)) != NONE:
        return alternative
    if b & pos.TO and not figure.gap and figure.wording.words[figure.left].lower() in _ADDING:  # "add 0.4 points to growth"
        return phrase(figure.wording, figure.behind + 1)
    rate = b & pos.ARTICLE and bits[figure.behind + 1] & pos.CALENDAR  # "by a tenth a year"
    if b & pos.DETERMINER and not rate and figure.own & pos.NUMBER and figure.text[figure.end - 1].isalpha():  # "half her income"
        head = phrase(figure.wording, figure.behind)
        return head - 1 if head - 1 > figure.behind and bits[head] & pos.FORECASTER else head  # "half the number economists had forecast"
    fallen = b & pos.PERIOD and b & pos.CHANGE  # "a 38% fall in"
    if (fallen or not b & _NO_SHARED) and (not b & _QUALIFIES or b & pos.NOUN) and not _acts_on(figure):
        head = one(figure.wording, figure.behind)
        compared = bits[head] & pos.STATE and bits[head - 1] & pos.TREND  # "20 percent less likely"
        compared = compared or (b & pos.TREND and bits[figure.behind + 1] & pos.AND)  # "malt cost 2 percent more and bottles 3 less"
        timed = bits[head] & pos.CALENDAR and not fallen
        if head != NONE and not timed and not compared and not is_predicate(figure):
            return head
    head = first_found(figure, anchor, done_by)  # "bonds paying 8.5%"
    if head == NONE and not figure.gap and figure.wording.words[figure.behind] == "for" and figure.wording.words[figure.left] in _COMPARING:
        head = phrase(figure.wording, figure.behind + 1)  # "against 9 percent for the index"
    return head if head != NONE else fronted_whole(figure)


def _put_another_way(figure: Figure) -> int:
    """What an amount behind "or" is of, and the share with it: "80 per cent or $2.5bn of income"; NONE without one."""
    words, k = figure.wording, figure.behind
    if words.words[k : k + 1] != ("or",):
        return NONE
    while (
        k < words.count
        and k - figure.behind < _SHORT
        and words.bits[k] & _ANOTHER
        and not words.bits[k] & pos.OF
        and words.gaps[k] <= COMMA
    ):
        k += 1
    amount = k > figure.behind + 1 and words.bits[k - 1] & pos.COUNTING and words.bits[k] & pos.OF and words.gaps[k] <= COMMA
    behind = words.ends(k - 1)
    shared = words.words[k - 1] in _PER_CENT or words.text[behind : behind + 1] == "%"  # "2 points, or 7 percent of its value"
    return phrase(words, k + 1) if amount and not shared else NONE


_PER_CENT, _ADDING, _COMPARING = GRAMMAR["per_cent"], GRAMMAR["adding"], GRAMMAR["comparing"]
_SHORT, _ANOTHER = 8, pos.AND | pos.COUNTING | pos.HEDGE


def _is_tally(figure: Figure) -> bool:
    """Whether the share is one side of a vote's result behind a comma: "backed the plan, 58% to 42%"."""
    words, k = figure.wording, figure.first - 1
    if figure.next & pos.TO and words.bits[figure.behind + 1] & pos.NUMBER and not words.bits[k] & pos.TREND and words.words[k] != "from":
        return figure.parted == COMMA
    if k < 2 or words.words[k] != "to":
        return False
    other = k
    while other > 0 and not words.gaps[other] and words.bits[other - 1] & pos.COUNTING:
        other -= 1
    return other < k and words.gaps[other] == COMMA


def is_predicate(figure: Figure) -> bool:
    """Whether the word behind a share is an adjective that is said of the subject: "was 94 percent effective"."""
    words, at = figure.wording, figure.behind
    if not words.bits[figure.left] & pos.BE or any(words.bits[k] & pos.ARTICLE for k in range(figure.left + 1, figure.first)):
        return False
    return not words.bits[at] & pos.PLURAL and bool(words.gaps[at + 1] or words.bits[at + 1] & pos.STOP)


def is_subject(figure: Figure, head: int) -> bool:
    """Whether the noun behind a time is who does what follows: "for 20 years ships had", but not "after 12 days' work was"."""
    words, bits = figure.wording, figure.wording.bits
    led = figure.first and not figure.hyphened and bits[figure.first - 1] & pos.PREPOSITION
    if not led or bits[head] & pos.GENITIVE or words.gaps[head + 1]:
        return False
    return bool(bits[head + 1] & pos.AUXILIARY or acts(words)[head + 1])


def _acts_on(figure: Figure) -> bool:
    """Whether the word behind a share without article is its verb: "37 percent walk to school", but not "a 10 percent rise in"."""
    words = figure.wording
    bits = words.bits
    if not figure.next & pos.INFINITIVE or words.gaps[figure.behind + 1]:
        return False
    k = figure.first - 1
    while k > 0 and not words.gaps[k + 1] and bits[k] & (pos.ADJECTIVE | pos.HEDGE) and not bits[k] & pos.DETERMINER:
        k -= 1  # "a better-than-expected 34 percent jump in"
    owned = k >= 0 and not words.gaps[k + 1] and bits[k] & pos.DETERMINER and words.words[k].lower() != "some"
    return not owned and bool(bits[figure.behind + 1] & pos.CLOSED)


_NO_NOUN = pos.CLOSED | pos.NUMBER | pos.ADJECTIVE | pos.HEDGE | pos.GENITIVE


def fraction(figure: Figure) -> int:
    """The head of what the part and the whole both count; NONE when it is left out."""
    words = figure.wording
    for k in range(figure.first, figure.behind):
        b = words.bits[k]
        if b & pos.PLURAL and figure.text[words.ends(k) : words.ends(k) + 1] in ("'", "’"):
            continue  # "nine of the teams' ten meetings"
        if not (b & _NO_NOUN or (b & pos.PARTICIPLE and not b & pos.NOUN)) or (b & pos.SEVERAL and not b & (pos.NUMBER | pos.GENITIVE)):
            return k
    of = figure.of()
    if of is not None:
        return of
    if figure.gap or figure.next & pos.AUXILIARY:
        head = fronted_whole(figure)
        return head if head != NONE or not figure.gap else anchor(figure)  # "put the probability at one in three"
    if figure.next & pos.NUMBER:
        return NONE  # "one in five 40 years ago"
    several = many(words, figure.behind)
    if several > figure.behind and words.bits[several] & pos.THIRD and words.bits[several - 1] & pos.SEVERAL and not words.gaps[several]:
        return several - 1  # "one in four recruits leaves within"
    if (
        words.words[figure.first].lower() in ("one", "1")
        and "in" in words.words[figure.first : figure.behind]
        and figure.next & pos.THIRD
        and not words.bits[figure.behind + 1] & (pos.VERB | pos.AUXILIARY)
    ):
        return NONE
    return several


def multiple(figure: Figure) -> int:
    """The head of what is multiplied, or of what it is a multiple of; NONE when it is left out."""
    words, b = figure.wording, figure.next
    doubles = words.bits[figure.first] & pos.FINITE
    if b & pos.DETERMINER and not b & pos.PRONOUN and not (doubles and words.words[figure.behind] in ("every", "each")):
        return phrase(words, figure.behind)
    if doubles:
        return subject(words, figure.first)
    if words.words[figure.behind : figure.behind + 2] == ("as", "many"):
        return many(words, figure.behind + 2)  # "twice as many patients"
    if words.words[figure.behind : figure.behind + 1] == ("what",) and figure.left >= 0 and words.bits[figure.left] & pos.EQUAL:
        return subject(words, figure.left)  # "bread costs twice what it did"
    head = figure.attribute()
    at = figure.behind + 1
    if head == NONE and b & pos.GERUND and words.bits[at] & pos.SEVERAL | (words.bits[at] == 0) and not words.gaps[at]:
        head = at  # "2.3 times operating profit"
    if head == NONE and b & pos.ADJECTIVE and at < words.count and not words.gaps[at] and not words.bits[at] & pos.STOP:
        head = one(words, at)  # "2.4 times annual earnings", "a 1.3-fold higher risk"
    return head if head != NONE else _multiplied(figure)


def _multiplied(figure: Figure) -> int:
    """What a verb before the figure multiplies or sees multiplied: "raised fines by ten times", "output grew tenfold"."""
    words = figure.wording
    verb = governor(words, figure.first)
    if verb == NONE:
        return NONE
    b, by = words.bits[verb], words.words[figure.first - 1] == "by"
    held = moved(words, verb, figure.first)
    if held != NONE:
        return held if by or b & (pos.CHANGE | pos.CHANGED) else NONE
    quality = words.bits[min(figure.behind + 1, words.count)]
    likened = words.words[figure.behind : figure.behind + 1] == ("as",) and (not quality & pos.STATE or quality & pos.MEASURE_WORD)
    likened = likened or (figure.next & pos.MEASURE_WORD and words.words[figure.behind + 1 : figure.behind + 2] == ("than",))
    compared = b & pos.BE and (figure.next & pos.TREND or likened)  # "is ten times higher", "twice as high", but not "twice as likely"
    passive = b & pos.CHANGED and b & pos.PARTICIPLE and verb > 0 and (words.bits[verb - 1] & pos.BE or words.gaps[verb])
    return subject(words, verb) if b & pos.CHANGE or compared or passive else NONE
