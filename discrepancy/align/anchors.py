"""Dates counted from another day that the text tells: "ten months later", "on the Thursday".

From which day is for the reader to find; a guess wrong by one event is wrong by years. What is counted so
agrees with a date that it meets, but contradicts none.
"""

from __future__ import annotations

import re
from functools import cache

from discrepancy import lexicon
from discrepancy.align.answers import text_before
from discrepancy.model import Claim, Date

_THE = re.compile(r"\b[Tt]he $")
"""What makes a weekday one of the story told and not of the days around the report."""


def is_counted(claim: Claim) -> bool:
    """Whether a claim is a date that its words count from another event."""
    value = claim.mention.value
    if not isinstance(value, Date):
        return False
    if value.said == {"weekday"}:
        return bool(_THE.search(text_before(claim)))
    return "relative" in value.said and bool(_counted().search(claim.mention.text.lower()))


@cache
def _counted() -> re.Pattern[str]:
    table = lexicon.read_table("dates")["counted"]
    behind, before, units = ("|".join(table[name]) for name in ("behind", "before", "units"))
    return re.compile(rf"\b(?:{behind})$|^(?:the )?(?:{before}) (?:{units})\b")
