"""``discrepancy store`` from its arguments to its exit status."""

from datetime import timedelta

import pytest

from discrepancy.cli import main
from discrepancy.cli.store import STATES
from discrepancy.store import State, Store
from tests.store.nights import NIGHT, fill


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "night.db"
    with Store.open(path) as store:
        fill(store, NIGHT)
    return path


@pytest.fixture
def run(capsys):
    """Run the command; its exit status, standard output and standard error."""

    def one(*arguments):
        with pytest.raises(SystemExit) as caught:
            main(["store", *map(str, arguments)])
        out, err = capsys.readouterr()
        return caught.value.code or 0, out, err

    return one


def damage(file):
    with Store.open(file) as store:
        store.database.write("UPDATE runs SET counts = '{'")


def test_info_says_what_is_in_it(run, file):
    status, out, err = run("info", file)
    lines = out.splitlines()
    assert (status, err) == (0, "")
    assert lines[0].startswith(f"{file}: 0.")
    assert lines[1:3] == ["last run: 1, 2031-05-07T02:00:00+00:00, done", "findings not resolved: 3 open"]
    assert ["versions", "4"] in [line.split()[:2] for line in lines]


def test_info_tells_of_a_clock_that_jumped_back(run, file):
    with Store.open(file) as store:
        fill(store, NIGHT - timedelta(days=9))
    assert "before an earlier run (2031-05-07T02:00:00+00:00)" in run("info", file)[1]


def test_verify(run, file):
    assert run("verify", file) == (0, f"{file}: no problems\n", "")
    damage(file)
    status, out, err = run("verify", file)
    assert (status, err) == (1, "")
    assert out.splitlines()[0].startswith("runs: run 1: its counts are no JSON")
    assert out.splitlines()[1] == f"{file}: 1 problem"


def test_vacuum(run, file):
    status, out, _ = run("vacuum", file)
    assert status == 0
    assert out.endswith(" MiB now\n")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(["--before", "2031-05-07"], "nothing is that old", id="before the run"),
        pytest.param(["--older-than", "1"], "nothing is that old", id="days before the last run"),
        pytest.param(["--older-than", "0"], "nothing is that old", id="the last run itself"),
    ],
)
def test_prune_leaves_what_is_not_that_old(run, file, monkeypatch, arguments, expected):
    monkeypatch.setattr("discrepancy.cli.store.read_clock", lambda: NIGHT + timedelta(days=900))
    assert run("prune", file, *arguments) == (0, f"{expected}\n", "")


@pytest.mark.parametrize("arguments", [["--before", "2031-05-08"], ["--before", "2031-05-07T03:00"]])
def test_prune_says_what_it_removed(run, file, monkeypatch, arguments):
    monkeypatch.setattr("discrepancy.cli.store.read_clock", lambda: NIGHT + timedelta(days=900))
    status, out, _ = run("prune", file, *arguments)
    assert status == 0
    assert out.startswith("removed 2 of stories, 4 of versions, 4 of articles")


def test_prune_by_age_counts_from_an_earlier_clock(run, file, monkeypatch):
    with Store.open(file) as store:
        fill(store, NIGHT + timedelta(days=10))
    monkeypatch.setattr("discrepancy.cli.store.read_clock", lambda: NIGHT - timedelta(days=100))
    assert run("prune", file, "--older-than", "5")[1] == "nothing is that old\n"


def test_export_names_its_files(run, file, tmp_path):
    status, out, _ = run("export", file, tmp_path / "tables")
    assert status == 0
    assert sorted(out.split()) == sorted(str(path) for path in (tmp_path / "tables").iterdir())


def test_triage_is_written_down_and_listed(run, file):
    status, out, _ = run("triage", file, "c0f", "dismissed", "--comment", "both right", "--by", "Ada")
    assert (status, out) == (0, "dismissed: how many people were injured (c0ffee, story s1)\n")
    with Store.open(file) as store:
        [entry] = store.findings.history("s1", "c0ffee")
        assert (entry.state, entry.who, entry.comment) == (State.DISMISSED, "Ada", "both right")
    rows = [line.split("\t") for line in run("findings", file)[1].splitlines()]
    assert rows == [
        ["s1", "c0ffee", "correct", "dismissed", "how many people were injured"],
        ["s1", "beef01", "none", "open", "when the kiln was fired"],
        ["s1", "beef02", "none", "open", "who is the potter"],
    ]


def test_states_are_those_of_the_store():
    assert tuple(state.value for state in State) == STATES


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(["info", "{folder}/none.db"], "none.db: there is no such file; expected", id="no store"),
        pytest.param(["verify", "{folder}"], "is a folder; expected the name of a store file", id="folder"),
        pytest.param(["vacuum", "{folder}/none.db"], "there is no such file", id="nothing to vacuum"),
        pytest.param(["vacuum", "{folder}/no/such.db"], "there is no folder", id="no folder"),
        pytest.param(["info", __file__], "is no store, or is damaged; expected", id="no store file"),
        pytest.param(["triage", "{file}", "zz", "open"], "no finding 'zz'; expected an id", id="no finding"),
        pytest.param(["triage", "{file}", "beef", "open"], "2 findings begin like 'beef' (beef01", id="two"),
        pytest.param(["triage", "{file}", "c0", "open", "--story", "s9"], "no finding 'c0'", id="no story"),
        pytest.param(["triage", "{file}", "c0", "wrong"], "'wrong' is not one of 'open'", id="no state"),
        pytest.param(["prune", "{file}"], "expected either --before DATE or --older-than", id="no age"),
        pytest.param(
            ["prune", "{file}", "--before", "2031-01-01", "--older-than", "3"],
            "expected either",
            id="two ages",
        ),
        pytest.param(["prune", "{file}", "--before", "9000-01-01"], "is still to come", id="future"),
        pytest.param(
            ["prune", "{file}", "--before", "yesterday"], "'yesterday' does not match", id="no date"
        ),
        pytest.param(["prune", "{file}", "--older-than", "-1"], "-1 is not in the range", id="negative"),
        pytest.param(["prune", "{file}", "--older-than", "nan"], "not a valid integer", id="not a number"),
        pytest.param(["export", "{file}", "{folder}/no/such"], "cannot be made", id="no parent"),
        pytest.param(["export", "{file}", "{file}"], "cannot be made (file exists)", id="a file"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(run, file, arguments, expected):
    filled = [word.format(file=file, folder=file.parent) for word in arguments]
    status, out, err = run(*filled)
    assert (status, out) == (2, "")
    assert expected in err.splitlines()[-1]
