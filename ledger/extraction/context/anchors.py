"""The noun before a figure that the figure is said of: in "fines of", "the crowd, 3,500", "prices rose by"."""

from __future__ import annotations

from functools import partial

from ledger.extraction.context import word_classes as pos
from ledger.extraction.context.apposition import apposed, before_aside, beside, listed, of_earlier
from ledger.extraction.context.elided import gapped
from ledger.extraction.context.figure import Figure, first_found
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.noun_phrase import before, phrase
from ledger.extraction.context.predication import moved, subject
from ledger.extraction.context.qualifying import before_object_relative, is_reduced, opens_clause
from ledger.extraction.context.relatives import before_time
from ledger.extraction.context.verbs import acts, governor
from ledger.extraction.context.wording import CLOSE, COMMA, NONE, SOFT, Wording

_REACH = 12


def anchor(figure: Figure, direct: int = pos.AMOUNTING) -> int:
    """The head that the figure is said of; NONE when there is none or it is a pronoun.

    ``direct`` are the classes of verbs that may take the figure without a preposition ("cost", "lost").
    """
    said = partial(said_of, direct=direct)
    return first_found(figure, of_head, _fallen, gapped, resumed, apposed, said, standing, kept_at, listed, fronted, left_at)


def of_head(figure: Figure) -> int:
    """The head before an "of" that leads to the figure ("fines of up to", "a drop of"), before "worth" and before "over"."""
    words, left = figure.wording, figure.left
    if left < 0 or figure.parted:
        return NONE
    bits = words.bits
    if bits[left] & pos.OF and left > 1 and words.words[left - 2 : left] == ("on", "top"):
        return NONE
    if bits[left] & pos.OF and left and words.gaps[left] in (SOFT, COMMA):
        return outermost(words, before(words, left - 1))  # "a margin of error of"
    if left and words.words[left] == "worth":
        if words.gaps[left] == COMMA and (head := beside(words, left - 1)) != NONE:
            return head  # "arms sales to the Gulf, worth"
        k = left - 1
        while k > 0 and bits[k] & pos.ADVERB and not words.gaps[k]:
            k -= 1
        return subject(words, left) if bits[k] & pos.BE else outermost(words, before(words, left - 1))
    if left + 1 < figure.first:
        compared = left if bits[left] & pos.MEASURE_WORD else left + 1 if bits[left + 1] & pos.MEASURE_WORD else NONE
        if compared > 0 and words.words[compared + 1] == "than" and not bits[compared - 1] & pos.BE:
            return before(words, compared - 1)  # "fragments larger than"
        if bits[left + 1] & pos.LIMIT and not (acts(words)[left] or bits[left] & pos.TREND):
            verb = governor(words, left)
            held = moved(words, verb, left + 1) if verb != NONE else NONE
            held = held if NONE < held < left and bits[held + 1] & pos.PREPOSITION else NONE  # "keeps the price of bread below"
            return held if held != NONE else before(words, left)
    return NONE


def outermost(words: Wording, head: int) -> int:
    """Of what the noun at word ``head`` only tells the stuff or the base: "a margin of error", "earnings per share"; else ``head``."""
    bits = words.bits
    if head < 2 or words.gaps[head] or words.gaps[head - 1] or (bits[head] & pos.PLURAL and words.words[head - 1] != "in"):
        return head
    outer = before(words, head - 2) if bits[head - 1] & pos.OF or words.words[head - 1] in _BASES else NONE
    if outer == NONE and words.words[head - 1] == "in" and bits[head - 2] & (pos.CHANGE | pos.CHANGED) and bits[head - 2] & pos.NOUN:
        outer = before(words, head - 2)  # "a rise in sales of"
    if outer == NONE and bits[head] & pos.CAPITAL and words.words[head - 1] in ("to", "from") and bits[head - 2] & pos.PLURAL:
        outer = before(words, head - 2)  # "exports to China of"
    return head if outer == NONE or bits[outer] & pos.COUNTING else outer


