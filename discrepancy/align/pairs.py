"""Pairs of claims that might answer one question, each with its relation and its score.

Blocking comes first: a pair that shares neither wording, measure, counted noun nor person, and
whose values are not a typical slip apart, is never looked at closely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.align.answers import text_before
from discrepancy.align.apart import are_told_apart, differ_in_life
from discrepancy.align.features import (
    FEATURES,
    Features,
    answer_sort,
    measure_similarities,
    sort_of,
)
from discrepancy.align.moments import is_stamp
from discrepancy.align.occasions import speech_verbs
from discrepancy.align.portions import find_wholes, reaches
from discrepancy.align.relations import Told, is_copied, read_told, relate_told
from discrepancy.align.scores import (
    are_of_two_sets,
    find_live,
    is_of_moment,
    is_of_tiebreak,
    is_score,
    place_in_run,
)
from discrepancy.align.scoring import score
from discrepancy.compare import figures
from discrepancy.compare.names.places import are_comparable
from discrepancy.model import Claim, Date, Figure, Kind, Name, Relation, Verdict

_ALIKE = 0.08
"""Cosine of sentences or windows from which a pair is worth a look."""

_CONTRAST = FEATURES.index("contrast")

_DATELINE = re.compile(r"[^\W\d_a-zß-öø-ÿ]{3}[^()a-zß-öø-ÿ]*,[^()]{1,40}(?:\([^()]{1,30}\)\s*)?[-–—](?:\s|$)")
"""A town in capitals, and what stands between it and the dash."""
_AT = re.compile(r"\b[Aa]t $")
_MINUTE = re.compile(r"(?:^|\s)\d{1,3}(?:\+\d{1,2})?['’′]\s")
"""What leads to the score of a moment: "at 5-3", and the minute of a live report."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims by index, how their values stand, and how surely they answer one question."""

    left: int
    right: int
    relation: Relation
    features: tuple[float, ...]
    same: float
    sort: str = "number"

    @property
    def clashes(self) -> bool:
        """Whether the two values cannot both answer one question."""
        return self.relation.verdict is Verdict.CONFLICT

    @property
    def contrasts(self) -> bool:
        """Whether the two measures are easily taken for each other: killed and injured."""
        return bool(self.features[_CONTRAST])


def find_pairs(claims: Sequence[Claim]) -> list[Pair]:
    """Every pair of comparable claims that passes blocking, in order of its indexes."""
    if len(claims) < 2:
        return []
    similar = measure_similarities(claims)
    features, relations = Features(claims), _Relations(claims)
    pairs = []
    for i, others in _candidates(claims):
        sort = sort_of(claims[i])
        model = f"same.{sort}"
        for j, text in zip(others, similar.row(i, others), strict=True):
            relation = relations.of(i, j, text)
            if relation is not None:
                told = features.of(i, j, text)
                pairs.append(Pair(i, j, relation, told, score(model, FEATURES, told), sort))
    return pairs


class _Relations:
    """How the values of any two of a story's claims stand; what copies share is worked out once."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        numbers: dict[tuple[object, ...], int] = {}
        self._told = [read_told(claim) for claim in claims]
        self._number = [
            numbers.setdefault(_relation_of(claim, told), len(numbers))
            for claim, told in zip(claims, self._told, strict=True)
        ]
        self._known: dict[tuple[int, int, bool, bool], Relation | None] = {}
        self._live = find_live(claims)
        self._wholes = find_wholes(claims)

    def of(self, i: int, j: int, text: tuple[float, ...]) -> Relation | None:
        """How two values stand, or None where they cannot answer one question or nothing says that they do.

        Args:
            i: One claim.
            j: The other.
            text: Their :class:`Similarities`.
        """
        if self._are_of_two_moments(i, j) or self._are_part_and_whole(i, j):
            return None
        sentence, window = text[0], text[1]
        alike = sentence >= _ALIKE or window >= _ALIKE
        key = self._number[i], self._number[j], is_copied(sentence), alike
        if key not in self._known:
            self._known[key] = self._relate(i, j, *key[2:])
        return self._known[key]

    def _are_of_two_moments(self, i: int, j: int) -> bool:
        """Whether two unlike scores are of two moments of the game, or of two of its sets."""
        left, right = self._claims[i], self._claims[j]
        if not (is_score(left) and is_score(right)) or left.mention.value == right.mention.value:
            return False
        return self._moment(left) != self._moment(right) or are_of_two_sets(left, right)

    def _are_part_and_whole(self, i: int, j: int) -> bool:
        """Whether one counts a part of what its own sentence counts, and the other as many as that whole."""
        return any(
            part in self._wholes and reaches(self._claims[other], self._wholes[part])
            for part, other in ((i, j), (j, i))
        )

    def _moment(self, claim: Claim) -> str:
        """Of which sort of moment a score is, as those of a live report are but for the result set by set."""
        if is_of_tiebreak(claim):
            return "tie-break"
        if claim.mention.article_id in self._live and not place_in_run(claim):
            return "live"
        return "ahead" if is_of_moment(claim) else ""

    def _relate(self, i: int, j: int, copied: bool, alike: bool) -> Relation | None:
        left, right = self._claims[i], self._claims[j]
        relation = relate_told(self._told[i], self._told[j], copied)
        unsure = relation.verdict is Verdict.COMPATIBLE
        if (unsure and not _is_comparable(left, right)) or differ_in_life(left, right):
            return None
        if relation.verdict is Verdict.CONFLICT and {_is_a_difference(left), _is_a_difference(right)} == {
            True,
            False,
        }:
            return None
        if relation.verdict is Verdict.CONFLICT and not relation.slip and are_told_apart(left, right):
            return None
        return relation if alike or _is_worth_a_look(left, right, relation) else None


def _is_a_difference(claim: Claim) -> bool | None:
    """Whether a figure says by how much something rose or fell, and not to or from what; None if neither."""
    change = getattr(claim.mention.value, "change", "")
    return change.endswith(" by") if change else None


def _relation_of(claim: Claim, told: Told) -> tuple[object, ...]:
    """All that a claim's part of a relation depends on."""
    key = claim.key
    return told, key.scenes, key.periods, key.measure, key.head, key.entity


