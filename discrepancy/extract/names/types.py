"""What sort of thing each spot is: decided once for the story, from all its evidence.

A single sentence misleads the language model (a minister's surname read as an organisation); a
title, an age or a full name somewhere in the story does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from discrepancy.extract.names.evidence import (
    Evidence,
    find_common,
    may_be_person,
    weigh_spots,
    words_of,
)
from discrepancy.extract.names.respotting import find_again, make_finder
from discrepancy.extract.names.spotting import NATIONALITY, Spot, make_spot
from discrepancy.lexicon.names import find_organisation, find_place, fold, is_given_name, title_words
from discrepancy.model import Document

_FULL = 2
"""Words of a full name."""
_OPENING = 3
"""Letters that two given names have to open with for a body of the surname to be a person."""
_BEFORE_PLACES = frozenset(
    {
        "new",
        "old",
        "port",
        "fort",
        "mount",
        "lake",
        "saint",
        "st",
        "san",
        "santa",
        "north",
        "south",
        "east",
        "west",
    }
    | {"upper", "lower", "great", "little", "el", "la", "los", "las", "le", "villa", "camp", "cape", "point"}
)
"""Words with which many places begin that are named after somebody."""
_LONG_WORD = 7
"""Letters from which a word may be two letters away from a known surname; from 5, one."""


def type_spots(documents: Sequence[Document], spots: Sequence[Sequence[Spot]]) -> list[list[Spot]]:
    """Give every spot its type, drop what is no name, and find names that were missed.

    Args:
        documents: The story's articles.
        spots: For each article what was spotted.
    """
    common = find_common(documents)
    spots = [
        [_shrink(document, spot, common) for spot in row]
        for document, row in zip(documents, spots, strict=True)
    ]
    evidence = weigh_spots(spots, common)
    finder = make_finder(documents, evidence)
    typed = []
    for document, row in zip(documents, spots, strict=True):
        found = find_again(document, row, finder)
        labelled = (replace(spot, label=_decide(spot, evidence)) for spot in found)
        typed.append([spot for spot in labelled if spot.label not in ("", NATIONALITY)])
    return typed


def _shrink(document: Document, spot: Spot, common: frozenset[str]) -> Spot:
    """A spot without a leading common noun: "Opposition Ann Roe", where the opposition is written of too."""
    tokens = spot.sentence.tokens[spot.first : spot.stop]
    if len(tokens) < 3 or fold(tokens[0].text) not in common or not is_given_name(tokens[1].text):
        return spot
    if words_of(spot.form)[-1] in title_words("organisation_words") | title_words("place_words"):
        return spot
    return make_spot(document, spot.sentence, spot.first + 1, spot.stop, spot.label)


def _decide(spot: Spot, evidence: Evidence) -> str:
    if spot.label == NATIONALITY:
        return NATIONALITY
    key, words = fold(spot.form), words_of(spot.form)
    own = evidence.types.get(key, "" if _is_doubtful(spot, words, evidence) else spot.label)
    if own == "PERSON" and not may_be_person(words):
        own = ""
    if own == "PLACE" and words and words[-1] in title_words("demonyms") and not find_place(spot.form):
        return NATIONALITY  # "the Cape Verdean island"
    if own == "PERSON" and key not in evidence.types and " " not in key and not is_given_name(key):
        # Bylines and clutter have no sentences from which the model could tell.
        own = "MISC"
    if not words or words in evidence.people:
        return "PERSON" if words else ""
    if " " not in spot.form:
        return _decide_word(spot, words[-1], own, evidence)
    if own in ("PERSON", "PLACE") and (find_place(spot.form) or own == "PERSON"):
        return own
    if _is_near_person(words, evidence.people) and not find_organisation(spot.form):
        return "PERSON"
    if _is_namesake(spot, words, own, evidence):
        return "PERSON"
    return own or _guess(spot)


def _is_namesake(spot: Spot, words: Sequence[str], own: str, evidence: Evidence) -> bool:
    """Whether a place that nobody knows has a person's surname, and nothing happens "in" it: "Rastko Kesel".

    A body has one as well ("Villa Kesel"), so it has to open like the person's other name.
    """
    telling = title_words("place_words") | title_words("organisation_words") | evidence.common
    if own not in ("PLACE", "ORG", "MISC", "") or len(words) != _FULL or find_organisation(spot.form):
        return False
    if spot.locative or words[-1] not in evidence.surnames or not telling.isdisjoint(words):
        return False
    if own == "PLACE":
        return words[0] not in _BEFORE_PLACES
    return any(
        other[-1] == words[-1] and other[0] != words[0] and other[0][:_OPENING] == words[0][:_OPENING]
        for other in evidence.people
    )


def _is_doubtful(spot: Spot, words: Sequence[str], evidence: Evidence) -> bool:
    """Whether capitals mean nothing here: an ordinary word in a headline or opening a sentence."""
    if spot.headline:
        return any(word in evidence.common for word in words)
    return len(words) == 1 and words[0] in evidence.common


def _decide_word(spot: Spot, word: str, own: str, evidence: Evidence) -> str:
    if spot.personal and own == "PERSON":
        return own
    place = find_place(spot.form) is not None or own == "PLACE"
    if word in evidence.surnames or (word in evidence.parts and own != "PLACE"):
        # A town and a lawyer may share a name: "in Harlow" is the town.
        return "PLACE" if spot.locative or find_place(spot.form) else "PERSON"
    if find_organisation(spot.form) or place:
        return own
    if not spot.locative and spot.label != "PLACE" and _is_near_word(word, evidence.surnames):
        return "PERSON"
    return own or _guess(spot)


def _guess(spot: Spot) -> str:
    """The type of a name that the model never labelled in the whole story."""
    words = words_of(spot.form)
    if spot.personal and may_be_person(words):
        return "PERSON"
    if spot.locative:
        return "PLACE"
    if words[-1] in title_words("organisation_words") or find_organisation(spot.form):
        return "ORG"
    if find_place(spot.form) or words[-1] in title_words("place_words"):
        return "PLACE"
    opening = spot.first == 0 and len(words) == 1
    return "" if opening or spot.headline or not spot.sentence.zone.is_reporting else "MISC"


def _is_near_person(words: tuple[str, ...], people: Iterable[tuple[str, ...]]) -> bool:
    """Whether ``words`` are a person's full name with a slip in it, or turned round."""
    joined = " ".join(words)
    for other in people:
        if len(other) != len(words):
            continue
        if sorted(other) == sorted(words):
            return True
        if len(words) > _FULL and (other[0], other[-1]) == (words[0], words[-1]):
            return True  # another second name: "Ana Sílvia Lima" for "Ana Sofia Lima"
        shared = any(word in other for word in words)
        if shared and OSA.distance(joined, " ".join(other), score_cutoff=2) <= 2:
            return True
    return False


def _is_near_word(word: str, surnames: Iterable[str]) -> bool:
    allowed = 2 if len(word) >= _LONG_WORD else 1
    if len(word) < 5:
        return False
    return any(
        abs(len(other) - len(word)) <= allowed
        and other[0] == word[0]
        and OSA.distance(word, other, score_cutoff=allowed) <= allowed
        for other in surnames
    )
