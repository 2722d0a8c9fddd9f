"""Place slots of directions: where from one place the other lies.

Two directions answer one question where they are told from the same place and of the same thing or at
the same distance. What is told at two distances is two things.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discrepancy.align.answers import clash, trim_values
from discrepancy.compare import compare_values
from discrepancy.context import sentence_of
from discrepancy.lexicon.names import fold
from discrepancy.model import Claim, Figure, Kind, Phrase, Provenance, Slot, Verdict
from discrepancy.scenes import BEARING, THING
from discrepancy.vectors import similarity

_CERTAINTY = 0.85
_ENOUGH = 3
"""Evidence from which two directions answer one question; see :func:`_weigh`."""
_AGREED = 2
"""The same for two directions that agree."""
_BEFORE = 40
"""Characters within which a distance stands before its direction."""
_ALIKE = 0.6
"""Cosine from which two nouns may be words for one thing."""
_STEM = 5
"""Letters from which a noun that stands in another one may be the same thing: "wreck", "wreckage"."""
_GENERIC = "the "


def is_direction(claim: Claim) -> bool:
    """Whether a claim is a compass direction."""
    value = claim.mention.value
    return claim.mention.kind is Kind.PLACE and isinstance(value, Phrase) and not value.lemmas


def align_directions(story_id: str, claims: Sequence[Claim]) -> tuple[Slot, ...]:
    """Slots for directions in which articles put one thing differently."""
    story = _Story(claims)
    slots = []
    told: set[int] = set()
    for number, left in enumerate(story.directions):
        for right in story.directions[number + 1 :]:
            if {id(left), id(right)} & told or not story.are_rivals(left, right):
                continue
            said = story.gather(left, right)
            if said:
                told.update(map(id, said))
                rule = Provenance("direction")
                slots.append(Slot(story_id, Kind.PLACE, _label(said), trim_values(said), _CERTAINTY, rule))
    return tuple(slots)


def _label(said: Sequence[Claim]) -> str:
    named = [name for claim in said if (name := _scene(claim, BEARING))]
    thing = next((name for claim in said if (name := _scene(claim, THING))), "")
    reference = next((name for name in named if name in _places(said)), next(iter(named), ""))
    shown = _places(said).get(reference, reference)
    return " ".join(
        filter(None, ("direction", f"of the {thing}" if thing else "", f"from {shown}" if shown else ""))
    )


def _places(said: Sequence[Claim]) -> dict[str, str]:
    return {fold(name): name for claim in said for name in claim.key.places}


def _scene(claim: Claim, frame: str) -> str:
    return next((scene.of for scene in claim.key.scenes if scene.frame == frame), "")


class _Story:
    """The directions that a story's articles tell, with the distances beside them."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.directions = [claim for claim in claims if is_direction(claim)]
        sentences = {self._sentence(claim) for claim in self.directions}
        self.lengths: dict[tuple[object, ...], list[Claim]] = {}
        for claim in claims:
            value = claim.mention.value
            if self._sentence(claim) in sentences and isinstance(value, Figure) and value.measure == "length":
                self.lengths.setdefault(self._sentence(claim), []).append(claim)

    @staticmethod
    def _sentence(claim: Claim) -> tuple[object, ...]:
        return (claim.mention.article_id, *sentence_of(claim))

    def are_rivals(self, left: Claim, right: Claim) -> bool:
        """Whether two articles tell one thing in two directions, each without the other's."""
        if left.mention.article_id == right.mention.article_id or not clash(left, right):
            return False
        if self._weigh(left, right) < _ENOUGH:
            return False
        return not any(
            other.mention.article_id in {left.mention.article_id, right.mention.article_id}
            and any(clash(other, c) and self._weigh(other, c) >= _ENOUGH for c in (left, right))
            and any(
                not clash(other, c) and other.mention.article_id != c.mention.article_id
                for c in (left, right)
            )
            for other in self.directions
        )

    def gather(self, left: Claim, right: Claim) -> list[Claim]:
        """All claims that take one side or the other; nothing where the sides are even or overlap."""
        sides: list[list[Claim]] = [[left], [right]]
        for claim in self.directions:
            if claim is left or claim is right:
                continue
            fits = [side for side in sides if self._joins(claim, side)]
            if len(fits) == 1:
                fits[0].append(claim)
        articles = [{claim.mention.article_id for claim in side} for side in sides]
        return [] if articles[0] & articles[1] else [claim for side in sides for claim in side]

    def _joins(self, claim: Claim, side: Sequence[Claim]) -> bool:
        if any(clash(claim, other) for other in side):
            return False
        return any(
            claim.mention.value == other.mention.value
            and claim.mention.article_id != other.mention.article_id
            and self._weigh(claim, other) >= _AGREED
            for other in side
        )

    def _weigh(self, left: Claim, right: Claim) -> int:
        """How much speaks for one question: the distance 2, the thing 2, the place it is told from 1 or 2."""
        references = [_scene(claim, BEARING) for claim in (left, right)]
        named = [name for name in references if name and not name.startswith(_GENERIC)]
        if (len(named) == 2 and named[0] != named[1]) or _are_crossed(left, right):
            return 0
        distances = list(self._distances(left)), list(self._distances(right))
        near = any(_agree(a, b) for a in distances[0] for b in distances[1])
        if all(distances) and not near:
            return 0
        place = (2 if named else 1) if references[0] == references[1] != "" else 0
        return 2 * near + 2 * _share_thing(left, right) + place

    def _distances(self, claim: Claim) -> Iterator[Claim]:
        for length in self.lengths.get(self._sentence(claim), ()):
            if 0 <= claim.mention.start - length.mention.end <= _BEFORE:
                yield length


def _are_crossed(left: Claim, right: Claim) -> bool:
    """Whether each is told from the other's place: "Dun is south of Orl", "Orl is north of Dun"."""
    return _names(left, _scene(right, BEARING)) and _names(right, _scene(left, BEARING))


def _names(claim: Claim, reference: str) -> bool:
    """Whether the place that another direction is told from is what this one is told of."""
    bare = reference.removeprefix(_GENERIC)
    if not bare or bare == _scene(claim, BEARING).removeprefix(_GENERIC):
        return False
    return bare in {fold(name) for name in claim.key.places} | {word for word, _ in claim.key.words}


def _agree(left: Claim, right: Claim) -> bool:
    a, b = left.mention.value, right.mention.value
    return compare_values(Kind.FIGURE, a, b).verdict is not Verdict.CONFLICT


def _share_thing(left: Claim, right: Claim) -> bool:
    a, b = (frozenset(s.of for s in claim.key.scenes if s.frame == THING) for claim in (left, right))
    if any(_are_alike(x, y) for x in a for y in b):
        return True
    said = [{word for word, _ in claim.key.words} for claim in (left, right)]
    return bool(a & said[1] or b & said[0])


def _are_alike(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    return (len(short) >= _STEM and short in long) or similarity(left, right) >= _ALIKE
