"""The claims of one story's documents: every value with the question that it answers.

Invariant: what a claim says follows from its document, its day, the names as its story reads them and
what its story denies, and from nothing else; so it is read once, and kept for the next time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, MutableMapping, Sequence
from typing import TypeAlias

from discrepancy.config import Config
from discrepancy.context import make_claims
from discrepancy.extract.dates import extract_dates
from discrepancy.extract.deeds import find_denied
from discrepancy.extract.directions import extract_directions
from discrepancy.extract.figures import extract_figures
from discrepancy.extract.figures.durations import drop_delays
from discrepancy.extract.names import Spot, extract_names, find_spots
from discrepancy.extract.quotes import extract_quotes
from discrepancy.extract.roles import extract_roles, find_descriptions
from discrepancy.extract.spots import extract_spots
from discrepancy.extract.statuses import extract_statuses
from discrepancy.homemoney import name_money
from discrepancy.model import Claim, Document, Mention
from discrepancy.unsaid import complete_units

Known: TypeAlias = MutableMapping[str, tuple[Claim, ...]]
"""Claims of documents that were read before, by all that they depend on; what is read anew is added."""


def extract_story(documents: Sequence[Document], config: Config) -> list[tuple[Mention, ...]]:
    """The typed values of one story's documents, one tuple for each."""
    named = zip(documents, extract_names(documents), strict=True)
    return [_extract_document(document, names, frozenset(), config) for document, names in named]


def claim_story(
    documents: Sequence[Document], config: Config, known: Known | None = None
) -> tuple[Claim, ...]:
    """Every value of one story with the question that it answers.

    Args:
        documents: Dated by ``discrepancy.check.date_story``.
        config: Settings.
        known: Claims read before with the same code and settings.
    """
    return Reader(config, known).read(documents)


class Reader:
    """Reads the documents of one story, which may be asked for several times and in other company."""

    def __init__(self, config: Config, known: Known | None = None) -> None:
        """Begin with what is ``known`` with the same code and settings; what is read is added to it."""
        self._config = config
        self._known = {} if known is None else known
        self._spots: dict[str, list[Spot]] = {}
        self._denied: dict[str, frozenset[str]] = {}

    def read(self, documents: Sequence[Document], of: Container[str] | None = None) -> tuple[Claim, ...]:
        """Every value that is asked for, with the question that it answers.

        Documents are taken in an order of their own, by time and text: in which order they were given
        and what their sources are called must not decide a tie.

        Args:
            documents: The articles that help one another to be understood, dated.
            of: Ids of those whose claims are wanted; None for all.
        """
        ordered = sorted(documents, key=_canonical_order)
        denied = frozenset[str]().union(*map(self._find_denied, ordered))
        claims: list[Claim] = []
        for document, names in zip(ordered, extract_names(ordered, map(self._spot, ordered)), strict=True):
            if of is None or document.article.id in of:
                claims += self._claim(document, names, _select_told(document, denied))
        return complete_units(name_money(claims))

    def _spot(self, document: Document) -> list[Spot]:
        """What stands for a name in a document, whatever the rest of its story says."""
        spots = self._spots.get(document.article.id)
        if spots is None:
            spots = self._spots[document.article.id] = find_spots(document)
        return spots

    def _find_denied(self, document: Document) -> frozenset[str]:
        denied = self._denied.get(document.article.id)
        if denied is None:
            denied = self._denied[document.article.id] = find_denied(document)
        return denied

    def _claim(
        self, document: Document, names: tuple[Mention, ...], asked: frozenset[str]
    ) -> tuple[Claim, ...]:
        whole = _reading_key(document, names, asked)
        key = whole if document.focus is None else f"{whole} {sorted(document.focus)}"
        found = self._known.get(key)
        if found is None:
            kept = None if document.focus is None else self._known.pop(whole, None)
            if kept is None:
                found = self._read(document, names, asked)
            else:
                # It was current when it was read; of an earlier version less is needed.
                found = tuple(claim for claim in kept if document.asks(claim.mention.sentence))
            self._known[key] = found
        return found

    def _read(
        self, document: Document, names: tuple[Mention, ...], asked: frozenset[str]
    ) -> tuple[Claim, ...]:
        mentions = _extract_document(document, names, asked, self._config)
        # What grammar alone tells of people is no value by itself: it helps to hold articles together.
        return make_claims(document, (*mentions, *find_descriptions(document, names)))


def _extract_document(
    document: Document, names: tuple[Mention, ...], asked: frozenset[str], config: Config
) -> tuple[Mention, ...]:
    dates = drop_delays(extract_dates(document, config.extract.day_first))
    return (
        *dates,
        *extract_figures(document, dates, config.compare.approximate),
        *names,
        *extract_roles(document, names),
        *extract_quotes(document),
        *extract_statuses(document, asked),
        *extract_directions(document),
        *extract_spots(document),
    )


def _select_told(document: Document, deeds: frozenset[str]) -> frozenset[str]:
    """Those of ``deeds`` of which the document has the verb or adjective at all."""
    if not deeds:
        return deeds
    lemmas = {token.lemma for sentence in document.sentences for token in sentence.tokens}
    return frozenset(deed for deed in deeds if deed.partition(" ")[0] in lemmas)


def _reading_key(document: Document, names: tuple[Mention, ...], asked: frozenset[str]) -> str:
    """What a document's claims depend on: itself, its day, the names as its story reads them, what is denied.

    Its analysis follows from its text. Only in names and denials do a story's articles help one another.
    """
    said = repr((document.article, document.reference, names, sorted(asked)))
    return hashlib.sha256(said.encode("utf-8", "backslashreplace")).hexdigest()


def _canonical_order(document: Document) -> tuple[str, str, str]:
    article = document.article
    return (article.published.isoformat() if article.published else "", article.title or "", article.text)
