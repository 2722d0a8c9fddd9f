"""What a number counts, and of whom or what: "people killed", "seats on the bus"."""

from __future__ import annotations

from discrepancy.model import Figure
from discrepancy.question.clauses import past_participle, skeleton, subject_phrase, verb_group
from discrepancy.question.phrases import MAX_WORDS, complements, join, noun_phrase, prepositional, spell
from discrepancy.question.tree import Tree
from discrepancy.question.words import is_dimension, nouns, verbs

_BARE = "how many"
_STATES = frozenset({"dead", "hurt", "missing", "ill", "sick"})
_PARTITIVE = frozenset(
    ["including", "like", "among", "than", "except", "besides", "out", "unlike", "against", "versus"]
)
_ACT_ENDINGS = ("ion", "ment", "al", "ing", "ure")
_IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children", "life": "lives"}


def word_count(value: Figure, tree: Tree, anchor: int) -> str:
    """The counted noun and its part in the clause, or "" where neither says anything."""
    if tree.tokens[anchor].pos == "VERB":  # "Nobody was killed" is the value as a whole
        return f"{_name_of_unit(value.unit)} {past_participle(tree, anchor)}" if value.unit else ""
    noun, place = _counted(tree, anchor)
    if noun in tree.inside and not value.unit:
        noun = None  # "Eleven" at the head of a sentence is a name to the tagger
    name = _name(value, tree, noun)
    if noun is not None and (said := _own_clause(tree, noun)):
        return f"{name} {said}"
    return _by_role(name, tree, place, noun)


def _counted(tree: Tree, anchor: int) -> tuple[int | None, int]:
    """The counted noun, if it is there, and the token that stands for it in the clause."""
    token = tree.tokens[anchor]
    if token.pos in {"NOUN", "PROPN"} and token.text.isalpha() and anchor in tree.inside:
        return (anchor, anchor) if _is_countable(tree, anchor) else (None, anchor)
    head = tree.heads[anchor]
    if (
        token.dep in {"nummod", "amod", "compound", "nmod", "quantmod", "advmod", "det", "predet"}
        and head != anchor
    ):
        if tree.tokens[head].pos in {"NOUN", "PROPN"}:
            return head, head
        if tree.tokens[head].pos in {"ADJ", "VERB"}:
            return head, head
    for child in tree.children[anchor]:
        if tree.tokens[child].lemma == "of" and (noun := tree.child(child, "pobj")) is not None:
            if not tree.is_pronoun(noun):
                return noun, anchor
            if tree.tokens[noun].tag in {"WP", "WDT"} and tree.tokens[head].dep == "relcl":
                return tree.heads[head], anchor
    return _parallel(tree, anchor), anchor


def _is_countable(tree: Tree, index: int) -> bool:
    return tree.tokens[index].lemma not in {"dozen", "hundred", "thousand", "million", "billion", "score"}


def _parallel(tree: Tree, anchor: int) -> int | None:
    """The noun left out beside "and": "six cows were sold and two kept"."""
    verb = tree.heads[anchor]
    if tree.tokens[anchor].dep == "conj":
        return verb if tree.tokens[verb].pos == "NOUN" else None
    if tree.tokens[verb].dep != "conj" or tree.tokens[anchor].dep not in {"nsubj", "nsubjpass", "dobj"}:
        return None
    first = tree.child(tree.heads[verb], tree.tokens[anchor].dep, "nsubjpass", "nsubj", "dobj")
    if first is None or tree.tokens[first].pos != "NOUN" or tree.child(first, "nummod") is None:
        return None
    return first


def _name(value: Figure, tree: Tree, noun: int | None) -> str:
    """The counted noun in the plural, "number" with an adjective alone, else "how many"."""
    if noun is None or (noun in tree.inside and not _is_countable(tree, noun)):
        return _name_of_unit(value.unit)
    token = tree.tokens[noun]
    if token.pos in {"ADJ", "VERB"}:
        return f"number {'of ' if token.pos == 'ADJ' else ''}{spell(tree, noun)}"
    if noun in tree.inside:
        return spell(tree, noun)
    phrase = noun_phrase(tree, noun, 4, det=False, post=False)
    return _plural(phrase) if token.tag == "NN" else phrase


def _name_of_unit(unit: str) -> str:
    if not unit:
        return _BARE
    last = unit.split()[-1]
    return f"number {last}" if last.endswith("ed") or last in _STATES else _plural(last)


