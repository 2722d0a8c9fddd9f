"""Whom a noun or pronoun stands for: the fullest name that the article has used so far.

Pronouns take the last speaker or subject; a surname its full name; "the minister" the person whom the
article introduced as one. What cannot be named is called by its noun phrase.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TypeAlias

from discrepancy.extract.grammar import Tree
from discrepancy.lexicon import read_table
from discrepancy.lexicon.names import fold, title_words

_PERSONAL = frozenset({"he", "she", "who"})
_OTHER = frozenset({"it", "they", "which", "that"})
_MUTE = frozenset(
    {"i", "we", "you", "nobody", "none", "neither", "no", "anybody", "anyone", "there", "what", "this"}
)
_NAMING = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "nummod", "poss", "case"})


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker, and the field offsets of the words that name it."""

    name: str
    start: int
    end: int
    person: bool


Person: TypeAlias = tuple[bool, int, Source]
"""Whether a pronoun would rather refer to this person, the first token of the name, the name."""


@dataclass(slots=True)
class Memory:
    """Who has been named so far; what pronouns and bare surnames refer to."""

    person: Source | None = None
    other: Source | None = None
    full: dict[str, str] = field(default_factory=dict)
    roles: dict[str, Source] = field(default_factory=dict)

    def note(self, source: Source) -> None:
        """Remember who spoke last."""
        if source.person:
            self.person = source
        else:
            self.other = source


def resolve_source(tree: Tree, index: int, memory: Memory, people: Sequence[Person]) -> Source | None:
    """The speaker that the noun or pronoun at ``index`` stands for, or None."""
    token = tree.tokens[index]
    word = token.text.lower()
    if word in _MUTE or any(
        tree.tokens[child].text.lower() in {"no", "neither"} for child in tree.children[index]
    ):
        return None
    if word in _PERSONAL:
        before = [person for person in people if person[2].end <= token.start]
        return max(before, key=prefer)[2] if before else memory.person
    if word in _OTHER:
        return memory.other or memory.person
    if token.pos not in {"NOUN", "PROPN", "ADJ", "NUM"}:
        return None
    named = _named(tree, index, memory)
    if named is not None:
        return named
    definite = any(tree.tokens[child].text.lower() in {"the", "this"} for child in tree.children[index])
    if definite and token.lemma in memory.roles:
        return memory.roles[token.lemma]
    first = index
    while (
        first
        and tree.tokens[first - 1].tag != "PRP$"
        and tree.tokens[first - 1].dep in _MODIFIERS
        and tree.tokens[first - 1].head in range(first, index + 1)
    ):
        first -= 1
    return _source(tree, first, index + 1, person=False)


def _named(tree: Tree, index: int, memory: Memory) -> Source | None:
    """The name at ``index`` or, beside a common noun, in apposition to it."""
    candidates = [index]
    if tree.tokens[index].pos != "PROPN" or tree.tokens[index].text.islower():
        candidates = [child for child in tree.children[index] if tree.tokens[child].dep == "appos"] + [index]
    for candidate in candidates:
        if tree.tokens[candidate].pos != "PROPN":
            continue
        first, stop, label = _name_span(tree, _before_letters(tree, candidate))
        source = _source(tree, first, stop, person=label in {"PERSON", ""})
        # The model takes a bare surname for a town as often as not; the full name settles it.
        known = memory.full.get(source.name)
        return source if known is None else replace(source, name=known, person=True)
    return None


def _before_letters(tree: Tree, index: int) -> int:
    """The name in front of the letters behind it: "Ann Roe KC", "Ann Roe MP"."""
    while index and _is_letters(tree, index) and tree.tokens[index - 1].pos == "PROPN":
        index -= 1
    return index


def _name_span(tree: Tree, index: int) -> tuple[int, int, str]:
    for entity in tree.sentence.entities:
        if entity.first <= index < entity.stop and entity.label in _NAMING:
            first, stop = entity.first, entity.stop
            while first < stop - 1 and tree.tokens[first].pos in {"DET", "PUNCT"}:
                first += 1
            behind = range(index + 1, stop)
            ends = (i for i in behind if tree.tokens[i].tag in {"POS", ",", "."} or _is_letters(tree, i))
            stop = next(ends, stop)
            return _strip_titles(tree, first, stop), stop, entity.label
    first = index
    while first and tree.tokens[first - 1].pos == "PROPN":
        first -= 1
    return _strip_titles(tree, first, index + 1), index + 1, ""


def _strip_titles(tree: Tree, first: int, stop: int) -> int:
    """Where a name begins behind "Dr" or "Captain"."""
    while first < stop - 1 and tree.tokens[first].text.lower().rstrip(".") in _titles():
        first += 1
    return first


def _source(tree: Tree, first: int, stop: int, *, person: bool) -> Source:
    start, end = tree.tokens[first].start, tree.tokens[stop - 1].end
    offset = tree.sentence.start
    return Source(tree.sentence.text[start - offset : end - offset], start, end, person)


def find_people(tree: Tree, memory: Memory) -> list[Person]:
    """The people whom a sentence names, and their full names and roles noted for later."""
    people: list[Person] = []
    for entity in tree.sentence.entities:
        if entity.label != "PERSON" or tree.tokens[entity.first].text.isupper():
            continue
        inside = range(entity.first, entity.stop)
        head = next((i for i in inside if tree.tokens[i].head not in inside), entity.stop - 1)
        before = tree.tokens[entity.first - 1].pos if entity.first else ""
        if len(inside) == 1 and before == "DET":
            # A people's name taken for a person's ("the Frisian side").
            continue
        first, stop, _ = _name_span(tree, head)
        source = _source(tree, first, stop, person=True)
        if " " in source.name:
            memory.full[source.name.rpartition(" ")[2]] = source.name
        source = replace(source, name=memory.full.get(source.name, source.name))
        for role in _roles(tree, head, first):
            memory.roles[role] = source
        people.append((tree.tokens[head].dep in {"nsubj", "nsubjpass", "pobj"}, first, source))
    return people


def prefer(person: Person) -> tuple[bool, int]:
    """Sort key of the people that a pronoun may refer to: subjects first, then the nearest."""
    return person[0], person[1]


def _roles(tree: Tree, head: int, first: int) -> Iterator[str]:
    """Lemmas of the nouns that say what the person is: "Minister A. Name", "the coach, A. Name"."""
    if first and tree.tokens[first - 1].pos in {"NOUN", "PROPN"}:
        yield tree.tokens[first - 1].text.lower()
    token = tree.tokens[head]
    if token.dep == "appos":
        yield tree.tokens[token.head].lemma
    for child in tree.children[head]:
        if tree.tokens[child].dep == "appos" and tree.tokens[child].pos == "NOUN":
            yield tree.tokens[child].lemma


def _is_letters(tree: Tree, index: int) -> bool:
    text = tree.tokens[index].text
    return text[:1].isupper() and fold(text) in title_words("suffixes")


@cache
def _titles() -> frozenset[str]:
    table = read_table("titles")
    return frozenset(table["honorifics"]) | frozenset(table["offices"])
