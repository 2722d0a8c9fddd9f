"""Learning when opposite statuses contradict each other: examples, labels, what is held out and written."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import mean

import pytest

from benchmarks import train_statuses
from benchmarks.train_statuses import Opposed, cross_validate, fit_statuses, prepare_folder
from benchmarks.training import deal_folds
from tests.labelled import write_stories

WRONG = {
    "a": "The THING was closed on Monday.",
    "b": "On Monday the THING was closed.",
    "c": "The THING was opened on Monday.",
}
LABELS = {"a": "closed", "b": "closed", "c": "opened"}
FINE = {
    "a": "The THING was closed to boats on Monday.",
    "b": "For boats bound to the THING there is a way: a weir far up the river was opened in spring.",
    "c": "Nothing else is known of the THING.",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("made") / "invented"
    write_stories(
        place, ("Sallow Weir", "Brell Weir", "Corvane Weir", "Ossbury Weir"), "status", WRONG, LABELS, FINE
    )
    return place


@pytest.fixture(scope="module")
def examples(folder: Path) -> list[Opposed]:
    return list(prepare_folder(folder))


def test_examples(examples: list[Opposed]) -> None:
    whole = [example for example in examples if not example.cut]
    answered = {example.parent for example in whole if example.answers}
    assert answered == {f"invented/wrong{number}" for number in range(4)}
    assert {example.place[1] for example in whole if example.answers} == {"openness"}
    assert all(not example.answers for example in whole if example.parent.startswith("invented/fine"))


def test_a_cut_story_is_of_its_whole(examples: list[Opposed]) -> None:
    cut = [example for example in examples if example.cut]
    assert cut
    assert {example.parent for example in cut} <= {example.parent for example in examples if not example.cut}
    # One article against one: what the two say is a conflict still.
    assert any(example.answers for example in cut)


def test_a_story_is_scored_by_what_others_teach(examples: list[Opposed]) -> None:
    scores = cross_validate(examples, 4)
    fold_of = deal_folds((example.parent for example in examples), 4)
    for example, score in zip(examples, scores, strict=True):
        others = [e for e in examples if fold_of[e.parent] != fold_of[example.parent]]
        assert all(e.parent != example.parent for e in others)
        assert fit_statuses(others).predict([example.features]) == pytest.approx([score])
    right = [score for example, score in zip(examples, scores, strict=True) if example.answers]
    wrong = [score for example, score in zip(examples, scores, strict=True) if not example.answers]
    assert mean(right) > mean(wrong) + 0.1


def test_write(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shipped = json.loads(train_statuses.WEIGHTS.read_text(encoding="utf-8"))
    output = tmp_path / "weights.json"
    command = ["train_statuses.py", str(folder), "--folds", "2", "--write", "--output", str(output)]
    monkeypatch.setattr("sys.argv", command)
    assert train_statuses.main() == 0
    table = json.loads(output.read_text(encoding="utf-8"))
    assert list(table["trained_on"]["status"]["sets"]) == ["invented"]
    assert table["status"] != shipped["status"]
    assert {name: table[name] for name in ("same", "rival")} == {
        name: shipped[name] for name in ("same", "rival")
    }
    assert json.loads(train_statuses.WEIGHTS.read_text(encoding="utf-8")) == shipped
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("data set")
    assert [line.split()[0] for line in lines[1:3]] == ["cut", "invented"]


def test_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["train_statuses.py", str(tmp_path)])
    with pytest.raises(SystemExit) as stop:
        train_statuses.main()
    assert stop.value.code == 2
    assert "no labelled stories" in capsys.readouterr().err
