"""Batches of very large stories."""

from __future__ import annotations

from dataclasses import replace

import pytest

from discrepancy.align.crowds import BATCH, CORE, join_batches, split_batches
from discrepancy.align.slots import align_claims
from discrepancy.check import check_articles
from discrepancy.model import Claim, Kind, Slot, Verdict
from tests import factory


def count(source: str, number: int, noun: str = "goats") -> Claim:
    article = factory.article(source, f"There were {number} {noun}.")
    return factory.claim(article, str(number), factory.count(number), Kind.NUMBER)


def articles(batch: list[Claim]) -> set[str]:
    return {claim.mention.article_id for claim in batch}


def test_few_articles_stay_together() -> None:
    claims = [count(f"s{n}", n) for n in range(BATCH)]
    assert split_batches(claims) == [claims]


@pytest.mark.parametrize("size", [BATCH + 1, 100, 500])
def test_every_batch_has_the_core(size: int) -> None:
    claims = [count(f"s{n}", n % 7 if n < size // 2 else 1000 + n) for n in range(size)]
    batches = split_batches(claims)
    core = set.intersection(*map(articles, batches))
    assert len(core) >= CORE
    assert all(len(articles(batch)) <= BATCH for batch in batches)
    assert set.union(*map(articles, batches)) == articles(claims)
    # What many state is in the core: a contested value has somebody to contest it in every batch.
    assert {c.mention.text for c in batches[-1] if c.mention.article_id in core} >= set("0123456")


def test_slots_that_share_claims_are_joined() -> None:
    a, b, c, d = (count(f"s{n}", 3) for n in range(4))
    other = count("s0", 9, "sheep")

    def slot(*claims: Claim, certainty: float = 0.7) -> Slot:
        return Slot("mini", Kind.NUMBER, "goats", claims, certainty)

    joined = join_batches([[slot(a, b), slot(other, d)], [slot(a, c, certainty=0.9)], [slot(d)]])
    assert [s.claims for s in joined] == [(a, b, c), (other, d)]
    assert [s.certainty for s in joined] == [0.9, 0.7]


def test_a_batch_keeps_apart_what_it_told_apart() -> None:
    a, b, c = (count(f"s{n}", 3) for n in range(3))
    whole = Slot("mini", Kind.NUMBER, "goats", (a, b, c))
    parts = [Slot("mini", Kind.NUMBER, "goats", (a, b)), Slot("mini", Kind.NUMBER, "goats", (c,))]
    assert [s.claims for s in join_batches([[whole], parts])] == [(a, b, c), (c,)]


@pytest.mark.slow
def test_a_conflict_is_found_among_hundreds() -> None:
    text = "The flood on Tuesday killed {} people in Brackwell, police said."
    made = [
        replace(factory.article(f"s{n}", text.format(15 if n == 77 else 12)), story="mini")
        for n in range(100)
    ]
    report = check_articles(made)
    (finding,) = [f for f in report.findings if f.verdict is Verdict.CONFLICT and f.slot.kind is Kind.NUMBER]
    assert {finding.slot.claims[i].mention.source for i in finding.odd} == {"S77"}
    assert len({claim.mention.article_id for claim in finding.slot.claims}) == 100


def test_one_article_has_no_slot_but_its_own() -> None:
    assert align_claims("mini", [count("s0", 3)]) == ()
