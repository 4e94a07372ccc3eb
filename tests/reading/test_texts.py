"""What the lines of plain text and of Markdown are."""

from __future__ import annotations

import pytest

from ledger.reading import read_bytes, read_text
from tests.reading.shown import blocks, quoted, shown

WRAPPED = (
    "The harbour board said on Tuesday that some 1,200 people had been\n"
    "moved from the quays. Of those, 40 came back within a week, and 3\n"
    "Norwegians stayed.\n"
)
WIDE = (
    "A second notice, which the board put up on the Thursday of the same week, gave the number of those\n"
    "who had come back as 55 and said that nobody else was waited for; the quays, it went on, would not\n"
    "be opened again before the spring."
)
NARROW = (
    "The last ship had left the harbour in\n"
    "December. Its crew of 12 was paid on 3 July\n"
    "2019 and went home by train, all but the\n"
    "two cooks."
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Forty people came.", ["Forty people came."], id="a paragraph"),
        pytest.param("Forty people came.\n\nThree left.", ["Forty people came.", "Three left."], id="two"),
        pytest.param("One here.\r\n\r\nTwo there.\r\rThree.\f\n\nFour.", ["One here.", "Two there.", "Three.", "Four."], id="line ends"),
        pytest.param(" \n\t\n40 came.\n\xa0\n5 left.  ", ["40 came.", "5 left."], id="white space"),
        pytest.param("\ufeff40 came.", ["40 came."], id="byte-order mark"),
        pytest.param(
            "JOINT OFFICE\nReview of May\nIssued to all", ["#JOINT OFFICE", "#Review of May", "#Issued to all"], id="a stack of lines"
        ),
        pytest.param("Shelter\nA total of 7,550 houses fell.", ["#Shelter", "A total of 7,550 houses fell."], id="a heading over its text"),
        pytest.param(WRAPPED, [" ".join(WRAPPED.split())], id="wrapped"),
        pytest.param(WRAPPED.replace("\n", "\r\n"), [" ".join(WRAPPED.split())], id="wrapped with CR LF"),
        pytest.param(WRAPPED + WRAPPED, [" ".join(WRAPPED.split())] * 2, id="wrapped without blank lines"),
        pytest.param(f"{WIDE}\n\n{NARROW}", [" ".join(WIDE.split()), " ".join(NARROW.split())], id="wrapped at two widths"),
        pytest.param("He spoke of at least\n33 people.", ["He spoke of at least 33 people."], id="an open end"),
        pytest.param("Some 33 people\nwere held.", ["Some 33 people were held."], id="a small letter goes on"),
        pytest.param("The mill re-\nturned 40 percent.", ["The mill re- turned 40 percent."], id="a hyphen at the edge"),
        pytest.param("- 40 came\n- 3 left\n  and wept\n• 5 stayed", ["-40 came", "-3 left and wept", "-5 stayed"], id="bullets"),
        pytest.param(
            "1. Of 40, 3 left.\n2) Two stayed.\n(b) One.\n(c) None.", ["-Of 40, 3 left.", "-Two stayed.", "-One.", "-None."], id="numbers"
        ),
        pytest.param("1. SCOPE\n1.1 Of 40, 3 left.\n1.2 Two stayed.", ["#SCOPE", "-Of 40, 3 left.", "-Two stayed."], id="sections"),
        pytest.param(
            "2.1 million people fled.\n\n6.4 Magnitude Quake", ["2.1 million people fled.", "#6.4 Magnitude Quake"], id="decimals"
        ),
        pytest.param(
            "A\tB\n1\t20\n\nParty    Seats\nAccord   118", ["|A", "|B", "|1", "|20", "|Party", "|Seats", "|Accord: 118"], id="columns"
        ),
        pytest.param("He told\n> about 12 students and\n> 3 teachers.", ["He told about 12 students and 3 teachers."], id="a quoted mail"),
        pytest.param("=====\nForty\n-----\n* * *\nThree came.", ["#Forty", "Three came."], id="rules"),
        pytest.param("## **Power trip**\n\nBy [Jo Ek](#) and *we*.", ["#Power trip", "By Jo Ek and we."], id="borrowed marks"),
        pytest.param("They ate 3*4*5 of 2 * 3 snake_case_names*.", ["They ate 3*4*5 of 2 * 3 snake_case_names*."], id="no marks"),
        pytest.param("See https://a.example/2020/08/05/x-12 (www.b.example/3).", ["See (.".replace("(", "()")], id="addresses"),
        pytest.param("He said [sic] (so) [4].", ["He said [sic] (so) [4]."], id="brackets"),
    ],
)
def test_the_blocks_of_a_text(text, shown):
    assert blocks(text) == shown

