"""What a place or another name answers: "where the coach left the road", "who chairs the board"."""

from __future__ import annotations

from types import MappingProxyType

from discrepancy.model import Mention, Name
from discrepancy.question.clauses import skeleton, verb_group
from discrepancy.question.phrases import MAX_WORDS, complements, noun_phrase, spell
from discrepancy.question.tree import Tree
from discrepancy.question.words import nouns, verbs

_LOCATIVE = frozenset(
    {
        "in",
        "at",
        "on",
        "near",
        "outside",
        "inside",
        "around",
        "across",
        "off",
        "along",
        "over",
        "under",
        "beside",
    }
)


def word_place(mention: Mention, tree: Tree, anchor: int) -> str:
    """Where what happened, or what the place is of, has or does."""
    if anchor < tree.dateline:
        return "place the report was filed from"
    at = _place_itself(tree, anchor)
    head = tree.heads[at]
    token = tree.tokens[head]
    if head == at:
        return ""
    while tree.tokens[head].lemma in nouns("compass") or (
        tree.tokens[head].lemma == "of" and tree.tokens[tree.heads[head]].lemma in nouns("compass")
    ):
        if tree.heads[head] == head:
            break
        at, head = head, tree.heads[head]
    token = tree.tokens[head]
    if token.pos == "ADP" and tree.tokens[at].dep in {"pobj", "pcomp"}:
        return _place_behind(token.text.lower(), tree, head)
    if token.pos in {"NOUN", "PROPN"}:
        return f"{_home(tree, head)} of {noun_phrase(tree, head, 6)}"
    if token.lemma == "base" and token.pos != "VERB":
        return f"base of {noun_phrase(tree, tree.heads[head], 6)}"
    return participant("which place", "", tree, at)


def _place_itself(tree: Tree, at: int) -> int:
    """Up from a name to the noun it names: "the village of Orrin", "Orrin, a village"."""
    for _ in range(4):
        head = tree.heads[at]
        if (tree.tokens[at].dep in {"appos", "conj"} and tree.tokens[head].pos == "PROPN") or (
            tree.tokens[at].dep in {"appos", "compound", "nmod"} and tree.tokens[head].lemma in nouns("place")
        ):
            at = head
        elif tree.tokens[head].lemma == "of" and tree.tokens[tree.heads[head]].lemma in nouns("place"):
            at = tree.heads[head]
        else:
            break
    return at


def _home(tree: Tree, noun: int) -> str:
    person = any(e.first <= noun < e.stop and e.label == "PERSON" for e in tree.sentence.entities)
    return "home" if person else "place"


def _place_behind(preposition: str, tree: Tree, at: int) -> str:
    above = tree.heads[at]
    while tree.tokens[above].pos == "ADP" and tree.heads[above] != above:
        at, above = above, tree.heads[above]
    token = tree.tokens[above]
    if token.pos in {"VERB", "AUX"}:
        clause = skeleton(tree, above, MAX_WORDS - 1 - 2 * (preposition not in _LOCATIVE), skip=at)
        if " " not in clause:
            return ""
        return f"where {clause}" if preposition in _LOCATIVE else f"place {preposition} which {clause}"
    if above == at or token.pos not in {"NOUN", "PROPN"}:
        return ""
    verb = tree.governing_verb(above)
    if verb is not None and preposition != "of" and tree.child(above, "det", "poss") is None:
        told = skeleton(tree, verb, MAX_WORDS - 1 - 2 * (preposition not in _LOCATIVE), skip=at)
        return f"where {told}" if preposition in _LOCATIVE else f"place {preposition} which {told}"
    if preposition in _LOCATIVE:
        return f"location of {noun_phrase(tree, above, 6)}"
    return f"{_home(tree, above)} of {noun_phrase(tree, above, 6)}"


def participant(name: str, pronoun: str, tree: Tree, at: int) -> str:
    """A name by its part in the clause: "place that endorsed the plan"."""
    dep, verb = tree.tokens[at].dep, tree.heads[at]
    if tree.tokens[verb].pos not in {"VERB", "AUX"}:
        return ""
    if dep in {"nsubj", "nsubjpass"}:
        if tree.tokens[verb].lemma in verbs("report") and tree.child(verb, "dobj") is None:
            return " ".join(filter(None, [name, pronoun, "made the statement"]))
        group = verb_group(tree, verb)
        rest = complements(tree, verb, MAX_WORDS - 2 - len(group.split()))
        return " ".join(filter(None, [name, pronoun, group, *rest]))
    if dep in {"dobj", "dative", "oprd", "attr"}:
        return f"{name} {skeleton(tree, verb, MAX_WORDS - 1, skip=at)}"
    return ""


_CALLED = MappingProxyType({"PERSON": "person", "ORG": "organisation"})
_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "prof"})


def word_name(mention: Mention, tree: Tree, anchor: int) -> str:
    """Who does it, or whose or what the name is."""
    value = mention.value
    if not isinstance(value, Name):
        return ""
    if value.title and value.title.rstrip(".").lower() not in _HONORIFICS:
        return f"name of the {value.title}"
    appositions = [c for c in tree.children[anchor] if tree.tokens[c].dep == "appos"]
    for other in (*appositions, *([tree.heads[anchor]] if tree.tokens[anchor].dep == "appos" else [])):
        if tree.tokens[other].pos == "NOUN":
            return f"name of {noun_phrase(tree, other, 6)}"
    called = _CALLED.get(value.type, "name")
    head = tree.heads[anchor]
    if tree.tokens[head].pos == "ADP" and tree.tokens[tree.heads[head]].pos in {"VERB", "AUX"}:
        clause = skeleton(tree, tree.heads[head], MAX_WORDS - 3, skip=head)
        return f"{called} {spell(tree, head)} {'whom' if called == 'person' else 'which'} {clause}"
    if tree.tokens[head].pos == "ADP":
        head = tree.heads[head]
    if tree.tokens[anchor].dep == "poss":
        return f"whose {spell(tree, head)}"
    if head != anchor and tree.tokens[head].pos in {"NOUN", "PROPN"}:
        return f"{called} of {noun_phrase(tree, head, 6)}"
    if called == "person" and tree.tokens[anchor].dep in {"nsubj", "nsubjpass"}:
        return participant("", "who", tree, anchor)
    return participant(called, "that", tree, anchor)
