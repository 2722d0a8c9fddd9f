"""Whom a sentence ties to a title: by place beside the name, else by its grammar."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from discrepancy import lexicon
from discrepancy.extract.roles.tenses import is_perfect, is_told_as_past, skip_time
from discrepancy.lexicon.names import title_words
from discrepancy.lexicon.posts import posts_by_title
from discrepancy.model import Mention, Token

INCOMING = ("incoming",)
"""Marks an office that somebody is to have."""

FORMER = ("former",)
"""Marks an office that somebody had."""

Held: TypeAlias = tuple[Mention | None, tuple[str, ...]]
"""Who has the office, and :data:`INCOMING` or :data:`FORMER` where it is one to come or a past one."""

_COPULAS = frozenset({"be", "become", "remain"})
_TURN = "turn"
"""What translators make of "become"."""
_PAST = frozenset({"VBD", "VBN"})
TO_COME = frozenset({"will", "would", "shall", "'ll"})
"""Auxiliaries that tell of the future."""
_HAD_BEEN = ["who", "used", "to", "be"]
_OPEN = frozenset({"may", "might", "could", "should", "can"})
_IF = frozenset({"if", "unless", "should"})
_YEAR = re.compile(r"(?:19|20)\d\d|ago|then|once|previously|earlier")
"""Words of a sentence in which somebody got an office long before the report."""
_DESCRIBING = frozenset({"amod", "compound", "nmod"})
_AGED = frozenset({"npadvmod", "nummod"})
_NAMED = frozenset({"name", "call", "identify"})
_OBJECTS = ("nsubjpass", "dobj")


def find_holder(tokens: Sequence[Token], first: int, stop: int, people: Sequence[Mention]) -> Held:
    """The person whom the sentence ties to the title at tokens ``first`` to ``stop``."""
    named = []
    for person in people:
        inside = [i for i, t in enumerate(tokens) if t.start < person.end and person.start < t.end]
        if inside and not _modifies(tokens, inside[-1]):
            begin = with_titles(tokens, inside[0])
            if 1 < begin < inside[0] and [t.text.lower() for t in tokens[begin - 2 : begin]] == [",", "the"]:
                begin -= 1  # "the dean of the cathedral, the Rev. Ann Roe"
            named.append((person, inside, begin))
    for person, inside, begin in named:
        if begin <= stop <= inside[0]:
            return person, ()
    if _precedes_name(tokens, first, stop):
        return None, ()  # "Ann Roe, Sheriff Eva Lund": whoever it is, the next one has it
    for person, inside, begin in named:
        if (
            _is_apposed_before(tokens, stop, _with_modifiers(tokens, stop, begin, inside), len(inside))
            or _is_named_so(tokens, stop, inside[0])
            or _is_apposed_after(tokens, inside[-1] + 1, first, at_event=_is_at_event(tokens, first, stop))
            or _is_predicated(tokens, inside[-1] + 1, first)
            or _is_beside(tokens, begin, inside[-1] + 1, first)
        ):
            return person, ()
    return _governed(tokens, _head_of(tokens, first, stop), people)


def _head_of(tokens: Sequence[Token], first: int, stop: int) -> int:
    """The token of a title on which its others hang: "brother" of "brother-in-law"."""
    return next((i for i in range(first, stop) if not first <= tokens[i].head < stop), stop - 1)


def _precedes_name(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a capitalised title stands before a capitalised name."""
    if stop >= len(tokens) or not tokens[stop - 1].text[0].isupper():
        return False
    return (
        tokens[stop].pos == "PROPN"
        and tokens[stop].text[0].isupper()
        and tokens[first].start > tokens[0].start
    )


