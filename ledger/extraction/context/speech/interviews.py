"""Who answers in an interview: by the names before the paragraphs, or by the questions between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from ledger import patterns as re
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.names import names, surname
from ledger.records import Block

_OWN = GRAMMAR["own_voice"]
_THIRD = ("She ", "He ", "Her ", "His ")
"""What opens a paragraph that tells of who is interviewed."""
_YOU = frozenset({"you", "you're", "you've", "you'd", "your", "yours"})
_ASKER = re.compile(
    r"(?:(?:spoke|spoken|speaks|talks|talked|chats|chatted|sat down) (?:to|with)|[Ii]nterview(?:ed)? by|[Ww]ords by) (?:our )?(?:\w+ )?\Z"
)
"""What stands before the name of whoever asks: ``She spoke to``, ``Interview by``."""
_ASKS = re.compile(r" (?:met|meets|interview(?:s|ed)|ask(?:s|ed)|catches up|caught up|visit(?:s|ed)|finds out|found out) ")
_SIGNS = re.compile(r"(?:^|[|·•–—.]\s)(?:[Bb]y|BY|[Tt]ext|[Ww]ords|[Pp]hotos?|[Pp]hotographs?|[Pp]ictures?)(?::| by|)\s(?:[^|·•]* and )?$")
"""What stands before the name of whoever signs."""
_LIFE = re.compile(
    r"((?:[^\W\d_a-z][\w.’'-]*\s){1,3}[^\W\d_a-z][\w’'-]+)"
    r"(?:, (?:who was |\d{1,3}, )?(?:born|\d)| \(born| (?:was born|lives|works)\b| is (?:an?|the)\s)"
)
"""How a block at the end tells of whoever has answered."""
_RARELY = 3
"""Of how many answers one at least is somebody's own."""
_TELLS, _BESIDE = re.compile(r" (?:is|was|has|had|runs|ran|[a-z]+ed|[a-z]+s) "), 40
_FEWEST, _LONGEST, _LEAD = 3, 240, 6
"""How many questions make an interview, how long one is in characters, how many blocks before the first may name who answers."""


_LABELS = re.compile(r"\n((?:[^\W\d_a-z][\w.’'-]*\s){0,2}[^\W\d_a-z][\w’'-]+):\s")
_LABEL, _LONGEST_LABEL = re.compile(r"([^\W\d_a-z][^:\n]{0,40}):\s"), 45
"""What may stand before a block: a name, a name in capitals, ``Q``, ``Q (Radio Kiel)``."""
_INTRODUCED = re.compile(r"(?:[a-z,] |\n)([^\W\d_a-z][^\W\d_]+ [^\W\d_a-z][\w’'-]+)")
_BEGINNING = 3_000
"""Length in characters of what may introduce somebody who is interviewed."""


def turns(text: str, blocks: Sequence[Block]) -> dict[int, str]:
    """The blocks of what somebody says whom a label names, ``Ruiz: We had nine cows.``, and who says them.

    A turn goes on in blocks without a label where the text has a label before two thirds of what stands between the first and the last of
    them; elsewhere only in those that say "I" or "we". A question, a heading, and a label of somebody who is not known end it.
    """
    people = _labelled(text)
    if not people:
        return {}
    labels = {number: _label(text, block) for number, block in enumerate(blocks) if block.role == "body"}
    spoken = [number for number, label in labels.items() if label]
    if not spoken:
        return {}  # labels stand amid paragraphs only
    transcript = len(spoken) * 3 >= 2 * sum(spoken[0] <= number <= spoken[-1] for number in labels)
    found: dict[int, str] = {}
    speaker = ""
    for number, block in enumerate(blocks):
        label = labels.get(number)
        if label:
            speaker = people.get(label, "")
        else:
            goes_on = (transcript and number < spoken[-1]) or not _OWN.isdisjoint(_words(text, block))
            ends = block.role != "body" or text.startswith(_THIRD, block.start) or _asks(text, block)
            speaker = speaker if goes_on and not ends else ""
        if speaker:
            found[number] = speaker
    return found


def _label(text: str, block: Block) -> str:
    """What stands with a colon before a block, "" where nothing does."""
    if text.find(":", block.start, block.start + _LONGEST_LABEL) < 0:
        return ""
    label = _LABEL.match(text, block.start, block.end)
    return label.group(1) if label is not None else ""


def _words(text: str, block: Block) -> list[str]:
    return text[block.start : block.end].lower().replace("’", "'").split()


