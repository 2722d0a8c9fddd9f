"""What sort of thing each spot is: decided once for the story, from all its evidence.

A single sentence misleads the language model ("Lavrov" as an organisation); a title, an age or a
full name somewhere in the story does not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from discrepancy.extract.names.spotting import NATIONALITY, Spot, make_spot
from discrepancy.lexicon.names import (
    find_organisation,
    find_place,
    fold,
    is_given_name,
    is_office,
    title_words,
)
from discrepancy.model import Document, Sentence

_LABELS = ("PERSON", "PLACE", "ORG", "MISC", NATIONALITY)
_STEADY = 3
"""Mentions from which a lone word counts as a person when the model hardly wavers."""
_LONG_WORD = 7
"""Letters from which a word may be two letters away from a known surname; from 5, one."""


@dataclass(frozen=True, slots=True)
class _Evidence:
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


def type_spots(documents: Sequence[Document], spots: Sequence[Sequence[Spot]]) -> list[list[Spot]]:
    """Give every spot its type, drop what is no name, and find names that were missed.

    Args:
        documents: The story's articles.
        spots: For each article what was spotted.
    """
    common = _find_common(documents)
    spots = [
        [_shrink(document, spot, common) for spot in row]
        for document, row in zip(documents, spots, strict=True)
    ]
    evidence = _weigh(spots, common)
    lower = _pairs(evidence.people)
    typed = []
    for document, row in zip(documents, spots, strict=True):
        found = _find_again(document, row, evidence, lower)
        labelled = (replace(spot, label=_decide(spot, evidence)) for spot in found)
        typed.append([spot for spot in labelled if spot.label not in ("", NATIONALITY)])
    return typed


def words_of(form: str) -> tuple[str, ...]:
    """The folded words of a name, hyphens apart, without generational suffixes."""
    words = [fold(word) for word in form.replace("-", " ").replace(",", " ").split()]
    kept = [word for word in words if word not in title_words("suffixes")]
    return tuple(word for word in kept or words if word)


def _shrink(document: Document, spot: Spot, common: frozenset[str]) -> Spot:
    """A spot without a leading common noun: "Opposition Ann Roe", where the opposition is written of too."""
    tokens = spot.sentence.tokens[spot.first : spot.stop]
    if len(tokens) < 3 or fold(tokens[0].text) not in common or not is_given_name(tokens[1].text):
        return spot
    if words_of(spot.form)[-1] in title_words("organisation_words") | title_words("place_words"):
        return spot
    return make_spot(document, spot.sentence, spot.first + 1, spot.stop, spot.label)


def _weigh(spots: Sequence[Sequence[Spot]], common: frozenset[str]) -> _Evidence:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    forms: dict[str, str] = {}
    alone: set[str] = set()
    for spot in (s for row in spots for s in row if s.sentence.zone.is_reporting):
        key = fold(spot.form)
        if spot.headline and any(word in common for word in words_of(spot.form)):
            continue
        forms.setdefault(key, spot.form)
        votes[key].update({spot.label: 1, "sure": int(spot.personal), "locative": int(spot.locative)})
        if " " not in key:
            alone.add(key)
    types = {key: _elect(form, votes[key], alone) for key, form in forms.items()}
    types = {
        key: kind
        for key, kind in types.items()
        if kind != "PERSON" or not _is_common(key, votes[key], common)
    }
    full = {
        words_of(forms[key]) for key, kind in types.items() if (kind == "PERSON" and " " in key) or "-" in key
    }
    full = {words for words in full if len(words) > 1 and _may_be_person(words)}
    people = frozenset(words for words in full if not _is_swollen(words, full, common))
    single = {
        key for key, kind in types.items() if kind == "PERSON" and votes[key]["sure"] and " " not in key
    }
    surnames = frozenset(words[-1] for words in people) | frozenset(single)
    parts = frozenset(word for words in people for word in words if len(word) > 2)
    return _Evidence(types, common, people, surnames, parts)


def _find_common(documents: Sequence[Document]) -> frozenset[str]:
    """Words printed in lower case somewhere in the story, which no given name is."""
    return frozenset(
        token.text
        for document in documents
        for sentence in document.sentences
        for token in sentence.tokens
        if token.text.islower() and token.pos != "PROPN" and not is_given_name(token.text)
    )


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


def _may_be_person(words: Sequence[str]) -> bool:
    if len(words) > 6 or any(any(c.isdigit() for c in word) for word in words):
        return False
    return not any(word in title_words("never_surnames") or word == "police" for word in words)


def _elect(form: str, votes: Counter[str], alone: Collection[str]) -> str:
    """The type of one form from the tables, its words, its surroundings and the model's votes."""
    words = words_of(form)
    total = sum(votes[label] for label in (*_LABELS, ""))
    sure, locative = votes["sure"], votes["locative"]
    if not words or find_organisation(form):
        return "ORG" if words else ""
    if find_place(form) and not (sure and is_given_name(words[0])):
        return "PLACE"
    # "Ann Hill" is a person, "Harlow Hill" a hill.
    named = " " in form and is_given_name(words[0])
    if len(words) > 1 and not (named and words[-1] in title_words("surnames_too")):
        if words[-1] in title_words("organisation_words"):
            return "ORG"
        if words[-1] in title_words("place_words") or words[0] in _place_openers():
            return "PLACE"
    if _is_acronym_like(form):
        return max(("ORG", "PLACE", "MISC"), key=lambda label: votes[label])
    if locative > max(1, 2 * sure) and locative * 3 >= total:
        return "PLACE"
    if (sure or (named and _is_person_like(form, votes))) and _may_be_person(words):
        return "PERSON"
    if locative * 2 >= max(total, 1):
        return "PLACE"
    best = max(_LABELS, key=lambda label: votes[label])
    pair = form.split()
    if best in ("ORG", "MISC") and len(pair) == 2 and fold(pair[1]) in alone and fold(pair[0]) not in alone:
        # People are called by their last word, bodies by their first.
        return "PERSON"
    if best == "PERSON" and " " not in form and not is_given_name(words[0]):
        # Of lone words that only the model takes for a person, nine in ten are none.
        steady = votes["PERSON"] >= _STEADY and votes["PERSON"] * 5 >= total * 4
        best = "PERSON" if steady else max(("PLACE", "ORG", "MISC"), key=lambda label: votes[label])
        return best if steady or votes[best] else "MISC"
    return best if votes[best] else ""


