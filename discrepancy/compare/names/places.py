"""Places are one by the tables, never by similarity: Austria is not Australia, England not the UK."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from discrepancy.compare.names.spelling import find_slip
from discrepancy.lexicon import REMEMBERED, read_table
from discrepancy.lexicon.names import Place, as_american, find_place, fold, match_words, title_words
from discrepancy.lexicon.romanisation import are_romanised, find_traditions
from discrepancy.lexicon.towns import is_country, lies_in, may_lie_in
from discrepancy.model import Relation, Verdict

_ABBREVIATED = {"mt": "mount", "ft": "fort", "st": "saint", "pt": "port"}
_LOCATED = re.compile(r"(.+) (?:in|on|at|near) (?:the )?[A-Z].*")
"""A place with what it lies in: "Dun Gorge on Orlec"."""
_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7"}
_DIRECTIONS = frozenset(
    direction + ending
    for direction in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
    for ending in ("ern", "")
) | {"central", "upper", "lower", "downtown", "rural", "greater", "mainland"}


_POINTS = frozenset({"st", "saint", "n", "s", "e", "w", "ne", "nw", "se", "sw"})
"""Points of the compass as streets have them, and "St.", which may be a street."""

_PARTICLES = frozenset({"da", "das", "de", "del", "della", "di", "do", "dos", "du", "am", "sur"})

_NAMED_AFTER = frozenset({"new", "old", "little", "port", "fort", "east", "west"}) - _DIRECTIONS


def relate_places(left: str, right: str) -> Relation:
    """How two names of places stand to each other. Symmetric in verdict and slip.

    Args:
        left: A place as printed, perhaps with what it lies in ("Springfield, Ohio").
        right: The other.
    """
    both = f"“{left}” and “{right}”"
    a, b = find_place(left), find_place(right)
    if fold(left) == fold(right):
        verdict = Verdict.AGREE if left.casefold() == right.casefold() else Verdict.VARIANT
        return Relation(verdict, f"{both} are spellings of one name")
    if _is_part_of_world(left) != _is_part_of_world(right):
        return Relation(
            Verdict.COMPATIBLE, f"one of {both} is a part of the world, in which the other may lie"
        )
    if a and b:
        return _relate_known(a, b, both)
    words = _words(left), _words(right)
    if _are_spelt_alike(left, right):
        return Relation(Verdict.VARIANT, f"{both} are spellings of one name")
    if lies_in(left, right) or lies_in(right, left) or may_lie_in(left, right) or may_lie_in(right, left):
        return Relation(Verdict.COMPATIBLE, f"one of {both} lies in the other")
    if _is_borough(left, right) or _is_borough(right, left):
        return Relation(Verdict.COMPATIBLE, f"one of {both} is a borough of the other")
    if _narrows(left, right) or _narrows(right, left):
        return Relation(Verdict.COMPATIBLE, f"one of {both} says more precisely where")
    if not are_comparable(left, right):
        return Relation(Verdict.COMPATIBLE, f"{both} are places of two sorts, and one may lie in the other")
    slip = "" if a or b else _find_one_slip(*words)
    return Relation(Verdict.CONFLICT, f"{both} are two places", slip)


@lru_cache(maxsize=REMEMBERED)
def _is_part_of_world(name: str) -> bool:
    """Whether countries lie in what is named: "Europe", "southern Africa"."""
    known, words = read_table("places")["world"]["parts"], _words(name)
    # South Africa is a country.
    rest = words if find_place(name) else tuple(word for word in words if word not in _DIRECTIONS)
    return " ".join(words) in known or " ".join(rest) in known


def _is_borough(part: str, city: str) -> bool:
    return fold(part) in _boroughs().get(fold(city), frozenset())


@cache
def _boroughs() -> dict[str, frozenset[str]]:
    """Folded names of cities, with those of their parts."""
    table = read_table("places")["boroughs"]
    return {fold(city): frozenset(map(fold, parts)) for city, parts in table.items()}


def _are_spelt_alike(left: str, right: str) -> bool:
    """Whether two names are spellings of one, word by word."""
    traditions = find_traditions(left, right, place=True)
    a, b = _printed_words(left), _printed_words(right)
    return len(a) == len(b) and all(
        _are_spellings(x, y) or are_romanised(x, y, traditions) for x, y in zip(a, b, strict=True)
    )


def _are_spellings(left: str, right: str) -> bool:
    """Whether two words are spellings of one: by the rules for names, or as two countries write a village."""
    a, b = as_american(left), as_american(right)
    return match_words(left, right) is not None or _romanise(a) == _romanise(b)


@cache
def _romanise(word: str) -> str:
    for letters, sound in read_table("places")["romanised"].items():
        word = word.replace(letters, sound)
    return word[:-1] if word.endswith("ah") else word


def are_comparable(left: str, right: str) -> bool:
    """Whether one question could have both places for an answer: a street lies in a town."""
    if not (_has_own_name(_words(left)) and _has_own_name(_words(right))):
        return False
    return _sort(left) == _sort(right) or _narrows(left, right) or _narrows(right, left)


def are_sisters(left: str, right: str) -> bool:
    """Whether two places are told apart by a number or letter alone: "Terminal 2", "Terminal 3"."""
    a, b = _words(left), _words(right)
    differing = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    return (
        len(a) == len(b) > 1
        and len(differing) == 1
        and all(word.isdigit() or len(word) == 1 for word in differing[0])
    )


def numbered_stem(name: str) -> str:
    """What is left of a place that a number tells from its sisters, or ""."""
    *stem, last = _words(name) or ("",)
    return " ".join(stem) if last.isdigit() else ""


def sort_words(name: str) -> frozenset[str]:
    """The words of a place's name that say what sort of place it is ("county")."""
    return frozenset(word for word in _words(name) if word.strip(".") in _sorts())


