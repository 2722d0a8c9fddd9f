"""Tonight's articles to known stories."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.clean import mark_passages
from discrepancy.config import GroupConfig
from discrepancy.group import Entry, Frequencies, Group, join_stories, joining, read_terms
from discrepancy.model import Article

MAY = datetime(2031, 5, 12, 8, 0, tzinfo=UTC)
CONFIG = GroupConfig()

QUARRY = (
    "The quarry at Stenholt collapsed on 3 May and buried 7 lorries. The foreman Olav Brandt called for "
    "help. Rescue dogs from Vinmark searched the gravel for 19 hours.",
    "For 19 hours dogs from Vinmark searched the quarry at Stenholt, where 7 lorries lay under gravel after "
    "the collapse of 3 May. The foreman Olav Brandt was heard by inspectors.",
    "Inspectors blame blasting for the collapse of the quarry at Stenholt. The foreman Olav Brandt had "
    "warned of cracks; 7 lorries were lost in the gravel.",
)
CHOIR = (
    "The choir of Lindal won the singing contest in Porto with 94 points. The conductor Mira Solheim wept as "
    "the jury praised the sopranos.",
    "With 94 points the choir of Lindal won at Porto. The jury praised the sopranos, and the conductor Mira "
    "Solheim said the contest was the hardest in 30 years.",
)


def read(text: str, day: int = 0) -> Entry:
    article = Article("a", "Outlet", text)
    return Entry(read_terms(article, mark_passages(article)), MAY + timedelta(days=day))


def join(new: list[Entry], known: list[tuple[str, Entry]]) -> list[Group]:
    table = Frequencies.empty().add(entry.terms for _, entry in known).add(entry.terms for entry in new)
    return join_stories(new, known, table, CONFIG)


LAST_WEEK = [("quarry", read(QUARRY[0])), ("choir", read(CHOIR[0]))]


@pytest.mark.parametrize(
    ("new", "known", "expected"),
    [
        pytest.param([], LAST_WEEK, [], id="nothing new"),
        pytest.param([QUARRY[1]], LAST_WEEK, [("quarry", (0,))], id="joins"),
        pytest.param([CHOIR[1]], LAST_WEEK[:1], [(None, (0,))], id="begins"),
        pytest.param(
            [CHOIR[1], QUARRY[1], QUARRY[2]],
            LAST_WEEK,
            [("choir", (0,)), ("quarry", (1, 2))],
            id="each its own",
        ),
        pytest.param(
            [*CHOIR, QUARRY[1]], LAST_WEEK[:1], [(None, (0, 1)), ("quarry", (2,))], id="new and old"
        ),
        pytest.param([""], [("blank", read(""))], [(None, (0,))], id="empty texts join nothing"),
    ],
)
def test_joining(
    new: list[str], known: list[tuple[str, Entry]], expected: list[tuple[str | None, tuple[int, ...]]]
) -> None:
    found = join([read(text, 3) for text in new], known)
    assert [(group.story, group.members) for group in found] == expected


def test_the_nearest_of_two_stories_is_joined() -> None:
    twins = [("b", read(QUARRY[0])), ("a", read(QUARRY[2]))]
    assert join([read(QUARRY[2], 3)], twins)[0].story == "a"
    copies = [("b", read(QUARRY[0])), ("a", read(QUARRY[0]))]
    assert join([read(QUARRY[1], 3)], copies)[0].story == "a"  # a tie


def test_a_story_is_known_by_its_latest_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    known = [("story", read(QUARRY[0])), *(("story", read(CHOIR[0], 1 + day)) for day in range(3))]
    new = [read(CHOIR[1], 5)]
    monkeypatch.setattr(joining, "WITNESSES", 3)
    assert join(new, known)[0].story == "story"


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(5)), st.permutations(range(2)))
def test_order_is_irrelevant(order: list[int], known_order: list[int]) -> None:
    texts = [QUARRY[1], QUARRY[2], CHOIR[1], "Rain fell on Hovden all night.", ""]
    found = join([read(texts[i], 3) for i in order], [LAST_WEEK[i] for i in known_order])
    named = {(group.story, frozenset(order[i] for i in group.members)) for group in found}
    assert named == {
        ("quarry", frozenset({0, 1})),
        ("choir", frozenset({2})),
        (None, frozenset({3})),
        (None, frozenset({4})),
    }


def test_night_by_night_finds_what_one_batch_finds() -> None:
    nights = [[QUARRY[0], CHOIR[0]], [QUARRY[1]], [CHOIR[1], QUARRY[2]]]
    table = Frequencies.empty()
    known: list[tuple[str, Entry]] = []
    for night, texts in enumerate(nights):
        new = [read(text, night) for text in texts]
        table = Frequencies.unpack(table.add(entry.terms for entry in new).pack())
        for group in join_stories(new, known, table, CONFIG):
            story = group.story or f"{night}-{group.members[0]}"
            known += [(story, new[index]) for index in group.members]
    assert [story for story, _ in known] == ["0-0", "0-1", "0-0", "0-1", "0-0"]
