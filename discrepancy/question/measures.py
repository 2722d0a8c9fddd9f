"""What a quantity with a unit states: "depth of the fall", "cost of the bridge", "rise in turnout"."""

from __future__ import annotations

from discrepancy.model import Figure
from discrepancy.question.grammar import MAX_WORDS, Grammar
from discrepancy.question.words import nouns, verbs, wordings

_CLAUSAL = frozenset({"VERB", "AUX"})


def word_measure(value: Figure, grammar: Grammar, anchor: int) -> str:
    """The dimension and what it is one of, or "" where the grammar does not tell."""
    name = wordings("measures").get(value.measure, "figure")
    place = anchor
    for _ in range(4):
        dep, head = grammar.tokens[place].dep, grammar.heads[place]
        above = grammar.tokens[head]
        in_unit = head in grammar.inside or (
            dep in {"quantmod", "nummod"} and above.text in {"%", "$", "percent"}
        )
        if head == place or not (in_unit or (dep == "conj" and above.pos not in _CLAUSAL)):
            break
        place = head
    return _by_role(name, value, grammar, place)


def _is_quantity(grammar: Grammar, index: int) -> bool:
    """Whether a word is a number or the unit of one: the value repeats it in other terms."""
    token = grammar.tokens[index]
    if token.pos == "NUM" or token.lemma in {"third", "quarter", "half", "fifth"}:
        return True
    return any(
        grammar.tokens[c].pos == "NUM" and grammar.tokens[c].dep in {"nummod", "compound"}
        for c in grammar.children[index]
    )


def _by_role(name: str, value: Figure, grammar: Grammar, place: int) -> str:
    dep, head = grammar.tokens[place].dep, grammar.heads[place]
    above = grammar.tokens[head]
    if share := _part(name, value, grammar, place):
        return share
    if head == place:
        return _of_neighbours(name, grammar, place)
    if (above.pos == "ADJ" or above.lemma in wordings("adjectives")) and dep in {
        "npadvmod",
        "advmod",
        "amod",
        "nummod",
        "dep",
    }:
        return _with_adjective(name, grammar, head)
    if dep == "pobj" or above.pos in {"ADP", "SCONJ"}:
        return _behind_preposition(name, value, grammar, head, place)
    if above.pos in _CLAUSAL:
        return _in_clause(name, value, grammar, head, place)
    if above.pos == "ADV":
        return _along(name, grammar, head)
    if above.pos in {"NOUN", "PROPN"}:
        return _of_noun(name, value, grammar, head, dep)
    return ""


def _of_what(name: str, value: Figure, grammar: Grammar, place: int) -> str:
    """From "11 tonnes of rice" → weight of rice, with what became of it."""
    for child in grammar.children[place]:
        if grammar.tokens[child].lemma != "of" or child < place:
            continue
        noun = grammar.child(child, "pobj")
        if noun is None or grammar.is_pronoun(noun) or grammar.holds_value(noun):
            continue
        lemma = grammar.tokens[noun].lemma
        if lemma in nouns("dimension"):
            return grammar.noun_phrase(noun, 7, det=False)
        if value.measure == "length":
            name = "amount" if lemma in nouns("fallen") else "length"
        whole = f"{name} of {grammar.noun_phrase(noun, 4)}"
        rest = _share_clause(grammar, place, noun, MAX_WORDS - len(whole.split()))
        return f"{whole} {rest}".strip()
    return ""


def _part(name: str, value: Figure, grammar: Grammar, place: int) -> str:
    """Shares of a whole: "22% of the area" → share of the area the machines have covered."""
    if value.measure not in {"percent", "ratio"}:
        return _of_what(name, value, grammar, place)
    for child in grammar.children[place]:
        if grammar.tokens[child].lemma != "of":
            continue
        noun = grammar.child(child, "pobj")
        if noun is None or grammar.is_pronoun(noun) or grammar.holds_value(noun):
            continue
        whole = f"share of {grammar.noun_phrase(noun, 4, det=True)}"
        return " ".join(
            filter(None, [whole, _share_clause(grammar, place, noun, MAX_WORDS - len(whole.split()))])
        )
    return ""


