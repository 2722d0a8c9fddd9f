"""Versions to stories: tonight's join last week's, or begin one.

All of it is committed at once, with the table of frequencies that the next run goes on from, so that
a killed run groups the same articles in the same way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

from discrepancy.clean import mark_passages
from discrepancy.group import Entry, Frequencies, Terms, join_stories, read_terms
from discrepancy.nightly.code import code_version
from discrepancy.nightly.settings import NightlySettings
from discrepancy.nightly.telling import Teller
from discrepancy.store import Run, Store, StoredVersion, name_story

NOTE = "frequencies"
"""Name of the run's note with the table of term frequencies."""

Pages: TypeAlias = dict[tuple[str, str], list[StoredVersion]]

READ = 500
"""Articles whose terms are read and committed together."""


def group_versions(store: Store, run: Run, settings: NightlySettings, teller: Teller) -> int:
    """Give every version without a story one; how many there were.

    A version given with a ``story`` belongs to that, a further version of a page to the page's story,
    and the rest to what they tell.
    """
    pending = store.stories.unassigned()
    if not pending:
        return 0
    _read_terms(store, pending, teller)
    pages = store.articles.pages(version.id for version in pending)
    with store.transaction():
        rest = _assign_known(store, run, pending, pages)
        _assign_by_content(store, run, rest, pages, settings)
    return len(pending)


def _assign_known(
    store: Store, run: Run, pending: Sequence[StoredVersion], pages: Pages
) -> list[StoredVersion]:
    """Assign what says or shows where it belongs; of the other pages, the first versions."""
    stories: dict[str, list[int]] = defaultdict(list)
    placed = store.stories.of(version.id for versions in pages.values() for version in versions)
    rest = []
    for version in pending:
        page = pages[version.source, version.page]
        stated = (placed.get(other.id) or other.story for other in page)
        story = version.story or next((name for name in stated if name), None)
        if story is not None:
            stories[story].append(version.id)
        elif version.id == page[0].id:
            rest.append(version)
    for story, ids in sorted(stories.items()):
        store.stories.assign(story, ids, run.number)
    return rest


def _assign_by_content(
    store: Store, run: Run, rest: Sequence[StoredVersion], pages: Pages, settings: NightlySettings
) -> None:
    entries = _entries(store, rest)
    frequencies = _recall_frequencies(store, run).add(entry.terms for entry in entries)
    known = _recent(store, rest, settings.run.window) if rest else []
    described = _entries(store, [version for _, version in known])
    groups = join_stories(
        entries,
        [(story, entry) for (story, _), entry in zip(known, described, strict=True)],
        frequencies,
        settings.check.group,
    )
    for group in groups:
        members = [rest[index] for index in group.members]
        story = group.story or name_story(min(members, key=lambda version: version.key))
        # A page's further versions of tonight follow its first.
        ids = [version.id for first in members for version in pages[first.source, first.page]]
        store.stories.assign(story, ids, run.number)
    store.runs.note(run.number, NOTE, frequencies.pack())


def _recall_frequencies(store: Store, run: Run) -> Frequencies:
    """As the last run before this one left them; none where other code wrote them in another form."""
    note = store.runs.latest_note(NOTE, run.number)
    try:
        return Frequencies.unpack(note[1]) if note else Frequencies.empty()
    except ValueError:
        return Frequencies.empty()


def _recent(store: Store, rest: Sequence[StoredVersion], days: float) -> list[tuple[str, StoredVersion]]:
    """Versions with a story that were published within ``days`` of the new ones."""
    moments = [_utc(version.published or version.seen_at) for version in rest]
    span = timedelta(days=days)
    return store.stories.recent(min(moments) - span, max(moments) + span)


def _utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _read_terms(store: Store, versions: Sequence[StoredVersion], teller: Teller) -> None:
    """Read the terms of every content that has none yet."""
    key = code_version()
    missing = set(store.terms.missing(key, (version.content for version in versions)))
    first = {version.content: version.id for version in reversed(versions) if version.content in missing}
    todo = sorted(first.items(), key=lambda item: item[1])
    for start in range(0, len(todo), READ):
        teller.progress("group", start, len(todo))
        part = todo[start : start + READ]
        articles = store.articles.load_articles(number for _, number in part)
        store.terms.put(
            key,
            {
                content: read_terms(article, mark_passages(article)).pack()
                for (content, _), article in zip(part, articles, strict=True)
            },
        )


def _entries(store: Store, versions: Iterable[StoredVersion]) -> list[Entry]:
    """What grouping knows of each version; terms of other code are read anew."""
    listed = list(versions)
    _read_terms(store, listed, Teller())
    packed = store.terms.get(code_version(), (version.content for version in listed))
    return [Entry(Terms.unpack(packed[version.content]), version.published) for version in listed]
