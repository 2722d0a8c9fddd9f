"""Tonight's articles to stories: those of the last days, and new ones.

Invariant: an article that has a story keeps it, since reports and triage hang on it. What tonight's
articles join depends on what they say, never on the order in which they come: they are grouped
among themselves first, and each group then joins one story or begins one.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.config import GroupConfig
from discrepancy.group.copies import find_copies
from discrepancy.group.entries import Entry, read_day
from discrepancy.group.frequencies import Frequencies
from discrepancy.group.linking import find_components, split_component
from discrepancy.group.proposals import find_links
from discrepancy.group.similarity import Similarity

WITNESSES = 50
"""Articles of a story, the latest, with which a new one is compared; bounds the cost of a story that
runs for weeks."""


@dataclass(frozen=True, slots=True)
class Group:
    """New articles that tell one story.

    Attributes:
        story: The known story that they join; None when they begin one.
        members: Places among the new entries, ascending.
    """

    story: str | None
    members: tuple[int, ...]


def join_stories(
    new: Sequence[Entry],
    known: Sequence[tuple[str, Entry]],
    frequencies: Frequencies,
    config: GroupConfig,
) -> list[Group]:
    """Groups of the new entries, each with the known story that it joins.

    Args:
        new: Articles without a story.
        known: Articles of recent stories, each with its story's id; they stay where they are.
        frequencies: The table that already counts the new entries: ``stored.add(terms)``.
        config: Threshold and window.

    Returns:
        Groups in the order of their first members.
    """
    if not new:
        return []
    import numpy as np

    old = sorted(known, key=lambda item: (_order(item[1]), item[0]))
    order = sorted(range(len(new)), key=lambda index: _order(new[index]))
    copies = _gather_copies(new, order)
    order = list(copies)
    entries = [*(entry for _, entry in old), *(new[index] for index in order)]
    first = len(old)
    similarity = Similarity(entries, frequencies, config.window_days)
    limit = _logit(config.threshold)
    left, right, odds = find_links(similarity, first, limit)
    among = left >= first
    proposed: dict[int, set[str]] = defaultdict(set)
    for one, other in zip(left[~among].tolist(), right[~among].tolist(), strict=True):
        proposed[other].add(old[one][0])
    witnesses: dict[str, list[int]] = defaultdict(list)
    for place, (story, _) in enumerate(old):
        witnesses[story].append(place)
    groups = []
    everyone = np.arange(first, len(entries))
    for component, linked in find_components(everyone, left[among], right[among], odds[among]):
        # Where every pair reaches the limit, so does every average.
        for members in [component] if linked else split_component(similarity, component, limit):
            stories = sorted(set().union(*(proposed[member] for member in members)))
            joined = _choose(similarity, members, {name: witnesses[name] for name in stories}, limit)
            everybody = (copy for member in members for copy in copies[order[member - first]])
            groups.append(Group(joined, tuple(sorted(everybody))))
    return sorted(groups, key=lambda group: group.members)


def _gather_copies(new: Sequence[Entry], order: Sequence[int]) -> dict[int, list[int]]:
    """The first of each text, in order, with all that have it: copies go where the first one goes."""
    copies: dict[int, list[int]] = {}
    for place, head in enumerate(find_copies([new[index].terms for index in order])):
        copies.setdefault(order[head], []).append(order[place])
    return copies


def _choose(
    similarity: Similarity, members: Sequence[int], stories: dict[str, list[int]], limit: float
) -> str | None:
    """The story that the members reach ``limit`` with on average and are nearest to, if any."""
    import numpy as np

    best, chosen = limit, None
    for story, places in stories.items():
        near = similarity.compare_all(np.array(members), np.array(places[-WITNESSES:])).mean()
        if near > best or (chosen is None and near >= limit):
            best, chosen = float(near), story
    return chosen


def _order(entry: Entry) -> tuple[float, bytes]:
    """An order of their own, so that the one in which articles come decides nothing."""
    moment = entry.published
    return (-math.inf if moment is None else read_day(moment), entry.terms.rows)


def _logit(probability: float) -> float:
    bounded = min(max(probability, 1e-9), 1 - 1e-9)
    return math.log(bounded / (1 - bounded))
