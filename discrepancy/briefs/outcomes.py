"""Who did it to whom: one pair of names with the parts exchanged, one vote with another winner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.briefs.bearers import is_of_others
from discrepancy.briefs.contrast import Contrast
from discrepancy.briefs.lineup import Brief, Lineup, Word
from discrepancy.lexicon import read_table
from discrepancy.model import Figure, Kind

_NEAR = 30
"""Characters within which a score is shown with its verb: "beat Solund 4-1"."""


@dataclass(frozen=True, slots=True)
class _Deed:
    """A deed between two parties: the head words of who does it and of whom it is done to."""

    sort: str
    actor: str
    target: str
    verb: Word
    doer: Word


def find_outcome(lineup: Lineup) -> Contrast | None:
    """A deed of which the two briefs exchange actor and target."""
    for one in _read_deeds(lineup.left):
        for other in _read_deeds(lineup.right):
            if one.sort in read_table("briefs")["mutual"]["verbs"]:
                continue
            if one.sort == other.sort and (one.actor, one.target) == (other.target, other.actor):
                left = show_outcome(one.verb, lineup, lineup.left)
                right = show_outcome(other.verb, lineup, lineup.right)
                actors = (
                    [one.doer] if one.doer not in left else [],
                    [other.doer] if other.doer not in right else [],
                )
                return Contrast("parts exchanged", left, right, Kind.STATUS, beside=actors)
    return None


def find_place(lineup: Lineup) -> Contrast | None:
    """Another place in a contest: "won the slalom", "came second in the slalom"."""
    found = [_read_place(brief) for brief in (lineup.left, lineup.right)]
    if is_of_others(lineup):
        return None
    if found[0] is None or found[1] is None or found[0][0] == found[1][0]:
        return None
    words = found[0][1], found[1][1]
    return Contrast("another place", *words, Kind.NUMBER) if lineup.are_of_one_thing(*words) else None


def _read_place(brief: Brief) -> tuple[int, list[Word]] | None:
    """The place in which somebody ends up, and the words that say so."""
    table = read_table("briefs")["places"]
    for number, word in enumerate(brief.words):
        if word.lemma in table["win"]:
            medal = next((w for w in brief.words[number + 1 : number + 4] if w.text in table["medals"]), None)
            return (table["medals"][medal.text], [word, medal]) if medal else (1, [word])
        if word.text in table["second"]:
            return 2, [word]
        if word.lemma in table["end"]:
            after = [w for w in brief.words[number + 1 : number + 3] if w.text in table["ranks"]]
            if after:
                return table["ranks"][after[0].text], [word, after[0]]
    return None


def _read_deeds(brief: Brief) -> Iterator[_Deed]:
    for verb in brief.words:
        if verb.token.pos == "VERB" and (deed := _read_deed(verb)) is not None:
            yield deed


def _read_deed(verb: Word) -> _Deed | None:
    tree, table = verb.tree, read_table("briefs")["outcomes"]
    subject = tree.child(verb.index, "nsubj")
    if subject is None and verb.token.dep == "xcomp":
        subject = tree.child(verb.token.head, "nsubj")  # "is to buy", "has agreed to buy"
    passive = tree.child(verb.index, "nsubjpass")
    target = tree.child(verb.index, "dobj")
    behind = {
        tree.tokens[i].text.lower(): i
        for i in tree.children[verb.index]
        if tree.tokens[i].dep in {"prep", "agent"}
    }
    sort = "win" if verb.lemma in (*table["win"], *table["lose"]) else _sort_of(verb)
    below = {word: tree.child(i, "pobj") for word, i in behind.items()}
    if passive is not None:
        by = below.get("by")
        return None if by is None else _make(verb, sort, by, passive)
    if subject is None:
        return None
    if verb.lemma in table["lose"]:
        # "Kirkvale lost to Danforth", "lost the race for the chair to Ott"
        to = _party_behind(verb)
        return None if to is None else _make(verb, "win", to, subject)
    if sort == "win" and below.get("against") is not None:
        target = below["against"]
    return None if target is None else _make(verb, sort, subject, target)


def _sort_of(verb: Word) -> str:
    """The deed that a verb, with its particle, is one of several words for; else its lemma."""
    particle = verb.tree.child(verb.index, "prt")
    lemma = verb.lemma if particle is None else f"{verb.lemma} {verb.tree.tokens[particle].text.lower()}"
    return next((name for name, verbs in read_table("briefs")["deeds"].items() if lemma in verbs), lemma)


def _party_behind(verb: Word) -> int | None:
    """Whom a loser lost to, wherever the parser hangs it: "lost the race for the chair to Ott"."""
    tree = verb.tree
    found = [
        child
        for i in range(verb.index + 1, len(tree.tokens))
        if tree.tokens[i].text.lower() in {"to", "against"} and (child := tree.child(i, "pobj")) is not None
    ]
    return next((i for i in found if tree.tokens[i].pos == "PROPN"), next(iter(found), None))


def _make(verb: Word, sort: str, actor: int, target: int) -> _Deed | None:
    names = [verb.tree.tokens[i] for i in (actor, target)]
    if any(token.pos not in {"PROPN", "NOUN"} for token in names):
        return None
    doer = Word(names[0], verb.tree, actor)
    return _Deed(sort, names[0].lemma.lower(), names[1].lemma.lower(), verb, doer)


def show_outcome(verb: Word, lineup: Lineup, brief: Brief) -> list[Word]:
    """A verb up to the score behind it, the score alone where that is far, the verb where there is none."""
    scores = [
        brief.within(claim)
        for claim in lineup.claims(brief)
        if isinstance(claim.mention.value, Figure) and isinstance(claim.mention.value.number, tuple)
    ]
    if not scores:
        return [verb]
    score = scores[-1]
    near = 0 <= score[-1].token.end - verb.token.start <= _NEAR and score[0].tree is verb.tree
    return [verb, *score] if near else score
