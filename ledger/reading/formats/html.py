"""HTML pages as they are saved: the article without the page around it."""

from __future__ import annotations

from ledger import patterns as re
from ledger.reading.decoding import decoded
from ledger.reading.matter import with_matter
from ledger.reading.prose import prose
from ledger.reading.reader import PAGES, Reader, Reading
from ledger.reading.sources import merged

_CHARSET = re.compile(
    rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?([\w:.-]{2,30})|^<\?xml\b[^>]{0,80}?encoding\s*=\s*[\"']([\w:.-]{2,30})", re.I
)
_LOOKS_LIKE = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<!--.{0,600}?-->\s*|<\?xml[^>]{0,200}>\s*)*<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])", re.I | re.S
)


def _read(data: bytes, path: str) -> Reading:
    from ledger.reading.pages import article
    from ledger.reading.pages.page import Page
    from ledger.reading.pages.source import page_source

    charset = _CHARSET.search(data, 0, 4096)
    text = decoded(data, path, (charset[1] or charset[2]).decode("ascii", "ignore") if charset else "")
    page = Page(text)
    laid = article.laid_out(page)
    found, head = with_matter(page.text, laid.blocks)
    return Reading(text, prose(page.text, page.pieces, found, laid.labels), merged(page_source(page), head))


def _looks_like_html(head: bytes) -> bool:
    return _LOOKS_LIKE.match(head) is not None


reader = Reader(code="html", suffixes=PAGES, read=_read, recognises=_looks_like_html, marks=(b"<", b"&"))
