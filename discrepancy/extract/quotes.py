"""Direct speech: what stands between quotation marks.

Invariant: marks pair up within a passage, or run to its end when the next passage opens anew (the
printers' rule for speech of several paragraphs). A mark that could be an apostrophe never opens
speech, and single marks count only where both ends are found. The sentence text has its marks
folded; the article's own characters are read where they tell an opening from a closing mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import groupby

from discrepancy.lexicon import read_table
from discrepancy.model import Document, Field, Kind, Mention, Phrase, Sentence, Token

MINIMUM_WORDS = 3
"""Shorter quotations ("misleading") are single words held at arm's length, not utterances."""

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "INTJ"})
_OPENING = frozenset("“„«‘‚‹")
_CLOSING = frozenset("”»’›")
_DOUBLE = re.compile('["“”„‟«»]')
_SINGLE = re.compile("['‘’‚‛‹›]")
_EDGE = " \t\n,.;:-–—…"
_EXPANSIONS = (
    (re.compile(r"\bcan't\b"), "can not"),
    (re.compile(r"\bcannot\b"), "can not"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'m\b"), " am"),
    (re.compile(r"\bper cent\b|%"), " percent"),
    (re.compile(r"(?<=\d),(?=\d{3})"), ""),
)
_PLAIN_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_NUMBER = re.compile(r"[$£€]?(\d+(?:,\d{3})*(?:\.\d+)?)(bn|tn|m|k)?")
_COUNTED = {"dozen": "12", "twice": "2", "thrice": "3"}
_SUFFIXES = {"k": 1_000, "m": 1_000_000, "bn": 1_000_000_000, "tn": 1_000_000_000_000}
_WORD = re.compile(r"\w+(?:[.'’-]\w+)*")
_SCALES = frozenset({100, 1_000, 1_000_000, 1_000_000_000, 1_000_000_000_000})
_TENS = frozenset(range(20, 100, 10))


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch of quoted text.

    Attributes:
        start: Offset of the first character inside the marks.
        end: Offset past the last character inside the marks.
        closed: Whether a closing mark was found in the passage.
    """

    field: Field
    paragraph: int
    start: int
    end: int
    closed: bool


def extract_quotes(document: Document) -> tuple[Mention, ...]:
    """Direct speech, one mention for each quoted stretch of a sentence, in order.

    Spans lie inside the marks without trailing punctuation. Quotations shorter than three words
    are left out unless they hold a negation or a number.
    """
    return tuple(_mentions(document))


def _mentions(document: Document) -> Iterator[Mention]:
    sentences = document.sentences
    for quotation in find_quotations(document):
        for sentence in sentences:
            if sentence.paragraph != quotation.paragraph:
                continue
            start, end = max(sentence.start, quotation.start), min(sentence.end, quotation.end)
            start, end = _trim(sentence, start, end)
            if start < end and (phrase := read_quote(sentence, start, end)) is not None:
                yield document.mention(sentence, start, end, Kind.QUOTE, phrase)


def read_quote(sentence: Sentence, start: int, end: int) -> Phrase | None:
    """The value of the quotation at field offsets ``start`` to ``end``; None when it is too short."""
    text = sentence.text[start - sentence.start : end - sentence.start]
    tokens = [token for token in sentence.tokens if start <= token.start and token.end <= end]
    lemmas = quote_lemmas(tokens)
    telling = "not" in lemmas or any(lemma[0].isdigit() for lemma in lemmas)
    folded = fold_quote(text)
    if not lemmas or len(_WORD.findall(text)) < 2:
        return None
    # "I'm leaving" is an utterance of three words.
    if len(folded.split()) < MINIMUM_WORDS and not telling:
        return None
    return Phrase(folded, lemmas, "not" in lemmas)


def fold_quote(text: str) -> str:
    """``text`` in lower case, contractions written out, only words and single blanks left."""
    folded = text.lower().replace("’", "'")
    for pattern, replacement in _EXPANSIONS:
        folded = pattern.sub(replacement, folded)
    return " ".join(_WORD.findall(folded))


def quote_lemmas(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Content lemmas in order; every negator is written "not" and every number in digits."""
    words = _sense_words()
    negators, phrases, numbers = words.negators, words.phrases, words.numbers
    lemmas: list[str] = []
    skip_to = 0
    lower = [token.text.lower() for token in tokens]
    for index, token in enumerate(tokens):
        if index < skip_to:
            continue
        length = next((len(p) for p in phrases if tuple(lower[index : index + len(p)]) == p), 0)
        percent = lower[index] == "%" or lower[index : index + 2] == ["per", "cent"]
        number = _NUMBER.fullmatch(token.text)
        if length:
            lemmas.append("not")
            skip_to = index + length
        elif percent:
            lemmas.append("percent")
            skip_to = index + 1 + (lower[index] == "per")
        elif lower[index] in negators:
            # "neither saw nor heard" is "did not see or hear".
            lemmas.append("or" if lower[index] == "nor" and "not" in lemmas else "not")
        elif number:
            lemmas.append(_read_number(number))
        elif lower[index] in _SUFFIXES and index and _ends_number(tokens[index - 1], token):
            # The model parts "2.5m".
            lemmas.append(str(_SUFFIXES[lower[index]]))
        elif lower[index] in numbers:
            lemmas.append(numbers[lower[index]])
        elif token.lemma in words.sense or (token.pos in _CONTENT and token.lemma not in words.light):
            lemmas.append(token.lemma)
    return tuple(_merge_numbers(lemmas))


def _ends_number(number: Token, token: Token) -> bool:
    return number.end == token.start and number.text[-1].isdigit()


def _read_number(number: re.Match[str]) -> str:
    value = Decimal(number[1].replace(",", ""))
    return _plain(value * _SUFFIXES[number[2]] if number[2] else value)


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _merge_numbers(lemmas: Sequence[str]) -> Iterator[str]:
    """The lemmas with "2.5 1000000" made one number, and "20 5" too."""
    held: Decimal | None = None
    for lemma in lemmas:
        number = Decimal(lemma) if _PLAIN_NUMBER.fullmatch(lemma) else None
        if held is not None and number is not None and number in _SCALES:
            held *= number
        elif held is not None and number is not None and held in _TENS and number < 10:
            held += number
        else:
            if held is not None:
                yield _plain(held)
            held = number
            if number is None:
                yield lemma
    if held is not None:
        yield _plain(held)


@dataclass(frozen=True, slots=True)
class _Words:
    negators: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    sense: frozenset[str]
    light: frozenset[str]
    numbers: dict[str, str]


@cache
def _sense_words() -> _Words:
    table = read_table("speech")
    return _Words(
        frozenset(table["negators"]),
        tuple(tuple(phrase.split()) for phrase in table["negator_phrases"]),
        frozenset(table["sense"]),
        frozenset(table["light"]),
        _number_words(),
    )


def _number_words() -> dict[str, str]:
    """Number words in digits; a fraction as "1/2", so that it is never added to a number."""
    table = read_table("numbers")
    words = {word: str(value) for name in ("units", "tens", "scales") for word, value in table[name].items()}
    return words | {word: f"1/{value}" for word, value in table["fractions"].items()} | _COUNTED


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """Every stretch between quotation marks, in order."""
    found: list[Quotation] = []
    passages = [list(group) for _, group in groupby(document.sentences, key=lambda s: (s.field, s.paragraph))]
    for index, sentences in enumerate(passages):
        first, last = sentences[0], sentences[-1]
        text = document.article.read(first.field)[first.start : last.end]
        follows = index + 1 < len(passages) and passages[index + 1][0].text[:1] in {'"', "'"}
        for start, end, closed in _pair_marks(text, follows):
            found.append(
                Quotation(first.field, first.paragraph, first.start + start, first.start + end, closed)
            )
    return tuple(found)


def _pair_marks(text: str, follows: bool) -> Iterable[tuple[int, int, bool]]:
    """Start and end inside each pair of marks; an unclosed mark reaches to the end if speech follows."""
    pairs = list(_pair_double(text, follows))
    inside = [(start, end) for start, end, _ in pairs]
    singles = [
        (start, end, True)
        for start, end in _pair_single(text)
        if not any(start < right and left < end for left, right in inside)
    ]
    return sorted(pairs + singles)


def _pair_double(text: str, follows: bool) -> Iterator[tuple[int, int, bool]]:
    opened: int | None = None
    for found in _DOUBLE.finditer(text):
        at, mark = found.start(), found[0]
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if opened is None:
            inches = mark == '"' and before.isdigit()
            if mark not in "”" and not inches and after.strip():
                opened = at + 1
        elif mark in _OPENING and not _closes_german(text, opened, mark):
            # A new paragraph's worth of speech, or a mark that was never closed: start over.
            opened = at + 1
        elif mark != '"' or before.strip() or not after.strip():
            yield opened, at, True
            opened = None
    if opened is not None and follows:
        yield opened, len(text), False


def _closes_german(text: str, opened: int, mark: str) -> bool:
    return mark == "“" and text[opened - 1] == "„"


def _pair_single(text: str) -> Iterator[tuple[int, int]]:
    past = 0
    for found in _SINGLE.finditer(text):
        at = found.start()
        if at < past or not _opens_single(text, at):
            continue
        end = _closing_single(text, at + 1)
        if end is not None:
            yield at + 1, end
            past = end + 1


def _opens_single(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if before.isalnum() or not after.strip() or (before and before in ".,!?"):
        return False
    if text[at] in _OPENING:
        return True
    word = re.match(r"[A-Za-z]+|\d0s", text[at + 1 :])
    elided = word is not None and (
        word[0].lower() in read_table("speech")["elisions"] or word[0][0].isdigit()
    )
    return text[at] == "'" and not elided


def _closing_single(text: str, start: int) -> int | None:
    """The mark that ends speech begun at ``start``: one after punctuation, else the last that can."""
    candidate = None
    for found in _SINGLE.finditer(text, start):
        at = found.start()
        before, after = text[at - 1], text[at + 1 : at + 2]
        if after.isalnum():
            if candidate is not None and _opens_single(text, at):
                return candidate
            continue
        if before in ".,!?…":
            return at
        if not before.isspace():
            if before != "s":
                return at
            candidate = at
    return candidate


def _trim(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    text = sentence.text
    while start < end and text[start - sentence.start] in _EDGE + "\"'":
        start += 1
    while start < end and text[end - 1 - sentence.start] in _EDGE + "\"'":
        end -= 1
    return start, end
