"""Which stories are to be checked, and with which of their articles.

Of a page its last versions take part, of which checking takes the newest as the page's word; a page
that its agency has withdrawn, and an article in quarantine, do not. A story needs two texts that
differ: copies are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from discrepancy.load.status import UNPUBLISHED
from discrepancy.nightly.code import analysis_key, result_key
from discrepancy.nightly.settings import NightlySettings
from discrepancy.store import Run, Store, StoredVersion, digest_story

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
    """

    story: str
    members: tuple[StoredVersion, ...]
    digest: str
    missing: tuple[StoredVersion, ...] = ()


def plan_stories(store: Store, run: Run, settings: NightlySettings) -> list[Plan]:
    """Every story that got an article within the window, this run's among them, in order of their ids."""
    since = run.moment - timedelta(days=settings.run.window)
    bad = read_bad(store, settings)
    return [_plan(story, members, settings, bad) for story, members in store.stories.active_members(since)]


def read_bad(store: Store, settings: NightlySettings) -> frozenset[str]:
    """Contents in quarantine with this code and these settings."""
    keys = (analysis_key(settings.check), result_key(settings.check))
    return frozenset(entry.subject for key in keys for entry in store.quarantine.of(key))


def plan_story(store: Store, story: str, settings: NightlySettings, bad: Iterable[str]) -> Plan:
    """What is to be checked in one story, without the contents that are ``bad``."""
    return _plan(story, store.stories.members(story), settings, bad)


def _plan(
    story: str, versions: Iterable[StoredVersion], settings: NightlySettings, bad: Iterable[str]
) -> Plan:
    usable = _usable(versions)
    members = tuple(version for version in usable if version.content not in bad)
    missing = tuple(version for version in usable if version.content in bad)
    needed = 1 if settings.run.alone else 2
    if len({version.content for version in members}) < needed:
        return Plan(story, members, "", missing)
    return Plan(story, members, digest_story(members, result_key(settings.check)), missing)


def _usable(members: Iterable[StoredVersion]) -> list[StoredVersion]:
    """The last versions of each page with their contents all different, oldest first."""
    pages: dict[tuple[str, str], dict[str, StoredVersion]] = {}
    for version in sorted(members, key=_age):
        page = pages.setdefault((version.source, version.page), {})
        page.pop(version.content, None)
        page[version.content] = version
    kept = (list(page.values())[-VERSIONS:] for page in pages.values())
    usable = (version for page in kept if page[-1].status not in UNPUBLISHED for version in page)
    return sorted((version for version in usable if version.status not in UNPUBLISHED), key=_age)


def _age(version: StoredVersion) -> tuple[int, float, int]:
    """Later seen, then later changed, then later stored."""
    moment = version.modified or version.published
    return (version.last_run, _seconds(moment) if moment else 0.0, version.id)


def _seconds(moment: datetime) -> float:
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def first_versions(plans: Iterable[Plan]) -> Mapping[str, int]:
    """For each content of the plans a version that has it, in order."""
    found: dict[str, int] = {}
    for plan in plans:
        for version in plan.members:
            found.setdefault(version.content, version.id)
    return found
