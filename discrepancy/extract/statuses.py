"""What became of a decision, a plan, a person or a thing: granted or refused, postponed or cancelled.

A status is read only where a clause states it: not under "if", "may" or "wants to", not in a question, and
not in what somebody denies. What is still to come is marked "planned" among the lemmas. A negation is
part of the value, so "did not approve" and "rejected" are one answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy import lexicon
from discrepancy.extract.grammar import Tree
from discrepancy.extract.moods import Mood, read_mood
from discrepancy.extract.predicates import Predicate, find_predicates
from discrepancy.model import Document, Entity, Kind, Mention, Phrase

LONGEST_SPAN = 40
"""Characters that a status may span; of a predicate more spread out only the first word is marked."""

LONGEST_ARGUMENTS = 14
"""Content lemmas kept of a predicate's arguments, the nearest first."""

BY = "by"
"""Stands among the lemmas between what something is done to and who does it."""

NOBODY = "nobody"
"""Stands among the lemmas of what is said of no one at all."""

PLANNED = "planned"
"""Stands at the end of the lemmas of what is still to come."""

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
_PLURAL = frozenset({"NNS", "NNPS"})
_RELATIVE = frozenset({"WP", "WDT"})
_TIMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"})
_HIM = frozenset({"he", "she", "him", "her", "his", "hers"})
_CONTINUING = frozenset({"remain", "stay", "keep", "continue", "maintain", "retain"})
"""What will stay as it is is so now."""
_VAGUE = frozenset({"man", "woman", "person", "people", "official", "one", "boy", "girl"})
"""Words for people of whom the clause behind says who they are: "the woman who ran the pharmacy"."""
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
    denials = [index for index in dict.fromkeys(denials) if index not in words]
    pole = predicate.pole
    if len(denials) % 2:
        pole = predicate.opposite or f"not {pole}"
    lemmas = _lemmas(tree, predicate, arguments, words, context)
    if any(_is_nobody(tree, i) for i in denials):
        lemmas = (*(lemma for lemma in lemmas if lemma not in {"one", "nobody", "none"}), NOBODY)
    if not lemmas:
        # Said of nothing that could be told from other things.
        return None
    if mood is Mood.PLANNED and predicate.first not in _CONTINUING:
        lemmas = (*lemmas, PLANNED)
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
        patients, agents = _with_head(tree, index, patients, agents)
    at = index
    for _ in range(3):
        if agents or (patients and _is_passive(tree, index)) or tree.tokens[at].dep not in _INHERITING:
            break
        at = tree.tokens[at].head
        agents = _direct(tree, at, ("nsubj", "nsubjpass"))
    if not patients and (auxiliary := tree.child(index, "auxpass")) is not None:
        # A passive's subject that the parser takes for an active's, or for its auxiliary's.
        patients, agents = agents or _direct(tree, auxiliary, ("nsubj",)), []
    own = set(words)
    return _Arguments(
        _antecedents(tree, [i for i in patients if i not in own]),
        _antecedents(tree, agents),
        tuple(i for i in clauses if i not in own),
        tuple(i for i in others if i not in own or tree.tokens[i].dep == "prep"),
    )


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


def _direct(tree: Tree, index: int, deps: Iterable[str]) -> list[int]:
    return [child for dep in deps for child in tree.children[index] if tree.tokens[child].dep == dep]


def _fits(tree: Tree, predicate: Predicate, arguments: _Arguments, context: _Context) -> bool:
    if (predicate.intransitive and arguments.patients) or (predicate.clausal and not arguments.clauses):
        return False
    if predicate.singular and any(
        _is_plural(tree, index) for index in (*arguments.patients, *arguments.agents)
    ):
        return False
    if predicate.dimension in _questions("decided") and any(_is_counted(tree, i) for i in arguments.agents):
        return False
    if predicate.dimension in _questions("single") and any(_is_counted(tree, i) for i in arguments.patients):
        return False
    objects = set(_heads(tree, arguments.patients, context))
    agents = [index for index in arguments.agents if tree.tokens[index].dep == "agent"]
    if predicate.unwanted & (objects | set(_heads(tree, (*arguments.others, *agents), context))):
        return False
    if predicate.wanted is None:
        return True
    if _wants_victim(tree, predicate, arguments):
        return bool(predicate.wanted & objects)
    if not objects and not arguments.clauses:
        objects = {word for index in arguments.agents for word in _nouns(tree, index, context)}
        objects.update(_heads(tree, arguments.others, context))
    return bool(predicate.wanted & objects)


def _wants_victim(tree: Tree, predicate: Predicate, arguments: _Arguments) -> bool:
    """Whether a lone verb asks for a person it is done to, so that who does it is none: "she has held"."""
    lone = predicate.pos == "verb" and not predicate.rest and not predicate.intransitive
    done_to = predicate.wanted is not None and "PERSON" in predicate.wanted
    return lone and done_to and any(tree.tokens[i].dep == "nsubj" for i in arguments.agents)


def _is_counted(tree: Tree, index: int) -> bool:
    """Whether so many of a body do it: "46 lawmakers backed the bill" is no decision of theirs."""
    several = any(tree.tokens[child].tag == "CD" for child in tree.children[index])
    return several or tree.tokens[index].pos == "NUM"


@cache
def _questions(name: str) -> frozenset[str]:
    return frozenset(lexicon.read_table("statuses")["questions"][name])


