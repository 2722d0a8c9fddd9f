"""The store in trouble: killed writers, full disks, damaged files, other versions. Nothing is replaced
by a stand-in: processes are killed, files are overwritten, a file system is filled.
"""

import contextlib
import itertools
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from discrepancy.errors import StoreError
from discrepancy.store import Store, schema
from discrepancy.store.connection import connect
from tests import factory
from tests.store import writer
from tests.store.nights import NIGHT, fill

ROOT = Path(__file__).resolve().parents[2]
NIGHTS = 3


def start_writer(path, verb="run", number=NIGHTS, *size):
    command = [sys.executable, "-m", "tests.store.writer", path, verb, number, *size]
    return subprocess.Popen(
        list(map(str, command)), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def dump(store):
    """Every row of every table."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    return {name: store.database.rows(f"SELECT * FROM {name}") for (name,) in store.database.rows(query)}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "night.db"
    with Store.open(path) as store:
        for night in range(NIGHTS):
            writer.run_night(store, night)
        return dump(store)


def kill_soon(process, chance, lines):
    """kill -9 somewhere behind so many lines, where the machine happens to be; what the process told."""
    told = [line.split() for line in itertools.islice(process.stdout, lines)]
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(chance.random() * 0.02)
    process.send_signal(signal.SIGKILL)
    rest = process.communicate()[0].splitlines(keepends=True)
    return told + [line.split() for line in rest if line.endswith("\n")]


@pytest.mark.slow
def test_killed_fifteen_times_nothing_is_lost_and_the_end_is_the_same(tmp_path, undisturbed):
    path = tmp_path / "night.db"
    chance = random.Random(15)
    for _ in range(15):
        told = kill_soon(start_writer(path), chance, chance.randrange(1, 5))
        with Store.open(path) as store:
            assert list(store.verify()) == []
            for run, what in told:
                assert is_there(store, int(run), what), f"{what} of run {run} was committed and is lost"
    assert start_writer(path).communicate()[1] == ""
    with Store.open(path, read_only=True) as store:
        assert dump(store) == undisturbed


@pytest.mark.slow
def test_killed_while_it_is_pruned_a_store_is_as_before_or_as_after(tmp_path):
    path = tmp_path / "night.db"
    assert start_writer(path).communicate()[1] == ""
    with Store.open(path) as store:
        states = [dump(store)]
    (tmp_path / "other.db").write_bytes(path.read_bytes())
    with Store.open(tmp_path / "other.db") as store:
        writer.prune(store, 2)
        states.append(dump(store))
    assert states[0] != states[1]
    chance = random.Random(5)
    for _ in range(6):
        kill_soon(start_writer(path, "prune", 2), chance, 1)
        with Store.open(path) as store:
            assert list(store.verify()) == []
            assert dump(store) in states
    assert start_writer(path, "prune", 2).communicate()[1] == ""
    with Store.open(path) as store:
        assert dump(store) == states[1]


def is_there(store, run, what):
    if what == "begin":
        return True
    if what == "done":
        return store.runs.get(run).status == "done"
    rows = store.database.rows(
        "SELECT 1 FROM versions v JOIN members m ON m.version = v.id"
        " WHERE m.story = ? AND ? BETWEEN v.first_run AND v.last_run",
        (what, run),
    )
    return len(rows) == 3 and store.results.latest(what) is not None


class TestReaders:
    def test_a_reader_sees_the_last_commit_while_another_writes(self, filled, path):
        with Store.open(path, read_only=True) as reader:
            reader.database.write("PRAGMA busy_timeout = 0")
            with filled.transaction():
                fill(filled, NIGHT)
                assert [run.number for run in reader.runs.all()] == [1]
            assert [run.number for run in reader.runs.all()] == [1, 2]

    def test_a_reader_keeps_its_snapshot_and_stops_no_writer(self, filled, path):
        filled.database.write("PRAGMA busy_timeout = 0")
        with Store.open(path, read_only=True) as reader:
            with reader.snapshot():
                assert len(reader.runs.all()) == 1
                fill(filled, NIGHT)
                assert len(reader.runs.all()) == 1
            assert len(reader.runs.all()) == 2

    def test_opening_waits_for_no_writer(self, filled, path):
        with filled.transaction():
            fill(filled, NIGHT)
            with Store.open(path) as other:
                assert len(other.runs.all()) == 1

    def test_a_second_writer_is_told_who_is_in_the_way(self, filled, path):
        with Store.open(path) as other, filled.transaction():
            other.database.write("PRAGMA busy_timeout = 1")
            with pytest.raises(StoreError, match="is being written by another process"):
                fill(other, NIGHT)

    def test_many_may_make_the_same_store_at_once(self, tmp_path):
        code = "import sys; from discrepancy.store import Store; Store.open(sys.argv[1]).close()"
        command = [sys.executable, "-c", code, str(tmp_path / "night.db")]
        processes = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE) for _ in range(4)]
        assert [process.communicate()[1] for process in processes] == [b""] * 4
        with Store.open(tmp_path / "night.db") as store:
            assert list(store.verify()) == []


class TestFullDisk:
    def test_the_store_may_not_grow(self, filled):
        pages = filled.database.first("PRAGMA page_count")[0]
        filled.database.write(f"PRAGMA max_page_count = {pages}")
        before = dump(filled)
        with pytest.raises(StoreError, match=r"night\.db: the disk is full; expected free space; what was"):
            writer.run_night(filled, 0)
        filled.database.write(f"PRAGMA max_page_count = {pages * 100}")
        # What was committed before is there, and the run goes on.
        after = dump(filled)
        for table in ("runs", "articles", "members", "analyses", "results", "finding_events"):
            assert set(before[table]) <= set(after[table])
        writer.run_night(filled, 0)
        assert list(filled.verify()) == []

    @pytest.mark.parametrize("size", [40_000, 150_000, 300_000])
    def test_a_file_may_not_grow(self, tmp_path, size, undisturbed):
        path = tmp_path / "night.db"
        process = start_writer(path, "run", NIGHTS, size)
        told, errors = process.communicate()
        assert process.returncode == 1
        assert errors.strip().splitlines()[-1].startswith("discrepancy.errors.StoreError: ")
        with Store.open(path) as store:
            assert list(store.verify()) == []
            assert all(is_there(store, int(run), what) for run, what in map(str.split, told.splitlines()))
        assert start_writer(path).communicate()[1] == ""
        with Store.open(path) as store:
            assert dump(store) == undisturbed

    def test_a_file_system_without_room(self, tmp_path, undisturbed):
        """A real one of 400 KB, where this user may make one."""
        folder = tmp_path / "small"
        folder.mkdir()
        if shutil.which("mount") is None:
            pytest.skip("there is no mount")
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(folder)],
            capture_output=True,
            check=False,
        )
        if mounted.returncode:
            pytest.skip("only root may mount a file system")
        try:
            told, errors = start_writer(folder / "night.db").communicate()
            assert "the disk is full; expected free space" in errors.splitlines()[-1]
            with Store.open(folder / "night.db") as store:
                assert list(store.verify()) == []
                assert all(is_there(store, int(run), what) for run, what in map(str.split, told.splitlines()))
            remount = ["mount", "-o", "remount,size=40m", str(folder)]
            subprocess.run(remount, check=True)
            assert start_writer(folder / "night.db").communicate()[1] == ""
            with Store.open(folder / "night.db") as store:
                assert dump(store) == undisturbed
        finally:
            subprocess.run(["umount", str(folder)], check=True)


@contextlib.contextmanager
def without_rights():
    """As a user that may not write everywhere, where the tests run as one that may."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        if user == 0:
            os.seteuid(0)


class TestReadOnly:
    @pytest.fixture
    def folder(self, tmp_path):
        """A folder that others may read but nobody may write, with a store in it."""
        folder = Path(os.path.realpath(tmp_path)) / "archive"
        folder.mkdir()
        with Store.open(folder / "night.db") as store:
            fill(store, NIGHT)
        for parent in [folder, *folder.parents][:5]:
            if os.access(parent, os.W_OK) and str(parent) != "/tmp":
                parent.chmod(parent.stat().st_mode | 0o055)
        (folder / "night.db").chmod(0o444)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)

    def test_it_can_be_read(self, folder):
        with without_rights(), Store.open(folder / "night.db", read_only=True) as store:
            assert len(store.runs.all()) == 1
            assert list(store.verify()) == []

    @pytest.mark.parametrize("name", ["night.db", "other.db"])
    def test_it_cannot_be_written(self, folder, name):
        with (
            without_rights(),
            pytest.raises(StoreError, match=rf"{name}: cannot be written .read-only.; expected"),
        ):
            Store.open(folder / name)
        assert [path.name for path in folder.iterdir()] == ["night.db"]


