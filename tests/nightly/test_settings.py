"""What the file may say, and where it is told to be wrong."""

from pathlib import Path

import pytest

from discrepancy.errors import ConfigError
from discrepancy.nightly.settings import NightlySettings

WRONG = [
    pytest.param("", "nothing to read; expected some of paths, feeds, urls, lists", id="no sources"),
    pytest.param(
        "[sources]\npaths = 'in'", ":2: [sources]: paths = 'in'; expected a list of strings", id="no list"
    ),
    pytest.param(
        "[sources]\npaths = [1]", ":2: [sources]: paths = [1]; expected a list of strings", id="no text"
    ),
    pytest.param(
        "[source]\npaths = ['in']", ":1: unknown section [source]; expected one of store", id="section"
    ),
    pytest.param("sources = 1", "unknown section [sources]", id="no section"),
    pytest.param("[run]\n\nworker = 1", ":3: [run]: unknown key 'worker'; expected one of engine", id="key"),
    pytest.param("[run]\nworkers = -1", ":2: [run]: workers = -1; expected 0 or more", id="negative"),
    pytest.param("[run]\nworkers = true", "workers = True; expected a whole number", id="no number"),
    pytest.param("[run]\nalone = 1", "alone = 1; expected true or false", id="no truth"),
    pytest.param("[run]\nchunk = 0", "chunk = 0; expected 1 or more", id="empty chunk"),
    pytest.param("[run]\nengine = 'threads'", "expected one of serial, processes, dask", id="engine"),
    pytest.param("[run]\nengine = 'dask'", "scheduler = ''; expected an address", id="no scheduler"),
    pytest.param("[report]\nformats = ['pdf']", "formats = ['pdf']; expected of html", id="format"),
    pytest.param("[report]\nfail_on = 'all'", "expected one of correct, refile, withdraw", id="severity"),
    pytest.param("[hooks]\nwebhook = 'ftp://x'", "expected an http or https address", id="webhook"),
    pytest.param('[hooks]\ncommand = "tell \'me"', "quotation marks in pairs", id="command"),
    pytest.param("[fetch]\ntimeout = 0", ":1: [fetch]: timeout = 0; expected seconds", id="fetch"),
    pytest.param("[compare]\ncertainty = 2", "certainty = 2; expected a number from 0 to 1", id="compare"),
    pytest.param("[run", "not TOML", id="no toml"),
]


@pytest.mark.parametrize(("text", "told"), WRONG)
def test_what_is_wrong_is_told_with_its_place(text, told, tmp_path):
    path = tmp_path / "n.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        NightlySettings.read(path)
    assert told in str(caught.value)
    assert str(caught.value).startswith(str(path))


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(ConfigError, match="cannot be read"):
        NightlySettings.read(tmp_path / "none.toml")


def test_paths_are_relative_to_the_file(tmp_path):
    path = tmp_path / "n.toml"
    path.write_text(
        "[sources]\npaths = ['in']\n[store]\npath = 'kept/all.sqlite'\n[compare]\ncertainty = 1\n"
    )
    settings = NightlySettings.read(path)
    assert settings.store_path == tmp_path / "kept/all.sqlite"
    assert settings.lock_path == tmp_path / "kept/all.sqlite.lock"
    assert settings.report_folder == tmp_path / "reports"
    assert settings.check.compare.certainty == 1


def test_zero_workers_are_one_for_each_processor():
    table = {"sources": {"paths": ["in"]}}
    assert NightlySettings.from_table(table, Path()).workers >= 1
    assert NightlySettings.from_table({**table, "run": {"workers": 3}}, Path()).workers == 3
