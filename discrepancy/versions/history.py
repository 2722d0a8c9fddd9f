"""A contested value over time: version × source × moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from discrepancy.compare import compare_values
from discrepancy.model import Article, Claim, Finding, Verdict
from discrepancy.versions.pairing import Pair

_SAME = frozenset({Verdict.AGREE, Verdict.VARIANT})


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """What one version of one source gave for a contested value.

    Attributes:
        time: When that version came out, as given, or None.
        value: Normalised; equal for claims that agree.
        text: As printed.
        current: Whether the page still says so.
    """

    time: datetime | None
    source: str
    article: str
    version: str | None
    value: str
    text: str
    current: bool


def trace_history(finding: Finding, pairs: Iterable[Pair]) -> tuple[Claim, ...]:
    """What earlier versions said where the finding's claims stand now, the latest version first.

    Args:
        finding: Its claims are those of current versions.
        pairs: For all pages the claims of each two versions in a row that answer one question.
    """
    older = {_place(new): old for old, new in pairs}
    found = []
    for claim in finding.slot.claims:
        place = _place(claim)
        while place in older:
            found.append(older[place])
            place = _place(older[place])
    return tuple(found)


def _place(claim: Claim) -> tuple[str, str, int, int, str]:
    mention = claim.mention
    return mention.article_id, mention.field, mention.start, mention.end, mention.kind


def value_timeline(finding: Finding, articles: Iterable[Article]) -> tuple[TimelineRow, ...]:
    """Who gave which value when, earliest first, the undated last; each version and value once.

    Args:
        finding: With the ``history`` that ``check_story`` has put into it.
        articles: Every version of the story's pages.
    """
    known = {article.id: article for article in articles}
    claims = [(claim, value, True) for claim, value in zip(finding.slot.claims, finding.values, strict=True)]
    claims += [(claim, _normal(finding, claim), False) for claim in finding.history]
    rows: dict[tuple[str, str], TimelineRow] = {}
    for claim, value, current in claims:
        row = _row(claim, value, current, known)
        rows.setdefault((row.article, row.value), row)
    return tuple(sorted(rows.values(), key=_when))


def _row(claim: Claim, value: str, current: bool, known: Mapping[str, Article]) -> TimelineRow:
    article = known.get(claim.mention.article_id)
    return TimelineRow(
        time=(article.modified or article.published) if article else claim.published,
        source=claim.mention.source,
        article=claim.mention.article_id,
        version=article.version if article else None,
        value=value,
        text=claim.mention.text,
        current=current,
    )


def _when(row: TimelineRow) -> tuple[bool, datetime, str, str, str]:
    moment = row.time
    aware = moment if moment is None or moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware is None, aware or datetime.min.replace(tzinfo=UTC), row.source, row.article, row.value


def _normal(finding: Finding, claim: Claim) -> str:
    """The finding's spelling of an earlier value, where a current claim agrees with it."""
    said: Sequence[tuple[Claim, str]] = list(zip(finding.slot.claims, finding.values, strict=True))
    for other, value in said:
        a, b = claim.mention, other.mention
        if type(a.value) is type(b.value) and compare_values(a.kind, a.value, b.value).verdict in _SAME:
            return value
    return claim.mention.value.normal
