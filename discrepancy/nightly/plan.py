"""Which stories are to be checked, and with which of their articles.

Of a page its last versions take part, of which checking takes the newest as the page's word; a page
that its agency has withdrawn, and an article in quarantine, do not. A story needs two texts that
differ: copies are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeAlias

from discrepancy.instants import in_utc
from discrepancy.load.status import UNPUBLISHED, set_aside
from discrepancy.model import Article, Skipped
from discrepancy.nightly.code import analysis_key, result_key
from discrepancy.nightly.settings import NightlySettings
from discrepancy.store import Run, Store, StoredVersion, digest_story

PageName: TypeAlias = tuple[str, str]
"""Source and page."""

VERSIONS = 8
"""Versions of one page that are held against each other; of a live ticker, the last ones."""

CHECK = "check"
"""Stage of a quarantined story; an article's is ``analyse`` or ``extract``."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One story with the versions that are checked against each other.

    Attributes:
        digest: What the result depends on; "" where there is nothing to check.
        missing: Members that are in quarantine.
        lone: Whether the members are one page's, and are compared no further than tells what it changed.
    """

    story: str
    members: tuple[StoredVersion, ...]
    digest: str
    missing: tuple[StoredVersion, ...] = ()
    lone: bool = False


def plan_stories(store: Store, run: Run, settings: NightlySettings) -> list[Plan]:
    """Every story that got an article within the window, this run's among them, in order of their ids."""
    since = run.moment - timedelta(days=settings.run.window)
    bad, gone = read_bad(store, settings), withdrawn_pages(store)
    active = store.stories.active_members(since)
    return [_plan(story, members, settings, bad, gone) for story, members in active]


def read_bad(store: Store, settings: NightlySettings) -> frozenset[str]:
    """Contents in quarantine with this code and these settings."""
    keys = (analysis_key(settings.check), result_key(settings.check))
    return frozenset(entry.subject for key in keys for entry in store.quarantine.of(key))


def plan_story(store: Store, story: str, settings: NightlySettings, bad: Iterable[str]) -> Plan:
    """What is to be checked in one story, without the contents that are ``bad``."""
    return _plan(story, store.stories.members(story), settings, bad, withdrawn_pages(store))


def withdrawn_pages(store: Store) -> frozenset[PageName]:
    """Pages that were cancelled, with all their versions, or whose newest version is withheld."""
    pages = store.articles.pages(version.id for version in store.articles.withdrawn())
    return frozenset(
        name
        for name, versions in pages.items()
        if max(versions, key=_age).status in UNPUBLISHED or "canceled" in {v.status for v in versions}
    )


def list_withdrawn(store: Store, run: Run, days: float) -> list[Skipped]:
    """What is left out of the stories of the last ``days`` because its agency withdrew it, and why."""
    since = run.moment - timedelta(days=days)
    recent = [
        version.id
        for version in store.articles.withdrawn()
        if version.first_run == run.number or in_utc(version.published or version.seen_at) >= since
    ]
    versions = [version for page in store.articles.pages(recent).values() for version in page]
    return set_aside(
        Article(v.article, v.source, "", url=v.page, status=v.status, note=v.note) for v in versions
    )[1]


def _plan(
    story: str,
    versions: Iterable[StoredVersion],
    settings: NightlySettings,
    bad: Iterable[str],
    gone: frozenset[PageName],
) -> Plan:
    usable = _usable(versions, gone)
    members = tuple(version for version in usable if version.content not in bad)
    missing = tuple(version for version in usable if version.content in bad)
    needed = 1 if settings.run.alone else 2
    if len({version.content for version in members}) < needed:
        return Plan(story, members, "", missing)
    lone = not settings.run.alone and len({page_of(version) for version in members}) == 1
    key = result_key(settings.check)
    return Plan(story, members, digest_story(members, f"{key} page" if lone else key), missing, lone)


def _usable(members: Iterable[StoredVersion], gone: frozenset[PageName]) -> list[StoredVersion]:
    """The last versions of each page with their contents all different, oldest first."""
    pages: dict[PageName, dict[str, StoredVersion]] = {}
    for version in sorted(members, key=_age):
        if version.status in UNPUBLISHED or page_of(version) in gone:
            continue
        page = pages.setdefault(page_of(version), {})
        page.pop(version.content, None)
        page[version.content] = version
    kept = (list(page.values())[-VERSIONS:] for page in pages.values())
    return sorted((version for page in kept for version in page), key=_age)


def page_of(version: StoredVersion) -> PageName:
    """The page that a version is of."""
    return version.source, version.page


def _age(version: StoredVersion) -> tuple[int, float, int]:
    """Later seen, then later changed, then later stored."""
    moment = version.modified or version.published
    return (version.last_run, in_utc(moment).timestamp() if moment else 0.0, version.id)


def first_versions(plans: Iterable[Plan]) -> Mapping[str, int]:
    """For each content of the plans a version that has it, in order."""
    found: dict[str, int] = {}
    for plan in plans:
        for version in plan.members:
            found.setdefault(version.content, version.id)
    return found
