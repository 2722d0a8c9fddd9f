"""Fit the two models of the alignment, and hold out stories to see what they are worth.

``same`` says whether two claims answer one question. ``rival`` says whether two facts that clash do
and nothing explains them; it is fitted on what the first model makes of a story. Both see every
story whole and cut to fewer articles, or they would lean on the support of further articles. All
is deterministic: the same stories in the same order always give the same weights.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.labels import Example, cut_record, label_pairs, label_rival, mark_claims
from benchmarks.stories import LabelledStory, read_story
from discrepancy.align.facts import Fact, gather_facts
from discrepancy.align.features import FEATURES, SORTS
from discrepancy.align.internal import align_internal
from discrepancy.align.pairs import Pair, find_pairs
from discrepancy.align.rivals import RIVAL_FEATURES, Rival, find_rivals
from discrepancy.align.scoring import read_weights
from discrepancy.align.seconds import add_seconds
from discrepancy.align.slots import align_known, assemble_slots, drop_told, score_rival
from discrepancy.check import read_stories
from discrepancy.config import CompareConfig, Config
from discrepancy.judge import judge_slots
from discrepancy.model import Claim, Descent, Document, Finding, Slot
from discrepancy.origins import trace_origins
from discrepancy.reading import claim_story

SAME_C = 0.1
RIVAL_C = 0.003
"""Inverse strengths of the penalty on large weights; the rivals are few for their many features."""
SET_WEIGHTS = {"stories": 4.0, "everyday": 4.0}
"""What the stories of a data set count, by its name; 1 where it has none. There are five times as many of
our own, whose authors wrote from other models and less alike to each other."""
CUT_WEIGHT = 0.5
"""What an example counts that comes from a cut story: it was seen in the whole one already."""
PENALTIES = (0.001, 0.003, 0.01)
"""Strengths for the rivals that the cross-validation compares."""

Rows = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic model on features as they are; absent features weigh nothing."""

    names: tuple[str, ...]
    bias: float
    weights: tuple[float, ...]

    def predict(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """Probabilities from 0 to 1."""
        if len(rows) == 0:
            return []
        total = np.asarray(rows, dtype=np.float64) @ np.asarray(self.weights) + self.bias
        return [float(p) for p in 1.0 / (1.0 + np.exp(-total))]

    def to_table(self) -> dict[str, float]:
        """The model as it stands in ``weights.json``."""
        named = {name: round(w, 4) for name, w in zip(self.names, self.weights, strict=True)}
        return {"bias": round(self.bias, 4), **{name: w for name, w in named.items() if w}}

    @classmethod
    def from_table(cls, names: tuple[str, ...], table: dict[str, float]) -> Logistic:
        """The model that ``table`` writes down for the features ``names``."""
        return cls(names, table["bias"], tuple(table.get(name, 0.0) for name in names))


@dataclass(frozen=True, slots=True)
class SortedLogistic:
    """One logistic model for each sort of value."""

    models: Mapping[str, Logistic]

    def predict(self, rows: Sequence[Sequence[float]], sorts: Sequence[str]) -> list[float]:
        """Probabilities from 0 to 1, each row's by the model of its sort."""
        found = [0.0] * len(rows)
        for sort, model in self.models.items():
            members = [number for number, own in enumerate(sorts) if own == sort]
            for number, p in zip(members, model.predict([rows[n] for n in members]), strict=True):
                found[number] = p
        return found

    def to_table(self) -> dict[str, dict[str, float]]:
        """The models as they stand in ``weights.json``."""
        return {sort: model.to_table() for sort, model in self.models.items()}


_SAME_BY_HAND = Logistic.from_table(
    FEATURES,
    {
        "bias": -3.0,
        "sentence": 4.0,
        "window": 3.0,
        "words": 2.0,
        "measure": 1.5,
        "contrast": -3.0,
        "head": 1.0,
        "groups_clash": -1.5,
        "periods_clash": -1.0,
        "entity_same": 4.0,
        "entity_unlike": -5.0,
    },
)
BY_HAND = (
    SortedLogistic(dict.fromkeys(SORTS, _SAME_BY_HAND)),
    Logistic.from_table(
        RIVAL_FEATURES,
        {
            "bias": -4.0, "same_max": 4.0, "same_mean": 1.0, "shared": -3.0, "explained_big": -1.0,
            "explained_small": -1.0, "best_here": 0.7, "best_there": 0.7, "margin": 2.0, "slip": 1.5,
            "support_big": 0.7,
        },
    ),
)  # fmt: skip
"""The weights from which the project started, set by hand; learned ones have to beat them."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A labelled story, read once.

    Attributes:
        data: The data set.
        parent: Unique name of the story, or of the whole one that it is cut from.
        cut: Whether it is cut to fewer articles.
        known: Slots that need no model.
        claims: The claims that do.
        told: Every claim, for what further articles second.
        pairs: Their pairs; the features stay, the scores are made anew by each fold's model.
        examples: The pairs that the labels decide.
        descents: Which of the articles were made from which.
    """

    data: str
    parent: str
    cut: bool
    story: LabelledStory
    known: tuple[Slot, ...]
    claims: list[Claim]
    told: tuple[Claim, ...]
    pairs: list[Pair]
    examples: list[Example]
    descents: tuple[Descent, ...]

    @property
    def weight(self) -> float:
        """What each of its examples counts, beside how sure the label is."""
        return CUT_WEIGHT if self.cut else 1.0


@dataclass(frozen=True, slots=True)
class Staged:
    """A story as one ``same`` model lines it up: its facts, and its rivals with their labels."""

    prepared: Prepared
    pairs: list[Pair]
    facts: list[Fact]
    rivals: list[Rival]
    labels: list[bool]


@dataclass(frozen=True, slots=True)
class Held:
    """A story judged by models that were fitted without it: scores of its examples and rivals."""

    staged: Staged
    same: list[float]
    certainty: list[float]


def prepare_folder(folder: Path, cuts: bool = True) -> list[Prepared]:
    """Read every labelled story of ``folder`` up to the pairs of its claims, in order of file name."""
    records = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return prepare_stories(folder.name, records, cuts)


def prepare_stories(data: str, records: Sequence[dict[str, Any]], cuts: bool = True) -> list[Prepared]:
    """Read stories as they stand in their files; the language model is run once over all of them.

    Args:
        data: Name of the data set.
        records: The files' contents.
        cuts: Also prepare every story cut to fewer articles, after the whole one.
    """
    config = Config()
    return [
        _prepare(data, f"{data}/{parent}", record, documents, config)
        for parent, record, documents in read_records(records, cuts)
    ]


def read_records(
    records: Sequence[dict[str, Any]], cuts: bool = True
) -> Iterator[tuple[str, dict[str, Any], dict[str, Document]]]:
    """Every story, and after it what it is cut to, with the whole story's name and the documents by article.

    The language model is run once over all of them.
    """
    articles = [article for record in records for article in read_story(record).articles]
    read = read_stories(articles, Config(), lambda *_: None)
    documents = {document.article.id: document for group in read for document in group}
    for record in records:
        yield record["story"], record, documents
        for cut in cut_record(record) if cuts else ():
            yield record["story"], cut, _rename(documents, record["story"], cut)


def _rename(documents: dict[str, Document], story: str, cut: dict[str, Any]) -> dict[str, Document]:
    """The documents that a cut story keeps, as its own: no label or finding is shared with the whole."""
    ids = {f"{cut['story']}/{row['id']}": f"{story}/{row['id']}" for row in cut["articles"]}
    return {
        article.id: replace(documents[ids[article.id]], article=article)
        for article in read_story(cut).articles
    }


def _prepare(
    data: str, parent: str, record: dict[str, Any], documents: dict[str, Document], config: Config
) -> Prepared:
    """Claims are made anew for a cut story, because names are gathered over all of a story's articles."""
    story = read_story(record)
    own = [documents[article.id] for article in story.articles]
    claims = claim_story(own, config)
    known, rest = align_known(story.id, claims)
    known = (*align_internal(story.id, claims), *known)
    pairs = find_pairs(rest)
    marks = mark_claims(rest, story, [_holds_apart(row) for row in record["benign"]])
    examples = list(label_pairs(rest, pairs, marks))
    cut = parent != f"{data}/{story.id}"
    descents = tuple(trace_origins(own))
    return Prepared(data, parent, cut, story, known, rest, tuple(claims), pairs, examples, descents)


def _holds_apart(row: dict[str, Any]) -> bool:
    """Whether a benign item's values differ because they answer different questions."""
    return str(row.get("verdict", "")).startswith("different")


def fit_pipeline(
    rows: Rows, labels: Sequence[bool], penalty: float, weights: Sequence[float] | None = None
) -> Any:
    """Fit scaler and logistic regression. Both are deterministic."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    model = make_pipeline(StandardScaler(), LogisticRegression(C=penalty, max_iter=3000))
    model.fit(rows, np.asarray(labels), logisticregression__sample_weight=weights)
    return model


def fold_scaler(pipeline: Any, names: tuple[str, ...]) -> Logistic:
    """The fitted model on features as they are, the scaling folded into its weights."""
    scaler, regression = pipeline[0], pipeline[1]
    weights = regression.coef_[0] / scaler.scale_
    bias = regression.intercept_[0] - weights @ scaler.mean_
    return Logistic(names, float(bias), tuple(float(w) for w in weights))


def fit_same(stories: Iterable[Prepared]) -> SortedLogistic:
    """Learn from pairs whether two claims answer one question.

    Weights common to all values and what each sort's differ by are learned together: the penalty
    draws a sort with few examples towards the common ones.
    """
    found = [(example, prepared.weight) for prepared in stories for example in prepared.examples]
    rows = np.array([example.features for example, _ in found])
    sorts = np.array([example.sort for example, _ in found])
    own = [np.column_stack([rows, np.ones(len(rows))]) * (sorts == sort)[:, None] for sort in SORTS]
    labels = [example.same for example, _ in found]
    weights = [example.weight * weight for example, weight in found]
    fitted = fit_pipeline(np.hstack([rows, *own]), labels, SAME_C, weights)
    folded = fold_scaler(fitted, tuple(str(number) for number in range(fitted[0].n_features_in_)))
    size = len(FEATURES)
    common = np.asarray(folded.weights[:size])
    models = {}
    for number, sort in enumerate(SORTS):
        *extra, bias = folded.weights[size + number * (size + 1) : size + (number + 1) * (size + 1)]
        weighed = tuple(float(w) for w in common + np.asarray(extra))
        models[sort] = Logistic(FEATURES, folded.bias + bias, weighed)
    return SortedLogistic(models)


def fit_rival(stories: Iterable[Staged], penalty: float = RIVAL_C) -> Logistic:
    """Learn from facts that clash whether one of them is wrong."""
    found = [
        (rival.features, label, staged.prepared.weight * SET_WEIGHTS.get(staged.prepared.data, 1.0))
        for staged in stories
        for rival, label in zip(staged.rivals, staged.labels, strict=True)
        if rival.is_likely
    ]
    rows = np.array([features for features, _, _ in found])
    labels, weights = [label for _, label, _ in found], [weight for _, _, weight in found]
    return fold_scaler(fit_pipeline(rows, labels, penalty, weights), RIVAL_FEATURES)


def stage_story(prepared: Prepared, same: SortedLogistic) -> Staged:
    """Line up one story by the given model; the pairs' features are not measured again."""
    claims = prepared.claims
    scores = same.predict([pair.features for pair in prepared.pairs], [pair.sort for pair in prepared.pairs])
    pairs = [
        Pair(pair.left, pair.right, pair.relation, pair.features, score, pair.sort)
        for pair, score in zip(prepared.pairs, scores, strict=True)
    ]
    facts = gather_facts(claims, pairs)
    rivals = find_rivals(claims, pairs, facts)
    sides = [[claims[i] for i in fact.members] for fact in facts]
    labels = [label_rival(sides[r.big], sides[r.small], prepared.story.gold) for r in rivals]
    return Staged(prepared, pairs, facts, rivals, labels)


def hold(staged: Staged, same: SortedLogistic, rival: Logistic) -> Held:
    """Score one story that neither model has seen."""
    certainty = rival.predict([r.features for r in staged.rivals])
    # A model's own score is never exactly 0: where it is, a rule of the alignment decides, not the model.
    ruled = [0.0 if score_rival(r) == 0.0 else p for r, p in zip(staged.rivals, certainty, strict=True)]
    examples = staged.prepared.examples
    scores = same.predict([example.features for example in examples], [example.sort for example in examples])
    return Held(staged, scores, ruled)


def read_same() -> SortedLogistic:
    """The model of pairs as it stands in ``weights.json``."""
    table = read_weights()["same"]
    return SortedLogistic({sort: Logistic.from_table(FEATURES, table[sort]) for sort in SORTS})


def cross_validate(
    stories: Sequence[Prepared],
    folds: int,
    penalties: Sequence[float] = (RIVAL_C,),
    known: SortedLogistic | None = None,
) -> dict[str, list[Held]]:
    """Score every story by models fitted without it, for each penalty on the rivals' weights.

    Args:
        stories: Whole and cut ones.
        folds: How many.
        penalties: Strengths to compare.
        known: A model of pairs that is kept as it is, and not fitted anew for each fold.

    A cut story is in the fold of the whole one.
    """
    fold_of = deal_folds((story.parent for story in stories), folds)
    results: dict[str, dict[int, Held]] = {f"C={penalty}": {} for penalty in penalties}
    for fold in range(folds):
        out = {number for number, story in enumerate(stories) if fold_of[story.parent] == fold}
        same = known or fit_same(story for number, story in enumerate(stories) if number not in out)
        staged = [stage_story(story, same) for story in stories]
        for penalty in penalties:
            kept = (story for number, story in enumerate(staged) if number not in out)
            rival = fit_rival(kept, penalty)
            results[f"C={penalty}"] |= {number: hold(staged[number], same, rival) for number in out}
    return {name: [held[number] for number in sorted(held)] for name, held in results.items()}


def deal_folds(parents: Iterable[str], folds: int) -> dict[str, int]:
    """The fold of every story, by a seeded shuffle.

    ``RandomState``, for its sequence is the same in every version of numpy.
    """
    known = list(dict.fromkeys(parents))
    order = np.random.RandomState(0).permutation(len(known))
    return {known[number]: position % folds for position, number in enumerate(order)}


def judge_held(held: Held) -> tuple[list[Finding], list[Finding]]:
    """The findings on one story, however unsure: those that needed no model, and those by the models."""
    staged = held.staged
    story, known = staged.prepared.story.id, staged.prepared.known
    scored = list(zip(held.certainty, staged.rivals, strict=True))
    learned = drop_told(
        assemble_slots(story, staged.prepared.claims, staged.pairs, staged.facts, scored), known
    )
    everything = CompareConfig(certainty=0.0)
    heard = add_seconds((*known, *learned), staged.prepared.told)
    # Judged together, as in a check: a wrong weekday is no finding beside the question that has it.
    findings = [*judge_slots(heard, everything, staged.prepared.descents)]
    ruled = {id(slot) for slot in heard[: len(known)]}
    return [f for f in findings if id(f.slot) in ruled], [f for f in findings if id(f.slot) not in ruled]
