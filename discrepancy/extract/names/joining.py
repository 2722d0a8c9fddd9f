"""Parts of one name that the language model took for two: around a nickname, or side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from discrepancy.extract.names.trimming import is_capital, is_month_or_day
from discrepancy.lexicon import read_table
from discrepancy.lexicon.names import find_place, is_given_name, is_office
from discrepancy.lexicon.towns import find_town
from discrepancy.model import Token

Range: TypeAlias = tuple[int, int, str]
"""First token, one past the last, and the proposed label of a name."""

_CLOSING = {'"': '"', "'": "'", "(": ")"}
_NICKNAME = 2
"""Longest nickname in tokens."""
_LONGEST = 4
"""Longest name in tokens that is joined of two side by side."""
_ROMANCE = frozenset(
    {
        "am",
        "da",
        "das",
        "de",
        "del",
        "della",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "la",
        "las",
        "les",
        "los",
        "sous",
        "sur",
    }
)
"""Particles within names of towns: "Villa del Orlo", "Orlo de la Dun"."""
_PARTICLES = 2
_BARE = 2


def join_parts(tokens: Sequence[Token], ranges: Sequence[Range]) -> Iterator[Range]:
    """``ranges`` in order, those that are parts of one person's or town's name made one."""
    index = 0
    while index < len(ranges):
        here = ranges[index]
        index += 1
        rest = _skip_nickname(tokens, here[1])
        following = next((n for n in range(index, len(ranges)) if ranges[n][0] >= rest), None)
        if following is not None and _continues(tokens, here, ranges[following], rest):
            here = (here[0], ranges[following][1], "PERSON")
            index = following + 1
        elif index < len(ranges) and _is_town(tokens, here, ranges[index]):
            here = (here[0], ranges[index][1], "PLACE")
            index += 1
        yield here


def lead_on(tokens: Sequence[Token], ranges: Sequence[Range]) -> list[Range]:
    """``ranges``, those of a word that only begins a place's name ("Puerto") with the word behind it."""
    labels = {first: label for first, _, label in ranges}
    found: list[Range] = []
    for first, stop, label in ranges:
        if found and first < found[-1][1]:
            first = found[-1][1]
        elif label == "PLACE" and stop - first == 1 and not labels.get(stop) and _leads_on(tokens, first):
            stop += 1
        if first < stop:
            found.append((first, stop, label))
    return found


def _leads_on(tokens: Sequence[Token], first: int) -> bool:
    if tokens[first].text.lower() not in read_table("places")["first"]["words"] or first + 1 >= len(tokens):
        return False
    following = tokens[first + 1]
    return following.pos == "PROPN" and is_capital(following)


def _is_town(tokens: Sequence[Token], here: Range, following: Range) -> bool:
    """Whether two parts are one town's name: by the tables, by a particle between, or for want of others.

    Of two parts side by side neither may be a place of its own: "Dun Orland".
    """
    between = [token.text for token in tokens[here[1] : following[0]]]
    if between:
        return here[2] == "PLACE" and len(between) <= _PARTICLES and _ROMANCE.issuperset(between)
    words = [token.text for token in tokens[here[0] : following[1]]]
    if any(map(find_place, words)):
        return False
    first, last = tokens[here[0]], tokens[following[0]]
    compound = len(words) == _BARE and first.dep == "compound" and tokens[first.head] is last
    placed = following[2] == "PLACE" and here[2] in ("PLACE", "ORG") and not is_month_or_day(first)
    return (compound and placed and not find_town(last.text)) or bool(find_town(" ".join(words)))


def _skip_nickname(tokens: Sequence[Token], index: int) -> int:
    """One past a nickname in quotation marks or brackets that begins at ``index``, else ``index``."""
    if index >= len(tokens) or tokens[index].text not in _CLOSING:
        return index
    closing = _CLOSING[tokens[index].text]
    for stop in range(index + 2, min(index + 2 + _NICKNAME, len(tokens))):
        if tokens[stop].text == closing and all(is_capital(t) for t in tokens[index + 1 : stop]):
            return stop + 1
    return index


def _continues(tokens: Sequence[Token], here: Range, following: Range, rest: int) -> bool:
    if following[0] != rest:
        return False
    labels = {here[2], following[2]}
    if rest > here[1]:
        # What follows a nickname in quotation marks, the model takes for a title of a work.
        # Given names that are towns' as well, it takes for those.
        given = is_given_name(tokens[here[0]].text)
        told = {following[2]} if given and here[2] == "PLACE" else labels
        called = given or here[2] == "PERSON"
        return called and told <= {"PERSON", "MISC", ""} and here[1] - here[0] < _LONGEST - 1
    # "Deputy Chief" beside "Ann Roe" is her office, whatever the model calls it.
    office = any(is_office(token.text) for token in tokens[here[0] : here[1]])
    return labels == {"PERSON"} and following[1] - here[0] <= _LONGEST and not office
