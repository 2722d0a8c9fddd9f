"""Which nouns are for people: "plumber", "witness"."""

from __future__ import annotations

from functools import cache

from discrepancy.lexicon import read_rows


@cache
def nouns_for_people() -> frozenset[str]:
    """Nouns of which one meaning is a person (``nouns.tsv``)."""
    return frozenset(noun for noun, kinds, *_ in read_rows("nouns") if "person" in kinds.split(","))


@cache
def known_nouns() -> frozenset[str]:
    """Every noun of which the table knows the sort (``nouns.tsv``)."""
    return frozenset(noun for noun, *_ in read_rows("nouns"))
