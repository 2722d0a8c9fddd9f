"""The world's currencies by name, code and sign.

Canonical names are CLDR's English names in lower case, cut to the noun where only one country's
money bears it ("rand", "zloty"); "$" and "US$" are both "dollar", for a bare sign says no more. The two
CFA francs have one name, as they have one rate and one sign.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import product
from typing import Any

from discrepancy.lexicon import REMEMBERED, read_table

_SPECIAL = {
    "us dollar": "dollar",
    "british pound": "pound sterling",
    "south korean won": "won",
    "russian ruble": "ruble",
    "west african cfa franc": "cfa franc",
    "central african cfa franc": "cfa franc",
}
_SHARED_CODES = ("XOF", "XAF", "XCD", "XPF")
"""Codes of money that several countries have; all else that begins with X is no country's."""


@cache
def currency_names() -> Mapping[str, str]:
    """Canonical names by code in upper case, and by names as news prints them in lower case."""
    singular, plural = _cldr()
    nouns = _nouns()
    spelled: Mapping[str, list[str]] = _table()["nouns"]
    owners: Mapping[str, list[str]] = _table()["owners"]
    table: dict[str, str] = {}
    for code, name in singular.items():
        canonical = _canonical(name)
        table[code] = canonical
        table[name] = table[plural[code]] = canonical
        stem, _, noun = name.rpartition(" ")
        forms = {noun, plural[code].rpartition(" ")[2], *spelled.get(noun, ())}
        table |= {f"{said} {form}": canonical for said, form in product({stem, *owners.get(code, ())}, forms)}
    for code, name in singular.items():
        noun = name.rpartition(" ")[2]
        general = table[code] if nouns[noun] == 1 else noun
        for form in (noun, plural[code].rpartition(" ")[2], f"{noun}s", *spelled.get(noun, ())):
            table.setdefault(form, general)
    for word in _table()["plain"]["words"]:
        table.pop(word, None)
    aliases: Mapping[str, str] = read_table("units")["currency"]["words"]
    table |= {word: _canonical(name) for word, name in aliases.items()}
    return table | {word: table[code] for word, code in _table()["alone"].items()}


@cache
def _cldr() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """CLDR's English names in singular and plural, by code."""
    import pycountry
    from babel.numbers import get_currency_name

    current = {c.alpha_3 for c in pycountry.currencies}
    # What was given up lately stays in the reports of its time.
    codes = sorted(
        code
        for code in current | set(_table()["owners"])
        if not code.startswith("X") or code in _SHARED_CODES
    )
    one, many = (
        {code: _plain(get_currency_name(code, count=count, locale="en")) for code in codes}
        for count in (1, 2)
    )
    return one, many


@cache
def _nouns() -> Counter[str]:
    """How many countries' money has a noun."""
    return Counter(name.rpartition(" ")[2] for name in _cldr()[0].values())


def _plain(name: str) -> str:
    """A name without the years in which the money was used ("Zimbabwean dollars (2009)")."""
    return name.partition(" (")[0].lower()


def _canonical(name: str) -> str:
    if name in _SPECIAL:
        return _SPECIAL[name]
    noun = name.rpartition(" ")[2]
    families = read_table("units")["currency"]["families"]
    return noun if _nouns()[noun] == 1 and noun not in families else name


def canonical(name: str) -> str:
    """The canonical name of a currency that a table of signs names."""
    return currency_names().get(name, name)


@cache
def noun_words() -> frozenset[str]:
    """The last word of every name of money, without loading the names: a cheap look before they are."""
    aliases = read_table("units")["currency"]["words"]
    forms = [form for noun, row in _table()["nouns"].items() for form in (noun, *row)]
    return frozenset(
        form.rpartition(" ")[2]
        for form in (*aliases, *forms, *_table()["alone"], "francs", "dollars", "euro")
    )


@cache
def _signs() -> Mapping[str, tuple[str, ...]]:
    """The currencies that print a sign of letters, by the sign; what is meant by default comes first."""
    currency = read_table("units")["currency"]
    found: dict[str, list[str]] = defaultdict(list)
    for name in ("symbols", "prefixes", "letters"):
        for sign, owner in currency[name].items():
            found[sign].append(canonical(owner))
    for sign, owner in _table()["several"].items():
        found[sign].append(canonical(owner))
    for code, signs in _table()["signs"].items():
        for sign in signs:
            found[sign].append(currency_names()[code])
    for sign, names in currency["shared"].items():
        found[sign] += [canonical(name) for name in names]
    return {sign: tuple(dict.fromkeys(names)) for sign, names in found.items()}


def is_old_sign(sign: str) -> bool:
    """Whether a sign is read wherever it stands before a number, whatever else its article says."""
    currency = read_table("units")["currency"]
    return sign in currency["symbols"] or sign in currency["prefixes"]


def name_of_sign(sign: str, document: str) -> str:
    """The currency that a sign stands for, "" for one that is unknown.

    Args:
        sign: Letters or a currency sign as printed, with its stop or without.
        document: The article's whole text, whose countries decide between several currencies.
    """
    sign = sign if sign in _signs() else sign.removesuffix(".")
    return _name_of_sign(sign, document) if sign in _signs() else ""


@lru_cache(maxsize=REMEMBERED)
def _name_of_sign(sign: str, document: str) -> str:
    first, *others = _signs()[sign]
    if not others or is_general(first):
        return first
    return next((name for name in (first, *others) if is_at_home(name, document)), first)


def is_general(name: str) -> bool:
    """Whether a name is a noun that several countries' money has: "rupee", which no sign need tell closer."""
    return _nouns()[name] > 1


@lru_cache(maxsize=REMEMBERED)
def is_at_home(name: str, document: str) -> bool:
    """Whether an article names the money or a country that has it."""
    words = _at_home().get(name)
    return words is not None and words.search(document) is not None


@cache
def _at_home() -> Mapping[str, re.Pattern[str]]:
    owners: Mapping[str, list[str]] = _table()["owners"]
    plain = set(_table()["plain"]["words"])
    said: dict[str, set[str]] = defaultdict(set)
    for code, words in owners.items():
        name = currency_names()[code]
        said[name] |= set(words)
        if " " not in name and name != "dollar":
            said[name] |= {name, *_table()["nouns"].get(name, ())} - plain
    return {
        name: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words)))})(?!\w)", re.IGNORECASE)
        for name, words in said.items()
    }


def is_common_word(code: str) -> bool:
    """Whether a code is a word in capitals too: "TOP 10"."""
    return code in _table()["codes"]["words"]


def _table() -> dict[str, Any]:
    return read_table("currencies")
