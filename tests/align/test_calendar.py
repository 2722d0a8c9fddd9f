"""How two dates of one event stand to each other."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.align.calendar import agree, find_slip, grain_of, lack_year
from discrepancy.extract.dates import extract_dates
from discrepancy.model import Date
from tests.extract.test_dates import document

# Read on Thursday, 19 October 2023.
PAIRS = [
    pytest.param("on 11 March", "on 11 April", "printed", id="month-of-a-day"),
    pytest.param("on 4 June 1987", "on 4 June 1978", "printed", id="year-of-a-day"),
    pytest.param("in October 2021", "in October 2019", "printed", id="year-of-a-month"),
    pytest.param("next July", "next August", "month", id="month-of-next-august"),
    pytest.param("in January two years ago", "in January 2020", "printed", id="year-counted-back"),
    pytest.param("on 14 February", "on 24 February", "digit", id="digit-of-the-day"),
    pytest.param("on 2 February", "on 22 February", "digit", id="digit-left-out"),
    pytest.param("on 2 February", "on 7 February", "apart", id="two-days"),
    pytest.param("on 12 February", "on 27 February", "apart", id="weeks-apart"),
    pytest.param("on 4 June", "on 5 June", "neighbour", id="next-day"),
    pytest.param("on Tuesday", "on Wednesday", "neighbour", id="next-weekday"),
    pytest.param("on Tuesday", "on Saturday", "apart", id="another-weekday"),
    pytest.param("in March 2022", "in May 2022", "month", id="month"),
    pytest.param("in October 2021", "in March 2022", "apart", id="month-and-year"),
    pytest.param("today", "on 2 February", "", id="told-by-the-day-of-the-report"),
    pytest.param("in 1984", "in 1974", "year", id="year"),
    pytest.param("in 1984", "in 1991", "", id="years-apart"),
    pytest.param("at 6:17 a.m.", "at 8:17 a.m.", "clock", id="hour"),
    pytest.param("at 4:12 a.m.", "at 4:21 a.m.", "clock", id="swapped"),
    pytest.param("at 6 a.m.", "at 11 a.m.", "", id="full-hours"),
    pytest.param("at 6 a.m.", "on Tuesday", "", id="unlike"),
]
SAME = [
    pytest.param("on 11 March", "on March 11, 2021", id="year-unsaid"),
    pytest.param("on Tuesday", "on Tuesday evening", id="part-of-the-day"),
    pytest.param("since October 2021", "in October 2021", id="since"),
    pytest.param("until 20 December", "on 20 December", id="until"),
    pytest.param("at a quarter past four", "at 4:12 a.m.", id="rounded"),
    pytest.param("at about 4 a.m.", "at 3:40 a.m.", id="about"),
    pytest.param("at 1300 GMT", "at 9 a.m. EDT", id="zones"),
]


def value(words: str) -> Date:
    found = extract_dates(document(f"The mill was built {words}."))[0].value
    assert isinstance(found, Date)
    return found


@pytest.mark.parametrize(("left", "right", "slip"), PAIRS)
def test_find_slip(left: str, right: str, slip: str) -> None:
    assert find_slip(value(left), value(right)) == slip
    assert find_slip(value(right), value(left)) == slip
    assert not agree(value(left), value(right))


@pytest.mark.parametrize(("left", "right"), SAME)
def test_agree(left: str, right: str) -> None:
    assert agree(value(left), value(right))
    assert agree(value(right), value(left))
    assert find_slip(value(left), value(right)) == ""


@pytest.mark.parametrize(
    ("words", "bounded"),
    [
        pytest.param("by 20 December", "on 3 November", id="by"),
        pytest.param("until Friday", "on Wednesday", id="until"),
    ],
)
def test_an_open_bound_agrees_with_nothing(words: str, bounded: str) -> None:
    assert not agree(value(words), value(bounded))


@pytest.mark.parametrize(
    ("left", "right", "lacking"),
    [
        pytest.param("on 11 March 2001", "on 11 March", True, id="unsaid"),
        pytest.param("on 11 March 2001", "on 11 March 2002", False, id="both-said"),
        pytest.param("on 11 March 2001", "on 12 March", False, id="another-day"),
        pytest.param("in October 2021", "12 months ago", False, id="counted-back"),
        pytest.param("in 1984", "in 1985", False, id="years"),
    ],
)
def test_lack_year(left: str, right: str, lacking: bool) -> None:
    assert lack_year(value(left), value(right)) is lacking
    assert lack_year(value(right), value(left)) is lacking


@given(st.datetimes(datetime(1900, 1, 1), datetime(2090, 1, 1)))
def test_every_day_agrees_with_itself(moment: datetime) -> None:
    day = value(f"on {moment.day} {moment:%B %Y}")
    assert grain_of(day) == "day"
    assert agree(day, day)
