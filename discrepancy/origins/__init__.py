"""Which of a story's articles descend from which: wire copy, rewrites, machine-spun copies.

Invariant: an article has at most one parent, published no later than itself, so that following
parents ends at an origin. Pages of one origin know one thing once, and have one vote.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from discrepancy.instants import in_utc
from discrepancy.model import Article, Descent, Document, Zone
from discrepancy.origins.evidence import common_passages, rare_words, swapped_words, tell_how
from discrepancy.origins.overlap import Overlap, measure_overlap
from discrepancy.origins.running import Page, read_page

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CERTAIN = 0.7
"""Probability from which an article is said to descend from another."""

NEAREST = 5
"""Most similar pages that are looked at as possible parents of a page."""

BLOCK = 128
"""Pages held against all others at once, so that memory grows with the pages and not their square."""

_EVEN = 0.05
"""Difference up to which two pages hold equally much of one another; then the undated one is the copy."""

_SAME = 0.03
"""Difference in overlap below which the earlier of two possible parents is taken."""

_BRACKETED = re.compile(r"\(([A-Z][\w./ &-]{1,30})\)")


class _Link(NamedTuple):
    child: int
    parent: int
    overlap: Overlap
    credited: bool

    @property
    def common(self) -> float:
        return self.overlap.exact + self.overlap.pairs


def trace_origins(documents: Sequence[Document]) -> tuple[Descent, ...]:
    """Which of one story's ``documents`` descend from which, in order of the descending article's id.

    Quotations are left out, for whoever was there has them. Every page is held against the
    :data:`NEAREST` pages by rare words only, so the cost grows with the pages and not their square.
    """
    if len(documents) < 2:
        return ()
    pages = sorted((read_page(document) for document in documents), key=_canonical)
    links = [
        [link for parent in candidates if (link := _link(pages, child, parent))]
        for child, candidates in enumerate(_candidates(pages))
    ]
    several = pages if len(pages) > 2 else ()
    spread = Counter(word for page in several for word in page.told)
    found = [_describe(pages, link, spread) for link in _choose(links)]
    return tuple(sorted(found, key=lambda descent: descent.article))


def _canonical(page: Page) -> tuple[bool, datetime, str, str]:
    """Earliest first, the undated last; then by content, so that the order given decides nothing."""
    article = page.document.article
    moment = _moment(article)
    return moment is None, moment or datetime.min.replace(tzinfo=UTC), article.title or "", article.text


def _moment(article: Article) -> datetime | None:
    return None if article.published is None else in_utc(article.published)


def _candidates(pages: Sequence[Page]) -> Iterator[list[int]]:
    """For each page the pages not after it that share most of what it tells, rare words first."""
    import numpy as np

    dated = sum(_dated(page.document) for page in pages)
    for child, shared in enumerate(_similarities(pages)):
        # The dated stand first and in order of time, so the rest of them came later.
        shared[child : max(dated, child + 1)] = 0.0
        order = np.argsort(-shared, kind="stable")[:NEAREST]
        yield [int(i) for i in order if shared[i] > 0]


def _similarities(pages: Sequence[Page]) -> Iterator[NDArray[np.float64]]:
    """Cosines of each page with all by the words they tell, rarer ones weighing more."""
    import numpy as np
    from scipy.sparse import csr_matrix

    column: dict[str, int] = {}
    rows = [[column.setdefault(word, len(column)) for word in sorted(page.told)] for page in pages]
    starts = np.cumsum([0, *map(len, rows)])
    flat = np.array([index for row in rows for index in row], dtype=np.int64)
    matrix = csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(pages), len(column)))
    spread = np.asarray(matrix.sum(axis=0)).ravel()
    weighted = matrix.multiply(np.log(1 + len(pages) / np.maximum(spread, 1))).tocsr()
    length = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    turned = weighted.T.tocsr()
    for start in range(0, len(pages), BLOCK):
        dots = (weighted[start : start + BLOCK] @ turned).toarray()
        yield from dots / np.maximum(np.outer(length[start : start + BLOCK], length), 1e-9)


def _link(pages: Sequence[Page], child: int, parent: int) -> _Link | None:
    """The child's descent from the parent, if it is certain and not the other way round."""
    overlap = measure_overlap(pages[child], pages[parent])
    if overlap is None or overlap.probability < CERTAIN:
        return None
    ours, theirs = pages[child].document, pages[parent].document
    credited = is_credited(ours, theirs.article.source)
    if not credited and not _is_earlier(pages, parent, child, overlap):
        return None
    return _Link(child, parent, overlap, credited)


def _dated(document: Document) -> bool:
    return document.article.published is not None


def _is_earlier(pages: Sequence[Page], parent: int, child: int, overlap: Overlap) -> bool:
    """Whether the parent came first: a dated one did, of two undated the one that holds more of the other.

    An undated page never passes for the original of a dated one, because that an early brief is
    contained in a long report says nothing about which was first.
    """
    if _dated(pages[child].document):
        return _dated(pages[parent].document)
    back = measure_overlap(pages[parent], pages[child])
    lead = overlap.exact - back.exact if back else 1.0
    if _dated(pages[parent].document):
        return lead > -_EVEN
    return (lead, pages[parent].length, -parent) > (0.0, pages[child].length, -child)


def is_credited(document: Document, source: str) -> bool:
    """Whether a page names ``source`` as where its text comes from, outside its running text."""
    if len(source) < 2 or document.article.source == source:
        return False
    named = re.compile(rf"\b{re.escape(source)}\b", re.I)
    if any(named.search(s.text) for s in document.sentences if not s.zone.is_reporting):
        return True
    first = next((s.text for s in document.sentences if s.zone is Zone.BODY), "")
    initials = "".join(word[0] for word in source.split() if word[0].isupper())
    return any(mark in {source, initials} for mark in _BRACKETED.findall(first[:120]))


def _choose(links: Sequence[Sequence[_Link]]) -> Iterator[_Link]:
    """For each page one parent: the one it credits, else the one with most in common, then the earliest.

    Undated pages may seem to descend from one another in a circle; the link that closes it is left out.
    """
    parents: dict[int, int] = {}
    for options in links:
        top = max((link.common for link in options), default=0.0)
        ranked = sorted(options, key=lambda link: (not link.credited, link.common < top - _SAME, link.parent))
        for link in ranked:
            if link.child not in _above(link.parent, parents):
                parents[link.child] = link.parent
                yield link
                break


def _above(page: int, parents: Mapping[int, int]) -> list[int]:
    """``page`` and what it descends from."""
    line = [page]
    while line[-1] in parents:
        line.append(parents[line[-1]])
    return line


def _describe(pages: Sequence[Page], link: _Link, spread: Mapping[str, int]) -> Descent:
    page, other = pages[link.child], pages[link.parent]
    passages, verbatim = common_passages(page, other, link.overlap)
    swaps = swapped_words(page, other, link.overlap)
    return Descent(
        article=page.document.article.id,
        parent=other.document.article.id,
        how=tell_how(link.overlap, verbatim, len(swaps)),
        confidence=round(link.overlap.probability, 3),
        share=round(link.overlap.exact, 3),
        verbatim=round(min(verbatim, 1.0), 3),
        passages=passages[:3],
        rare=rare_words(page, other, spread),
        swaps=swaps[:5],
        credited=link.credited,
    )
