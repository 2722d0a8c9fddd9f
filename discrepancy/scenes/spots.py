"""What happens at a place without a name, and to whom or what: "the blaze began in the laundry"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discrepancy.extract.grammar import Tree
from discrepancy.extract.happenings import find_doings
from discrepancy.extract.spots import head_of
from discrepancy.model import Mention, Name, Phrase, Scene, Sentence
from discrepancy.scenes.cast import Cast
from discrepancy.scenes.frames import SPOT

NAMED = "@"
"""What marks a person's name among the things that something happens to."""


def find_spot_scenes(
    mention: Mention, sentence: Sentence, group: Sequence[Mention], last: str
) -> Iterator[Scene]:
    """What happens at the spot, each doing with the thing or the person it happens to.

    Args:
        mention: The spot.
        sentence: The sentence it stands in.
        group: All values of that sentence.
        last: Whom the sentences before are about.
    """
    tree = Tree(sentence)
    at = head_of(tree, mention)
    if at is None or not isinstance(mention.value, Phrase):
        return
    people = [m for m in group if isinstance(m.value, Name) and m.value.type == "PERSON"]
    cast = Cast(tree, people, last)
    for doing in find_doings(tree, at, mention.value):
        name = "" if doing.thing is None else cast.name_at(doing.thing)
        yield Scene(SPOT, f"{doing.name}|{NAMED}{name}" if name else f"{doing.name}|{doing.lemma}")
