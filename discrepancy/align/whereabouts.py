"""Place slots that need no learning: which of two places of one name, and where somebody is from.

"Ashford, Kent" and "Ashford, Ohio" are two towns; "Ann Roe of Kenya" and "Ann Roe from Ethiopia"
cannot both be true of her. An article that has both answers tells two apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from discrepancy.align.answers import clashes_between_articles, trim_values
from discrepancy.align.nesting import Nesting
from discrepancy.align.scenes import align_scenes
from discrepancy.context import sentence_of
from discrepancy.lexicon.names import find_place
from discrepancy.model import Claim, Kind, Name, Provenance, Slot

_CERTAINTY = 0.8
_LIES_IN = re.compile(r"(?:, | in | \(|, in )$")
_GOES_ON = re.compile(r",? (?:and|or) ")
_COMES_FROM = re.compile(r"(?: of | from |, of |, from )$")
_BELONGS_TO = re.compile(r"['’]s $")


def align_whereabouts(story_id: str, claims: Sequence[Claim]) -> tuple[Slot, ...]:
    """Slots for places and people that articles put into different places."""
    answers: dict[tuple[str, str], list[Claim]] = {}
    for question, answer in _pairs(claims):
        answers.setdefault(question, []).append(answer)
    slots = []
    for (verb, name), said in answers.items():
        # Whether Kent lies in England no table says: only what the table knows is held together.
        known = [claim for claim in said if find_place(claim.mention.text)] or said
        if clashes_between_articles(known):
            told, rule = trim_values(known), Provenance("whereabouts")
            slots.append(Slot(story_id, Kind.PLACE, f"{verb} {name}", told, _CERTAINTY, rule))
    return (*slots, *align_scenes(story_id, claims, Nesting(claims)))


def _pairs(claims: Sequence[Claim]) -> Iterator[tuple[tuple[str, str], Claim]]:
    """(what is asked, of whom) and the place that answers, for names that stand side by side."""
    names = [claim for claim in claims if isinstance(claim.mention.value, Name)]
    for left, right in pairwise(names):
        if left.mention.article_id != right.mention.article_id or sentence_of(left) != sentence_of(right):
            continue
        start, end = left.mention.end - left.context_start, right.mention.start - left.context_start
        between = left.context[start:end]
        a, b = left.mention.value, right.mention.value
        if not isinstance(a, Name) or not isinstance(b, Name):
            continue
        listed = _GOES_ON.match(right.context, right.mention.end - right.context_start)
        if listed and b.type == "PLACE" and a.type == "PLACE":
            continue
        if b.type == "PLACE" and a.type == "PLACE" and _LIES_IN.fullmatch(between):
            yield ("where is", a.form), right
        elif b.type == "PLACE" and a.type == "PERSON" and _COMES_FROM.fullmatch(between):
            yield ("where is from:", a.canonical), right
        elif a.type == "PLACE" and b.type == "PERSON" and _BELONGS_TO.fullmatch(between):
            yield ("where is from:", b.canonical), left
