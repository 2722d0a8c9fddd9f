"""What became of a decision, a plan, a person or a thing: granted or refused, postponed or cancelled.

A status is read only where a clause states it: not under "if", "may" or "wants to", not in a question, and
not in what somebody denies. What is still to come is marked "planned" among the lemmas. A negation is
part of the value, so "did not approve" and "rejected" are one answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache

from discrepancy import lexicon
from discrepancy.extract.arguments import Arguments, direct, find_arguments
from discrepancy.extract.deeds import find_deeds
from discrepancy.extract.denials import denies_all, is_nobody, is_opinion, is_told_by_modal
from discrepancy.extract.grammar import Tree
from discrepancy.extract.moods import (
    Mood,
    excluding_verbs,
    is_bounded,
    is_glimpsed,
    is_of_old,
    is_over,
    is_past_perfect,
    is_record,
    read_mood,
)
from discrepancy.extract.predicates import Predicate, find_predicates, questions
from discrepancy.extract.referents import CONTENT, IT, PHRASE, PLURAL, Context, read_content, update_context
from discrepancy.extract.shares import is_counted, is_of_a_sort, is_one_of_many, is_part
from discrepancy.lexicon.nouns import nouns_for_people
from discrepancy.lexicon.posts import posts_by_title
from discrepancy.model import Document, Kind, Mention, Phrase

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
_REPORTED = ("acl", "relcl", "ccomp")
_TIMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"})
_CONTINUING = frozenset({"remain", "stay", "keep", "continue", "maintain", "retain"})
"""What will stay as it is is so now."""
_VAGUE = frozenset({"man", "woman", "person", "people", "official", "one", "boy", "girl"})
"""Words for people of whom the clause behind says who they are: "the woman who ran the pharmacy"."""
_COMPLEMENTS = ("oprd", "acomp", "attr")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_IDENTIFYING = frozenset({"identify", "name"})
"""Verbs that say who somebody is."""

_Candidates = Sequence[tuple[Predicate, tuple[int, ...]]]
_Reading = tuple[Predicate, tuple[int, ...], Arguments]


def extract_statuses(document: Document, asked: Set[str] = frozenset()) -> tuple[Mention, ...]:
    """Statuses in order.

    Args:
        document: The document.
        asked: Deeds that count as well, whether affirmed or denied; see
            :func:`discrepancy.extract.deeds.find_denied`.

    Returns:
        Mentions whose value's ``normal`` is dimension and pole ("schedule:postponed"; "schedule:not
        postponed" where the negation is not the opposite), whose ``lemmas`` are the content lemmas of
        the predicate's arguments, what it is done to first, then :data:`BY` and who does it, and
        :data:`PLANNED` at the end of what is still to come; ``negated`` tells that the words deny.
    """
    found: list[Mention] = []
    context = Context()
    for sentence in document.sentences:
        tree = Tree(sentence)
        if document.asks(sentence.index):
            found.extend(_statuses(document, tree, context, asked))
        context = update_context(tree, context)
    return tuple(found)


def _statuses(document: Document, tree: Tree, context: Context, asked: Set[str]) -> Iterator[Mention]:
    used: set[int] = set()
    for candidates in (*find_predicates(tree), *find_deeds(tree, asked)):
        before = frozenset(used)
        for read in _choose_all(tree, candidates, context, before):
            used.update(_own(*read[:2]))
            if (mention := _read(document, tree, *read, context)) is not None:
                yield mention


def _choose_all(tree: Tree, candidates: _Candidates, context: Context, used: Set[int]) -> Iterator[_Reading]:
    """The reading that counts, and what the same word says of a dimension akin to its own."""
    chosen = _choose(tree, candidates, context, used)
    if chosen is None:
        return
    yield chosen
    for dimension in _kin().get(chosen[0].dimension, ()):
        akin = [(predicate, words) for predicate, words in candidates if predicate.dimension == dimension]
        if (second := _choose(tree, akin, context, used)) is not None:
            yield second


@cache
def _kin() -> Mapping[str, Sequence[str]]:
    kin: dict[str, list[str]] = lexicon.read_table("statuses")["kin"]
    return kin


def _choose(tree: Tree, candidates: _Candidates, context: Context, used: Set[int]) -> _Reading | None:
    """The first of the predicates that fits, or what says the same in fewer words."""
    chosen: _Reading | None = None
    for predicate, words in candidates:
        if not used.isdisjoint(_own(predicate, words)):
            continue
        if chosen is not None and (
            (predicate.dimension, predicate.pole) != (chosen[0].dimension, chosen[0].pole)
            or len(words) >= len(chosen[1])
        ):
            continue
        arguments = find_arguments(tree, words)
        if _fits(tree, predicate, words, arguments, context) and not (
            predicate.denied and not _is_denied(tree, words)
        ):
            chosen = predicate, words, arguments
    return chosen


def _own(predicate: Predicate, words: tuple[int, ...]) -> tuple[int, ...]:
    """A predicate's words; the verb that an adverb stands with may say something else as well."""
    return words[1:] if predicate.pos == "adverb" else words


