"""From the place of a value in its sentence to the wording of its question, by kind."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from discrepancy.model import Date, Figure, Kind, Mention
from discrepancy.question.clauses import be, skeleton, subject_phrase
from discrepancy.question.counts import word_count
from discrepancy.question.measures import word_measure
from discrepancy.question.names import word_name, word_place
from discrepancy.question.phrases import MAX_WORDS, complements, noun_phrase
from discrepancy.question.ranks import word_ordinal, word_score
from discrepancy.question.tree import Tree
from discrepancy.question.words import is_dimension, nouns, verbs, wordings


def word_question(mention: Mention, tree: Tree) -> str:
    """The wording, perhaps too long; a bare "figure" or the like only where nothing is there to say."""
    name = _default(mention)
    anchor = tree.anchor()
    if anchor is None:
        return name
    wording = _WORDINGS[mention.kind](mention, tree, anchor)
    if wording and " " not in wording and not any(token.text.lower() == wording for token in tree.tokens):
        name, wording = wording, ""  # A word that the sentence does not have names too little.
    if wording and " " not in wording and mention.kind is Kind.NUMBER and not is_dimension(wording):
        name, wording = wording, ""
    return wording or _fall_back(name, tree, anchor)


def _default(mention: Mention) -> str:
    value = mention.value
    if isinstance(value, Figure):
        return str(wordings("measures").get(value.measure, "figure"))
    if isinstance(value, Date) and value.type == "TIME":
        return "time"
    return "figure" if mention.kind is Kind.NUMBER else mention.kind.value


def _fall_back(name: str, tree: Tree, anchor: int) -> str:
    """The kind of value and what its sentence is about: the subject above it, or the nearest noun."""
    verb = tree.governing_verb(anchor)
    subject = tree.subject(verb) if verb is not None else None
    told = [
        i
        for i, token in enumerate(tree.tokens)
        if token.pos in {"NOUN", "PROPN"}
        and token.dep != "compound"
        and len(token.text) > 2
        and token.text[0].isalpha()
        and token.lemma not in nouns("temporal")
        and not tree.holds_value(i)
    ]
    about = subject if subject in told else min(told, key=lambda i: (abs(i - anchor), i), default=None)
    if about is None:
        return name
    return f"{name} in the sentence about {noun_phrase(tree, about, 3)}"


# Dates.

_BOUNDS = frozenset({"until", "till", "since", "by", "from", "before", "after"})


def _word_date(mention: Mention, tree: Tree, anchor: int) -> str:
    value = mention.value
    name = "time" if isinstance(value, Date) and value.type == "TIME" else "date"
    if isinstance(value, Date) and value.type == "SET":
        name = "how often"
    if anchor < tree.dateline:
        return "date of the report"
    preposition = ""
    at = anchor
    for _ in tree.tokens:
        head = tree.heads[at]
        if head == at:
            break
        token = tree.tokens[head]
        if token.pos in {"VERB", "AUX"}:
            return _date_of_clause(name, preposition, tree, head, at)
        if token.dep in {"prep", "mark", "pcomp"} or token.pos in {"ADP", "SCONJ"}:
            preposition = token.text.lower()
        elif _is_event(tree, head):
            head = _top_of_chain(tree, head)
            verb = tree.governing_verb(head)
            if preposition in _BOUNDS and verb is not None:
                return _date_of_clause(name, preposition, tree, verb, at)
            told = noun_phrase(tree, head, 5)
            alone = (
                tree.tokens[head].tag == "NN"
                and tree.tokens[at].dep == "poss"
                and tree.child(head, "det") is None
            )
            return f"{name} of {'the ' if alone else ''}{told}"
        at = head
    return ""


def _is_event(tree: Tree, head: int) -> bool:
    """Whether a noun can have a date: not part of the date itself, and no bare unit."""
    token = tree.tokens[head]
    if token.pos not in {"NOUN", "PROPN"} or head in tree.inside or token.lemma in nouns("temporal"):
        return False
    return token.text[0].isalpha() and not tree.is_unit(head)


def _top_of_chain(tree: Tree, noun: int) -> int:
    """From "confidence" in "a vote of confidence in May" to the vote."""
    for _ in range(3):
        above = tree.heads[noun]
        top = tree.heads[above]
        if (
            tree.tokens[above].lemma != "of"
            or tree.tokens[top].pos != "NOUN"
            or tree.holds_value(noun) is False
        ):
            break
        noun = top
    return noun


def _date_of_clause(name: str, preposition: str, tree: Tree, verb: int, at: int) -> str:
    token = tree.tokens[verb]
    subject = tree.subject(verb)
    if token.lemma in verbs("report") and tree.child(verb, "dobj") is None:
        front = subject_phrase(tree, subject, 4) if subject is not None else ""
        return (
            f"{name} of the statement by {front}"
            if front and subject is not None and not tree.is_pronoun(subject)
            else f"{name} of the statement"
        )
    if name == "how often":
        return " ".join([name, skeleton(tree, verb, MAX_WORDS - 2, skip=at)])
    if preposition in _BOUNDS:
        return f"{name} {preposition} which {skeleton(tree, verb, MAX_WORDS - 3, skip=at)}"
    if token.lemma == "be" and not complements(tree, verb, 5, skip=at) and subject is not None:
        if subject in tree.inside:
            return ""
        return f"{name} of {noun_phrase(tree, subject, 6)}"
    clause = skeleton(tree, verb, MAX_WORDS - 1, skip=at)
    if " " not in clause:
        return ""
    return f"{name} {clause}" if _is_past(tree, verb) else f"when {clause}"


def _is_past(tree: Tree, verb: int) -> bool:
    tags = {tree.tokens[c].tag for c in tree.children[verb] if tree.tokens[c].dep in {"aux", "auxpass"}}
    first = tags or {tree.tokens[verb].tag}
    return bool(first & {"VBD", "VBN"})


# Statuses.


def _word_status(mention: Mention, tree: Tree, anchor: int) -> str:
    dimension = mention.value.normal.split(":")[0].partition(" ")[0]
    theme = _theme(tree, anchor)
    template = wordings("statuses").get(dimension, "")
    if theme is None:
        verb = tree.governing_verb(anchor)
        theme = tree.subject(verb) if verb is not None else None
        template = wordings("actors").get(dimension, template)
    if not template or theme is None or theme in tree.inside or tree.is_pronoun(theme):
        return _fall_back(dimension, tree, anchor)
    phrase = noun_phrase(tree, theme, 5)
    return template.replace("@", phrase).replace("#", be(tree, theme))


def _theme(tree: Tree, anchor: int) -> int | None:
    """What the predicate is done to or said of: its object, or the noun behind "of"; None for an actor."""
    verb = anchor
    if (theme := tree.child(verb, "dobj", "nsubjpass")) is not None:
        if tree.tokens[theme].tag in {"WP", "WDT"} and tree.tokens[verb].dep == "relcl":
            return tree.heads[verb]
        if not tree.holds_value(theme) and not _is_amount(tree, theme):
            return theme
    subject = tree.child(verb, "nsubj")
    if (
        tree.tokens[verb].dep == "relcl"
        and subject is not None
        and tree.tokens[subject].tag not in {"WP", "WDT"}
    ):
        return tree.heads[verb]
    if subject is None and (tree.is_passive(verb) or tree.tokens[verb].lemma in verbs("recipient")):
        return tree.subject(verb)
    if tree.tokens[verb].lemma in verbs("recipient") and len(tree.inside) > 1:
        return subject
    if tree.tokens[verb].lemma in verbs("happening") and tree.child(verb, "dobj") is None:
        return tree.subject(verb)
    for child in tree.children[verb]:
        if tree.tokens[child].dep == "prep" and tree.tokens[verb].pos == "NOUN":
            noun = tree.child(child, "pobj")
            if noun is not None:
                return noun
    return None


def _is_amount(tree: Tree, noun: int) -> bool:
    if tree.tokens[noun].lemma in {"half", "third", "quarter", "point", "percent", "%"}:
        return True
    return tree.child(noun, "nummod", "quantmod") is not None


# Numbers.


def _word_figure(mention: Mention, tree: Tree, anchor: int) -> str:
    value = mention.value
    if not isinstance(value, Figure):
        return ""
    if value.measure == "count":
        return word_count(value, tree, anchor)
    if value.measure == "ordinal":
        return word_ordinal(value, tree, anchor)
    if value.measure == "score":
        return word_score(mention, tree, anchor)
    return word_measure(value, tree, anchor)


def _word_quote(mention: Mention, tree: Tree, anchor: int) -> str:
    return "quoted words"


def _word_role(mention: Mention, tree: Tree, anchor: int) -> str:
    return f"office of {mention.owner}" if mention.owner else "office held"


_Wording = Callable[[Mention, Tree, int], str]
_WORDINGS: MappingProxyType[Kind, _Wording] = MappingProxyType(
    {
        Kind.DATE: _word_date,
        Kind.FIGURE: _word_figure,
        Kind.NUMBER: _word_figure,
        Kind.NAME: word_name,
        Kind.ROLE: _word_role,
        Kind.PLACE: word_place,
        Kind.STATUS: _word_status,
        Kind.QUOTE: _word_quote,
    }
)
