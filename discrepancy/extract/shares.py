"""Whether a body as a whole does something, or some of it; whether it is done to one thing, or to several."""

from __future__ import annotations

from discrepancy.extract.arguments import is_majority
from discrepancy.extract.grammar import Tree
from discrepancy.extract.predicates import questions
from discrepancy.extract.referents import PLURAL
from discrepancy.lexicon.posts import is_kin, posts_by_title

_NAMING = frozenset({"compound", "appos", "nmod"})
"""What joins a calling and a name."""
_SEVERAL = frozenset(
    {"several", "many", "few", "some", "other", "most", "half", "couple", "dozen", "handful"}
)
_OF_THE_SORT = frozenset({"such", "similar", "previous", "earlier", "early"})


def is_counted(tree: Tree, index: int) -> bool:
    """Whether so many of a body do it: "46 lawmakers backed the bill" is no decision of theirs."""
    several = any(tree.tokens[child].tag == "CD" for child in tree.children[index])
    return several or tree.tokens[index].pos == "NUM"


def is_of_a_sort(tree: Tree, index: int) -> bool:
    """Whether it is done to several of the sort told before: "has lost five such votes"."""
    beside = [tree.tokens[child] for child in tree.children[index]]
    counted = any(token.tag == "CD" or token.lemma in _SEVERAL for token in beside)
    return counted and any(token.lemma in _OF_THE_SORT for token in beside)


def is_one_of_many(tree: Tree, index: int) -> bool:
    """Whether some people or a relative do it, which keeps nobody in office: "two of them stood by her"."""
    token = tree.tokens[index]
    few = token.lemma in _SEVERAL or any(tree.tokens[i].lemma in _SEVERAL for i in tree.children[index])
    return few or is_counted(tree, index) or is_kin(posts_by_title().get(token.lemma.lower(), ""))


def is_part(tree: Tree, index: int) -> bool:
    """Whether some members or one side of a body do it, which decides nothing."""
    if is_majority(tree, index, questions("electors")):
        return False
    if is_counted(tree, index) or tree.tokens[index].lemma in questions("sides"):
        return True
    member = tree.tokens[index].head if tree.tokens[index].text.lower() == "who" else index
    if tree.tokens[member].dep == "relcl":
        member = tree.tokens[member].head
    return _is_member(tree, member)


def _is_member(tree: Tree, index: int) -> bool:
    """Whether somebody votes who is one of many: "the only senator who", "MPs Ann Roe and Eva Lund"."""
    beside = [child for child in tree.children[index] if tree.tokens[child].dep in _NAMING]
    if not any(tree.tokens[i].lemma.lower() in questions("members") for i in (index, *beside)):
        return False
    following = range(index + 1, min(index + 2, len(tree.tokens)))
    named = any(tree.tokens[i].pos == "PROPN" for i in (index, *beside, *following))
    return named or tree.tokens[index].tag not in PLURAL
