"""What of a page's versions tells what the page changed; nothing else has to be parsed or read for it.

Invariant: what stands in every version is paired with itself, so it is no change and may be left out; but
of all versions or of none, for where one version alone has it, it could be paired with something else.
Beside the passages that differ those are read by which they are understood: the one before, from which
a question, a speaker or a "he" goes on, those that have a name of theirs, since one full name decides
whose a surname is (unless only numbers differ, which are the same whosever they are), and bylines, which
may date the page. Of what is read, the values of those sentences are worked out that differ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import chain, pairwise
from typing import TypeAlias

from discrepancy.language import fold
from discrepancy.model import Article, Document, Passage, Sentence, Zone

_Said: TypeAlias = tuple[str, Zone, str]
"""Field, zone and words of a passage or sentence: what makes it the same in two versions."""

_WORD = re.compile(r"\w[\w-]{2,}")
_NUMBER = re.compile(r"\d[\d.,]*")
_INSIDE = re.compile(rf"""(?<!^)(?<!['"(])(?<![.!?:]\s)(?<![.!?:]['"]\s)\b{_WORD.pattern}""")
"""A word that does not begin a sentence."""


def select_passages(
    versions: Sequence[Article], passages: Sequence[Sequence[Passage]]
) -> list[tuple[Passage, ...]]:
    """Of each version the passages that have to be analysed to compare it with the others, in order.

    Args:
        versions: All of one page, in any order.
        passages: For each of them all its passages, see ``discrepancy.clean.mark_passages``.
    """
    rows = [
        [_read(version, passage) for passage in parts]
        for version, parts in zip(versions, passages, strict=True)
    ]
    everything = set(chain(*rows))
    differing = _find_differing([Counter(row) for row in rows])
    names = _find_names(everything, differing) if _differ_in_words(rows, differing) else frozenset()
    before = {said for row in rows for said, following in pairwise(row) if following in differing}
    wanted = differing | before
    wanted |= {said for said in everything if said[1] is Zone.BYLINE or _has_any(said[2], names)}
    return [
        tuple(passage for passage, said in zip(parts, row, strict=True) if said in wanted)
        for parts, row in zip(passages, rows, strict=True)
    ]


def focus_changes(versions: Sequence[Document], shown: Iterable[tuple[str, int]] = ()) -> list[Document]:
    """The versions of one page, the values asked for being those of sentences that tell the versions apart.

    Args:
        versions: All that are compared with one another.
        shown: Further sentences to be asked for, by article and index; what they say, in every version.
    """
    rows = [[_wording(sentence) for sentence in version.sentences] for version in versions]
    wanted = _find_differing([Counter(row) for row in rows])
    known = {version.article.id: row for version, row in zip(versions, rows, strict=True)}
    wanted |= {known[article][index] for article, index in shown if article in known}
    return [
        replace(version, focus=frozenset(index for index, said in enumerate(row) if said in wanted))
        for version, row in zip(versions, rows, strict=True)
    ]


def _wording(sentence: Sentence) -> _Said:
    """What makes a sentence the same in two versions: as sentences are paired, letter case does not."""
    return sentence.field, sentence.zone, " ".join(sentence.text.casefold().split())


def _find_differing(counts: Sequence[Counter[_Said]]) -> set[_Said]:
    """What does not stand in every version equally often."""
    everything = set(chain(*counts))
    return {said for said in everything if len({count[said] for count in counts}) > 1}


def _read(version: Article, passage: Passage) -> _Said:
    text = version.read(passage.field)[passage.start : passage.end]
    return passage.field, passage.zone, fold(text)


def _differ_in_words(rows: Sequence[Sequence[_Said]], differing: Set[_Said]) -> bool:
    """Whether the versions differ in more than the numbers that they print."""
    counts = [
        Counter(word for said in row if said in differing for word in _NUMBER.sub("", said[2]).split())
        for row in rows
    ]
    return any(count != counts[0] for count in counts)


def _find_names(everything: Set[_Said], differing: Set[_Said]) -> frozenset[str]:
    """The names that stand in what differs, as far as some passage shows that they are names."""
    words = {word for _, _, text in differing for word in _WORD.findall(text)}
    return frozenset(words.intersection(name for _, _, text in everything for name in _names(text)))


def _names(text: str) -> Iterator[str]:
    """Words with a capital that they do not owe to the beginning of a sentence."""
    return (word for word in _INSIDE.findall(text) if word[0].isupper())


def _has_any(text: str, names: Set[str]) -> bool:
    return not names.isdisjoint(_WORD.findall(text))
