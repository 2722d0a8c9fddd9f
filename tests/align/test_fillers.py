"""Another name in the place of the one person of a kind that a story has."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from discrepancy.align.fillers import align_fillers
from tests.align.stories import claims_of, said

BEE = "The beekeeper, Joost Verdonk, was stung 40 times. "
STUNG = "Doctors treated Joost Verdonk for shock. "


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            {"Ledger": BEE, "Courier": STUNG, "Herald": "The beekeeper, Emil Sarre, has gone home."},
            {("Ledger", "Joost Verdonk"), ("Courier", "Joost Verdonk"), ("Herald", "Emil Sarre")},
            id="the, in no table of offices",
        ),
        pytest.param(
            {
                "Ledger": "Police named the beekeeper as Joost Verdonk, 41.",
                "Courier": STUNG,
                "Herald": "Emil Sarre, the beekeeper, has gone home.",
            },
            {("Ledger", "Joost Verdonk"), ("Courier", "Joost Verdonk"), ("Herald", "Emil Sarre")},
            id="named as, and behind the name",
        ),
        pytest.param(
            {
                "Ledger": "Anna Brandt fell ill, so his page-turner, Ilse Moor, sat down with Otto Krahl.",
                "Courier": "Ilse Moor played instead of Anna Brandt.",
                "Herald": "Grete Lund, Krahl's page-turner, stepped in at short notice.",
            },
            {("Ledger", "Ilse Moor"), ("Courier", "Ilse Moor"), ("Herald", "Grete Lund")},
            id="whose the pronoun says, or the name",
        ),
    ],
)
def test_another_name_for_the_one(texts: Mapping[str, str], expected: set[tuple[str, str]]) -> None:
    slots = align_fillers("mini", claims_of(texts))
    assert [said(slot) for slot in slots] == [expected]


@pytest.mark.parametrize(
    "third",
    [
        pytest.param("The young beekeeper, Emil Sarre, has gone home.", id="narrowed"),
        pytest.param("A beekeeper, Emil Sarre, has gone home.", id="one of several"),
        pytest.param("Its beekeeper, Emil Sarre, has gone home.", id="of a thing"),
        pytest.param("The beekeeper, Emil Sarre, has gone home. Verdonk waved.", id="both known"),
        pytest.param("The beekeeper, J. Verdonk, has gone home.", id="short for the name"),
        pytest.param("The mayor of the beekeepers, Emil Sarre, has gone home.", id="of the many"),
    ],
)
def test_no_other_name(third: str) -> None:
    assert not align_fillers("mini", claims_of({"Ledger": BEE, "Courier": STUNG, "Herald": third}))


def test_one_against_one_says_nothing() -> None:
    texts = {"Ledger": BEE, "Herald": "The beekeeper, Emil Sarre, has gone home."}
    assert not align_fillers("mini", claims_of(texts))


def test_three_people_are_no_exchange() -> None:
    texts = {
        "Ledger": BEE,
        "Courier": STUNG + "The beekeeper, Otto Krahl, came later.",
        "Herald": "The beekeeper, Emil Sarre, has gone home.",
    }
    assert not align_fillers("mini", claims_of(texts))
