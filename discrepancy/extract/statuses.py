"""What became of a decision, a plan, a person or a thing: granted or refused, postponed or cancelled.

A status is read only where a clause states it: not under "if", "may" or "wants to", not in a question, and
not in what somebody denies. What is still to come is marked "planned" among the lemmas. A negation is
part of the value, so "did not approve" and "rejected" are one answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from discrepancy.extract.grammar import Tree
from discrepancy.extract.predicates import Predicate, find_predicates
from discrepancy.lexicon import read_table
from discrepancy.model import Document, Entity, Kind, Mention, Phrase

LONGEST_SPAN = 40
"""Characters that a status may span; of a predicate more spread out only the first word is marked."""

LONGEST_ARGUMENTS = 14
"""Content lemmas kept of a predicate's arguments, the nearest first."""

FEW_ARGUMENTS = 2
"""Fewer content lemmas tell too little what the status is said of."""

_DATELINE = 12
_PHRASE = ("compound", "amod", "nmod", "poss", "appos", "prep", "pobj", "conj", "pcomp")
_REPORTED = ("acl", "relcl", "ccomp")
_PATIENTS = ("dobj", "nsubjpass")
_AGENTS = ("nsubj", "agent")
_CLAUSES = ("ccomp", "xcomp", "pcomp")
_INHERITING = frozenset({"conj", "xcomp", "advcl", "acomp", "attr", "oprd", "dobj", "pobj", "prep", "pcomp"})
_CLIMBED = frozenset(
    {"xcomp", "acl", "pcomp", "prep", "pobj", "dobj", "acomp", "attr", "oprd", "ccomp", "conj"}
)
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_TIMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"})
_HIM = frozenset({"he", "she", "him", "her", "his", "hers"})
_IT = frozenset({"it", "its", "they", "them", "their", "this", "that", "which", "who"})
_NO = frozenset({"no", "neither", "nobody", "none", "nor"})


class _Mood(IntEnum):
    """Whether a predicate is stated."""

    STATED = 0
    PLANNED = 1
    OPEN = 2


@dataclass(frozen=True, slots=True)
class _Context:
    """What pronouns of a sentence refer to: lemmas of the last subject and the last person."""

    subject: tuple[str, ...] = ()
    person: tuple[str, ...] = ()


def extract_statuses(document: Document) -> tuple[Mention, ...]:
    """Statuses in order.

    The value's ``normal`` is dimension and pole ("schedule:postponed"; "schedule:not postponed" where
    the negation is not the opposite), its ``lemmas`` are the content lemmas of the predicate's
    arguments, objects first, and "planned" at the end of what is still to come; ``negated`` tells that the
    words deny.
    """
    found: list[Mention] = []
    context = _Context()
    for sentence in document.sentences:
        tree = Tree(sentence)
        found.extend(_statuses(document, tree, context))
        context = _update(tree, context)
    return tuple(found)


def _statuses(document: Document, tree: Tree, context: _Context) -> Iterator[Mention]:
    used: set[int] = set()
    for predicate, words in find_predicates(tree):
        if used.intersection(words):
            continue
        arguments = _arguments(tree, words[0])
        if not _fits(tree, predicate, arguments, context):
            continue
        used.update(words)
        if (mention := _read(document, tree, predicate, words, arguments, context)) is not None:
            yield mention


def _read(
    document: Document,
    tree: Tree,
    predicate: Predicate,
    words: tuple[int, ...],
    arguments: _Arguments,
    context: _Context,
) -> Mention | None:
    """The status that the predicate states, or None where it states nothing."""
    mood, denials = _climb(tree, words[0])
    if mood is _Mood.OPEN or _is_question(tree, words[0]):
        return None
    denials = [index for index in denials if index not in words]
    pole = predicate.pole
    if len(denials) % 2:
        pole = predicate.opposite or f"not {pole}"
    lemmas = _lemmas(tree, predicate, arguments, words, context)
    if not lemmas:
        # Said of nothing that could be told from other things.
        return None
    if mood is _Mood.PLANNED:
        lemmas = (*lemmas, "planned")
    start, end = _span(tree, words, denials)
    phrase = Phrase(f"{predicate.dimension}:{pole}", lemmas, bool(len(denials) % 2))
    return document.mention(tree.sentence, start, end, Kind.STATUS, phrase)


