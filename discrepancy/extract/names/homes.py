"""Which traditions of romanisation a story shows: by its places, and by the people in it.

One name says little of the others, for people travel; what names and places agree on says where
most names of the story are at home.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from discrepancy.extract.names.evidence import words_of
from discrepancy.extract.names.spotting import Spot
from discrepancy.lexicon.homes import find_homes, is_foreign
from discrepancy.lexicon.names import fold
from discrepancy.lexicon.romanisation import show_traditions, skeleton
from discrepancy.lexicon.towns import find_countries

_Shown: TypeAlias = defaultdict[str, set[str]]
"""For every tradition the names that show it."""
_LABELS = ("PERSON", "PLACE")
_ANYWHERE = ""
_ENOUGH, _MANY = 2, 3
"""People and places together that show a tradition: where most places are its own, and anywhere."""
_SHARE = 0.34
"""Share of the places whose country is known that are "most" where a story plays in several countries."""


def find_home(spots: Sequence[Sequence[Spot]]) -> frozenset[str]:
    """The traditions at home where a story plays.

    Args:
        spots: For each article its typed spots.
    """
    forms = {label: {spot.form for row in spots for spot in row if spot.label == label} for label in _LABELS}
    people, places = _show_by_people(forms["PERSON"]), _show_by_places(forms["PLACE"])
    return frozenset(name for name in {*people, *places} - {_ANYWHERE} if _is_home(name, people, places))


def _is_home(name: str, people: _Shown, places: _Shown) -> bool:
    here, known = len(places[name]), len(places[_ANYWHERE])
    shown = len(people[name]) + here
    return shown >= _MANY or (shown >= _ENOUGH and here >= _SHARE * max(known, 1))


def _show_by_people(forms: Iterable[str]) -> _Shown:
    """By tradition the people who show it, each by what all romanisations of the name share."""
    shown = _Shown(set)
    for form in forms:
        words = words_of(form)
        for name in show_traditions(form) if len(words) > 1 else ():
            if not is_foreign(form, name):
                shown[name].add(skeleton("".join(words)))
    return shown


def _show_by_places(forms: Iterable[str]) -> _Shown:
    """By tradition the places of countries where it is at home, and all whose country is known."""
    shown = _Shown(set)
    for form in forms:
        homes = [find_homes(country) for country in find_countries(form)]
        for name in (_ANYWHERE, *frozenset.intersection(*homes)) if homes else ():
            shown[name].add(fold(form))
    return shown
