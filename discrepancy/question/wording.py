"""From the place of a value in its sentence to the wording of its question, by kind."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from discrepancy.model import Date, Figure, Kind, Mention, Name
from discrepancy.question.counts import word_count
from discrepancy.question.grammar import MAX_WORDS, Grammar
from discrepancy.question.measures import word_measure
from discrepancy.question.words import nouns, verbs, wordings


def word_question(mention: Mention, grammar: Grammar) -> str:
    """The wording, perhaps too long; a bare "figure" or the like only where nothing is there to say."""
    name = _default(mention)
    anchor = grammar.anchor()
    if anchor is None:
        return name
    wording = _WORDINGS[mention.kind](mention, grammar, anchor)
    if wording and " " not in wording and not any(token.text.lower() == wording for token in grammar.tokens):
        name, wording = wording, ""  # A word that the sentence does not have names too little.
    if wording and " " not in wording and mention.kind is Kind.NUMBER and wording not in nouns("dimension"):
        name, wording = wording, ""
    return wording or _fall_back(name, grammar, anchor)


def _default(mention: Mention) -> str:
    value = mention.value
    if isinstance(value, Figure):
        return str(wordings("measures").get(value.measure, "figure"))
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

_BOUNDS = frozenset({"until", "till", "since", "by", "from", "before", "after"})


def _word_date(mention: Mention, grammar: Grammar, anchor: int) -> str:
    value = mention.value
    name = "time" if isinstance(value, Date) and value.type == "TIME" else "date"
    if isinstance(value, Date) and value.type == "SET":
        name = "how often"
    if anchor < grammar.dateline:
        return "date of the report"
    preposition = ""
    at = anchor
    temporal = nouns("temporal")
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
            verb = grammar.governing_verb(head)
            if preposition in _BOUNDS and verb is not None:
                return _date_of_clause(name, preposition, grammar, verb, at)
            return f"{name} of {grammar.noun_phrase(head, 5)}"
        at = head
    return ""


def _date_of_clause(name: str, preposition: str, grammar: Grammar, verb: int, at: int) -> str:
    token = grammar.tokens[verb]
    subject = grammar.subject(verb)
    if token.lemma in verbs("report") and grammar.child(verb, "dobj") is None:
        front = grammar.subject_phrase(subject, 4) if subject is not None else ""
        return (
            f"{name} of the statement by {front}"
            if front and subject is not None and not grammar.is_pronoun(subject)
            else f"{name} of the statement"
        )
    if name == "how often":
        return " ".join([name, grammar.clause(verb, MAX_WORDS - 2, skip=at)])
    if preposition in _BOUNDS:
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
    if anchor < grammar.dateline:
        return "place the report was filed from"
    at = _place_itself(grammar, anchor)
    head = grammar.heads[at]
    token = grammar.tokens[head]
    if head == at:
        return ""
    while grammar.tokens[head].lemma in nouns("compass") or (
        grammar.tokens[head].lemma == "of" and grammar.tokens[grammar.heads[head]].lemma in nouns("compass")
    ):
        if grammar.heads[head] == head:
            break
        at, head = head, grammar.heads[head]
    token = grammar.tokens[head]
    if token.pos == "ADP" and grammar.tokens[at].dep in {"pobj", "pcomp"}:
        return _place_behind(token.text.lower(), grammar, head)
    if token.pos in {"NOUN", "PROPN"}:
        return f"{_home(grammar, head)} of {grammar.noun_phrase(head, 6)}"
    if token.lemma == "base" and token.pos != "VERB":
        return f"base of {grammar.noun_phrase(grammar.heads[head], 6)}"
    return _participant("which place", "", grammar, at)


def _place_itself(grammar: Grammar, at: int) -> int:
    """Up from a name to the noun it names: "the village of Orrin", "Orrin, a village"."""
    for _ in range(4):
        head = grammar.heads[at]
        if (grammar.tokens[at].dep in {"appos", "conj"} and grammar.tokens[head].pos == "PROPN") or (
            grammar.tokens[at].dep in {"appos", "compound", "nmod"}
            and grammar.tokens[head].lemma in nouns("place")
        ):
            at = head
        elif grammar.tokens[head].lemma == "of" and grammar.tokens[grammar.heads[head]].lemma in nouns(
            "place"
        ):
            at = grammar.heads[head]
        else:
            break
    return at


def _home(grammar: Grammar, noun: int) -> str:
    person = any(e.first <= noun < e.stop and e.label == "PERSON" for e in grammar.sentence.entities)
    return "home" if person else "place"


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
    verb = grammar.governing_verb(above)
    if preposition in _LOCATIVE and verb is not None and grammar.child(above, "det", "poss") is None:
        return f"where {grammar.clause(verb, MAX_WORDS - 1, skip=at)}"
    if preposition in _LOCATIVE:
        return f"location of {grammar.noun_phrase(above, 6)}"
    return f"{_home(grammar, above)} of {grammar.noun_phrase(above, 6)}"


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
    dimension = mention.value.normal.split(":")[0]
    theme = _theme(grammar, anchor)
    template = wordings("statuses").get(dimension, "")
    if theme is None:
        verb = grammar.governing_verb(anchor)
        theme = grammar.subject(verb) if verb is not None else None
        template = wordings("actors").get(dimension, template)
    if not template or theme is None or theme in grammar.inside or grammar.is_pronoun(theme):
        return ""
    phrase = grammar.noun_phrase(theme, 5)
    return template.replace("@", phrase).replace("#", grammar.be(theme))


def _theme(grammar: Grammar, anchor: int) -> int | None:
    """What the predicate is done to or said of: its object, or the noun behind "of"; None for an actor."""
    verb = anchor
    if (theme := grammar.child(verb, "dobj", "nsubjpass")) is not None:
        if grammar.tokens[theme].tag in {"WP", "WDT"} and grammar.tokens[verb].dep == "relcl":
            return grammar.heads[verb]
        if not grammar.holds_value(theme) and not _is_amount(grammar, theme):
            return theme
    subject = grammar.child(verb, "nsubj")
    if (
        grammar.tokens[verb].dep == "relcl"
        and subject is not None
        and grammar.tokens[subject].tag not in {"WP", "WDT"}
    ):
        return grammar.heads[verb]
    if subject is None and (grammar.is_passive(verb) or grammar.tokens[verb].lemma in verbs("recipient")):
        return grammar.subject(verb)
    if grammar.tokens[verb].lemma in verbs("recipient") and len(grammar.inside) > 1:
        return subject
    for child in grammar.children[verb]:
        if grammar.tokens[child].dep == "prep" and grammar.tokens[verb].pos == "NOUN":
            noun = grammar.child(child, "pobj")
            if noun is not None:
                return noun
    return None


def _is_amount(grammar: Grammar, noun: int) -> bool:
    if grammar.tokens[noun].lemma in {"half", "third", "quarter", "point", "percent", "%"}:
        return True
    return grammar.child(noun, "nummod", "quantmod") is not None


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
    while grammar.tokens[head].pos == "ADJ" and grammar.tokens[anchor].dep == "conj":
        anchor, head = head, grammar.heads[head]
    if grammar.tokens[head].pos in {"NOUN", "PROPN"} and head != anchor:
        return _which(grammar, head)
    if grammar.tokens[head].pos in {"VERB", "AUX"} and (subject := grammar.subject(head)) is not None:
        if not grammar.is_pronoun(subject) and not grammar.holds_value(subject):
            return f"position of {grammar.noun_phrase(subject, 6)}"
    return ""


def _which(grammar: Grammar, noun: int) -> str:
    """From "which edition of the festival", with the clause around it where the noun stands alone."""
    owner = grammar.child(noun, "poss")
    if owner is not None and not grammar.is_pronoun(owner):
        return f"which {grammar.word(noun)} of {grammar.noun_phrase(owner, 4)}"
    name = f"which {grammar.noun_phrase(noun, 6, det=False)}"
    if owner is not None:
        name = name.replace(f"which {grammar.word(owner)} ", "which ")
    dep, head = grammar.tokens[noun].dep, grammar.heads[noun]
    if len(name.split()) > 3:
        return name
    room = MAX_WORDS - len(name.split())
    if dep in {"nsubj", "nsubjpass"} and grammar.tokens[head].pos in {"VERB", "AUX"}:
        return _participant(name, "", grammar, noun)
    if dep == "dobj":
        return f"{name} {grammar.clause(head, room, skip=noun)}"
    if dep == "pobj" and grammar.tokens[grammar.heads[head]].pos in {"VERB", "AUX"}:
        return f"{name} {grammar.clause(grammar.heads[head], room - 1, skip=head)} {grammar.word(head)}"
    return name


def _word_score(mention: Mention, grammar: Grammar, anchor: int) -> str:
    head = grammar.heads[anchor]
    if (
        grammar.tokens[head].lemma in nouns("result")
        and len(told := grammar.noun_phrase(head, 7, det=False)) > 6
    ):
        return told
    verb = grammar.governing_verb(anchor)
    name = "vote" if any(t.lemma in {"vote", "councillor", "lawmaker"} for t in grammar.tokens) else "score"
    if verb is None:
        return ""
    if (theme := grammar.child(verb, "dobj", "nsubjpass")) is not None and not grammar.holds_value(theme):
        return f"{name} on {grammar.noun_phrase(theme, 6)}"
    subject = grammar.subject(verb)
    if grammar.tokens[verb].lemma == "vote":
        return " ".join(["vote", *grammar.complements(verb, 7)])
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
