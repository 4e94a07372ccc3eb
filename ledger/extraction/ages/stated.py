"""Ages told by the words before the figure: "aged 22", "the age of 59", "turned 40", "children under 5", "she is 49", "died at 77"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.ages.words import CLASS, EVERYBODY, MARKS, PERSONS, PLURAL_PERSONS
from ledger.extraction.beside import MONTHS, WEEKDAYS, closes, either
from ledger.extraction.calendar.usual import OLD_YEAR, YEAR
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.speech.phrases import speaks
from ledger.extraction.context.word_classes import CHANGE, PAST, classes
from ledger.extraction.numerals import Numeral
from ledger.extraction.scene import Scene
from ledger.lexicon import classes as listed
from ledger.lexicon import number_words, words

_AGED, _TURNING, _COMPARING, _BEING, _BOTH = (CLASS[name] for name in ("aged", "turning", "comparing", "being", "both"))
_HEDGING, _BARELY, _LEADING, _LIVING = (CLASS[name] for name in ("hedging", "barely", "leading", "living"))
_SUPERLATIVES, _ACHIEVING, _INTERRUPTED = CLASS["superlative"], CLASS["achieving"], CLASS["interrupted"]
_RANKED = either(_SUPERLATIVES)
_PRONOUNS = _SUPERLATIVES | CLASS["pronoun"]
_ALONE = re.compile(
    r"\s*(?:[,;)]|\.(?=[\s”\"’]|$)|(?=$)|\s+(?:and|since|when|now|today|but|while)\b|\s*[—–]|\s+at\s+the\s+time\b"
    rf"|\s+(?:yesterday|(?:in|on|this|next|last)\s+(?:\d{{4}}|{either(MONTHS | WEEKDAYS)}|year|month|week))\b)"
)
_SUPERLATIVE = re.compile(
    rf"[\s,]+(?:(?:is|was|became|remains)\s+)?(?:the|still|already)\s+(?:the\s+)?{_RANKED}\b"
)
_NAMED_SUPERLATIVE = re.compile(rf"\b{_RANKED}[^.,;:\d]{{0,40}},\s[^.,;:]{{3,50}},\s+(?:is|was)\s+$")
""" "the oldest, Ann Lee, was", "the oldest in the study, ringed in 1993, was". """
_HE, _SHE_DOES = re.compile(r",\s+(?:he|she|his|her|i)\b"), re.compile(r"\s(?:he|she|i)\b")
_WHEN = re.compile(r"\s+(?:when|by the time|the (?:day|year|night))\s+(?:he|she|his|her)\b")
_WHEN_ANYTHING = re.compile(rf"(?:\s+years?\s+old)?\s+(?:when|by the time|in\s+{OLD_YEAR}\b)")
_SHE_THEN = re.compile(r"(?:^|[.!?”\"\n(]\s*)(?:he|she|i)\s(?:[^.;:!?\"”()]{1,100}\s(?:and|but)\s)?was (?:just |only |barely |already )?$")
""" "She studied in Velm and was 46 when the town made her mayor". """
_NAMED = re.compile(r"\b[^\W\d_a-z][\w’'-]+(?:, (?:who|whose|the|an?|now) [^.;:\d]{3,60},|,)? (?:was|is) (?:just |only |barely )?$")
_NAMED_APART = re.compile(r"\b[^\W\d_a-z][\w’'-]+, (?:who|whom|whose|an?) [^.,;:\d]{3,60}, is $")
""" "Ana Ruiz, a baker from Lumen, is 47." """
_ROLES = PERSONS | words("titles.txt")
_NAMED_IN = re.compile(
    r"\b(?:[Tt]he|[Hh]er|[Hh]is|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y|An?|whose)((?:\s[\w’'-]+){1,8}),\s"
    r"(?:[^\W\d_a-z][\w’'-]+\s?){2,3},\s(?:is|was)\s$"
)
""" "Her skipper, Elias Oddsen, is 61", "whose chief, Ana Ruiz, is 31"."""
_PLACE = re.compile(r"\s(?:of|for|to|in|on|at|from|by|with)\s")
_NAMED_WILL = re.compile(r"[^\W\d_a-z][\w’'-]+ [^\W\d_a-z][\w’'-]+ (?:will|would) be $")
_BIRTHDAY = re.compile(
    rf"\s+(?:in {either(MONTHS)}|on (?:{either(WEEKDAYS)}|\d)|(?:this|next) (?:month|week|year)|when)\b"
)
""" "Ana Ruiz will be 47 in June". """
_OPENS = re.compile(r"(?:^|[.!?”\"\n])\s*At $")
_DOES = rf"(?:{'|'.join(sorted(CLASS['doing']))})"
_NAME_BEHIND = re.compile(rf",?\s(?:[^\W\d_a-z][\w’'-]+\s){{1,3}}{_DOES}\b")
""" "At 67, Ana Ruiz is the oldest". """
_ROLE_BEHIND = re.compile(
    rf",\s(?:the|her|his|its|their|our)\s(?:[\w’'-]+\s){{0,3}}(?:{'|'.join(sorted(map(re.escape, _ROLES)))})\b"
    rf"(?:,\s(?:[^\W\d_a-z][\w’'-]+\s?){{2,3}},|\s{_DOES}\b)"
)
""" "At 62, the chief engineer, Ana Ruiz, has built it". """
_WHO_AT = re.compile(rf"\s{_DOES}\b|\sthe\s{_RANKED}\b")
""" "Ana Ruiz, who at 62 is the oldest". """
_IN_THAT_YEAR = re.compile(rf"(?:^|[.!?”\"\n]\s?)(?:he|she)\s[^.;:!?,]{{1,80}}\sin\s{YEAR}, at $")
""" "She took over in 2021, at 27, with"."""
_A_MAN = re.compile(r",?\s(?:a|no)\s(?:man|woman|person)\s")
_GIVEN = frozenset(words("given_names.txt")).union(*listed("first_names.tsv").values())
_NAMED_IS = re.compile(r"(?:^|[.!?”\"\n;]\s?)(?:([^\W\d_a-z][\w’'-]+)\s)?([^\W\d_a-z][\w’'-]+)\s(?:is|was)\s$")
_IS_SO = re.compile(r",\s(?:([a-z]+s)\s|(?:[a-z]+[,\s]+){1,2}(?:and|but)\s)|\sand\s[a-z]+(?:s|ed)\s")
""" "Ana Ruiz is 47, wears a hat", "is 47 and lives alone", "is 47, tall and shy". """
_GROWING = CLASS["pronoun"] | {"has", "have", "had", "we"}
"""Before "aged" where that is a verb: "I aged ten years"."""
GROWN, _TELLABLE = 15, 10
_AFTER_DYING = re.compile(r"\s*(?:[.,;)—–](?!\d)|$|\s+(?:after|of|from|following|in|due|while|and|with)\b)")
_OLDEST_SAID, _FAR, _NEAR, _LONGEST = 115, 120, 2000, 24
_MOST_CHILDREN = 20
_SHORT_TIMES = ("month", "months", "week", "weeks", "day", "days")
_SINGULAR, _PUTTING = CLASS["singular"], CLASS["putting"]


def is_stated(scene: Scene, numeral: Numeral, before: list[str], end: int) -> bool:
    """Whether the words ``before`` say that an age follows, which ends at ``end``: "aged 22", "the age of 59", "children under 18"."""
    last, second = (before[-1] if before else ""), (before[-2] if len(before) > 1 else "")
    if last in _AGED:
        return last != "aged" or second not in _GROWING
    if last in _TURNING:
        return closes(scene, end, numeral.limit) or scene.word_after(end, numeral.limit) in CLASS["lately behind"]
    if last in _COMPARING:
        if last == "than":
            return second in ("younger", "older") and "." not in numeral.digits and closes(scene, end, numeral.limit)
        if scene.low[end - 6 : end].endswith(_SHORT_TIMES) and second not in CLASS["young"]:
            return False  # "a survey of 33 detainees over nine months"
        if second[:-1] in PERSONS and second[-1] == "s" and not _counts(scene, numeral):
            return True  # "doctors over 60 make up"
        if second == "them" and before[-3:-2] == ["of"] and closes(scene, end, numeral.limit):
            return True  # "most of them under 30"
        if _is_a_people(second) and not _counts(scene, numeral) and numeral.scale == 1:
            return True  # "Norwegians over 75"
        if second in PLURAL_PERSONS or (second in _BEING and (not PLURAL_PERSONS.isdisjoint(before) or _told_ages(scene, numeral))):
            return True
        if second in _BEING and before[-3:-2] == ["whom"] and closes(scene, end, numeral.limit):
            return True  # "most of whom were over 60"
        if second in _BEING and before[-3:-2] and before[-3][0].isdigit() and closes(scene, end, numeral.limit):
            left = scene.low[max(numeral.floor, numeral.start - _FAR) : numeral.start]
            return not PLURAL_PERSONS.isdisjoint(left.split())  # "29 of the victims drowned; 11 were under 12"
    if last == "as" and second in _YOUNG and before[-3:-2] == ["as"] and not _counts(scene, numeral):
        return True  # "pupils as young as seven"
    if _AGED.isdisjoint(before):
        return False
    if last == "of" and second in _AGED:
        return True
    if last in _HEDGING and not _AGED.isdisjoint(before[-4:]):
        return True
    if last in ("and", "to", "or") and not _AGED.isdisjoint(before[-4:-2]):
        return True
    return last in _LEADING and "age" in before and closes(scene, end, numeral.limit) and not _counted_between(before)


_YOUNG = frozenset({"young", "old"})


def _is_a_people(word: str) -> bool:
    """Whether a word in lower case is the plural of one of a nation: "norwegians", "danes"."""
    return word[-1:] == "s" and (word[:-1] in GRAMMAR["national"] or word.endswith(("ians", "icans")))


def _told_ages(scene: Scene, numeral: Numeral) -> bool:
    """Whether "aged" stands a little farther before: "62% were aged 15-64 and 24% were under 15"."""
    return scene.low.find(" aged ", max(numeral.floor, numeral.start - _FAR), numeral.start) >= 0


def _counted_between(before: list[str]) -> bool:
    """Whether "age" lies behind the figure's own clause: "an age of marvels, to 12"."""
    behind = before[len(before) - before[::-1].index("age") :]
    return any(word.endswith((",", ".", ";", ":")) for word in behind)


