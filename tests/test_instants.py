"""Publication times of outlets that write other zones are put in one order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from discrepancy.instants import in_utc

NOON = datetime(2031, 5, 6, 12)
NEW_YORK, TOKYO = (timezone(timedelta(hours=hours)) for hours in (-4, 9))


@pytest.mark.parametrize(
    ("moment", "hour"),
    [
        pytest.param(NOON, 12, id="no zone"),
        pytest.param(NOON.replace(tzinfo=UTC), 12, id="UTC"),
        pytest.param(NOON.replace(tzinfo=NEW_YORK), 16, id="west"),
        pytest.param(NOON.replace(tzinfo=TOKYO), 3, id="east"),
    ],
)
def test_the_same_instant(moment: datetime, hour: int) -> None:
    assert in_utc(moment) == datetime(2031, 5, 6, hour, tzinfo=UTC)
    assert in_utc(moment).tzinfo is UTC
