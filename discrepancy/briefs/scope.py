"""What tells two quantities of two briefs apart: another period, population, measure or part of a whole.

Two figures that differ are two facts rather than a contradiction as soon as the words around them say that
they are of two things, so each of these is asked before a contradiction is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache

from discrepancy.align.occasions import speech_verbs
from discrepancy.briefs.lineup import Brief, Gap, Lineup, Word, are_exclusive, are_of_one_group, children
from discrepancy.compare.reversals import are_different_things
from discrepancy.lexicon import read_table
from discrepancy.model import Figure
from discrepancy.vectors import similarity

_COMPARED = re.compile(
    r"\b(?:from|than|over|against|in(?= an? )|compared (?:with|to)) (?:an? |the |last |same )*"
    r"(year|month|quarter|week|january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.I,
)
"""What a change is compared with."""

_ONE_WORD = 0.7
"""Cosine from which two nouns are words for one thing."""

_STEM = 4
"""Letters in common from which two nouns are forms of one."""

_WHERE = frozenset({"in", "across", "throughout", "on", "around"})
_PLACE_STEM = 5
"""Letters in common of a place and what is called after it: "province", "provincial"."""

_SYNONYMS = 0.84
"""Cosine from which a noun in the place of another is hardly ever of a sister: "crash", "accident"."""

_TELLING = frozenset({"compound", "nsubj", "nsubjpass", "pobj"})
"""Where a noun stands that says of what a figure is."""

_MODIFIERS = frozenset({"amod", "compound", "nmod"})


def narrows(lineup: Lineup, left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether the words around two values tell two questions apart: one has "median", the other "mean"."""
    aside = {id(word) for word in (*left, *right)}
    if _base(lineup.left) != _base(lineup.right) and _base(lineup.left) and _base(lineup.right):
        return True
    if any(_are_different(gap, aside) for gap in lineup.gaps) or are_apart(lineup, aside):
        return True
    if find_inner_place(lineup):
        return True
    told = _told(lineup, aside)
    qualified = [set(side) & set(read_table("briefs")["qualifiers"]) for side in told]
    whole = set(read_table("briefs")["country"])
    if all(side & whole for side in told):
        qualified = [side - whole for side in qualified]
    return qualified[0] != qualified[1] or are_exclusive(*map(sorted, told)) is not None


def are_apart(lineup: Lineup, aside: Set[int]) -> bool:
    """Whether the briefs speak of two periods, vintages, populations, subjects or measures.

    Args:
        lineup: The briefs.
        aside: Identities of the words that are what differs.
    """
    told = _told(lineup, aside)
    return (
        adds(lineup)
        or any(_differ_in(group, told) for group in read_table("briefs")["apart"].values())
        or _are_two_populations(lineup, aside)
        or _have_two_modifiers(lineup, aside)
        or _are_two_subjects(lineup, aside)
        or _have_two_owners(lineup, aside)
        or _are_for_two(lineup, aside)
        or _is_compared(lineup)
    )


def find_inner_place(lineup: Lineup) -> int:
    """-1 where the left brief tells of a part of the right one's place, 1 the other way round, else 0.

    "On the island" holds "in the island's capital", "worldwide" holds "in Germany".
    """
    places = [[w for w in _read_places(b) if id(w) not in lineup.valued] for b in (lineup.left, lineup.right)]
    for one in places[0]:
        for other in places[1]:
            if one.lemma == other.lemma:
                continue
            if _is_part_of(one, other):
                return -1
            if _is_part_of(other, one):
                return 1
    wide, whole = set(read_table("briefs")["wide"]), {*read_table("briefs")["country"], "world", "globe"}
    said = [any(word.text in wide for word in brief.words) for brief in (lineup.left, lineup.right)]
    if said[0] != said[1] and any(place.lemma not in whole for place in places[said[0]]):
        return 1 if said[0] else -1
    return 0


def _read_places(brief: Brief) -> Iterator[Word]:
    """Nouns that say where."""
    for word in brief.words:
        above = word.tree.tokens[word.token.head]
        where = word.token.dep == "pobj" and above.text.lower() in _WHERE
        if where and word.token.pos in {"NOUN", "PROPN"} and not word.token.text[0].isdigit():
            yield word


def _is_part_of(inner: Word, outer: Word) -> bool:
    """Whether a place is named after the one in which it lies: "the province", "the provincial capital"."""
    if inner.token.pos != "NOUN" or inner.lemma not in read_table("briefs")["inner"]:
        return False
    below = [token.lemma.lower() for token in children(inner)]
    return any(lemma[:_PLACE_STEM] == outer.lemma[:_PLACE_STEM] for lemma in below)


