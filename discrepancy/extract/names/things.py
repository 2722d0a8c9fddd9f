"""The fullest name of every organisation and place of a story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from discrepancy.extract.names.spotting import Spot
from discrepancy.lexicon.names import find_organisation, find_place, fold, is_acronym


def name_things(spots: Sequence[Sequence[Spot]]) -> dict[str, str]:
    """For every form of a name that is no person's its canonical form.

    Args:
        spots: For each article its typed spots in order.
    """
    forms: dict[str, dict[str, None]] = defaultdict(dict)
    for spot in (s for row in spots for s in row if s.label != "PERSON"):
        forms[spot.label][spot.form] = None
    named: dict[str, str] = {}
    for label, known in forms.items():
        groups: dict[str, list[str]] = defaultdict(list)
        long = [form for form in known if " " in form]
        for form in known:
            groups[_key(form, label, long)].append(form)
        named |= {form: _fullest(group) for group in groups.values() for form in group}
    return named


def _key(form: str, label: str, long: Iterable[str]) -> str:
    if label == "PLACE":
        place = find_place(form)
        return place.name if place else _bare(form)
    known = find_organisation(form)
    if known:
        return known
    spelt_out = [other for other in long if is_acronym(form, other)]
    return _bare(spelt_out[0]) if len(spelt_out) == 1 else _bare(form)


def _bare(form: str) -> str:
    return fold(form.removeprefix("The ").removeprefix("the ").replace("&", "and"))


def _fullest(forms: Sequence[str]) -> str:
    return max(
        forms,
        key=lambda form: (not form.isupper() or " " in form, len(form), sum(not c.isascii() for c in form)),
    )
