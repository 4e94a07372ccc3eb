"""What a time is that of: the delay of "a two-hour delay", the talks of "talks that lasted two days"."""

from __future__ import annotations

from ledger.extraction.ages.words import EVERYBODY, ORGANISATIONS
from ledger.extraction.context import word_classes as pos
from ledger.extraction.context.anchors import of_head
from ledger.extraction.context.apposition import apposed
from ledger.extraction.context.figure import Figure
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.noun_phrase import before
from ledger.extraction.context.portions import is_predicate, is_subject
from ledger.extraction.context.predication import moved, subject
from ledger.extraction.context.verbs import governor
from ledger.extraction.context.wording import COLON, COMMA, NONE, Wording


def lasting(figure: Figure) -> int:
    """The head of what lasts so long, or takes so long; NONE when the time is only when or for how long somebody did something."""
    words = figure.wording
    bits = words.bits
    of = figure.of()
    if of is not None:
        return NONE if of != NONE and bits[of] & pos.CALENDAR else of
    if words.words[figure.left] == "lasting" and figure.left > 0 and not figure.parted:
        return before(words, figure.left - 1)  # "in a call lasting an hour neighbours complained"
    head = figure.attribute()
    if head != NONE and is_subject(figure, head):
        return NONE
    if head != NONE and not (head == figure.behind and is_predicate(figure)):
        return head
    if words.words[figure.left] == "for" and not figure.parted and (head := _persists(figure)) != NONE:
        return head
    beyond = figure.next & pos.ADVERB and words.words[figure.behind] not in ("instead", "respectively")
    if beyond or (not figure.gap and words.words[figure.behind] in ("before", "after")):
        return NONE
    head = of_head(figure)
    if head == NONE and figure.first > 2 and bits[figure.first - 1] & pos.AND:
        head = _of_several(figure)
    if head != NONE and head == figure.left and not bits[head] & pos.COURSE:
        return NONE  # "40 stores in the United States over two years", but "a delay over two weeks"
    if head == NONE:
        head = apposed(figure) if figure.parted == COLON else _ran_for(figure)
    if head != NONE:
        return head
    verb = governor(words, figure.first)
    if verb == NONE:
        return _aside(figure)
    if words.words[verb] in _TAKING and figure.next & pos.TO and verb < figure.left and words.words[verb - 1].lower() == "it":
        return before(words, figure.left)  # "it took the lifeboat five hours to reach her"
    held = moved(words, verb, figure.first)
    if held != NONE:
        return _moved_so_long(figure, verb, held)
    if figure.next & pos.TO and not bits[figure.behind + 1] & _A_PLACE:
        return _takes_to(figure, verb)
    if _lasts(figure, verb):
        return subject(words, verb)
    compared = verb == figure.left and not figure.gap and words.words[figure.behind] in _COMPARED
    return _thing(words, verb) if compared and bits[verb] & (pos.BE | pos.HAVE) else NONE  # "is 90 minutes long", "has 12 years left"


def _moved_so_long(figure: Figure, verb: int, held: int) -> int:
    """Of what the verb moves, the noun at word ``held``, or of its subject, whichever lasts so long; NONE where neither does."""
    words = figure.wording
    if _is_so_long(figure, verb):
        return held
    if held == figure.left and words.words[verb] in _TAKING and not figure.next & pos.TO:
        return _thing(words, verb)  # "the climb takes visitors two hours"
    between = words.words[max(held, figure.first - 4) : figure.first]
    changed = "by" in between or ("to" in between and figure.next & pos.END)
    return held if words.bits[verb] & pos.CHANGED and changed else NONE


def _takes_to(figure: Figure, verb: int) -> int:
    """What takes so long before an infinitive: "will take three years to finish", "the licence has 23 years to run"; else NONE."""
    words, at = figure.wording, figure.behind + 1
    done, ends = words.words[at : at + 1], words.words[at + 1 : at + 2]
    if verb != figure.left:
        return NONE
    if done == ("run",) and words.bits[verb] & pos.HAVE:
        return subject(words, verb)
    if not words.bits[verb] & pos.LASTING:
        return NONE
    finished = not _COMPLETING.isdisjoint(done) and (ends in ((), ("itself",)) or words.gaps[at + 1] > 0)
    return subject(words, verb) if finished else _thing(words, verb, exacting=True)  # "the cart needed two days to reach"


def _lasts(figure: Figure, verb: int) -> bool:
    """Whether the subject of the verb lasts so long, by the verb and what leads the figure: "lasted two days", "ended after 19 days"."""
    words, left = figure.wording, figure.left
    b, lead, preceding = words.bits[verb], words.words[figure.first - 1], words.bits[verb - 1]
    if (b & pos.LASTING and lead != "in") or (words.words[verb] in _ENDING and lead == "after"):
        return True
    if b & pos.PARTICIPLE and preceding & pos.BE and lead == "by":
        return True
    if lead == "for" and words.words[verb + 1] == "on" and verb + 1 >= left - 1:
        return True
    if words.words[left] in _STEPPING or lead in _STEPPING:
        # "stocks were down to 18 days", "was cut to 18 months", "waits have lengthened to 11 weeks"
        lowered = b & pos.BE and words.bits[verb + 1] & pos.TREND and verb + 2 >= left
        if b & pos.CHANGE or lowered or (b & pos.CHANGED and preceding & pos.HAVE):
            return True
        if b & pos.CHANGED and b & pos.PARTICIPLE and preceding & pos.BE:
            return True
    told = figure.next & _ENDS_A_TIME or (not figure.gap and words.words[figure.behind] in ("for", "either"))
    return bool(verb == left and b & (pos.BE | pos.EQUAL) and told)


