"""Every rule's examples are its tests."""

import pytest

from ledger.extraction import extract
from ledger.extraction.rule import Rule
from ledger.reading import read_text
from ledger.registry import declared

RULES: tuple[Rule, ...] = declared("ledger.extraction.quantities")
EXAMPLES = [pytest.param(rule, *case, id=f"{rule.code}-{case[0]}") for rule in RULES for case in rule.cases()]
SILENCES = [pytest.param(rule, text, id=f"{rule.code}-{text}") for rule in RULES for text in rule.silences()]


@pytest.mark.parametrize(("rule", "text", "start", "end", "value"), EXAMPLES)
def test_example(rule: Rule, text: str, start: int, end: int, value: str) -> None:
    found = [
        (claim.span.start, claim.span.end, claim.kind, str(claim.quantity)) for claim in extract(read_text(text, published="2020-09-01"))
    ]
    assert (start, end, rule.kind, value) in found


@pytest.mark.parametrize(("rule", "text"), SILENCES)
def test_counterexample(rule: Rule, text: str) -> None:
    assert [claim.span.quote for claim in extract(read_text(text, published="2020-09-01")) if claim.rule == rule.code] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_explains_itself(rule: Rule) -> None:
    assert rule.manual.strip()
    assert len(rule.cases()) >= 2
    assert rule.silences()
