"""Shares: percent however it is written, points that are of percent and others, parts of one."""

import pytest

from tests.extraction.rows import Row, figures, rows

PERCENT = rows(
    """
    Turnout was [62 pct] there.  ->  62 percent
    It was [twelve per-cent] off.  ->  12 percent
    The yield rose [12 bps] to [4.25%].  ->  0.12 percent | 4.25 percent
    The yield rose [5bp] there.  ->  0.05 percent
    Inflation was up [0.5pp] on the year.  ->  0.5 percent
    It grew by [3 ppts] there.  ->  3 percent
    A [75-basis-point] rise came.  ->  0.75 percent
    Salt made up [5‰] of it, or [5 per mille].  ->  0.5 percent | 0.5 percent
    Rates may rise [0.3 to 0.5 percent].  ->  0.3..0.5 percent
    It is “between [12 and 15 percent]”.  ->  12..15 percent
    Rates rose [3 percent] to [9 percent].  ->  3 percent | 9 percent
    It rose [1/4 percent] to [3 1/2 percent].  ->  0.25 percent | 3.5 percent
    The [percent of 10] is one.  ->  10 percent
    Of [30 percent] of 10 shops nothing is known.  ->  30 percent
    A percentage of 12 clubs is kept.
    The book has 12 pp.
    The file was sent at 56 bps.
    Then [40 percent] was forest. A fall of 95.1, from 150, was seen.  ->  40 percent
    """
)

POINTS = rows(
    """
    The bank raised rates by [50bps] to [14.5%].  ->  0.5 percent | 14.5 percent
    Prices rose [5 percent to 7 percent] on the year.  ->  5..7 percent
    It rained more than [a third] of the April average.  ->  >33.33 percent
    They held a 17-point lead in the first half.
    Support fell [3 points] in the poll.  ->  3 percent
    The bloc won by [0.4 points] after a recount.  ->  0.4 percent
    He leads by [10 points] in the polls.  ->  10 percent
    The Dow rose 120 points, or [0.4 percent].  ->  0.4 percent
    The index lost 3.4 points.
    The hosts won the game by 12 points and shot [48 percent].  ->  48 percent
    """
)

PARTS = rows(
    """
    [A quarter] of the fleet is idle.  ->  25 percent
    “[A third] of us left,” he said.  ->  33.33 percent
    [An eighth] of the crop failed.  ->  12.5 percent
    Between [a third and a half] of voters stayed.  ->  33.33..50 percent
    [Three-quarters] of them left.  ->  75 percent
    Another [quarter] of the staff fell ill.  ->  25 percent
    Rates fell by [a quarter of a percentage point].  ->  0.25 percent
    Rates rose by [three-quarters of a percentage point].  ->  0.75 percent
    It grew by [half a percent] in May.  ->  0.5 percent
    It grew by [a tenth of 1 percent].  ->  0.1 percent
    It is at [4%]; one wanted [half a point], none [three quarters of a point].  ->  4 percent | 0.5 percent | 0.75 percent
    [A half-point] rate cut is near.  ->  0.5 percent
    [2/3] of the members came.  ->  66.67 percent
    [⅔] of the votes were his.  ->  66.67 percent
    It took an hour and a half.
    A half-finished bridge fell.
    She wants a third full-time post.
    """
)


@pytest.mark.parametrize("row", PERCENT + POINTS + PARTS, ids=lambda row: row.text)
def test_share(row: Row) -> None:
    assert figures(row.text, "share") == row.figures
