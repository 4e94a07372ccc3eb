"""What the head of a column and the label of a row tell of the figures in a table's cells."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from ledger.extraction import extract
from ledger.reading import read_bytes
from ledger.records import Claim

STAFF = """
| Firm             | Staff | Expected stoppage |
|------------------|------:|------------------:|
| Lumen & Sons, oil |   640 | 6-8 weeks        |
| Tarn Dairy       |   185 | 10 days           |
"""
YEARS = """
|                  | 2026/27 | 2025    |
|------------------|--------:|--------:|
| Lamps sold       | 182,000 | 171,000 |
| Average price    | £1,180  | £1,160  |
"""
REVENUE = """
| Region        | Revenue |
|---------------|--------:|
| Home market   | £96.4m  |
| Overseas      | £88.2m  |
"""
FACTS = """
| Place         | Lumen   |
|---------------|--------:|
| Stations      | 3       |
| Line length   | 412 m   |
"""
LAKES = """
| Rank | Lake  | Depth (m) | Area, km² | Cost in € million | %    | Age |
|------|-------|-----------|-----------|-------------------|------|-----|
| 1    | Ostra | 1950      | 31,722    | 3.4               | 12   | 71  |
| 2    | Tanna | 120       | 1,722     | 5                 | 13.4 | 9   |
"""
TIDES = "As the harbour office told.\n\n             2028      2027\nHerring      702 t     598 t\nCod          441 t     447 t\n"
PAGE = (
    "<article><p>So it was counted at the gates.</p><table><tr><th>Year</th><th>Visitors (thousands)</th></tr>"
    "<tr><td>2019</td><td>41</td></tr><tr><td>2023</td><td>38.5</td></tr></table></article>"
)


def entries(text: str, format: str = "markdown") -> dict[str, str]:
    """The figures of ``text`` but for dates: what each is, what it counts, and the year it began in where one is told."""
    claims = extract(read_bytes(text.encode(), format=format))
    return {
        claim.span.quote: f"{claim.quantity} {claim.counted} {claim.period_low.year if claim.period_low else ''}".strip()
        for claim in claims
        if claim.kind != "date"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STAFF, {"640": "640 Staff", "6-8 weeks": "6..8 week stoppage", "185": "185 Staff", "10 days": "10 day stoppage"}),
        (YEARS, {"182,000": "182000 Lamps 2026", "171,000": "171000 Lamps 2025",
                 "£1,180": "1180 GBP price 2026", "£1,160": "1160 GBP price 2025"}),
        (REVENUE, {"£96.4m": "96400000 GBP Revenue", "£88.2m": "88200000 GBP Revenue"}),
        (FACTS, {"3": "3 Stations", "412 m": "412 meter length"}),
        (TIDES, {"702 t": "702 metric_ton Herring 2028", "598 t": "598 metric_ton Herring 2027",
                 "441 t": "441 metric_ton Cod 2028", "447 t": "447 metric_ton Cod 2027"}),
    ],
)  # fmt: skip
def test_head_or_label_says_what_is_counted_and_when(text: str, expected: dict[str, str]) -> None:
    assert entries(text) == expected


def test_head_gives_the_unit_of_bare_figures_and_ranks_claim_nothing() -> None:
    assert entries(LAKES) == {
        "1950": "1950 meter Depth", "31,722": "31722 kilometer ** 2 Area", "3.4": "3400000 EUR Cost", "12": "12 percent Ostra",
        "71": "71 year Ostra", "120": "120 meter Depth",
        "1,722": "1722 kilometer ** 2 Area", "5": "5000000 EUR Cost", "13.4": "13.4 percent Tanna", "9": "9 year Tanna",
    }  # fmt: skip


@pytest.mark.parametrize(("head", "found"), [("No.", []), ("Room", []), ("Number", ["4", "7"]), ("Goals", ["4", "7"])])
def test_a_column_that_numbers_its_rows_claims_nothing(head: str, found: list[str]) -> None:
    assert list(entries(f"| Name | {head} |\n|---|---|\n| Lumen | 4 |\n| Velm | 7 |\n")) == found


def test_a_pages_table_is_read_as_a_texts() -> None:
    assert entries(PAGE, "html") == {"41": "41000 Visitors 2019", "38.5": "38500 Visitors 2023"}


def test_row_is_told_in_the_terms_and_the_names() -> None:
    first = extract(read_bytes(STAFF.encode(), format="markdown"))[0]
    assert first.terms == ("staff", "lumen", "son", "oil")
    assert "Lumen & Sons" in first.names or "Lumen" in first.names


def test_who_introduces_a_table_says_what_it_tells() -> None:
    claims = extract(read_bytes(f"According to the harbour office, fewer stopped work:\n{STAFF}".encode(), format="markdown"))
    assert {claim.speaker for claim in claims} == {"harbour office"}


def test_open_figures_stay_open_under_a_unit() -> None:
    text = "| Name | Height (m) |\n|---|---|\n| Lumen | 50+ |\n| Velm | 12-14 |\n"
    assert entries(text) == {"50": ">=50 meter Height", "12-14": "12..14 meter Height"}


def test_what_looks_like_a_year_is_no_date_of_its_row() -> None:
    text = "| Lake | Depth (m) | Fish |\n|---|---|---|\n| 1950 | 1950 | 12 |\n| Ostra | 1920 | 7 |\n"
    claims = [claim for claim in extract(read_bytes(text.encode(), format="markdown")) if claim.kind != "date"]
    assert [claim.quantity.unit for claim in claims] == ["meter", "", "meter", ""]
    assert {type(claim.period_low) for claim in claims} <= {date, type(None)}


def test_a_long_row_is_not_quoted_by_each_of_its_cells() -> None:
    row = " | ".join(["Lumen", *(str(1000 + at) for at in range(200))])
    claims = extract(read_bytes(f"| {row} |\n| {row} |\n".encode(), format="markdown"))
    assert len(claims) > 300
    assert max(len(claim.sentence.quote) for claim in claims) < 400


HEADS = ("Height (m)", "%", "€ million", "Rank", "Age", "Year", "2028", "", "Name", "(km)", "in ", "$", "°C", "12", "“", "Staff (tens)")
CELLS = ("12", "50+", "12-14", "1950", "–", "n/a", "", "€5m", "3 %", "~40", "1,200", "half", "2 in 3", "May", "-7", "1/2", "1e9")


@pytest.mark.parametrize("format", ["markdown", "html", "text"])
def test_whatever_stands_in_a_table_makes_sound_claims(format: str) -> None:
    chance = Random(format)
    for _ in range(200):
        width = chance.randint(2, 5)
        rows = [[chance.choice(HEADS) for _ in range(width)]]
        rows += [[chance.choice(("Velm", "Ostra 5", "2019", "", "1")), *(chance.choice(CELLS) for _ in rows[0][1:])] for _ in range(3)]
        for claim in extract(read_bytes(_laid_out(rows, format).encode(), format=format)):
            assert Claim.model_validate(claim.model_dump()) == claim


def _laid_out(rows: list[list[str]], format: str) -> str:
    if format == "markdown":
        return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], ["---"] * len(rows[0]), *rows[1:]))
    if format == "text":
        return "So it was told.\n\n" + "\n".join("    ".join(cell.ljust(12) for cell in row) for row in rows)
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<article><p>So it was told.</p><table>{cells}</table></article>"
