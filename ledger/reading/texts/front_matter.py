"""The lines between ``---`` or ``+++`` that a Markdown file may begin with."""

from __future__ import annotations

from ledger import patterns as re
from ledger.lexicon import table
from ledger.reading.dates import iso_date
from ledger.records import Source

_LONGEST = 20_000
_FENCE = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n")
_LINE = re.compile(r"([A-Za-z][\w.-]*)[\"']?[ \t]*[:=][ \t]*(.*?)[ \t\r]*$", re.M)
_COMMENT = re.compile(r"\s+#.*$")


def front_matter(text: str) -> tuple[int, Source]:
    """Where the front matter of ``text`` ends (0 without one), and the source that it names.

    Understands ``key: value`` and ``key = "value"`` on lines of their own; deeper structure is passed over.
    """
    fence = _FENCE.match(text)
    if fence is None:
        return 0, Source.known()
    close = re.compile(rf"^{re.escape(fence[1])}[ \t]*\r?$|^\.\.\.[ \t]*\r?$", re.M).search(text, fence.end(), fence.end() + _LONGEST)
    if close is None or not _LINE.search(text, fence.end(), close.start()):
        return 0, Source.known()
    return close.end(), _source(text[fence.end() : close.start()])


def _source(lines: str) -> Source:
    names = {row[0]: row[1] for row in table("metadata.tsv")}
    fields = dict[str, str]()
    for found in _LINE.finditer(lines):
        field, value = names.get(found[1].lower()), _plain(found[2])
        if field == "published":
            value = iso_date(value)
        if field and value and field not in fields:
            fields[field] = value
    return Source.known(**fields)


def _plain(value: str) -> str:
    """A scalar without its quotation marks, or a list in one line as names with commas."""
    value = value.strip()
    if value[:1] in ("'", '"'):
        end = value.find(value[0], 1)
        return value[1:end].strip() if end > 0 else ""
    value = _COMMENT.sub("", value)
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(part.strip().strip("'\"") for part in value[1:-1].split(",") if part.strip())
    return "" if value in ("|", ">", "{}", "[]", "null", "~") else value
