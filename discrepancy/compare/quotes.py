"""Are two quotations one utterance, and did a changed word turn its sense?

Reporters shorten, translate and smooth what was said, so other wording is never a conflict by
itself. What no reporter may change is whether a thing is denied, how much it is, which of two
opposites it is, and what belongs to what; only those make two versions of one utterance clash.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from discrepancy.lexicon import read_rows, read_table
from discrepancy.model import Phrase, Relation, Verdict

SAME_UTTERANCE = 0.6
"""Least similarity of two versions of one utterance; rewordings in a retold story reach .6 to 1."""

MINIMUM_SHARED = 2
"""Two quotations that share fewer content words are not held against each other."""

MINIMUM_CONTAINED = 3
"""A quotation counts as part of the other only when this many content words, or all of them, recur."""

LONGEST_CHANGE = 3
"""A changed stretch of more content words is a rewording that no word list can judge."""

Gap = tuple[tuple[str, ...], tuple[str, ...]]
_WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")
_LINKS = frozenset({"and", "or", "but", "with"})


@dataclass(frozen=True, slots=True)
class _Change:
    slip: str
    left: str
    right: str


def quote_similarity(left: Phrase, right: Phrase) -> float:
    """How much two quotations share, from 0 to 1: of both together, or of the shorter one.

    A quotation wholly contained in the other reaches .9, so that an equal one still ranks first.
    """
    first, second = _core(left.lemmas), _core(right.lemmas)
    if not first or not second:
        return 1.0 if left.normal == right.normal and left.normal else 0.0
    shared = LCSseq.similarity(first, second)
    overall = 2 * shared / (len(first) + len(second))
    shorter = min(len(first), len(second))
    telling = shared >= MINIMUM_CONTAINED or MINIMUM_SHARED <= shared == shorter
    return max(overall, 0.9 * shared / shorter if telling else 0.0)


def compare_quotes(left: Phrase, right: Phrase) -> Relation:
    """Hold two quotations against each other.

    Returns:
        CONFLICT with the slip "negation dropped", "opposite word", "number changed" or "two words
        exchanged" when a changed word turns the sense; VARIANT for other wording; COMPATIBLE when
        one shortens the other or both are different utterances; AGREE when they say the same.
    """
    if left.normal == right.normal or (left.lemmas == right.lemmas and left.lemmas):
        return Relation(Verdict.AGREE, "the same words are quoted")
    if quote_similarity(left, right) < SAME_UTTERANCE:
        return Relation(Verdict.COMPATIBLE, "different utterances")
    gaps = _gaps(left.lemmas, right.lemmas)
    change = _find_change(left, right)
    if change is not None:
        reason = f"one utterance, {change.slip}: “{change.left}” against “{change.right}”"
        return Relation(Verdict.CONFLICT, reason, change.slip)
    if all(not a for a, _ in gaps) or all(not b for _, b in gaps):
        return Relation(Verdict.COMPATIBLE, "one quotation is longer than the other")
    return Relation(Verdict.VARIANT, "one utterance in other words")


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
    blocks = [(a, b, c, d) for a, b, c, d in _blocks(left, right) if a != b or c != d]
    if not blocks or not set(left) & set(right):
        return (0, len(left_text)), (0, len(right_text))
    ranks = [_weight(left[a:b], right[c:d]) for a, b, c, d in blocks]
    best = ranks.index(max(ranks))
    a, b, c, d = blocks[best]
    for _, other_b, _, other_d in blocks[best + 1 :]:
        if right[other_d - (b - a) : other_d] == left[a:b] and left[a:b]:
            b, d = other_b, other_d
    return _span(first, a, b), _span(second, c, d)


def _weight(left: Sequence[str], right: Sequence[str]) -> int:
    """How much a stretch of changed words tells: 3 a negator or number, 2 other words, 1 added ones."""
    negators = [sum(word in _words().negators for word in side) for side in (left, right)]
    numbers = [any(word[0].isdigit() or word in _words().numbers for word in side) for side in (left, right)]
    if negators[0] != negators[1] or all(numbers):
        return 3
    return 2 if left and right else 1


def _span(matches: Sequence[re.Match[str]], start: int, stop: int) -> tuple[int, int]:
    first, last = max(start - 1, 0), min(stop, len(matches) - 1)
    return matches[first].start(), matches[last].end()


def _blocks(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """The stretches between common words: start and stop in ``left``, then in ``right``."""
    blocks: list[tuple[int, int, int, int]] = []
    at_left = at_right = 0
    for op in LCSseq.opcodes(left, right):
        if op.tag == "equal":
            blocks.append((at_left, op.src_start, at_right, op.dest_start))
            at_left, at_right = op.src_end, op.dest_end
    blocks.append((at_left, len(left), at_right, len(right)))
    return blocks


def _gaps(left: Sequence[str], right: Sequence[str]) -> list[Gap]:
    return [(tuple(left[a:b]), tuple(right[c:d])) for a, b, c, d in _blocks(left, right) if a != b or c != d]


def _core(lemmas: Sequence[str]) -> list[str]:
    """What an utterance is about: without negators and function words, one sign for any number."""
    sense = _words().sense
    return ["#" if lemma[0].isdigit() else lemma for lemma in lemmas if lemma not in sense]


@dataclass(frozen=True, slots=True)
class _Words:
    sense: frozenset[str]
    negators: frozenset[str]
    numbers: frozenset[str]
    affirmers: frozenset[str]
    exclusive: tuple[frozenset[str], ...]
    opposites: frozenset[tuple[str, str]]


@cache
def _words() -> _Words:
    table = read_table("speech")
    pairs = [(row[0], row[1]) for row in read_rows("antonyms")]
    return _Words(
        sense=frozenset(table["sense"]) | {"not"},
        negators=frozenset(table["negators"]),
        numbers=frozenset(
            word for name in ("units", "tens", "scales") for word in read_table("numbers")[name]
        ),
        affirmers=frozenset(table["affirmers"]),
        exclusive=tuple(frozenset(group) for group in table["exclusive"]),
        opposites=frozenset(pairs) | frozenset((other, one) for one, other in pairs),
    )


def _find_change(one: Phrase, other: Phrase) -> _Change | None:
    """The change that turns the sense of an utterance, the surest kind first."""
    # Among several best alignments one is found; a fixed order makes it the same one both ways.
    turned = other.lemmas < one.lemmas
    left, right = (other.lemmas, one.lemmas) if turned else (one.lemmas, other.lemmas)
    if len(set(_core(left)) & set(_core(right))) < MINIMUM_SHARED:
        return None
    replaced = (_replaced(first, second) for first, second in _gaps(left, right))
    change = _exchanged(left, right) or next(filter(None, replaced), None)
    if change is None and not _cut_at_negator(one.normal, other.normal):
        change = _dropped(left, right)
    return _Change(change.slip, change.right, change.left) if change and turned else change


def _cut_at_negator(left: str, right: str) -> bool:
    """Whether one quotation begins right behind the other's negator: 'did not "sell the boat"'."""
    for whole, part in ((left.split(), right.split()), (right.split(), left.split())):
        behind = {word for before, word in pairwise(whole) if before in _words().negators}
        if part and part[0] in behind:
            return True
    return False


