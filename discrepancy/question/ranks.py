"""What an ordinal or a score answers: "which stage of the race", "vote on the motion"."""

from __future__ import annotations

from discrepancy.model import Figure, Mention
from discrepancy.question.clauses import skeleton
from discrepancy.question.names import participant
from discrepancy.question.phrases import MAX_WORDS, complements, noun_phrase, prepositional, spell
from discrepancy.question.tree import Tree
from discrepancy.question.words import nouns


def word_ordinal(value: Figure, tree: Tree, anchor: int) -> str:
    """Which of several it is, or on which place the subject came."""
    head = tree.heads[anchor]
    while head != anchor and tree.tokens[head].pos == "ADJ" and tree.tokens[anchor].dep == "conj":
        anchor, head = head, tree.heads[head]
    if tree.tokens[head].pos in {"NOUN", "PROPN"} and head != anchor:
        return _which(value, tree, anchor, head)
    subject = tree.subject(head) if tree.tokens[head].pos in {"VERB", "AUX"} else None
    if subject is None or tree.is_pronoun(subject) or tree.holds_value(subject):
        return ""
    return f"position of {noun_phrase(tree, subject, 6)}"


def _which(value: Figure, tree: Tree, anchor: int, noun: int) -> str:
    """From "which issue of the magazine", with the clause around it where the noun stands alone."""
    owner = tree.child(noun, "poss")
    if owner is not None and not tree.is_pronoun(owner):
        return f"which {spell(tree, noun)} of {noun_phrase(tree, owner, 4)}"
    name = f"which {noun_phrase(tree, noun, 6, det=False)}"
    unit = tree.tokens[anchor - 1] if anchor else None
    if (
        unit is not None
        and unit.lemma == value.unit
        and unit.pos in {"NOUN", "PROPN"}
        and unit is not tree.tokens[noun]
    ):
        return f"which {unit.text.lower()} of the {spell(tree, noun)}"
    if owner is not None:
        name = name.replace(f"which {spell(tree, owner)} ", "which ")
    dep, head = tree.tokens[noun].dep, tree.heads[noun]
    if len(name.split()) > 3:
        return name
    room = MAX_WORDS - len(name.split())
    if dep in {"nsubj", "nsubjpass"} and tree.tokens[head].pos in {"VERB", "AUX"}:
        return participant(name, "", tree, noun)
    if dep == "dobj":
        return f"{name} {skeleton(tree, head, room, skip=noun)}"
    if dep == "pobj" and tree.tokens[tree.heads[head]].pos in {"VERB", "AUX"}:
        return f"{name} {skeleton(tree, tree.heads[head], room - 1, skip=head)} {spell(tree, head)}"
    return name


def word_score(mention: Mention, tree: Tree, anchor: int) -> str:
    """The vote with its matter, or the score with its occasion."""
    head = tree.heads[anchor]
    by_noun = tree.tokens[head].pos == "NOUN" and tree.tokens[head].lemma in nouns("result")
    if by_noun and len(told := noun_phrase(tree, head, 7, det=False)) > 6:
        return told
    verb = tree.governing_verb(anchor)
    name = "vote" if any(token.lemma in nouns("ballot") for token in tree.tokens) else "score"
    if verb is None:
        return ""
    if (theme := tree.child(verb, "dobj", "nsubjpass")) is not None and not tree.holds_value(theme):
        return f"{name} on {noun_phrase(tree, theme, 6)}"
    subject = tree.subject(verb)
    if tree.tokens[verb].lemma == "vote":
        return " ".join(["vote", *_matter(tree, verb)])
    if subject is not None and tree.tokens[subject].lemma == name:
        return noun_phrase(tree, subject, 6, det=False)
    return f"{name} when {skeleton(tree, verb, MAX_WORDS - 2)}"


def _matter(tree: Tree, verb: int) -> list[str]:
    """What was voted on: "on the motion", "to issue a permit"; not when."""
    for child in tree.children[verb]:
        token = tree.tokens[child]
        if token.dep == "prep" and token.lemma in {"for", "against", "on", "in"}:
            noun = tree.child(child, "pobj")
            if noun is None or tree.tokens[noun].lemma in nouns("temporal"):
                continue
            if text := prepositional(tree, child, 7):
                return [text]
    return [text for text in complements(tree, verb, 7) if text.startswith("to ")]
