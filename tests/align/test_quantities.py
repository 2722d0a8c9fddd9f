"""What the words around a quantity make of it: numbers that differ and are both right."""

from __future__ import annotations

import pytest

from discrepancy.align.relations import relate
from discrepancy.model import Kind, Verdict
from tests.align.stories import claims_of


@pytest.mark.parametrize(
    ("kind", "left", "right", "expected"),
    [
        pytest.param(
            Kind.FIGURE,
            "Prices had their first fall in 17 months.",
            "Over 12 months prices rose.",
            Verdict.COMPATIBLE,
            id="since the last and over a window",
        ),
        pytest.param(
            Kind.FIGURE,
            "Prices had their first fall in 17 months.",
            "Prices fell for the first time in 12 months.",
            Verdict.CONFLICT,
            id="both since the last",
        ),
        pytest.param(
            Kind.FIGURE,
            "The bank forecasts a fall of 2%.",
            "The bank forecasts minus 2%.",
            Verdict.AGREE,
            id="a fall and a number below nought",
        ),
        pytest.param(
            Kind.FIGURE,
            "The bank forecasts a rise of 2%.",
            "The bank forecasts minus 2%.",
            Verdict.CONFLICT,
            id="a rise and a number below nought",
        ),
        pytest.param(
            Kind.FIGURE,
            "In the night it fell to 5 degrees.",
            "In the night it was minus 5 degrees.",
            Verdict.CONFLICT,
            id="what fell to a number is at it",
        ),
        pytest.param(
            Kind.NUMBER,
            "The plane with 11 people aboard fell.",
            "The plane can carry 13 people.",
            Verdict.COMPATIBLE,
            id="room for more",
        ),
        pytest.param(
            Kind.NUMBER,
            "The plane with 11 people aboard fell.",
            "The plane with nine passengers fell.",
            Verdict.COMPATIBLE,
            id="passengers without the crew",
        ),
        pytest.param(
            Kind.NUMBER,
            "The plane with 11 people aboard fell.",
            "The plane with 13 passengers fell.",
            Verdict.CONFLICT,
            id="more passengers than people",
        ),
    ],
)
def test_quantities(kind: Kind, left: str, right: str, expected: Verdict) -> None:
    claims = claims_of({"Ledger": left, "Courier": right})
    first, second = (
        next(claim for claim in claims if claim.mention.source == source and claim.mention.kind is kind)
        for source in ("Ledger", "Courier")
    )
    assert relate(first, second, 0.3).verdict is expected
    assert relate(second, first, 0.3).verdict is expected
