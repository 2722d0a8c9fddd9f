"""Versions to stories: tonight's join last week's, or begin one.

All of it is committed at once, with the table of frequencies that the next run goes on from, so that
a killed run groups the same articles in the same way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from typing import TypeAlias

from discrepancy.engine import Outcome
from discrepancy.group import Entry, Frequencies, Terms, join_stories
from discrepancy.instants import in_utc
from discrepancy.load.status import UNPUBLISHED
from discrepancy.model import Article
from discrepancy.nightly.code import code_version
from discrepancy.nightly.night import Night
from discrepancy.nightly.work import read_chunk
from discrepancy.store import Run, Store, StoredVersion, name_story
from discrepancy.versions import find_versions

NOTE = "frequencies"
"""Name of the run's note with the table of term frequencies."""

Followed: TypeAlias = tuple[StoredVersion, list[int]]
"""A version that is grouped by its content, and the versions of its page that go with it, itself included."""

RECALLED = 50
"""Earlier versions of one page that are looked at, the last ones."""

READ = 100
"""Articles whose terms are read and committed together."""

GROUP = "group"
"""Stage of a quarantined article whose terms cannot be read."""


def group_versions(night: Night) -> int:
    """Give every version without a story one; how many there were.

    A version given with a ``story`` belongs to that, a further version of a page to the page's story,
    and the rest to what they tell.

    Raises:
        Interrupted: A signal came; what was under way is stored.
    """
    store = night.store
    pending = store.stories.unassigned()
    if not pending:
        return 0
    known = _recent(store, pending, night.settings.run.window)
    _read_terms(night, [*pending, *(version for _, version in known)])
    bad = {entry.subject for entry in store.quarantine.of(code_version()) if entry.stage == GROUP}
    pending = [version for version in pending if version.content not in bad]
    known = [(story, version) for story, version in known if version.content not in bad]
    with store.transaction():
        firsts = _assign_known(store, night.run, pending)
        _assign_by_content(night, firsts, known)
    return len(pending)


def _assign_known(store: Store, run: Run, pending: Sequence[StoredVersion]) -> list[Followed]:
    """Assign what says or shows where it belongs; of each other page the first version with the rest."""
    stories: dict[str, list[int]] = defaultdict(list)
    pages = store.articles.pages(version.id for version in pending)
    placed = store.stories.of(version.id for versions in pages.values() for version in versions)
    wanted = {version.id for version in pending}
    firsts: list[Followed] = []
    for page in pages.values():
        earlier = [version for version in page if version.id in placed][-RECALLED:]
        involved = earlier + [version for version in page if version.id in wanted]
        for text in _split_texts(store, involved):
            told = [placed.get(version.id) or version.story for version in reversed(text)]
            story = next(filter(None, told), None)
            free = []
            for version in text:
                if version.id in wanted and (version.story or story):
                    stories[version.story or str(story)].append(version.id)
                elif version.id in wanted:
                    free.append(version)
            if free:
                firsts.append((free[0], [version.id for version in free]))
    for story, ids in sorted(stories.items()):
        store.stories.assign(story, ids, run.number)
    return firsts


def _split_texts(store: Store, page: Sequence[StoredVersion]) -> list[list[StoredVersion]]:
    """The versions of one page, those of one text together: what stands at an address may be replaced."""
    if len(page) < 2:
        return [list(page)]
    articles = store.articles.load_articles(version.id for version in page)
    texts = [[page[index] for index in text] for text in find_versions(articles)]
    # A cancellation has a text of its own ("Editors, please kill"), and is about the page's last one.
    gone = [version for version in page if version.status in UNPUBLISHED]
    told = [kept for text in texts if (kept := [version for version in text if version not in gone])]
    if gone and told:
        max(told, key=lambda text: text[-1].id).extend(gone)
        return told
    return texts


def _assign_by_content(
    night: Night, firsts: Sequence[Followed], known: Sequence[tuple[str, StoredVersion]]
) -> None:
    store, run = night.store, night.run
    new = _entries(store, [version for version, _ in firsts])
    frequencies = _recall_frequencies(store).add(entry.terms for entry in new)
    old = _entries(store, [version for _, version in known])
    stories = [story for story, _ in known]
    groups = join_stories(new, list(zip(stories, old, strict=True)), frequencies, night.settings.check.group)
    for group in groups:
        members = [firsts[index] for index in group.members]
        story = group.story or name_story(min((first for first, _ in members), key=lambda first: first.key))
        store.stories.assign(story, [id for _, followers in members for id in followers], run.number)  # noqa: A001
    store.runs.note(run.number, NOTE, frequencies.pack())


def _recall_frequencies(store: Store) -> Frequencies:
    """As they were last left; none where other code wrote them in another form."""
    note = store.runs.latest_note(NOTE)
    try:
        return Frequencies.unpack(note[1]) if note else Frequencies.empty()
    except ValueError:
        return Frequencies.empty()


def _recent(store: Store, rest: Sequence[StoredVersion], days: float) -> list[tuple[str, StoredVersion]]:
    """Versions with a story that were published within ``days`` of the new ones."""
    moments = [in_utc(version.published or version.seen_at) for version in rest]
    span = timedelta(days=days)
    return store.stories.recent(min(moments) - span, max(moments) + span)


def _read_terms(night: Night, versions: Sequence[StoredVersion]) -> None:
    """Have the terms read of every content that has none yet from this code."""
    store, key = night.store, code_version()
    first = {version.content: version.id for version in reversed(versions)}
    todo = sorted(store.terms.missing(key, first), key=first.__getitem__)

    def load(contents: Sequence[str]) -> list[Article]:
        return store.articles.load_articles(first[content] for content in contents)

    def commit(content: str, article: Article, outcome: Outcome[bytes]) -> None:
        if outcome.result is None:
            night.set_aside(key, GROUP, content, outcome.reason, article)
        else:
            store.terms.put(key, {content: outcome.result})

    chunks = [todo[start : start + READ] for start in range(0, len(todo), READ)]
    night.work("group", read_chunk, chunks, load, commit, lambda content: 0.1)


def _entries(store: Store, versions: Sequence[StoredVersion]) -> list[Entry]:
    """What grouping knows of each version."""
    packed = store.terms.get(code_version(), (version.content for version in versions))
    return [Entry(Terms.unpack(packed[version.content]), version.published) for version in versions]
