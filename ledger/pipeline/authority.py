"""What was verified, for a check to hold its texts against."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from pydantic import ValidationError

from ledger.errors import ProofError
from ledger.exports.record import VerifiedClaim, VerifiedClaims
from ledger.records import Claim, Decision, Finding
from ledger.reports import Origin

_MARK = "@"
"""Ends the id of a claim that is vouched for while it is compared: a text that is checked may hold the same."""

_OF_VALUE = frozenset({"low", "high", "bound", "unit", "whole"})


class _Ruled(NamedTuple):
    """A claim as it stands after review, what was decided, and the end of a message that says so."""

    claim: Claim
    decision: Decision
    told: str


class Authority:
    """The verified claims of exports or ledgers, each in a document ``HOLDER#PATH`` that is not at hand itself."""

    def __init__(self) -> None:
        self.origins: dict[str, Origin] = {}
        self.key = ""
        self._ruled: dict[tuple[str, str], _Ruled] = {}
        self._standing: dict[tuple[str, ...], _Ruled] = {}

    def add(self, verified: VerifiedClaims, holder: str) -> None:
        """The claims of an export that holds, which ``holder`` (its path, or the ledger's name) vouches for. Raises ProofError."""
        places = dict[str, str]()
        for document in verified.documents:
            place = f"{holder}#{document.path}"
            while place in self.origins:  # the same holder twice, or two versions of one path
                place += "'"
            places[document.id], self.origins[place] = place, Origin(document.source, (0,), document.format, holder)
        for each in verified.claims:
            claim = _claim(each, places[each.document], holder)
            ruled = self._ruled[claim.document, claim.id] = _Ruled(claim, _decision(each), _told(each, claim, holder))
            if each.status == "verified":
                self._standing[_wording(claim)] = ruled
        self.key = hashlib.blake2s(f"{self.key}\n{verified.digest}\n{holder}".encode(errors="surrogatepass")).hexdigest()

    def beside(self, checked: Sequence[Claim]) -> list[Claim]:
        """The claims to compare with those that are ``checked``; not those that stand among them, word for word in the same file."""
        there = {_wording(claim) for claim in checked}
        same = {id(ruled) for wording, ruled in self._standing.items() if wording in there}
        return [ruled.claim for ruled in self._ruled.values() if id(ruled) not in same]

    def named(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Those of ``findings`` that a checked text is in, its claims first; with the decisions that they rest on."""
        for finding in findings:
            checked = [claim for claim in finding.claims if claim.document not in self.origins]
            vouched = [claim for claim in finding.claims if claim.document in self.origins]
            rests = [self._standing[wording] for wording in map(_wording, checked) if wording in self._standing]
            rests += [self._ruled[claim.document, claim.id] for claim in vouched]
            if not rests:
                yield finding
            elif checked:
                claims = (*checked, *(claim.model_copy(update={"id": claim.id.rstrip(_MARK)}) for claim in vouched))
                message = "; ".join(dict.fromkeys([finding.message, *(each.told for each in rests)]))
                decisions = tuple(each.decision for each in rests)
                yield finding.model_copy(update={"claims": claims, "message": message, "decisions": decisions})


def vouching(files: Iterable[Path]) -> Authority:
    """The claims of the exports in ``files``, each proved first. Raises UsageError and ProofError."""
    from ledger.exports.verification import verified

    authority = Authority()
    for file in files:
        authority.add(verified(file), str(file))
    return authority


def _wording(claim: Claim) -> tuple[str, ...]:
    """What a claim shares with itself in an edited version of its file: the name, the sentence and the place in it."""
    sentence, (start, _) = claim.sentence.quote, claim.in_sentence
    words_before, words = sentence[:start].split(), sentence.split()
    return PurePath(claim.document).name, " ".join(words), " ".join(words_before), claim.span.quote


def _claim(each: VerifiedClaim, place: str, holder: str) -> Claim:
    """The claim with all of its context, as its event holds it, and what was corrected since."""
    corrected = each.ruling.fields if each.status == "corrected" else {}
    try:
        return Claim.model_validate(each.found.body["claim"] | corrected | {"document": place, "id": each.id + _MARK})
    except ValidationError as error:
        raise ProofError(f"{holder}: claim {each.id}: {'.'.join(map(str, error.errors()[0]['loc']))} cannot be") from error


def _decision(each: VerifiedClaim) -> Decision:
    said = each.ruling.model_dump(include={"action", "reviewer", "at", "note", "fields"})
    return Decision(seq=each.decided.seq, target=each.id, **said)


def _told(each: VerifiedClaim, claim: Claim, holder: str) -> str:
    """Who verified the claim and when, as the end of a message."""
    becomes = ""
    if each.status == "corrected":
        others = [f"{name} {value}" for name, value in each.ruling.fields.items() if name not in _OF_VALUE]
        becomes = " to " + ", ".join([*([str(claim.quantity)] if len(others) < len(each.ruling.fields) else []), *others])
    said = f"{each.span.quote} was {each.status}{becomes} by {each.ruling.reviewer} on {each.ruling.at[:10]}"
    return f"{' '.join(said.split())} (decision {each.decided.seq} of {holder})"
