"""Text from documents, made fit to print: it cannot steer a terminal, hide, or start a formula, and shows no markup.

What a terminal obeys or a reader cannot see is shown as an escape instead: the C0 and C1
controls, marks that reverse the direction of writing, invisible characters, lone surrogates
(file names that are not Unicode). Joiners stay, since scripts and emoji need them.
"""

from __future__ import annotations

from ledger import patterns as re

UNSEEN = "\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff"
"""Characters that a reader cannot see, or that turn the direction of writing, as a part of a class in a pattern."""

_UNSAFE = re.compile(f"[\x00-\x1f\x7f-\x9f{UNSEEN}]")
UNSAFE_IN_QUOTES = re.compile(f"[\x7f-\x9f{UNSEEN}]")
_COMMAND = "##["
"""Begins a command of GitHub's runners wherever it stands."""
_BLANKS = re.compile(r"[ \t\r\n\f\v\xa0\u2028\u2029]+")
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_CELL_END = re.compile(r"</t[dh]\s*>(?=\s*<t[dh])", re.IGNORECASE)
"""Where one cell of a table ends and the next begins."""
_SIGNED_NUMBER = re.compile(r"[-+]\d[\d,.]*%?")


def visible(text: str) -> str:
    """``text`` with every unsafe character as a Python escape: ``\\x1b``, ``\\u202e``; so is what a build server obeys inside a line."""
    shown = text if text.isascii() and text.isprintable() else _UNSAFE.sub(_escape, text)
    return shown.replace(_COMMAND, "#\\x23[") if _COMMAND in shown else shown


def one_line(text: str) -> str:
    """``visible(text)`` with each run of white space as one blank."""
    return visible(_BLANKS.sub(" ", text))


def many(count: int, noun: str) -> str:
    """``1 claim``, ``2 claims``: a count with its noun, whose plural is regular."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s" if noun[-1:] != "y" else f"{count} {noun[:-1]}ies"


def without_markup(text: str, stand_in: str = "") -> str:
    """``text`` of a page as its reader sees it: ``stand_in`` for each comment and tag, entities as their characters; a bar parts cells.

    A "<" that no letter follows is the text's own. Takes time linear in the length of ``text``.
    """
    if "<" in text:
        before, *comments = text.split("<!--")
        parts = [before]
        for comment in comments:
            _, end, after = comment.partition("-->")
            parts.append(stand_in + after if end else "<!--" + comment)
        text = _TAG.sub(stand_in, _CELL_END.sub(" | ", "".join(parts)))
    if "&" in text:
        from html import unescape  # 2 ms to import

        text = unescape(text)
    return text


def safe_json(text: str) -> str:
    """JSON ``text`` of the same meaning, where unsafe characters stand as ``\\u`` escapes of JSON."""
    safe = text if text.isascii() and "\x7f" not in text else UNSAFE_IN_QUOTES.sub(_json_escape, text)
    return safe.replace(_COMMAND, "#\\u0023[") if _COMMAND in safe else safe


def cell(text: str) -> str:
    """A cell of a spreadsheet: visible, its line ends kept, and never a formula.

    A leading character that spreadsheets take for a formula's gets an apostrophe before it;
    a plain signed number stays as it is.
    """
    if _FORMULA.match(text) and not _SIGNED_NUMBER.fullmatch(text):
        text = "'" + text
    return "\n".join(visible(line) for line in text.replace("\r\n", "\n").split("\n"))


def _escape(match: re.Match[str]) -> str:
    return match.group().encode("unicode_escape").decode("ascii")


def _json_escape(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
