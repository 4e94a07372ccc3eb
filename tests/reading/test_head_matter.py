"""Above an article's headline figures are the page's where lines of the page stand close below; the headline is known by what it tells."""

from __future__ import annotations

import pytest

from tests.reading.shown import blocks

LEAD = "The crane of Velm was repaired on Monday, the harbour master said, after it had stood still for the whole of the winter."
HEADLINE = "Crane of Velm lifts 40 tonnes again"


def above(*lines: str, format: str = "text") -> list[str]:
    """What the lines above a headline and its paragraph are read as."""
    return blocks("\n\n".join([*lines, HEADLINE, LEAD]), format)[: len(lines)]


MENU = ["Share this", "Tides at 9 and 3.9 m", "Gardens 142", "Share this"]


def test_figures_above_a_headline_are_the_pages_close_to_its_lines() -> None:
    assert above(*MENU) == ["~Share this", "~Tides at 9 and 3.9 m", "~Gardens 142", "~Share this"]
    assert blocks("\n\n".join([*MENU, HEADLINE, LEAD]))[4:] == [f"#{HEADLINE}", LEAD]


TOLD = [
    pytest.param(["Tides at 9 and 3.9 m", "Gardens 142"], id="no line of the page"),
    pytest.param(["Share this", "Gardens 142"], id="none below it"),
    pytest.param(["Gardens 142", "Share this"], id="a headline, perhaps"),
    pytest.param(["Share this", "Entry fee: €45", "Share this"], id="a figure with a label"),
    pytest.param(["Share this", "9 May 2031", "Share this"], id="a day"),
    pytest.param(["Share this", "The tide stands at 3.9 metres.", "Share this"], id="a sentence"),
    pytest.param(["Share this", "Gardens 142", "Oster", "Marr", "Pell", "Tarn", "Share this"], id="far from the next line of the page"),
]


@pytest.mark.parametrize("lines", TOLD)
def test_what_may_be_told_above_a_headline_stays(lines: list[str]) -> None:
    assert not any(line.startswith("~") and line[1:] != "Share this" for line in above(*lines))


def test_a_line_that_is_signed_is_the_headline() -> None:
    """Of a live page the first paragraphs tell the last that happened."""
    lines = ["Menu", "Ferries stopped, 840 homes dark as gusts hit coast", "By Ana Ruiz", "Key points", "* Gust of 161 km/h at Cape Lyle"]
    told = "The mayor asked people to stay at home, and said that a school was now a shelter for whoever needs one."
    kinds = [line[:1] for line in blocks("\n\n".join([*lines, "Mayor: stay at home", told]))]
    assert (kinds[1], kinds[4]) == ("#", "-")


def test_no_headline_no_head() -> None:
    text = "\n\n".join([*MENU, "Nine lives", LEAD])
    assert "#Gardens 142" in blocks(text)


def test_a_headline_is_no_story_of_the_list_above_it() -> None:
    lines = ["Most read", "Goat is mayor for the 9th time", HEADLINE, "Harbour master: winter cost 3 ships", "Nell Ansty", LEAD]
    assert blocks("\n".join(lines))[:4] == [
        "~Most read",
        "~Goat is mayor for the 9th time",
        f"#{HEADLINE}",
        "#Harbour master: winter cost 3 ships",
    ]


ROWS = [
    pytest.param("By Nell Ansty · 214 articles", ["@By Nell Ansty", "~214 articles"], id="signed"),
    pytest.param("9 May 2031 | Fog: 3 boats late", ["@9 May 2031", "~Fog: 3 boats late"], id="dated"),
    pytest.param(
        "Oster desk | Updated 2 hours ago | 7 views of it", ["@Oster desk", "~Updated 2 hours ago", "~7 views of it"], id="counted"
    ),
    pytest.param("By Nell Ansty · Crane of 40 tonnes", ["@By Nell Ansty", "#Crane of 40 tonnes"], id="a part that tells"),
    pytest.param("12 km | 640 m up | 4 hours", ["#12 km | 640 m up | 4 hours"], id="facts"),
    pytest.param("Velm | 120 | 340", ["#Velm | 120 | 340"], id="figures alone"),
]


@pytest.mark.parametrize(("row", "expected"), ROWS)
def test_of_a_row_below_a_headline_the_figures_that_tell_nothing_are_the_pages(row: str, expected: list[str]) -> None:
    assert blocks("\n\n".join([HEADLINE, row, LEAD]))[1:-1] == expected


@pytest.mark.parametrize("line", ["You are here: Start » Harbour » 2031", "Archive 2031 / May / No. 77"])
def test_steps_through_a_site_are_its_own(line: str) -> None:
    assert above(line) == [f"~{line}"]


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_each_format_knows_its_head_matter(format: str) -> None:
    lines = [*MENU, HEADLINE, LEAD]
    text = "".join(f"<p>{line}</p>\n" for line in lines) if format == "html" else "\n\n".join(lines)
    assert "~Gardens 142" in blocks(text, format)


def test_a_row_that_is_parted_still_says_who_and_when() -> None:
    from ledger.reading import read_text

    source = read_text("\n\n".join([HEADLINE, "By Nell Ansty, on the quay | 9 May 2031 | Free for 3 days", LEAD])).source
    assert source.published == "2031-05-09"


LINKS = [
    pytest.param("[Goats 12](/g) · [Boats](/b)", ["~Goats 12 · Boats"], id="a row"),
    pytest.param(
        "> [The 9 goats of Marr](/g)\n>\n> [Who counts 12 boats?](/b)", ["~The 9 goats of Marr", "~Who counts 12 boats?"], id="a run"
    ),
    pytest.param(
        "Now: [12 goats](/g) | [The boats of Oster](/b) | [3 cats](/c)", ["~Now: 12 goats | The boats of Oster | 3 cats"], id="a menu"
    ),
    pytest.param("[40 tonnes lifted](/c)", ["#40 tonnes lifted"], id="a heading"),
    pytest.param("## [40 tonnes lifted](/c)\n\n## [9 goats](/g)", ["#40 tonnes lifted", "#9 goats"], id="headings by their mark"),
    pytest.param("[Velm](/v) 340 · [Oster](/o) 112", ["#Velm 340 · Oster 112"], id="figures behind links"),
    pytest.param("[The crane](/c) lifts [40 tonnes](/t).", ["The crane lifts 40 tonnes."], id="a sentence"),
]


@pytest.mark.parametrize(("lines", "expected"), LINKS)
def test_rows_and_runs_of_links_lead_away(lines: str, expected: list[str]) -> None:
    assert blocks(f"{LEAD}\n\n{lines}\n\n{LEAD}", "markdown")[1:-1] == expected
