"""Which place of a story lies in which, by the tables and by what its articles say themselves.

"Dun, in Harrow County" and "the village of Dun in Harrow County" say so; then Dun and Harrow County
are one answer to any question of place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from discrepancy.compare import compare_values
from discrepancy.compare.names.places import relate_places, sort_words
from discrepancy.context import sentence_of
from discrepancy.lexicon.names import find_place, is_region
from discrepancy.lexicon.towns import are_abroad, find_town, is_country, lies_in
from discrepancy.model import Claim, Kind, Name, Value, Verdict

LIES_IN = re.compile(
    r"(?:, | \(|,? (?:in|on|at|near) )"
    r"(?:the (?:[\w-]+ ){1,4}(?:of|in|on) |(?:(?:north|south|east|west)[\w-]*|central|upper|lower) )?"
)
"""What stands between a place and another that it lies in or near."""
_LISTED = re.compile(r"(?:, [A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)*,? (?:and|or) [A-Z]")
"""What follows the second of two places that are members of a list."""
_JOINED = re.compile(r",? (?:and|or) ")


def places_beside(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, str]]:
    """Places that follow one another in a sentence, with the words between; not those of a list."""
    for left, right, between in _neighbours(claims):
        if not _is_list(right, between):
            yield left, right, between


def _neighbours(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, str]]:
    names = [claim for claim in claims if isinstance(claim.mention.value, Name)]
    for left, right in pairwise(names):
        if left.mention.article_id != right.mention.article_id or sentence_of(left) != sentence_of(right):
            continue
        if left.mention.kind is right.mention.kind is Kind.PLACE:
            start, end = left.mention.end - left.context_start, right.mention.start - left.context_start
            yield left, right, left.context[start:end]


def _is_list(right: Claim, between: str) -> bool:
    """Whether two places are members of a list: "Dun, Orl and Salt"."""
    if between != ", ":
        return _JOINED.fullmatch(between) is not None
    return _LISTED.match(right.context, right.mention.end - right.context_start) is not None


def is_same(left: Value, right: Value) -> bool:
    """Whether two names are spellings of one place."""
    return compare_values(Kind.PLACE, left, right).verdict in {Verdict.AGREE, Verdict.VARIANT}


def _is_wide(name: str) -> bool:
    return bool(sort_words(name)) or is_region(name)


class Nesting:
    """The places of one story, each with all that it lies in."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.around: dict[str, set[str]] = {}
        self._listed: set[frozenset[str]] = set()
        for left, right, between in _neighbours(claims):
            a, b = left.mention.value.normal, right.mention.value.normal
            if _is_list(right, between):
                self._listed.add(frozenset((a, b)))
            elif LIES_IN.fullmatch(between):
                self.around.setdefault(a, set()).add(b)

    def are_listed(self, left: Value, right: Value) -> bool:
        """Whether an article names the two side by side, as places of which neither holds the other."""
        return frozenset((left.normal, right.normal)) in self._listed

    def fits(self, left: Value, right: Value) -> bool:
        """Whether both can answer one question: they are one place, or one lies in the other."""
        if self.are_nested(left, right):
            return True
        return self._may_lie_in(left.normal, right.normal) or self._may_lie_in(right.normal, left.normal)

    def are_nested(self, left: Value, right: Value) -> bool:
        """Whether both are one place, or the tables or an article say that one lies in the other."""
        if compare_values(Kind.PLACE, left, right).verdict is not Verdict.CONFLICT:
            return True
        return right.normal in self.surroundings(left.normal) or left.normal in self.surroundings(
            right.normal
        )

    def _may_lie_in(self, town: str, region: str) -> bool:
        """Whether nothing says in which region the town lies, or what does agrees."""
        if _is_wide(town) or not _is_wide(region) or (find_place(town) and find_place(region)):
            return False
        if are_abroad(town, region) or (find_town(town) and is_country(region) and not lies_in(town, region)):
            return False
        known = [outer for outer in self.surroundings(town) if _is_wide(outer)]
        return not known or any(
            relate_places(outer, region).verdict is not Verdict.CONFLICT for outer in known
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
