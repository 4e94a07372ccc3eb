"""Ages: every form that is read, and figures beside persons that are none."""

import pytest

from tests.extraction.rows import Row, figures, rows

BEHIND = rows(
    """
    A [41-yr-old] man and a [41 y/o] woman met.  ->  41 year | 41 year
    It asked [18- to 29-year-olds] and [five-year-olds].  ->  18..29 year | 5 year
    Her son, Can, [3], and [six-month-old] daughter slept.  ->  3 year | 6 month
    The [2-], [3-] and [5-year-olds] sang.  ->  2 year | 3 year | 5 year
    It asked [18-29-year-olds] only.  ->  18..29 year
    People [65] and older came, and adults [50] or over.  ->  >=65 year | >=50 year
    Men [65 years] and older came.  ->  >=65 year
    The over-[65s] and under [18s] came to an under-[5] clinic.  ->  >65 year | <18 year | <5 year
    He is in his [60s], she in her mid-[40s].  ->  60..69 year | 40..49 year
    They are in their late [20s] or early [30s].  ->  20..29 year | 30..39 year
    A man in his early [sixties] fell.  ->  60..69 year
    Infants younger than [three months old] slept.  ->  3 month
    The church is over [800 years old].  ->  >800 year
    """
)

STATED = rows(
    """
    Most of them under [35] came.  ->  <35 year
    Ana Ruiz, who was [72] last month, may wait.  ->  72 year
    Her daughters, aged [3], [5] and [9], cried.  ->  3 year | 5 year | 9 year
    Between the ages of [18 and 24] all serve.  ->  18..24 year
    Most of whom were over [60]. In 2016, then [30], she left.  ->  >60 year | 30 year
    His two grandsons, [8] and [11].  ->  8 year | 11 year
    Doctors over [60] make up half; drivers over 200 miles away left.  ->  >60 year
    Her deputy, [56], left with a nurse from Bergen, [33], and his son-in-law, [30].  ->  56 year | 33 year | 30 year
    It took it from a widow of [81] and a mother of six.  ->  81 year
    Nobody under the age of [18] may enter.  ->  <18 year
    The pension age will rise from [62] to [64].  ->  62 year | 64 year
    The drinking age is [21] there.  ->  21 year
    Children younger than [12] and anyone older than [65] may go.  ->  <12 year | >65 year
    She turned [40] last May.  ->  40 year
    The median age was [38.4 years].  ->  38.4 year
    He was [17] when he left.  ->  17 year
    He will be [65] in May.  ->  65 year
    His son is [nine].  ->  9 year
    At [38], he is back.  ->  38 year
    The actor died on Monday at [77].  ->  77 year
    A man of [40] fell, and a boy of [12].  ->  40 year | 12 year
    A boy of [nine] dug it up.  ->  9 year
    The calf is [a month old], the cow [a year and a half old], the goat [half a year old].  ->  1 month | 1.5 year | 0.5 year
    A [63 y.o.] woman fell.  ->  63 year
    """
)

APPOSED = rows(
    """
    Ilves, now [66], and Ann Roos, just [17], met.  ->  66 year | 17 year
    His son, [nine], cried.  ->  9 year
    The victims, [23] and [31], were students.  ->  23 year | 31 year
    Two men ([23] and [31]) were held.  ->  23 year | 31 year
    Kaja, a mother of three, [35], left.  ->  35 year
    Her sons, aged [70] and [66], five grandchildren and a niece came.  ->  70 year | 66 year
    She left school at [14], and his rival, [37], won.  ->  14 year | 37 year
    Brian May, [73], plays on.  ->  73 year
    Two babies aged [8] and [10 months] slept.  ->  8 month | 10 month
    Of them 62% were aged [15-64], 14% were [65] or over and 24% were under [15].  ->  15..64 year | >=65 year | <15 year
    Equation (14) holds.
    In Riga, 66 people were held.
    On May 12, 30 people came.
    """
)

NONE = rows(
    """
    He turned 40 people away.
    She is a mother of three.
    A family of 5 moved in.
    They were 12 in all.
    The crew died at 12 sites.
    A team of 40 engineers came.
    The temperature was in the low 70s.
    """
)


@pytest.mark.parametrize("row", BEHIND + STATED + APPOSED + NONE, ids=lambda row: row.text)
def test_age(row: Row) -> None:
    assert figures(row.text, "age") == row.figures
