"""What a negated or modal clause states: that nobody was, that it is not allowed, or did not come about."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.extract.deeds import DEED
from discrepancy.extract.grammar import Tree
from discrepancy.extract.moods import is_able, is_obliged, was_unable
from discrepancy.extract.predicates import Predicate, questions

_SPEAKER = frozenset({"i", "we"})


def is_told_by_modal(tree: Tree, predicate: Predicate, index: int, denied: bool) -> bool:
    """Whether a modal says how it is: "residents may not return", "he could not be saved"."""
    dimension = predicate.dimension
    if not denied:
        able = dimension in questions("able") and is_able(tree, index)
        return able or (dimension in questions("obliged") and is_obliged(tree, index))
    if dimension in questions("permitted"):
        return True
    return not dimension.startswith(DEED) and dimension not in questions("told") and was_unable(tree, index)


def is_opinion(tree: Tree, predicate: Predicate, index: int) -> bool:
    """Whether somebody only says or believes that it is so: "insists that she is not guilty".

    What a court says is so; nor is a deed an opinion: "says that she was convicted".
    """
    if predicate.dimension not in questions("claimed") or (
        predicate.pos == "verb" and predicate.first != "be"
    ):
        return False
    subjects = {tree.tokens[i].text.lower() for i in tree.children[index] if tree.tokens[i].dep == "nsubj"}
    if subjects & _SPEAKER:
        return True
    head = tree.tokens[tree.tokens[index].head]
    if tree.tokens[index].dep != "ccomp" or head.lemma not in questions("claiming"):
        return False
    sayers = {tree.tokens[i].lemma for i in tree.children[tree.tokens[index].head]}
    return sayers.isdisjoint(questions("ruling_bodies"))


def denies_all(tree: Tree, predicate: Predicate, words: Sequence[int], index: int) -> bool:
    """Whether a word denies the very noun, so that it befell no one: "no arrests", "without an arrest"."""
    if predicate.dimension not in questions("universal"):
        return False
    if tree.tokens[index].text.lower() == "no":
        return tree.tokens[index].head in words
    return tree.tokens[index].text.lower() == "without" and words[0] in tree.children[index]


def is_nobody(tree: Tree, index: int) -> bool:
    """Whether a word that denies is "nobody", "none" or the "no" of "no one"."""
    word, after = tree.tokens[index].text.lower(), tree.tokens[min(index + 1, len(tree.tokens) - 1)]
    return word in {"nobody", "none"} or (word == "no" and after.text.lower() in {"one", "person", "people"})
