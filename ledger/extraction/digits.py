"""The value of digits as written: separators, letter scales, fractions in one sign."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from ledger import patterns as re
from ledger.lexicon import scale_signs

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_SPACED = re.compile(
    r"((?:[\u00a0\u2009\u202f'’]\d{3}(?!\d))+| \d{3}(?!\d|[,.]\d{3})(?: \d{3}(?!\d))*)(?:[.,](\d{1,2})(?![\d.,]?\d))?"
)
_EXPONENT = re.compile(
    r"(?:e| ?[x×] ?10\^)([+-]?\d{1,2})(?!\w)| ?[x×] ?10([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})(?!\w)"
    r"|(?: ?[x×] ?10(?=−)| ?× ?10)([−–-]\d{1,2})(?![\d.])"
)
"""A power of ten; of "× 10−10" the raised figure has lost its place, and only its sign tells that it had one."""
_SCALES = scale_signs("joined") | scale_signs("apart")
_LETTERS = re.compile(rf"({'|'.join(scale_signs('joined'))})(?![\w’'])|[ \u00a0]?({'|'.join(scale_signs('apart'))})(?!\w)")
VULGAR = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3, "⅙": Decimal(1) / 6,
    "⅛": Decimal("0.125"), "⅜": Decimal("0.375"), "⅝": Decimal("0.625"), "⅞": Decimal("0.875"), "⅕": Decimal("0.2"), "⅖": Decimal("0.4"),
    "⅗": Decimal("0.6"), "⅘": Decimal("0.8"), "⅚": Decimal(5) / 6, "⅐": Decimal(1) / 7, "⅑": Decimal(1) / 9, "⅒": Decimal("0.1"),
}  # fmt: skip
"""Fractions in one sign."""


def value_of(digits: str) -> Decimal:
    """The value of ``digits`` (digits, commas and points): commas part thousands, a point decimals.

    A comma that cannot part thousands is a decimal comma ("2,5"); several points part
    thousands ("1.234.567"); of both signs the last one is the decimal sign ("1.111,11").
    """
    if digits.isdigit():
        return Decimal(digits)
    if "," not in digits:
        if digits.count(".") > 1:
            digits = digits.replace(".", "")
    elif _GROUPED.fullmatch(digits) or _INDIAN.fullmatch(digits):
        digits = digits.replace(",", "")
    elif digits.count(",") == 1 and digits.rfind(",") > digits.rfind("."):
        digits = digits.replace(".", "").replace(",", ".")
    else:
        digits = digits.replace(",", "")
    try:
        return Decimal(digits)
    except InvalidOperation:
        return Decimal(digits.replace(".", "") or 0)


def spaced(low: str, digits: str, end: int, limit: int) -> tuple[str, int]:
    """``digits`` and their end with the groups of three that follow behind spaces: "12 345 678"."""
    if len(digits) <= 3 and digits.isdigit() and (groups := _SPACED.match(low, end, limit)):
        decimals = "." + groups.group(2) if groups.group(2) else ""
        return digits + re.sub(r"\D", "", groups.group(1)) + decimals, groups.end()
    return digits, end


def scaled(low: str, end: int, limit: int) -> tuple[Decimal, int]:
    """The factor glued behind digits and its end: "1.2m", "5k", "3 bn", "1.3e6"; 1 where there is none."""
    if found := _LETTERS.match(low, end, limit):
        return _SCALES[found.group(1) or found.group(2)], found.end()
    if found := _EXPONENT.match(low, end, limit):
        return Decimal(10) ** int((found.group(1) or found.group(2) or found.group(3)).translate(_LEVEL)), found.end()
    return Decimal(1), end


_POWER = re.compile(r"\^([+-]{0,2})(\d{1,3})(?!\d)")
_RAISED = re.compile("[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}(?![⁰¹²³⁴⁵⁶⁷⁸⁹])")
_LEVEL = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹−–", "+-0123456789--")
_TEN = Decimal(10)


def powered(low: str, value: Decimal, end: int, limit: int) -> tuple[Decimal, int]:
    """``value`` to the power written behind it, and where that ends: "1.1^23", "10⁶"; a raised figure behind any other is a footnote."""
    if found := _POWER.match(low, end, limit):
        exponent = int(found.group(2)) * (-1 if found.group(1) in ("-", "+-", "-+") else 1)
    elif value == _TEN and (found := _RAISED.match(low, end, limit)):
        exponent = int(found.group().translate(_LEVEL))
    else:
        return value, end
    return (value**exponent if value or exponent > 0 else value), found.end()


def vulgar(low: str, end: int, limit: int) -> tuple[Decimal, int]:
    """The fraction in one sign behind digits and its end: "2½", "2 ½"; 0 where there is none."""
    at = end + 1 if low[end : end + 1] == " " else end
    part = VULGAR.get(low[at : at + 1]) if at < limit else None
    return (part, at + 1) if part is not None else (Decimal(0), end)
