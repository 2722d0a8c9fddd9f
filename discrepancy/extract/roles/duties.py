"""Posts and callings told by what somebody does: "who keeps the books", "wears the armband".

Only what belongs to the clause of a person counts: the subject, the one whom a relative clause hangs on, or
a pronoun that goes on from the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from discrepancy import lexicon
from discrepancy.extract.roles.holders import TO_COME, is_open, person_at
from discrepancy.model import Document, Kind, Mention, Phrase, Sentence, Token

_SHARED = ("one",)
"""Marks a post that others may have as well: what somebody does tells no office of one holder."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLAUSES = frozenset({"relcl", "ccomp", "conj", "advcl", "parataxis"})
_CLIMBED = frozenset({"conj", "xcomp", "advcl", "acl", "prep", "pcomp", "ROOT", "pobj", "attr", "acomp"})
_BESIDE = frozenset({"compound", "amod", "nmod", "conj"})
_REACH = 12
"""Tokens of a clause in which the nouns that make a duty are looked for."""
_CLOSE = 50
"""Characters between a name and its "who"."""


def find_duties(
    document: Document,
    sentence: Sentence,
    people: Sequence[Mention],
    topic: Mention | None,
    *,
    sole: bool = False,
) -> Iterator[Mention]:
    """Each post that a clause of the sentence tells by its verb and nouns.

    Args:
        document: The article.
        sentence: One of its sentences.
        people: Those named in it.
        topic: Whom the sentence before is about, for "he" and "she".
        sole: Whether the article has named nobody else so far.
    """
    tokens = sentence.tokens
    here = _forms(tokens, range(len(tokens)))
    taken: set[str] = set()
    for index, token in enumerate(tokens):
        told = (*_rules().get(token.lemma, ()), *_rules()["*"]) if token.pos in {"VERB", "AUX"} else ()
        rules = [(post, groups) for post, groups in told if all(here & group for group in groups)]
        if not rules or _is_unreal(tokens, index) or _is_of_before(tokens, index):
            continue
        clause = _clause(tokens, index)
        near, words = _forms(tokens, _arguments(tokens, index, clause)), _forms(tokens, clause)
        fits = (
            (post, frozenset().union(*groups))
            for post, groups in rules
            if near & groups[0] and all(words & group for group in groups[1:])
        )
        post, telling = next(fits, ("", frozenset[str]()))
        if post and _is_done_once(tokens, index, post):
            continue
        person = _owner(tokens, index, people, topic, sole=sole) if post else None
        if person is None or person.value.normal in taken:
            continue
        taken.add(person.value.normal)
        span = [index, *(i for i in clause if _forms(tokens, [i]) & telling)]
        start, end = tokens[min(span)].start, tokens[max(span)].end
        role = document.mention(sentence, start, end, Kind.ROLE, Phrase(post, _SHARED))
        yield replace(role, owner=person.value.normal)


@cache
def _rules() -> Mapping[str, list[tuple[str, tuple[frozenset[str], ...]]]]:
    """For each verb the posts that it can tell, with the groups of words of which each has to be there."""
    found: dict[str, list[tuple[str, tuple[frozenset[str], ...]]]] = {}
    for post, lines in lexicon.read_table("duties")["duties"].items():
        for line in lines:
            verbs, *groups = (frozenset(part.split("|")) for part in line.replace(" ", "").split(">"))
            for verb in verbs:
                found.setdefault(verb, []).append((post, tuple(groups)))
    return found


def _clause(tokens: Sequence[Token], verb: int) -> list[int]:
    """The tokens that hang on a verb, without clauses of their own, nearby."""
    found = {verb}
    for _ in range(5):
        found |= {
            i
            for i, t in enumerate(tokens)
            if t.head in found
            and i != verb
            and t.dep not in _CLAUSES
            and (t.dep != "nsubj" or t.pos == "NOUN")
        }
    found |= {
        i for i, t in enumerate(tokens) if t.dep == "conj" and t.head in found and t.pos in {"NOUN", "PROPN"}
    }
    return sorted(i for i in found if i != verb and abs(i - verb) <= _REACH)


def _arguments(tokens: Sequence[Token], verb: int, clause: Sequence[int]) -> list[int]:
    """The tokens of a clause that the verb governs itself, and their modifiers and conjuncts."""
    heads = {verb}
    if not any(tokens[i].head == verb and tokens[i].dep == "dobj" for i in clause):
        # "Made his money in furniture": where there is an object, it says what is done.
        heads |= {i for i in clause if tokens[i].head == verb and tokens[i].dep in {"prep", "agent"}}
    near = {i for i in clause if tokens[i].head in heads}
    for _ in range(2):
        near |= {i for i in clause if tokens[i].head in near and tokens[i].dep in _BESIDE}
    return sorted(near)


