"""Whom and what a pronoun stands for, as far as the sentences before tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from discrepancy import lexicon
from discrepancy.extract.grammar import Tree
from discrepancy.model import Entity

PHRASE = ("compound", "amod", "nmod", "poss", "appos", "prep", "pobj", "conj", "pcomp")
"""Arcs that stay within a noun phrase."""

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
"""Parts of speech of words that say what something is said of."""

PLURAL = frozenset({"NNS", "NNPS"})
IT = frozenset({"it", "its", "they", "them", "their", "this", "that", "which", "who"})
_ONE_THING = frozenset({"it", "its"})
_HIM = frozenset({"he", "she", "him", "her", "his", "hers"})


@dataclass(frozen=True, slots=True)
class Context:
    """What pronouns of a sentence refer to: lemmas of the last subject, person and thing."""

    subject: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    thing: tuple[str, ...] = ()


def read_content(tree: Tree, index: int, context: Context) -> Iterator[str]:
    """The lemma of a content word; of a pronoun the lemmas of what it stands for."""
    token = tree.tokens[index]
    word = token.text.lower()
    if word in _HIM:
        people = [e for e in tree.sentence.entities if e.label == "PERSON" and e.stop <= index]
        yield from _proper(tree, people[-1]) if people else _earlier_person(tree, index) or context.person
    elif word in IT and token.tag in {"PRP", "PRP$", "DT"}:
        subject = _subject_before(tree, index)
        if subject is not None:
            yield tree.tokens[subject].lemma
        else:
            yield from context.thing if word in _ONE_THING and context.thing else context.subject
    elif token.pos in CONTENT and token.lemma not in {"be", "have", "do"}:
        yield token.lemma


def _subject_before(tree: Tree, index: int) -> int | None:
    """The sentence's subject, where the pronoun at ``index`` may stand for it: "members rejected it" not."""
    subject = tree.main_subject()
    if subject is None or subject >= index or tree.tokens[subject].pos not in {"NOUN", "PROPN"}:
        return None
    return None if tree.tokens[subject].head == tree.tokens[index].head else subject


def _earlier_person(tree: Tree, index: int) -> tuple[str, ...]:
    """Lemmas of the sentence's subject, where that is somebody without a name: "the minister said she"."""
    subject = tree.main_subject()
    if subject is None or subject >= index or tree.tokens[subject].lemma not in _people():
        return ()
    if tree.tokens[subject].tag in PLURAL:
        return ()
    return _nominals(tree, subject)


def _nominals(tree: Tree, index: int) -> tuple[str, ...]:
    nouns = (tree.tokens[i] for i in sorted(tree.subtree(index, PHRASE)))
    return tuple(token.lemma for token in nouns if token.pos in {"NOUN", "PROPN"})[:6]


@cache
def _people() -> frozenset[str]:
    return frozenset(lexicon.read_table("statuses")["arguments"]["person"])


def _proper(tree: Tree, entity: Entity) -> tuple[str, ...]:
    return tuple(token.lemma for token in tree.tokens[entity.first : entity.stop] if token.pos == "PROPN")


def update_context(tree: Tree, context: Context) -> Context:
    """The context after a sentence: a subject that is a pronoun leaves it as it was."""
    subject, person, thing = context.subject, context.person, _find_thing(tree) or context.thing
    index = tree.main_subject()
    people = [entity for entity in tree.sentence.entities if entity.label == "PERSON"]
    about = [entity for entity in people if index is not None and entity.first <= index < entity.stop]
    if index is not None and tree.tokens[index].pos in {"NOUN", "PROPN"}:
        nouns = (tree.tokens[i] for i in sorted(tree.subtree(index)))
        subject = tuple(token.lemma for token in nouns if token.pos in {"NOUN", "PROPN"})[:6]
        if tree.tokens[index].lemma in _people() and tree.tokens[index].tag not in PLURAL:
            return Context(subject, _nominals(tree, index), thing)
    for entity in about or people:
        person = _proper(tree, entity)
    return Context(subject, person, thing)


def _find_thing(tree: Tree) -> tuple[str, ...]:
    """Lemmas of the sentence's first subject that is one thing: of what is reported before who says it."""
    people = {i for e in tree.sentence.entities if e.label == "PERSON" for i in range(e.first, e.stop)}
    for index, token in enumerate(tree.tokens):
        if token.dep not in {"nsubj", "nsubjpass"} or token.tag not in {"NN", "NNP"} or index in people:
            continue
        if token.lemma not in _people() and tree.tokens[token.head].dep not in {"relcl", "acl"}:
            return _nominals(tree, index)
    return ()
