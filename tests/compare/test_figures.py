"""Two quantities held against each other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.compare.figures import comparable, compare_figures
from discrepancy.model import Figure, Verdict


def figure(
    number: str | tuple[str, str],
    unit: str = "person",
    measure: str = "count",
    modifier: Literal["=", "<", ">", "~"] = "=",
    step: str | None = None,
) -> Figure:
    pair = (number,) if isinstance(number, str) else number
    low, high = (Decimal(n) for n in (pair[0], pair[-1]))
    band = high / 10
    bounds: dict[str, tuple[Decimal | None, Decimal | None]] = {
        "=": (low, high), ">": (low, None), "<": (None, high), "~": (low - band, high + band),
    }  # fmt: skip
    printed = low if low == high else (low, high)
    return Figure(printed, modifier, unit, *bounds[modifier], measure, Decimal(step) if step else place(low))


def place(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < 0:
        return Decimal(1).scaleb(exponent)
    step = 1
    while number and number % (step * 10) == 0:
        step *= 10
    return Decimal(step)


def money(number: str, unit: str = "dollar", modifier: Literal["=", "<", ">", "~"] = "=") -> Figure:
    return figure(number, unit, "money", modifier)


def score(first: str, second: str) -> Figure:
    a, b = Decimal(first), Decimal(second)
    return Figure((a, b), "=", "", min(a, b), max(a, b), "score")


def clock(hours: int, minutes: int, seconds: int) -> Figure:
    total = str(hours * 3600 + minutes * 60 + seconds)
    return replace(figure(total, "second", "duration", step="1"), timex=f"PT{hours}H{minutes}M{seconds}S")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(figure("12", step="12"), figure("12"), id="a-dozen"),
        pytest.param(figure("1", "week", "duration"), figure("7", "day", "duration"), id="week"),
        pytest.param(figure("2.5", "hour", "duration"), figure("150", "minute", "duration"), id="hours"),
        pytest.param(
            figure("120", "basis point", "point"),
            figure("1.2", "percentage point", "point"),
            id="basis-points",
        ),
        pytest.param(figure("0.8", "", "ratio"), figure("80", "percent", "percent"), id="four-in-five"),
        pytest.param(
            figure("25", "degree celsius", "temperature"),
            figure("77", "degree fahrenheit", "temperature"),
            id="temperature",
        ),
        pytest.param(figure("48", "inch", "length"), figure("4", "foot", "length"), id="feet"),
        pytest.param(money("71", "cent"), money("0.71"), id="cents"),
        pytest.param(score("9", "4"), score("4", "9"), id="score-from-either-side"),
        pytest.param(figure("300", modifier=">"), figure("300", modifier=">"), id="same-bound"),
    ],
)
def test_agree(left, right):
    assert compare_figures(left, right).verdict is Verdict.AGREE


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(figure("10000"), figure("9874"), id="rounded-count"),
        pytest.param(figure("6100000"), figure("6120000"), id="rounded-millions"),
        pytest.param(
            figure("40", "meter", "length"), figure("130", "foot", "length"), id="rounded-conversion"
        ),
        pytest.param(figure("9.7", "kilometer", "length"), figure("6", "mile", "length"), id="whole-miles"),
        pytest.param(
            figure("13", "month", "duration"), figure("398", "day", "duration"), id="months-of-days"
        ),
        pytest.param(figure("300", modifier=">"), figure("312"), id="lower-bound"),
        pytest.param(figure("300", modifier=">"), figure("399"), id="lower-bound-far"),
        pytest.param(money("27000000", modifier=">"), money("27400000"), id="lower-bound-of-money"),
        pytest.param(figure("20", modifier="<"), figure("16"), id="upper-bound"),
        pytest.param(figure("40", modifier="~"), figure("42"), id="about"),
        pytest.param(figure(("10", "15")), figure("12"), id="range"),
        pytest.param(
            figure("0.25", "", "ratio", step="0.125"), figure("23", "percent", "percent"), id="quarter"
        ),
        pytest.param(money("1900000000", "canadian dollar"), money("1900000000"), id="whose-dollars"),
        pytest.param(money("300000000"), money("12000000", "canadian dollar"), id="two-kinds-of-dollars"),
        pytest.param(money("289"), money("175", "euro"), id="two-currencies"),
        pytest.param(money("84", "crown"), money("84", "krona"), id="crowns-in-translation"),
        pytest.param(money("150", "euro per month"), money("150", "euro"), id="rate-left-out"),
        pytest.param(money("6.4", "penny per share"), money("6.4", "penny"), id="share-left-out"),
        pytest.param(money("214", "dollar per ton"), money("214", "dollar"), id="ton-left-out"),
        pytest.param(
            money("52000000000", "ugandan shilling"), money("1840000000", "shilling"), id="whose-shillings"
        ),
        pytest.param(
            figure("340", "nautical mile", "length"), figure("340", "mile", "length"), id="miles-at-sea"
        ),
        pytest.param(figure("14", "tonne", "mass"), figure("12", "meter", "length"), id="different-measures"),
        pytest.param(figure("47.3", ""), figure("47.3", "percent", "percent"), id="unit-left-out"),
        pytest.param(
            figure("1.63", "pound sterling per week", "money"),
            figure("85", "pound sterling per year", "money", "~"),
            id="rates",
        ),
        pytest.param(
            figure("47.3", "degree", "temperature"),
            figure("47.3", "degree celsius", "temperature"),
            id="degrees",
        ),
    ],
)
def test_compatible(left, right):
    assert compare_figures(left, right).verdict is Verdict.COMPATIBLE


@pytest.mark.parametrize(
    ("left", "right", "slip"),
    [
        pytest.param(money("27400000"), money("24700000"), "two digits swapped", id="swapped-decimals"),
        pytest.param(figure("2306418"), figure("2360418"), "two digits swapped", id="swapped-digits"),
        pytest.param(figure("61"), figure("67"), "one digit", id="one-digit"),
        pytest.param(figure("228"), figure("288"), "one digit", id="one-digit-of-three"),
        pytest.param(figure("1850"), figure("18500"), "factor of ten", id="ten"),
        pytest.param(money("2400000000"), money("2400000"), "factor of a thousand", id="million-for-billion"),
        pytest.param(figure("300", modifier=">"), figure("3000"), "factor of ten", id="bound-does-not-reach"),
        pytest.param(figure("7"), figure("70", modifier=">"), "", id="a-word-and-a-bound"),
        pytest.param(figure("7"), figure("70"), "factor of ten", id="seven-and-seventy"),
        pytest.param(figure("16"), figure("60"), "-teen for -ty", id="misheard"),
        pytest.param(figure("12345"), figure("1345"), "one digit left out", id="left-out"),
        pytest.param(
            figure("185", "kilometer per hour", "speed"),
            figure("185", "mile per hour", "speed"),
            "same number, another unit",
            id="speed",
        ),
        pytest.param(
            figure("14", "percent", "percent"),
            figure("14", "percentage point", "point"),
            "percent for percentage points",
            id="points",
        ),
        pytest.param(
            money("38000000", "pound sterling"),
            money("38000000"),
            "same number, another currency",
            id="currency",
        ),
        pytest.param(
            figure("3", "month", "duration"),
            figure("3", "week", "duration"),
            "same number, another unit",
            id="weeks",
        ),
        pytest.param(figure("8", "month", "duration"), figure("8", "year", "duration"), "", id="chance"),
        pytest.param(
            figure("18", "month", "duration"),
            figure("18", "year", "duration"),
            "same number, another unit",
            id="two-digits",
        ),
        pytest.param(
            figure("1.63", "pound sterling per week", "money"),
            figure("1.63", "pound sterling per month", "money"),
            "same number, another unit",
            id="rate",
        ),
        pytest.param(
            money("900000000", "crown"), money("90000000", "swedish krona"), "factor of ten", id="crowns"
        ),
        pytest.param(
            money("84", "danish krone"),
            money("84", "swedish krona"),
            "same number, another currency",
            id="two-countries'-crowns",
        ),
        pytest.param(
            figure("64", "minute", "ordinal"),
            figure("46", "minute", "ordinal"),
            "two digits swapped",
            id="swapped-ordinal",
        ),
        pytest.param(
            figure("64", "minute", "ordinal"), figure("74", "minute", "ordinal"), "", id="other-ordinal"
        ),
        pytest.param(
            figure("61", "per 100000", "frequency"),
            figure("61", "per 1000", "frequency"),
            "same number, another unit",
            id="frequency",
        ),
        pytest.param(
            figure("11200000", ""), figure("1120000", "tonne", "mass"), "factor of ten", id="no-unit-but-slip"
        ),
        pytest.param(figure("47", ""), figure("9"), "", id="noun-left-out"),
        pytest.param(
            money("118000", "dollar per year"),
            money("181000"),
            "two digits swapped",
            id="rate-left-out-but-slip",
        ),
        pytest.param(figure("3800", modifier=">"), figure("3780"), "", id="bounds-are-not-rounded-again"),
        pytest.param(figure("20"), figure("19"), "", id="small-counts-are-exact"),
        pytest.param(figure("26", "year", "age"), figure("27", "year", "age"), "one digit", id="age"),
        pytest.param(
            figure("3", "win", "ordinal"), figure("4", "win", "ordinal"), "next in order", id="ordinal"
        ),
        pytest.param(figure("3", "win", "ordinal"), figure("7", "win", "ordinal"), "", id="far-in-order"),
        pytest.param(score("9", "4"), score("9", "5"), "one side of the score", id="score"),
        pytest.param(score("9", "4"), score("5", "9"), "one side of the score", id="score-turned-round"),
        pytest.param(score("1", "1"), score("2", "1"), "one side of the score", id="draw"),
        pytest.param(score("217", "210"), score("271", "210"), "two digits swapped", id="digits-of-a-score"),
        pytest.param(clock(4, 21, 8), clock(4, 12, 8), "two digits swapped", id="minutes-swapped"),
        pytest.param(clock(2, 6, 41), clock(2, 6, 14), "two digits swapped", id="seconds-swapped"),
        pytest.param(clock(2, 6, 41), clock(2, 16, 41), "one digit", id="one-digit-of-the-minutes"),
        pytest.param(clock(2, 6, 41), clock(3, 9, 20), "", id="different-times"),
        pytest.param(
            figure("6.5", "hour", "duration"),
            figure("16.5", "hour", "duration"),
            "one digit left out",
            id="digit-added",
        ),
        pytest.param(
            money("50000000", modifier="<"), money("48600000000"), "factor of a thousand", id="rounded-scale"
        ),
        pytest.param(figure("104"), figure("14"), "one digit left out", id="nought-left-out"),
        pytest.param(figure("8"), figure("18"), "", id="too-short-to-tell"),
        pytest.param(figure("13000"), figure("30000"), "-teen for -ty", id="misheard-thousands"),
        pytest.param(
            figure("24", "meter", "length"),
            figure("7.4", "meter", "length"),
            "number of another unit",
            id="feet-as-metres",
        ),
        pytest.param(
            figure("77", "degree celsius", "temperature"),
            figure("25", "degree celsius", "temperature"),
            "number of another unit",
            id="fahrenheit-as-celsius",
        ),
        pytest.param(
            figure("500", "acre", "area"),
            figure("202", "acre", "area"),
            "number of another unit",
            id="hectares-as-acres",
        ),
        pytest.param(
            figure("38", "hectare", "area"),
            figure("15", "hectare", "area"),
            "",
            id="only-about-the-other-unit",
        ),
        pytest.param(
            figure("50", "acre", "area"), figure("20", "acre", "area"), "", id="round-numbers-match-by-chance"
        ),
        pytest.param(
            money("150", "euro per month"),
            money("150", "euro per week"),
            "same number, another unit",
            id="another-period",
        ),
        pytest.param(
            money("214", "dollar per ton"),
            money("214", "dollar per barrel"),
            "same number, another unit",
            id="another-base",
        ),
        pytest.param(score("9", "4"), score("10", "3"), "", id="both-halves-of-a-score"),
        pytest.param(figure(("10", "15")), figure("22"), "", id="outside-the-range"),
        pytest.param(figure("40", modifier="~"), figure("55"), "", id="outside-the-band"),
    ],
)
def test_conflict(left, right, slip):
    relation = compare_figures(left, right)
    assert relation.verdict is Verdict.CONFLICT
    assert relation.slip == slip


def test_a_rounded_number_is_hardly_an_exact_one_in_another_unit():
    exact = figure("60", "kilometer per hour", "speed")
    assert compare_figures(exact, figure("60", "mile per hour", "speed")).slip == "same number, another unit"
    assert compare_figures(exact, figure("60", "mile per hour", "speed", "<")).slip == ""


def test_reason_quotes_both():
    relation = compare_figures(figure("40", "meter", "length"), figure("60", "meter", "length"))
    assert relation.reason == "40 meters and 60 meters cannot both be true"


def test_reason_says_times_in_their_parts():
    relation = compare_figures(clock(4, 21, 8), clock(5, 1, 30))
    assert relation.reason == (
        "4 hours 21 minutes 8 seconds and 5 hours 1 minute 30 seconds cannot both be true"
    )


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(
            figure("3", "week", "duration"), figure("3", "day", "duration"), True, id="one-dimension"
        ),
        pytest.param(
            figure("3", "week", "duration"), figure("3", "mile", "length"), False, id="two-dimensions"
        ),
        pytest.param(figure("3", "win", "ordinal"), figure("3", "win"), False, id="ordinal-and-count"),
        pytest.param(figure("3", ""), figure("3", "mile", "length"), True, id="no-unit"),
        pytest.param(money("3"), money("3", "euro"), False, id="currencies"),
    ],
)
def test_comparable(left, right, expected):
    assert comparable(left, right) is expected
    assert comparable(right, left) is expected


UNITS = [
    ("person", "count"), ("", "count"), ("meter", "length"), ("mile", "length"), ("foot", "length"),
    ("percent", "percent"), ("percentage point", "point"), ("", "ratio"), ("dollar", "money"),
    ("canadian dollar", "money"), ("euro", "money"), ("crown", "money"), ("swedish krona", "money"),
    ("dollar per week", "money"), ("hour", "duration"), ("month", "duration"), ("year", "age"),
    ("degree", "temperature"), ("degree celsius", "temperature"), ("degree fahrenheit", "temperature"),
    ("win", "ordinal"),
]  # fmt: skip


@st.composite
def some_figure(draw: st.DrawFn) -> Figure:
    unit, measure = draw(st.sampled_from(UNITS))
    number = draw(st.decimals(min_value=1, max_value=5_000_000, places=draw(st.sampled_from([0, 0, 1, 2]))))
    modifier: Literal["=", "<", ">", "~"] = draw(st.sampled_from(["=", "=", "~", ">", "<"]))
    return figure(str(number), unit, measure, modifier)


@given(some_figure(), some_figure())
def test_order_does_not_matter(left, right):
    one, other = compare_figures(left, right), compare_figures(right, left)
    assert (one.verdict, one.slip) == (other.verdict, other.slip)


@given(some_figure())
def test_every_figure_agrees_with_itself(value):
    assert compare_figures(value, value).verdict is Verdict.AGREE


@given(some_figure(), some_figure(), st.decimals(0, 1000, places=1), st.decimals(0, 1000, places=1))
def test_widening_creates_no_conflict(left, right, down, up):
    # Open bounds are left open: they are already as wide as a reporter would make them.
    wide = replace(
        left,
        low=None if left.low is None else left.low - down,
        high=None if left.high is None else left.high + up,
    )
    if compare_figures(left, right).verdict is not Verdict.CONFLICT:
        assert compare_figures(wide, right).verdict is not Verdict.CONFLICT


def test_a_round_number_of_points_is_no_rounded_share() -> None:
    ten = Figure(Decimal(10), "=", "percentage point", Decimal(10), Decimal(10), "point", Decimal(10))
    share = Figure(Decimal(15), "=", "percent", Decimal(15), Decimal(15), "percent")
    assert compare_figures(ten, share).verdict is Verdict.COMPATIBLE
