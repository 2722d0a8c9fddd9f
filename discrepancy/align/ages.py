"""Ages that are not of the day of the report: of an earlier year of a life, or changed by a birthday.

"Who was 41 when the mast fell" says nothing of how old she is now, and who turns 52 on Friday is
51 until then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from discrepancy.align.answers import text_before
from discrepancy.align.bearers import person_nouns
from discrepancy.lexicon import read_rows
from discrepancy.model import Claim, Figure

_THEN = re.compile(r"\b(?:then(?: aged)?|since (?:s?he|they) (?:was|were)(?: aged)?|[Aa]t(?: the age of)?) $")
"""Before an age of another time: "then 41", "since she was 41", "at 41 she took over"."""
_WHEN = re.compile(
    r"(?: years? old)?,? "
    r"(?:at the time\b|(?:when|as) (?P<clause>[^.;]*)|(?:back )?in (?:the year )?(?:19|20)\d\d\b)"
)
_OF_NOW = re.compile(
    r"^(?:(?:s?he|they) )?(?:was |were |is |had )?(?:\w+ly )?"
    r"(?:die[ds]?|dying|killed|murdered|drowned|perished|shot dead|stabbed to death)\b"
    r"|\b(?:yesterday|today|tonight|last night|\w+day|this (?:morning|week|month))\b"
)
"""What makes the time of an age that of the story: nobody ages after death, and Sunday was this week."""
_DATED = re.compile(r"^(?:Back )?[Ii]n (?:(?:\w+ )?(?:19|20)(\d\d)),? ")
_BIRTHDAY = re.compile(r"\b(?:turn(?:s|ed|ing)?|will be(?:come)?|would be(?:come)?) $")
_AGE_OF = re.compile(r"age of (?:.* )?(\S+)$")
_ABOUT = re.compile(r"age in the sentence about (?:.* )?(\S+)$")
_OLD = re.compile(r"[- ](?:year|month|week|day)s?[- ]old\b")
_COPULA = re.compile(r"\b(?:is|are|was|were)(?: now| only| just| nearly| almost| about)? $")
_CENTURY = 100


def is_of_another_time(claim: Claim) -> bool:
    """Whether an age is that of an earlier year of the person's life."""
    before = text_before(claim)
    rest = claim.context[claim.mention.end - claim.context_start :]
    if _THEN.search(before):
        return True
    told = _WHEN.match(rest)
    if told:
        return not (told["clause"] and _OF_NOW.search(told["clause"]))
    dated = _DATED.match(before)
    if not dated or claim.published is None:
        return False
    return int(dated[1]) != claim.published.year % _CENTURY


def who_is_aged(claim: Claim) -> str:
    """Whether an age is that of a "person" or of a "thing", as far as the noun for it tells; else ""."""
    value = claim.mention.value
    if not isinstance(value, Figure) or value.measure != "age":
        return ""
    attributive = _OLD.match(claim.context, claim.mention.end - claim.context_start) is not None
    found = _AGE_OF.match(claim.key.question)
    if found is None and _COPULA.search(text_before(claim)):
        found = _ABOUT.match(claim.key.question)
    if found is None or not found[1].islower():
        return ""
    if found[1] in person_nouns():
        return "person"
    told = attributive or _COPULA.search(text_before(claim)) is not None
    return "thing" if told and found[1] in _things() else ""


@cache
def _things() -> frozenset[str]:
    """Nouns for what is no person and no animal, and for what lasts: records, laws, quarrels."""
    told = frozenset(
        {"record", "mark", "law", "dispute", "feud", "ban", "conflict", "war", "company", "firm", "case"}
    )
    kinds = {noun: set(kinds.split(",")) for noun, kinds, *_ in read_rows("nouns")}
    return told | {noun for noun, sorts in kinds.items() if sorts.isdisjoint({"person", "animal"})}


def is_new(claim: Claim) -> bool:
    """Whether the person has just reached an age, or soon will: "who turned 52 last week"."""
    return _BIRTHDAY.search(text_before(claim)) is not None


def leave_birthdays(said: Sequence[Claim], claims: Sequence[Claim]) -> list[Claim]:
    """The ages of one person without those that a birthday explains.

    Args:
        said: Ages of one person.
        claims: All of the story: their sentences tell of birthdays.
    """
    changed = {
        (claim.mention.article_id, number)
        for claim in said
        if (number := _years(claim)) is not None and _has_birthday(claim, number, claims)
    }
    ages = {_years(claim) for claim in said}
    return [
        claim
        for claim in said
        if (claim.mention.article_id, number := _years(claim)) not in changed
        or number is None
        or number - 1 not in ages
    ]


def _years(claim: Claim) -> Decimal | None:
    value = claim.mention.value
    return value.number if isinstance(value, Figure) and isinstance(value.number, Decimal) else None


def _has_birthday(claim: Claim, number: Decimal, claims: Sequence[Claim]) -> bool:
    """Whether an article says that somebody reached this age just now, or soon will."""
    if is_new(claim):
        return True
    birthday = re.compile(rf"\b{number:f}(?:st|nd|rd|th) birthday\b")
    own = claim.mention.article_id
    return any(c.mention.article_id == own and birthday.search(c.context) for c in claims)
