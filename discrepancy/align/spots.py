"""Place slots of spots without a name: the room where the fire began, the floor on which somebody was found.

A report tells of many rooms, so two rooms say nothing: what happens there has to be the same, to the same
thing or person, and the article that stands alone must not know the place that the others have.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from discrepancy.align.answers import clash, trim_values
from discrepancy.compare import compare_values
from discrepancy.context import sentence_of
from discrepancy.lexicon import read_table
from discrepancy.lexicon.spots import are_related, bare_scales, sorts_by_last_word
from discrepancy.model import Claim, Date, Figure, Kind, Name, Phrase, Provenance, Slot, Verdict, is_spot
from discrepancy.scenes import SPOT
from discrepancy.vectors import information

_CERTAINTY = 0.75
_ENOUGH = 2.0
"""Evidence from which two spots answer one question; see :meth:`_Story.weigh`."""
_ENOUGH_SIDES = 1.5
"""The same for two sides of one thing, which only a word of the compass or a number tells apart."""
_AGREED = 0.5
"""The same for two that agree."""
_TELLING = 0.3
"""Information of a word from which its standing in both sentences counts."""
_UNKNOWN, _KNOWN, _SAME = 0.5, 1.0, 2.0
"""Weight of one doing to something that one of two does not name, to somebody, to the same."""
_NAMED, _SOMEBODY, _CAPTAIN = "@", "somebody", "captain"
_WORD = re.compile(r"[^\W\d_]+")
_UNREAL = frozenset({"denied", "conditional", "planned"})


def align_spots(story_id: str, claims: Sequence[Claim]) -> tuple[Slot, ...]:
    """Slots for what articles put into different rooms, onto different floors or sides."""
    story = _Story(claims)
    slots: list[Slot] = []
    told: set[tuple[object, ...]] = set()
    for most, odd in story.rivals():
        said = [*most, *odd]
        # A room and the floor that it is on are one answer.
        if told.isdisjoint(map(_sentence, said)):
            told.update(map(_sentence, said))
            label = _label(said)
            slots.append(Slot(story_id, Kind.PLACE, label, trim_values(said), _CERTAINTY, Provenance("spot")))
    return tuple(slots)


def _label(said: Sequence[Claim]) -> str:
    """What is asked, as far as a name for the doing and its thing tells."""
    told = Counter(scene for claim in said for scene in _scenes(claim))
    (doing, thing), _ = told.most_common(1)[0]
    things = [name for _, name in told if name] if not thing else [thing]
    label: str = read_table("spots")["doings"].get(doing, {}).get("label", "where it happened")
    return label.format(things[0].removeprefix(_NAMED) if things else "it")


class _Story:
    """The spots of one story, with what stands around them."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.spots = [claim for claim in claims if is_spot(claim.mention)]
        self.around: dict[tuple[object, ...], list[Claim]] = {}
        self.texts: dict[str, str] = {}
        self.words: dict[str, set[str]] = {}
        if not self.spots:
            return
        for claim in claims:
            sentence = _sentence(claim)
            article = claim.mention.article_id
            if sentence not in self.around:
                self.texts[article] = f"{self.texts.get(article, '')} {claim.context.lower()}"
            self.around.setdefault(sentence, []).append(claim)
        self.words = {article: set(_WORD.findall(text)) for article, text in self.texts.items()}

    def rivals(self) -> Iterator[tuple[list[Claim], list[Claim]]]:
        """The claims of the majority, and those that stand against them, the surest first."""
        found = []
        for odd in self.spots:
            told = [(self.weigh(odd, other), other) for other in self.spots if clash(odd, other)]
            told = [
                (w, c)
                for w, c in told
                if w >= (_ENOUGH_SIDES if _is_side(c) else _ENOUGH) and not _is_of(c, odd)
            ]
            for weight, other in told:
                most, beside = self._gather(other, odd), self._gather(odd, other)
                if self._stand(most, beside):
                    found.append((weight, len({c.mention.article_id for c in most}), most, beside))
        found.sort(key=lambda row: (-row[1], -row[0]))
        for _, _, most, beside in found:
            yield most, beside

    def _gather(self, claim: Claim, against: Claim) -> list[Claim]:
        """The claims that say the same as one, of each article the best."""
        best: dict[str, tuple[float, Claim]] = {claim.mention.article_id: (99.0, claim)}
        rest = [
            other
            for other in self.spots
            if not _is_of(other, claim) and not _is_of(other, against) and _agree(other, claim)
        ]
        for _ in range(2):  # whoever agrees may be told by those who agree with it
            held = [claim, against, *(other for _, other in best.values())]
            for other in rest:
                weight = max(
                    max(self.weigh(other, one), self._share_thing(other, one))
                    for one in held
                    if one is not other
                )
                if weight >= _AGREED and weight > best.get(other.mention.article_id, (0.0,))[0]:
                    best[other.mention.article_id] = weight, other
        return [claim for _, claim in best.values()]

    def _stand(self, most: Sequence[Claim], odd: Sequence[Claim]) -> bool:
        articles = [{claim.mention.article_id for claim in side} for side in (most, odd)]
        if articles[0] & articles[1] or len(articles[0]) < 2 or len(articles[0]) <= len(articles[1]):
            return False
        if any(self._knows(article, claim) for article in articles[1] for claim in most):
            return False
        return not any(
            self._tells(article, claim) or (_is_side(claim) and self._knows(article, claim))
            for article in articles[0]
            for claim in odd
        )

    def _knows(self, article: str, claim: Claim) -> bool:
        """Whether an article names another's spot anywhere, by whatever word for it."""
        value = claim.mention.value
        if self._tells(article, claim):
            return True
        if not isinstance(value, Phrase) or value.lemmas[0] == "level":
            return False
        if value.lemmas[0].startswith("side:"):
            told = claim.mention.text.lower()
            return not told.isalpha() and told in self.texts[article]
        words = self.words[article]
        return any(set(phrase) <= words for phrase in _phrases(value)) or any(
            name in self.texts[article] for name in _bare_names(value)
        )

    def _tells(self, article: str, claim: Claim) -> bool:
        return any(
            other.mention.article_id == article
            and _agree(other, claim)
            and bool(_doings(other) & _doings(claim))
            for other in self.spots
        )

    def weigh(self, left: Claim, right: Claim) -> float:
        """How much speaks for one question: one doing, one thing, what is told beside it."""
        if (left.key.modality in _UNREAL) != (right.key.modality in _UNREAL):
            return 0.0
        told = [self._weigh_things(a, b) for a in _scenes(left) for b in _scenes(right)]
        best = max(told, default=0.0)
        values = self._values(left), self._values(right)
        shared = values[0] & values[1]
        if not best and shared and _are_sides(left, right):
            best = _UNKNOWN
        if not best:
            return 0.0
        return best + float(bool(shared)) + 0.5 * min(len(_words(left) & _words(right)), 2)

    def _weigh_things(self, left: tuple[str, str], right: tuple[str, str]) -> float:
        (doing, a), (other, b) = left, right
        if not are_related(doing, other):
            # "It happened in the vestry": whatever the report tells of.
            return _UNKNOWN if "happen|" in ("|".join(left), "|".join(right)) else 0.0
        if a and b:
            if a == b:
                return _KNOWN if a == _SOMEBODY else _SAME
            named = [t.startswith(_NAMED) for t in (a, b)]
            people = [t.startswith(_NAMED) or t in {_SOMEBODY, _CAPTAIN} for t in (a, b)]
            return _KNOWN if all(people) and not all(named) else 0.0
        return _UNKNOWN

    def _link(self, left: Claim, right: Claim) -> float:
        return max(self.weigh(left, right), self._share_thing(left, right))

    def _share_thing(self, left: Claim, right: Claim) -> float:
        """Weight of one thing being told of in one place by two, whatever happens to it there."""
        things = [{thing for _, thing in _scenes(claim)} - {"", _SOMEBODY} for claim in (left, right)]
        return _UNKNOWN if _agree(left, right) and things[0] & things[1] else 0.0

    def _values(self, claim: Claim) -> set[str]:
        values = [c.mention.value for c in self.around[_sentence(claim)]]
        names = {v.normal for v in values if isinstance(v, Name)}
        days = {v.normal for v in values if isinstance(v, Date) and v.said & {"day", "weekday", "clock"}}
        return names | days | {str(v.number) for v in values if isinstance(v, Figure) and v.number != 1}


