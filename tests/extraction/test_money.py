"""Money: signs, codes and names of currencies, and what only looks like it."""

from datetime import date

import pytest
from babel import Locale
from babel.numbers import get_territory_currencies

from ledger.extraction.currencies import meant
from ledger.extraction.units import spellings, tables
from ledger.lexicon import table
from tests.extraction.rows import Row, figures, rows

MONEY = rows(
    """
    The firm paid [$1.2bn] for it.  ->  1200000000 USD
    A tea is [2 pounds 50].  ->  2.5 GBP
    Lusaka, Zambia, pays [K198] a bag.  ->  198 ZMW
    Kenya owes [Sh1.2 trillion], Ugandans [Shs5,000] each.  ->  1200000000000 KES | 5000 UGX
    He was fined [50,000 afghanis]; 3,000 Afghanis fled.  ->  50000 AFN
    Prague pays [4.50 crowns] a kilo.  ->  4.5 CZK
    He got [5,000 crowns] and owes [2.5 million crowns] (see below).  ->  5000 SEK | 2500000 SEK
    The queen has 5,000 crowns.
    Oil was down [80 cents] to [$71.20].  ->  0.8 USD | 71.2 USD
    The fine is up [$30 to $40] on last year.  ->  30..40 USD
    [4.50 Swiss francs] is the fare.  ->  4.5 CHF
    They spent [€3,400] on chairs.  ->  3400 EUR
    It won a [US$1.3 billion] order.  ->  1300000000 USD
    The fund lost [A$45 million], or [C$41 million].  ->  45000000 AUD | 41000000 CAD
    It is worth [5m USD], they said.  ->  5000000 USD
    [EUR2bn] was set aside and [USD 5m] lent.  ->  2000000000 EUR | 5000000 USD
    They lost [75 USD million] in a year.  ->  75000000 USD
    Losses of [30 MUSD] and of [MAUD 60] were booked.  ->  30000000 USD | 60000000 AUD
    The bill came to [usd$ 15] or [nzd$15].  ->  15 USD | 15 NZD
    The bank lent [300 million Swiss francs].  ->  300000000 CHF
    A loan of [2bn yuan] was agreed.  ->  2000000000 CNY
    He was fined [15 million tenge].  ->  15000000 KZT
    She earns [3 lakh rupees] a month.  ->  300000 INR
    The scheme costs [Rs 1,250 crore].  ->  12500000000 INR
    It sells for [Rs. 500], not [Rs.750].  ->  500 INR | 750 INR
    It made [R$4.2 billion] in Brazil.  ->  4200000000 BRL
    It paid [R500 million] for the mine.  ->  500000000 ZAR
    The fee is [250 zł], once [200 zlotys].  ->  250 PLN | 200 PLN
    The price of the book is [100 ₡].  ->  100 CRC
    It sells at [100元].  ->  100 CNY
    He lent me [100,000 ரூ].  ->  100000 LKR
    It costs [hk$30], [us$ 400], [9 brl] or [rs 500].  ->  30 HKD | 400 USD | 9 BRL | 500 INR
    Notes of [5 €], [10 €] and [20 €].  ->  5 EUR | 10 EUR | 20 EUR
    I have [10 $] [30 $].  ->  10 USD | 30 USD
    It cost [10 rmb] [20 usd].  ->  10 CNY | 20 USD
    It cost [rmb 10] [usd 20].  ->  10 CNY | 20 USD
    [CHF 3.5 million] was frozen.  ->  3500000 CHF
    [MAD 5 million] was paid.  ->  5000000 MAD
    A [$70]-a-share offer was made.  ->  70 USD
    A [12-cent]-a-share dividend is due.  ->  0.12 USD
    A [10-euro]-a-month tax is planned.  ->  10 EUR
    A [20-euro] note lay there.  ->  20 EUR
    The [$1.5-trillion] package passed.  ->  1500000000000 USD
    It holds [$1.5tn] of debt and [$3t] in assets.  ->  1500000000000 USD | 3000000000000 USD
    [A million-dollar] house burned.  ->  1000000 USD
    [Half a million euros] vanished.  ->  500000 EUR
    [A quarter of a million pounds] was raised.  ->  250000 GBP
    It was worth [three and a half million dollars].  ->  3500000 USD
    [Hundreds of millions of dollars] were lost.  ->  100000000s USD
    [Thousands of euros] went missing.  ->  1000s EUR
    A [few hundred dollars] and [several million euros] went missing.  ->  100s USD | 1000000s EUR
    It made [minus $50 million].  ->  -50000000 USD
    It costs [$50]-plus.  ->  >=50 USD
    It made [€1.2 mrd] and [€ 3,5 Mio].  ->  1200000000 EUR | 3500000 EUR
    [A couple of dollars] would do.  ->  ~2 USD
    The deficit is [minus 5 million dollars].  ->  -5000000 USD
    It lost [-$5m] and then [$-3m].  ->  -5000000 USD | -3000000 USD
    It cost nearly [$ 5 million].  ->  ~5000000 USD
    It raised at least [£20m].  ->  >=20000000 GBP
    It needs [£40 million] first.  ->  40000000 GBP
    """
)