_COUNTS_UNIT = re.compile(
    rf"(?:\d{{1,3}}|{either(number_words('cardinal'))}),?\s+(?:(?:and|or)\s+)?"
)


def is_listed(scene: Scene, numeral: Numeral) -> bool:
    """Whether the figure goes on a list of ages: "aged 3, 5 and 9"."""
    low, start = scene.low, numeral.start
    begin = low.rfind("age", max(numeral.floor, start - 48), start)
    if begin < 0 or not low.startswith(("aged ", "ages ", "age "), begin) or (begin and low[begin - 1].isalpha()):
        return False
    position = low.index(" ", begin) + 1
    while position < start:
        found = _COUNTS_UNIT.match(low, position, start)
        if found is None:
            return False
        position = found.end()
    return closes(scene, numeral.end, numeral.limit)


_TO_A_SECOND = re.compile(r"(?:\s*[-–]\s*|\s+to\s+)(\d{1,3})(?![\d.,]*\d)")


def of_persons_between(scene: Scene, numeral: Numeral) -> bool:
    """Whether the figure, behind a noun for persons, is the first of two ages: "those 25 to 54", "women 50-69 are"."""
    if not numeral.digits.isdigit() or numeral.value > _OLDEST_SAID:
        return False
    other = _TO_A_SECOND.match(scene.low, numeral.end, numeral.limit)
    return other is not None and numeral.value < int(other.group(1)) <= _OLDEST_SAID and closes(scene, other.end(), numeral.limit)


