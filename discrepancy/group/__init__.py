"""Which articles tell one story; see `joining` for what is kept between runs.

``read_terms → Frequencies → Similarity → find_links → components → average link``
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from discrepancy.config import GroupConfig
from discrepancy.group.entries import Entry
from discrepancy.group.frequencies import Frequencies
from discrepancy.group.joining import Group, join_stories
from discrepancy.group.terms import Terms, read_terms
from discrepancy.model import Article, Passage

__all__ = ["Entry", "Frequencies", "Group", "Terms", "group_articles", "join_stories", "read_terms"]


def group_articles(
    articles: Sequence[Article], passages: Sequence[Sequence[Passage]], config: GroupConfig
) -> list[list[int]]:
    """Indexes of the articles of each story.

    Articles with a ``story`` are grouped by it and with nothing else; the rest by content.

    Args:
        articles: One batch; title, text and publication time are read.
        passages: The parts of each, as `discrepancy.clean.mark_passages` gives them.
        config: Threshold and window.

    Returns:
        Stories in order of their first article, each with its articles in the given order.
    """
    stories: dict[str, list[int]] = defaultdict(list)
    rest: list[int] = []
    for index, article in enumerate(articles):
        (rest if article.story is None else stories[article.story]).append(index)
    entries = [Entry(read_terms(articles[i], passages[i]), articles[i].published) for i in rest]
    frequencies = Frequencies.empty().add(entry.terms for entry in entries)
    by_content = join_stories(entries, (), frequencies, config)
    return sorted([*stories.values(), *([rest[i] for i in group.members] for group in by_content)])
