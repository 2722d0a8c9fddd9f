"""Dates in invented news sentences: spans, TIMEX3 values, the ranges that the words allow."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.extract.dates import extract_dates, infer_reference
from discrepancy.model import Date, Document, Reference, Zone
from tests.reading import read

# A Thursday.
PUBLISHED = datetime(2023, 10, 19, 15, 0)


def document(text: str, moment: datetime | None = PUBLISHED) -> Document:
    return replace(read(text), reference=Reference(moment))


def dates(text: str, moment: datetime | None = PUBLISHED, **options: bool) -> list[tuple[str, str]]:
    found = []
    for mention in extract_dates(document(text, moment), **options):
        assert isinstance(mention.value, Date)
        found.append((mention.text, mention.value.timex))
    return found


def value(text: str, moment: datetime | None = PUBLISHED) -> Date:
    mention = extract_dates(document(text, moment))[0]
    assert isinstance(mention.value, Date)
    return mention.value


EXPLICIT = [
    ("The ferry sank on Feb. 24, 2022.", "Feb. 24, 2022", "2022-02-24"),
    ("The ferry sank on 24 February 2022.", "24 February 2022", "2022-02-24"),
    ("The ferry sank on 24th of February 2022.", "24th of February 2022", "2022-02-24"),
    ("The ferry sank on 2022-02-24.", "2022-02-24", "2022-02-24"),
    ("The ferry sank on 24/02/2022.", "24/02/2022", "2022-02-24"),
    ("The ferry sank on Sept. 3.", "Sept. 3", "2023-09-03"),
    ("The ferry sank on Tuesday, July 4.", "Tuesday, July 4", "2023-07-04"),
    ("The ferry sank on February 24 this year.", "February 24 this year", "2023-02-24"),
    ("The ferry sank on 18 November last year.", "18 November last year", "2022-11-18"),
    ("The ferry sank in November of 2017.", "November of 2017", "2017-11"),
    ("The ferry sank in February of last year.", "February of last year", "2022-02"),
    ("The ferry was built in 1984.", "1984", "1984"),
    ("The ferry has run since the mid-1980s.", "the mid-1980s", "198"),
    ("It was a custom of the 19th century.", "the 19th century", "18"),
    ("The ferry sank in summer 2022.", "summer 2022", "2022-SU"),
    ("Sales fell in the first quarter of 2024.", "the first quarter of 2024", "2024-Q1"),
    ("Sales fell in the second half of 2022.", "the second half of 2022", "2022-H2"),
    ("Sales fell in Q1 2024.", "Q1 2024", "2024-Q1"),
    ("The works end in the first half of 2025.", "the first half of 2025", "2025-H1"),
    ("It opened on the last Thursday of September.", "the last Thursday of September", "2023-09-28"),
    ("The fair ran from Feb 24-26.", "Feb 24-26", "2023-02-24/2023-02-26"),
    ("The fair will run from 3 to 5 May.", "3 to 5 May", "2024-05-03/2024-05-05"),
    ("Sales fell between July and September 2020.", "July and September 2020", "2020-07/2020-09"),
    ("The 2016-19 accounts are missing.", "2016-19", "2016/2019"),
    ("The 2024/25 season is open.", "2024/25", "2024/2025"),
    ("Sales fell in fiscal 2024.", "fiscal 2024", "FY2024"),
    ("Sales fell in FY19.", "FY19", "FY2019"),
    ("Sales fell in the second quarter of fiscal 2022.", "the second quarter of fiscal 2022", "FY2022-Q2"),
    ("Sales fell in the fiscal third quarter.", "the fiscal third quarter", "XXXX-Q3"),
    ("It opens on the last day of November.", "the last day of November", "2023-11-30"),
    ("They met on New Year's Eve.", "New Year's Eve", "2023-12-31"),
    ("They met on Easter Monday 2023.", "Easter Monday 2023", "2023-04-10"),
    ("She blesses it on the fourth Sunday of Advent.", "fourth Sunday of Advent", "2023-12-24"),
    ("He takes over the day after Easter Monday 2023.", "the day after Easter Monday 2023", "2023-04-11"),
    ("It opened the day before 4 May 2021.", "the day before 4 May 2021", "2021-05-03"),
    ("Keep the last Sunday of the month free.", "the last Sunday of the month", "2023-10-29"),
    ("It can be eaten until the last day of this month.", "the last day of this month", "2023-10-31"),
    ("Marks arrive four weeks from yesterday.", "four weeks from yesterday", "2023-11-15"),
    ("The market opens on Advent Sunday 2022.", "Advent Sunday 2022", "2022-11-27"),
    ("Pupils sit it on Friday fortnight, the 3rd.", "Friday fortnight, the 3rd", "2023-11-03"),
    ("The drive takes its start on Friday.", "Friday", "2023-10-20"),
]


@pytest.mark.parametrize(("text", "span", "timex"), [pytest.param(*row, id=row[1]) for row in EXPLICIT])
def test_explicit_dates(text: str, span: str, timex: str) -> None:
    assert dates(text) == [(span, timex)]


RELATIVE = [
    ("The mayor resigned on Tuesday.", "Tuesday", "2023-10-17"),
    ("The mayor resigned on Thursday.", "Thursday", "2023-10-19"),
    ("The mayor will resign on Tuesday.", "Tuesday", "2023-10-24"),
    ("The mayor is expected to resign on Tuesday.", "Tuesday", "2023-10-24"),
    ("The mayor resigned last Thursday.", "last Thursday", "2023-10-12"),
    ("The mayor will resign next Thursday.", "next Thursday", "2023-10-26"),
    ("She swims on Tuesday, the last day of the meet.", "Tuesday", "2023-10-24"),
    ("Those of Orm were the last to return, on Tuesday.", "Tuesday", "2023-10-17"),
    ("She has been suspended until a panel reports on June 30.", "June 30", "2024-06-30"),
    ("The road was shut until 30 June.", "30 June", "2023-06-30"),
    ("He has confirmed a postal vote on Saturday 2 December.", "Saturday 2 December", "2023-12-02"),
    ("He confirmed the vote of Thursday 1 June.", "Thursday 1 June", "2023-06-01"),
    ("The mayor will resign on Friday of next week.", "Friday of next week", "2023-10-27"),
    ("The mayor resigned yesterday.", "yesterday", "2023-10-18"),
    ("The mayor resigned this morning.", "this morning", "2023-10-19TMO"),
    ("The mayor resigned on Tuesday evening.", "Tuesday evening", "2023-10-17TEV"),
    ("The mayor resigned last week.", "last week", "2023-W41"),
    ("The mayor resigned last month.", "last month", "2023-09"),
    ("The fair opens a fortnight on Friday.", "a fortnight on Friday", "2023-11-03"),
    ("The court sits again Tuesday week.", "Tuesday week", "2023-10-31"),
    ("The strike begins two weeks on Monday.", "two weeks on Monday", "2023-11-06"),
    ("She got the keys in January two years ago.", "January two years ago", "2021-01"),
    ("He was hired on 4 April three years ago.", "4 April three years ago", "2020-04-04"),
    ("The soup was eaten on October 7 at eight schools.", "October 7", "2023-10-07"),
    ("Cracks forced the bridge to shut on 3 March.", "3 March", "2023-03-03"),
    ("She is accused of stealing the car on 14 February.", "14 February", "2023-02-14"),
    ("The mayor resigned last November.", "last November", "2022-11"),
    ("The mayor resigned in March.", "March", "2023-03"),
    ("The mayor will resign in March.", "March", "2024-03"),
    ("The firm will cut jobs and shut its plant in March.", "March", "2024-03"),
    ("The firm cut jobs and shut its plant in March.", "March", "2023-03"),
    ("The mayor resigned in early March.", "early March", "2023-03"),
    ("The mayor resigned two weeks ago.", "two weeks ago", "2023-W40"),
    ("The mayor resigned three months ago.", "three months ago", "2023-07"),
    ("The mayor resigned five years ago.", "five years ago", "2018"),
    ("The mayor will resign the day after tomorrow.", "the day after tomorrow", "2023-10-21"),
    ("The mayor resigned over the weekend.", "the weekend", "2023-W41-WE"),
    ("The mayor will resign at the weekend.", "the weekend", "2023-W42-WE"),
    ("The mayor will resign in the coming weeks.", "the coming weeks", "FUTURE_REF"),
    ("The mayor was ill for the past decade.", "the past decade", "P10Y"),
    ("The mayor resigned in the last fiscal year.", "the last fiscal year", "FY2022"),
    (
        "The mayor fell in the early morning hours of Monday.",
        "the early morning hours of Monday",
        "2023-10-16TMO",
    ),
    ("The mayor will resign by year's end.", "year's end", "2023"),
    ("The mayor resigned last winter.", "last winter", "2022-WI"),
    ("The mayor was ill over the summer.", "the summer", "2023-SU"),
    ("The mayor resigned that same day.", "that same day", "2023-10-19"),
    ("The council meets every other week.", "every other week", "P2W"),
    ("The council meets every few months.", "every few months", "PXM"),
    ("The council meets on weekends.", "weekends", "XXXX-WXX-WE"),
    ("The mayor will be away for the next couple of weeks.", "the next couple of weeks", "PXW"),
    ("The mayor is currently abroad.", "currently", "PRESENT_REF"),
    ("The mayor recently resigned.", "recently", "PAST_REF"),
    ("The council meets every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
    ("The council must answer within the next three days.", "the next three days", "P3D"),
    ("Rents beat those of the year-ago quarter.", "the year-ago", "2022"),
    ("The foxes hunt at night.", "night", "XXXX-XX-XXTNI"),
]


@pytest.mark.parametrize(
    ("text", "span", "timex"), [pytest.param(*row, id=f"{row[1]}-{row[2]}") for row in RELATIVE]
)
def test_relative_dates(text: str, span: str, timex: str) -> None:
    assert dates(text) == [(span, timex)]


CLOCKS = [
    ("It was 21.47 on Tuesday.", "21.47 on Tuesday", "2023-10-17T21:47", None),
    ("It was 4.52 when the roof fell.", "4.52", "2023-10-19T04:52", None),
    ("It sank at 5.25 this morning Greek time.", "5.25 this morning Greek time", "2023-10-19T05:25", 180),
    ("It sank at 6 p.m. Hong Kong time.", "6 p.m. Hong Kong time", "2023-10-19T18:00", 480),
    ("The lift ran until 21.40.", "21.40", "2023-10-19T21:40", None),
    ("It was seen at 1:42 p.m. Eastern by two ships.", "1:42 p.m. Eastern", "2023-10-19T13:42", -240),
    ("It was seen at 14:20 Pacific by two ships.", "14:20 Pacific", "2023-10-19T14:20", -420),
    ("At 8 p.m. Eastern Conference leaders spoke.", "8 p.m.", "2023-10-19T20:00", None),
    ("It broke at 3:40 a.m. on Friday.", "3:40 a.m. on Friday", "2023-10-13T03:40", None),
    ("It broke at 2:25 a.m. Wednesday, July 5.", "2:25 a.m. Wednesday, July 5", "2023-07-05T02:25", None),
    ("It broke at about 2.40am.", "2.40am", "2023-10-19T02:40", None),
    ("It broke at 14:00 UTC.", "14:00 UTC", "2023-10-19T14:00Z", 0),
    ("It broke at 1400 GMT.", "1400 GMT", "2023-10-19T14:00Z", 0),
    ("It broke at 9 a.m. EDT (1300 GMT) Monday.", "9 a.m. EDT (1300 GMT) Monday", "2023-10-16T09:00", -240),
    ("It broke at 9 a.m. EDT.", "9 a.m. EDT", "2023-10-19T09:00", -240),
    ("It broke at 9 a.m. ET.", "9 a.m. ET", "2023-10-19T09:00", -240),
    ("It broke at 9 a.m. Pacific time on Jan. 9.", "9 a.m. Pacific time on Jan. 9", "2023-01-09T09:00", -480),
    ("It broke at noon.", "noon", "2023-10-19T12:00", None),
    ("It broke at half past six.", "half past six", "2023-10-19T06:30", None),
    ("It broke at twenty to three.", "twenty to three", "2023-10-19T02:40", None),
    ("The alarm rang at ten to five in the morning.", "ten to five in the morning", "2023-10-19T04:50", None),
    ("It broke at 20 minutes to midnight.", "20 minutes to midnight", "2023-10-19T23:40", None),
    ("It broke last night at nine.", "last night at nine", "2023-10-18T21:00", None),
]


@pytest.mark.parametrize(
    ("text", "span", "timex", "offset"), [pytest.param(*row, id=row[1]) for row in CLOCKS]
)
def test_times_of_day(text: str, span: str, timex: str, offset: int | None) -> None:
    [mention] = extract_dates(document(text))
    assert isinstance(mention.value, Date)
    assert (mention.text, mention.value.timex, mention.value.offset) == (span, timex, offset)
    assert mention.value.type == "TIME"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("About 2019 people signed the petition.", id="count"),
        pytest.param("The repair cost $2019.", id="money"),
        pytest.param("Helena May said that she may go.", id="person-and-modal"),
        pytest.param("The band will march on.", id="verb"),
        pytest.param("The runner won in 2:08:15.", id="race-time"),
        pytest.param("From one to two people were hurt.", id="count-range"),
        pytest.param("The strike lasted for two days.", id="duration"),
        pytest.param("The walls rose 13.8 metres.", id="decimal"),
        pytest.param("He was in his 90s.", id="age"),
        pytest.param("They won two to one.", id="score"),
        pytest.param("It held until 2.50 percent was reached.", id="percent-after-until"),
        pytest.param("It burned in the 1900 block of Marl Street.", id="block"),
        pytest.param("The train leaves 35 minutes earlier than planned.", id="comparison"),
        pytest.param("They kept a minute's silence.", id="silence"),
        pytest.param("They wept after the fall of the city.", id="fall-of-a-city"),
        pytest.param("They joined the March on the capital.", id="march-on-a-city"),
        pytest.param("Every now and then the bell rings.", id="now-and-then"),
        pytest.param("It is cold at this time of year.", id="time-of-year"),
        pytest.param("It earned $40 a week.", id="rate"),
        pytest.param("It fell in the last month of the siege.", id="last-month-of-something"),
        pytest.param("It took a year and a half.", id="fraction"),
        pytest.param("The flight lands at 1000.", id="hour-without-colon"),
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param("It fell in March 2022.", date(2022, 3, 1), date(2022, 3, 31), id="month"),
        pytest.param("It fell in early March 2022.", date(2022, 3, 1), date(2022, 3, 13), id="early"),
        pytest.param("It fell two weeks ago.", date(2023, 10, 2), date(2023, 10, 8), id="weeks"),
        pytest.param("It fell two days ago.", date(2023, 10, 17), date(2023, 10, 17), id="days"),
        pytest.param("It fell 56 years ago.", date(1966, 1, 1), date(1968, 12, 31), id="many-years"),
        pytest.param("It fell two years ago.", date(2020, 10, 19), date(2022, 4, 18), id="few-years"),
        pytest.param("It fell on 03/04/2021.", date(2021, 3, 4), date(2021, 4, 3), id="either-order"),
        pytest.param("It fell in the 1990s.", date(1990, 1, 1), date(1999, 12, 31), id="decade"),
    ],
)
def test_ranges_hold_what_the_words_allow(text: str, first: date, last: date) -> None:
    found = value(text)
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        pytest.param("It has stood since 2009.", ">", id="since"),
        pytest.param("It is closed until Wednesday.", "<", id="until"),
        pytest.param("It is due by June 30.", "<", id="by"),
        pytest.param("It grew between 2009 and its end.", ">", id="between"),
        pytest.param("It fell in about 1984.", "~", id="about"),
        pytest.param("It fell in 1984.", "=", id="plain"),
        pytest.param("It closed after Monday's attack.", "=", id="possessive"),
    ],
)
def test_modifiers(text: str, modifier: str) -> None:
    assert value(text).modifier == modifier


def test_a_following_day_counts_from_the_day_told() -> None:
    text = "The bank failed on 3 May 2019. The next day its chairman fled."
    assert dates(text)[-1] == ("The next day", "2019-05-04")


@pytest.mark.parametrize(
    ("text", "span", "timex"),
    [
        pytest.param("She was away for years.", "years", "PXY", id="plural"),
        pytest.param("She was back within days.", "days", "PXD", id="within"),
        pytest.param("She was away for a fortnight.", "a fortnight", "P2W", id="article"),
        pytest.param("It ended a decades-long feud.", "decades-long", "PXY", id="compound"),
        pytest.param("She left months later.", "months later", "FUTURE_REF", id="later"),
        pytest.param("She left weeks ago.", "weeks ago", "PAST_REF", id="ago"),
    ],
)
def test_times_without_a_number(text: str, span: str, timex: str) -> None:
    assert dates(text) == [(span, timex)]
    found = value(text)
    assert found.type == ("DURATION" if timex[1] != "A" and timex[1] != "U" else "DATE")
    assert (found.start, found.end) == (None, None)


@pytest.mark.parametrize(
    "text", ["It fell in March.", "It fell in summer 2022.", "It fell on Christmas Day."]
)
def test_an_undated_text_still_has_its_dates(text: str) -> None:
    assert len(dates(text, None)) == 1


def test_a_year_printed_once_belongs_to_both_months() -> None:
    found = [("April", "1955-04"), ("June 1955", "1955-06")]
    assert dates("It fell in April and June 1955.") == found
    assert dates("It lasted from November to March 1955.")[0] == ("November", "1954-11")


def test_years_joined_by_a_word_are_two_dates() -> None:
    assert dates("It grew between 2014 and 2016.") == [("2014", "2014"), ("2016", "2016")]
    assert dates("The war (1911-1914) was lost.") == [("1911", "1911"), ("1914", "1914")]


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        pytest.param(
            "It broke at 9:15 p.m. on Monday. Twelve minutes later it burned. An hour later it sank.",
            ["2023-10-16T21:15", "2023-10-16T21:27", "2023-10-16T22:27"],
            id="from-the-moment-told",
        ),
        pytest.param(
            "It broke on Monday. An hour later it sank.", ["2023-10-16", "2023-10-16"], id="day-told"
        ),
        pytest.param("An hour later it sank.", ["FUTURE_REF"], id="nothing-told"),
        pytest.param(
            "It broke on Monday. On Tuesday, a day later, it sank.",
            ["2023-10-16", "2023-10-17", "2023-10-17"],
            id="told-at-once",
        ),
        pytest.param("It sold 9 in 2021 and 8 the year before.", ["2021", "2020"], id="coarser-than-a-day"),
        pytest.param(
            "It stops this evening and goes again on Friday.", ["2023-10-19TEV", "2023-10-20"], id="ahead"
        ),
    ],
)
def test_offsets_count_from_what_was_told(text: str, timex: list[str]) -> None:
    assert [found for _, found in dates(text)] == timex


def test_an_hour_from_a_day_told_is_any_hour_of_it() -> None:
    found = extract_dates(document("It broke on Monday. An hour later it sank."))[1].value
    assert isinstance(found, Date)
    assert (found.start, found.end) == (datetime(2023, 10, 16), datetime(2023, 10, 17, 1))


def test_a_history_goes_forward_from_month_to_month() -> None:
    years = " ".join(f"A tower rose in {year}." for year in range(1801, 1810))
    text = (
        f"{years} The siege began in December 1811. In January it failed; by the end of the month it ended."
    )
    assert [found for _, found in dates(text)][-3:] == ["1811-12", "1812-01", "1812-01"]


def test_a_year_named_in_passing_does_not_move_a_history() -> None:
    years = " ".join(f"A tower rose in {year}." for year in range(1801, 1810))
    text = f"{years} The siege began on 10 March 1811. The town stored wheat for a march planned for 1815."
    assert [found for _, found in dates(f"{text} On 11 April it fell.")][-2:] == ["1815", "1811-04-11"]
    text += " In 1816 the tower fell. On 11 April it was built again."
    assert dates(text)[-1] == ("11 April", "1816-04-11")


def test_the_day_before_skips_background_told_long_before() -> None:
    text = "The bank began on 3 May 1999.\nIt grew.\nIt failed on Tuesday. A day earlier, savers queued."
    assert dates(text)[-1] == ("A day earlier", "2023-10-16")


def test_without_a_reference_day_dates_stay_open() -> None:
    found = value("The ferry sank on Feb. 24.", None)
    assert (found.timex, found.start, found.end) == ("XXXX-02-24", None, None)
    assert found.said == {"month", "day"}
    assert dates("The ferry sank on Tuesday.", None) == [("Tuesday", "XXXX-WXX-2")]


def test_the_printed_weekday_is_kept_though_it_is_wrong() -> None:
    found = value("It fell on Saturday, April 14, 2024.")
    assert (found.timex, found.weekday) == ("2024-04-14", 5)


def test_an_hour_without_its_half_of_the_day_allows_both() -> None:
    found = value("It broke at half past six.")
    assert (found.start, found.end) == (datetime(2023, 10, 19, 6, 30), datetime(2023, 10, 19, 18, 31))
    assert "meridiem" not in found.said


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        pytest.param("It fell on 03/04/2021 and 25/04/2021.", "2021-04-03", id="other-date-decides"),
        pytest.param("LONDON — It fell on 03/04/2021.", "2021-04-03", id="british-dateline"),
        pytest.param("BOSTON — It fell on 03/04/2021.", "2021-03-04", id="american-dateline"),
        pytest.param("In London it fell on 03/04/2021.", "2021-04-03", id="british-town"),
        pytest.param("In New York it fell on 03/04/2021.", "2021-03-04", id="american-town"),
        pytest.param("From London to Boston it fell on 03/04/2021.", "2021-XX-XX", id="towns-of-both"),
        pytest.param("It fell on 10/18/2023.", "2023-10-18", id="only-one-reading"),
        pytest.param("It fell on 11/10/2023.", "2023-XX-XX", id="undecided"),
    ],
)
def test_order_of_numeric_dates(text: str, timex: str) -> None:
    assert dates(text)[0][1] == timex


def test_configured_order_decides() -> None:
    assert dates("It fell on 03/04/2021.", day_first=True) == [("03/04/2021", "2021-04-03")]
    assert dates("It fell on 03/04/2021.", day_first=False) == [("03/04/2021", "2021-03-04")]


def test_a_utc_night_leaves_today_open() -> None:
    night = value("The bus crashed today.", datetime(2023, 10, 19, 2, 30, tzinfo=UTC))
    assert (night.first, night.last) == (date(2023, 10, 18), date(2023, 10, 19))
    noon = value("The bus crashed today.", datetime(2023, 10, 19, 12, 0, tzinfo=UTC))
    assert (noon.first, noon.last) == (date(2023, 10, 19), date(2023, 10, 19))


def test_inferred_reference_is_marked() -> None:
    given_day = replace(document("It fell on Tuesday."), reference=Reference(PUBLISHED, inferred=True))
    value_ = extract_dates(given_day)[0].value
    assert isinstance(value_, Date)
    assert value_.inferred


def test_zones_and_spans_are_those_of_the_sentence() -> None:
    [mention] = extract_dates(document("Nothing here.\nThe café “Löwe” shut on 3 May 2019."))
    assert (mention.start, mention.end, mention.zone) == (38, 48, Zone.BODY)
    assert mention.text == "3 May 2019"


WORDS = st.sampled_from(
    ["on", "in", "the", "May", "24", "2022", "Tuesday", ",", "last", "week", "two", "ago", "at", "3", "p.m.",
     "30", "February", "32", "every", "to", "-", "quarter", "of", "99", "Q4", "BC", "31", "noon", "GMT"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(WORDS, min_size=1, max_size=12),
    st.sampled_from([None, PUBLISHED, datetime(1, 1, 1), datetime(9999, 12, 31)]),
)
def test_spans_reproduce_the_text_whatever_is_written(words: list[str], moment: datetime | None) -> None:
    text = " ".join(words)
    last = 0
    for mention in extract_dates(document(text, moment)):
        assert text[mention.start : mention.end] == mention.text
        assert last <= mention.start < mention.end
        last = mention.end
        found = mention.value
        assert isinstance(found, Date)
        assert found.start is None or found.end is None or found.start < found.end


@settings(max_examples=25, deadline=None)
@given(st.dates(date(1990, 1, 1), date(2040, 12, 31)))
def test_a_full_date_is_read_whatever_the_reference(day: date) -> None:
    text = f"The ferry sank on {day.day} {day:%B %Y}."
    found = value(text)
    assert (found.first, found.last) == (day, day)


@pytest.mark.parametrize(
    ("texts", "published", "expected"),
    [
        pytest.param(
            ["It fell on 3 May 2019."], [None, datetime(2023, 5, 2, 9, tzinfo=UTC)], datetime(2023, 5, 2),
            id="published",
        ),
        pytest.param(
            ["It fell on 3 May 2019.", "The tower, Nov. 13, 2022."], [None, None], datetime(2022, 11, 13),
            id="latest-full-date",
        ),
        pytest.param(["It fell in June 2021."], [None], datetime(2021, 6, 1), id="month-and-year"),
        pytest.param(["It fell on Tuesday."], [None], None, id="nothing"),
        pytest.param(
            ["It fell on 3 May 2019 and 5 May 2019; it opens on 1 June 2030."], [None],
            datetime(2019, 5, 5),
            id="an-announcement-alone",
        ),
    ],
)  # fmt: skip
def test_infer_reference(
    texts: list[str], published: list[datetime | None], expected: datetime | None
) -> None:
    assert infer_reference(texts, published) == expected


def test_months_are_never_shorter_than_their_early_part() -> None:
    whole, early = value("It fell in March 2022."), value("It fell in early March 2022.")
    assert whole.start == early.start
    assert whole.end is not None
    assert early.end is not None
    assert whole.end - early.end > timedelta(days=14)


def test_a_year_is_taken_over_by_the_clause_that_explains_it() -> None:
    told = dates("He hopes for 150 visitors next year, when the fair will open on 6 September.")
    assert told == [("next year", "2024"), ("6 September", "2024-09-06")]
    # Behind another clause it is the article's own year again.
    told = dates("He hopes for 150 visitors next year, when rents fall, and for fewer on 6 November.")
    assert told == [("next year", "2024"), ("6 November", "2023-11-06")]


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        pytest.param("The school is to close next year, at the end of August.", "2024-08", id="next-year"),
        pytest.param("The school burned last year, on 3 May, and was rebuilt.", "2022-05-03", id="last-year"),
        pytest.param("It closes next year, probably in August.", "2024-08", id="adverb"),
        pytest.param("In 2019, on 3 May, the bridge fell.", "2019-05-03", id="opening-year"),
        pytest.param("Elected in 2019, in May she resigned.", "2023-05", id="year-of-another-deed"),
    ],
)
def test_a_day_beside_a_year_is_of_that_year(text: str, timex: str) -> None:
    assert dates(text)[1][1] == timex


# Read on Thursday, 19 October 2023.
@pytest.mark.parametrize(
    ("text", "timex"),
    [
        pytest.param("The board agreed on Tuesday to close the mine.", "2023-10-17", id="agreed"),
        pytest.param("The pact, agreed on Tuesday, was signed in Orsel.", "2023-10-17", id="participle"),
        pytest.param("The board agreed a truce on Tuesday.", "2023-10-17", id="with-an-object"),
        pytest.param("The minister promised on Tuesday that taxes would fall.", "2023-10-17", id="promised"),
        pytest.param("The hikers set off on Tuesday.", "2023-10-17", id="set-off"),
        pytest.param("The two sides agreed to meet on Tuesday.", "2023-10-24", id="agreed-to"),
        pytest.param("The plan is to be agreed on Tuesday.", "2023-10-24", id="to-be-agreed"),
        pytest.param("The trial is set for Tuesday.", "2023-10-24", id="set-for"),
    ],
)
def test_a_decision_has_a_day_of_its_own(text: str, timex: str) -> None:
    assert dates(text)[0][1] == timex


# Read on Thursday, 19 October 2023.
@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "It was stolen in the night to Sunday.", [("the night to Sunday", "2023-10-14TNI")], id="to"
        ),
        pytest.param(
            "It sank in the night from Sunday to Monday.",
            [("the night from Sunday to Monday", "2023-10-15TNI")],
            id="from-to",
        ),
        pytest.param(
            "It sank overnight to Monday.", [("overnight to Monday", "2023-10-15TNI")], id="overnight"
        ),
        pytest.param(
            "It burned in the night from 3 May to 4 May.",
            [("the night from 3 May to 4 May", "2023-05-03TNI")],
            id="days",
        ),
        pytest.param("It sank on the night of Sunday.", [("the night of Sunday", "2023-10-15TNI")], id="of"),
    ],
)
def test_a_night_is_told_by_the_day_it_leads_to(text: str, found: list[tuple[str, str]]) -> None:
    assert dates(text) == found


def test_several_nights_are_no_night() -> None:
    found = dates("They work at night from Monday to Friday.")
    assert [text for text, _ in found][-2:] == ["Monday", "Friday"]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        pytest.param("They decided by ten votes to two last night.", "last night", id="votes"),
        pytest.param("They won two to one last night.", "last night", id="score"),
        pytest.param("They shot four last night.", "last night", id="count"),
        pytest.param("It happened at four last night.", "four last night", id="hour"),
        pytest.param("It closed at ten to four last night.", "ten to four last night", id="minutes"),
    ],
)
def test_a_number_before_last_night_is_an_hour_only_where_words_lead_to_it(text: str, span: str) -> None:
    assert [mention.text for mention in extract_dates(document(text))] == [span]


def test_a_night_told_by_two_days_bears_no_weekday() -> None:
    found = extract_dates(document("It happened in the night from Tuesday to Wednesday, October 18."))
    assert [(m.value.timex, m.value.weekday) for m in found if isinstance(m.value, Date)] == [
        ("2023-10-17TNI", None)
    ]


def test_this_evening_after_midnight_in_utc_may_be_the_evening_before() -> None:
    told = document("Police have this evening charged a man.", datetime(2023, 10, 19, 1, 0))
    article = replace(told.article, published=datetime(2023, 10, 19, 1, 0, tzinfo=UTC))
    (found,) = extract_dates(replace(told, article=article))
    assert isinstance(found.value, Date)
    assert found.value.start == datetime(2023, 10, 18, 16)
