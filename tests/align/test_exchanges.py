"""Counts that an article has the wrong way round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from discrepancy.align.exchanges import align_exchanges
from tests.align.stories import claims_of, said

RIGHT = "A bus fell into a gorge. The crash killed 17 people and injured 34."
CROSSED = "A bus fell into a gorge. The crash killed 34 people and injured 17."


def test_both_counts_are_asked() -> None:
    slots, rest = align_exchanges("mini", claims_of({"Ledger": RIGHT, "Courier": CROSSED, "Echo": RIGHT}))
    assert [said(slot) for slot in slots] == [
        {("Ledger", "17"), ("Courier", "34"), ("Echo", "17")},
        {("Ledger", "34"), ("Courier", "17"), ("Echo", "34")},
    ]
    assert not any(claim.mention.text in {"17", "34"} for claim in rest)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param({"Ledger": RIGHT, "Courier": RIGHT}, id="agreed"),
        pytest.param(
            {"Ledger": RIGHT, "Courier": "The crash killed 34 people and injured 19."}, id="one count alone"
        ),
        pytest.param(
            {
                "Ledger": RIGHT,
                "Courier": "The crash killed 34 people. The road was shut. Help came. It hurt 17.",
            },
            id="far apart",
        ),
        pytest.param({"Ledger": RIGHT + " " + CROSSED}, id="one article"),
        pytest.param(
            {
                "Ledger": "The fall killed four people and injured five.",
                "Courier": "A man died in hospital, raising the number of people killed to five. Four others "
                "were injured.",
            },
            id="one of the injured has died",
        ),
        pytest.param(
            {
                "Ledger": "The fall killed four people and injured five.",
                "Courier": "The number of those killed rose to five. The other four injured are in hospital.",
            },
            id="the toll has risen",
        ),
    ],
)
def test_no_slot(texts: Mapping[str, str]) -> None:
    claims = claims_of(texts)
    assert align_exchanges("mini", claims) == ((), list(claims))


def test_an_article_that_takes_no_side_is_left_out() -> None:
    texts = {
        "Ledger": RIGHT,
        "Courier": CROSSED,
        "Echo": RIGHT + " " + CROSSED,
        "Post": "A ferry has 17 cabins and 34 bunks.",
    }
    slots, _ = align_exchanges("mini", claims_of(texts))
    assert all(source in {"Ledger", "Courier"} for slot in slots for source, _ in said(slot))


def test_who_tells_the_two_far_apart_takes_a_side() -> None:
    far = "The crash killed 17 people. The road was shut. Help came from Velten. It injured 34 people."
    slots, _ = align_exchanges("mini", claims_of({"Ledger": RIGHT, "Courier": CROSSED, "Echo": far}))
    assert [{text for source, text in said(slot) if source == "Echo"} for slot in slots] == [{"17"}, {"34"}]


def test_who_gives_both_for_one_measure_takes_none() -> None:
    text = "The crash killed 17 people. The road was shut. Help came. It killed 34 goats."
    slots, _ = align_exchanges("mini", claims_of({"Ledger": RIGHT, "Courier": CROSSED, "Echo": text}))
    assert slots
    assert all(source != "Echo" for slot in slots for source, _ in said(slot))


def test_the_missing_may_have_been_found() -> None:
    claims = claims_of(
        {
            "Ledger": "The flood killed four people. Seven people were missing.",
            "Courier": "The flood killed seven people. Four people were missing.",
        }
    )
    later = [
        replace(c, published=c.published + timedelta(hours=hours))
        for c in claims
        if c.published
        for hours in [6 if c.mention.source == "Courier" else 0]
    ]
    earlier = [
        replace(c, published=c.published - timedelta(hours=hours))
        for c in claims
        if c.published
        for hours in [6 if c.mention.source == "Courier" else 0]
    ]
    assert align_exchanges("mini", later)[0] == ()
    assert len(align_exchanges("mini", earlier)[0]) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Nine people lost their lives and 14 others were taken to hospital.", id="lost lives"),
        pytest.param("Fourteen people were wounded and nine did not survive.", id="did not survive"),
        pytest.param("Nine passengers perished, 14 escaped with injuries.", id="perished"),
        pytest.param("Nine persons have deceased and 14 persons were hurted.", id="machine English"),
        pytest.param("Fourteen were wounded in the attack, in which nine died.", id="relative clause"),
        pytest.param("The accident cost nine people their lives; 14 were injured.", id="cost lives"),
        pytest.param("The number of dead stands at nine, that of the injured at 14.", id="stands at"),
        pytest.param("Nine are dead. Fourteen are hurt.", id="two sentences"),
        pytest.param(
            "Dead are nine people and injured are 14, told the police.", id="verb behind what is said"
        ),
        pytest.param("Nine of them are no longer alive, 14 have injuries.", id="no longer alive"),
        pytest.param("Nine dead, 14 hurt as train hits bus", id="headline"),
    ],
)
def test_wordings(sentence: str) -> None:
    straight, crossed = (
        align_exchanges("mini", claims_of({"Ledger": sentence, "Courier": text}))[0]
        for text in (
            "The crash killed nine people and injured 14.",
            "The crash killed 14 people and injured nine.",
        )
    )
    assert (len(straight), len(crossed)) == (0, 2)


@pytest.mark.parametrize(
    ("right", "crossed"),
    [
        pytest.param(
            "Of the patients in the trial, four who took the drug and 13 who took the placebo had a stroke.",
            "Strokes came to 13 patients on the drug and four on the dummy pill.",
            id="arms of a trial",
        ),
        pytest.param(
            "The programme prevented 38% of infections and 72% of hospital admissions.",
            "It lowers the risk of catching the fever by 72% and of ending in hospital by 38%.",
            id="cases and severe cases",
        ),
        pytest.param(
            "The jury heard 41 women and 18 men.", "The jurors heard 18 women and 41 men.", id="women and men"
        ),
        pytest.param(
            "Nine fathers and 14 mothers were hurt.",
            "Fourteen fathers and nine mothers were hurt.",
            id="fathers counted themselves",
        ),
        pytest.param(
            "The crash killed nine people and injured 14. Ole Brandt, a father of nine, saw it.",
            "The crash killed 14 people and injured nine. Ole Brandt, a father of 14, saw it.",
            id="a father beside counts",
        ),
    ],
)
def test_one_count_of_two_sorts(right: str, crossed: str) -> None:
    slots, _ = align_exchanges("mini", claims_of({"Ledger": right, "Courier": crossed}))
    assert len(slots) == 2
    assert all(len({claim.mention.value.normal for claim in slot.claims}) == 2 for slot in slots)


@pytest.mark.parametrize(
    ("right", "crossed"),
    [
        pytest.param(
            "A father of four, Ole Brandt, was killed and six people were injured in the crash.",
            "Four people were injured in the crash, and a father of six, Ole Brandt, was killed.",
            id="father",
        ),
        pytest.param(
            "The crash killed a grandmother of nine and injured seven people.",
            "The crash killed seven people and injured a grandmother of nine.",
            id="grandmother",
        ),
    ],
)
def test_children_of_a_victim_are_no_count(right: str, crossed: str) -> None:
    assert align_exchanges("mini", claims_of({"Ledger": right, "Courier": crossed}))[0] == ()


def test_a_number_whose_sort_is_not_told_is_left_out() -> None:
    texts = {
        "Ledger": "Four patients on the drug and 13 on the placebo had a stroke.",
        "Courier": "13 patients on the drug and four on the placebo had a stroke.",
        "Echo": "Four nurses came by boat. The ward counted 13 strokes, all of them on the placebo.",
    }
    slots, _ = align_exchanges("mini", claims_of(texts))
    assert {text for slot in slots for source, text in said(slot) if source == "Echo"} == {"13"}


OFFICERS = "Seven officers and 23 prisoners were injured at Dunmere jail."


def test_things_counted_crosswise() -> None:
    """No table has to know that officers are taken for prisoners."""
    texts = {
        "Ledger": OFFICERS,
        "Courier": "At Dunmere jail 7 officers and 23 prisoners were hurt.",
        "Echo": "Twenty-three officers and seven prisoners were hurt.",
    }
    slots, _ = align_exchanges("mini", claims_of(texts))
    assert [said(slot) for slot in slots] == [
        {("Ledger", "Seven"), ("Courier", "7"), ("Echo", "Twenty-three")},
        {("Ledger", "23"), ("Courier", "23"), ("Echo", "seven")},
    ]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(
            "Twenty-three officers and seven dogs searched the yard.", id="another thing is counted"
        ),
        pytest.param("Seven prisoners fled.", id="one number alone"),
    ],
)
def test_nothing_is_crosswise(other: str) -> None:
    slots, _ = align_exchanges("mini", claims_of({"Ledger": OFFICERS, "Courier": other}))
    assert slots == ()


def test_small_numbers_come_crosswise_by_chance() -> None:
    texts = {
        "Ledger": "Two cats and three dogs were found in the barn.",
        "Courier": "Three cats and two dogs were sold.",
    }
    assert align_exchanges("mini", claims_of(texts))[0] == ()
