"""Of whom or what two briefs tell: the same one, or others of the kind: "one suspect", "rail services"."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.briefs.lineup import Lineup, Word, children

_MODIFIERS = frozenset({"amod", "compound", "nummod", "poss", "nmod"})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "both", "all"})
_SOME = frozenset({"some", "one", "another", "a", "an", "other"})


def is_of_others(lineup: Lineup) -> bool:
    """Whether one subject is told more closely in two ways, or is some of many and all that is shared."""
    left, right = lineup.left.subject, lineup.right.subject
    if left is None or right is None or left.lemma != right.lemma:
        return False
    own = [{t.lemma.lower() for t in children(word) if t.dep in _MODIFIERS} for word in (left, right)]
    if all(own) and own[0].isdisjoint(own[1]):
        return True
    known = {id(word) for word in (left, right)}
    alone = not any(id(a) not in known and a.token.pos not in {"NUM", "ADJ"} for a, _ in lineup.twins)
    return alone and _is_some(left) and _is_some(right)


def have_two_objects(lineup: Lineup, aside: Sequence[Word]) -> bool:
    """Whether each brief names something of its own that is done or told: "sold the castle", "owns the farm".

    Args:
        lineup: The briefs.
        aside: Words that do not count.
    """
    known = [{w.lemma for w in brief.words} for brief in (lineup.left, lineup.right)]
    own = [
        any(
            w.token.pos in {"NOUN", "PROPN"}
            and w.token.dep in {"dobj", "pobj", "compound"}
            and w.lemma not in there
            and w not in aside
            and id(w) not in lineup.valued
            for w in brief.words
        )
        for brief, there in ((lineup.left, known[1]), (lineup.right, known[0]))
    ]
    return all(own)


def _is_some(subject: Word) -> bool:
    """Whether a subject is some of many: "one suspect", "two people"."""
    below = children(subject)
    if any(token.text.lower() in _KNOWN or token.dep == "poss" for token in below):
        return False
    return any(token.dep == "nummod" or token.text.lower() in _SOME for token in below)


def is_done_to_any(word: Word) -> bool:
    """Whether a verb is done to one of many: "opened a branch"; another may be closed."""
    if word.token.pos != "VERB":
        return False
    targets = [Word(token, word.tree, word.tree.tokens.index(token)) for token in children(word)]
    return any(
        target.token.dep == "dobj" and any(token.text.lower() in {"a", "an"} for token in children(target))
        for target in targets
    )
