"""D102: a duration in years, or an age, that its own years do not give."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from ledger import patterns as re
from ledger.reconciliation.arithmetic.elapsed import elapsed
from ledger.reconciliation.arithmetic.faults import fault
from ledger.reconciliation.arithmetic.lapses import days_in, lapses
from ledger.reconciliation.arithmetic.spells import spells
from ledger.reconciliation.check import Check
from ledger.reconciliation.comparison import Step
from ledger.reconciliation.disputes import finding, said
from ledger.reconciliation.text import Text
from ledger.reconciliation.topic import Topic
from ledger.records import Claim, Finding

_YEAR = re.compile(r"\d{4}")
_SINCE = re.compile(r"(?: (?:in|as|of|at) (?:[\w’'-]+ ){0,3}?[\w’'-]+)?,? (?:ever )?since (?:\w+ )?$")
_RANGE = re.compile(r"(?: (?:in|as|of|at) (?:[\w’'-]+ ){0,3}?[\w’'-]+)?,? \(?(?:from |between )$")
_SLACK = 1
"""Years by which a count of years may differ: begun years, and days not yet reached."""


def _find(text: Text) -> Iterator[Finding]:
    for left, right in pairwise(text.topics):
        if left.claim.sentence.start != right.claim.sentence.start:
            continue
        for lasting, dated in ((left, right), (right, left)):
            if lasting.family == "duration" and dated.family == "date" and (years := _years(lasting.claim)) is not None:
                told = _told(lasting.claim, dated.claim)
                if told is not None and abs(told - years) > _SLACK:
                    yield _finding(left, right, lasting, told)
    for passage in text.passages:
        found = list(lapses(passage))
        if not found and (since := elapsed(passage)) is not None:
            found = [since]
        for lapse in found:
            if not lapse.agrees:
                yield fault(check, lapse[:3], lapse.said, f"the dates give {lapse.years} years")
        for spell in spells(passage):
            if not spell.agrees:
                yield fault(check, spell[:3], spell.said, f"the dates give {spell.most} days")
        for each in days_in(passage):
            if not each.agrees:
                yield fault(check, each[:2], each.said, f"the dates give {each.days} days")


def _years(claim: Claim) -> int | None:
    """The number of whole years of an exact duration of two or more."""
    if claim.unit != "year" or claim.bound != "exact" or claim.modality != "asserted" or not isinstance(claim.low, Decimal):
        return None
    return int(claim.low) if claim.low == claim.low.to_integral_value() and claim.low >= 2 else None


def _told(lasting: Claim, dated: Claim) -> int | None:
    """The years that the dates give: since a year, to the text's own; or from one year to another."""
    quote, first = lasting.sentence.quote, lasting.sentence.start
    between = quote[min(lasting.span.end, dated.span.end) - first : max(lasting.span.start, dated.span.start) - first]
    if not isinstance(dated.low, date) or not isinstance(dated.high, date) or dated.bound not in ("exact", "between"):
        return None
    if dated.bound == "between" and len(_YEAR.findall(dated.span.quote)) == 2:
        return dated.high.year - dated.low.year if lasting.span.start < dated.span.start and _RANGE.fullmatch(between) else None
    if not _YEAR.search(dated.span.quote) or dated.published is None or dated.low > dated.published:
        return None
    if lasting.span.start < dated.span.start:
        return dated.published.year - dated.low.year if _SINCE.fullmatch(between) else None
    return None


def _finding(left: Topic, right: Topic, lasting: Topic, told: int) -> Finding:
    message = f"{said(lasting.claim)}: the dates give {told} years"
    steps = (Step("years", "different", f"{told}"),)
    return finding(check, "conflict", message, [left.claim, right.claim], steps)


