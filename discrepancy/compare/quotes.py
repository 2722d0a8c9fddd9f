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
from itertools import chain, pairwise, product

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

MINIMUM_VERBATIM = 4
"""Words of any kind in common that make two quotations one where all but a word or two are the same."""

SHORTEST_STEM = 4
"""Letters of the shortest word that a prefix negates."""

LONGEST_VERBATIM = 2
"""Most words that may differ there."""

LONGEST_EXCHANGE = 5
"""Most words of a stretch that changes places with another."""

Gap = tuple[tuple[str, ...], tuple[str, ...]]
_WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")
_LINKS = frozenset({"and", "or", "nor"})
_ARTICLES = frozenset({"the", "a", "an"})
_EVEN = _LINKS | {"but", "with", "is", "are", "was", "were", "be", "also", "both", "as", "well", "then"}
"""What joins two things without telling one from the other."""


@dataclass(frozen=True, slots=True)
class _Change:
    slip: str
    left: str
    right: str


def quote_similarity(left: Phrase, right: Phrase) -> float:
    """How much two quotations share, from 0 to 1: of both together, or of the shorter one.

    A quotation wholly contained in the other reaches .9, so that an equal one still ranks first.
    """
    if is_verbatim(left, right):
        return 1.0
    first, second = _core(left.lemmas), _core(right.lemmas)
    if not first or not second:
        return 0.0
    shared = LCSseq.similarity(first, second)
    overall = 2 * shared / (len(first) + len(second))
    shorter = min(len(first), len(second))
    telling = shared >= MINIMUM_CONTAINED or MINIMUM_SHARED <= shared == shorter
    return max(overall, 0.9 * shared / shorter if telling else 0.0)


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
    changed = [*one[start : len(one) - end], *other[start : len(other) - end]]
    least = MINIMUM_VERBATIM - all(word in _words().negators for word in changed)
    return start + end >= least and max(len(one), len(other)) - start - end <= LONGEST_VERBATIM


def shared_words(left: Phrase, right: Phrase) -> int:
    """How many content words two quotations have in common, in one order."""
    return int(LCSseq.similarity(_core(left.lemmas), _core(right.lemmas)))


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
    prepositions: frozenset[str]
    prefixes: frozenset[str]
    adjective_prefixes: frozenset[str]
    endings: tuple[str, ...]
    unlike: frozenset[str]
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
        prepositions=frozenset(table["prepositions"]),
        prefixes=frozenset(table["negating"]["prefixes"]),
        adjective_prefixes=frozenset(table["negating"]["adjective_prefixes"]),
        endings=tuple(table["negating"]["endings"]),
        unlike=frozenset(table["negating"]["unlike"]),
        opposites=frozenset(pairs) | frozenset((other, one) for one, other in pairs),
    )


def _find_change(one: Phrase, other: Phrase) -> _Change | None:
    """The change that turns the sense of an utterance, the surest kind first."""
    # Among several best alignments one is found; a fixed order makes it the same one both ways.
    turned = other.lemmas < one.lemmas
    left, right = (other.lemmas, one.lemmas) if turned else (one.lemmas, other.lemmas)
    if len(set(_core(left)) & set(_core(right))) < MINIMUM_SHARED and not is_verbatim(one, other):
        return None
    words = (
        (other.normal.split(), one.normal.split()) if turned else (one.normal.split(), other.normal.split())
    )
    if sorted(words[0]) == sorted(words[1]):
        change = _exchanged(*words)
        return _Change(change.slip, change.right, change.left) if change and turned else change
    # "unlimited" and "limited" are opposites as they are printed, "fell" and "rose" as lemmas.
    found = chain((_replaced(*gap) for gap in _gaps(left, right)), (_contrary(*gap) for gap in _gaps(*words)))
    change = next(filter(None, found), None)
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
    if (
        sorted(map(len, numbers)) == [0, 1]
        and ["not"] in (list(first), list(second))
        and len(first) == len(second)
    ):
        # "found no cracks", "found one crack"
        return _Change("number changed", first[0], second[0])
    return _contrary(first, second)


def _contrary(first: Sequence[str], second: Sequence[str]) -> _Change | None:
    """A word of each side of which only one can be true."""
    if max(len(first), len(second)) > LONGEST_CHANGE or first.count("not") != second.count("not"):
        return None
    for one in first:
        for other in second:
            if (one, other) in _words().opposites or _is_negated(one, other) or _is_negated(other, one):
                return _Change("opposite word", one, other)
            if one != other and any(one in group and other in group for group in _words().exclusive):
                return _Change("one word changed", one, other)
    return None


def _is_negated(word: str, negated: str) -> bool:
    """Whether a prefix makes ``negated`` the contrary of ``word``: "legal", "illegal"."""
    prefix = negated.removesuffix(word)
    if prefix == negated or len(word) < SHORTEST_STEM or word in _words().unlike:
        return False
    return prefix in _words().prefixes or (
        prefix in _words().adjective_prefixes and word.endswith(_words().endings)
    )


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
    """Two stretches of words that changed places across words that tell which is which.

    "Rather too early than too late" says the contrary the other way round; "A and B", "A is B" and
    "on Monday we met in Oslo" say the same.
    """
    same = [one == other for one, other in zip(left, right, strict=True)]
    first, stop = same.index(False), len(same) - same[::-1].index(False)
    mine, yours = left[first:stop], right[first:stop]
    for a, b in product(range(1, LONGEST_EXCHANGE + 1), repeat=2):
        if a + b < len(mine) and [*mine[-b:], *mine[a:-b], *mine[:a]] == list(yours):
            if _tells_apart(left[:first], mine[:a], mine[a:-b], mine[-b:]):
                return _Change("two words exchanged", " ".join(mine), " ".join(yours))
            return None
    return None


def _tells_apart(
    before: Sequence[str], one: Sequence[str], between: Sequence[str], other: Sequence[str]
) -> bool:
    """Whether ``between`` puts ``one`` and ``other`` in different places of the statement."""
    if one[0] in _words().prepositions and other[0] in _words().prepositions:
        return False
    # "for the young and for the old": what stands before both tells neither from the other.
    parallel = 0
    while parallel < min(len(before), len(between)) and before[-1 - parallel] == between[-1 - parallel]:
        parallel += 1
    middle = [word for word in between[: len(between) - parallel] if word not in _ARTICLES]
    if not middle or all(word in _EVEN for word in middle):
        return middle == ["but"] and bool(before) and before[-1 - parallel] in _words().negators
    if all(words[0][0].isdigit() or words[0] in _words().numbers for words in (one, other)):
        return True
    if (one[0], other[0]) in _words().opposites:
        return True
    # The members of a list stand side by side in any order.
    return middle[-1] not in _LINKS