def adds(lineup: Lineup) -> bool:
    """Whether one brief alone says that it tells of something more: "also searched", "another of"."""
    further = set(read_table("briefs")["further"])
    said = [{word.text for word in brief.words} & further for brief in (lineup.left, lineup.right)]
    return bool(said[0]) != bool(said[1])


def is_narrowed(lineup: Lineup) -> bool:
    """Whether one subject alone is told more closely: "unemployment", "youth unemployment"."""
    one, other = lineup.left.subject, lineup.right.subject
    if one is None or other is None or one.lemma != other.lemma:
        return False
    own = [
        {
            token.lemma.lower()
            for token in children(word)
            if token.dep in _MODIFIERS and token.pos in {"ADJ", "NOUN"}
        }
        for word in (one, other)
    ]
    return bool(own[0]) != bool(own[1])


def make_up_whole(lineup: Lineup, left: Figure, right: Figure) -> bool:
    """Whether two numbers come to a third that both briefs give: 120 dismissed and 680 left, of 800."""
    if isinstance(left.number, tuple) or isinstance(right.number, tuple):
        return False
    known = [
        {
            claim.mention.value.number
            for claim in lineup.claims(brief)
            if isinstance(claim.mention.value, Figure) and not isinstance(claim.mention.value.number, tuple)
        }
        for brief in (lineup.left, lineup.right)
    ]
    return left.number + right.number in known[0] & known[1]


def _told(lineup: Lineup, aside: Set[int]) -> tuple[set[str], set[str]]:
    """The words of either side that the other has not in that place."""
    left, right = (
        {form for w in side if id(w) not in aside for form in (w.lemma, w.text)} for side in lineup.changed
    )
    return left, right


def _differ_in(members: Iterable[str], told: tuple[set[str], set[str]]) -> bool:
    """Whether both sides have words of one group, and not the same member of it."""
    sides = [{m for m in members if set(m.split("|")) & words} for words in told]
    return bool(sides[0] and sides[1]) and sides[0].isdisjoint(sides[1])


def _base(brief: Brief) -> str:
    """With what a change is compared: "from March", "than a year before"; "" where that is not said."""
    found = _COMPARED.search(brief.words[0].tree.sentence.text)
    return found[1].lower() if found else ""


def _are_different(gap: Gap, aside: Set[int]) -> bool:
    """Whether the briefs have a noun for another thing of one sort in one place: "tea", "coffee"."""
    sides = [[w for w in side if id(w) not in aside] for side in (gap.left, gap.right)]
    if not all(sides) or {side[-1].token.pos for side in sides} != {"NOUN"}:
        return False
    words = sides[0][-1], sides[1][-1]
    if all(map(_is_speaker, words)):
        return False
    if are_different_things(words[0].lemma, words[1].lemma):
        return True
    if [len(side) for side in sides] != [1, 1] or words[0].token.dep != words[1].token.dep:
        return False
    of = all(w.token.dep == "pobj" and w.tree.tokens[w.token.head].text.lower() == "of" for w in words)
    return of or (
        words[0].token.dep in _TELLING and not are_one_word(words[0].lemma, words[1].lemma, _SYNONYMS)
    )


def _is_speaker(word: Word) -> bool:
    """Whether a noun names who says it, not of what it is said."""
    verb = word.tree.tokens[word.token.head].lemma
    return word.token.dep == "nsubj" and verb in speech_verbs()


def are_one_word(left: str, right: str, least: float = _ONE_WORD) -> bool:
    """Whether two nouns are forms of one, or words for one thing.

    Args:
        left: A lemma.
        right: Another.
        least: Cosine from which they are; near in meaning are wheat and barley as well.
    """
    return left[:_STEM] == right[:_STEM] or similarity(left, right) >= least


def _are_two_populations(lineup: Lineup, aside: Set[int]) -> bool:
    """Whether one brief alone narrows what both measure to a sort of people: "expectancy for women"."""
    shared = {id(word) for pair in lineup.twins for word in pair}
    for side, brief in zip(lineup.lone, (lineup.left, lineup.right), strict=True):
        for word in side:
            if id(word) in aside or word.token.dep != "pobj" or word.lemma not in _populations():
                continue
            above = word.tree.tokens[word.tree.tokens[word.token.head].head]
            if any(w.token is above and id(w) in shared and id(w) not in aside for w in brief.words):
                return True
    return False


