"""Offices that people hold, as printed beside their names.

A role is only a claim where the sentence ties it to a person: "Transport Minister Ann Roe",
"Ann Roe, 49, the transport minister", "the transport minister, Ann Roe,", "Ann Roe is the
transport minister", "Ann Roe, who heads the ministry". Former and future offices are left out:
they exclude nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from discrepancy import lexicon
from discrepancy.model import Document, Kind, Mention, Name, Phrase, Sentence, Token

_TENSED = frozenset(
    {
        "former",
        "ex",
        "then",
        "late",
        "future",
        "incoming",
        "outgoing",
        "elect",
        "previous",
        "ex-",
        "next",
        "earlier",
        "new",
        "ancient",
    }
)
_MODIFIER_POS = frozenset({"NOUN", "PROPN", "ADJ"})
_MODIFIER_DEPS = frozenset({"compound", "amod", "nmod", "poss"})
_COPULAS = frozenset({"be", "become", "remain"})
_PAST = frozenset({"VBD", "VBN"})
_REACH = 50
"""Characters between a name and its "who": room for an institution, not for another clause."""
_LONGEST = 4
"""Tokens of the longest title in the lexicon ("member of parliament", hyphens apart)."""


@cache
def _titles() -> dict[str, str]:
    """Lower-case title → post."""
    same = lexicon.read_table("roles")["same"]
    return {title: post for post, titles in same.items() for title in titles}


def extract_roles(document: Document, names: Sequence[Mention]) -> tuple[Mention, ...]:
    """Offices of ``document``'s people, each at its title's place.

    Args:
        document: The article.
        names: Its names, as the names extractor returned them.
    """
    people: dict[int, list[Mention]] = {}
    for name in names:
        if isinstance(name.value, Name) and name.value.type == "PERSON":
            people.setdefault(name.sentence, []).append(name)
    found = []
    for index, group in people.items():
        sentence = document.sentences[index]
        for first, stop, post in _find_titles(sentence.tokens):
            holder = _holder(sentence, first, stop, group)
            if holder is not None and not _is_tensed(sentence.tokens, first, holder):
                start = _with_modifiers(sentence.tokens, first, group)
                tokens = sentence.tokens
                value = Phrase(normal=post, lemmas=_qualifiers(tokens, start, first, stop))
                role = document.mention(sentence, tokens[start].start, tokens[stop - 1].end, Kind.ROLE, value)
                found.append(replace(role, owner=holder.value.normal))
        found += _find_heading(document, sentence, group)
    return tuple(sorted(found, key=lambda m: (m.sentence, m.start)))


def _find_titles(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """First and one-past-last token of every title, the longest at each place."""
    index = 0
    while index < len(tokens):
        for stop in range(min(index + _LONGEST, len(tokens)), index, -1):
            post = _titles().get(_joined(tokens[index:stop]))
            if post:
                # "Justice Minister" is no judge: a title that another one follows only modifies it.
                if _titles().get(_joined(tokens[stop : stop + 1])) is None or tokens[index].dep != "compound":
                    yield index, stop, post
                index = stop - 1
                break
        index += 1


def _joined(tokens: Sequence[Token]) -> str:
    """The tokens' lower-case text with the spaces that the original has; "" for none."""
    if not tokens:
        return ""
    text = ""
    end = tokens[0].start
    for token in tokens:
        text += (" " if token.start > end else "") + token.text.lower()
        end = token.end
    return text


def _holder(sentence: Sentence, first: int, stop: int, people: Sequence[Mention]) -> Mention | None:
    """The person whom the sentence ties to the title at tokens ``first`` to ``stop``."""
    tokens = sentence.tokens
    for person in people:
        inside = [i for i, t in enumerate(tokens) if t.start < person.end and person.start < t.end]
        if not inside or _modifies(tokens, inside[-1]):
            continue
        begin, end = _with_honorifics(tokens, inside[0]), inside[-1] + 1
        if (
            stop in (begin, inside[0])
            or _is_apposed_before(tokens, stop, begin)
            or _is_apposed_after(tokens, end, first)
        ):
            return person
        if _is_predicated(tokens, end, first):
            return person
    return _governed(tokens, stop - 1, people)


