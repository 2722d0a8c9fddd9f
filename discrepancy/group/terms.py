"""What of an article tells which story it belongs to, read from the raw text without the language model.

Invariant: the terms of an article depend on nothing but the article, so they are read once and kept.
What a term is worth, and whether a capitalised word is a name, is decided by all articles together
(see `frequencies`): headlines in capitals and first words of sentences mislead a single one.
"""

from __future__ import annotations

import re
import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias
from zlib import crc32

from discrepancy.language import fold
from discrepancy.lexicon import read_table
from discrepancy.lexicon.names import find_place, is_office, place_openings, title_words
from discrepancy.lexicon.names import fold as fold_name
from discrepancy.model import Article, Passage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows: TypeAlias = NDArray[np.void]
    Indexes: TypeAlias = NDArray[np.integer[Any]]

ROW = struct.Struct("<IBB")
"""One term: its key, how often it occurs and how often as a name, in parts of `ONCE`."""

HASHED = 28
"""Bits of a key that the text of the term decides; those above are its `Sort`."""

_TOKEN = re.compile(
    r"[^\W\d_](?:[\w'-]*[^\W_])?"  # a word
    r"|\d(?:[\d,.:]*\d)?(?:-[a-z][a-z-]*[a-z])?"  # a number, or "9-month-old"
    r"|[.!?]+|[^\s\w]"
)
BLOCK = 4096
"""Articles whose terms are worked on at once; bounds the memory of what that needs besides the result."""

ONCE = 4
"""How one occurrence in the text is counted, so that halves are whole numbers too."""

_TITLE = 6
_TITLED = 0.6
"""Part of a passage's words in capitals from which on capitals tell no names."""


class Sort(IntEnum):
    """What sort of term a key stands for."""

    WORD = 0
    """A word or a single name."""
    FULL_NAME = 1
    """Two neighbouring names: of a person, a street."""
    NUMBER = 2
    """A number, alone and with the word that it counts."""
    PLACE = 3
    """A country, or one of the states of the United States."""
    DATE = 4
    """A day told without regard to its year, or a weekday."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one article's title and text, a hundred or two.

    Attributes:
        rows: Packed `ROW`s in order of their keys; about 1 kB, to be stored as they are.
    """

    rows: bytes

    def pack(self) -> bytes:
        """The terms as bytes."""
        return self.rows

    @classmethod
    def unpack(cls, data: bytes) -> Terms:
        """What `pack` made."""
        return cls(data)


def read_terms(article: Article, passages: Sequence[Passage]) -> Terms:
    """The terms of an article's title and body; bylines, captions and clutter do not count.

    Args:
        article: Any article; only its title and text are read.
        passages: Its parts, as `discrepancy.clean.mark_passages` gives them.
    """
    counts: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for passage in passages:
        if not passage.zone.is_reporting:
            continue
        text = fold(article.read(passage.field)[passage.start : passage.end])
        weight = _TITLE if passage.field == "title" else ONCE
        for key, named in _Reader(text).read():
            count = counts[key]
            count[0] += weight
            count[1] += int(weight * named)
    return Terms(b"".join(ROW.pack(k, min(n, 255), min(s, 255)) for k, (n, s) in sorted(counts.items())))


