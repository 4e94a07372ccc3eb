"""Measures: a number with a physical unit, and what only looks like it."""

import pytest

from tests.extraction.rows import Row, figures, rows

MEASURES = rows(
    """
    The road is [40 km] long.  ->  40 kilometer
    The lock is [6ft 5in] ([1.96m]), the wall [10 feet] ([3m]) high.  ->  77 inch | 1.96 meter | 10 foot | 3 meter
    It was [30C] in Bergen and [34C] in Oslo; boil it at [60 C] for long.  ->  30 degree_Celsius | 34 degree_Celsius | 60 degree_Celsius
    It hit [75 F] outside; they live at 12C Elm Road, near Gate 14F.  ->  75 degree_Fahrenheit
    The coil was cooled to [4 K] or [77K].  ->  4 kelvin | 77 kelvin
    It was [72 degs F] there; it weighs [5 lbs. 3 ozs].  ->  72 degree_Fahrenheit | 83 ounce
    A tremor measuring [seven] on the Richter scale was felt.  ->  7
    It exports [10 MMT] from [3.1 Mha].  ->  10000000 metric_ton | 3100000 hectare
    He broke the 12-year-old [1500m] world record and won the [100m] title.  ->  1500 meter | 100 meter
    The [1.96m], [118kg] lock fell.  ->  1.96 meter | 118 kilogram
    A [six-mile] walk, a [3-inch] nail.  ->  6 mile | 3 inch
    The forest covers [5,000 sq km], or [1,900 square miles].  ->  5000 kilometer ** 2 | 1900 mile ** 2
    A [200-square-metre] flat, a [2,000 sq ft] house.  ->  200 meter ** 2 | 2000 foot ** 2
    It covers [3.2 km2] and holds [40 m3].  ->  3.2 kilometer ** 2 | 40 meter ** 3
    The plot is [120m²].  ->  120 meter ** 2
    [55 bcm] of gas was sold.  ->  55000000000 meter ** 3
    [20 billion cubic feet] of gas.  ->  20000000000 foot ** 3
    It burns [5.4 million tonnes] of coal.  ->  5400000 metric_ton
    A [3.5-million-tonne] plant.  ->  3500000 metric_ton
    It shipped [500 MT] of wheat, [100t] of rye.  ->  500 metric_ton | 100 metric_ton
    [12 500 t] of ore lay there.  ->  12500 metric_ton
    The [12-tonne] lorry hit a [30ft] wall.  ->  12 metric_ton | 30 foot
    A [20-kiloton] bomb.  ->  20 kiloton
    It emitted [8.4 Mt] in all.  ->  8.4 megametric_ton
    Each weighs [250kg], not [7lb 3oz].  ->  250 kilogram | 115 ounce
    You weigh [200lbs].  ->  200 pound
    It has a capacity of [2.4GW].  ->  2.4 gigawatt
    A [2.1-gigawatt] station.  ->  2.1 gigawatt
    A [500kW] charger, a [60-watt] bulb, a [12V] battery.  ->  500 kilowatt | 60 watt | 12 volt
    It stores [400 MWh], not [5.5 TWh].  ->  400 megawatt_hour | 5.5 terawatt_hour
    The [380 kV] line hums.  ->  380 kilovolt
    It is [5.2] ± [0.3 cm] wide and [4] ± [0.5 million km] off.  ->  5.2 centimeter | 0.3 centimeter | 4000000 kilometer | 500000 kilometer
    Drifts reached [2.5m] there, on a bike with [20"] wheels.  ->  2.5 meter | 20 inch
    Store it at [-70C], he said.  ->  -70 degree_Celsius
    Heat to [180°C], then lower to [160C].  ->  180 degree_Celsius | 160 degree_Celsius
    RIGA, Dec 8 (MW) - It rained.
    It makes [300 Nm], [220 lb-ft] or [220 pound-feet].  ->  300 meter * newton | 220 foot_pound | 220 foot_pound
    It emits [12 MtCO2e] there.  ->  12 megametric_ton
    The air is at [30 inches of mercury], blood at [120 mm Hg].  ->  30 inch_Hg | 120 millimeter_Hg
    He is [6 ft. 2 in]. tall.  ->  74 inch
    She weighs [9 stone 4 pounds].  ->  130 pound
    They walked a [few thousand kilometres].  ->  1000s kilometer
    It is [minus 5 degrees] there.  ->  -5 degree_Celsius
    A [400-horsepower] engine.  ->  400 horsepower
    [1,500 calories], [2,000 kcal] and [8 kJ].  ->  1500 calorie | 2000 kilocalorie | 8 kilojoule
    The noise reached [95 decibels].  ->  95 decibel
    It has [16GB] of memory and a [256-bit] key.  ->  16 gigabyte | 256 bit
    The [3.5GHz] band was sold.  ->  3.5 gigahertz
    It hit [1,013 hPa].  ->  1013 hectopascal
    The air holds [420 ppm], or [420 parts per million].  ->  420 ppm | 420 ppm
    [100g] of flour, [2 litres] of milk and [5 ml] of oil.  ->  100 gram | 2 liter | 5 milliliter
    Add [two tablespoons], [1/2 cup] of sugar and [½ teaspoon] of salt.  ->  2 tablespoon | 0.5 cup | 0.5 teaspoon
    It holds [50,000 barrels], or [1.2m barrels].  ->  50000 oil_barrel | 1200000 oil_barrel
    It lies [12 nautical miles] off.  ->  12 nautical_mile
    The boat did [25 knots].  ->  25 knot
    It is [1,200 light-years] away.  ->  1200 light_year
    The flat is on [5 more miles].  ->  5 mile
    It counts [7.5 millimoles].  ->  7.5 millimole
    It yields [42 trillion ft3] of gas.  ->  42000000000000 foot ** 3
    A dose of [120 μg], then of [150 microgram].  ->  120 microgram | 150 microgram
    The sack holds [20 (kg)].  ->  20 kilogram
    The slick stretched for [hundreds of kilometres].  ->  100s kilometer
    They walked [a couple of miles].  ->  ~2 mile
    """
)

