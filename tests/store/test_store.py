"""Caches, stories, results, runs, quarantine and addresses: what is put comes back, once."""

import itertools
from dataclasses import replace
from datetime import timedelta

import pytest

from discrepancy.errors import StoreError
from discrepancy.model import Verdict
from discrepancy.store import Store, digest_story, name_story
from tests import factory
from tests.store.nights import KEY, NIGHT, fill, two_stories, work


@pytest.fixture
def run(store):
    return store.runs.start("code 1", "settings 1", NIGHT).number


@pytest.fixture
def versions(store, run):
    articles = [article for story in two_stories().stories for article in story.articles]
    return store.articles.add_versions(articles, run, NIGHT)


def dump(store):
    """Every row of every table."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    return {name: store.database.rows(f"SELECT * FROM {name}") for (name,) in store.database.rows(query)}


class TestCaches:
    @pytest.fixture(params=["terms", "analyses"])
    def cache(self, store, request):
        return getattr(store, request.param)

    def test_bytes_are_kept_by_content_and_key(self, cache, versions):
        hashes = [version.content for version in versions]
        cache.put("k1", {hashes[0]: b"one", hashes[2]: b""})
        assert cache.get("k1", hashes) == {hashes[0]: b"one", hashes[2]: b""}
        assert cache.get("k2", hashes) == {}
        assert cache.missing("k1", [*hashes, *hashes]) == [hashes[1], hashes[3]]
        assert cache.missing("k2", hashes) == hashes

    def test_the_last_bytes_count(self, cache, versions):
        content = versions[0].content
        cache.put("k1", {content: b"one"})
        cache.put("k1", {content: b"two"})
        assert cache.get("k1", [content]) == {content: b"two"}

    def test_a_content_that_is_not_stored_is_refused_with_the_rest(self, cache, versions):
        with pytest.raises(StoreError, match="lacks articles for 1 results"):
            cache.put("k1", {versions[0].content: b"one", "00" * 32: b"two"})
        assert cache.missing("k1", [versions[0].content]) == [versions[0].content]

    def test_more_contents_than_one_query_takes(self, store, run, cache):
        articles = [factory.article(str(n), f"Text {n}.") for n in range(1100)]
        hashes = [version.content for version in store.articles.add_versions(articles, run, NIGHT)]
        cache.put("k1", {content: content.encode() for content in hashes[:1050]})
        assert cache.get("k1", hashes) == {content: content.encode() for content in hashes[:1050]}
        assert cache.missing("k1", hashes) == hashes[1050:]

    def test_asking_costs_by_what_is_asked_for_and_not_by_what_is_stored(self, store, run, cache):
        """Counted in steps of SQLite's machine, so that a busy computer changes nothing."""
        articles = [factory.article(str(n), f"Text {n}.") for n in range(3000)]
        hashes = [version.content for version in store.articles.add_versions(articles, run, NIGHT)]
        steps = []
        for stored in (hashes[:300], hashes):
            cache.put("k1", dict.fromkeys(stored, b"terms"))
            counted = itertools.count()
            store.database._connection.set_progress_handler(lambda counted=counted: next(counted) * 0, 100)
            assert cache.missing("k1", hashes[:300]) == []
            steps.append(next(counted))
        assert steps[1] < 2 * steps[0]


class TestStories:
    def test_members_keep_their_order_and_place(self, store, run, versions):
        ids = [version.id for version in versions]
        store.stories.assign("s1", [ids[2], ids[0]], run)
        store.stories.assign("s2", [ids[3]], run)
        store.stories.assign("s1", [ids[1], ids[0]], run)
        assert [version.id for version in store.stories.members("s1")] == ids[:3]
        assert store.stories.of(ids) == {ids[0]: "s1", ids[1]: "s1", ids[2]: "s1", ids[3]: "s2"}
        assert store.stories.all() == ["s1", "s2"]
        assert store.stories.members("s3") == []

    def test_a_member_never_moves(self, store, run, versions):
        store.stories.assign("s1", [versions[0].id], run)
        with pytest.raises(StoreError, match="belongs to another story than 's2'"):
            store.stories.assign("s2", [versions[1].id, versions[0].id], run)
        assert store.stories.all() == ["s1"]
        assert store.stories.of([versions[1].id]) == {}

    def test_what_is_left_to_group(self, store, run, versions):
        store.stories.assign("s1", [versions[1].id], run)
        left = [versions[0].id, versions[2].id, versions[3].id]
        assert [version.id for version in store.stories.unassigned()] == left

    def test_stories_that_got_a_member(self, store, run, versions):
        store.stories.assign("s1", [versions[0].id], run)
        later = store.runs.start("code 1", "settings 1", NIGHT + timedelta(days=3)).number
        store.stories.assign("s2", [versions[1].id], later)
        store.stories.assign("s1", [versions[0].id], later)
        assert store.stories.changed_in(later) == ["s2"]
        assert store.stories.active(NIGHT) == ["s1", "s2"]
        assert store.stories.active(NIGHT + timedelta(days=1)) == ["s2"]
        for since in (NIGHT, NIGHT + timedelta(days=1)):
            expected = [(story, store.stories.members(story)) for story in store.stories.active(since)]
            assert list(store.stories.active_members(since)) == expected

    def test_a_story_is_named_after_its_first_member_or_as_given(self, versions):
        assert name_story(versions[0]) == f"story-{versions[0].key[:12]}"
        assert name_story(replace(versions[0], story="Kiln")) == "Kiln"


