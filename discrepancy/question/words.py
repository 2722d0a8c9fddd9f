"""The word lists of ``lexicon/questions.toml`` as sets and maps."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from discrepancy.lexicon import read_table


@cache
def nouns(name: str) -> frozenset[str]:
    """A list of nouns, such as ``dimension`` or ``people``."""
    return frozenset(read_table("questions")["nouns"][name])


def is_dimension(lemma: str) -> bool:
    """Whether a noun names what a value states; the lemmatizer leaves plurals it takes for names."""
    return lemma in nouns("dimension") or (lemma.endswith("s") and lemma[:-1] in nouns("dimension"))


@cache
def verbs(name: str) -> frozenset[str]:
    """A list of verbs, such as ``level`` or ``report``."""
    return frozenset(read_table("questions")["verbs"][name])


@cache
def wordings(*path: str) -> Mapping[str, str]:
    """A map from a lemma or a measure to its wording, such as ``adjectives`` or ``verbs``, ``change``."""
    table = read_table("questions")
    for key in path:
        table = table[key]
    return table