def _sentence(claim: Claim) -> tuple[object, ...]:
    return (claim.mention.article_id, *sentence_of(claim))


def _are_sides(left: Claim, right: Claim) -> bool:
    """Whether both tell on which side of something it is, so that the words are likely to be of one thing."""
    return _is_side(left) and _is_side(right)


def _is_side(claim: Claim) -> bool:
    value = claim.mention.value
    return isinstance(value, Phrase) and value.lemmas[0].startswith("side:")


def _is_of(left: Claim, right: Claim) -> bool:
    return left.mention.article_id == right.mention.article_id


def _agree(left: Claim, right: Claim) -> bool:
    a, b = left.mention.value, right.mention.value
    return compare_values(Kind.PLACE, a, b).verdict is Verdict.AGREE


def _scenes(claim: Claim) -> list[tuple[str, str]]:
    told = (scene.of.partition("|") for scene in claim.key.scenes if scene.frame == SPOT)
    return [(doing, thing) for doing, _, thing in told]


def _doings(claim: Claim) -> set[str]:
    return {doing for doing, _ in _scenes(claim)}


def _words(claim: Claim) -> set[str]:
    return {word for word, near in claim.key.words if near >= _TELLING and information(word) >= _TELLING}


def _bare_names(value: Phrase) -> Iterator[str]:
    """A place that a further word tells from others, by any noun: "turbine hall", "turbine building"."""
    if "*" in value.lemmas[0]:
        told = [word for word in value.lemmas[1:] if "=" not in word]
        yield from (f"{word} {noun}" for word in told for noun in bare_scales())


def _phrases(value: Phrase) -> Iterator[tuple[str, ...]]:
    """The words for a sort of place, in any of which an article may name it."""
    sorts = set(value.lemmas[0].split())
    if "*" in value.lemmas[0]:
        return  # "lamp shop" is known to who names a lamp shop
    for rows in sorts_by_last_word().values():
        yield from (words for words, own in rows if own & sorts)
