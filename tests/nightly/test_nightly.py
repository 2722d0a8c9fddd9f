"""Night after night: what is new, changed and resolved, and that nothing is done twice or lost."""

import json
import os
import signal
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from discrepancy.errors import DiscrepancyError, EngineError, StoreError
from discrepancy.nightly import Interrupted, Locked, grouping, run_nightly, sources, stages
from discrepancy.store import Store
from tests.nightly import newsroom, poison
from tests.nightly.newsroom import ALONE, TONIGHT, lay_open, make, manifest, report, sample, write_articles

pytestmark = pytest.mark.slow


def run(settings, **options):
    return run_nightly(settings, **{"now": TONIGHT, **options})


def questions(settings, change):
    return sorted(row["question"] for row in report(settings)["changes"] if row["change"] == change)


@pytest.fixture
def undisturbed(tmp_path):
    """What an undisturbed run over the sample and a lone article leaves."""
    settings = make(tmp_path / "undisturbed", [*sample(), ALONE])
    run(settings)
    return lay_open(settings)


class TestFirstNight:
    def test_every_conflict_is_new(self, tmp_path):
        settings = make(tmp_path, [*sample(), ALONE])
        result = run(settings)
        assert (result.status, result.counts["new"], result.counts["open"]) == ("done", 4, 4)
        assert {row["change"] for row in report(settings)["changes"]} == {"new"}
        assert [story["id"] for story in report(settings)["report"]["stories"]] == [
            report(settings)["changes"][0]["story"]
        ]
        page = (result.folder / "index.html").read_text(encoding="utf-8")
        assert "4 new, 0 changed, 0 resolved" in page
        assert all((result.folder / name).is_file() for name in ("report.csv", "stories/0001.html"))

    def test_what_stands_alone_and_copies_are_not_parsed_where_that_is_not_wanted(self, tmp_path):
        copy = replace(ALONE, id="copy", source="Velmar Post")
        settings = make(tmp_path, [*sample(), ALONE, copy], run={"alone": False})
        run(settings)
        assert len(lay_open(settings)["analyses"]) == 4

    def test_an_article_alone_is_held_against_itself(self, tmp_path):
        text = "Twelve people live in the tower: seven guests and four keepers."
        settings = make(tmp_path, [replace(ALONE, text=text)])
        assert (run(settings).counts["stories_checked"], run(settings).status) == (1, "unchanged")
        (row,) = report(settings)["changes"]
        assert {said["text"] for said in row["values"]} >= {"Twelve"}

    def test_the_manifest_says_what_was_done(self, tmp_path):
        settings = make(tmp_path, sample())
        run(settings)
        record = manifest(settings)
        assert record["counts"]["articles"] == 4
        assert [read["path"] for read in record["inputs"]] == ["in/first.jsonl"]
        assert len(record["inputs"][0]["sha256"]) == 64
        assert {"read", "group", "analyse", "check", "report"} <= set(record["seconds"])
        assert record["versions"]["spacy"]
        assert record["quarantine"] == record["skipped"] == []

    def test_an_input_that_cannot_be_read_is_listed_and_the_rest_checked(self, tmp_path):
        settings = make(tmp_path, sample())
        (tmp_path / "in/broken.jsonl").write_text('{"id": "x"\n', encoding="utf-8")
        result = run(settings)
        assert (result.status, result.counts["new"], result.counts["skipped"]) == ("done", 4, 1)
        assert report(settings)["skipped"][0]["line"] == 1

    def test_what_its_agency_withdrew_takes_no_part(self, tmp_path):
        articles = sample()
        settings = make(tmp_path, [replace(articles[0], status="canceled"), *articles[1:]])
        run(settings)
        (story,) = report(settings)["report"]["stories"]
        assert articles[0].source not in [article["source"] for article in story["articles"]]

    @pytest.mark.parametrize("status", ["canceled", "withheld"])
    def test_what_its_agency_withdrew_is_listed_with_its_note(self, status, tmp_path):
        first, *others = sample()
        settings = make(
            tmp_path, [replace(first, status=status, note="Mandatory kill:\n  wrong port."), *others]
        )
        assert run(settings).counts["skipped"] == 1
        (skipped,) = report(settings)["skipped"]
        assert (skipped["path"], skipped["reason"]) == (
            "a0",
            f"{status} by the agency: Mandatory kill: wrong port.",
        )
        assert manifest(settings)["skipped"] == [skipped]


