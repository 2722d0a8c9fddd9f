"""Which changed words turn the sense of an utterance.

What no reporter may change is whether a thing is denied, how much it is, which of two opposites it is,
and what belongs to what. A noun or modal verb in place of another may be a translator's; the slips in
:data:`WEAK` are for those who see more versions to judge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise, product

from rapidfuzz.distance import OSA, Prefix

from discrepancy.compare.utterances import (
    MINIMUM_SHARED,
    are_contrary,
    find_blocks,
    find_gaps,
    is_changed_part,
    is_verbatim,
    keep_core,
    speech_words,
)
from discrepancy.lexicon import read_rows
from discrepancy.model import Phrase
from discrepancy.vectors import similarity

LONGEST_CHANGE = 3
"""A changed stretch of more content words is a rewording that no word list can judge."""

_INSERTED = 2
"""Most words by which a clause may be longer in one quotation than in another."""

LONGEST_EXCHANGE = 5
"""Most words of a stretch that changes places with another."""

WEAK = frozenset({"another noun", "another modal verb", "another word like it"})
"""Slips that are one only where several versions have one word and a single version the other."""

_ALIKE = 0.5
"""How alike two words are spelt of which the one is taken for the other."""
_ONE_SENSE = 0.7
"""Nearness in meaning from which two words are a translator's choice."""
_LINKS = frozenset({"and", "or", "nor"})
_CLAUSES = frozenset({"and", "but", "if", "because", "although", "though", "while", "when", "unless", "so"})
"""What begins another clause, in which a negator denies something else."""
_ARTICLES = frozenset({"the", "a", "an"})
_EVEN = _LINKS | {"but", "with", "is", "are", "was", "were", "be", "also", "both", "as", "well", "then"}
"""What joins two things without telling one from the other."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change that turns the sense: its name, and the words that tell on either side."""

    slip: str
    left: str
    right: str


def find_reversal(one: Phrase, other: Phrase) -> Change | None:
    """The change that turns the sense of an utterance, the surest kind first."""
    # Among several best alignments one is found; a fixed order makes it the same one both ways.
    turned = other.lemmas < one.lemmas
    left, right = (other.lemmas, one.lemmas) if turned else (one.lemmas, other.lemmas)
    shared = len(set(keep_core(left)) & set(keep_core(right)))
    if shared < MINIMUM_SHARED and not is_verbatim(one, other) and not is_changed_part(one, other):
        return None
    words = (
        (other.normal.split(), one.normal.split()) if turned else (one.normal.split(), other.normal.split())
    )
    if sorted(words[0]) == sorted(words[1]):
        change = _exchanged(*words) or _moved(*words)
        return Change(change.slip, change.right, change.left) if change and turned else change
    # "unlimited" and "limited" are opposites as they are printed, "fell" and "rose" as lemmas.
    found = chain(
        (_replaced(*gap) for gap in find_gaps(left, right)), (_contrary(*gap) for gap in find_gaps(*words))
    )
    change = next(filter(None, found), None)
    if change is None and not _cut_at_negator(one.normal, other.normal) and not _affirms_too(*words):
        change = _dropped(left, right) or (_denied(*words) if is_verbatim(one, other) else None)
    change = change or _narrowed(*words)
    if change is None:
        weak = (_presumed, find_modal, _find_noun, _find_alike)
        return next((change for find in weak if (change := find(one, other))), None)
    return Change(change.slip, change.right, change.left) if turned else change


def _cut_at_negator(left: str, right: str) -> bool:
    """Whether one quotation begins right behind the other's negator: 'did not "sell the boat"'."""
    for whole, part in ((left.split(), right.split()), (right.split(), left.split())):
        behind = {word for before, word in pairwise(whole) if before in speech_words().negators}
        if part and part[0] in behind:
            return True
    return False


