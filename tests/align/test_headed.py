"""Whom one article alone puts into another office or at the head of another body; not by synonyms."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from discrepancy.align.descriptions import align_descriptions, is_description
from discrepancy.align.offices import align_offices
from discrepancy.model import Kind, Slot
from tests.align.stories import claims_of, said


def slots_of(texts: Mapping[str, str]) -> tuple[Slot, ...]:
    claims = claims_of(texts)
    told = [claim for claim in claims if is_description(claim)]
    slots = align_descriptions("mini", told, align_offices("mini", claims), claims)
    return tuple(slot for slot in slots if slot.kind is Kind.ROLE)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {
                "Ledger": "Nina Falk, president of the jury, handed over the prize.",
                "Courier": "Nina Falk, who presided over the five jurors, handed over the prize.",
                "Herald": "The prize was handed over by festival director Nina Falk.",
            },
            id="jury and festival",
        ),
        pytest.param(
            {
                "Ledger": "The pilot, Nina Falk, said the fog was thick.",
                "Herald": "Nina Falk, the helicopter's flight engineer, said the fog was thick.",
            },
            id="pilot and flight engineer",
        ),
        pytest.param(
            {
                "Ledger": "No data was lost, said Chief Information Security Officer Nina Falk.",
                "Courier": "No data was lost, said security chief Nina Falk.",
                "Herald": "No data was lost, said Nina Falk, the chief financial officer.",
            },
            id="security and finances",
        ),
        pytest.param(
            {
                "Ledger": "Nina Falk will chair the board.",
                "Courier": "Nina Falk, who will preside over the board, is 54.",
                "Herald": "Karl Roe stays on, with Nina Falk as his deputy chief executive.",
            },
            id="board and deputy",
        ),
        pytest.param(
            {
                "Ledger": "Nina Falk, chief economist at Orl Bank, expects a cut.",
                "Courier": "Nina Falk, the chief economist of Orl Bank, expects a cut.",
                "Herald": "Nina Falk, chief executive of Orl Bank, expects a cut.",
            },
            id="first of a calling and head of the bank",
        ),
        pytest.param(
            {
                "Ledger": "Nina Falk, who chairs the electoral commission, read it out. "
                "The council of Mayor Hugo Lindt met.",
                "Courier": "The chair of the electoral commission, Nina Falk, read it out.",
                "Herald": "Nina Falk, chair of the town council, read it out.",
            },
            id="two bodies with a chair",
        ),
        pytest.param(
            {
                "Ledger": "Karl Roe, secretary of the prison officers' union, wept. The ministry was silent.",
                "Courier": "Union secretary Karl Roe wept.",
                "Herald": "Karl Roe, secretary of the ministry for prisons, wept.",
            },
            id="union and ministry",
        ),
        pytest.param(
            {
                "Ledger": "Police chief Karl Roe shut the road.",
                "Courier": "Karl Roe, the police chief, shut the road.",
                "Herald": "Karl Roe, the fire chief, shut the road.",
            },
            id="two titles with one noun",
        ),
        pytest.param(
            {
                "Ledger": "Head coach Karl Roe calmed her.",
                "Courier": "Karl Roe, the head coach, calmed her.",
                "Herald": "Forwards coach Karl Roe calmed her.",
            },
            id="a coach of one part",
        ),
        pytest.param(
            {
                "Ledger": "Fisheries minister Karl Roe left.",
                "Herald": "Karl Roe, the justice minister, left.",
            },
            id="fisheries and justice",
        ),
    ],
)
def test_lone_office(texts: Mapping[str, str]) -> None:
    (slot,) = slots_of(texts)
    assert {source for source, _ in said(slot)} == set(texts)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {
                "Ledger": "Karl Roe, until yesterday state secretary for roads, follows her.",
                "Courier": "Karl Roe, hitherto secretary of state for roads, follows her.",
                "Herald": "Karl Roe, the state secretary for roads, follows her.",
            },
            id="two translations",
        ),
        pytest.param(
            {
                "Ledger": "Grim-faced mining minister Karl Roe shut the pit.",
                "Courier": "Mining minister Karl Roe shut the pit.",
                "Herald": "Karl Roe, the minister for industry and mineral resources, shut the pit.",
            },
            id="one ministry of two fields",
        ),
        pytest.param(
            {
                "Ledger": "A contract went to a firm of her sister's husband, Karl Roe.",
                "Courier": "The firm's managing partner, Karl Roe, is married to the minister's sister.",
                "Herald": "A contract went to the firm of the husband of her sister, Karl Roe.",
            },
            id="kin of kin",
        ),
        pytest.param(
            {
                "Ledger": "Nina Falk, director of Orl Dome, spoke. The company was silent.",
                "Courier": "The director of the society Orl Dome, Nina Falk, spoke.",
                "Herald": "The company's director, Nina Falk, spoke.",
            },
            id="a noun for the body named",
        ),
        pytest.param(
            {
                "Ledger": "CISO Nina Falk spoke.",
                "Courier": "Nina Falk, head of security, spoke.",
                "Herald": "Security boss Nina Falk spoke.",
            },
            id="chiefs of one field",
        ),
        pytest.param(
            {
                "Ledger": "Jury president Nina Falk spoke.",
                "Courier": "The jury, led by Nina Falk, saw ten films.",
                "Herald": "The Danish director Nina Falk spoke.",
            },
            id="a filmmaker in the jury",
        ),
        pytest.param(
            {
                "Ledger": "Nina Falk, chair of the health agency, spoke. The authority was silent.",
                "Courier": "Health agency chair Nina Falk spoke.",
                "Herald": "Nina Falk, chair of the authority, spoke.",
            },
            id="two nouns for one body",
        ),
    ],
)
def test_may_be_one(texts: Mapping[str, str]) -> None:
    assert not slots_of(texts)
