"""Who states which value, and when: what speaks for one article alone being wrong."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from discrepancy.align import testimony as witnesses
from discrepancy.align.facts import gather_facts
from discrepancy.align.pairs import find_pairs
from discrepancy.align.rivals import RIVAL_FEATURES, Rival, find_rivals
from tests.align.stories import claims_of

BEDS = "The merged clinics of Orvale will have {} beds from June, the board said."


def _testimony(texts: dict[str, str], later: dict[str, timedelta]) -> tuple[witnesses.Testimony, list[Rival]]:
    claims = claims_of(texts, later)
    pairs = find_pairs(claims)
    facts = gather_facts(claims, pairs)
    return witnesses.Testimony(claims, pairs, facts), find_rivals(claims, pairs, facts)


def _rival(odd: str, hours: int) -> tuple[witnesses.Testimony, Rival]:
    """Three articles that agree, an hour apart, and one that came out so many hours after the first."""
    texts = {name: BEDS.format(611) for name in ("Wire", "Post", "Radio")} | {"Herald": odd}
    later = {"Post": timedelta(hours=1), "Radio": timedelta(hours=2), "Herald": timedelta(hours=hours)}
    testimony, rivals = _testimony(texts, later)
    (rival,) = (r for r in rivals if "611" in testimony.claims[r.best.left].mention.text)
    return testimony, rival


@pytest.mark.parametrize(
    ("hours", "between"),
    [
        pytest.param(1, True, id="between"),
        pytest.param(2, True, id="with the last"),
        pytest.param(5, False, id="after all"),
    ],
)
def test_an_article_between_others_tells_no_update(hours: int, between: bool) -> None:
    testimony, rival = _rival(BEDS.format(661), hours)
    assert testimony.is_between(rival.big, rival.small) is between
    features = dict(zip(RIVAL_FEATURES, rival.features, strict=True))
    assert features["between"] == float(between)
    assert features["lonely_between"] == float(between)
    assert features["lonely_voted_same"] == pytest.approx(rival.best.same)


def test_publications_are_ordered_as_instants() -> None:
    """An hour after all others is after them, though clocks further west show less."""
    texts = {name: BEDS.format(611) for name in ("Wire", "Post", "Radio")} | {"Herald": BEDS.format(661)}
    west = timezone(timedelta(hours=-9))
    claims = [
        replace(claim, published=claim.published.astimezone(west))
        if claim.mention.source == "Herald" and claim.published
        else claim
        for claim in claims_of(texts, {"Post": timedelta(hours=9), "Herald": timedelta(hours=12)})
    ]
    pairs = find_pairs(claims)
    facts = gather_facts(claims, pairs)
    testimony = witnesses.Testimony(claims, pairs, facts)
    (rival,) = (r for r in find_rivals(claims, pairs, facts) if "611" in claims[r.best.left].mention.text)
    assert not testimony.is_between(rival.big, rival.small)
    features = dict(zip(RIVAL_FEATURES, rival.features, strict=True))
    ends = [moment for end in (rival.best.left, rival.best.right) if (moment := claims[end].published)]
    hours = abs((ends[0] - ends[1]).total_seconds()) / 3600
    assert hours >= 3
    assert features["gap_hours"] == pytest.approx(math.log2(1 + hours))
    assert features["later_more"] == 1.0


def test_the_share_is_of_the_other_articles() -> None:
    testimony, rival = _rival(BEDS.format(661), 1)
    assert testimony.share_of_others(rival.big, rival.small) == 1.0
    assert testimony.share_of_others(rival.small, rival.small) == 0.0


@pytest.mark.parametrize(
    ("odd", "expected"),
    [
        pytest.param(BEDS.format(661), True, id="beds"),
        pytest.param(BEDS.format(661).replace("beds", "nurses"), False, id="nurses"),
    ],
)
def test_one_noun(odd: str, expected: bool) -> None:
    testimony, rival = _rival(odd, 1)
    assert testimony.count_one_noun(rival.big, rival.small) is expected
    features = dict(zip(RIVAL_FEATURES, rival.features, strict=True))
    assert bool(features["lonely_slip_noun"]) is expected