def _read(
    document: Document,
    tree: Tree,
    predicate: Predicate,
    words: tuple[int, ...],
    arguments: Arguments,
    context: Context,
) -> Mention | None:
    """The status that the predicate states, or None where it states nothing."""
    mood, denials = read_mood(tree, words[0])
    if mood is Mood.OPEN and is_told_by_modal(tree, predicate, words[0], bool(denials)):
        mood = Mood.STATED
    if mood is Mood.OPEN or _is_question(tree, words[0]) or is_opinion(tree, predicate, words[0]):
        return None
    denials = [index for index in dict.fromkeys(denials) if index not in words]
    if _is_left_open(tree, predicate, words[0], denials):
        return None
    pole = predicate.pole
    if len(denials) % 2 and not predicate.denied:
        pole = predicate.opposite or f"not {pole}"
    lemmas = _lemmas(tree, predicate, arguments, words, context)
    if any(is_nobody(tree, i) or denies_all(tree, predicate, words, i) for i in denials):
        lemmas = (*(lemma for lemma in lemmas if lemma not in {"one", "nobody", "none"}), NOBODY)
    if _is_of_then(tree, predicate.dimension, pole, words[0]) or (
        len(denials) % 2 and is_record(tree, words[0])
    ):
        return None
    if not lemmas:
        # Said of nothing that could be told from other things.
        return None
    if mood is Mood.PLANNED and predicate.first not in _CONTINUING:
        lemmas = (*lemmas, PLANNED)
    start, end = _span(tree, _own(predicate, words), denials)
    phrase = Phrase(f"{predicate.dimension}:{pole}", lemmas, bool(len(denials) % 2))
    return document.mention(tree.sentence, start, end, Kind.STATUS, phrase)


def _is_left_open(tree: Tree, predicate: Predicate, index: int, denials: Sequence[int]) -> bool:
    """Whether it may come or not: "did not rule out resigning"; "a resignation as chair she excluded"."""
    if predicate.pos == "verb":
        return predicate.first in excluding_verbs() and bool(denials)
    return predicate.pos == "noun" and any(
        tree.tokens[i].dep == "relcl" and tree.tokens[i].lemma in excluding_verbs()
        for i in tree.subtree(index)
    )


def _is_of_then(tree: Tree, dimension: str, pole: str, index: int) -> bool:
    """Whether it was so and is no more, or is so only for the time being."""
    status = f"{dimension}:{pole}"
    turned = dimension in questions("turning") and tree.tokens[index].dep == "relcl"
    former = status in questions("former")
    if ((turned or former) and is_past_perfect(tree, index)) or (former and is_over(tree, index)):
        return True
    if status in questions("founded") and is_of_old(tree, index):
        return True
    if status in questions("glimpsed") and is_glimpsed(tree, index):
        return True
    return status in questions("interim") and is_bounded(tree, index)


def _is_denied(tree: Tree, words: Sequence[int]) -> bool:
    _, denials = read_mood(tree, words[0])
    return len(set(denials) - set(words)) % 2 == 1


