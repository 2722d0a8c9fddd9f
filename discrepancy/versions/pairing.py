"""Which value of the newer version stands where a value of the older one stood.

Sentences first: equal ones, then the most alike of the rest. Within a changed sentence, values that
agree take one another, and what is left is paired where words replaced words. Only changed sentences
cost more than a look.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

from discrepancy.compare import compare_values
from discrepancy.model import Claim, Date, Document, Figure, Kind, Sentence, Verdict

ALIKE = 55.0
"""Similarity of two sentences, from 0 to 100, from which one is the other's new wording."""

CLOSE = 75.0
"""Similarity from which another name, office or place in the same spot is a change of fact; in freer
rewordings people and places come and go."""

_SHORT = 3
"""Most words replaced at once for two numbers or dates to answer one question whatever it is."""

_LOOSE = frozenset({Kind.NAME, Kind.ROLE, Kind.PLACE})
_SAME = frozenset({Verdict.AGREE, Verdict.VARIANT, Verdict.COMPATIBLE})

Pair: TypeAlias = tuple[Claim, Claim]
"""The older version's claim and the newer's."""


def pair_claims(
    older: Document, newer: Document, before: Sequence[Claim], after: Sequence[Claim]
) -> list[Pair]:
    """Claims of both versions that answer one question, in the newer version's order.

    Claims of sentences that one version alone has are paired where their measure leaves no choice.
    """
    left, right = _by_sentence(before), _by_sentence(after)
    pairs: list[Pair] = []
    changed: list[tuple[list[Claim], list[Claim]]] = []
    for old, new, likeness in _pair_sentences(older.sentences, newer.sentences):
        ours, theirs = left[old.index], right[new.index]
        if likeness >= 100:
            pairs += _pair_equal(old, new, ours, theirs)
        else:
            pairs += _pair_changed(old, new, ours, theirs, likeness)
            changed.append((ours, theirs))
    pairs += _pair_moved(*_unpaired(before, after, pairs))
    for ours, theirs in changed:
        pairs += _pair_last(*_unpaired(ours, theirs, pairs))
    pairs += _pair_by_measure(*_unpaired(before, after, pairs))
    place = {id(claim): position for position, claim in enumerate(after)}
    return sorted(pairs, key=lambda pair: place[id(pair[1])])


def _by_sentence(claims: Iterable[Claim]) -> defaultdict[int, list[Claim]]:
    found: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.mention.sentence].append(claim)
    return found


def _unpaired(
    before: Sequence[Claim], after: Sequence[Claim], pairs: Sequence[Pair]
) -> tuple[list[Claim], list[Claim]]:
    taken = {id(claim) for pair in pairs for claim in pair}
    return [c for c in before if id(c) not in taken], [c for c in after if id(c) not in taken]


def _pair_sentences(
    older: Sequence[Sentence], newer: Sequence[Sentence]
) -> Iterator[tuple[Sentence, Sentence, float]]:
    """Reporting sentences of both with their likeness from 0 to 100, the likeliest pairs first."""
    waiting: defaultdict[tuple[str, str], list[Sentence]] = defaultdict(list)
    for sentence in older:
        if sentence.zone.is_reporting:
            waiting[_fold(sentence)].append(sentence)
    rest = []
    for sentence in newer:
        if not sentence.zone.is_reporting:
            continue
        if same := waiting[_fold(sentence)]:
            yield same.pop(0), sentence, 100.0
        else:
            rest.append(sentence)
    left = sorted((s for group in waiting.values() for s in group), key=lambda s: s.index)
    yield from _pair_alike(left, rest)


def _fold(sentence: Sentence) -> tuple[str, str]:
    return sentence.field, " ".join(sentence.text.casefold().split())


def _pair_alike(
    older: Sequence[Sentence], newer: Sequence[Sentence]
) -> Iterator[tuple[Sentence, Sentence, float]]:
    if not older or not newer:
        return
    import numpy as np
    from rapidfuzz import fuzz, process

    scores = process.cdist([s.text for s in older], [s.text for s in newer], scorer=fuzz.ratio)
    taken: tuple[set[int], set[int]] = set(), set()
    for flat in np.argsort(-scores, axis=None, kind="stable"):
        i, j = divmod(int(flat), len(newer))
        if scores[i, j] < ALIKE:
            return
        if i in taken[0] or j in taken[1] or older[i].field != newer[j].field:
            continue
        taken[0].add(i)
        taken[1].add(j)
        yield older[i], newer[j], min(float(scores[i, j]), 99.9)


def _pair_equal(
    old: Sentence, new: Sentence, ours: Sequence[Claim], theirs: Sequence[Claim]
) -> Iterator[Pair]:
    """Pairs at the same place of a sentence that has not changed, whatever day "Tuesday" now is."""
    known = {(c.mention.kind, c.mention.start - old.start, c.mention.text): c for c in ours}
    for claim in theirs:
        mention = claim.mention
        match = known.get((mention.kind, mention.start - new.start, mention.text))
        if match is not None:
            yield match, claim