def _candidates(claims: Sequence[Claim]) -> Iterator[tuple[int, list[int]]]:
    """Each claim with later ones of its family: the square is taken of families and not of the story."""
    families: dict[str, list[int]] = {}
    for index, claim in enumerate(claims):
        if not any(asks(claim) for asks in _UNASKED):
            families.setdefault(family(claim), []).append(index)
    sorts = [answer_sort(claim) for claim in claims]
    for members in families.values():
        for position, i in enumerate(members):
            sort = sorts[i]
            if sort is not None:
                yield i, [j for j in members[position + 1 :] if sorts[j] == sort]


def _dates_speech(claim: Claim) -> bool:
    """Whether a date tells when something was said: every report has its own day for that."""
    return claim.mention.kind is Kind.DATE and claim.key.predicate in speech_verbs()


def _dates_report(claim: Claim) -> bool:
    """Whether a date is that of a dateline: "RIGA, May 28 (AB) -", another in every report."""
    if claim.mention.kind is not Kind.DATE:
        return False
    found = _DATELINE.match(claim.context)
    return found is not None and claim.mention.end - claim.context_start <= found.end()


def _heads_entry(claim: Claim) -> bool:
    """Whether a time is that of an entry in a live report."""
    return claim.mention.kind is Kind.DATE and is_stamp(claim)


def _has_no_place(claim: Claim) -> bool:
    """Whether a time without a number lies nowhere: "for years" answers no question that can be compared."""
    value = claim.mention.value
    return isinstance(value, Date) and value.type == "DURATION" and value.start is None


def _is_running_score(claim: Claim) -> bool:
    """Whether a score is that of a moment of the game: "served at 5-3", "17' goal, 1-0"."""
    if getattr(claim.mention.value, "measure", "") != "score":
        return False
    return _AT.search(text_before(claim)) is not None or _MINUTE.search(claim.context) is not None


_UNASKED = (_dates_speech, _dates_report, _heads_entry, _has_no_place, _is_running_score)
"""What makes a value no answer to any question of the story's."""


def family(claim: Claim) -> str:
    """The sort of question a claim can answer; values of two families are never compared."""
    value = claim.mention.value
    if isinstance(value, Date):
        if value.type in ("DURATION", "SET"):
            return "stretch" if value.type == "DURATION" else "set"
        return "time" if "clock" in value.said else "date"
    if not isinstance(value, Figure):
        return claim.mention.kind.value
    if value.measure in {"percent", "point", "ratio"}:
        return "share"
    return value.measure


def _is_comparable(left: Claim, right: Claim) -> bool:
    """Whether one question could have both values for an answer; compatible may mean just unlike."""
    a, b = left.mention.value, right.mention.value
    if isinstance(a, Figure) and isinstance(b, Figure):
        return figures.comparable(a, b)
    if isinstance(a, Name) and isinstance(b, Name) and left.mention.kind is Kind.PLACE:
        return are_comparable(a.form, b.form)
    return True


def _is_worth_a_look(left: Claim, right: Claim, relation: Relation) -> bool:
    if relation.slip or relation.verdict is Verdict.AGREE:
        return True
    a, b = left.key, right.key
    return bool(
        (a.measure and a.measure == b.measure)
        or (a.head and a.head == b.head)
        or (a.entity and a.entity == b.entity)
    )