class TestSecondNight:
    def test_nothing_new_leaves_everything_as_it_is(self, tmp_path):
        settings = make(tmp_path, [*sample(), ALONE])
        first, before = run(settings), lay_open(settings)
        second = run(settings)
        assert second.status == "unchanged"
        assert (second.run, second.folder, second.counts) == (first.run, first.folder, first.counts)
        assert lay_open(settings) == before

    def test_touched_files_are_read_and_leave_everything_as_it_is(self, tmp_path):
        settings = make(tmp_path, sample())
        run(settings)
        before = lay_open(settings)
        os.utime(tmp_path / "in/first.jsonl", (1, 1))
        assert run(settings).status == "unchanged"
        assert lay_open(settings) == before

    def test_a_mended_page_resolves_its_conflict(self, tmp_path):
        settings = make(tmp_path, sample())
        run(settings)
        (wrong,) = [article for article in sample() if "460" in article.text]
        mended = replace(wrong, id="mended", text=wrong.text.replace("460", "640"))
        write_articles(tmp_path / "in/second.jsonl", [mended])
        result = run(settings)
        assert (result.counts["resolved"], result.counts["open"]) == (1, 3)
        assert questions(settings, "resolved") == ["people Brindle Grain employs in Marrowby"]
        assert questions(settings, "new") == questions(settings, "changed") == []
        (page,) = report(settings)["pages"]
        assert page["revision"] == "stealth edit"
        assert (page["before"]["text"], page["after"]["text"]) == ("460", "640")

    def test_a_text_file_that_was_edited_is_the_same_page(self, tmp_path):
        settings = make(tmp_path, [ALONE])
        page = tmp_path / "in/Orvale Post.txt"
        page.write_text(ALONE.text, encoding="utf-8")
        run(settings)
        page.write_text(ALONE.text.replace("40", "14"), encoding="utf-8")
        assert run(settings).counts["pages_changed"] == 1
        (change,) = report(settings)["pages"]
        assert (change["before"]["text"], change["after"]["text"]) == ("40", "14")

    @pytest.mark.parametrize("days", [0, 30], ids=["next night", "after the window"])
    def test_a_cancellation_takes_every_version_of_its_page_out(self, days, tmp_path):
        articles = sample()[:2]
        settings = make(tmp_path, articles)
        assert run(settings).counts["open"] > 0
        kill = replace(articles[0], id="kill", title=None, text="Editors, please kill.", status="canceled")
        write_articles(tmp_path / "in/second.jsonl", [kill])
        result = run(settings, now=TONIGHT + timedelta(days=days))
        assert (result.counts["open"], result.counts["skipped"]) == (0, 2)
        reasons = {row["path"]: row["reason"] for row in report(settings)["skipped"]}
        assert reasons == {"kill": "canceled by the agency", "a0": "canceled by the agency in kill"}

    def test_a_withheld_page_takes_part_again_when_it_is_put_out(self, tmp_path):
        first, *others = sample()
        settings = make(tmp_path, [replace(first, status="withheld"), *others])
        found = []
        for status in ("withheld", "usable"):
            write_articles(tmp_path / "in/second.jsonl", [replace(first, id=status, status=status)])
            run(settings)
            (story,) = report(settings)["report"]["stories"]
            found.append(first.source in [article["source"] for article in story["articles"]])
        assert found == [False, True]

    def test_what_could_not_be_read_is_told_again_but_not_read_again(self, tmp_path):
        settings = make(tmp_path, sample()[:-1])
        with (tmp_path / "in/first.jsonl").open("a", encoding="utf-8") as stream:
            stream.write('{"id": "x"\n')
        run(settings)
        before = report(settings)["skipped"]
        write_articles(tmp_path / "in/second.jsonl", sample()[-1:])
        run(settings)
        assert [read["unchanged"] for read in manifest(settings)["inputs"]] == [True, False]
        assert report(settings)["skipped"] == before != []

    def test_what_could_not_be_read_is_read_again_by_other_code(self, tmp_path, monkeypatch):
        settings = make(tmp_path, [ALONE])
        (tmp_path / "in/broken.jsonl").write_text('{"id": "x"\n', encoding="utf-8")
        run(settings)
        monkeypatch.setattr(sources, "code_version", lambda: "later code")
        write_articles(tmp_path / "in/second.jsonl", sample())
        run(settings)
        unchanged = {read["path"]: read["unchanged"] for read in manifest(settings)["inputs"]}
        assert unchanged == {"in/broken.jsonl": False, "in/first.jsonl": True, "in/second.jsonl": False}

    def test_another_text_at_the_same_address_begins_another_story(self, tmp_path):
        address = "http://news.invalid/front"
        settings = make(tmp_path, [replace(ALONE, url=address)])
        run(settings)
        other = replace(sample()[0], id="other", source=ALONE.source, url=address)
        write_articles(tmp_path / "in/second.jsonl", [other])
        run(settings)
        assert len({story for _, story, _ in lay_open(settings)["members"]}) == 2

    def test_a_further_article_changes_its_story(self, tmp_path):
        articles = sample()
        settings = make(tmp_path, articles[:-1])
        before = run(settings).counts["open"]
        write_articles(tmp_path / "in/second.jsonl", articles[-1:])
        result = run(settings)
        assert result.counts["open"] == 4
        assert result.counts["new"] == 4 - before
        assert len(lay_open(settings)["analyses"]) == 4

    @pytest.mark.parametrize("table", ["readings", "analyses"])
    def test_what_was_kept_changes_no_result(self, table, tmp_path):
        """The second night's report and store are those of a store that has to read everything again."""
        found = []
        for kept in (True, False):
            settings = make(tmp_path / str(kept), sample()[:-1])
            run(settings)
            if not kept:
                with closing(sqlite3.connect(settings.store_path, isolation_level=None)) as connection:
                    assert connection.execute(f"DELETE FROM {table}").rowcount > 0
            mended = [replace(a, id="mended", text=a.text.replace("640", "645")) for a in sample()[:1]]
            write_articles(tmp_path / str(kept) / "in/second.jsonl", [*mended, sample()[-1]])
            run(settings)
            found.append(lay_open(settings))
        assert found[0] == found[1]

    def test_damaged_readings_are_read_anew(self, tmp_path):
        settings = make(tmp_path, sample()[:-1])
        run(settings)
        with closing(sqlite3.connect(settings.store_path, isolation_level=None)) as connection:
            connection.execute("UPDATE readings SET data = x'00'")
        with Store.open(settings.store_path) as store:
            assert [problem.table for problem in store.verify()] == ["readings"]
        write_articles(tmp_path / "in/second.jsonl", sample()[-1:])
        assert run(settings).counts["open"] == 4
        with Store.open(settings.store_path) as store:
            assert list(store.verify()) == []

    def test_readings_go_with_the_window(self, tmp_path):
        settings = make(tmp_path, sample())
        run(settings)
        kept = {story for story, _ in lay_open(settings)["readings"]}
        write_articles(tmp_path / "in/second.jsonl", [ALONE])
        run(settings, now=TONIGHT + timedelta(days=settings.run.window + 1))
        assert kept
        assert kept.isdisjoint(story for story, _ in lay_open(settings)["readings"])

    def test_other_settings_check_anew_and_parse_nothing_again(self, tmp_path):
        settings = make(tmp_path, sample())
        run(settings)
        analyses = lay_open(settings)["analyses"]
        result = run(newsroom.configure(tmp_path, compare={"certainty": 0.99}))
        assert result.counts["stories_checked"] == 1
        assert result.counts["resolved"] > 0
        assert lay_open(settings)["analyses"] == analyses
        back = run(newsroom.configure(tmp_path))
        assert back.counts["open"] == 4

    def test_older_articles_are_left_out_on_demand_and_read_without(self, tmp_path):
        settings = make(tmp_path, [*sample(), ALONE])
        result = run(settings, since=datetime(2031, 1, 1, tzinfo=UTC))
        undated = sum(article.published is None for article in sample())
        assert result.counts["new_versions"] == 1 + undated
        # The undated one is dated by the night it came in, years after the others, and stays alone: the
        # others have all four contradictions of the sample among themselves.
        assert run(settings).counts["open"] == 4

    def test_a_clock_that_jumps_back_loses_nothing(self, tmp_path, caplog):
        articles = sample()
        settings = make(tmp_path, articles[:-1])
        run(settings)
        write_articles(tmp_path / "in/second.jsonl", articles[-1:])
        result = run(settings, now=TONIGHT - timedelta(days=400))
        assert result.counts["open"] == 4
        assert result.folder.name == "2031-05-06-run-0002"
        assert "before an earlier run" in manifest(settings)["clock_warning"]


