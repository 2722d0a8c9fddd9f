"""What stands before a date and bounds or blurs it: "since", "until", "about", "shortly before"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Literal

from discrepancy.extract.dates.atoms import CODES, Atom
from discrepancy.extract.dates.parts import Parts
from discrepancy.lexicon import read_table
from discrepancy.model import Date, Modifier, Sentence

_AGO = CODES["ago"]
_AFTER = re.compile(
    r"\b(since|after|from|between|(?:no|not) (?:sooner|earlier|before) than|not before)\s+(?:the\s+)?$"
)
_BEFORE = re.compile(
    r"\b(until|till|by|before|(?:no|not) later than|prior to|ahead of|between\s[^.;]{1,30}\sand)\s+"
    r"(?:the\s+)?$"
)
_ABOUT = re.compile(
    r"\b(about|around|circa|ca\.?|c\.|approximately|roughly|nearly|almost)\s+(?:(?:the|a)\s+)?$"
)
_HOUR = timedelta(hours=1)


def bound_value(value: Date, sentence: Sentence, own: Sequence[Atom], parts: Parts) -> Date:
    """The value with what the words before it add.

    Args:
        value: What the expression itself means.
        sentence: The sentence that it stands in.
        own: The atoms of the expression.
        parts: What they say.
    """
    before = sentence.text[: own[0].start].lower()
    cues = read_table("dates")["cues"]
    if parts.clock and value.start and value.end:
        if before.rstrip().endswith(tuple(cues["near_before"])):
            return replace(value, start=value.start - _HOUR, modifier="~")
        if before.rstrip().endswith(tuple(cues["near_after"])):
            return replace(value, end=value.end + _HOUR, modifier="~")
        if _ABOUT.search(before):
            return replace(value, start=value.start - _HOUR / 2, end=value.end + _HOUR / 2, modifier="~")
    if own[-1].code == _AGO and before.rstrip().endswith(tuple(cues["more"])):
        return replace(value, start=None, modifier="<")
    if own[-1].code == _AGO and before.rstrip().endswith(tuple(cues["less"])):
        return replace(value, modifier=">")
    if "/" in value.timex:
        return value
    return replace(value, modifier=_modifier(before, sentence.text[own[-1].end :]))


def _modifier(before: str, after: str) -> Modifier:
    found: Literal["=", "<", ">", "~"] = "="
    if _AFTER.search(before):
        found = ">"
    elif _BEFORE.search(before):
        found = "<"
    elif _ABOUT.search(before):
        found = "~"
    # "After Monday's attack": the day is the attack's, not the bound of what followed.
    return "=" if after.startswith(("'s", " to ")) else found
