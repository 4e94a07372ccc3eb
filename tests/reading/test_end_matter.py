"""Behind an article's last paragraph short lines are the page's when they follow what is, and what is said there is still read."""

from __future__ import annotations

import pytest

from tests.reading.shown import blocks

PARAGRAPH = (
    "The council of Velm met on Monday in the old customs house and heard the harbour master, who said the crane would be repaired "
    "before the spring tides return."
)


def below(*lines: str, format: str = "text") -> list[str]:
    """What the lines below an article's last paragraph are read as."""
    return blocks("\n\n".join(["The crane of Velm", PARAGRAPH, *lines]), format)[2:]


PAGE = [
    pytest.param("Theme: Quiet Water by Nell, 2.1", id="a label without a figure behind it"),
    pytest.param("What 12 winters at sea have taught me", id="another story's headline"),
    pytest.param("1 Palace Quay, 10 440 Talvast", id="an address"),
    pytest.param("Set in Caslon 11 on 13", id="a printer's note"),
]


@pytest.mark.parametrize("line", PAGE)
def test_a_line_that_ends_no_sentence_is_the_pages_behind_a_line_that_is(line: str) -> None:
    assert below("© 2031 The Velm Post", line)[-1] == f"~{line}"
    assert below(line)[-1] != f"~{line}", "nothing above it is the page's"
    assert blocks(f"The crane of Velm\n\n© 2031 The Velm Post\n\n{line}\n\n{PARAGRAPH}")[2] != f"~{line}", "a paragraph follows"


TOLD = [
    pytest.param("Entry fee: €45", id="a figure with a label"),
    pytest.param("20 January 2025 at 08:14", id="a day, as over a reader's comment"),
    pytest.param("The crane lifts 40 tonnes.", id="a sentence"),
    pytest.param("- 40 tonnes for the crane", id="an item of a list"),
    pytest.param(
        f"{PARAGRAPH[:-1]} and with it some forty of the 300 boats that had left for the yards of Oster", id="a long line cut off"
    ),
]


@pytest.mark.parametrize("line", TOLD)
def test_what_is_said_behind_a_line_of_the_page_is_read(line: str) -> None:
    assert not below("© 2031 The Velm Post", line)[-1].startswith("~")


FEET = [
    pytest.param(
        "Join us: text CRANE to 80808. Set in 11 on 13", ["~Join us: text CRANE to 80808.", "~Set in 11 on 13"], id="a number to text"
    ),
    pytest.param("Markets: page 22. Index 7,418 (+3)", ["~Markets: page 22.", "~Index 7,418 (+3)"], id="a page"),
    pytest.param(
        "The crane lifts 40 tonnes now. Newsletter: 9,400 readers.",
        ["The crane lifts 40 tonnes now.", "~Newsletter: 9,400 readers."],
        id="a sentence among its parts",
    ),
    pytest.param("Approved 2 May 2030. Tel. 555 0171", ["@Approved 2 May 2030.", "~Tel.", "~555 0171"], id="a day among its parts"),
    pytest.param("It lifts 40. The quay is 300 metres.", ["It lifts 40. The quay is 300 metres."], id="no foot"),
    pytest.param(
        "It lifts 1 400 tonnes. Some 300 boats have left.",
        ["It lifts 1 400 tonnes. Some 300 boats have left."],
        id="a thousand in a sentence",
    ),
    pytest.param("The story is on page 22.", ["The story is on page 22."], id="one part"),
]


@pytest.mark.parametrize(("line", "expected"), FEET)
def test_of_a_foot_what_is_no_sentence_is_the_pages_when_one_part_is(line: str, expected: list[str]) -> None:
    assert below(line) == expected


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_each_format_knows_its_end_matter(format: str) -> None:
    lines = ["The crane of Velm", PARAGRAPH, "© 2031 The Velm Post", "Set in Caslon 11 on 13"]
    text = "".join(f"<p>{line}</p>\n" for line in lines) if format == "html" else "\n\n".join(lines)
    assert blocks(text, format)[-1] == "~Set in Caslon 11 on 13"