class TestResults:
    @pytest.fixture
    def story(self, store, run, versions):
        story = two_stories().stories[0]
        ids = [version.id for version in versions[:3]]
        store.stories.assign(story.id, ids, run)
        return replace(story, articles=tuple(store.articles.load_articles(ids)))

    @pytest.fixture
    def findings(self):
        return two_stories().findings

    def test_a_result_comes_back_whole(self, store, run, story, findings):
        digest = digest_story(store.stories.members(story.id), KEY)
        assert store.results.get(digest) is None
        assert store.results.missing([digest]) == [digest]
        store.results.put(digest, story, findings, run)
        result = store.results.get(digest)
        assert (result.digest, result.run, result.story, result.findings) == (digest, run, story, findings)
        assert store.results.latest(story.id) == result
        assert store.results.missing([digest]) == []
        assert store.results.latest("another") is None

    def test_an_outline_is_what_a_list_shows_of_the_result(self, store, run, story, findings):
        digest = "00" * 32
        assert store.results.outline(digest) is None
        store.results.put(digest, story, findings, run)
        outline = store.results.outline(digest)
        assert (outline.digest, outline.story, outline.changes) == (digest, story.id, story.changes)
        assert outline.headline == story.articles[0].title
        conflicts = [finding for finding in findings if finding.verdict is Verdict.CONFLICT]
        assert (outline.articles, outline.conflicts) == (3, len(conflicts))

    def test_putting_it_twice_changes_nothing(self, store, run, story, findings):
        store.results.put("00" * 32, story, findings, run)
        before = dump(store)
        store.results.put("00" * 32, story, findings, run)
        assert dump(store) == before

    def test_another_result_of_the_same_digest_takes_its_place(self, store, run, story, findings):
        store.results.put("00" * 32, story, findings, run)
        store.results.put("00" * 32, story, findings[1:], run)
        assert store.results.get("00" * 32).findings == findings[1:]
        assert len(dump(store)["results"]) == 1

    def test_the_latest_result_is_that_of_the_last_run(self, store, run, story, findings):
        store.results.put("00" * 32, story, findings, run)
        later = store.runs.start("code 1", "settings 1", NIGHT).number
        store.results.put("11" * 32, story, findings[:1], later)
        assert store.results.latest(story.id).findings == findings[:1]
        assert store.results.get("00" * 32).findings == findings

    def test_a_result_that_comes_back_is_the_latest_again(self, store, run, story, findings):
        for digest, found in (("00", findings), ("11", findings[:1]), ("00", findings)):
            number = store.runs.start("code 1", "settings 1", NIGHT).number
            store.results.put(digest * 32, story, found, number)
        assert (store.results.latest_digest(story.id), store.results.computed_in(number)) == (
            "00" * 32,
            ["s1"],
        )
        assert list(store.verify()) == []

    def test_claims_are_rows_of_the_latest_result(self, store, run, story, findings):
        lone = factory.claim(story.articles[0], "Orvale", factory.person("Orvale"), factory.Kind.NAME)
        known = findings[0].slot.claims[0]
        store.results.put("00" * 32, story, findings, run)
        store.results.put("11" * 32, story, findings, run, claims=[lone, known])
        rows = store.database.rows(
            "SELECT finding, v.source, kind, question, value, text FROM claims c"
            " JOIN versions v ON v.id = c.version ORDER BY c.rowid"
        )
        assert rows[:2] == [
            ("c0ffee", "Gazette", "number", "how many people were injured", "14 person", "14"),
            ("c0ffee", "Herald", "number", "how many people were injured", "41 person", "41"),
        ]
        assert rows[7:] == [(None, "Gazette", "name", "", "Orvale", "Orvale")]

    def test_articles_that_are_not_stored_are_refused(self, store, run, story, findings):
        stranger = factory.article("stranger", "Nobody knows me.")
        with pytest.raises(StoreError, match="lacks article 'stranger'"):
            store.results.put("00" * 32, replace(story, articles=(stranger,)), findings, run)
        assert store.results.get("00" * 32) is None

    def test_the_digest_depends_on_members_and_key_and_on_no_order(self, store, story):
        members = store.stories.members(story.id)
        digest = digest_story(members, KEY)
        assert digest_story(reversed(members), KEY) == digest
        assert len({digest, digest_story(members[1:], KEY), digest_story(members, "code 2")}) == 3


