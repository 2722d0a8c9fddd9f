"""An analysed article as about a kilobyte, and back, lossless.

Columns instead of rows, because equal things lie side by side then, and every string once. Most of a
token follows from the article (its characters) or from itself (the lemma that is the word); only
exceptions are kept. The text is not in here: whoever unpacks has the article.

Layout: one byte of format; the rest compressed: the length of the head (4 bytes), the head, a JSON
list of the article's measures, the reference and all strings, then the columns as ``columns`` has them.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import accumulate, islice
from typing import NamedTuple

from discrepancy.language import fold
from discrepancy.model import Article, Document, Entity, Field, Reference, Sentence, Token, Zone
from discrepancy.store.columns import differences, fold_signs, read_blocks, unfold_signs, write_block

FORMAT = 1
"""Number of the layout; what has another one is not unpacked but analysed anew."""

_FIELDS: tuple[Field, ...] = ("title", "text")
_ZONES = tuple(Zone)
_LEVEL = 6
_FLAT = 16
"""Columns before those of the exceptions."""

# Strings that most documents have, known to both sides of the compression; part of the format.
_COMMON = (
    b'","NOUN NN","NOUN NNS","PROPN NNP","PROPN NNPS","VERB VB","VERB VBD","VERB VBG","VERB VBN","VERB VBP'
    b'","VERB VBZ","AUX VBD","AUX VBZ","AUX VBP","AUX VB","AUX VBN","AUX MD","ADJ JJ","ADJ JJR","ADJ JJS'
    b'","ADV RB","ADV RBR","ADP IN","ADP RP","DET DT","PRON PRP","PRON PRP$","PRON WP","PRON WDT","PRON EX'
    b'","NUM CD","PART TO","PART RB","PART POS","PUNCT ,","PUNCT .","PUNCT ``","PUNCT \'\'","PUNCT HYPH'
    b'","PUNCT -LRB-","PUNCT -RRB-","PUNCT :","SCONJ IN","SCONJ WRB","CCONJ CC","SYM $","SPACE _SP","ROOT'
    b'","acl","acomp","advcl","advmod","agent","amod","appos","attr","aux","auxpass","case","cc","ccomp'
    b'","compound","conj","csubj","dative","dep","det","dobj","expl","mark","neg","nmod","npadvmod","nsubj'
    b'","nsubjpass","nummod","parataxis","pcomp","pobj","poss","predet","prep","prt","punct","quantmod'
    b'","relcl","xcomp","DATE","TIME","CARDINAL","ORDINAL","MONEY","PERCENT","QUANTITY","PERSON","ORG'
    b'","GPE","LOC","NORP","FAC","EVENT","be","have","do","say","year","people","kill","report","take'
    b'","make","go","come","find","hold","tell","include","follow","accord","add","they","we","he","she"'
)


def pack_document(document: Document) -> bytes:
    """``document`` without its article's text."""
    strings: dict[str, int] = {}
    blocks = [
        *_sentence_columns(document),
        *_token_columns(document, strings),
        *_odd_columns(document, strings),
    ]
    article, reference = document.article, document.reference
    measures = [len(article.title or ""), len(article.text)]
    moment = reference.moment and reference.moment.isoformat()
    head = json.dumps([*measures, moment, reference.inferred, *strings], separators=(",", ":")).encode(
        "ascii"
    )
    press = zlib.compressobj(_LEVEL, zdict=_COMMON)
    packed = press.compress(len(head).to_bytes(4, "little") + head + b"".join(map(write_block, blocks)))
    return bytes([FORMAT]) + packed + press.flush()


def unpack_document(data: bytes, article: Article) -> Document:
    """The document that was packed, given the same article.

    Raises:
        ValueError: The bytes are damaged, of another format, or of another article.
    """
    if data[:1] != bytes([FORMAT]):
        raise ValueError(f"format {data[:1].hex() or 'none'}, expected {FORMAT:02x}")
    try:
        press = zlib.decompressobj(zdict=_COMMON)
        body = press.decompress(data[1:]) + press.flush()
        if not press.eof or press.unused_data:
            raise ValueError("damaged (its end is elsewhere)")
        return _unpack(body, article)
    except (zlib.error, LookupError, TypeError, StopIteration, RuntimeError) as error:
        raise ValueError(f"damaged ({error or type(error).__name__})") from error


def _sentence_columns(document: Document) -> Iterator[Sequence[int]]:
    sentences = document.sentences
    yield [_FIELDS.index(s.field) for s in sentences]
    yield [_ZONES.index(s.zone) for s in sentences]
    yield fold_signs(differences(s.index for s in sentences))
    yield fold_signs(differences(s.paragraph for s in sentences))
    yield fold_signs(differences(s.start for s in sentences))
    yield [s.end - s.start for s in sentences]
    yield [len(s.tokens) for s in sentences]
    yield [len(s.entities) for s in sentences]


def _token_columns(document: Document, strings: dict[str, int]) -> Iterator[Sequence[int]]:
    sentences = document.sentences
    tokens = [token for sentence in sentences for token in sentence.tokens]
    entities = [entity for sentence in sentences for entity in sentence.entities]
    yield fold_signs(gap for sentence in sentences for gap in _gaps(sentence))
    yield [t.end - t.start for t in tokens]
    yield fold_signs(t.head - i for sentence in sentences for i, t in enumerate(sentence.tokens))
    yield [_number(strings, f"{t.pos} {t.tag}") for t in tokens]
    yield [_number(strings, t.dep) for t in tokens]
    yield [e.first for e in entities]
    yield [e.stop - e.first for e in entities]
    yield [_number(strings, e.label) for e in entities]


