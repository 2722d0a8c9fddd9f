"""What the reporting parts of a story say of its names: votes, tables, titles and ages together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.extract.names.likeness import (
    is_common,
    is_given_like,
    is_like_person,
    is_unlike,
    name_likeness,
)
from discrepancy.extract.names.spotting import NATIONALITY, Spot
from discrepancy.extract.names.usage import is_introduced_thing, is_subject, is_thing
from discrepancy.lexicon.names import (
    find_organisation,
    find_place,
    fold,
    is_given_name,
    is_known_surname,
    is_office,
    strip_nickname,
    title_words,
)
from discrepancy.lexicon.towns import find_town
from discrepancy.model import Document

_LABELS = ("PERSON", "PLACE", "ORG", "MISC", NATIONALITY)
_FEW = 3
"""Sentences with names up to which a text may be a fragment."""
_SURE, _NAMELY, _ACTING = 0.55, 0.35, 0.15
"""Likeness to a person's name from which a word is one: a common word, another, one whose bearer acts."""
_UNKNOWN = 0.1
"""Likeness to a person's name of a word without a vector."""
_STEADY = 3
"""Mentions from which a lone word counts as a person when the model hardly wavers."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the reporting parts of the story say of names.

    Attributes:
        types: Type of every form that the model or the tables know, by folded form.
        common: Words that the story prints in lower case.
        people: Folded words of every person's full name.
        surnames: Last words of these, and of persons shown by title or age alone.
        parts: Every word of a full name.
    """

    types: dict[str, str]
    common: frozenset[str]
    people: frozenset[tuple[str, ...]]
    surnames: frozenset[str]
    parts: frozenset[str]


def words_of(form: str) -> tuple[str, ...]:
    """The folded words of a name, hyphens apart, without generational suffixes."""
    words = [fold(word) for word in strip_nickname(form).replace("-", " ").replace(",", " ").split()]
    kept = [word for word in words if word not in title_words("suffixes")]
    return tuple(word for word in kept or words if word)


def weigh_spots(spots: Sequence[Sequence[Spot]], common: frozenset[str]) -> Evidence:
    """Count what speaks for each type of each form.

    Args:
        spots: For each article what was spotted; passages that are no reporting are passed over.
        common: What ``find_common`` found.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    forms: dict[str, str] = {}
    alone: set[str] = set()
    for spot in (s for row in spots for s in row if s.sentence.zone.is_reporting):
        key = fold(spot.form)
        if spot.headline and any(word in common for word in words_of(spot.form)):
            continue
        if key not in forms or forms[key].isupper():
            forms[key] = spot.form  # a dateline's "DUN" is no acronym where the text has "Dun"
        votes[key].update(
            {
                spot.label: 1,
                "sure": int(spot.personal),
                "locative": int(spot.locative),
                "destination": int(spot.destination),
                "settled": int(spot.settled),
                "agent": int(is_subject(spot.sentence, spot.stop)),
                "introduced": int(is_introduced_thing(spot.sentence, spot.first)),
                "thing": int(is_thing(spot.sentence, spot.first, spot.stop)),
            }
        )
        if " " not in key:
            alone.add(key)
    fragment = _is_fragment(spots)
    types = {key: _elect(form, votes[key], alone, fragment) for key, form in forms.items()}
    types = {
        key: kind
        for key, kind in types.items()
        if kind != "PERSON" or not _is_common(key, votes[key], common)
    }
    full = {words_of(forms[key]) for key, kind in types.items() if kind == "PERSON" and " " in key}
    full = {words for words in full if len(words) > 1 and may_be_person(words)}
    people = frozenset(words for words in full if not _is_swollen(words, full, common))
    single = {
        key for key, kind in types.items() if kind == "PERSON" and votes[key]["sure"] and " " not in key
    }
    surnames = frozenset(words[-1] for words in people) | frozenset(single)
    parts = frozenset(word for words in people for word in words if len(word) > 2)
    return Evidence(types, common, people, surnames, parts)


def _is_fragment(spots: Sequence[Sequence[Spot]]) -> bool:
    """Whether so little is told that people may have been introduced elsewhere."""
    told = {(number, s.sentence.index) for number, row in enumerate(spots) for s in row}
    return len(told) <= _FEW


def find_common(documents: Sequence[Document]) -> frozenset[str]:
    """Words printed in lower case somewhere in the story, which no given name is."""
    words = {
        token.text
        for document in documents
        for sentence in document.sentences
        for token in sentence.tokens
        if token.pos != "PROPN" and token.text.islower()
    }
    return frozenset(word for word in words if not is_given_name(word))


def _is_common(key: str, votes: Counter[str], common: frozenset[str]) -> bool:
    """Whether a lone capitalised word is an ordinary one at the head of a sentence or headline."""
    return key in common and not votes["sure"]


def _is_swollen(words: tuple[str, ...], full: Collection[tuple[str, ...]], common: frozenset[str]) -> bool:
    """Whether a form is another person's name with words of an office before it."""
    for begin in range(1, len(words) - 1):
        head = words[:begin]
        if words[begin:] in full and any(
            w in common or is_office(w) or w in title_words("demonyms") for w in head
        ):
            return True
    return False


