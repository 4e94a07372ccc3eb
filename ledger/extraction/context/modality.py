"""Whether a figure is asserted, planned, hypothetical, denied or replaced by a better one, judged by the clause it stands in."""

from __future__ import annotations

from functools import lru_cache
from itertools import compress, pairwise
from typing import NamedTuple

from ledger import patterns as re
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.speech.verbs import SPEECH
from ledger.extraction.context.word_classes import BE, HAVE, INFINITIVE, PAST, RELATIVE, TO
from ledger.extraction.context.wording import Wording
from ledger.lexicon import table
from ledger.records import Modality

_KINDS: dict[str, str] = {" ".join(row[0].split()): row[1] for row in table("modality.tsv")}
_NEAR = 40
"""How many characters may stand between a figure and the word that tells of its rival."""
_FAR, _MOST = 300, 16
"""How far a marker reaches; how many of a sentence's markers are looked at."""
_OPENING = frozenset({"condition", "superseded", "contrast", "former"})
"""Kinds that may begin a sentence; elsewhere a capital makes a name or a month of the word."""


_Phrases = list[tuple[tuple[str, ...], str]]


def _phrases() -> dict[str, dict[str, _Phrases]]:
    """The marking phrases as written, by their first word and their second, "" where there is none; the longest first."""
    found: dict[str, _Phrases] = {}
    for phrase, kind in sorted(_KINDS.items(), key=lambda item: -item[0].count(" ")):
        for written in (phrase, phrase.capitalize()) if kind in _OPENING else (phrase,):
            words = tuple(written.split())
            found.setdefault(words[0], []).append((words, kind))
    for pronoun in GRAMMAR["pronoun"]:
        for written in (pronoun, pronoun.capitalize()):
            found[f"{written}'ll"] = [((f"{written}'ll",), "planned")]
    for word in [word for word in found if "'" in word]:
        found[_curved(word)] = [(tuple(map(_curved, words)), kind) for words, kind in found[word]]
    ordered: dict[str, dict[str, _Phrases]] = {}
    for first, phrases in found.items():
        for words, kind in phrases:
            ordered.setdefault(first, {}).setdefault(words[1] if len(words) > 1 else "", []).append((words, kind))
    return ordered


def _curved(word: str) -> str:
    return word.replace("'", "’")


_PHRASES = _phrases()
_NONE: _Phrases = []
_EDGE = re.compile(r"[;:()—”»]|,\"|\s[–-]{1,2}\s|[.!?]\s")
_SUBORDINATE = re.compile(
    r"\b(?:which|who|whose|where|that|after|before|when|while|because(?! of)|since|"
    r"although|though|whereas|but|until|as|"
    r"and (?:I|he|she|it|they|we|you|there|the))\b"
)
_COMPARED = re.compile(r",?\s*(?:as against|against|compared|up from|down from|up|down|from|versus)\b")
_FIGURE = re.compile(r"\d")
_BARE = re.compile(r"(?:\s+(?:the|a|an|just|some|about|nearly))*\s+\Z")
_BUT = re.compile(r"[^.;]{0,40}?,?\s+but\s")
_LATER = re.compile(r"\b(?:later|now|but|before|then|since|corrected|revised|raised|lowered|instead|not)\b")
_FROM = re.compile(
    r"(?:\s+(?:its|the|their|his|her|an?)(?:\s+[\w’'-]+){1,5}?)?(?:\s+(?:up|down|upwards?|downwards?))?"
    r"(?:\s+to\s+[^;:()]{1,30}?)?\s+from(?:\s+(?:the|an|a|about|some))?\s+\Z"
)
"""What stands between ``revised`` and the figure that was replaced: ``its forecast down to 3% from``."""
_OBJECT = re.compile(r"\s+(\w+)(?:\s+(?:any|all|the|its|his|their|a|more|than|even|about))*\s+\Z")
_CHARGED = re.compile(r"\s+(?:\w+\s)?(?:counts?|charges?|allegations?|offen[cs]es)\b")
_NOT_IF, _HAPPENED, _THINKING = GRAMMAR["not_if"], GRAMMAR["happened"], GRAMMAR["thinking"]
_CROSSING = GRAMMAR["crossing"]
_SETTLED, _OPENS_CLAUSE = GRAMMAR["settled"], frozenset({"that", "they", "he", "she", "it", "we"})
_DEFINITE, _NOUN, _CLAUSE = ("the ", "The ", "those "), 4, 6
"""What makes of a figure one that is known, and words that its noun, and the verb of a clause said of it, are looked for among."""
_GOVERNING = frozenset({"planned", "intended", "hypothetical", "reported"})
_PUTTING_FORWARD = _GOVERNING | {"condition", "weighed"}
"""Kinds that say how a figure is put forward; all others tell of a rival or deny it."""
_POSSIBLE = frozenset({"condition", "hypothetical", "weighed"})
_SIZED = re.compile(r"\b[Aa]n?\s(?:[\w’'-]+\s){1,4}of\s(?:[\w’'-]+\s){0,3}\Z")
"""Before the size of one thing: "a quota of [62,000 tonnes] was discussed", not "40 options were"."""
_FARTHEST = 60
_AUXILIARIES, _PREPOSITIONS = GRAMMAR["auxiliary"], GRAMMAR["preposition"] | GRAMMAR["adverb"]
_JOINING = (" and ", " but ", " while ", " so ")
_SAID = frozenset(form for form, known in SPEECH.items() if "say" in known.classes) | {"according"}


