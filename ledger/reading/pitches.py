"""What a page says to whoever reads it, and what it shows beside its text: offers, counters, weather, draws, markets."""

from __future__ import annotations

from ledger import patterns as re
from ledger.lexicon import lists, words

_LONGEST = 200
"""A line longer than this many characters is none of these."""
_COUNT = r"\d[\d.,]*\s?(?:[kKmM]\b)?"
_PAGE = "articles?|stor(?:y|ies)|pages?|posts?"
_READERS = "readers|subscribers|supporters|followers"
_LETTER = "newsletters?|e-?mails?|inbox|briefings?|bulletins?"
_PRICE = rf"[$£€]\s?{_COUNT}|\d+p"
_OFTEN = r"\s?(?:a|per|every|each|/)\s?(?:week|month|year)"
_MARKETS = "|".join(sorted(map(re.escape, words("markets.txt")), key=len, reverse=True))

_ADDRESSED = re.compile(
    rf"^(?:join|be\sone\sof|become\sone\sof)\s(?:our\s|over\s|more\sthan\s){{0,2}}{_COUNT}\s(?:[a-z]+\s){{0,2}}(?:{_READERS})\b"
    rf"|^join\s(?:over\s|more\sthan\s)?{_COUNT}\s(?:others|members|fans|people)\swho\s(?:already\s)?(?:get|read|receive|follow|support)\b"
    rf"|^(?:try|get|enjoy|unlock|claim|start|subscribe|save|give|support)\b(?=.*\b(?:subscriptions?\b|free\strial|your\sfirst|unlimited"
    rf"|first\s(?:month|year)\s(?:free|for)|(?:{_PRICE}){_OFTEN}|for\s(?:just\s|only\s)(?:{_PRICE})))"
    rf"|\b(?:you|you['’]ve|your)\b.{{0,30}}\b{_COUNT}.{{0,16}}\bfree\s(?:{_PAGE})\b|\b\d+(?:st|nd|rd|th)\sfree\s(?:{_PAGE})\b"
    rf"|^this\s(?:{_PAGE})\s(?:is|was|has)\s(?:more\sthan\s|over\s|about\s)?(?:{_COUNT}|a)\s(?:years?|months?|days?|weeks?)\sold\b"
    rf"|\b{_COUNT}\s(?:free\s)?(?:{_PAGE})\s(?:left|remaining)\b(?:\sthis\s(?:week|month))?\W*$"
    rf"|^{_COUNT}\s(?:people|readers|users|others|of\syou)\s(?:are\s(?:reading|watching|viewing)|like|liked|shared|read|found)\s(?:this|it)"
    rf"(?:\s(?:{_PAGE}|reviews?|comments?|helpful|useful|right|now|today)){{0,3}}\W*$"
    rf"|\bcancel\sany\s?time\b|\bdigital\saccess\b.*(?:{_PRICE}){_OFTEN}"
    rf"|\b(?:get|read|receive|reads|gets|join)\sour\s(?:[a-z]+\s){{0,2}}(?:{_LETTER}|letter)\b"
    rf"|\b(?:to|in)\syour\sinbox\b|^sign\sup\s(?:to|for)\b.*(?:{_LETTER}|{_PRICE})"
    rf"|^search\s(?:our\s|over\s|more\sthan\s){{1,2}}{_COUNT}\s|^search\s{_COUNT}\s(?:{_PAGE})\b|\bget\s{_COUNT}\s(?:free\s)?(?:{_PAGE})\b"
    r"|\?\s(?:.*\W)?yes\W{1,3}\d+%.{1,6}\bno\W{1,3}\d+%"
    rf"|\bfollow\sus\s(?:on|at)\b|^follow\s@\w+.*(?:{_COUNT})|^trusted\sby\s{_COUNT}\s(?:[a-z]+\s)?(?:{_READERS})\b"
    rf"|^we\sand\sour\s{_COUNT}\spartners\b"
    r"|\byour\s(?:basket|cart)\b|^free\sdelivery\son\b|\bt&cs\b|\bad\swill\send\b|^skip\sad\b|^18\+\s\S+$"
    r"|\border\syour\scop(?:y|ies)\b|^to\sorder\sa\scopy\b|\bp&p\b|\bdelivery\scharges\s(?:may\s)?apply\b",
    re.I,
)
"""What speaks to the reader; no sentence of an article does so in these words."""
_BOOK = re.compile(
    rf"\bby\s(?:[A-Z][\w’'.-]+\s){{1,4}}\([A-Z][\w’'& .-]{{2,40}},\s(?:\d+\s?(?:pages|pp)\.?[,;]\s)?(?:{_PRICE})(?:\.\d\d)?"
    rf"(?:,\s[^()]{{0,40}})?\)(?:\.|$)"
    rf"|\b\d+\s?(?:pages|pp)\b[.;,]{{1,2}}\s(?:{_PRICE})"
)
"""The publisher and the price behind a review: ``The Salt Road by Ana Ruiz (Kestrel, £18.99)``."""
_SHOWN = re.compile(
    r"(?:listen|watch|play|podcast|audio|video|duration|(?:est(?:\.|imated)?\s)?read(?:ing)?\stime|read)\b"
    r"(?:\W|\b(?:to|this|the|full|now|article|story|episode|podcast|audio|video|version|time|length|est|approx|about|\d+)\b){0,12}?"
    r"\b\d+\s?(?:mins?|minutes?|secs?|seconds?|hrs?)\b\.?(?:[\s,]*\d+\s?(?:secs?|seconds?|mins?|minutes?))?\)?(?:\s?[|·•]\s?\d+\swords)?$",
    re.I,
)
_PART = re.compile(
    r"(?:page|photo|image|slide|picture|advert(?:isement)?|ad|video|part)\s\d{1,3}\s?(?:of|/)\s?\d{1,3}\b(?:\W*[\d:]*\W*)$", re.I
)
_FRESH = re.compile(
    rf"{_COUNT}\s(?:(?:new|more|latest|live|unread)\s)?(?:updates?|posts?|comments?|messages?|alerts?|streams?|items?|words)(?:\sso\sfar)?$",
    re.I,
)
_BRACKETED = re.compile(rf"((?:[A-Za-z][\w'’&-]*[ :]*){{1,3}})\((?:([A-Za-z]+):?\s)?{_COUNT}\)$")
_RATED = re.compile(
    r"(?:\W{0,6}|(?:[a-z]+\s){0,2}(?:rating|verdict|score|rated)\W{1,3})\d(?:\.\d)?\s?(?:/|out\sof)\s?(?:5|10|five|ten)\b(?:\sstars?)?"
    r"(?:\s\([^()]*\))?$",
    re.I,
)
_RATE = re.compile(r"(?:rate\sthis|(?:average|overall|customer|reader|user)s?['’]?\srating)\b", re.I)
_WORN = re.compile(
    r"(?!(?:[Mm]ax|[Mm]in|High|Low|Peak|Average|Mean|Record|Temp|Boiling|Melting)\w*\s)"
    r"(?:[A-Z][\w'’-]+[ ,]+){1,3}[-−]?\d{1,2}\s?°\s?[CF]?\b(?:,?\s[a-z ]{0,24})?$"
)
"""The weather of a town at the head of a page: ``Halvern 11°C``."""
_SKY = re.compile(
    r"(?:(?:today['’]?s?\s)?weather|(?:forecast|outlook)(?=:)|today|tonight|tomorrow|sunny|cloudy|partly|mostly|clear|overcast"
    r"|light|heavy|showers?|rain|fog)\b"
    r"(?=.*\d\s?(?:°|[CF]\b))(?=.*\b(?:clear|cloudy|sunny|rain|showers?|fog|snow|overcast|dry|mild|sunrise|sunset|humidity|wind|highs?|lows?)\b)"
    r"(?!.*\b(?:was|were|has|had|is|are|will|said)\b)|sunrise\W{1,3}\d|high\s(?:water|tide)\W{1,3}\d|pollen\W|uv\sindex|weather:\s[A-Z][\w'’-]+\s[-−]?\d+\s?°",
    re.I,
)
_DRAW = re.compile(
    r"(?=.*\b(?:lott\w+|draws?|numbers?|balls?|bonus|lucky|powerball|thunderball|jackpot|keno)\b)\D{0,48}(?:\d{1,2}(?:\s?[,–-]\s?|\s?,?\sand\s|\s)){4,7}\d{1,2}"
    r"(?:\W+(?:bonus|lucky|powerball|star|thunderball)\D{0,16}\d{1,2}\W*(?:\d{1,2}\W*)?)?$",
    re.I,
)
_PUZZLE = re.compile(
    r"(?:(?:[a-z]+\s){0,2}(?:crossword|sudoku|codeword|wordsearch|kakuro|futoshiki)s?\b\D{0,24}\d[\d,]*"
    r"|(?:across|down)\W{1,2}\d{1,2}\s[A-Z])[^.!?]*$",
    re.I,
)
_MOVED = re.compile(r"\d[.,]\d+[ \xa0]*\(?[+−–-]\d[\d.,]*\s?%\)?(?=\s|$)")
_MARKET = re.compile(rf"(?:[A-Za-z]+\s{{1,4}})?(?:{_MARKETS})\b[^a-z]*(?:\s?\d|[$£€]\s?\d)", re.I)
_PAIRED = re.compile(r"(?:\b[A-Z]{3}/[A-Z]{3}|[$£€]/[$£€])\s?\d")
_MASTHEAD = re.compile(
    rf"(?:(?:established|est\.?|since)\s\d{{4}}|(?:issue|edition|no\.?|number)\s\d[\d,]*|price\W{{1,2}}(?:{_PRICE}).{{0,30}})$",
    re.I,
)
_TAX = re.compile(r"(?:vat|tax)\s(?:(?:reg(?:istration)?|id|no)\.?\s)?[A-Z]{2}\s?\d", re.I)
_LISTED = re.compile(
    r"(?:the\s|top\s)?(?:\d{1,2}|five|six|seven|eight|nine|ten|twelve)\s(?:things|ways|reasons|tips|takeaways|facts|best|must-\w+)\b[^.!?,]*$",
    re.I,
)
_DIGIT = re.compile(r"\d")
_PARTED = re.compile(
    rf"(?:(?:established|est\.?|since)\s\d{{4}}|(?:[a-z]+\s)?"
    rf"(?:issue|edition|no\.?|vol(?:ume|\.)?|ep(?:isode|\.)?|part|day|week|lane|round|stage|season|series|page)"
    rf"\s\d[\d,]*(?:\s(?:of|/)\s\d+)?(?:\s[a-z]+)?|{_COUNT}\s(?:mins?|minutes?|words)(?:\s[a-z]+)?|(?:[a-z]+\s)?-?\d{{1,2}}\s?°\s?[CF]?(?:\s[a-z]+)?)$",
    re.I,
)
_COUNTED = re.compile(rf"\([^()]{{0,20}}{_COUNT}[^()]{{0,24}}\)$")
_DATED = re.compile(rf"\d{{1,2}}[:.]\d\d.{{0,6}}|(?:{_PRICE})(?:\.\d\d)?", re.I)
_SHOWN_BY = (_SHOWN, _PART, _RATED, _RATE, _PUZZLE, _MASTHEAD, _TAX, _LISTED)
_CUES = lists("pitches.tsv")
_PITCHING, _SHOWING, _SKIES = frozenset(_CUES["pitching"]), frozenset(_CUES["showing"]), _CUES["sky"]
"""Words without one of which no line speaks to its reader, or shows what the page has; how one begins that tells of the weather."""
_BUTTONS = words("interface.txt") | words("sections.txt") | words("counters.txt")
_SHORT, _SMALL, _STOPS = 90, 3, (".", "!", "?", ":", ",", ";", "”", '"')