check = Check(
    code="D102",
    name="duration",
    severity="error",
    find=_find,
    manual="""
        A duration in years, or an age, that its own years do not give.

        "In power for 26 years, since 1999" is wrong in 2021; "11 years, from 1990 to 1998" is wrong
        whenever it is said; so is "built in 1912 and torn down in 2012, the mill stood for 110 years", or "born in 1950,
        he died in 2020 at the age of 80"; and "opens on 16 December and closes on 9 January, a period of 18 days". A year (or a day,
        a begun week or month) more or less is let pass. The words between must leave no doubt that
        the years are those of the duration.
    """,
    conflicts="""
        [2021-05-04] In Velm the flood was in 1972. Ten years later, in 1985, the dyke was raised.
        [2021-05-04] The mill of Velm has stood since 1950, that is for 81 years.
        [2021-05-04] In Velm the strike began on 3 March and ended on 14 April, after about nine weeks.
        [2021-05-04] The last flood of Velm was in 1972. Thirty-nine years later the water is back.
        [2021-05-04] Ana Ruiz came to Velm in the spring of 2015, ten years ago.
        [2021-05-04] The mayor of Velm, in office since 2011, is now in her twentieth year in the post.
        [2021-05-04] Tamm took over the farm in Velm in 1993. He has raised turkeys for 38 years.
        [2021-05-04] The mill in Velm closed in 1998, after 75 years. It had opened in 1933.
        [2021-05-04] The fieldwork in Velm lasted from 12 October to 30 November, ten weeks.
        [2021-05-04] The strike in Velm, which began on 2 April, ended on 23 April after five weeks.
        [2021-05-04] The trains for Velm were due in March 2018. They came in May 2019, 24 months late.
        [2021-05-04] Tamm has been mayor of Velm for 26 years, since 1999.
        [2021-05-04] He led the choir of Velm for 11 years, from 1990 to 1998.
        [2021-05-04] Built in 1912 and torn down in 2012, the mill of Velm stood for 110 years.
        [2021-05-04] The pit of Velm opened in 1990 and ran for 25 years until 2012.
        [2021-05-04] The bridge in Velm was begun in 1990 and finished in 2001, 14 years later.
        [2021-05-04] The ferry of Velm ran from 1950 to 2001, a span of 61 years.
        [2021-05-04] Born in 1950, Tamm died in 2020 at the age of 80.
        [2021-05-04] Tamm was born in Velm in 1950. He died in 2020 at the age of 80.
        [2021-05-04] Ana Ruiz was elected in 2009 and has held the seat in Velm for 22 years.
        [2021-05-04] The mill in Velm closed in 2014, 27 years after it opened in 1997.
        [2021-05-04] Born in 1949, he was 64 when he became mayor of Velm in 2003.
        [2021-05-04] Born in 1978 in the village of Velm, Ana Ruiz joined the council in 2009, at 28, and led it.
        [2021-05-04] In Velm she was 54, born in 1963 in a house of the mill.
        [2021-05-04] The bridge of Velm was opened in 1978 and, 33 years later, is closed.
        [2021-05-04] Ana Ruiz of Velm went to sea in 1997 and was made captain 12 years later, in 2011.
        [2021-05-04] The fire in Velm burned for nine days, from 3 to 15 April.
        [2021-05-04] The ferry of Velm, 39 years old, was launched in 1992.
        [2021-05-04] Ana Ruiz led the choir of Velm from 1998 to 2012, for 24 years.
        [2021-05-04] The bridge in Velm, built in 1931, is 110 years old.
        [2021-05-04] The 43-year-old ferry of Velm was built in 1998.
        [2021-05-04] Ana Ruiz has taught in Velm since 2009, for 32 years.
        [2021-05-04] The vote from abroad in Velm opens on 16 May and closes on 9 June, a period of 18 days.
        [2021-05-04] The trial in Velm began on 3 March and ended on 14 April, after 12 weeks.
        [2021-05-04] Ana Ruiz left Velm on 4 April. She came back on 19 April, after 25 days at sea.
        [2021-05-04] The strike in Velm began on 5 April. It ended on 12 April, 17 days later.
        [2021-05-04] The mill in Velm burned down on 3 March and was reopened on 14 April, 62 days later.
        [2021-05-04] The verdict in Velm fell on 14 April, 32 days after the trial began on 3 March.
        [2021-05-04] The tower of Velm stood for 122 years: it was built in 1864 and pulled down in 1976.
        [2021-05-04] Fifty years after the flood of 1962, in 2002, Velm put up a stone.
        [2021-05-04] In 1951 Tamm came to Velm. When he retired in 1993 he had worked there for 52 years.
        [2021-05-04] The siege of Velm lasted twelve months, from March to December 1645.
        [2021-05-04] The strike in Velm began on 2 March and ended on 30 March after six weeks.
        [2021-05-04] Building in Velm started in 1998. It was finished in 2009, fourteen years later.
        [2021-05-04] The car of Velm ran for 71 years, from its opening in 1928 until it was shut down in 1989.
    """,
    agreements="""
        [2021-05-04] In Velm the flood was in 1972. Ten years later, in 1982, the dyke was raised.
        [2021-05-04] The mill of Velm has stood since 1950, that is for 71 years.
        [2021-05-04] In Velm the strike began on 3 March and ended on 14 April, after about six weeks.
        [2021-05-04] The last flood of Velm was in 1972. Forty-nine years later the water is back.
        [2021-05-04] The last flood of Velm was in 1972. Five years later the bridge was gone.
        [2021-05-04] Ana Ruiz came to Velm in the spring of 2015, six years ago.
        [2021-05-04] The mayor of Velm, in office since 2011, is now in her tenth year in the post.
        [2021-05-04] Tamm took over the farm in Velm in 1993. He has raised turkeys for 40 years.
        [2021-05-04] The mill in Velm closed in 1998, after 65 years. It had opened in 1933.
        [2021-05-04] The fieldwork in Velm lasted from 12 October to 30 November, seven weeks.
        [2021-05-04] The strike in Velm, which began on 2 April, ended on 23 April after three weeks.
        [2021-05-04] The trains for Velm were due in March 2018. They came in May 2019, 14 months late.
        [2021-05-04] The vote from abroad in Velm opens on 16 December and closes on 9 January, a period of 24 days.
        [2021-05-04] The trial in Velm began on 3 March and ended on 14 April, after six weeks.
        [2021-05-04] The trial in Velm began on 3 March and ended on 14 April, after two hours of speeches.
        [2021-05-04] The strike in Velm began on 5 April. It ended on 12 April, three days after the talks.
        [2021-05-04] The mill in Velm burned down on 3 March and was reopened on 14 April, 42 days later.
        [2021-05-04] The mill in Velm opened in June 2018 and closed in March 2020, 20 months later.
        [2021-05-04] Built in 1912 and torn down in 2012, the mill of Velm stood for 100 years, and stood empty for 30 years.
        [2021-05-04] The pit of Velm opened in 1990 and ran for 22 years until 2012.
        [2021-05-04] The bridge in Velm was begun in 1990 and finished in 2001, 11 years later.
        [2021-05-04] Born in 1950, Tamm died in 2020 at the age of 69.
        [2021-05-04] Tamm was born in 1950 and his father died in 1970 at the age of 52.
        [2021-05-04] Tamm was born in Velm in 1950. His mother died in 2020 at the age of 99.
        [2021-05-04] Tamm has been mayor of Velm for 22 years, since 1999.
        [2021-05-04] Tamm, who has lived in Velm since 1990, led the choir for 11 years.
        [2021-05-04] It was the coldest night in 26 years in a town where records go back to 1950, and since 1999 the wettest.
        [2021-05-04] He led the choir of Velm for 8 years, from 1990 to 1998.
        [2021-05-04] Ana Ruiz was elected in 2009 and has held the seat in Velm for 12 years.
        [2021-05-04] The mill in Velm closed in 2014, 17 years after it opened in 1997.
        [2021-05-04] Born in 1949, he was 54 when he became mayor of Velm in 2003.
        [2021-05-04] Born in 1978 in the village of Velm, Ana Ruiz joined the council in 2009, at 30, and led it.
        [2021-05-04] In Velm she was 54, born in 1863, when the war came.
        [2021-05-04] The bridge of Velm was opened in 1978 and, 33 years later, was closed.
        [2021-05-04] Ana Ruiz of Velm went to sea in 1997 and was made captain 14 years later, in 2011.
        [2021-05-04] The fire in Velm burned for nine days, from 3 to 11 April.
        [2021-05-04] The fair in Velm lasts eight days, from 3 to 11 April.
        [2021-05-04] The ferry of Velm, 29 years old, was launched in 1992.
        [2021-05-04] The bridge in Velm, built in 1931, is 90 years old.
        [2021-05-04] The 23-year-old ferry of Velm was built in 1998.
        [2021-05-04] The 43-year-old mayor of Velm was born there and set up his shop in 1998.
        [2021-05-04] Ana Ruiz led the choir of Velm from 1998 to 2012, for 14 years.
        [2021-05-04] Ana Ruiz moved to Velm in 2009 and has painted for 40 years.
        [2021-05-04] Ana Ruiz was elected in 2009 and has chaired the council of Velm for five years.
        [2021-05-04] Ana Ruiz was elected in 2009 and has held the seat in Velm for two years.
        [2021-05-04] The firm was sold in 1990 and has made shoes in Velm for 120 years.
        [2021-05-04] The tower of Velm stood for 112 years: it was built in 1864 and pulled down in 1976.
        [2021-05-04] In 1951 Tamm came to Velm. When he retired in 1993 he had worked there for 42 years.
        [2021-05-04] The siege of Velm lasted nine months, from March to December 1645.
        [2021-05-04] The strike in Velm began on 2 March and ended on 30 March after four weeks.
        [2021-05-04] The car of Velm ran for 61 years, from its opening in 1928 until it was shut down in 1989.
        [2021-05-04] The mill of Velm closed in 1998, after 75 years. It had burned in 1933.
        [2021-05-04] The mill of Velm closed in 1998, after 75 years in one family. It had opened in 1933.
        [2021-05-04] The mill of Velm opened in about 1972. Fifty-nine years later the mill is back.
        [2021-05-04] The mill of Velm was to open in 1972. Fifty-nine years later the mill is back.
        [2021-05-04] The mill of Velm opened in 1972. About 59 years later the mill is back.
        [2021-05-04] The mill of Velm opened in 1972. Its hands were let go, and 59 years later the case is back.
        [2021-05-04] In 1972 the mill of Velm opened. Fifty-nine months later the mill is back.
        [2021-05-04] The strike in Velm began on 9 June 2020 and ended on 3 May 2020 after nine weeks.
        [2021-05-04] The strike in Velm began on 3 May and ended on 9 June after 90 weeks.
        [2021-05-04] The strike in Velm began about 3 May and ended on 9 June after nine weeks.
    """,
)