def _fallen(figure: Figure) -> int:
    """What has moved to the figure behind a noun of change: "posted a two percent fall in net sales to $5.8bn"."""
    words, at = figure.wording, figure.first - 1
    closed = words.bits[at - 1] & pos.CLOSED and not words.bits[at - 1] & ~pos.CLOSED
    if at < 3 or figure.parted > COMMA or words.words[at] != "to" or closed:
        return NONE
    if words.gaps[at] == COMMA and words.bits[at - 1] & pos.CALENDAR:
        at -= 1 + bool(words.bits[at - 2] & pos.PREPOSITION)  # "a fall in sales on Thursday, to"
    if words.gaps[at] > COMMA:
        return NONE
    for k in range(at - 2, max(at - _PHRASE, 0), -1):
        if words.gaps[k + 1]:
            return NONE
        if words.words[k] == "in" and words.bits[k - 1] & pos.CHANGE and words.bits[k - 1] & pos.NOUN and not acts(words)[k - 1]:
            head = phrase(words, k + 1)
            return head if NONE < head < at else before(words, at - 1)
        if words.words[k] == "in":
            return NONE
        if words.bits[k] & pos.CLOSED & ~(pos.ARTICLE | pos.PREPOSITION) or acts(words)[k]:
            return NONE
    return NONE


_BASES = GRAMMAR["base"]
_SEEING = GRAMMAR["seeing"]
_RESETTING, _CHARGED = GRAMMAR["resetting"], frozenset({"for", "on"})
_COMPARING, _STANDING, _PUTTING = GRAMMAR["comparing"], GRAMMAR["standing"], GRAMMAR["putting"]


def _before_comparison(figure: Figure) -> int:
    """The last word before the comma behind which the figure is compared: "sales rose 3 percent, compared with 2"; NONE without one."""
    words, k = figure.wording, figure.left
    while k > 0 and figure.left - k < 2 and not words.gaps[k]:
        k -= 1
    return k - 1 if k > 0 and not figure.parted and words.gaps[k] == COMMA and words.words[k] in _COMPARING else NONE


_LED = pos.AMOUNTING | pos.CHANGED
_LEADING = pos.LEADING | pos.TREND
_NO_OBJECT = pos.ARTICLE | pos.RELATIVE | pos.AUXILIARY


_UTMOST = frozenset({"least", "most"})


def said_of(figure: Figure, direct: int) -> int:
    """The head of what a verb says the figure of: the subject of "rose by", the object of "cut ... by"."""
    words = figure.wording
    verb = _finite(words, governor(words, figure.first), figure.first)
    if verb == NONE:
        return _headed(words, figure.first)
    bits, b = words.bits, words.bits[verb]
    held_by_it = bits[verb + 1] & pos.PRONOUN and not bits[verb + 1] & _NO_OBJECT and verb + 1 < figure.first
    if held_by_it and not words.words[verb].startswith("cost"):
        return subject(words, verb) if words.words[verb + 2] == "back" else NONE  # "put it at", but "was costing it", "will set you back"
    held = moved(words, verb, figure.first)
    if held != NONE and words.words[verb] in _SEEING:
        moves_so = (
            k for k in range(held, figure.first - 1) if bits[k] & pos.CHANGE and bits[k] & pos.INFINITIVE and bits[k + 1] & pos.LEADING
        )
        falls = next(moves_so, NONE)
        if falls != NONE:
            return held if falls > held else before(words, held - 1)  # "saw the price of bread fall to"
    if held != NONE and b & pos.BE and bits[held] & pos.TREND:
        held = NONE  # "the hazard was lower by"
    if held != NONE and not (b & pos.EQUAL and not b & pos.CHANGED):  # but what "remained stable at 4%" has moved nothing
        by = next((k for k in range(figure.first - 1, held, -1) if bits[k] & _LEADING and words.words[k + 1] not in _UTMOST), NONE)
        if by == NONE:
            return held if b & pos.CHANGED and held == figure.left and not figure.parted else NONE  # "raised rates 50bps"
        return held if b & pos.CHANGED or words.words[by] in ("at", "by") else NONE
    by = any(bits[k] & pos.LEADING for k in range(verb + 1, figure.first))
    moves = by and b & pos.CHANGED and not b & pos.BE and not _is_passive(words, verb)
    if moves and (antecedent := _antecedent(words, verb)) != NONE:
        return antecedent
    takes = b & pos.PAST and b & pos.EQUAL and figure.left == verb and not any(bits[k] & pos.LEADING for k in range(verb + 1, figure.first))
    passive = b & pos.PARTICIPLE and b & pos.CHANGED and not b & pos.CHANGE and not takes  # "entries for maths topped 100,000"
    if verb and passive and not bits[verb - 1] & (pos.CHAIN | pos.PRONOUN):
        if words.gaps[verb] == COMMA:
            return subject(words, verb)
        held = before(words, before_time(words, _before_second(words, verb) - 1))  # "the growth forecast for this year trimmed to"
        return _charged(words, held) if words.words[figure.first - 1] == "by" and words.words[verb] in _RESETTING else held
    tallied = bits[figure.left] & pos.PLURAL and not bits[figure.left] & pos.PERIOD and bits[figure.left - 1] & pos.NUMBER
    if tallied and not (figure.parted or acts(words)[figure.left]):
        return NONE  # the other side of a tally: "by 38 votes to 21"
    led = any(bits[k] & pos.PREPOSITION for k in range(verb + 1, figure.first))
    if moves and not b & pos.AMOUNTING:
        return NONE
    if b & (pos.BE | direct) or (led and b & _LED):
        return subject(words, verb)
    return NONE