RANGES = rows(
    """
    A [$2-3 million] house burned.  ->  2000000..3000000 USD
    Between [$5 and 10 million] was lost.  ->  5000000..10000000 USD
    Between [€5m and €10m] was lost.  ->  5000000..10000000 EUR
    It costs [$20-$30] a day.  ->  20..30 USD
    They pay [$5-10] a head.  ->  5..10 USD
    Tickets cost [35 to 220 euros].  ->  35..220 EUR
    A dividend of [11 to 17 cents] is due.  ->  0.11..0.17 USD
    An estimated [$1.2 to $1.5 billion] is due.  ->  1200000000..1500000000 USD
    It fell from [$20] to [$15].  ->  20 USD | 15 USD
    He paid [$5] to 20 people.  ->  5 USD
    """
)

NAMES_SHARED = rows(
    """
    Fines of [5,000 roubles] were imposed in Russia.  ->  5000 RUB
    Fines of [5,000 rubles] were imposed in Minsk, Belarus.  ->  5000 BYN
    A [500-krone] note was found in Denmark.  ->  500 DKK
    It cost [40 million kroner], Norway said.  ->  40000000 NOK
    He owes [5,000 Egyptian pounds].  ->  5000 EGP
    A [3,000-dirham] fine is due in the UAE.  ->  3000 AED
    They pay [50 dinars] in Serbia.  ->  50 RSD
    They pay [50 dinars] in Kuwait.  ->  50 KWD
    It sold for [1.2 million Czech crowns].  ->  1200000 CZK
    The [10,000-won] note is green, said the Korean bank.  ->  10000 KRW
    The sum was [900 pesos].  ->  900 MXN
    The sum was [900 pesos], said police in Chile.  ->  900 CLP
    It paid [1.4 trillion won], or [$1bn].  ->  1400000000000 KRW | 1000000000 USD
    It paid [500,000 won] in Seoul.  ->  500000 KRW
    The woman paid [5,000 rials] in Iran.  ->  5000 IRR
    A room in Canada is [CAD 50]; in Manila [P50 million] was stolen.  ->  50 CAD | 50000000 PHP
    The Nigerian state paid [N50 million].  ->  50000000 NGN
    In Kuwait it costs [KD50], in Prague [Kč50], in Warsaw [zł50].  ->  50 KWD | 50 CZK | 50 PLN
    A CAD 50 drawing hung there.
    We paid [10 CAD] or [10 US$] for it, then [sek 50].  ->  10 CAD | 10 USD | 50 SEK
    We hired 10 CAD drafters.
    Then rub 20 grams of salt on it.
    THE TOP 10 ALL IN ONE
    It sold for [150 thousand pounds].  ->  150000 GBP
    Of them 12,000 won seats.
    He gave 20 marks.
    """
)

