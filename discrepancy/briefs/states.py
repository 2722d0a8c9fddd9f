"""What still is on one side and is over on the other: "remains at large", "has been in custody since May"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from discrepancy.briefs.bearers import have_two_objects, is_of_others
from discrepancy.briefs.contrast import Contrast
from discrepancy.briefs.lineup import Brief, Lineup, Word
from discrepancy.compare.utterances import speech_words
from discrepancy.extract.moods import Mood, read_mood
from discrepancy.lexicon import read_table

_UNREAL = frozenset(
    {
        "yet",
        "nearly",
        "almost",
        "not",
        "never",
        "no",
        "refused",
        "refuses",
        "refuse",
        "declined",
        "failed",
        "avoided",
    }
)
"""Words right before a phrase that make no fact of it."""

_LINKS = frozenset({"to", "in", "on", "at", "from", "with", "against", "over"})

_REACH = 3
"""Words ahead within which the next word of a phrase stands."""

_PREDICATES = frozenset({"VERB", "AUX", "ADJ", "NOUN", "ADV", "ADP"})


def find_state(lineup: Lineup) -> Contrast | None:
    """A state that lasts in the one brief and has ended in the other, of the same day."""
    if lineup.later:
        return None
    for here, there, turned in ((lineup.left, lineup.right, False), (lineup.right, lineup.left, True)):
        for lasting, over, ahead in _pairs():
            for state in _find(here, lasting, ahead):
                for end in _find(there, over, ahead):
                    if _is_known(state, there) or _is_known(end, here):
                        continue
                    aside = [*state, *_beside(here)], [*end, *_beside(there)]
                    if turned:
                        aside = aside[::-1]
                    if lineup.are_of_one_thing(*aside, least=1) and _are_of_one_bearer(state, end, lineup):
                        words = (end, state) if turned else (state, end)
                        return Contrast("opposite status", *words, moves_on=True)
    return None


def are_turned(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether a lemma of each side is a state and the end of it: "hold", "free"."""
    return any(
        (a in lasting.split("|") and b in over.split("|"))
        or (b in lasting.split("|") and a in over.split("|"))
        for a in left
        for b in right
        for lasting, over, _ in _pairs()
    )


@cache
def _pairs() -> tuple[tuple[str, str, bool], ...]:
    """States and their ends, and whether what is to come counts: "called off", "will go ahead"."""
    table = read_table("briefs")
    return tuple((a, b, name in table["ahead"]["states"]) for name, (a, b) in table["states"].items())


def _find(brief: Brief, phrases: str, ahead: bool) -> Iterator[Sequence[Word]]:
    """Where a brief says one of ``phrases`` of what is or was, undenied."""
    for phrase in phrases.split("|"):
        first, *rest = phrase.split()
        for at, word in enumerate(brief.words):
            if first not in (word.lemma, word.text):
                continue
            stretch = _follow(brief, at, rest)
            if stretch and _holds(stretch, ahead):
                yield stretch


def _follow(brief: Brief, at: int, rest: Sequence[str]) -> Sequence[Word]:
    """A word with ``rest`` behind it, each a few words on at most: "found the mayor guilty"."""
    found = [brief.words[at]]
    for part in rest:
        ahead = brief.words[at + 1 : at + 1 + _REACH]
        step = next((n for n, w in enumerate(ahead, 1) if part in (w.lemma, w.text)), None)
        if step is None or any(w.text in speech_words().negators for w in ahead[: step - 1]):
            return ()
        at += step
        found.append(brief.words[at])
    return found


def _holds(words: Sequence[Word], ahead: bool) -> bool:
    """Whether a state or its end is told as a fact of the sentence's subject."""
    first = words[0]
    if first.token.pos not in _PREDICATES or first.token.dep in {
        "amod",
        "compound",
        "nsubj",
        "nsubjpass",
        "dobj",
    }:
        return False
    tree = first.tree
    verb = first.index
    while tree.tokens[verb].pos not in {"VERB", "AUX"} and tree.tokens[verb].head != verb:
        verb = tree.tokens[verb].head
    mood, denials = read_mood(tree, verb)
    near = {token.text.lower() for token in tree.tokens[max(0, first.index - 3) : first.index]}
    return (
        mood not in ({Mood.OPEN} if ahead else {Mood.OPEN, Mood.PLANNED})
        and not denials
        and not near & _UNREAL
    )


def _beside(brief: Brief) -> list[Word]:
    """Words that say no more than that something lasts."""
    return [word for word in brief.words if word.lemma in {"remain", "still", "stay"}]


def _is_known(words: Sequence[Word], brief: Brief) -> bool:
    lemmas = {word.lemma for word in brief.words}
    return all(word.lemma in lemmas for word in words)


def _are_of_one_bearer(left: Sequence[Word], right: Sequence[Word], lineup: Lineup) -> bool:
    """Whether both sentences have one subject, and neither says of what part of it or for whom."""
    if not (lineup.are_of_one_subject or _is_target(lineup)) or is_of_others(lineup):
        return False
    return not all(any(_is_narrowing(w) for w in side) for side in lineup.lone) and not have_two_objects(
        lineup, [*left, *right], _LINKS
    )


def _is_target(lineup: Lineup) -> bool:
    """Whether the subject of one sentence is what something is done to in the other."""
    for here, there in ((lineup.left, lineup.right), (lineup.right, lineup.left)):
        if here.subject is not None and any(
            w.token.dep == "dobj" and w.lemma == here.subject.lemma for w in there.words
        ):
            return True
    return False


def _is_narrowing(word: Word) -> bool:
    """Whether a noun behind "to" or "for" says for whom: "closed to lorries"."""
    above = word.tree.tokens[word.token.head]
    return word.token.dep == "pobj" and above.text.lower() in {"to", "for"}
