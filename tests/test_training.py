"""Learning the alignment's weights: what labels teach, what is fitted, what is held out."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import train_alignment
from benchmarks.labels import Mark, cut_record, label_pair, label_rival, restrict_record
from benchmarks.training import (
    BY_HAND,
    RIVAL_C,
    Logistic,
    Prepared,
    SortedLogistic,
    cross_validate,
    fit_pipeline,
    fit_rival,
    fit_same,
    fold_scaler,
    hold,
    judge_held,
    prepare_stories,
    stage_story,
)
from discrepancy.align.features import FEATURES, SORTS
from discrepancy.align.rivals import RIVAL_FEATURES
from discrepancy.align.scoring import read_weights, score
from discrepancy.model import Verdict, Zone

FERRY: dict[str, Any] = {
    "story": "ferry",
    "articles": [
        {
            "id": "a",
            "source": "Quay Post",
            "title": "Ferry hits pier",
            "text": "The ferry Ostrel hit a pier in Lunmouth. In the crash 34 passengers were injured.\n"
            "The ferry carried 210 passengers. Repairs to the pier will cost $4 million, the port said.",
        },
        {
            "id": "b",
            "source": "Lunmouth Bell",
            "title": "Dozens hurt",
            "text": "A pier in Lunmouth was hit by a ferry. In the crash 43 passengers were injured.\n"
            "It carried about 200 passengers and 9 crew. Repairs to the pier will cost $4 million.",
        },
        {
            "id": "c",
            "source": "Strait News",
            "title": "34 hurt on ferry",
            "text": "When the ferry hit the pier, 34 passengers were injured.\n"
            "The ferry carried 210 passengers. Repairs to the pier will cost $7 million, officials said.",
        },
    ],
    "gold": [
        {
            "id": "injured",
            "kind": "number",
            "values": [
                {"article": "a", "text": "34", "value": "34"},
                {"article": "b", "text": "43", "value": "43"},
                {"article": "c", "text": "34", "value": "34"},
            ],
            "odd": ["b"],
        },
        {
            "id": "cost",
            "kind": "figure",
            "values": [
                {"article": "a", "text": "$4 million", "value": "4"},
                {"article": "b", "text": "$4 million", "value": "4"},
                {"article": "c", "text": "$7 million", "value": "7"},
            ],
            "odd": ["c"],
        },
    ],
    "benign": [
        {
            "id": "aboard",
            "kind": "number",
            "verdict": "compatible",
            "values": [
                {"article": "a", "text": "210", "value": "210"},
                {"article": "b", "text": "200", "value": "~200"},
                {"article": "c", "text": "210", "value": "210"},
            ],
        },
        {
            "id": "people",
            "kind": "number",
            "verdict": "different_thing",
            "values": [
                {"article": "a", "text": "210", "value": "passengers"},
                {"article": "b", "text": "9", "value": "crew"},
            ],
        },
    ],
}
FAIR: dict[str, Any] = {
    "story": "fair",
    "articles": [
        {
            "id": "a",
            "source": "Vale Echo",
            "text": "The Harrowick fair drew 5,200 visitors on Sunday. A total of 61 farmers showed cattle.\n"
            "Tickets cost $12 each. The prize bull weighed 980 kilograms.",
        },
        {
            "id": "b",
            "source": "Harrowick Times",
            "text": "The Harrowick fair drew 2,500 visitors on Sunday. A total of 19 farmers sold cattle.\n"
            "Tickets cost $12 each. The prize bull weighed 890 kilograms.",
        },
    ],
    "gold": [
        {
            "id": "visitors",
            "kind": "number",
            "values": [
                {"article": "a", "text": "5,200", "value": "5200"},
                {"article": "b", "text": "2,500", "value": "2500"},
            ],
        },
        {
            "id": "weight",
            "kind": "figure",
            "values": [
                {"article": "a", "text": "980 kilograms", "value": "980"},
                {"article": "b", "text": "890 kilograms", "value": "890"},
            ],
        },
    ],
    "benign": [
        {
            "id": "farmers",
            "kind": "number",
            "verdict": "different_thing",
            "values": [
                {"article": "a", "text": "61", "value": "showed"},
                {"article": "b", "text": "19", "value": "sold"},
            ],
        },
    ],
}


@pytest.fixture(scope="module")
def stories() -> list[Prepared]:
    return prepare_stories("invented", [FERRY, FAIR], cuts=False)


@pytest.fixture(scope="module")
def cut_stories() -> list[Prepared]:
    return prepare_stories("invented", [FERRY, FAIR])


def mark(item: int, value: str, apart: bool = False) -> Mark:
    return Mark(item, apart, value)


@pytest.mark.parametrize(
    ("left", "right", "clashes", "expected"),
    [
        pytest.param([mark(0, "34")], [mark(0, "43")], True, (True, 1.0), id="one conflict is one question"),
        pytest.param([mark(0, "34")], [mark(0, "34")], False, (True, 1.0), id="agreement within an item"),
        pytest.param([mark(0, "34")], [mark(1, "210")], True, (False, 1.0), id="two items"),
        pytest.param([mark(0, "34")], [mark(1, "34")], False, (False, 1.0), id="two items by chance alike"),
        pytest.param([mark(2, "x", True)], [mark(2, "y", True)], True, (False, 1.0), id="held apart"),
        pytest.param([mark(2, "x", True)], [mark(2, "x", True)], False, (True, 1.0), id="apart but equal"),
        pytest.param([mark(1, "a"), mark(0, "b")], [mark(0, "c")], True, (True, 1.0), id="any common item"),
        pytest.param([mark(0, "34")], [], True, (False, 0.5), id="clash with something unlabelled"),
        pytest.param([], [mark(0, "34")], True, (False, 0.5), id="the same the other way round"),
        pytest.param([], [], True, (False, 0.25), id="unlabelled clash"),
        pytest.param([], [], False, None, id="unlabelled agreement says nothing"),
        pytest.param([mark(0, "34")], [], False, None, id="agreement with something unlabelled"),
    ],
)
def test_label_pair(
    left: list[Mark], right: list[Mark], clashes: bool, expected: tuple[bool, float] | None
) -> None:
    assert label_pair(left, right, clashes) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(("a", "34"), ("b", "43"), True, id="odd one out against another"),
        pytest.param(("b", "43"), ("c", "34"), True, id="the other way round"),
        pytest.param(("a", "34"), ("c", "34"), False, id="equal values"),
        pytest.param(("a", "210"), ("b", "about 200"), False, id="benign"),
        pytest.param(("a", "34"), ("b", "about 200"), False, id="two questions"),
        pytest.param(("a", "$4 million"), ("c", "$7 million"), True, id="another conflict"),
        pytest.param(("a", "34"), ("c", "$7 million"), False, id="sides of two conflicts"),
    ],
)
def test_label_rival(
    stories: list[Prepared], left: tuple[str, str], right: tuple[str, str], expected: bool
) -> None:
    ferry = stories[0]
    mine, yours = (
        [c for c in ferry.claims if (c.mention.article_id, c.mention.text) == (f"ferry/{article}", text)]
        for article, text in (left, right)
    )
    assert mine
    assert yours
    assert label_rival(mine, yours, ferry.story.gold) is expected


def test_examples_follow_the_labels(stories: list[Prepared]) -> None:
    ferry = stories[0]
    texts = {
        frozenset((ferry.claims[p.left].mention.text, ferry.claims[p.right].mention.text)): example
        for p in ferry.pairs
        for example in ferry.examples
        if example.features is p.features
    }
    assert texts[frozenset(("34", "43"))].same
    assert not texts[frozenset(("210", "9"))].same
    assert not texts[frozenset(("34", "9"))].same


def test_no_example_within_an_article_or_from_a_headline(stories: list[Prepared]) -> None:
    ferry = stories[0]
    kept = {id(example.features) for example in ferry.examples}
    left_out = [
        p
        for p in ferry.pairs
        for a, b in [(ferry.claims[p.left].mention, ferry.claims[p.right].mention)]
        if a.article_id == b.article_id or Zone.TITLE in (a.zone, b.zone)
    ]
    assert left_out
    assert not kept & {id(p.features) for p in left_out}


@settings(deadline=None, max_examples=20)
@given(seed=st.integers(0, 10_000), spread=st.floats(0.01, 100), weighted=st.booleans())
def test_folding_the_scaler_keeps_every_probability(seed: int, spread: float, weighted: bool) -> None:
    chance = np.random.RandomState(seed)
    rows = chance.normal(3.0, spread, (40, 4))
    rows[:, 2] = 1.0  # a feature that never varies
    labels = [bool(x) for x in rows[:, 0] + chance.normal(0, spread, 40) > 3.0]
    labels[:2] = [True, False]
    weights = list(chance.uniform(0.25, 1.0, 40)) if weighted else None
    pipeline = fit_pipeline(rows, labels, 1.0, weights)
    folded = fold_scaler(pipeline, ("a", "b", "c", "d"))
    assert folded.predict(rows.tolist()) == pytest.approx(pipeline.predict_proba(rows)[:, 1], abs=1e-9)


def test_weights_are_finite_and_the_same_each_time(stories: list[Prepared]) -> None:
    same = fit_same(stories)
    rival = fit_rival([stage_story(story, same) for story in stories])
    assert list(same.models) == list(SORTS)
    for model, names in (*((model, FEATURES) for model in same.models.values()), (rival, RIVAL_FEATURES)):
        assert model.names == names
        assert len(model.weights) == len(names)
        assert all(map(math.isfinite, (model.bias, *model.weights)))
    assert fit_same(prepare_stories("invented", [FERRY, FAIR], cuts=False)) == same


def test_table_round_trip() -> None:
    model = Logistic(("a", "b", "c"), -1.25, (0.5, 0.0, 0.00001))
    assert model.to_table() == {"bias": -1.25, "a": 0.5}
    assert Logistic.from_table(model.names, model.to_table()) == Logistic(model.names, -1.25, (0.5, 0.0, 0.0))


def test_no_rows_no_predictions() -> None:
    assert BY_HAND[0].predict([], []) == []
    assert BY_HAND[1].predict([]) == []


def test_predictions_are_those_of_the_product(stories: list[Prepared]) -> None:
    tables = read_weights()["same"]
    shipped = SortedLogistic({sort: Logistic.from_table(FEATURES, tables[sort]) for sort in SORTS})
    rows, sorts = zip(*((pair.features, pair.sort) for pair in stories[0].pairs), strict=True)
    expected = [score(f"same.{sort}", FEATURES, row) for row, sort in zip(rows, sorts, strict=True)]
    assert shipped.predict(rows, sorts) == pytest.approx(expected, abs=1e-9)


def test_shipped_weights_name_features_there_are() -> None:
    weights = read_weights()
    assert list(weights["same"]) == list(SORTS)
    for table in weights["same"].values():
        assert set(table) - {"bias"} <= set(FEATURES)
    assert set(weights["rival"]) - {"bias"} <= set(RIVAL_FEATURES)


def test_a_sort_without_examples_has_the_common_weights(stories: list[Prepared]) -> None:
    numbers = [replace(s, examples=[e for e in s.examples if e.sort == "number"]) for s in stories]
    models = fit_same(numbers).models
    assert models["place"].weights == pytest.approx(models["date"].weights)
    assert models["number"] != models["place"]


def test_stories_are_held_out_of_both_models(stories: list[Prepared]) -> None:
    held = cross_validate(stories, folds=2)[f"C={RIVAL_C}"]
    for one, story, other in zip(held, stories, reversed(stories), strict=True):
        same = fit_same([other])
        rival = fit_rival([stage_story(other, same)])
        expected = hold(stage_story(story, same), same, rival)
        assert one.staged.prepared is story
        assert one.certainty
        assert (one.same, one.certainty) == (expected.same, expected.certainty)


def values(record: dict[str, Any], group: str) -> dict[str, list[str]]:
    return {row["id"]: [value["article"] for value in row["values"]] for row in record[group]}


@pytest.mark.parametrize(
    ("keep", "gold", "benign", "odd"),
    [
        pytest.param(
            ("a", "b"),
            {"injured": ["a", "b"]},
            {"aboard": ["a", "b"], "people": ["a", "b"]},
            {"injured": []},
            id="what no longer differs is no conflict; of two none is odd",
        ),
        pytest.param(
            ("c", "a"), {"cost": ["a", "c"]}, {"aboard": ["a", "c"]}, {"cost": []}, id="one value is no item"
        ),
        pytest.param(
            ("a", "b", "c"),
            {"injured": ["a", "b", "c"], "cost": ["a", "b", "c"]},
            {"aboard": ["a", "b", "c"], "people": ["a", "b"]},
            {"injured": ["b"], "cost": ["c"]},
            id="all kept",
        ),
    ],
)
def test_restrict_record(
    keep: tuple[str, ...],
    gold: dict[str, list[str]],
    benign: dict[str, list[str]],
    odd: dict[str, list[str]],
) -> None:
    cut = restrict_record(FERRY, keep)
    assert cut["story"] == f"ferry#{'+'.join(sorted(keep))}"
    assert [row["id"] for row in cut["articles"]] == sorted(keep)
    assert (values(cut, "gold"), values(cut, "benign")) == (gold, benign)
    assert {row["id"]: row["odd"] for row in cut["gold"]} == odd


def numbered(count: int, name: str = "fair") -> dict[str, Any]:
    return {
        "story": name,
        "articles": [{"id": f"a{n}"} for n in range(count)],
        "gold": [],
        "benign": [],
    }


@pytest.mark.parametrize(
    ("articles", "sizes"),
    [
        pytest.param(1, [], id="nothing to cut"),
        pytest.param(2, [], id="a pair is whole"),
        pytest.param(3, [2, 2, 2], id="every pair; the triple is whole"),
        pytest.param(6, [2, 2, 2, 3], id="some pairs and a triple"),
    ],
)
def test_cut_record(articles: int, sizes: list[int]) -> None:
    cuts = cut_record(numbered(articles))
    assert [len(cut["articles"]) for cut in cuts] == sizes
    assert len({cut["story"] for cut in cuts}) == len(cuts)


def test_cuts_differ_by_story_and_not_by_order_of_articles() -> None:
    def kept(record: dict[str, Any]) -> list[str]:
        return [cut["story"].split("#")[1] for cut in cut_record(record)]

    record = numbered(8)
    assert kept(record | {"articles": record["articles"][::-1]}) == kept(record)
    assert len({tuple(kept(numbered(8, name))) for name in ("fair", "ferry", "flood")}) == 3


def test_cut_stories_share_nothing_with_the_whole(
    stories: list[Prepared], cut_stories: list[Prepared]
) -> None:
    whole = [story for story in cut_stories if not story.cut]
    cuts = [story for story in cut_stories if story.cut]
    assert [story.examples for story in whole] == [story.examples for story in stories]
    assert sorted(story.story.id for story in cuts) == ["ferry#a+b", "ferry#a+c", "ferry#b+c"]
    assert {(story.parent, story.weight) for story in cuts} == {("invented/ferry", 0.5)}
    for story in cuts:
        ids = {f"{story.story.id}/{letter}" for letter in story.story.id.split("#")[1].split("+")}
        assert {claim.mention.article_id for claim in story.claims} == ids
        assert any(example.same for example in story.examples)


def test_cut_stories_are_held_out_with_the_whole(cut_stories: list[Prepared]) -> None:
    held = cross_validate(cut_stories, folds=2)[f"C={RIVAL_C}"]
    for one, story in zip(held, cut_stories, strict=True):
        others = [other for other in cut_stories if other.parent != story.parent]
        same = fit_same(others)
        rival = fit_rival([stage_story(other, same) for other in others])
        expected = hold(stage_story(story, same), same, rival)
        assert one.staged.prepared is story
        assert (one.same, one.certainty) == (expected.same, expected.certainty)


def test_cut_stories_count_less(cut_stories: list[Prepared]) -> None:
    once = [replace(story, cut=False) for story in cut_stories]
    assert fit_same(cut_stories) != fit_same(once)
    same = fit_same(once)
    assert fit_rival([stage_story(story, same) for story in cut_stories]) != fit_rival(
        [stage_story(story, same) for story in once]
    )


def test_fitted_models_tell_the_conflicts_they_were_shown(stories: list[Prepared]) -> None:
    same = fit_same(stories)
    staged = [stage_story(story, same) for story in stories]
    rival = fit_rival(staged, penalty=100.0)
    for story in staged:
        certainty = hold(story, same, rival).certainty
        told = [p for p, label in zip(certainty, story.labels, strict=True) if label]
        others = [p for p, label in zip(certainty, story.labels, strict=True) if not label]
        assert min(told) > 0.5
        assert max(others) < 0.5
    learned = judge_held(hold(staged[1], same, rival))[1]
    sure = [f for f in learned if f.verdict is Verdict.CONFLICT and f.confidence > 0.5]
    assert sorted({c.mention.text for f in sure for c in f.slot.claims}) == [
        "2,500",
        "5,200",
        "890 kilograms",
        "980 kilograms",
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for record in (FERRY, FAIR):
        (tmp_path / f"{record['story']}.json").write_text(json.dumps(record), encoding="utf-8")
    return tmp_path


def write(folder: Path, monkeypatch: pytest.MonkeyPatch, *options: str) -> dict[str, Any]:
    weights = folder / "out" / "weights.json"
    weights.parent.mkdir(exist_ok=True)
    shipped = train_alignment.WEIGHTS.read_bytes()
    command = ["train_alignment.py", str(folder), "--folds", "2", "--write", "--output", str(weights)]
    monkeypatch.setattr("sys.argv", [*command, *options])
    assert train_alignment.main() == 0
    assert train_alignment.WEIGHTS.read_bytes() == shipped
    table: dict[str, Any] = json.loads(weights.read_text(encoding="utf-8"))
    return table


def test_write(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    stories: list[Prepared],
) -> None:
    table = write(folder, monkeypatch, "--whole-only", "--cross-validate")
    assert list(table) == ["trained_on", "same", "rival", "status"]
    origin = table["trained_on"]
    assert (origin["stories"], origin["cut_stories"], origin["folds"]) == (2, 0, 2)
    assert list(origin["sets"]) == [folder.name]
    examples = [example for story in stories for example in story.examples]
    assert origin["same"]["positive"] == sum(example.same for example in examples)
    assert origin["same"]["negative"] == sum(not example.same for example in examples)
    assert 0.0 < origin["rival"]["cross_validated_average_precision"] <= 1.0
    # Folder order is the files': fair before ferry.
    assert table["same"] == fit_same(stories[::-1]).to_table()
    out = capsys.readouterr().out
    assert "set by hand" in out
    assert "benign flagged" in out
    assert "cut ones" not in out


def test_write_the_rivals_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shipped = json.loads(train_alignment.WEIGHTS.read_text(encoding="utf-8"))
    table = write(folder, monkeypatch, "--rivals-only")
    assert table["same"] == shipped["same"]
    assert table["rival"] != shipped["rival"]
    assert table["trained_on"]["same"]["positive"] == shipped["trained_on"]["same"]["positive"]
    assert table["trained_on"]["sets"] != shipped["trained_on"]["sets"]
    assert "set by hand" not in capsys.readouterr().out  # no tables where nobody asks for them


def test_write_from_cut_stories_too(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    stories: list[Prepared],
) -> None:
    table = write(folder, monkeypatch, "--cross-validate")
    origin = table["trained_on"]
    assert (origin["stories"], origin["cut_stories"]) == (2, 3)
    examples = [example for story in stories for example in story.examples]
    assert origin["same"]["positive"] == sum(example.same for example in examples)
    assert table["same"] == fit_same(prepare_stories(folder.name, [FAIR, FERRY])).to_table()
    assert table["same"] != fit_same(stories[::-1]).to_table()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("2 stories and 3 cut ones, ")
    found = next(line.split()[6] for line in lines if line.startswith("cut  "))
    assert found.endswith("/4")  # of three pairs, two tell the injured apart and two the cost


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param([], "nothing to do", id="no verb"),
        pytest.param(["--write", "--folds", "1"], "--folds 1; expected 2 or more", id="one fold"),
    ],
)
def test_refused(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.setattr("sys.argv", ["train_alignment.py", str(folder), *arguments])
    with pytest.raises(SystemExit) as stop:
        train_alignment.main()
    assert stop.value.code == 2
    assert message in capsys.readouterr().err
