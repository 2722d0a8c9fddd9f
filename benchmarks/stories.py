"""The whole check held against stories whose conflicts are labelled.

A finding answers a label when it holds a value over the odd one out's span and one over another
article's, with different normalised values; where no odd one is labelled, two values over spans
whose labels differ. Spans have to be tight, and a finding that gathers many values of one article
answers nothing, so that neither whole sentences nor everything at once can score.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import permutations
from pathlib import Path
from typing import Any

from benchmarks.scoring import Score
from discrepancy.model import Article, Claim, Field, Finding, Verdict

MARGIN = 30
"""How many characters longer than the label a value may be."""
CROWD = 3
"""How many values of one article a finding may hold."""


@dataclass(frozen=True, slots=True)
class Label:
    """A value in its place, as a person reads it."""

    article: str
    field: Field
    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Item:
    """Values that answer one question: a true conflict, or a difference that is none."""

    id: str
    story: str
    kind: str
    labels: tuple[Label, ...]
    odd: frozenset[str] = frozenset()

    @property
    def differs(self) -> bool:
        """Whether any two of the values differ."""
        return len({label.value for label in self.labels}) > 1


@dataclass(frozen=True, slots=True)
class LabelledStory:
    """A story's articles, its true conflicts and its differences that are none."""

    id: str
    articles: tuple[Article, ...]
    gold: tuple[Item, ...]
    benign: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of a check.

    Attributes:
        found: For each gold item that some finding answers, its id.
        missed: The ids of the others.
        odd: How many odd ones out were named rightly, of those labelled and found.
        false_alarms: A line for each flagged finding that is not the one match of a gold item.
        fallen: How many benign items were flagged.
        benign: How many benign items have differing values.
        by_kind: Gold items found and labelled, for each kind.
        flagged: How many findings were judged.
    """

    found: frozenset[str] = frozenset()
    missed: frozenset[str] = frozenset()
    odd: Score = field(default_factory=Score)
    false_alarms: tuple[str, ...] = ()
    fallen: int = 0
    benign: int = 0
    flagged: int = 0
    by_kind: dict[str, Score] = field(default_factory=dict)

    @property
    def precision(self) -> float:
        """Findings matched one to one to gold items, of those flagged."""
        return 1 - len(self.false_alarms) / self.flagged if self.flagged else 1.0

    @property
    def recall(self) -> float:
        """Gold items that some finding answers, of all."""
        total = len(self.found) + len(self.missed)
        return len(self.found) / total if total else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @property
    def spared(self) -> float:
        """Share of the benign items that were not flagged."""
        return 1 - self.fallen / self.benign if self.benign else 1.0


def read_stories(folder: Path) -> list[LabelledStory]:
    """Every labelled story of a folder, in order of file name."""
    return [
        read_story(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.json"))
    ]


def read_story(record: dict[str, Any]) -> LabelledStory:
    """One story as it stands in its file. Article ids are made unique by the story's."""
    story = record["story"]
    articles = {row["id"]: _read_article(story, row) for row in record["articles"]}
    gold, benign = (
        tuple(
            _read_item(story, f"{name}{number}", row, articles) for number, row in enumerate(record[name], 1)
        )
        for name in ("gold", "benign")
    )
    return LabelledStory(story, tuple(articles.values()), gold, benign)


def _read_article(story: str, row: dict[str, Any]) -> Article:
    published = row.get("published")
    return Article(
        id=f"{story}/{row['id']}",
        source=row["source"],
        text=row["text"],
        title=row.get("title"),
        published=datetime.fromisoformat(published) if published else None,
        story=story,
    )


def _read_item(story: str, name: str, row: dict[str, Any], articles: dict[str, Article]) -> Item:
    return Item(
        id=f"{story}/{row.get('id', name)}",
        story=story,
        kind=str(row["kind"]),
        labels=tuple(_read_label(value, articles[value["article"]]) for value in row["values"]),
        odd=frozenset(f"{story}/{article}" for article in row.get("odd", ())),
    )


def _read_label(row: dict[str, Any], article: Article) -> Label:
    place: Field = row.get("field", "text")
    if "start" in row:
        return Label(article.id, place, row["start"], row["end"], row["value"])
    start = -1
    for _ in range(row.get("occurrence", 1)):
        start = article.read(place).index(row["text"], start + 1)
    return Label(article.id, place, start, start + len(row["text"]), row["value"])


def answers(finding: Finding, item: Item) -> bool:
    """Whether ``finding`` shows the difference that ``item`` labels."""
    values = list(zip(finding.slot.claims, finding.values, strict=True))
    crowds = Counter((claim.mention.article_id, claim.mention.field) for claim, _ in values)
    if max(crowds.values(), default=0) > CROWD:
        return False
    hits = [(label, value) for label in item.labels for claim, value in values if covers(claim, label)]
    decided = bool(item.odd) and any(label.article not in item.odd for label in item.labels)
    return any(
        one != other
        and ((a.article in item.odd and b.article not in item.odd) if decided else a.value != b.value)
        for (a, one), (b, other) in permutations(hits, 2)
    )


