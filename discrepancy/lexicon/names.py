"""What is known of names as words: spellings, nicknames, places and bodies with several names.

Two words are never called the same here because they look alike: they are equal without
diacritics, stand in one hand-made family, or meet by a rule of romanisation.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from rapidfuzz.distance import OSA

from discrepancy.lexicon import REMEMBERED, read_rows, read_table
from discrepancy.lexicon.letters import fold as fold
from discrepancy.lexicon.letters import spell_out, strip_apostrophes

Likeness: TypeAlias = Literal["same", "diacritics", "transliteration", "nickname"]

_NICKNAME = re.compile(r"\([^()]*\)|[\"“„][^\"“”]*[\"”“]|(?<!\w)['‘][^'’]+['’](?!\w)")
_SYLLABLE = re.compile(r"\b([A-Z][a-z]{1,4}-)([a-z]{2,5})\b")
_TASTE = 2
"""Letters up to which two spellings of a given name differ by the parents' taste."""
_KEPT = 3
"""Letters that a short form keeps at least, and leaves out at least."""
_INITIALS = re.compile(r"[\w.'’]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the tables: the name it is kept under and the country it lies in, or ""."""

    name: str
    within: str


def strip_nickname(name: str) -> str:
    """``name`` without what stands in brackets or quotation marks: "Horace (“Duck”) Quill"."""
    return _NICKNAME.sub(" ", name) if _NICKNAME.search(name) else name


def raise_syllables(name: str) -> str:
    """``name`` with a capital for the second syllable of a Korean or Chinese name, where it is free.

    "Jong-un" and "Jong-Un" are one name; "Quist-bergen" has a slip, for its syllables are longer.
    """
    return _SYLLABLE.sub(lambda found: found[1] + found[2].title(), name)


def _reformed(word: str) -> str:
    """A Romanian word as it is spelt since 1993, with "â" for an "î" inside."""
    lowered = unicodedata.normalize("NFC", word.casefold())
    return fold(lowered[:1] + lowered[1:-1].replace("î", "â") + lowered[1:][-1:])


@lru_cache(maxsize=REMEMBERED)
def transliteration_key(word: str) -> str:
    """One spelling for all romanisations of a word that the rules of ``spellings.tsv`` know."""
    key = fold(word)
    for pattern, replacement in _rules():
        key = pattern.sub(replacement, key)
    return key


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row[0]), row[1]) for row in read_rows("spellings"))


@lru_cache(maxsize=REMEMBERED)
def find_families(word: str) -> frozenset[int]:
    """Numbers of the rows of ``nicknames.tsv`` that hold ``word``."""
    return _families().get(fold(word), frozenset())


def is_pet_name(word: str) -> bool:
    """Whether ``nicknames.tsv`` has ``word`` as short for other names alone."""
    return bool(find_families(word)) and fold(word) not in _formal_names()


@cache
def _formal_names() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in read_rows("nicknames"))


@cache
def _families() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(read_rows("nicknames")):
        for form in row:
            found.setdefault(fold(form).replace("-", ""), set()).add(number)
    return {word: frozenset(rows) for word, rows in found.items()}


@lru_cache(maxsize=REMEMBERED)
def is_other_gender(left: str, right: str) -> bool:
    """Whether one word is a man's given name and the other the woman's name made from it."""
    a, b = fold(left), fold(right)
    return b in _feminine().get(a, ()) or a in _feminine().get(b, ())


@cache
def _feminine() -> dict[str, frozenset[str]]:
    return {fold(row[0]): frozenset(map(fold, row[1:])) for row in read_rows("gendered_names")}


@lru_cache(maxsize=REMEMBERED)
def is_cut_off(left: str, right: str) -> bool:
    """Whether one word is a given name and the other its beginning ("Bartho" of "Bartholomew").

    At least three letters are kept and three left out, for fewer tell another name too often, and
    what is a given name of its own ("Paul", "Pauline") is no other's beginning.
    """
    short, long = sorted((fold(left), fold(right)), key=len)
    return (
        len(short) >= _KEPT
        and len(long) - len(short) >= _KEPT
        and long.startswith(short)
        and is_given_name(long)
        and not is_given_name(short)
    )


_SHORTENED = 2
"""Letters by which a short form is the shorter, and that it keeps at least."""
_PET_ENDINGS = frozenset(
    [
        "i",
        "y",
        "ie",
        "e",
        "a",
        "o",
        "u",
        "ka",
        "ko",
        "ca",
        "ya",
        "ja",
        "sha",
        "ita",
        "ito",
        "ek",
        "ik",
        "li",
        "ti",
    ]
)
"""What short forms of given names end in, in many languages."""


@lru_cache(maxsize=REMEMBERED)
def is_pet_form(left: str, right: str) -> bool:
    """Whether one word may be a short form made from the other: its opening and an ending of such forms."""
    short, long = sorted((fold(left), fold(right)), key=len)
    if len(long) - len(short) < _SHORTENED:
        return False
    return any(
        short.endswith(ending) and long.startswith(short.removesuffix(ending))
        for ending in _PET_ENDINGS
        if len(short) - len(ending) >= _SHORTENED
    )


_DIMINUTIVE = re.compile(r"(\w{3,}?)(?:(?<=(\w))\2)?(?:ie|y)")
"""A stem with an ending of English pet names, and its last letter doubled or not."""


