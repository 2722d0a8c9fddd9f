"""What is joined into one fact, and what only may be true together."""

from __future__ import annotations

import pytest

from discrepancy.align.facts import gather_facts
from discrepancy.align.pairs import family, find_pairs
from discrepancy.model import Kind
from tests.align.stories import claims_of


def _facts(kind: Kind, texts: dict[str, str]) -> set[frozenset[str]]:
    claims = claims_of(texts)
    facts = gather_facts(claims, find_pairs(claims))
    members = ([claims[i] for i in fact.members] for fact in facts)
    return {frozenset(c.mention.text for c in own) for own in members if own[0].mention.kind is kind}


def test_a_country_is_not_its_town() -> None:
    texts = {
        "Ledger": "Irma Kale has lived in Szeged since 2019. Hungary is her home.",
        "Courier": "Irma Kale has lived in Hungary since 2019.",
    }
    assert all(not {"Szeged", "Hungary"} <= fact for fact in _facts(Kind.PLACE, texts))


@pytest.mark.parametrize("coarser", ["The annual meeting will be held.", "The meeting is held every year."])
def test_what_is_held_every_year_is_no_day(coarser: str) -> None:
    texts = {
        "Ledger": f"The meeting will be held on May 16. {coarser}",
        "Courier": "The meeting will be held on 16 May.",
    }
    assert frozenset({"May 16", "16 May"}) in _facts(Kind.DATE, texts)
    families = {c.mention.text: family(c) for c in claims_of(texts) if c.mention.kind is Kind.DATE}
    assert {"May 16", "16 May"} == {text for text, name in families.items() if name == "date"}
