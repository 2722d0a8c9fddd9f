"""Why a page is taken for a descendant of another: passages, rare words, words exchanged.

A copy repeats long passages. A machine-spun copy keeps the sentences and their order and exchanges
the words one by one, often for rarer ones; a rewrite keeps passages and changes sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from discrepancy.model import How
from discrepancy.origins.overlap import Overlap
from discrepancy.origins.running import Line, Page
from discrepancy.vectors import information, similarity

PASSAGE = 6
"""Words in a row from which a passage in common is worth showing."""

_VERBATIM = 0.5
"""Part of the running words in common passages from which a page is a copy."""

_LITERAL = 0.13
"""Part below which a page whose words were exchanged is a spun copy and not a rewrite."""

_BROKEN, _LOOSE = 0.25, 0.4
"""Part of its neighbouring words that stand together in the original: below the first hardly any
phrase was left as it was, above the second too many were for a machine to have gone over it."""

_SWAPS, _SOME = 0.8, 0.15
"""Words exchanged in place for each sentence taken over: many, and enough where no phrase was left."""

_BLOCK = 3
"""Most words replaced at once that count as exchanged one by one."""

_NEAR = 0.5
"""Cosine of two words from which one stands for the other."""

_RARE = 0.75
"""Information from which a word is rare."""

_SHOWN = 5
_SWAPPED = frozenset({"NOUN", "VERB", "ADJ", "ADV"})


def common_passages(page: Page, other: Page, overlap: Overlap) -> tuple[tuple[str, ...], float]:
    """Passages of matching lines in common, the longest first, and the part of ``page`` they make up."""
    found: list[tuple[str, ...]] = []
    for line, match in zip(page.lines, overlap.matches, strict=True):
        if match is None:
            continue
        found += [
            words for words in _common_words(line.words, other.lines[match].words) if len(words) >= PASSAGE
        ]
    share = sum(map(len, found)) / max(page.length, 1)
    return tuple(" ".join(words) for words in sorted(found, key=lambda w: (-len(w), w))), share


def _common_words(ours: tuple[str, ...], theirs: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The runs of words that two lines have in common, in order; copies have all, which is seen at once."""
    if ours == theirs:
        return [ours]
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    return [ours[block.a : block.a + block.size] for block in blocks]


def swapped_words(page: Page, other: Page, overlap: Overlap) -> tuple[tuple[str, str], ...]:
    """Pairs of the other page's word and the one put in its place here, the nearest in meaning first."""
    found = {
        pair: nearness
        for line, match in zip(page.lines, overlap.matches, strict=True)
        if match is not None
        for pair, nearness in _swaps(line, other.lines[match])
    }
    return tuple(sorted(found, key=lambda pair: (-found[pair], pair)))


def _swaps(ours: Line, theirs: Line) -> Iterator[tuple[tuple[str, str], float]]:
    if ours.told == theirs.told:
        return
    matcher = SequenceMatcher(None, ours.told, theirs.told, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "replace" or max(b - a, d - c) > _BLOCK:
            continue
        left = [(theirs.told[i], theirs.parts[i]) for i in range(c, d) if theirs.parts[i] in _SWAPPED]
        for word, pos in zip(ours.told[a:b], ours.parts[a:b], strict=True):
            near = max(
                ((similarity(word, their), their) for their, same in left if same == pos), default=None
            )
            if near and near[0] >= _NEAR:
                left.remove((near[1], pos))
                yield (near[1], word), near[0]


def rare_words(page: Page, other: Page, spread: Mapping[str, int]) -> tuple[str, ...]:
    """Rare words and misspellings that only these two pages have.

    Args:
        page: One page.
        other: Another.
        spread: How many of the pages compared tell each word; nothing where there are no others.
    """
    return tuple(
        sorted(
            word
            for word in page.told & other.told
            if spread.get(word) == 2 and information(word) >= _RARE and not word[0].isdigit()
        )
    )[:_SHOWN]


def tell_how(overlap: Overlap, verbatim: float, swaps: int) -> How:
    """Whether a page that descends from another is its copy, a spun copy or a rewrite."""
    if verbatim >= _VERBATIM:
        return "copy"
    taken = sum(match is not None for match in overlap.matches)
    broken = overlap.pairs < _BROKEN and swaps >= _SOME * taken
    exchanged = broken or (overlap.pairs < _LOOSE and swaps >= _SWAPS * taken)
    return "spun copy" if verbatim < _LITERAL and exchanged else "rewrite"
