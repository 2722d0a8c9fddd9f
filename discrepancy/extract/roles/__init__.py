"""Offices that people hold, as printed beside their names, and the sides that they are on.

A role is only a claim where the sentence ties it to a person: "Transport Minister Ann Roe",
"Ann Roe, 49, the transport minister", "the transport minister, Ann Roe,", "Ann Roe is the
transport minister", "Ann Roe, who heads the ministry". Former and coming offices are told apart from
those that people have. What somebody is to somebody else ("the boy's uncle, Ann Roe") is a role too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from discrepancy import lexicon
from discrepancy.extract.roles.affiliations import find_affiliations
from discrepancy.extract.roles.appointments import find_appointments
from discrepancy.extract.roles.awards import find_awards, find_titles_of_awards
from discrepancy.extract.roles.clauses import find_clauses
from discrepancy.extract.roles.descriptions import find_descriptions
from discrepancy.extract.roles.duties import find_duties
from discrepancy.extract.roles.heading import find_heading
from discrepancy.extract.roles.holders import FORMER, find_holder
from discrepancy.extract.roles.kin import find_in_law, find_relatum, gender_of, is_within_kin
from discrepancy.extract.roles.references import find_antecedent
from discrepancy.extract.roles.tenses import NOW, THEN, told_time
from discrepancy.extract.roles.titles import (
    behind_name,
    find_titles,
    heads_company,
    is_figurative,
    is_former,
    is_past,
    is_possessor,
    is_tensed,
    manages_team,
    qualifiers,
    service_headed,
    sharing,
    with_modifiers,
)
from discrepancy.lexicon.names import find_place
from discrepancy.lexicon.posts import is_kin
from discrepancy.model import Document, Kind, Mention, Name, Phrase, Sentence, Token

__all__ = ["extract_roles", "find_descriptions"]

_ASSISTANT = "assistant"
"""A deputy's title where nothing stands with it."""

_DEGREE = "MD"
"""A doctor's degree behind a name, a managing director before one."""


def extract_roles(document: Document, names: Sequence[Mention]) -> tuple[Mention, ...]:
    """Offices and sides of ``document``'s people, each at its own place.

    Args:
        document: The article.
        names: Its names, as the names extractor returned them.
    """
    people: dict[int, list[Mention]] = {}
    bodies: dict[int, list[Mention]] = {}
    for name in names:
        if isinstance(name.value, Name) and name.value.type == "PERSON":
            people.setdefault(name.sentence, []).append(name)
        elif isinstance(name.value, Name) and not find_place(name.value.form):
            bodies.setdefault(name.sentence, []).append(name)
    found: list[Mention] = []
    trades = lexicon.read_table("roles")["presiding"]["bodies"]
    for index, group in bodies.items():
        held = _find_held(document, document.sentences[index], group)
        found += (role for role in held if role.value.normal in trades)
    for index, group in people.items():
        sentence = document.sentences[index]
        coming = list(find_appointments(document, sentence, group))
        taken = [(role.start, role.end) for role in coming]
        found += (
            role
            for role in _find_held(document, sentence, group)
            if not any(role.start < end and start < role.end for start, end in taken)
        )
        found += coming
        found += find_heading(document, sentence, group)
        found += find_affiliations(document, sentence, group)
        found += find_clauses(document, sentence, group)
        found += find_awards(document, sentence, group)
    told = list(_find_told(document, people, found))
    # "Led the violins" says more than that somebody led.
    found = [
        role for role in found if role.value.normal != "head" or not any(_overlap(role, t) for t in told)
    ]
    found += told
    return tuple(sorted(found, key=lambda m: (m.sentence, m.start)))


def _find_told(
    document: Document, people: Mapping[int, Sequence[Mention]], titled: Sequence[Mention]
) -> Iterator[Mention]:
    """Posts told by what somebody does, but for those in whose place a title stands."""
    topic: Mention | None = None
    named: set[str] = set()
    for index, sentence in enumerate(document.sentences):
        group = people.get(index, ())
        for role in find_duties(document, sentence, group, topic, sole=len(named) == 1):
            if not any(_overlap(role, other) and other.value.normal != "head" for other in titled):
                yield role
        named |= {person.value.normal for person in group}
        topic = _topic(sentence, group) or (topic if sentence.zone.is_reporting else None)


def _overlap(left: Mention, right: Mention) -> bool:
    return left.sentence == right.sentence and left.start < right.end and right.start < left.end


def _topic(sentence: Sentence, people: Sequence[Mention]) -> Mention | None:
    """Whom a sentence is about: the person who is its subject, else the last one."""
    for token in sentence.tokens:
        if token.dep in {"nsubj", "nsubjpass"} and sentence.tokens[token.head].dep == "ROOT":
            for person in people:
                if person.start <= token.start < person.end:
                    return person
    return people[-1] if people else None