HUNDREDTHS = rows(
    """
    Shares rose [12 cents], to [$4.10].  ->  0.12 USD | 4.1 USD
    Bread costs [80 cents], not [€0.80].  ->  0.8 EUR | 0.8 EUR
    It costs [90p], up from [85p]; a ticket is [£4].  ->  0.9 GBP | 0.85 GBP | 4 GBP
    Shares fell to [470 pence].  ->  4.7 GBP
    The [$2] fee rose by [11c].  ->  2 USD | 0.11 USD
    The fare is [4 dollars 20 cents].  ->  4.2 USD
    It cost [eleven dollars and sixty-five cents].  ->  11.65 USD
    It costs only [15 dollars 50].  ->  15.5 USD
    It costs [15 euros].  50 came.  ->  15 EUR
    It costs [$5 and 20 cents], or [£3 and 50 pence].  ->  5.2 USD | 3.5 GBP
    It costs [$5], and 20 came.  ->  5 USD
    It lost [$(0.23)] a share, or [$(18.2) million].  ->  -0.23 USD | -18200000 USD
    It costs [10 francs and 50 centimes].  ->  10.5 CHF
    A stamp is [50 öre], a bun [80 Canadian cents].  ->  0.5 SEK | 0.8 CAD
    It costs [one kuai and five mao five].  ->  1.55 CNY
    It costs [10 Kuwaiti dinars 500 fils], not [50 Kuwaiti fils].  ->  10.5 KWD | 0.05 KWD
    It costs [three pounds fifty pence], or [4 euros 20 cents].  ->  3.5 GBP | 4.2 EUR
    The fee of [PEN 45.50] is due, the prize is [100 million won].  ->  45.5 PEN | 100000000 KRW
    """
)

WEIGHT_OR_MONEY = rows(
    """
    It cost [200 pounds sterling].  ->  200 GBP
    They raised [20,000 pounds] for the hospice.  ->  20000 GBP
    The profit improved to [361 million pounds].  ->  361000000 GBP
    A [50-pound] note lay on a 50-pound sack.  ->  50 GBP
    A [2-million-pound] grant was paid.  ->  2000000 GBP
    He weighed 200 pounds.
    The 12-pound baby slept.
    Police seized 300 pounds of cocaine worth [$4 million].  ->  4000000 USD
    A ton is equal to 2,000 pounds.
    """
)

NO_MONEY = rows(
    """
    It is a million-dollar question.
    A multimillion-dollar deal was signed.
    ALL 12 were held.
    All seventeen tests passed.
    COP27 was held there.
    The TOP 10 list is out.
    Three Bucks players were hurt.
    Bob 3 times called.
    Articles 10c and 11p apply.
    The 480p film is short.
    """
)


@pytest.mark.parametrize("row", MONEY + RANGES + NAMES_SHARED + HUNDREDTHS + WEIGHT_OR_MONEY + NO_MONEY, ids=lambda row: row.text)
def test_money(row: Row) -> None:
    assert figures(row.text, "money") == row.figures


YEAR_BEGINS = date(2025, 6, 1)


def in_use() -> dict[str, str]:
    """Codes of the currencies that are tender somewhere, with their English plural."""
    english = Locale("en")
    territories = [territory for territory in english.territories if len(territory) == 2]
    codes = sorted({code for territory in territories for code in get_territory_currencies(territory, start_date=YEAR_BEGINS) or ()})
    return {code: english._data["currency_names_plural"].get(code, {}).get("other", "") for code in codes}  # type: ignore[attr-defined]


IN_USE = in_use()


@pytest.mark.parametrize("code", IN_USE)
def test_every_currency_in_use_has_a_line(code: str) -> None:
    assert code in tables().codes


@pytest.mark.parametrize(("code", "name"), IN_USE.items())
def test_the_name_that_unicode_gives_a_currency_is_read(code: str, name: str) -> None:
    bare = name.partition(" (")[0].replace("St. ", "St ")
    assert [value for _, _, value in figures(f"It paid 5,000 {bare} there.", "money")] == [f"5000 {code}"]


def test_the_signs_that_unicode_gives_are_read() -> None:
    symbols = Locale("en").currency_symbols
    expected = {code: symbols[code] for code in IN_USE if symbols.get(code, code) != code and code not in ("XAF", "XPF")}
    found = {code: figures(f"It paid {sign}5,000 there.", "money") for code, sign in expected.items()}
    assert {code: values[0][2] if values else "" for code, values in found.items()} == {code: f"5000 {code}" for code in expected}


def test_codes_are_codes_of_unicode() -> None:
    known = Locale("en").currencies
    assert [row[0] for row in table("currencies.tsv") if row[0].removeprefix("~") not in known] == ["BTC"]


def test_no_line_repeats_another() -> None:
    codes = [row[0] for row in table("currencies.tsv")]
    signs = [sign for row in table("currencies.tsv") for sign in spellings((*row, "", "", "")[3])]
    assert len(codes) == len(set(codes))
    assert [sign for sign in signs if signs.count(sign) > 1] == []


def test_a_dollar_without_a_country_is_american() -> None:
    assert meant("canada and australia, australia", "dollars") == ("USD", True)