class _Marker(NamedTuple):
    start: int
    end: int
    kind: str


def modality(words: Wording, start: int, end: int) -> Modality:
    """How the figure ``text[start:end]`` among ``words`` is put forward; ``asserted`` unless a marker clearly governs it."""
    markers = _markers(words)
    if not markers:
        return "asserted"
    text = words.text
    markers = tuple(marker for marker in markers if start - _FAR < marker.start < end + _FAR)
    kinds = {marker.kind for marker in markers}
    if not kinds <= _PUTTING_FORWARD:
        if _replaced(words, start, end, markers):
            return "corrected"
        if any(_denies(text, marker, start, end) for marker in markers):
            return "denied"
    governing = {marker.kind for marker in markers if marker.kind in _PUTTING_FORWARD and _governs(words, marker, start, end)}
    if governing and "condition" not in kinds and _was_there(words, start, end, markers):
        return "asserted"
    if not governing.isdisjoint(_POSSIBLE) or (governing and "condition" in kinds):
        return "hypothetical"
    if "reported" in governing:
        return "hypothetical" if _SAID.isdisjoint(words.words) and not _is_settled(words) else "planned"
    return "planned" if governing else "asserted"


def _is_settled(words: Wording) -> bool:
    """Whether somebody is said to have settled or learned something: what "would" tells of is to come, "learned that they would go"."""
    return any(word in _SETTLED and after in _OPENS_CLAUSE for word, after in pairwise(words.words))


def _was_there(words: Wording, start: int, end: int, markers: tuple[_Marker, ...]) -> bool:
    """Whether the figure is one that was: "will fetch less than the £900,000 that it had cost", "would cut the 40 jobs that it created"."""
    if not words.text.endswith(_DEFINITE, max(start - 5, 0), start):
        return False
    first = words.behind(end)
    opens = next((at for at in range(first, min(first + _NOUN, words.count)) if words.bits[at] & RELATIVE or words.gaps[at]), words.count)
    if opens >= words.count or words.gaps[opens] or not words.bits[opens] & RELATIVE:
        return False
    last = min(opens + _CLAUSE, words.count) - 1
    put_forward = any(words.starts(opens) <= marker.start < words.ends(last) for marker in markers)
    return not put_forward and any(words.bits[at] & (PAST | HAVE) for at in range(opens + 1, last + 1))


@lru_cache(maxsize=4)
def _markers(words: Wording) -> tuple[_Marker, ...]:
    """The markers in a sentence, in order."""
    written = words.words
    found: list[_Marker] = []
    plain = 0  # what a plain phrase has in it is no marker: "less likely to"
    for at in compress(range(words.count), map(_PHRASES.__contains__, written)):
        if at < plain:
            continue
        known, second = _PHRASES[written[at]], written[at + 1] if at + 1 < words.count else ""
        longer, alone = known.get(second), known.get("")
        for phrase, kind in longer + alone if longer and alone else longer or alone or _NONE:
            behind = at + len(phrase)
            if len(phrase) == 1 or phrase == written[at:behind]:
                exempt = kind == "condition" and behind < words.count and written[behind] in _NOT_IF
                if phrase[-1] == "due" and words.bits[behind] & TO:  # "were due to wolves" gives a reason
                    exempt = not (words.bits[behind + 1] & (INFINITIVE | BE))
                exempt = exempt or (kind == "at_first" and written[at - 1].lower() != "at")
                if not exempt and not (at and written[at - 1] == "than"):
                    plain = behind if kind == "plain" else plain
                    found.append(_Marker(words.starts(at), words.ends(behind - 1), "former" if kind == "at_first" else kind))
                break
    return tuple(found[:_MOST])


def _governs(words: Wording, marker: _Marker, claim_start: int, claim_end: int) -> bool:
    """Whether a marker stands in the figure's clause, or in the one that a clause without a verb belongs to."""
    text = words.text
    if marker.kind == "condition":
        return _conditions(text, marker, claim_start)
    if marker.kind == "weighed" and not _SIZED.search(text, max(words.start, claim_start - _FARTHEST), claim_start):
        return False
    if marker.kind not in _PUTTING_FORWARD or (marker.kind == "intended" and marker.start > claim_start):
        return False
    left, right = (marker.end, claim_start) if marker.end <= claim_start else (claim_end, marker.start)
    if left > right or _EDGE.search(text, left, right) or _SUBORDINATE.search(text, left, right):
        return False
    if marker.start > claim_start and (text.endswith((" and ", " or "), left, marker.start) or _happens(text, left, right)):
        return False  # "adopted by eleven votes and may be appealed"
    if text.find(",", left, right) < 0:
        return True
    if marker.start > claim_start:
        return _closed_aside(text, left, right)
    last = text.rfind(",", left, right)
    return _COMPARED.match(text, last) is None and _verbless(text, last + 1, claim_end, words.end)


