"""Agency items that must not be used: withheld ones, and cancelled ones with all their versions."""

from __future__ import annotations

from collections.abc import Iterable

from discrepancy.model import Article, Skipped

UNPUBLISHED = frozenset({"canceled", "withheld"})
"""Publishing statuses (IPTC) under which an item's content is not to be used."""


def set_aside(articles: Iterable[Article]) -> tuple[list[Article], list[Skipped]]:
    """The articles that may be used, and the others with the agency's note.

    A cancellation counts for the item: versions of the same source and address go with it.
    """
    given = list(articles)
    canceled: dict[tuple[str, str | None], Article] = {
        (a.source, a.url): a for a in given if a.status == "canceled" and a.url
    }
    usable: list[Article] = []
    skipped: list[Skipped] = []
    for article in given:
        if article.status in UNPUBLISHED:
            skipped.append(Skipped(article.id, None, _reason(f"{article.status} by the agency", article)))
        elif (later := canceled.get((article.source, article.url))) and article.url:
            skipped.append(Skipped(article.id, None, _reason(f"canceled by the agency in {later.id}", later)))
        else:
            usable.append(article)
    return usable, skipped


def _reason(what: str, article: Article) -> str:
    return f"{what}: {' '.join(article.note.split())}" if article.note else what
