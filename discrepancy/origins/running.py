"""What of a page is its own running text: the words outside quotations, sentence by sentence.

Two reporters at one press conference write down the same quotations and have no text in common,
so what stands between quotation marks says nothing about who copied from whom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from discrepancy import lexicon
from discrepancy.model import Document, Sentence, Token, Zone
from discrepancy.vectors import information

SAYING = 0.3
"""Information (0 to 1) from which a word tells something; below stand "the", "said" and "people"."""

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN", "X", "NUM"})


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of running text.

    Attributes:
        words: Every word and number outside quotations, lower case, in order.
        told: The words that tell something, by lemma (names as they stand), in order.
        parts: Part of speech of each of ``told``.
        numbers: The numbers among them, as digits.
        weights: How much each of ``told`` says.
    """

    words: tuple[str, ...]
    told: tuple[str, ...]
    parts: tuple[str, ...]
    numbers: tuple[str, ...]
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A document as its lines, with what they hold taken together."""

    document: Document
    lines: tuple[Line, ...]
    pairs: frozenset[tuple[str, str]]
    """Two words in a row, within a line."""
    told: frozenset[str]
    length: int
    """Number of running words."""
    sets: tuple[frozenset[str], ...] = field(default=(), repr=False)
    """``told`` of each line."""
    places: dict[str, list[int]] = field(default_factory=dict, repr=False)
    """For each word told the lines that tell it."""
    numbers: frozenset[str] = frozenset()
    """The numbers of all lines."""


def read_page(document: Document) -> Page:
    """The running text of ``document``: its body without quotations, headline and clutter."""
    lines = tuple(_lines(document.sentences))
    sets = tuple(frozenset(line.told) for line in lines)
    places: dict[str, list[int]] = {}
    for number, told in enumerate(sets):
        for word in told:
            places.setdefault(word, []).append(number)
    return Page(
        document=document,
        lines=lines,
        pairs=frozenset(pair for line in lines for pair in zip(line.words, line.words[1:], strict=False)),
        told=frozenset(word for line in lines for word in line.told),
        length=sum(len(line.words) for line in lines),
        sets=sets,
        places=places,
        numbers=frozenset(number for line in lines for number in line.numbers),
    )


def _lines(sentences: Sequence[Sentence]) -> Iterator[Line]:
    paragraph, quoted = -1, False
    for sentence in sentences:
        if sentence.zone is not Zone.BODY:
            continue
        if sentence.paragraph != paragraph:
            paragraph, quoted = sentence.paragraph, False
        outside = []
        for token in sentence.tokens:
            if '"' in token.text:
                quoted ^= token.text.count('"') % 2 == 1
            elif not quoted and (token.text.isalnum() or any(map(str.isalnum, token.text))):
                outside.append(token)
        if outside:
            yield _line(outside)


def _line(tokens: Sequence[Token]) -> Line:
    words = [token.text.lower() for token in tokens]
    terms = [_term(token, word) for token, word in zip(tokens, words, strict=True)]
    told = [
        (term, token.pos)
        for token, word, term in zip(tokens, words, terms, strict=True)
        if token.pos in _CONTENT and information(word) > SAYING
    ]
    return Line(
        words=tuple(words),
        told=tuple(term for term, _ in told),
        parts=tuple(pos for _, pos in told),
        numbers=tuple(term for term in terms if term[0].isdigit()),
        weights=tuple(information(term) for term, _ in told),
    )


def _term(token: Token, word: str) -> str:
    if token.pos == "NUM":
        return _digits().get(word, word.replace(",", ""))
    return word if token.pos == "PROPN" else token.lemma


@cache
def _digits() -> dict[str, str]:
    table = lexicon.read_table("numbers")
    return {word: str(number) for word, number in {**table["units"], **table["tens"]}.items()}
