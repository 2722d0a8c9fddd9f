"""A sentence's dependency tree, walked downwards.

The language model's splitter leaves quoted speech together with the sentence before it, so a tree also
knows its segments: the stretches between full stops that stand outside quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from discrepancy.model import Sentence

FAR = 1000
"""Distance that a full stop adds; no sentence is as long."""

_OUTER = " \t\n,;:.-–—\"'()"


class Tree:
    """A sentence's dependency tree, with the tokens that stand inside quotation marks."""

    def __init__(self, sentence: Sentence, quoted: frozenset[int] = frozenset()) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.children: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                self.children[token.head].append(index)
        self.quoted = quoted
        self.segments = self._segments()

    def _segments(self) -> list[int]:
        """For each token the number of full stops outside quotation marks before it."""
        count, numbers = 0, []
        for index, token in enumerate(self.tokens):
            numbers.append(count)
            count += token.text in {".", "!", "?"} and index not in self.quoted
        return numbers

    def child(self, index: int, *deps: str) -> int | None:
        """The first dependent of ``index`` with one of the labels ``deps``, in their order."""
        for dep in deps:
            for child in self.children[index]:
                if self.tokens[child].dep == dep:
                    return child
        return None

    def subtree(self, index: int, deps: Sequence[str] | None = None) -> set[int]:
        """``index`` and everything below it, along arcs with the labels ``deps`` only where given."""
        found, todo = {index}, [index]
        while todo:
            for child in self.children[todo.pop()]:
                if child not in found and (deps is None or self.tokens[child].dep in deps):
                    found.add(child)
                    todo.append(child)
        return found

    def main_subject(self) -> int | None:
        """The subject of the sentence's main verb, or None."""
        roots = [index for index, token in enumerate(self.tokens) if token.head == index]
        return next((s for root in roots if (s := self.child(root, "nsubj", "nsubjpass")) is not None), None)

    def distance(self, at: int, start: int, end: int) -> int:
        """How far the token ``at`` stands from the stretch ``start`` to ``end``; far behind a full stop."""
        token = self.tokens[at]
        gap = max(start - token.end, token.start - end, 0)
        first = next((i for i, t in enumerate(self.tokens) if t.start >= start), at)
        return gap + FAR * (self.segments[first] != self.segments[at])

    def stretches(self, indexes: Iterable[int]) -> Iterator[tuple[int, int]]:
        """The field offsets of each unbroken run among ``indexes``, without outer punctuation."""
        ordered = sorted(indexes)
        for _, run in groupby(enumerate(ordered), key=lambda pair: pair[1] - pair[0]):
            tokens = [self.tokens[index] for _, index in run]
            while tokens and tokens[0].text.strip(_OUTER) == "":
                tokens.pop(0)
            while tokens and tokens[-1].text.strip(_OUTER) == "":
                tokens.pop()
            if tokens:
                yield tokens[0].start, tokens[-1].end
