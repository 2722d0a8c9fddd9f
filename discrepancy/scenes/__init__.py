"""What a place is the place of: the event or the fact of a life that the grammar hangs it on.

"Their bodies were dug from the snow in the village of Dun" and "all four victims, found in Dun" tell of
one scene in no common words. The word lists stand in ``lexicon/scenes.toml``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from discrepancy import lexicon
from discrepancy.model import Kind, Mention, Phrase, Scene, Sentence
from discrepancy.scenes.bearings import find_bearings
from discrepancy.scenes.frames import (
    BEARING,
    BETWEEN,
    BUILDING,
    COMING,
    DEED,
    DOING,
    EVENT,
    HOME,
    MOST,
    ROLE,
    SEAT,
    SITE,
    SPOT,
    THING,
)
from discrepancy.scenes.homes import AGED
from discrepancy.scenes.spots import find_spot_scenes
from discrepancy.scenes.stage import Stage

__all__ = [
    "AGED",
    "BEARING",
    "BETWEEN",
    "BUILDING",
    "COMING",
    "DEED",
    "DOING",
    "EVENT",
    "HOME",
    "MOST",
    "ROLE",
    "SEAT",
    "SITE",
    "SPOT",
    "THING",
    "find_dead",
    "find_scenes",
]

_DYING = frozenset({"die", "kill", "death"})


def find_dead(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Indexes of the sentences that follow one about the dead, so that "they" may be them."""
    words = frozenset(lexicon.read_table("scenes")["classes"]["dead"]) | _DYING
    return frozenset(
        after.index
        for before, after in pairwise(sentences)
        if before.field == after.field and any(token.lemma in words for token in before.tokens)
    )


def find_scenes(
    mention: Mention, sentence: Sentence, group: Sequence[Mention], last: str, after_dead: bool
) -> tuple[Scene, ...]:
    """What happens or stands at the place ``mention``; nothing for values of other kinds.

    Args:
        mention: The value.
        sentence: The sentence it stands in.
        group: All values of that sentence.
        last: Whom the sentences before are about, as ``ownership.topic_person`` tells.
        after_dead: Whether the sentence before is about dead people.
    """
    if mention.kind is not Kind.PLACE:
        return ()
    if isinstance(mention.value, Phrase) and mention.value.lemmas:
        return tuple(dict.fromkeys(find_spot_scenes(mention, sentence, group, last)))
    if isinstance(mention.value, Phrase):
        return tuple(dict.fromkeys(find_bearings(mention, sentence)))
    stage = Stage(sentence, group, last, after_dead)
    scenes = tuple(stage.scenes(mention))
    if any(scene.frame == HOME and scene.of for scene in scenes):
        return tuple(dict.fromkeys(scenes))  # "sold the mine to Roe Metals of Dun": no mine is at Dun
    return tuple(dict.fromkeys((*scenes, *stage.sites(mention))))
