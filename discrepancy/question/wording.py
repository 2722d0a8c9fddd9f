"""From the place of a value in its sentence to the wording of its question, by kind."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import MappingProxyType
from typing import Any

from discrepancy.lexicon import read_table
from discrepancy.model import Date, Figure, Kind, Mention, Name
from discrepancy.question.counts import word_count
from discrepancy.question.grammar import MAX_WORDS, Grammar
from discrepancy.question.measures import word_measure


@cache
def _table() -> dict[str, Any]:
    return read_table("questions")


def word_question(mention: Mention, grammar: Grammar) -> str:
    """The wording, perhaps too long; a bare "figure" or the like only where nothing is there to say."""
    name = _default(mention)
    anchor = grammar.anchor()
    if anchor is None:
        return name
    wording = _WORDINGS[mention.kind](mention, grammar, anchor)
    return wording or _fall_back(name, grammar, anchor)


def _default(mention: Mention) -> str:
    value = mention.value
    if isinstance(value, Figure):
        return str(_table()["measures"].get(value.measure, "figure"))
    if isinstance(value, Date) and value.type == "TIME":
        return "time"
    return "figure" if mention.kind is Kind.NUMBER else mention.kind.value


def _fall_back(name: str, grammar: Grammar, anchor: int) -> str:
    """The kind of value and what its sentence is about: the subject above it, or the nearest noun."""
    verb = grammar.governing_verb(anchor)
    subject = grammar.subject(verb) if verb is not None else None
    nouns = [
        i
        for i, token in enumerate(grammar.tokens)
        if token.pos in {"NOUN", "PROPN"} and token.dep != "compound" and not grammar.holds_value(i)
    ]
    about = subject if subject in nouns else min(nouns, key=lambda i: (abs(i - anchor), i), default=None)
    if about is None:
        return name
    return f"{name} in the sentence about {grammar.noun_phrase(about, 3)}"


# Dates.


def _word_date(mention: Mention, grammar: Grammar, anchor: int) -> str:
    value = mention.value
    name = "time" if isinstance(value, Date) and value.type == "TIME" else "date"
    if isinstance(value, Date) and value.type == "SET":
        name = "how often"
    preposition = ""
    at = anchor
    temporal = frozenset(_table()["nouns"]["temporal"])
    for _ in grammar.tokens:
        head = grammar.heads[at]
        if head == at:
            break
        token = grammar.tokens[head]
        if token.pos in {"VERB", "AUX"}:
            return _date_of_clause(name, preposition, grammar, head, at)
        if token.dep in {"prep", "mark", "pcomp"} or token.pos in {"ADP", "SCONJ"}:
            preposition = token.text.lower()
        elif token.pos in {"NOUN", "PROPN"} and head not in grammar.inside and token.lemma not in temporal:
            return f"{_dated(name, preposition)} of {grammar.noun_phrase(head, 5)}"
        at = head
    return ""


def _dated(name: str, preposition: str) -> str:
    return "start" if preposition in {"since", "from"} else "end" if preposition == "until" else name


def _date_of_clause(name: str, preposition: str, grammar: Grammar, verb: int, at: int) -> str:
    token = grammar.tokens[verb]
    subject = grammar.subject(verb)
    if token.lemma in _table()["verbs"]["report"] and grammar.child(verb, "dobj") is None:
        front = grammar.subject_phrase(subject, 4) if subject is not None else ""
        return (
            f"{name} of the statement by {front}"
            if front and subject is not None and not grammar.is_pronoun(subject)
            else f"{name} of the statement"
        )
    if name == "how often":
        return " ".join([name, grammar.clause(verb, MAX_WORDS - 2, skip=at)])
    if preposition in {"until", "till", "since", "by", "from", "before", "after"}:
        return f"{name} {preposition} which {grammar.clause(verb, MAX_WORDS - 3, skip=at)}"
    if token.lemma == "be" and not grammar.complements(verb, 5, skip=at) and subject is not None:
        if subject in grammar.inside:
            return ""
        return f"{name} of {grammar.noun_phrase(subject, 6)}"
    clause = grammar.clause(verb, MAX_WORDS - 1, skip=at)
    return f"{name} {clause}" if _is_past(grammar, verb) else f"when {clause}"


def _is_past(grammar: Grammar, verb: int) -> bool:
    tags = {
        grammar.tokens[c].tag for c in grammar.children[verb] if grammar.tokens[c].dep in {"aux", "auxpass"}
    }
    first = tags or {grammar.tokens[verb].tag}
    return bool(first & {"VBD", "VBN"})


# Places and other names.

_LOCATIVE = frozenset(
    {
        "in",
        "at",
        "on",
        "near",
        "outside",
        "inside",
        "around",
        "across",
        "off",
        "along",
        "over",
        "under",
        "beside",
    }
)


def _word_place(mention: Mention, grammar: Grammar, anchor: int) -> str:
    if mention.start <= grammar.sentence.start + 2 and _opens_dateline(grammar):
        return "place the report was filed from"
    at = anchor
    while grammar.tokens[at].dep in {"appos", "conj"} and grammar.tokens[grammar.heads[at]].pos == "PROPN":
        at = grammar.heads[at]
    head = grammar.heads[at]
    token = grammar.tokens[head]
    if head == at:
        return ""
    if token.pos == "ADP" and grammar.tokens[at].dep in {"pobj", "pcomp"}:
        return _place_behind(token.text.lower(), grammar, head)
    if token.pos in {"NOUN", "PROPN"}:
        return f"location of {grammar.noun_phrase(head, 6)}"
    return _participant("place", "that", grammar, at)


def _opens_dateline(grammar: Grammar) -> bool:
    following = grammar.tokens[max(grammar.inside) + 1 : max(grammar.inside) + 8]
    return any(token.text in {"—", "–", "--", "(", "-"} for token in following)


def _place_behind(preposition: str, grammar: Grammar, at: int) -> str:
    above = grammar.heads[at]
    while grammar.tokens[above].pos == "ADP" and grammar.heads[above] != above:
        at, above = above, grammar.heads[above]
    token = grammar.tokens[above]
    if token.pos in {"VERB", "AUX"}:
        clause = grammar.clause(above, MAX_WORDS - 1, skip=at)
        return f"where {clause}" if preposition in _LOCATIVE else f"place {preposition} which {clause}"
    if above == at or token.pos not in {"NOUN", "PROPN"}:
        return ""
    return f"location of {grammar.noun_phrase(above, 6)}"


def _participant(name: str, pronoun: str, grammar: Grammar, at: int) -> str:
    """A name by its part in the clause: "place that endorsed the plan"."""
    dep, verb = grammar.tokens[at].dep, grammar.heads[at]
    if grammar.tokens[verb].pos not in {"VERB", "AUX"}:
        return ""
    if dep in {"nsubj", "nsubjpass"}:
        group = grammar.verb_group(verb)
        rest = grammar.complements(verb, MAX_WORDS - 2 - len(group.split()))
        return " ".join(filter(None, [name, pronoun, group, *rest]))
    if dep in {"dobj", "dative", "oprd", "attr"}:
        return f"{name} {grammar.clause(verb, MAX_WORDS - 1, skip=at)}"
    return ""


def _word_name(mention: Mention, grammar: Grammar, anchor: int) -> str:
    value = mention.value
    if isinstance(value, Name) and value.title:
        return f"name of the {value.title}"
    appositions = [c for c in grammar.children[anchor] if grammar.tokens[c].dep == "appos"]
    for other in (*appositions, *([grammar.heads[anchor]] if grammar.tokens[anchor].dep == "appos" else [])):
        if grammar.tokens[other].pos == "NOUN":
            return f"name of {grammar.noun_phrase(other, 6)}"
    is_person = isinstance(value, Name) and value.type == "PERSON"
    if grammar.tokens[anchor].dep in {"nsubj", "nsubjpass"} and is_person:
        return _participant("", "who", grammar, anchor)
    return _participant("name", "that", grammar, anchor)


# Statuses.


def _word_status(mention: Mention, grammar: Grammar, anchor: int) -> str:
    template = _table()["statuses"].get(mention.value.normal.split(":")[0])
    theme = _theme(grammar, anchor)
    if template is None or theme is None or grammar.is_pronoun(theme):
        return ""
    phrase = grammar.noun_phrase(theme, 5)
    return str(template).replace("@", phrase).replace("#", grammar.be(theme))


def _theme(grammar: Grammar, anchor: int) -> int | None:
    """What the predicate is said of: its object, else its subject, else the noun behind "of"."""
    verb = anchor
    if (theme := grammar.child(verb, "dobj", "nsubjpass")) is not None and not grammar.holds_value(theme):
        return theme
    for child in grammar.children[verb]:
        if grammar.tokens[child].dep == "prep" and grammar.tokens[verb].pos == "NOUN":
            noun = grammar.child(child, "pobj")
            if noun is not None:
                return noun
    governing = grammar.governing_verb(verb)
    theme = grammar.subject(governing) if governing is not None else None
    return None if theme is None or (grammar.holds_value(theme) and theme in grammar.inside) else theme


# Numbers.


def _word_figure(mention: Mention, grammar: Grammar, anchor: int) -> str:
    value = mention.value
    if not isinstance(value, Figure):
        return ""
    if value.measure == "count":
        return word_count(value, grammar, anchor)
    if value.measure == "ordinal":
        return _word_ordinal(grammar, anchor)
    if value.measure == "score":
        return _word_score(mention, grammar, anchor)
    return word_measure(value, grammar, anchor)


def _word_ordinal(grammar: Grammar, anchor: int) -> str:
    head = grammar.heads[anchor]
    if grammar.tokens[head].pos in {"NOUN", "PROPN"} and head != anchor:
        return f"which {grammar.noun_phrase(head, 6, det=False)}"
    return ""


def _word_score(mention: Mention, grammar: Grammar, anchor: int) -> str:
    verb = grammar.governing_verb(anchor)
    name = "vote" if any(t.lemma in {"vote", "councillor", "lawmaker"} for t in grammar.tokens) else "score"
    if verb is None:
        return ""
    if (theme := grammar.child(verb, "dobj", "nsubjpass")) is not None and not grammar.holds_value(theme):
        return f"{name} on {grammar.noun_phrase(theme, 6)}"
    subject = grammar.subject(verb)
    if subject is not None and grammar.tokens[subject].lemma == name:
        return grammar.noun_phrase(subject, 6, det=False)
    return f"{name} when {grammar.clause(verb, MAX_WORDS - 2)}"


def _word_quote(mention: Mention, grammar: Grammar, anchor: int) -> str:
    return "quoted words"


def _word_role(mention: Mention, grammar: Grammar, anchor: int) -> str:
    return f"office of {mention.owner}" if mention.owner else "office held"


_Wording = Callable[[Mention, Grammar, int], str]
_WORDINGS: MappingProxyType[Kind, _Wording] = MappingProxyType(
    {
        Kind.DATE: _word_date,
        Kind.FIGURE: _word_figure,
        Kind.NUMBER: _word_figure,
        Kind.NAME: _word_name,
        Kind.ROLE: _word_role,
        Kind.PLACE: _word_place,
        Kind.STATUS: _word_status,
        Kind.QUOTE: _word_quote,
    }
)