class TestInterruption:
    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
    @pytest.mark.parametrize("stage", ["read", "analyse", "check"])
    def test_a_signal_ends_the_run_and_the_next_goes_on(self, stage, number, tmp_path, undisturbed):
        settings = make(tmp_path / "disturbed", [*sample(), ALONE])
        sent = []

        def progress(at, done, total):
            if at == stage and not sent:
                sent.append(at)
                os.kill(os.getpid(), number)

        with pytest.raises(Interrupted, match=signal.Signals(number).name):
            run(settings, progress=progress)
        assert sent
        assert run(settings, now=TONIGHT + timedelta(hours=1)).status == "done"
        assert lay_open(settings) == undisturbed

    def test_what_was_analysed_before_a_signal_is_kept(self, tmp_path):
        settings = make(tmp_path, sample())

        def progress(at, done, total):
            if at == "analyse":
                os.kill(os.getpid(), signal.SIGTERM)

        with pytest.raises(Interrupted):
            run(settings, progress=progress)
        assert len(lay_open(settings)["analyses"]) >= settings.run.chunk


@pytest.fixture
def poisoned(monkeypatch):
    """Workers suffer what an article's text says."""
    for name in ("analyse_chunk", "check_chunk", "probe_chunk"):
        monkeypatch.setattr(stages, name, getattr(poison, name))