def _happens(text: str, left: int, right: int) -> bool:
    """Whether the figure has a verb of its own before the marker's clause: "40 have applied and 12 will be hired"."""
    joint = text.find(" and ", left, right)
    if joint >= 0 and not _HAPPENED.isdisjoint(text[left:joint].split()):
        return True
    return not _THINKING.isdisjoint(text[left:right].split())  # "38 percent think that taxes will rise"


def _conditions(text: str, marker: _Marker, claim_start: int) -> bool:
    """Whether the figure stands in the condition itself: ``if 12 fail``."""
    return marker.end <= claim_start and not _EDGE.search(text, marker.end, claim_start) and text.find(",", marker.end, claim_start) < 0


def _closed_aside(text: str, left: int, right: int) -> bool:
    """Whether the commas before a verb only set off an aside: ``40 jobs, most of them here, will go``, not ``, he said, and 9 will``."""
    return text.count(",", left, right) == 2 and not text.startswith(_JOINING, text.rfind(",", left, right) + 1)


def _verbless(text: str, start: int, claim_end: int, end: int) -> bool:
    """Whether the stretch between commas around the figure has no verb of its own."""
    close = text.find(",", claim_end, end)
    words = text[start : close if close >= 0 else end].lower().split()
    return not any(word in _AUXILIARIES or (word.endswith("ed") and len(word) > 4) for word in words)


def _denies(text: str, marker: _Marker, claim_start: int, claim_end: int) -> bool:
    """``denied that 40 had died``, ``did not lose 40 seats``, ``not 40``, ``reports of 40 deaths were false``."""
    if marker.end > claim_start:
        near = marker.kind == "refuted" and marker.start - claim_end < _NEAR
        return near and text.find(",", claim_end, marker.start) < 0 and not _EDGE.search(text, claim_end, marker.start)
    if marker.kind == "denied":
        if _CHARGED.match(text, claim_end):
            return False  # "denied 12 counts of fraud"
        return not _EDGE.search(text, marker.end, claim_start) and "," not in text[marker.end : claim_start]
    if marker.kind == "negation":
        verb = _OBJECT.match(text, marker.end, claim_start)
        if verb is not None and verb[1] in _CROSSING:
            return False  # what "did not exceed 40" was at most 40: its bound says so
        done = verb is not None and (verb[1] == "have" or verb[1] not in _PREPOSITIONS)
        return done or _BARE.match(text, marker.end, claim_start) is not None
    return False


def _replaced(words: Wording, claim_start: int, claim_end: int, markers: tuple[_Marker, ...]) -> bool:
    """Whether a better figure stands beside this one: ``not 40, but 14``, ``revised from 40``, ``initially 40, later 14``."""
    text, start, end = words.text, words.start, words.end
    for marker in markers:
        if marker.kind in ("former", "outdated") and marker.end <= claim_start and _was_given(words, marker, claim_start):
            return True
        if marker.kind == "superseded" and _superseded(text, marker, end, claim_start, claim_end):
            return True
        if marker.end > claim_start:
            continue
        if marker.kind == "revised" and _FROM.match(text, marker.end, claim_start):
            return True
        if marker.kind in ("contrast", "negation") and _BARE.match(text, marker.end, claim_start):
            if text.startswith(("not", "Not", "n't", "n’t"), max(marker.end - 3, 0)) and _BUT.match(text, claim_end, end):
                return True
            rival = _FIGURE.search(text, max(start, marker.start - _NEAR), marker.start)  # "14, not 40"
            if rival and marker.kind == "contrast" and text.startswith(("not", "rather", "instead"), marker.start):
                return True
    return False


def _was_given(words: Wording, marker: _Marker, claim_start: int) -> bool:
    """``an earlier toll of 18``, ``had initially put the toll at 18``: what was given before, no other figure between."""
    text = words.text
    if _EDGE.search(text, marker.end, claim_start) or _FIGURE.search(text, marker.end, claim_start):
        return False
    return marker.kind == "former" or words.words[words.behind(marker.end)].lower() in SPEECH


def _superseded(text: str, marker: _Marker, end: int, claim_start: int, claim_end: int) -> bool:
    """``initially put at 40, later ...``, ``14 rather than the 40 first reported``."""
    if marker.start >= claim_end:
        near = marker.start - claim_end < _NEAR // 2 and text.find(",", claim_end, marker.start) < 0
        near = near and text.find("from", claim_end, marker.start) < 0  # "raised to 21 from an earlier estimate"
        return near and not _EDGE.search(text, claim_end, marker.start)
    if marker.end < claim_start - 2 * _NEAR or _EDGE.search(text, marker.end, claim_start) or _FIGURE.search(text, marker.end, claim_start):
        return False
    if not _SAID.isdisjoint(text[marker.end : claim_start].split()):
        return True  # "officials initially said 12"
    return _LATER.search(text, claim_end, min(end, claim_end + _FAR)) is not None
