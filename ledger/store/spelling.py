"""Claims and findings as canonical JSON, spelled straight from their fields: a fifth of the time of the way over a dictionary.

The processes that find claims spell them, so that the one that records them need not.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from json.encoder import encode_basestring
from types import NoneType
from typing import Any, NamedTuple

from ledger.records import Claim, Finding, Span, printed


class Spelled(NamedTuple):
    """A claim as its event tells it: its id, and the canonical JSON of all its fields."""

    id: str
    text: str


def spelled(claim: Claim) -> Spelled:
    """``claim`` with the canonical JSON of its ``model_dump(mode="json")``."""
    fields = vars(claim)
    told = ",".join([key + _AS[type(value)](value) for key, value in [(key, fields[name]) for name, key in _KEYS]])
    return Spelled(claim.id, f"{{{told}}}")


def finding_spelled(finding: Finding) -> str:
    """The canonical JSON of what the event of ``finding`` says; see FindingBody. Its keys stand in order."""
    said = encode_basestring
    because = ",".join([
        f'[{said(each.field)},{said(each.level)},"{each.weight!r}",{said(each.note)}]' for each in finding.because
    ])  # fmt: skip
    claims = ",".join([f'"{claim.id}"' for claim in finding.claims])
    return (
        f'{{"because":[{because}],"claims":[{claims}],"code":{said(finding.code)},"fingerprint":"{finding.fingerprint}",'
        f'"message":{said(finding.message)},"name":{said(finding.name)},"severity":"{finding.severity}","verdict":"{finding.verdict}"}}'
    )


def _value(value: Decimal | date) -> str:
    return f'"{printed(value)}"'


_KEYS = [(name, f'"{name}":') for name in sorted(Claim.model_fields)]
_AS: dict[type, Callable[[Any], str]] = {
    str: encode_basestring,
    Span: lambda span: f'{{"end":{span.end},"quote":{encode_basestring(span.quote)},"start":{span.start}}}',
    tuple: lambda words: f"[{','.join(map(encode_basestring, words))}]",
    Decimal: _value,
    date: _value,
    NoneType: lambda value: "null",
}
