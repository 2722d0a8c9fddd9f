"""Every figure of quality: one number from 0 to 1 for a data set, a metric and a system."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpora import Pair, PairSet, Text, TextSet, is_year, read_pairs
from benchmarks.scoring import (
    Quantity,
    Score,
    Span,
    SpanScores,
    count_equal,
    keep_calendar,
    same_modifier,
    same_unit,
    same_value,
    score_spans,
)
from benchmarks.stories import Judged, LabelledStory, by_story, judge, pool
from benchmarks.systems import BASELINES, Reading, System, match_product, match_rapidfuzz, read_product


@dataclass(slots=True)
class Measure:
    """A metric on a data set: what the product reaches, and what the others do.

    Attributes:
        size: How many items the metric counts; one of them is the least that can be lost.
    """

    kind: str
    data: str
    metric: str
    size: int
    product: float = 0.0
    baselines: dict[str, float] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The name of its floor."""
        return f"{self.data}: {self.kind} {self.metric}"


Values = dict[str, tuple[float, int]]
"""For each metric its value and how many items it counts."""


def measure_texts(data: TextSet, path: Path, baselines: bool = True) -> Iterator[Measure]:
    """Score the extractors on one set of texts, beside the libraries that compete for each kind."""
    texts = data.read(path)
    ask = _Readings(texts)
    for kind in ("quantities", "figures", "dates", "people"):
        if getattr(texts[0], kind) is None:
            continue
        rivals = BASELINES[kind] if baselines else ()
        measures = {
            metric: Measure(kind, data.name, metric, size, value)
            for metric, (value, size) in _score(kind, data, texts, ask(read_product)).items()
        }
        for name, system in rivals:
            for metric, (value, _) in _score(kind, data, texts, ask(system)).items():
                if not (name == "spacy" and "value" in metric):  # it gives no values
                    measures[metric].baselines[name] = value
        yield from measures.values()


class _Readings:
    """Asks each system once."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._texts = texts
        self._given: dict[System, list[Reading]] = {}

    def __call__(self, system: System) -> list[Reading]:
        if system not in self._given:
            self._given[system] = system(self._texts)
        return self._given[system]


def _score(kind: str, data: TextSet, texts: Sequence[Text], readings: Sequence[Reading]) -> Values:
    pairs = list(zip(texts, readings, strict=True))
    if kind == "quantities":
        return _score_quantities(data, pairs)
    if kind == "dates":
        return _score_dates(pairs)
    spans = [(_want(text, kind), _found(text, reading, kind, data.mixed)) for text, reading in pairs]
    total = sum((score_spans(want, found) for want, found in spans), SpanScores())
    return {
        "overlap F1": (total.relaxed.f1, total.relaxed.wanted),
        "exact F1": (total.strict.f1, total.strict.wanted),
    }


def _score_quantities(data: TextSet, pairs: Sequence[tuple[Text, Reading]]) -> Values:
    def keep(quantities: Iterable[Quantity] | None) -> list[Quantity]:
        return [q for q in quantities or () if not (data.skip_years and is_year(q))]

    def score(equal: Callable[[Quantity, Quantity], bool], named: bool = False) -> tuple[float, int]:
        total = Score()
        for text, reading in pairs:
            want = [q for q in keep(text.quantities) if not named or q.unit != "-"]
            total += count_equal(want, keep(reading.quantities), equal)
        return (total.recall if data.recall_only else total.f1), total.wanted

    rate = "recall" if data.recall_only else "F1"
    scores = {
        f"value {rate}": score(same_value),
        f"value+unit {rate}": score(same_unit, named=data.recall_only),
    }
    return scores if data.name != "dev/quantities" else scores | {"value+modifier F1": score(same_modifier)}


def _score_dates(pairs: Sequence[tuple[Text, Reading]]) -> Values:
    total, calendar = SpanScores(), SpanScores()
    for text, reading in pairs:
        want, found = _want(text, "dates"), _found(text, reading, "dates")
        total += score_spans(want, found)
        calendar += score_spans(keep_calendar(want), keep_calendar(found))
    return {
        "relaxed F1": (total.relaxed.f1, total.relaxed.wanted),
        "strict F1": (total.strict.f1, total.strict.wanted),
        "value F1": (total.value_f1, total.relaxed.wanted),
        "calendar value F1": (calendar.value_f1, calendar.relaxed.wanted),
    }


def _want(text: Text, kind: str) -> list[Span]:
    return list(getattr(text, kind))


def _found(text: Text, reading: Reading, kind: str, mixed: bool = False) -> list[Span]:
    """The spans found where the text is labelled; dates too where the set does not tell them apart."""
    spans = [*(getattr(reading, kind) or ()), *((reading.dates or ()) if mixed else ())]
    return [
        span
        for span in spans
        if (text.stop is None or span.start < text.stop)
        and not any(span.start < own.end and own.start < span.end for own in text.ignored)
    ]


def measure_pairs(data: PairSet, path: Path, baselines: bool = True) -> Measure:
    """Score the comparison of persons' names on one set of pairs."""
    pairs = read_pairs(path)
    metric = "recall" if data.recall_only else "F1"
    positive = sum(pair.same for pair in pairs)
    measure = Measure("name pairs", data.name, metric, positive)
    measure.product = _rate(pairs, match_product(pairs), data.recall_only)
    if baselines:
        measure.baselines["rapidfuzz"] = _rate(pairs, match_rapidfuzz(pairs), data.recall_only)
    return measure


def _rate(pairs: Sequence[Pair], said: Sequence[bool], recall_only: bool) -> float:
    right = sum(pair.same and yes for pair, yes in zip(pairs, said, strict=True))
    score = Score(right, sum(said), sum(pair.same for pair in pairs))
    return score.recall if recall_only else score.f1


@dataclass(frozen=True, slots=True)
class Checked:
    """What the whole check made of a folder of labelled stories.

    Attributes:
        total: All stories together.
        each: Each story for itself.
    """

    name: str
    total: Judged
    each: tuple[tuple[str, Judged], ...]


def check_stories(
    name: str, stories: Sequence[LabelledStory], pooled: bool = False, labelled_only: bool = False
) -> Checked:
    """Check labelled stories.

    Args:
        name: What to call them.
        stories: The stories.
        pooled: Leave open which articles belong together, so that grouping counts too.
        labelled_only: The stories are labelled in part.
    """
    from discrepancy.check import check_articles

    articles = pool(stories) if pooled else [article for story in stories for article in story.articles]
    findings = check_articles(articles).findings
    return Checked(
        f"{name} pooled" if pooled else name,
        judge(stories, findings, labelled_only),
        tuple(
            (story.id, judge([story], found, labelled_only)) for story, found in by_story(stories, findings)
        ),
    )


def measure_check(checked: Checked) -> Iterator[Measure]:
    """The figures of a check of labelled stories; all are the better the higher."""
    total = checked.total
    gold = len(total.found) + len(total.missed)
    figures = {
        "precision": (total.precision, total.flagged),
        "recall": (total.recall, gold),
        "F1": (total.f1, gold),
        "odd one out": (total.odd.recall, total.odd.wanted),
        "benign spared": (total.spared, total.benign),
    }
    for metric, (value, size) in figures.items():
        if size:
            yield Measure("check", checked.name, metric, size, value)
    for kind, score in total.by_kind.items():
        yield Measure("check", checked.name, f"recall of {kind}", score.wanted, score.recall)
