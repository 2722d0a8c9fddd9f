"""What a quantity with a unit states: "depth of the fall", "cost of the bridge", "rise in turnout"."""

from __future__ import annotations

from discrepancy.model import Figure
from discrepancy.question.clauses import past_participle, skeleton, verb_group
from discrepancy.question.phrases import MAX_WORDS, complements, noun_phrase, prepositional, spell
from discrepancy.question.shares import word_part
from discrepancy.question.tree import Tree
from discrepancy.question.words import is_dimension, nouns, verbs, wordings

_CLAUSAL = frozenset({"VERB", "AUX"})


def word_measure(value: Figure, tree: Tree, anchor: int) -> str:
    """The dimension and what it is one of, or "" where the tree does not tell."""
    name = wordings("measures").get(value.measure, "figure")
    if value.measure == "age":
        return _age(tree, anchor)
    place = anchor
    for _ in range(4):
        dep, head = tree.tokens[place].dep, tree.heads[place]
        above = tree.tokens[head]
        in_unit = head in tree.inside or (
            dep in {"quantmod", "nummod"} and above.text in {"%", "$", "percent"}
        )
        in_unit = in_unit or (_is_bracketed(tree) and _is_quantity(tree, head))
        if head == place or not (in_unit or (dep == "conj" and above.pos not in _CLAUSAL)):
            break
        place = head
    return _by_role(name, value, tree, place)


def _before_event(name: str, tree: Tree, place: int) -> str:
    """From "two hours before dawn": time before dawn."""
    behind = max(*tree.inside, place) + 1
    if behind >= len(tree.tokens) or tree.tokens[behind].dep != "prep" or tree.tokens[place].dep == "pobj":
        return ""
    if tree.tokens[behind].lemma in nouns("gap"):
        return _gap(tree, tree.subject(tree.heads[behind]), tree.child(behind, "pobj"))
    if tree.tokens[behind].lemma not in {"before", "after", "from"}:
        return ""
    return f"{name} {text}" if (text := prepositional(tree, behind, 6)) else ""


def _gap(tree: Tree, one: int | None, other: int | None) -> str:
    if one is None or other is None:
        return ""
    return f"gap between {noun_phrase(tree, one, 3)} and {noun_phrase(tree, other, 3)}"


def _is_bracketed(tree: Tree) -> bool:
    """Whether the value stands in brackets: "50 million euros ($57 million)"."""
    first = min(tree.inside)
    return first > 0 and tree.tokens[first - 1].text == "("


def _age(tree: Tree, anchor: int) -> str:
    """From "the 20-year-old singer" or "Ann Roe, 34," to the singer and to Ann Roe."""
    place = anchor
    for _ in range(5):
        head = tree.heads[place]
        if head == place or tree.tokens[head].pos in _CLAUSAL:
            break
        place = head
        token = tree.tokens[place]
        if token.pos in {"NOUN", "PROPN"} and token.lemma not in {"year", "month", "age"}:
            return (
                "age"
                if tree.holds_value(place) and place in tree.inside
                else f"age of {noun_phrase(tree, place, 5)}"
            )
    return "age"


def _is_quantity(tree: Tree, index: int) -> bool:
    """Whether a word is a number or the unit of one: the value repeats it in other terms."""
    token = tree.tokens[index]
    if token.pos == "NUM" or token.lemma in {"third", "quarter", "half", "fifth"}:
        return True
    return any(
        tree.tokens[c].pos == "NUM" and tree.tokens[c].dep in {"nummod", "compound"}
        for c in tree.children[index]
    )


def _by_role(name: str, value: Figure, tree: Tree, place: int) -> str:
    dep, head = tree.tokens[place].dep, tree.heads[place]
    above = tree.tokens[head]
    if share := word_part(name, value, tree, place):
        return share
    if head == place:
        return _of_neighbours(name, tree, place)
    if (above.pos == "ADJ" or above.lemma in wordings("adjectives")) and dep in {
        "npadvmod",
        "advmod",
        "amod",
        "nummod",
        "dep",
    }:
        return _with_adjective(name, tree, head)
    if (later := _before_event(name, tree, place)) and value.measure in {"duration", "length"}:
        return later
    if dep == "pobj" or above.pos in {"ADP", "SCONJ"}:
        return _behind_preposition(name, value, tree, head, place)
    if above.pos in _CLAUSAL:
        return _in_clause(name, value, tree, head, place)
    if above.pos == "ADV":
        return _along(name, tree, head)
    if above.pos in {"NOUN", "PROPN"}:
        return _of_noun(name, value, tree, head, dep)
    return ""


