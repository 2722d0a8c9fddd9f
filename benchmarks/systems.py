"""The product and the libraries that it competes with, all asked for the same readings of a text.

A library is imported when it is asked. Each gets the text line by line, for most of them grow slow
on long ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

from benchmarks.corpora import Pair, Text, name_unit, spread
from benchmarks.scoring import Number, Quantity, Span
from discrepancy.config import Config
from discrepancy.model import Article, Date, Figure, Kind, Mention, Name

TOKEN_SET_ENOUGH = 85
"""Of 100: the similarity from which rapidfuzz's users take two names for one."""

_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a system reads in one text; a kind that it does not read is None."""

    quantities: list[Quantity] | None = None
    figures: list[Span] | None = None
    dates: list[Span] | None = None
    people: list[Span] | None = None


System: TypeAlias = Callable[[Sequence[Text]], list[Reading]]


def read_product(texts: Sequence[Text]) -> list[Reading]:
    """This project, each text taken as a story of its own."""
    from discrepancy.check import extract_claims

    articles = [
        Article(text.id, "text", text.text, published=text.published, story=text.id) for text in texts
    ]
    found: dict[str, list[Mention]] = {text.id: [] for text in texts}
    for mention in extract_claims(articles):
        found[mention.article_id].append(mention)
    return [_read_mentions(found[text.id]) for text in texts]


def _read_mentions(mentions: Sequence[Mention]) -> Reading:
    figures = [(m, m.value) for m in mentions if isinstance(m.value, Figure)]
    dates = [Span(m.start, m.end, m.value.timex) for m in mentions if isinstance(m.value, Date)]
    # A duration comes as a figure with a TIMEX value; data sets of dates list it among the dates.
    dates += [Span(m.start, m.end, value.timex) for m, value in figures if value.timex]
    return Reading(
        quantities=[
            Quantity(_number(value.number), value.modifier, name_unit(value.unit)) for _, value in figures
        ],
        # Ordinals and durations are not among the figures that the sets label by span.
        figures=[
            Span(m.start, m.end) for m, value in figures if not value.timex and value.measure != "ordinal"
        ],
        dates=dates,
        people=[
            Span(m.start, m.end)
            for m in mentions
            if m.kind is Kind.NAME and isinstance(m.value, Name) and m.value.type == "PERSON"
        ],
    )


def _number(number: Decimal | tuple[Decimal, ...]) -> Number:
    if isinstance(number, tuple):
        return (float(number[0]), float(number[-1]))
    return float(number)


def read_quantulum(texts: Sequence[Text]) -> list[Reading]:
    """The parser of quantulum3 without its classifier, whose pickle fails beside today's scikit-learn."""
    import quantulum3.classifier
    from quantulum3 import parser

    quantulum3.classifier.USE_CLF = False
    return [_read_quantulum(text, parser) for text in texts]


def _read_quantulum(text: Text, parser: Any) -> Reading:
    quantities, spans = [], []
    for at, line in _lines(text.text):
        try:
            found = parser.parse(line)
        except Exception:  # its errors are of many types; a line on which it breaks gives nothing
            continue
        for one in found:
            value = spread(one.value, one.uncertainty)
            quantities.append(Quantity(value, unit=name_unit(one.unit.name)))
            spans.append(Span(at + one.span[0], at + one.span[1]))
    return Reading(quantities=quantities, figures=spans)


def read_dateparser(texts: Sequence[Text]) -> list[Reading]:
    """The search of dateparser; it gives no spans, so each string is sought from the last one's end."""
    from dateparser.search import search_dates

    return [Reading(dates=list(_search(text, search_dates))) for text in texts]


def _search(text: Text, search: Any) -> Iterator[Span]:
    settings = {"RELATIVE_BASE": text.published} if text.published else {}
    for at, line in _lines(text.text):
        end = 0
        for words, moment in search(line, languages=["en"], settings=settings) or ():
            start = line.find(words, end)
            if start >= 0:
                end = start + len(words)
                yield Span(at + start, at + end, f"{moment:%Y-%m-%d}")


def read_spacy(texts: Sequence[Text]) -> list[Reading]:
    """The language model alone: its entities, without values."""
    from discrepancy.language import load_model

    docs = load_model(Config().extract.model).pipe([text.text for text in texts])
    return [
        Reading(
            figures=_entities(doc, {"CARDINAL", "QUANTITY", "PERCENT", "MONEY"}),
            dates=_entities(doc, {"DATE", "TIME"}),
            people=_entities(doc, {"PERSON"}),
        )
        for doc in docs
    ]


def _entities(doc: Any, labels: set[str]) -> list[Span]:
    return [Span(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ in labels]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    return ((line.start(), line[0]) for line in _LINE.finditer(text))


BASELINES: dict[str, tuple[tuple[str, System], ...]] = {
    "quantities": (("quantulum3", read_quantulum),),
    "figures": (("quantulum3", read_quantulum), ("spacy", read_spacy)),
    "dates": (("dateparser", read_dateparser), ("spacy", read_spacy)),
    "people": (("spacy", read_spacy),),
}
"""For each kind, the libraries that one would otherwise take."""


def match_product(pairs: Sequence[Pair]) -> list[bool]:
    """This project's judgement: whatever is not "different" is one person."""
    from discrepancy.compare.names import score_names

    return [score_names(pair.left, pair.right)[0] != "different" for pair in pairs]


def match_rapidfuzz(pairs: Sequence[Pair]) -> list[bool]:
    """Token set ratio, letter case folded."""
    from rapidfuzz import fuzz, utils

    return [
        fuzz.token_set_ratio(pair.left, pair.right, processor=utils.default_process) >= TOKEN_SET_ENOUGH
        for pair in pairs
    ]
