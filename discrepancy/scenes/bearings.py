"""From where a direction is told, and what lies there: "its epicentre lay 12 km north-west of Harlow"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from discrepancy import lexicon
from discrepancy.extract.grammar import Tree
from discrepancy.lexicon.names import fold
from discrepancy.model import Mention, Scene, Sentence, Token
from discrepancy.scenes.frames import BEARING, THING

_REFERENCE = 8
"""Tokens behind "of" within which the place is named."""
_SKIPPED = frozenset({"DET", "ADJ", "PRON", "NUM", "ADP", "PART"})
_THINGS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_STEPS = 8


def find_bearings(mention: Mention, sentence: Sentence) -> Iterator[Scene]:
    """The place from which a direction is told, then the nouns that may lie there."""
    tokens = sentence.tokens
    inside = [i for i, t in enumerate(tokens) if t.start < mention.end and mention.start < t.end]
    if not inside:
        return
    yield Scene(BEARING, _reference(tokens, inside[-1] + 1))
    for index in _things(Tree(sentence), tokens, inside):
        if index not in inside and not _is_unit(tokens[index].lemma):
            yield Scene(THING, tokens[index].lemma)


def _is_unit(lemma: str) -> bool:
    units = lexicon.read_table("units")["unit"]
    return any(lemma == unit["name"] for unit in units)


def _reference(tokens: Sequence[Token], start: int) -> str:
    """The first name behind "of", else "the" and the first noun that does not only say its sort."""
    if start >= len(tokens) or tokens[start].text.lower() not in {"of", "from"}:
        return ""
    noun = ""
    following = tokens[start + 1 : start + 1 + _REFERENCE]
    for token, after in zip_longest(following, following[1:]):
        if token.pos == "PROPN":
            return fold(token.text)
        if token.pos == "NOUN":
            noun = noun or token.lemma
            is_sort = token.lemma in lexicon.read_table("scenes")["general"]["sorts"]
            if not is_sort and (after is None or after.pos != "PROPN"):
                return f"the {token.lemma}"
        elif token.pos not in _SKIPPED:
            break
    return noun and f"the {noun}"


def _things(tree: Tree, tokens: Sequence[Token], inside: Sequence[int]) -> Iterator[int]:
    at = inside[-1]
    for _ in range(_STEPS):
        token = tokens[at]
        if token.pos == "VERB" or (token.pos == "AUX" and token.dep in {"ROOT", "relcl", "conj", "ccomp"}):
            yield from (c for c in tree.children[at] if tokens[c].dep in _THINGS and tokens[c].pos == "NOUN")
            if token.dep in {"acl", "relcl"} and tokens[token.head].pos == "NOUN":
                yield token.head
            return
        if token.head == at:
            return
        at = token.head
        if tokens[at].pos == "NOUN" and at not in inside:
            yield at
