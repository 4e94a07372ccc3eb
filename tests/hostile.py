"""Three hundred inputs that nobody should give us: bytes, marks, figures, forgeries, files, lists of sources."""

from __future__ import annotations

import codecs
import random
from collections.abc import Iterator
from typing import NamedTuple

SENTENCE = "The mayor said that 40 houses were destroyed in Velm on 3 May 2021."
OTHER = SENTENCE.replace("40", "65")
DATED = 'published = "2021-05-04"'


class Hostile(NamedTuple):
    """Files by name, each with what makes it; ``told`` is whether something must be said of them on stderr."""

    name: str
    files: dict[str, bytes]
    told: bool | None = None


def hostile() -> Iterator[Hostile]:
    """All of them, in order; the same every time."""
    yield from _bytes()
    yield from _encodings()
    yield from _marks()
    yield from _figures()
    yield from _forgeries()
    yield from _fronts()
    yield from _sources()


def _bytes() -> Iterator[Hostile]:
    """What is no text."""
    chance = random.Random(1)
    heads = (
        b"\x89PNG\r\n\x1a\n", b"%PDF-1.7\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"\x7fELF", b"GIF89a", b"\xff\xd8\xff\xe0",
        b"SQLite format 3\0",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"BZh9", b"\xfd7zXZ\0", b"MZ\x90\0", b"{\\rtf1", b"OggS\0", b"\0asm\x01",
    )  # fmt: skip
    for head in heads:
        yield Hostile(f"binary {head[:6]!r}", {"a.txt": head + chance.randbytes(3000)}, head != b"{\\rtf1" or None)
    for name, data in {
        "nothing": b"", "blanks": b" \n\t \r\n", "a byte-order mark": codecs.BOM_UTF8, "one zero": b"\0", "zeros": bytes(5000),
        "a zero inside": SENTENCE.encode().replace(b" ", b"\0", 1), "noise": chance.randbytes(20_000), "controls": bytes(range(32)) * 200,
        "deletes": b"\x7f" * 4000, "escapes": b"\x1b[2J" * 500,
    }.items():  # fmt: skip
        for suffix in ("txt", "html", "md"):
            yield Hostile(f"{name} as {suffix}", {f"a.{suffix}": data}, None if name in ("deletes", "escapes") else True)
    yield Hostile("a suffix that is not read", {"a.exe": b"40 houses"}, True)
    yield Hostile("no suffix", {"a": SENTENCE.encode()}, True)
    yield Hostile("one long line", {"a.txt": SENTENCE.encode() * 100}, False)
    yield Hostile("one long word", {"a.txt": b"a" * 300_000}, False)


def _encodings() -> Iterator[Hostile]:
    """Text that is no UTF-8, and what only looks like it."""
    for encoding in ("utf-16", "utf-32", "utf-8-sig"):
        yield Hostile(encoding, {"a.txt": SENTENCE.encode(encoding)}, False)
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        yield Hostile(f"{encoding} without its mark", {"a.txt": SENTENCE.encode(encoding)}, True)
    for encoding in ("utf-16", "utf-32"):
        yield Hostile(f"{encoding} that breaks off", {"a.txt": SENTENCE.encode(encoding)[:-1]}, True)
    foreign = "Мэр сказал, что сгорело 40 домов, и ещё 65 повреждены, 3 мая 2021 года в Вельме. " * 9
    for encoding in ("cp1251", "koi8-r", "iso8859-5", "cp866", "mac-cyrillic"):
        yield Hostile(encoding, {"a.txt": foreign.encode(encoding)})
    asian = "市長は2021年5月3日に40軒の家が焼けたと述べた。" * 20
    for encoding in ("shift-jis", "euc-jp", "iso-2022-jp"):
        yield Hostile(encoding, {"a.txt": asian.encode(encoding)})
    for encoding in ("gb18030", "big5"):
        yield Hostile(encoding, {"a.txt": ("市長說有40間房屋被毀" * 20).encode(encoding)})
    for number, wrong in enumerate(
        (b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\x80", b"\xe2\x82", b"\xff", b"\xfe\xfe\xff\xff",
        b"\xf8\x88\x80\x80\x80", b"\xc3(")
    ):
        yield Hostile(f"broken UTF-8 {number}", {"a.txt": SENTENCE.encode() + wrong + b" more of it, caf\xc3\xa9."}, True)
        yield Hostile(f"broken UTF-8 {number} in a page", {"a.html": b"<p>" + SENTENCE.encode() + wrong + b"</p>"}, True)
    for declared in ("utf-7", "nonsense", "utf-16", "rot13", "hex", "idna", "unicode_escape", "x" * 5000, "\n"):
        page = b"<meta charset='" + declared.encode() + b"'><p>" + SENTENCE.encode() + b" caf\xe9</p>"
        yield Hostile(f"a page that declares {declared[:12]!r}", {"a.html": page}, True)


