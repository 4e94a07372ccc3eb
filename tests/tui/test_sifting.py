"""What the filter line of browse asks for, at every moment of typing it."""

from __future__ import annotations

import pytest

from ledger.service import Filter
from tui.sifting import sifted


@pytest.mark.parametrize(
    ("line", "filter"),
    [
        ("", Filter()),
        ("   ", Filter()),
        ("road maps", Filter(words="road maps")),
        ("road maps ", Filter(words="road maps ")),
        ("kind:sha", Filter(kind="sha*")),
        ("kind:share ", Filter(kind="share")),
        ("kind:share road", Filter(kind="share", words="road")),
        ('speaker:"Ann Bra', Filter(speaker="Ann Bra*")),
        ('speaker:"Ann Brandt"', Filter(speaker="Ann Brandt")),
        ("status:needs-source ", Filter(status="needs source")),
        ("value:20..40", Filter(low=20, high=40)),
        ("value:-1.5..", Filter(low=-1.5)),
        ("value:..40 unit:percent ", Filter(high=40, unit="percent")),
        ("value:31 fire", Filter(low=31, high=31, words="fire")),
        ("value:", Filter()),
        ("kind:", Filter()),
        ("old:yes fire ", Filter(old=True, words="fire ")),
        ("12:30 b", Filter(words="12:30 b")),
    ],
)
def test_a_line_asks_for(line, filter):
    assert sifted(line) == (filter, "")


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("knd:share", "knd: is no field; there are kind, status"),
        ("value:many", "value:many is no number and no range such as 20..40"),
        ("status:ver kind:share", "status:ver is none; there are unreviewed"),
        ("status:done", "status:done is none; there are unreviewed"),
        ("old:no", "old:no asks for nothing; old:yes wants"),
        ("kind:shair ", "kind:shair is none; there are count, share"),
        ("kind:x", "kind:x is none; there are count, share"),
        ("verdict:maybe road", "verdict:maybe is none; there are conflict, corroborate"),
    ],
)
def test_what_cannot_be_understood_is_said(line, wrong):
    assert sifted(line, ["count", "share"]).wrong.startswith(wrong)
