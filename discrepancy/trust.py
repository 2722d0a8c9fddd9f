"""How far a rule is to be trusted: no conflict is surer than its rule has proved to be.

A rule finds that names differ by a slip, or that nobody holds two posts, and is sure of it; whether the
articles speak of one thing, it cannot know. What share of its alarms was right in stories that were
measured before anybody had looked at them is the ceiling of their confidence (``lexicon/trust.toml``).
"""

from __future__ import annotations

from dataclasses import replace

from discrepancy import lexicon
from discrepancy.model import Finding, Verdict


def temper(finding: Finding) -> Finding:
    """The finding; a conflict with no more confidence than its rule deserves."""
    ceiling: float = lexicon.read_table("trust")["rules"].get(finding.slot.provenance.rule, 1.0)
    if finding.verdict is not Verdict.CONFLICT or finding.confidence <= ceiling:
        return finding
    return replace(finding, confidence=ceiling)