def _marks() -> Iterator[Hostile]:
    """Markup without end, and too deep."""
    body = SENTENCE.encode()
    for unit in ("<div>", "<blockquote>", "<table><tr><td>", "<ul><li>", "<b>", "<p>", "<a href='x'>", "</div>", "<script>", "<!--",
    "<![CDATA[", "<svg>"):
        yield Hostile(f"{unit} without end", {"a.html": unit.encode() * 20_000 + body})
    for unit in ("&", "&#", "&#x", "&amp", "&#999999999999;", "&#x110000;", "&#xD800;", "&#0;", "&nbsp", "&notanentity;", "<", "<a ",
    "<!", "<?", "</", "\"'<>"):
        yield Hostile(f"{unit} without end", {"a.html": b"<p>" + unit.encode() * 5_000 + body})
    for unit in ("[", "![", "](", "*", "**a", "_", "`", "```\n", "~~~\n", "> ", "- ", "#", "# ", "|", "| a ", "<!--", "[^1]", "\\",
    "1. ", "    ", "---\n", "[a]: b\n"):
        yield Hostile(f"{unit!r} in Markdown", {"a.md": unit.encode() * 20_000 + b"\n\n" + body})
    laughs = "<!DOCTYPE x [" + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12)) + "]><p>&l11;</p>"
    yield Hostile("a billion laughs", {"a.html": laughs.encode()})
    yield Hostile("attributes without end", {"a.html": b"<p " + b"a='b' " * 50_000 + b">" + body})
    yield Hostile("an attribute without end", {"a.html": b"<p title='" + b"x" * 300_000 + body})


def _figures() -> Iterator[Hostile]:
    """Figures that no number can hold."""
    many = "9" * 10_000
    for text in (
        many, f"{many} percent", f"${many} million", f"0.{many}", f"1e{many}", "10^999999", "1e999999", "-1e999999 percent",
        "10^-999999", "1/0", "0/0 percent",
        f"{many}/{many}", f"{many} of {many} houses", "1" + ",000" * 3000, "1" + ".000" * 3000, "1," * 5000, "1 " * 5000, "½" * 5000,
        "99 May 99999",
        "31 February 2021", "0 January 0", "32/13/0000", "9999-99-99", f"in {many}", f"aged {many}", f"{many} years ago",
        "a million million million million houses",
        "million " * 3000, "thirty " * 3000, "point " * 3000, "half a " * 3000, "per cent " * 3000, "٤٠ houses", "４０ houses",
        "𝟜𝟘 houses", "४० houses", "④ houses",
        "Ⅻ houses", "NaN percent", "inf houses", "Infinity houses", "0x28 houses", "40e0 houses", "4_0 houses", "--40 houses", "+-40%",
        "40%%%%", "$$40", "€40€40",
        "between 40 and 30 houses", f"{many} to {many} houses", "40-" * 4000, "40–50–60–70 houses", "(" * 5000 + "40 houses",
        "1st" * 3000, "31st of Nevember", "25:61 houses",
        "twenty-nine of the thirty-one of the twenty-nine of the thirty-one", "on the 99th of May", "the 1900000000s", "week 99 of 2021",
    ):  # fmt: skip
        yield Hostile(f"figure {text[:30]!r}", {"a.txt": f"The fire took {text} in Velm. {SENTENCE}".encode(),
        "b.txt": OTHER.encode()}, False)


PAYLOADS = (
    "::error file=x::owned", "::set-output name=a::b", "##[error]owned", "%0A::warning::owned", "\n::error::owned\n", "=cmd()",
    "+cmd|' /C calc'!A0", "@SUM(1)",
    "[link](x)", "[red]owned[/red]", "[/]", "[@click=app.quit]x[/]", "</script><script>owned()</script>",
    "]]><failure message='owned'/>", "<!-- -->",
    '"},{"description":"owned', "\\", "\x1b[31mowned", "\x1b]8;;http://owned\x07x\x1b]8;;\x07", "\x1b]0;owned\x07", "\x9b2J",
    "\x07\x08\x7f", "\u202eowned\u202c",
    "\u2066owned\u2069", "\u200bowned\ufeff", "a\u2028::error::owned", "\ufffe\uffff", "${{ secrets.X }}", "$(touch owned)",
    "`touch owned`", "'; DROP TABLE claims;--",
    "%s%n%x{0}{x}", "\U000e0041owned", "\t=cmd()", "e\u0301" * 300,
)  # fmt: skip


