"""Learn what word vectors tell of a word: given name, surname, place or none of these.

    python -m benchmarks.train_names        # needs faker, which nothing else does: pip install faker

Labels are the name lists of Faker's locales (MIT) that are written in Latin letters, and ISO 3166;
texts of news are not looked at. The words that most people write most often take part, whatever they
are. Writes ``discrepancy/extract/names/likeness.json``.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.neural_network import MLPClassifier

from discrepancy.extract.names.likeness import CLASSES, WEIGHTS
from discrepancy.lexicon import read_rows
from discrepancy.lexicon.names import fold
from discrepancy.vectors import embed, frequent_words

WORDS = 120_000
"""Most frequent words that are learned from."""
HIDDEN = 24
EPOCHS = 12
_LATIN = 0x250
"""Code point from which letters are not Latin."""


def read_names() -> tuple[set[str], set[str]]:
    """Given names and surnames of all locales, folded; names of several words are left out."""
    package = importlib.import_module("faker.providers.person")
    given: set[str] = set()
    surnames: set[str] = set()
    for module in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"{package.__name__}.{module.name}").Provider
        for attribute in sorted(dir(provider)):
            if "last_name" in attribute:
                surnames |= set(_words(getattr(provider, attribute)))
            elif "first_name" in attribute:
                given |= set(_words(getattr(provider, attribute)))
    return given, surnames


def _words(names: Any) -> Iterator[str]:
    if not isinstance(names, (dict, list, tuple)):
        return
    for name in names:
        if isinstance(name, str) and name.isalpha() and all(ord(c) < _LATIN for c in name):
            yield fold(name)


def read_places() -> set[str]:
    """Countries, their parts and the places of the lexicon, folded; names of one word."""
    import pycountry

    names = [place.name for place in (*pycountry.countries, *pycountry.subdivisions)]
    names += [name for row in read_rows("places") for name in row]
    return {fold(name) for name in names if name.isalpha()}


def main() -> None:
    """Learn and write the weights."""
    given, surnames = read_names()
    places = read_places()
    words = [word for word in frequent_words(WORDS) if word.isalpha() and word.isascii() and len(word) > 2]
    # What is both a name and a place teaches nothing.
    words = [word for word in words if not (word in places and word in given | surnames)]
    labels = [
        "given" if w in given else "surname" if w in surnames else "place" if w in places else "other"
        for w in words
    ]
    vectors = np.stack([vector for vector in map(embed, words) if vector is not None])
    network = MLPClassifier((HIDDEN,), max_iter=EPOCHS, random_state=0, batch_size=500)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that it has not converged is meant: it is stopped early
        network.fit(vectors, [CLASSES.index(label) for label in labels])
    layers = [
        {"weights": _plain(weights.T), "bias": _plain(bias)}
        for weights, bias in zip(network.coefs_, network.intercepts_, strict=True)
    ]
    Path(str(WEIGHTS)).write_text(json.dumps({"classes": CLASSES, "layers": layers}) + "\n", encoding="utf-8")


def _plain(array: Any) -> Any:
    return np.round(array, 3).tolist()


if __name__ == "__main__":
    main()
