"""Predicates of ``lexicon/statuses.toml``: their notation, and where a sentence holds one.

The head of that file describes the notation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Literal

from discrepancy.extract.grammar import Tree
from discrepancy.lexicon import read_rows, read_table

PartOfSpeech = Literal["verb", "adjective", "noun", "adverb"]

REACH = 4
"""Tokens between two words of one predicate at most ("turned the whole project down")."""

_VERBAL = frozenset({"VERB", "AUX"})
_PREDICATIVE = frozenset({"acomp", "oprd", "attr", "ROOT", "ccomp", "advcl", "conj"})
_ADVERBIAL = frozenset({"advmod", "prep", "npadvmod", "oprd", "dep", "prt"})
_ARGUMENTS = ("dobj", "nsubjpass", "attr", "acomp", "prt", "oprd", "nsubj")
_PARTS_OF_SPEECH: dict[str, PartOfSpeech] = {
    "a:": "adjective",
    "n:": "noun",
    "r:": "adverb",
}
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOT = "not "
_CLAUSES = frozenset({"xcomp", "ccomp"})
_BINDING = frozenset({"of", "to", "from", "for"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """One line of the word list.

    Attributes:
        dimension: The question that it answers ("approval").
        pole: Its answer ("approved").
        opposite: The answer of its negation, or "" where that is not the opposite.
        first: Lemma of its first word, of part of speech ``pos``.
        rest: Its further words, each with its alternatives.
        wanted: Lemmas of which one has to be among the arguments, or None.
        unwanted: Lemmas of which none may be among the objects.
        adjacent: Whether the second word has to follow directly.
        intransitive: Whether an object excludes it.
        singular: Whether it is a status of one person or thing only.
        clausal: Whether a clause has to depend on it.
        denied: Whether it answers only where it is denied: "not want the offer".
    """

    dimension: str
    pole: str
    opposite: str
    first: str
    pos: PartOfSpeech
    rest: tuple[frozenset[str], ...] = ()
    wanted: frozenset[str] | None = None
    unwanted: frozenset[str] = frozenset()
    adjacent: bool = False
    intransitive: bool = False
    singular: bool = False
    clausal: bool = False
    denied: bool = False


@cache
def load_predicates() -> dict[str, tuple[Predicate, ...]]:
    """All predicates by their first word, in the order of the file."""
    table = read_table("statuses")
    classes = _load_classes()
    found: dict[str, list[Predicate]] = {}
    for dimension, entry in table["dimensions"].items():
        poles = list(entry["poles"])
        for pole, lines in entry["poles"].items():
            flips = entry["flips"] and pole in poles[:2]
            opposite = next(other for other in poles if other != pole) if flips else ""
            for line in lines:
                for predicate in _parse(line, dimension, pole, opposite, classes):
                    found.setdefault(predicate.first, []).append(predicate)
    return {first: tuple(predicates) for first, predicates in found.items()}


def _load_classes() -> dict[str, list[str]]:
    """Classes of arguments with all nouns of the kinds that they hold."""
    table = read_table("statuses")
    nouns: dict[str, list[str]] = {"person": [*read_table("titles")["offices"]]}
    for noun, kind, *_ in read_rows("nouns"):
        nouns.setdefault(kind, []).append(noun)
    kinds: dict[str, str] = table["kinds"]
    return {name: [*words, *nouns.get(kinds.get(name, ""), ())] for name, words in table["arguments"].items()}


def _parse(
    line: str, dimension: str, pole: str, opposite: str, classes: dict[str, list[str]]
) -> Iterator[Predicate]:
    pos: PartOfSpeech = _PARTS_OF_SPEECH.get(line[:2], "verb")
    line = line[2:] if pos != "verb" else line
    denied = line.startswith(_NOT)
    line = line.removeprefix(_NOT)
    bare = line.rstrip(" ~^&")
    words, flags = bare.split(" "), line[len(bare) :]
    wanted = [word for word in words if word[0] == "@"]
    unwanted = [word for word in words if word[0] == "!"]
    rest = [frozenset(word.lstrip("+").split("|")) for word in words[1:] if word[0] not in "@!"]
    for first in words[0].split("|"):
        yield Predicate(
            dimension,
            pole,
            opposite,
            first=first,
            pos=pos,
            rest=tuple(rest),
            wanted=frozenset(classes[wanted[0][1:]]) if wanted else None,
            unwanted=frozenset(classes[unwanted[0][1:]]) if unwanted else frozenset(),
            adjacent=any(word[0] == "+" for word in words),
            intransitive="~" in flags,
            singular="^" in flags,
            clausal="&" in flags,
            denied=denied,
        )


def find_predicates(tree: Tree) -> Iterator[list[tuple[Predicate, tuple[int, ...]]]]:
    """For every word that begins a predicate of the word list those that it may begin, the longest first.

    Whether its arguments fit, and which reading therefore counts, is for the caller to say. With a
    predicate stand the indexes of its words, its first word first.
    """
    said = {word for token in tree.tokens for word in (token.lemma, token.text.lower())}
    for index, token in enumerate(tree.tokens):
        found = [
            (predicate, words)
            for key in dict.fromkeys((token.lemma, token.text.lower()))
            for predicate in _begun_by(key, said)
            if not any(said.isdisjoint(alternatives) for alternatives in predicate.rest[1:])
            and (words := _match(tree, index, predicate)) is not None
        ]
        if found:
            yield sorted(found, key=lambda told: -len(told[0].rest))


def _begun_by(first: str, said: Set[str]) -> Sequence[Predicate]:
    """The predicates that begin with a word and whose second word, if any, is ``said``, in their order."""
    begun = _load_beginnings().get(first)
    if begun is None:
        return ()
    alone, going_on = begun
    places = set(alone).union(*(going_on[word] for word in going_on.keys() & said))
    predicates = load_predicates()[first]
    return [predicates[place] for place in sorted(places)]


@cache
def _load_beginnings() -> dict[str, tuple[tuple[int, ...], dict[str, tuple[int, ...]]]]:
    """For each first word the places of the predicates of that word alone, and of others by second word."""
    found = {}
    for first, predicates in load_predicates().items():
        going_on: dict[str, list[int]] = {}
        for place, predicate in enumerate(predicates):
            for word in predicate.rest[0] if predicate.rest else ():
                going_on.setdefault(word, []).append(place)
        alone = tuple(place for place, predicate in enumerate(predicates) if not predicate.rest)
        found[first] = alone, {word: tuple(places) for word, places in going_on.items()}
    return found


def _match(tree: Tree, index: int, predicate: Predicate) -> tuple[int, ...] | None:
    if not _is_part_of_speech(tree, index, predicate):
        return None
    words = [index]
    for alternatives in predicate.rest:
        found = _next_word(tree, words, alternatives)
        if found is None or (predicate.adjacent and found != index + 1):
            return None
        words.append(found)
    if any(_is_of_another_noun(tree, words, word) for word in words):
        return None
    head = tree.tokens[index].head
    if tree.tokens[index].dep in {"aux", "auxpass"}:
        if head not in words:
            # "Had not opened": it only helps another verb.
            return None
        # "Is still burning": the arguments are the participle's.
        words = [head, *(word for word in words if word != head)]
    if predicate.pos == "adverb":
        return (head, *words) if head not in words else None
    return tuple(words)


def _is_part_of_speech(tree: Tree, index: int, predicate: Predicate) -> bool:
    token = tree.tokens[index]
    if predicate.pos == "adverb":
        return token.dep in _ADVERBIAL and tree.tokens[token.head].pos in _VERBAL
    if predicate.pos == "noun":
        return token.pos == "NOUN" or (bool(predicate.rest) and token.pos != "VERB")
    if predicate.pos == "verb":
        if token.dep == "amod" and token.tag == "VBN":
            # "The suspended coach": a participle says it too, where the word list asks for a noun.
            return predicate.wanted is not None and not predicate.rest and token.head > index
        return token.pos in _VERBAL and (token.tag == "VBD" or token.dep not in {"amod", "compound"})
    bound = any(tree.tokens[child].text.lower() in _BINDING for child in tree.children[index])
    if token.dep == "amod" and token.head > index and predicate.wanted is not None and not predicate.rest:
        # "The dead man": an adjective says it of its noun, where the word list asks for one.
        return token.pos == "ADJ" and predicate.dimension in questions("attributive")
    adjective = token.pos == "ADJ" or (token.tag == "VBN" and token.text.lower() == predicate.first)
    behind = token.dep == "amod" and token.head < index  # "reserves unchanged at 22%"
    return adjective and (token.dep in _PREDICATIVE or behind) and not bound


@cache
def questions(name: str) -> frozenset[str]:
    """A table of ``lexicon/statuses.toml`` that says what dimensions are like."""
    return frozenset(read_table("statuses")["questions"][name])


def _is_of_another_noun(tree: Tree, words: Sequence[int], index: int) -> bool:
    """Whether a "no" stands before a noun that the predicate does not have: "said no more than four"."""
    noun = tree.tokens[index].head
    return tree.tokens[index].dep == "det" and not {noun, tree.tokens[noun].head} & set(words[1:])


def _is_of_another_verb(tree: Tree, words: Sequence[int], index: int) -> bool:
    """Whether a finite verb that the predicate is below has it: "who was on board died in hospital"."""
    at = index
    while tree.tokens[at].head != at:
        at = tree.tokens[at].head
        if at in words:
            return False
        if words[-1] < at < index and tree.tokens[at].tag in _FINITE:
            return words[0] in tree.subtree(at)
    return False


def _next_word(tree: Tree, words: list[int], alternatives: frozenset[str]) -> int | None:
    """The next word of a predicate: shortly after the last one, or an argument of the first."""
    last = words[-1]
    near = range(last + 1, min(last + 2 + REACH, len(tree.tokens)))
    arguments: Iterator[int] = (
        child for dep in _ARGUMENTS if (child := tree.child(words[0], dep)) is not None
    )
    prepositions = (child for child in tree.children[words[0]] if tree.tokens[child].dep == "prep")
    below = (
        child
        for clause in tree.children[words[0]]
        if tree.tokens[clause].dep in _CLAUSES
        for child in tree.children[clause]
        if tree.tokens[child].dep in _PREDICATIVE
    )
    candidates: list[int] = [*near, *arguments, *prepositions, *below]
    for index in candidates:
        token = tree.tokens[index]
        if index in words or tree.segments[index] != tree.segments[last]:
            continue
        if token.dep == "det" and token.text.lower() != "no":
            continue
        if token.dep == "prep" and tree.tokens[token.head].dep == "pobj":
            # "Cleared at a cost of": it belongs to another phrase.
            continue
        if index in near and _is_of_another_verb(tree, words, index):
            continue
        if token.lemma in alternatives or token.text.lower() in alternatives:
            return index
    return None