def _affirms_too(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the longer quotation says the shorter one too: "we did not come to rest, we came to work"."""
    short, long = sorted((left, right), key=len)
    negators = speech_words().negators
    if not negators.isdisjoint(short) or negators.isdisjoint(long):
        return False
    size = len(short) + _INSERTED
    windows = (long[start : start + size] for start, word in enumerate(long) if word == short[0])
    return any(negators.isdisjoint(window) and _stands_in(short, window) for window in windows)


def _stands_in(words: Sequence[str], window: Sequence[str]) -> bool:
    """Whether all of ``words`` stand in ``window``, in their order."""
    rest = iter(window)
    return all(word in rest for word in words)


def _replaced(first: Sequence[str], second: Sequence[str]) -> Change | None:
    """A number or word that stands where another does with which it cannot both be true."""
    numbers = [[word for word in side if word[0].isdigit()] for side in (first, second)]
    if max(len(first), len(second)) > LONGEST_CHANGE:
        return None
    if all(len(side) == 1 for side in numbers) and numbers[0] != numbers[1]:
        return Change("number changed", numbers[0][0], numbers[1][0])
    if (
        sorted(map(len, numbers)) == [0, 1]
        and ["not"] in (list(first), list(second))
        and len(first) == len(second)
    ):
        # "found no cracks", "found one crack"
        return Change("number changed", *("no" if word == "not" else word for word in (first[0], second[0])))
    return _contrary(first, second)


def _contrary(first: Sequence[str], second: Sequence[str]) -> Change | None:
    """A word of each side of which only one can be true."""
    if max(len(first), len(second)) > LONGEST_CHANGE or first.count("not") != second.count("not"):
        return None
    for one in first:
        for other in second:
            if are_contrary(one, other):
                return Change("opposite word", one, other)
            if one != other and any(one in group and other in group for group in speech_words().exclusive):
                return Change("one word changed", one, other)
    return None


def _dropped(left: Sequence[str], right: Sequence[str]) -> Change | None:
    """A negator that only one version has in front of a word that both have."""
    blocks = find_blocks(left, right)
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
            return Change(slip, " ".join(shown[0]), " ".join(shown[1]))
    return None


def _narrowed(left: Sequence[str], right: Sequence[str]) -> Change | None:
    """What one version adds to others and the other leaves alone: "at night as well", "only at night"."""
    words = speech_words()
    sides = [({*side} & words.adding, {*side} & words.limiting) for side in (left, right)]
    if sorted((bool(adds), bool(limits)) for adds, limits in sides) != [(False, True), (True, False)]:
        return None
    aside = words.adding | words.limiting | {"as"}
    rest = [sorted(word for word in side if word not in aside) for side in (left, right)]
    if rest[0] != rest[1]:
        return None
    return Change(
        "one word changed",
        *(" ".join(sorted(adds or limits)).replace("well", "as well") for adds, limits in sides),
    )


def _denied(left: Sequence[str], right: Sequence[str]) -> Change | None:
    """A negator that only one version has, all else being the same: lemmas may differ where words do not."""
    negators = speech_words().negators
    gaps = [block for block in find_blocks(left, right) if block[0] != block[1] or block[2] != block[3]]
    if len(gaps) != 1:
        return None
    a, b, c, d = gaps[0]
    changed = [*left[a:b], *right[c:d]]
    odd = sum(word in negators for word in changed) % 2 == 1
    if not odd or not set(changed) <= negators | speech_words().auxiliaries:
        return None
    if b == len(left) and d == len(right):
        return None
    return Change("negation dropped", " ".join(left[a : b + 1]), " ".join(right[c : d + 1]))


def _fit(words: Sequence[str], other: Sequence[str]) -> Sequence[str]:
    """The end of an opening stretch: a version that begins later leaves the subject out."""
    known = speech_words().sense | speech_words().affirmers
    if "not" in words:
        return words[words.index("not") :] if all(word in known for word in other) else words
    start = next((at + 1 for at in reversed(range(len(words))) if words[at] not in known), 0)
    return words[start:] if "not" in other else words


def _denies_alone(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether one side of a stretch is a bare negator and the other neither denies nor says more."""
    if (first.count("not") - second.count("not")) % 2 == 0:
        return False
    rest = [word for word in (*first, *second) if word != "not"]
    known = speech_words().sense | speech_words().affirmers
    return len(rest) <= LONGEST_CHANGE and all(word in known and word != "against" for word in rest)


def _presumed(one: Phrase, other: Phrase) -> Change | None:
    """A word that makes of "nobody was hurt" that somebody was: "nobody else was hurt"."""
    words = one.normal.split(), other.normal.split()
    gaps = find_gaps(*words)
    if len(gaps) != 1 or not (one.negated and other.negated) or not is_verbatim(one, other):
        return None
    left, right = gaps[0]
    added = [side for side in (left, right) if side]
    if len(added) != 1 or len(added[0]) != 1:
        return None
    closes = any(side[-1:] == list(added[0]) for side in words)
    if added[0][0] not in speech_words().presumers | (speech_words().closing_presumers if closes else set()):
        return None
    return Change("word added", " ".join(left) or "–", " ".join(right) or "–")


def find_modal(one: Phrase, other: Phrase) -> Change | None:
    """A modal verb that leaves open what the other version says for certain, all else being the same."""
    pair = _single(one.normal.split(), other.normal.split())
    for certain, open_ in speech_words().modals:
        if pair and ((pair[0] in certain and pair[1] in open_) or (pair[1] in certain and pair[0] in open_)):
            return Change("another modal verb", *pair)
    return None


def _find_noun(one: Phrase, other: Phrase) -> Change | None:
    """A noun for another thing, all else being the same."""
    words, lemmas = _single(one.normal.split(), other.normal.split()), _single(one.lemmas, other.lemmas)
    if words is None or lemmas is None or not is_verbatim(one, other) or not are_different_things(*lemmas):
        return None
    return Change("another noun", *words)


def _find_alike(one: Phrase, other: Phrase) -> Change | None:
    """A word of other meaning that is spelt alike, as who misread it would write: "forgiven", "forgotten"."""
    words, lemmas = _single(one.normal.split(), other.normal.split()), _single(one.lemmas, other.lemmas)
    if words is None or lemmas is None or set(lemmas) & speech_words().sense:
        return None
    left, right = lemmas
    # "Heavy", "heavily", "wait", "await": one word.
    made = Prefix.similarity(left, right) >= min(len(left), len(right)) - 1 or left in right or right in left
    akin = made or similarity(left, right) >= _ONE_SENSE
    if akin or not (left.isalpha() and right.isalpha()) or OSA.normalized_similarity(left, right) < _ALIKE:
        return None
    return Change("another word like it", *words)


def _single(left: Sequence[str], right: Sequence[str]) -> tuple[str, str] | None:
    """The one word that stands for another, where nothing else differs."""
    gaps = find_gaps(left, right)
    return (
        (gaps[0][0][0], gaps[0][1][0])
        if len(gaps) == 1 and [len(side) for side in gaps[0]] == [1, 1]
        else None
    )


def are_different_things(left: str, right: str) -> bool:
    """Whether two nouns, as lemmas, are of one kind and neither stands for the other: "town", "county"."""
    one, other = _nouns().get(left), _nouns().get(right)
    if one is None or other is None:
        return False
    kin = speech_words().kin
    return bool(one.kinds & other.kinds) and (right not in one.near or (left in kin and right in kin))


@dataclass(frozen=True, slots=True)
class _Noun:
    kinds: frozenset[str]
    near: frozenset[str]


@cache
def _nouns() -> dict[str, _Noun]:
    return {
        noun: _Noun(frozenset(kinds.split(",")), frozenset(near.split(",")))
        for noun, kinds, near in read_rows("nouns")
    }


def _exchanged(left: Sequence[str], right: Sequence[str]) -> Change | None:
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
                return Change("two words exchanged", " ".join(mine), " ".join(yours))
            return None
    return None


def _moved(left: Sequence[str], right: Sequence[str]) -> Change | None:
    """The one negator where it stands in another clause: "not full, and it rained", "full, and did not"."""
    negators = speech_words().negators
    places = [[i for i, word in enumerate(words) if word in negators] for words in (left, right)]
    if [len(place) for place in places] != [1, 1]:
        return None
    (here,), (there,) = places
    bare = [[word for word in words if word not in negators] for words in (left, right)]
    crossed = left[here + 1 : there + 1] if here < there else right[there + 1 : here + 1]
    # "We do not think that it will", "we think that it will not": within one clause it denies as before.
    if bare[0] != bare[1] or not any(word in _CLAUSES for word in crossed):
        return None
    return Change("negation dropped", " ".join(left[here : here + 2]), " ".join(left[there : there + 2]))


def _tells_apart(
    before: Sequence[str], one: Sequence[str], between: Sequence[str], other: Sequence[str]
) -> bool:
    """Whether ``between`` puts ``one`` and ``other`` in different places of the statement."""
    if one[0] in speech_words().prepositions and other[0] in speech_words().prepositions:
        # "before the fire, not after it"
        return len(one) == len(other) == 1 and (one[0], other[0]) in speech_words().opposites
    # "for the young and for the old": what stands before both tells neither from the other.
    parallel = 0
    while parallel < min(len(before), len(between)) and before[-1 - parallel] == between[-1 - parallel]:
        parallel += 1
    middle = [word for word in between[: len(between) - parallel] if word not in _ARTICLES]
    if not middle or all(word in _EVEN for word in middle):
        denied = before[: len(before) - parallel][-1:]
        return middle == ["but"] and any(word in speech_words().negators for word in denied)
    if all(words[0][0].isdigit() or words[0] in speech_words().numbers for words in (one, other)):
        return True
    if (one[0], other[0]) in speech_words().opposites:
        return True
    # The members of a list stand side by side in any order.
    return middle[-1] not in _LINKS
