"""Whether two words of a name are romanisations of one.

No rule for single words could tell: "Huda" and "Hoda" are one name, "Gruner" and "Groner" are not.
So a name first has to show that it comes from a tradition with a script of its own, by a given name,
an article or an ending, or its story does and the name shows nothing else; then two words are one if
they can be lined up letter by letter such that every difference is one that romanisers of this tradition
make. Anything else stays a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from rapidfuzz.distance import OSA

from discrepancy.lexicon import REMEMBERED, read_table
from discrepancy.lexicon.homes import is_foreign
from discrepancy.lexicon.names import fold

_SPACE = re.compile(r"[\s,\-‐‑–.]+")
_VOWELS = "aeiou"
_DOUBLED = re.compile(rf"(?<=[{_VOWELS}])([^\W{_VOWELS}])\1(?=[{_VOWELS}y])")
_CONSONANT = rf"(?:[csktgdz]h|[^{_VOWELS}])"
_FIRST = re.compile(rf"(?:[bm]?ou)?{_CONSONANT}\|{_CONSONANT}[{_VOWELS}].*")
_LAST = re.compile(rf"{_CONSONANT}?[{_VOWELS}]{_CONSONANT}\|{_CONSONANT}")
"""Words in which a bar stands for a short vowel that may be left out."""
_SOLID = re.compile(r"[^lmnr]")
_REPEATED = re.compile(r"(.)\1")
_NOTHING = "_"
_SWAPPED = 2
"""Letters in other places from which two words of the same letters differ by more than a slip."""
_STEM = 3
"""Letters that stand at least before an ending, or behind an opening, that shows a tradition."""


@dataclass(frozen=True, slots=True)
class Tradition:
    """A tradition to which a name belongs.

    Attributes:
        name: As in ``romanisation.toml``.
        systems: Numbers of its systems in which one of two names is written, and not the other.
    """

    name: str
    systems: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Swap:
    """A spelling that may stand for another, and whether at the opening or the end of a word alone."""

    left: str
    right: str
    opening: bool
    ending: bool

    def fits(self, left: str, right: str, i: int, j: int) -> bool:
        return (
            left.startswith(self.left, i)
            and right.startswith(self.right, j)
            and (not self.opening or i == j == 0)
            and (not self.ending or (len(left) - i == len(self.left) and len(right) - j == len(self.right)))
        )


@lru_cache(maxsize=REMEMBERED)
def find_traditions(
    left: str, right: str, place: bool = False, home: frozenset[str] = frozenset()
) -> tuple[Tradition, ...]:
    """The traditions of which one of two names gives evidence, and so both if they are one.

    An ending has to stand in both, since a slip makes one: "Harlov" of "Harlow".

    Args:
        left: A whole name as printed.
        right: Another.
        place: Whether they are names of places, which begin with words that people are called by too.
        home: Traditions of the story where they stand. One of them holds for names that show no other,
            and that are not foreign to it where they show none.
    """
    shown = _show(left, place) | _show(right, place) | (_show_by_ending(left) & _show_by_ending(right))
    others = show_traditions(left) | show_traditions(right)
    for name in home:
        foreign = not others and (is_foreign(left, name) or is_foreign(right, name))
        if others <= _tables()[name]["family"] and not foreign:
            shown |= {name}
    return tuple(Tradition(name, _systems_of(name, left, right)) for name in sorted(shown))


def show_traditions(name: str) -> frozenset[str]:
    """The traditions of which a whole name gives evidence by itself."""
    return _show(name, False) | _show_by_ending(name)


@lru_cache(maxsize=REMEMBERED)
def are_romanised(left: str, right: str, traditions: tuple[Tradition, ...]) -> bool:
    """Whether two words of names are spellings of one in one of their ``traditions``.

    Two letters exchanged are a slip of the keyboard in any of them.

    Args:
        left: A word.
        right: Another.
        traditions: What ``find_traditions`` says of the whole names.
    """
    a, b = fold(left), fold(right)
    if min(len(a), len(b)) == 1 or (sorted(a) == sorted(b) and OSA.distance(a, b) < _SWAPPED):
        return a == b
    # One of the two may leave vowels out: if each left out one of its own, any two vowels would meet.
    return any(_meet(*words, tradition) for tradition in traditions for words in ((a, b), (b, a)))


@lru_cache(maxsize=REMEMBERED)
def skeleton(word: str) -> str:
    """The liquids and nasals of a word, which romanisers exchange least: a key to look spellings up by."""
    return _REPEATED.sub(r"\1", _SOLID.sub("", fold(word)).replace("m", "n"))


@lru_cache(maxsize=REMEMBERED)
def _show(name: str, place: bool) -> frozenset[str]:
    """The traditions of which a name gives evidence by other things than endings."""
    words = _words(name)
    return frozenset(
        tradition
        for tradition, table in _tables().items()
        if not table["words"].isdisjoint(words)
        or any(_has_part(word, table, "openings") for word in words)
        or (place and len(words) > 1 and words[0] in table.get("places", ()))
        or ("marks" in table and _pattern(table["marks"]).search(name))
    )


@lru_cache(maxsize=REMEMBERED)
def _show_by_ending(name: str) -> frozenset[str]:
    words = _words(name)
    return frozenset(
        tradition
        for tradition, table in _tables().items()
        if any(_has_part(word, table, "endings") for word in words)
    )


def _words(name: str) -> list[str]:
    return [word for word in map(fold, _SPACE.split(name)) if word]


def _has_part(word: str, table: dict[str, Any], parts: str) -> bool:
    fits = word.startswith if parts == "openings" else word.endswith
    found = tuple(table.get(parts, ()))
    # Most words have none of them, which is seen at once.
    return fits(found) and any(len(word) - len(part) >= _STEM and fits(part) for part in found)


def _systems_of(name: str, left: str, right: str) -> tuple[int, ...]:
    marks = [_pattern(system["marks"]) for system in _tables()[name]["systems"]]
    return tuple(n for n, mark in enumerate(marks) if bool(mark.search(left)) != bool(mark.search(right)))


def _meet(left: str, right: str, tradition: Tradition) -> bool:
    """Whether two words have spellings of one sound wherever they differ, or the first a vowel more."""
    table = _tables()[tradition.name]
    if "shape" in table and not all(_pattern(table["shape"]).fullmatch(word) for word in (left, right)):
        return False
    if table.get("doubled"):
        left, right = (_DOUBLED.sub(r"\1", word) for word in (left, right))
    swaps, elided = _swaps(tradition), table.get("elided", "")
    reached, open_ = {(0, 0)}, [(0, 0)]
    while open_:
        i, j = open_.pop()
        if (i, j) == (len(left), len(right)):
            return True
        for place in _reach(left, right, i, j, swaps, elided):
            if place not in reached:
                reached.add(place)
                open_.append(place)
    return False


def _reach(
    left: str, right: str, i: int, j: int, swaps: Mapping[str, Sequence[_Swap]], elided: str
) -> Iterator[tuple[int, int]]:
    """The places from which two words have still to be lined up when they are up to ``i`` and ``j``."""
    if i < len(left) and left[i : i + 1] == right[j : j + 1]:
        yield i + 1, j + 1
    for swap in (*swaps.get(left[i : i + 1], ()), *swaps.get(_NOTHING, ())):
        if swap.fits(left, right, i, j):
            yield i + len(swap.left), j + len(swap.right)
    if _is_elided(left, i, elided):
        yield i + 1, j


def _is_elided(word: str, place: int, elided: str) -> bool:
    """Whether a letter is a vowel between consonants that the first or last syllable may do without."""
    if place >= len(word) or word[place] not in elided:
        return False
    barred = f"{word[:place]}|{word[place + 1 :]}"
    return bool(_FIRST.fullmatch(barred) or _LAST.fullmatch(barred))


@cache
def _swaps(tradition: Tradition) -> dict[str, list[_Swap]]:
    """What may be exchanged, by the first letter of the spelling on the left."""
    table = _tables()[tradition.name]
    rows = [
        *table["same"],
        *(row for number in tradition.systems for row in table["systems"][number]["same"]),
    ]
    swaps = {
        _Swap(
            one.strip("^$").replace(_NOTHING, ""),
            other.strip("^$").replace(_NOTHING, ""),
            one.startswith("^") or other.startswith("^"),
            one.endswith("$") or other.endswith("$"),
        )
        for row in rows
        for one in row.split()
        for other in row.split()
        if one != other
    }
    found: dict[str, list[_Swap]] = {}
    for swap in swaps:
        found.setdefault(swap.left[:1] or _NOTHING, []).append(swap)
    return found


@cache
def _tables() -> dict[str, dict[str, Any]]:
    tables: dict[str, dict[str, Any]] = read_table("romanisation")
    return {name: _complete(name, tables) for name in tables}


def _complete(name: str, tables: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A tradition with what holds in those that it includes, and its words as a set."""
    family = [name]
    while included := tables[family[-1]].get("includes"):
        family.append(included)
    lists = {
        key: [row for member in reversed(family) for row in tables[member].get(key, ())]
        for key in ("same", "systems")
    }
    words = frozenset(tables[name]["words"])
    return {**tables[name], **lists, "words": words, "family": frozenset(family)}


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)
