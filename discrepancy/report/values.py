"""One value in its sentence, as every renderer shows it."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import datetime

from discrepancy.model import Claim


@dataclass(frozen=True, slots=True)
class ValueRow:
    """What one article says, with the sentence cut at the value: before, text, after."""

    article: str
    label: str
    source: str
    published: datetime | None
    inferred: bool
    field: str
    start: int
    end: int
    text: str
    value: str
    shown: str
    odd: bool
    context: str
    context_start: int
    before: str
    after: str


def show_confidence(confidence: float) -> str:
    """A confidence from 0 to 1 in percent; what is nearly certain is not rounded up to certain."""
    return f"{confidence if confidence == 1 else min(confidence, 0.99):.0%}"


def show_value(kind: str, value: str) -> str:
    """A normalised value as people read it.

    What a number counts stands beside it in the sentence, and a status is told without its dimension.

    Args:
        kind: Of the value, as reports print it.
        value: Its normalised form: ``12 person``, ``custody:released``, ``chief_negotiator``.
    """
    match kind:
        case "number":
            return value.split(" ")[0]
        case "status":
            return value.partition(":")[2] or value
        case "role":
            return value.replace("_", " ")
        case _:
            return value


def value_row(claim: Claim, value: str, odd: bool, labels: Mapping[str, str], dated: Set[str]) -> ValueRow:
    """The row of a claim; ``dated`` are the articles that give their own publication time."""
    mention = claim.mention
    first, stop = mention.start - claim.context_start, mention.end - claim.context_start
    # A value that does not stand in its sentence is shown alone rather than marked in a wrong place.
    inside = first >= 0 and claim.context[first:stop] == mention.text
    return ValueRow(
        article=mention.article_id,
        label=labels.get(mention.article_id, mention.source),
        source=mention.source,
        published=claim.published,
        inferred=claim.published is not None and mention.article_id not in dated,
        field=mention.field,
        start=mention.start,
        end=mention.end,
        text=mention.text,
        value=value,
        shown=show_value(mention.kind.value, value),
        odd=odd,
        context=claim.context,
        context_start=claim.context_start,
        before=claim.context[:first].lstrip() if inside else "",
        after=claim.context[stop:].rstrip() if inside else "",
    )
