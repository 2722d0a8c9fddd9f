"""The question that a value answers, in words: "people killed", "date the dam was inaugurated".

Invariant: a wording never holds the value, so that one wording can stand over several answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from discrepancy.model import Mention, Sentence
from discrepancy.question.phrases import MAX_CHARACTERS, MAX_WORDS
from discrepancy.question.tree import Tree
from discrepancy.question.wording import word_question
from discrepancy.question.words import nouns

__all__ = ["MAX_CHARACTERS", "MAX_WORDS", "choose_question", "phrase_question"]

_FALLBACK = " in the sentence about "
_BEST_LENGTH = 6
"""Words at which a wording is neither curt nor rambling."""


def phrase_question(mention: Mention, sentence: Sentence) -> str:
    """The question that ``mention`` answers in ``sentence``, as a short noun phrase.

    Args:
        mention: A value; its offsets point into the sentence's field.
        sentence: The sentence it stands in.

    Returns:
        At most :data:`MAX_WORDS` words and about :data:`MAX_CHARACTERS` characters, lower case but
        for names; "date", "figure" and the like where the sentence says nothing.
    """
    return _shorten(word_question(mention, Tree(sentence, mention.start, mention.end)))


def _shorten(text: str) -> str:
    words = text.split()
    if words and words[0].lower() in nouns("dimension"):
        words[0] = words[0].lower()  # "Attendance was low" has a name for the tagger
    whole = len(words)
    while len(words) > MAX_WORDS or (len(words) > 2 and len(" ".join(words)) > MAX_CHARACTERS):
        words.pop()
    while len(words) < whole and len(words) > 2 and words[-1].lower() in _DANGLING:
        words.pop()
    return " ".join(words)


def choose_question(questions: Sequence[str]) -> str:
    """The wording of ``questions`` that says best what they have in common.

    Words that many of the wordings share count for one, words that no other has against it; a
    wording of middling length wins over a curt or a rambling one, and any over a fallback.
    """
    told = [question for question in questions if question]
    if not told:
        return ""
    shared = Counter(word for question in told for word in _content(question))
    return max(sorted(set(told)), key=lambda question: _merit(question, shared, len(told)))


def _content(question: str) -> set[str]:
    return {word for word in question.lower().split() if word not in _EMPTY}


def _merit(question: str, shared: Counter[str], total: int) -> tuple[bool, float]:
    words = _content(question)
    # Divided once: a sum of fractions is rounded as the words of a set happen to come.
    support = sum(shared[word] - 1 for word in words) / total
    length = len(question.split())
    penalty = 0.15 * abs(length - _BEST_LENGTH) + 0.3 * bool(words & _PRONOUNS)
    return _FALLBACK not in question and len(question.split()) > 1, support - penalty


_DANGLING = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "and",
        "or",
        "as",
        "was",
        "were",
        "is",
        "are",
        "has",
        "have",
        "had",
        "be",
        "been",
        "who",
        "that",
        "which",
        "into",
        "about",
        "their",
        "its",
        "his",
        "her",
        "when",
        "whether",
        "'s",
    ]
)
_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i", "you", "this", "that"})
_EMPTY = _DANGLING - _PRONOUNS
