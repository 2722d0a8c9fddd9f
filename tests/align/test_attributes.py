"""Ages of people: asked of entities, not of sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from discrepancy.align.answers import clashes_between_articles, trim_values
from discrepancy.align.attributes import align_ages, is_attribute
from discrepancy.model import Claim, Kind
from tests import factory
from tests.align.stories import claims_of, said

AGES = {"Ledger": "Jonas Velten, 34, won.", "Courier": "The winner was Jonas Velten, 43."}


@pytest.mark.parametrize(
    ("texts", "kind", "expected"),
    [
        pytest.param(AGES, Kind.NUMBER, {("Ledger", "34"), ("Courier", "43")}, id="age"),
        pytest.param(
            {"Ledger": "Ann Roe, 21, won the race.", "Courier": "Ann Roe won the race. She’s only 19."},
            Kind.NUMBER,
            {("Ledger", "21"), ("Courier", "19")},
            id="age of a pronoun",
        ),
        pytest.param(
            {"Ledger": "Jonas Velten, 34, won.", "Courier": "The winner, Jonas Velten, was 43."},
            Kind.NUMBER,
            {("Ledger", "34"), ("Courier", "43")},
            id="age of the subject",
        ),
    ],
)
def test_slot(texts: Mapping[str, str], kind: Kind, expected: set[tuple[str, str]]) -> None:
    (slot,) = align_ages("mini", claims_of(texts))
    assert slot.kind is kind
    assert said(slot) == expected
    assert slot.label


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {"Ledger": "Jonas Velten, 34, won.", "Courier": "The winner was Jonas Velten, 34."}, id="one age"
        ),
        pytest.param(
            {"Ledger": "Jonas Velten, 34, won.", "Courier": "Peter Nyholm, 43, won."}, id="ages of two people"
        ),
        pytest.param(
            {
                "Ledger": "Jonas Velten, 34, won. His son Jonas Velten, 12, watched.",
                "Courier": "The winner was Jonas Velten, 12.",
            },
            id="an article knows two of one name",
        ),
        pytest.param(
            {"Ledger": "Jonas Velten, 34, won.", "Courier": "The trainer of Jonas Velten was 43."},
            id="somebody else is the subject",
        ),
        pytest.param(
            {
                "Ledger": "Jonas Velten, 34, won.",
                "Courier": "Jonas Velten was born in Arvik and played there until he was 15.",
            },
            id="another time",
        ),
        pytest.param(
            {
                "Ledger": "Greta Velten, 34, lost.",
                "Courier": "Greta Velten lost. She left on Monday. In his speech the 68-year-old spoke.",
            },
            id="another sex",
        ),
        pytest.param(
            {
                "Ledger": "Jonas Velten, 34, beat Piet Nyholm, 27, in the final.",
                "Courier": "Jonas Velten won the cup. “I lost this match,” the 27-year-old said.",
            },
            id="told in place of a name, known of the other",
        ),
        pytest.param(
            {
                "Ledger": "Jonas Velten, 29, won by a second.",
                "Courier": "Jonas Velten was faster. “I lost this,” the 33-year-old from Tolvane said.",
            },
            id="told in place of a name, beside whose name another stands",
        ),
    ],
)
def test_no_slot(texts: Mapping[str, str]) -> None:
    assert [said(slot) for slot in align_ages("mini", claims_of(texts))] == []


def test_is_attribute() -> None:
    claims = claims_of({"Ledger": "Mayor Ana Torvald, 50, sold 34 boats."})
    assert {claim.mention.text for claim in claims if is_attribute(claim)} == {"Mayor", "50"}


def count(source: str, number: int) -> Claim:
    article = factory.article(source, f"There were {number}.")
    return factory.claim(article, str(number), factory.count(number), Kind.NUMBER)


@pytest.mark.parametrize(
    ("said_by", "clash"),
    [
        pytest.param({"a": [3], "b": [4]}, True, id="two articles"),
        pytest.param({"a": [3], "b": [3], "c": [4]}, True, id="one of three"),
        pytest.param({"a": [3, 3], "b": [4]}, True, id="said twice"),
        pytest.param({"a": [3], "b": [3]}, False, id="agreed"),
        pytest.param({"a": [3, 4], "b": [4]}, False, id="an article with both"),
        pytest.param({"a": [3, 4]}, False, id="one article"),
        pytest.param({}, False, id="nothing"),
    ],
)
def test_clashes_between_articles(said_by: Mapping[str, list[int]], clash: bool) -> None:
    claims = [count(source, number) for source, numbers in said_by.items() for number in numbers]
    assert clashes_between_articles(claims) is clash
    assert clashes_between_articles(claims[::-1]) is clash


def test_trim_keeps_three_places_of_a_value() -> None:
    claims = [count("a", 3)] * 5 + [count("a", 4), count("b", 3)]
    moved = [replace(c, context_start=index) for index, c in enumerate(claims)]
    assert [claim.context_start for claim in trim_values(moved)] == [0, 1, 2, 5, 6]
