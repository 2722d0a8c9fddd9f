"""What a number counts, and of whom or what: "people killed", "seats on the bus"."""

from __future__ import annotations

from discrepancy.model import Figure
from discrepancy.question.grammar import MAX_WORDS, Grammar
from discrepancy.question.words import nouns, verbs, wordings

_BARE = "how many"
_STATES = frozenset({"dead", "hurt", "missing", "ill", "sick"})
_PARTITIVE = frozenset({"including", "like", "among", "than", "except", "besides", "out", "unlike"})
_ACT_ENDINGS = ("ion", "ment", "al", "ing", "ure")
_IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children", "life": "lives"}


def word_count(value: Figure, grammar: Grammar, anchor: int) -> str:
    """The counted noun and its part in the clause, or "" where neither says anything."""
    noun, place = _counted(grammar, anchor)
    name = _name(value, grammar, noun)
    if noun is not None and (said := _own_clause(grammar, noun)):
        return f"{name} {said}"
    return _by_role(name, grammar, place, noun)


def _counted(grammar: Grammar, anchor: int) -> tuple[int | None, int]:
    """The counted noun, if it is there, and the token that stands for it in the clause."""
    token = grammar.tokens[anchor]
    if token.pos in {"NOUN", "PROPN"} and token.text.isalpha() and anchor in grammar.inside:
        return (anchor, anchor) if _is_countable(grammar, anchor) else (None, anchor)
    head = grammar.heads[anchor]
    if (
        token.dep in {"nummod", "amod", "compound", "nmod", "quantmod", "advmod", "det", "predet"}
        and head != anchor
    ):
        if grammar.tokens[head].pos in {"NOUN", "PROPN"}:
            return head, head
        if grammar.tokens[head].pos in {"ADJ", "VERB"}:
            return head, head
    for child in grammar.children[anchor]:
        if grammar.tokens[child].lemma == "of" and (noun := grammar.child(child, "pobj")) is not None:
            if not grammar.is_pronoun(noun):
                return noun, anchor
            if grammar.tokens[noun].tag in {"WP", "WDT"} and grammar.tokens[head].dep == "relcl":
                return grammar.heads[head], anchor
    return _parallel(grammar, anchor), anchor


def _is_countable(grammar: Grammar, index: int) -> bool:
    return grammar.tokens[index].lemma not in {"dozen", "hundred", "thousand", "million", "billion", "score"}


def _parallel(grammar: Grammar, anchor: int) -> int | None:
    """The noun left out beside "and": "17 people were killed and 34 injured"."""
    verb = grammar.heads[anchor]
    if grammar.tokens[anchor].dep == "conj":
        return verb if grammar.tokens[verb].pos == "NOUN" else None
    if grammar.tokens[verb].dep != "conj" or grammar.tokens[anchor].dep not in {"nsubj", "nsubjpass", "dobj"}:
        return None
    first = grammar.child(grammar.heads[verb], grammar.tokens[anchor].dep, "nsubjpass", "nsubj", "dobj")
    if first is None or grammar.tokens[first].pos != "NOUN" or grammar.child(first, "nummod") is None:
        return None
    return first


def _name(value: Figure, grammar: Grammar, noun: int | None) -> str:
    """The counted noun in the plural, "number" with an adjective alone, else "how many"."""
    if noun is None or (noun in grammar.inside and not _is_countable(grammar, noun)):
        return _name_of_unit(value.unit)
    token = grammar.tokens[noun]
    if token.pos in {"ADJ", "VERB"}:
        return f"number {grammar.word(noun)}"
    if noun in grammar.inside:
        return grammar.word(noun)
    phrase = grammar.noun_phrase(noun, 4, det=False, post=False)
    return _plural(phrase) if token.tag == "NN" else phrase


def _name_of_unit(unit: str) -> str:
    if not unit:
        return _BARE
    last = unit.split()[-1]
    return f"number {last}" if last.endswith("ed") or last in _STATES else _plural(last)


def _plural(phrase: str) -> str:
    *before, word = phrase.split()
    if word in _IRREGULAR:
        word = _IRREGULAR[word]
    elif word.endswith(
        ("s", "people", "men", "children", "staff", "crew", "police", "troops", "aircraft", "dead")
    ):
        pass
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        word = f"{word[:-1]}ies"
    else:
        word += "es" if word.endswith(("ch", "sh", "x")) else "s"
    return " ".join([*before, word])