def _share_clause(grammar: Grammar, place: int, noun: int, room: int) -> str:
    dep, head = grammar.tokens[place].dep, grammar.heads[place]
    token = grammar.tokens[head]
    if token.pos not in _CLAUSAL:
        return ""
    if dep in {"nsubj", "nsubjpass"}:
        if token.lemma == "be":
            return " ".join(grammar.complements(head, room))
        group = grammar.verb_group(head)
        if grammar.child(head, "auxpass") is not None:
            group = grammar.word(head)
        else:
            group = f"{'who' if grammar.tokens[noun].lemma in nouns('people') else 'that'} {group}"
        return " ".join([group, *grammar.complements(head, room - len(group.split()))])
    if dep == "dobj":
        subject = grammar.subject(head)
        front = grammar.subject_phrase(subject, 3)
        if front and subject is not None and not grammar.is_pronoun(subject):
            if token.lemma in verbs("possession") | {"own", "hold"}:
                return f"{grammar.verb_group(head)} by {front}" if token.tag == "VBN" else f"held by {front}"
            return f"{front} {grammar.verb_group(head)}"
    return ""


def _of_neighbours(name: str, grammar: Grammar, place: int) -> str:
    """In a fragment ("Price: $5"): the noun before it, else the phrase behind it."""
    for child in grammar.children[place]:
        token = grammar.tokens[child]
        if (
            token.dep in {"nsubj", "dep", "nmod", "appos"}
            and token.pos in {"NOUN", "PROPN"}
            and child < place
        ):
            return _of(name, grammar, child)
    for child in grammar.children[place]:
        if grammar.tokens[child].dep == "prep" and (text := grammar.prepositional(child, 6)):
            return f"{name} {text}"
    return ""


def _of(name: str, grammar: Grammar, noun: int) -> str:
    """The noun itself where it names a dimension ("toll of a car"), else "cost of" it."""
    lemma = grammar.tokens[noun].lemma
    if lemma in nouns("dimension") and (lemma != "share" or name == "share"):
        return grammar.noun_phrase(noun, 7, det=False)
    return f"{name} of {grammar.noun_phrase(noun, 5)}"


def _with_adjective(name: str, grammar: Grammar, adjective: int) -> str:
    """From "40 metres deep" → depth; "20 metres longer" → how much longer."""
    token = grammar.tokens[adjective]
    dimension = wordings("adjectives").get(token.lemma)
    comparative = token.tag in {"JJR", "RBR"}
    head = grammar.heads[adjective]
    noun = head if grammar.tokens[head].pos in {"NOUN", "PROPN"} and token.dep == "amod" else None
    if noun is None and grammar.tokens[head].pos in _CLAUSAL:
        noun = grammar.subject(head)
    if noun is None or grammar.is_pronoun(noun) or (grammar.holds_value(noun) and noun in grammar.inside):
        return dimension if dimension and not comparative else ""
    if comparative:
        return (
            f"how much {grammar.word(adjective)} {grammar.noun_phrase(noun, 5)} {_be(grammar, head)}".strip()
        )
    return f"{dimension or f'{name} {token.lemma}'} of {grammar.noun_phrase(noun, 5)}"


def _be(grammar: Grammar, verb: int) -> str:
    return grammar.verb_group(verb) if grammar.tokens[verb].pos in _CLAUSAL else ""


def _along(name: str, grammar: Grammar, adverb: int) -> str:
    """From "six miles south of town" → distance south of town; "two days later" → time until …"""
    word = grammar.word(adverb)
    for child in grammar.children[adverb]:
        if grammar.tokens[child].dep == "prep" and (text := grammar.prepositional(child, 5)):
            if word not in {"up", "down"}:
                return f"{name} {word} {text}"
    verb = grammar.governing_verb(adverb)
    if verb is None:
        return ""
    subject = grammar.subject(verb)
    if word in {"up", "down"} and subject is not None and not grammar.is_pronoun(subject):
        return f"{'rise' if word == 'up' else 'fall'} in {grammar.noun_phrase(subject, 6)}"
    clause = grammar.clause(verb, MAX_WORDS - 3, skip=adverb)
    how = {
        "ago": "how long ago",
        "later": "how much later",
        "earlier": "how much earlier",
        "away": "how far away",
    }
    return f"{how.get(word, f'{name} {word} when')} {clause}"


