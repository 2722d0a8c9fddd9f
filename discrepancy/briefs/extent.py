"""How much or how many a brief speaks of: none, all or some, one for several, the first or the second."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from discrepancy.align.pairs import family
from discrepancy.briefs.contrast import Contrast
from discrepancy.briefs.lineup import Brief, Lineup, Word, children
from discrepancy.briefs.values import values_agree
from discrepancy.compare.reversals import are_different_things
from discrepancy.compare.utterances import speech_words
from discrepancy.lexicon import read_table
from discrepancy.model import Kind

_LONGEST = 5
"""Most words that are shown of a phrase."""

_NOUNS = frozenset({"NN", "NNS"})


def find_extent(lineup: Lineup) -> Contrast | None:
    """The first difference in number, part or rank, the surest kind first."""
    return next((found for find in _FINDERS if (found := find(lineup)) is not None), None)


def find_nothing(lineup: Lineup) -> Contrast | None:
    """None of what the other brief counts: "no passengers", "two passengers"."""
    for gap in lineup.gaps:
        for here, there, turned in ((gap.left, gap.right, False), (gap.right, gap.left, True)):
            none = [word for word in here if word.text in _quantifiers()["none"] and not _is_bound(word)]
            some = [
                word for word in there if word.token.pos == "NUM" or word.text in _quantifiers()["several"]
            ]
            if none and some and not lineup.turns() and lineup.are_of_one_thing(gap.left, gap.right, least=1):
                sides = (some, none) if turned else (none, some)
                return Contrast("none for some", *sides, Kind.NUMBER, moves_on=True)
    return None


def _is_bound(word: Word) -> bool:
    """Whether "no" begins a bound or an idiom: "no more than 60", "no later than May"."""
    return word.after in read_table("briefs")["bounding"]


def _is_less(word: Word) -> bool:
    """Whether a word for all is not for all: "not all", "every other"."""
    if word.text not in _quantifiers()["whole"]:
        return False
    return word.before in speech_words().negators or word.after in {"other", "others", "else"}


def _quantifier(lineup: Lineup) -> Contrast | None:
    """All against some, or only: "all schools", "public schools only"."""
    left, right = (
        {
            role: [w for w in side if w.text in words and not _is_bound(w) and not _is_less(w)]
            for role, words in _quantifiers().items()
        }
        for side in lineup.changed
    )
    for one, other in (
        ("whole", "part"),
        ("whole", "none"),
        ("part", "none"),
        ("most", "few"),
        ("double", "lone"),
    ):
        for a, b in ((left[one], right[other]), (left[other], right[one])):
            if a and b and lineup.are_of_one_thing(a, b, least=2):
                if {"none", "lone"} & {one, other} and any(
                    w.lemma not in _grammar() for side in lineup.lone for w in side
                ):
                    continue
                return Contrast(
                    "another part of the whole", _phrase(a[0], lineup, 0), _phrase(b[0], lineup, 1)
                )
    return None


def _restriction(lineup: Lineup) -> Contrast | None:
    """All of a kind against some that are told apart: "all drivers", "drivers under 25"."""
    for a, b in lineup.twins:
        if "NOUN" not in (a.token.pos, b.token.pos):
            continue
        whole = [any(t.text.lower() in _quantifiers()["every"] for t in children(word)) for word in (a, b)]
        if whole[0] == whole[1] or _governor(a) != _governor(b):
            continue
        narrow, side = (b, 1) if whole[0] else (a, 0)
        inner = {*narrow.tree.subtree(narrow.index), *range(narrow.index + 1, narrow.index + 4)}
        lone = [w for w in lineup.lone[side] if w.tree is narrow.tree and w.index in inner]
        if lone and lineup.are_of_one_thing([a], [b, *lone] if side else [b], least=1):
            return Contrast(
                "another part of the whole", _full_phrase(a, lineup, 0), _full_phrase(b, lineup, 1)
            )
    return None


def _governor(word: Word) -> str:
    """Lemma of what a word hangs from."""
    return word.tree.tokens[word.token.head].lemma


def _phrase(word: Word, lineup: Lineup, side: int) -> Sequence[Word]:
    """A quantifier with the noun phrase that it stands in."""
    words = (lineup.left, lineup.right)[side].words
    token = word.token
    head = token.head if token.dep in {"det", "predet", "advmod", "amod"} else word.index
    stretch = [w for w in words if w.tree is word.tree and w.index in word.tree.subtree(head)]
    return stretch if word in stretch and len(stretch) <= _LONGEST else [word]


@cache
def _grammar() -> frozenset[str]:
    return speech_words().auxiliaries.union(*_quantifiers().values())


@cache
def _quantifiers() -> dict[str, frozenset[str]]:
    return {role: frozenset(words) for role, words in read_table("briefs")["quantifiers"].items()}


def _full_phrase(word: Word, lineup: Lineup, side: int) -> Sequence[Word]:
    words = (lineup.left, lineup.right)[side].words
    inner = {*word.tree.subtree(word.index), *range(word.index, word.index + 4)}
    return [w for w in words if w.tree is word.tree and w.index in inner][:_LONGEST]


def _number(lineup: Lineup) -> Contrast | None:
    """One thing against several of them: "the minister's son", "the minister's sons"."""
    for a, b in lineup.twins:
        tags = {a.token.tag, b.token.tag}
        if tags != _NOUNS or a.lemma != b.lemma or a.text == b.text:
            continue
        if _is_member(a) or _is_member(b) or _has_number(a) or _has_number(b) or not _are_definite(a, b):
            continue
        if lineup.are_of_one_thing([a], [b], least=1):
            left, right = (_noun_phrase(word, lineup, side) for side, word in enumerate((a, b)))
            return Contrast("one for several", left, right, Kind.NUMBER)
    return None


def _is_member(word: Word) -> bool:
    """Whether a noun is what something is one of: "one of the oldest pubs", "among the suspects"."""
    tokens = word.tree.tokens
    above = tokens[word.token.head]
    return above.text.lower() == "among" or (
        above.text.lower() == "of" and tokens[above.head].pos in {"NUM", "PRON", "DET"}
    )


def _has_number(word: Word) -> bool:
    return any(token.dep == "nummod" for token in children(word))


def _is_definite(word: Word) -> bool:
    """Whether a noun is of known things: "the suspects", "her son"; "ticket prices" in general are not."""
    determiners = {"the", "a", "an", "both", "only"}
    return any(t.dep == "poss" or t.text.lower() in determiners for t in children(word))


def _are_definite(left: Word, right: Word) -> bool:
    """Whether two nouns are of things that there are: known ones, or such as something happened to."""
    one, other = _is_definite(left), _is_definite(right)
    if one and other:
        return True
    happened = all(
        any(t.tag == "VBD" and t.dep in {"ROOT", "auxpass"} for t in w.tree.tokens) for w in (left, right)
    )
    return (one or other) and happened


def _noun_phrase(word: Word, lineup: Lineup, side: int) -> Sequence[Word]:
    """A noun with what stands before it in its phrase, possessors aside."""
    words = (lineup.left, lineup.right)[side].words
    allowed = {
        i for i in word.tree.children[word.index] if word.tree.tokens[i].dep in {"det", "amod", "compound"}
    }
    return [w for w in words if w.tree is word.tree and w.index in allowed | {word.index}]


def _population(lineup: Lineup) -> Contrast | None:
    """One share of two sorts of people: "nine in ten nurses", "nine in ten doctors"."""
    shares = [[c for c in lineup.claims(b) if family(c) == "share"] for b in (lineup.left, lineup.right)]
    if not all(shares) or not values_agree(lineup):
        return None
    for one, other in lineup.swaps:
        nouns = {one.token.pos, other.token.pos} == {"NOUN"}
        if nouns and are_different_things(one.lemma, other.lemma) and lineup.are_of_one_thing([one], [other]):
            return Contrast("another population", [one], [other])
    return None


def _sources(lineup: Lineup) -> Contrast | None:
    """One source that nobody names, made into several: "an official", "several officials"."""
    table = read_table("briefs")["sources"]
    found = []
    for brief in (lineup.left, lineup.right):
        nouns = [
            w
            for w in brief.words
            if w.lemma in table["nouns"] and w.token.dep in {"nsubj", "nsubjpass", "pobj"}
        ]
        found.append(
            [
                (w, t)
                for w in nouns
                for i in w.tree.children[w.index]
                if (t := w.tree.tokens[i]).text.lower() in (*table["one"], *table["several"])
            ]
        )
    if not all(found):
        return None
    (a, one), (b, other) = found[0][0], found[1][0]
    several = [t.text.lower() in table["several"] for t in (one, other)]
    if several[0] == several[1] or not lineup.are_of_one_thing([a], [b]):
        return None
    left = [w for w in lineup.left.words if w.token is one or w is a]
    right = [w for w in lineup.right.words if w.token is other or w is b]
    return Contrast("one source for several", left, right, Kind.NUMBER)


def _rank(lineup: Lineup) -> Contrast | None:
    """First against second of a kind: "the longest bridge", "the second-longest bridge"; "first ever"."""
    table = read_table("briefs")["ranks"]
    ever = [[w for w in side if w.text in table["ever"]] for side in lineup.changed]
    since = [[w for w in side if w.text in table["since"] and _is_before_time(w)] for side in lineup.changed]
    for a, b in ((ever[0], since[1]), (since[0], ever[1])):
        ranked = [w for w in lineup.left.words if w.text in table["first"] or w.token.tag in {"JJS", "RBS"}]
        if a and b and ranked and not values_agree(lineup) and lineup.are_of_one_thing(a, b, least=2):
            return Contrast(
                "first ever, first for a time", _to_end(a[0], lineup, 0), _to_end(b[0], lineup, 1)
            )
    for gap in lineup.gaps:
        words = [w for w in (*gap.left, *gap.right) if w.text in table["lower"]]
        for word in words:
            here, there = (gap.left, gap.right) if word in gap.left else (gap.right, gap.left)
            brief = lineup.left if word in lineup.left.words else lineup.right
            after = brief.words[brief.words.index(word) + 1 : brief.words.index(word) + 2]
            superlative = [w for w in after if w.token.tag in {"JJS", "RBS"} or w.text.endswith("est")]
            twin = [w for w in _other(lineup, brief).words for s in superlative if w.text == s.text]
            if superlative and twin and not there and lineup.are_of_one_thing(here, there):
                mine, yours = [word, *superlative], twin[:1]
                ordered = (mine, yours) if brief is lineup.left else (yours, mine)
                return Contrast("another rank", *ordered)
    return None


def _is_before_time(word: Word) -> bool:
    """Whether a word begins a stretch of time: "in 20 years", "since 1998", "this season"."""
    return word.after[:1].isdigit() or word.after in read_table("briefs")["ranks"]["times"]


def _other(lineup: Lineup, brief: Brief) -> Brief:
    return lineup.right if brief is lineup.left else lineup.left


def _to_end(word: Word, lineup: Lineup, side: int) -> Sequence[Word]:
    """A word and what follows it in its gap."""
    for gap in lineup.gaps:
        words = (gap.left, gap.right)[side]
        if word in words:
            return words[words.index(word) :][:_LONGEST]
    return [word]


_FINDERS: tuple[Callable[[Lineup], Contrast | None], ...] = (
    _population,
    _rank,
    _quantifier,
    _sources,
    _number,
    _restriction,
)