def _own_clause(grammar: Grammar, noun: int) -> str:
    """A participle or relative clause that hangs on the noun itself: "living in the district"."""
    for child in grammar.children[noun]:
        token = grammar.tokens[child]
        if child < noun or grammar.holds_value(child):
            continue
        if token.dep == "acl" and token.tag in {"VBN", "VBG"}:
            return " ".join([grammar.word(child), *grammar.complements(child, MAX_WORDS - 4)])
        if token.dep == "relcl" and grammar.child(child, "nsubj", "nsubjpass") is not None:
            subject = grammar.child(child, "nsubj", "nsubjpass")
            if subject is not None and grammar.tokens[subject].tag in {"WP", "WDT"}:
                return _predicate(grammar, child, noun, grammar.word(noun))
    return ""


def _by_role(name: str, grammar: Grammar, place: int, noun: int | None) -> str:
    """The name with the clause around it, by the part that ``place`` plays in it."""
    for _ in range(4):
        dep = grammar.tokens[place].dep
        if dep not in {"conj", "appos"} or grammar.tokens[grammar.heads[place]].pos in {"VERB", "AUX"}:
            break
        place = grammar.heads[place]
    dep, head = grammar.tokens[place].dep, grammar.heads[place]
    above = grammar.tokens[head]
    if dep in {"nsubj", "nsubjpass"} and above.pos in {"VERB", "AUX"}:
        return f"{name} {_predicate(grammar, head, noun, name)}".strip()
    if dep in {"dobj", "attr", "dative", "oprd"} and above.pos in {"VERB", "AUX"}:
        return _as_object(name, grammar, head, place)
    if dep == "pobj" and head != place:
        return _behind_preposition(name, grammar, head, place)
    if dep in {"compound", "nmod", "amod", "nummod"} and above.pos in {"NOUN", "PROPN"} and head != noun:
        return f"{name} of {grammar.noun_phrase(head, 5)}"
    return _with_phrase(name, grammar, place)


def _with_phrase(name: str, grammar: Grammar, place: int) -> str:
    """The name with the prepositional phrase behind it; "" for a bare "how many"."""
    for child in grammar.children[place]:
        if grammar.tokens[child].dep == "prep" and (text := grammar.prepositional(child, MAX_WORDS - 3)):
            return f"{name} {text}" if name != _BARE else f"number {text}"
    return name if name != _BARE else ""


def _predicate(grammar: Grammar, verb: int, noun: int | None, name: str) -> str:
    """What is said of the counted: "killed in the crash", "who died at the scene"."""
    token = grammar.tokens[verb]
    room = MAX_WORDS - len(name.split()) - 1
    rest = grammar.complements(verb, room - 1)
    if token.tag == "VBG" and not _has_auxiliary(grammar, verb):
        return " ".join([grammar.word(verb), *rest])
    if token.lemma == "be":
        if name == _BARE:
            rest = [grammar.verb_group(verb), *rest]
        return " ".join([*rest, *_occasion(grammar, verb, room, rest)])
    passive = grammar.child(verb, "auxpass") is not None or (
        token.tag == "VBN" and not _has_auxiliary(grammar, verb)
    )
    if passive and name != _BARE:
        group = grammar.join(
            [verb, *[c for c in grammar.children[verb] if grammar.tokens[c].dep in {"prt", "neg"}]]
        )
    else:
        group = grammar.verb_group(verb)
        if name != _BARE:
            group = f"{_pronoun(grammar, noun)} {group}"
    rest = grammar.complements(verb, room - len(group.split()))
    return " ".join([group, *rest, *_occasion(grammar, verb, room - len(group.split()), rest)])


def _has_auxiliary(grammar: Grammar, verb: int) -> bool:
    return grammar.child(verb, "aux") is not None


def _pronoun(grammar: Grammar, noun: int | None) -> str:
    return "who" if noun is not None and grammar.tokens[noun].lemma in nouns("people") else "that"


def _occasion(grammar: Grammar, verb: int, room: int, rest: list[str]) -> list[str]:
    """The clause that tells when, if nothing else was told: "when an overnight bus left the road"."""
    if rest:
        return []
    for child in grammar.children[verb]:
        if grammar.tokens[child].dep != "advcl" or grammar.holds_value(child):
            continue
        mark = grammar.child(child, "advmod", "mark")
        if mark is not None and grammar.tokens[mark].lemma in {"when", "as", "after"}:
            clause = grammar.clause(child, room - 1)
            if len(clause.split()) <= room - 1:
                return [f"{grammar.word(mark)} {clause}"]
    return []


