"""Spellings of one name make one slot; two people never do."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from discrepancy.align.people import align_people
from discrepancy.model import Kind
from tests.align.stories import claims_of, said


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            {"Ledger": "Marta Helgeson sold the boat.", "Courier": "The boat was sold by Marta Helgesen."},
            {("Ledger", "Marta Helgeson"), ("Courier", "Marta Helgesen")},
            id="slip",
        ),
        pytest.param(
            {"Ledger": "Marta Helgeson sold the boat.", "Courier": "The boat was sold by Marika Helgesson."},
            {("Ledger", "Marta Helgeson"), ("Courier", "Marika Helgesson")},
            id="both words garbled",
        ),
        pytest.param(
            {
                "Ledger": "Sergei Malinov sold the boat.",
                "Courier": "Sergey Malinov sold the boat.",
                "Beacon": "The boat was sold by Sergei Malinov.",
            },
            {("Ledger", "Sergei Malinov"), ("Courier", "Sergey Malinov"), ("Beacon", "Sergei Malinov")},
            id="variant, every article once",
        ),
        pytest.param(
            {
                "Ledger": "Halvar Ines Brekke sold the boat.",
                "Courier": "The boat was sold by Havlar Brekke.",
                "Beacon": "Halvar Brekke sold his boat.",
            },
            {("Ledger", "Halvar Ines Brekke"), ("Courier", "Havlar Brekke"), ("Beacon", "Halvar Brekke")},
            id="a shorter form takes sides too",
        ),
        pytest.param(
            {
                "Ledger": "The boat was bought by Brindle Holdings in 2030.",
                "Courier": "Brindel Holdings bought the boat in 2030.",
            },
            {("Ledger", "Brindle Holdings"), ("Courier", "Brindel Holdings")},
            id="company",
        ),
    ],
)
def test_one_name(texts: Mapping[str, str], expected: set[tuple[str, str]]) -> None:
    slots, _ = align_people("mini", claims_of(texts))
    (slot,) = slots
    assert slot.kind is Kind.NAME
    assert slot.story_id == "mini"
    assert said(slot) == expected


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {
                "Ledger": "Marta Helgeson sold the boat to her cousin Marta Helgesen.",
                "Courier": "Marta Helgesen bought the boat.",
            },
            id="an article knows both",
        ),
        pytest.param(
            {"Ledger": "Karel Zelinka was arrested.", "Courier": "Olga Zelinka was arrested."},
            id="one surname",
        ),
        pytest.param(
            {"Ledger": "Marta Helgeson sold the boat.", "Courier": "Marta Helgeson sold the boat."},
            id="equal spelling",
        ),
        pytest.param(
            {"Ledger": "Marta Helgeson sold the boat. Helgeson is 40.", "Courier": "Helgesen sold it."},
            id="surname alone says nothing",
        ),
        pytest.param(
            {
                "Ledger": '"I heard it," said baker Con Papadakis.',
                "Courier": "Baker Con Papadakis opened again on Saturday.",
            },
            id="calling that opens a sentence",
        ),
        pytest.param(
            {"Ledger": "The boat sank off Niger.", "Courier": "The boat sank off Nigeria."}, id="places"
        ),
    ],
)
def test_no_slot(texts: Mapping[str, str]) -> None:
    slots, _ = align_people("mini", claims_of(texts))
    assert [said(slot) for slot in slots] == []


def test_other_claims_are_handed_on() -> None:
    claims = claims_of({"Ledger": "Marta Helgeson sold 3 boats.", "Courier": "Marta Helgesen sold 3 boats."})
    _, rest = align_people("mini", claims)
    assert {claim.mention.text for claim in rest} >= {"3"}
    assert Kind.NAME not in {claim.mention.kind for claim in rest}
    assert [claim for claim in claims if claim.mention.kind is not Kind.NAME] == list(rest)
