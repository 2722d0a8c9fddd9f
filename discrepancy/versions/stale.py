"""Stale copies: pages that still have the value that another page has since changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from discrepancy.compare import compare_values
from discrepancy.model import Article, Change, Claim, Descent, Finding, Revision, Verdict
from discrepancy.versions.pages import moment_of
from discrepancy.votes import trace_ancestors

_SAME = frozenset({Verdict.AGREE, Verdict.VARIANT})


def find_stale(
    changes: Sequence[Change],
    findings: Sequence[Finding],
    articles: Sequence[Article],
    descents: Sequence[Descent] = (),
) -> tuple[Change, ...]:
    """What other pages still say although the page that it comes from has changed it.

    A page is stale if it answers the same question with the old value and was made from the changed
    page, or came out after a correction or an update. A stealth edit alone makes no stranger stale,
    for it may as well have brought a mistake in. Conflicts stay conflicts; this says where the old
    value comes from.

    Args:
        changes: What ``compare_versions`` found in all pages of the story.
        findings: Of the story, with the claims of current versions.
        articles: Every version of the story's pages.
        descents: Which articles were made from which.
    """
    known = {article.id: article for article in articles}
    ancestors = trace_ancestors(descents)
    found: dict[str, Change] = {}
    for change in changes:
        for claim in _others(change, findings):
            if _is_after(claim, change, known, ancestors):
                stale = _describe(change, claim, known, ancestors)
                found.setdefault(stale.id, stale)
    return tuple(found.values())


def _others(change: Change, findings: Sequence[Finding]) -> Iterator[Claim]:
    """Claims of other pages that give the old value where the changed page now gives the new one."""
    place = change.after.mention
    for finding in findings:
        claims = finding.slot.claims
        if not any(_same_place(claim, change.after) for claim in claims):
            continue
        for claim in claims:
            other = claim.mention
            if other.article_id != place.article_id and _agree(claim, change.before):
                yield claim


def _same_place(left: Claim, right: Claim) -> bool:
    a, b = left.mention, right.mention
    return (a.article_id, a.field, a.start, a.kind) == (b.article_id, b.field, b.start, b.kind)


def _agree(left: Claim, right: Claim) -> bool:
    a, b = left.mention, right.mention
    return type(a.value) is type(b.value) and compare_values(a.kind, a.value, b.value).verdict in _SAME


def _is_after(
    claim: Claim, change: Change, known: Mapping[str, Article], ancestors: Mapping[str, Sequence[str]]
) -> bool:
    changed, other = known[change.after.mention.article_id], known[claim.mention.article_id]
    if changed.id in ancestors.get(other.id, ()):
        return True
    if change.revision is Revision.STEALTH:
        return False
    first, second = moment_of(changed), moment_of(other)
    return first is not None and second is not None and second > first


def _describe(
    change: Change, claim: Claim, known: Mapping[str, Article], ancestors: Mapping[str, Sequence[str]]
) -> Change:
    origin, page = change.after.mention, known[claim.mention.article_id]
    copied = origin.article_id in ancestors.get(claim.mention.article_id, ())
    said = f"“{change.before.mention.text}” to “{origin.text}”"
    how = f"was made from {origin.source}, which" if copied else f"came out after {origin.source}"
    text = "\n".join((change.id, claim.mention.source, claim.mention.article_id))
    return Change(
        id=hashlib.sha256(text.encode()).hexdigest()[:12],
        revision=Revision.STALE,
        question=change.question,
        before=replace(claim, published=page.modified or page.published),
        after=change.after,
        reason=f"the page {how} has changed {said}, and still has the old value",
    )