def _headed(words: Wording, at: int) -> int:
    """What a headline says that somebody moves, whose verb may be a plural as well: "Velm raises bus fare to £3"; NONE without one."""
    if at < 3 or words.words[at - 1] not in ("to", "by"):
        return NONE
    for k in range(at - 2, max(at - _PHRASE, 0), -1):
        b = words.bits[k]
        if words.gaps[k + 1] or b & pos.CLOSED or words.gaps[k]:
            return NONE
        if b & pos.THIRD and b & pos.CHANGED and words.bits[k - 1] & pos.CAPITAL:
            return at - 2 if k < at - 2 else NONE
    return NONE


def _charged(words: Wording, head: int) -> int:
    """What is for or on the noun at word ``head`` and moved by so much: "fares for students cut by 20%"; else ``head``."""
    k = head - 1
    while k > 1 and not words.gaps[k + 1] and not words.bits[k] & pos.CLOSED:
        k -= 1
    outer = before(words, k - 1) if k > 0 and words.words[k] in _CHARGED and not (words.gaps[k] or words.gaps[k + 1]) else NONE
    return head if outer == NONE or words.bits[outer] & pos.COUNTING else outer


def _before_second(words: Wording, verb: int) -> int:
    """The first word of the aside whose last part the participle ``verb`` begins: ", 25 metres tall and rated at"; else ``verb``."""
    k = verb - 1
    if k < 1 or not words.bits[k] & pos.AND or words.gaps[k]:
        return verb
    while k > 0 and verb - k < _PHRASE and not words.gaps[k]:
        k -= 1
    return k if words.gaps[k] == COMMA else verb


def _finite(words: Wording, verb: int, at: int) -> int:
    """The verb that puts something "at" the figure, beyond a participle inside its object: "put the number of people killed in Riga at"."""
    at -= words.words[at - 1] == "between"  # "put the damage at between $10m and $20m"
    if verb < 1 or words.words[at - 1] not in ("at", "by"):
        return verb
    if words.words[at - 1] == "at" and verb < at - 2:
        for k in range(verb - 1, max(verb - _REACH, -1), -1):
            if words.gaps[k + 1] > COMMA:
                break
            if words.words[k] in _PUTTING and acts(words)[k] and moved(words, k, at) != NONE:
                return k  # "puts the number of people killed since the war began in May at"
    being = words.words[verb - 1] == "being" and verb > 1 and words.bits[verb - 2] & pos.PREPOSITION
    verb -= bool(being)  # "cut the risk of being admitted by"
    owner = before_object_relative(words, verb)  # "cut the mistakes that nurses make by"
    aimed = words.bits[verb] & pos.GERUND and words.bits[verb] & pos.CHANGED and words.bits[verb - 1] & pos.OF
    if not being and owner == NONE and (not is_reduced(words, verb) or (aimed and moved(words, verb, at) != NONE)):
        return verb  # "set a target of cutting emissions by"
    earlier = governor(words, verb if owner == NONE else owner + 1)
    return earlier if earlier != NONE and words.bits[earlier] & pos.CHANGED and moved(words, earlier, verb) != NONE else verb


