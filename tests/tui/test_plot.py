"""Figures over time, to the cell."""

from __future__ import annotations

from datetime import date

import pytest

from tui.plot import plot
from tui.styled import cells


def _plain(lines):
    return ["".join(run.text for run in line).rstrip() for line in lines]


def test_intervals_stand_on_their_days():
    points = [(date(2021, 5, 1), 10.0, 10.0), (date(2021, 5, 6), 20.0, 30.0), (date(2021, 5, 11), 30.0, None)]
    assert _plain(plot(points, 27, 9)) == [
        "31 ┤           ┬          ▲",
        "   │           │",
        "   │           │",
        "20 ┤           ┴",
        "   │",
        "   │",
        " 9 ┤●",
        "   └───────────────────────",
        "    2021-05-01   2021-05-11",
    ]


@pytest.mark.parametrize("width", [12, 40, 118])
@pytest.mark.parametrize("points", [
    [(date(2021, 5, 1), 1e12, 2e12)],
    [(date(2021, 5, 1), 0.0, 0.0), (date(2021, 5, 1), 0.0, 0.0)],
    [(date(1990, 1, 1), None, 5.0), (date(2021, 5, 1), -5.0, None), (date(2021, 5, 2), None, None)],
])
def test_a_plot_fits_its_room(points, width):
    lines = plot(points, width, 10)
    assert len(lines) == 10
    assert all(cells(line) <= width for line in lines)


def test_what_has_no_figures_says_so():
    assert _plain(plot([(date(2021, 5, 1), None, None)], 40, 8)) == ["No figures."]