@lru_cache(maxsize=REMEMBERED)
def is_diminutive(left: str, right: str) -> bool:
    """Whether one word is a pet name made from the other, a given name: "Gordie" of "Gordon".

    What is a given name of its own ("Marie", "Barry") is not made from another.
    """
    for short, long in ((fold(left), fold(right)), (fold(right), fold(left))):
        made = _DIMINUTIVE.fullmatch(short)
        if made and long.startswith(made[1]) and long != made[1] and is_given_name(long):
            return not is_given_name(short)
    return False


@lru_cache(maxsize=REMEMBERED)
def is_nickname(left: str, right: str) -> bool:
    """Whether one word is a short form of the other in the package ``nicknames`` (Apache-2.0).

    It also lists names with nicknames of their own ("Susan", "Hannah"), rhymes of long ago, and
    spellings that a newspaper must not exchange ("Sara", "Sarah"); these do not count.
    """
    a, b = fold(left), fold(right)
    return any(
        short in _nicknames().get(name, ())
        and short not in _nicknames()
        and OSA.distance(short, name) > _TASTE
        and (short[:2] == name[:2] or short[-3:] == name[-3:])
        for name, short in ((a, b), (b, a))
    )


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    from nicknames import name_triplets

    found: dict[str, set[str]] = {}
    for name, relation, short in name_triplets():
        if relation == "has_nickname":
            found.setdefault(fold(name), set()).add(fold(short))
    return {name: frozenset(shorts) for name, shorts in found.items()}


def _is_shortened(left: str, right: str) -> bool:
    return is_nickname(left, right) or is_cut_off(left, right) or is_diminutive(left, right)


@lru_cache(maxsize=REMEMBERED)
def is_given_name(word: str) -> bool:
    """Whether ``word`` is a given name in the lists, be it a short form."""
    return fold(word) in _given_names()


@cache
def _given_names() -> frozenset[str]:
    listed = frozenset(fold(form) for _, *row in read_rows("given_names") for form in row)
    return listed | frozenset(_families())


def find_regions(word: str) -> frozenset[str]:
    """The regions of the world in whose lists of names ``word`` stands."""
    return _regions_of_names().get(fold(word), frozenset())


@cache
def _regions_of_names() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for table in ("given_names", "regional_names", "bearers"):
        for region, *row in read_rows(table):
            for name in map(fold, row):
                found[name] = found.get(name, frozenset()) | {region}
    for name in _nicknames():
        found[name] = found.get(name, frozenset()) | {"western"}
    return found


@lru_cache(maxsize=REMEMBERED)
def is_known_surname(word: str) -> bool:
    """Whether the press calls somebody by ``word`` alone: a statesperson's surname."""
    return fold(word) in _surnames()


@cache
def _surnames() -> frozenset[str]:
    return frozenset(fold(name) for row in read_rows("surnames") for name in row)


def as_american(word: str) -> str:
    """A word, folded, as the Americans write it where it is a common noun that the table has."""
    return _american().get(fold(word), fold(word))


@cache
def _american() -> dict[str, str]:
    """Common nouns in names, as the British and as the Americans write them."""
    table: dict[str, str] = read_table("places")["american"]
    return table


@lru_cache(maxsize=REMEMBERED)
def match_words(left: str, right: str) -> Likeness | None:
    """How two spellings of one word of a name are alike, or None when nothing known joins them."""
    if left == right:
        return "same"
    if fold(left) == fold(right):
        plain = [strip_apostrophes(word.casefold()) for word in (left, right)]
        return "same" if plain[0] == plain[1] else "diacritics"
    if not (left.isascii() and right.isascii()) and spell_out(left) & spell_out(right):
        return "diacritics"
    if _reformed(left) == _reformed(right):
        return "transliteration"
    if {fold(left), fold(right)} <= title_words("departments") and as_american(left) == as_american(right):
        return "transliteration"  # "Labour Minister"; "Grey" and "Gray" are two surnames
    if transliteration_key(left) == transliteration_key(right):
        return "transliteration"
    if find_families(left) & find_families(right) or _is_shortened(left, right):
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


@lru_cache(maxsize=REMEMBERED)
def find_place(name: str) -> Place | None:
    """The place of this name in the tables, or None. "Georgia" is the country."""
    return _places().get(_place_key(name)) if name[:1].isupper() or name[:4] == "the " else None


@lru_cache(maxsize=REMEMBERED)
def is_region(name: str) -> bool:
    """Whether a country, or a part of one that is no town (ISO 3166-2), has this name."""
    key = _place_key(name)
    return key in _regions() or ((place := find_place(name)) is not None and not place.within)


@cache
def _regions() -> frozenset[str]:
    import pycountry

    kinds = ("city", "town", "capital", "municipality", "borough", "council", "commune", "parish")
    parts = {
        _place_key(part.name)
        for part in pycountry.subdivisions
        if not any(kind in part.type.casefold() for kind in kinds)
    }
    named = (place for key, place in _places().items() if key in parts or not place.within)
    return frozenset(parts) | frozenset(_place_key(place.name) for place in named)


@cache
def place_openings() -> frozenset[str]:
    """First words, folded, of the places whose names have several."""
    return frozenset(key.split()[0] for key in _places() if " " in key)


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


@lru_cache(maxsize=REMEMBERED)
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
