"""When somebody has or had an office: "until now head of", "once the treasurer", "has been mayor"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from discrepancy.model import Token

NOW, THEN = "now", "then"
"""What :func:`told_time` says of an office: held these days, or a past one."""

_REACH = 10
"""Tokens before a title in which a word of time is looked for."""
_OPENERS = frozenset({",", "(", "-", "–", "—", ";"})
_MONTH = r"(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_YEAR = r"(?:19|20)\d\d"
_NOW = re.compile(
    rf"(?:(?:until|till|up to|up until) (?:now|today|yesterday|recently|(?:last|this) \w+|{_DAY}"
    r"|a (?:few )?\w+ ago|these days)|hitherto|so far|to date|currently|at present|nowadays"
    rf"|since (?:\w+ )?(?:{_YEAR}|{_MONTH})"
    r"|for (?:more than |over |nearly |almost )?[\w-]+ (?:years|months|decades)),?\s*"
)
_THEN = re.compile(
    rf"(?:who )?(?:(?:until|till) (?:then|(?:early |late |mid-?)?(?:(?:{_MONTH}) )?{_YEAR}|{_MONTH})"
    r"|then|at (?:the|that) time|back then|once|formerly|previously|earlier"
    r"|in (?:the past|(?:former|earlier) times)"
    rf"|from {_YEAR} (?:to|until|till) {_YEAR}|between {_YEAR} and {_YEAR}),?\s*"
)
_WAS = re.compile(
    rf"\bfrom {_YEAR} (?:to|until|till)\b|\bbetween {_YEAR} and\b"
    r"|\bin (?:former times|the past|earlier times)\b"
    r"|\bformerly\b|\bpreviously\b|\bonce (?:a|the)\b|\bused to be\b",
    re.IGNORECASE,
)


def told_time(tokens: Sequence[Token], first: int) -> str:
    """:data:`NOW` or :data:`THEN` where a word of time stands between a comma and the title; "" for none.

    Args:
        tokens: The sentence.
        first: First token of the title.
    """
    begin = _opener(tokens, first)
    if begin is None:
        return ""
    told = _joined(tokens[begin:first])
    return NOW if _NOW.match(told) else THEN if _THEN.match(told) else ""


def skip_time(between: Sequence[Token]) -> Sequence[Token]:
    """``between`` without words of time behind its first token, a comma."""
    if len(between) < 2 or between[0].text not in _OPENERS:
        return between
    told = _joined(between[1:])
    found = _NOW.match(told) or _THEN.match(told)
    if found is None:
        return between
    length = 0
    for index, token in enumerate(between[1:], 1):
        length += len(token.text)
        if length >= len(found.group().replace(" ", "")):
            return (between[0], *between[index + 1 :])
    return between


def is_perfect(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb tells of what goes on still: "has been mayor since May"."""
    return any(t.head == verb and t.dep == "aux" and t.text.lower() in {"has", "have", "'s"} for t in tokens)


def is_told_as_past(tokens: Sequence[Token]) -> bool:
    """Whether a sentence tells when an office ended: "was mayor from 2011 to 2019", "in former times"."""
    return bool(_WAS.search(" ".join(token.text for token in tokens)))


def _opener(tokens: Sequence[Token], first: int) -> int | None:
    """Where the words begin between the last comma and the title; None where no comma is near."""
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        token = tokens[index]
        if token.text in _OPENERS:
            return index + 1
        if token.pos in {"VERB", "AUX"} or token.text in {".", ":"}:
            return None
    return None


def _joined(tokens: Sequence[Token]) -> str:
    return " ".join(token.text.lower() for token in tokens)
