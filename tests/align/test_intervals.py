"""Times told between two dates."""

from __future__ import annotations

import pytest

from discrepancy.align.intervals import lie_between
from discrepancy.model import Kind
from tests.align.stories import claims_of


# The stories are published on Tuesday, 6 May 2031.
@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        pytest.param(
            "It sank at 10:25 p.m., two hours after it left.", "It left at 8.25 p.m.", True, id="hours"
        ),
        pytest.param(
            "It sank at 10:25 p.m., an hour after it left.", "It left at 8.25 p.m.", False, id="other-hours"
        ),
        pytest.param(
            "It sank at 10:25 p.m. after two hours.", "It left at 8.25 p.m.", False, id="no-distance"
        ),
        pytest.param("It sank at 10:25 p.m., 25 minutes late.", "It left at 10.00 p.m.", True, id="minutes"),
        pytest.param("It opens on 25 May, three weeks after Orsel.", "It opens on 4 May.", True, id="weeks"),
        pytest.param(
            "It opens on 25 May, three weeks after Orsel.", "It opens on 8 May.", False, id="not-weeks"
        ),
        pytest.param("It opens in June, a month later than here.", "It opens in May.", True, id="a-month"),
        pytest.param("It closed in 1998, ten years after it opened.", "It opened in 1988.", True, id="years"),
        pytest.param(
            "It closed in 1998, ten years after it opened.", "It opened in 1978.", False, id="not-years"
        ),
        pytest.param("It fell on Sunday, a day after the storm.", "It fell on Saturday.", False, id="a-day"),
        pytest.param(
            "It opens on 18 May, 14 days after Orsel.", "It opens at 4 p.m.", False, id="two-grains"
        ),
    ],
)
def test_lie_between(left: str, right: str, told: bool) -> None:
    dates = [c for c in claims_of({"A": left, "B": right}) if c.mention.kind is Kind.DATE]
    one = next(claim for claim in dates if claim.mention.source == "A")
    two = next(claim for claim in dates if claim.mention.source == "B")
    assert lie_between(one, two) is told
    assert lie_between(two, one) is told
