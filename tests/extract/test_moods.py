"""What modals and negators of nouns say of a status."""

from __future__ import annotations

import pytest

from discrepancy.extract.statuses import NOBODY, extract_statuses
from discrepancy.model import Phrase
from tests.reading import read


def normals(text: str) -> set[str]:
    return {mention.value.normal for mention in extract_statuses(read(text))}


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        pytest.param(
            "The two parties could not agree on a coalition.", "agreement:failed", id="could-not-agree"
        ),
        pytest.param("The two sides could not reach a deal.", "agreement:failed", id="could-not-reach"),
        pytest.param("Doctors could not save Ove Brandt.", "life:died", id="could-not-save"),
        pytest.param("Guests can still use the vouchers.", "validity:valid", id="can-be-used"),
        pytest.param("The quay can be used again.", "openness:open", id="can-be-used-again"),
        pytest.param("The parade ended without an arrest.", "arrest:not arrested", id="without"),
        pytest.param(
            "The jury had no choice in throwing out the appeal.", "approval:rejected", id="no-choice"
        ),
        pytest.param("The man must sit four weeks in detention.", "custody:held", id="must"),
    ],
)
def test_told(text: str, normal: str) -> None:
    assert normal in normals(text)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        pytest.param("They could not have reached a deal by then.", "agreement:failed", id="could-not-have"),
        pytest.param("If the guests can use the vouchers, they will come.", "validity:valid", id="if"),
        pytest.param("The two sides may not reach a deal.", "agreement:failed", id="may-not"),
        pytest.param("The mayor could not confirm the report.", "statement:not confirmed", id="of-a-report"),
    ],
)
def test_not_told(text: str, normal: str) -> None:
    assert normal not in normals(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("No arrests were made.", id="no"),
        pytest.param("The parade ended without an arrest.", id="without"),
    ],
)
def test_said_of_no_one(text: str) -> None:
    told = [mention.value for mention in extract_statuses(read(text))]
    assert any(
        isinstance(value, Phrase) and value.normal == "arrest:not arrested" and NOBODY in value.lemmas
        for value in told
    )
