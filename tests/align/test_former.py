"""An office that one article alone gives somebody as a past one."""

from __future__ import annotations

import pytest

from discrepancy.align.offices import align_offices
from tests.align.stories import claims_of, said


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        pytest.param("drew fire from", True, id="fire without flames"),
        pytest.param("saw fired", False, id="who may have lost the office"),
    ],
)
def test_former(deed: str, told: bool) -> None:
    """No slot where an article says that somebody has just lost it."""
    texts = {
        "Ledger": f"The board {deed} Economy Minister Hugo Lindt.",
        "Courier": "The minister of economy, Hugo Lindt, was furious.",
        "Herald": "Hugo Lindt, the former economy minister, was furious.",
    }
    slots = align_offices("mini", claims_of(texts))
    assert bool(slots) is told
    for slot in slots:
        assert {text for source, text in said(slot) if source == "Herald"} == {"former economy minister"}