def _governed(tokens: Sequence[Token], title: int, people: Sequence[Mention]) -> Mention | None:
    """The person whom the grammar ties to the title over a distance.

    "Ann Roe, who joined in 2015, will be treasurer"; "the treasurer of the club is Ann Roe";
    "Ann Roe served as treasurer".
    """
    token = tokens[title]
    verb = token.head
    if token.dep == "pobj" and tokens[token.head].lemma == "as":
        verb = tokens[token.head].head
    elif token.dep not in {"attr", "nsubj"} or tokens[verb].lemma not in _COPULAS:
        return None
    if tokens[verb].tag in _PAST and tokens[verb].lemma == "be":
        return None  # "was mayor until 2019"
    wanted = {"nsubj", "nsubjpass"} if token.dep != "nsubj" else {"attr"}
    for index, other in enumerate(tokens):
        if other.head == verb and other.dep in wanted and index != title:
            there = tokens[verb].head if other.lemma == "who" and tokens[verb].dep == "relcl" else index
            return _person_at(tokens, there, people)
    return None


def _person_at(tokens: Sequence[Token], index: int, people: Sequence[Mention]) -> Mention | None:
    """The person whose name covers the token, or who stands in apposition to it."""
    heads = {index, *(i for i, t in enumerate(tokens) if t.dep == "appos" and t.head == index)}
    for person in people:
        if any(person.start <= tokens[i].start < person.end for i in heads):
            return person
    return None


def _last(tokens: Sequence[Token], index: int, people: Sequence[Mention]) -> Mention | None:
    """The person named last before a relative "who": "Ann Roe of the institute, who led the study"."""
    before = [p for p in people if 0 <= tokens[index].start - p.end <= _REACH]
    return max(before, key=lambda person: person.end, default=None)


def _find_heading(document: Document, sentence: Sentence, people: Sequence[Mention]) -> Iterator[Mention]:
    """Posts told by a verb: "Ann Roe, who heads the inquiry", "the study, led by Ann Roe"."""
    tokens = sentence.tokens
    table = lexicon.read_table("roles")["heading"]
    for index, token in enumerate(tokens):
        if token.lemma not in table["verbs"] or token.pos != "VERB":
            continue
        person, thing = _arguments(tokens, index, people)
        if person is None or thing is None or tokens[thing].pos not in {"NOUN", "PROPN"}:
            continue
        words = [tokens[i].lemma for i in range(len(tokens)) if _narrows(tokens, i, thing)]
        research = tokens[thing].lemma in table["research"]
        post = "lead_author" if research else table["verbs"][token.lemma]
        value = Phrase(normal=post, lemmas=() if research else (*words, tokens[thing].lemma))
        role = document.mention(sentence, token.start, token.end, Kind.ROLE, value)
        yield replace(role, owner=person.value.normal)


def _narrows(tokens: Sequence[Token], index: int, thing: int) -> bool:
    token = tokens[index]
    return (
        token.head == thing and token.dep in _MODIFIER_DEPS and token.pos in _MODIFIER_POS and index != thing
    )


def _arguments(
    tokens: Sequence[Token], verb: int, people: Sequence[Mention]
) -> tuple[Mention | None, int | None]:
    """Who heads and what is headed, by the verb at ``verb``, active or passive."""
    person: Mention | None = None
    thing: int | None = None
    for index, token in enumerate(tokens):
        if token.head != verb or index == verb:
            if token.dep == "pobj" and tokens[token.head].dep == "agent" and tokens[token.head].head == verb:
                person = _person_at(tokens, index, people) or person
                if tokens[verb].dep == "acl":
                    thing = tokens[verb].head
            continue
        if token.dep == "nsubj":
            relative = token.lemma == "who"
            there = tokens[verb].head if relative and tokens[verb].dep == "relcl" else index
            person = _person_at(tokens, there, people) or (_last(tokens, index, people) if relative else None)
        elif token.dep in {"dobj", "nsubjpass"}:
            thing = index
    return person, thing


def _modifies(tokens: Sequence[Token], last: int) -> bool:
    """Whether a name only narrows the noun behind it: "the head of the Roe family"."""
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    return following is not None and following.pos == "NOUN" and tokens[last].head == last + 1