def may_be_person(words: Sequence[str]) -> bool:
    """Whether the folded ``words`` can be somebody's name: no office, no number, not endless."""
    if len(words) > 6 or any(any(c.isdigit() for c in word) for word in words):
        return False
    return not any(word in title_words("never_surnames") or word == "police" for word in words)


def _elect(form: str, votes: Counter[str], alone: Collection[str], fragment: bool) -> str:
    """The type of one form from the tables, its words, its surroundings and the model's votes."""
    words = words_of(form)
    last = fold(form.split()[-1]) if form else ""
    total = sum(votes[label] for label in (*_LABELS, ""))
    sure, locative = votes["sure"], votes["locative"]
    if not words or (
        find_organisation(form) and not (sure and is_given_name(words[0])) and not _is_told_town(form, votes)
    ):
        return "ORG" if words else ""
    if find_place(form) and not (sure and is_given_name(words[0])):
        return "PLACE"
    # "Ann Hill" is a person, "Harlow Hill" a hill.
    named = " " in form and is_given_like(words[0])
    if len(words) > 1 and not _has_surname_too(form, words, votes):
        if last in title_words("organisation_words"):
            return "ORG"
        placed = votes["locative"] and votes["PLACE"] * 2 > total
        if last in title_words("contest_words") and not placed:
            return "MISC"
        if last in title_words("place_words") or words[0] in _place_openers():
            return "PLACE"
    # A man may be from a firm, too: what acts by its name has to be told of as a place as often.
    if votes["settled"] > sure and votes["settled"] >= votes["agent"]:
        return "PLACE"
    if _is_acronym_like(form):
        return max(("ORG", "PLACE", "MISC"), key=lambda label: votes[label])
    if locative > max(1, 2 * sure) and locative * 3 >= total:
        return "PLACE"
    if votes["introduced"] > sure and not is_given_name(words[0]):
        return _best_thing(votes)
    if (sure or (named and _is_person_like(form, votes))) and may_be_person(words):
        return "PERSON"
    if locative * 2 >= max(total, 1) and not (_is_called(words) and votes["PERSON"] * 2 >= total):
        return "PLACE"
    if " " in form and not named and (locative or votes["destination"]) and _is_known_town(form, votes):
        return "PLACE"
    best = max(_LABELS, key=lambda label: votes[label])
    pair = form.split()
    if best in ("ORG", "MISC") and len(pair) == 2 and fold(pair[1]) in alone and fold(pair[0]) not in alone:
        # People are called by their last word, bodies by their first.
        return "PERSON"
    if " " not in form:
        return _elect_word(words[0], best, votes, fragment)
    if best == "PERSON" and not named and (not is_like_person(words) or _ends_in_capitals(form)):
        best = _best_thing(votes)
    return best if votes[best] else ""


