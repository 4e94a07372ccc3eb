"""Comments that speak to this program, and the paragraph that each is about."""

from __future__ import annotations

import time

import pytest

from ledger.reading import read_bytes
from ledger.reading.directives import directives

COMMENT = "<!-- factledger: ignore X101 -- why -->"


@pytest.mark.parametrize(
    ("format", "text", "about"),
    [
        ("markdown", f"One.\n\nTwo, {COMMENT}\nthree.\n\nFour.\n", f"Two, {COMMENT}\nthree."),
        ("markdown", f"One.\n\nTwo. {COMMENT}\n\nThree.\n", "Two."),
        ("markdown", f"One.\n\n{COMMENT}\nTwo\nand more.\n\nThree.\n", "Two\nand more."),
        ("markdown", f"One.\n\n{COMMENT}\n\nTwo.\n\nThree.\n", "Two."),
        ("markdown", f"{COMMENT}\n{COMMENT}\n\nOne.\n", "One."),
        ("markdown", f"# One\n\n- two {COMMENT}\n- three\n", "two"),
        ("markdown", f"One.\n\n**Two.** {COMMENT}\n", "Two."),
        ("markdown", f"One.\r\n\r\n{COMMENT}\r\nTwo.\r\n", "Two."),
        ("markdown", f"One.\n\n{COMMENT}\n", ""),
        ("html", f"<p>One.</p>\n<p>Two, {COMMENT} three.</p><p>Four.</p>", f"Two, {COMMENT} three."),
        ("html", f"<p>One.</p>\n<p>Two, <b>three.</b>\n {COMMENT}</p><p>Four.</p>", "Two, <b>three."),
        ("html", f"<p>One.</p>\n{COMMENT}\n<p>Two.</p><p>Three.</p>", "Two."),
        ("html", f"<p>One.<br>{COMMENT}Two.</p><p>Three.</p>", "Two."),
        ("html", f"<ul><li>One.</li><li>{COMMENT}Two.</li></ul>", "Two."),
        ("html", f"<p>One.</p>{COMMENT}", ""),
    ],
)
def test_a_comment_is_about_its_paragraph(format, text, about):
    found = directives(read_bytes(text.encode(), format=format))
    assert {text[each.first : each.last] for each in found} == {about}
    assert {each.said for each in found} == {"ignore X101 -- why"}
    assert all(text[each.start : each.end] == each.quote == COMMENT for each in found)
    assert [each.line for each in found] == [text.count("\n", 0, each.start) + 1 for each in found]


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("text", f"One. {COMMENT}\n"),
        ("markdown", f"One, `{COMMENT}`, two.\n"),
        ("markdown", f"One.\n\n```\n{COMMENT}\n```\n\nTwo.\n"),
        ("markdown", "One. <!-- factledger : ignore X101 -- why -->\n"),
        ("markdown", "One. <!-- see factledger: ignore X101 -- why -->\n"),
        ("html", f"<p>One.</p><script>{COMMENT}</script><style>{COMMENT}</style>"),
        ("html", '<p title="<!-- factledger: ignore X101 -- why -->">One.</p>'),
        ("html", "<p>One, &lt;!-- factledger: ignore X101 -- why --&gt;</p>"),
    ],
)
def test_what_is_no_comment_says_nothing(format, text):
    assert directives(read_bytes(text.encode(), format=format)) == ()


def test_a_comment_without_end_is_cut():
    (found,) = directives(read_bytes(b"One. <!-- factledger: ignore X101 " + b"x " * 10_000, format="markdown"))
    assert (len(found.quote), len(found.said) <= 1000) == (200, True)


PIECES = [COMMENT, f"`{COMMENT}", f"{COMMENT}\n", "<!-- factledger:", f"<!--{' ' * 99}", "`factledger:` ", f"<p>{COMMENT}"]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("format", ["markdown", "html"])
def test_hostile_texts_take_linear_time(format, piece):
    seconds = []
    for count in (2_000, 16_000):
        document = read_bytes(b"One. " + piece.encode() * count, format=format)
        start = time.process_time()
        directives(document)
        seconds.append(time.process_time() - start)
    assert seconds[1] < 24 * max(seconds[0], 0.05)
