"""Ages that a verb states of a person: "Ann Poe was 49.", "who is 36", "at 27 the youngest".

Invariant: the grammar names a person as the subject and nothing after the number counts anything.
"""

from __future__ import annotations

import re
from functools import cache

from discrepancy.extract.figures.line import Line
from discrepancy.extract.numerals import Numeral
from discrepancy.lexicon import read_table
from discrepancy.model import Token

_OLDEST = 110
_SOFT = r"(?:only |just |now |still |already |then |about |around |nearly |almost |barely |over )?"
_VERB = re.compile(rf"(?i)\b(is|was|'s|be|been|am|turn(?:s|ed|ing)?) {_SOFT}$")
_THEN = re.compile(r"(?i)[,(] ?(?:now|then|just|still|only) $")
_AT = re.compile(r"(?i)(?:^|[,;]? )at (?:just |only )?$")
# What may follow an age: the end of a clause, a time, or another clause.
_ENDS = re.compile(
    r"(?: years?(?: old)?)?(?:$|[.,;:!?)\"']| (?:-|when|while|and|but|or|as|who|last|next|this|that|"
    r"years old|in|on|at the time|at his|at her|today|yesterday|earlier|before|after|by)\b)"
)
_NOT_AGES = re.compile(r"(?:,| and| or)? (?:not out|under|over|of|for|minutes?|behind|ahead|down|up|off)\b")
_SUPERLATIVE = re.compile(r",? (?:the |his |her )?(?:\w+ )?(?:young|old|eld)(?:er|est)\b")
_PRONOUNS = frozenset({"he", "she", "i"})
_NO_PERSON = frozenset({"ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "NORP", "LAW"})


def is_predicated(line: Line, numeral: Numeral) -> bool:
    """Whether a bare number is the age that the clause states of a person.

    Args:
        line: The sentence.
        numeral: A single number without scale.
    """
    low = numeral.low
    if numeral.is_range or low != int(low) or not 2 <= low <= _OLDEST:
        return False
    text, start, end = line.text, numeral.start, numeral.end
    before = text[max(0, start - 24) : start]
    if _NOT_AGES.match(text, end) or not (_ENDS.match(text, end) or _SUPERLATIVE.match(text, end)):
        return False
    verb = _VERB.search(before)
    if verb is not None:
        return _is_person_subject(line, line.token_at(start - len(before) + verb.start(1)), numeral)
    if _THEN.search(before) and text[end : end + 1] in (",", ")"):
        marks = re.search(r"[,(] ?\w+ $", before)
        named = line.before(start - len(before) + marks.start()) if marks else None
        return named is not None and is_person(line, named)
    if _AT.search(before):
        return _SUPERLATIVE.match(text, end) is not None or _opens(line, numeral)
    return False


def _opens(line: Line, numeral: Numeral) -> bool:
    """Read "At 27, Poe is the youngest": the person stands after the comma."""
    if line.text[: numeral.start].strip().lower() not in ("at", "at just", "at only"):
        return False
    after = line.after(numeral.end + 1)
    return line.text.startswith(", ", numeral.end) and after is not None and is_person(line, after, sure=True)


def _is_person_subject(line: Line, verb: int, numeral: Numeral) -> bool:
    tokens = line.sentence.tokens
    index = line.token_at(numeral.start)
    governors = {verb, tokens[verb].head, tokens[index].head}
    subjects = [t for t in tokens[:index] if t.dep in ("nsubj", "nsubjpass") and t.head in governors]
    if not subjects:
        return False
    subject = subjects[-1]
    if subject.text.lower() == "who":
        return _is_person_told_by(line, tokens.index(subject))
    return is_person(line, subject)


def _is_person_told_by(line: Line, who: int) -> bool:
    """Whether one person, not several, stands before "who" ("the captain, who was 38")."""
    index = who - 1
    while index >= 0 and line.sentence.tokens[index].text in (",", "-", "("):
        index -= 1
    named = line.token(index)
    return named is not None and named.tag not in ("NNS", "NNPS")


def is_person(line: Line, token: Token, sure: bool = False) -> bool:
    """Whether a token names or describes one person.

    Args:
        line: The sentence.
        token: A noun, a name or a pronoun.
        sure: Whether a name has to be known for a person's rather than for nothing else.
    """
    word = token.text.lower()
    if word in _PRONOUNS:
        return True
    if token.pos == "PROPN" and token.tag == "NNP":
        labels = _labels(line, token)
        return "PERSON" in labels if sure else labels.isdisjoint(_NO_PERSON)
    if token.pos != "NOUN" or token.tag == "NNS":
        return False
    return word in _person_nouns() or word.endswith(("woman", "man"))


def _labels(line: Line, token: Token) -> frozenset[str]:
    index = line.sentence.tokens.index(token)
    return frozenset(e.label for e in line.sentence.entities if e.first <= index < e.stop)


@cache
def _person_nouns() -> frozenset[str]:
    titles = read_table("titles")
    extra: list[str] = read_table("hedges")["context"]["persons"]
    return frozenset({*titles["offices"], *titles["kin"], *extra})
