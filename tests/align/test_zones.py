"""Times of day of a story put on one clock."""

from __future__ import annotations

import pytest

from discrepancy.align.zones import place_times
from discrepancy.model import Date, Kind
from tests.align.stories import claims_of

BRACKETED = "The mast fell at 4:52 a.m. (0352 GMT), the port said."


def offsets(texts: dict[str, str]) -> dict[str, list[int | None]]:
    found: dict[str, list[int | None]] = {}
    for claim in place_times([c for c in claims_of(texts) if c.mention.kind is Kind.DATE]):
        assert isinstance(claim.mention.value, Date)
        found.setdefault(claim.mention.source, []).append(claim.mention.value.offset)
    return found


@pytest.mark.parametrize(
    ("other", "offset"),
    [
        pytest.param("It came down at 4.52 in the morning.", 60, id="local"),
        pytest.param("It came down at 6.52 this morning Greek time.", 180, id="another-country"),
    ],
)
def test_a_time_by_both_clocks_gives_the_storys_zone(other: str, offset: int) -> None:
    assert offsets({"Wire": BRACKETED, "Other": other}) == {"Wire": [60, 0], "Other": [offset]}


def test_an_article_that_uses_another_clock_may_do_so_unsaid() -> None:
    found = offsets({"Wire": BRACKETED, "East": "Calm came at 6 p.m. Greek time. The mast fell at 5.52 a.m."})
    assert found["East"] == [180, None]


def test_without_a_universal_time_nothing_is_known() -> None:
    assert offsets({"Wire": "The mast fell at 4:52 a.m.", "Other": "It fell at 4:52 a.m."}) == {
        "Wire": [None],
        "Other": [None],
    }
