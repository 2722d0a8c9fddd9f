"""The one place that calls the language model.

Nine tenths of all time is spent here, so each distinct passage is analysed once however many
articles carry it (wire copy repeats paragraphs), in batches, and only when something is asked
for. Passages are lines: the model's own sentence splitting would merge them.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from discrepancy.errors import MissingExtra
from discrepancy.lexicon import read_table
from discrepancy.model import Article, Document, Entity, Passage, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

BATCH = 64
"""Passages analysed at once; larger batches gained nothing on news paragraphs."""

# One character for one character, so that offsets survive. The model reads "n’t" as a place
# and loses quotations in curly marks; patterns need one kind of dash and space.
_FOLD = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"',
        "»": '"', "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2212": "-", "–": "–",
        # Windows-1252 read as Latin-1, as scraped pages have it.
        "\x91": "'", "\x92": "'", "\x93": '"', "\x94": '"', "\x96": "–", "\x97": "—",
        "\u00a0": " ", "\u2007": " ", "\u2008": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ", "\t": " ",
        "•": " ", "●": " ", "▪": " ", "◦": " ", "‣": " ",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """``text`` with quotation marks, hyphens and spaces made ASCII, of the same length."""
    return text.translate(_FOLD)


@lru_cache(maxsize=2)
def load_model(name: str) -> Language:
    """The spaCy pipeline installed as package ``name``.

    Raises:
        MissingExtra: No such package is installed.
    """
    import spacy

    try:
        model = spacy.load(name)
    except OSError as error:
        raise MissingExtra(
            f"language model {name!r} is not installed; expected a spaCy pipeline package: pip install {name}"
        ) from error
    tokenizer: Any = model.tokenizer
    for word in read_table("titles")["abbreviated"]:
        # Else the stop of "Sgt. Ann Roe" ends a sentence.
        tokenizer.add_special_case(f"{word}.", [{"ORTH": f"{word}."}])
    return model


def analyse(
    articles: Sequence[Article],
    passages: Sequence[Sequence[Passage]],
    model: str,
    progress: Callable[[int], None] = lambda done: None,
    known: Sequence[tuple[Document, Sequence[Passage]]] = (),
) -> list[Document]:
    """Split every article's passages into analysed sentences.

    Args:
        articles: What to analyse.
        passages: For each article its passages in order, the title's first.
        model: Name of the installed spaCy pipeline.
        progress: Called with the number of passages done since the last call.
        known: Documents that the same model analysed, each with its passages: what stands in them word
            for word is taken from there.
    """
    texts = [
        [fold(article.read(p.field)[p.start : p.end]) for p in parts]
        for article, parts in zip(articles, passages, strict=True)
    ]
    wanted = dict.fromkeys(text for row in texts for text in row)
    analysed = dict(_recall(known, wanted))
    distinct = [text for text in wanted if text not in analysed]
    analysed |= zip(distinct, _pipe(distinct, model, progress), strict=True)
    return [
        Document(article, tuple(_sentences(parts, row, analysed)))
        for article, parts, row in zip(articles, passages, texts, strict=True)
    ]


_Analysis = list[tuple[int, int, tuple[Token, ...], tuple[Entity, ...]]]


def _recall(
    known: Sequence[tuple[Document, Sequence[Passage]]], wanted: Container[str]
) -> Iterable[tuple[str, _Analysis]]:
    """Passages that are ``wanted`` and stand in ``known`` documents, with their sentences."""
    for document, passages in known:
        sentences: dict[int, list[Sentence]] = {}
        for sentence in document.sentences:
            sentences.setdefault(sentence.paragraph, []).append(sentence)
        for paragraph, passage in enumerate(passages):
            text = fold(document.article.read(passage.field)[passage.start : passage.end])
            if text in wanted:
                yield (
                    text,
                    [
                        (
                            sentence.start - passage.start,
                            sentence.end - passage.start,
                            tuple(_shift(token, -passage.start) for token in sentence.tokens),
                            sentence.entities,
                        )
                        for sentence in sentences.get(paragraph, ())
                    ],
                )


def _pipe(texts: list[str], model: str, progress: Callable[[int], None]) -> Iterable[_Analysis]:
    if not texts:
        return
    for doc in load_model(model).pipe(texts, batch_size=BATCH):
        yield [_convert(span) for span in _split(doc)]
        progress(1)


def _split(doc: Doc) -> Iterable[Span]:
    """The parser's sentences, rejoined where it split before a lower-case word or a closing quote."""
    starts = [span.start for span in doc.sents]
    kept = [
        start
        for start in starts
        if start == 0
        or not (
            doc[start].text[0].islower()
            or doc[start].text in {'"', "'", ")", ",", ";"}
            or _goes_on(doc, start)
        )
    ]
    for start, stop in pairwise([*kept, len(doc)]):
        if doc[start:stop].text.strip():
            yield doc[start:stop]


def _goes_on(doc: Doc, start: int) -> bool:
    """Whether a time of day goes on here, for the stop of "a.m." reads like that of a sentence."""
    if doc[start - 1].text.lower() not in {"a.m.", "p.m."}:
        return False
    dates = read_table("dates")
    word = doc[start].text.rstrip(".")
    return (
        word.lower() in dates["weekdays"]
        or word.lower() in dates["months"]
        or word in dates["zones"]
        or word in dates["vague_zones"]["words"]
        or word in dates["seasonal_zones"]
        or "time" in (token.text for token in doc[start : start + 3])
    )


def _convert(span: Span) -> tuple[int, int, tuple[Token, ...], tuple[Entity, ...]]:
    first = span.start
    tokens = tuple(
        Token(
            start=token.idx,
            end=token.idx + len(token.text),
            text=token.text,
            lemma=token.lemma_.lower(),
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=min(max(token.head.i - first, 0), len(span) - 1),
        )
        for token in span
    )
    entities = tuple(Entity(ent.start - first, ent.end - first, ent.label_) for ent in span.ents)
    return span.start_char, span.end_char, tokens, entities


def _sentences(
    passages: Sequence[Passage], texts: Sequence[str], analysed: dict[str, _Analysis]
) -> Iterable[Sentence]:
    index = 0
    for paragraph, (passage, text) in enumerate(zip(passages, texts, strict=True)):
        for start, end, tokens, entities in analysed[text]:
            yield Sentence(
                field=passage.field,
                zone=passage.zone,
                index=index,
                paragraph=paragraph,
                start=passage.start + start,
                end=passage.start + end,
                text=text[start:end],
                tokens=tuple(_shift(token, passage.start) for token in tokens),
                entities=entities,
            )
            index += 1


def _shift(token: Token, by: int) -> Token:
    return Token(
        token.start + by, token.end + by, token.text, token.lemma, token.pos, token.tag, token.dep, token.head
    )
