"""Whom to doubt where two sides are even: articles that stand against the others elsewhere in the story.

Errors come in company: who got one fact of a story wrong, by haste or by rewriting, is likelier to have got
the next one wrong too. Where as many reports have either value, and every article of one side is the odd
one out of another question while no article of the other side is, that side is the odd one. So it was in
23 of 25 such cases of 340 labelled stories, looked at while the rule was made; who reads a finding is told
that nothing else decides it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from discrepancy.model import Finding, Likely, Verdict


def settle_even(findings: Sequence[Finding]) -> list[Finding]:
    """``findings`` of one story, those of even sides with the side that errs elsewhere for the odd one.

    What already speaks for that side, such as a weekday that fits, keeps a finding even.
    """
    record = Counter(
        article
        for finding in findings
        if finding.verdict is Verdict.CONFLICT
        for article in {finding.slot.claims[i].mention.article_id for i in finding.odd}
    )
    return [_settle(finding, record) if record and _is_even(finding) else finding for finding in findings]


def _is_even(finding: Finding) -> bool:
    """Whether two articles or more contradict each other, with two values that nothing decides between."""
    across = finding.verdict is Verdict.CONFLICT and finding.slot.provenance.internal is None
    return across and not finding.odd and len(set(finding.values)) == 2


def _settle(finding: Finding, record: Counter[str]) -> Finding:
    sides: dict[str, list[int]] = {}
    for index, value in enumerate(finding.values):
        sides.setdefault(value, []).append(index)
    articles = [{finding.slot.claims[i].mention.article_id for i in side} for side in sides.values()]
    if articles[0] & articles[1]:
        return finding
    doubted = [min(record[article] for article in side) for side in articles]
    trusted = [max(record[article] for article in side) == 0 for side in articles]
    for wrong, right in ((0, 1), (1, 0)):
        if doubted[wrong] and trusted[right]:
            return _decide(finding, list(sides), list(sides.values()), wrong, doubted[wrong])
    return finding


def _decide(
    finding: Finding, values: Sequence[str], sides: Sequence[Sequence[int]], wrong: int, often: int
) -> Finding:
    """The finding with one side as the odd one, unless other reasons make that side's value likely."""
    likely, value = finding.likely, values[1 - wrong]
    if likely is not None and likely.value not in ("", value):
        return finding
    sources = sorted({finding.slot.claims[i].mention.source for i in sides[wrong]})
    times = f"in {often} other questions" if often > 1 else "in another question"
    verb = "stand" if len(sources) > 1 else "stands"
    reason = f"the sides are even, but {', '.join(sources)} {verb} against the others {times} of this story"
    lead = finding.slot.claims[sides[1 - wrong][0]].mention.text
    text, reasons = (likely.text, likely.reasons) if likely and likely.value else (lead, ())
    return replace(finding, odd=frozenset(sides[wrong]), likely=Likely(value, text, (*reasons, reason)))