def _governed(tokens: Sequence[Token], title: int, people: Sequence[Mention]) -> Held:
    """The person whom the grammar ties to the title over a distance.

    "Ann Roe, who joined in 2015, is treasurer"; "the treasurer of the club is Ann Roe"; "Ann Roe
    served as treasurer"; "Ann Roe, described as the treasurer"; "Ann Roe was named treasurer".
    """
    token = tokens[title]
    into = tokens[token.head] if token.dep == "pobj" else token
    if into.lemma == "into" and tokens[into.head].lemma == _TURN and not is_open(tokens, into.head):
        return _dependent(tokens, into.head, title, ("nsubj",), people), INCOMING  # "turns into the minister"
    verb = _verb_above(tokens, title) if token.dep == "pobj" else token.head
    if is_open(tokens, verb):
        return None, ()
    lemma = tokens[verb].lemma
    naming = lexicon.read_table("roles")["naming"]
    if token.dep == "pobj" and lemma in naming["choosing"]:
        chosen = _dependent(tokens, verb, -1, ("dobj",), people)
        if chosen is not None:
            return chosen, INCOMING  # "the club chose Ann Roe as chair"
    if token.dep == "pobj" and lemma not in (*naming["appointing"], *naming["describing"]):
        return _subject(tokens, verb, people) if verb != title else None, _coming(tokens, verb)
    if lemma == "name" and token.dep == "pobj":
        return _named(tokens, verb, people), ()  # "named him as the driver" is no appointment
    if lemma in naming["appointing"] and token.dep in {"pobj", "oprd", "attr", "xcomp"}:
        dated = any(_YEAR.fullmatch(t.text.lower()) for t in tokens)
        return (None if dated else _named(tokens, verb, people)), INCOMING
    if lemma in naming["describing"] and token.dep in {"pobj", "oprd"}:
        return _named(tokens, verb, people), ()
    past = tokens[verb].tag in _PAST and lemma == "be" and not is_perfect(tokens, verb)
    if (
        token.dep not in {"attr", "acomp", "nsubj"}
        or lemma not in _COPULAS
        or (past and not is_told_as_past(tokens))
    ):
        return None, ()  # "was mayor" says nothing of now
    if tokens[verb].dep == "xcomp" and tokens[tokens[verb].head].lemma == "be":
        return _dependent(tokens, tokens[verb].head, title, ("nsubj",), people), INCOMING  # "is to be"
    wanted = ("attr",) if token.dep == "nsubj" else ("nsubj", "nsubjpass")
    holder = _dependent(tokens, verb, title, wanted, people)
    return holder, FORMER if past else _coming(tokens, verb)  # "was formerly mayor"


def _verb_above(tokens: Sequence[Token], title: int) -> int:
    """The verb of "as": "described by police as the leader" hangs it on the police; the title if none."""
    above = tokens[title].head
    if tokens[above].lemma != "as":
        return title
    for _ in range(4):
        above = tokens[above].head
        if tokens[above].pos in {"VERB", "AUX"}:
            return above
        joined = tokens[above].dep == "dobj" and tokens[tokens[above].head].lemma in _joining()
        if not joined and tokens[above].dep not in {"pobj", "agent", "prep"}:
            break
    return title if tokens[above].pos not in {"VERB", "AUX"} else above


def _joining() -> Sequence[str]:
    verbs: Sequence[str] = lexicon.read_table("roles")["naming"]["joining"]
    return verbs


def is_open(tokens: Sequence[Token], verb: int) -> bool:
    """Whether what the verb tells is denied, only possible or only wanted: "could be", "hopes to be"."""
    below = [t for t in tokens if t.head == verb and t is not tokens[verb]]
    if any(t.dep == "neg" or (t.dep == "aux" and t.lemma in _OPEN) for t in below):
        return True
    conditional = any(t.dep == "mark" and t.lemma in _IF and tokens[t.head].head == verb for t in tokens)
    wanted = tokens[verb].dep == "xcomp" and tokens[tokens[verb].head].lemma not in {"be", "use"}
    return conditional or wanted


def _coming(tokens: Sequence[Token], verb: int) -> tuple[str, ...]:
    """Whether the verb tells of the future: "will be treasurer", "becomes treasurer"."""
    ahead = any(t.head == verb and t.dep == "aux" and t.lemma in TO_COME for t in tokens)
    lemma = tokens[verb].lemma
    joining = lemma in _joining() and lemma not in lexicon.read_table("roles")["naming"]["serving"]
    becoming = (lemma == "become" or joining) and tokens[verb].tag not in _PAST
    return INCOMING if ahead or becoming else ()


def _subject(tokens: Sequence[Token], verb: int, people: Sequence[Mention]) -> Mention | None:
    """Who does something as treasurer; after the verb where the sentence begins with "as"."""
    used = tokens[verb].dep == "xcomp" and tokens[tokens[verb].head].lemma == "use"
    verb = tokens[verb].head if used else verb  # "used to work as"
    found = _dependent(tokens, verb, -1, ("nsubj", "nsubjpass"), people)
    if found is None and tokens[verb].lemma in lexicon.read_table("roles")["naming"]["serving"]:
        found = _dependent(tokens, verb, -1, ("dobj", "attr"), people)
    return found