def _plural(phrase: str) -> str:
    if not phrase.split():
        return phrase  # a noun of nothing but a zero-width space
    *before, word = phrase.split()
    if word in _IRREGULAR:
        word = _IRREGULAR[word]
    elif word.endswith(
        (
            "s",
            "people",
            "men",
            "children",
            "staff",
            "crew",
            "police",
            "troops",
            "aircraft",
            "dead",
            "injured",
            "wounded",
        )
    ):
        pass
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        word = f"{word[:-1]}ies"
    else:
        word += "es" if word.endswith(("ch", "sh", "x")) else "s"
    return " ".join([*before, word])


def _own_clause(tree: Tree, noun: int) -> str:
    """A participle or relative clause that hangs on the noun itself: "living in the district"."""
    for child in tree.children[noun]:
        token = tree.tokens[child]
        if child < noun or tree.holds_value(child):
            continue
        if token.dep == "acl" and token.tag in {"VBN", "VBG"}:
            return " ".join([spell(tree, child), *complements(tree, child, MAX_WORDS - 4)])
        if token.dep == "relcl" and tree.child(child, "nsubj", "nsubjpass") is not None:
            subject = tree.child(child, "nsubj", "nsubjpass")
            if subject is not None and tree.tokens[subject].tag in {"WP", "WDT"}:
                return _predicate(tree, child, noun, spell(tree, noun))
    return ""


def _by_role(name: str, tree: Tree, place: int, noun: int | None) -> str:
    """The name with the clause around it, by the part that ``place`` plays in it."""
    for _ in range(4):
        dep = tree.tokens[place].dep
        if dep not in {"conj", "appos"} or tree.tokens[tree.heads[place]].pos in {"VERB", "AUX"}:
            break
        place = tree.heads[place]
    dep, head = tree.tokens[place].dep, tree.heads[place]
    above = tree.tokens[head]
    if dep in {"nsubj", "nsubjpass"} and above.pos in {"VERB", "AUX"}:
        return f"{name} {_predicate(tree, head, noun, name)}".strip()
    if dep in {"dobj", "attr", "dative", "oprd"} and above.pos in {"VERB", "AUX"}:
        return _as_object(name, tree, head, place)
    if dep == "pobj" and head != place:
        return _behind_preposition(name, tree, head, place)
    if dep in {"compound", "nmod", "amod", "nummod"} and above.pos in {"NOUN", "PROPN"} and head != noun:
        return f"{name} of {noun_phrase(tree, head, 5)}"
    return _with_phrase(name, tree, place)


def _with_phrase(name: str, tree: Tree, place: int) -> str:
    """The name with the prepositional phrase behind it; "" for a bare "how many"."""
    for child in tree.children[place]:
        if tree.tokens[child].dep == "prep" and (text := prepositional(tree, child, MAX_WORDS - 3)):
            return f"{name} {text}" if name != _BARE else f"number {text}"
    return name if name != _BARE else ""


def _predicate(tree: Tree, verb: int, noun: int | None, name: str) -> str:
    """What is said of the counted: "killed in the crash", "who died at the scene"."""
    token = tree.tokens[verb]
    room = MAX_WORDS - len(name.split()) - 1
    rest = complements(tree, verb, room - 1)
    if name.endswith(f" {spell(tree, verb)}"):
        return " ".join(rest)
    if token.tag == "VBG" and not _has_auxiliary(tree, verb):
        return " ".join([spell(tree, verb), *rest])
    if token.lemma == "be":
        if name == _BARE:
            rest = [verb_group(tree, verb), *rest]
        return " ".join([*rest, *_occasion(tree, verb, room, rest)])
    passive = tree.child(verb, "auxpass") is not None or (
        token.tag == "VBN" and not _has_auxiliary(tree, verb)
    )
    if passive and name != _BARE:
        group = join(tree, [verb, *[c for c in tree.children[verb] if tree.tokens[c].dep in {"prt", "neg"}]])
    else:
        group = verb_group(tree, verb)
        if name != _BARE:
            group = f"{_pronoun(tree, noun)} {group}"
    rest = complements(tree, verb, room - len(group.split()))
    return " ".join([group, *rest, *_occasion(tree, verb, room - len(group.split()), rest)])


def _has_auxiliary(tree: Tree, verb: int) -> bool:
    return tree.child(verb, "aux") is not None


def _pronoun(tree: Tree, noun: int | None) -> str:
    return "who" if noun is not None and tree.tokens[noun].lemma in nouns("people") else "that"


