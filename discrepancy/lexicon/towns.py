"""Towns of the world by name, and parts of countries, with the countries in which one of that name lies."""

from __future__ import annotations

from functools import cache, lru_cache

from discrepancy.lexicon import REMEMBERED, read_rows
from discrepancy.lexicon.names import find_place, fold

_UNNAMED = {
    "Russia": "RU",
    "United States": "US",
    "South Korea": "KR",
    "North Korea": "KP",
    "Iran": "IR",
    "Kosovo": "XK",
}
"""Countries that pycountry has under no such name."""


@lru_cache(maxsize=REMEMBERED)
def find_town(name: str) -> frozenset[str]:
    """Codes (ISO 3166) of the countries that have a town of 15,000 inhabitants or more of this name."""
    return _towns().get(fold(name), frozenset()) if name[:1].isupper() else frozenset()


@lru_cache(maxsize=REMEMBERED)
def is_one_town(name: str) -> bool:
    """Whether a name is that of towns of one country alone, and of no place that the tables of names have."""
    return len(find_town(name)) == 1 and find_place(name) is None


@lru_cache(maxsize=REMEMBERED)
def find_countries(name: str) -> frozenset[str]:
    """Codes (ISO 3166) of the countries of which one is, or has, a place of this name."""
    if (place := find_place(name)) and (code := _code(place.within or place.name)):
        return frozenset({code})
    return find_town(name) or _parts().get(fold(name), frozenset())


@lru_cache(maxsize=REMEMBERED)
def lies_in(town: str, country: str) -> bool:
    """Whether a town or province of the first name lies in the country of the second."""
    codes = find_town(town) | _parts().get(fold(town), frozenset())
    return bool(codes) and (place := find_place(country)) is not None and _code(place.name) in codes


@lru_cache(maxsize=REMEMBERED)
def is_country(name: str) -> bool:
    """Whether a name is that of a country with an ISO 3166 code."""
    return (place := find_place(name)) is not None and bool(_code(place.name))


@lru_cache(maxsize=REMEMBERED)
def may_lie_in(town: str, region: str) -> bool:
    """Whether the first is a town of the country of which the second is a part; the tables know no nearer."""
    place, own = find_place(region), find_place(town)
    if place is None or not place.within or _code(place.within) in find_town(region):
        return False
    if own is not None and own.within and own.within != place.within:
        return False
    return bool(find_town(town)) and _code(place.within) in find_town(town)


@lru_cache(maxsize=REMEMBERED)
def are_abroad(town: str, region: str) -> bool:
    """Whether no country that has a town of the first name has a part, or a town, of the second."""
    here, there = find_town(town), _parts().get(fold(region), frozenset()) | find_town(region)
    return bool(here and there) and not here & there


@lru_cache(maxsize=REMEMBERED)
def may_lie_in_county(town: str, county: str) -> bool:
    """Whether the first is a town of a country that has a county, and no town, of the second name."""
    return bool(find_town(town) & (_parts().get(fold(county), frozenset()) - find_town(county)))


@lru_cache(maxsize=REMEMBERED)
def are_sister_parts(left: str, right: str) -> bool:
    """Whether two names are of parts of one country that share no place, by their sort: two of its states."""
    a, b = (_sorts_of_parts().get(fold(name), frozenset()) for name in (left, right))
    return fold(left) != fold(right) and bool(a & b)


@cache
def _sorts_of_parts() -> dict[str, frozenset[tuple[str, str]]]:
    """Folded names of states, provinces and the like (ISO 3166-2), with their countries and their sorts."""
    import pycountry

    parts: dict[str, frozenset[tuple[str, str]]] = {}
    for part in pycountry.subdivisions:
        sort = (part.country_code, part.type)
        parts[fold(part.name)] = parts.get(fold(part.name), frozenset()) | {sort}
    return parts


@cache
def _code(country: str) -> str:
    """ISO 3166 code of a country by the name under which the tables keep it, or ""."""
    import pycountry

    found = pycountry.countries.get(common_name=country) or pycountry.countries.get(name=country)
    return found.alpha_2 if found else _UNNAMED.get(country, "")


@cache
def _parts() -> dict[str, frozenset[str]]:
    """Folded names of states, provinces and the like (ISO 3166-2), with the countries that have one."""
    import pycountry

    parts: dict[str, frozenset[str]] = {}
    for part in pycountry.subdivisions:
        parts[fold(part.name)] = parts.get(fold(part.name), frozenset()) | {part.country_code}
    return parts


@lru_cache(maxsize=REMEMBERED)
def _split(codes: str) -> frozenset[str]:
    return frozenset(codes.split())


@cache
def _towns() -> dict[str, frozenset[str]]:
    towns: dict[str, frozenset[str]] = {}
    for name, countries in read_rows("towns"):
        key, codes = fold(name), _split(countries)
        towns[key] = towns[key] | codes if key in towns else codes
    for name, country, *others in read_rows("places"):
        # "Ghent" and "Florence" of the one table are "Gent" and "Firenze" in the other.
        code = _code(country)
        elsewhere = frozenset[str]().union(*(towns.get(fold(other), frozenset()) for other in others))
        known = elsewhere & {code} if code else elsewhere
        if known:
            towns[fold(name)] = towns.get(fold(name), frozenset()) | known
    return towns
