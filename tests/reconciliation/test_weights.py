"""Every level that a check or a comparison names has a weight."""

from __future__ import annotations

import re
from math import inf
from pathlib import Path

import pytest

from ledger.lexicon import table
from ledger.reconciliation.comparison import RARE_SLIPS, SLIPS, TELLING

_STEP = re.compile(r'Step\(\s*"([a-z]+)", ("[^\n]*)')
_LEVEL = re.compile(r'(?:^| else )"([^"]+)"')
WEIGHED = {(field, level) for field, level, *_ in table("match_weights.tsv")}
ODDS: dict[str, set[str]] = {}
for field, level, _ in table("odds.tsv"):
    ODDS.setdefault(field, set()).add(level)
PLACE_ODDS: dict[str, set[str]] = {}
for field, level, _ in table("place_odds.tsv"):
    PLACE_ODDS.setdefault(field, set()).add(level)
SOURCES = Path(__file__).parents[2] / "ledger" / "reconciliation"
NAMED = sorted(
    {
        (found[1], level)
        for path in SOURCES.rglob("*.py")
        for found in _STEP.finditer(path.read_text("utf-8"))
        for level in _LEVEL.findall(found[2].split("), ")[0])
    }
)


@pytest.mark.parametrize(("field", "level"), NAMED)
def test_a_level_named_in_the_code_has_a_weight(field, level):
    assert (field, level) in WEIGHED


def test_the_levels_of_figures_have_weights():
    assert {("figures", level) for level in TELLING | SLIPS | RARE_SLIPS | {"unlike", "far apart", "same, one digit"}} <= WEIGHED


def test_no_level_is_weighed_twice():
    rows = [(field, level) for field, level, *_ in table("match_weights.tsv")]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize(("field", "level"), sorted(each for each in WEIGHED if each[0] in ODDS))
def test_a_level_that_figures_at_odds_can_have_tells_how_likely_they_are_of_one_thing(field, level):
    assert level in ODDS[field] or level.startswith(("same", "copied"))


@pytest.mark.parametrize("field", ["bond", "rivals"])
def test_of_any_amount_it_is_said_how_likely(field):
    assert max(map(float, ODDS[field])) == inf


@pytest.mark.parametrize(("field", "level"), sorted((field, level) for field in PLACE_ODDS for level in PLACE_ODDS[field]))
def test_a_level_of_a_place_in_the_story_is_one_that_pairs_have(field, level):
    amount = level.replace(".", "", 1).isdigit() or level == "inf"
    assert amount or field in ("before", "kind", "said") or (field, level) in WEIGHED
