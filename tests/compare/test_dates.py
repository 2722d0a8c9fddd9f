"""Two dates against each other: verdicts, reasons, slips, and the laws of ranges."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.compare.dates import compare_dates
from discrepancy.compare.datewords import describe
from discrepancy.model import Date, Modifier, Verdict

AGREE, COMPATIBLE, CONFLICT = Verdict.AGREE, Verdict.COMPATIBLE, Verdict.CONFLICT
FULL = frozenset({"year", "month", "day"})
YEARLESS = frozenset({"month", "day"})


def day(
    text: str,
    said: frozenset[str] = FULL,
    weekday: int | None = None,
    modifier: Modifier = "=",
    days: int = 1,
) -> Date:
    """A day, or with ``days`` a band that begins there."""
    start = datetime.fromisoformat(text)
    end = start + timedelta(days=days)
    return Date(text, "DATE", start, end, said, weekday=weekday, modifier=modifier)


def year(number: int, modifier: Modifier = "=") -> Date:
    start, end = datetime(number, 1, 1), datetime(number + 1, 1, 1)
    return Date(str(number), "DATE", start, end, frozenset({"year"}), modifier=modifier)


def month(text: str, said: frozenset[str] = frozenset({"year", "month"})) -> Date:
    start = datetime.fromisoformat(f"{text}-01")
    return Date(text, "DATE", start, (start + timedelta(days=32)).replace(day=1), said)


def clock(
    text: str, offset: int | None = None, said: tuple[str, ...] = (), half: bool = True, zone: bool = False
) -> Date:
    """A time of day; ``half`` says whether the words tell morning from evening."""
    start = datetime.fromisoformat(text)
    end = start + timedelta(minutes=1) + (timedelta() if half else timedelta(hours=12))
    parts = {"clock", *said} | ({"meridiem"} if half else set())
    parts |= {"zone"} if zone or offset is not None else set()
    return Date(f"{text:.16}".replace(" ", "T"), "TIME", start, end, frozenset(parts), offset=offset)


def about(text: str) -> Date:
    """A time of day as "about 3:40 a.m." is read: half an hour on either side."""
    half = timedelta(minutes=30)
    exact = clock(text)
    assert exact.start is not None
    assert exact.end is not None
    return replace(exact, start=exact.start - half, end=exact.end + half, modifier="~")


SUNDAY, SATURDAY, WEDNESDAY = 6, 5, 2
BARE = frozenset({"weekday"})
SPRING = Date("2022-SP", "DATE", datetime(2022, 3, 1), datetime(2022, 6, 22), frozenset({"year", "season"}))
UNPLACED = Date("XXXX-02-24", "DATE", None, None, YEARLESS)

CASES = [
    pytest.param(day("2014-02-24"), day("2022-02-24"), CONFLICT, "another year, same day and month",
                 id="year"),
    pytest.param(day("1968-08-23"), day("1986-08-23"), CONFLICT, "two digits swapped", id="year-swapped"),
    pytest.param(day("2022-05-03"), day("2022-03-05"), CONFLICT, "day and month exchanged", id="exchanged"),
    pytest.param(day("2022-03-03"), day("2022-05-03"), CONFLICT, "another month, same day", id="month"),
    pytest.param(day("2021-09-22"), day("2021-09-29"), CONFLICT, "one digit", id="digit-of-the-day"),
    pytest.param(day("2021-09-12"), day("2021-09-21"), CONFLICT, "two digits swapped", id="day-swapped"),
    pytest.param(day("2021-04-30"), day("2021-05-01"), CONFLICT, "neighbouring day", id="neighbour"),
    pytest.param(day("2021-04-08"), day("2021-09-30"), CONFLICT, "", id="no-slip"),
    pytest.param(year(1984), year(1974), CONFLICT, "one digit", id="year-digit"),
    pytest.param(month("2022-11"), month("2021-11"), CONFLICT, "another year, same month",
                 id="month-of-year"),
    pytest.param(day("2022-02-24"), month("2022-02"), COMPATIBLE, "", id="coarser"),
    pytest.param(month("2022-04"), SPRING, COMPATIBLE, "", id="season"),
    pytest.param(month("2022-09"), SPRING, CONFLICT, "", id="out-of-season"),
    pytest.param(day("2022-02-24", YEARLESS), day("2023-02-24", YEARLESS), COMPATIBLE, "",
                 id="year-unsaid-on-both"),
    pytest.param(day("2022-02-24"), day("2023-02-24", YEARLESS), CONFLICT, "another year, same day and month",
                 id="year-said-once"),
    pytest.param(day("1998-02-24"), day("2023-02-26", YEARLESS), CONFLICT, "",
                 id="year-said-once-other-day"),
    pytest.param(Date("2024-05-10TEV", "TIME", datetime(2024, 5, 10, 18), datetime(2024, 5, 11)),
                 day("2024-05-11", BARE), COMPATIBLE, "", id="evening-of-no-day"),
    pytest.param(UNPLACED, day("2022-02-24"), COMPATIBLE, "", id="unplaced"),
    pytest.param(UNPLACED, day("2022-02-25"), CONFLICT, "", id="unplaced-other-day"),
    pytest.param(Date("PAST_REF", "DATE", None, None), day("2022-02-24"), COMPATIBLE, "",
                 id="past-reference"),
    pytest.param(day("2024-10-11", BARE), day("2024-10-18"), COMPATIBLE, "", id="weekday-of-either-side"),
    pytest.param(day("2024-10-11", BARE), day("2024-10-19"), CONFLICT, "", id="weekday-of-another-day"),
    pytest.param(day("2024-04-14", weekday=SATURDAY), day("2024-04-14", weekday=SUNDAY), CONFLICT,
                 "weekday and day do not match", id="weekday-wrong"),
    pytest.param(day("2024-04-14", weekday=SATURDAY), day("2024-04-14"), CONFLICT,
                 "weekday and day do not match", id="weekday-wrong-against-the-day"),
    pytest.param(day("2024-04-14", weekday=SATURDAY), day("2024-04-14", BARE), CONFLICT,
                 "weekday and day do not match", id="weekday-wrong-against-the-weekday"),
    pytest.param(day("2024-04-14", weekday=SATURDAY), day("2024-04-13", BARE), COMPATIBLE, "",
                 id="weekday-wrong-but-shared"),
    pytest.param(day("2024-04-14", weekday=SATURDAY), month("2024-04"), COMPATIBLE, "",
                 id="weekday-wrong-month"),
    pytest.param(year(2009, ">"), year(2008), CONFLICT, "one digit", id="before-since"),
    pytest.param(year(2009, ">"), year(2012), COMPATIBLE, "", id="after-since"),
    pytest.param(day("2024-10-18", modifier="<"), day("2024-10-16"), COMPATIBLE, "", id="before-until"),
    pytest.param(day("2024-10-18", modifier="<"), day("2024-10-16", modifier="<"), CONFLICT, "",
                 id="two-untils"),
    pytest.param(day("2025-01-31", modifier="<"), day("2025-02-01", modifier=">"), COMPATIBLE, "",
                 id="until-from"),
    pytest.param(year(1984, "~"), year(1985), COMPATIBLE, "", id="about"),
    pytest.param(clock("2024-05-10 03:40"), clock("2024-05-11 03:40"), AGREE, "", id="clock-on-other-days"),
    pytest.param(clock("2024-05-10 03:40"), clock("2024-05-10 15:40"), CONFLICT, "a.m. and p.m. exchanged",
                 id="half-of-the-day"),
    pytest.param(about("2024-05-10 03:40"), clock("2024-05-10 08:40"), CONFLICT, "one digit",
                 id="about-another-hour"),
    pytest.param(about("2024-05-10 03:40"), clock("2024-05-10 03:55"), COMPATIBLE, "", id="about-that-time"),
    pytest.param(clock("2024-05-10 03:40", half=False), clock("2024-05-10 15:40"), COMPATIBLE, "",
                 id="half-unsaid"),
    pytest.param(clock("2024-05-10 03:40", half=False), clock("2024-05-10 07:00"), CONFLICT, "",
                 id="half-unsaid-other-hour"),
    pytest.param(clock("2024-05-10 13:00", 120), clock("2024-05-10 11:00", 0), AGREE, "", id="zones-convert"),
    pytest.param(clock("2024-05-10 13:00", 120), clock("2024-05-10 13:00", 0), CONFLICT, "",
                 id="zones-differ"),
    pytest.param(clock("2024-05-10 13:00"), clock("2024-05-10 11:00", 0), COMPATIBLE, "", id="zone-unsaid"),
    pytest.param(clock("2024-05-10 13:00", zone=True), clock("2024-05-10 11:00", 0), COMPATIBLE, "",
                 id="zone-unknown"),
    pytest.param(clock("2024-05-10 13:00"), day("2024-05-11"), COMPATIBLE, "", id="clock-and-day"),
    pytest.param(clock("2024-05-10 13:00", said=("day", "month")), day("2024-05-11"), CONFLICT, "",
                 id="moment-and-other-day"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "verdict", "slip"), CASES)
def test_compare_dates(left: Date, right: Date, verdict: Verdict, slip: str) -> None:
    there, back = compare_dates(left, right), compare_dates(right, left)
    assert (there.verdict, back.verdict) == (verdict, verdict), there.reason
    if slip:
        assert (there.slip, back.slip) == (slip, slip)


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        pytest.param(
            day("2014-02-24"),
            day("2022-02-24"),
            "“24 February 2014” is another year than “24 February 2022”",
            id="year",
        ),
        pytest.param(
            day("2024-04-14", weekday=SATURDAY),
            day("2024-04-14"),
            "14 April 2024 was a Sunday, not a Saturday",
            id="weekday",
        ),
        pytest.param(
            clock("2024-05-10 03:40"),
            clock("2024-05-10 15:40"),
            "“3:40 a.m.” is not “3:40 p.m.”",
            id="clock",
        ),
    ],
)
def test_reasons_are_plain_sentences(left: Date, right: Date, reason: str) -> None:
    assert compare_dates(left, right).reason == reason


@pytest.mark.parametrize(
    ("timex", "words"),
    [
        pytest.param("2022-02", "February 2022", id="month"),
        pytest.param("198", "the 1980s", id="decade"),
        pytest.param("20", "the 21st century", id="century"),
        pytest.param("2022-SU", "summer 2022", id="season"),
        pytest.param("2013-Q1", "quarter 1 of 2013", id="quarter"),
        pytest.param("2022-W08", "the week of 21 February 2022", id="week"),
        pytest.param("2022-02-24TEV", "24 February 2022, evening", id="part"),
        pytest.param("XXXX-02-24", "24 February", id="yearless"),
        pytest.param("2016/2019", "2016 to 2019", id="span"),
        pytest.param("PAST_REF", "in the past", id="reference"),
    ],
)
def test_describe(timex: str, words: str) -> None:
    assert describe(Date(timex, "DATE", None, None)) == words


SAID = st.sets(st.sampled_from(["year", "month", "day", "weekday", "relative"])).map(frozenset)
DAYS = st.dates(date(1900, 1, 1), date(2090, 12, 31))


@st.composite
def values(draw: st.DrawFn) -> Date:
    start = draw(DAYS)
    weekday = draw(st.none() | st.integers(0, 6))
    modifier = draw(st.sampled_from(["=", "<", ">", "~"]))
    found = day(start.isoformat(), draw(SAID), weekday, modifier, draw(st.integers(1, 400)))  # type: ignore[arg-type]
    if draw(st.booleans()):
        return found
    hour = draw(st.integers(0, 23))
    offset = draw(st.none() | st.integers(-14 * 4, 14 * 4).map(lambda quarter: quarter * 15))
    moment = clock(
        f"{start} {hour:02}:{draw(st.integers(0, 59)):02}", offset, tuple(found.said), draw(st.booleans())
    )
    return replace(moment, modifier=found.modifier)


@given(values())
def test_every_value_agrees_with_itself(value: Date) -> None:
    assert compare_dates(value, value).verdict is AGREE


@given(values(), values())
def test_the_verdict_is_symmetric(left: Date, right: Date) -> None:
    there, back = compare_dates(left, right), compare_dates(right, left)
    assert (there.verdict, there.slip) == (back.verdict, back.slip)


# A printed weekday names single days, so a value that has one cannot be widened and stay what it is.
plain = values().map(lambda value: replace(value, weekday=None, said=value.said - {"weekday"}))


@given(plain, plain, st.integers(0, 500), st.integers(0, 500))
def test_widening_never_creates_a_conflict(left: Date, right: Date, back: int, ahead: int) -> None:
    if compare_dates(left, right).verdict is CONFLICT or left.start is None or left.end is None:
        return
    wider = replace(left, start=left.start - timedelta(days=back), end=left.end + timedelta(days=ahead))
    assert compare_dates(wider, right).verdict is not CONFLICT


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param(("XXXX-07-03T14:00Z", 0), ("XXXX-07-03T10:00", -240), Verdict.AGREE, id="converted"),
        pytest.param(
            ("XXXX-07-03T14:00Z", 0), ("XXXX-07-03T09:00", -240), Verdict.CONFLICT, id="an hour off"
        ),
        pytest.param(
            ("XXXX-07-03T15:15Z", 0), ("XXXX-07-04T01:15", None), Verdict.COMPATIBLE, id="zone unsaid"
        ),
    ],
)
def test_moments_of_an_unknown_year(
    left: tuple[str, int | None], right: tuple[str, int | None], verdict: Verdict
) -> None:
    """In which year two moments are compared makes no difference to hours and days."""

    def moment(timex: str, offset: int | None) -> Date:
        zone = frozenset({"zone"}) if offset is not None else frozenset()
        return Date(
            timex, "TIME", None, None, frozenset({"month", "day", "clock", "meridiem"}) | zone, offset=offset
        )

    relation = compare_dates(moment(*left), moment(*right))
    assert relation.verdict is verdict


def test_before_a_year_is_by_the_end_of_the_one_before() -> None:
    year = frozenset({"year"})
    last = Date("2030", "DATE", datetime(2030, 7, 20), datetime(2031, 1, 1), year, modifier="<")
    following = Date("2031", "DATE", datetime(2031, 1, 1), datetime(2032, 1, 1), year, modifier="<")
    whole = replace(last, start=datetime(2030, 1, 1))
    assert compare_dates(last, following).verdict is COMPATIBLE
    assert compare_dates(following, last).verdict is COMPATIBLE
    assert compare_dates(whole, following).verdict is CONFLICT
