"""What the grammar says to happen at a place without a name, and to whom or what.

Verbs and nouns of like meaning are one doing, words for one thing are one thing (``lexicon/spots.toml``), so
that "the blaze broke out in the vestry" and "the flames were first seen in the vestry" tell the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.extract.grammar import Tree
from discrepancy.lexicon.nouns import nouns_for_people
from discrepancy.lexicon.spots import (
    bare_scales,
    doing_nouns,
    doing_verbs,
    same_things,
    side_words,
    sorts_by_last_word,
    spot_words,
    things,
)
from discrepancy.model import Phrase

SOMEBODY = "somebody"
"""Thing of a doing that happens to a person of whom only a common noun tells."""

_STEPS = 8
"""Most words from a spot up to the verb that it hangs on."""
_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
_CLAUSES = frozenset({"acl", "relcl"})
_SUBJECTS = ("nsubj", "nsubjpass")
_PARTS = frozenset(
    {
        "all",
        "both",
        "bulk",
        "dozen",
        "group",
        "hundred",
        "majority",
        "most",
        "number",
        "part",
        "some",
        "thousand",
    }
)
"""Words for some of what is named behind them: "hundreds of strikers"."""
_HANGING = frozenset({"acomp", "advmod", "dobj", "npadvmod", "oprd", "prt", "xcomp"})
_BEHIND = frozenset({"across", "upon"})
"""Prepositions that belong to a verb: "came across a body"."""
_RELATIVE = frozenset({"that", "which", "who"})
_OF_SUBJECT = frozenset({"begin", "break", "gather"})
"""Doings of their subject where they have an object too: "the fire took hold"."""


@dataclass(frozen=True, slots=True)
class Doing:
    """What happens at a spot: the class of verbs and nouns, and the thing or person it happens to.

    Attributes:
        name: Its name in ``lexicon/spots.toml``, or the lemma of a verb that is not there.
        thing: Token of the thing, or None.
        lemma: The name of the thing, or "".
    """

    name: str
    thing: int | None
    lemma: str


def find_doings(tree: Tree, index: int, value: Phrase) -> Iterator[Doing]:
    """What happens at a spot.

    Args:
        tree: The sentence.
        index: The token that the spot hangs by.
        value: The spot.
    """
    yield from dict.fromkeys((*_where_clauses(tree, index), *_climb(tree, index, value)))


def _where_clauses(tree: Tree, index: int) -> Iterator[Doing]:
    """The verb of "the chapel, where the mutiny started"."""
    for child in tree.children[index]:
        if tree.tokens[child].dep == "relcl" and any(
            tree.tokens[c].text.lower() == "where" for c in tree.children[child]
        ):
            yield from _of_verb(tree, child)


def _climb(tree: Tree, at: int, value: Phrase) -> Iterator[Doing]:
    """What the verb and the nouns tell on which a spot hangs."""
    tokens = tree.tokens
    is_side, is_level = value.lemmas[0].startswith("side:"), value.lemmas[0] == "level"
    placed = is_side or tokens[at].dep == "advmod"
    for _ in range(_STEPS):
        token, up = tokens[at], tokens[at].head
        if up == at:
            return
        if token.pos in {"ADP", "SCONJ"}:
            if _is_reference(tree, at) or (not is_side and _is_distance(tree, at)):
                return
            lemma = token.lemma.lower()
            if not placed and lemma not in spot_words("places") | {"of", "with"}:
                return
            placed = placed or lemma in spot_words("places")
            if tokens[up].pos in _VERBS:
                yield from _before(tree, at)
        elif tokens[up].pos in _VERBS and not placed and token.dep != "advmod":
            return
        at = up
        if tokens[at].pos in _VERBS:
            yield from _of_verb(tree, at)
            if tokens[at].dep not in _CLAUSES or tokens[at].lemma not in spot_words("being"):
                return
            placed = True
            at = tokens[at].head
        if tokens[at].pos in _NOUNS:
            if _is_spot(tree, at) and not (is_level or is_side) and placed:
                return
            if placed and (doing := doing_nouns().get(tokens[at].lemma)):
                yield _make(tree, doing, _of_what(tree, at))
            if tokens[at].dep in {*_SUBJECTS, "dobj"} and not placed:
                return


def _before(tree: Tree, preposition: int) -> Iterator[Doing]:
    """The noun before a place, where the parser hangs that on the verb: "after the rupture of a pipe in"."""
    at = preposition - 1
    for _ in range(2):
        if at < 0 or tree.tokens[at].pos != "NOUN":
            return
        if doing := doing_nouns().get(tree.tokens[at].lemma):
            yield _make(tree, doing, _of_what(tree, at))
        of = tree.tokens[at].head
        if tree.tokens[of].lemma != "of":
            return
        at = tree.tokens[of].head


def _is_reference(tree: Tree, preposition: int) -> bool:
    """Whether a place only helps to find another one: "the store next to the gate", "south of the quarry"."""
    token, up = tree.tokens[preposition], tree.tokens[preposition].head
    if token.lemma == "of" and side_words().get(tree.tokens[up].text.lower(), ("",))[0] == "compass":
        return True
    return _is_spot(tree, up) and token.lemma.lower() in spot_words("beside")


def _is_distance(tree: Tree, preposition: int) -> bool:
    """Whether something is told to be so far from a place: "two miles from the shore"."""
    token, tokens = tree.tokens[preposition], tree.tokens
    before = {tokens[token.head].lemma, tokens[preposition - 1].lemma if preposition else ""}
    return token.lemma.lower() in {"from", "off"} and not before.isdisjoint(spot_words("lengths"))


def _is_spot(tree: Tree, index: int) -> bool:
    lemma = tree.tokens[index].lemma.lower()
    return (lemma in sorts_by_last_word() or lemma in bare_scales()) and lemma not in doing_nouns()


def _of_what(tree: Tree, noun: int) -> int:
    """What a noun of happening is told of: "the rupture of a pipe", "the pipe burst"; else itself."""
    subject = tree.child(noun, *_SUBJECTS)
    if subject is not None:
        return subject
    for child in tree.children[noun]:
        if tree.tokens[child].lemma == "of":
            return next((c for c in tree.children[child] if tree.tokens[c].dep == "pobj"), noun)
    return noun


def _of_verb(tree: Tree, verb: int) -> Iterator[Doing]:
    lemma = tree.tokens[verb].lemma.lower()
    near = _hanging(tree, verb)
    doing = next((d for rest, d in doing_verbs().get(lemma, ()) if rest <= near), "")
    if lemma == "be" or doing == "happen" or lemma in spot_words("light"):
        told = next(
            (i for i in _arguments(tree, verb) if tree.tokens[i].lemma in doing_nouns()),
            None,
        )
        if told is not None:
            subject = _subject(tree, verb)
            is_own = subject is None or subject == told or lemma != "make"
            yield _make(
                tree, doing_nouns()[tree.tokens[told].lemma], _of_what(tree, told) if is_own else subject
            )
            return
    thing = _thing(tree, verb, doing)
    if lemma == "be":
        doing = "be"
    if doing or (tree.tokens[verb].pos == "VERB" and thing is not None):
        made = _make(tree, doing or lemma, thing)
        if made.name != "be":
            yield made


def _arguments(tree: Tree, verb: int) -> Iterator[int]:
    subject = _subject(tree, verb)
    yield from (i for i in (tree.child(verb, "dobj", "attr"), subject) if i is not None)


def _thing(tree: Tree, verb: int, doing: str) -> int | None:
    """What a verb's doing happens to: its object, else its subject."""
    tokens = tree.tokens
    token = tokens[verb]
    subject, obj = _subject(tree, verb), tree.child(verb, "dobj")
    if token.lemma == "be":
        is_there = tree.child(verb, "expl") is not None
        return tree.child(verb, "attr") if is_there else subject
    passive = tree.child(verb, "nsubjpass", "auxpass") is not None or (
        token.dep in _CLAUSES and token.tag == "VBN"
    )
    if doing == "found" and token.lemma == "come":
        behind = (c for c in tree.children[verb] if tokens[c].lemma in _BEHIND)
        return next((p for c in behind if (p := tree.child(c, "pobj")) is not None), subject)
    of_subject = subject is not None and (doing in _OF_SUBJECT or token.lemma == "spend")
    return obj if obj is not None and not passive and not of_subject else subject