def _fits(
    tree: Tree, predicate: Predicate, words: Sequence[int], arguments: Arguments, context: Context
) -> bool:
    if (predicate.intransitive and arguments.patients) or (predicate.clausal and not arguments.clauses):
        return False
    if predicate.singular and any(
        _is_plural(tree, index) for index in (*arguments.patients, *arguments.agents)
    ):
        return False
    if any(is_of_a_sort(tree, i) for i in (*arguments.patients, *words[1:])):
        return False
    if f"{predicate.dimension}:{predicate.pole}" in questions("backed") and any(
        is_one_of_many(tree, i) for i in arguments.agents
    ):
        return False
    if predicate.dimension in questions("decided") and any(is_part(tree, i) for i in arguments.agents):
        return False
    if predicate.dimension.partition(" ")[0] in questions("single") and any(
        is_counted(tree, i) for i in arguments.patients
    ):
        return False
    objects = set(_heads(tree, arguments.patients, context))
    # Who does it is no object, unless there is none: "he had gone ahead to the coast".
    agents = [i for i in arguments.agents if tree.tokens[i].dep == "agent" or not arguments.patients]
    said = (*arguments.others, *arguments.clauses, *direct(tree, words[0], _COMPLEMENTS), *agents)
    # "Holds two clerks responsible for it", where the grammar makes it theirs.
    said += tuple(
        i for patient in arguments.patients for i in direct(tree, patient, ("amod",)) if i > patient
    )
    if predicate.unwanted & (objects | set(_heads(tree, said, context))):
        return False
    if predicate.wanted is None:
        return True
    if _wants_victim(tree, predicate, arguments):
        return bool(predicate.wanted & objects)
    if not objects and not arguments.clauses:
        objects = {word for index in arguments.agents for word in _subject(tree, index, context)}
        objects.update(_heads(tree, arguments.others, context))
    return bool(predicate.wanted & objects)


def _subject(tree: Tree, index: int, context: Context) -> Iterator[str]:
    """What a subject names; of "both of the panels" the panels too."""
    counts = tree.tokens[index].pos in {"DET", "NUM", "PRON"}
    return _heads(tree, (index,), context) if counts else _nouns(tree, index, context)


def _wants_victim(tree: Tree, predicate: Predicate, arguments: Arguments) -> bool:
    """Whether a lone verb asks for a person it is done to, so that who does it is none: "she has held"."""
    lone = predicate.pos == "verb" and not predicate.rest and not predicate.intransitive
    done_to = predicate.wanted is not None and "PERSON" in predicate.wanted
    return lone and done_to and any(tree.tokens[i].dep == "nsubj" for i in arguments.agents)