def _of_noun(name: str, value: Figure, grammar: Grammar, noun: int, dep: str) -> str:
    """The value qualifies a noun: "a $48 million contract" → value of the contract."""
    if _names(grammar, noun, value):
        return grammar.noun_phrase(noun, 7, det=False)
    if dep in {"compound", "amod", "nmod", "nummod", "poss", "npadvmod"}:
        name = wordings("sizes").get(value.measure, name)
    return f"{name} of {grammar.noun_phrase(noun, 5)}"


def _names(grammar: Grammar, noun: int, value: Figure) -> bool:
    """Whether the noun says by itself what the value states."""
    lemma = grammar.tokens[noun].lemma
    return lemma in nouns("period" if value.measure == "duration" else "dimension")


def _in_clause(name: str, value: Figure, grammar: Grammar, verb: int, place: int) -> str:
    """The value is the object or an adverbial of a verb."""
    token = grammar.tokens[verb]
    subject = grammar.subject(verb)
    mark = grammar.child(verb, "mark")
    if value.measure == "duration" and mark == place + 1 and grammar.word(mark) in {"after", "before"}:
        return f"time {grammar.word(mark)} {grammar.clause(verb, MAX_WORDS - 2, skip=place)}"
    told = subject is not None and not grammar.is_pronoun(subject) and subject not in grammar.inside
    front = grammar.noun_phrase(subject, 5) if told and subject is not None else ""
    if place == subject or grammar.tokens[place].dep in {"nsubj", "nsubjpass"}:
        group = grammar.verb_group(verb)
        if token.tag == "VBG" and group == grammar.word(verb):
            return " ".join([name, group, *grammar.complements(verb, MAX_WORDS - 2)])
        return " ".join([name, "that", group, *grammar.complements(verb, MAX_WORDS - 2 - len(group.split()))])
    if not told and token.lemma == "be":
        return ""
    if told and subject is not None:
        if token.lemma in verbs("level") and (token.lemma != "be" or grammar.tokens[place].dep != "npadvmod"):
            return _of(_size(name, value), grammar, subject)
        if dimension := wordings("verbs", "dimension").get(token.lemma):
            return f"{dimension} of {front}"
        if value.measure in {"percent", "point", "ratio"} and (change := _change(token.lemma)):
            return _changed(change, grammar, verb, place, front)
        if value.measure == "duration" and (term := _term(grammar, verb, subject)):
            return term
        if token.lemma in verbs("possession"):
            return f"{name} {front} {grammar.verb_group(verb)}"
    return " ".join([name, grammar.clause(verb, MAX_WORDS - 1, skip=place)])


def _term(grammar: Grammar, verb: int, subject: int) -> str:
    """From "was jailed for nine years" → prison term of the mayor."""
    term = wordings("verbs", "term").get(grammar.tokens[verb].lemma)
    thing = grammar.child(verb, "dobj", "nsubjpass")
    if term is None:
        return ""
    if thing is None or grammar.holds_value(thing):
        thing = subject
    return f"{term} {grammar.noun_phrase(thing, 5)}"


def _size(name: str, value: Figure) -> str:
    return (
        "length" if value.measure in {"length", "duration"} else "cost" if value.measure == "money" else name
    )


def _change(lemma: str) -> str:
    return str(wordings("verbs", "change").get(lemma, ""))


def _changed(change: str, grammar: Grammar, verb: int, place: int, front: str) -> str:
    """From "turnout rose 5%" → rise in turnout; "it cut prices by 5%" → cut in prices."""
    thing = grammar.child(verb, "dobj")
    if thing is not None and thing != place and not grammar.holds_value(thing):
        front = grammar.noun_phrase(thing, 5)
    return f"{change} in {front}"