def of_a_person(scene: Scene, numeral: Numeral, before: list[str], timed: bool) -> bool:
    """ "a girl of [less than] nine months", "a man of 40"."""
    if "of" not in before[-4:]:
        return False
    at = len(before) - 1 - before[::-1].index("of")
    if at == 0 or before[at - 1] not in PERSONS or not _BARELY.issuperset(before[at + 1 :]):
        return False
    if timed:
        return before[at - 1] not in CLASS["related"]  # "her husband of 51 years"
    article = at - 2 if at > 2 and before[at - 3] in ("a", "an") and before[at - 2].isalpha() else at - 1  # "a shy man of 64"
    alone = (before[at - 1] not in CLASS["parent"] or numeral.value >= _MOST_CHILDREN) and before[article - 1 : article] in (["a"], ["an"])
    return alone and 2 < numeral.value <= _OLDEST_SAID and not _counts(scene, numeral)


def _counts(scene: Scene, numeral: Numeral) -> bool:
    """Whether a noun follows that the figure can count."""
    following = scene.word_after(numeral.end, numeral.limit)
    return following in PLURAL_PERSONS or (following.endswith("s") and following not in ("is", "was", "has", "says"))


def is_said_to_be(scene: Scene, numeral: Numeral, before: list[str]) -> bool:
    """ "she is 49", "his son is nine", "will be 65", "the oldest 81", "At 38, he", "died at 77"."""
    if numeral.scale != 1 or not 0 < numeral.value <= _OLDEST_SAID or not before or (not numeral.digits and numeral.value < 2):
        return False
    last = before[-1]
    if last == "at":
        return _is_told_at(scene, numeral, before)
    if last in _SINGULAR and _is_named_and_so(scene, numeral):
        return True
    if not _ALONE.match(scene.low, numeral.end, numeral.limit):
        return False
    if last in _BOTH or last in _SUPERLATIVES:
        return True
    if last in _SINGULAR and (_is_of_the_oldest(scene, numeral, before) or _is_looked_back_on(scene, numeral)):
        return True
    if numeral.digits and numeral.value >= GROWN and _is_of_the_named(scene, numeral, last):
        return True
    if last in ("be", "been"):
        return bool(numeral.digits) and any(word in CLASS["pronoun"] for word in before[-4:-2])
    second = before[-2] if len(before) > 1 else ""
    if last not in _BEING or not second:
        return False
    if second in _PRONOUNS:
        return bool(numeral.digits) or last in _SINGULAR
    return second in EVERYBODY and (last in _SINGULAR) == (second in PERSONS) and second.strip(MARKS) == second


