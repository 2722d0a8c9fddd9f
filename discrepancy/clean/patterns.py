"""The lists of clutter.toml as compiled patterns, each compiled once and only when needed."""

from __future__ import annotations

import re
from functools import cache

from discrepancy.lexicon import read_table

STOP = re.compile(r"[.!?…][\"')\]]*$")
FULL_STOP = re.compile(r"\.[\"')\]]*$")
SENTENCE_GAP = re.compile(r"(?<=[.!?])\s+")

SHORT = 160
"""Characters up to which a mark in the middle of a line, or a name in it, decides about the line."""


@cache
def whole(key: str) -> re.Pattern[str]:
    """The list under ``key`` ("caption.labels") as one pattern for all of a text."""
    return re.compile("|".join(_entries(key)), re.I)


@cache
def start(key: str) -> re.Pattern[str]:
    """The list under ``key`` as one pattern, for the beginning of a text or anywhere in it."""
    return re.compile("|".join(f"(?:{entry})" for entry in _entries(key)), re.I)


@cache
def end(key: str) -> re.Pattern[str]:
    """The list under ``key`` as one pattern for the end of a text, closing punctuation aside."""
    return re.compile("(?:" + "|".join(_entries(key)) + r")\W*$", re.I)


@cache
def words(key: str) -> frozenset[str]:
    """The list under ``key`` as plain words."""
    return frozenset(_entries(key))


def unmarked(text: str) -> str:
    """``text`` without the punctuation that surrounds headings and links."""
    return text.strip(" :.!…»›>→*_-–—[]")


def _entries(key: str) -> list[str]:
    table = read_table("clutter")
    for name in key.split("."):
        table = table[name]
    return [str(entry) for entry in table]
