"""Are two quotations one utterance, and where do they differ.

Reporters shorten, translate and smooth what was said, so most of the words decide, in their order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, product

from rapidfuzz.distance import LCSseq

from discrepancy.lexicon import read_rows, read_table
from discrepancy.model import Phrase

SAME_UTTERANCE = 0.6
"""Least similarity of two versions of one utterance; rewordings in a retold story reach .6 to 1."""

MINIMUM_SHARED = 2
"""Two quotations that share fewer content words are not held against each other."""

MINIMUM_CONTAINED = 3
"""A quotation counts as part of the other only when this many content words, or all of them, recur."""

MINIMUM_VERBATIM = 4
"""Words of any kind in common that make two quotations one where all but a word or two are the same."""

LONGEST_VERBATIM = 2
"""Most words that may differ there."""

SHORTEST_PART = 5
"""Words that a part of a longer quotation has in common with it where another is changed."""

SHORTEST_STEM = 3
"""Letters of the shortest word that a prefix negates: "fit", "unfit"."""

Gap = tuple[tuple[str, ...], tuple[str, ...]]
_NUMBER = "#"
_PART = 0.9
"""How alike a quotation is to one that contains it."""
_DO = frozenset({"do", "does", "did"})
_INDEFINITE = frozenset({"a", "an"})
_WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Words that decide what a quotation says."""

    sense: frozenset[str]
    negators: frozenset[str]
    numbers: frozenset[str]
    affirmers: frozenset[str]
    auxiliaries: frozenset[str]
    presumers: frozenset[str]
    closing_presumers: frozenset[str]
    adding: frozenset[str]
    limiting: frozenset[str]
    exclusive: tuple[frozenset[str], ...]
    prepositions: frozenset[str]
    prefixes: frozenset[str]
    adjective_prefixes: frozenset[str]
    endings: tuple[str, ...]
    unlike: frozenset[str]
    kin: frozenset[str]
    modals: tuple[tuple[frozenset[str], frozenset[str]], ...]
    opposites: frozenset[tuple[str, str]]


@cache
def speech_words() -> SpeechWords:
    """What the tables ``speech`` and ``antonyms`` list, ready to be asked."""
    table = read_table("speech")
    pairs = [(row[0], row[1]) for row in read_rows("antonyms")]
    pairs += chain.from_iterable(product(one, other) for one, other in table["poles"].values())
    return SpeechWords(
        sense=frozenset(table["sense"]) | {"not"},
        negators=frozenset(table["negators"]),
        numbers=frozenset(
            word for name in ("units", "tens", "scales") for word in read_table("numbers")[name]
        ),
        affirmers=frozenset(table["affirmers"]),
        auxiliaries=frozenset(table["auxiliaries"]),
        presumers=frozenset(table["presumers"]),
        closing_presumers=frozenset(table["closing_presumers"]),
        adding=frozenset(table["adding"]),
        limiting=frozenset(table["limiting"]),
        exclusive=tuple(frozenset(group) for group in table["exclusive"]),
        prepositions=frozenset(table["prepositions"]),
        prefixes=frozenset(table["negating"]["prefixes"]),
        adjective_prefixes=frozenset(table["negating"]["adjective_prefixes"]),
        endings=tuple(table["negating"]["endings"]),
        unlike=frozenset(table["negating"]["unlike"]),
        kin=frozenset(table["kin"]),
        modals=tuple((frozenset(one), frozenset(other)) for one, other in table["modals"]),
        opposites=frozenset(pairs) | frozenset((other, one) for one, other in pairs),
    )


def quote_similarity(left: Phrase, right: Phrase) -> float:
    """How much two quotations share, from 0 to 1: of both together, or of the shorter one.

    A quotation wholly contained in the other reaches .9, so that an equal one still ranks first.
    """
    if is_verbatim(left, right):
        return 1.0
    first, second = keep_core(left.lemmas), keep_core(right.lemmas)
    if not first or not second:
        return 0.0
    shared = LCSseq.similarity(first, second)
    words = int(LCSseq.similarity(*([word for word in core if word != _NUMBER] for core in (first, second))))
    if is_changed_part(left, right):
        return _PART
    if not words or (words < MINIMUM_SHARED and shared < max(len(first), len(second))):
        return 0.0  # "Rice for four days", "the rice, a third of it": any number would do.
    overall = 2 * shared / (len(first) + len(second))
    shorter = min(len(first), len(second))
    telling = shared >= MINIMUM_CONTAINED or MINIMUM_SHARED <= shared == shorter
    return max(overall, _PART * shared / shorter if telling else 0.0)


def is_verbatim(left: Phrase, right: Phrase) -> bool:
    """Whether two quotations are the same but for one or two words in one place, or for their order."""
    one, other = left.normal.split(), right.normal.split()
    if one == other or (sorted(one) == sorted(other) and len(one) >= MINIMUM_VERBATIM):
        return bool(one)
    start = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rest = min(len(one), len(other)) - start
    end = next((i for i in range(rest) if one[-1 - i] != other[-1 - i]), rest)
    mine, yours = one[start : len(one) - end], other[start : len(other) - end]
    if _is_denied_verb(mine, yours):
        return start + end >= MINIMUM_VERBATIM
    least = MINIMUM_VERBATIM - (_is_denial(mine, yours) or _is_opposite(mine, yours))
    return start + end >= least and max(len(mine), len(yours)) <= LONGEST_VERBATIM