def _hanging(tree: Tree, verb: int) -> set[str]:
    """The words that may make one phrase with a verb: "broke out", "let go", "first seen"."""
    tokens = tree.tokens
    words = {verb} | {
        c
        for c in tree.children[verb]
        if tokens[c].dep in _HANGING or tokens[c].lemma in _BEHIND or tokens[c].text.lower() == "first"
    }
    for child in tree.children[verb]:  # "came into the world"
        words |= {c for c in tree.children[child] if tokens[child].lemma == "into"}
    if tokens[verb].dep in {"ccomp", "xcomp"}:
        words.add(tokens[verb].head)
    return {tokens[c].lemma.lower() for c in words} | {tokens[c].text.lower() for c in words}


def _subject(tree: Tree, verb: int) -> int | None:
    """A verb's subject, what a clause without one is about, or what "there" announces."""
    token = tree.tokens[verb]
    if tree.child(verb, "expl") is not None:
        return tree.child(verb, "attr", "dobj")
    found = tree.child(verb, *_SUBJECTS)
    if found is not None and tree.tokens[found].text.lower() in _RELATIVE and token.dep == "relcl":
        return token.head
    if found is None and token.dep in _CLAUSES:
        return token.head
    if found is None and token.dep in {"conj", "xcomp", "advcl"} and token.head != verb:
        return _subject(tree, token.head)
    return found


def _whole(tree: Tree, part: int) -> int:
    """What some of which is told: the strikers of "hundreds of strikers"."""
    if tree.tokens[part].lemma.lower() in _PARTS:
        for child in tree.children[part]:
            if tree.tokens[child].lemma == "of":
                whole = tree.child(child, "pobj")
                return part if whole is None else whole
    return part


def _make(tree: Tree, doing: str, thing: int | None) -> Doing:
    name = "" if thing is None else _name(tree, _whole(tree, thing))
    name = same_things().get(doing, name)
    if name in spot_words("emitted") and doing in spot_words("emitting"):
        doing = "emit"
    return Doing(doing, None if thing is None else _whole(tree, thing), name)


def _name(tree: Tree, thing: int) -> str:
    """The name of a thing, whatever noun it is called by; "" for a pronoun or a name of its own."""
    token = tree.tokens[thing]
    lemma = token.lemma.lower()
    if known := things().get(lemma) or things().get(token.text.lower()):
        return known
    if token.pos not in {"NOUN", "ADJ", "NUM"}:
        return ""
    return SOMEBODY if lemma in nouns_for_people() or token.pos != "NOUN" else lemma
