"""The skeleton of a clause: "the dam was inaugurated by the minister"."""

from __future__ import annotations

from discrepancy.question.phrases import AUXILIARIES, complements, join, noun_phrase, spell
from discrepancy.question.tree import RELATIVE, Tree
from discrepancy.question.words import wordings


def skeleton(tree: Tree, verb: int, room: int, *, skip: int | None = None) -> str:
    """Subject, verb and what fits behind it: "the dam was inaugurated by the minister"."""
    subject = tree.subject(verb)
    front = subject_phrase(tree, subject, 0)
    group = verb_group(tree, verb)
    if not front and (there := tree.child(verb, "expl")) is not None:
        front = spell(tree, there)
    if not front and subject is not None and tree.tokens[subject].tag in RELATIVE:
        front = "it"
    if group.startswith("to "):
        group = f"{be(tree, subject, present=True)} {group}" if front else group
    if (len(front.split()) + len(group.split()) > room and subject is not None) or (
        subject is not None
        and room - len(f"{front} {group}".split()) < 2 + (tree.child(verb, "dobj") != skip)
    ):
        front = _curt(tree, subject, front)
    left = room - len(front.split()) - len(group.split())
    rest = " ".join(complements(tree, verb, left, skip=skip))
    if front and subject is not None:
        full = subject_phrase(tree, subject, room - len(group.split()) - len(rest.split()))
        front = full if len(f"{full} {group} {rest}".split()) <= room else front
    return " ".join(filter(None, [front, group, rest]))


def subject_phrase(tree: Tree, subject: int | None, room: int) -> str:
    """The subject's noun phrase, or "" where there is none or the value is (in) it."""
    if subject is None or subject in tree.inside or tree.tokens[subject].tag in RELATIVE:
        return ""
    if tree.tokens[subject].pos == "NUM":
        return "some"
    if not tree.tokens[subject].text[0].isalpha():  # "12% of the barley"
        of = tree.child(subject, "prep")
        whole = tree.child(of, "pobj") if of is not None else None
        return noun_phrase(tree, whole, room) if whole is not None else ""
    return noun_phrase(tree, subject, room)


def _curt(tree: Tree, subject: int, phrase: str) -> str:
    """The subject without its attributes."""
    return f"the {spell(tree, subject)}" if tree.tokens[subject].pos == "NOUN" else phrase


def verb_group(tree: Tree, verb: int) -> str:
    """The verb with its auxiliaries, its particle and the verbs it depends on: "plans to build"."""
    token = tree.tokens[verb]
    parts = [i for i in tree.children[verb] if tree.tokens[i].dep in AUXILIARIES and i not in tree.inside]
    if (
        token.dep == "xcomp"
        and tree.heads[verb] != verb
        and tree.tokens[tree.heads[verb]].pos in {"VERB", "AUX", "ADJ"}
    ):
        above = verb_group(tree, tree.heads[verb])
        return f"{above} {join(tree, [*parts, verb, *_particle(tree, verb)])}"
    if token.dep == "acl" and token.tag in {"VBN", "VBG"} and not parts:
        return f"{be(tree, tree.heads[verb])} {join(tree, [verb, *_particle(tree, verb)])}"
    if token.dep == "conj" and token.tag in {"VBN", "VB"} and not parts:
        had = _auxiliary_of_head(tree, verb)
        return f"{had} {join(tree, [verb, *_particle(tree, verb)])}".strip()
    if token.tag == "VBG" and not parts and tree.child(verb, "nsubj") is None:
        return f"{be(tree, tree.subject(verb))} {join(tree, [verb, *_particle(tree, verb)])}"
    return join(tree, [*parts, verb, *_particle(tree, verb)])


def _auxiliary_of_head(tree: Tree, verb: int) -> str:
    """What "and" leaves out before a second verb: "had won and taken", "will come and go"."""
    first = None
    while first is None and tree.tokens[verb].dep == "conj" and tree.heads[verb] < verb:
        verb = tree.heads[verb]
        first = tree.child(verb, "auxpass", "aux")
    if first is None:
        return ""
    return be(tree, tree.subject(verb)) if tree.tokens[first].dep == "auxpass" else spell(tree, first)


def past_participle(tree: Tree, verb: int) -> str:
    """The past participle with its particle, for reduced clauses: "people killed"."""
    token = tree.tokens[verb]
    word = wordings("participles").get(token.lemma, "")
    if not word:
        word = token.text.lower() if token.tag in {"VBD", "VBN"} else _regular(token.lemma)
    return " ".join([word, *(spell(tree, i) for i in _particle(tree, verb))])


def _particle(tree: Tree, verb: int) -> list[int]:
    return [i for i in tree.children[verb] if tree.tokens[i].dep == "prt" and i not in tree.inside]


def be(tree: Tree, subject: int | None, *, present: bool = False) -> str:
    """Either "was" or "were", as the subject asks."""
    if subject is None:
        return "is" if present else "was"
    plural = tree.tokens[subject].tag in {"NNS", "NNPS"} or tree.child(subject, "conj") is not None
    if present:
        return "are" if plural else "is"
    return "were" if plural else "was"


def _regular(lemma: str) -> str:
    if lemma.endswith("e"):
        return f"{lemma}d"
    return f"{lemma[:-1]}ied" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else f"{lemma}ed"
