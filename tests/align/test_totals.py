"""Totals and their parts: what does not add up, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.align.totals import align_totals
from discrepancy.model import Kind, Slot
from tests import factory
from tests.align.stories import claims_of
from tests.factory import count

WRONG = [
    pytest.param(
        "A further 47 people were hurt: 21 were taken to hospital in Orvale, 17 to Belmar and 11 to Tolvik.",
        "21 + 17 + 11 = 49, not 47 as the total given",
        ["47", "21", "11"],
        id="listed behind a colon",
    ),
    pytest.param(
        "The mill employs 410 people - 220 in Orvale and 130 in Belmar.",
        "220 + 130 = 350, not 410 as the total given",
        ["410", "220", "130"],
        id="listed behind a dash",
    ),
    pytest.param(
        "The £12m budget (£5.5m for roads, £4m for schools and £4.5m for parks) was passed on Monday.",
        "5,500,000 + 4,000,000 + 4,500,000 = 14,000,000, not 12,000,000 as the total given",
        ["£12m", "£5.5m", "£4.5m"],
        id="money in brackets",
    ),
    pytest.param(
        "The fleet has 12 ferries and 9 tugs, 24 vessels in all.",
        "12 + 9 = 21, not 24 as the total given",
        ["24", "12", "9"],
        id="in all",
    ),
    pytest.param(
        "Its 47 buses join the city's 118, for a total of 156.",
        "47 + 118 = 165, not 156 as the total given",
        ["156", "47", "118"],
        id="for a total of",
    ),
    pytest.param(
        "Three adults and four children died when a boat sank off Orvale on Sunday. "
        "The six victims were named on Monday.",
        "3 + 4 = 7, not 6 as the total given",
        ["six", "Three", "four"],
        id="the victims",
    ),
    pytest.param(
        "Six people, including three adults and four children, were killed.",
        "3 + 4 = 7, not 6 as the total given",
        ["Six", "three", "four"],
        id="more included than there are",
    ),
    pytest.param(
        "The toll rose to 31 on Sunday. The dead were 14 men, nine women and six children.",
        "14 + 9 + 6 = 29, not 31 as the total given",
        ["31", "14", "six"],
        id="who the dead were",
    ),
    pytest.param(
        "The motion was carried with 12 votes for, 5 against, of 15 cast.",
        "12 + 5 = 17, not 15 as the total given",
        ["15", "12", "5"],
        id="more votes than were cast",
    ),
    pytest.param(
        "Lund beat Berg by 15,122 votes to 13,274, a majority of 1,938.",
        "15,122 - 13,274 = 1,848, not 1,938 as the difference given",
        ["1,938", "15,122", "13,274"],
        id="majority",
    ),
    pytest.param(
        "Lund won 45 percent of the vote, Berg 35 percent and Holm 30 percent.",
        "45 + 35 + 30 = 110 percent of one whole",
        ["45 percent", "35 percent", "30 percent"],
        id="shares over a hundred",
    ),
    pytest.param(
        "The school has 412 pupils, 210 girls and 212 boys.",
        "210 + 212 = 422, not 412 as the total given",
        ["412", "210", "212"],
        id="in apposition",
    ),
    pytest.param(
        "The crew of 22 comprised 14 Finns, five Poles and two Greeks.",
        "14 + 5 + 2 = 21, not 22 as the total given",
        ["22", "14", "two"],
        id="comprised",
    ),
    pytest.param(
        "The company will cut 240 jobs, 130 in Orvale and 120 in Belmar.",
        "130 + 120 = 250, not 240 as the total given",
        ["240", "130", "120"],
        id="more in places than in all",
    ),
    pytest.param(
        "The victims were three men, two women and a child. Seven people died in the fire.",
        "3 + 2 + 1 = 6, not 7 as the total given",
        ["Seven", "three", "two"],
        id="and a child",
    ),
    pytest.param(
        "Sales rose to 240 cars from 200, an increase of 50.",
        "240 - 200 = 40, not 50 as the difference given",
        ["50", "240", "200"],
        id="change",
    ),
]
COUNTED = "With 41% of the votes counted, Lund has 45%, Berg 35% and Holm 30%."

INNOCENT = [
    pytest.param("Seven people died: three adults and four children.", id="right"),
    pytest.param("Eight people, including two men and three women, were killed.", id="only some included"),
    pytest.param("Six people were hurt: about three in Orvale and four in Belmar.", id="vague part"),
    pytest.param("At least six people died: three adults and four children.", id="open total"),
    pytest.param("Six people were held: three for theft, two for arson and four for fraud.", id="overlap"),
    pytest.param(
        "Six people died. Three men and four women were charged over the killings on Monday.",
        id="parts of others",
    ),
    pytest.param(
        "Police said six people died. The party said three men and four women had been killed.",
        id="two speakers",
    ),
    pytest.param("Four people died: three teachers, two women and a man.", id="two sorts at once"),
    pytest.param("Eight died in the fire. Three men and four women died; a child is missing.", id="some"),
    pytest.param("The team has 7 points: two wins and a draw, 30 goals in all.", id="points are no sum"),
    pytest.param(
        "Lund won 60 percent of the vote in Orvale, 55 percent in Belmar and 40 percent in Tolvik.",
        id="shares of several wholes",
    ),
    pytest.param(
        "With 41% of the votes counted, Lund has 53.6% and Berg 46.4%.", id="share of what is counted"
    ),
    pytest.param(
        "After about 41% of ballots had been tallied, Lund had 53.6% of the vote and Berg 46.4%.",
        id="share of what is tallied",
    ),
    pytest.param(
        "With 41% of precincts reporting, Lund had 53.6% of the vote and Berg 46.4%.",
        id="precincts reporting",
    ),
    pytest.param("Of those asked, 60 percent like tea and 55 percent coffee.", id="shares that overlap"),
    pytest.param("Lund took 33.4 percent of the vote, Berg 33.4 and Holm 33.3 percent.", id="shares rounded"),
    pytest.param("The £12m budget (£5.5m for roads, £4m for schools and £3m for parks).", id="money rounded"),
    pytest.param("Lund has 62 seats, Berg 45 and others 12 in the chamber of 120.", id="seats"),
    pytest.param("The company will cut 240 jobs, 130 in Orvale and 90 in Belmar.", id="other places unnamed"),
    pytest.param(
        "On Sunday 21 were taken to hospital in Orvale, 17 to Belmar and 11 to Tolvik.", id="a list, no total"
    ),
    pytest.param("The school has 412 pupils, 210 girls and 202 boys.", id="apposition"),
    pytest.param("Sales rose to 240 cars from 200, an increase of a fifth.", id="change in words"),
    pytest.param("Two more people died on Sunday, bringing the total to 14.", id="running total"),
]


def slots_of(text: str) -> list[Slot]:
    return list(align_totals("mini", claims_of({"Ledger": text})))


@pytest.mark.parametrize(("text", "reason", "printed"), WRONG)
def test_what_does_not_add_up(text: str, reason: str, printed: list[str]) -> None:
    (slot,) = slots_of(text)
    assert slot.provenance.internal is not None
    assert slot.provenance.internal.reason == reason
    assert [claim.mention.text for claim in slot.claims] == printed


@pytest.mark.parametrize("text", INNOCENT)
def test_what_is_left_alone(text: str) -> None:
    assert slots_of(text) == []


def test_copies_of_one_text_share_a_slot() -> None:
    text = "The mill employs 410 people: 220 in Orvale and 130 in Belmar."
    (slot,) = align_totals("mini", claims_of({"Ledger": text, "Courier": text}))
    assert {claim.mention.source for claim in slot.claims} == {"Ledger", "Courier"}
    assert {slot.claims[i].mention.text for i in slot.provenance.odd} == {"410"}


@given(st.lists(st.integers(1, 400), min_size=2, max_size=5), st.integers(-3, 3))
def test_a_list_contradicts_its_total_where_the_sum_differs(parts: list[int], off: int) -> None:
    total = sum(parts) + off
    towns = ["Orvale", "Belmar", "Tolvik", "Arva", "Kessin"]
    listed = [f"{part} in {town}" for part, town in zip(parts, towns, strict=False)]
    text = f"{total} people work there: {', '.join(listed[:-1])} and {listed[-1]}."
    article = factory.article("ledger", text)
    claims = [factory.claim(article, f"{total}", count(total), Kind.NUMBER)]
    for part, words in zip(parts, listed, strict=True):
        whole = factory.claim(article, words, count(part, ""), Kind.NUMBER)
        claims.append(factory.trim(whole, str(part)))
    apart = total > 0 and off != 0 and max(total, sum(parts)) <= 2 * min(total, sum(parts))
    assert bool(list(align_totals("mini", claims))) == apart


def test_shares_of_what_is_counted_make_a_whole_too() -> None:
    (slot,) = slots_of(COUNTED)
    assert [claim.mention.text for claim in slot.claims] == ["45%", "35%", "30%"]
