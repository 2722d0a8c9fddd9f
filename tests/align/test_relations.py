"""Two claims held against each other with the words around them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from discrepancy.align.relations import relate
from discrepancy.model import Kind, Verdict
from tests.align.stories import claims_of

NEXT_DAY = {"Courier": timedelta(days=1)}


def verdict(kind: Kind, left: str, right: str, likeness: float) -> Verdict:
    claims = claims_of({"Ledger": left, "Courier": right}, later=NEXT_DAY)
    first, second = (
        next(claim for claim in claims if claim.mention.source == source and claim.mention.kind is kind)
        for source in ("Ledger", "Courier")
    )
    return relate(first, second, likeness).verdict


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(
            "Ann Roe broke a 14-year-old record.",
            "The 41-year-old runner broke the record.",
            Verdict.COMPATIBLE,
            id="a record and a runner",
        ),
        pytest.param(
            "The record was 14 years old.",
            "The 41-year-old runner broke the record.",
            Verdict.COMPATIBLE,
            id="a record by a verb",
        ),
        pytest.param(
            "The 14-year-old ferry sank.",
            "The 41-year-old ferry sank.",
            Verdict.CONFLICT,
            id="two of a thing",
        ),
        pytest.param(
            "The 14-year-old runner won.",
            "The 41-year-old runner won.",
            Verdict.CONFLICT,
            id="two of a person",
        ),
    ],
)
def test_the_age_of_a_thing_is_nobodys(left: str, right: str, expected: Verdict) -> None:
    assert verdict(Kind.NUMBER, left, right, 0.0) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(
            "The court freed 41 miners.",
            "The remaining 14 miners stay in prison.",
            Verdict.COMPATIBLE,
            id="those that remain",
        ),
        pytest.param(
            "The remaining 41 miners stay in prison.",
            "The remaining 14 miners stay in prison.",
            Verdict.CONFLICT,
            id="both of those that remain",
        ),
        pytest.param(
            "The storm left 2,300 homes without power.",
            "By noon 3,200 homes were still without power.",
            Verdict.COMPATIBLE,
            id="still without",
        ),
    ],
)
def test_those_left_over_are_another_count(left: str, right: str, expected: Verdict) -> None:
    assert verdict(Kind.NUMBER, left, right, 0.4) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(
            "Guards left 10 minutes before the blast.",
            "The mayor spoke 10 hours after the blast.",
            Verdict.COMPATIBLE,
            id="before and after",
        ),
        pytest.param(
            "Guards left 10 minutes before the blast.",
            "Guards left 10 hours before the blast.",
            Verdict.CONFLICT,
            id="both before",
        ),
        pytest.param(
            "The fire burned for 10 minutes.", "The fire burned for 10 hours.", Verdict.CONFLICT, id="neither"
        ),
        pytest.param(
            "The crew trained for five weeks.",
            "The sample was given five months after the race.",
            Verdict.COMPATIBLE,
            id="how long and how long after",
        ),
        pytest.param(
            "The crew trained for five weeks before the race.",
            "The crew trained for five months.",
            Verdict.CONFLICT,
            id="how long before",
        ),
    ],
)
def test_times_on_two_sides_of_an_event(left: str, right: str, expected: Verdict) -> None:
    assert verdict(Kind.FIGURE, left, right, 0.3) is expected


@pytest.mark.parametrize(
    ("left", "right", "likeness", "expected"),
    [
        pytest.param("today", "today", 0.95, Verdict.COMPATIBLE, id="copied with the sentence"),
        pytest.param("today", "today", 0.4, Verdict.CONFLICT, id="said of other things"),
        pytest.param("on 3 May 2031", "on 4 May 2031", 0.95, Verdict.CONFLICT, id="said in full"),
    ],
)
def test_copied_words_keep_no_new_day(left: str, right: str, likeness: float, expected: Verdict) -> None:
    texts = (f"The Kessin lock was shut {words}, the harbour master said." for words in (left, right))
    assert verdict(Kind.DATE, *texts, likeness) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(
            "Ana Torvald took office in July 2027.",
            "Ana Torvald will leave office in July 2033.",
            Verdict.COMPATIBLE,
            id="past and future",
        ),
        pytest.param(
            "Ana Torvald took office in July 2027.",
            "Ana Torvald took office in July 2023.",
            Verdict.CONFLICT,
            id="both past",
        ),
        pytest.param(
            "The lock opens in July 2030.", "The lock opens in July 2033.", Verdict.CONFLICT, id="one verb"
        ),
    ],
)
def test_past_and_future(left: str, right: str, expected: Verdict) -> None:
    assert verdict(Kind.DATE, left, right, 0.3) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(
            "Output rose 1.9%, the first estimate showed.",
            "Output rose 1.7%, the second estimate showed.",
            Verdict.COMPATIBLE,
            id="two estimates",
        ),
        pytest.param(
            "Output rose 1.9%, the first estimate showed.",
            "Growth was 1.3%, the first estimate showed.",
            Verdict.CONFLICT,
            id="one estimate",
        ),
        pytest.param(
            "Output rose 1.9%, the first estimate showed.",
            "Growth was 1.3%.",
            Verdict.CONFLICT,
            id="nothing said",
        ),
    ],
)
def test_editions(left: str, right: str, expected: Verdict) -> None:
    assert verdict(Kind.FIGURE, left, right, 0.3) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(
            "The Corran is the third tunnel.",
            "A second tunnel will be dug in June.",
            Verdict.COMPATIBLE,
            id="one more to come",
        ),
        pytest.param(
            "The Corran is the third tunnel.",
            "The second tunnel will be dug in June.",
            Verdict.CONFLICT,
            id="the",
        ),
        pytest.param("It is a third tunnel.", "It is a second tunnel.", Verdict.CONFLICT, id="both there"),
    ],
)
def test_one_more_counts_on(left: str, right: str, expected: Verdict) -> None:
    assert verdict(Kind.NUMBER, left, right, 0.3) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("It recalls 4,100 cars.", "Here, it recalls 140 cars.", Verdict.COMPATIBLE, id="here"),
        pytest.param(
            "It recalls 4,100 cars.", "It recalls 140 cars in this country.", Verdict.COMPATIBLE, id="country"
        ),
        pytest.param(
            "Here, it recalls 4,100 cars.", "Here, it recalls 140 cars.", Verdict.CONFLICT, id="both here"
        ),
        pytest.param(
            "It left 4,100 homeless.", "It left 140 here homeless.", Verdict.CONFLICT, id="on the spot"
        ),
    ],
)
def test_an_outlet_tells_of_its_own_country(left: str, right: str, expected: Verdict) -> None:
    assert verdict(Kind.NUMBER, left, right, 0.3) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(
            "With most of the votes counted, Vell had 53.6% of the vote.",
            "Vell won 52.4% of the vote.",
            Verdict.COMPATIBLE,
            id="count not finished",
        ),
        pytest.param(
            "An exit poll gave Vell 53% of the vote.",
            "Vell won 51% of the vote.",
            Verdict.COMPATIBLE,
            id="exit poll",
        ),
        pytest.param(
            "An exit poll gave Vell 53% of the vote.",
            "An exit poll gave Vell 51% of the vote.",
            Verdict.CONFLICT,
            id="both polls",
        ),
        pytest.param(
            "Vell won 53% of the vote.", "Vell won 51% of the vote.", Verdict.CONFLICT, id="both results"
        ),
    ],
)
def test_a_poll_is_no_result(left: str, right: str, expected: Verdict) -> None:
    assert verdict(Kind.FIGURE, left, right, 0.3) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(
            "Nine of them were in Spain.", "None of them in France.", Verdict.COMPATIBLE, id="nine and none"
        ),
        pytest.param(
            "He sold it in Spain.", "He sold it, but not in France.", Verdict.COMPATIBLE, id="denied"
        ),
        pytest.param(
            "He sold it in Spain.", "He sold it outside France.", Verdict.COMPATIBLE, id="outside a country"
        ),
        pytest.param(
            "Nine of them were in Spain.", "Nine of them were in France.", Verdict.CONFLICT, id="one part"
        ),
        pytest.param("He sold it in Spain.", "He sold it in France.", Verdict.CONFLICT, id="the whole"),
    ],
)
def test_places_of_a_part(left: str, right: str, expected: Verdict) -> None:
    assert verdict(Kind.PLACE, left, right, 0.3) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("Ohio", "Pike County", Verdict.COMPATIBLE, id="state and county"),
        pytest.param("Ohio", "Kansas", Verdict.CONFLICT, id="two states"),
        pytest.param("Polk County", "Pike County", Verdict.CONFLICT, id="two counties"),
    ],
)
def test_what_stands_behind_one_town(left: str, right: str, expected: Verdict) -> None:
    claims = claims_of({name: f"A ship sank off Orbeck, {name}." for name in (left, right)})
    first, second = (next(c for c in claims if c.mention.text == name) for name in (left, right))
    assert relate(first, second, 0.3).verdict is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("4.5 million ringgit", "M$4.5m", Verdict.AGREE, id="an old sign"),
        pytest.param("4.5 million kina", "K4.5m", Verdict.COMPATIBLE, id="a sign of several"),
        pytest.param("4.5 million Mexican pesos", "M$4.5m", Verdict.COMPATIBLE, id="the less usual of two"),
        pytest.param("4.5 million Chilean pesos", "Ch$4.5m", Verdict.AGREE, id="a country's letters"),
        pytest.param("4.5 million ringgit", "US$4.5m", Verdict.CONFLICT, id="spelt out"),
        pytest.param("4.5 million euros", "K4.5m", Verdict.CONFLICT, id="none of them"),
        pytest.param("12 miles", "12m", Verdict.COMPATIBLE, id="miles or metres"),
        pytest.param("12 miles", "12km", Verdict.CONFLICT, id="one unit alone"),
    ],
)
def test_signs_of_several_units(left: str, right: str, expected: Verdict) -> None:
    texts = (f"The road is long, and it took {words} of them." for words in (left, right))
    assert verdict(Kind.FIGURE, *texts, 0.3) is expected


def test_what_stands_behind_a_firm_is_where_it_is() -> None:
    claims = claims_of({n: f"The fish came from Orlen Smokehouse, {n}." for n in ("Mallaig", "Oban")})
    first, second = (next(c for c in claims if c.mention.text == name) for name in ("Mallaig", "Oban"))
    assert relate(first, second, 0.3).verdict is Verdict.CONFLICT
