"""Whose age or office a value is: the person whom the words beside it tie it to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from discrepancy.model import Mention, Name, Sentence

_BE = frozenset({"is", "was", "turned", "turns"})
_STEPS = 3
"""Words from a number up to the verb that it is said with: "49 years old" and "was"."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PRONOUNS = frozenset({"he", "she"})
_HEDGES = frozenset({"only", "just", "now", "still", "barely", "about"})
_SHORT = frozenset({"he's", "she's", "he’s", "she’s"})
_YEAR_OLD = re.compile(r"[- ]years?[- ]olds?\b")
_BETWEEN_BEFORE = re.compile(r"(?:, | \(|,? aged? |, age[ds]? |, who (?:is|was|turned) | - )")
_CLAUSE = frozenset({"VERB", "AUX", "SCONJ", "PRON"})
"""What does not stand between an age and its name: "the 47-year-old of killing Ann Roe"."""
_EARLIER_BEFORE = re.compile(
    r"\b(?:after|before|once|since|till|until|when|while) (?:he|she) (?:was|turned) $"
)
_EARLIER_AFTER = re.compile(r"(?: years? old| years? of age)?,? (?:when|at the time|back then)\b")
"""What makes an age somebody's at another time: "until she was fifteen", "was 15 when she left"."""
_MALE, _FEMALE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_FARTHEST_AFTER = 40
"""Characters between "34-year-old" and the name it describes: room for a job, not for another person."""


def find_owner(mention: Mention, sentence: Sentence, group: Sequence[Mention], last: str) -> str:
    """Canonical name of the person whose role or age ``mention`` is, or "".

    Args:
        mention: The value.
        sentence: The sentence it stands in.
        group: All values of that sentence.
        last: Whom the sentences before are about, as :func:`topic_person` tells.
    """
    if mention.owner or getattr(mention.value, "measure", "") != "age":
        return mention.owner
    people = [o for o in group if isinstance(o.value, Name) and o.value.type == "PERSON"]
    beside = _after(mention, sentence, people) or _before(mention, sentence, people)
    if beside is None and not _is_of_earlier(mention, sentence):
        beside = _subject(mention, sentence, people)
    if beside is not None:
        return beside.value.normal
    if _points_back(mention, sentence) and not _is_of_earlier(mention, sentence):
        return last_person([person for person in people if person.end <= mention.start]) or last
    return ""


def topic_person(group: Sequence[Mention], sentence: Sentence) -> str:
    """Canonical name of whom a sentence is about: the person who is its subject, else the last one.

    "Ann Roe won, pulling away from Eva Lund. The 26-year-old …" goes on with the winner.
    """
    people = {o.value.normal: o for o in group if isinstance(o.value, Name) and o.value.type == "PERSON"}
    subjects = [t for t in sentence.tokens if t.dep in _SUBJECTS]
    for token in sorted(subjects, key=lambda t: (sentence.tokens[t.head].dep != "ROOT", t.start)):
        for name, person in people.items():
            if person.start <= token.start < person.end:
                return name
    return last_person(group)


def sex_of(sentence: Sentence) -> str:
    """``he`` or ``she`` where a sentence has pronouns of one sex alone, else ""."""
    words = {token.text.lower() for token in sentence.tokens}
    male, female = bool(words & _MALE), bool(words & _FEMALE)
    return "" if male == female else "he" if male else "she"


def last_person(group: Sequence[Mention]) -> str:
    """Canonical name of the last person among the mentions of a sentence, or ""."""
    people = [o for o in group if isinstance(o.value, Name) and o.value.type == "PERSON"]
    return max(people, key=lambda person: person.start).value.normal if people else ""


def _before(mention: Mention, sentence: Sentence, people: Sequence[Mention]) -> Mention | None:
    """The person of "Ann Roe, 34", "Ann Roe, age 34" and "Ann Roe (34)"."""
    for person in people:
        if person.end <= mention.start:
            between = sentence.text[person.end - sentence.start : mention.start - sentence.start]
            if _BETWEEN_BEFORE.fullmatch(between):
                return person
    return None


def _after(mention: Mention, sentence: Sentence, people: Sequence[Mention]) -> Mention | None:
    """The person of "34-year-old Ann Roe" and "the 34-year-old nurse Ann Roe"."""
    offset = sentence.start
    old = _YEAR_OLD.match(sentence.text, mention.end - offset)
    if old is None:
        return None
    for person in sorted(people, key=lambda p: p.start):
        between = sentence.text[old.end() : person.start - offset]
        if _YEAR_OLD.search(between):
            return None  # "A 36-year-old man and 27-year-old Ann Roe": the nearer age is hers.
        if offset + old.end() <= person.start <= offset + old.end() + _FARTHEST_AFTER:
            inside = (t for t in sentence.tokens if offset + old.end() <= t.start < person.start)
            apart = any(t.pos in _CLAUSE for t in inside) or re.search(r"[,;:.()]", between)
            return None if apart else person
    return None


def _subject(mention: Mention, sentence: Sentence, people: Sequence[Mention]) -> Mention | None:
    """The person of "Ann Roe, a mother of two, was 34" and "The winner, Ann Roe, was 34 years old"."""
    tokens = sentence.tokens
    index = next((n for n, t in enumerate(tokens) if t.start <= mention.start < t.end), None)
    for _ in range(_STEPS):
        if index is None or tokens[index].text.lower() in _BE:
            break
        index = tokens[index].head
    if index is None or tokens[index].text.lower() not in _BE:
        return None
    for number, token in enumerate(tokens):
        if token.head == index and token.dep in _SUBJECTS:
            return next((p for p in people if _names(p, sentence, number)), None)
    return None


def _names(person: Mention, sentence: Sentence, subject: int) -> bool:
    """Whether a person is this subject, or stands in apposition to it."""
    tokens = sentence.tokens
    if person.start <= tokens[subject].start < person.end:
        return True
    own = [t for t in tokens if person.start <= t.start < person.end]
    return any(token.dep == "appos" and token.head == subject for token in own)


def _is_of_earlier(mention: Mention, sentence: Sentence) -> bool:
    """Whether an age is what somebody was at another time."""
    start, end = (at - sentence.start for at in (mention.start, mention.end))
    lower = sentence.text.lower()
    return bool(_EARLIER_BEFORE.search(lower[:start]) or _EARLIER_AFTER.match(lower, end))


def _points_back(mention: Mention, sentence: Sentence) -> bool:
    """Whether an age stands for somebody already named: "the 34-year-old", "he is 34".

    "The 66-year-old king" and "the minister, who is 50" name somebody else by office.
    """
    before = sentence.text[: mention.start - sentence.start].lower().split()
    while before and before[-1] in _HEDGES:
        before.pop()
    if before and (before[-1] in _SHORT or (before[-1] in _BE and set(before[-2:-1]) & _PRONOUNS)):
        return True
    old = _YEAR_OLD.match(sentence.text, mention.end - sentence.start)
    if not before or before[-1] != "the" or old is None:
        return False
    following = next((t for t in sentence.tokens if t.start >= sentence.start + old.end()), None)
    return following is None or following.pos not in {"NOUN", "ADJ"} or following.text[0].isupper()
