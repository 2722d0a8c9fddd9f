"""Learning when a place that one article alone names is wrong: examples, held-out stories, and the file."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import mean

import pytest

from benchmarks import train_strays
from benchmarks.train_strays import Strayed, cross_validate, fit_strays, prepare_folder
from benchmarks.training import deal_folds
from tests.labelled import write_stories

WRONG = {
    "a": "The THING was built in a yard in Orlec.",
    "b": "The THING was built in the yard in Orlec.",
    "c": "The THING was built in a yard in Saltsk.",
}
LABELS = {"a": "Orlec", "b": "Orlec", "c": "Saltsk"}
FINE = {
    "a": "The THING was built in a yard in Orlec.",
    "b": "The THING was built in the yard in Orlec.",
    "c": "The old THING is moored in Saltsk.",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("made") / "invented"
    write_stories(
        place, ("Sallow ferry", "Brell ferry", "Corvane ferry", "Ossbury ferry"), "place", WRONG, LABELS, FINE
    )
    return place


@pytest.fixture(scope="module")
def examples(folder: Path) -> list[Strayed]:
    return list(prepare_folder(folder))


def test_examples(examples: list[Strayed]) -> None:
    assert {e.story for e in examples if e.answers} == {f"invented/wrong{number}" for number in range(4)}
    assert {e.place[1] for e in examples if e.answers} == {"Saltsk"}
    assert all(not e.answers for e in examples if e.story.startswith("invented/fine"))
    assert any(e.story.startswith("invented/fine") for e in examples)


def test_a_story_is_scored_by_what_others_teach(examples: list[Strayed]) -> None:
    scores = cross_validate(examples, 4)
    fold_of = deal_folds((example.story for example in examples), 4)
    for example, score in zip(examples, scores, strict=True):
        others = [e for e in examples if fold_of[e.story] != fold_of[example.story]]
        assert fit_strays(others).predict([example.features]) == pytest.approx([score])
    right = [score for example, score in zip(examples, scores, strict=True) if example.answers]
    wrong = [score for example, score in zip(examples, scores, strict=True) if not example.answers]
    assert mean(right) > mean(wrong) + 0.1


def test_write(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shipped = train_strays.WEIGHTS.read_text(encoding="utf-8")
    output = tmp_path / "places.json"
    command = ["train_strays.py", str(folder), "--folds", "2", "--write", "--output", str(output)]
    monkeypatch.setattr("sys.argv", command)
    assert train_strays.main() == 0
    table = json.loads(output.read_text(encoding="utf-8"))
    assert list(table["trained_on"]["sets"]) == ["invented"]
    assert table["stray"] != json.loads(shipped)["stray"]
    assert train_strays.WEIGHTS.read_text(encoding="utf-8") == shipped
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[:3]] == ["data", "invented", "all"]
    assert lines[3].startswith("all, by hand")


def test_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["train_strays.py", str(tmp_path)])
    with pytest.raises(SystemExit) as stop:
        train_strays.main()
    assert stop.value.code == 2
    assert "no labelled stories" in capsys.readouterr().err