def _behind_preposition(name: str, value: Figure, grammar: Grammar, at: int, place: int) -> str:
    preposition, above = grammar.word(at), grammar.heads[at]
    while grammar.tokens[above].pos == "ADP" and grammar.heads[above] != above:
        at, above = above, grammar.heads[above]
    token = grammar.tokens[above]
    if above == at:
        return _of_neighbours(name, grammar, place)
    if token.pos in {"NOUN", "PROPN", "NUM"}:
        return _behind_noun(name, preposition, value, grammar, above)
    if token.pos == "ADJ":
        return _with_adjective(name, grammar, above)
    if token.pos in _CLAUSAL:
        return _behind_verb(name, preposition, value, grammar, above, at)
    if token.pos in {"ADP", "SCONJ", "ADV"} and grammar.heads[above] != above:
        verb = grammar.governing_verb(above)
        return (
            f"{name} {preposition} which {grammar.clause(verb, MAX_WORDS - 3, skip=at)}"
            if verb is not None
            else ""
        )
    return ""


def _behind_noun(name: str, preposition: str, value: Figure, grammar: Grammar, noun: int) -> str:
    """From "a fine of $500": the noun names the dimension; what has it stands around it."""
    token = grammar.tokens[noun]
    if not _names(grammar, noun, value):
        name = "length" if value.measure == "duration" else name
        return (
            f"{name} of {grammar.noun_phrase(noun, 5)}"
            if preposition not in {"in"}
            else f"{name} {preposition} which {grammar.noun_phrase(noun, 4)}"
        )
    own = grammar.noun_phrase(noun, 7, det=False)
    head = grammar.heads[noun]
    above = grammar.tokens[head]
    if len(own.split()) > 2 or head == noun:
        return own
    if above.pos == "ADP" and grammar.heads[head] != head:
        verb = grammar.heads[head]
        if grammar.tokens[verb].pos in _CLAUSAL:
            clause = grammar.clause(verb, MAX_WORDS - 2 - len(own.split()), skip=head)
            return f"{own} {grammar.word(head)} which {clause}"
        if grammar.tokens[verb].pos in {"NOUN", "PROPN"}:
            return f"{own} of {grammar.noun_phrase(verb, 4)}"
    if above.pos in _CLAUSAL and token.dep in {"dobj", "attr"}:
        subject = grammar.subject(head)
        if subject is not None and not grammar.is_pronoun(subject) and subject != noun:
            if above.lemma in {"have", "be"}:
                return f"{own} of {grammar.noun_phrase(subject, 4)}"
            return f"{own} {grammar.clause(head, MAX_WORDS - len(own.split()), skip=noun)}"
    return own


def _behind_verb(name: str, preposition: str, value: Figure, grammar: Grammar, verb: int, at: int) -> str:
    token = grammar.tokens[verb]
    subject = grammar.subject(verb)
    told = subject is not None and not grammar.is_pronoun(subject) and subject not in grammar.inside
    change = _change(token.lemma)
    if told and subject is not None:
        front = grammar.noun_phrase(subject, 5)
        if change and preposition == "by":
            return _changed(change, grammar, verb, at, front)
        thing = grammar.child(verb, "dobj")
        if (change and preposition in {"to", "from"}) or (
            token.lemma in verbs("level") and preposition in {"at", "to"}
        ):
            target = thing if thing is not None and not grammar.holds_value(thing) else subject
            wording = _of("price" if value.measure == "money" else _size(name, value), grammar, target)
            return f"earlier {wording}" if preposition == "from" else wording
        if value.measure == "money" and token.lemma in verbs("sell"):
            target = thing if thing is not None and not grammar.holds_value(thing) else subject
            return f"price of {grammar.noun_phrase(target, 5)}"
        if value.measure == "duration" and (term := _term(grammar, verb, subject)):
            return term
    thing = grammar.child(verb, "dobj")
    if preposition == "at" and thing is not None and grammar.tokens[thing].lemma in nouns("dimension"):
        return grammar.noun_phrase(thing, 7, det=False)
    if preposition in {"because", "due", "as", "than", "per", "like"}:
        return ""
    clause = grammar.clause(verb, MAX_WORDS - 3, skip=at)
    if value.measure == "duration" and preposition == "for":
        return f"how long {clause}"
    return f"{name} {preposition} which {clause}"
