"""Who speaks for a value: two named parties that each stand by their own contradict nobody's report.

Invariant: a value that the outlet tells in its own voice, or puts to a source that it does not name,
is nobody's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from discrepancy import lexicon
from discrepancy.model import Claim, Kind

_UNDISPUTED = frozenset({Kind.NAME, Kind.ROLE, Kind.QUOTE})
"""Kinds on which speakers do not differ: how a name is spelt or what somebody said is no claim."""


def speak_for_themselves(sides: Sequence[Sequence[Claim]]) -> bool:
    """Whether every value is attributed, each to somebody else.

    Args:
        sides: The claims of each value of one question.
    """
    if sides[0][0].mention.kind in _UNDISPUTED:
        return False
    speakers = [[_voice(claim) for claim in side] for side in sides]
    if not all(words for side in speakers for words in side):
        return False
    voices = [set.union(*side) for side in speakers]
    return all(not a & b for position, a in enumerate(voices) for b in voices[position + 1 :])


def _voice(claim: Claim) -> set[str]:
    """The words that name the speaker, and whom a spokesman speaks for, with initials: one voice.

    None for "a person familiar with the deal", who may be the other report's source as well.
    """
    words = claim.key.speaker.lower().split()
    if not words or words[0] in _nobody():
        return set()
    voice = set(words) - _nobody()
    if "spokes" in claim.context.lower():
        for name, _ in claim.key.names:
            voice |= {*name.lower().split(), "".join(word[0] for word in name.lower().split())}
    return voice


@cache
def _nobody() -> frozenset[str]:
    return frozenset(lexicon.read_table("speech")["nobody"])
