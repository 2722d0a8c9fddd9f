"""What is told of less than the whole: of a part, of nothing, as an explanation.

"17 fires, nine of them in Orlen" and "none of them in Dun" put no fire into two places, and are no 16 fires.
What stands behind a town's name says in what it lies, each outlet at a level of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from discrepancy.align.answers import text_before
from discrepancy.align.lines import is_countable, number_of
from discrepancy.compare.names.places import sort_words
from discrepancy.lexicon.names import find_place
from discrepancy.lexicon.towns import is_country
from discrepancy.model import Claim, Kind

NOWHERE = "none"
"""The portion of which there is nothing at a place."""

_SHARE = re.compile(
    r"\b([\w-]+) (?:of (?:them|these|those|whom|which|the (?:\w+))\b(?: \w+){0,3}?)"
    r" (?:in|at|on|near|from|inside) (?:the )?$",
    re.IGNORECASE,
)
"""A part of many, and the place that it is told with: "nine of these occurred in"."""
_NONE = re.compile(
    r"(?:\bnot|\bnone|\bno one|\bnobody|\bnever|\bno \w+|\bexcept|\bapart from|\brather than)"
    r"(?: (?:in|at|on|near|inside))? (?:the )?$",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(r"\b(?:outside|beyond)(?: of)? (?:the )?$", re.IGNORECASE)
_TOWN = re.compile(
    r"((?:[A-ZÀ-Þ][\w'’.-]*)(?: (?:of |de |la )*[A-ZÀ-Þ][\w'’.-]*){0,3})"
    r"(?:, | \(|,? (?:in|on|near) )(?:(?:in|on|near) )?(?:the )?(?:[a-z]+ of )?$"
)
"""A name and what joins it with the place that it lies in."""

_OF_MANY = re.compile(r",? of (?:them|these|those|whom|which)\b", re.IGNORECASE)
_MOST = Decimal("0.9")
"""Share of the whole from which another count is one of the whole and not of the part."""
_OF_THE = re.compile(r" (?:out )?of (?:the |its |their |all )?(?:[\w -]+['’]s? )?", re.IGNORECASE)
"""What stands between a part and its whole: "34 of the town's 41 dead"."""


def find_wholes(claims: Sequence[Claim]) -> dict[int, Decimal]:
    """By index of a count that is part of another of its sentence, that other.

    "41 bodies, 34 of them in Lere", "34 of the town's 41 dead".
    """
    wholes: dict[int, Decimal] = {}
    last: dict[tuple[str, str, int], int] = {}
    counts = [index for index, claim in enumerate(claims) if is_countable(claim)]
    for index in sorted(counts, key=lambda index: claims[index].mention.start):
        mention, number = claims[index].mention, number_of(claims[index])
        place = mention.article_id, mention.field, mention.sentence
        before = last.get(place)
        if before is not None and number < number_of(claims[before]) and _is_of_many(claims[index]):
            wholes[index] = number_of(claims[before])
            continue
        if before is not None and number > number_of(claims[before]):
            start = claims[before].mention.end - claims[before].context_start
            end = mention.start - claims[index].context_start
            if _OF_THE.fullmatch(claims[index].context, start, end):
                wholes[before] = number
        last[place] = index
    return wholes


def _is_of_many(claim: Claim) -> bool:
    return _OF_MANY.match(claim.context, claim.mention.end - claim.context_start) is not None


def reaches(claim: Claim, whole: Decimal) -> bool:
    """Whether a count is as large as ``whole``, or nearly, and so none of a part of it."""
    return is_countable(claim) and number_of(claim) >= whole * _MOST


def portion_of(claim: Claim) -> str:
    """The part that is told to be at a place ("nine", "most", "none"), or "" for the whole."""
    if claim.mention.kind is not Kind.PLACE:
        return ""
    before = text_before(claim)
    if _NONE.search(before) or (_OUTSIDE.search(before) and is_country(claim.mention.value.normal)):
        return NOWHERE
    share = _SHARE.search(before)
    return share[1].lower() if share else ""


def town_before(claim: Claim) -> str:
    """The town that a place explains by standing behind it: of "Harlow, Orlen County" Harlow, or ""."""
    if claim.mention.kind is not Kind.PLACE:
        return ""
    found = _TOWN.search(text_before(claim))
    # "Orlen Smokehouse, Dun" is no town in another.
    return found[1].casefold() if found and found[1] in claim.key.places else ""


def are_of_one_level(left: str, right: str) -> bool:
    """Whether two places that a town is said to lie in can exclude one another.

    They do where tables know both, or where they are of one sort: two counties. A province, a coast and a
    county may all be around one town.
    """
    if find_place(left) and find_place(right):
        return True
    return sort_words(left) == sort_words(right) and not find_place(left) and not find_place(right)