def _find_held(document: Document, sentence: Sentence, people: Sequence[Mention]) -> Iterator[Mention]:
    """Offices told by a title that the sentence ties to a person."""
    tokens = sentence.tokens
    awards = {i for first, stop in find_titles_of_awards(tokens) for i in range(first, stop)}
    found = [title for title in find_titles(tokens) if title[0] not in awards]
    for index, (first, stop, post) in enumerate(found):
        if is_possessor(tokens, stop) or is_figurative(tokens, first, stop, post):
            continue
        holder, coming = find_holder(tokens, first, stop, people)
        if holder is None and _is_paired(tokens, found[index : index + 2]):
            holder, coming = find_holder(tokens, *found[index + 1][:2], people)
        if holder is None or _is_within(tokens, first, holder):
            continue
        if _is_served(tokens, stop - 1, [f for f in found[:index] if not is_kin(f[2])], holder, people):
            continue
        if is_kin(post):
            if is_within_kin(tokens, first, found[:index]):
                continue
            degree, relatum = find_in_law(tokens, first, stop, post)
            if degree:
                kin = Phrase(degree, (*relatum, *gender_of(tokens, stop)))
                yield _hold(document, sentence, (first, stop), kin, holder)
            elif relatum := find_relatum(tokens, first, stop, people, holder):
                kin = Phrase(post, (*relatum, *gender_of(tokens, stop)))
                yield _hold(document, sentence, (first, stop), kin, holder)
            continue
        when = told_time(tokens, first)
        former = FORMER if (is_former(tokens, first) or when == THEN) and not coming else ()
        tensed = is_tensed(tokens, first) or is_past(tokens, stop)
        if tensed and not (coming or former or when == NOW):
            continue
        if tokens[first].text == _DEGREE and holder.end <= tokens[first].start:
            continue
        start = with_modifiers(tokens, first, people)
        if post == "member_of_parliament" and tokens[first].text == "deputy" and _has_owner(tokens, start):
            post = "deputy_head"  # "his deputy, Ann Roe"
        if tokens[first].text.lower() == "deputy" and stop < len(tokens) and tokens[stop].lemma == "to":
            post = "deputy_head"  # "deputy to the director"
        words = qualifiers(tokens, start, first, stop, (holder,)) + behind_name(tokens, stop, holder)
        if post == "party_member":
            words = (*words, *(token.lemma for token in tokens[first:stop]))
        if words and tokens[first].lemma == _ASSISTANT and stop == first + 1:
            continue  # a shop assistant, nobody's deputy
        post = "chief_executive" if post == "head" and heads_company(tokens, stop) else post
        post, words = service_headed(post, words)
        post = post if post != "coach" or manages_team(tokens, first, words) else "manager"
        if not words and (antecedent := find_antecedent(document, sentence, first, post)) is not None:
            words = antecedent.words
            if antecedent.title is not None:
                there = document.mention(
                    *antecedent.title, Kind.ROLE, Phrase(post, (*words, *coming, *former))
                )
                yield replace(there, owner=holder.value.normal)
        shared = () if former or coming == FORMER else sharing(tokens, start, first)
        yield _hold(
            document, sentence, (start, stop), Phrase(post, (*words, *shared, *coming, *former)), holder
        )


def _hold(
    document: Document, sentence: Sentence, span: tuple[int, int], value: Phrase, holder: Mention
) -> Mention:
    """The mention of a role whose holder is known."""
    tokens = sentence.tokens
    role = document.mention(sentence, tokens[span[0]].start, tokens[span[1] - 1].end, Kind.ROLE, value)
    return replace(role, owner=holder.value.normal)


def _is_within(tokens: Sequence[Token], first: int, holder: Mention) -> bool:
    """Whether a title is a part of its holder's name: "Tom Baker"."""
    return holder.start < tokens[first].start < holder.end


def _is_paired(tokens: Sequence[Token], titles: Sequence[tuple[int, int, str]]) -> bool:
    """Whether two titles are joined that one person often has: "chair and chief executive Ann Roe"."""
    if len(titles) < 2 or titles[1][0] - titles[0][1] != 1 or tokens[titles[0][1]].lemma not in {"and", "&"}:
        return False
    if is_kin(titles[0][2]):
        return not is_kin(titles[1][2])  # "his sister and coach, Ann Roe"
    often = {*lexicon.read_table("roles")["together"]["company"], "founder", "owner"}
    return titles[0][2] in often and titles[1][2] in often


def _is_served(
    tokens: Sequence[Token],
    title: int,
    before: Sequence[tuple[int, int, str]],
    holder: Mention,
    people: Sequence[Mention],
) -> bool:
    """Whether a title only says whom its holder works for: "the lawyer of the surgeon, Ann Roe"."""
    if tokens[title].dep != "pobj" or tokens[tokens[title].head].lemma not in {"of", "to", "for"}:
        return False
    outer = tokens[tokens[title].head].head
    return any(
        first <= outer < stop and find_holder(tokens, first, stop, people)[0] == holder
        for first, stop, _ in before
    )


def _has_owner(tokens: Sequence[Token], start: int) -> bool:
    """Whether a possessive pronoun stands right before the title that begins at ``start``."""
    return start > 0 and tokens[start - 1].tag == "PRP$"