@dataclass(frozen=True, slots=True)
class _Arguments:
    """Heads of the noun phrases and clauses that belong to a predicate."""

    patients: tuple[int, ...]
    agents: tuple[int, ...]
    clauses: tuple[int, ...]
    others: tuple[int, ...]


def _arguments(tree: Tree, index: int) -> _Arguments:
    token = tree.tokens[index]
    patients, agents = _direct(tree, index, _PATIENTS), _direct(tree, index, _AGENTS)
    clauses = _direct(tree, index, _CLAUSES)
    others = _direct(tree, index, ("prep", "poss", "amod", "compound", "dative"))
    if token.pos == "NOUN":
        others = [*_direct(tree, index, ("poss", "prep", "compound", "amod")), *others]
    if token.dep in {"amod", "acl", "relcl"}:
        passive = token.tag == "VBN" and not patients and tree.child(index, "nsubj", "auxpass") is None
        head = [token.head]
        patients, agents = (
            (head + patients, agents) if passive or token.dep == "amod" else (patients, head + agents)
        )
    at = index
    for _ in range(3):
        if agents or (patients and _is_passive(tree, index)) or tree.tokens[at].dep not in _INHERITING:
            break
        at = tree.tokens[at].head
        agents = _direct(tree, at, ("nsubj", "nsubjpass"))
        if tree.tokens[at].dep == "relcl" and not agents:
            agents = [tree.tokens[at].head]
    return _Arguments(tuple(patients), tuple(agents), tuple(clauses), tuple(others))


def _is_passive(tree: Tree, index: int) -> bool:
    if tree.child(index, "nsubjpass", "auxpass") is not None:
        return True
    return tree.tokens[index].tag == "VBN" and tree.child(index, "aux") is None


def _direct(tree: Tree, index: int, deps: Iterable[str]) -> list[int]:
    return [child for dep in deps for child in tree.children[index] if tree.tokens[child].dep == dep]


def _fits(tree: Tree, predicate: Predicate, arguments: _Arguments, context: _Context) -> bool:
    if (predicate.intransitive and arguments.patients) or (predicate.clausal and not arguments.clauses):
        return False
    if predicate.singular and any(
        _is_plural(tree, index) for index in (*arguments.patients, *arguments.agents)
    ):
        return False
    objects = set(_heads(tree, arguments.patients, context))
    if predicate.unwanted & (objects | set(_heads(tree, arguments.others, context))):
        return False
    if predicate.wanted is None:
        return True
    if not objects and not arguments.clauses:
        objects = {word for index in arguments.agents for word in _nouns(tree, index, context)}
        objects.update(_heads(tree, arguments.others, context))
    return bool(predicate.wanted & objects)