def _is_person_like(form: str, votes: Counter[str]) -> bool:
    """Whether a form that opens with a given name has a person's shape, whatever the model called it."""
    if votes["PERSON"] * 2 >= sum(votes[label] for label in _LABELS):
        return True
    return len(form.split()) == 2 and not votes["locative"] and votes["PLACE"] < 2


@cache
def _place_openers() -> frozenset[str]:
    return title_words("place_openers") | title_words("place_words") - title_words("surnames_too")


def _is_acronym_like(form: str) -> bool:
    return form.isupper() and " " not in form and len(form) <= 5


def _decide(spot: Spot, evidence: _Evidence) -> str:
    if spot.label == NATIONALITY:
        return NATIONALITY
    key, words = fold(spot.form), words_of(spot.form)
    own = evidence.types.get(key, "" if _is_doubtful(spot, words, evidence) else spot.label)
    if not words or words in evidence.people:
        return "PERSON" if words else ""
    if " " not in spot.form:
        return _decide_word(spot, words[-1], own, evidence)
    if own in ("PERSON", "PLACE") and (find_place(spot.form) or own == "PERSON"):
        return own
    if _is_near_person(words, evidence.people) and not find_organisation(spot.form):
        return "PERSON"
    return own or _guess(spot)


def _is_doubtful(spot: Spot, words: Sequence[str], evidence: _Evidence) -> bool:
    """Whether capitals mean nothing here: an ordinary word in a headline or opening a sentence."""
    if spot.headline:
        return any(word in evidence.common for word in words)
    return len(words) == 1 and words[0] in evidence.common