def _is_so_long(figure: Figure, verb: int) -> bool:
    """Whether what the verb moves is put at so long or ends behind it: "puts the wait at 40 minutes", "ended its walkout after 23 days"."""
    words = figure.wording
    led = words.words[figure.first - 1]
    return (
        (led == "at" and words.words[verb] in _PUTTING)
        or (led == "after" and words.words[verb] in _ENDING)
        or (led == "in" and words.words[verb] in _COVERING)  # "makes the crossing in 12 minutes"
    )


def _persists(figure: Figure) -> int:
    """What goes on, is so long in force or is down for a time, before "for": "is valid for 90 days", "lamps burn for", "listed for"."""
    words, left = figure.wording, figure.left
    verb, told = governor(words, left), words.words[left - 1]
    if (verb == NONE or verb < left - _SHORT) and told in _VALID:
        outer = left - 2 - (words.words[left - 2] in _PERSISTING)  # "tickets stay valid for", "a licence valid for"
        return before(words, outer) if outer >= 0 and not words.gaps[outer + 1] else NONE
    if verb < 1:
        return NONE
    b = words.bits[verb]
    if told in _IN_FORCE:
        return _thing(words, verb) if b & (pos.BE | pos.EQUAL) and left - verb < _SHORT else NONE
    if verb == left - 1 and told in _TIMETABLED:
        return _thing(words, verb) if words.bits[verb - 1] & pos.BE else before(words, verb - 1)
    if b & pos.GERUND and words.words[verb - 1] == "been" and moved(words, verb, left) == NONE:
        return _thing(words, verb, exacting=True)  # "a wind that has been blowing from the north for two days"
    alone = verb == left - 1 or (verb == left - 2 and told in ("up", "on", "out"))
    active = alone and words.words[verb] in _PERSISTING and not (b & pos.PARTICIPLE and words.bits[verb - 1] & pos.BE)
    return _thing(words, verb) if active else NONE


def _thing(words: Wording, verb: int, exacting: bool = False) -> int:
    """The subject of the verb at word ``verb`` unless it is somebody: of a person a time only tells what they did so long.

    Who is ``exacting`` takes those for persons as well who are called after what they do, and firms.
    """
    head = subject(words, verb)
    noun = words.words[head].lower()
    if exacting and (noun.endswith(_DOERS) or noun in ORGANISATIONS):
        return NONE
    if head == NONE or words.words[head].lower() in _PERSONS or words.bits[head] & pos.GROUP:
        return NONE
    opens = head == 0 and (words.bits[head] & pos.PLURAL or verb != head + 1)  # "Lamps burn for", but not "Harker stood for"
    return NONE if words.bits[head] & pos.CAPITAL and not opens and not _is_a_thing(words, head) else head


def _is_a_thing(words: Wording, head: int) -> bool:
    """Whether an article leads the name at word ``head``: "the Herring Fair"."""
    k = head
    while k > 0 and words.bits[k] & pos.CAPITAL and not words.gaps[k]:
        k -= 1
    return bool(words.bits[k] & pos.ARTICLE)


def _of_several(figure: Figure) -> int:
    """What lasts so long behind the last of several times: "sentences of four years and [two years]"."""
    bits, k = figure.wording.bits, figure.first - 1
    while k > 0 and bits[k] & _TIMES and not bits[k] & pos.OF:
        k -= 1
    several = bits[k] & pos.OF and k > 0 and bits[k - 1] & pos.PLURAL and not figure.wording.gaps[k]
    return before(figure.wording, k - 1) if several else NONE


_TIMES = pos.COUNTING | pos.PERIOD | pos.AND | pos.HEDGE


def _aside(figure: Figure) -> int:
    """What a time between commas is put at: "the average wait, at two hours, is"."""
    words, at = figure.wording, figure.first - 1
    led = at > 0 and words.words[at] == "at" and words.gaps[at] == COMMA and figure.gap == COMMA
    return before(words, at - 1) if led else NONE


_TAKING, _PUTTING = frozenset({"took", "takes", "take", "taken"}), GRAMMAR["putting"]
_PERSISTING, _IN_FORCE, _TIMETABLED, _COVERING = (
    GRAMMAR[name] for name in ("persisting", "in_force", "timetabled", "covering_way")
)
_PERSONS, _A_PLACE = EVERYBODY | GRAMMAR["collective"], pos.NUMBER | pos.DETERMINER | pos.CAPITAL
_DOERS = ("ers", "ists", "ors", "ees", "ants")
"""How nouns for persons end who are called after what they do."""
_SHORT, _VALID = 4, frozenset({"valid", "effective"})
_COMPARED = GRAMMAR["compared_time"]
_ENDING, _COMPLETING, _STEPPING = GRAMMAR["ending"], GRAMMAR["completing"], frozenset({"by", "to", "from"})
_ENDS_A_TIME = pos.END | pos.CONJUNCTION
"""What may follow a time that something is said to be, besides "for": "waits average 14 minutes", not "is two hours from here"."""


def _ran_for(figure: Figure) -> int:
    """What runs for a time, before "for": "a ban for ten days", "the visa is for a month"."""
    words, left = figure.wording, figure.left
    if left < 1 or figure.parted or words.words[left] != "for" or words.gaps[left]:
        return NONE
    b = words.bits[left - 1]
    return subject(words, left - 1) if b & pos.BE else left - 1 if b & pos.COURSE else NONE
