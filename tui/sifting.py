"""The filter line of browse: words, and fields as ``kind:share speaker:"Ann Brandt" value:20..40``, read while they are typed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, get_args

from ledger.records import Verdict
from ledger.service import CLAIM_STATUSES, Filter

FIELDS = ("kind", "status", "speaker", "document", "code", "unit", "verdict", "assigned", "value", "old")
"""What can be asked for by name; ``value`` is a number or a range, ``old:yes`` wants also what no longer stands."""

_PART = re.compile(r'([a-z]+):(?:"([^"]*)("?)|(\S*))|"([^"]*)"?|(\S+)')
_NUMBER = r"[-+]?\d+(?:\.\d+)?"
_RANGE = re.compile(rf"({_NUMBER})?\.\.({_NUMBER})?|({_NUMBER})")


class Sifted(NamedTuple):
    """What a line asks for, and what of it cannot be understood: an empty text when all can be."""

    filter: Filter
    wrong: str = ""


def sifted(line: str, kinds: Sequence[str] = ()) -> Sifted:
    """What ``line`` asks for. The last field may be unfinished, as the last word may; what is wrong asks for nothing.

    ``kinds`` are those that claims have; of none any may be asked for.
    """
    words, fields, wrong = list[str](), dict[str, str](), ""
    for part in _PART.finditer(line):
        name, quoted, closed, plain, phrase, word = part.groups()
        value = next(each for each in (quoted, plain, phrase, word) if each is not None)
        if not name:
            words.append(value)
        elif name in FIELDS:
            unfinished = part.end() == len(line) and not closed and name not in ("value", "old")
            fields[name] = value if not unfinished or not value else f"{value.rstrip('*')}*"
        else:
            wrong = f"{name}: is no field; there are {', '.join(FIELDS)}"
    low, high, misread = _range(fields.pop("value", ""))
    ending = " " if line[-1:].isspace() else ""
    old = fields.pop("old", "")
    if "status" in fields:
        fields["status"] = fields["status"].replace("-", " ")
    asked = Filter(**fields, words=" ".join(words) + ending if words else "", low=low, high=high, old=bool(old))
    return Sifted(asked, wrong or misread or _unknown(fields, kinds, old))


def _unknown(fields: Mapping[str, str], kinds: Sequence[str], old: str) -> str:
    """What no claim can be."""
    for name, known in (("status", CLAIM_STATUSES), ("verdict", get_args(Verdict)), ("kind", kinds)):
        asked = fields.get(name, "")
        if asked and known and not any(each.startswith(asked[:-1]) if asked.endswith("*") else each == asked for each in known):
            return f"{name}:{asked.rstrip('*')} is none; there are {', '.join(each.replace(' ', '-') for each in known)}"
    return "" if "yes".startswith(old) else f"old:{old} asks for nothing; old:yes wants also what no longer stands"


def _range(word: str) -> tuple[float | None, float | None, str]:
    """The ends of ``20..40``, ``20..``, ``..40`` or ``20``, and what is wrong with it."""
    found = _RANGE.fullmatch(word)
    if not word or word in (".", "..", "-", "+"):
        return None, None, ""
    if found is None:
        return None, None, f"value:{word} is no number and no range such as 20..40"
    low, high, alone = found.groups()
    ends = (low or alone, high or alone)
    return float(ends[0]) if ends[0] else None, float(ends[1]) if ends[1] else None, ""