def is_changed_part(left: Phrase, right: Phrase) -> bool:
    """Whether one quotation is how the other begins or ends, but for a single word."""
    part, whole = sorted((left.normal.split(), right.normal.split()), key=len)
    size = len(part)
    if size <= SHORTEST_PART or len(whole) < size + 2:
        return False
    windows = (whole[:size], whole[-size:])
    return any(sum(a != b for a, b in zip(part, window, strict=True)) == 1 for window in windows)


def _is_denial(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two stretches differ in a negator and words of grammar alone: "will never", ""."""
    changed = {*left, *right}
    negators = speech_words().negators
    return bool(changed & negators) and changed <= negators | speech_words().auxiliaries


def _is_denied_verb(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one verb is denied with "do" in one stretch alone: "did not get", "got"."""
    words = speech_words()
    denied, told = (left, right) if words.negators & {*left} else (right, left)
    if not words.negators & {*denied} or words.negators & {*told} or not _DO & {*denied}:
        return False
    mine, yours = ([word for word in side if word not in words.negators | _DO] for side in (denied, told))
    return len(mine) == len(yours) == 1 and mine[0][0] == yours[0][0]


def _is_opposite(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two stretches are opposites, each with the article that it asks for."""
    one, other = ([word for word in side if word not in _INDEFINITE] for side in (left, right))
    return len(one) == len(other) == 1 and are_contrary(one[0], other[0])


def are_contrary(one: str, other: str) -> bool:
    """Whether two words are opposites: by the table, or as a prefix negates one of them."""
    return (one, other) in speech_words().opposites or _is_negated(one, other) or _is_negated(other, one)


def _is_negated(word: str, negated: str) -> bool:
    """Whether a prefix makes ``negated`` the contrary of ``word``: "legal", "illegal"."""
    prefix = negated.removesuffix(word)
    if prefix == negated or len(word) < SHORTEST_STEM or word in speech_words().unlike:
        return False
    return prefix in speech_words().prefixes or (
        prefix in speech_words().adjective_prefixes and word.endswith(speech_words().endings)
    )


def shared_words(left: Phrase, right: Phrase) -> int:
    """How many content words two quotations have in common, in one order."""
    return int(LCSseq.similarity(keep_core(left.lemmas), keep_core(right.lemmas)))


def shared_lemmas(left: Phrase, right: Phrase) -> int:
    """How many words two quotations have in common, in one order, negations and joining words too."""
    return int(LCSseq.similarity(left.lemmas, right.lemmas))


def differing(left_text: str, right_text: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where two versions of an utterance differ: the words that matter with a word of context.

    A changed negator or number is preferred to other changed words, and those to words that only
    one version has.

    Returns:
        Character spans within ``left_text`` and ``right_text``; the whole texts when they are equal
        or share no word.
    """
    first, second = list(_WORD.finditer(left_text)), list(_WORD.finditer(right_text))
    left, right = ([match[0].lower() for match in side] for side in (first, second))
    blocks = [(a, b, c, d) for a, b, c, d in find_blocks(left, right) if a != b or c != d]
    if not blocks or not set(left) & set(right):
        return (0, len(left_text)), (0, len(right_text))
    ranks = [_weight(left[a:b], right[c:d]) for a, b, c, d in blocks]
    best = ranks.index(max(ranks))
    a, b, c, d = blocks[best]
    # A negator that moved is shown where it stood.
    moved = left[a:b] if not set(left[a:b]) <= speech_words().negators else []
    for _, other_b, _, other_d in blocks[best + 1 :]:
        if moved and right[other_d - (b - a) : other_d] == moved:
            b, d = other_b, other_d
    return _span(first, a, b), _span(second, c, d)


def _weight(left: Sequence[str], right: Sequence[str]) -> int:
    """How much a stretch of changed words tells: 3 a negator or number, 2 other words, 1 added ones."""
    negators = [sum(word in speech_words().negators for word in side) for side in (left, right)]
    numbers = [
        any(word[0].isdigit() or word in speech_words().numbers for word in side) for side in (left, right)
    ]
    if negators[0] != negators[1] or all(numbers):
        return 3
    return 2 if left and right else 1


def _span(matches: Sequence[re.Match[str]], start: int, stop: int) -> tuple[int, int]:
    first, last = max(start - 1, 0), min(stop, len(matches) - 1)
    return matches[first].start(), matches[last].end()


def find_blocks(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """The stretches between common words: start and stop in ``left``, then in ``right``."""
    blocks: list[tuple[int, int, int, int]] = []
    at_left = at_right = 0
    for op in LCSseq.opcodes(left, right):
        if op.tag == "equal":
            blocks.append((at_left, op.src_start, at_right, op.dest_start))
            at_left, at_right = op.src_end, op.dest_end
    blocks.append((at_left, len(left), at_right, len(right)))
    return blocks


def find_gaps(left: Sequence[str], right: Sequence[str]) -> list[Gap]:
    """The stretches of words that are not the same, each in both versions."""
    return [
        (tuple(left[a:b]), tuple(right[c:d])) for a, b, c, d in find_blocks(left, right) if a != b or c != d
    ]


def keep_core(lemmas: Sequence[str]) -> list[str]:
    """What an utterance is about: without negators and function words, one sign for any number."""
    sense = speech_words().sense
    return [_NUMBER if lemma[0].isdigit() else lemma for lemma in lemmas if lemma not in sense]
