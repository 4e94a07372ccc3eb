"""The tables of units: Pint knows every unit, and every form of it is read."""

from decimal import Decimal

import pint
import pytest

from ledger.extraction.units import raised, spellings, tables, written
from ledger.lexicon import table

REGISTRY = pint.UnitRegistry()
STANDARDS = {
    "length": "meter", "area": "meter ** 2", "volume": "meter ** 3", "mass": "kilogram", "time": "second", "speed": "meter / second",
    "temperature": "kelvin", "angle": "radian", "energy": "joule", "power": "watt", "voltage": "volt", "current": "ampere",
    "charge": "coulomb",
    "resistance": "ohm", "frequency": "hertz", "ratio": "", "pressure": "pascal", "force": "newton", "torque": "joule",
    "light": "lumen", "illuminance": "lux", "intensity": "candela", "capacitance": "farad",
    "dose": "sievert", "radioactivity": "becquerel", "data": "bit", "pixels": "pixel", "substance": "mole", "bandwidth": "bit / second",
    "economy": "1 / meter ** 2",
    "flow": "meter ** 3 / second",
}  # fmt: skip
"""What each dimension of the table is, in Pint's words."""

UNITS = [(*row, "", "", "")[:5] for row in table("units.tsv")]
SUMS = table("compounds.tsv")
CALENDAR = {("year", "month"), ("year", "day"), ("month", "day")}


def known(name: str) -> pint.Quantity:
    return REGISTRY.parse_expression(name)


def dimensions(name: str) -> dict[str, float]:
    quantity = known(name)
    return dict(quantity.dimensionality) if hasattr(quantity, "dimensionality") else {}


@pytest.mark.parametrize("name", sorted({row[0] for row in UNITS}))
def test_pint_knows_the_unit_by_this_name(name: str) -> None:
    head, _, rest = name.partition(" ")
    plain = rest if head[0].isdigit() and not rest.startswith("/") else name
    if plain.startswith("1 /"):
        assert f"{known(plain).units}" == plain
    else:
        assert str(REGISTRY.parse_units(plain)) == plain


@pytest.mark.parametrize(("name", "dimension"), sorted({row[:2] for row in UNITS if row[0] != "decade"}))  # Pint's decade is a logarithm
def test_the_dimension_is_right(name: str, dimension: str) -> None:
    assert dimensions(name) == pytest.approx(dimensions(STANDARDS[dimension]) if STANDARDS[dimension] else {})


@pytest.mark.parametrize("row", UNITS, ids=lambda row: f"{row[0]}-{row[2] or row[3]}")
def test_every_form_is_read(row: tuple[str, ...]) -> None:
    name = row[0].partition(" ")[2] if row[0][0].isdigit() and not row[0].startswith("1 /") else row[0]
    forms = [*spellings(row[2]), *spellings(row[3])]
    found = {form: written(f"5 {form} ", 1, len(form) + 3) for form in forms}
    read = {form: (unit.unit.name, unit.end) if unit else None for form, unit in found.items()}
    assert read == {form: (name, len(form) + 2) for form in forms}


def test_no_symbol_means_two_things() -> None:
    symbols = [symbol for row in UNITS for symbol in spellings(row[3])]
    assert [symbol for symbol in symbols if symbols.count(symbol) > 1] == []


@pytest.mark.parametrize(("larger", "smaller", "many"), [row for row in SUMS if row[:2] not in CALENDAR and row[0] != "decade"])
def test_sums_reckon_as_pint_does(larger: str, smaller: str, many: str) -> None:
    assert REGISTRY.Quantity(1, larger).to(smaller).magnitude == pytest.approx(float(many), rel=1e-5)


LOOKED_UP = [
    ("5 square metres", "meter ** 2", "square metres"),
    ("5 sq. km", "kilometer ** 2", "sq. km"),
    ("5 sq ft", "foot ** 2", "sq ft"),
    ("5-square-mile", "mile ** 2", "square-mile"),
    ("5km²", "kilometer ** 2", "km²"),
    ("5 km2", "kilometer ** 2", "km2"),
    ("5 km^2", "kilometer ** 2", "km^2"),
    ("5 m3", "meter ** 3", "m3"),
    ("5 metres squared", "meter ** 2", "metres squared"),
    ("5 cubic centimetres", "centimeter ** 3", "cubic centimetres"),
    ("5-inch", "inch", "inch"),
    ("5\u202fkm", "kilometer", "km"),
    ("5\nkm", "kilometer", "km"),
    ("5 nautical miles", "nautical_mile", "nautical miles"),
    ("5 light-years", "light_year", "light-years"),
    ("5 °C", "degree_Celsius", "°C"),
    ("5º C", "degree_Celsius", "º C"),
    ("5 degrees Fahrenheit", "degree_Fahrenheit", "degrees Fahrenheit"),
    ("5 tonnes of oil equivalent", "tonne_of_oil_equivalent", "tonnes of oil equivalent"),
    ("5 (kg)", "kilogram", "kg)"),
    ("5 {kg}", "kilogram", "kg}"),
    ("5 MUSD", "USD", "MUSD"),
    ("5 U.S. dollars", "USD", "U.S. dollars"),
    ("5 Hong Kong dollars", "HKD", "Hong Kong dollars"),
]
NOT_UNITS = ["5 men", "5 m212", "5 (kg", "5 kms2a", "5 Lumen 6 lamps", "5. Km", "5, km", "5 u", "5 ", "5 \u0130km", "5  - km"]


@pytest.mark.parametrize(("text", "name", "quote"), LOOKED_UP)
def test_written(text: str, name: str, quote: str) -> None:
    found = written(text, 1, len(text))
    assert found is not None
    assert (found.unit.name, text[found.start : found.end]) == (name, quote)


@pytest.mark.parametrize("text", NOT_UNITS)
def test_not_written(text: str) -> None:
    assert written(text, 1, len(text)) is None


def test_nothing_is_read_behind_the_limit() -> None:
    assert written("5 square miles", 1, 8) is None


def test_a_factor_stands_before_the_name() -> None:
    assert tables().symbols["bcm"].factor == Decimal(10**9)


def test_only_lengths_have_areas_and_volumes() -> None:
    assert raised(tables().symbols["km"], 2).dimension == "area"
    assert written("5 square tonnes", 1, 15) is None


@pytest.mark.parametrize("length", [10_000, 100_000])
def test_hostile_gaps_take_linear_time(length: int) -> None:
    for filler in (" ", "-", "a", "sq ", "square "):
        text = "5" + filler * length
        assert written(text, 1, len(text)) is None
