"""Slots of a whole story: one question each, from reporting zones, told by two articles or more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from discrepancy.align.slots import MISDATED, align_claims
from discrepancy.model import Slot, Zone
from tests.align.stories import claims_of, said

STORY = {
    "Ledger": "Seventeen people died and 34 were injured when a ferry hit the pier at Orvale on Sunday. "
    "The ferry had been built in 1998. It belongs to Nordavia Lines.",
    "Courier": "Police said 17 people were killed and 43 injured when a ferry hit the pier at Orvale on "
    "Sunday. The ferry had been built in 1998. It has 9 lifeboats.",
    "Beacon": "A ferry struck the pier at Orvale on Sunday, killing 17 people and injuring 34, according to "
    "police.",
}


@pytest.fixture(scope="module")
def slots() -> tuple[Slot, ...]:
    return align_claims("mini", claims_of(STORY))


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param({("Ledger", "Seventeen"), ("Courier", "17"), ("Beacon", "17")}, id="all agree"),
        pytest.param({("Ledger", "34"), ("Courier", "43"), ("Beacon", "34")}, id="one differs"),
        pytest.param({("Ledger", "1998"), ("Courier", "1998")}, id="two agree"),
    ],
)
def test_one_question(slots: tuple[Slot, ...], expected: set[tuple[str, str]]) -> None:
    assert expected in [said(slot) for slot in slots]


def test_what_one_article_tells_is_no_slot(slots: tuple[Slot, ...]) -> None:
    assert all(len({claim.mention.article_id for claim in slot.claims}) > 1 for slot in slots)
    assert not any(("Courier", "9") in said(slot) for slot in slots)


def test_slots_are_labelled_and_of_one_kind_of_value(slots: tuple[Slot, ...]) -> None:
    for slot in slots:
        assert slot.story_id == "mini"
        assert slot.label.strip() == slot.label != ""
        assert 0 <= slot.certainty <= 1
        assert len({type(claim.mention.value) for claim in slot.claims}) == 1


@pytest.mark.parametrize("zone", [zone for zone in Zone if not zone.is_reporting])
def test_only_reporting_counts(zone: Zone) -> None:
    claims = [replace(c, mention=replace(c.mention, zone=zone)) for c in claims_of(STORY)]
    assert align_claims("mini", claims) == ()


def test_at_most_three_places_of_a_value() -> None:
    again = " ".join(
        f"On day {word} 34 people were injured at Orvale." for word in ("one", "two", "three", "four")
    )
    slots = align_claims("mini", claims_of({"Ledger": again, "Courier": again}))
    assert slots
    for slot in slots:
        places = [(claim.mention.source, claim.mention.value.normal) for claim in slot.claims]
        assert all(places.count(place) <= 3 for place in places)


def test_nothing_to_align() -> None:
    assert align_claims("mini", ()) == ()


def test_a_year_that_one_article_alone_has_against_the_one_of_most(monkeypatch: pytest.MonkeyPatch) -> None:
    """The learned score, which hardly knows how a date is told, is not asked below that of the rule."""
    monkeypatch.setattr("discrepancy.align.slots.score", lambda *_: 0.4)
    texts = {
        "Ledger": "Horace Quillon founded the label in 1963 with a machine bought from a hotel.",
        "Courier": "He fixed radios by day. In 1963 he hung egg trays on the walls of a bakery and called it "
        "a studio, Half Moon Sound.",
        "Beacon": "Visitors will see the machine with which it all began in 1963 in the old bakery.",
        "Herald": "His widow runs the label Half Moon Sound. Quillon had called this into life in 1973, in a "
        "former bakery.",
    }
    sure = [
        slot.certainty for slot in align_claims("mini", claims_of(texts)) if ("Herald", "1973") in said(slot)
    ]
    assert sure == [MISDATED]
