"""Of which moment and set a score is: "trailed 2-3", the second of "6-4, 3-6, 7-5", "7-6 (9-7)".

A game has one result and many scores, and each of its sets has one of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from discrepancy.align.answers import text_before
from discrepancy.context import sentence_of
from discrepancy.model import Claim, Figure

_ENTRY = re.compile(r"\W*\d{1,2}[.:h]\d\d\b")
"""How an entry of a live report begins."""
_ENTRIES = 2
_BEHIND = re.compile(
    r"\b(?:trail(?:s|ed|ing)?|leads?|led|leading|ahead|behind|down|up)"
    r"(?: (?:by|at|with|the \w+|\w+ series))? $",
    re.I,
)
_STANDING = re.compile(
    r"\W{1,2}(?:up|down|ahead|behind|lead|in front|at (?:the )?(?:half|interval|break))\b", re.I
)
"""What leads to the score of a moment, and what follows it."""
_ONE = r"\d{1,3}[-–]\d{1,3}(?: ?\(\d+(?:[-–]\d+)?\))?"
_RUN = re.compile(rf"{_ONE}(?:(?:,? and |, ?|; ?| ){_ONE})+")
_SCORE = re.compile(_ONE)
_TIEBREAK = re.compile(r"\btie-?break(?:er)?s?\b", re.I)
_TIED = re.compile(r"\d[-–]\d ?\($")


def find_live(claims: Iterable[Claim]) -> frozenset[str]:
    """Ids of the articles that are live reports: several of their sentences begin with an hour."""
    entries: dict[str, set[object]] = defaultdict(set)
    for claim in claims:
        if _ENTRY.match(claim.context):
            entries[claim.mention.article_id].add(sentence_of(claim))
    return frozenset(article for article, own in entries.items() if len(own) >= _ENTRIES)


def is_score(claim: Claim) -> bool:
    """Whether a value is a score or a vote."""
    value = claim.mention.value
    return isinstance(value, Figure) and value.measure == "score"


def is_of_moment(claim: Claim) -> bool:
    """Whether a score is told as one at which somebody was ahead or behind."""
    if not is_score(claim):
        return False
    end = claim.mention.end - claim.context_start
    return bool(_BEHIND.search(text_before(claim)) or _STANDING.match(claim.context, end))


def place_in_run(claim: Claim) -> int:
    """Which of several scores in a row a score is, from 1 on; 0 for one that stands alone."""
    if not is_score(claim):
        return 0
    start = claim.mention.start - claim.context_start
    for run in _RUN.finditer(claim.context):
        if run.start() <= start < run.end():
            return sum(score.start() <= start for score in _SCORE.finditer(claim.context, *run.span()))
    return 0


def is_of_tiebreak(claim: Claim) -> bool:
    """Whether a score is that of the tie-break of a set: "7-6 (9-7)", "seven points to three"."""
    if not is_score(claim):
        return False
    told = " points " in claim.mention.text and _TIEBREAK.search(claim.context) is not None
    return told or _TIED.search(text_before(claim)) is not None


def are_of_two_sets(left: Claim, right: Claim) -> bool:
    """Whether two scores stand in different places of two rows of scores."""
    places = place_in_run(left), place_in_run(right)
    return all(places) and places[0] != places[1]