def with_poison(word):
    """The sample, one article of which gets a sentence that harms; and what is left without it."""
    articles = sample()
    return [
        replace(articles[0], text=f"{articles[0].text}\n\nIt is said that this text {word}."),
        *articles[1:],
    ]


class TestQuarantine:
    @pytest.mark.parametrize(
        ("engine", "word", "reason"),
        [
            pytest.param("serial", "raises", "ValueError: a text that raises", id="raises, serial"),
            pytest.param("processes", "raises", "ValueError: a text that raises", id="raises, processes"),
            pytest.param("processes", "kills", "killed its worker process", id="kills"),
            pytest.param("processes", "hangs", "took longer than 10 s", id="hangs"),
        ],
    )
    def test_the_culprit_is_named_and_the_rest_checked(self, engine, word, reason, poisoned, tmp_path):
        settings = make(
            tmp_path,
            with_poison(word),
            run={"engine": engine, "workers": 1, "limit": 10.0 if word == "hangs" else 300},
        )
        result = run(settings)
        assert result.status == "partial"
        (aside,) = report(settings)["quarantine"]
        assert (aside["stage"], aside["name"], aside["reason"]) == ("analyse", "a0", reason)
        (story,) = report(settings)["report"]["stories"]
        assert "a0" not in [article["id"] for article in story["articles"]]
        again = run(settings)
        assert (again.status, again.counts["quarantined"]) == ("unchanged", 1)

    def test_an_article_that_fails_only_when_checked_is_found(self, poisoned, monkeypatch, tmp_path):
        monkeypatch.setattr(stages, "analyse_chunk", stages.analyse_chunk.__globals__["work"].analyse_chunk)
        settings = make(tmp_path, with_poison("raises"))
        assert run(settings).status == "partial"
        (aside,) = report(settings)["quarantine"]
        assert (aside["stage"], aside["name"]) == ("extract", "a0")
        assert len(report(settings)["report"]["stories"]) == 1

    def test_a_story_that_fails_as_a_whole_is_set_aside(self, monkeypatch, tmp_path):
        monkeypatch.setattr(stages, "check_chunk", poison.refuse)
        settings = make(tmp_path, sample())
        result = run(settings)
        (aside,) = report(settings)["quarantine"]
        assert (result.status, aside["stage"], aside["reason"]) == (
            "partial",
            "check",
            "ValueError: not tonight",
        )
        assert run(settings).status == "unchanged"

    def test_an_article_whose_terms_cannot_be_read_is_named(self, monkeypatch, tmp_path):
        monkeypatch.setattr(grouping, "read_chunk", poison.read_terms)
        settings = make(tmp_path, with_poison("raises"))
        result = run(settings)
        (aside,) = report(settings)["quarantine"]
        assert (result.status, aside["stage"], aside["name"]) == ("partial", "group", "a0")
        assert run(settings).status == "unchanged"

    def test_a_file_that_kills_its_reader_is_listed(self, monkeypatch, tmp_path):
        monkeypatch.setattr(sources, "read_chunk", poison.read_files)
        settings = make(tmp_path, sample(), run={"engine": "processes", "workers": 2})
        write_articles(tmp_path / "in/kills.jsonl", [ALONE])
        result = run(settings)
        assert (result.status, result.counts["articles"], result.counts["new"]) == ("done", 4, 4)
        (skipped,) = report(settings)["skipped"]
        assert skipped["path"].endswith("in/kills.jsonl")
        assert skipped["reason"] == "killed its worker process"


