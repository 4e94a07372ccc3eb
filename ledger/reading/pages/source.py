"""What a page says of its own source: in its head, in its data for machines, in its first time stamp."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any

from ledger import patterns as re
from ledger.lexicon import table
from ledger.reading.dates import iso_date
from ledger.reading.pages.page import Page
from ledger.reading.pages.tags import Tag
from ledger.records import Source

_ATTRIBUTE = re.compile(r"""([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_SITE = re.compile(r"\s+(?:[|–—·«»-]|::)\s+")
_DEEPEST, _LONGEST_SITE = 6, 6
_Fields = dict[str, str]


def page_source(page: Page) -> Source:
    """The source that ``page`` names; its title without the name of the site behind it."""
    machine, head, stamp, title = _Fields(), _Fields(), "", ""
    for tag in page.told:
        attributes = _attributes(tag)
        if tag.name == "script" and "ld+json" in attributes.get("type", ""):
            for field, value in _machine_fields(page.source[_content_start(tag) : tag.content_end]):
                machine.setdefault(field, value)
        elif tag.name == "meta":
            named = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
            _put(head, _NAMES.get(named, ""), attributes.get("content", ""))
        elif tag.name == "link" and "canonical" in attributes.get("rel", "").lower():
            head["url"] = attributes.get("href", "")
        elif tag.name == "time" and not stamp:
            stamp = iso_date(attributes.get("datetime", ""))
        elif tag.name == "title" and tag.content_end >= 0 and not title:
            title = " ".join(html.unescape(page.source[_content_start(tag) : tag.content_end]).split())
    fields = machine | {field: value for field, value in head.items() if value}
    fields.setdefault("published", stamp)
    headline, *sites = _SITE.split(title)
    fields.setdefault("title", headline)
    if sites and len(sites[-1].split()) <= _LONGEST_SITE:
        fields.setdefault("publisher", sites[-1])
    return Source.known(**{field: _clean(value) for field, value in fields.items()})


_NAMES = {row[0]: row[1] for row in table("metadata.tsv")}


def _content_start(tag: Tag) -> int:
    return tag.start + 1 + len(tag.name) + len(tag.attributes) + 1


def _attributes(tag: Tag) -> _Fields:
    return {name.lower(): html.unescape(next(filter(None, values), "")) for name, *values in _ATTRIBUTE.findall(tag.attributes)}


def _put(fields: _Fields, field: str, value: str) -> None:
    value = iso_date(value) if field == "published" else value.strip()
    if field == "author" and "://" in value:
        return
    if field and value:
        fields.setdefault(field, value)


def _machine_fields(data: str) -> Iterator[tuple[str, str]]:
    """The fields that JSON-LD gives; nothing when it is malformed."""
    import json

    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return
    for thing in _things(found, 0):
        fields = _Fields()
        for key, value in thing.items():
            _put(fields, _NAMES.get(key.lower(), ""), _name(value))
        yield from fields.items()


def _things(found: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The objects that describe an article: those that have a headline or a date of publication."""
    if depth > _DEEPEST:
        return
    if isinstance(found, dict):
        if "headline" in found or "datePublished" in found:
            yield found
        found = list(found.values())
    if isinstance(found, list):
        for inner in found[:100]:
            yield from _things(inner, depth + 1)


def _name(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value[:8])))
    if isinstance(value, dict):
        return _name(value.get("name"))
    return value if isinstance(value, str) else ""


def _clean(value: str) -> str:
    """One line of valid Unicode: escapes in JSON can spell half of a surrogate pair."""
    return " ".join(value.encode("utf-8", "replace").decode().split())[:2000]
