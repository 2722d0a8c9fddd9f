"""People whom one article alone puts into another body."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from discrepancy.align.descriptions import align_descriptions, is_description
from discrepancy.model import Slot
from tests.align.stories import claims_of, said

_TALKS = {
    "Ledger": "Karl Roe, who bargained for the city, slept. The city and the union had met for a week.",
    "Courier": "City negotiator Karl Roe slept for ten hours.",
}
_RESCUE = {
    "Ledger": "Eva Lund, spokeswoman for the Holm Rescue Service, wept. The lift is run by Orlfisk.",
    "Courier": "Eva Lund, who speaks for the rescuers, wept.",
}


def slots_of(texts: Mapping[str, str]) -> tuple[Slot, ...]:
    claims = claims_of(texts)
    told = [claim for claim in claims if is_description(claim)]
    return align_descriptions("mini", told, (), claims)


@pytest.mark.parametrize(
    ("texts", "odd"),
    [
        pytest.param(
            {**_TALKS, "Herald": "Karl Roe, the union's lead negotiator, slept."},
            "lead negotiator",
            id="two nouns",
        ),
        pytest.param(
            {
                **_RESCUE,
                "Herald": "A spokeswoman for the operator Orlfisk, Eva Lund, wept. "
                "The Holm Rescue Service had warned Orlfisk.",
            },
            "spokeswoman",
            id="a name and a noun",
        ),
    ],
)
def test_lone_article(texts: Mapping[str, str], odd: str) -> None:
    (slot,) = slots_of(texts)
    assert ("Herald", odd) in said(slot)
    assert {slot.claims[index].mention.source for index in slot.provenance.odd} == {"Herald"}
    assert {source for source, _ in said(slot)} == set(texts)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param({**_TALKS, "Herald": "Karl Roe, the council's negotiator, slept."}, id="may be one"),
        pytest.param(
            {
                "Ledger": "Karl Roe, who bargained for the city, slept.",
                "Courier": "City negotiator Karl Roe slept for ten hours.",
                "Herald": "Karl Roe, the union's lead negotiator, slept.",
            },
            id="no article knows both",
        ),
        pytest.param(
            {
                "Ledger": _TALKS["Ledger"],
                "Herald": "Karl Roe, the union's lead negotiator, slept.",
            },
            id="one against one",
        ),
        pytest.param(
            {
                **_TALKS,
                "Herald": "Karl Roe, the union's lead negotiator, slept. "
                "Ann Roe called the union a part of the city.",
            },
            id="the one belongs to the other",
        ),
    ],
)
def test_no_slot(texts: Mapping[str, str]) -> None:
    assert slots_of(texts) == ()