TEMPERATURES = rows(
    """
    It stayed above [40 degrees Celsius]; Orlec logged [46.2C].  ->  >40 degree_Celsius | 46.2 degree_Celsius
    It fell to [-4°C], then to [minus 12 °C].  ->  -4 degree_Celsius | -12 degree_Celsius
    Temperatures hit [40C] ([104F]) on Tuesday.  ->  40 degree_Celsius | 104 degree_Fahrenheit
    Warming of [1.5C] is the limit.  ->  1.5 degree_Celsius
    It was [25 degrees Celsius].  ->  25 degree_Celsius
    It was [38 degrees] in the shade.  ->  38 degree_Celsius
    The heat reached [98 degrees].  ->  98 degree_Fahrenheit
    Fahrenheit is used here: the temperature was [50 degrees].  ->  50 degree_Fahrenheit
    Temperatures ranged between [-10 and -5 °C].  ->  -10..-5 degree_Celsius
    Temperatures of [20 to 25°C] are due.  ->  20..25 degree_Celsius
    It fell to [31 below zero], then to [20 degrees below zero].  ->  -31 degree_Celsius | -20 degree_Celsius
    The mercury rose to [44] in the south.  ->  44 degree_Celsius
    A cold night: a low of [minus 12] was read.  ->  -12 degree_Celsius
    Temperature records fell in 12 places.
    Set it to [6 deg c] or to [34.5 celcius].  ->  6 degree_Celsius | 34.5 degree_Celsius
    Turn left [45 degrees].  ->  45 degree
    Turn a 45 degrees angle.
    The ship lies at 54 degrees north.
    They hold two degrees in law.
    Rotate 90°.
    It paid 14.7C/ a unit.
    The 13F filing is out.
    """
)