def _named(tokens: Sequence[Token], verb: int, people: Sequence[Mention]) -> Mention | None:
    """Whom the verb calls something: its object, or the noun that its participle follows."""
    if tokens[verb].dep == "acl":
        return person_at(tokens, tokens[verb].head, people)
    return next(
        (p for dep in _OBJECTS if (p := _dependent(tokens, verb, -1, (dep,), people)) is not None), None
    )


def _dependent(
    tokens: Sequence[Token], verb: int, title: int, deps: Sequence[str], people: Sequence[Mention]
) -> Mention | None:
    for index, other in enumerate(tokens):
        if other.head == verb and other.dep in deps and index != title:
            there = tokens[verb].head if other.lemma == "who" and tokens[verb].dep == "relcl" else index
            if (person := person_at(tokens, there, people)) is not None:
                return person
    return None


def person_at(tokens: Sequence[Token], index: int, people: Sequence[Mention]) -> Mention | None:
    """The person whose name covers the token, or who stands in apposition to it."""
    heads = {index, *(i for i, t in enumerate(tokens) if t.dep == "appos" and t.head == index)}
    for person in people:
        if any(person.start <= tokens[i].start < person.end for i in heads):
            return person
    return None


def _modifies(tokens: Sequence[Token], last: int) -> bool:
    """Whether a name only narrows the noun behind it: "the head of the Roe family"."""
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    return following is not None and following.pos == "NOUN" and tokens[last].head == last + 1


def with_titles(tokens: Sequence[Token], begin: int) -> int:
    """Where the name that begins at ``begin`` does with its titles: "the principal, Professor Ann Roe"."""
    return _leftmost(tokens, begin, lambda word: word in posts_by_title() or _is_honorific(word))


def with_honorifics(tokens: Sequence[Token], begin: int) -> int:
    """The same with titles of courtesy alone: "the painter, Father Ann Roe"."""
    return _leftmost(tokens, begin, _is_honorific)


def _leftmost(tokens: Sequence[Token], begin: int, is_title: Callable[[str], bool]) -> int:
    while begin > 0:
        before = begin - 1
        if tokens[before].text == "." and before > 0 and tokens[before].start == tokens[before - 1].end:
            before -= 1  # "Col" and its stop
        if before > 1 and tokens[before - 1].text == "-" and tokens[before].text[0].isupper():
            joined = f"{tokens[before - 2].text} {tokens[before].text}"
            if is_title(joined.lower()):
                begin = before - 2  # "Lieutenant-Colonel"
                continue
        if not tokens[before].text[0].isupper() or not is_title(tokens[before].text.lower()):
            break
        begin = before
    return begin


def _is_honorific(word: str) -> bool:
    return word.rstrip(".") in title_words("honorifics")


def _is_apposed_before(tokens: Sequence[Token], stop: int, begin: int, length: int) -> bool:
    """Title, complement, perhaps a comma, name: "the prefect of the county, Ann Roe"."""
    between = tokens[stop:begin]
    if (
        not between
        or len(between) > 8
        or between[0].lemma not in {"of", "for", "at", "to", "in", "on", "with", ","}
    ):
        return False
    commas = sum(token.text == "," for token in between)
    inner = between[:-1] if between[-1].text == "," else between
    if inner and inner[-1].pos in {"ADP", "CCONJ"}:
        return False  # "the chief of staff for Ann Roe" is somebody else
    # "Her assistant of nine years, Ann Roe", but "the sale of five Rembrandts".
    numbered = {"NUM"} if commas else set()
    allowed = {"NOUN", "PROPN", "ADP", "DET", "ADJ", "PART", "CCONJ"} | numbered
    nominal = all(t.pos in allowed or t.tag == "PRP$" for t in inner)
    if commas == 0 and length == 1:
        return False  # "the leader of the clan Roe": the one name is the clan's
    return nominal and commas <= 1 and (commas == 0 or between[-1].text == ",")


