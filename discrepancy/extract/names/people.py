"""Which mentions of people are one person, and what the person's fullest name is.

Full names join only where a rule of language joins them; a surname follows the full name of its
own article. Two people with one surname stay two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from discrepancy.extract.names.evidence import words_of
from discrepancy.extract.names.spotting import Spot
from discrepancy.lexicon.names import (
    find_families,
    fold,
    is_other_gender,
    match_words,
    raise_syllables,
    strip_nickname,
    transliteration_key,
)
from discrepancy.lexicon.romanisation import Tradition, are_romanised, find_traditions

_Place = tuple[int, int]
"""A spot's address: number of the article, number of the spot in it."""


def name_people(spots: Sequence[Sequence[Spot]]) -> dict[_Place, str]:
    """The canonical name of every spot that is a person.

    Args:
        spots: For each article its typed spots in order.
    """
    people = {
        (number, index): spot
        for number, row in enumerate(spots)
        for index, spot in enumerate(row)
        if spot.label == "PERSON"
    }
    full = {
        place: spot for place, spot in people.items() if len(spot.form.split()) > 1 < len(words_of(spot.form))
    }
    canonical = _join_forms(list(full.values()))
    named = {place: canonical[spot.form] for place, spot in full.items()}
    seats = _Seats(full, named)
    for place, spot in people.items():
        if place not in named:
            named[place] = seats.resolve(place, spot)
    return named


def _join_forms(spots: Iterable[Spot]) -> dict[str, str]:
    """For every full form the fullest form of the same person."""
    counts = Counter(spot.form for spot in spots)
    groups: list[list[str]] = []
    index: dict[str, set[int]] = defaultdict(set)
    # The longest first, so that a shortened form finds what it is short for.
    for form in sorted(counts, key=lambda f: (-len(_long_words(f)), list(counts).index(f))):
        near = sorted({n for word in _keys(form) for n in index[word]})
        if find_traditions(form, form):
            # Romanisers may differ in every word, so that no key is shared.
            near = list(range(len(groups)))
        equal = [n for n in near if any(_is_spelling(form, other) for other in groups[n])]
        matching = equal or [n for n in near if any(_is_short(form, other) for other in groups[n])]
        if len(matching) == 1:
            number = matching[0]
            groups[number].append(form)
        else:
            number = len(groups)
            groups.append([form])
        for word in _keys(form):
            index[word].add(number)
    return {form: _fullest(group, counts) for group in groups for form in group}


def _long_words(form: str) -> tuple[str, ...]:
    return tuple(word for word in words_of(form) if len(word) > 1)


def _keys(form: str) -> set[str]:
    return {transliteration_key(word) for word in _long_words(form)}


def _fullest(forms: Sequence[str], counts: Counter[str]) -> str:
    def rank(form: str) -> tuple[int, bool, int, int]:
        marks = sum(not c.isascii() for c in form)
        return len(_long_words(form)), not form.isupper(), marks, counts[form]

    # "Foreign Ann Roe" once beside "Ann Roe" five times is the model's slip, no fuller name.
    sound = [f for f in forms if not any(f.endswith(f" {g}") and counts[g] > counts[f] for g in forms)]
    return max(sound, key=rank)


def _printed(form: str) -> list[str]:
    words = raise_syllables(strip_nickname(form)).replace("-", " ").replace(",", " ").split()
    return words[: len(words_of(form))] or words


def _is_spelling(left: str, right: str) -> bool:
    """Whether two forms are word for word legitimate spellings of one name."""
    a, b = _printed(left), _printed(right)
    if len(a) != len(b) or _suffix(left) != _suffix(right):
        return False
    traditions = find_traditions(left, right)
    return all(_joins(x, y, traditions) for x, y in zip(a, b, strict=True))


def _joins(left: str, right: str, traditions: tuple[Tradition, ...] = ()) -> bool:
    # A surname in lower case is a slip of the outlet's; the comparison has to see it.
    if left[0].islower() != right[0].islower():
        return False
    if match_words(left, right) is not None:
        return True
    return not is_other_gender(left, right) and are_romanised(left, right, traditions)


def _is_short(short: str, long: str) -> bool:
    """Whether ``short`` is ``long`` with words left out or cut to initials, both ends kept in order."""
    a, b = _printed(short), _printed(long)
    if len(a) > len(b) or (_suffix(short) and _suffix(short) != _suffix(long)):
        return False
    position = 0
    whole = 0
    for word in a:
        while position < len(b) and not _abbreviates(word, b[position]):
            position += 1
        if position == len(b):
            return False
        whole += len(fold(word)) > 1
        position += 1
    ends = _abbreviates(a[0], b[0]) or _joins(a[-1], b[-1])
    return whole > 0 and ends and len(a) > 1


def _abbreviates(short: str, long: str) -> bool:
    if _joins(short, long):
        return True
    letter = fold(short)
    return len(letter) == 1 and short[0].isupper() and fold(long).startswith(letter)


def _suffix(form: str) -> str:
    words = form.replace(",", " ").split()
    return fold(words[-1]) if len(words) > len(_printed(form)) else ""


class _Seats:
    """The full names of each article, in which its surnames look for their owner."""

    def __init__(self, full: dict[_Place, Spot], named: dict[_Place, str]) -> None:
        self._places: dict[int, list[_Place]] = defaultdict(list)
        self._titles: dict[str, set[str]] = defaultdict(set)
        self._words: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for place, spot in full.items():
            self._places[place[0]].append(place)
            self._titles[named[place]] |= set(spot.title.casefold().split())
            self._words[named[place]].add(tuple(_printed(spot.form)))
        self._named = named
        self._all = list(dict.fromkeys(named.values()))

    def resolve(self, place: _Place, spot: Spot) -> str:
        """The full name that a single word stands for, or the word itself."""
        article = self._places[place[0]]
        here = list(dict.fromkeys(self._named[p] for p in article))
        for known in (here, self._all):
            owners = self._owners(spot, known)
            if len(owners) == 1:
                return owners[0]
            if owners:
                return self._choose(place, spot, owners) or spot.form
        return spot.form

    def _owners(self, spot: Spot, known: Sequence[str]) -> list[str]:
        form = _printed(spot.form)
        by_last = [name for name in known if any(_is_surname(form, words) for words in self._words[name])]
        return by_last or [
            name for name in known if any(_is_given(form, words) for words in self._words[name])
        ]

    def _choose(self, place: _Place, spot: Spot, owners: Sequence[str]) -> str | None:
        """Of several owners the one with the same title, else the last one named before."""
        title = set(spot.title.casefold().split())
        titled = [name for name in owners if title & self._titles[name]]
        if len(titled) == 1:
            return titled[0]
        before = [
            self._named[p] for p in self._places[place[0]] if p[1] < place[1] and self._named[p] in owners
        ]
        return before[-1] if before else None


def _is_surname(form: Sequence[str], words: Sequence[str]) -> bool:
    tail = words[-len(form) :]
    return len(form) < len(words) and all(
        _joins(a, b) and match_words(a, b) != "nickname" for a, b in zip(form, tail, strict=True)
    )


def _is_given(form: Sequence[str], words: Sequence[str]) -> bool:
    # "Kim" of Kim Jong Un, "Pavel" of a family where all have one surname.
    word = form[0]
    if len(form) > 1:
        return all(match_words(a, b) in ("same", "diacritics") for a, b in zip(form, words, strict=False))
    return any(match_words(word, other) in ("same", "diacritics") for other in words[:-1]) or bool(
        find_families(word) & find_families(words[0])
    )
