"""What a page says about its own changes: correction notices, update lines, notes to editors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from discrepancy import lexicon
from discrepancy.language import fold
from discrepancy.model import Claim, Document, Figure, Kind, Notice, Sentence

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_HEADING = 4
"""Most words of a notice that is a mere heading; what it says stands in the next passage."""


def find_notices(document: Document, group: str = "correction") -> tuple[Notice, ...]:
    """The passages, and the agency's note, that announce a ``correction`` or an ``update``."""
    article = document.article
    found = [*_passages(document, _pattern(group))]
    if article.note and _pattern(group).search(fold(article.note)):
        found.append(Notice(article.id, article.note))
    return tuple(found)


def new_notices(older: Document, newer: Document, group: str = "correction") -> tuple[Notice, ...]:
    """The notices that the newer version has and the older one had not."""
    found = find_notices(newer, group)
    # Most versions announce nothing, and what the older one announced is of no interest then.
    known = {notice.text for notice in find_notices(older, group)} if found else frozenset()
    return tuple(notice for notice in found if notice.text not in known)


@cache
def _pattern(group: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in lexicon.read_table("corrections")[group]), re.I)


def _passages(document: Document, pattern: re.Pattern[str]) -> Iterator[Notice]:
    passages: dict[int, list[Sentence]] = {}
    for sentence in document.sentences:
        if sentence.field == "text":
            passages.setdefault(sentence.paragraph, []).append(sentence)
    ordered = list(passages.values())
    for position, sentences in enumerate(ordered):
        if not any(pattern.search(sentence.text) for sentence in sentences):
            continue
        words = sum(len(_WORD.findall(sentence.text)) for sentence in sentences)
        following = ordered[position + 1 : position + 2] if words <= _HEADING else []
        start, end = sentences[0].start, (following[0] if following else sentences)[-1].end
        yield Notice(document.article.id, document.article.text[start:end], start, end)


def covers(notice: Notice, before: Claim, after: Claim) -> bool:
    """Whether a notice is about this change; one that names no fact at all is about every change.

    A notice that prints numbers speaks of those and no others, and one that says what sort of fact
    it corrects, of facts of that sort.
    """
    text = fold(notice.text)
    if _names(text, before, after):
        return True
    words = {word.lower() for word in _WORD.findall(text)}
    subjects = lexicon.read_table("corrections")["subjects"]
    said = {kind for kind, terms in subjects.items() if words & set(terms)}
    if isinstance(before.mention.value, Figure) and _NUMBER.search(text) and _other_numbers(text):
        return False
    return not said or before.mention.kind.value in said


def _other_numbers(text: str) -> bool:
    """Whether numbers stand there that could be values: no dates, times or paragraphs."""
    return _NUMBER.search(_plain().sub("", text)) is not None


@cache
def _plain() -> re.Pattern[str]:
    months = "|".join(map(re.escape, lexicon.read_table("dates")["months"]))
    return re.compile(
        rf"(?:paragraph|para|graf|version)s? \d+|\d+(?:st|nd|rd|th)? (?:{months})\b|\b(?:{months})\.? \d+"
        r"|\d+(?:[:.]\d\d)? ?(?:[ap]\.?m\b|GMT)|\d+:\d\d|\b(?:19|20)\d\d\b",
        re.I,
    )


def _names(text: str, before: Claim, after: Claim) -> bool:
    """Whether a word or number by which the two values differ stands in the notice."""
    old, new = (set(_words(claim)) for claim in (before, after))
    return bool((old ^ new) & {w.lower() for w in (*_WORD.findall(text), *_NUMBER.findall(text))})


def _words(claim: Claim) -> Sequence[str]:
    text = fold(claim.mention.text)
    found = [w.lower() for w in (*_WORD.findall(text), *_NUMBER.findall(text))]
    # Numbers in words and in figures are one number.
    if isinstance(claim.mention.value, Figure) and not isinstance(claim.mention.value.number, tuple):
        found.append(format(claim.mention.value.number.normalize(), "f"))
    small = 3 if claim.mention.kind is not Kind.QUOTE else 5
    return [word for word in found if word[0].isdigit() or len(word) >= small]
