"""Where people, firms and ships are from, and where the hurt are treated: what cannot both be true."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from discrepancy.align.whereabouts import align_whereabouts
from tests.align.stories import claims_of, said

_CONFLICTS = [
    pytest.param(
        {
            "Ledger": "Ilse Brandt, born in Maribor, plays the violin. She won on Monday.",
            "Courier": "Ilse Brandt, 31, a native of Szeged, has lived in Wales since 2010.",
        },
        {("Ledger", "Maribor"), ("Courier", "Szeged")},
        id="born and a native",
    ),
    pytest.param(
        {
            "Ledger": "Ilse Brandt was born and raised in Maribor and drove a bus for seven years.",
            "Courier": "Ilse Brandt, 31, a native of Szeged, won the prize on Monday.",
        },
        {("Ledger", "Maribor"), ("Courier", "Szeged")},
        id="born and raised",
    ),
    pytest.param(
        {
            "Ledger": "Ilse Brandt grew up in Maribor, where her father mends clocks.",
            "Courier": "Ilse Brandt won. Raised in Szeged, Brandt began to play at four.",
        },
        {("Ledger", "Maribor"), ("Courier", "Szeged")},
        id="grew up and raised",
    ),
    pytest.param(
        {
            "Ledger": "The company behind the rocket, Holvar Aerospace, comes from Maribor.",
            "Courier": "The rocket was built by Holvar Aerospace, which comes from Szeged.",
        },
        {("Ledger", "Maribor"), ("Courier", "Szeged")},
        id="where a firm comes from",
    ),
    pytest.param(
        {
            "Ledger": "Two of the injured, in critical condition, were flown to a hospital in Maribor.",
            "Courier": "The two who are worst off lie in intensive care in Maribor in critical condition.",
            "Beacon": "Two of the injured, both in critical condition, were flown to Szeged.",
        },
        {("Ledger", "Maribor"), ("Courier", "Maribor"), ("Beacon", "Szeged")},
        id="whither the injured were flown",
    ),
    pytest.param(
        {
            "Ledger": "President Ilse Brandt was in Maribor for a bankers’ summit when the dam broke.",
            "Courier": "President Ilse Brandt landed from Maribor at dawn.",
            "Beacon": "President Ilse Brandt left a bankers’ summit in Szeged after the dam broke.",
        },
        {("Ledger", "Maribor"), ("Beacon", "Szeged")},
        id="what somebody is at a place for",
    ),
]

_BOTH_TRUE = [
    pytest.param(
        {
            "Ledger": "Ilse Brandt was born in Maribor. She won on Monday.",
            "Courier": "Ilse Brandt grew up in Szeged, where her father mends clocks.",
        },
        id="born in one, raised in another",
    ),
    pytest.param(
        {
            "Ledger": "Ilse Brandt was born in Maribor. She won on Monday.",
            "Courier": "Ilse Brandt, a native of Tolvane, won on Monday.",
        },
        id="a village that no table knows may lie near the town",
    ),
    pytest.param(
        {
            "Ledger": "Ilse Brandt was born in Maribor. She won on Monday in Szeged.",
            "Courier": "Ilse Brandt, a native of Szeged, won on Monday.",
        },
        id="the one knows the other's town",
    ),
    pytest.param(
        {
            "Ledger": "Ilse Brandt was born in Maribor. She won on Monday.",
            "Courier": "Ilse Brandt, a native of Slovenia, won on Monday.",
        },
        id="a town and its country",
    ),
]


@pytest.mark.parametrize(("texts", "wanted"), _CONFLICTS)
def test_origins_that_differ_are_held_together(
    texts: Mapping[str, str], wanted: set[tuple[str, str]]
) -> None:
    slots = align_whereabouts("mini", claims_of(texts))
    assert any(wanted <= said(slot) for slot in slots), [said(slot) for slot in slots]


@pytest.mark.parametrize("texts", _BOTH_TRUE)
def test_places_that_can_both_be_true_are_no_clash(texts: Mapping[str, str]) -> None:
    assert align_whereabouts("mini", claims_of(texts)) == ()


def test_a_town_named_as_a_landmark_is_not_known_to_be_the_answer() -> None:
    texts = {
        "Ledger": "Four people were badly hurt in the chairlift. They were flown to a hospital in Maribor.",
        "Courier": "The chairlift fell on Sunday. Four badly hurt were flown to the hospital in Maribor.",
        "Beacon": "The chairlift stands some 40 km north of Maribor. Four people were badly hurt. "
        "They were flown to a hospital in Szeged.",
    }
    (slot,) = align_whereabouts("mini", claims_of(texts))
    assert {("Ledger", "Maribor"), ("Beacon", "Szeged")} <= said(slot)


@pytest.mark.parametrize(
    ("text", "is_treated"),
    [
        pytest.param("The valve was recovered from a store in Maribor.", False, id="a thing recovered"),
        pytest.param("Holvar operates a mine in Maribor.", False, id="a mine operated"),
        pytest.param("Ilse Brandt is recovering in Maribor.", True, id="somebody recovering"),
        pytest.param("Five men who were hurt were flown to Maribor.", False, id="men, told hurt in a clause"),
        pytest.param("Five injured men were flown to Maribor.", True, id="injured men flown"),
        pytest.param(
            "Five of the injured were flown to Maribor on Tuesday.", True, id="some of the injured flown"
        ),
        pytest.param(
            "The five men were flown to Maribor on Tuesday, where they are being treated.",
            True,
            id="a clause behind the day",
        ),
    ],
)
def test_who_is_treated_at_a_place(text: str, is_treated: bool) -> None:
    scenes = {
        s.frame for c in claims_of({"Ledger": text}) if c.mention.text == "Maribor" for s in c.key.scenes
    }
    assert ("treated" in scenes) is is_treated
