"""Place slots by scene: where the dead were found, where it was announced, where somebody was born.

Two articles of one story tell of many places, so that two differ says little. A slot is made only where
two articles agree on a place, another answers the same question with a place that lies neither in it
nor around it, and no article holds the two apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from discrepancy.align.answers import text_before, trim_values
from discrepancy.align.apart import differ_in_time
from discrepancy.align.asked import LOOSE, NUMBERED, Question, add_births, join_owners, people_by_age
from discrepancy.align.nesting import Nesting, is_same
from discrepancy.align.portions import portion_of
from discrepancy.align.settings import are_opposed, is_part_of_town, is_reference, sort_before
from discrepancy.compare import compare_values
from discrepancy.compare.names.places import are_sisters, numbered_stem
from discrepancy.context import sentence_of
from discrepancy.lexicon.names import find_place, fold, is_region
from discrepancy.lexicon.towns import find_town, is_one_town, lies_in
from discrepancy.model import Claim, Date, Figure, Kind, Name, Provenance, Scene, Slot, Value
from discrepancy.scenes import AGED, BUILDING, COMING, DOING, HOME, MOST, ROLE, SITE
from discrepancy.vectors import information

_CERTAINTY = 0.8
_TELLING = 0.25
"""Information of a word from which its standing in two sentences tells that they are of one event."""

_GRADED = frozenset({"percent", "temperature", "length", "area", "volume", "speed", "magnitude"})
"""Measures by which places are ranked; counts of things are too often equal by chance."""
_UNREAL = {"denied": "denied", "conditional": "conditional"}
"""What did not happen is another thing than what did; what is planned may have happened since."""

_MOVED = frozenset({"treated"})
"""Frames in which a plan may follow what has happened: who was taken to one hospital is to go to another."""

_LIVES_AT = {"lives": HOME}
_SETTLED = frozenset({HOME, "based"})
"""Frames in which one town is named, though a district may have the name of another."""
_ORIGINS = frozenset({HOME, "based", "born", "grew"})
"""Frames of where somebody or some firm is from."""
_WEIGHED = frozenset({BUILDING, COMING, DOING, ROLE, SITE})
"""Frames that ask nothing by themselves."""


def align_scenes(story_id: str, claims: Sequence[Claim], nesting: Nesting) -> tuple[Slot, ...]:
    """Slots for scenes that the articles put into different places."""
    story = _Story(claims, nesting)
    answers: dict[Question, list[Claim]] = {}
    for claim in claims:
        for question in story.questions(claim):
            answers.setdefault(question, []).append(claim)
    answers = add_births(join_owners(answers))
    rule = Provenance("scene")
    slots = []
    told: set[int] = set()
    for question, said in answers.items():
        clash = story.find_clash(question, said)
        if clash and told.isdisjoint(map(id, clash)):
            if question.is_tied:
                clash = story.add_told(question, clash)
            told.update(map(id, clash))
            slots.append(Slot(story_id, Kind.PLACE, question.label, trim_values(clash), _CERTAINTY, rule))
    return tuple(slots)


def _is_town(claim: Claim) -> bool:
    name = claim.mention.value.normal
    return is_one_town(name) or not is_region(name)


def _are_otherwise(left: Claim, right: Claim) -> bool:
    """Whether one is of men and one of women, one still to come, or one near a place and not in it."""
    a, b = (
        {s if s.frame == ROLE else s.frame for s in c.key.scenes if s.frame in (COMING, ROLE)}
        for c in (left, right)
    )
    words = [[word for word, _ in claim.key.words] for claim in (left, right)]
    return a != b or are_opposed(*words)


def _are_two_towns(left: Claim, right: Claim) -> bool:
    """Whether the tables know towns of both names."""
    a, b = (claim.mention.value.normal for claim in (left, right))
    return a != b and bool(find_town(a)) and bool(find_town(b))


def _is_named(left: str, right: str) -> bool:
    """Whether one name is the other one with words left out: "Orlano", "Casa Orlano"."""
    a, b = set(fold(left).split()), set(fold(right).split())
    return bool(a and b) and (a <= b or b <= a)


def _name_alike(claims: Sequence[Claim], chosen: Claim) -> list[Claim]:
    """One side's claims, each article's by the chosen name alone where it has that."""
    alike = [c for c in claims if is_same(c.mention.value, chosen.mention.value)]
    articles = {claim.mention.article_id for claim in alike}
    return [*alike, *(c for c in claims if c.mention.article_id not in articles)]


def _is_planned(claim: Claim) -> bool:
    return claim.key.modality == "planned"


def _preposition(claim: Claim) -> str:
    words = text_before(claim).lower().split()
    return words[-1] if words else ""


class _Story:
    """What every article says, for telling whether two scenes are one."""

    def __init__(self, claims: Sequence[Claim], nesting: Nesting) -> None:
        self.nesting = nesting
        self.told: dict[tuple[object, ...], list[Claim]] = {}
        self.aged = people_by_age(claims)
        self.places: dict[str, list[Claim]] = {}
        names = (claim.mention.value for claim in claims)
        bodies = {v.normal for v in names if isinstance(v, Name) and v.type == "ORG"}
        self.bodies = [set(fold(body).split()) for body in sorted(bodies)]
        for claim in claims:
            self.told.setdefault((claim.mention.article_id, *sentence_of(claim)), []).append(claim)
            if claim.mention.kind is Kind.PLACE:
                self.places.setdefault(claim.mention.article_id, []).append(claim)

    def questions(self, claim: Claim) -> Iterator[Question]:
        """What a place answers."""
        if claim.mention.kind is Kind.PLACE and (stem := numbered_stem(claim.mention.text)):
            yield Question(NUMBERED, stem)
        for scene in claim.key.scenes:
            if scene.frame in _WEIGHED or (scene.frame == HOME and not _is_town(claim)):
                continue  # "of Kenya" is no other home than "lives in Boston"
            if scene.frame != MOST:
                owner = self.aged.get(scene.of, "") if scene.of.startswith(AGED) else scene.of
                if owner or not scene.of:
                    yield Question(self._ask(scene, claim), owner)
                continue
            figures = next(filter(None, (self._extremes(claim, step) for step in (0, 1))), ())
            yield from (Question(MOST, figure) for figure in figures)

    def _ask(self, scene: Scene, claim: Claim) -> str:
        """The frame of a scene's question, which several frames may share: a firm "of Dun" is based there."""
        frame = _LIVES_AT.get(scene.frame, scene.frame) if _is_town(claim) else scene.frame
        return "based" if frame == HOME and self._is_body(scene.of) else frame

    def _is_body(self, name: str) -> bool:
        words = set(fold(name).split())
        return bool(words) and any(words <= body for body in self.bodies)

    def add_told(self, question: Question, clash: Sequence[Claim]) -> list[Claim]:
        """The claims with those of further articles that tell of one of their places beside the same name.

        "Ann Roe, the pride of Dun" answers with those who say where she is from.
        """
        articles = {claim.mention.article_id for claim in clash}
        further = [
            claim
            for article, places in self.places.items()
            for claim in places
            if article not in articles
            and any(is_same(claim.mention.value, other.mention.value) for other in clash)
            and (
                (question.frame == HOME and Scene(ROLE, "from") in claim.key.scenes)
                or self._is_beside(claim, question.of)
            )
        ]
        return [*clash, *further]

    def _is_beside(self, claim: Claim, name: str) -> bool:
        values = (c.mention.value for c in self._passage(claim, (0,)))
        return any(isinstance(v, Name) and v.type != "PLACE" and _is_named(v.normal, name) for v in values)

    def _extremes(self, claim: Claim, step: int) -> tuple[str, ...]:
        """The figures of the claim's sentence, or of one near it, that a place could be first or last by."""
        values = (c.mention.value for c in self._passage(claim, (step,)))
        return tuple(v.normal for v in values if isinstance(v, Figure) and v.measure in _GRADED)

    def _passage(self, claim: Claim, steps: Sequence[int]) -> Iterator[Claim]:
        """All values of the claim's sentence and of those so many sentences away."""
        field, sentence = sentence_of(claim)
        for step in steps:
            yield from self.told.get((claim.mention.article_id, field, sentence + step), ())

    def find_clash(self, question: Question, said: Sequence[Claim]) -> list[Claim]:
        """The claims of both sides, where most articles agree and some cannot be right beside them."""
        by_article: dict[str, list[Claim]] = {}
        for claim in said:
            by_article.setdefault(claim.mention.article_id, []).append(claim)
        if len(by_article) < (3 if question.is_nameless else 2):
            return []
        if question.frame in _SETTLED:
            by_article = {article: self._narrowest(own) for article, own in by_article.items()}
            said = [claim for own in by_article.values() for claim in own]
        is_outright = self._is_outright(question, by_article)
        for value in self._agreed(by_article, is_outright):
            most = [c for c in said if self._fit(question, c.mention.value, value.mention.value)]
            rest = {
                article: own
                for article, own in by_article.items()
                if not any(self._fit(question, c.mention.value, m.mention.value) for c in own for m in most)
            }
            if not rest or (
                len(rest) >= max(len(by_article) - len(rest), len(self._naming(most))) and not is_outright
            ):
                continue
            others = self._of_one_day([claim for own in rest.values() for claim in own], most)
            if any(
                not self._fit(question, claim.mention.value, value.mention.value)
                and self._fit(question, claim.mention.value, other.mention.value)
                for claim in said
                if claim.mention.article_id not in rest
                for other in others
            ):
                continue  # an article holds the two apart
            if len(by_article) < 3 and not self._is_exclusive(most, others):
                continue
            if self._are_one(question, others) and not self._are_apart(question, most, others):
                return [*_name_alike(most, value), *_name_alike(others, others[0])]
        return []

    def _narrowest(self, own: Sequence[Claim]) -> list[Claim]:
        """One article's claims without the country or region that it puts another of them into."""
        names = [claim.mention.value.normal for claim in own]
        around = {outer for name in names for outer in self.nesting.surroundings(name)}
        around |= {outer for outer in names if any(lies_in(name, outer) for name in names)}
        return [claim for claim in own if claim.mention.value.normal not in around] or list(own)

    def _fit(self, question: Question, left: Value, right: Value) -> bool:
        """Whether both can answer; two towns cannot, where it is asked whence one person or firm is."""
        if question.frame in _SETTLED and is_one_town(left.normal) and is_one_town(right.normal):
            return self.nesting.are_nested(left, right)
        return self.nesting.fits(left, right)

    def _agreed(self, by_article: Mapping[str, Sequence[Claim]], is_outright: bool) -> list[Claim]:
        """One claim of each place that two articles name, the one that answers in most first.

        Args:
            by_article: The answers.
            is_outright: Whether two answers need nobody who names one of the places besides.
        """
        first: dict[str, Claim] = {}
        count: Counter[str] = Counter()
        for own in by_article.values():
            for name in dict.fromkeys(c.mention.value.normal for c in own):
                count[name] += 1
            for claim in own:
                first.setdefault(claim.mention.value.normal, claim)
        wanted = 2 if len(by_article) > 2 else 1
        return [
            first[name]
            for name, articles in count.most_common()
            if articles >= wanted and (is_outright or len(self._naming([first[name]])) > 1)
        ]

    def _is_outright(self, question: Question, by_article: Mapping[str, Sequence[Claim]]) -> bool:
        """Whether two articles give one person or firm two towns as the one that it is from.

        Nobody is born in two towns; where neither article knows the other's town, no third one has to
        confirm one of them.
        """
        if question.frame not in _ORIGINS or not question.is_tied or len(by_article) != 2:
            return False
        left, right = by_article.values()
        return all(self._are_apart_by_tables(a, b) for a in left for b in right) and not self._naming(
            left
        ) & self._naming(right)

    def _are_apart_by_tables(self, left: Claim, right: Claim) -> bool:
        """Whether the tables know two towns, and no region of one name around the other."""
        regions = [c.mention.value.normal for c in (left, right) if is_region(c.mention.value.normal)]
        return (
            _are_two_towns(left, right)
            and all(is_one_town(name) and self.nesting.around.get(name) for name in regions)
            and not self.nesting.are_nested(left.mention.value, right.mention.value)
        )

    def _naming(self, claims: Sequence[Claim]) -> set[str]:
        """The articles that name one of these places anywhere."""
        values = {claim.mention.value.normal: claim.mention.value for claim in claims}
        return {
            article
            for article, told in self.places.items()
            if any(is_same(own.mention.value, value) for own in told for value in values.values())
        }

    def _is_exclusive(self, most: Sequence[Claim], others: Sequence[Claim]) -> bool:
        """Whether the articles of the one place nowhere name the other."""
        return not self._naming(most) & self._naming(others)

    def _are_one(self, question: Question, claims: Sequence[Claim]) -> bool:
        first = claims[0].mention.value
        return all(self._fit(question, claim.mention.value, first) for claim in claims)

    def _are_apart(self, question: Question, most: Sequence[Claim], others: Sequence[Claim]) -> bool:
        """Whether the two sides may tell of two things."""
        if len({_UNREAL.get(claim.key.modality, "") for claim in (*most, *others)}) > 1:
            return True
        if question.frame in _MOVED and len({_is_planned(claim) for claim in (*most, *others)}) > 1:
            return True
        if all(portion_of(a) != portion_of(b) for a in most for b in others):
            return True
        for other in others:
            here = self.places.get(other.mention.article_id, ())
            knows = any(
                is_same(a.mention.value, m.mention.value) and not is_reference(a) for a in here for m in most
            )
            surely = question.is_tied or any(
                self._share_count(other, m) or self._share_day(other, m) for m in most
            )
            if knows and not surely:
                return True
            if not question.is_tied and not any(self._is_one_event(question, other, m) for m in most):
                return True
        if question.is_nameless and len({is_part_of_town(claim) for claim in (*most, *others)}) > 1:
            return True
        if question.is_nameless and all(_are_otherwise(a, b) for a in most for b in others):
            return True
        if question.frame in LOOSE and not self._are_two(most, others):
            return True
        # When somebody did something else says nothing of where he is from.
        if question.frame not in _ORIGINS and all(differ_in_time(a, b) for a in most for b in others):
            return True
        counts = {scene.count for c in (*most, *others) for scene in c.key.scenes if scene.count}
        return len(counts) > 1

    def _are_two(self, most: Sequence[Claim], others: Sequence[Claim]) -> bool:
        """Whether something shows that the two sides name two places and no part and its whole."""
        pairs = [(a.mention, b.mention) for a in most for b in others]
        if any(are_sisters(a.text, b.text) for a, b in pairs):
            return self._is_exclusive(most, others)
        answering = {claim.mention.article_id for claim in (*most, *others)}
        if len(answering) > 2 and any(find_place(a.text) and find_place(b.text) for a, b in pairs):
            return True
        if any(_are_two_towns(a, b) and self._share_day(a, b) for a in most for b in others):
            return True
        if any(compare_values(Kind.PLACE, a.value, b.value).slip for a, b in pairs):
            return True
        if {sort for c in most if (sort := sort_before(c))} & {sort_before(c) for c in others}:
            return True
        if any(self.nesting.are_listed(a.value, b.value) for a, b in pairs):
            return True
        return self._is_exclusive(most, others) and any(
            _preposition(a) == _preposition(b) and self._share_number(a, b) for a in most for b in others
        )

    def _share_number(self, left: Claim, right: Claim) -> bool:
        """Whether a number of two digits or more, noughts aside, stands around both places."""
        a, b = (
            {v for v in self._values(c) if len(v.strip("0")) > 1 and v[0].isdigit()} for c in (left, right)
        )
        return bool(a & b)

    def _share_count(self, left: Claim, right: Claim) -> bool:
        """Whether one number of people or things, other than one, is told in both sentences."""
        a, b = (
            {
                v.number
                for m in self._passage(c, (0,))
                if isinstance(v := m.mention.value, Figure) and v.number != 1
            }
            for c in (left, right)
        )
        return bool(a & b)

    def _of_one_day(self, others: Sequence[Claim], most: Sequence[Claim]) -> Sequence[Claim]:
        """Those of ``others`` that are told with a day that ``most`` have, where there are any."""
        days = {day for claim in most for day in self._days(claim)}
        return [claim for claim in others if days & self._days(claim)] or others

    def _share_day(self, left: Claim, right: Claim) -> bool:
        """Whether one day is told in both sentences."""
        return bool(self._days(left) & self._days(right))

    def _is_one_event(self, question: Question, left: Claim, right: Claim) -> bool:
        """Whether the passages around two places state something in common that is no place."""
        days = self._days(left), self._days(right)
        if all(days):
            return bool(days[0] & days[1])
        words = [{w for w, _ in c.key.words if information(w) >= _TELLING} for c in (left, right)]
        return bool(self._values(left) & self._values(right)) or len(words[0] & words[1]) > 1

    def _values(self, claim: Claim) -> set[str]:
        """Who is named around a place, and the numbers, whatever they are said to count."""
        values = [c.mention.value for c in self._passage(claim, (-1, 0, 1))]
        names = {v.normal for v in values if isinstance(v, Name) and v.type in {"PERSON", "ORG"}}
        return names | {str(v.number) for v in values if isinstance(v, Figure) and v.number != 1}

    def _days(self, claim: Claim) -> set[str]:
        dates = (c.mention.value for c in self._passage(claim, (0,)))
        return {
            str(d.first)
            for d in dates
            if isinstance(d, Date) and d.first and d.first == d.last and d.said & {"day", "weekday"}
        }
