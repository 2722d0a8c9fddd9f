"""Further articles that second one side of a contradiction."""

from __future__ import annotations

import pytest

from discrepancy.align.seconds import add_seconds
from discrepancy.model import Claim, Kind, Provenance, Slot
from tests.align.stories import claims_of, said


def _contested(texts: dict[str, str], left: str, right: str, kind: Kind) -> tuple[Slot, tuple[Claim, ...]]:
    """A slot in which the first two sources alone hold ``left`` against ``right``, and all claims."""
    claims = claims_of(texts)
    one, two, *_ = texts
    answers = [
        claim
        for source, text in ((one, left), (two, right))
        for claim in claims
        if (claim.mention.source, claim.mention.text, claim.mention.kind) == (source, text, kind)
    ]
    assert len(answers) == 2, [(c.mention.source, c.mention.text, c.mention.kind) for c in claims]
    return Slot("mini", kind, "which", tuple(answers), 0.9, Provenance("question")), claims


ONE = "The barge sank off Ostrel with 46 sheep on board."
TWO = "The barge that sank off Ostrel carried 64 sheep."


@pytest.mark.parametrize(
    ("third", "joins"),
    [
        pytest.param("Off Ostrel a barge went down; 46 sheep were on it.", True, id="one value"),
        pytest.param("A barge with 46 sheep sank off Ostrel, not with 64 sheep.", False, id="both values"),
        pytest.param("A barge with 51 sheep sank off Ostrel.", False, id="a third value"),
        pytest.param("Tickets for the opera cost 46 crowns.", False, id="another question"),
    ],
)
def test_a_third_article_votes_for_the_one_value_that_it_has(third: str, joins: bool) -> None:
    slot, claims = _contested({"A": ONE, "B": TWO, "C": third}, "46", "64", Kind.NUMBER)
    (heard,) = add_seconds([slot], claims)
    assert (("C", "46") in said(heard)) is joins
    assert said(slot) <= said(heard)
    assert len(heard.claims) == len(slot.claims) + joins


def test_where_a_majority_stands_nobody_else_is_asked() -> None:
    texts = {"A": ONE, "B": TWO, "C": "Off Ostrel a barge went down; 46 sheep were on it."}
    slot, claims = _contested(texts, "46", "64", Kind.NUMBER)
    (heard,) = add_seconds([slot], claims)
    assert add_seconds([heard], claims_of(texts | {"D": ONE})) == (heard,)


def test_an_office_is_seconded_for_the_same_person_alone() -> None:
    texts = {
        "A": "The treasurer of the club, Orla Fennick, resigned.",
        "B": "The secretary of the club, Orla Fennick, resigned.",
        "C": "The treasurer of the club, Bram Odell, resigned.",
    }
    claims = claims_of(texts)
    offices = [c for c in claims if c.mention.kind is Kind.ROLE and c.mention.source in "AB"]
    slot = Slot("mini", Kind.ROLE, "office of Orla Fennick", tuple(offices), 0.9, Provenance("office"))
    assert {c.mention.source for c in offices} == {"A", "B"}
    assert add_seconds([slot], claims) == (slot,)