def _decide_word(spot: Spot, word: str, own: str, evidence: _Evidence) -> str:
    if spot.personal and own == "PERSON":
        return own
    place = find_place(spot.form) is not None or own == "PLACE"
    if word in evidence.surnames or (word in evidence.parts and own != "PLACE"):
        # A town and a lawyer may share a name: "in Marshall" is the town.
        return "PLACE" if spot.locative or find_place(spot.form) else "PERSON"
    if find_organisation(spot.form) or place:
        return own
    if not spot.locative and spot.label != "PLACE" and _is_near_word(word, evidence.surnames):
        return "PERSON"
    return own or _guess(spot)


def _guess(spot: Spot) -> str:
    """The type of a name that the model never labelled in the whole story."""
    if spot.personal:
        return "PERSON"
    if spot.locative:
        return "PLACE"
    words = words_of(spot.form)
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


def _pairs(people: Iterable[tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """For each word of a full name the words that may follow it."""
    found: dict[str, set[str]] = defaultdict(set)
    titles = title_words("honorifics") - title_words("given")
    for words in people:
        for before, after in pairwise(words):
            if len(before) > 1 and len(after) > 2 and before not in titles:
                found[before].add(after)
    return {before: frozenset(after) for before, after in found.items()}


def _find_again(
    document: Document, spots: Sequence[Spot], evidence: _Evidence, pairs: dict[str, frozenset[str]]
) -> list[Spot]:
    """``spots`` with cut-off names completed and missed ones added, by what the story calls people."""
    by_sentence: dict[int, list[Spot]] = defaultdict(list)
    for spot in spots:
        by_sentence[spot.sentence.index].append(spot)
    found: list[Spot] = []
    for sentence in document.sentences:
        found += _complete(document, sentence, by_sentence[sentence.index], evidence, pairs)
    return found


def _complete(
    document: Document,
    sentence: Sentence,
    spots: Sequence[Spot],
    evidence: _Evidence,
    pairs: dict[str, frozenset[str]],
) -> list[Spot]:
    tokens = sentence.tokens
    folded = [fold(token.text) for token in tokens]
    owner: list[int] = [-1] * len(tokens)
    for number, spot in enumerate(spots):
        owner[spot.first : spot.stop] = [number] * (spot.stop - spot.first)
    kept: dict[int, Spot] = dict(enumerate(spots))
    added: list[Spot] = []
    index = 0
    while index < len(tokens):
        stop = _follow(folded, index, pairs)
        owners = {number for number in owner[index:stop] if number >= 0}
        # "Transport Ann Roe" of "Minister for Transport Ann Roe" gives way; "Ann Roe Foundation" stays.
        inside = all(
            kept[n].stop <= stop and (kept[n].first >= index or words_of(kept[n].form) not in evidence.people)
            for n in owners
            if n in kept
        )
        exact = any((kept[n].first, kept[n].stop) == (index, stop) for n in owners if n in kept)
        if stop - index > 1 and inside and not exact:
            for number in owners:
                kept.pop(number, None)
            added.append(make_spot(document, sentence, index, stop, "PERSON"))
        elif owner[index] < 0 and _is_known(folded[index], evidence) and _stands_out(sentence, index):
            added.append(make_spot(document, sentence, index, index + 1, ""))
            stop = index + 1
        index = max(stop, index + 1)
    return sorted((*kept.values(), *added), key=lambda spot: spot.first)


def _is_known(word: str, evidence: _Evidence) -> bool:
    return word in evidence.surnames or evidence.types.get(word) in ("PLACE", "ORG")


def _follow(folded: Sequence[str], index: int, pairs: dict[str, frozenset[str]]) -> int:
    """One past the last token of a known full name that begins at ``index``, else ``index``."""
    stop = index + 1
    while stop < len(folded):
        after = pairs.get(folded[stop - 1], frozenset())
        if folded[stop] in after:
            stop += 1
        elif folded[stop] in ("-", "") and stop + 1 < len(folded) and folded[stop + 1] in after:
            stop += 2
        else:
            break
    return stop if stop > index + 1 else index


def _stands_out(sentence: Sentence, index: int) -> bool:
    """Whether an unspotted token is printed and used like a name."""
    token = sentence.tokens[index]
    if (
        not token.text[0].isupper()
        or len(token.text) < 3
        or is_office(token.text)
        or fold(token.text) in title_words("demonyms")
    ):
        return False
    return token.pos == "PROPN" or (token.pos in ("NOUN", "ADJ") and index > 0)
