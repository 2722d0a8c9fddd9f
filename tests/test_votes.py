"""One origin, one vote: copies add nothing, a copy that departs from its original has no vote."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.model import Descent
from discrepancy.votes import count_votes, share_votes, trace_ancestors
from tests.factory import descent

SPUN = descent("spun", "wire")
REPRINT = descent("reprint", "wire", "copy")
SECOND = descent("second", "spun")


@pytest.mark.parametrize(
    ("answering", "descents", "side", "expected"),
    [
        pytest.param({"wire", "own"}, (), {"wire"}, (1, 1), id="two reports of their own"),
        pytest.param({"wire", "spun", "own"}, (SPUN,), {"wire", "spun"}, (1, 2), id="spun adds a page"),
        pytest.param({"wire", "reprint"}, (REPRINT,), {"wire", "reprint"}, (1, 1), id="a reprint adds none"),
        pytest.param({"wire", "spun"}, (SPUN,), {"spun"}, (0, 1), id="a copy against its original"),
        pytest.param({"spun", "own"}, (SPUN,), {"spun"}, (1, 1), id="the copy speaks for a silent original"),
        pytest.param(
            {"spun", "reprint"},
            (SPUN, REPRINT),
            {"spun"},
            (Fraction(1, 2), 1),
            id="copies share its vote",
        ),
        pytest.param(
            {"wire", "second"}, (SPUN, SECOND), {"second"}, (0, 1), id="a copy's copy, the link silent"
        ),
    ],
)
def test_votes(
    answering: set[str], descents: tuple[Descent, ...], side: set[str], expected: tuple[Fraction, int]
) -> None:
    assert count_votes(side, share_votes(answering, descents)) == expected


def test_ancestors_go_back_to_the_origin() -> None:
    assert trace_ancestors([SECOND, SPUN]) == {"second": ("spun", "wire"), "spun": ("wire",)}


PAGES = [f"p{number}" for number in range(8)]


@st.composite
def forests(draw: st.DrawFn) -> list[Descent]:
    """Descents in which every parent stands before its child."""
    children = draw(st.sets(st.integers(1, len(PAGES) - 1)))
    return [descent(PAGES[child], PAGES[draw(st.integers(0, child - 1))]) for child in children]


@given(forests(), st.sets(st.sampled_from(PAGES), min_size=1))
def test_each_origin_that_answers_has_one_vote_in_all(descents: list[Descent], answering: set[str]) -> None:
    ancestors = trace_ancestors(descents)
    origins = {[page, *ancestors.get(page, ())][-1] for page in answering}
    assert count_votes(answering, share_votes(answering, descents)).origins == len(origins)