def _is_told_at(scene: Scene, numeral: Numeral, before: list[str]) -> bool:
    """The same behind "at": "At 38, he", "the oldest of the crew at 84", "is now, at 77, back", "died at 77"."""
    low, end, limit, grown = scene.low, numeral.end, numeral.limit, numeral.value >= GROWN
    second = before[-2] if len(before) > 1 else ""
    if grown and _OPENS.search(scene.text, max(0, numeral.start - 12), numeral.start):
        behind = (_NAME_BEHIND.match(scene.text, end, limit), _ROLE_BEHIND.match(scene.text, end, limit), _SHE_DOES.match(low, end, limit))
        if any(behind):
            return True  # "At 34 she ran the depot"
    if grown and numeral.digits and (_WHO_AT if second == "who" else _A_MAN).match(low, end, limit):
        return True
    ranked = not _SUPERLATIVES.isdisjoint(before[-6:-1]) and not classes(second) & PAST
    if ranked and _ALONE.match(low, end, limit):
        return True
    apart = low.endswith(", at ", numeral.floor, numeral.start) and low.startswith(",", end)
    if apart and grown and (second in _INTERRUPTED or _IN_THAT_YEAR.search(low, max(0, numeral.start - _FAR), numeral.start)):
        return True
    if _SUPERLATIVE.match(low, end, limit) or (numeral.value >= _TELLABLE and _HE.match(low, end, limit) is not None):
        return True
    sentence = low[max(numeral.floor, numeral.start - _FAR) : numeral.start].rpartition(". ")[2]
    if not _PUTTING.isdisjoint(sentence.split()):
        return False  # "put the number of people killed at 16"
    lived = not _LIVING.isdisjoint(before[-4:-1]) or (grown and not _ACHIEVING.isdisjoint(before[-5:-2]))
    return numeral.value >= _TELLABLE and lived and _AFTER_DYING.match(low, end, limit) is not None


