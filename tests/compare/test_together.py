"""Offices that one person may have at a time, by the list of what goes together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy import lexicon
from discrepancy.compare.together import go_together, is_office
from discrepancy.lexicon.posts import titles_by_post
from discrepancy.model import Phrase

posts = st.sampled_from(sorted(titles_by_post())).map(lambda post: Phrase(post, ()))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("mayor", "mayor", True, id="one post"),
        pytest.param("chair", "chief_executive", True, id="two words for a boss"),
        pytest.param("head", "treasurer", True, id="a head of the money"),
        pytest.param("head", "spokesperson", False, id="who speaks is no head"),
        pytest.param("mayor", "deputy_mayor", True, id="a deputy is called by the office"),
        pytest.param("head", "deputy_chair", True, id="chief is said of deputies"),
        pytest.param("captain", "coach", False, id="on the pitch and beside it"),
        pytest.param("captain", "goalkeeper", True, id="two posts in one team"),
        pytest.param("conductor", "treasurer", False, id="nothing lists them"),
        pytest.param("spokesperson", "director", True, id="who speaks for a body has an office there"),
        pytest.param("spokesperson", "minister", True, id="who speaks for a government"),
        pytest.param("director", "minister", False, id="two who may both speak for somebody"),
        pytest.param("chief_negotiator", "chief_executive", True, id="who negotiates has an office"),
        pytest.param("shop_steward", "chief_executive", False, id="two who negotiate with each other"),
        pytest.param("assistant_coach", "deputy_mayor", False, id="two deputies"),
    ],
)
def test_go_together(left: str, right: str, expected: bool) -> None:
    assert go_together(Phrase(left, ()), Phrase(right, ())) is expected


@given(posts, posts)
def test_symmetric(left: Phrase, right: Phrase) -> None:
    assert go_together(left, right) == go_together(right, left)
    assert go_together(left, left)


@pytest.mark.parametrize(
    ("post", "words", "expected"),
    [
        pytest.param("mayor", (), True, id="office"),
        pytest.param("mayor", ("deputy",), True, id="deputy"),
        pytest.param("mayor", ("former",), False, id="had once"),
        pytest.param("mayor", ("incoming",), False, id="to come"),
        pytest.param("mayor", ("acting",), False, id="for a time"),
        pytest.param("colonel", (), False, id="rank"),
        pytest.param("baker", (), False, id="calling"),
        pytest.param("kin_parent", (), False, id="kin"),
    ],
)
def test_is_office(post: str, words: tuple[str, ...], expected: bool) -> None:
    assert is_office(Phrase(post, words)) is expected


def test_listed_posts_are_known() -> None:
    table = lexicon.read_table("together")
    listed = {p for key in ("open", "trained", "head") for p in table[key]["posts"]}
    listed |= {post for posts in table["sets"].values() for post in posts}
    listed |= {post for own, posts in table["with"].items() for post in (own, *posts)}
    assert listed <= {*titles_by_post(), "member", "outsider"}
