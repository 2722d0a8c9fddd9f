"""A title that one article alone gives to somebody of whom no other article knows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest

from discrepancy.align.substitutes import align_substitutes
from tests.align.stories import claims_of, said

TALKS = {
    "Ledger": "President Egon Marr said he would begin consultations with party leaders on Friday.",
    "Courier": "The consultations with the party leaders begin on Friday, President Egon Marr said.",
}
ORE = {
    "Ledger": "Chief executive Joan Tarrow said first ore was expected next spring.",
    "Courier": "Joan Tarrow, chief executive, told analysts that first ore would come in spring.",
}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            {
                **TALKS,
                "Herald": "President Valdis Orne will from Friday consult with leaders of the parties.",
            },
            {("Ledger", "Egon Marr"), ("Courier", "Egon Marr"), ("Herald", "Valdis Orne")},
            id="another name under a bare title",
        ),
        pytest.param(
            {**ORE, "Herald": "John Tarrow, chief executive, awaits the first ore in the spring."},
            {("Ledger", "Joan Tarrow"), ("Courier", "Joan Tarrow"), ("Herald", "John Tarrow")},
            id="another given name",
        ),
    ],
)
def test_another_holder(texts: Mapping[str, str], expected: set[tuple[str, str]]) -> None:
    slots = align_substitutes("mini", claims_of(texts))
    assert [said(slot) for slot in slots] == [expected]


@pytest.mark.parametrize(
    "third",
    [
        pytest.param("President Valdis Orne opened a bridge in Dunmere.", id="another thing is told"),
        pytest.param(
            "President Valdis Orne consults with party leaders from Friday, as Egon Marr did.",
            id="both are known",
        ),
        pytest.param(
            "President E. Marr will from Friday consult with leaders of the parties.", id="short for the name"
        ),
    ],
)
def test_no_other_holder(third: str) -> None:
    assert not align_substitutes("mini", claims_of({**TALKS, "Herald": third}))


def test_two_articles_have_to_agree() -> None:
    texts = {"Ledger": TALKS["Ledger"], "Herald": TALKS["Courier"].replace("Egon Marr", "Valdis Orne")}
    assert not align_substitutes("mini", claims_of(texts))


def test_who_follows_months_later_is_another_holder() -> None:
    texts = {**TALKS, "Herald": TALKS["Courier"].replace("Egon Marr", "Valdis Orne")}
    assert not align_substitutes("mini", claims_of(texts, {"Herald": timedelta(days=90)}))