class TestDamage:
    @pytest.fixture
    def closed(self, path):
        with Store.open(path) as store:
            for night in range(NIGHTS):
                writer.run_night(store, night)
            store.vacuum()  # a page in use, wherever one strikes
        return path

    @pytest.mark.parametrize(
        ("content", "expected"),
        [
            pytest.param(b"Not a store at all. " * 90, "is no store, or is damaged", id="text"),
            pytest.param(
                b"SQLite format 3\x00" + bytes(4000), "is no store, or is damaged", id="broken header"
            ),
            pytest.param(None, "is a folder; expected the name", id="folder"),
        ],
    )
    def test_what_is_no_store_is_refused_and_left_alone(self, path, content, expected):
        path.mkdir() if content is None else path.write_bytes(content)
        for read_only in (False, True):
            with pytest.raises(StoreError, match=expected):
                Store.open(path, read_only=read_only)
        assert content is None or path.read_bytes() == content

    def test_another_programs_file_is_refused_and_left_alone(self, path):
        with contextlib.closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TABLE bookmarks (url TEXT)")
            other.commit()
        before = path.read_bytes()
        for read_only in (False, True):
            with pytest.raises(StoreError, match="is another program's SQLite file"):
                Store.open(path, read_only=read_only)
        assert path.read_bytes() == before

    def test_what_is_not_there_cannot_be_read(self, path, tmp_path):
        with pytest.raises(StoreError, match="there is no such file"):
            Store.open(path, read_only=True)
        with pytest.raises(StoreError, match="there is no folder"):
            Store.open(tmp_path / "no" / "night.db")
        assert not path.exists()

    def test_an_empty_file_becomes_a_store_but_cannot_be_read(self, path):
        path.touch()
        with pytest.raises(StoreError, match="is empty"):
            Store.open(path, read_only=True)
        with Store.open(path) as store:
            assert list(store.verify()) == []

    @pytest.mark.parametrize("seed", range(12))
    def test_overwritten_pages_are_found_and_never_a_traceback(self, closed, seed):
        chance = random.Random(seed)
        with closed.open("r+b") as file:
            for _ in range(3):
                file.seek(chance.randrange(1, closed.stat().st_size // 4096) * 4096)
                file.write(chance.randbytes(4096))
        try:
            with Store.open(closed, read_only=True) as store:
                assert list(store.verify()) != []
        except StoreError as error:
            assert "is damaged" in str(error)  # noqa: PT017

    @pytest.mark.parametrize("seed", range(8))
    def test_flipped_bits_bring_one_line_wherever_they_are_read(self, closed, tmp_path, seed):
        chance = random.Random(seed)
        data = bytearray(closed.read_bytes())
        for _ in range(40):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        closed.write_bytes(data)
        failures = []
        for use in (Store.summary, read_all, lambda store: store.export(tmp_path / "tables")):
            try:
                with Store.open(closed, read_only=True) as store:
                    use(store)
            except StoreError as error:
                failures.append(str(error))
        assert all(message.count("; expected ") == 1 for message in failures)
        with contextlib.suppress(StoreError), Store.open(closed, read_only=True) as store:
            assert list(store.verify())

    def test_a_cut_file_is_found(self, closed):
        data = closed.read_bytes()
        closed.write_bytes(data[: len(data) // 2])
        with pytest.raises(StoreError, match=r"is damaged .*restore a backup"), Store.open(closed) as store:
            writer.run_night(store, 9)


def read_all(store):
    """Everything that a nightly report reads."""
    for run in store.runs.all():
        list(store.findings.changes(run.number))
    for story in store.stories.all():
        store.articles.load_articles(version.id for version in store.stories.members(story))
        store.results.latest(story)
    store.findings.open()


class TestSteps:
    def test_an_older_store_is_brought_up_step_by_step(self, path):
        for steps in range(1, len(schema.STEPS)):
            database = connect(path)
            schema.apply_steps(database, schema.STEPS[:steps])
            assert schema.applied_steps(database) == steps
            database.close()
            with pytest.raises(StoreError, match=f"has schema step {steps} of {len(schema.STEPS)}; expected"):
                Store.open(path, read_only=True)
        with Store.open(path) as store:
            assert schema.applied_steps(store.database) == len(schema.STEPS)
            fill(store, NIGHT)
            assert list(store.verify()) == []

    def test_what_an_older_store_holds_stays(self, path):
        database = connect(path)
        schema.apply_steps(database, schema.STEPS[:2])
        with database.transaction():
            database.write(
                "INSERT INTO runs VALUES (1, 'c', 's', '2031-05-07T02:00:00+00:00', 0, NULL, 'done', NULL)"
            )
        database.close()
        with Store.open(path) as store:
            store.articles.add_versions([factory.article("a", "A kiln.")], 1, NIGHT)
            assert [run.code_version for run in store.runs.all()] == ["c"]

    def test_opening_again_applies_nothing(self, filled, path):
        before = dump(filled)
        with Store.open(path) as again:
            assert dump(again) == before

    def test_a_failing_step_leaves_the_one_before(self, path):
        broken = schema.Step("broken", ("CREATE TABLE fine (x) STRICT", "CREATE TABLE"))
        database = connect(path)
        with pytest.raises(StoreError, match="failed"):
            schema.apply_steps(database, (*schema.STEPS, broken))
        assert schema.applied_steps(database) == len(schema.STEPS)
        assert database.rows("SELECT 1 FROM sqlite_master WHERE name = 'fine'") == []
        database.close()

    def test_a_store_of_a_newer_version_is_refused_and_left_alone(self, path):
        database = connect(path)
        schema.apply_steps(database)
        number = len(schema.STEPS) + 1
        database.write(f"INSERT INTO schema_steps VALUES ({number}, 'what we do not know')")
        database.close()
        for read_only in (False, True):
            with pytest.raises(
                StoreError, match=f"has schema step {number}, written by a newer version of discrepancy"
            ):
                Store.open(path, read_only=read_only)
