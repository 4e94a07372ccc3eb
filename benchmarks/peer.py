"""One published extractor over the paragraphs on the standard input (a list in JSON): prints the seconds that it took.

    build/peers/bin/python benchmarks/peer.py NAME < paragraphs.json      as benchmarks/peers.py calls it
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from time import process_time
from typing import Any

Extractor = Callable[[str], Any]


def main() -> None:
    extracted = {"Duckling": _duckling, "quantulum3": _quantulum3, "Recognizers-Text": _recognizers}[sys.argv[1]]()
    paragraphs = json.load(sys.stdin)
    extracted(paragraphs[0])
    start = process_time()
    for paragraph in paragraphs:
        extracted(paragraph)
    print(process_time() - start)


def _duckling() -> Extractor:
    import duckling

    zones = duckling.load_time_zones("/usr/share/zoneinfo")
    moment = duckling.parse_ref_time(zones, "UTC", 1_600_000_000)
    locale = duckling.parse_locale("EN_US", duckling.default_locale_lang(duckling.parse_lang("EN")))
    kinds = ["amount-of-money", "distance", "duration", "numeral", "ordinal", "quantity", "temperature", "time", "volume"]
    context, dimensions = duckling.Context(moment, locale), duckling.parse_dimensions(kinds)
    return lambda paragraph: duckling.parse(paragraph, context, dimensions, False)


def _quantulum3() -> Extractor:
    from quantulum3 import parser

    return parser.parse


def _recognizers() -> Extractor:
    import recognizers_suite as suite

    kinds = ("number", "ordinal", "percentage", "age", "currency", "dimension", "temperature", "datetime")
    recognise = [getattr(suite, f"recognize_{kind}") for kind in kinds]
    return lambda paragraph: [each(paragraph, suite.Culture.English) for each in recognise]


if __name__ == "__main__":
    main()