@lru_cache(maxsize=REMEMBERED)
def _sort(name: str) -> str:
    """The sort of place that the last of such words makes it; "" for towns and for regions."""
    words = _words(name)
    if not _natural().isdisjoint((" ".join(words), *words[-1:])):
        return "nature"  # "the Swiss Alps" as well
    found = [_sorts()[word.strip(".")] for word in words if word.strip(".") in _sorts()]
    return found[-1] if found and found[-1] != "area" else ""


@cache
def _natural() -> frozenset[str]:
    """Folded names of ranges, rivers and seas that no word of theirs tells as such."""
    return frozenset(read_table("places")["natural"]["names"])


@cache
def _sorts() -> dict[str, str]:
    return {word: sort for sort, words in read_table("places")["sorts"].items() for word in words}


def _has_own_name(words: tuple[str, ...]) -> bool:
    """Whether more is left of a street's name than "Avenue SW"."""
    return any(w.strip(".") not in _sorts() and w.strip(".") not in _POINTS for w in words)


def _relate_known(a: Place, b: Place, both: str) -> Relation:
    # "Georgia" is a country in the tables, and a state where "Ga." stands beside it.
    if a.name.partition(" (")[0] == b.name.partition(" (")[0]:
        return Relation(Verdict.COMPATIBLE, f"{both} are names of one place")
    for inner, outer in ((a, b), (b, a)):
        # Of cities with namesakes ("Paris") the tables say which countries have one.
        own = inner.within or is_country(inner.name)
        if inner.within == outer.name or (not own and lies_in(inner.name, outer.name)):
            return Relation(Verdict.COMPATIBLE, f"{inner.name} lies in {outer.name}")
    if may_lie_in(a.name, b.name) or may_lie_in(b.name, a.name):
        return Relation(Verdict.COMPATIBLE, f"one of {both} is a region, in which the other may lie")
    return Relation(Verdict.CONFLICT, f"{both} are two places")


@lru_cache(maxsize=REMEMBERED)
def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _printed_words(name))


def _printed_words(name: str) -> tuple[str, ...]:
    """The words of a name, abbreviations and numbers but no diacritics levelled."""
    words = name.replace(",", " ").replace("-", " ").split()
    words = [_NUMBERS.get(fold(word), word) if number else word for number, word in enumerate(words)]
    return tuple(_ABBREVIATED.get(fold(word), word) for word in words if fold(word) not in ("the", "of"))


def _narrows(short: str, long: str) -> bool:
    """Whether ``long`` is ``short`` with its surroundings, sort or part named too."""
    head, comma, _ = long.partition(",")
    located = _LOCATED.fullmatch(long)
    if located and _words(located[1]) == _words(short):
        return True
    if comma and _words(head) == _words(short):
        return True
    place = find_place(long.rpartition(",")[2].strip()) if comma else None
    if place and place == find_place(short):
        return True
    brief, full = _words(short), _words(long)
    if not brief or len(full) <= len(brief):
        return False
    if _leaves_out(brief, full):
        return True
    before = full[: len(full) - len(brief)]
    if full[-len(brief) :] == brief:
        # "New Mexico" and "South Sudan" are places of their own; the Julian Alps are Alps.
        named_after = before[0] in _NAMED_AFTER and len(before) == 1
        return all(word in _DIRECTIONS for word in before) or not (find_place(long) or named_after)
    rest = full[len(brief) :]
    if full[: len(brief)] == brief and rest[0] in _PARTICLES:
        return True  # "Villa do Orlo", which is called Villa at home
    return full[: len(brief)] == brief and ("-" in long or rest[-1] in title_words("place_words"))


def _leaves_out(brief: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether words from within a name are left out: "Silver Road Cup", "Silver Road Weightlifting Cup"."""
    if len(brief) < 2 or (brief[0], brief[-1]) != (full[0], full[-1]):
        return False
    rest = iter(full)
    return all(word in rest for word in brief)


def _find_one_slip(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    if len(left) != len(right):
        return ""
    differing = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return (find_slip(*differing[0]) or "") if len(differing) == 1 else ""
