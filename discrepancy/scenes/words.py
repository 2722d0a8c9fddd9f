"""The word lists of ``lexicon/scenes.toml``, as the stage looks them up."""

from __future__ import annotations

from functools import cache
from typing import Any

from discrepancy import lexicon


@cache
def table() -> dict[str, Any]:
    """``lexicon/scenes.toml``."""
    return lexicon.read_table("scenes")


@cache
def class_words(name: str) -> frozenset[str]:
    """Lemmas of one class of nouns ("dead", "craft")."""
    return frozenset(table()["classes"][name])


@cache
def general_words(name: str) -> frozenset[str]:
    """Words that serve all scenes ("sorts", "placed")."""
    return frozenset(table()["general"][name])


@cache
def events() -> dict[str, str]:
    """Lemma → the event that it tells of."""
    return {lemma: event for event, lemmas in table()["events"].items() for lemma in lemmas}


@cache
def sites_by_noun() -> dict[str, tuple[tuple[str, str], ...]]:
    """Last word → phrases that end in it with the sort of building, those of several words first."""
    rows: dict[str, list[tuple[str, str]]] = {}
    for site, phrases in table()["sites"].items():
        for phrase in phrases:
            rows.setdefault(phrase.split()[-1], []).append((phrase, site))
    return {
        last: tuple(sorted(phrases, key=lambda row: -len(row[0].split()))) for last, phrases in rows.items()
    }