def _of_neighbours(name: str, tree: Tree, place: int) -> str:
    """In a fragment ("Price: $5"): the noun before it, else the phrase behind it."""
    for child in tree.children[place]:
        token = tree.tokens[child]
        if (
            token.dep in {"nsubj", "dep", "nmod", "appos"}
            and token.pos in {"NOUN", "PROPN"}
            and child < place
        ):
            return _of(name, tree, child)
    for child in tree.children[place]:
        if tree.tokens[child].dep == "prep" and (text := prepositional(tree, child, 6)):
            return f"{name} {text}"
    return ""


def _of(name: str, tree: Tree, noun: int) -> str:
    """The noun itself where it names a dimension ("price of a ticket"), else "cost of" it."""
    lemma = tree.tokens[noun].lemma
    if is_dimension(lemma) and (lemma != "share" or name == "share"):
        return noun_phrase(tree, noun, 7, det=False)
    return f"{name} of {noun_phrase(tree, noun, 5)}"


def _with_adjective(name: str, tree: Tree, adjective: int) -> str:
    """From "40 metres deep" → depth; "20 metres longer" → how much longer."""
    token = tree.tokens[adjective]
    dimension = wordings("adjectives").get(token.lemma)
    comparative = token.tag in {"JJR", "RBR"}
    head = tree.heads[adjective]
    noun = head if tree.tokens[head].pos in {"NOUN", "PROPN"} and token.dep == "amod" else None
    if noun is None and tree.tokens[head].pos in _CLAUSAL:
        thing = tree.child(head, "dobj")
        noun = thing if thing is not None and thing == min(tree.inside) - 1 else tree.subject(head)
    if noun is not None and comparative and tree.is_unit(noun):
        return ""
    if noun is None or tree.is_pronoun(noun) or (tree.holds_value(noun) and noun in tree.inside):
        return dimension if dimension and not comparative else ""
    if comparative:
        return f"how much {spell(tree, adjective)} {noun_phrase(tree, noun, 5)} {_be(tree, head)}".strip()
    if dimension is None:
        return f"how {spell(tree, adjective)} {noun_phrase(tree, noun, 5)} {_be(tree, head)}".strip()
    return f"{dimension} of {noun_phrase(tree, noun, 5)}"


def _be(tree: Tree, verb: int) -> str:
    return verb_group(tree, verb) if tree.tokens[verb].pos in _CLAUSAL else ""


def _along(name: str, tree: Tree, adverb: int) -> str:
    """From "six miles south of town": distance south of town; from "two days later": how much later."""
    word = spell(tree, adverb)
    for child in tree.children[adverb]:
        text = prepositional(tree, child, 5) if tree.tokens[child].dep == "prep" else ""
        if text and word not in {"up", "down"}:
            return f"{name} {word} {text}"
    verb = tree.governing_verb(adverb)
    if verb is None:
        return ""
    if tree.tokens[verb].lemma in verbs("report") and (told := tree.child(verb, "ccomp")) is not None:
        verb = told
    subject = tree.subject(verb)
    if word in {"up", "down"} and subject is not None and not tree.is_pronoun(subject):
        return f"{'rise' if word == 'up' else 'fall'} in {noun_phrase(tree, subject, 6)}"
    if word in nouns("gap") and subject is not None and not tree.is_pronoun(subject):
        return f"gap {'between' if word == 'apart' else 'of'} {noun_phrase(tree, subject, 6)}"
    clause = skeleton(tree, verb, MAX_WORDS - 3, skip=adverb)
    how = {
        "ago": "how long ago",
        "later": "how much later",
        "earlier": "how much earlier",
        "away": "how far away",
    }
    return f"{how.get(word, f'{name} {word} when')} {clause}"


def _of_noun(name: str, value: Figure, tree: Tree, noun: int, dep: str) -> str:
    """The value qualifies a noun: "a $7 million lease" → value of the lease."""
    if _names(tree, noun, value):
        return noun_phrase(tree, noun, 7, det=False)
    if dep in {"compound", "amod", "nmod", "nummod", "poss", "npadvmod"}:
        several = value.measure == "percent" and tree.tokens[noun].tag == "NNS"
        name = name if several else wordings("sizes").get(value.measure, name)
    return f"{name} of {noun_phrase(tree, noun, 5)}"


def _is_name(tree: Tree, preposition: int) -> bool:
    return tree.tokens[tree.heads[preposition]].pos == "PROPN"