def _pair_changed(
    old: Sentence, new: Sentence, ours: Sequence[Claim], theirs: Sequence[Claim], likeness: float
) -> Iterator[Pair]:
    left, right = list(ours), list(theirs)
    for claim in theirs:
        same = next((c for c in left if _says_the_same(c, claim)), None)
        if same is not None:
            left.remove(same)
            right.remove(claim)
            yield same, claim
    if not left or not right:
        return
    blocks = _replaced(old, new)
    for claim in right:
        other = next((c for c in left if _stands_for(c, claim, blocks, old, new, likeness)), None)
        if other is not None:
            left.remove(other)
            yield other, claim


def _pair_moved(before: Sequence[Claim], after: Sequence[Claim]) -> Iterator[Pair]:
    """Values that stand in another sentence now, in the same words."""
    known: defaultdict[tuple[Kind, str], list[Claim]] = defaultdict(list)
    for claim in before:
        known[claim.mention.kind, claim.mention.text].append(claim)
    for claim in after:
        if same := known[claim.mention.kind, claim.mention.text]:
            yield same.pop(0), claim


def _pair_last(left: Sequence[Claim], right: Sequence[Claim]) -> Iterator[Pair]:
    """The one count left on either side, if one measure is told with both ("killing two", "risen to 5")."""
    for kind in (Kind.NUMBER, Kind.FIGURE):
        ours = [claim for claim in left if claim.mention.kind is kind]
        theirs = [claim for claim in right if claim.mention.kind is kind]
        if len(ours) == len(theirs) == 1 and _may_count_the_same(ours[0], theirs[0]):
            yield ours[0], theirs[0]


def _may_count_the_same(older: Claim, newer: Claim) -> bool:
    a, b = older.key, newer.key
    together = bool({name for name, _ in a.frames} & {name for name, _ in b.frames})
    return together and (a.head == b.head or not (a.head and b.head))


def _says_the_same(older: Claim, newer: Claim) -> bool:
    a, b = older.mention, newer.mention
    if a.kind is not b.kind or type(a.value) is not type(b.value):
        return False
    return a.text == b.text or compare_values(a.kind, a.value, b.value).verdict in _SAME


_Block: TypeAlias = tuple[int, int, int, int]


def _replaced(old: Sentence, new: Sentence) -> list[_Block]:
    """Where words of the one sentence stand for words of the other: token ranges in both."""
    matcher = SequenceMatcher(
        None, [t.text for t in old.tokens], [t.text for t in new.tokens], autojunk=False
    )
    return [(a, b, c, d) for tag, a, b, c, d in matcher.get_opcodes() if tag == "replace"]


def _stands_for(
    older: Claim, newer: Claim, blocks: Sequence[_Block], old: Sentence, new: Sentence, likeness: float
) -> bool:
    """Whether the newer value was put where the older one stood and answers the same question."""
    a, b = older.mention, newer.mention
    if a.kind is not b.kind or type(a.value) is not type(b.value):
        return False
    if a.kind in _LOOSE and likeness < CLOSE:
        return False
    block = next(
        (k for k in blocks if _within(older, old, k[0], k[1]) and _within(newer, new, k[2], k[3])), None
    )
    if block is None:
        return a.kind is Kind.QUOTE
    short = max(block[1] - block[0], block[3] - block[2]) <= _SHORT
    return short or not isinstance(a.value, (Figure, Date)) or _same_measure(older, newer)


def _within(claim: Claim, sentence: Sentence, first: int, stop: int) -> bool:
    tokens = sentence.tokens
    return (
        first < stop
        and tokens[first].start < claim.mention.end
        and claim.mention.start < tokens[stop - 1].end
    )


def _same_measure(older: Claim, newer: Claim) -> bool:
    a, b = older.key, newer.key
    return bool(a.measure and a.measure == b.measure) or bool(a.head and a.head == b.head)


def _pair_by_measure(before: Sequence[Claim], after: Sequence[Claim]) -> Iterator[Pair]:
    """Counts whose measure no other unpaired claim of either version has: "two dead", "the toll is five"."""
    left, right = _by_measure(before), _by_measure(after)
    for key, claims in right.items():
        if len(claims) == 1 and len(left.get(key, ())) == 1:
            yield left[key][0], claims[0]


def _by_measure(claims: Sequence[Claim]) -> dict[tuple[Kind, str], list[Claim]]:
    found: defaultdict[tuple[Kind, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.key.measure and isinstance(claim.mention.value, Figure) and claim.mention.zone.is_reporting:
            found[claim.mention.kind, claim.key.measure].append(claim)
    return found