def _is_passive(words: Wording, verb: int) -> bool:
    """Whether a "be" leads the participle at word ``verb``: "was also put at"."""
    k = verb
    while k > 0 and not words.gaps[k] and words.bits[k - 1] & pos.CHAIN:
        k -= 1
        if words.bits[k] & pos.BE:
            return True
    return k == verb and bool(words.bits[verb] & pos.PARTICIPLE) and not words.bits[verb] & pos.PAST


def _antecedent(words: Wording, verb: int) -> int:
    """What somebody moves whom a relative clause names: "a gap that the director had put at"; NONE without one."""
    last = verb - 1
    while last > 0 and words.bits[last] & pos.CHAIN and not words.bits[last] & pos.RELATIVE:
        last -= 1
    for k in range(last - 1, max(verb - _REACH, 0), -1):
        if words.gaps[k + 1] > COMMA or acts(words)[k]:
            break
        if words.bits[k] & pos.RELATIVE and not words.bits[k] & pos.AUXILIARY and opens_clause(words, k):
            if words.words[k] == "where":
                break  # "a trial at schools where marks improved by"
            if words.bits[verb] & pos.CHANGE and any(words.bits[j] & pos.SPEECH and acts(words)[j] for j in range(max(k - _REACH, 0), k)):
                return NONE  # "told analysts on a call that spending would shrink by"
            k -= 1
            while k > 0 and words.bits[k] & (pos.PERIOD | pos.RECENCY):
                k -= 1  # "the swell that night, which"
            return before(words, k)
    return NONE


def done_by(figure: Figure) -> int:
    """The noun before a participle that leads straight to the figure: "a boat doing 25 knots"."""
    words, verb = figure.wording, figure.left
    if (
        verb > 0
        and words.bits[verb] & pos.GERUND
        and not figure.parted
        and words.gaps[verb] <= COMMA
        and not words.bits[verb - 1] & pos.AUXILIARY
    ):
        return before(words, verb - 1)
    return NONE


def fronted_whole(figure: Figure) -> int:
    """The head of the whole that opens the sentence, before a part of it: "Of the 88 shops, 12 will close", "Among voters, ..."."""
    words = figure.wording
    if words.words[0] not in ("Of", "Among") or figure.first < 3:
        return NONE
    head = phrase(words, 1)
    comma = head != NONE and any(words.gaps[k] == COMMA for k in range(head + 1, min(figure.first, head + _REACH) + 1))
    return head if comma and figure.first > head else NONE


def standing(figure: Figure) -> int:
    """The noun of a phrase without a verb: "with turnout at 62 percent", "data show food prices up 9 percent"."""
    words, k = figure.wording, figure.first - 1
    while k > figure.left and words.bits[k] & pos.HEDGE and not words.bits[k] & pos.TREND and words.words[k] not in _STANDING:
        k -= 1
    if k < 1 or figure.parted or words.gaps[k]:
        return NONE
    if words.bits[k] & pos.TO and words.bits[k - 1] & pos.COUNTING:
        while k > 0 and words.bits[k - 1] & (pos.COUNTING | pos.HEDGE) and not (words.gaps[k] or words.bits[k] & pos.TREND):
            k -= 1  # "revenue up 3.8% to £1,204m"
    if words.words[k] in _STANDING:
        opens = next(
            (j for j in range(k - 1, max(k - _PHRASE, -1), -1) if words.bits[j] & pos.CLOSED and not words.bits[j] & pos.ARTICLE), NONE
        )
        if opens != NONE and words.bits[opens] & pos.PREPOSITION and words.words[opens].lower() != "with":
            outer = next((j for j in range(opens - 1, max(opens - _PHRASE, -1), -1) if words.words[j].lower() == "with"), NONE)
            head = phrase(words, outer + 1) if outer != NONE else NONE
            return head if NONE < head < k else NONE  # "with the price of bread at"
        return before(words, k - 1) if opens != NONE and words.words[opens].lower() == "with" else NONE
    if not words.bits[k] & pos.TREND:
        return NONE
    verb = governor(words, figure.first)
    qualifies = verb == k - 2 and words.bits[verb] & pos.GERUND and not words.bits[verb] & pos.FINITE
    return before(words, k - 1) if verb == NONE or qualifies else NONE  # "adjusted operating margin down 40 points"


