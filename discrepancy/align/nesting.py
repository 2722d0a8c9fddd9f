"""Which place of a story lies in which, by the tables and by what its articles say themselves.

"Dun, in Harrow County" and "the village of Dun in Harrow County" say so; then Dun and Harrow County
are one answer to any question of place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from discrepancy.compare import compare_values
from discrepancy.context import sentence_of
from discrepancy.lexicon.names import find_place
from discrepancy.model import Claim, Kind, Name, Value, Verdict

LIES_IN = re.compile(r"(?:, | \(|,? (?:in|on|at|near) )(?:the (?:[\w-]+ ){1,4}(?:of|in|on) )?")
"""What stands between a place and another that it lies in or near."""
_LISTED = re.compile(r"(?:(?:, [A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)+,? (?:and|or) [A-Z]|,? (?:and|or) )")
"""What follows the second of two places that are members of a list."""


def places_beside(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, str]]:
    """Places that follow one another in a sentence, with the words between; not those of a list."""
    names = [claim for claim in claims if isinstance(claim.mention.value, Name)]
    for left, right in pairwise(names):
        if left.mention.article_id != right.mention.article_id or sentence_of(left) != sentence_of(right):
            continue
        if not left.mention.kind is right.mention.kind is Kind.PLACE:
            continue
        start, end = left.mention.end - left.context_start, right.mention.start - left.context_start
        between = left.context[start:end]
        listed = _LISTED.match(right.context, right.mention.end - right.context_start)
        if not (listed and between == ", "):
            yield left, right, between


def is_same(left: Value, right: Value) -> bool:
    """Whether two names are spellings of one place."""
    return compare_values(Kind.PLACE, left, right).verdict in {Verdict.AGREE, Verdict.VARIANT}


class Nesting:
    """The places of one story, each with all that it lies in."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.around: dict[str, set[str]] = {}
        for left, right, between in places_beside(claims):
            if LIES_IN.fullmatch(between):
                self.around.setdefault(left.mention.value.normal, set()).add(right.mention.value.normal)

    def fits(self, left: Value, right: Value) -> bool:
        """Whether both can answer one question: they are one place, or one lies in the other."""
        if compare_values(Kind.PLACE, left, right).verdict is not Verdict.CONFLICT:
            return True
        return right.normal in self.surroundings(left.normal) or left.normal in self.surroundings(
            right.normal
        )

    def surroundings(self, name: str) -> set[str]:
        """All that the place of this name lies in, step by step."""
        found: set[str] = set()
        todo = [name]
        while todo:
            inner = todo.pop()
            place = find_place(inner)
            for outer in (*self.around.get(inner, ()), *((place.within,) if place and place.within else ())):
                if outer not in found:
                    found.add(outer)
                    todo.append(outer)
        return found
