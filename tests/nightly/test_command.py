"""The command as a timer starts it: a process of its own, signals, exit statuses, what it logs."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from discrepancy.nightly.settings import NightlySettings
from discrepancy.store import Store
from tests.nightly.newsroom import ALONE, configure, lay_open, make, sample

ROOT = Path(__file__).resolve().parents[2]
KILLED = -signal.SIGKILL


def command(folder, *arguments):
    return [sys.executable, "-m", "discrepancy", "nightly", str(folder / "nightly.toml"), *arguments]


def start(folder, *arguments, **options):
    return subprocess.run(
        command(folder, *arguments), cwd=ROOT, capture_output=True, text=True, check=False, **options
    )


def log(text):
    return [json.loads(line) for line in text.splitlines()]


class TestQuickly:
    def test_a_dry_run_writes_nothing(self, tmp_path):
        make(tmp_path, [*sample(), ALONE])
        before = sorted(path.name for path in tmp_path.rglob("*"))
        ended = start(tmp_path, "--dry-run")
        assert ended.returncode == 0
        assert "articles in the others: 5, of which 5 new" in ended.stdout
        assert sorted(path.name for path in tmp_path.rglob("*")) == before

    def test_a_key_that_is_unknown_is_told_with_its_line(self, tmp_path):
        (tmp_path / "nightly.toml").write_text("[sources]\npaths = ['in']\n\n[run]\nworker = 2\n")
        ended = start(tmp_path)
        assert ended.returncode == 2
        assert ended.stderr.startswith(
            f"error: {tmp_path}/nightly.toml:5: [run]: unknown key 'worker'; expected"
        )
        assert ended.stderr.count("\n") == 1

    def test_another_run_is_75(self, tmp_path):
        from filelock import FileLock

        settings = make(tmp_path, [ALONE])
        with FileLock(settings.lock_path):
            ended = start(tmp_path)
        assert ended.returncode == 75
        (line,) = log(ended.stderr)
        assert (line["level"], "another run holds the lock" in line["event"]) == ("error", True)

    def test_a_damaged_store_is_2_in_one_line(self, tmp_path):
        settings = make(tmp_path, [ALONE])
        settings.store_path.write_bytes(b"no store at all" * 100)
        ended = start(tmp_path)
        assert ended.returncode == 2
        assert [line["level"] for line in log(ended.stderr)] == ["error"]

    def test_an_engine_of_its_own_needs_its_address(self, tmp_path):
        make(tmp_path, [ALONE])
        ended = start(tmp_path, "--engine", "dask")
        assert ended.returncode == 2
        assert "[run] scheduler" in ended.stderr

    def test_a_night_without_anything_to_compare_is_0(self, tmp_path):
        make(tmp_path, [ALONE])
        ended = start(tmp_path)
        assert ended.returncode == 0
        assert ended.stdout.splitlines()[0].startswith(
            "run 1: 0 new, 0 changed, 0 resolved; 0 open; 1 article,"
        )
        assert log(ended.stderr)[0]["event"] == "run started"
        assert start(tmp_path, "--quiet").stderr == ""


@pytest.mark.slow
class TestAtLength:
    def test_grave_conflicts_are_1_on_demand(self, tmp_path):
        make(tmp_path, sample())
        assert start(tmp_path).returncode == 0
        assert start(tmp_path, "--fail-on", "correct").returncode == 1
        configure(tmp_path, report={"fail_on": "correct"})
        assert start(tmp_path).returncode == 1

    def test_sigterm_is_130_and_what_was_under_way_is_kept(self, tmp_path):
        settings = make(tmp_path, sample(), run={"engine": "processes", "workers": 2, "chunk": 1})
        with subprocess.Popen(
            command(tmp_path), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process:
            assert process.stderr
            assert process.stdout
            events = []
            for line in process.stderr:
                events.append(json.loads(line)["event"])
                if events[-1] == "group done":
                    while not lay_open(settings)["analyses"]:
                        time.sleep(0.05)
                    os.kill(process.pid, signal.SIGTERM)
            assert process.wait() == 130
        assert "interrupted by SIGTERM" in events[-1]
        ended = start(tmp_path)
        assert ended.returncode == 0
        assert ended.stdout.startswith("run 1: 4 new")

    def test_killed_again_and_again_it_ends_as_if_undisturbed(self, tmp_path):
        calm = make(tmp_path / "calm", [*sample(), ALONE])
        wild = make(tmp_path / "wild", [*sample(), ALONE])
        assert self.run_until(calm, 10**9) == 0
        deaths, writes = 0, 10
        while self.run_until(wild, writes) == KILLED:
            deaths += 1
            writes = 20 + 3 * deaths
            with Store.open(wild.store_path) as store:
                assert list(store.verify()) == []
        assert deaths >= 3
        assert lay_open(wild) == lay_open(calm)

    def run_until(self, settings, writes):
        config = str(settings.base / "nightly.toml")
        module = [sys.executable, "-m", "tests.nightly.killed", config, str(writes)]
        return subprocess.run(module, cwd=ROOT, capture_output=True, check=False).returncode

    def test_a_full_disk_is_told_and_nothing_lost(self, tmp_path):
        settings = make(tmp_path, sample())

        def fill():
            resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))

        ended = start(tmp_path, preexec_fn=fill)
        assert ended.returncode == 2
        assert [line["level"] for line in log(ended.stderr)].count("error") == 1
        with Store.open(settings.store_path) as store:
            assert list(store.verify()) == []
        assert start(tmp_path).stdout.startswith("run 1: 4 new")


def test_the_settings_of_the_readme_are_all_there_are():
    import re
    import tomllib
    from dataclasses import fields

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"## Operations\n.*?```toml\n(.*?)```", readme, re.S)
    assert block
    shown = tomllib.loads(re.sub(r"^# (\w+ = )", r"\1", block[1], flags=re.M))
    real = NightlySettings()
    sections = [f.name for f in fields(real) if f.name not in ("base", "check")]
    assert {name: set(keys) for name, keys in shown.items()} == {
        name: {f.name for f in fields(getattr(real, name))} for name in sections
    }
    given = NightlySettings.from_table(tomllib.loads(block[1]), Path())
    for name in sections:
        if name != "sources":
            assert getattr(given, name) == getattr(real, name)


def test_units_of_the_readme_are_understood_by_systemd(tmp_path):
    import re
    import shutil

    if not shutil.which("systemd-analyze"):
        pytest.skip("no systemd here")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    units = re.findall(r"```ini\n# (\S+)\n(.*?)```", readme, re.S)
    assert [Path(name).suffix for name, _ in units] == [".service", ".timer"]
    for name, text in units:
        program = re.sub(r"ExecStart=\S+", f"ExecStart={shutil.which('true')}", text)
        (tmp_path / Path(name).name).write_text(program, encoding="utf-8")
    paths = [str(tmp_path / Path(name).name) for name, _ in units]
    checked = subprocess.run(
        ["systemd-analyze", "verify", *paths], capture_output=True, text=True, check=False
    )
    assert (checked.returncode, checked.stderr) == (0, "")