def covers(claim: Claim, label: Label) -> bool:
    """Whether a value stands over a label, and not over much more."""
    mention = claim.mention
    return (
        (mention.article_id, mention.field) == (label.article, label.field)
        and mention.start < label.end
        and label.start < mention.end
        and mention.end - mention.start <= label.end - label.start + MARGIN
    )


def judge(
    stories: Sequence[LabelledStory], findings: Iterable[Finding], labelled_only: bool = False
) -> Judged:
    """Hold a check's findings against the labels.

    Args:
        stories: The labelled stories that were checked.
        findings: All findings of the check; those that are no conflict are left aside.
        labelled_only: The stories are labelled in part: judge no finding that answers no label.
    """
    gold = [item for story in stories for item in story.gold]
    benign = [item for story in stories for item in story.benign]
    flagged = [finding for finding in findings if finding.verdict is Verdict.CONFLICT]
    answered = [
        [g for g, item in enumerate(gold) if _near(finding, item) and answers(finding, item)]
        for finding in flagged
    ]
    traps = [
        [b for b, item in enumerate(benign) if _near(finding, item) and answers(finding, item)]
        for finding in flagged
    ]
    judged = [f for f in range(len(flagged)) if not labelled_only or answered[f] or traps[f]]
    right = set(_match(answered).values())
    found = {g for row in answered for g in row}
    alarms = [f for f in judged if f not in right]
    fallen = {b for f in alarms if not answered[f] for b in traps[f]}
    return Judged(
        found=frozenset(gold[g].id for g in found),
        missed=frozenset(item.id for g, item in enumerate(gold) if g not in found),
        odd=_score_odd(gold, flagged, answered),
        false_alarms=tuple(sorted(f"{_sort(answered[f], traps[f])} {describe(flagged[f])}" for f in alarms)),
        fallen=len(fallen),
        benign=sum(item.differs for item in benign),
        flagged=len(judged),
        by_kind=_by_kind(gold, found),
    )


def _near(finding: Finding, item: Item) -> bool:
    """Whether they share an article: cheap, and spares nearly every comparison."""
    return not {claim.mention.article_id for claim in finding.slot.claims}.isdisjoint(
        label.article for label in item.labels
    )


def _match(answered: Sequence[Sequence[int]]) -> dict[int, int]:
    """A largest one-to-one matching of gold items to findings, by augmenting paths."""
    taken: dict[int, int] = {}

    def place(finding: int, seen: set[int]) -> bool:
        for item in answered[finding]:
            if item in seen:
                continue
            seen.add(item)
            if item not in taken or place(taken[item], seen):
                taken[item] = finding
                return True
        return False

    for finding in range(len(answered)):
        place(finding, set())
    return taken


def _score_odd(gold: Sequence[Item], flagged: Sequence[Finding], answered: Sequence[Sequence[int]]) -> Score:
    named: dict[int, list[set[str]]] = defaultdict(list)
    for finding, items in zip(flagged, answered, strict=True):
        for g in items:
            named[g].append({finding.slot.claims[i].mention.article_id for i in finding.odd})
    labelled = [g for g in named if gold[g].odd]
    right = sum(set(gold[g].odd) in named[g] for g in labelled)
    return Score(right, len(labelled), len(labelled))


def _by_kind(gold: Sequence[Item], found: set[int]) -> dict[str, Score]:
    scores: dict[str, Score] = defaultdict(Score)
    for g, item in enumerate(gold):
        scores[item.kind] += Score(int(g in found), int(g in found), 1)
    return dict(sorted(scores.items()))


def _sort(answered: Sequence[int], traps: Sequence[int]) -> str:
    return "duplicate" if answered else "trap" if traps else "unlisted"


def describe(finding: Finding) -> str:
    """A finding in one line that stays the same while what it holds stays the same."""
    held = sorted({f"{claim.mention.article_id}: {claim.mention.text!r}" for claim in finding.slot.claims})
    return f"{finding.slot.kind}: {'; '.join(held)}"


def by_story(
    stories: Sequence[LabelledStory], findings: Iterable[Finding]
) -> Iterator[tuple[LabelledStory, list[Finding]]]:
    """Each labelled story with the findings whose first value is from one of its articles."""
    of: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        of[finding.slot.claims[0].mention.article_id.rsplit("/", 1)[0]].append(finding)
    for story in stories:
        yield story, of[story.id]


def pool(stories: Iterable[LabelledStory]) -> list[Article]:
    """All articles without saying which belong together, so that grouping counts too."""
    return [replace(article, story=None) for story in stories for article in story.articles]
