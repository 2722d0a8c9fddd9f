"""What is asked of a place, and which answers are about one and the same somebody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from discrepancy import lexicon
from discrepancy.lexicon.names import fold
from discrepancy.model import Claim
from discrepancy.scenes import BETWEEN, DEED, EVENT, HOME, MOST, SEAT

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