def _is_plural(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if token.text.lower() == "one":
        return False
    several = token.pos == "NUM" or token.text.lower() in {"people", "those", "they", "who", "more", "most"}
    number = tree.child(index, "nummod")
    counted = number is not None and tree.tokens[number].text.lower() not in {"one", "1"}
    return several or token.tag in PLURAL or counted


def _heads(tree: Tree, indexes: Sequence[int], context: Context) -> Iterator[str]:
    """Lemmas of noun phrases' heads, of what is joined to them and of their "of" phrases."""
    for index in indexes:
        token = tree.tokens[index]
        if token.dep in {"prep", "agent", "dative"}:
            yield token.text.lower()
            yield from _heads(tree, direct(tree, index, ("pobj",)), context)
            continue
        yield from _nouns(tree, index, context)
        for child in tree.children[index]:
            if tree.tokens[child].dep == "conj":
                yield tree.tokens[child].lemma
            # "The bursar of the school was suspended": not the school.
            if tree.tokens[child].text.lower() == "of" and token.lemma not in _people():
                yield from _heads(tree, direct(tree, child, ("pobj",)), context)


@cache
def _people() -> frozenset[str]:
    return nouns_for_people().union(posts_by_title())


def _nouns(tree: Tree, index: int, context: Context) -> Iterator[str]:
    """The word and lemma at ``index``, the label of an entity, and what a pronoun stands for."""
    token = tree.tokens[index]
    word = token.text.lower()
    yield token.lemma
    yield word
    if token.tag == "NNPS" and index == 0:
        yield word.removesuffix("s")  # "Pills", which the capital makes a name
    if word in IT:
        yield from context.subject
        yield from read_content(tree, index, context)
    if token.pos == "PROPN":
        # "Detective Rolf Ager" is a person, whatever the language model takes the name for.
        yield from (tree.tokens[child].lemma for child in direct(tree, index, ("compound", "appos")))
    # "The other lodger, Ansa Brink": a person, whatever the noun.
    named = (index, *direct(tree, index, ("appos",)))
    yield from (e.label for e in tree.sentence.entities for i in named if e.first <= i < e.stop)


def _is_question(tree: Tree, index: int) -> bool:
    segment = tree.segments[index]
    last = max(i for i, number in enumerate(tree.segments) if number == segment)
    return tree.tokens[last].text == "?" or tree.sentence.text.rstrip("\"' ").endswith("?")


def _lemmas(
    tree: Tree, predicate: Predicate, arguments: Arguments, words: Sequence[int], context: Context
) -> tuple[str, ...]:
    """Content lemmas of the arguments; of the whole sentence's names where there are hardly any."""
    # What a predicate has for its subject says what it is said of: "the sample was clean".
    outside = _outside(tree) | {i for i in words if tree.tokens[i].dep not in _SUBJECTS}
    found: dict[str, None] = {}
    ordered = [*arguments.patients, *arguments.clauses, *arguments.others]
    if arguments.patients or arguments.clauses:
        ordered += arguments.agents
    else:
        ordered = [*arguments.agents, *ordered]
    for index in ordered:
        inner = tree.subtree(index, None if index in arguments.clauses else PHRASE)
        if predicate.dimension == "statement" and index in arguments.patients:
            # What is denied stands in the clause: "reports that the bridge had been sold".
            inner |= {i for child in direct(tree, index, _REPORTED) for i in tree.subtree(child)}
        if index in arguments.agents and index is not ordered[0]:
            found.setdefault(BY)
        if predicate.dimension in questions("personal"):
            # "His former director pleaded guilty": not he, nor Roe where Roe's driver did.
            inner -= _possessives(tree, inner) | _owners(tree, index)
            inner |= _same_person(tree, index)
            if tree.tokens[index].lemma in _VAGUE:
                relative = direct(tree, index, ("relcl", "acl"))
                inner |= {i for c in relative if words[0] not in tree.subtree(c) for i in tree.subtree(c)}
        if predicate.dimension in questions("exact"):
            inner -= _possessives(tree, inner)
        # The head first: it says what the thing is, the rest which one.
        for word in sorted(inner - outside, key=lambda i: (i != index, i)):
            found.update(dict.fromkeys(read_content(tree, word, context)))
    if len(found) < FEW_ARGUMENTS and predicate.dimension not in questions("personal"):
        near = [i for i, token in enumerate(tree.tokens) if token.pos == "PROPN" and i not in outside]
        found.update(dict.fromkeys(tree.tokens[i].lemma for i in near))
    if not found:
        found.update(dict.fromkeys(tree.tokens[i].lemma for i in words[1:] if tree.tokens[i].pos in CONTENT))
    return tuple(found)[:LONGEST_ARGUMENTS]


def _same_person(tree: Tree, index: int) -> set[int]:
    """The name that stands for the same person: "Ann Roe, the woman who", "the man was named as Tor Orm"."""
    token = tree.tokens[index]
    if token.dep == "appos" and tree.tokens[token.head].pos == "PROPN":
        return {token.head, *direct(tree, token.head, ("compound",))}
    if token.dep != "nsubjpass" or tree.tokens[token.head].lemma not in _IDENTIFYING:
        return set()
    names = [n for prep in direct(tree, token.head, ("prep",)) for n in direct(tree, prep, ("pobj",))]
    names += direct(tree, token.head, ("oprd", "attr", "dobj"))
    proper = [name for name in names if tree.tokens[name].pos == "PROPN"]
    return {word for name in proper for word in (name, *direct(tree, name, ("compound",)))}


def _possessives(tree: Tree, indexes: Iterable[int]) -> set[int]:
    return {index for index in indexes if tree.tokens[index].tag == "PRP$"}


def _owners(tree: Tree, index: int) -> set[int]:
    """The name of whose relative, lawyer or driver somebody is."""
    if tree.tokens[index].lemma not in _people():
        return set()
    owners = [i for i in direct(tree, index, ("poss",)) if tree.tokens[i].pos == "PROPN"]
    return {word for owner in owners for word in tree.subtree(owner)}


def _outside(tree: Tree) -> set[int]:
    """Tokens that are no argument of anything: times, amounts and the dateline."""
    found = {i for e in tree.sentence.entities if e.label in _TIMES for i in range(e.first, e.stop)}
    if tree.tokens and tree.tokens[0].text.isupper():
        dash = next(
            (i for i, token in enumerate(tree.tokens[:_DATELINE]) if token.text in {"-", "–", "—"}), 0
        )
        found.update(range(dash))
    return found


def _span(tree: Tree, words: Sequence[int], denials: Sequence[int]) -> tuple[int, int]:
    for chosen in ((*words, *denials), tuple(words)):
        start, end = tree.tokens[min(chosen)].start, tree.tokens[max(chosen)].end
        if end - start <= LONGEST_SPAN:
            return start, end
    return tree.tokens[words[0]].start, tree.tokens[words[0]].end
