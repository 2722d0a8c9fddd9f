"""What sort of thing each spot is: decided once for the story, from all its evidence.

A single sentence misleads the language model ("Lavrov" as an organisation); a title, an age or a
full name somewhere in the story does not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz.distance import OSA

from discrepancy.extract.names.spotting import NATIONALITY, Spot, make_spot
from discrepancy.lexicon.names import find_organisation, find_place, fold, title_words
from discrepancy.model import Document, Sentence

_LONG_WORD = 7
"""Letters from which a word may be two letters away from a known surname; from 5, one."""


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the reporting parts of the story say of names.

    Attributes:
        types: Type of every form that the model or the tables know, by folded form.
        people: Folded words of every person's full name.
        surnames: Last words of these, and of persons shown by title or age alone.
        parts: Every word of a full name.
    """

    types: dict[str, str]
    people: frozenset[tuple[str, ...]]
    surnames: frozenset[str]
    parts: frozenset[str]


def type_spots(documents: Sequence[Document], spots: Sequence[Sequence[Spot]]) -> list[list[Spot]]:
    """Give every spot its type, drop what is no name, and find names that were missed.

    Args:
        documents: The story's articles.
        spots: For each article what was spotted.
    """
    evidence = _weigh(spots)
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


def _weigh(spots: Sequence[Sequence[Spot]]) -> _Evidence:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    locative: Counter[str] = Counter()
    for spot in (s for row in spots for s in row if s.sentence.zone.is_reporting):
        key = fold(spot.form)
        votes[key][spot.label] += 1
        locative[key] += spot.locative
        votes[key]["sure"] += spot.personal
    types = {}
    for row in spots:
        for spot in row:
            key = fold(spot.form)
            if key not in types and key in votes:
                types[key] = _elect(spot.form, votes[key], locative[key])
    full = {words_of(form) for form, kind in types.items() if kind == "PERSON" and len(words_of(form)) > 1}
    people = frozenset(words for words in full if _may_be_person(words))
    single = {
        form for form, kind in types.items() if kind == "PERSON" and votes[form]["sure"] and " " not in form
    }
    surnames = frozenset(words[-1] for words in people) | frozenset(single)
    return _Evidence(
        types, people, surnames, frozenset(word for words in people for word in words if len(word) > 2)
    )


def _may_be_person(words: Sequence[str]) -> bool:
    return len(words) <= 6 and not any(any(c.isdigit() for c in word) for word in words)


def _elect(form: str, votes: Counter[str], locative: int) -> str:
    """The type of one form from the tables, its last word, its surroundings and the model's votes."""
    words = words_of(form)
    total = sum(n for label, n in votes.items() if label != "sure")
    if find_organisation(form):
        return "ORG"
    if find_place(form) and (len(words) > 1 or not votes["sure"]):
        return "PLACE"
    if len(words) > 1 and not votes["sure"]:
        if words[-1] in title_words("organisation_words"):
            return "ORG"
        if words[-1] in title_words("place_words") or words[0] in title_words("place_openers"):
            return "PLACE"
    if votes["sure"] and _may_be_person(words) and not _is_acronym_like(form):
        return "PERSON"
    if locative * 2 > total and votes["ORG"] * 2 <= total:
        return "PLACE"
    named = [(n, label) for label, n in sorted(votes.items()) if label not in ("sure", "") and n]
    if not named:
        return ""
    best = max(named, key=lambda pair: (pair[0], pair[1]))[1]
    if best == "PERSON" and _is_acronym_like(form):
        return "ORG"
    return best


def _is_acronym_like(form: str) -> bool:
    return form.isupper() and " " not in form and len(form) <= 5


def _decide(spot: Spot, evidence: _Evidence) -> str:
    key, words = fold(spot.form), words_of(spot.form)
    own = evidence.types.get(key, spot.label)
    if not words or words in evidence.people:
        return "PERSON" if words else ""
    if len(words) == 1:
        return _decide_word(spot, words[0], own, evidence)
    if own in ("PERSON", "PLACE") and (find_place(spot.form) or own == "PERSON"):
        return own
    if _is_near_person(words, evidence.people) and not find_organisation(spot.form):
        return "PERSON"
    return own or _guess(spot)


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
    for words in people:
        for before, after in pairwise(words):
            if len(before) > 1 and len(after) > 2:
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
        inside = all(kept[n].first >= index and kept[n].stop <= stop for n in owners if n in kept)
        if stop - index > 1 and inside and not (len(owners) == 1 and -1 not in owner[index:stop]):
            for number in owners:
                kept.pop(number, None)
            added.append(make_spot(document, sentence, index, stop, "PERSON"))
        elif owner[index] < 0 and folded[index] in evidence.surnames and _stands_out(sentence, index):
            added.append(make_spot(document, sentence, index, index + 1, ""))
            stop = index + 1
        index = max(stop, index + 1)
    return sorted((*kept.values(), *added), key=lambda spot: spot.first)


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
    if not token.text[0].isupper() or len(token.text) < 3 or find_place(token.text):
        return False
    return token.pos == "PROPN" or (token.pos in ("NOUN", "ADJ") and index > 0)