def _replaced(first: Sequence[str], second: Sequence[str]) -> _Change | None:
    """A number or word that stands where another does with which it cannot both be true."""
    numbers = [[word for word in side if word[0].isdigit()] for side in (first, second)]
    if max(len(first), len(second)) > LONGEST_CHANGE:
        return None
    if all(len(side) == 1 for side in numbers) and numbers[0] != numbers[1]:
        return _Change("number changed", numbers[0][0], numbers[1][0])
    if first.count("not") != second.count("not"):
        return None
    for one in first:
        for other in second:
            if (one, other) in _words().opposites:
                return _Change("opposite word", one, other)
            if one != other and any(one in group and other in group for group in _words().exclusive):
                return _Change("one word changed", one, other)
    return None


def _dropped(left: Sequence[str], right: Sequence[str]) -> _Change | None:
    """A negator that only one version has in front of a word that both have."""
    blocks = _blocks(left, right)
    if left.count("not") == right.count("not"):
        # A negator that moved ("we do not think it will", "we think it will not") denies as before.
        return None
    for a, b, c, d in blocks:
        first, second = left[a:b], right[c:d]
        if a == c == 0:
            first, second = _fit(first, second), _fit(second, first)
        at_end = b == len(left) and (a == b or c == d)
        if not at_end and _denies_alone(first, second):
            slip = "opposite word" if "always" in (*first, *second) else "negation dropped"
            shown = (*first, *left[b : b + 1]), (*second, *right[d : d + 1])
            return _Change(slip, " ".join(shown[0]), " ".join(shown[1]))
    return None


def _fit(words: Sequence[str], other: Sequence[str]) -> Sequence[str]:
    """The end of an opening stretch: a version that begins later leaves the subject out."""
    known = _words().sense | _words().affirmers
    if "not" in words:
        return words[words.index("not") :] if all(word in known for word in other) else words
    start = next((at + 1 for at in reversed(range(len(words))) if words[at] not in known), 0)
    return words[start:] if "not" in other else words


def _denies_alone(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether one side of a stretch is a bare negator and the other neither denies nor says more."""
    if (first.count("not") - second.count("not")) % 2 == 0:
        return False
    rest = [word for word in (*first, *second) if word != "not"]
    known = _words().sense | _words().affirmers
    return len(rest) <= LONGEST_CHANGE and all(word in known and word != "against" for word in rest)


def _exchanged(left: Sequence[str], right: Sequence[str]) -> _Change | None:
    """Two content words that changed places across other words; "A and B" may become "B and A"."""
    if len(left) != len(right) or sorted(left) != sorted(right):
        return None
    moved = [index for index, (one, other) in enumerate(zip(left, right, strict=True)) if one != other]
    if len(moved) != 2 or any(left[index] in _words().sense for index in moved):
        return None
    first, second = moved
    if all(word in _LINKS for word in left[first + 1 : second]):
        return None
    ends = slice(first, second + 1)
    return _Change("two words exchanged", " ".join(left[ends]), " ".join(right[ends]))
