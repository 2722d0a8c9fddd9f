"""Anything that one article denies and another may affirm: "is not affected", "is affected".

No word list can name all predicates, and every verb of a story as a claim would be too much. So only
those count that some article of the story denies.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache

from discrepancy import lexicon
from discrepancy.extract.arguments import direct
from discrepancy.extract.grammar import Tree
from discrepancy.extract.moods import Mood, read_mood
from discrepancy.extract.predicates import Predicate
from discrepancy.model import Document
from discrepancy.vectors import information

DEED = "deed"
"""Dimension of these statuses, before the predicate: "deed affect"."""

_NEGATORS = frozenset(
    {"not", "n't", "n’t", "never", "no", "nobody", "none", "nothing", "neither", "nor", "without"}
)
_REFUSALS = frozenset({"refuse", "decline", "fail", "neglect", "omit"})
"""Verbs that deny what is below them: "refused to sign"."""
_SHORTEST = 4
_OBJECTS = frozenset({"NOUN", "PROPN"})


def find_denied(document: Document) -> frozenset[str]:
    """The deeds that a document denies somewhere: "affect", "carry recorder"."""
    found = set()
    for sentence in document.sentences:
        if not any(t.text.lower() in _NEGATORS or t.lemma in _REFUSALS for t in sentence.tokens):
            continue
        tree = Tree(sentence)
        for index in range(len(tree.tokens)):
            if deed := _name_deed(tree, index):
                mood, denials = read_mood(tree, index)
                if mood is not Mood.OPEN and len(set(denials)) % 2 and not _is_of_before(tree, index):
                    found.add(deed)
    return frozenset(found)


def _is_of_before(tree: Tree, index: int) -> bool:
    """Whether it is denied of the time before: "had never sung the part" until then."""
    return {"never", "had"} <= {tree.tokens[child].text.lower() for child in tree.children[index]}


def find_deeds(tree: Tree, asked: Set[str]) -> Iterator[list[tuple[Predicate, tuple[int, ...]]]]:
    """Every predicate of a sentence that is among the deeds ``asked``, with its word."""
    if not asked:
        return
    for index, token in enumerate(tree.tokens):
        deed = _name_deed(tree, index)
        if deed and deed in asked:
            yield [(Predicate(f"{DEED} {deed}", deed, "", token.lemma, "verb"), (index,))]


def _name_deed(tree: Tree, index: int) -> str:
    """The verb or adjective, a verb of little meaning with its object; "" for what is no deed."""
    token = tree.tokens[index]
    if token.pos == "ADJ" and token.dep == "acomp":
        return _verb_of(token.lemma)
    if token.pos != "VERB" or token.dep in {"amod", "compound"} or token.lemma in _table("empty"):
        return ""
    if token.lemma not in _table("light"):
        return token.lemma
    objects = [i for i in direct(tree, index, ("dobj",)) if tree.tokens[i].pos in _OBJECTS]
    return f"{token.lemma} {tree.tokens[objects[0]].lemma}" if objects else ""


@cache
def _verb_of(adjective: str) -> str:
    """The verb of a participle that the language model takes for an adjective: "contaminated"."""
    if not adjective.endswith("ed") or len(adjective) <= _SHORTEST:
        return adjective
    verb = min((adjective[:-1], adjective[:-2]), key=information)
    return verb if information(verb) < 1 else adjective


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(lexicon.read_table("statuses")["deeds"][name])
