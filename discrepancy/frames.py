"""What the words around a value evoke: measures ("killed", "price") and events ("the ferry went down").

Word lists in ``lexicon/measures.toml`` and ``lexicon/occasions.toml`` give for each frame the lemmas
that evoke it, one word or a phrase in sequence, where needed with the first word's part of speech.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from discrepancy import lexicon
from discrepancy.model import Token, Weighted

CORE = "core:"
"""What stands before an event that the words surely tell."""
MOVED = "moved"
"""What stands among the events where the words say that a day was changed."""
_BEARER = 0.5
"""What a noun tells of its measure that names whom a verb beside it happens to."""
_PHRASE_GAP = 2
"""Words that may stand between two of a phrase: "lost their lives"."""


_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})


class _Trigger(NamedTuple):
    """Lemmas in sequence that evoke a frame; ``pos`` restricts the first one's part of speech."""

    lemmas: tuple[str, ...]
    pos: str
    frame: str


@cache
def _triggers(table: str, section: str) -> dict[str, tuple[_Trigger, ...]]:
    """First lemma → triggers, longest first."""
    found: dict[str, list[_Trigger]] = {}
    for frame, phrases in lexicon.read_table(table)[section].items():
        for phrase in phrases:
            words, _, pos = phrase.partition("/")
            lemmas = tuple(words.split())
            found.setdefault(lemmas[0], []).append(_Trigger(lemmas, pos, frame))
    return {first: tuple(sorted(rows, key=lambda row: -len(row.lemmas))) for first, rows in found.items()}


@lru_cache(maxsize=lexicon.REMEMBERED)
def _can_measure(measure: str, sort: str) -> bool:
    """Whether a value of this sort can state the measure: nobody is 40 kilometres dead."""
    sorts = lexicon.read_table("measures")["sorts"].get(measure)
    return sorts is None or sort in sorts


def weigh_measures(tokens: Sequence[Token], weight: Mapping[int, float], sort: str) -> Weighted:
    """Every measure evoked that a value of ``sort`` can state, by the weight of its nearest words."""
    found = _weigh(tokens, weight, "measures", "frames")
    return rank_terms({measure: w for measure, w in found.items() if _can_measure(measure, sort)})


def weigh_events(tokens: Sequence[Token], weight: Mapping[int, float]) -> Weighted:
    """Every class of events evoked, by the weight of its nearest words; ``moved`` where a day was changed."""
    moved = _weigh(tokens, weight, "occasions", "moved")
    told = _weigh(tokens, weight, "occasions", "events")
    sure = {f"{CORE}{name}": w for name, w in _weigh(tokens, weight, "occasions", "cores").items()}
    return rank_terms(told | sure | ({MOVED: max(moved.values())} if moved else {}))


def _weigh(
    tokens: Sequence[Token], weight: Mapping[int, float], table: str, section: str
) -> dict[str, float]:
    frames: dict[str, float] = {}
    triggers = _triggers(table, section)
    for index in weight:
        if tokens[index].pos == "PROPN":
            continue  # March is no march, May no permission
        for trigger in triggers.get(tokens[index].lemma, ()):
            if trigger.pos not in ("", tokens[index].pos):
                continue
            found = _follow(tokens, index, trigger.lemmas)
            if found:
                near = max(weight.get(i, 0.0) for i in found)
                if len(trigger.lemmas) == 1 and trigger.lemmas[0] in _bearers(table):
                    near *= _BEARER
                frames[trigger.frame] = max(frames.get(trigger.frame, 0.0), round(near, 4))
    return frames


@cache
def _bearers(table: str) -> frozenset[str]:
    """Nouns of ``table`` that name whom something happens to."""
    return frozenset(lexicon.read_table(table).get("bearers", {}).get("nouns", ()))


def _follow(tokens: Sequence[Token], index: int, lemmas: Sequence[str]) -> tuple[int, ...]:
    """Where the phrase from ``index`` on stands, words between allowed ("lost their lives"); () if not."""
    found = [index]
    for lemma in lemmas[1:]:
        reach = range(found[-1] + 1, min(found[-1] + 2 + _PHRASE_GAP, len(tokens)))
        following = next((i for i in reach if tokens[i].lemma == lemma), None)
        if following is None:
            return ()
        found.append(following)
    return tuple(found)


def find_participants(tokens: Sequence[Token], anchor: int | None) -> frozenset[str]:
    """Lemmas of the nouns from token ``anchor`` up to its verb, and of that verb's subject and objects."""
    found: set[int] = set()
    seen: set[int] = set()
    index = anchor
    while index is not None and index not in seen:
        seen.add(index)
        token = tokens[index]
        if token.pos in {"VERB", "AUX"}:
            found |= {i for i, t in enumerate(tokens) if t.head == index and t.dep in _ARGUMENTS}
            if token.dep in {"relcl", "acl"}:
                found.add(token.head)
            break
        if index != anchor:
            found.add(index)
        index = token.head
    return frozenset(tokens[i].lemma.lower() for i in found if tokens[i].pos == "NOUN" and i != anchor)


def rank_terms(weights: Mapping[str, float]) -> Weighted:
    """Terms with their weights, heaviest first."""
    return tuple(sorted(weights.items(), key=lambda item: (-item[1], item[0])))