def _is_plural(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if token.text.lower() == "one":
        return False
    several = token.pos == "NUM" or token.text.lower() in {"people", "those", "they", "who", "more", "most"}
    return several or token.tag in _PLURAL or tree.child(index, "nummod") is not None


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
    ordered = [*arguments.patients, *arguments.clauses, *arguments.others]
    if arguments.patients or arguments.clauses:
        ordered += arguments.agents
    else:
        ordered = [*arguments.agents, *ordered]
    for index in ordered:
        inner = tree.subtree(index, None if index in arguments.clauses else _PHRASE)
        if predicate.dimension == "statement" and index in arguments.patients:
            # What is denied stands in the clause: "reports that the bridge had been sold".
            inner |= {i for child in _direct(tree, index, _REPORTED) for i in tree.subtree(child)}
        if index in arguments.agents and index is not ordered[0]:
            found.setdefault(BY)
        if predicate.dimension in _questions("personal"):
            # "His former director pleaded guilty": not he.
            inner -= _possessives(tree, inner)
            if tree.tokens[index].lemma in _VAGUE:
                clauses = _direct(tree, index, ("relcl", "acl"))
                inner |= {i for c in clauses if words[0] not in tree.subtree(c) for i in tree.subtree(c)}
        if predicate.dimension in _questions("exact"):
            inner -= _possessives(tree, inner)
        for word in sorted(inner - outside):
            found.update(dict.fromkeys(_content(tree, word, context)))
    if len(found) < FEW_ARGUMENTS and predicate.dimension not in _questions("personal"):
        near = [i for i, token in enumerate(tree.tokens) if token.pos == "PROPN" and i not in outside]
        found.update(dict.fromkeys(tree.tokens[i].lemma for i in near))
    if not found:
        found.update(dict.fromkeys(tree.tokens[i].lemma for i in words[1:] if tree.tokens[i].pos in _CONTENT))
    return tuple(found)[:LONGEST_ARGUMENTS]


def _possessives(tree: Tree, indexes: Iterable[int]) -> set[int]:
    return {index for index in indexes if tree.tokens[index].tag == "PRP$"}


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
        yield from _proper(tree, people[-1]) if people else _earlier_person(tree, index) or context.person
    elif word in _IT and token.tag in {"PRP", "PRP$", "DT"}:
        subject = tree.main_subject()
        known = subject is not None and subject < index and tree.tokens[subject].pos in {"NOUN", "PROPN"}
        yield from (tree.tokens[subject].lemma,) if known and subject is not None else context.subject
    elif token.pos in _CONTENT and token.lemma not in {"be", "have", "do"}:
        yield token.lemma


def _earlier_person(tree: Tree, index: int) -> tuple[str, ...]:
    """Lemmas of the sentence's subject, where that is somebody without a name: "the minister said she"."""
    subject = tree.main_subject()
    if subject is None or subject >= index or tree.tokens[subject].lemma not in _people():
        return ()
    if tree.tokens[subject].tag in _PLURAL:
        return ()
    return _nominals(tree, subject)


def _nominals(tree: Tree, index: int) -> tuple[str, ...]:
    nouns = (tree.tokens[i] for i in sorted(tree.subtree(index, _PHRASE)))
    return tuple(token.lemma for token in nouns if token.pos in {"NOUN", "PROPN"})[:6]


@cache
def _people() -> frozenset[str]:
    return frozenset(lexicon.read_table("statuses")["arguments"]["person"])


def _proper(tree: Tree, entity: Entity) -> tuple[str, ...]:
    return tuple(token.lemma for token in tree.tokens[entity.first : entity.stop] if token.pos == "PROPN")


def _update(tree: Tree, context: _Context) -> _Context:
    """The context after a sentence: a subject that is a pronoun leaves it as it was."""
    subject, person = context.subject, context.person
    index = tree.main_subject()
    people = [entity for entity in tree.sentence.entities if entity.label == "PERSON"]
    about = [entity for entity in people if index is not None and entity.first <= index < entity.stop]
    if index is not None and tree.tokens[index].pos in {"NOUN", "PROPN"}:
        nouns = (tree.tokens[i] for i in sorted(tree.subtree(index)))
        subject = tuple(token.lemma for token in nouns if token.pos in {"NOUN", "PROPN"})[:6]
        if tree.tokens[index].lemma in _people() and tree.tokens[index].tag not in _PLURAL:
            return _Context(subject, _nominals(tree, index))
    for entity in about or people:
        person = _proper(tree, entity)
    return _Context(subject, person)


def _is_nobody(tree: Tree, index: int) -> bool:
    """Whether a word that denies is "nobody", "none" or the "no" of "no one"."""
    word, after = tree.tokens[index].text.lower(), tree.tokens[min(index + 1, len(tree.tokens) - 1)]
    return word in {"nobody", "none"} or (word == "no" and after.text.lower() in {"one", "person", "people"})


def _span(tree: Tree, words: Sequence[int], denials: Sequence[int]) -> tuple[int, int]:
    for chosen in ((*words, *denials), tuple(words)):
        start, end = tree.tokens[min(chosen)].start, tree.tokens[max(chosen)].end
        if end - start <= LONGEST_SPAN:
            return start, end
    return tree.tokens[words[0]].start, tree.tokens[words[0]].end
