"""Progress: what is done and left, the pace, agreement, and a topic's figures over time."""

from __future__ import annotations

import pytest

from ledger.service import Ledger
from tui.screens.progress import told


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_what_is_done_is_told_with_the_agreement_of_two(review, seeds, size):
    with Ledger(str(seeds), by="Ann") as ann, Ledger(str(seeds), by="Ben") as ben:
        claims = [row.id for row in ann.claims(size=10)]
        for at, id in enumerate(claims):
            ann.decide(id, "verify")
            ben.decide(id, "verify" if at else "reject")

    async def script(desk):
        await desk.press("p")
        for part in ("10 done", "by kind", "by document", "Ann: 10 decisions", "Ann and Ben: 10 judged by both, 90% alike, kappa 0.00"):
            assert part in " ".join(desk.told.split()), part
        await desk.press("escape", "p")

    review(script, seeds, size=size)


def test_the_figures_of_a_topic_are_plotted(review, seeds):
    async def script(desk):
        await desk.press("p")
        assert "figures over time, topic 1 of" in desk.told
        assert "┤" in desk.told
        await desk.press("n")
        assert "figures over time, topic 2 of" in desk.told
        await desk.press("k")
        assert "figures over time, topic 1 of" in desk.told

    review(script, seeds)


def test_of_a_topic_of_many_figures_the_latest_are_listed(seeds):
    with Ledger(str(seeds)) as book:
        (topic,) = book.topics(1)
    many = topic._replace(figures=topic.figures * 100, more=7)
    said = ["".join(run.text for run in line) for line in told([many], 0, 120)]
    assert said[-1] == f"and {len(many.figures) - 200 + 7:,} more"


def test_the_figures_of_a_topic_are_in_its_unit(seeds):
    with Ledger(str(seeds)) as book:
        topics = list(book.topics())
    units = {figure.claim.unit for topic in topics for figure in topic.figures if topic.unit == figure.claim.unit}
    assert "year" in units
    figures = [figure for topic in topics for figure in topic.figures if topic.unit == figure.claim.unit]
    exact = [figure for figure in figures if figure.claim.bound == "exact" and figure.claim.whole is None]
    assert exact
    assert all(figure.low <= float(figure.claim.low) <= figure.high for figure in exact)
