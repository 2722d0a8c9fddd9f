"""Which passages are read of a page that changed; every text is invented."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from discrepancy.clean import mark_passages
from discrepancy.model import Article
from discrepancy.versions import select_passages

LINES = (
    "The ferry to Sandrey lost its rudder on Monday and drifted for six hours.",
    "Captain Oda Lindqvist said that nobody had been in danger at any time.",
    "Tugs brought it back to the harbour, where divers looked at the hull.",
    "The company has run the line since 1998 and owns four other ships.",
    "Lindqvist has been at sea for 30 years.",
)


def read(*texts: Sequence[str]) -> list[list[int | str]]:
    """Of each text the lines that are read, by their place in ``LINES`` or as they are."""
    articles = [Article(f"v{n}", "Courier", "\n\n".join(lines)) for n, lines in enumerate(texts)]
    selected = select_passages(articles, [mark_passages(article) for article in articles])
    told = [
        [article.text[passage.start : passage.end] for passage in passages]
        for article, passages in zip(articles, selected, strict=True)
    ]
    return [[LINES.index(line) if line in LINES else line for line in lines] for lines in told]


def edit(place: int, old: str, new: str) -> tuple[str, ...]:
    assert old in LINES[place]
    return (*LINES[:place], LINES[place].replace(old, new), *LINES[place + 1 :])


SIX = edit(0, "six", "eight")
FOUR = edit(3, "four", "five")


@pytest.mark.parametrize(
    ("older", "newer", "expected"),
    [
        pytest.param(LINES, LINES, [[], []], id="nothing changed"),
        pytest.param(LINES, SIX, [[0], [SIX[0]]], id="the first"),
        pytest.param(LINES, FOUR, [[2, 3], [2, FOUR[3]]], id="with the one before"),
        pytest.param(
            LINES,
            edit(1, "nobody", "no one"),
            [[0, 1, 4], [0, LINES[1].replace("nobody", "no one"), 4]],
            id="with those that have its name",
        ),
        pytest.param(LINES[:3], LINES[:4], [[2], [2, 3]], id="one more"),
        pytest.param(LINES, (*LINES[:4], LINES[3], LINES[4]), [[2, 3], [2, 3, 3]], id="told twice"),
        pytest.param(LINES, (*LINES[:1], "Update", *LINES[1:]), [[0], [0, "Update"]], id="of both or none"),
        pytest.param(LINES, (*LINES[:2], LINES[3], LINES[2], LINES[4]), [[], []], id="moved"),
    ],
)
def test_passages(older: Sequence[str], newer: Sequence[str], expected: list[list[int | str]]) -> None:
    assert read(older, newer) == expected
    assert read(newer, older) == expected[::-1]


@pytest.mark.parametrize(
    ("place", "old", "new", "expected"),
    [
        pytest.param(4, "at sea", "a captain", [1, 3, 4], id="a name"),
        pytest.param(2, "harbour", "port", [1, 2], id="no name"),
    ],
)
def test_a_name_at_the_beginning_of_a_sentence_is_one_elsewhere(
    place: int, old: str, new: str, expected: list[int]
) -> None:
    assert read(LINES, edit(place, old, new))[0] == expected


def test_where_only_a_number_differs_nobody_is_asked_for_elsewhere() -> None:
    assert read(LINES, edit(4, "30", "20"))[0] == [3, 4]


def test_what_any_version_has_otherwise_is_read_of_all() -> None:
    assert read(LINES, LINES, FOUR) == [[2, 3], [2, 3], [2, FOUR[3]]]


def test_bylines_are_read_for_the_day_they_print() -> None:
    dated = ("By Oda Brandt", "Published 12 March 2031", *LINES)
    assert read(dated, (*dated[:5], FOUR[3], LINES[4]))[0] == [*dated[:2], 2, 3]
