"""Who states which value, and when: what speaks for one article alone being wrong."""

from __future__ import annotations

from datetime import timedelta

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