def _with_modifiers(tokens: Sequence[Token], stop: int, begin: int, inside: Sequence[int]) -> int:
    """Where the words begin that describe a name right before it: "her aunt, former champion Ann Roe"."""
    first, phrase = begin, set(inside)
    while first > stop + 1 and tokens[first - 1].head in phrase and _describes(tokens[first - 1]):
        first -= 1
        phrase.add(first)
    return first if tokens[first - 1].text == "," else begin


def _describes(token: Token) -> bool:
    """Whether a token is part of what describes a name, an age too: "former champion", "29-year-old"."""
    return token.dep in _DESCRIBING or token.dep in _AGED or token.text == "-"


def _is_named_so(tokens: Sequence[Token], stop: int, begin: int) -> bool:
    """Whether a title is told the name of who has it: "a passenger named Ann Roe"."""
    between = tokens[stop:begin]
    behind = next((i for i, t in enumerate(between) if t.tag == "VBN"), 0)
    if behind and between[0].lemma in {"of", "at", "with", "for"}:
        nominal = all(t.pos in {"NOUN", "PROPN", "ADP", "DET", "ADJ", "PART"} for t in between[:behind])
        between = between[behind:] if nominal else between  # "a guard of the bank named Ann Roe"
    if len(between) > 1 and between[0].text == ",":
        between = between[1:]  # "a local guide, named as Ann Roe"
    if not between or between[0].tag != "VBN" or between[0].dep not in {"acl", "relcl", "amod"}:
        return False
    return between[0].lemma in _NAMED and all(token.text.lower() == "as" for token in between[1:])


def _is_at_event(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a title is of a part in an event, and no time of its own is told: "who was the pilot"."""
    post = posts_by_title().get(" ".join(token.text.lower() for token in tokens[first:stop]))
    part = post in lexicon.read_table("roles")["at_event"]["posts"]
    return part and not any(_YEAR.fullmatch(t.text.lower()) or t.lemma in {"until", "former"} for t in tokens)


def _is_apposed_after(tokens: Sequence[Token], end: int, first: int, *, at_event: bool) -> bool:
    """Name, comma, perhaps an age and a comma, determiner, modifiers, title."""
    between = tokens[end:first]
    if not between or len(between) > 9 or between[0].text not in {",", "(", "-", "–", "—"}:
        return False
    between = skip_time(between)
    if [t.text for t in between[1:5]] == _HAD_BEEN:
        between = between[5:]
    elif len(between) > 2 and between[1].lemma == "who" and between[2].lemma == "be":
        if between[2].tag in _PAST and not at_event:
            return False
        between = between[3:]
    return all(
        t.text in {",", "(", "-", "–", "—", ")", "'s"}
        or t.pos in {"NUM", "DET", "NOUN", "PROPN", "ADJ", "PRON", "PART"}
        or (t.tag in {"VBG", "VBN"} and t.dep == "amod")  # "the missing woman's husband"
        or (
            t.lemma == "and" and between[i - 1].text.lower() in posts_by_title()
        )  # "a nurse and union leader"
        for i, t in enumerate(between)
    ) and not any(t.pos == "PROPN" and t.text[0].isupper() and t.dep in {"conj", "nsubj"} for t in between)


def _is_predicated(tokens: Sequence[Token], end: int, first: int) -> bool:
    """Name, copula, determiner, modifiers, title: "Ann Roe is the club's treasurer"."""
    between = tokens[end:first]
    if [t.text.lower() for t in between[:2]] in (["has", "been"], ["have", "been"]):
        between = between[1:]  # "has been treasurer since May"
    if not between or len(between) > 6 or between[0].lemma not in _COPULAS:
        return False
    if any(t.tag == "TO" or t.dep == "neg" for t in between):
        return False  # "is to be treasurer" tells of the future, "is not treasurer" of nobody
    return all(t.pos in {"DET", "NOUN", "PROPN", "ADJ", "PART", "PRON", "AUX"} for t in between)


def _is_beside(tokens: Sequence[Token], begin: int, end: int, first: int) -> bool:
    """Whether "with", the name and "as" stand before the title: "with Ann Roe as her deputy"."""
    if begin == 0 or end >= first or tokens[begin - 1].lemma != "with" or tokens[end].text.lower() != "as":
        return False
    return all(t.pos in {"DET", "NOUN", "PROPN", "ADJ", "PRON", "PART"} for t in tokens[end + 1 : first])
