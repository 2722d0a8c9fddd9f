"""Pairs of claims that might answer one question, each with its relation and its score.

Blocking comes first: a pair that shares neither wording, measure, counted noun nor person, and
whose values are not a typical slip apart, is never looked at closely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy import lexicon
from discrepancy.align.features import (
    FEATURES,
    comparable_kinds,
    measure_similarities,
    pair_features,
    sort_of,
)
from discrepancy.align.relations import relate
from discrepancy.align.scenes import differ_in_life
from discrepancy.align.scoring import score
from discrepancy.compare import figures, statuses
from discrepancy.compare.names.places import are_comparable
from discrepancy.model import Claim, Date, Figure, Kind, Name, Phrase, Relation, Verdict

_ALIKE = 0.08
"""Cosine of sentences or windows from which a pair is worth a look."""

_CONTRAST = FEATURES.index("contrast")

_PERSONAL = frozenset({"life", "custody", "verdict", "plea", "employment"})
"""Dimensions of status that are somebody's own."""

_ON_A_CHARGE = frozenset({"verdict", "plea"})
_AT_COURT = frozenset(
    {"jury", "court", "judge", "trial", "tribunal", "panel", "bench", "charge", "count", "case"}
    | {"defendant", "man", "woman", "people", "guilty", "planned"}
)
"""Words around a verdict that are no charge."""

_CLOSE = 0.1
"""Weight from which a name counts as part of a value's statement."""


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
    pairs = []
    for i, j in _candidates(claims):
        left, right = claims[i], claims[j]
        text = similar.of(i, j)
        relation = relate(left, right, text[0])
        unsure = relation.verdict is Verdict.COMPATIBLE or left.mention.kind is Kind.STATUS
        if (unsure and not _is_comparable(left, right)) or differ_in_life(left, right):
            continue
        if _is_worth_a_look(left, right, relation, text):
            features = pair_features(left, right, text)
            sort = sort_of(left)
            same = score(f"same.{sort}", FEATURES, features)
            pairs.append(Pair(i, j, relation, features, same, sort))
    return pairs


def _candidates(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """Pairs of one family, so that the square is taken of families and not of the whole story.

    Rising and falling are left out: both are true, each of its own period, and the figures that
    stand with them are compared.
    """
    families: dict[str, list[int]] = {}
    for index, claim in enumerate(claims):
        if not (
            claim.mention.value.normal.startswith("trend:") or _dates_speech(claim) or _has_no_place(claim)
        ):
            families.setdefault(family(claim), []).append(index)
    for members in families.values():
        for position, i in enumerate(members):
            for j in members[position + 1 :]:
                if comparable_kinds(claims[i], claims[j]):
                    yield i, j


def _dates_speech(claim: Claim) -> bool:
    """Whether a date tells when something was said: every report has its own day for that."""
    return claim.mention.kind is Kind.DATE and claim.key.predicate in _speech_verbs()


def _has_no_place(claim: Claim) -> bool:
    """Whether a time without a number lies nowhere: "for years" answers no question that can be compared."""
    value = claim.mention.value
    return isinstance(value, Date) and value.type == "DURATION" and value.start is None


@cache
def _speech_verbs() -> frozenset[str]:
    return frozenset(lexicon.read_table("speech")["verbs"])


def family(claim: Claim) -> str:
    """The sort of question a claim can answer; values of two families are never compared."""
    value = claim.mention.value
    if isinstance(value, Date):
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
    if left.mention.kind is Kind.STATUS and isinstance(a, Phrase) and isinstance(b, Phrase):
        return statuses.comparable(a, b) and _is_of_one(left, right)
    return True


def _is_of_one(left: Claim, right: Claim) -> bool:
    """Whether what befell people befell the same ones: a shared name or argument, or none named."""
    a, b = left.mention.value, right.mention.value
    if a.normal.split(":")[0] not in _PERSONAL or not isinstance(a, Phrase) or not isinstance(b, Phrase):
        return True
    if not _is_of_one_charge(left, right):
        return False
    mine = {name for name, weight in left.key.names if weight >= _CLOSE}
    yours = {name for name, weight in right.key.names if weight >= _CLOSE}
    if mine and yours:
        return bool(mine & yours)
    return bool(set(a.lemmas) & set(b.lemmas))


def _is_of_one_charge(left: Claim, right: Claim) -> bool:
    """Whether two verdicts or pleas may be on one charge; of theft and of fraud they are not."""
    if left.mention.value.normal.split(":")[0] not in _ON_A_CHARGE:
        return True
    mine, yours = _charges(left), _charges(right)
    return not mine or not yours or bool(mine & yours)


def _charges(claim: Claim) -> set[str]:
    value = claim.mention.value
    assert isinstance(value, Phrase)
    named = {word for name, _ in claim.key.names for word in name.lower().split()}
    return {lemma for lemma in value.lemmas if lemma not in named and lemma not in _AT_COURT}


def _is_worth_a_look(left: Claim, right: Claim, relation: Relation, text: tuple[float, ...]) -> bool:
    if max(text[:2]) >= _ALIKE or relation.slip or relation.verdict is Verdict.AGREE:
        return True
    a, b = left.key, right.key
    return bool(
        (a.measure and a.measure == b.measure)
        or (a.head and a.head == b.head)
        or (a.entity and a.entity == b.entity)
        or left.mention.kind is Kind.STATUS
    )