def _have_two_modifiers(lineup: Lineup, aside: Set[int]) -> bool:
    """Whether each brief tells what both name more closely with a word of its own: "net", "operating"."""
    lone = [{id(w) for w in side} for side in lineup.lone]
    for pair in lineup.twins:
        if any(word.token.pos != "NOUN" or id(word) in aside for word in pair):
            continue
        own = [
            [
                w
                for w in brief.words
                if w.tree is word.tree
                and w.token.head == word.index
                and w.token.dep in _MODIFIERS
                and w.token.pos in {"ADJ", "NOUN"}
                and id(w) in alone
                and id(w) not in aside
            ]
            for word, brief, alone in zip(pair, (lineup.left, lineup.right), lone, strict=True)
        ]
        if all(own):
            return True
    return False


def _are_two_subjects(lineup: Lineup, aside: Set[int]) -> bool:
    """Whether one verb has two subjects that are not one thing: "gusts reached", "winds reached"."""
    one, other = lineup.left.subject, lineup.right.subject
    if one is None or other is None or {one.token.pos, other.token.pos} != {"NOUN"}:
        return False
    verbs = [word.tree.tokens[word.token.head].lemma for word in (one, other)]
    if {id(one), id(other)} & aside or verbs[0] != verbs[1] or verbs[0] in {"be", "say"}:
        return False
    if _is_said(one, lineup.right) or _is_said(other, lineup.left):
        return False
    if any(are_of_one_group((one, other), name) for name in read_table("briefs")["measures"]):
        return False
    return not are_one_word(one.lemma, other.lemma)


def _is_said(word: Word, brief: Brief) -> bool:
    return any(other.lemma == word.lemma for other in brief.words)


def _have_two_owners(lineup: Lineup, aside: Set[int]) -> bool:
    """Whether what both name is another's in each: "the club's title", "the coach's title"."""
    for pair in lineup.twins:
        owners = [
            [
                w
                for w in brief.words
                if w.tree is word.tree and w.token.head == word.index and w.token.dep == "poss"
            ]
            for word, brief in zip(pair, (lineup.left, lineup.right), strict=True)
        ]
        if not all(owners) or {id(w) for side in owners for w in side} & aside:
            continue
        one, other = owners[0][0], owners[1][0]
        if {one.token.pos, other.token.pos} == {"NOUN"} and not are_one_word(one.lemma, other.lemma):
            return True
    return False


def _are_for_two(lineup: Lineup, aside: Set[int]) -> bool:
    """Whether each brief says for whom, and for somebody else: "for cars", "for vans"."""
    lone = {id(word) for side in lineup.lone for word in side}
    sides = [
        [
            w
            for w in brief.words
            if w.token.dep == "pobj" and w.token.pos == "NOUN" and _leads(w) and id(w) not in aside
        ]
        for brief in (lineup.left, lineup.right)
    ]
    return all(sides) and all(
        a.lemma != b.lemma
        and (
            (id(a) in lone and id(b) in lone)
            or are_different_things(a.lemma, b.lemma)
            or are_exclusive([a.lemma], [b.lemma]) is not None
            or not are_one_word(a.lemma, b.lemma, _SYNONYMS)
        )
        for a in sides[0]
        for b in sides[1]
    )


def _leads(word: Word) -> bool:
    """Whether "for" leads to a noun, or "of" behind a verb: "convicted of arson"."""
    tokens = word.tree.tokens
    link = tokens[word.token.head]
    return link.text.lower() == "for" or (link.text.lower() == "of" and tokens[link.head].pos == "VERB")


def _is_compared(lineup: Lineup) -> bool:
    """Whether one brief measures that with which the other compares: "the limit", "over the limit"."""
    for pair in lineup.twins:
        heads = [word.tree.tokens[word.token.head].text.lower() for word in pair]
        compared = [
            word.token.dep == "pobj" and head in read_table("briefs")["comparing"]
            for word, head in zip(pair, heads, strict=True)
        ]
        if compared[0] != compared[1] and pair[0].token.pos == "NOUN" and pair[0].lemma == pair[1].lemma:
            return True
    return False


@cache
def _populations() -> frozenset[str]:
    table = read_table("briefs")["measures"]
    members = (*table["sex"], *table["age"], *table["population"])
    return frozenset(word for member in members for word in member.split("|")) - {"people", "person"}
