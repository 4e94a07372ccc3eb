"""Durations, and what only looks like them."""

import pytest

from tests.extraction.rows import Row, figures, rows

DURATIONS = rows(
    """
    The cable, made for [12 years], had been in use for [17].  ->  12 year | 17 year
    It was open for [22 hours] a week instead of [48].  ->  22 hour | 48 hour
    It lapses within [three (3) months] of then.  ->  <=3 month
    The drive is [1h45], the tape [2h03m15s]; she ran it in [1m43s].  ->  105 minute | 7395 second | 103 second
    The train left at 20h30, not at 21h15.
    It took [one millisecond] and [6 mo] of work.  ->  1 millisecond | 6 month
    It sold a dozen over [a decade and a half].  ->  1.5 decade
    It pays €2bn now and the rest over [20 years].  ->  20 year
    She won by just [one-hundredth of a second].  ->  0.01 second
    She won in [3 hours 21 minutes], [eight seconds] ahead of Ruiz.  ->  201 minute | 8 second
    Over [five years] the lorry is cheaper.  ->  5 year
    It is lower than [a year] ago.  ->  1 year
    He held power for [26 years].  ->  26 year
    A [five-day] waiver, a [24-hour] strike.  ->  5 day | 24 hour
    Over [two\\ndecades] of war it shrank.  ->  >2 decade
    They use it [4.5 hours] a day.  ->  4.5 hour
    It opens [three days] a week.  ->  3 day
    He waited [two and a half hours].  ->  2.5 hour
    It took [three and a half years].  ->  3.5 year
    It went on for [two days and a half].  ->  2.5 day
    It began [15 years] ago, [3 weeks] later.  ->  15 year | 3 week
    It worked for the last [20 years].  ->  20 year
    It takes [five working days], or [two consecutive weeks].  ->  5 day | 2 week
    In the [two past months] it rained.  ->  2 month
    It lasted [ten long years], then [three more weeks].  ->  10 year | 3 week
    They gave [7 days]' notice and [15 days]’ access.  ->  7 day | 15 day
    A [31-second] clip.  ->  31 second
    It stopped after [9.58s], then after [1.5 s].  ->  9.58 second | 1.5 second
    It took [20 mins], [2 hrs] or [3 yrs].  ->  20 minute | 2 hour | 3 year
    I left for [3.5years], not [3 h], not [123.45 sec] or a [3-min] break.  ->  3.5 year | 3 hour | 123.45 second | 3 minute
    For [three centuries] and [two fortnights].  ->  3 century | 2 fortnight
    It stood for [hundreds of years].  ->  100s year
    They were away for [a couple of days].  ->  ~2 day
    They were away for [a couple years], not [a couple more weeks].  ->  ~2 year | ~2 week
    It took [one day], or took the [whole week].  ->  1 day | 1 week
    [An hour]-long talk ended.  ->  1 hour
    [A fortnight].  ->  1 fortnight
    One day they will be back; a couple was seen.
    They sold 3 second-hand cars.
    A [THREE-MONTH] REVIEW  ->  3 month
    She is [nine months] pregnant.  ->  9 month
    """
)

PARTS_AND_SUMS = rows(
    """
    It lasted [half an hour].  ->  0.5 hour
    A [half-hour] show.  ->  0.5 hour
    He stayed [half a century].  ->  50 year
    The lease runs for [a quarter of a century].  ->  25 year
    It took [three quarters of an hour].  ->  0.75 hour
    It took [a quarter of an hour].  ->  0.25 hour
    It came [an hour and a half] later.  ->  1.5 hour
    He left [a decade and a half] ago.  ->  1.5 decade
    He got [two years and six months].  ->  30 month
    The flight took [one hour and 20 minutes].  ->  80 minute
    The flight took [1h 20m].  ->  80 minute
    The flight took [1 hour, 20 minutes].  ->  80 minute
    It took [2 hours 5 minutes and 10 seconds].  ->  7510 second
    I left for [2 days 1 month].  ->  32 day
    I stand for [40 minutes] [four days] a week.  ->  40 minute | 4 day
    I left for [one week three days].  ->  10 day
    In [two weeks], [3 days] later, it ended.  ->  2 week | 3 day
    """
)

BOUNDS_AND_RANGES = rows(
    """
    He may appeal within [48 hours].  ->  <=48 hour
    It took some [seven hours].  ->  ~7 hour
    It took less than [ten minutes].  ->  <10 minute
    It took at least [ten years].  ->  >=10 year
    It takes [18-20 months].  ->  18..20 month
    He waited [two or three weeks].  ->  2..3 week
    It takes [five to ten years].  ->  5..10 year
    There were [2-] and [3-day] talks.  ->  2 day | 3 day
    A [2- to 3-day] trip.  ->  2..3 day
    They got [10] and [12 years] in jail.  ->  10 year | 12 year
    """
)

NO_DURATIONS = rows(
    """
    An hour and a fourth man left.
    An hour and a quarter of the crowd left.
    He is 5 years old.
    A five-year-old boy came.
    They were aged 20 years.
    A church 800 years old.
    They own 31 second homes.
    One day he left.
    In 2019 years of drought ended.
    Prices fell in the 1990s.
    The 20th century began.
    Its 5 SEC filings.
    It cost $5 a day.
    """
)


@pytest.mark.parametrize("row", DURATIONS + PARTS_AND_SUMS + BOUNDS_AND_RANGES + NO_DURATIONS, ids=lambda row: row.text)
def test_duration(row: Row) -> None:
    assert figures(row.text, "duration") == row.figures