MAGNITUDES = rows(
    """
    A quake of [magnitude 7] hit.  ->  7
    A [5.8-magnitude] quake hit.  ->  5.8
    It had a [magnitude of 6.4].  ->  6.4
    A quake measuring [6.2] on the Richter scale.  ->  6.2
    A [6.1] earthquake shook it.  ->  6.1
    The [pH of 8.1] is normal.  ->  8.1
    """
)

PARTS_AND_SUMS = rows(
    """
    He is [1m 85cm] tall.  ->  185 centimeter
    In the area [1 250,75 km²] are forest.  ->  1250.75 kilometer ** 2
    She won with a throw of [91.36 m], [28 centimetres] farther.  ->  91.36 meter | 28 centimeter
    They live [half a mile] from here.  ->  0.5 mile
    It is [three-quarters of a mile] long.  ->  0.75 mile
    It missed by [a quarter of an inch].  ->  0.25 inch
    They own [a third of an acre].  ->  0.3333333 acre
    [A mile and a half] of road is closed.  ->  1.5 mile
    He is [6ft 2in] tall.  ->  74 inch
    She is [4 feet and 9 inches].  ->  57 inch
    He is [6 foot 2].  ->  74 inch
    A [5-foot-10] striker.  ->  70 inch
    He is [5'10"] tall.  ->  70 inch
    The eel is [14 "] long.  ->  14 inch
    The rope is [15 m] [4 dm].  ->  15 meter | 4 decimeter
    """
)

LETTERS = rows(
    """
    It needs [5 V] and at least [2 A].  ->  5 volt | >=2 ampere
    He swam [1,500 metres]; the last [400m] hurt.  ->  1500 meter | 400 meter
    The river is now [4.7m].  ->  4.7 meter
    The [30m]-high wall, the hole [5m] deep.  ->  30 meter | 5 meter
    Waves of [12m] hit the pier.  ->  12 meter
    The [100m] final was fast.  ->  100 meter
    She came third in the [200m].  ->  200 meter
    He won a [10k] run, and the [1,500m] in May.  ->  10 kilometer | 1500 meter
    [300mm] of rain fell on a [7.62mm] round.  ->  300 millimeter | 7.62 millimeter
    I am [1.8m] tall.  ->  1.8 meter
    30m people live there.
    The firm sold 48m units.
    It cost 1.8M dollars.
    The 5m-strong crowd left.
    A [12in] pizza, 10 in the morning.  ->  12 inch
    """
)

RANGES = rows(
    """
    The sea was [6 to 7 metres] high.  ->  6..7 meter
    It is [10-15km] away.  ->  10..15 kilometer
    A [5- to 10-kilometre] ride.  ->  5..10 kilometer
    [5-] and [10-kilometre] races.  ->  5 kilometer | 10 kilometer
    Farms of [1.2 to 1.5 GW].  ->  1.2..1.5 gigawatt
    A plot of [40] by [60 metres].  ->  40 meter | 60 meter
    A [3] x [4 m] room.  ->  3 meter | 4 meter
    They ran between [5 and 10 km].  ->  5..10 kilometer
    """
)

NO_MEASURES = rows(
    """
    She landed on her two feet, one foot in the door.
    Two bits of news came.
    The two stone walls fell.
    24703m212 is a part.
    I'm a man.
    12 in 100 agree.
    They sold 400,000 Lumen 5 lamps.
    Three gigs were cancelled.
    Two Newton residents came.
    The 5 SEC lawyers met.
    It has 3 cups of gold.
    He took 3 turns at the wheel.
    """
)


@pytest.mark.parametrize(
    "row", MEASURES + TEMPERATURES + MAGNITUDES + PARTS_AND_SUMS + LETTERS + RANGES + NO_MEASURES, ids=lambda row: row.text
)
def test_measure(row: Row) -> None:
    assert figures(row.text, "measure") == row.figures
