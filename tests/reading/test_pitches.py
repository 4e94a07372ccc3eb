"""Each shape of what a page says to its reader tells the line beside it, which no other does, and spares the plain one."""

from __future__ import annotations

import pytest

from ledger.lexicon import table
from ledger.lexicon.shapes import pattern, shapes
from ledger.reading import pitches
from tests.reading.test_furniture import is_furniture

FILE = "pitches.tsv"
SHAPES = [pytest.param(shape, id=f"{shape.of}: {shape.name}") for shape in shapes(FILE)]


PLAIN = [line.strip() for line in """
    Subscribers pay £4 a month and most have stayed.
    Some 40,000 readers subscribe for £4 a month.
    Support for families will rise to £40 a week.
    Support for the government fell from 40 to 31 per cent.
    Try four weeks without sugar for £40 of savings, the clinic said.
    Save the pool for £2m, say campaigners
    Give nurses £40 a week more, members say
    Three issues divided the 12 ministers.
    The magazine sold three issues for the price of one.
    Six months for £40m, judge told
    Join the 12 ministers from £4-a-day inns
    Share prices fell 12% and views were mixed.
    Comments by 12 ministers were read out.
    Share of votes 38
    Downloads top 12m
    Comments closed on 12 May after 400 replies, the council said.
    Shop sales fell 20%
    Win over Velm lifts Rovers to 12 points
    Shares in the mill fell 4 percent in 3 days | Velm
    Jobs 850 | Profit 12m | Sales 40m | Debt 9m
    The next issue is pay: 40,000 teachers have had no rise.
    The film was shared 12,000 times in 3 days.
    Play stopped for 12 minutes.
    In 2019 12 posts were cut.
    Get a bus from £2 a day in Velm
    40 people have died in the floods this week.
    Documents: 40 were found in the house, police said.
    Documents 40 years old were found
    Older: 12 percent of pensioners say they feel it.
    Attachments to 12 ministers were confirmed.
    In this issue 12 people were hurt.
    This article appears in 12 papers, the judge said.
    Cited by 12 ministers as the reason, the law fell.
    Some 23 thoughts on life were 'free'.
    Responses: 412 households
    Live: 118 killed as ship sinks
    Votes: Reds 40 > Blues 31 > Greens 12
    Home > 40 percent / lost 12
    « 12 people died », said he.
    Next stop → 12 towns
    A year → 40 deaths
    It closed 50 years ago today
    He died 50 years ago
    Was this report useful? Of 40 members 12 said so.
    Opening times differ in 40 towns.
    Older 12-year-olds fared better.
    328 votes
    Port Caldera | 01 | 121 | 1
    San Telmo | 4 | 62 | 0
    Ashby | 11 | 8 | 26
    Rovers  12  8  2  2  26
    86,500 visitors
    2,914 responses
    Citations 412
    12 hits
    40 visits
""".strip().splitlines()]  # fmt: skip


@pytest.mark.parametrize("line", PLAIN)
def test_a_line_of_the_world_is_no_furniture(line):
    assert is_furniture(line) == [False]


@pytest.mark.parametrize(
    "line",
    [
        "Share  214 comments 38", "Reuse this content   Share   162", "Like 34 Share Tweet", "Next issue: Eel 101.",
        "Results | Tables | Jobs | Win £500",
    ],
)
def test_a_tally_of_buttons_is_furniture(line):
    assert is_furniture(line) == [True]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_line_beside_a_shape_is_furniture(shape):
    assert is_furniture(shape.told) == [True]


@pytest.mark.parametrize("shape", SHAPES)
def test_it_is_so_by_this_shape(shape, monkeypatch):
    others = [each.text for each in shapes(FILE) if each.of == shape.of and each != shape] or ["(?!)"]
    monkeypatch.setitem(pitches._SHAPES, shape.of, pattern(FILE, others))
    assert is_furniture(shape.told) == [False]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_plain_line_is_of_the_world(shape):
    assert is_furniture(shape.plain) == [False]


def test_every_word_and_piece_is_used():
    written = "\n".join(cell for row in table(FILE) for cell in row[2:3])
    named = [row[1] for row in table(FILE) if row[0] in ("words", "piece")]
    assert [name for name in named if f"{{{name}}}" not in written] == ["pitching", "showing", "sky"]
