"""What claims that answer one question do to one another, and which of them a report shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence

from discrepancy.compare import compare_values
from discrepancy.model import Claim, Date, Phrase, Verdict

PLACES = 3
"""Most places of one article that a slot keeps of one value; a report needs no more."""


def phrase_of(claim: Claim) -> Phrase:
    """The value of a claim of an office, a status or a quotation."""
    value = claim.mention.value
    assert isinstance(value, Phrase)
    return value


def date_of(claim: Claim) -> Date:
    """The value of a claim of a date."""
    value = claim.mention.value
    assert isinstance(value, Date)
    return value


def count_articles(claims: Iterable[Claim]) -> int:
    """How many articles make the claims."""
    return len({claim.mention.article_id for claim in claims})


def text_before(claim: Claim) -> str:
    """What stands before a value in its sentence."""
    return claim.context[: claim.mention.start - claim.context_start]


def clash(left: Claim, right: Claim) -> bool:
    """Whether two claims' values cannot both answer one question."""
    a, b = left.mention, right.mention
    return compare_values(a.kind, a.value, b.value).verdict is Verdict.CONFLICT


def repeats(left: Claim, right: Claim, verdict: Verdict) -> bool:
    """Whether one article's value stands for the other's: the same, or the same told more coarsely.

    Most dates that can both be true are merely of two things, such as "since 1974" and 24 May, or
    "now" and any day; only a day and the month or year that it lies in tell the same.

    Args:
        left: A claim.
        right: Another of the same kind.
        verdict: How the values stand to each other.
    """
    a, b = left.mention.value, right.mention.value
    if verdict is Verdict.CONFLICT:
        return False
    if not isinstance(a, Date) or not isinstance(b, Date):
        return True
    if a.timex.endswith("_REF") or "SET" in (a.type, b.type):
        return False
    return verdict is Verdict.AGREE or _lies_in(a, b) or _lies_in(b, a)


def _lies_in(inner: Date, outer: Date) -> bool:
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    return outer.start <= inner.start and inner.end <= outer.end and outer.modifier in "=~"


def clashes_between_articles(claims: Sequence[Claim]) -> bool:
    """Whether one article's answers clash with all of another's while no article clashes with itself."""
    articles: dict[str, list[Claim]] = {}
    for claim in claims:
        articles.setdefault(claim.mention.article_id, []).append(claim)
    if any(clash(a, b) for own in articles.values() for a in own for b in own):
        return False
    groups = list(articles.values())
    return any(
        all(clash(a, b) for a in left for b in right)
        for position, left in enumerate(groups)
        for right in groups[position + 1 :]
    )


def trim_articles(claims: Iterable[Claim]) -> list[Claim]:
    """At most :data:`PLACES` claims of each article, for claims that say the same."""
    return _trim(claims, lambda claim: claim.mention.article_id)


def trim_values(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """At most :data:`PLACES` claims of each value in each article."""
    return tuple(_trim(claims, lambda claim: (claim.mention.article_id, claim.mention.value.normal)))


def _trim(claims: Iterable[Claim], key: Callable[[Claim], Hashable]) -> list[Claim]:
    count: Counter[Hashable] = Counter()
    kept = []
    for claim in claims:
        count[key(claim)] += 1
        if count[key(claim)] <= PLACES:
            kept.append(claim)
    return kept
