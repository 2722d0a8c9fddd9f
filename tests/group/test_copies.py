"""Which articles are one text."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.clean import mark_passages
from discrepancy.group.copies import FEWEST, SAME, find_copies
from discrepancy.group.terms import ROW, Sort, Terms, make_key, read_terms
from discrepancy.model import Article


def make_terms(*words: str) -> Terms:
    keys = sorted({make_key(Sort.WORD, word) for word in words})
    return Terms(b"".join(ROW.pack(key, 4, 0) for key in keys))


def words(first: int, count: int) -> list[str]:
    return [f"w{number}" for number in range(first, first + count)]


BASE = words(0, 100)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(BASE, BASE, True, id="the same"),
        pytest.param(BASE, [*BASE[:96], *words(500, 4)], True, id="a few words replaced"),
        pytest.param(BASE, BASE[:90], True, id="an end that is cut off"),
        pytest.param(BASE, BASE[:60], False, id="half of it cut off"),
        pytest.param(BASE, [*BASE[:67], *words(500, 33)], False, id="a pattern filled in anew"),
        pytest.param(BASE[: FEWEST - 1], BASE[: FEWEST - 1], True, id="short and the same"),
        pytest.param(BASE[: FEWEST - 1], BASE[: FEWEST - 2], False, id="short and not the same"),
        pytest.param([], [], False, id="nothing is no text"),
    ],
)
def test_a_pair(one: list[str], other: list[str], same: bool) -> None:
    assert find_copies([make_terms(*one), make_terms(*other)]) == [0, 0 if same else 1]


def test_counts_decide_nothing_where_the_terms_are_the_same() -> None:
    twice = Terms(b"".join(ROW.pack(key, 8, 0) for key, _, _ in ROW.iter_unpack(make_terms(*BASE).rows)))
    assert find_copies([make_terms(*BASE), twice]) == [0, 0]


def test_reports_made_to_one_pattern_are_not_one_text() -> None:
    pattern = (
        "A magnitude {} earthquake was reported {} at {} kilometres from {}, according to the survey. The "
        "quake struck at a depth of {} kilometres. It is not known whether anybody was hurt in {}."
    )
    filled = (
        ("4.1", "Monday morning", "9", "Ostrand", "12", "Ostrand"),
        ("3.6", "Friday evening", "14", "Vellmont", "7", "Vellmont"),
    )
    articles = [Article(row[3], "Wire", pattern.format(*row)) for row in filled]
    assert find_copies([read_terms(article, mark_passages(article)) for article in articles]) == [0, 1]


@given(st.integers(0, 2**32), st.integers(0, 8))
def test_pairs_well_above_the_limit_are_found(seed: int, more: int) -> None:
    chance = random.Random(seed)
    text = [f"v{chance.randrange(10**9)}" for _ in range(160)]
    longer = [*text, *(f"x{chance.randrange(10**9)}" for _ in range(more))]
    assert len(text) / len(longer) > SAME
    assert find_copies([make_terms(*text), make_terms(*longer)]) == [0, 0]


@given(st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=12))
def test_each_stands_where_the_first_of_its_text_stands(drawn: list[str]) -> None:
    texts = {"a": BASE, "b": words(200, 50), "c": words(300, 3), "": []}
    heads = find_copies([make_terms(*texts[name]) for name in drawn])
    assert heads == [drawn.index(name) if name else place for place, name in enumerate(drawn)]
