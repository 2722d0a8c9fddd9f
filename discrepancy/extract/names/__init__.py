"""People, organisations and places of one story, each mention with its entity's fullest name.

Invariant: two spellings that no rule of language joins stay two names, however alike they are;
whether one is a misprint of the other is for the comparison to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from discrepancy.extract.names.people import name_people
from discrepancy.extract.names.spotting import Spot, find_spots
from discrepancy.extract.names.things import name_things
from discrepancy.extract.names.types import type_spots
from discrepancy.model import Document, Kind, Mention, Name

__all__ = ["Spot", "extract_names", "find_spots"]


def extract_names(
    documents: Sequence[Document], spotted: Iterable[Sequence[Spot]] | None = None
) -> list[tuple[Mention, ...]]:
    """The names in all documents of one story.

    The story's articles help one another: a full name in one decides what its surname is in all.

    Args:
        documents: The analysed articles of one story.
        spotted: For each of them what ``find_spots`` finds; looked for where None.

    Returns:
        For each document in order its mentions in order of place. Places have the kind PLACE,
        all others the kind NAME.
    """
    spots = type_spots(documents, list(map(find_spots, documents) if spotted is None else spotted))
    people = name_people(spots)
    things = name_things(spots)
    found = []
    for number, (document, row) in enumerate(zip(documents, spots, strict=True)):
        mentions = []
        for index, spot in enumerate(row):
            canonical = people.get((number, index)) or things.get(spot.form, spot.form)
            value = Name(spot.form, spot.label, canonical, spot.title)
            kind = Kind.PLACE if spot.label == "PLACE" else Kind.NAME
            mentions.append(document.mention(spot.sentence, spot.start, spot.end, kind, value))
        found.append(tuple(mentions))
    return found
