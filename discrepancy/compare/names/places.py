"""Places are one by the tables, never by similarity: Austria is not Australia, England not the UK."""

from __future__ import annotations

from discrepancy.compare.names.spelling import find_slip
from discrepancy.lexicon.names import Place, find_place, fold, match_words, title_words
from discrepancy.model import Relation, Verdict

_ABBREVIATED = {"mt": "mount", "ft": "fort", "st": "saint", "pt": "port"}
_DIRECTIONS = frozenset(
    direction + ending
    for direction in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
    for ending in ("ern", "")
) | {"central", "upper", "lower", "downtown", "rural", "greater", "mainland"}


_NAMED_AFTER = frozenset({"new", "old", "little", "port", "fort", "east", "west"}) - _DIRECTIONS


def relate_places(left: str, right: str) -> Relation:
    """How two names of places stand to each other. Symmetric in verdict and slip.

    Args:
        left: A place as printed, perhaps with what it lies in ("Springfield, Ohio").
        right: The other.
    """
    both = f"“{left}” and “{right}”"
    a, b = find_place(left), find_place(right)
    if a and b:
        return _relate_known(a, b, both)
    if fold(left) == fold(right):
        verdict = Verdict.AGREE if left.casefold() == right.casefold() else Verdict.VARIANT
        return Relation(verdict, f"{both} are spellings of one name")
    words = _words(left), _words(right)
    if len(words[0]) == len(words[1]) and all(match_words(x, y) for x, y in zip(*words, strict=True)):
        return Relation(Verdict.VARIANT, f"{both} are spellings of one name")
    if _narrows(left, right) or _narrows(right, left):
        return Relation(Verdict.COMPATIBLE, f"one of {both} says more precisely where")
    slip = "" if a or b else _find_one_slip(*words)
    return Relation(Verdict.CONFLICT, f"{both} are two places", slip)


def _relate_known(a: Place, b: Place, both: str) -> Relation:
    if a == b:
        return Relation(Verdict.COMPATIBLE, f"{both} are names of one place")
    if a.within == b.name or b.within == a.name:
        inner, outer = (a, b) if a.within == b.name else (b, a)
        return Relation(Verdict.COMPATIBLE, f"{inner.name} lies in {outer.name}")
    return Relation(Verdict.CONFLICT, f"{both} are two places")


def _words(name: str) -> tuple[str, ...]:
    words = [fold(word) for word in name.replace(",", " ").replace("-", " ").split()]
    return tuple(_ABBREVIATED.get(word, word) for word in words if word not in ("the", "of"))


def _narrows(short: str, long: str) -> bool:
    """Whether ``long`` is ``short`` with its surroundings, sort or part named too."""
    head, comma, _ = long.partition(",")
    if comma and _words(head) == _words(short):
        return True
    place = find_place(long.rpartition(",")[2].strip()) if comma else None
    if place and place == find_place(short):
        return True
    brief, full = _words(short), _words(long)
    if not brief or len(full) <= len(brief):
        return False
    before = full[: len(full) - len(brief)]
    if full[-len(brief) :] == brief:
        # "New Mexico" and "South Sudan" are places of their own; the Julian Alps are Alps.
        named_after = before[0] in _NAMED_AFTER and len(before) == 1
        return all(word in _DIRECTIONS for word in before) or not (find_place(long) or named_after)
    rest = full[len(brief) :]
    return full[: len(brief)] == brief and ("-" in long or rest[-1] in title_words("place_words"))


def _find_one_slip(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    if len(left) != len(right):
        return ""
    differing = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return (find_slip(*differing[0]) or "") if len(differing) == 1 else ""
