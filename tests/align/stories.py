"""Claims of small stories, read as the pipeline reads them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from discrepancy.check import read_stories
from discrepancy.config import Config
from discrepancy.model import Article, Claim, Slot
from discrepancy.reading import claim_story

TUESDAY = datetime(2031, 5, 6, 8, tzinfo=UTC)


def claims_of(texts: Mapping[str, str], later: Mapping[str, timedelta] | None = None) -> tuple[Claim, ...]:
    """Every claim of one story: each source with its text, published on that Tuesday or so much later."""
    delays = later or {}
    articles = [
        Article(
            source.lower(), source, text, published=TUESDAY + delays.get(source, timedelta()), story="mini"
        )
        for source, text in texts.items()
    ]
    (documents,) = read_stories(articles, Config(), lambda stage, done, total: None)
    return claim_story(documents, Config())


def said(slot: Slot) -> set[tuple[str, str]]:
    """What each source prints in this slot."""
    return {(claim.mention.source, claim.mention.text) for claim in slot.claims}
