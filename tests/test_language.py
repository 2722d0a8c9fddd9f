"""Analysing text, anew or from what was analysed before."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.check import analyse_articles
from discrepancy.config import Config
from discrepancy.model import Article

PARAGRAPHS = (
    "The ferry Solvind ran aground off Karsholm on Monday with 214 passengers. Nobody was hurt.",
    "“We heard a bang,” said Ida Brekke, the captain. It was 6 a.m. on Monday.",
    "By Jorun Haldane",
    "Divers inspected the hull – it leaks – at dawn.",
    "Updated on 6 May 2031",
    "The ferry, built in 1987, belongs to Brekke & Sons.",
)


def make_article(name: str, paragraphs: list[str], title: str) -> Article:
    return Article(name, "Orvale Post", "\n\n".join(paragraphs), title)


@given(
    st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=5),
    st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=5),
    st.sampled_from(["Ferry aground", PARAGRAPHS[0]]),
)
@settings(max_examples=25, deadline=None)
def test_what_is_known_changes_nothing(older: list[str], newer: list[str], title: str) -> None:
    known = analyse_articles([make_article("older", older, "Ferry aground")], Config())
    article = make_article("newer", newer, title)
    assert analyse_articles([article], Config(), known=known) == analyse_articles([article], Config())


@pytest.mark.parametrize(
    ("change", "parsed"),
    [
        pytest.param(("", ""), 0, id="nothing"),
        pytest.param(("214", "241"), 1, id="one figure"),
        pytest.param(("hull", "bow"), 1, id="another paragraph"),
    ],
)
def test_only_paragraphs_that_changed_are_parsed(change: tuple[str, str], parsed: int) -> None:
    older = make_article("older", list(PARAGRAPHS), "Ferry aground")
    newer = make_article("newer", [text.replace(*change) for text in PARAGRAPHS], "Ferry aground")
    known = analyse_articles([older], Config())
    told: list[int] = []
    analyse_articles([newer], Config(), lambda stage, done, total: told.append(done), known)
    assert len(told) == parsed


@pytest.mark.parametrize("rank", ["Sgt.", "Capt.", "Brig.", "Supt."])
def test_a_short_rank_ends_no_sentence(rank: str) -> None:
    (document,) = analyse_articles(
        [Article("a", "Post", f"The hull leaks, said police {rank} Ida Brekke.")], Config()
    )
    assert len(document.sentences) == 1