@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("# 1. Forty\n\n## What 2.1 GW is ##\n\nIt is.", ["#Forty", "#What 2.1 GW is", "It is."], id="headings"),
        pytest.param("Title\n=====\nForty came.", ["#Title", "Forty came."], id="underlined"),
        pytest.param("**Forty** of *40*, _3_ of __5__ and ***6***.", ["Forty of 40, 3 of 5 and 6."], id="stress"),
        pytest.param("*Two\nlines* of `code` and ~~40~~ 14.", ["Two lines of code and 14."], id="more stress"),
        pytest.param('[Forty](http://a.example/5 "9") [of][x] ![7](8.png)40.\n\n[x]: http://b.example/9', ["Forty of 40."], id="links"),
        pytest.param("* [Six barns](http://a.example/6)\n* [Forty came.](b)", ["~Six barns", "-Forty came."], id="items that are links"),
        pytest.param("[![Chart 5](c.png)](http://a.example/6) 40 came.", ["40 came."], id="a linked image"),
        pytest.param("Our reports: <https://a.example/r/2027-03>.", ["Our reports: ."], id="an address"),
        pytest.param("40 died.[3][4] Ten left.", ["40 died.[3][4] Ten left."], id="notes side by side"),
        pytest.param("40 died.[^1]\n\n[^1]: Register 7/2029.", ["40 died.", "~[^1]: Register 7/2029."], id="a footnote"),
        pytest.param("| A | B |\n|---|--:|\n| 1 | **20** |", ["|A", "|B", "|1", "|20"], id="a table"),
        pytest.param(
            "| Loss | Number |\n|---|---|\n| **Houses** (Tarn) | ~40 |\n|2019|5|\n| Cause | unknown |\n| Dead | 2 | 3 |",
            ["|Loss", "|Number", "|Houses (Tarn): ~40", "|2019", "|5", "|Cause", "|unknown", "|Dead", "|2", "|3"],
            id="labels",
        ),
        pytest.param("A | B\n- | -\n1 | 20\nAfter 3.", ["|A", "|B", "|1", "|20", "After 3."], id="an open table"),
        pytest.param("```\n40 = x\n\n5\n```\nThree came.", ["Three came."], id="code"),
        pytest.param("> Forty\n> came.\n\n1. [x] Three\n2. Two", ["Forty came.", "-[x] Three", "-Two"], id="a quotation"),
        pytest.param("A &amp; B: 40&nbsp;km \\*5 <b>6</b><!-- 7\n8 --><sup>9</sup>.", ["A & B: 40 km *5 6."], id="inline HTML"),
        pytest.param("Forty  \nlines\\\nof it.", ["Forty lines of it."], id="hard breaks"),
    ],
)
def test_the_blocks_of_markdown(text, shown):
    assert blocks(text, "markdown") == shown


def test_plain_text_is_its_own_prose():
    document = read_text("Forty\n\npeople_came.\n")
    assert document.prose.text is document.text
    assert len(document.prose.pieces) == 1


def test_marks_are_passed_over_and_places_are_kept():
    document = read_bytes("It was **33 &nbsp;percent** of [40](#x)\u200b0.".encode(), "a.md")
    assert quoted(document, "33  percent") == "33 &nbsp;percent"
    assert quoted(document, " percent") == "&nbsp;percent"
    assert quoted(document, "of 400") == "of [40](#x)\u200b0"

@pytest.mark.parametrize(
    "head",
    [
        '---\ntitle: Mill closes\nauthor: "Ruth Okell"  # desk\ndate: 2031-03-05T08:00:00Z\nsource: Tarn Post\nlink: http://a.example/5\n---\n',
        "---\r\nTitle: 'Mill closes'\r\nauthors: [Ruth Okell]\r\ntags:\r\n  - 40\r\npublished: 5 March 2031\r\npublisher: Tarn Post\r\nurl: http://a.example/5\r\n---\r\n",
        '+++\ntitle = "Mill closes"\nauthor = "Ruth Okell"\ndate = 2031-03-05\npublisher = "Tarn Post"\nurl = "http://a.example/5"\n+++\n',
    ],
)
def test_front_matter_tells_of_the_source_and_is_no_prose(head):
    document = read_bytes(f"{head}\nForty came.".encode(), "a.md")
    source = document.source
    told = (source.title, source.author, source.published, source.publisher, source.url)
    assert told == ("Mill closes", "Ruth Okell", "2031-03-05", "Tarn Post", "http://a.example/5")
    assert document.prose.text.strip() == "Forty came."


def test_a_rule_at_the_top_is_no_front_matter():
    assert blocks("---\n\nForty came.\n\n---\n\nThree left.", "markdown") == ["Forty came.", "Three left."]


def test_a_label_and_its_figure_stand_where_they_stood():
    document = read_text("Of the fire\n\n| *Houses*   destroyed | about **45** |\n|--|--|\n| Hurt| 3|\n\nIt took 14 hours.", "a.md")
    assert shown(document)[1:] == ["|Houses destroyed: about 45", "|Hurt: 3", "It took 14 hours."]
    assert quoted(document, "45") == "45"
    assert quoted(document, "Houses   destroyed: about") == "Houses*   destroyed | about"
    assert (quoted(document, "Hurt: 3"), quoted(document, "14 hours")) == ("Hurt| 3", "14 hours")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Wait `60` or `2.5 s`; set `wait = 30` and ``a `7` ``.", ["Wait 60 or 2.5 s; set wait = and a 7 ."], id="in a line"),
        pytest.param("One.\n\n```\nx = 1\n```\n\nTwo.", ["One.", "Two."], id="fenced"),
        pytest.param("One.\n\n    x = 1\n    y = 2\n\nTwo.", ["One.", "Two."], id="indented"),
        pytest.param("One.\n\n    Forty came.\n\nTwo.", ["One.", "Forty came.", "Two."], id="indented sentences"),
        pytest.param("- One.\n\n    Of 40, 3\n\nTwo.", ["-One.", "Of 40, 3", "Two."], id="in an item"),
        pytest.param("One.\n\n<pre><code>x = 1\n</code></pre>\n\nTwo.", ["One.", "Two."], id="preformatted"),
    ],
)
def test_code_of_markdown(text, shown):
    assert [block.lstrip("#") for block in blocks(text, "markdown")] == shown
