"""Verifying, pruning, exporting and summing up a store."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from discrepancy.errors import DiscrepancyError
from discrepancy.model import Report
from discrepancy.store import State, Store
from tests import factory
from tests.store.nights import KEY, NIGHT, fill, two_stories


def report_on(name, **changes):
    """A report of one story about another kiln."""
    made = two_stories()
    articles = tuple(
        replace(a, id=f"{name}-{a.id}", text=f"{a.text}\n{name}", **changes) for a in made.stories[0].articles
    )
    return Report((replace(made.stories[0], id=name, articles=articles),), ())


def stories(store):
    return store.stories.all()


class TestVerify:
    def test_a_whole_store_has_no_problems(self, filled):
        assert list(filled.verify()) == []

    @pytest.mark.parametrize(
        ("damage", "expected"),
        [
            pytest.param(
                "UPDATE articles SET content = x'00' WHERE id = 2",
                "articles: row 2: cannot be read",
                id="text",
            ),
            pytest.param(
                "UPDATE articles SET content = (SELECT content FROM articles WHERE id = 1) WHERE id = 2",
                "articles: row 2: its content does not have its hash",
                id="another text",
            ),
            pytest.param(
                "UPDATE versions SET source = 'Forger' WHERE id = 3",
                "versions: row 3: what it says",
                id="source",
            ),
            pytest.param(
                "UPDATE analyses SET data = x'01ff' WHERE rowid = 1",
                "analyses: row 1: cannot be unpacked",
                id="analysis",
            ),
            pytest.param(
                "UPDATE results SET data = x'01' WHERE id = 1",
                "results: row 1 (story s1): cannot be decoded",
                id="result",
            ),
            pytest.param(
                "UPDATE finding_events SET data = x'01' WHERE finding = 1",
                "finding 1 in run 1: cannot be",
                id="finding",
            ),
            pytest.param(
                "UPDATE finding_events SET digest = x'01' WHERE finding = 1",
                "its facts do not have",
                id="facts",
            ),
            pytest.param(
                "UPDATE claims SET text = '15' WHERE rowid = 2",
                "those of result 1: are not those",
                id="claim",
            ),
            pytest.param(
                "UPDATE versions SET published = 'x' WHERE id = 3", "versions: all: is damaged", id="time"
            ),
            pytest.param(
                "UPDATE versions SET source = CAST(x'f4' AS TEXT) WHERE id = 3",
                "all: is damaged",
                id="letters",
            ),
            pytest.param(
                "UPDATE runs SET counts = '{' WHERE id = 1",
                "runs: run 1: its counts are no JSON",
                id="counts",
            ),
            pytest.param(
                "INSERT INTO runs VALUES (9, '', '', '', 0, NULL, 'done', NULL)",
                "runs: run 9: counts as earlier than the run before it",
                id="order",
            ),
            pytest.param(
                "INSERT INTO articles VALUES (9, x'99', (SELECT content FROM articles WHERE id = 1))",
                "articles: row 9: belongs to no version",
                id="orphan",
            ),
            pytest.param(
                "DELETE FROM stories WHERE id = 's2'",
                "members: row 4: refers to a row of stories",
                id="reference",
            ),
        ],
    )
    def test_what_is_wrong_is_found(self, filled, damage, expected):
        filled.database.write("PRAGMA foreign_keys = OFF")
        filled.database.write(damage)
        assert any(expected in str(problem) for problem in filled.verify())

    def test_every_check_is_made_whatever_another_finds(self, filled):
        filled.database.write("UPDATE articles SET content = x'00'")
        filled.database.write("UPDATE runs SET counts = '{'")
        assert {problem.table for problem in filled.verify()} == {"articles", "analyses", "runs"}


class TestPrune:
    @pytest.fixture
    def nights(self, store):
        """A night with a story called old, then three more nights."""
        fill(store, NIGHT, report_on("old"))
        for night, name in enumerate(["newer", "newest", "last"], 1):
            fill(store, NIGHT + timedelta(days=10 * night), report_on(name))
        return store

    def test_what_no_run_saw_since_goes_with_all_that_hangs_on_it(self, nights):
        gone = nights.prune(NIGHT + timedelta(days=15))
        assert stories(nights) == ["last", "newest"]
        assert (gone["stories"], gone["versions"], gone["articles"], gone["notes"]) == (2, 6, 6, 2)
        for table in ("articles", "versions", "members", "terms", "analyses"):
            assert nights.database.first(f"SELECT count(*) FROM {table}") == (6,)
        assert list(nights.verify()) == []
        assert nights.results.latest("last") is not None

    def test_marks_of_an_old_run_go_and_the_last_note_of_a_name_stays(self, nights):
        nights.runs.note(1, "seen x", b"")
        nights.runs.note(1, "kept", b"something")
        assert nights.prune(NIGHT + timedelta(days=15))["notes"] == 3
        assert nights.runs.find_notes(1, "") == ["kept"]

    def test_pruning_twice_removes_nothing_more(self, nights):
        nights.prune(NIGHT + timedelta(days=15))
        assert not any(nights.prune(NIGHT + timedelta(days=15)).values())

    def test_nothing_is_older_than_the_first_night(self, nights):
        assert not any(nights.prune(NIGHT).values())
        assert len(stories(nights)) == 4

    def test_what_was_seen_again_stays(self, nights):
        fill(nights, NIGHT + timedelta(days=40), report_on("old"))
        nights.prune(NIGHT + timedelta(days=35))
        assert stories(nights) == ["old"]

    def test_a_story_stays_whole(self, nights):
        """One of its pages was seen since, so the others stay as well."""
        run = nights.runs.start("code 1", "settings 1", NIGHT + timedelta(days=40))
        nights.articles.add_versions(report_on("old").stories[0].articles[:1], run.number, NIGHT)
        nights.prune(NIGHT + timedelta(days=35))
        assert [version.last_run for version in nights.stories.members("old")] == [5, 1, 1]

    def test_every_version_of_a_page_stays(self, nights):
        changed = report_on("old", url="https://coast.example/kiln")
        fill(
            nights,
            NIGHT + timedelta(days=35),
            replace(changed, stories=(replace(changed.stories[0], id="x"),)),
        )
        run = fill(nights, NIGHT + timedelta(days=50), report_on("fresh", url="https://coast.example/kiln"))
        nights.prune(run.moment)
        assert stories(nights) == ["fresh", "x"]

    def test_a_triaged_finding_keeps_its_story(self, store):
        fill(store, NIGHT)
        fill(store, NIGHT + timedelta(days=30), report_on("newer"))
        store.findings.triage("s1", "beef01", State.DISMISSED, "Ada", "", NIGHT)
        store.prune(NIGHT + timedelta(days=20))
        assert stories(store) == ["newer", "s1"]
        assert [known.key for known in store.findings.open("s1")] == ["c0ffee", "beef01", "beef02"]

    def test_untriaged_findings_go_with_their_story(self, store):
        fill(store, NIGHT)
        fill(store, NIGHT + timedelta(days=30), report_on("newer"))
        store.prune(NIGHT + timedelta(days=20))
        assert stories(store) == ["newer"]
        assert store.findings.open() == ()

    def test_a_clock_that_jumped_back_makes_nothing_old(self, store):
        fill(store, NIGHT)
        fill(store, NIGHT - timedelta(days=4000), report_on("newer"))
        assert not any(store.prune(NIGHT).values())

    def test_results_of_old_code_go_and_used_ones_stay(self, store):
        fill(store, NIGHT)
        hashes = [version.content for version in store.stories.members("s1")]
        later = store.runs.start("code 2", "settings 1", NIGHT + timedelta(days=30))
        store.articles.add_versions(two_stories().stories[0].articles, later.number, NIGHT)
        store.terms.get(KEY, hashes)
        store.analyses.put("code 2", dict.fromkeys(hashes, b""))
        store.prune(NIGHT + timedelta(days=20))
        assert len(store.terms.get(KEY, hashes)) == 3
        store.database.write("UPDATE keys SET last_run = 1 WHERE name = ?", (KEY,))
        store.prune(NIGHT + timedelta(days=20))
        assert store.terms.get(KEY, hashes) == {}
        assert len(store.analyses.get("code 2", hashes)) == 3


class TestExport:
    @pytest.fixture
    def folder(self, filled, tmp_path):
        filled.findings.triage("s1", "c0ffee", State.CONFIRMED, "Ada", "seen", NIGHT)
        filled.quarantine.add(KEY, "analyse", "ab", "killed the worker", 1)
        filled.export(tmp_path / "tables")
        return tmp_path / "tables"

    def test_every_table_is_a_file(self, folder):
        rows = {path.stem: pq.read_table(path).num_rows for path in sorted(folder.iterdir())}
        assert rows == {
            "articles": 4, "claims": 7, "findings": 3, "quarantine": 1, "runs": 1, "triage": 1, "versions": 4,
        }  # fmt: skip

    def test_types_are_those_of_analysts(self, folder):
        versions = pq.read_table(folder / "versions.parquet")
        word = pa.dictionary(pa.int32(), pa.string())
        types = {
            name: versions.schema.field(name).type for name in ("version", "source", "published", "page")
        }
        assert types == {
            "version": pa.int64(), "source": word, "published": pa.timestamp("us", tz="UTC"),
            "page": pa.string(),
        }  # fmt: skip
        frame = versions.to_pandas()
        assert list(frame["story"]) == ["s1", "s1", "s1", "s2"]
        assert frame["published"][1] == datetime(2031, 5, 6, 9, 30, tzinfo=UTC)
        assert frame["published"].isna().tolist() == [False, False, True, False]

    def test_texts_join_by_content(self, folder):
        versions = pq.read_table(folder / "versions.parquet").to_pandas()
        articles = pq.read_table(folder / "articles.parquet").to_pandas()
        joined = versions.merge(articles, on="content")
        assert list(joined["text"]) == [a.text for s in two_stories().stories for a in s.articles]

    def test_exporting_again_gives_the_same_bytes(self, filled, folder):
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        filled.export(folder)
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before

    def test_an_empty_store_has_the_same_columns(self, filled, folder, tmp_path):
        with Store.open(tmp_path / "empty.db") as empty:
            for path in empty.export(tmp_path / "none"):
                assert pq.read_schema(path) == pq.read_schema(folder / path.name)
                assert pq.read_table(path).num_rows == 0

    def test_half_a_character_is_written_as_its_escape(self, store, tmp_path):
        run = store.runs.start("code 1", "settings 1", NIGHT)
        store.articles.add_versions([factory.article("a", "half \ud83d")], run.number, NIGHT)
        store.export(tmp_path / "tables")
        assert pq.read_table(tmp_path / "tables/articles.parquet")["text"].to_pylist() == ["half \\ud83d"]

    def test_a_folder_that_cannot_be_made_is_told(self, filled, tmp_path):
        (tmp_path / "file").write_text("")
        with pytest.raises(DiscrepancyError, match=r"file: cannot be made .file exists.; expected a folder"):
            filled.export(tmp_path / "file")
        with pytest.raises(DiscrepancyError, match=r"cannot be made .no such file or directory"):
            filled.export(tmp_path / "no" / "such")


class TestSummary:
    def test_rows_bytes_and_findings(self, filled):
        filled.findings.triage("s1", "c0ffee", State.DISMISSED, "Ada", "", NIGHT)
        summary = filled.summary()
        rows = {table.name: table.rows for table in summary.tables}
        assert (rows["articles"], rows["versions"], rows["stories"], rows["claims"], rows["triage"]) == (
            4,
            4,
            2,
            7,
            1,
        )
        assert summary.findings == {"dismissed": 1, "open": 2}
        sizes = [table.bytes for table in summary.tables if table.bytes is not None]
        assert not sizes or sum(sizes) <= summary.bytes

    def test_vacuum_gives_room_back_and_loses_nothing(self, store):
        noise = random.Random(7)
        texts = [factory.article(str(n), noise.randbytes(3000).hex()) for n in range(200)]
        fill(store, NIGHT, Report((replace(two_stories().stories[0], articles=tuple(texts)),), ()))
        fill(store, NIGHT + timedelta(days=9), report_on("newer"))
        store.prune(NIGHT + timedelta(days=5))
        before, after = store.vacuum()
        assert after < before / 2
        assert stories(store) == ["newer"]
        assert list(store.verify()) == []
        assert store.path.stat().st_size == after
