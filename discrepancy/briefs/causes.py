"""Why it happened: two causes of one event that do not go together, in whatever words they are given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.briefs.contrast import Contrast
from discrepancy.briefs.lineup import Brief, Lineup, Word
from discrepancy.compare.utterances import speech_words
from discrepancy.lexicon import read_table
from discrepancy.vectors import similarity

_ALIKE = 0.5
"""Cosine from which two causes may be one in other words."""

_STEM = 4
"""Letters in common from which two words are of one stem."""


@dataclass(frozen=True, slots=True)
class _Cause:
    """What is said to have led to what: the words of the cause, and the lemma of its effect."""

    words: Sequence[Word]
    effect: str
    link: Sequence[Word]


def find_cause(lineup: Lineup) -> Contrast | None:
    """Another cause of what both tell of: "caused by a gas leak", "blamed on a bomb"."""
    if any(_denies(brief) for brief in (lineup.left, lineup.right)):
        return None
    for one in _read(lineup.left):
        for other in _read(lineup.right):
            if one.effect != other.effect or not _are_two(one.words, other.words):
                continue
            linked = one.link[0].lemma == other.link[0].lemma
            left, right = ([*c.words, *(() if linked else c.link)] for c in (one, other))
            if lineup.are_of_one_thing(left, right, least=1):
                return Contrast("another cause", one.words, other.words)
    return None


def _denies(brief: Brief) -> bool:
    return any(word.text in speech_words().negators for word in brief.words)


def _read(brief: Brief) -> Iterator[_Cause]:
    table = read_table("briefs")["causes"]
    for word in brief.words:
        tree = word.tree
        if word.token.pos == "VERB" and word.lemma in table["verbs"]:
            subject, passive = tree.child(word.index, "nsubj"), tree.child(word.index, "nsubjpass")
            agent, target = _below(word, "by"), tree.child(word.index, "dobj")
            pair = (agent, passive) if passive is not None else (subject, target)
        elif word.lemma in table["blaming"] or word.text in table["due"]:
            on = next((i for link in table["links"] if (i := _below(word, link)) is not None), None)
            # "Investigators blamed the crash on a rail": what is blamed is no subject there.
            blamed = tree.child(word.index, "dobj") if word.lemma in table["blaming"] else None
            pair = on, tree.child(word.index, "nsubjpass", "nsubj") if blamed is None else blamed
            if pair[1] is None:
                pair = on, tree.child(word.token.head, "nsubjpass", "nsubj")
        elif word.lemma == "die":
            inner = next((i for link in ("of", "from") if (i := _below(word, link)) is not None), None)
            pair = inner, word.index
        elif word.lemma == "be" and (attribute := tree.child(word.index, "attr")) is not None:
            if tree.tokens[attribute].lemma not in table["deeds"]:
                continue
            pair = attribute, tree.child(word.index, "nsubj")
        elif word.text == "behind" and tree.tokens[word.token.head].lemma == "be":
            pair = tree.child(word.token.head, "nsubj"), tree.child(word.index, "pobj")
        else:
            continue
        if pair[0] is not None and pair[1] is not None:
            inner_words = tree.subtree(pair[0])
            words = [w for w in brief.words if w.tree is tree and w.index in inner_words]
            if words:
                yield _Cause(words, tree.tokens[pair[1]].lemma.lower(), [word])


def _below(word: Word, link: str) -> int | None:
    """The noun that a verb has behind a preposition."""
    tree = word.tree
    for i in tree.children[word.index]:
        if tree.tokens[i].text.lower() == link:
            return tree.child(i, "pobj", "pcomp")
    return None


def _are_two(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether two causes have nothing to do with one another."""
    ours, theirs = (
        [w.lemma for w in side if w.token.pos in {"NOUN", "PROPN", "ADJ", "VERB"}] for side in (left, right)
    )
    if not ours or not theirs or any(a[:_STEM] == b[:_STEM] for a in ours for b in theirs):
        return False
    sorts = [
        frozenset().union(*(_sorts().get(lemma, frozenset()) for lemma in side)) for side in (ours, theirs)
    ]
    if all(sorts):
        return not sorts[0] & sorts[1]
    return all(similarity(a, b) < _ALIKE for a in ours for b in theirs)


@cache
def _sorts() -> dict[str, frozenset[str]]:
    """Words for causes, each with the sorts of causes that may be told in other words."""
    found: dict[str, frozenset[str]] = {}
    for name, words in read_table("briefs")["causes"]["sorts"].items():
        for word in words:
            found[word] = found.get(word, frozenset()) | {name}
    return found
