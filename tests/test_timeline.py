"""What time alone explains."""

from __future__ import annotations

from datetime import timedelta

import pytest

from discrepancy.model import Figure
from discrepancy.timeline import explain_by_time
from tests.align.stories import claims_of

THIRD = "It is the third derailment on the Corran line this spring."
FOURTH = "It is the fourth derailment on the Corran line this spring."
THIRD_TITLE = "It is the third title for Orsel in the cup."
FOURTH_TITLE = "It is the fourth title for Orsel in the cup."


@pytest.mark.parametrize(
    ("first", "then", "hours", "explained"),
    [
        pytest.param(THIRD, FOURTH, 70, True, id="the-next-of-a-series"),
        pytest.param(THIRD, FOURTH, 5, False, id="too-soon"),
        pytest.param(FOURTH, THIRD, 70, False, id="backwards"),
        pytest.param(
            "It is the fifth win in a row.", "It is the sixth win in a row.", 70, True, id="in-a-row"
        ),
        pytest.param(THIRD_TITLE, FOURTH_TITLE, 70, False, id="what-happens-once"),
    ],
)
def test_what_happens_again_counts_up(first: str, then: str, hours: int, explained: bool) -> None:
    claims = [
        claim
        for claim in claims_of({"Early": first, "Late": then}, {"Late": timedelta(hours=hours)})
        if isinstance(claim.mention.value, Figure)
    ]
    assert [claim.mention.source for claim in claims] in (["Early", "Late"], ["Late", "Early"])
    assert bool(explain_by_time(claims, [[0], [1]])) is explained
