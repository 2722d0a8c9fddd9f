"""Of whom or what two briefs tell: the same one, or others of the kind: "one suspect", "rail services"."""

from __future__ import annotations

from collections.abc import Sequence, Set

from discrepancy.briefs.lineup import Lineup, Word, are_exclusive, children
from discrepancy.briefs.scope import are_one_word
from discrepancy.compare.reversals import are_different_things
from discrepancy.lexicon import read_table

_MODIFIERS = frozenset({"amod", "compound", "nummod", "poss", "nmod"})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "both", "all"})
_OBJECTS = frozenset({"dobj", "compound", "amod"})
_OF = frozenset({"of", "for"})
_SYNONYMS = 0.84
"""Cosine from which a noun in the place of another is hardly ever of a sister."""

_SOME = frozenset({"some", "one", "another", "a", "an", "other"})


def is_of_others(lineup: Lineup) -> bool:
    """Whether one subject is told more closely in two ways, or is some of many and all that is shared."""
    left, right = lineup.left.subject, lineup.right.subject
    if left is None or right is None or left.lemma != right.lemma:
        return False
    own = [{t.lemma.lower() for t in children(word) if t.dep in _MODIFIERS} for word in (left, right)]
    if all(own) and own[0].isdisjoint(own[1]):
        return True
    named = [{t.lemma.lower() for t in word.tree.tokens if t.pos == "PROPN"} for word in (left, right)]
    inner = [
        {w.lemma for w in brief.words if w.token.pos == "PROPN" and w.index in word.tree.subtree(word.index)}
        for brief, word in ((lineup.left, left), (lineup.right, right))
    ]
    if all(inner) and inner[0].isdisjoint(named[1]) and inner[1].isdisjoint(named[0]):
        # "Shares in Orlo", "shares in Banta"
        return True
    known = {id(word) for word in (left, right)}
    alone = not any(id(a) not in known and a.token.pos not in {"NUM", "ADJ"} for a, _ in lineup.twins)
    return alone and _is_some(left) and _is_some(right)


def have_two_objects(lineup: Lineup, aside: Sequence[Word], links: Set[str] = frozenset()) -> bool:
    """Whether each brief names something of its own that is done or told: "sold the castle", "owns the farm".

    Args:
        lineup: The briefs.
        aside: Words that do not count.
        links: Prepositions behind which a noun counts as such, beside "of" and "for".
    """
    known = [{w.lemma for w in brief.words} for brief in (lineup.left, lineup.right)]
    own = [
        [
            w.lemma
            for w in brief.words
            if w.token.pos in {"NOUN", "PROPN", "ADJ"}
            and _is_object(w, links | _OF)
            and w.lemma not in there
            and w not in aside
            and id(w) not in lineup.valued
        ]
        for brief, there in ((lineup.left, known[1]), (lineup.right, known[0]))
    ]
    return all(own) and not any(_are_one(a, b) for a in own[0] for b in own[1])


def _is_object(word: Word, links: Set[str]) -> bool:
    """Whether a word says what something is done to, or of what or for whom it is told."""
    link = word.tree.tokens[word.token.head].text.lower()
    return word.token.dep in _OBJECTS or (word.token.dep == "pobj" and link in links)


def _are_one(left: str, right: str) -> bool:
    if are_different_things(left, right) or are_exclusive([left], [right]) is not None:
        return False
    return are_one_word(left, right, _SYNONYMS)


def _is_some(subject: Word) -> bool:
    """Whether a subject is some of many: "one suspect", "two people"."""
    below = children(subject)
    if any(token.text.lower() in _KNOWN or token.dep == "poss" for token in below):
        return False
    return any(token.dep == "nummod" or token.text.lower() in _SOME for token in below)


def is_another_turn(lineup: Lineup) -> bool:
    """Whether each brief tells of another of several in turn: "the first appeal", "the second appeal"."""
    members = read_table("briefs")["apart"]["part"]
    turns = [
        {entry for entry in members for word in brief.words if word.text in entry.split("|")}
        for brief in (lineup.left, lineup.right)
    ]
    return all(turns) and turns[0].isdisjoint(turns[1])


def is_done_to_any(word: Word) -> bool:
    """Whether a verb is done to one of many: "opened a branch"; another may be closed."""
    if word.token.pos != "VERB":
        return False
    tree = word.tree
    return any(
        tree.tokens[target].dep == "dobj"
        and any(tree.tokens[below].text.lower() in {"a", "an"} for below in tree.children[target])
        for target in tree.children[word.index]
    )
