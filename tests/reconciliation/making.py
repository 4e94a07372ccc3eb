"""Claims made by hand, for the tests of what is computed from them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from ledger.extraction import extract
from ledger.reading import read_text
from ledger.reconciliation.case import Case
from ledger.records import Claim, Span

_MARKED = re.compile(r"(?P<before>.*)\[(?P<figure>.*)\](?P<behind>.*)", re.DOTALL)


def claim(marked: str, low: str | None = None, high: str | None = None, *, start: int = 0, **fields: Any) -> Claim:
    """A claim in the sentence ``marked``, its figure in square brackets; ``low`` is the value, ``high`` too where it is left out."""
    found = _MARKED.fullmatch(marked)
    assert found is not None, marked
    sentence = found["before"] + found["figure"] + found["behind"]
    first = start + len(found["before"])
    span = Span(start=first, end=first + len(found["figure"]), quote=found["figure"])
    bound = fields.setdefault("bound", "exact")
    ends = {"low": _value(low), "high": _value(high if high is not None else low)}
    if bound in ("at_least", "more_than", "magnitude"):
        ends["high"] = None
    if bound in ("at_most", "less_than"):
        ends["low"] = None
    defaults: dict[str, Any] = {"kind": "count", "unit": "", "document": "a.txt", "rule": "Q000"}
    document = fields.get("document", "a.txt")
    return Claim(
        id=f"{document}:{first}", span=span, mention=span, sentence=Span(start=start, end=start + len(sentence), quote=sentence),
        **(defaults | ends | fields),
    )  # fmt: skip


def _value(text: str | None) -> Decimal | date | None:
    if text is None:
        return None
    return date.fromisoformat(text) if text.count("-") == 2 else Decimal(text)


def case_of(*texts: str, day: str = "2021-05-24") -> Case:
    """The case of texts that are read and published on one day, as documents 0, 1 ..."""
    return Case([each for at, text in enumerate(texts) for each in extract(read_text(f"{text}\n", f"{at:02}.txt", day))])
