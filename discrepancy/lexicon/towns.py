"""Towns of the world by name, with the countries in which one of that name lies."""

from __future__ import annotations

from functools import cache

from discrepancy.lexicon import read_rows
from discrepancy.lexicon.names import fold


@cache
def find_town(name: str) -> frozenset[str]:
    """Codes (ISO 3166) of the countries that have a town of 15,000 inhabitants or more of this name."""
    return _towns().get(fold(name), frozenset()) if name[:1].isupper() else frozenset()


@cache
def _towns() -> dict[str, frozenset[str]]:
    towns: dict[str, frozenset[str]] = {}
    for name, countries in read_rows("towns"):
        towns[fold(name)] = towns.get(fold(name), frozenset()) | frozenset(countries.split())
    return towns
