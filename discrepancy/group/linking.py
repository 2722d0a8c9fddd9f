"""Links to groups: connected parts, then average link inside each.

Invariant: a chain of near articles is no story; connected parts alone merge whole weeks of news.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from discrepancy.group.similarity import Similarity

if TYPE_CHECKING:
    from discrepancy.group.entries import Floats, Indexes

LARGEST = 3000
"""Most articles compared all with all (72 MB); larger connected parts lose their weakest links."""


def find_components(
    members: Indexes, left: Indexes, right: Indexes, odds: Floats
) -> Iterator[tuple[list[int], bool]]:
    """Connected parts of ``members``, and whether all their pairs are linked.

    Parts that are too large lose the weaker half of their links.
    """
    import numpy as np
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import connected_components

    size = int(members.max()) + 1
    links = csr_matrix((np.ones(len(left)), (left, right)), shape=(size, size))
    everyone = connected_components(links, directed=False)[1]
    within = np.bincount(everyone[left], minlength=size)
    labels = everyone[members]
    order = np.argsort(labels, kind="stable")
    for part in np.split(members[order], np.flatnonzero(np.diff(labels[order])) + 1):
        if len(part) <= LARGEST:
            yield part.tolist(), 2 * within[everyone[part[0]]] == len(part) * (len(part) - 1)
            continue
        inside = np.isin(left, part)
        inside &= odds > np.median(odds[inside])
        yield from find_components(part, left[inside], right[inside], odds[inside])


def split_component(similarity: Similarity, members: Sequence[int], limit: float) -> Iterator[list[int]]:
    """Parts of a connected part whose pairs reach ``limit`` on average."""
    import numpy as np
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    index = np.array(members)
    scores = similarity.compare_all(index, index)
    top = float(scores.max())
    distances = top - scores
    np.fill_diagonal(distances, 0.0)
    tree = linkage(squareform(distances, checks=False), method="average")
    parts: dict[int, list[int]] = defaultdict(list)
    for member, label in zip(members, fcluster(tree, top - limit, criterion="distance"), strict=True):
        parts[int(label)].append(member)
    yield from parts.values()
