"""What an outlet tells of its own country, to which what the others tell need not apply.

"The film opens on 4 June. Here, it starts on the 18th."
"""

from __future__ import annotations

import re
from functools import lru_cache

from discrepancy.lexicon import REMEMBERED
from discrepancy.model import Claim

_HERE = re.compile(
    r"^[\"“]?Here,? (?!is\b|are\b|was\b|were\b)|\b[Ii]n (?:this|our) country\b|\bover here\b"
    r"|\b(?i:audiences|borrowers|buyers|cinemas|commuters|consumers|customers|dealers|drivers|employees|fans|farmers"
    r"|households|listeners|motorists|owners|patients|people|readers|savers|shoppers|shops|stores|travellers|users"
    r"|viewers|visitors|voters|workers) here\b"
)


def is_local(claim: Claim) -> bool:
    """Whether a sentence says that it speaks of the country that the outlet is in."""
    return _speaks_of_here(claim.context)


@lru_cache(maxsize=REMEMBERED)
def _speaks_of_here(sentence: str) -> bool:
    """The same of a sentence, which has several values, in several articles, and is asked about by each."""
    return _HERE.search(sentence) is not None
