from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.load.published import parse_published

EST = timezone(timedelta(hours=-5))


@pytest.mark.parametrize(
    ("given_", "moment"),
    [
        pytest.param("2022-02-24", datetime(2022, 2, 24), id="day"),
        pytest.param("20220224", datetime(2022, 2, 24), id="basic-day"),
        pytest.param("2022-02-24T05:30Z", datetime(2022, 2, 24, 5, 30, tzinfo=UTC), id="zulu"),
        pytest.param("2022-02-24 05:30:00 +0000", datetime(2022, 2, 24, 5, 30, tzinfo=UTC), id="feed"),
        pytest.param("2022-02-24 05:30 UTC", datetime(2022, 2, 24, 5, 30, tzinfo=UTC), id="utc"),
        pytest.param("2022-02-24T05:30:15", datetime(2022, 2, 24, 5, 30, 15), id="naive"),
        pytest.param("Thu, 24 Feb 2022 05:30:00 -0500", datetime(2022, 2, 24, 5, 30, tzinfo=EST), id="mail"),
        pytest.param("Feb. 24, 2022", datetime(2022, 2, 24), id="words"),
        pytest.param(
            "24 February 2022 5:12 p.m. EST", datetime(2022, 2, 24, 17, 12, tzinfo=EST), id="words-zone"
        ),
        pytest.param("13/04/2021", datetime(2021, 4, 13), id="only-one-reading"),
        pytest.param("05/05/2021", datetime(2021, 5, 5), id="both-readings-equal"),
        pytest.param(date(2022, 2, 24), datetime(2022, 2, 24), id="date"),
        pytest.param(
            pd.Timestamp("2022-02-24 05:30", tz="UTC"), datetime(2022, 2, 24, 5, 30, tzinfo=UTC), id="pandas"
        ),
    ],
)
def test_read(given_: str | date, moment: datetime) -> None:
    found = parse_published(given_)
    assert (found, found.utcoffset()) == (moment, moment.utcoffset())
    assert type(found) is datetime


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("03/04/2021", "day and month can be either way round", id="ambiguous"),
        *(
            pytest.param(text, "not a date", id=text or "empty")
            for text in [
                "",
                "yesterday",
                "Friday",
                "Feb 2022",
                "2022",
                "February 30, 2022",
                "2022-02-30",
                "1645680000",
            ]
        ),
    ],
)
def test_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_published(text)


@given(st.datetimes(timezones=st.none() | st.just(UTC) | st.just(EST)))
def test_iso_round_trips(moment: datetime) -> None:
    assert parse_published(moment.isoformat()) == moment
