"""Units as factors of base units, so that miles and kilometres can be held side by side."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ledger import patterns as re
from ledger.lexicon import table
from ledger.records import Claim

_ATOM = re.compile(r"([*/]?)\s*(?:(\d+(?:\.\d+)?(?:e-?\d+)?)\s+|1\s*(?=/))?([a-zA-Z_]*)\s*(?:\*\*\s*(\d+))?\s*")


class Scale(NamedTuple):
    """How a value in some unit becomes one in base units: ``value * factor + offset``.

    ``measures`` is equal for units that measure the same: the base units with their powers,
    a currency's code, ``percent``, or the unit itself when it is unknown. ``other`` is the
    factor of the other size that the unit's name is used for (a ton), else ``factor``.
    """

    measures: str
    factor: float = 1.0
    offset: float = 0.0
    other: float = 1.0

    @property
    def plain(self) -> bool:
        """Whether it is that of plain numbers or of shares, which have no unit to tell what they measure."""
        return self.measures in ("1", "percent")

    def over(self, whole: float) -> Scale:
        """The scale of so many per ``whole``."""
        return self._replace(factor=self.factor / whole, other=self.other / whole)


def is_width(claim: Claim) -> bool:
    """Whether the figure tells which kind of thing is meant rather than how large it is: "64-bit systems" are there beside 32-bit ones."""
    return claim.unit == "bit" and "-" in claim.span.quote


@lru_cache(4096)
def scale(unit: str) -> Scale:
    """The scale of ``unit``: a currency code, ``percent``, or a unit as Pint writes it (``kilometer / hour``, ``1000 meter ** 2``)."""
    known = _factors().get(unit)
    if known is not None:
        return known
    powers: dict[str, int] = {}
    factor = other = 1.0
    at = 0
    while at < len(unit):
        found = _ATOM.match(unit, at)
        if found is None or found.end() == at:
            return Scale(unit)
        at = found.end()
        sign, number, name, power = found.groups()
        exponent = int(power or 1) * (-1 if sign == "/" else 1)
        if number:
            factor *= float(number) ** (-1 if sign == "/" else 1)
            other *= float(number) ** (-1 if sign == "/" else 1)
        if not name:
            continue
        atom = _factors().get(name)
        if atom is None:
            atom = Scale(name)
        factor *= atom.factor**exponent
        other *= atom.other**exponent
        for base, height in _powers(atom.measures):
            powers[base] = powers.get(base, 0) + height * exponent
    measures = " ".join(f"{base}{height if height != 1 else ''}" for base, height in sorted(powers.items()) if height)
    return Scale(measures or "1", factor, 0.0, other)


def _factors() -> dict[str, Scale]:
    global _table
    if not _table:
        for unit, measures, factor, *rest in table("unit_factors.tsv"):
            size, last = float(factor), rest[0] if rest else ""
            _table[unit] = Scale(
                measures, size, 0.0 if last.startswith("~") else float(last or 0), float(last[1:]) if last.startswith("~") else size
            )
    return _table


_table: dict[str, Scale] = {}
_POWER = re.compile(r"([A-Za-z_]+)(-?\d+)?")


def _powers(measures: str) -> list[tuple[str, int]]:
    return [(base, int(power or 1)) for base, power in _POWER.findall(measures) if base]
