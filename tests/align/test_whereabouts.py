"""Which of two places of one name, and where somebody is from."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from discrepancy.align.whereabouts import align_whereabouts
from tests.align.stories import claims_of, said


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            {
                "Ledger": "The kettles were made in Ashford, Ohio.",
                "Courier": "The kettles come from a plant in Ashford, Georgia.",
            },
            {("Ledger", "Ohio"), ("Courier", "Georgia")},
            id="two states",
        ),
        pytest.param(
            {
                "Ledger": "Ana Kibet of Kenya won the race.",
                "Courier": "Ana Kibet from Ethiopia won the race.",
            },
            {("Ledger", "Kenya"), ("Courier", "Ethiopia")},
            id="two countries for one runner",
        ),
        pytest.param(
            {
                "Ledger": "The train left the track near Ashford in Ohio. A note had been sent to an office "
                "in Ashford, Georgia.",
                "Courier": "A crack was found outside Ashford, Ohio.",
                "Beacon": "Nine people were hurt in the accident near Ashford in Georgia.",
            },
            {("Ledger", "Ohio"), ("Beacon", "Georgia")},
            id="an article that knows both towns, of one accident",
        ),
        pytest.param(
            {
                "Ledger": "A farm in Lindern, a sleepy village in Gelderland, was closed.",
                "Courier": "A farm in Lindern, in the province of Drenthe, was closed.",
            },
            {("Ledger", "Gelderland"), ("Courier", "Drenthe")},
            id="two provinces of one country",
        ),
        pytest.param(
            {
                "Ledger": "The driver, Hugo Lindt, 48, of Ashford, Ohio, was not hurt.",
                "Courier": "The driver, Hugo Lindt, 48, lives in Ashford, Georgia, police said.",
            },
            {("Ledger", "Ohio"), ("Courier", "Georgia")},
            id="of a town and living in it",
        ),
    ],
)
def test_one_place_is_not_in_two(texts: Mapping[str, str], expected: set[tuple[str, str]]) -> None:
    slots = align_whereabouts("s", claims_of(texts))
    assert [said(slot) for slot in slots] == [expected]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {
                "Ledger": "The film was made by Ilse Brandt, who was born in Ashford, Ohio.",
                "Courier": "Four years ago Ilse Brandt was waiting tables in Ashford, Georgia.",
            },
            id="born in one, at work in the other",
        ),
        pytest.param(
            {
                "Ledger": "A farm in Orlasse, in the region of Occitanie, was closed.",
                "Courier": "A farm in Orlasse, in the department of Gard, was closed.",
            },
            id="parts of two sorts",
        ),
        pytest.param(
            {
                "Ledger": "The king will open a museum in Ashford, on the North Shore.",
                "Courier": "The king will be in Ashford, in Harrow County, to open a museum.",
            },
            id="a coast and a county",
        ),
        pytest.param(
            {
                "Ledger": "The blast was in Orbeck, Norland.",
                "Courier": "A blast shook Orbeck, Norland.",
                "Beacon": "The blast was in Orbeck, Velm Municipality.",
            },
            id="two agree on a region, one has a municipality",
        ),
        pytest.param(
            {
                "Ledger": "The fair is held in Ashford, Ohio.",
                "Courier": "The fair is held in Ashford in the United States.",
            },
            id="a state and its country",
        ),
        pytest.param(
            {
                "Ledger": "The crash was near Ashford, Ohio. The driver came from Ashford, Georgia.",
                "Courier": "The driver is from Ashford, Georgia.",
            },
            id="an article that tells two towns apart",
        ),
    ],
)
def test_both_can_be_true(texts: Mapping[str, str]) -> None:
    assert align_whereabouts("s", claims_of(texts)) == ()