def _forms(tokens: Sequence[Token], indices: Sequence[int]) -> set[str]:
    """The words at ``indices``, as printed and as lemmas."""
    return {form.lower() for i in indices for form in (tokens[i].lemma, tokens[i].text)}


def _is_unreal(tokens: Sequence[Token], verb: int) -> bool:
    """Whether what the verb tells is denied, wanted, only possible or still to come."""
    ahead = any(t.head == verb and t.dep == "aux" and t.lemma in TO_COME for t in tokens)
    # "Spent years defending": what takes time is done.
    return ahead or (is_open(tokens, verb) and tokens[tokens[verb].head].lemma != "spend")


def _is_of_before(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a past tense tells of former times, and not of what goes on ("has trained them since May")."""
    if tokens[verb].tag not in {"VBD", "VBN"}:
        return False
    words = lexicon.read_table("duties")["before"]["words"]
    if _is_perfect(tokens, verb):
        words = ("until", "before")
    return any((t.text.lower() in words) or (len(words) > 2 and _YEAR.fullmatch(t.text)) for t in tokens)


def _is_done_once(tokens: Sequence[Token], verb: int, post: str) -> bool:
    """Whether a past tense tells of one act of somebody, as anybody may do it: "delivered the letter"."""
    if tokens[verb].tag not in {"VBD", "VBN"}:
        return False
    table = lexicon.read_table("duties")["once"]
    clause = tokens[verb].dep == "relcl" and post in table["drivers"]  # "who drove the bus" says which one
    if post not in (*table["everyday"], *table["drivers"]) or clause:
        return False
    words = [t.text.lower() for t in tokens]
    habitual = not set(table["habitual"]).isdisjoint(words)
    lasting = any(
        a == "for" and set(words[i + 1 : i + 4]) & {"years", "decades", "months"} for i, a in enumerate(words)
    )
    return not (habitual or lasting or (_is_perfect(tokens, verb) and "since" in words))


def _is_perfect(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb tells of what goes on still: "has trained them since May"."""
    return any(t.head == verb and t.dep == "aux" and t.text.lower() in {"has", "have"} for t in tokens)


def _owner(
    tokens: Sequence[Token], verb: int, people: Sequence[Mention], topic: Mention | None, *, sole: bool
) -> Mention | None:
    """The person whose clause a verb is of."""
    for _ in range(4):
        subject = next((i for i, t in enumerate(tokens) if t.head == verb and t.dep == "nsubj"), None)
        if subject is not None:
            if tokens[subject].lemma.lower() in {"he", "she"}:
                return _read_pronoun(tokens, verb, people, topic, sole=sole)
            return _read_subject(tokens, subject, verb, people)
        agent = next(
            (
                i
                for i, t in enumerate(tokens)
                if t.dep == "pobj" and tokens[t.head].dep == "agent" and tokens[t.head].head == verb
            ),
            None,
        )
        if agent is not None:
            return person_at(tokens, agent, people)
        if tokens[verb].dep in {"acl", "advcl"} and (person := person_at(tokens, tokens[verb].head, people)):
            return person
        if tokens[verb].dep == "relcl":
            return person_at(tokens, tokens[verb].head, people)  # "to whom the books were entrusted"
        if tokens[verb].dep not in _CLIMBED or tokens[verb].head == verb:
            return None
        verb = tokens[verb].head
    return None


def _read_pronoun(
    tokens: Sequence[Token], verb: int, people: Sequence[Mention], topic: Mention | None, *, sole: bool
) -> Mention | None:
    """Whom the sentence before is about; of former times only where nobody else has been named."""
    if people or tokens[verb].dep != "ROOT":
        return None
    now = tokens[verb].tag in {"VBZ", "VBP"} or _is_perfect(tokens, verb)
    return topic if now or sole else None


def _read_subject(
    tokens: Sequence[Token], subject: int, verb: int, people: Sequence[Mention]
) -> Mention | None:
    word = tokens[subject].lemma.lower()
    if word == "who":
        there = person_at(tokens, tokens[verb].head, people)
        near = [p for p in people if 0 <= tokens[subject].start - p.end <= _CLOSE]
        return there or (near[-1] if near else None)
    if any(t.head == subject and t.text.lower() == "whose" for t in tokens):
        near = [p for p in people if 0 <= tokens[subject].start - p.end <= _CLOSE]
        return near[-1] if near else None
    return person_at(tokens, subject, people)
