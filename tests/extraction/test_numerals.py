"""Number words and digits, and back again."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from ledger.extraction.digits import value_of
from ledger.extraction.numerals import Numeral
from ledger.extraction.scene import Scene
from ledger.reading import read_text


def read(text: str) -> list[Numeral]:
    return Scene(read_text(text)).numerals


WRITTEN = [
    ("two hundred and thirteen", "213"),
    ("Twenty-one thousand", "21000"),
    ("28 and a half", "28.5"),
    ("half a million", "500000"),
    ("quarter of a million", "250000"),
    ("three quarters of a million", "750000"),
    ("two and a half million", "2500000"),
    ("a million and a half", "1500000"),
    ("a couple of hundred", "200"),
    ("tens of thousands", "10000"),
    ("hundreds of thousands", "100000"),
    ("1,234,567", "1234567"),
    ("1 234 567", "1234567"),
    ("1\u00a0234\u00a0567", "1234567"),
    ("12,34,567", "1234567"),
    ("1.234.567", "1234567"),
    ("2,5", "2.5"),
    (".534", "0.534"),
    ("1.2m", "1200000"),
    ("3.2 million", "3200000"),
    ("2.3 lakh", "230000"),
    ("5k", "5000"),
    ("3⅐", "3.142857142857142857142857143"),
    ("17.7 crore", "177000000"),
    ("one hundred twenty fifth", "125"),
    ("hundred thousandth", "100000"),
    ("31st", "31"),
    ("a dozen", "12"),
    ("two dozen", "24"),
    ("a dozen and a half", "18"),
    ("three dozens", "36"),
    ("-4", "-4"),
    ("minus five", "-5"),
    ("1.3e6", "1300000"),
    ("two and three quarters", "2.75"),
    ("3 million and a quarter", "3250000"),
    ("one billion and a half million", "1000500000"),
    ("3 hundred and 21", "321"),
    ("4 thousand 3 hundred", "4300"),
    ("6 crore and two hundred", "60000200"),
    ("hundred thousand", "100000"),
    ("half million", "500000"),
    ("2½", "2.5"),
    ("½", "0.5"),
    ("1.111,11", "1111.11"),
    ("seventy-four thousand five hundred", "74500"),
    ("three point five million", "3500000"),
    ("zero point zero eight", "0.08"),
    ("two hundred point seventy-one", "200.71"),
    ("nought point eleven", "0.11"),
    ("two and seven eighths", "2.875"),
    ("six and nine twentieths", "6.45"),
    ("forty two and a quarter", "42.25"),
    ("two fifths of a million", "400000"),
    ("a quarter of a billion", "250000000"),
    ("a fifth of a million", "200000"),
    ("a couple dozen", "24"),
    ("a couple thousand", "2000"),
    ("several hundred thousand", "100000"),
    ("10s of thousands", "10000"),
    ("three hundred and two dozen", "324"),
    ("412 hundred", "41200"),
    ("2 1/4", "2.25"),
    ("3-1/2 million", "3500000"),
    ("1.5^2", "2.25"),
    ("2.5^-1", "0.4"),
    ("4 × 10⁶", "4000000"),
    ("10⁶", "1000000"),
    ("1 000 000,50", "1000000.5"),
    ("thirty and two and three quarters", "32.75"),
    ("a hundred and two and a half", "102.5"),
    ("12 345.6", "12345.6"),
    ("12.345.678,90", "12345678.9"),
]


@pytest.mark.parametrize(("text", "value"), WRITTEN)
def test_one_numeral(text: str, value: str) -> None:
    found = read(f"It was {text}.")
    assert [(numeral.value, numeral.start, numeral.end) for numeral in found] == [(Decimal(value), 7, 7 + len(text))]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("five and six", [5, 6]),
        ("point two five", [Decimal("0.25")]),
        ("It fell by point five percent to minus point seven.", [Decimal("0.5"), Decimal("-0.7")]),
        ("Point five of the plan", [5]),
        ("At that point five left.", [5]),
        ("hundred and twenty people", [120]),
        ("2, 3 and 4", [2, 3, 4]),
        ("in 2020 150 people", [2020, 150]),
        ("from £900 five years ago", [900, 5]),
        ("in 2000 three people", [2000, 3]),
        ("7, 800", [7, 800]),
        ("5-10 or 5 - 10", [5, 10, 5, 10]),
        ("423 0000", [423, 0]),
        ("between 90 million and 110 million", [90_000_000, 110_000_000]),
        ("between two thousand and three thousand", [2000, 3000]),
        ("between a hundred and fifty and two hundred", [150, 200]),
        ("3 hundred and 2 hundred", [300, 200]),
        ("five million and two million", [5_000_000, 2_000_000]),
        ("in 2019 thousands of them", [2019, 1000]),
        ("at one point five of them", [1, 5]),
        ("he hired two and a third man left", [2, 3]),
        ("in 2019²", [2019]),
        ("she tested negative three times", [3]),
        ("on 3 1/2/2020", [3, 1, 2, 2020]),
    ],
)
def test_several_numerals(text: str, values: list[Decimal | int]) -> None:
    assert [numeral.value for numeral in read(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It has 12.500 people, the region 1.250.000.", ["12500", "1250000"]),
        ("It has 12.500 people on 3,5 hectares.", ["12500", "3.5"]),
        ("It has 12.500 people and costs 1.234,56 euros.", ["12500", "1234.56"]),
        ("It weighs 12.500 tonnes, or 3.5 more.", ["12.5", "3.5"]),
        ("It weighs 12.500 tonnes and costs 1,500 euros.", ["12.5", "1500"]),
        ("It weighs 12.500 tonnes; 192.168.101.202 is down.", ["12.5", "192168101202"]),
        ("It weighs 12.500 tonnes.", ["12.5"]),
    ],
)
def test_points_part_thousands_where_the_text_says_so(text: str, values: list[str]) -> None:
    assert [numeral.value for numeral in read(text)] == [Decimal(value) for value in values]


@given(st.integers(min_value=2, max_value=10**12))
def test_words_come_back(number: int) -> None:
    assert [numeral.value for numeral in read(f"They saw {num2words(number)} of them.")] == [number]


@given(st.integers(min_value=3, max_value=10**6))
def test_ordinal_words_come_back(number: int) -> None:
    found = read(f"It was the {num2words(number, to='ordinal')} time.")
    assert [(numeral.value, numeral.form) for numeral in found] == [(number, "ordinal")]


@given(st.decimals(min_value=0, max_value=999, places=3))
def test_decimals_in_words_come_back(number: Decimal) -> None:
    number = number.normalize() if number % 1 else number.quantize(Decimal(1)) + Decimal("0.5")
    assert [numeral.value for numeral in read(f"It was {num2words(number)} of it.")] == [number]


@given(st.integers(min_value=0, max_value=10**15))
def test_grouped_digits_come_back(number: int) -> None:
    assert value_of(f"{number:,}") == number
    assert [numeral.value for numeral in read(f"It cost {number:,} in all.")] == [number]


@given(st.text(alphabet="0123456789., '-/:and hundredmillion\n\u00a0½", max_size=80))
def test_any_text_is_read_in_order(text: str) -> None:
    found = read(f"x {text}")
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(0 <= numeral.start < numeral.end <= len(text) + 2 for numeral in found)


@pytest.mark.parametrize("word", ["éone", "oneé", "łone", "oneł", "один_two", "two_"])
def test_letters_of_any_script_make_another_word_of_a_number(word: str) -> None:
    assert read(f"It is {word} there.") == read(word) == []


@pytest.mark.parametrize("written", ["“two”", "—two—", "…two", "(two)", "„two“, İ", "two’s", "Łódź two", "two"])
def test_marks_of_any_script_part_a_number_from_them(written: str) -> None:
    assert [numeral.value for numeral in read(written)] == [2]
