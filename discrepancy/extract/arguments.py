"""What belongs to a predicate: who or what it is done to, who does it, the clauses below it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from discrepancy.extract.grammar import Tree

_PATIENTS = ("dobj", "nsubjpass")
_AGENTS = ("nsubj", "agent")
_CLAUSES = ("ccomp", "xcomp", "pcomp")
_INHERITING = frozenset({"conj", "xcomp", "advcl", "acomp", "attr", "oprd", "dobj", "pobj", "prep", "pcomp"})
_PERCENT = frozenset({"%", "percent", "per"})
_NUMBER = re.compile(r"\d{1,3}(?:\.\d+)?")
_HALF = 50
_MAJORITY = re.compile(
    r"(?:a )?majority .*|two[- ]thirds|three[- ](?:quarters|fifths)|four[- ]fifths|most .*"
)
_NAMING = frozenset({"NOUN", "PROPN"})
_RELATIVE = frozenset({"WP", "WDT"})


@dataclass(frozen=True, slots=True)
class Arguments:
    """Heads of the noun phrases and clauses that belong to a predicate."""

    patients: tuple[int, ...]
    agents: tuple[int, ...]
    clauses: tuple[int, ...]
    others: tuple[int, ...]


def find_arguments(tree: Tree, words: Sequence[int]) -> Arguments:
    """The arguments of the predicate made of ``words``, its first word first."""
    index, *further = words
    token = tree.tokens[index]
    patients, agents = direct(tree, index, _PATIENTS), _one_subject(tree, direct(tree, index, _AGENTS))
    clauses = direct(tree, index, _CLAUSES)
    patients = patients or _misread(tree, index) or _of_small_clause(tree, further)
    others = direct(tree, index, ("prep", "poss", "amod", "compound", "dative"))
    # "Voted against the plan", "said no to the plan": the argument hangs on the last word.
    others += [child for word in further for child in direct(tree, word, ("prep", "pobj"))]
    if token.pos == "NOUN":
        others = [*direct(tree, index, ("poss", "prep", "compound", "amod")), *others]
    if token.dep in {"amod", "acl", "relcl"}:
        patients, agents = _with_head(tree, index, patients, agents)
    at = index
    for _ in range(3):
        if agents or (patients and _is_passive(tree, index)) or tree.tokens[at].dep not in _INHERITING:
            break
        at = tree.tokens[at].head
        agents = direct(tree, at, ("nsubj", "nsubjpass"))
    if not patients and (auxiliary := tree.child(index, "auxpass")) is not None:
        # A passive's subject that the parser takes for an active's, or for its auxiliary's.
        patients, agents = agents or direct(tree, auxiliary, ("nsubj",)), []
    if not patients and not agents and tree.child(index, "auxpass") is not None:
        patients = _parted_subject(tree, index)
    own = set(words)
    return Arguments(
        _antecedents(tree, [i for i in patients if i not in own]),
        _antecedents(tree, agents),
        tuple(i for i in clauses if i not in own),
        tuple(i for i in others if i not in own or tree.tokens[i].dep == "prep"),
    )


def _misread(tree: Tree, index: int) -> list[int]:
    """The person to whom an active verb does it, whom the parser takes for a time: "acquitted Dana Pell"."""
    people = {i for e in tree.sentence.entities if e.label == "PERSON" for i in range(e.first, e.stop)}
    behind = (i for i in direct(tree, index, ("npadvmod",)) if i > index and i in people)
    return [] if tree.child(index, "auxpass") is not None else list(behind)


def _of_small_clause(tree: Tree, further: Sequence[int]) -> list[int]:
    """Of whom a verb's other word is said: "found Dana Pell guilty", "let Dana Pell go"."""
    clauses = (word for word in further if tree.tokens[word].dep == "ccomp")
    subjects = (i for clause in clauses for i in direct(tree, clause, ("nsubj",)) if i < clause)
    return [i for i in subjects if tree.tokens[i].pos in _NAMING]


def _one_subject(tree: Tree, agents: list[int]) -> list[int]:
    """``agents`` without the subject of a headline's first half: "New coach hired, striker leaves"."""
    subjects = [i for i in agents if tree.tokens[i].dep == "nsubj"]
    apart = {a for a, b in pairwise(subjects) if any(tree.tokens[i].text == "," for i in range(a, b))}
    return [i for i in agents if i not in apart]


def _parted_subject(tree: Tree, index: int) -> list[int]:
    """The subject that the parser gives to a participle behind it: "the change exempting farmers is made"."""
    earlier = (i for i in range(index - 1, -1, -1) if tree.tokens[i].tag == "VBG")
    participle = next(earlier, None)
    if participle is None or tree.tokens[participle].head != tree.tokens[index].head:
        return []
    return [] if direct(tree, participle, ("aux",)) else direct(tree, participle, ("nsubj",))


def _with_head(tree: Tree, index: int, patients: list[int], agents: list[int]) -> tuple[list[int], list[int]]:
    """Patients and agents with the noun that a participle or a relative clause is said of."""
    token, own = tree.tokens[index], [*patients, *agents]
    if any(tree.tokens[i].tag in _RELATIVE for i in own):
        return patients, agents
    passive = token.tag == "VBN" and not patients and tree.child(index, "nsubj", "auxpass") is None
    # "The post she has held": who has a subject of its own is done to its head.
    gap = token.dep == "relcl" and bool(agents) and not patients
    if passive or gap or token.dep == "amod":
        return [token.head, *patients], agents
    return patients, [token.head, *agents]


def _antecedents(tree: Tree, indexes: Iterable[int]) -> tuple[int, ...]:
    """``indexes``, with the noun that a relative pronoun stands for in place of the pronoun."""
    found = []
    for index in indexes:
        verb = tree.tokens[index].head
        relative = tree.tokens[index].tag in _RELATIVE and tree.tokens[verb].dep == "relcl"
        found.append(tree.tokens[verb].head if relative else index)
    return tuple(found)


def _is_passive(tree: Tree, index: int) -> bool:
    if tree.child(index, "nsubjpass", "auxpass") is not None:
        return True
    return tree.tokens[index].tag == "VBN" and tree.child(index, "aux") is None


def direct(tree: Tree, index: int, deps: Iterable[str]) -> list[int]:
    """The dependents of ``index`` with one of the labels ``deps``, in their order."""
    return [child for dep in deps for child in tree.children[index] if tree.tokens[child].dep == dep]


def is_majority(tree: Tree, index: int, electors: Container[str]) -> bool:
    """Whether more than half of those who vote do it: "63 percent of voters", "two thirds of members".

    Args:
        tree: The sentence.
        index: The head of the noun phrase that tells who.
        electors: Lemmas of those who vote.
    """
    under = tree.subtree(index)
    if not any(tree.tokens[i].lemma.lower() in electors for i in under):
        return False
    words = [tree.tokens[i].text.lower() for i in under]
    if any(_MAJORITY.fullmatch(f"{one} {two}") for one, two in pairwise([*words, ""])):
        return True
    shares = (one for one, two in pairwise([*words, ""]) if two in _PERCENT)
    return any(_HALF < float(share) <= 100 for share in shares if _NUMBER.fullmatch(share))