def read_rows(articles: Iterable[Terms]) -> tuple[Rows, Indexes]:
    """All terms of all articles, one after another, and how many each article has."""
    import numpy as np

    packed = [article.rows for article in articles]
    kind = np.dtype([("key", "<u4"), ("count", "u1"), ("named", "u1")])
    lengths = np.array([len(rows) // ROW.size for rows in packed], dtype=np.int64)
    return np.frombuffer(b"".join(packed), dtype=kind), lengths


def read_blocks(articles: Sequence[Terms]) -> Iterator[tuple[int, Rows, Indexes]]:
    """The same for `BLOCK` articles at a time, with the place of the first of them."""
    for start in range(0, len(articles), BLOCK):
        yield start, *read_rows(articles[start : start + BLOCK])


def make_key(sort: Sort, text: str) -> int:
    """The number that stands for a term; the same on every machine."""
    return sort << HASHED | crc32(text.encode()) >> (32 - HASHED)


class _Reader:
    """Reads one passage from left to right."""

    def __init__(self, text: str) -> None:
        self._tokens: list[str] = _TOKEN.findall(text)
        words = [token for token in self._tokens if token[0].isalpha()]
        capitals = sum(word[0].isupper() for word in words)
        self._titled = len(words) > 2 and capitals > _TITLED * len(words)

    def read(self) -> Iterator[tuple[int, float]]:
        """Keys, and how surely each is a name: 1, 0, or a half where capitals tell nothing."""
        begins = True
        names: list[str] = []
        number = ""
        for index, token in enumerate(self._tokens):
            first = token[0]
            if not first.isalnum():
                if token not in "'\"" and not (token == "." and self._is_initial(index - 1)):
                    names, number = [], ""
                begins = begins or token[0] in '.!?:"'
                continue
            word = token.lower().removesuffix("'s").rstrip("'-")
            digits = word if first.isdigit() else _small_numbers().get(word, "")
            if digits:
                number = digits.replace(",", "")
                yield make_key(Sort.NUMBER, number), 1
                yield from self._read_day(index, number)
                names = []
            elif word in _stop_words():
                yield from self._read_weekday(word)
                names = []
            elif len(word) < 2:
                names = names if first.isupper() else []
            else:
                stem = _stem(word)
                capital = first.isupper()
                everyday = capital and _is_everyday(token)
                sure = capital and not self._titled and not begins
                if capital:
                    yield from self._read_places(index, token)
                if not everyday:
                    yield make_key(Sort.WORD, stem), 1 if sure else 0.5 * capital
                if capital and not everyday:
                    for earlier in names[-2:]:
                        pair = f"{earlier} {word}"
                        yield make_key(Sort.FULL_NAME, pair), not self._titled
                    names.append(word)
                else:
                    names = []
                if number and not capital:
                    yield make_key(Sort.NUMBER, f"{number} {stem}"), 1
                number = ""
            begins = False

    def _is_initial(self, index: int) -> bool:
        """Whether a full stop after this token may belong to it: "J.", "St."."""
        return index >= 0 and len(self._tokens[index]) < 3 and self._tokens[index][0].isupper()

    def _read_day(self, index: int, number: str) -> Iterator[tuple[int, float]]:
        """The day of "Aug. 29" and "29 August"."""
        if not number.isdecimal() or not 0 < int(number) < 32:
            return
        before = [token for token in self._tokens[max(index - 2, 0) : index] if token != "."][-1:]
        for token in (*before, *self._tokens[index + 1 : index + 2]):
            month = _months().get(token.lower())
            if month and token[0].isupper():
                yield Sort.DATE << HASHED | month * 32 + int(number), 1
                return

    def _read_weekday(self, word: str) -> Iterator[tuple[int, float]]:
        weekday = _weekdays().get(word)
        if weekday is not None:
            yield Sort.DATE << HASHED | weekday, 1

    def _read_places(self, index: int, token: str) -> Iterator[tuple[int, float]]:
        before, after = self._tokens[max(index - 1, 0) : index], self._tokens[index + 1 : index + 2]
        if before and _opens_place(before[0]) and _find_region(f"{before[0]} {token}"):
            return  # the second word of "New Mexico"
        forms = [token]
        if after == ["."] and len(token) < 6:  # "Mich."
            forms = [f"{token}.", token]
        elif after and _opens_place(token):
            forms = [f"{token} {after[0]}", token]
        for form in forms:
            if place := _find_region(form):
                yield make_key(Sort.PLACE, place), 1
                return


@lru_cache(maxsize=65536)
def _opens_place(word: str) -> bool:
    return fold_name(word) in place_openings()


@lru_cache(maxsize=65536)
def _is_everyday(name: str) -> bool:
    """Whether a name stands in the news of every day: a country, its people or an office.

    Two articles that share "France" and "Minister" need not share an event; counted as names, they
    joined what one person said on two journeys.
    """
    place = find_place(name)
    return (
        is_office(name)
        or fold_name(name).removesuffix("s") in title_words("demonyms")
        or (place is not None and not place.within)
    )


@lru_cache(maxsize=65536)
def _find_region(name: str) -> str | None:
    """The country of this name, or that a place of this name lies in; of the United States the state."""
    place = find_place(name)
    if place is None or place.name == "Georgia":  # the country or the state
        return None
    country = place.within or place.name
    if country != "United States":
        return country
    return place.name if place.name in _states() else None


@cache
def _states() -> frozenset[str]:
    import pycountry

    parts: Any = pycountry.subdivisions
    return frozenset(part.name for part in parts.get(country_code="US"))


@lru_cache(maxsize=262144)
def _stem(word: str) -> str:
    stem: str = _stemmer().stemWord(word)
    return stem


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@cache
def _stop_words() -> frozenset[str]:
    from spacy.lang.en.stop_words import STOP_WORDS

    told = ("said", "say", "says", "told", "mr", "mrs", "ms", "dr")
    return frozenset((*STOP_WORDS, *told, *_months(), *_weekdays()))


@cache
def _months() -> dict[str, int]:
    months: dict[str, int] = read_table("dates")["months"]
    return months


@cache
def _weekdays() -> dict[str, int]:
    weekdays: dict[str, int] = read_table("dates")["weekdays"]
    return weekdays


@cache
def _small_numbers() -> dict[str, str]:
    """Written numbers from two to twelve; "one" is mostly a pronoun."""
    counts: dict[str, int] = read_table("dates")["counts"]
    return {word: str(number) for word, number in counts.items() if 1 < number <= 12}
