"""Documents and their claims, as events: what is new, what was edited, what stands as it stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from ledger.records import Claim, Document, Source
from ledger.store.bodies import DocumentBody, DroppedBody
from ledger.store.canonical import canonical, text_hash
from ledger.store.chain import Draft, append
from ledger.store.projection import apply
from ledger.store.restored import claims_of, claims_spelled
from ledger.store.revision import Heir, heir, heirs
from ledger.store.rows import among, found, parts, put
from ledger.store.spelling import Spelled
from ledger.store.tables import DOCUMENTS, PATHS, SOURCES, TEXTS

Read = tuple[Document, list[Spelled]]
"""A document as it was read, and the claims that were found in it."""


class Place(NamedTuple):
    """What stands at a path: a document's id, and the source it was said to have."""

    document: str
    source: Source


class Recorded(NamedTuple):
    """What a step added, each a count: documents, of these edited ones, and ``copies`` of a text that it has from elsewhere or before;
    claims, of these those that ``followed`` one with their decisions, and those in whose place the figure ``changed``.
    """

    documents: int = 0
    revised: int = 0
    claims: int = 0
    followed: int = 0
    changed: int = 0
    copies: int = 0

    def plus(self, other: Recorded) -> Recorded:
        """The sum of two steps."""
        return Recorded(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


def places(connection: Connection, rules: str) -> dict[str, Place]:
    """What stands at each path and was read by the same rules."""
    return {row[0]: _place(row[1:]) for row in connection.execute(_PLACES.where(DOCUMENTS.c.rules == rules))}


def _places(connection: Connection, paths: Iterable[str]) -> dict[str, Place]:
    """What stands at each of ``paths``, as far as anything does."""
    queries = (_PLACES.where(among(connection, PATHS.c.path, part)) for part in parts(paths))
    return {row[0]: _place(row[1:]) for query in queries for row in connection.execute(query)}


_FIELDS = tuple(Source.model_fields)
_PLACES = (
    select(PATHS.c.path, DOCUMENTS.c.id, *(SOURCES.c[field] for field in _FIELDS))
    .join_from(PATHS, DOCUMENTS, PATHS.c.document == DOCUMENTS.c.seq)
    .join(SOURCES)
)


def _place(row: Sequence[str]) -> Place:
    return Place(row[0], Source(**dict(zip(_FIELDS, row[1:], strict=True))))


def record(connection: Connection, read: Sequence[Read], rules: str, by: str, at: str) -> Recorded:
    """Append the documents ``read`` with their claims, and bring the tables up to date; the caller holds the lock.

    A document that stands at its path already, of the same source, found by the same rules, changes nothing.
    """
    drafts, texts, total = list[Draft](), dict[str, str](), Recorded()
    there = _places(connection, (document.path for document, _ in read))
    read_by = found(connection, DOCUMENTS.c.id, DOCUMENTS.c.rules, (document.id for document, _ in read))
    for document, claims in read:
        before, known = there.get(document.path), read_by.get(document.id)
        if before == Place(document.id, document.source) and known == rules:
            continue
        digest = text_hash(document.text)
        texts[digest] = document.text
        again = before is not None and before.document == document.id
        previous = before.document if before is not None and not again else None
        body: DocumentBody = {
            "id": document.id, "path": document.path, "format": document.format, "source": document.source.model_dump(), "text": digest,
            "rules": rules, "claims": len(claims),
        }  # fmt: skip
        if previous is not None:
            body["previous"] = previous
        copied = known == rules and not again
        told = [] if copied else list(_claims(connection, document, claims, previous, known is not None))
        drafts += [Draft("document", document.path, canonical(body)), *(draft for draft, _ in told)]
        taken = [heir for _, heir in told if heir is not None]
        follow = sum(heir.lineage is not None for heir in taken)
        total = total.plus(Recorded(1, previous is not None, len(told), follow, len(taken) - follow, known is not None and not again))
        read_by[document.id] = rules  # once more in this batch it is a copy
    _keep(connection, texts)
    apply(connection, append(connection, drafts, by, at))
    return total


_Told = tuple[Draft, Heir | None]
"""An event on a claim, and what the claim takes over from another."""


def _claims(connection: Connection, document: Document, claims: list[Spelled], previous: str | None, known: bool) -> Iterator[_Told]:
    """The claims of a document: of one that is read again, those that differ; of one that was edited, with what they follow."""
    if known:
        yield from _read_again(connection, document, claims)
        return
    takes = heirs(claims_of(connection, previous), claims_spelled(claims)) if previous is not None else {}
    for claim in claims:
        yield _draft(claim, document, takes.get(claim.id))


def _read_again(connection: Connection, document: Document, claims: list[Spelled]) -> Iterator[_Told]:
    there, gone = claims_of(connection, document.id), claims_of(connection, document.id, dropped=True)
    held = {each.claim.id: each for each in there + gone}
    now = claims_spelled(claims)
    takes = heirs(there, [claim for claim in now if claim.id not in held])
    for claim, said in zip(now, claims, strict=True):
        old = held.get(claim.id)
        if old is None:
            yield _draft(said, document, takes.get(claim.id))
        elif old in gone or _telling(old.claim) != _telling(claim):
            yield _draft(said, document, heir(old, claim), again=True)
    found = {claim.id for claim in claims}
    for each in there:
        if each.claim.id not in found:
            yield Draft("dropped", each.claim.id, canonical(DroppedBody(document=document.id))), None


def _draft(claim: Spelled, document: Document, taken: Heir | None, again: bool = False) -> _Told:
    """The event that ``claim`` was found; see ClaimBody. Its keys stand in order."""
    told = [f'"claim":{claim.text}', f'"document":"{document.id}"']
    if again:
        told.insert(0, '"again":true')
    if taken is not None and taken.follows != claim.id:
        told.append(f'"follows":"{taken.follows}"')
    if taken is not None:
        told.append(f'"lineage":{taken.lineage}' if taken.lineage is not None else f'"reason":{canonical(taken.reason)}')
    return Draft("claim", claim.id, f"{{{','.join(told)}}}"), taken


def _telling(claim: Claim) -> dict[str, Any]:
    """What a claim says, wherever its document stands."""
    return claim.model_dump(mode="json", exclude={"document"})


def _keep(connection: Connection, texts: dict[str, str]) -> None:
    """Store the texts that are not there yet."""
    known = found(connection, TEXTS.c.id, TEXTS.c.id, texts)
    put(connection, TEXTS, ("id", "text"), [(digest, texts[digest]) for digest in sorted(texts.keys() - known.keys())])