def _is_plural(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    several = token.pos == "NUM" or token.text.lower() in {"people", "those", "they", "who", "more", "most"}
    return several or token.tag in {"NNS", "NNPS"} or tree.child(index, "nummod") is not None


def _heads(tree: Tree, indexes: Sequence[int], context: _Context) -> Iterator[str]:
    """Lemmas of noun phrases' heads with their compounds and "of" phrases, also behind prepositions."""
    for index in indexes:
        token = tree.tokens[index]
        if token.dep in {"prep", "agent", "dative"}:
            yield token.text.lower()
            yield from _heads(tree, _direct(tree, index, ("pobj",)), context)
            continue
        yield from _nouns(tree, index, context)
        for child in tree.children[index]:
            if tree.tokens[child].dep in {"compound", "conj", "amod"}:
                yield tree.tokens[child].lemma
            if tree.tokens[child].text.lower() == "of":
                yield from _heads(tree, _direct(tree, child, ("pobj",)), context)


def _nouns(tree: Tree, index: int, context: _Context) -> Iterator[str]:
    """The word and lemma at ``index``, the label of an entity, and what a pronoun stands for."""
    token = tree.tokens[index]
    word = token.text.lower()
    yield token.lemma
    yield word
    if word in _IT:
        yield from context.subject
    yield from (e.label for e in tree.sentence.entities if e.first <= index < e.stop)


def _climb(tree: Tree, index: int) -> tuple[_Mood, list[int]]:
    """The mood of a predicate, and the words that deny it, by what stands above it."""
    words = _governors()
    mood, denials, at = _Mood.STATED, _denials(tree, index), index
    for _ in range(6):
        mood = max(mood, _own_mood(tree, at))
        token = tree.tokens[at]
        head = tree.tokens[token.head]
        stands_alone = token.dep == "conj" and tree.child(at, "nsubj", "nsubjpass") is not None
        if token.head == at or token.dep not in _CLIMBED or stands_alone or mood is _Mood.OPEN:
            break
        if head.lemma in words.open:
            mood = _Mood.OPEN
        if token.dep == "ccomp":
            break
        if head.lemma in words.negative and token.dep in {"xcomp", "prep"}:
            denials.append(token.head)
        at = token.head
        if token.dep != "conj":
            denials += _denials(tree, at)
    return mood, denials


def _own_mood(tree: Tree, index: int) -> _Mood:
    """The mood that a verb's auxiliaries, its conjunction and, of an infinitive, its governor give it."""
    words = _governors()
    mood = _Mood.STATED
    for child in tree.children[index]:
        token = tree.tokens[child]
        word = token.text.lower()
        if token.dep in {"mark", "advmod"} and word in words.conditions:
            return _Mood.OPEN
        if token.dep != "aux":
            continue
        if word in words.open_modals:
            return _Mood.OPEN
        if word in words.planned_modals:
            mood = _Mood.PLANNED
        if token.tag == "TO":
            mood = max(mood, _infinitive_mood(tree, index))
    return mood


def _infinitive_mood(tree: Tree, index: int) -> _Mood:
    words, token = _governors(), tree.tokens[index]
    governor = tree.tokens[token.head].lemma
    if token.head == index or governor in words.planned:
        # Headlines leave "is" out: "Council to approve budget".
        return _Mood.PLANNED
    stated = token.dep == "conj" or governor in words.deciding or governor in words.negative
    return _Mood.STATED if stated else _Mood.OPEN


def _denials(tree: Tree, index: int) -> list[int]:
    found = []
    for child in tree.children[index]:
        token = tree.tokens[child]
        only = child + 1 < len(tree.tokens) and tree.tokens[child + 1].text.lower() in {"only", "just", "yet"}
        if token.dep == "neg" and not (only and tree.tokens[child + 1].text.lower() != "yet"):
            found.append(child)
        elif token.dep in {"dobj", "nsubj", "nsubjpass"}:
            found += [child] if token.text.lower() in _NO else _no_determiner(tree, child)
        elif token.dep == "det" and token.text.lower() == "no":
            found.append(child)
    return found


def _no_determiner(tree: Tree, noun: int) -> list[int]:
    return [child for child in tree.children[noun] if tree.tokens[child].text.lower() in {"no", "neither"}]


def _is_question(tree: Tree, index: int) -> bool:
    segment = tree.segments[index]
    last = max(i for i, number in enumerate(tree.segments) if number == segment)
    return tree.tokens[last].text == "?" or tree.sentence.text.rstrip("\"' ").endswith("?")


def _lemmas(
    tree: Tree, predicate: Predicate, arguments: _Arguments, words: Sequence[int], context: _Context
) -> tuple[str, ...]:
    """Content lemmas of the arguments; of the whole sentence's names where there are hardly any."""
    outside = _outside(tree) | set(words)
    found: dict[str, None] = {}
    for index in (*arguments.patients, *arguments.clauses, *arguments.agents, *arguments.others):
        inner = tree.subtree(index, None if index in arguments.clauses else _PHRASE)
        if predicate.dimension == "statement" and index in arguments.patients:
            # What is denied stands in the clause: "reports that the bridge had been sold".
            inner |= {i for child in _direct(tree, index, _REPORTED) for i in tree.subtree(child)}
        for word in sorted(inner - outside):
            found.update(dict.fromkeys(_content(tree, word, context)))
    if len(found) < FEW_ARGUMENTS:
        near = (
            *words[1:],
            *(i for i, token in enumerate(tree.tokens) if token.pos == "PROPN" and i not in outside),
        )
        found.update(dict.fromkeys(tree.tokens[i].lemma for i in near if tree.tokens[i].pos in _CONTENT))
    return tuple(found)[:LONGEST_ARGUMENTS]


def _outside(tree: Tree) -> set[int]:
    """Tokens that are no argument of anything: times, amounts and the dateline."""
    found = {i for e in tree.sentence.entities if e.label in _TIMES for i in range(e.first, e.stop)}
    if tree.tokens and tree.tokens[0].text.isupper():
        dash = next(
            (i for i, token in enumerate(tree.tokens[:_DATELINE]) if token.text in {"-", "–", "—"}), 0
        )
        found.update(range(dash))
    return found


def _content(tree: Tree, index: int, context: _Context) -> Iterator[str]:
    token = tree.tokens[index]
    word = token.text.lower()
    if word in _HIM:
        people = [e for e in tree.sentence.entities if e.label == "PERSON" and e.stop <= index]
        yield from _proper(tree, people[-1]) if people else context.person
    elif word in _IT and token.tag in {"PRP", "PRP$", "DT"}:
        subject = tree.main_subject()
        known = subject is not None and subject < index and tree.tokens[subject].pos in {"NOUN", "PROPN"}
        yield from (tree.tokens[subject].lemma,) if known and subject is not None else context.subject
    elif token.pos in _CONTENT and token.lemma not in {"be", "have", "do"}:
        yield token.lemma


def _proper(tree: Tree, entity: Entity) -> tuple[str, ...]:
    return tuple(token.lemma for token in tree.tokens[entity.first : entity.stop] if token.pos == "PROPN")


def _update(tree: Tree, context: _Context) -> _Context:
    """The context after a sentence: a subject that is a pronoun leaves it as it was."""
    subject, person = context.subject, context.person
    index = tree.main_subject()
    if index is not None and tree.tokens[index].pos in {"NOUN", "PROPN"}:
        nouns = (tree.tokens[i] for i in sorted(tree.subtree(index)))
        subject = tuple(token.lemma for token in nouns if token.pos in {"NOUN", "PROPN"})[:6]
    for entity in tree.sentence.entities:
        if entity.label == "PERSON":
            person = _proper(tree, entity)
    return _Context(subject, person)


def _span(tree: Tree, words: Sequence[int], denials: Sequence[int]) -> tuple[int, int]:
    for chosen in ((*words, *denials), tuple(words)):
        start, end = tree.tokens[min(chosen)].start, tree.tokens[max(chosen)].end
        if end - start <= LONGEST_SPAN:
            return start, end
    return tree.tokens[words[0]].start, tree.tokens[words[0]].end


@dataclass(frozen=True, slots=True)
class _Governors:
    negative: frozenset[str]
    planned: frozenset[str]
    open: frozenset[str]
    deciding: frozenset[str]
    planned_modals: frozenset[str]
    open_modals: frozenset[str]
    conditions: frozenset[str]


@cache
def _governors() -> _Governors:
    table = read_table("statuses")
    governors, modals = table["governors"], table["modals"]
    return _Governors(
        negative=frozenset(governors["negative"]),
        planned=frozenset(governors["planned"]),
        open=frozenset(governors["open"]),
        deciding=frozenset(governors["deciding"]),
        planned_modals=frozenset(modals["planned"]),
        open_modals=frozenset(modals["open"]),
        conditions=frozenset(modals["conditions"]),
    )