def _names(tree: Tree, noun: int, value: Figure) -> bool:
    """Whether the noun says by itself what the value states."""
    lemma = tree.tokens[noun].lemma
    return lemma in nouns("period" if value.measure == "duration" else "dimension")


def _in_clause(name: str, value: Figure, tree: Tree, verb: int, place: int) -> str:
    """The value is the object or an adverbial of a verb."""
    token = tree.tokens[verb]
    subject = tree.subject(verb)
    mark = tree.child(verb, "mark")
    if value.measure == "duration" and mark == place + 1 and spell(tree, mark) in {"after", "before"}:
        return f"time {spell(tree, mark)} {skeleton(tree, verb, MAX_WORDS - 2, skip=place)}"
    told = subject is not None and not tree.is_pronoun(subject) and subject not in tree.inside
    front = noun_phrase(tree, subject, 5) if told and subject is not None else ""
    if place == subject or tree.tokens[place].dep in {"nsubj", "nsubjpass"}:
        group = verb_group(tree, verb)
        if token.tag == "VBG" and group == spell(tree, verb):
            return " ".join([name, group, *complements(tree, verb, MAX_WORDS - 2)])
        if token.lemma == "be":
            group = group.replace("are", "is").replace("were", "was")
        return " ".join([name, "that", group, *complements(tree, verb, MAX_WORDS - 2 - len(group.split()))])
    if not told and token.lemma == "be":
        return ""
    if told and subject is not None:
        if token.lemma in verbs("level") and (token.lemma != "be" or tree.tokens[place].dep != "npadvmod"):
            return _of(_size(name, value), tree, subject)
        if dimension := wordings("verbs", "dimension").get(token.lemma):
            return f"{dimension} of {front}"
        relative = value.measure in {"percent", "point", "ratio"}
        gained = value.measure == "money" and token.lemma not in verbs("taking")
        if (relative or gained) and (change := _change(token.lemma)):
            return _changed(change, tree, verb, place, front)
        if value.measure == "duration" and (term := _term(tree, verb, subject)):
            return term
        if token.lemma in verbs("possession"):
            return f"{name} {front} {verb_group(tree, verb)}"
    if token.tag == "VBG" and token.dep in {"pcomp", "advcl", "acl"} and tree.child(verb, "aux") is None:
        return " ".join(
            [name, past_participle(tree, verb), *complements(tree, verb, MAX_WORDS - 3, skip=place)]
        )
    return " ".join([name, skeleton(tree, verb, MAX_WORDS - 1, skip=place)])


def _term(tree: Tree, verb: int, subject: int) -> str:
    """From "was jailed for nine years" → prison term of the mayor."""
    term = wordings("verbs", "term").get(tree.tokens[verb].lemma)
    thing = tree.child(verb, "dobj", "nsubjpass")
    if term is None:
        return ""
    if thing is None or tree.holds_value(thing):
        thing = subject
    return f"{term} {noun_phrase(tree, thing, 5)}"


def _size(name: str, value: Figure) -> str:
    return (
        "length" if value.measure in {"length", "duration"} else "cost" if value.measure == "money" else name
    )


def _change(lemma: str) -> str:
    return str(wordings("verbs", "change").get(lemma, ""))


def _motion(tree: Tree, verb: int) -> str:
    """A change told by an adverb: "has gone up by 3%"."""
    ways = {spell(tree, c) for c in tree.children[verb] if tree.tokens[c].dep in {"prt", "advmod"}}
    if tree.tokens[verb].lemma not in {"go", "come", "move", "be", "push"}:
        return ""
    return "rise" if "up" in ways else "fall" if "down" in ways else ""


def _changed(change: str, tree: Tree, verb: int, place: int, front: str) -> str:
    """From "rents rose 5%" → rise in rents; "it cut fares by 5%" → cut in fares."""
    thing = tree.child(verb, "dobj")
    if thing is not None and thing != place and not tree.holds_value(thing):
        front = noun_phrase(tree, thing, 5)
    return f"{change} in {front}"


