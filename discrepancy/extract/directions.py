"""Compass directions that say where something lies: "14 km north of Harlow", "its western outskirts".

A direction in which somebody travels or a wind blows says nothing of where a thing is, and the North
of a name is part of it; neither is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from discrepancy.lexicon import read_table
from discrepancy.model import Document, Kind, Mention, Phrase, Sentence

_POINT = (
    r"(?P<point>(?:north|south|east|west)(?:[- ]?(?:north|south|east|west)){0,2}(?:(?:er)?(?:n|ly))?"
    r"(?:wards?)?)"
)
_ABBREVIATED = r"(?P<short>N|S|E|W|NE|NW|SE|SW|NNE|ENE|ESE|SSE|SSW|WSW|WNW|NNW)"
_QUANTITY = (
    r"(?:kms?|kilomet(?:er|re)s?|miles?|mi|met(?:er|re)s?|m|yards?|feet|ft|leagues|hours?|minutes?|drive|walk)"
    r"\)?"
)
_TO = r"(?: (?:(?:lies|is|away|further|farther|just|due) )?(?:(?:to|in|on|towards) the|due)?)? "
_STREAM = r"(?P<stream>(?P<way>up|down)(?: ?stream|river| the (?:river|stream)))"
_FRAMES = (
    re.compile(rf"{_QUANTITY}{_TO}(?:{_POINT}|{_ABBREVIATED})\b(?! (?:wind|coast|korea)|-facing)"),
    re.compile(rf"(?<!from the )\b{_POINT}(?= of [\w(])"),
    re.compile(rf"\b{_POINT}(?= from (?:the )?[A-Z])"),
    re.compile(rf"{_QUANTITY} (?:(?:further|farther) )?{_STREAM}\b"),
    re.compile(rf"\b{_STREAM}(?= (?:of|from) \w)"),
)
_LETTERS = re.compile(r"north|south|east|west")
_TRAVEL_REACH = 5
"""Steps from a direction up to the verb by which it may be the way of a journey."""


def extract_directions(document: Document) -> tuple[Mention, ...]:
    """Every direction in which something lies, as places of the value "north-west" and the like."""
    return tuple(mention for sentence in document.sentences for mention in _read(document, sentence))


def _read(document: Document, sentence: Sentence) -> Iterator[Mention]:
    spans: dict[tuple[int, int], str] = {}
    for number, frame in enumerate(_FRAMES):
        for found in frame.finditer(sentence.text):
            groups = found.groupdict()
            name = next(sort for sort in ("point", "short", "stream") if groups.get(sort))
            bare = number == 2 or (number in (0, 3) and not _names(sentence, found.end(name)))
            if _may_travel(sentence, found.start(name), bare):
                continue
            point = groups["way"] if name == "stream" else _letters(found[name])
            point = found[name].lower() if name == "short" else point
            if point in _points():
                spans.setdefault(found.span(name), point)
    for (start, end), point in sorted(spans.items()):
        offset = sentence.start
        yield Mention(
            article_id=document.article.id,
            source=document.article.source,
            field=sentence.field,
            start=offset + start,
            end=offset + end,
            text=sentence.text[start:end],
            kind=Kind.PLACE,
            zone=sentence.zone,
            sentence=sentence.index,
            value=Phrase(_points()[point]),
        )


def _letters(words: str) -> str:
    return "".join(word[0] for word in _LETTERS.findall(words))


def _names(sentence: Sentence, end: int) -> bool:
    """Whether the words behind a direction say of what: "north of Harlow"."""
    return sentence.text[end : end + 4] == " of "


def _may_travel(sentence: Sentence, start: int, bare: bool) -> bool:
    """Whether a direction may be that of a journey or a wind, which nothing behind it places."""
    tokens = sentence.tokens
    at = next((i for i, t in enumerate(tokens) if t.start <= sentence.start + start < t.end), None)
    for _ in range(_TRAVEL_REACH):
        if at is None or not bare:
            return False
        if tokens[at].lemma in _table()["travel"] and tokens[at].pos in {"VERB", "NOUN"}:
            return True
        if tokens[at].pos == "VERB" or tokens[at].head == at:
            return False
        at = tokens[at].head
    return False


@cache
def _table() -> dict[str, Any]:
    return read_table("directions")


@cache
def _points() -> dict[str, str]:
    """Letters of a point, or up or down a river → its name."""
    return {letters: name for letters, (name, _) in {**_table()["points"], **_table()["streams"]}.items()}