def _is_of_the_oldest(scene: Scene, numeral: Numeral, before: list[str]) -> bool:
    """ "the youngest of the crew was 19", "the oldest participant was 97", "the oldest, Ann Lee, was 97"."""
    if not _SUPERLATIVES.isdisjoint(before[-4:-2]) or ("of" in before[-4:-1] and not _SUPERLATIVES.isdisjoint(before[-6:-2])):
        return True
    return _NAMED_SUPERLATIVE.search(scene.low, max(numeral.floor, numeral.start - _FAR), numeral.start) is not None


def _is_of_the_named(scene: Scene, numeral: Numeral, last: str) -> bool:
    """ "Her skipper, Elias Oddsen, is 61", "Ana Ruiz, a baker from Lumen, is 47", "Ana Ruiz will be 47 in June"."""
    begin = max(numeral.floor, numeral.start - _FAR)
    if last == "be":
        named = _NAMED_WILL.search(scene.text, begin, numeral.start)
        return named is not None and _BIRTHDAY.match(scene.low, numeral.end, numeral.limit) is not None
    if last in _SINGULAR and _is_named_in(scene, begin, numeral.start):
        return True
    return last == "is" and _NAMED_APART.search(scene.text, begin, numeral.start) is not None


def _is_named_in(scene: Scene, begin: int, end: int) -> bool:
    """Whether what somebody is and their name stand before ``end``; not in "the bus to the coast, Green Line, is"."""
    named = _NAMED_IN.search(scene.text, begin, end)
    role = _PLACE.split(named.group(1), 1)[0].rpartition(" ")[2].lower() if named is not None else ""
    return role in _ROLES or speaks(role)


def _is_named_and_so(scene: Scene, numeral: Numeral) -> bool:
    """ "Ana Ruiz is [47], wears a hat and sings", also of "Ruiz" alone where a given name stands before hers not far before."""
    so = _IS_SO.match(scene.low, numeral.end, numeral.limit) if numeral.digits and numeral.value >= GROWN else None
    if so is None:
        return False
    found = _NAMED_IS.search(scene.text, max(0, numeral.start - _FAR), numeral.start)
    if found is None:
        return False
    if found[1]:
        return found[1].lower() in _GIVEN
    at = scene.text.rfind(f" {found[2]}", max(0, found.start() - _NEAR), found.start())
    first = scene.text[max(0, at - _LONGEST) : at].rsplit(None, 1)[-1] if at > 0 else ""
    return first.lower() in _GIVEN or (first.istitle() and so[1] is not None and not classes(so[1]) & CHANGE)


def _is_looked_back_on(scene: Scene, numeral: Numeral) -> bool:
    """ "Ana Ruiz was [26] when she won", "Ruiz, who won it last year, was [29] when she", "the boy was only [12] when he"."""
    begin = max(0, numeral.start - _FAR)
    if _WHEN_ANYTHING.match(scene.low, numeral.end, numeral.limit) and _SHE_THEN.search(scene.low, begin, numeral.start):
        return True
    if _WHEN.match(scene.low, numeral.end, numeral.limit) is None:
        return False
    if _NAMED.search(scene.text, max(numeral.floor, numeral.start - _FAR), numeral.start) is not None:
        return True
    before = [word for word in scene.words_before(numeral.start, numeral.floor, 3) if word not in _BARELY]
    return before[-1:] != [] and before[-1] in _SINGULAR and before[-2:-1] != [] and before[-2] in PERSONS


def is_looked_back_on(scene: Scene, numeral: Numeral) -> bool:
    """The same behind "only", "just" and the like: "was only [26] when she won"."""
    before = scene.words_before(numeral.start, numeral.floor, 2)
    barely = len(before) > 1 and before[-1] in _BARELY and before[-2] in _SINGULAR
    return barely and numeral.scale == 1 and 1 < numeral.value <= _OLDEST_SAID and _is_looked_back_on(scene, numeral)
