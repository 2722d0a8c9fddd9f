"""Where names are at home: the traditions of romanisation of a country, and names of the West.

A reporter, a diplomat or an athlete from the West keeps the slips in his name wherever the story
comes from, so a story's country says nothing of names that look Western.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from discrepancy.lexicon import REMEMBERED, read_table
from discrepancy.lexicon.names import find_regions, fold

_WORD = re.compile(r"[^\s,\-‐‑–]+")
_WEST = frozenset({"western"})
_STEM = 2
"""Letters that stand at least before a Western ending."""


def find_homes(country: str) -> frozenset[str]:
    """The traditions of romanisation at home in a country.

    Args:
        country: Its code (ISO 3166).
    """
    return _homes().get(country, frozenset())


@lru_cache(maxsize=REMEMBERED)
def is_foreign(name: str, tradition: str) -> bool:
    """Whether a whole name, as printed, shows that it is no name of a tradition of romanisation.

    Names are listed by region; those of Central Europe are at home in Slavic traditions alone.
    """
    if is_western(name):
        return True
    regions = [regions for word in _split(name) if (regions := find_regions(word))]
    return any(not any(tradition in _at_home(region) for region in row) for row in regions)


@lru_cache(maxsize=REMEMBERED)
def is_western(name: str) -> bool:
    """Whether a word of a whole name, as printed, is known in the West alone, or looks like it."""
    table = read_table("homes")["western"]
    if _marks().search(name) or not set(table["particles"]).isdisjoint(_WORD.findall(name)):
        return True
    words = _split(name)
    return any(find_regions(word) == _WEST or has_western_ending(word) for word in words)


def has_western_ending(word: str) -> bool:
    """Whether a folded word ends as surnames of the West do."""
    table = read_table("homes")["western"]
    return word not in table["elsewhere"] and any(
        len(word) - len(end) >= _STEM and word.endswith(end) for end in table["endings"]
    )


def _split(name: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(name)]


@cache
def _at_home(region: str) -> frozenset[str]:
    """The traditions of a region of given names."""
    return frozenset(read_table("homes")["regions"].get(region, ()))


@cache
def _homes() -> dict[str, frozenset[str]]:
    countries = read_table("homes")["countries"]
    codes = {code for row in countries.values() for code in row}
    return {code: frozenset(name for name, row in countries.items() if code in row) for code in codes}


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(read_table("homes")["western"]["marks"])