def kept_at(figure: Figure) -> int:
    """What something is done to, or does something, at the figure: "must be stored at -70 degrees", "the phone charges at 65 watts"."""
    words, at = figure.wording, figure.first
    verb = governor(words, at)
    led = verb + 1 if verb > 0 else at
    led += led < at and words.words[led] in _PAST_HERE
    if led >= at or words.words[led] != "at":
        return NONE
    b = words.bits[verb]
    told = b & pos.FINITE or (b & pos.INFINITIVE and words.bits[verb - 1] & pos.PLURAL and not words.gaps[verb])  # "trains crawl at 60"
    return subject(words, verb) if told or (b & pos.PARTICIPLE and words.bits[verb - 1] & pos.BE) else NONE


_PAST_HERE = frozenset({"past", "along", "by", "through", "on", "in", "away"})
_PHRASE = 6
"""How many words before "at" the "with" of "with turnout at" may stand."""


def fronted(figure: Figure) -> int:
    """The subject behind a figure that opens its clause: "At 24 percent, the rate is ..."."""
    words, at = figure.wording, figure.left + 1
    if at >= figure.first or words.words[at].lower() != "at" or (at and words.gaps[at] < COMMA) or figure.gap > COMMA:
        return NONE
    behind = figure.behind
    if figure.next & pos.ARTICLE and words.bits[behind + 1] & pos.PERIOD:
        behind += 2  # "At $1,200 a month, the rent"
    return phrase(words, behind)


_LEFT = frozenset({"at", "by", "from", "to"})


def left_at(figure: Figure) -> int:
    """What has moved and then stands at the figure, behind a comma: "the rate barely moved, at 4 percent", "fell sharply, from 40"."""
    words, at = figure.wording, figure.first - 1
    while at > figure.left + 1 and not words.gaps[at]:
        at -= 1
    if at < 2 or words.words[at] not in _LEFT or words.gaps[at] != COMMA:
        return NONE
    verb = at - 1 if acts(words)[at - 1] else governor(words, at - 1)
    if verb > 1 and words.words[verb - 1] == "than":
        verb = governor(words, verb - 1)  # "grew faster than expected, by 6 percent"
    return (
        subject(words, verb)
        if verb != NONE and words.bits[verb] & (pos.CHANGE | pos.CHANGED | pos.EQUAL) and words.bits[verb] & pos.FINITE
        else NONE
    )


def resumed(figure: Figure) -> int:
    """What the figure before was said of, in "revenue of $2.3 billion, up 5 percent" and "a loss of $95 million, or 41 cents"."""
    words, left = figure.wording, before_aside(figure)
    if left < 0:
        left = figure.left if figure.parted == CLOSE else _before_comparison(figure)
    if left < 0:
        return NONE
    bits = words.bits
    led = words.words[left + 1] in _COMPARING or words.words[left + 1] == "not"
    led = led or bool(figure.next & pos.TREND) or any(bits[k] & pos.TREND for k in range(left + 1, figure.first))
    if not led:
        return NONE
    for k in range(left, max(left - _REACH, 0), -1):
        if words.gaps[k + 1] > COMMA and words.gaps[k + 1] != CLOSE:
            break
        if bits[k] & pos.NUMBER and not (bits[k] | bits[k - 1] | bits[k + 1]) & pos.CALENDAR:
            return of_earlier(words, k, left)
    return NONE
