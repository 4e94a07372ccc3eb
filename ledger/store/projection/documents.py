"""Documents, their sources, and the paths where they stand."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, false, select, true, update

from ledger.store.canonical import parsed
from ledger.store.chain import Event
from ledger.store.projection.touched import Touched
from ledger.store.rows import among, found, parts, put_mappings, rewrite_mappings
from ledger.store.tables import CLAIMS, DOCUMENTS, PATHS, SOURCES


def documents(touched: Touched, events: list[Event]) -> None:
    """A document read at a path: it is the one that stands there from now on."""
    connection = touched.connection
    bodies = [parsed(event.body) for event in events]
    labels = _sources(connection, events, bodies)
    known = found(connection, DOCUMENTS.c.id, DOCUMENTS.c.seq, (body["id"] for body in bodies))
    places = _places(connection, bodies)
    fresh, again, moved = dict[int, dict[str, Any]](), dict[int, dict[str, Any]](), set[int]()
    for event, body in zip(events, bodies, strict=True):
        seq = known.setdefault(body["id"], event.seq)
        place = places.setdefault(body["path"], {"seq": event.seq, "path": body["path"], "document": seq, "versions": 0})
        if place["document"] != seq or not place["versions"]:
            moved |= {place["document"], seq}
            place |= {"document": seq, "versions": place["versions"] + 1}
        row = {
            "seq": seq, "event": event.seq, "id": body["id"], "path": body["path"], "format": body["format"], "text": body["text"],
            "source": labels[label(body["source"])], "version": place["versions"], "previous": body.get("previous"),
            "rules": body["rules"], "claims": body["claims"], "at": event.at,
        }  # fmt: skip
        (fresh if seq == event.seq or seq in fresh else again)[seq] = row
    put_mappings(connection, DOCUMENTS, [{**row, "current": True} for row in fresh.values()])
    rewrite_mappings(connection, DOCUMENTS, list(again.values()))
    _placed(connection, list(places.values()))
    touched.claims |= _current(connection, moved, fresh.keys())


def label(source: dict[str, str]) -> str:
    """All that is known of a source in one line, different for different sources."""
    return " | ".join(source[field].replace("|", "\\|") for field in ("publisher", "title", "author", "published", "url"))


def _sources(connection: Connection, events: list[Event], bodies: list[dict[str, Any]]) -> dict[str, int]:
    known = found(connection, SOURCES.c.label, SOURCES.c.seq, (label(body["source"]) for body in bodies))
    fresh = []
    for event, body in zip(events, bodies, strict=True):
        name = label(body["source"])
        if name not in known:
            known[name] = event.seq
            fresh.append({"seq": event.seq, "label": name, **body["source"]})
    put_mappings(connection, SOURCES, fresh)
    return known


def _places(connection: Connection, bodies: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    places = {}
    for part in parts(body["path"] for body in bodies):
        for row in connection.execute(select(PATHS).where(among(connection, PATHS.c.path, part))).mappings():
            places[row["path"]] = {**row, "known": True}
    return places


def _placed(connection: Connection, places: list[dict[str, Any]]) -> None:
    rewrite_mappings(connection, PATHS, [place for place in places if place.pop("known", False)])
    known = found(connection, PATHS.c.path, PATHS.c.seq, (place["path"] for place in places))
    fresh = [place for place in places if place["path"] not in known]
    put_mappings(connection, PATHS, fresh)


def _current(connection: Connection, moved: set[int], fresh: Any) -> set[int]:
    """Settle which of the documents ``moved`` are current, and their claims with them; the claims that it may concern."""
    claims = set[int]()
    for part in parts(sorted(moved)):
        here = set(connection.execute(select(PATHS.c.document).where(among(connection, PATHS.c.document, part))).scalars())
        for current, group in ((True, here), (False, set(part) - here)):
            is_now = DOCUMENTS.c.seq.in_(group)
            connection.execute(update(DOCUMENTS).where(is_now).values(current=true() if current else false()))
        older = [seq for seq in part if seq not in fresh]
        if older:
            claims |= set(connection.execute(select(CLAIMS.c.seq).where(among(connection, CLAIMS.c.document, older))).scalars())
    return claims
