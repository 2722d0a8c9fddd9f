"""What is known of names as words: spellings, nicknames, places and bodies with several names.

Two words are never called the same here because they look alike: they are equal without
diacritics, stand in one hand-made family, or meet by a rule of romanisation.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from discrepancy.lexicon import read_rows, read_table

Likeness: TypeAlias = Literal["same", "diacritics", "transliteration", "nickname"]

# Letters that Unicode does not take apart.
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_INITIALS = re.compile(r"[\w.'’]+")
_APOSTROPHES = re.compile(r"['’‘ʻʼ`´.]")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the tables: the name it is kept under and the country it lies in, or ""."""

    name: str
    within: str


@cache
def fold(word: str) -> str:
    """``word`` in lower case without diacritics, apostrophes and full stops."""
    lowered = _APOSTROPHES.sub("", word.casefold()).translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS)


def _spelt_out(word: str) -> str:
    """The other usual way to print umlauts in plain letters ("Mueller")."""
    return fold(unicodedata.normalize("NFC", word.casefold()).translate(_UMLAUTS))


@cache
def transliteration_key(word: str) -> str:
    """One spelling for all romanisations of a word that the rules of ``spellings.tsv`` know."""
    key = fold(word)
    for pattern, replacement in _rules():
        key = pattern.sub(replacement, key)
    return key


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row[0]), row[1]) for row in read_rows("spellings"))


@cache
def find_families(word: str) -> frozenset[int]:
    """Numbers of the rows of ``nicknames.tsv`` that hold ``word``."""
    return _families().get(fold(word), frozenset())


@cache
def _families() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(read_rows("nicknames")):
        for form in row:
            found.setdefault(fold(form).replace("-", ""), set()).add(number)
    return {word: frozenset(rows) for word, rows in found.items()}


@cache
def is_given_name(word: str) -> bool:
    """Whether ``word`` is a given name in the lists, be it a short form."""
    return fold(word) in _given_names()


@cache
def _given_names() -> frozenset[str]:
    listed = frozenset(fold(form) for row in read_rows("given_names") for form in row)
    return listed | frozenset(_families())


@cache
def is_known_surname(word: str) -> bool:
    """Whether the press calls somebody by ``word`` alone: a statesperson's surname."""
    return fold(word) in _surnames()


@cache
def _surnames() -> frozenset[str]:
    return frozenset(fold(name) for row in read_rows("surnames") for name in row)


@cache
def match_words(left: str, right: str) -> Likeness | None:
    """How two spellings of one word of a name are alike, or None when nothing known joins them."""
    if left == right:
        return "same"
    if fold(left) == fold(right):
        plain = [_APOSTROPHES.sub("", word.casefold()) for word in (left, right)]
        return "same" if plain[0] == plain[1] else "diacritics"
    if _spelt_out(left) == fold(right) or fold(left) == _spelt_out(right):
        return "diacritics"
    if transliteration_key(left) == transliteration_key(right):
        return "transliteration"
    if find_families(left) & find_families(right):
        return "nickname"
    return None


@cache
def title_words(section: str) -> frozenset[str]:
    """One list of ``titles.toml`` as a set of folded words."""
    return frozenset(fold(word) for word in read_table("titles")[section])


def is_office(word: str) -> bool:
    """Whether ``word`` is a rank, office or calling ("minister", "co-chairs", "ex-governor")."""
    offices = title_words("offices")
    folded = fold(word)
    return any(w in offices for w in (folded, folded.removesuffix("s"), folded.rpartition("-")[2]))


@cache
def find_place(name: str) -> Place | None:
    """The place of this name in the tables, or None. "Georgia" is the country."""
    return _places().get(_place_key(name)) if name[:1].isupper() or name[:4] == "the " else None


def _place_key(name: str) -> str:
    bare = name.removeprefix("the ").removeprefix("The ").removesuffix("'s")
    # "Miss." is Mississippi and "Miss" is not; the full stops of "U.S." may be left out.
    stop = "." if bare.endswith(".") and bare.count(".") == 1 else ""
    return fold(bare) + stop


@cache
def _places() -> dict[str, Place]:
    import pycountry

    places: dict[str, Place] = {}
    for name, within, *aliases in read_rows("places"):
        place = Place(name, "" if within == "-" else within)
        for form in (name, *aliases):
            places.setdefault(_place_key(form), place)
    for country in pycountry.countries:
        forms = [getattr(country, key, "") for key in ("common_name", "name", "official_name")]
        forms = [form for form in forms if form]
        known = next((places[fold(form)] for form in forms if fold(form) in places), None)
        for form in forms:
            places.setdefault(fold(form), known or Place(forms[0], ""))
    return places


@cache
def find_organisation(name: str) -> str | None:
    """The long form of the body of this name in the tables, or None."""
    return _organisations().get(_organisation_key(name))


@cache
def _organisations() -> dict[str, str]:
    return {_organisation_key(form): row[0] for row in read_rows("organisations") for form in row}


def _organisation_key(name: str) -> str:
    # Acronyms keep their capitals: "WHO" is a body, "who" is not.
    bare = name.removeprefix("the ").removeprefix("The ").replace(".", "")
    return bare if len(bare) <= 5 else fold(bare)


def is_acronym(short: str, long: str) -> bool:
    """Whether ``short`` is made of the initials of ``long`` ("HLU", "Harlow Lorry Union")."""
    letters = short.replace(".", "")
    if not (2 <= len(letters) <= 8 and letters.isalpha() and sum(map(str.isupper, letters)) > 1):
        return False
    words = [word for word in _INITIALS.findall(long.replace("-", " ")) if word[0].isalpha()]
    full = "".join(word[0] for word in words)
    capitals = "".join(word[0] for word in words if word[0].isupper())
    content = "".join(word[0] for word in words if fold(word) not in small_words())
    return len(words) > 1 and letters.casefold() in {x.casefold() for x in (full, capitals, content)}


@cache
def small_words() -> frozenset[str]:
    """Articles, prepositions and conjunctions inside names of bodies."""
    return title_words("small")
