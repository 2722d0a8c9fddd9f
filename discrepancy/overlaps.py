"""Findings that show one contradiction a second time: the fuller one stays.

A headline's bare "5.96" beside the text's "5.96 metres" asks no question of its own, a wrong weekday is
the odd one out of a question that several articles answer, and who is the chief is told with whose words
the chief's are.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.compare.dates import WEEKDAY_SLIP
from discrepancy.model import Figure, Finding, Kind, Name, Verdict


def drop_overlaps(findings: Sequence[Finding]) -> list[Finding]:
    """``findings`` without the conflicts that another one shows with at least as many of the articles."""
    conflicts = [finding for finding in findings if finding.verdict is Verdict.CONFLICT]
    numbers = {id(finding): _numbers(finding) for finding in conflicts}
    return [
        finding
        for finding in findings
        if finding.verdict is not Verdict.CONFLICT
        or not any(
            _tells_weekday(finding, other)
            or _tells_speaker(finding, other)
            or _tells_office(finding, other)
            or _is_part(finding, other, numbers)
            for other in conflicts
            if other is not finding
        )
    ]


def _tells_weekday(finding: Finding, other: Finding) -> bool:
    """Whether a weekday that does not match its date stands in a conflict between articles as well."""
    internal = finding.slot.provenance.internal
    if internal is None or internal.slip != WEEKDAY_SLIP:
        return False
    wrong = {id(finding.slot.claims[i]) for i in finding.odd}
    return bool(wrong & {id(claim) for claim in other.slot.claims})


def _tells_speaker(finding: Finding, other: Finding) -> bool:
    """Whether ``other`` has all people of ``finding`` as the speakers of one utterance, by the same mentions.

    "Said the chief, Ann Roe", "said the chief, Ben Ash": the words tell it with all their articles.
    """
    if finding.slot.kind is not Kind.NAME or other.slot.kind is not Kind.QUOTE:
        return False
    people = {claim.mention.value.normal for claim in finding.slot.claims}
    spoken = {claim.mention for claim in other.slot.claims if isinstance(claim.mention.value, Name)}
    shown = {c.mention.value.normal for c in finding.slot.claims if c.mention in spoken}
    return len(people) > 1 and shown == people


def _tells_office(finding: Finding, other: Finding) -> bool:
    """Whether one of two holders of an office has it by a mistake that ``other`` shows.

    "Finance Minister Ann Roe" for "Labour Minister Ann Roe", where Ben Ash is the finance minister, is one
    mistake. Where the two share a name, or the offices their title, it may be another.
    """
    if finding.slot.provenance.rule != "holder of an office" or other.slot.kind is not Kind.ROLE:
        return False
    sides = [
        [claim for i, claim in enumerate(other.slot.claims) if (i in other.odd) is odd]
        for odd in (False, True)
    ]
    titles = [{claim.mention.text.lower() for claim in side} for side in sides]
    wrong = {(claim.mention.article_id, claim.key.entity) for claim in sides[1] if claim.key.entity}
    told = {claim.mention.article_id for claim in sides[0]}
    holders: dict[str, set[str]] = {}
    for claim in finding.slot.claims:
        holders.setdefault(claim.mention.value.normal, set()).add(claim.mention.article_id)
    if len(holders) != 2 or titles[0] & titles[1]:
        return False
    (one, ours), (two, theirs) = holders.items()
    if set(one.split()) & set(two.split()):
        return False
    return any(
        any((article, name) in wrong for article in mine) and bool(yours & told)
        for name, mine, yours in ((one, ours, theirs), (two, theirs, ours))
    )


def _is_part(finding: Finding, other: Finding, numbers: dict[int, frozenset[tuple[str, str]]]) -> bool:
    """Whether ``other`` has all numbers of ``finding`` in the same articles; of two alike the surer stays."""
    mine, theirs = numbers[id(finding)], numbers[id(other)]
    surer = (-other.confidence, other.id) < (-finding.confidence, finding.id)
    return bool(mine) and (mine < theirs or (mine == theirs and surer))


def _numbers(finding: Finding) -> frozenset[tuple[str, str]]:
    """Which number stands in which article, without units; nothing for other values and single articles."""
    if finding.slot.provenance.internal is not None:
        return frozenset()
    mentions = [claim.mention for claim in finding.slot.claims]
    figures = [(m.article_id, str(m.value.number)) for m in mentions if isinstance(m.value, Figure)]
    return frozenset(figures) if len(figures) == len(mentions) else frozenset()