def _behind_preposition(name: str, value: Figure, tree: Tree, at: int, place: int) -> str:
    preposition, above = spell(tree, at), tree.heads[at]
    while tree.tokens[above].pos == "ADP" and tree.heads[above] != above:
        at, above = above, tree.heads[above]
    token = tree.tokens[above]
    if above == at:
        return _of_neighbours(name, tree, place)
    if preposition in nouns("gap") and (other := tree.child(at, "pobj")) != place:
        return _gap(tree, tree.subject(above), other)
    if token.pos in {"NOUN", "PROPN", "NUM"}:
        return _behind_noun(name, preposition, value, tree, above)
    if token.pos == "ADJ":
        return _with_adjective(name, tree, above)
    if token.pos in _CLAUSAL:
        return _behind_verb(name, preposition, value, tree, above, at)
    if token.pos in {"ADP", "SCONJ", "ADV"} and tree.heads[above] != above:
        verb = tree.governing_verb(above)
        return (
            f"{name} {preposition} which {skeleton(tree, verb, MAX_WORDS - 3, skip=at)}"
            if verb is not None
            else ""
        )
    return ""


def _behind_noun(name: str, preposition: str, value: Figure, tree: Tree, noun: int) -> str:
    """From "a fine of $500": the noun names the dimension; what has it stands around it."""
    token = tree.tokens[noun]
    if not _names(tree, noun, value):
        if preposition in {"in", "against"} or token.lemma in {"high", "low"} or _is_quantity(tree, noun):
            return ""
        if value.measure == "money" and preposition == "for":
            name = "price"
        name = "length" if value.measure == "duration" else name
        return f"{name} of {noun_phrase(tree, noun, 5)}"
    own = noun_phrase(tree, noun, 7, det=False)
    head = tree.heads[noun]
    above = tree.tokens[head]
    if len(own.split()) > 2 or head == noun or (above.lemma == "with" and not _is_name(tree, head)):
        return own
    if above.pos == "ADP" and tree.heads[head] != head:
        verb = tree.heads[head]
        if tree.tokens[verb].pos in _CLAUSAL:
            clause = skeleton(tree, verb, MAX_WORDS - 2 - len(own.split()), skip=head)
            return f"{own} {spell(tree, head)} which {clause}"
        if tree.tokens[verb].pos in {"NOUN", "PROPN"}:
            return f"{own} of {noun_phrase(tree, verb, 4)}"
    if above.pos in _CLAUSAL and token.dep in {"dobj", "attr"}:
        subject = tree.subject(head)
        if subject is not None and not tree.is_pronoun(subject) and subject != noun:
            if above.lemma in {"have", "be"}:
                return f"{own} of {noun_phrase(tree, subject, 4)}"
            return f"{own} {skeleton(tree, head, MAX_WORDS - len(own.split()), skip=noun)}"
    return own


def _is_level(lemma: str, preposition: str, value: Figure, change: bool) -> bool:
    """Whether the subject stands at the value: "fell to 70%", "stood at 70%"."""
    if preposition == "to" and value.measure in {"percent", "temperature", "speed"}:
        return True
    if change and preposition in {"to", "from"}:
        return True
    return lemma in verbs("level") and preposition in {"at", "to", "against"}


def _behind_verb(name: str, preposition: str, value: Figure, tree: Tree, verb: int, at: int) -> str:
    token = tree.tokens[verb]
    subject = tree.subject(verb)
    told = subject is not None and not tree.is_pronoun(subject) and subject not in tree.inside
    change = _change(token.lemma) or _motion(tree, verb)
    if told and subject is not None:
        front = noun_phrase(tree, subject, 5)
        if change and preposition == "by":
            return _changed(change, tree, verb, at, front)
        thing = tree.child(verb, "dobj")
        if thing is not None and (
            tree.holds_value(thing) or tree.is_unit(thing) or _is_quantity(tree, thing)
        ):
            thing = None
        if _is_level(token.lemma, preposition, value, bool(change)):
            target = thing if thing is not None else subject
            wording = _of("price" if value.measure == "money" else _size(name, value), tree, target)
            return f"earlier {wording}" if preposition == "from" else wording
        if value.measure == "money" and token.lemma in verbs("sell"):
            target = thing if thing is not None else subject
            return f"price of {noun_phrase(tree, target, 5)}"
        if value.measure == "duration" and (term := _term(tree, verb, subject)):
            return term
    thing = tree.child(verb, "dobj")
    if preposition == "at" and thing is not None and token.lemma in verbs("assess"):
        return _of(name, tree, thing)
    if preposition in {"because", "due", "as", "than", "per", "like", "against"}:
        return ""
    if value.measure == "duration" and preposition == "for":
        return f"how long {skeleton(tree, verb, MAX_WORDS - 2, skip=at)}"
    return f"{name} {preposition} which {skeleton(tree, verb, MAX_WORDS - 3, skip=at)}"