def _elect_word(word: str, best: str, votes: Counter[str], fragment: bool) -> str:
    """The type of a lone word that neither the tables nor a title tell."""
    total = sum(votes[label] for label in (*_LABELS, ""))
    if best == "PERSON" and votes[best] and is_given_name(word):
        return best
    reached = votes["destination"] * 2 >= total and not is_known_surname(word)
    if (reached or best in ("ORG", "MISC") or not votes[best]) and _is_town(word, votes):
        return "PLACE"
    if votes["thing"] or votes["locative"] or not total or (is_unlike(word) and not is_known_surname(word)):
        return _best_thing(votes) if best == "PERSON" else best
    like = name_likeness(word)
    person, place = (like.person, like.place) if like else (_UNKNOWN, 0.0)
    if best != "PERSON" or not votes[best]:
        if best == NATIONALITY or not fragment:
            return best if votes[best] else "MISC"
        # Where people come without introduction, the model's guess at a surname is worth little.
        needed = _SURE if is_common(word) else _ACTING if votes["agent"] else _NAMELY
        return "PERSON" if person >= needed and person > place else best if votes[best] else "MISC"
    steady = votes["PERSON"] >= _STEADY and votes["PERSON"] * 5 >= total * 4
    if steady or (votes["agent"] and person >= _NAMELY) or is_known_surname(word):
        return best
    # Of lone words that only the model takes for a person, nine in ten are none, if all is told.
    return best if fragment and person > place else _best_thing(votes)


def _is_town(word: str, votes: Counter[str]) -> bool:
    """Whether a lone word that is no common one is a town by the tables, and no body acts by its name."""
    return bool(find_town(word.title())) and not is_common(word) and not votes["agent"]


def _is_known_town(form: str, votes: Counter[str]) -> bool:
    """Whether a name of several words is a town by the tables, and no body acts by it."""
    return bool(find_town(form)) and not votes["agent"]


def _is_told_town(form: str, votes: Counter[str]) -> bool:
    """Whether a body's name is a town's too, and the town is told of: "Halifax-based" is no bank."""
    return votes["settled"] > 0 and bool(find_town(form))


def _best_thing(votes: Counter[str]) -> str:
    best = max(("PLACE", "ORG", "MISC"), key=lambda label: votes[label])
    return best if votes[best] else "MISC"


def _is_called(words: Sequence[str]) -> bool:
    """Whether a name of several words opens like a person's."""
    like = name_likeness(words[0])
    return len(words) > 1 and (is_given_name(words[0]) or (like is not None and like.person >= _NAMELY))


def _has_surname_too(form: str, words: Sequence[str], votes: Counter[str]) -> bool:
    """Whether a person's name closes with a word of bodies or places: "Ann Church", "Ann Hill"."""
    if words[-1] not in title_words("surnames_too") or " " not in form:
        return False
    if is_given_name(words[0]):
        return True
    like = name_likeness(words[0])
    modelled = votes["PERSON"] * 2 > sum(votes[label] for label in (*_LABELS, ""))
    return (
        modelled
        and words[-1] not in title_words("rarely_surnames")
        and (like is None or like.person >= _ACTING)
    )


def _is_person_like(form: str, votes: Counter[str]) -> bool:
    """Whether a form that opens with a given name has a person's shape, whatever the model called it."""
    if votes["PERSON"] * 2 >= sum(votes[label] for label in _LABELS):
        return True
    return len(form.split()) == 2 and not votes["locative"] and votes["PLACE"] < 2


@cache
def _place_openers() -> frozenset[str]:
    return title_words("place_openers") | title_words("place_words") - title_words("surnames_too")


def _ends_in_capitals(form: str) -> bool:
    """Whether a product's or a body's letters close the form: "Harlow XR"."""
    first, *_, last = form.split()
    return (
        last.isupper() and len(last) > 1 and not first.isupper() and fold(last) not in title_words("suffixes")
    )


def _is_acronym_like(form: str) -> bool:
    return form.isupper() and " " not in form and len(form) <= 5