def _labelled(text: str) -> dict[str, str]:
    """What stands with a colon before several paragraphs, and whom it names: a name whose first name the text's beginning or end
    tells, or the initials of somebody.
    """
    labels = Counter(match.group(1) for match in _LABELS.finditer(text))
    if not labels:
        return {}
    people = [label for label in labels if " " in label]
    people += _INTRODUCED.findall(text, 0, _BEGINNING) + _INTRODUCED.findall(text, max(_BEGINNING, len(text) - _BEGINNING))
    last = {name.rpartition(" ")[2] for name in people}
    found = {label: label for label, count in labels.items() if count > 1 and label.rpartition(" ")[2] in last}
    for label, count in labels.items():
        if count > 1 and label not in found and label.isupper():
            person = next((name for name in people if "".join(word[0] for word in name.split()) == label), "")
            found |= {label: person, person: person} if person else {}
    return found


def answers(text: str, blocks: Sequence[Block], is_person: Callable[[str, int], bool]) -> dict[int, str]:
    """The blocks that answer a question, and the name of who answers them.

    Questions are short blocks that end with a question mark; those who answer say "I" or "we" in a third of the answers or laugh, and
    are named before the first question or behind the last answer: ``is_person`` tells whether
    a name at a place is a person's. An answer goes on up to the next
    question, and ends where a block names who answers or begins with "she" or "he", or at a heading that asks nothing; the last
    one where "I" and "we" end.
    """
    asked = [number for number, block in enumerate(blocks) if _asks(text, block)]
    if len(asked) < _FEWEST:
        return {}
    person = _named(text, blocks[max(0, asked[0] - _LEAD) : asked[0]], is_person) or _signed_off(text, blocks[asked[-1] + 2 :])
    if not person:
        return {}
    found: dict[int, str] = {}
    first = own = 0
    last = surname(person)
    for place, number in enumerate(asked):
        end = asked[place + 1] if place + 1 < len(asked) else len(blocks)
        personal = text.startswith("(", blocks[number + 1].start) if number + 1 < end else False
        for answer in range(number + 1, end):
            block = blocks[answer]
            told_of = answer > number + 1 and text.startswith(_THIRD, block.start)
            heads = block.role == "heading" and (answer > number + 1 or text[block.start : block.end].isupper())
            if heads or told_of or text.find(last, block.start, block.end) >= 0:
                break
            if answer > number + 1 and _prompts(text, block):
                continue
            mine = not _OWN.isdisjoint(_words(text, block))
            if answer > number + 1 and place + 1 == len(asked) and not mine:
                break  # behind the last answer somebody else may tell the rest
            found[answer] = person
            if answer == number + 1:
                first += 1
            personal = personal or mine
        own += personal
    return found if first >= _FEWEST and own * _RARELY >= first else {}


def _signed_off(text: str, end: Sequence[Block]) -> str:
    """Whom a block behind the last answer tells of, by name and what they are: ``Ana Ruiz, born in 1974, is a vet.``; else ""."""
    for block in end:
        told = _LIFE.match(text, block.start, block.end)
        if told is not None:
            return told.group(1)
    return ""


def _writes(text: str, block: Block, at: int) -> bool:
    """Whether the name at offset ``at`` signs: ``By Ana Ruiz | The Mill``."""
    return _SIGNS.search(text[max(block.start, at - _BESIDE) : at]) is not None


def _prompts(text: str, block: Block) -> bool:
    """Whether a block puts something to whoever answers without asking: short, of "you" and not of "I" or "we"."""
    if block.end - block.start > _LONGEST:
        return False
    words = _words(text, block)
    return not _YOU.isdisjoint(words) and _OWN.isdisjoint(words)


def _asks(text: str, block: Block) -> bool:
    """Whether a block is a question to somebody: short, and not in quotation marks."""
    if block.end - block.start > _LONGEST or block.role not in ("body", "heading"):
        return False
    words = _words(text, block)
    return text[block.start : block.end].rstrip().endswith("?") and (_OWN.isdisjoint(words) or not _YOU.isdisjoint(words))


def _named(text: str, lead: Sequence[Block], is_person: Callable[[str, int], bool]) -> str:
    """The first name of several words in the blocks of ``lead`` that is a person's, no byline's and not of who asks; "" if there is none.

    Where no name is known for a person's it is the first that opens a sentence and has a verb behind it.
    """
    told = ""
    for block in lead:
        for name in names(text, block.start, block.end) if block.role in ("body", "heading") else ():
            at = text.find(name, block.start)
            asks = _ASKS.match(text, at + len(name)) or _ASKER.search(text, max(block.start, at - _BESIDE), at)
            if " " not in name or asks is not None or _writes(text, block, at):
                continue
            if is_person(name, at):
                return name
            opens = at == block.start or text[at - 2 : at] in (". ", "? ")
            told = told or (name if opens and _TELLS.match(text, at + len(name)) is not None else "")
    return told
