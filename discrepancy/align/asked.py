"""What is asked of a place, and which answers are about one and the same somebody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from discrepancy import lexicon
from discrepancy.align.nesting import is_same
from discrepancy.lexicon.names import fold
from discrepancy.model import Claim, Figure
from discrepancy.scenes import AGED, BETWEEN, DEED, EVENT, HOME, MOST, SEAT

NUMBERED = "numbered"
"""Frame of places told apart by a number, whatever happens there."""
LOOSE = frozenset({EVENT, DEED, NUMBERED})
"""Frames in which two places count only where more shows that neither lies in the other."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a place, and whether the words alone say that it is one question."""

    frame: str
    of: str

    @property
    def is_tied(self) -> bool:
        """Whether it is asked of one person, body or thing by name."""
        return bool(self.of) and self.frame not in LOOSE

    @property
    def is_nameless(self) -> bool:
        """Whether it is asked of somebody of whom nobody gives a name."""
        return not self.of and self.frame in _nameless()

    @property
    def label(self) -> str:
        """The question in words."""
        if self.frame == SEAT:
            return f"where {self.of} is"
        if self.frame == EVENT:
            return f"place of the {self.of}"
        if self.frame == NUMBERED:
            return f"which {self.of}"
        if self.frame == HOME:
            return f"where {self.of} is from"
        if self.frame == BETWEEN:
            return f"what lies opposite {self.of}"
        if self.frame == DEED:
            return f"place told with “{self.of}”"
        if self.frame == MOST:
            return f"place of the highest or lowest, {self.of}"
        return str(read_scenes()[self.frame]["label"]).format(self.of or "somebody")


@cache
def read_scenes() -> dict[str, Any]:
    """The scenes of ``lexicon/scenes.toml`` by name."""
    table: dict[str, Any] = lexicon.read_table("scenes")["scenes"]
    return table


@cache
def _nameless() -> tuple[str, ...]:
    return tuple(name for name, entry in read_scenes().items() if entry.get("nameless"))


def people_by_age(claims: Sequence[Claim]) -> dict[str, str]:
    """An age, as scenes have it, → the person of whom more articles tell it by name than of anybody else."""
    people: dict[str, Counter[str]] = {}
    told = {
        (f"{AGED}{value.number}", claim.key.entity, claim.mention.article_id)
        for claim in claims
        if isinstance(value := claim.mention.value, Figure)
        and value.measure == "age"
        and claim.key.entity
        and claim.key.entity.split()[-1] in claim.context
    }
    for age, person, _ in sorted(told):
        people.setdefault(age, Counter())[person] += 1
    ranked = ((age, [*count.most_common(2), ("", 0)]) for age, count in people.items())
    return {age: first[0] for age, (first, second, *_) in ranked if first[1] > second[1]}


def join_owners(answers: Mapping[Question, Sequence[Claim]]) -> dict[Question, list[Claim]]:
    """The answers, those about a body's short name with those about the only longer one.

    Those about nobody by name are held against those about the only one named, too.
    """
    joined: dict[Question, list[Claim]] = {}
    named = {frame: [q for q in answers if q.frame == frame and q.of] for frame in _nameless()}
    for question, said in answers.items():
        longer = [q for q in answers if q.frame == question.frame and _is_longer(q.of, question.of)]
        asked = longer[0] if question.is_tied and len(longer) == 1 else question
        joined.setdefault(asked, []).extend(said)
    for frame, owners in named.items():
        if len(owners) == 1 and Question(frame, "") in joined:
            joined[Question(frame, "")].extend(answers[owners[0]])
    return joined


def _is_longer(name: str, short: str) -> bool:
    return bool(short) and set(fold(short).split()) < set(fold(name).split())


def add_births(answers: dict[Question, list[Claim]]) -> dict[Question, list[Claim]]:
    """The answers, those that tell where somebody is from with who tells that the person was born there."""
    for question, said in answers.items():
        if question.frame != HOME:
            continue
        from_there = {c.mention.article_id for c in said if not _only_lives(c)}
        # Who is from one town may live in another.
        said[:] = [c for c in said if c.mention.article_id not in from_there or not _only_lives(c)]
        articles = {claim.mention.article_id for claim in said}
        said.extend(
            claim
            for frame in ("born", "grew")
            for claim in answers.get(Question(frame, question.of), ())
            if claim.mention.article_id not in articles
            and (
                any(is_same(claim.mention.value, other.mention.value) for other in said)
                # Who grew up elsewhere is not from there; where somebody was born says less.
                or (frame == "grew" and _count_agreed(said) > 1)
            )
        )
    return answers


def _only_lives(claim: Claim) -> bool:
    frames = {scene.frame for scene in claim.key.scenes}
    return "lives" in frames and HOME not in frames


def _count_agreed(said: Sequence[Claim]) -> int:
    """How many articles name the place that most do."""
    places = {(claim.mention.article_id, claim.mention.value.normal) for claim in said}
    return max(Counter(place for _, place in places).values(), default=0)
