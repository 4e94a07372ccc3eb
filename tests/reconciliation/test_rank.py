"""A row that grows by one in years does not grow within weeks."""

from __future__ import annotations

import pytest

from tests.reconciliation.test_checks import conflicts_in


@pytest.mark.parametrize(("span", "codes"), [("ten years", ["X106"]), ("a decade", ["X106"]), ("two years", []), ("three years", [])])
def test_weeks_later_a_row_has_grown_only_where_it_grows_fast(span, codes):
    texts = (
        f"[2021-05-04] Velm on Ostra: it was the third loss of a hall in {span}.",
        f"[2021-06-14] Velm on Ostra: it is the fourth hall in {span}.",
    )
    assert [finding.code for finding in conflicts_in(texts)] == codes