def _as_object(name: str, grammar: Grammar, verb: int, place: int) -> str:
    token = grammar.tokens[verb]
    subject = grammar.subject(verb)
    if grammar.child(verb, "expl") is not None:
        rest = grammar.complements(verb, MAX_WORDS - 3, skip=place)
        own = _with_phrase(name, grammar, place)
        return f"{name} {' '.join(rest)}" if rest and own == name else own
    front = grammar.subject_phrase(subject, 4)
    if subject is None or not front or grammar.is_pronoun(subject):
        return _passive(name, grammar, verb, place)
    if token.lemma == "be":
        lemma = grammar.tokens[subject].lemma
        if lemma in nouns("dimension") or name == _BARE:
            return grammar.noun_phrase(subject, MAX_WORDS - 2, det=False)
        return f"{name} of {front}"
    if token.lemma in verbs("possession"):
        return f"{name if name != _BARE else 'number'} of {front}"
    group = grammar.verb_group(verb)
    room = MAX_WORDS - len(f"{name} {front} {group}".split())
    return " ".join([name, front, group, *_ways(grammar, verb, place, room)])


def _ways(grammar: Grammar, verb: int, place: int, room: int) -> list[str]:
    """What goes with the verb, or, if nothing fits, with its object: "killed in the state"."""
    rest = grammar.complements(verb, room, skip=place)
    for child in () if rest else grammar.children[place]:
        if grammar.tokens[child].dep == "prep" and (text := grammar.prepositional(child, room)):
            return [text]
    return rest


def _passive(name: str, grammar: Grammar, verb: int, place: int) -> str:
    """From "people killed in the state", where the sentence has "it killed 83 people in the state"."""
    token = grammar.tokens[verb]
    room = MAX_WORDS - len(name.split()) - 1
    if token.lemma in verbs("possession") or token.lemma == "be":
        return _with_phrase(name, grammar, place)
    participle = wordings("participles").get(token.lemma)
    if participle is None:
        irregular = token.tag in {"VBD", "VBN"}
        participle = token.text.lower() if irregular else _regular(token.lemma)
    name = "number" if name == _BARE else name
    parts = [c for c in grammar.children[verb] if grammar.tokens[c].dep == "prt"]
    participle = " ".join([participle, *map(grammar.word, parts)])
    return " ".join([name, participle, *_ways(grammar, verb, place, room)])


def _regular(lemma: str) -> str:
    if lemma.endswith("e"):
        return f"{lemma}d"
    return f"{lemma[:-1]}ied" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else f"{lemma}ed"


def _behind_preposition(name: str, grammar: Grammar, at: int, place: int) -> str:
    preposition, above = grammar.word(at), grammar.heads[at]
    token = grammar.tokens[above]
    if above == at or preposition in _PARTITIVE:
        return _with_phrase(name, grammar, place)
    if token.pos in {"NOUN", "PROPN"}:
        return _behind_noun(name, preposition, grammar, above)
    if token.pos not in {"VERB", "AUX"} or preposition == "of":
        return _with_phrase(name, grammar, place)
    subject = grammar.subject(above)
    if name == _BARE:
        if subject is not None and grammar.tokens[subject].lemma in nouns("dimension"):
            return grammar.noun_phrase(subject, MAX_WORDS, det=False)
        name = "number"
    clause = grammar.clause(above, MAX_WORDS - 2 - len(name.split()), skip=at)
    pronoun = "whom" if name.split()[-1] in {"people", "men", "women", "children"} else "which"
    return f"{name} {preposition} {pronoun} {clause}"


def _behind_noun(name: str, preposition: str, grammar: Grammar, above: int) -> str:
    lemma = grammar.tokens[above].lemma
    if name == _BARE and lemma in nouns("dimension") | nouns("sum"):
        return grammar.noun_phrase(above, 6, det=False)
    if preposition == "of" and lemma in nouns("sum"):
        return _by_role(name, grammar, above, None)
    if preposition == "of" and lemma in nouns("collection"):
        return f"{name if name != _BARE else 'number'} in {grammar.noun_phrase(above, 5)}"
    act = lemma in nouns("act") or lemma.endswith(_ACT_ENDINGS)
    if preposition == "with" or name == _BARE or (preposition == "of" and not act):
        return f"{name if name != _BARE else 'number'} of {grammar.noun_phrase(above, 5)}"
    return f"{grammar.noun_phrase(above, 4, det=False, post=False)} {preposition} {name}"