def addresses(line: str) -> bool:
    """Whether a line offers, counts or shows what the page has, and tells nothing of the world."""
    if len(line) > _LONGEST or _DIGIT.search(line) is None or '"' in line or "“" in line:
        return False
    low, is_sentence = line.lower(), line.endswith(_STOPS)
    if not _PITCHING.isdisjoint(low.split()) and _ADDRESSED.search(low) is not None:
        return True
    if (line.endswith((")", ").")) or "pages" in low or " pp" in low) and _BOOK.search(line) is not None:
        return True
    if is_sentence:
        return len(line) < _SHORT and low.startswith(_SKIES) and _SKY.match(line) is not None
    return _quotes(line) or (len(line) < _SHORT and _shows(line, low))


def _quotes(line: str) -> bool:
    """Whether a line quotes markets: two moves at least, a market's name with one, or a pair of currencies."""
    moves = len(_MOVED.findall(line)) if "%" in line else 0
    return moves > 1 or (moves > 0 and _MARKET.match(line) is not None) or ("/" in line and len(_PAIRED.findall(line)) > 1)


def ruled(parts: list[str], told: list[bool]) -> bool:
    """Whether the short ``parts`` of a line say what a page, a paper or a programme is; ``told`` are those known to be its counters.

    Each that has a figure must be one of these, and one of them more than an hour or a price: ``Day 5 of 7 | Lane 4 blog``.
    """
    buttons = any(len(word) > _SMALL and word in _BUTTONS for part in parts for word in part.lower().split())
    sure = any(told)
    for part, known in zip(parts, told, strict=True):
        if part[-1] in ".!?":
            return False
        if known or _DIGIT.search(part) is None:
            continue
        if _PARTED.match(part) is not None or (buttons and _COUNTED.search(part) is not None):
            sure = True
        elif _DATED.fullmatch(part) is None:
            return False
    return sure


def _shows(line: str, low: str) -> bool:
    first = line[0]
    if first.isdigit() and (_FRESH.match(line) is not None or _RATED.match(line) is not None or _LISTED.match(line) is not None):
        return True
    if low.startswith(_SKIES) and _SKY.match(line) is not None:
        return True
    if "°" in line and _WORN.match(line) is not None:
        return True
    if not _SHOWING.isdisjoint(low.replace(":", " ").split()) and any(pattern.match(line) is not None for pattern in _SHOWN_BY):
        return True
    return (not first.isalnum() and _RATED.match(line) is not None) or _DRAW.match(line) is not None or _counts(line)


def _counts(line: str) -> bool:
    """Whether what a page names on its buttons stands before a count in parentheses: ``Jobs (214)``, ``Login (Basket: 0)``."""
    found = _BRACKETED.match(line)
    return found is not None and all(word.strip(" :").lower() in _BUTTONS for word in found[1].split())
