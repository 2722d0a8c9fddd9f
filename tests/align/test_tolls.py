"""How many one event killed or injured, where a single article has another number."""

from __future__ import annotations

from collections.abc import Mapping

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
    ],
)
def test_one_article_alone(text: str, value: str) -> None:
    slots, rest = align_tolls("mini", claims_of({"Ledger": WIRE, "Courier": SPUN, "Echo": text}))
    assert [said(slot) for slot in slots] == [{("Ledger", "23"), ("Courier", "23"), ("Echo", value)}]
    assert not any(claim.mention.text in {"23", value} for claim in rest)


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
    ],
)
def test_no_slot(texts: Mapping[str, str]) -> None:
    claims = claims_of({"Ledger": WIRE, **texts})
    assert align_tolls("mini", claims) == ((), list(claims))


CRASH = "A plane fell into the marsh near Dun on Monday with 11 people aboard."
BOARD = "Seven of the eleven people on board died when the plane fell."


@pytest.mark.parametrize(
    ("texts", "odd"),
    [
        pytest.param(
            {"Ledger": CRASH, "Courier": BOARD, "Echo": "There were 13 people on the plane when it fell."},
            "13",
            id="aboard",
        ),
        pytest.param(
            {
                "Ledger": "Sixty-two people were on the night shift when the mill burned.",
                "Courier": "Of the 62 men on duty, 34 were hurt.",
                "Echo": "Fifty-two workers were on duty when the fire began.",
            },
            "Fifty-two",
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
