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


MILK = {
    "Wire": "Two lorries met head-on near Ostley. The driver of the milk lorry is in a stable condition.",
    "Post": "Two lorries met head-on near Ostley. The milk lorry's driver was out of danger.",
}


@pytest.mark.parametrize(
    ("radio", "contradicts"),
    [
        pytest.param("The driver of the milk lorry died in hospital.", True, id="of-the-same-lorry"),
        pytest.param("The driver of the timber lorry died in hospital.", False, id="of-the-other-lorry"),
        pytest.param("A driver of the milk lorry died in hospital.", False, id="one-of-several"),
    ],
)
def test_told_by_his_vehicle(radio: str, contradicts: bool) -> None:
    assert conflicts({**MILK, "Radio": f"Two lorries met head-on near Ostley. {radio}"}) is contradicts


def test_the_result_refused_and_accepted() -> None:
    intro = "The town of Ostley elected a mayor on Monday."
    told = {
        "Wire": "Mayor Olan Verrick conceded at once.",
        "Post": "Olan Verrick accepted the result on the radio.",
        "Herald": "Olan Verrick conceded.",
        "Radio": "Olan Verrick refuses to concede.",
    }
    assert conflicts({source: f"{intro} {text}" for source, text in told.items()})
