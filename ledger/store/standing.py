"""How a claim or a finding stands: what its decisions come to, and its turn in the queue."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from ledger.settings import SEVERITIES

CLAIM_RULINGS = {
    "verify": "verified", "reject": "rejected", "correct": "corrected", "dispute": "disputed", "needs-source": "needs source",
}  # fmt: skip
FINDING_RULINGS = {"side": "resolved", "both-valid": "both valid", "false-alarm": "false alarm"}
REMARKS = ("note", "assign")
"""Actions that say something and rule nothing."""

UNREVIEWED, DISAGREEMENT, OPEN, NOTED = "unreviewed", "disagreement", "open", "noted"
CLAIM_STATUSES = (UNREVIEWED, *CLAIM_RULINGS.values(), DISAGREEMENT)
FINDING_STATUSES = (OPEN, NOTED, *FINDING_RULINGS.values(), DISAGREEMENT)
"""How claims and findings can stand."""

_BAND = 1_000_000
_DISAGREED, _CHANGED, _FRESH = 10 * _BAND, 20 * _BAND, 30 * _BAND
LAST_TURN = 40 * _BAND
"""No claim and no finding has a greater turn."""
_MOST_BITS = 99_999


class Said(NamedTuple):
    """A decision in force, as far as it counts here; ``fields`` is canonical JSON."""

    seq: int
    action: str
    reviewer: str
    fields: str
    adjudicates: bool


class Standing(NamedTuple):
    """``status``, the decision that it rests on, the corrected fields, and who is asked to look at it."""

    status: str
    ruling: int | None
    corrected: str | None
    assigned: str | None


def standing(said: Iterable[Said], rulings: dict[str, str], undecided: str) -> Standing:
    """What the decisions in force, in order, come to.

    Each reviewer's last ruling counts; an adjudication replaces all before it; rulings that differ
    are a disagreement, and the last of them is the one shown.
    """
    latest: dict[str, Said] = {}
    assigned: str | None = None
    for each in said:
        if each.adjudicates:
            latest.clear()
        if each.action in rulings:
            latest.pop(each.reviewer, None)
            latest[each.reviewer] = each
        elif each.action == "assign":
            assigned = json.loads(each.fields)["to"]
    if not latest:
        return Standing(undecided, None, None, assigned)
    last = list(latest.values())[-1]
    agreed = len({(each.action, each.fields) for each in latest.values()}) == 1
    status = rulings[last.action] if agreed else DISAGREEMENT
    return Standing(status, last.seq, last.fields if status == "corrected" else None, assigned)


def claim_weight(findings: int, counted: bool, speaker: bool, number: bool) -> int:
    """How much a claim carries: the findings that rest on it first, then how much it says of itself."""
    return 8 * min(findings, 99_999) + 4 * counted + 2 * speaker + number


def claim_turn(current: bool, status: str, reason: str, weight: int) -> int | None:
    """A claim's turn: disagreements, then figures that changed, then what nobody has looked at; None when there is nothing to do."""
    if not current or status not in (UNREVIEWED, DISAGREEMENT):
        return None
    band = _DISAGREED if status == DISAGREEMENT else _CHANGED if reason else _FRESH
    return band + _BAND - 1 - min(weight, _BAND - 1)


RESTED_ON = claim_turn(True, UNREVIEWED, "", claim_weight(1, False, False, False))
"""The last turn that a claim in the queue can have on which a finding rests."""


def claim_turns(status: str) -> tuple[int, int] | None:
    """The least and the greatest turn that claims of ``status``, or of any, can have; None for a status that is not in the queue."""
    return {"": (_DISAGREED, LAST_TURN), DISAGREEMENT: (_DISAGREED, _CHANGED - 1), UNREVIEWED: (_CHANGED, LAST_TURN)}.get(status)


def finding_turns(status: str) -> tuple[int, int] | None:
    """As ``claim_turns``, of findings."""
    return {"": (0, _CHANGED - 1), DISAGREEMENT: (_DISAGREED, _CHANGED - 1), OPEN: (0, _DISAGREED - 1)}.get(status)


def finding_turn(current: bool, status: str, severity: str, weight: float) -> int | None:
    """A finding's turn: open conflicts before all, by severity and by weight, then disagreements."""
    if not current or status not in (OPEN, DISAGREEMENT):
        return None
    band = _DISAGREED if status == DISAGREEMENT else 0
    return band + SEVERITIES.index(severity) * 2 * _MOST_BITS + _MOST_BITS - min(max(int(weight * 100), 0), _MOST_BITS)
