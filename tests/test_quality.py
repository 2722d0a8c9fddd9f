"""The scorer on cases made by hand, and this project's own data against their floors."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks import corpora, quality, stories
from benchmarks.measures import Checked, Measure
from benchmarks.scoring import (
    Quantity,
    Score,
    Span,
    count_equal,
    keep_calendar,
    same_modifier,
    same_unit,
    same_value,
    score_spans,
)
from discrepancy.model import Finding, Kind, Verdict
from tests import factory

RECORD: dict[str, Any] = {
    "story": "kiln",
    "articles": [
        {
            "id": "a",
            "source": "A",
            "text": "A kiln burst and hurt 14 people. It was lit at 6 and held 300 pots.",
        },
        {"id": "b", "source": "B", "text": "The kiln burst, hurting 41 people. It held about 290 pots."},
        {
            "id": "c",
            "source": "C",
            "text": "In the blast 14 people were hurt. There were 300 pots in it, 80 glazed.",
        },
    ],
    "gold": [
        {
            "id": "hurt",
            "kind": "number",
            "values": [
                {"article": "a", "text": "14", "value": "14"},
                {"article": "b", "text": "41", "value": "41"},
                {"article": "c", "text": "14", "value": "14"},
            ],
            "odd": ["b"],
        },
        {
            "id": "lit",
            "kind": "figure",
            "values": [
                {"article": "a", "text": "6", "value": "6"},
                {"article": "b", "text": "290", "value": "no majority"},
            ],
            "odd": [],
        },
    ],
    "benign": [
        {
            "kind": "number",
            "values": [
                {"article": "a", "text": "300", "value": "300"},
                {"article": "b", "text": "290", "value": "~290"},
                {"article": "c", "text": "300", "value": "300"},
            ],
        },
        {
            "kind": "number",
            "values": [
                {"article": "a", "text": "300", "value": "300"},
                {"article": "c", "text": "80", "value": "80"},
            ],
        },
    ],
}
STORY = stories.read_story(RECORD)


def flag(*said: tuple[int, str], odd: set[int] = frozenset(), verdict: Verdict = Verdict.CONFLICT) -> Finding:  # type: ignore[assignment]
    """A finding over the given words, each in the article of that number."""
    claims = [
        factory.claim(STORY.articles[article], words, factory.person(words), Kind.NUMBER)
        for article, words in said
    ]
    return factory.finding("question", claims, verdict, odd=frozenset(odd))


HURT = flag((0, "14"), (1, "41"), (2, "14"), odd={1})
LIT = flag((0, "6"), (1, "290"))
POTS = flag((0, "300"), (1, "290"))
OTHER = flag((0, "kiln"), (1, "kiln"))


@pytest.mark.parametrize(
    ("findings", "precision", "recall", "odd", "fallen"),
    [
        pytest.param([HURT, LIT], 1.0, 1.0, (1, 1), 0, id="perfect"),
        pytest.param([HURT], 1.0, 0.5, (1, 1), 0, id="one missed"),
        pytest.param([], 1.0, 0.0, (0, 0), 0, id="nothing said"),
        pytest.param([HURT, LIT, flag((0, "kiln"), (1, "burst"))], 2 / 3, 1.0, (1, 1), 0, id="false alarm"),
        pytest.param([HURT, LIT, HURT], 2 / 3, 1.0, (1, 1), 0, id="the same twice"),
        pytest.param([HURT, POTS], 0.5, 0.5, (1, 1), 1, id="trap"),
        pytest.param([HURT, flag((0, "300"), (1, "290"), (2, "80"))], 0.5, 0.5, (1, 1), 2, id="two traps"),
        pytest.param([flag((0, "14"), (1, "41"), odd={0})], 1.0, 0.5, (0, 1), 0, id="wrong odd one out"),
        pytest.param([flag((0, "14"), (2, "14"))], 0.0, 0.0, (0, 0), 0, id="no odd value in it"),
        pytest.param(
            [flag((0, "14"), (1, "41"), verdict=Verdict.DISPUTED)], 1.0, 0.0, (0, 0), 0, id="not flagged"
        ),
        pytest.param(
            [flag((0, "hurt 14 people. It was lit at 6 and held 300"), (1, "41"))],
            0.0,
            0.0,
            (0, 0),
            0,
            id="span too wide",
        ),
        pytest.param(
            [flag((0, "14"), (1, "41"), (1, "burst"), (1, "kiln"), (1, "people"))],
            0.0,
            0.0,
            (0, 0),
            0,
            id="everything at once",
        ),
    ],
)
def test_judge(
    findings: list[Finding], precision: float, recall: float, odd: tuple[int, int], fallen: int
) -> None:
    judged = stories.judge([STORY], findings)
    assert judged.precision == pytest.approx(precision)
    assert judged.recall == recall
    assert (judged.odd.right, judged.odd.wanted) == odd
    assert judged.fallen == fallen
    assert judged.benign == 2


def test_judge_agreed_values_show_nothing() -> None:
    same = flag((0, "14"), (1, "41"))
    assert not stories.judge([STORY], [replace(same, values=("14", "14"))]).found


def test_judge_matches_as_many_as_it_can() -> None:
    """A finding that answers two conflicts leaves the one to the finding that answers only that."""
    both = flag((0, "14"), (1, "41"), (0, "6"), (1, "290"))
    judged = stories.judge([STORY], [both, HURT])
    assert judged.precision == 1.0
    assert judged.recall == 1.0


def test_judge_labelled_in_part() -> None:
    judged = stories.judge([STORY], [HURT, OTHER, POTS], labelled_only=True)
    assert judged.flagged == 2
    assert judged.fallen == 1


def test_judge_tells_kinds_apart() -> None:
    judged = stories.judge([STORY], [HURT])
    assert judged.by_kind == {"figure": Score(0, 0, 1), "number": Score(1, 1, 1)}
    assert judged.missed == {"kiln/lit"}


def test_pool_leaves_the_story_open() -> None:
    assert {article.story for article in STORY.articles} == {"kiln"}
    assert {article.story for article in stories.pool([STORY])} == {None}


@pytest.mark.parametrize(
    ("wanted", "found", "relaxed", "strict", "value"),
    [
        pytest.param([(0, 4, "2020")], [(0, 4, "2020")], 1.0, 1.0, 1.0, id="perfect"),
        pytest.param([(0, 4, "2020")], [(2, 6, "2020")], 1.0, 0.0, 1.0, id="overlap"),
        pytest.param([(0, 4, "2020")], [(0, 4, "2021")], 1.0, 1.0, 0.0, id="wrong value"),
        pytest.param([(0, 4, None)], [(0, 4, "2021")], 1.0, 1.0, 1.0, id="value not comparable"),
        pytest.param([(0, 4, "2020")], [(4, 8, "2020")], 0.0, 0.0, 0.0, id="only touching"),
        pytest.param([(0, 4, "2020")], [], 0.0, 0.0, 0.0, id="missed"),
        pytest.param([(0, 9, "1")], [(0, 4, "1"), (5, 9, "2")], 2 / 3, 0.0, 2 / 3, id="one to one"),
        pytest.param([], [], 1.0, 1.0, 1.0, id="nothing to find"),
    ],
)
def test_score_spans(
    wanted: list[tuple[int, int, str]],
    found: list[tuple[int, int, str]],
    relaxed: float,
    strict: float,
    value: float,
) -> None:
    scores = score_spans([Span(*span) for span in wanted], [Span(*span) for span in found])
    assert scores.relaxed.f1 == pytest.approx(relaxed)
    assert scores.strict.f1 == pytest.approx(strict)
    if wanted and found and relaxed:
        assert scores.value_f1 == pytest.approx(value)


def test_keep_calendar() -> None:
    values = ["2020", "2020-02", "2020-02-03", "2020-W05", "P3D", "PAST_REF", None]
    assert [span.value for span in keep_calendar(Span(0, 1, value) for value in values)] == values[:3]


@pytest.mark.parametrize(
    ("wanted", "found", "value", "unit", "modifier"),
    [
        pytest.param([(3, "=", "cow")], [(3, "=", "cow")], 1, 1, 1, id="perfect"),
        pytest.param([(3, "=", "cow")], [(3, ">", "goat")], 1, 0, 0, id="value alone"),
        pytest.param([((1, 2), "=", "-")], [((1.0, 2.0), "=", "-")], 1, 1, 1, id="range"),
        pytest.param([((1, 2), "=", "-")], [(1, "=", "-")], 0, 0, 0, id="range and number"),
        pytest.param([(2 / 3, "=", "-")], [(0.666667, "=", "-")], 1, 1, 1, id="within tolerance"),
        pytest.param([(3, "=", "-"), (3, "=", "-")], [(3, "=", "-")], 1, 1, 1, id="one to one"),
    ],
)
def test_quantities_match(
    wanted: list[tuple[Any, str, str]],
    found: list[tuple[Any, str, str]],
    value: int,
    unit: int,
    modifier: int,
) -> None:
    want, have = [Quantity(*q) for q in wanted], [Quantity(*q) for q in found]
    for equal, right in ((same_value, value), (same_unit, unit), (same_modifier, modifier)):
        assert count_equal(want, have, equal) == Score(right, len(have), len(want))


@pytest.mark.parametrize(
    ("sort", "resolution", "expected"),
    [
        pytest.param("numberrange", {"value": "[20,30)"}, Quantity((20, 30)), id="closed range"),
        pytest.param("numberrange", {"value": "(20,)"}, Quantity(20, ">"), id="open above"),
        pytest.param("numberrange", {"value": "(,20]"}, Quantity(20, "<"), id="open below"),
        pytest.param("percentage", {"value": "5%"}, Quantity(5, unit="percentage"), id="percentage"),
        pytest.param("currency", {"value": "5", "unit": "Pound"}, Quantity(5, unit="pound sterling"), id="£"),
        pytest.param("dimension", {"value": "5", "unit": "Pound"}, Quantity(5, unit="pound"), id="lb"),
        pytest.param("dimension", {"value": "5", "unit": "Metre"}, Quantity(5, unit="meter"), id="spelling"),
    ],
)
def test_recognizers_quantities(
    tmp_path: Path, sort: str, resolution: dict[str, str], expected: Quantity
) -> None:
    path = tmp_path / "cases.jsonl"
    row = {"id": "x", "text": "t", "gold": [{"type": sort, "resolution": resolution}]}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    (text,) = corpora.read_recognizers_quantities(path)
    assert text.quantities == (expected,)


@pytest.mark.parametrize(
    "story", stories.read_stories(quality.ROOT / "data/gold"), ids=lambda story: story.id
)
def test_labels_of_stories(story: stories.LabelledStory) -> None:
    articles = {article.id for article in story.articles}
    assert len(articles) >= 3
    for item in (*story.gold, *story.benign):
        assert {label.article for label in item.labels} | item.odd <= articles
    for item in story.gold:
        assert item.differs
        odd = {label.value for label in item.labels if label.article in item.odd}
        assert not odd & {label.value for label in item.labels if label.article not in item.odd}
    for article in story.articles:
        assert 100 <= len(article.text.split()) <= 300


@pytest.mark.parametrize("name", ["dates", "names"])
def test_spans_of_sentences(name: str) -> None:
    for row in corpora.rows(quality.ROOT / f"data/dev/{name}.jsonl"):
        for gold in row["gold"]:
            assert row["text"][gold["start"] : gold["end"]] == gold["text"]


@pytest.fixture(scope="module")
def run() -> quality.Run:
    return quality.measure_own(baselines=False)


@pytest.fixture(scope="module")
def floors() -> dict[str, Any]:
    return quality.read_floors()


def test_own_data_hold_their_floors(run: quality.Run, floors: dict[str, Any]) -> None:
    assert list(quality.find_losses(run, floors)) == []


def test_every_own_measure_has_a_floor(run: quality.Run, floors: dict[str, Any]) -> None:
    assert {measure.key for measure in run.measures} - set(floors["floors"]) == set()


def test_floors_name_only_what_there_is(run: quality.Run, floors: dict[str, Any]) -> None:
    gold = {item.id for story in stories.read_stories(quality.ROOT / "data/gold") for item in story.gold}
    assert set(floors["found"]) <= gold
    own = {key for key in floors["floors"] if key.split(": ")[0] in run.digests}
    assert own <= {measure.key for measure in run.measures}


def made(product: float, size: int = 100) -> quality.Run:
    return quality.Run(
        measures=[Measure("dates", "set", "F1", size, product)],
        digests={"set": "abc"},
        checks=[Checked(quality.GOLD, stories.judge([STORY], [HURT, OTHER]), ())],
    )


EMPTY: dict[str, Any] = {"digests": {}, "floors": {}, "found": [], "false_alarms": []}


@pytest.mark.parametrize(
    ("size", "floor"),
    [pytest.param(1000, 0.79, id="one in a hundred"), pytest.param(20, 0.75, id="one item")],
)
def test_floors_lie_a_little_below(size: int, floor: float) -> None:
    floors = quality.make_floors(made(0.8, size), EMPTY)
    assert floors["floors"]["set: dates F1"] == pytest.approx(floor, abs=0.0011)
    assert not list(quality.find_losses(made(0.8, size), floors))
    assert list(quality.find_losses(made(floor - 0.01, size), floors))


def test_floors_of_absent_sets_stay() -> None:
    old = EMPTY | {"digests": {"away": "def"}, "floors": {"away: dates F1": 0.5}}
    new = quality.make_floors(made(0.8), old)
    assert new["floors"]["away: dates F1"] == 0.5
    assert new["digests"] == {"away": "def", "set": "abc"}


def test_changed_data_are_noticed() -> None:
    floors = quality.make_floors(made(0.8), EMPTY)
    floors["digests"]["set"] = "xyz"
    assert list(quality.find_losses(made(0.8), floors)) == [
        "set: the data changed; set the floors with --update"
    ]


def test_digest_depends_on_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    first = quality.digest(tmp_path)
    assert quality.digest(tmp_path) == first
    (tmp_path / "a.json").write_text("[]", encoding="utf-8")
    second = quality.digest(tmp_path)
    (tmp_path / "a.json").rename(tmp_path / "b.json")
    assert len({first, second, quality.digest(tmp_path)}) == 3


def test_findings_gained_and_lost() -> None:
    floors = EMPTY | {"found": ["kiln/lit"], "false_alarms": ["trap number: x"]}
    changes = list(quality.compare_findings(made(0.8), floors))
    assert changes == [
        "lost conflict: kiln/lit",
        "gained conflict: kiln/hurt",
        "rid of false alarm: trap number: x",
        "new false alarm: unlisted number: kiln/a: 'kiln'; kiln/b: 'kiln'",
    ]


def test_table_shows_product_floor_and_baselines() -> None:
    measured = made(0.8)
    measured.measures[0].baselines["rival"] = 0.25
    line = quality.render_table(measured, EMPTY | {"floors": {"set: dates F1": 0.75}}).splitlines()[2]
    assert line.split() == ["dates", "set", "F1", "100", "0.800", "0.750", "rival", "0.250"]
