"""What part of a whole a value states: "share of the estate the heirs have sold"."""

from __future__ import annotations

from discrepancy.model import Figure
from discrepancy.question.clauses import subject_phrase, verb_group
from discrepancy.question.phrases import MAX_WORDS, complements, noun_phrase, spell
from discrepancy.question.tree import Tree
from discrepancy.question.words import is_dimension, nouns, verbs

CLAUSAL = frozenset({"VERB", "AUX"})


def _of_what(name: str, value: Figure, tree: Tree, place: int) -> str:
    """From "two tonnes of salt" → weight of salt, with what became of it."""
    for child in tree.children[place]:
        if tree.tokens[child].lemma != "of" or child < place:
            continue
        noun = tree.child(child, "pobj")
        if noun is None or tree.is_pronoun(noun) or tree.holds_value(noun):
            continue
        lemma = tree.tokens[noun].lemma
        if is_dimension(lemma):
            return noun_phrase(tree, noun, 7, det=False)
        if value.measure == "length":
            name = "amount" if lemma in nouns("fallen") else "length"
        elif value.measure == "duration":
            name = "length"
        whole = f"{name} of {noun_phrase(tree, noun, 4)}"
        rest = _share_clause(tree, place, noun, MAX_WORDS - len(whole.split()))
        return f"{whole} {rest}".strip()
    return ""


def word_part(name: str, value: Figure, tree: Tree, place: int) -> str:
    """Shares of a whole: "40% of the estate" → share of the estate the heirs have sold."""
    if value.measure not in {"percent", "ratio"}:
        return _of_what(name, value, tree, place)
    for child in tree.children[place]:
        if tree.tokens[child].lemma != "of":
            continue
        noun = tree.child(child, "pobj")
        if noun is None or tree.is_pronoun(noun) or tree.holds_value(noun):
            continue
        if not tree.tokens[noun].text[0].isalpha():
            continue
        whole = f"share of {noun_phrase(tree, noun, 4, det=True)}"
        return " ".join(
            filter(None, [whole, _share_clause(tree, place, noun, MAX_WORDS - len(whole.split()))])
        )
    return ""


def _share_clause(tree: Tree, place: int, noun: int, room: int) -> str:
    dep, head = tree.tokens[place].dep, tree.heads[place]
    token = tree.tokens[head]
    if token.pos not in CLAUSAL:
        return ""
    if dep in {"nsubj", "nsubjpass"}:
        if token.lemma == "be":
            return " ".join(complements(tree, head, room))
        group = verb_group(tree, head)
        if tree.child(head, "auxpass") is not None:
            group = spell(tree, head)
        else:
            group = f"{'who' if tree.tokens[noun].lemma in nouns('people') else 'that'} {group}"
        return " ".join([group, *complements(tree, head, room - len(group.split()))])
    if dep == "dobj":
        subject = tree.subject(head)
        front = subject_phrase(tree, subject, 3)
        if front and subject is not None and not tree.is_pronoun(subject):
            if token.lemma in verbs("possession") | {"own", "hold"}:
                return f"{verb_group(tree, head)} by {front}" if token.tag == "VBN" else f"held by {front}"
            return f"{front} {verb_group(tree, head)}"
    return ""
