"""Fractions that a text states and nothing else are numbers; anywhere else they are shares, ranks or two figures."""

import pytest

from ledger.extraction import extract
from ledger.reading import read_text


def values(text: str) -> list[str]:
    return [f"{claim.kind} {claim.quantity}" for claim in extract(read_text(text))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two fifths", "0.4"),
        ("seven-eighths", "0.875"),
        ("a half", "0.5"),
        ("a thousandth", "0.001"),
        ("one twenty-fifth", "0.04"),
        ("six twenty-fourths", "0.25"),
        ("one hundred and fifth", None),
        ("ninety fifths", "18"),
        ("three hundred and eight hundredths", "300.08"),
        ("one over sixteen", "0.0625"),
        ("The value is 15/16.", "0.9375"),
        ("The answer is minus one over 40.", "-0.025"),
        ("The answer is minus one third.", "-0.3333333333333333333333333333"),
        ("How much is 1200 over 5?", "240"),
    ],
)
def test_alone(text: str, value: str | None) -> None:
    assert values(text) == ([f"count {value}"] if value else ["ordinal 105"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two fifths of the barley was lost.", ["share 40 percent"]),
        ("A half of it was lost.", ["share 50 percent"]),
        ("The answer to the flood is a fifth lock.", ["ordinal 5"]),
        ("The lead was cut to a third.", ["share 33.33 percent"]),
    ],
)
def test_in_a_sentence(text: str, expected: list[str]) -> None:
    assert values(text) == expected
