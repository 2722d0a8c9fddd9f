"""What became of a decision, a plan, a person or a thing: granted or refused, postponed or cancelled.

A status is read only where a clause states it: not under "if", "may" or "wants to", not in a question, and
not in what somebody denies. What is still to come is marked "planned" among the lemmas. A negation is
part of the value, so "did not approve" and "rejected" are one answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from discrepancy.extract.grammar import Tree
from discrepancy.extract.moods import Mood, read_mood
from discrepancy.extract.predicates import Predicate, find_predicates
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
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_TIMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"})
_HIM = frozenset({"he", "she", "him", "her", "his", "hers"})
_IT = frozenset({"it", "its", "they", "them", "their", "this", "that", "which", "who"})


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
        arguments = _arguments(tree, words)
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
    mood, denials = read_mood(tree, words[0])
    if mood is Mood.OPEN or _is_question(tree, words[0]):
        return None
    denials = [index for index in denials if index not in words]
    pole = predicate.pole
    if len(denials) % 2:
        pole = predicate.opposite or f"not {pole}"
    lemmas = _lemmas(tree, predicate, arguments, words, context)
    if not lemmas:
        # Said of nothing that could be told from other things.
        return None
    if mood is Mood.PLANNED:
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


def _arguments(tree: Tree, words: Sequence[int]) -> _Arguments:
    index, *further = words
    token = tree.tokens[index]
    patients, agents = _direct(tree, index, _PATIENTS), _direct(tree, index, _AGENTS)
    clauses = _direct(tree, index, _CLAUSES)
    others = _direct(tree, index, ("prep", "poss", "amod", "compound", "dative"))
    # "Voted against the plan", "said no to the plan": the argument hangs on the last word.
    others += [child for word in further for child in _direct(tree, word, ("prep", "pobj"))]
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
    agents = [index for index in arguments.agents if tree.tokens[index].dep == "agent"]
    if predicate.unwanted & (objects | set(_heads(tree, (*arguments.others, *agents), context))):
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
    """Lemmas of noun phrases' heads, of what is joined to them and of their "of" phrases."""
    for index in indexes:
        token = tree.tokens[index]
        if token.dep in {"prep", "agent", "dative"}:
            yield token.text.lower()
            yield from _heads(tree, _direct(tree, index, ("pobj",)), context)
            continue
        yield from _nouns(tree, index, context)
        for child in tree.children[index]:
            if tree.tokens[child].dep == "conj":
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
