"""Whether two statuses are said of one thing or person without a name."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from discrepancy.align.statuses import align_statuses
from tests.align.stories import claims_of


def conflicts(texts: Mapping[str, str]) -> bool:
    claims = claims_of(texts)
    slots = align_statuses("mini", claims, claims)[0]
    return any(len({claim.mention.value.normal for claim in slot.claims}) > 1 for slot in slots)


FREIGHT = {
    "Wire": "Two trains collided near Talq. The driver of the freight train is in a stable condition.",
    "Post": "Two trains collided near Talq. The freight train's driver was out of danger.",
}


@pytest.mark.parametrize(
    ("radio", "contradicts"),
    [
        pytest.param("The driver of the freight train died in hospital.", True, id="of-the-same-train"),
        pytest.param("The driver of the passenger train died in hospital.", False, id="of-the-other-train"),
        pytest.param("A driver of the freight train died in hospital.", False, id="one-of-several"),
    ],
)
def test_told_by_his_vehicle(radio: str, contradicts: bool) -> None:
    assert conflicts({**FREIGHT, "Radio": f"Two trains collided near Talq. {radio}"}) is contradicts


def test_the_result_refused_and_accepted() -> None:
    intro = "Voters in Calam chose a new mayor on Monday."
    told = {
        "Wire": "Mayor Rey Deliz conceded before noon.",
        "Post": "Rey Deliz accepted the result in a video.",
        "Herald": "Rey Deliz conceded.",
        "Radio": "Rey Deliz is still refusing to admit defeat.",
    }
    assert conflicts({source: f"{intro} {text}" for source, text in told.items()})
