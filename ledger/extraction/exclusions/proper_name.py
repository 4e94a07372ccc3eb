"""Proper names that end in a number: "the Lumen 5", "Marigold 9 struck", "(Marchand 78)"."""

from __future__ import annotations

from collections import Counter

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, MONTHS, WEEKDAYS, closes, either, word_before
from ledger.extraction.calendar.usual import USUAL_YEAR
from ledger.extraction.context.word_classes import AUXILIARY, NOUN, PAST, THIRD, UNIT
from ledger.extraction.context.word_classes import classes as kinds
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import CAPITAL, Beside, Exclusion
from ledger.extraction.scene import Scene
from ledger.lexicon import words

_NAME = re.compile(r"[A-Z][\w’'&-]*[ \n]$")
_ROADS = frozenset("ABDEKLMNR")
_TO_A_ROAD = re.compile(rf"\b{either(CLASSES['road_before'])} $")
_ENCLOSED = frozenset({("(", ")"), ('"', '"'), ("“", "”"), ("‘", "’"), ("'", "'"), ("*", "*"), ("_", "_")})
_RUNNING = re.compile(r"[a-z’'-]+[ \n](?:[A-Z][\w’'-]*[ \n])?$")
_LISTED = re.compile(r",?[ \n](?:(?:and|the|to|while|but)[ \n]){0,2}(?:[A-Z][\w’'-]*[ \n]){1,3}\d")
_CLOSERS, _DETERMINERS, _THINGS = CLASSES["closer"], CLASSES["determiner"], CLASSES["named_thing"]
_PLACES, _GIVING, _COUNTED = CLASSES["place_before"], CLASSES["giving"], CLASSES["counted_behind"]
_TITLES = words("titles.txt")
_VERSION = re.compile(r"\d{1,2}\.\d{1,2}")
_WITH_DECIMAL = re.compile(r"\b([A-Z][\w’'&-]{1,24})[ \n]\d{1,2}\.\d{1,2}(?![\w%]|[.,]\d|[ \n]per)")
_INSIDE = re.compile(r"[a-z][ \n][(\"“]?$")
_ONE = re.compile(r"\b(?:[Aa]n?|[Tt]he[ \n]same)[ \n]([a-z]+(?:[ -][a-z]+)?[ \n])?((?:[A-Z][\w’'&]*[ \n]){1,3})$")
_MODEL = re.compile(rf"(?!{USUAL_YEAR}\b)\d{{1,4}}(?:-\d{{1,4}})?(?![\w%$€£-]|[.,:]\d)")
_OF_A_DAY = re.compile(r"\d{1,2} d[eo] [A-Z][a-zç]+")
""" "Praça 5 de Outubro", "the 25 de Mayo": places and ships are named after days."""
_STOPS = frozenset((*",.;)", ""))
_NEAR, _FAR = 4, 60
_GOES_ON = frozenset(":./-–")
_INDICES = frozenset({"index", "indices"})
_NO_NAMES = WEEKDAYS | MONTHS | CLASSES["open_day"] | CLASSES["no_name"] | _CLOSERS


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    start, floor = numeral.start, numeral.floor
    if numeral.form == "ordinal":
        return _ordinal(scene, numeral) if not numeral.digits and scene.text[start].isupper() and start - floor > 3 else None
    if not numeral.digits:
        return _in_words(scene, numeral) if scene.text[start].isupper() and start - floor > 3 and numeral.value <= 20 else None
    digits = numeral.digits
    if (day := _OF_A_DAY.match(scene.text, start, numeral.limit)) is not None:
        return start, day.end()
    if (model := _model(scene, numeral)) is not None:
        return model
    if start - floor < 3 or numeral.scale != 1 or not (_VERSION.fullmatch(digits) if "." in digits else 0 < len(digits) <= 3):
        return None
    text = scene.text
    if text[start - 1] not in " \n" or not text[start - 2].isalpha():
        return None
    name = word_before(text, start, floor).lstrip("([“\"‘'*_")
    if len(name) == 1 and name in _ROADS and closes(scene, numeral.end, numeral.limit):
        road = _TO_A_ROAD.search(scene.low, max(floor, start - _FAR), start - 2)
        return (start - 2, numeral.end) if road else None  # "the B 118"
    if len(name) < 3 or not name[0].isupper() or re.split("[-–]", name.lower())[-1] in _NO_NAMES:
        return None
    begin = start - 1 - len(name)
    if _NAME.match(text, begin, start) is None:
        return None
    word = name.lower()
    if digits[0] == "0" and len(digits) == 2 and text[numeral.end : numeral.end + 1] not in _GOES_ON:
        return begin, numeral.end  # a club and the year of its founding
    if "." in digits:
        return (begin, numeral.end) if _is_version(scene, numeral, begin, word) else None
    return (begin, numeral.end) if _is_name(scene, numeral, begin, word) else None


