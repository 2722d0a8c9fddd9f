"""What a negated or modal clause states: that nobody was, that it is not allowed, or did not come about."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.extract.deeds import DEED
from discrepancy.extract.grammar import Tree
from discrepancy.extract.moods import is_able, was_unable
from discrepancy.extract.predicates import Predicate, questions


def is_told_by_modal(tree: Tree, predicate: Predicate, index: int, denied: bool) -> bool:
    """Whether a modal says how it is: "residents may not return", "he could not be saved"."""
    dimension = predicate.dimension
    if not denied:
        return dimension in questions("able") and is_able(tree, index)
    if dimension in questions("permitted"):
        return True
    return not dimension.startswith(DEED) and dimension not in questions("told") and was_unable(tree, index)


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
