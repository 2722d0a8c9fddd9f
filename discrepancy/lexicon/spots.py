"""Places without a name of their own, and what happens there, as ``spots.toml`` lists them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from discrepancy.lexicon import read_table


@cache
def sorts_by_last_word() -> dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]:
    """Last word → the phrases that end in it, the longest first, each with its sorts ("room:kitchen")."""
    sorts: dict[str, set[str]] = {}
    for scale, rows in read_table("spots")["scales"].items():
        for name, phrases in rows.items():
            for phrase in phrases:
                sorts.setdefault(phrase, set()).add(f"{scale}:{name}")
    found: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for phrase, names in sorts.items():
        words = tuple(phrase.split())
        found.setdefault(words[-1], []).append((words, frozenset(names)))
    return {last: tuple(sorted(rows, key=lambda row: -len(row[0]))) for last, rows in found.items()}


@cache
def bare_scales() -> dict[str, frozenset[str]]:
    """Noun that needs a further word ("hall") → the tables that it belongs to."""
    return {noun: frozenset(scales) for noun, scales in read_table("spots")["bare"].items()}


@cache
def spot_words(name: str) -> frozenset[str]:
    """Words that serve all spots ("sided", "empty")."""
    return frozenset(read_table("spots")["general"][name])


@cache
def side_words() -> dict[str, tuple[str, str]]:
    """Word that tells a side → its axis and value there ("northern" → "compass", "n")."""
    sides = read_table("spots")["sides"]
    return {w: (axis, value) for axis, rows in sides.items() for value, words in rows.items() for w in words}


@cache
def level_words() -> dict[str, str]:
    """Word for a floor → its number, "up" or "top"."""
    return {word: level for level, words in read_table("spots")["levels"].items() for word in words}


@cache
def are_one_side(left: str, right: str) -> bool:
    """Whether two nouns for a part of a thing may be of one part ("portal", "mouth")."""
    rows: list[list[str]] = read_table("spots")["general"]["same_sided"]
    return left == right or any(left in row and right in row for row in rows)


@cache
def listed_doings() -> frozenset[str]:
    """The names of the doings."""
    return frozenset(read_table("spots")["doings"])


@cache
def doing_verbs() -> dict[str, tuple[tuple[frozenset[str], str], ...]]:
    """Verb → the words that have to hang on it, most first, with the doing that it tells of then."""
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for doing, verb, rest in _verbs():
        found.setdefault(verb, []).append((rest, doing))
    return {verb: tuple(sorted(rows, key=lambda row: -len(row[0]))) for verb, rows in found.items()}


def _verbs() -> Iterator[tuple[str, str, frozenset[str]]]:
    table: dict[str, Any] = read_table("spots")["doings"]
    for doing, entry in table.items():
        for phrase in entry["verbs"]:
            verb, *rest = phrase.split()
            yield doing, verb, frozenset(rest)


@cache
def same_things() -> dict[str, str]:
    """Doing → the one thing that it happens to, however that is called."""
    return dict(read_table("spots")["same_thing"])


@cache
def are_apart(left: str, right: str) -> bool:
    """Whether no place of one table lies in one of the other."""
    table: dict[str, list[str]] = read_table("spots")["apart"]
    return right in table.get(left, ()) or left in table.get(right, ())


@cache
def are_related(left: str, right: str) -> bool:
    """Whether two doings are one, or one follows from the other at one place ("held", "found")."""
    rows: dict[str, list[str]] = read_table("spots")["related"]
    return left == right or any(left in row and right in row for row in rows.values())


@cache
def doing_nouns() -> dict[str, str]:
    """Noun → the doing that it tells of."""
    doings = read_table("spots")["doings"]
    return {noun: doing for doing, entry in doings.items() for noun in entry["nouns"]}


@cache
def things() -> dict[str, str]:
    """Noun → the name of the thing that it is a word for."""
    return {noun: thing for thing, nouns in read_table("spots")["things"].items() for noun in nouns}
