"""The formats of ``check`` on findings made by hand: places, excerpts, carets."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from rich.cells import cell_len

from ledger.pipeline import line_starts
from ledger.records import Claim, Finding, Level, Source, Span
from ledger.registry import declared
from ledger.reports import Origin, Outcome

REPORTS = {report.code: report for report in declared("ledger.reports")}


def _claim(text: str, quote: str, path: str, speaker: str = "") -> Claim:
    start = text.index(quote)
    span = Span(start=start, end=start + len(quote), quote=quote)
    value = Decimal(quote.replace(",", "").split()[0])
    whole = Span(start=0, end=len(text), quote=text)
    fields = {"id": path, "document": path, "kind": "count", "span": span, "mention": span, "sentence": whole, "speaker": speaker}
    return Claim(**fields, low=value, high=value, bound="exact", unit="", rule="Q000")


def _outcome(*texts: tuple[str, str], verdict: str = "conflict") -> Outcome:
    claims = tuple(_claim(text, quote, f"{number}.txt", "Mayor Ash" if number else "") for number, (text, quote) in enumerate(texts))
    levels = (Level(field="counted", level="exact", weight=4.25, note="houses"), Level(field="names", level="missing", weight=-0.5))
    about = {"code": "X000", "name": "value", "severity": "error", "message": "40 against 65 houses", "fingerprint": "f"}
    finding = Finding(verdict=verdict, claims=claims, because=levels, **about)
    source = Source(publisher="The Velm Post", published="2021-05")
    return Outcome(
        len(texts), len(claims), [finding], {f"{at}.txt": Origin(source, line_starts(text)) for at, (text, _) in enumerate(texts)}
    )


def _lines(report: str, outcome: Outcome, width: int = 100) -> list[str]:
    return [str(line) for line in REPORTS[report].lines(outcome, width)]


TWO = _outcome(("It began.\r\nThe fire took 40 houses.", "40"), ("The fire took 65\nhouses, she said.", "65"))


def test_of_very_many_sides_the_first_are_shown_and_the_others_counted():
    lines = _lines("text", _outcome(*((f"The fire took {number} houses.", str(number)) for number in range(10, 40))))
    assert sum("^^" in line for line in lines) == 12
    assert "  and 18 more, which --format json lists" in lines


def test_text():
    assert _lines("text", TWO) == [
        "X000 value error: 40 against 65 houses",
        "  0.txt:2:15  The Velm Post, 2021-05",
        "    │ It began. The fire took 40 houses.",
        "    │                         ^^",
        "  1.txt:1:15  The Velm Post, 2021-05  Mayor Ash",
        "    │ The fire took 65 houses, she said.",
        "    │               ^^",
        "  because  +4.2 counted: exact (houses)",
        "           -0.5 names: missing",
        "           +3.8 in all",
        "  hint     factledger rule X000 or --explain f says more",
        "",
    ]


@pytest.mark.parametrize(
    ("verdict", "line"),
    [("conflict", "0.txt:2:15: X000 40 against 65 houses"), ("update", "0.txt:2:15: X000 update: 40 against 65 houses")],
)
def test_concise(verdict, line):
    outcome = _outcome(("It began.\r\nThe fire took 40 houses.", "40"), ("The fire took 65.", "65"), verdict=verdict)
    assert _lines("concise", outcome) == [line]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("火事で40軒の家が焼けた。", "40"),
        ("Le feu\u0301 a pris 40 maisons.", "40"),
        ("👩\u200d🚒 said 40 houses burned.", "40"),
        ("long " * 60 + "40 houses" + " and long" * 60, "40"),
        ("e\u0301" * 200 + " 40", "40"),
        ("火" * 200 + " 40 " + "事" * 200, "40"),
        ("40 " + "9" * 300, "40"),
        ("x " * 90 + "40 thousand " + "and many more houses " * 2, "40 thousand"),
    ],
)
def test_carets_stand_under_the_figure_and_lines_keep_to_the_width(text, quote):
    lines = _lines("text", _outcome((text, quote)), width=80)
    at = next(number for number, line in enumerate(lines) if "^" in line)
    sentence, carets = lines[at - 1], lines[at]
    before = carets.index("^")
    shown = ""
    for letter in sentence:
        if cell_len(shown) >= before and letter.isdigit():
            break
        shown += letter
    assert cell_len(shown) == before
    assert sentence[len(shown) :].startswith(quote)
    assert carets.count("^") == cell_len(quote)
    assert cell_len(sentence) <= 80


def test_the_markup_of_a_page_is_not_shown():
    page = "The <a href='/fire'>fire</a> took <b>40</b>&nbsp;houses &amp; barns."
    outcome = _outcome((page, "40"))
    origins = {path: origin._replace(format="html") for path, origin in outcome.origins.items()}
    assert _lines("text", replace(outcome, origins=origins))[2:4] == [
        "    │ The fire took 40 houses & barns.",
        "    │               ^^",
    ]


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("outcome", [TWO, Outcome(0, 0, [], {})], ids=["findings", "nothing"])
def test_every_report_takes_every_outcome(report, outcome):
    lines = _lines(report, outcome)
    assert all(cell_len(line) <= 100 or report not in {"text", "concise"} for line in lines)
    assert not any("\r" in line for line in lines)


@pytest.mark.parametrize(("text", "starts"), [("", [0]), ("a\nb", [0, 2]), ("a\r\nb\rc\n", [0, 3, 5, 7])])
def test_line_starts(text, starts):
    assert list(line_starts(text)) == starts