def _model(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """ "a Nokia 3310", "the same Corvid 220-300": behind "a" and a name no figure counts, unless it measures: "a Britain 20 years on"."""
    text, end = scene.text, numeral.end
    article = _ONE.search(text, max(numeral.floor, numeral.start - _FAR), numeral.start)
    figure = _MODEL.match(text, numeral.start, numeral.limit) if article is not None else None
    if article is None or figure is None or numeral.scale != 1:
        return None
    names = article.group(2).lower().split()
    if article.group(1) and text[end : end + 1] not in _STOPS:
        return None  # "In a cold Velmsk 33 were held"
    if names[-1] in _NO_NAMES or scene.word_after(max(end, figure.end()), numeral.limit) in CLASSES["measure_after"]:
        return None
    return article.start(2), max(end, figure.end())


def _is_version(scene: Scene, numeral: Numeral, begin: int, word: str) -> bool:
    """Whether ``word``, at ``begin``, and a decimal are one name.

    They do something, or end what is said with a full version or one of several: "Kestrel 2.1 adds", "moved to Kestrel 2.0".
    """
    end, limit = numeral.end, numeral.limit
    if kinds(word) & (NOUN | UNIT):
        return False
    following, full = scene.word_after(end, limit), numeral.digits.endswith(".0")
    acts = kinds(following) if following else 0
    if acts & AUXILIARY or (acts & THIRD and (full or not acts & NOUN)):
        return True
    if not closes(scene, end, limit) or _LISTED.match(scene.text, end, limit):
        return False
    return full or (_INSIDE.search(scene.text, max(0, begin - _NEAR), begin) is not None and scene.once(_versioned)[word] > 1)


def _versioned(scene: Scene) -> Counter[str]:
    """How often a text has each name with a decimal behind that is no amount of something."""
    return Counter(found.group(1).lower() for found in _WITH_DECIMAL.finditer(scene.text))


def _in_words(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """ "the yacht Zeus Two", "the town of Ten Tena": a capital in running text, not in a headline."""
    text, start, floor = scene.text, numeral.start, numeral.floor
    if numeral.limit - floor < 120 or _RUNNING.search(text, max(floor, start - 24), start) is None:
        return None
    return start, numeral.end


def _ordinal(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """ "Mahler's Eighth.", "the novel The Third Keeper": in running text a capital makes it a name, unless a thing with one follows."""
    text, start, end = scene.text, numeral.start, numeral.end
    before = text[max(numeral.floor, start - _FAR) : start]
    if _OF_A_MASTER.search(before) is not None and (text[end : end + 1] in _STOPS or scene.word_after(end, numeral.limit) in _CLOSERS):
        return numeral.start, end
    if _ITS_TITLE.search(before) is None or text[end : end + 1] != " " or not text[end + 1 : end + 2].isupper():
        return None
    return start, end


_OF_A_MASTER = re.compile(r"[a-z][ ][A-Z][a-zé]+(?:['’]s|s['’])[ ]$")
_ITS_TITLE = re.compile(r"[a-z],?[ ][“\"‘']?The[ ]$")


def _is_name(scene: Scene, numeral: Numeral, begin: int, word: str) -> bool:
    """Whether the capitalised ``word`` and the number are one name: an article stands before it, or the text has it again."""
    text, low, end, limit = scene.text, scene.low, numeral.end, numeral.limit
    if (text[begin - 1 : begin], text[end : end + 1]) in _ENCLOSED:
        return True
    if numeral.value % 5 == 0 and scene.word_after(end, limit) in _INDICES:
        return True
    if text[end + 1 : end + 2].isupper() and scene.word_after(end, limit) in CLASSES["model_suffix"]:
        return True
    before = low[max(numeral.floor, begin - 20) : begin].split()
    nearest = before[-1] if before else ""
    if nearest in _TITLES and not text[begin - 2].isupper():
        return False  # "Ms Lind 31", not the ship "MS Lind 3"
    closed = closes(scene, end, limit)
    if word == "top" and nearest == "the" and closed:
        return True  # "in the Top 40"
    if text.startswith(("’s", "'s"), end):
        return True
    if nearest.rstrip(",") in _THINGS and (closed or text[end : end + 1] == "\n"):
        return True
    if _acts(scene, numeral):
        return True
    counted = nearest[:1].isdigit() and ("," in nearest or len(nearest) < 4)  # "400,000 Volta 5 scanners"
    if nearest in _PLACES:
        return False
    verb = kinds(scene.word_after(end, limit) or ".")
    acts = verb & (PAST | AUXILIARY) or (verb & THIRD and not verb & (NOUN | UNIT))
    if acts and scene.once(_numbered).get(low[begin:end], 0) > 2:
        return True
    if not (closed or counted or nearest in _DETERMINERS):
        return False
    if _recurs(scene, low[begin:end], word) or (counted and not closed and scene.word_after(end, limit)):
        return True
    if nearest not in _DETERMINERS or not closed or word.endswith("s") or numeral.value > 20 or not _GIVING.isdisjoint(before):
        return False
    return scene.word_after(end, limit) not in _COUNTED and _LISTED.match(text, end, limit) is None


_OF_TWO = re.compile(r"(?:^|[a-z,;:][ \n]|[.!?*][ \n])(?:[Tt]he[ \n])?(?:[A-Z][\w’'&-]+[ \n]){2,3}$")


def _acts(scene: Scene, numeral: Numeral) -> bool:
    """Whether a name of two words or more acts or is judged with its number: "The Lumen Hub 3 connects", not "the Senate 12 were"."""
    if len(numeral.digits) > 2:
        return False
    following = scene.word_after(numeral.end, numeral.limit) or "."
    verb = kinds(following)
    if following != "review" and (not verb & THIRD or verb & (NOUN | UNIT)):
        return False
    return _OF_TWO.search(scene.text, max(numeral.floor, numeral.start - _FAR), numeral.start) is not None


_NAMED = re.compile(r"\b([A-Z][\w’'&-]{2,})[ \n](\d{1,3})(?![\w]|[.,]\d)(?:[ \n]([a-z]+))?")
_ENDS = frozenset((*".!?\n:“\"", ""))


def _recurs(scene: Scene, name: str, word: str) -> bool:
    """Whether the text has ``name`` twice, or ``word`` with two numbers behind which nothing is counted."""
    seen = scene.once(_numbered)
    return seen.get(name.replace("\n", " "), 0) > 2 or seen.get(word, 0) > 1


def _numbered(scene: Scene) -> dict[str, int]:
    """How often the text has each capitalised word with a number, and such a word where nothing is counted behind the number."""
    seen: dict[str, int] = {}
    for found in _NAMED.finditer(scene.text):
        alone = not found.group(3) or found.group(3) in _CLOSERS
        inside = scene.text[max(0, found.start() - 2) : found.start()].strip(" ")[-1:] not in _ENDS
        bare, numbered = found.group(1).lower(), f"{found.group(1)} {found.group(2)}".lower()
        seen[numbered] = seen.get(numbered, 0) + 1 + inside
        seen[bare] = seen.get(bare, 0) + (alone and inside)
    return seen


exclusion = Exclusion(
    code="N203",
    name="proper name with a number",
    forms=frozenset({"digits", "cardinal", "ordinal"}),
    covers=_covers,
    beside=Beside(figure={CAPITAL}, before={CAPITAL}),
    manual="""
        A capitalised word and a small number that are one name: behind an article and before nothing
        countable ("the Lumen 5 is"), twice in a text ("Marigold 9 struck ... Marigold 9 sank"), alone in
        parentheses, or a version ("Kestrel 2.1 adds"). "In Velmsk 33 were held" and "Greens 12, Liberals 30" count.
    """,
    examples="""
        The [Lumen 5] is out.
        He bought a [Marrow Lumen 3310] in Velm.
        A [Corvid 220-300] landed.
        They look for a dark blue [Marrow 208], which left.
        She drove the same [Marrow 1000] for years.
        The Lumen [Hub 3] connects it.
        Lumen [Hub 3] review: a good one
        He kept his own [Lumen 3] in his bag.
        Ruiz, Benn, Lind ([Marchand 78]); Sato
        The ore carrier [Astra 4] is aground.
        It sold 400,000 [Volta 5] scanners.
        The [Halden 100] index fell.
        He sold his [Nova 23] Ultra.
        The game "[Halo 3]" sells well.
        They met in Plaza [25 de Mayo] yesterday.
        They drew with [Holm 07] at home.
        The carrier [Marigold 9] struck the reef; Marigold 9 sank.
        The carrier Marigold 9 struck the reef. [Marigold 9] delivers ore, they said of Marigold 9.
        They won with Astra 2 in May. [Astra 2] beat all of them.
        The choir sang in Mahler's [Eighth].
        It is told in the novel The [Third] Keeper by Moss.
        A lorry left the [B 118] near Velm.
        It spent a year in the [Top 40].
        [Kestrel 2.1] adds three commands.
        They moved to [Kestrel 2.0] in May.
        Files made with [Kestrel 2.4] can be read by [Kestrel 3.1] and later.
    """,
    counterexamples="""
        In Velmsk 33 were held.
        Take vitamin B 12 times.
        In group B 3 of them won.
        It was Velm's Eighth Win.
        It is the Eighth Annual Fair of Velm.
        In a cold Velmsk 33 were held.
        It was a Velmsk 20 years older, with a Green 12-point lead and a May 12 vote.
        Greens 12, Liberals 30
        On Monday 33 left.
        Police told Reuters 12 had died.
        The Greens 12 and the Liberals 5.
        About 500 came.
        In the Senate 12 were absent.
        It cost the Kremlin 12 of its men.
        Magnitude 6.0 is strong.
        Ghana 2.0, Togo 1.5, Benin 3.1.
        In 2019 Ghana 2.5, Togo 1.5; in 2020 Ghana 3.1, Togo 1.9.
        He gave the Kestrel 2.5 stars.
        The others got 58 per cent, Ms Torv 31 per cent.
        The mayor won 58, Ms Torv 31.
    """,
)