def _with_honorifics(tokens: Sequence[Token], begin: int) -> int:
    """Where the name begins with its titles: "the principal, Professor Ann Roe"."""
    while begin > 0 and tokens[begin - 1].text.lower() in _titles() and tokens[begin - 1].text[0].isupper():
        begin -= 1
    return begin


def _is_apposed_before(tokens: Sequence[Token], stop: int, begin: int) -> bool:
    """Title, complement, perhaps a comma, name: "the prefect of the county, Ann Roe"."""
    between = tokens[stop:begin]
    if not between or len(between) > 8 or between[0].lemma not in {"of", "for", "at", ","}:
        return False
    commas = sum(token.text == "," for token in between)
    inner = between[:-1] if between[-1].text == "," else between
    if inner and inner[-1].pos == "ADP":
        return False  # "the chief of staff for Ann Roe" is somebody else
    nominal = all(t.pos in {"NOUN", "PROPN", "ADP", "DET", "ADJ", "PART", "CCONJ"} for t in inner)
    return nominal and commas <= 1 and (commas == 0 or between[-1].text == ",")


def _is_apposed_after(tokens: Sequence[Token], end: int, first: int) -> bool:
    """Name, comma, perhaps an age and a comma, determiner, modifiers, title."""
    between = tokens[end:first]
    if not between or len(between) > 9 or between[0].text not in {",", "(", "-", "–", "—"}:
        return False
    if len(between) > 2 and between[1].lemma == "who" and between[2].lemma == "be":
        if between[2].tag in _PAST:
            return False
        between = between[3:]
    return all(
        t.text in {",", "(", "-", "–", "—", ")", "'s"}
        or t.pos in {"NUM", "DET", "NOUN", "PROPN", "ADJ", "PRON", "PART"}
        for t in between
    ) and not any(t.pos == "PROPN" and t.text[0].isupper() and t.dep in {"conj", "nsubj"} for t in between)


def _is_predicated(tokens: Sequence[Token], end: int, first: int) -> bool:
    """Name, copula, determiner, modifiers, title: "Ann Roe is the club's treasurer"."""
    between = tokens[end:first]
    if not between or len(between) > 6 or between[0].lemma not in _COPULAS:
        return False
    return all(t.pos in {"DET", "NOUN", "PROPN", "ADJ", "PART", "PRON", "AUX"} for t in between)


def _is_tensed(tokens: Sequence[Token], first: int, holder: Mention) -> bool:
    before = tokens[max(0, first - 3) : first]
    return any(
        token.text.lower().rstrip("-") in _TENSED for token in before if token.end <= tokens[first].start
    )


def _with_modifiers(tokens: Sequence[Token], first: int, people: Sequence[Mention]) -> int:
    """Index of the leftmost modifier of the title: "Russian Foreign" in "Russian Foreign Minister"."""
    while first > 0:
        token = tokens[first - 1]
        in_name = any(p.start < token.end and token.start < p.end for p in people)
        hyphen = token.text == "-" and first > 1
        if in_name or not (hyphen or (token.pos in _MODIFIER_POS and token.dep in _MODIFIER_DEPS)):
            break
        first -= 1
    return first


def _qualifiers(tokens: Sequence[Token], start: int, first: int, stop: int) -> tuple[str, ...]:
    """Words that narrow the post: its modifiers and its "of" and "for" complement."""
    words = [t.lemma for t in tokens[start:first] if t.pos in _MODIFIER_POS]
    # "The government's negotiator": the possessor stands before its mark, out of the modifiers' reach.
    words += [
        t.lemma for t in tokens[:start] if t.dep == "poss" and start <= t.head < stop and t.pos != "PRON"
    ]
    if stop < len(tokens) and tokens[stop].lemma in {"of", "for"}:
        for token in tokens[stop + 1 : stop + 7]:
            if token.pos not in {"NOUN", "PROPN", "ADJ", "DET", "CCONJ", "ADP"}:
                break
            if token.pos in _MODIFIER_POS:
                words.append(token.lemma)
    generic = lexicon.read_table("roles")["generic"]["words"]
    return tuple(word for word in words if word not in generic)
