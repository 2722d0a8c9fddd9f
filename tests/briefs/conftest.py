"""Whether two briefs are found to contradict each other."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from discrepancy.check import check_articles
from discrepancy.model import Article, Verdict

_DAY = re.compile(r"\[(\d{4}-\d\d-\d\d)\] ")
"""The day on which a brief came out, before its text."""


@pytest.fixture(scope="session")
def contradict() -> Callable[[str, str], bool]:
    """A contradiction is one whichever of the two briefs is read first."""

    def find(left: str, right: str) -> bool:
        found = {_find(*pair) for pair in ((left, right), (right, left))}
        assert len(found) == 1, "the order of the briefs decides"
        return found.pop()

    return find


def _find(*texts: str) -> bool:
    articles = []
    for side, text in zip("AB", texts, strict=True):
        day = _DAY.match(text)
        published = datetime.fromisoformat(day[1]).replace(tzinfo=UTC) if day else None
        articles.append(
            Article(side, side, text[day.end() :] if day else text, published=published, story="s")
        )
    return any(finding.verdict is Verdict.CONFLICT for finding in check_articles(articles).findings)