def _occasion(tree: Tree, verb: int, room: int, rest: list[str]) -> list[str]:
    """The clause that tells when, if nothing else was told: "when the roof fell in"."""
    if rest:
        return []
    for child in tree.children[verb]:
        if tree.tokens[child].dep != "advcl" or tree.holds_value(child):
            continue
        mark = tree.child(child, "advmod", "mark")
        if mark is not None and tree.tokens[mark].lemma in {"when", "as", "after"}:
            clause = skeleton(tree, child, room - 1)
            if len(clause.split()) <= room - 1:
                return [f"{spell(tree, mark)} {clause}"]
    return []


def _as_object(name: str, tree: Tree, verb: int, place: int) -> str:
    token = tree.tokens[verb]
    subject = tree.subject(verb)
    if tree.child(verb, "expl") is not None:
        rest = complements(tree, verb, MAX_WORDS - 3, skip=place)
        own = _with_phrase(name, tree, place)
        return f"{name} {' '.join(rest)}" if rest and own == name else own
    front = subject_phrase(tree, subject, 4)
    if subject is None or not front or tree.is_pronoun(subject):
        return _passive(name, tree, verb, place)
    if token.lemma == "be":
        lemma = tree.tokens[subject].lemma
        if is_dimension(lemma) or name == _BARE:
            return noun_phrase(tree, subject, MAX_WORDS - 2, det=False)
        return f"{name} of {front}"
    if token.lemma in verbs("possession"):
        return f"{name if name != _BARE else 'number'} of {front}"
    if token.lemma in verbs("level") and name == _BARE:
        return f"number of {front}"
    group = verb_group(tree, verb)
    if group.startswith("to ") or (token.tag == "VBG" and token.dep in {"advcl", "pcomp"}):
        return _passive(name, tree, verb, place)
    room = MAX_WORDS - len(f"{name} {front} {group}".split())
    return " ".join([name, front, group, *_ways(tree, verb, place, room)])


def _ways(tree: Tree, verb: int, place: int, room: int) -> list[str]:
    """What goes with the verb, or, if nothing fits, with its object: "killed in the state"."""
    rest = complements(tree, verb, room, skip=place)
    for child in () if rest else tree.children[place]:
        if (
            tree.tokens[child].dep == "prep"
            and tree.tokens[child].lemma != "of"
            and (text := prepositional(tree, child, room))
        ):
            return [text]
    return rest


def _passive(name: str, tree: Tree, verb: int, place: int) -> str:
    """From "people killed in the state", where the sentence has "it killed ten people in the state"."""
    token = tree.tokens[verb]
    room = MAX_WORDS - len(name.split()) - 1
    if token.lemma in verbs("possession") or token.lemma == "be":
        return _with_phrase(name, tree, place)
    participle = past_participle(tree, verb)
    name = "number" if name == _BARE else name
    return " ".join([name, participle, *_ways(tree, verb, place, room)])


def _behind_preposition(name: str, tree: Tree, at: int, place: int) -> str:
    preposition, above = spell(tree, at), tree.heads[at]
    token = tree.tokens[above]
    if above == at or preposition in _PARTITIVE:
        return _with_phrase(name, tree, place)
    if token.pos in {"NOUN", "PROPN"}:
        return _behind_noun(name, preposition, tree, above, place)
    if token.pos not in {"VERB", "AUX"} or preposition == "of":
        return _with_phrase(name, tree, place)
    subject = tree.subject(above)
    if name == _BARE:
        if subject is not None and is_dimension(tree.tokens[subject].lemma):
            return noun_phrase(tree, subject, MAX_WORDS, det=False)
        name = "number"
    clause = skeleton(tree, above, MAX_WORDS - 2 - len(name.split()), skip=at)
    pronoun = "whom" if name.rpartition(" ")[2] in {"people", "men", "women", "children"} else "which"
    return f"{name} {preposition} {pronoun} {clause}"


def _behind_noun(name: str, preposition: str, tree: Tree, above: int, place: int) -> str:
    lemma = tree.tokens[above].lemma
    if name == _BARE and (is_dimension(lemma) or lemma in nouns("sum")):
        return noun_phrase(tree, above, 6, det=False)
    if preposition == "of" and lemma in nouns("sum"):
        return _by_role(name, tree, above, place)
    if preposition == "of" and lemma in nouns("collection"):
        return f"{name if name != _BARE else 'number'} in {noun_phrase(tree, above, 5)}"
    act = lemma in nouns("act") or lemma.endswith(_ACT_ENDINGS)
    if preposition == "with" or name == _BARE or (preposition == "of" and not act):
        return f"{name if name != _BARE else 'number'} of {noun_phrase(tree, above, 5)}"
    return f"{noun_phrase(tree, above, 4, det=False, post=False)} {preposition} {name}"