def _forgeries() -> Iterator[Hostile]:
    """What programs that read our output might obey: in sentences, in what is known of a source, in names of files."""
    for payload in PAYLOADS:
        said = SENTENCE.replace("houses", f"houses {payload}")
        yield Hostile(f"{payload[:24]!r} in a text", {"a.txt": said.encode(), "b.txt": OTHER.encode()}, None)
        quoted = '"' + "".join(each if each.isprintable() and each not in '"\\' else f"\\U{ord(each):08x}" for each in payload) + '"'
        entry = f'[[source]]\nfile = "a.txt"\n{DATED}\ntitle = {quoted}\npublisher = {quoted}\nauthor = {quoted}\nurl = {quoted}\n'
        yield Hostile(f"{payload[:24]!r} in a source", {"a.txt": SENTENCE.encode(), "b.txt": OTHER.encode(),
        "sources.toml": entry.encode()}, None)
        name = payload.replace("/", "∕").replace("\0", "")[:60].encode()[:200].decode(errors="ignore")
        yield Hostile(f"{payload[:24]!r} in a name", {f"a{name}.txt": SENTENCE.encode(), f"{name}.md": OTHER.encode()}, None)


def _fronts() -> Iterator[Hostile]:
    """Front matter that is none."""
    for head in (
        "---\n", "---\ndate: 2021-99-99\n---\n", "---\ndate: " + "9" * 9000 + "\n---\n", "---\n" + "a: b\n" * 20_000,
        "---\n" + "- " * 20_000 + "\n---\n", "---\na: &a [*a, *a]\n---\n",
        "---\ntitle: \x1b[31m\n---\n", "---\ntitle:\n  - x\n  - y\n---\n", "+++\ndate = 2021-05-04\n+++\n",
        "---\n" + "{" * 20_000 + "\n---\n", '---\ntitle: "\n---\n', "---\ndate: today\n---\n",
    ):  # fmt: skip
        yield Hostile(f"front matter {head[4:24]!r}", {"a.md": head.encode() + SENTENCE.encode()}, None)


def _sources() -> Iterator[Hostile]:
    """Lists of sources that are malformed, of wrong types, or made to be slow."""
    for table in (
        "[[source]\n", "source = 3", "[source]\nfile = 'a.txt'", "source = [1, 2]", "[[source]]\nfile = 1",
        "[[source]]\nfile = 'a.txt'\npublished = []",
        "[[source]]\nfile = 'a.txt'\npublished = '2021-99-99'", "[[source]]\nfile = 'a.txt'\npublished = 1e400",
        "[[source]]\nfile = 'a.txt'\ntitle = nan",
        "[[source]]\nfile = 'a.txt'\nowner = 'x'", "[[source]]\ntitle = 'x'", "x = " + "[" * 20_000, "x = " + "{a=" * 20_000,
        "a" + ".a" * 20_000 + " = 1",
        "x = '" + "y" * 300_000, "x = 1\nx = 2", "[[source]]\nfile = 'a.txt'\npublished = 99999-01-01", "x = 0x" + "f" * 20_000,
        "x = " + "9" * 20_000, "\0", "\x1b[31m = 1",
        "[[source]]\nfile = '../../etc/passwd'\ntitle = 3", "[tool]\nx = 1",
    ):  # fmt: skip
        yield Hostile(f"sources {table[:34]!r}", {"a.txt": SENTENCE.encode(), "sources.toml": table.encode()}, True)
    yield Hostile("sources that are no UTF-8", {"a.txt": SENTENCE.encode(), "sources.toml": b"[[source]]\nfile = '\xff'"}, True)
    yield Hostile("sources that are many", {"a.txt": SENTENCE.encode(), "sources.toml": b"[[source]]\nfile = 'b.txt'\n" * 20_000}, True)
    yield Hostile("sources of a file that is not there", {"a.txt": SENTENCE.encode(), "sources.toml": b"[[source]]\nfile = 'c.txt'\n"},
    True)