class TestRuns:
    def test_a_run_is_unfinished_until_it_is_finished(self, store):
        assert store.runs.unfinished() is None
        assert store.runs.latest() is None
        run = store.runs.start("code 1", "settings 1", NIGHT)
        assert store.runs.unfinished() == run
        done = store.runs.finish(run.number, "done", {"stories": 2}, NIGHT + timedelta(hours=1))
        assert (done.status, done.counts, done.finished_at) == (
            "done",
            {"stories": 2},
            NIGHT + timedelta(hours=1),
        )
        assert store.runs.unfinished() is None
        assert store.runs.latest("done") == store.runs.latest() == done
        assert store.runs.latest("partial") is None
        with pytest.raises(KeyError):
            store.runs.get(7)

    def test_a_clock_that_jumps_back_changes_no_order_and_is_told(self, store):
        clocks = [NIGHT, NIGHT - timedelta(days=400), NIGHT + timedelta(days=1)]
        runs = [store.runs.start("code 1", "settings 1", clock) for clock in clocks]
        assert [run.started_at for run in runs] == clocks
        assert [run.moment for run in runs] == [NIGHT, NIGHT, NIGHT + timedelta(days=1)]
        assert [bool(run.warning) for run in runs] == [False, True, False]
        assert "2030-04-02T02:00:00+00:00, before an earlier run (2031-05-07" in runs[1].warning

    def test_notes(self, store):
        first, second = (store.runs.start("code 1", "settings 1", NIGHT).number for _ in range(2))
        store.runs.note(first, "idf", b"one")
        store.runs.note(second, "idf", b"zwei")
        store.runs.note(second, "idf", b"two")
        assert store.runs.read_note(second, "idf") == b"two"
        assert store.runs.read_note(second, "manifest") is None
        assert store.runs.latest_note("idf") == (second, b"two")
        assert store.runs.latest_note("idf", before=second) == (first, b"one")
        assert store.runs.latest_note("manifest") is None
        for name in ("seen b", "seen a", "unseen c"):
            store.runs.note(second, name, b"")
        assert store.runs.find_notes(second, "seen ") == ["seen a", "seen b"]
        assert store.runs.find_notes(first, "seen ") == []


def test_quarantine_keeps_the_first_reason(store, run):
    store.quarantine.add("k1", "analyse", "ab", "killed the worker", run)
    store.quarantine.add("k1", "analyse", "ab", "again", run)
    store.quarantine.add("k2", "check", "s1", "half \ud83d", run)
    assert [(entry.subject, entry.reason) for entry in store.quarantine.of("k1")] == [
        ("ab", "killed the worker")
    ]
    assert [entry.reason for entry in store.quarantine.of_run(run)] == ["killed the worker", "half \\ud83d"]
    assert store.quarantine.release("ab") == 1
    assert [entry.subject for entry in store.quarantine.all()] == ["s1"]


def test_addresses(store):
    assert store.addresses.get("https://coast.example/") is None
    store.addresses.put("https://coast.example/", {"etag": '"1"'})
    store.addresses.put("https://coast.example/", {"etag": '"2"', "last-modified": "yesterday"})
    assert store.addresses.get("https://coast.example/") == {"etag": '"2"', "last-modified": "yesterday"}


def test_work_done_twice_changes_nothing(store):
    for night, report in enumerate([two_stories(), two_stories(), half_report()]):
        at = NIGHT + timedelta(days=night)
        run = store.runs.start("code 1", "settings 1", at)
        work(store, run, at, report)
        before = dump(store)
        work(store, run, at + timedelta(minutes=5), report)
        assert dump(store) == before


def half_report():
    """One finding fewer than in the report."""
    report = two_stories()
    return replace(report, findings=report.findings[1:])


class TestTransactions:
    def test_all_or_nothing(self, store):
        with pytest.raises(ZeroDivisionError):
            begin_and_fail(store, ZeroDivisionError)
        assert store.runs.all() == ()

    def test_an_interruption_rolls_back(self, store):
        with pytest.raises(KeyboardInterrupt):
            begin_and_fail(store, KeyboardInterrupt)
        assert store.runs.all() == ()

    def test_an_inner_failure_leaves_the_outer_work(self, store):
        with store.transaction():
            store.runs.start("code 1", "settings 1", NIGHT)
            with pytest.raises(ZeroDivisionError):
                begin_and_fail(store, ZeroDivisionError)
        assert [run.number for run in store.runs.all()] == [1]

    def test_reading_only_refuses_to_write(self, store, path):
        with Store.open(path, read_only=True) as reader, pytest.raises(StoreError, match="reading only"):
            reader.runs.start("code 1", "settings 1", NIGHT)


def begin_and_fail(store, error):
    with store.transaction():
        fill(store, NIGHT)
        raise error