class TestTrouble:
    def test_a_second_run_is_kept_away(self, tmp_path):
        from filelock import FileLock

        settings = make(tmp_path, [ALONE])
        with FileLock(settings.lock_path), pytest.raises(Locked, match="another run holds the lock"):
            run(settings)
        assert not settings.store_path.exists()

    def test_a_damaged_store_is_told_and_left_alone(self, tmp_path):
        settings = make(tmp_path, [ALONE])
        settings.store_path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
        before = settings.store_path.read_bytes()
        with pytest.raises(StoreError, match="damaged"):
            run(settings)
        assert settings.store_path.read_bytes() == before

    def test_a_report_folder_that_cannot_be_made_is_told_before_any_work(self, tmp_path):
        settings = make(tmp_path, [ALONE], report={"folder": "taken/reports"})
        (tmp_path / "taken").write_text("a file", encoding="utf-8")
        with pytest.raises(DiscrepancyError, match="not a directory"):
            run(settings)
        with Store.open(settings.store_path) as store:
            assert store.runs.all() == ()

    def test_a_report_that_cannot_be_written_is_written_by_the_next_run(self, tmp_path, undisturbed):
        settings = make(tmp_path / "disturbed", [*sample(), ALONE])
        blocker = settings.report_folder / ".2031-05-06-run-0001.part"
        blocker.parent.mkdir()
        blocker.write_text("in the way", encoding="utf-8")
        with pytest.raises(DiscrepancyError, match="run again to write it"):
            run(settings)
        blocker.unlink()
        assert run(settings).status == "done"
        assert lay_open(settings) == undisturbed

    def test_an_engine_without_scheduler_is_told_and_nothing_lost(self, tmp_path, monkeypatch):
        pytest.importorskip("distributed")
        monkeypatch.setattr("discrepancy.engine.dask.CONNECT", 1.0)
        settings = make(tmp_path, sample(), run={"engine": "dask", "scheduler": "tcp://127.0.0.1:9"})
        with pytest.raises(EngineError, match="no scheduler answers"):
            run(settings)
        assert run(newsroom.configure(tmp_path)).counts["new"] == 4


class TestEngines:
    @pytest.mark.parametrize("engine", ["processes", "dask"])
    def test_all_engines_write_the_same(self, engine, tmp_path, undisturbed, request):
        scheduler = request.getfixturevalue("dask_cluster")().address if engine == "dask" else ""
        settings = make(
            tmp_path / engine,
            [*sample(), ALONE],
            run={"engine": engine, "workers": 2, "scheduler": scheduler},
        )
        run(settings)
        assert lay_open(settings) == undisturbed

    def test_a_run_that_lost_its_scheduler_goes_on(self, tmp_path, undisturbed, dask_cluster, monkeypatch):
        monkeypatch.setattr("discrepancy.engine.dask.CONNECT", 2.0)
        cluster = dask_cluster(1)
        settings = make(
            tmp_path / "disturbed", [*sample(), ALONE],
            run={"engine": "dask", "scheduler": cluster.address, "chunk": 1},
        )  # fmt: skip

        def progress(stage, done, total):
            if stage == "analyse" and done == 1:
                cluster.kill_scheduler()

        with pytest.raises(EngineError, match="the scheduler is gone"):
            run(settings, progress=progress)
        assert 0 < len(lay_open(settings)["analyses"]) < 4
        other = replace(settings, run=replace(settings.run, scheduler=dask_cluster(1).address))
        assert run(other).status == "done"
        assert lay_open(settings) == undisturbed


class TestHooks:
    def test_a_command_gets_the_summary(self, tmp_path):
        settings = make(tmp_path, sample(), hooks={"command": "sh -c 'cat > told.json'"})
        result = run(settings)
        told = json.loads((tmp_path / "told.json").read_bytes())
        assert told["counts"] == result.counts
        assert told["folder"] == str(result.folder)

    def test_a_command_that_fails_spoils_nothing(self, tmp_path, caplog):
        settings = make(tmp_path, [ALONE], hooks={"command": "sh -c 'echo no >&2; exit 7'"})
        assert run(settings).status == "done"
        assert "ended with status 7: no" in caplog.text
