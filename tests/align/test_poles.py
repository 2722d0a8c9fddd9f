"""What is weighed where two articles say the opposite of one thing, and what leaves nothing to weigh."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest

from discrepancy.align.poles import STATUS_FEATURES, score_opposite
from discrepancy.align.statuses import find_told, measure_statuses
from tests.align.stories import claims_of

WEIR = {
    "Wire": "The Sallow Weir at Corvane was closed to boats on Monday.",
    "Post": "On Monday the Sallow Weir at Corvane was closed to boats.",
    "Radio": "The Sallow Weir at Corvane was opened to boats on Monday.",
}


def measure(
    texts: Mapping[str, str], later: Mapping[str, timedelta] | None = None
) -> dict[tuple[str, str], dict[str, float]]:
    """The features of every two opposite statuses, by the articles on either side."""
    claims = claims_of(texts, later)
    return {
        (
            " ".join(sorted({claim.mention.source for claim in mine})),
            " ".join(sorted({claim.mention.source for claim in yours})),
        ): dict(zip(STATUS_FEATURES, features, strict=True))
        for mine, yours, features in measure_statuses(claims, find_told(claims, claims))
    }


def test_two_against_one() -> None:
    found = measure(WEIR)
    assert {tuple(sorted(sides)) for sides in found} == {("Post Wire", "Radio")}
    for told in found.values():
        assert (told["few"], told["many"], told["voted"], told["articles"]) == (
            1.0,
            1.0,
            1.0,
            pytest.approx(1.585, abs=0.001),
        )
        assert (told["lone"], told["even"], told["agreed"], told["only"]) == (1.0, 0.0, 1.0, 1.0)
        assert told["head"] == 1.0
        assert told["voted_sentence"] == told["sentence"] > 0.3


def test_one_against_one() -> None:
    ((sides, told),) = measure({name: WEIR[name] for name in ("Wire", "Radio")}).items()
    assert sorted(sides) == ["Radio", "Wire"]
    assert (told["even"], told["agreed"], told["lone"], told["voted_sentence"]) == (1.0, 0.0, 0.0, 0.0)


def test_when_the_lone_one_came_out() -> None:
    hours = {"Post": timedelta(hours=3), "Radio": timedelta(hours=1)}
    for told in measure(WEIR, hours).values():
        assert (told["first"], told["between"], told["last"]) == (0.0, 1.0, 0.0)
        assert told["gap"] == pytest.approx(1.0)  # log2 of one hour and one
    for told in measure(WEIR, hours | {"Radio": timedelta(hours=6)}).values():
        assert (told["first"], told["between"], told["last"]) == (0.0, 0.0, 1.0)


def test_like_words_make_it_surer() -> None:
    other = WEIR | {"Radio": "For boats there is a way: a weir far up the river was opened in spring."}
    alike, unlike = (
        max(score_opposite(tuple(told.values())) for told in measure(texts).values())
        for texts in (WEIR, other)
    )
    assert alike > unlike + 0.1


@pytest.mark.parametrize(
    ("texts", "later"),
    [
        pytest.param(
            {
                "Wire": "The Sallow Weir was closed on Monday and reopened on Tuesday.",
                "Post": "The Sallow Weir was closed on Monday.",
                "Radio": "The Sallow Weir has reopened.",
            },
            {"Radio": timedelta(days=2)},
            id="a-change-and-a-later-report",
        ),
        pytest.param(
            {
                "Wire": "Council approved the plan for Weir 3 on Monday.",
                "Radio": "Council rejected the plan for Weir 5 on Monday.",
            },
            {},
            id="two-of-one-sort-by-number",
        ),
        pytest.param(
            {
                "Wire": "The Sallow Weir was closed on Monday.",
                "Radio": "The Sallow Weir will be opened in July.",
            },
            {},
            id="what-is-and-what-is-planned",
        ),
    ],
)
def test_nothing_to_weigh(texts: Mapping[str, str], later: Mapping[str, timedelta]) -> None:
    assert not measure(texts, later)


def test_neighbouring_questions_are_weighed_as_such() -> None:
    found = measure(
        {
            "Wire": "The contract with Brell Yards was annulled in May.",
            "Post": "In May the contract with Brell Yards was annulled.",
            "Radio": "The contract with Brell Yards is still in force.",
        }
    )
    assert {told["bridged"] for told in found.values()} == {1.0}
