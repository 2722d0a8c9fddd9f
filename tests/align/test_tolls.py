"""How many one event killed or injured, where a single article has another number."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest

from discrepancy.align.tolls import align_tolls
from tests.align.stories import claims_of, said

WIRE = "Two people were killed and 23 injured on Monday when a bridge fell."
SPUN = "A bridge has fallen. 23 human beings are wounded."


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("The collapse hurt a further 27 people.", "27", id="injured"),
        pytest.param("Twenty-eight others were wounded there.", "Twenty-eight", id="others"),
        pytest.param(
            "Twenty-eight others were wounded, six of them gravely.",
            "Twenty-eight",
            id="and some of them badly",
        ),
    ],
)
def test_one_article_alone(text: str, value: str) -> None:
    slots, rest = align_tolls("mini", claims_of({"Ledger": WIRE, "Courier": SPUN, "Echo": text}))
    assert [said(slot) for slot in slots] == [{("Ledger", "23"), ("Courier", "23"), ("Echo", value)}]
    assert not any(claim.mention.text in {"23", value} for claim in rest)


def test_room_for_as_many_is_no_other_count_of_those_aboard() -> None:
    texts = {
        "Ledger": "A helicopter carrying five people came down near Orvale on Monday.",
        "Courier": "The helicopter has room for eight; there were five people on board.",
        "Post": "The helicopter, with five people aboard, fell on Monday.",
        "Echo": "The helicopter, with eight people aboard, hit a hill.",
    }
    slots, _ = align_tolls("mini", claims_of(texts))
    assert any(("Echo", "eight") in said(slot) for slot in slots)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param({"Courier": SPUN, "Echo": "It hurt 23 people."}, id="all agree"),
        pytest.param({"Echo": "The collapse hurt 27 people."}, id="one against one"),
        pytest.param({"Courier": SPUN, "Echo": "Nine were seriously injured."}, id="degree of harm"),
        pytest.param({"Courier": SPUN, "Echo": "More than 30 people were injured."}, id="bound"),
        pytest.param({"Courier": SPUN, "Echo": "A fall last year injured nine people."}, id="another time"),
        pytest.param({"Courier": SPUN, "Echo": "Nine soldiers were injured."}, id="sort of people"),
        pytest.param(
            {"Courier": SPUN, "Echo": "It hurt 27 people. The 23 who were named are well."}, id="has both"
        ),
        pytest.param(
            {"Courier": SPUN, "Echo": "It hurt 27 people.", "Post": "It hurt 25 people."}, id="three numbers"
        ),
        pytest.param(
            {"Courier": SPUN, "Echo": "It hurt 27 people, including 23 sailors."},
            id="the other's number is a part",
        ),
    ],
)
def test_no_slot(texts: Mapping[str, str]) -> None:
    claims = claims_of({"Ledger": WIRE, **texts})
    assert align_tolls("mini", claims) == ((), list(claims))


def test_of_those_buried_there_is_one_number() -> None:
    texts = {
        "Ledger": "Seven people were buried when the bank slid. Two were dug out.",
        "Courier": "The slide buried seven people.",
        "Echo": "Eight people were buried, and two were dug out.",
    }
    ((slot,), _) = align_tolls("mini", claims_of(texts))
    assert said(slot) == {("Ledger", "Seven"), ("Courier", "seven"), ("Echo", "Eight")}


def test_who_says_the_same_days_later_is_one_of_the_many() -> None:
    texts = {"Ledger": WIRE, "Courier": SPUN, "Echo": "The collapse hurt 27 people."}
    ((slot,), _) = align_tolls("mini", claims_of(texts, later={"Courier": timedelta(days=6)}))
    assert said(slot) == {("Ledger", "23"), ("Courier", "23"), ("Echo", "27")}


def test_a_bound_for_the_same_is_not_left_over() -> None:
    texts = {
        "Ledger": WIRE,
        "Courier": SPUN,
        "Echo": "The collapse hurt 27 people.",
        "Post": "At least 12 are hurt.",
    }
    ((slot,), rest) = align_tolls("mini", claims_of(texts))
    assert ("Post", "At least 12") not in said(slot)
    assert not any(claim.mention.text == "At least 12" for claim in rest)


CRASH = "A plane fell into the marsh near Dun on Monday with 11 people aboard."
BOARD = "Seven of the eleven people on board died when the plane fell."


@pytest.mark.parametrize(
    ("texts", "odd"),
    [
        pytest.param(
            {"Ledger": CRASH, "Courier": BOARD, "Echo": "The plane had 13 people on board when it fell."},
            "13",
            id="aboard",
        ),
        pytest.param(
            {
                "Ledger": "Forty-eight people worked on the night shift when the mill burned.",
                "Courier": "Of the 48 men on duty that night, 19 were hurt.",
                "Echo": "Thirty-eight workers were on duty when the fire began.",
            },
            "Thirty-eight",
            id="duty",
        ),
    ],
)
def test_all_who_were_there(texts: Mapping[str, str], odd: str) -> None:
    slots, _ = align_tolls("mini", claims_of(texts))
    assert [{text for source, text in said(slot) if source == "Echo"} for slot in slots] == [{odd}]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The plane can carry 13 people on board.", id="room"),
        pytest.param("There were 13 other people on the plane when it fell.", id="others"),
        pytest.param(
            "The barge that it hit had 13 people aboard, the plane 11 people aboard.", id="two vessels"
        ),
        pytest.param("Thirteen people saw the plane.", id="witnesses"),
    ],
)
def test_others_than_those_who_were_there(text: str) -> None:
    assert align_tolls("mini", claims_of({"Ledger": CRASH, "Courier": BOARD, "Echo": text}))[0] == ()
