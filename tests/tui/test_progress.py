"""Progress: what is done and left, the pace, agreement, and a topic's figures over time."""

from __future__ import annotations

import pytest

from ledger.service import Ledger
from tests.tui.conftest import ledger_of


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


def test_the_figures_of_a_topic_are_plotted(review, tmp_path):
    for day, count in (("03", 40), ("05", 47), ("07", 52)):
        (tmp_path / f"{day}.txt").write_text(f"In Velm {count} houses burned on {int(day)} May 2021.\n", "utf-8")
    for at, count in enumerate((40, 65)):
        (tmp_path / f"x{at}.txt").write_text(f"On 3 May 2021 {count} houses burned in Velm, the police said.\n", "utf-8")

    async def script(desk):
        await desk.press("p")
        told = desk.told
        assert "figures over time" in told
        if "topic 1 of" in told:
            assert "●" in told
            await desk.press("n", "k")

    review(script, ledger_of(tmp_path / "fire.db", [str(tmp_path)]))


def test_the_figures_of_a_topic_are_in_its_unit(seeds):
    with Ledger(str(seeds)) as book:
        topics = book.topics()
    units = {figure.claim.unit for topic in topics for figure in topic.figures if topic.unit == figure.claim.unit}
    assert "year" in units
    for topic in topics:
        for figure in topic.figures:
            if topic.unit == figure.claim.unit and figure.claim.bound == "exact" and figure.claim.whole is None:
                assert figure.low <= float(figure.claim.low) <= figure.high
