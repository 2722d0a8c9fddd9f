"""Names found again by what the story calls people elsewhere: cut off, in lower case, or missed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA, Prefix

from discrepancy.extract.names.evidence import Evidence, words_of
from discrepancy.extract.names.spotting import Spot, make_spot
from discrepancy.extract.names.usage import is_subject
from discrepancy.lexicon.names import fold, is_office, title_words
from discrepancy.model import Document, Sentence, Token

_LONG = 6
"""Letters of the shortest word that one letter makes a misspelling and no other name."""
_OPENING = 2
"""Letters with which two words open alike of which the one may stand for the other behind a first name."""
_LONGER = 3
"""Letters by which the one may be longer than the other."""


@dataclass(frozen=True, slots=True)
class Finder:
    """The full names of a story, ready to be looked for.

    Attributes:
        evidence: What the story says of its names.
        pairs: For each word of a full name the words that may follow it.
        loose: Words of full names that the story also prints in lower case by themselves; there
            small letters are no slip.
        alone: Words that are names by themselves.
    """

    evidence: Evidence
    pairs: dict[str, frozenset[str]]
    loose: frozenset[str]
    alone: frozenset[str]


def make_finder(documents: Sequence[Document], evidence: Evidence) -> Finder:
    """Prepare the search for the people of ``evidence`` in ``documents``."""
    pairs = _pairs(evidence.people)
    alone = evidence.surnames.union(key for key, kind in evidence.types.items() if kind in ("PLACE", "ORG"))
    return Finder(evidence, pairs, _find_loose(documents, pairs), alone)


def _find_loose(documents: Sequence[Document], pairs: dict[str, frozenset[str]]) -> frozenset[str]:
    seconds = frozenset(word for words in pairs.values() for word in words)
    loose = set()
    for document in documents:
        for sentence in document.sentences:
            tokens = sentence.tokens
            for index, token in enumerate(tokens):
                if token.text in seconds:
                    before = fold(tokens[index - 1].text) if index else ""
                    if token.text not in pairs.get(before, ()):
                        loose.add(token.text)
    return frozenset(loose)


def _pairs(people: Iterable[tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """For each word of a full name the words that may follow it."""
    found: dict[str, set[str]] = defaultdict(set)
    titles = title_words("honorifics") - title_words("given")
    for words in people:
        for before, after in pairwise(words):
            if len(before) > 1 and len(after) > 2 and before not in titles:
                found[before].add(after)
    return {before: frozenset(after) for before, after in found.items()}


def find_again(document: Document, spots: Sequence[Spot], finder: Finder) -> list[Spot]:
    """``spots`` with cut-off names completed and missed ones added, in order of place."""
    by_sentence: dict[int, list[Spot]] = defaultdict(list)
    for spot in spots:
        by_sentence[spot.sentence.index].append(spot)
    found: list[Spot] = []
    for sentence in document.sentences:
        found += _complete(document, sentence, by_sentence[sentence.index], finder)
    return found


def _complete(document: Document, sentence: Sentence, spots: Sequence[Spot], finder: Finder) -> list[Spot]:
    tokens = sentence.tokens
    folded = [fold(token.text) for token in tokens]
    if finder.alone.isdisjoint(folded) and finder.pairs.keys().isdisjoint(folded):
        return list(spots)
    evidence = finder.evidence
    owner: list[int] = [-1] * len(tokens)
    for number, spot in enumerate(spots):
        owner[spot.first : spot.stop] = [number] * (spot.stop - spot.first)
    kept: dict[int, Spot] = dict(enumerate(spots))
    added: list[Spot] = []
    index = 0
    while index < len(tokens):
        stop = _follow(sentence, folded, index, finder) if folded[index] in finder.pairs else index
        if stop == index and (owner[index] >= 0 or folded[index] not in finder.alone):
            index += 1
            continue
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
        elif owner[index] < 0 and folded[index] in finder.alone and _stands_out(sentence, index, evidence):
            added.append(make_spot(document, sentence, index, index + 1, ""))
            stop = index + 1
        index = max(stop, index + 1)
    return sorted((*kept.values(), *added), key=lambda spot: spot.first)


def _follow(sentence: Sentence, folded: Sequence[str], index: int, finder: Finder) -> int:
    """One past the last token of a known full name that begins at ``index``, else ``index``."""
    tokens = sentence.tokens
    if not tokens[index].text[0].isupper() and tokens[index].pos != "PROPN":
        return index
    stop, part = index + 1, folded[index]
    while stop < len(folded):
        step = 2 if folded[stop] in ("-", "") and stop + 1 < len(folded) else 1
        token = tokens[stop + step - 1]
        meant = _find_meant(token, finder.pairs.get(part, frozenset()))
        if token.text in finder.loose or not meant:
            break
        part = meant
        stop += step
    return stop if stop > index + 1 else index


def _find_meant(token: Token, names: Set[str]) -> str:
    """Which of ``names`` a word stands for: itself, one but for a letter or but for its ending; else ""."""
    folded = fold(token.text)
    if folded in names:
        return folded
    if not token.text[0].isupper():
        return ""
    near = (name for name in sorted(names) if name[0] == folded[0])
    return next((name for name in near if _is_misspelt(folded, name) or _has_other_end(token, name)), "")


def _is_misspelt(word: str, name: str) -> bool:
    return len(word) >= _LONG and OSA.distance(name, word, score_cutoff=1) == 1


def _has_other_end(token: Token, name: str) -> bool:
    """Whether a proper noun only opens like ``name``, and is about as long: "Iturbide" for "Iturbe"."""
    word = fold(token.text)
    short = min(len(word), len(name))
    opening = Prefix.similarity(word, name)
    return token.pos == "PROPN" and short > _OPENING <= opening and abs(len(word) - len(name)) <= _LONGER


def _stands_out(sentence: Sentence, index: int, evidence: Evidence) -> bool:
    """Whether an unspotted token is printed and used like a name."""
    token = sentence.tokens[index]
    if (
        not token.text[0].isupper()
        or len(token.text) < 3
        or is_office(token.text)
        or fold(token.text) in title_words("demonyms")
    ):
        return False
    if index == 0 and token.pos == "NOUN":
        # The model reads the surname that opens a sentence as a plural; the story prints no such word.
        word = fold(token.text)
        return word in evidence.surnames and word not in evidence.common and is_subject(sentence, 1)
    return token.pos == "PROPN" or (token.pos in ("NOUN", "ADJ") and index > 0)
