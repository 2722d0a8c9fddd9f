"""Which mentions of people are one person, and what the person's fullest name is.

Full names join only where a rule of language joins them; a surname follows the full name of its
own article. Two people with one surname stay two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from discrepancy.extract.names.evidence import words_of
from discrepancy.extract.names.homes import find_home
from discrepancy.extract.names.spotting import Spot
from discrepancy.lexicon import REMEMBERED
from discrepancy.lexicon.homes import is_western
from discrepancy.lexicon.letters import spell_out
from discrepancy.lexicon.names import (
    find_families,
    fold,
    is_other_gender,
    match_words,
    raise_syllables,
    strip_nickname,
    transliteration_key,
)
from discrepancy.lexicon.romanisation import (
    Tradition,
    are_romanised,
    find_traditions,
    show_traditions,
    skeleton,
)

_BONES = "-"
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
    canonical = _join_forms(list(full.values()), find_home(spots))
    named = {place: canonical[spot.form] for place, spot in full.items()}
    seats = _Seats(full, named)
    for place, spot in people.items():
        if place not in named:
            named[place] = seats.resolve(place, spot)
    return named


def _join_forms(spots: Iterable[Spot], home: frozenset[str]) -> dict[str, str]:
    """For every full form the fullest form of the same person.

    Args:
        spots: Where full forms stand.
        home: The traditions of romanisation at home in the story.
    """
    counts = Counter(spot.form for spot in spots)
    groups: list[list[str]] = []
    index: dict[str, set[int]] = defaultdict(set)
    order = {form: number for number, form in enumerate(counts)}
    # The longest first, so that a shortened form finds what it is short for, and letters with their
    # marks before the plain letters that stand for them.
    for form in sorted(counts, key=lambda f: (-len(_long_words(f)), f.isascii(), order[f])):
        keys = _keys(form)
        near = sorted({n for key in keys for n in index[key]})
        equal = [n for n in near if any(_is_spelling(form, other, home) for other in groups[n])]
        matching = equal or [n for n in near if any(_is_short(form, other, home) for other in groups[n])]
        if len(matching) == 1:
            number = matching[0]
            groups[number].append(form)
        else:
            number = len(groups)
            groups.append([form])
        for key in keys:
            index[key].add(number)
    return {form: _fullest(group, counts) for group in groups for form in group}


def _long_words(form: str) -> tuple[str, ...]:
    return tuple(word for word in words_of(form) if len(word) > 1)


def _keys(form: str) -> set[str]:
    """What two spellings of a name share: a word, or what romanisers leave alone in all or in the last."""
    words = _long_words(form)
    keys = {transliteration_key(word) for word in words}
    if not form.isascii():
        keys |= {transliteration_key(plain) for word in _printed(form) for plain in spell_out(word)}
    if words and (show_traditions(form) or not is_western(form)):
        keys |= {_BONES + skeleton("".join(words)), _BONES + skeleton(words[-1])}
    return keys


def _fullest(forms: Sequence[str], counts: Counter[str]) -> str:
    def rank(form: str) -> tuple[int, bool, int, int]:
        marks = sum(not c.isascii() for c in form)
        return len(_long_words(form)), not form.isupper(), marks, counts[form]

    # "Foreign Ann Roe" once beside "Ann Roe" five times is the model's slip, no fuller name.
    sound = [f for f in forms if not any(f.endswith(f" {g}") and counts[g] > counts[f] for g in forms)]
    return max(sound, key=rank)


@lru_cache(maxsize=REMEMBERED)
def _printed(form: str) -> tuple[str, ...]:
    words = raise_syllables(strip_nickname(form)).replace("-", " ").replace(",", " ").split()
    return tuple(words[: len(words_of(form))] or words)


def _is_spelling(left: str, right: str, home: frozenset[str]) -> bool:
    """Whether two forms are word for word legitimate spellings of one name."""
    a, b = _printed(left), _printed(right)
    if _suffix(left) != _suffix(right):
        return False
    traditions = find_traditions(left, right, home=home)
    if len(a) != len(b):
        short, long = sorted((a, b), key=len)
        return bool(traditions) and _joins_run_in(short, long, traditions)
    return all(_joins(x, y, traditions) for x, y in zip(a, b, strict=True))


def _joins_run_in(short: Sequence[str], long: Sequence[str], traditions: tuple[Tradition, ...]) -> bool:
    """Whether two words of the longer name are one in the other: "Ben Hmida", "Benhmida"."""
    return len(long) == len(short) + 1 > 2 and any(
        all(
            _joins(x, y, traditions)
            for x, y in zip(short, [*long[:n], long[n] + fold(long[n + 1]), *long[n + 2 :]], strict=True)
        )
        for n in range(len(short))
    )


def _joins(left: str, right: str, traditions: tuple[Tradition, ...] = ()) -> bool:
    # A surname in lower case is a slip of the outlet's; the comparison has to see it.
    if left[0].islower() != right[0].islower():
        return False
    if match_words(left, right) is not None:
        return True
    return not is_other_gender(left, right) and are_romanised(left, right, traditions)


def _is_short(short: str, long: str, home: frozenset[str]) -> bool:
    """Whether ``short`` is ``long`` with words left out or cut to initials, both ends kept in order."""
    a, b = _printed(short), _printed(long)
    if len(a) > len(b) or (_suffix(short) and _suffix(short) != _suffix(long)):
        return False
    position = 0
    whole = 0
    traditions = find_traditions(short, long, home=home)
    for word in a:
        while position < len(b) and not _abbreviates(word, b[position], traditions):
            position += 1
        if position == len(b):
            return False
        whole += len(fold(word)) > 1
        position += 1
    ends = _abbreviates(a[0], b[0], traditions) or _joins(a[-1], b[-1], traditions)
    return whole > 0 and ends and len(a) > 1


def _abbreviates(short: str, long: str, traditions: tuple[Tradition, ...]) -> bool:
    if _joins(short, long, traditions):
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
            self._words[named[place]].add(_printed(spot.form))
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
