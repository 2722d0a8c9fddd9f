"""Who speaks for a value: two named parties that each stand by their own contradict nobody's report.

Invariant: a value that the outlet tells in its own voice, or puts to a source that it does not name,
is nobody's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from discrepancy import lexicon
from discrepancy.model import Claim, Kind

_ARTICLES = frozenset({"the", "a", "an", "its", "and", "but", "while", "that", "which"})
_NOBODY = frozenset(
    {
        "it",
        "they",
        "he",
        "she",
        "who",
        "we",
        "i",
        "you",
        "which",
        "that",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
    }
)
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
    words = claim.key.speaker.lower().split() or _forecaster(claim)
    if not words or words[0] in _nobody():
        return set()
    voice = set(words) - _nobody()
    if "spokes" in claim.context.lower():
        for name, _ in claim.key.names:
            voice |= {*name.lower().split(), "".join(word[0] for word in name.lower().split())}
    return voice


def _forecaster(claim: Claim) -> list[str]:
    """The body whose own figure it is by the verb: "the bank sees 2.1%", "police put the crowd at 400".

    Nobody where a pronoun stands before the verb, or something is told of others behind it.
    """
    if claim.mention.kind not in (Kind.FIGURE, Kind.NUMBER):
        return []
    before = claim.context[: claim.mention.start - claim.context_start]
    owned, reckoned = _counting()
    told = owned.search(before) or reckoned.search(claim.context) or _last(_forecasting(), before)
    if told is None:
        return []
    words = [word for word in re.findall(r"\w+", told[1].lower()) if word not in _ARTICLES]
    return [] if not words or words[-1] in _NOBODY else words


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return found[-1] if found else None


@cache
def _counting() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Whose count it is by a noun: "the insurers' figure is", "by the reckoning of the province"."""
    counts = "|".join(lexicon.read_table("speech")["forecasting"]["counts"])
    name = r"((?:[\w-]+ ){0,2}[\w-]+)"
    owned = re.compile(rf"\b{name}(?:['’]s|['’]) (?:own )?(?:{counts})s?\b[^.;,]*$")
    return owned, re.compile(rf"\b[Bb]y (?:the )?(?:{counts})s? of (?:the )?{name}")


@cache
def _forecasting() -> re.Pattern[str]:
    words = {
        key: "|".join(map(re.escape, told))
        for key, told in lexicon.read_table("speech")["forecasting"].items()
    }
    revised = rf"(?:{words['revising']})(?: [\w'’-]+){{0,4}}? (?:{words['forecasts']})"
    # "Is expected": it is somebody else who expects it.
    return re.compile(
        rf"((?:[\w'’&-]+ ){{1,3}}?)(?:now |still |also |has |have )?(?:{words['verbs']}|{revised})\b[^.;]*$"
    )


@cache
def _nobody() -> frozenset[str]:
    return frozenset(lexicon.read_table("speech")["nobody"])
