"""Posts told by a verb: "Ann Roe, who heads the inquiry", "the study, led by Ann Roe"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from discrepancy import lexicon
from discrepancy.extract.roles.holders import INCOMING, TO_COME, person_at
from discrepancy.extract.roles.titles import MODIFIER_DEPS, MODIFIER_POS, group_of, service_headed
from discrepancy.model import Document, Kind, Mention, Phrase, Sentence, Token

_HOLD = "hold"
_PRESIDE = "preside"
_PAST = frozenset({"VBD", "VBN"})
_TIMES = frozenset({"since", "until", "till", "before", "after", "during"})
_FOR_NOW = re.compile(
    r"\b(?:for now|for the time being|in the meantime|temporarily|in the interim"
    r"|until (?:a|an|the|another) (?:new|successor|replacement|election|by-election))\b"
)
_REACH = 50
"""Characters between a name and its "who": room for an institution, not for another clause."""


def find_heading(document: Document, sentence: Sentence, people: Sequence[Mention]) -> Iterator[Mention]:
    """Each of ``people`` whom a verb of the sentence puts at the head of something."""
    tokens = sentence.tokens
    table = lexicon.read_table("roles")["heading"]
    ministries = lexicon.read_table("roles")["portfolio_verbs"]["ministries"]
    portfolios = set(lexicon.read_table("roles")["portfolio"]["words"])
    yield from _find_serving(document, sentence, people)
    yield from _find_charged(document, sentence, people)
    for index, token in enumerate(tokens):
        if token.lemma not in table["verbs"] or token.pos != "VERB":
            continue
        person, thing = _arguments(tokens, index, people)
        if token.lemma == _PRESIDE:
            thing = _behind(tokens, index, "over") if thing is None else thing
            if thing is not None and tokens[thing].lemma not in table["presided"]:
                continue  # over a court, as a judge
        if person is None or thing is None or tokens[thing].pos not in {"NOUN", "PROPN"}:
            continue
        if any(t.lemma == "until" and t.head == index for t in tokens):
            continue
        words = tuple(tokens[i].lemma for i in range(len(tokens)) if _narrows(tokens, i, thing))
        ministry = tokens[thing].lemma in ministries and bool(portfolios & set(words))
        if token.lemma == _HOLD and (token.tag in _PAST or not ministry):
            continue  # "who holds the portfolio for culture", but not the door
        research = tokens[thing].lemma in table["research"]
        post = "lead_author" if research else table["verbs"][token.lemma]
        post = "chair" if tokens[thing].lemma in table["boards"] else post
        headed = group_of(tokens[thing]) or tokens[thing].lemma
        post, told = service_headed(post, (*words, headed))
        value = Phrase(post, () if research else told)
        if ministry:
            ahead = any(t.head == index and t.dep == "aux" and t.lemma in TO_COME for t in tokens)
            value = Phrase("minister", (*words, *(INCOMING if ahead else ())))
        role = document.mention(sentence, token.start, token.end, Kind.ROLE, value)
        yield replace(role, owner=person.value.normal)


def _find_serving(document: Document, sentence: Sentence, people: Sequence[Mention]) -> Iterator[Mention]:
    """Posts told by what somebody does: "who runs the plant", "who speaks for the port", "who trains her".

    Only of what holds at the time: who ran something did so once.
    """
    tokens = sentence.tokens
    serving = lexicon.read_table("roles")["serving"]
    for index, token in enumerate(tokens):
        rule = serving.get(token.lemma) if token.pos == "VERB" else None
        if rule is None or (token.tag == "VBD" and rule["of"] != "side"):
            continue
        person, thing = _arguments(tokens, index, people)
        if rule.get("through"):
            thing = _behind(tokens, index, rule["through"])
        if person is None or thing is None or not _is_object(tokens, thing, rule, people):
            continue
        narrowing = (t.lemma for i, t in enumerate(tokens) if _narrows(tokens, i, thing))
        post, words = service_headed(rule["post"], (*narrowing, tokens[thing].lemma))
        passing = ("acting",) if rule["post"] == "head" and _FOR_NOW.search(sentence.text) else ()
        value = Phrase(post, (*words, *passing))
        role = document.mention(sentence, token.start, token.end, Kind.ROLE, value)
        yield replace(role, owner=person.value.normal)


def _find_charged(document: Document, sentence: Sentence, people: Sequence[Mention]) -> Iterator[Mention]:
    """Who is in charge of something: "Ann Roe, who is in charge of the search".

    Of an event or a body: who is in charge of the keys heads nothing.
    """
    tokens = sentence.tokens
    told = " ".join(token.text.lower() for token in tokens)
    for phrase in (p.split() for p in lexicon.read_table("roles")["heading"]["phrases"] if p in told):
        for first in range(len(tokens) - len(phrase)):
            stop = first + len(phrase)
            if [t.text.lower() for t in tokens[first:stop]] != phrase:
                continue
            thing = next((i for i, t in enumerate(tokens) if t.dep == "pobj" and t.head == stop - 1), None)
            person = _in_charge(tokens, first, thing, people)
            if thing is None or person is None:
                continue
            if field := _field_post(tokens, thing):
                role = document.mention(sentence, tokens[first].start, tokens[thing].end, Kind.ROLE, field)
                yield replace(role, owner=person.value.normal)
                continue
            if tokens[thing].lemma not in _headed():
                continue
            words = tuple(tokens[i].lemma for i in range(len(tokens)) if _narrows(tokens, i, thing))
            post, words = service_headed("head", (*words, group_of(tokens[thing]) or tokens[thing].lemma))
            role = document.mention(
                sentence, tokens[first].start, tokens[stop - 1].end, Kind.ROLE, Phrase(post, words)
            )
            yield replace(role, owner=person.value.normal)


def _field_post(tokens: Sequence[Token], thing: int) -> Phrase | None:
    """The office of who is in charge of a field: of operations in a company, of fisheries in a cabinet."""
    table = lexicon.read_table("roles")
    inner = [i for i, t in enumerate(tokens) if t.head == thing and t.dep == "compound"]
    told = " ".join(tokens[i].text.lower() for i in (*inner, thing))
    for post, fields in table["chiefs"].items():
        if told in fields:
            return Phrase(post, ())
    cabinet = any(t.lemma in table["portfolio"]["cabinets"] for t in tokens)
    if cabinet and tokens[thing].lemma in table["portfolio"]["words"]:
        return Phrase("minister", (tokens[thing].lemma,))
    return None


@cache
def _headed() -> frozenset[str]:
    """Lemmas for what somebody may be at the head of: bodies and events."""
    roles, bodies = lexicon.read_table("roles"), lexicon.read_table("walks")["bodies"]
    return frozenset(roles["heading"]["events"]).union(roles["generic"]["institutions"], *bodies.values())


def _in_charge(
    tokens: Sequence[Token], first: int, thing: int | None, people: Sequence[Mention]
) -> Mention | None:
    """Whom the sentence has in charge: named before the phrase, by its copula, or behind what is headed."""
    before = [i for i in range(first) if tokens[i].lemma not in {"who", "be", "now", "the", "man", "woman"}]
    if before and tokens[before[-1]].text == "," and before[-1] > 0:
        return person_at(tokens, before[-1] - 1, people)
    if any(t.lemma == "be" and t.tag in {"VBZ", "VBP", "VBD"} for t in tokens[max(0, first - 2) : first]):
        return person_at(tokens, before[-1], people) if before else None
    if thing is not None and thing + 2 < len(tokens) and tokens[thing + 1].text == ",":
        named = tokens[first - 1].lemma in {"man", "woman", "official", "officer"} if first else False
        return person_at(tokens, thing + 2, people) if named else None
    return None


def _behind(tokens: Sequence[Token], verb: int, preposition: str) -> int | None:
    """The noun that a preposition of the verb governs."""
    return next(
        (
            i
            for i, t in enumerate(tokens)
            if t.dep == "pobj" and tokens[t.head].lemma == preposition and tokens[t.head].head == verb
        ),
        None,
    )


def _is_object(
    tokens: Sequence[Token], thing: int, rule: Mapping[str, Any], people: Sequence[Mention]
) -> bool:
    """Whether the verb says an office of this noun: a body, a person, or one of the nouns listed."""
    token = tokens[thing]
    if rule["of"] == "person":
        return person_at(tokens, thing, people) is not None or token.lemma in rule.get("nouns", ())
    if rule["of"] == "side":
        return token.pos == "PROPN" or token.lemma in {"government", "union", "employer"}
    table = lexicon.read_table("walks")["bodies"]
    generic = lexicon.read_table("roles")["generic"]["institutions"]
    # Who runs two hotels may be anything besides.
    plural = token.tag in {"NNS", "NNPS"} and token.lemma != token.text.lower()
    if rule["post"] == "director" and token.lemma in lexicon.read_table("roles")["heading"]["events"]:
        return not plural
    return (token.pos in {"NOUN", "PROPN"} and not plural) and (
        any(token.lemma in words for words in table.values()) or token.lemma in generic
    )


def _narrows(tokens: Sequence[Token], index: int, thing: int) -> bool:
    token = tokens[index]
    governor = tokens[token.head]
    if token.dep == "pobj" and governor.dep == "prep" and thing in (governor.head, token.head - 1):
        # "the committee on health", but not "the plant since last year"
        return token.pos in MODIFIER_POS and governor.lemma not in _TIMES
    return token.head == thing and token.dep in MODIFIER_DEPS and token.pos in MODIFIER_POS and index != thing


def _arguments(
    tokens: Sequence[Token], verb: int, people: Sequence[Mention]
) -> tuple[Mention | None, int | None]:
    """Who heads and what is headed, by the verb at ``verb``, active or passive."""
    person: Mention | None = None
    thing: int | None = None
    for index, token in enumerate(tokens):
        if token.head != verb or index == verb:
            if token.dep == "pobj" and tokens[token.head].dep == "agent" and tokens[token.head].head == verb:
                person = person_at(tokens, index, people) or person
                if tokens[verb].dep == "acl":
                    thing = tokens[verb].head
            continue
        if token.dep == "nsubj":
            relative = token.lemma == "who"
            there = tokens[verb].head if relative and tokens[verb].dep == "relcl" else index
            person = person_at(tokens, there, people) or (_last(tokens, index, people) if relative else None)
        elif token.dep in {"dobj", "nsubjpass"}:
            thing = index
    if person is None and tokens[verb].dep == "xcomp":
        person = _chosen(tokens, tokens[verb].head, people)
    if person is None and tokens[verb].tag == "VBG" and tokens[verb].dep in {"acl", "advcl"}:
        person = person_at(tokens, tokens[verb].head, people) or _last(tokens, verb, people)
    return person, thing


def _chosen(tokens: Sequence[Token], verb: int, people: Sequence[Mention]) -> Mention | None:
    """Who is chosen to head something: "Ann Roe, who was voted in to lead the union"."""
    if tokens[verb].lemma not in lexicon.read_table("roles")["naming"]["choosing"]:
        return None
    for index, token in enumerate(tokens):
        if token.head == verb and token.dep == "nsubjpass":
            there = tokens[verb].head if token.lemma == "who" and tokens[verb].dep == "relcl" else index
            return person_at(tokens, there, people) or (
                _last(tokens, index, people) if there != index else None
            )
    return None


def _last(tokens: Sequence[Token], index: int, people: Sequence[Mention]) -> Mention | None:
    """The person named last before "who" or a participle: "Ann Roe of the institute, who led the study"."""
    before = [p for p in people if 0 <= tokens[index].start - p.end <= _REACH]
    return max(before, key=lambda person: person.end, default=None)
