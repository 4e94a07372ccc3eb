"""What an event says: of each kind what its ``body`` holds, and what its ``subject`` is.

A body is written once and never changed: a new meaning is a new kind. Numbers are integers; decimals, dates and weights
are texts, so that the canonical JSON of a body is the same in every language. Keys that may be missing are left
out where they would say nothing.
"""

from typing import Any, NotRequired, TypedDict


class DocumentBody(TypedDict):
    """``document``, of a path: from now on this document stands there, followed by the ``claims`` events that it brings."""

    id: str  # SHA-256 of the file's bytes
    path: str
    format: str  # the reader's name
    source: dict[str, str]  # the fields of a Source
    text: str  # SHA-256 of the text as read, in UTF-8, under which texts holds it
    rules: str  # version of the program that found its claims
    claims: int  # how many were found in it, whether the ledger had them or not
    previous: NotRequired[str]  # id of the document that stood there
    origin: NotRequired[str]  # digest of the export that it was imported from: the text holds no more than its quotes, or was here before


class ClaimBody(TypedDict):
    """``claim``, of a claim's id: it was found."""

    claim: dict[str, Any]  # the fields of a Claim
    document: str  # id of its document
    again: NotRequired[bool]  # the ledger had it already: it says something else now, or had been dropped
    follows: NotRequired[str]  # id of the claim in whose place it stands
    lineage: NotRequired[int]  # event of the claim whose decisions it shares; else its own
    reason: NotRequired[str]  # why it does not share those of the claim that it follows
    origin: NotRequired[str]  # digest of the export that it was imported from


class DroppedBody(TypedDict):
    """``dropped``, of a claim's id: its document, read again, has it no more."""

    document: str  # id of the document


class FindingBody(TypedDict):
    """``finding``, of a fingerprint: it was found, or found to say something else."""

    fingerprint: str
    code: str
    name: str
    verdict: str
    severity: str
    message: str
    claims: list[str]  # ids, in order
    because: list[list[str]]  # field, level, weight and note of each Level


class WithdrawnBody(TypedDict):
    """``withdrawn``, of a fingerprint: it is found no more."""

    reason: str


class ReconciledBody(TypedDict):
    """``reconciled``, of the word findings: all claims were held side by side, and the events before this one say what changed."""

    through: int  # the last event of a document that was taken into account
    rules: str  # version of the program that compared them
    findings: int  # how many there are in all


class OriginBody(TypedDict):
    """Where a decision was taken that was imported."""

    export: str  # digest of the export
    event: str  # hash of the event in the other ledger's chain
    seq: int  # its number there
    at: str  # when it was taken


class ImportBody(TypedDict):
    """``import``, of the export's digest: another ledger's verified claims, followed by what of them was not here."""

    name: str  # what the other ledger is called here
    size: int  # its checkpoint
    head: str
    root: str
    key: str  # the public key that the export is signed with; empty when it is not


class DecisionBody(TypedDict):
    """``decision``, of a claim's id or a fingerprint: what a reviewer said of it; who and when are the event's own."""

    of: str  # claim or finding
    lineage: int  # event of the claim, or of its first version whose figure was the same; or of the finding
    action: str
    note: str
    fields: dict[str, str | None]  # of correct: the fields corrected; of side: claim; of assign: to; of both-valid: because
    adjudicates: NotRequired[bool]  # settles what others said before
    origin: NotRequired[OriginBody]  # where it was taken, if not here


class TurnBody(TypedDict):
    """``undo`` and ``redo``, of the decision's subject: the decision counts no more, or counts again."""

    decision: int  # its event


class CheckpointBody(TypedDict):
    """``checkpoint``, of the root: the ledger's size and root, as they were handed out."""

    size: int
    head: str
    root: str


BODIES: dict[str, type] = {
    "document": DocumentBody, "claim": ClaimBody, "dropped": DroppedBody, "finding": FindingBody, "withdrawn": WithdrawnBody,
    "reconciled": ReconciledBody, "decision": DecisionBody, "undo": TurnBody, "redo": TurnBody, "checkpoint": CheckpointBody,
    "import": ImportBody,
}  # fmt: skip
"""What the body of each kind of event holds."""