def _gaps(sentence: Sentence) -> Iterator[int]:
    """How far each token starts behind the end of the one before, the first behind the sentence's start."""
    end = sentence.start
    for token in sentence.tokens:
        yield token.start - end
        end = token.end


def _odd_columns(document: Document, strings: dict[str, int]) -> Iterator[Sequence[int]]:
    """Sentences, words and lemmas that do not follow from the rest: their places and what they are."""
    folded = _fold_fields(document.article)
    sentences = document.sentences
    pairs = [(s.text, folded[s.field][s.start : s.end]) for s in sentences]
    yield from _exceptions(pairs, strings)
    spans = [(t, s.text[t.start - s.start : t.end - s.start]) for s in sentences for t in s.tokens]
    yield from _exceptions(((t.text, expected) for t, expected in spans), strings)
    yield from _exceptions(((t.lemma, t.text.lower()) for t, _ in spans), strings)


def _exceptions(pairs: Iterable[tuple[str, str]], strings: dict[str, int]) -> Iterator[Sequence[int]]:
    odd = [(place, real) for place, (real, expected) in enumerate(pairs) if real != expected]
    yield list(differences(place for place, _ in odd))
    yield [_number(strings, real) for _, real in odd]


def _number(strings: dict[str, int], value: str) -> int:
    return strings.setdefault(value, len(strings))


def _fold_fields(article: Article) -> dict[Field, str]:
    return {"title": fold(article.title or ""), "text": fold(article.text)}


class _Tokens(NamedTuple):
    """The columns of all tokens, and those of their words and lemmas that are exceptions."""

    gaps: list[int]
    widths: list[int]
    heads: list[int]
    classes: list[tuple[str, str]]
    labels: list[str]
    words: dict[int, str]
    lemmas: dict[int, str]

    def build(self, first: int, stop: int, start: int, sentence: str) -> Iterator[Token]:
        """Tokens ``first`` to ``stop`` of the document, which stand in a sentence from ``start``."""
        words, lemmas = self.words, self.lemmas
        end = start
        for place in range(first, stop):
            begin = end + self.gaps[place]
            end = begin + self.widths[place]
            word = words[place] if place in words else sentence[begin - start : end - start]
            lemma = lemmas[place] if place in lemmas else word.lower()
            pos, tag = self.classes[place]
            yield Token(
                begin, end, word, lemma, pos, tag, self.labels[place], place - first + self.heads[place]
            )


def _unpack(data: bytes, article: Article) -> Document:
    size = 4 + int.from_bytes(data[:4], "little")
    title, text, moment, inferred, *strings = json.loads(data[4:size])
    if (title, text) != (len(article.title or ""), len(article.text)):
        raise ValueError("it belongs to another article")
    strings = list(map(sys.intern, strings))
    blocks = list(read_blocks(data[size:]))
    odd = [_read_exceptions(blocks[n], blocks[n + 1], strings) for n in range(_FLAT, len(blocks), 2)]
    sentences = _build_sentences(article, blocks, strings, odd)
    return Document(article, tuple(sentences), Reference(moment and datetime.fromisoformat(moment), inferred))


def _build_sentences(
    article: Article, blocks: list[list[int]], strings: list[str], odd: list[dict[int, str]]
) -> Iterator[Sentence]:
    fields, zones, indexes, paragraphs, starts, lengths, token_counts, entity_counts = blocks[:8]
    gaps, widths, heads, classes, labels, *entity_columns = blocks[8:_FLAT]
    split = {code: _split_class(strings[code]) for code in set(classes)}
    tokens = _Tokens(
        gaps=unfold_signs(gaps),
        widths=widths,
        heads=unfold_signs(heads),
        classes=[split[code] for code in classes],
        labels=[strings[code] for code in labels],
        words=odd[1],
        lemmas=odd[2],
    )
    entities = iter([Entity(e, e + n, strings[code]) for e, n, code in zip(*entity_columns, strict=True)])
    folded = _fold_fields(article)
    stops = list(accumulate(token_counts, initial=0))
    indexes, paragraphs, starts = (list(accumulate(unfold_signs(n))) for n in (indexes, paragraphs, starts))
    for number, (start, length) in enumerate(zip(starts, lengths, strict=True)):
        field = _FIELDS[fields[number]]
        text = odd[0][number] if number in odd[0] else folded[field][start : start + length]
        yield Sentence(
            field=field,
            zone=_ZONES[zones[number]],
            index=indexes[number],
            paragraph=paragraphs[number],
            start=start,
            end=start + length,
            text=text,
            tokens=tuple(tokens.build(stops[number], stops[number + 1], start, text)),
            entities=tuple(islice(entities, entity_counts[number])),
        )


def _split_class(text: str) -> tuple[str, str]:
    pos, _, tag = text.partition(" ")
    return sys.intern(pos), sys.intern(tag)


def _read_exceptions(places: list[int], codes: list[int], strings: list[str]) -> dict[int, str]:
    return {place: strings[code] for place, code in zip(accumulate(places), codes, strict=True)}
