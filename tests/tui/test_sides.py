"""A finding's sides, how they differ and why they were paired, as lines of cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.records import Level
from ledger.service import Filter, Ledger
from tests.tui.conftest import ledger_of
from tui.sides import differences, numbered, sides
from tui.styled import Run, cells, fitted, lines_of
from tui.waterfall import waterfall
from tui.widgets.source import Source


def _plain(lines):
    return ["".join(run.text for run in line).rstrip() for line in lines]


@pytest.fixture
def roadmaps(seeds):
    with Ledger(str(seeds)) as book:
        return book.finding(book.findings(Filter(code="X102"))[0].id)


def test_two_sides_stand_abreast_with_their_differences_between(roadmaps):
    text = _plain(sides(roadmaps, None, 71))
    first = next(line for line in text if line.startswith(" 1 "))
    assert [part.strip() for part in first.split("│")] == ["1 Mezentsev · 2020-07-31", "2 Siamashka · 2020-07-31"]
    fields = {line.split()[2]: (line.split()[0], line.split()[1], line.split()[3]) for line in text if " ≠ " in line}
    assert fields["value"] == ("27/31", "≠", "28.5/30")
    assert fields["whole"] == ("31", "≠", "30")
    assert fields["speaker"] == ("Mezentsev", "≠", "Siamashka")


@pytest.mark.parametrize("width", [24, 40, 71, 118, 198])
def test_no_line_is_wider_than_its_room_and_every_side_is_there(roadmaps, width):
    lines = sides(roadmaps, "Ben", width)
    assert all(cells(line) <= width for line in lines)
    marked = "".join(run.text for line in lines for run in line if run.style == "bold reverse").replace(" ", "")
    for claim in roadmaps.finding.claims:
        assert "".join(claim.span.quote.split()) in marked
    assert len(numbered(roadmaps)) == len(roadmaps.finding.claims)


def test_of_a_thing_that_all_speak_of_the_first_sides_are_shown_and_how_many_more_there_are(seeds, roadmaps):
    with Ledger(str(seeds)) as book:
        few = book.finding(roadmaps.row.id, most=3)
    assert few.finding.claims == roadmaps.finding.claims[:3]
    assert roadmaps.more == 0
    assert f"and {len(roadmaps.finding.claims) - 3} more" in _plain(sides(few, None, 80))


def test_more_than_two_sides_stand_in_a_table(roadmaps):
    table = _plain(differences(roadmaps.finding.claims[:3], 90))
    assert table[0].split() == ["1", "2", "3"]
    assert table[1].split() == ["=", "value", "31", "31", "31"]


def test_a_waterfall_begins_each_bar_where_the_last_one_ended():
    levels = [Level(field="counted", level="same", weight=4.0), Level(field="days", level="apart", weight=-2.0, note="3")]
    assert _plain(waterfall(levels, 40)) == [
        "counted: same   █████████████████   +4.0",
        "days: apart (3)         ░░░░░░░░░   -2.0",
        "in all          ████████            +2.0",
    ]


TEXTS = st.text("ab 火事e\u0301é☂\U0001f600", max_size=60)


@given(st.lists(st.builds(Run, TEXTS, st.sampled_from(["", "bold"])), max_size=4), st.integers(2, 40))
def test_a_line_is_fitted_to_the_cell_and_wrapped_without_loss(runs, width):
    assert cells(fitted(runs, width)) == width
    lines = lines_of(runs, width)
    assert all(cells(line) <= width for line in lines)
    kept = "".join(run.text for line in lines for run in line)
    assert "".join(kept.split()) == "".join("".join(run.text for run in runs).split())


def test_a_side_is_read_in_its_document(review, seeds):
    async def script(desk):
        source = desk.app.screen.query_one(Source)
        assert not source.display
        for number, quote in ((1, "27 documents"), (2, "28 and a half out of 30")):
            await desk.press("o")
            drawn = [segment.text for line in source.render_lines(source.size.region) for segment in line if segment.style.reverse]
            assert source.display
            assert quote in " ".join(" ".join(drawn).split()), number
        await desk.press(*"ooooo")
        assert source.display
        await desk.press("o")
        assert not source.display

    review(script, seeds)


def test_a_conflict_within_hostile_text_is_shown_as_it_is(review, tmp_path):
    (tmp_path / "[b]a.txt").write_text("[red]fire[/red] [sic]: in Velm 40 houses burned on 3 May 2021, 火事 said [/].\n", "utf-8")
    (tmp_path / "b[\\].txt").write_text("On 3 May 2021 65 houses burned in Velm [sic], \x1b[31mred\x1b[0m [/].\n", "utf-8")

    async def script(desk):
        assert desk.queue.row.of == "finding"
        for part in ("[red]fire[/red]", "[sic]:", "火事", "[/].", "[sic],", "␛[31mred␛[0m"):
            assert part in desk.told
        await desk.press("o", "o", "F")
        await desk.type("[/] [red]no")
        await desk.press("u")
        assert "[/] [red]no" in desk.told

    review(script, ledger_of(tmp_path / "hostile.db", [str(tmp_path / "[b]a.txt"), str(tmp_path / "b[\\].txt")]), size=(200, 50))
