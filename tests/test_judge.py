"""Verdicts on slots built by hand: majority, time, speakers, spelling, severity, ids."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.config import CompareConfig
from discrepancy.judge import judge_slot, judge_slots
from discrepancy.model import (
    Claim,
    Date,
    Figure,
    Finding,
    How,
    Key,
    Kind,
    Provenance,
    Relation,
    Slot,
    Value,
    Verdict,
)
from tests import factory
from tests.factory import count, day, person

MORNING = datetime(2031, 5, 6, 8, tzinfo=UTC)
TEXT = "In Orvale it was {} that day."
KILLED = Key(measure="killed")


def claim(
    source: str, value: Value, kind: Kind, *, key: Key | None = None, hours: float | None = None
) -> Claim:
    """What ``source`` says, published so many hours after that morning where it matters."""
    printed = value.form if hasattr(value, "form") else value.normal
    published = None if hours is None else MORNING + timedelta(hours=hours)
    article = factory.article(source.lower(), TEXT.format(printed), source=source, published=published)
    made = factory.claim(article, printed, value, kind)
    return replace(made, key=key or made.key)


def judge(claims: Sequence[Claim], certainty: float = 0.9) -> Finding:
    return judge_slot(Slot("story", claims[0].mention.kind, "what it was", tuple(claims), certainty))


def counts(*numbers: int, key: Key | None = None, hours: Sequence[float] = ()) -> list[Claim]:
    """One count for each of the sources A, B, C …"""
    times = hours or [None] * len(numbers)
    return [
        claim(f"Paper {letter}", count(number), Kind.NUMBER, key=key, hours=time)
        for letter, number, time in zip("ABCDEF", numbers, times, strict=False)
    ]


def about(number: int) -> Figure:
    low, high = Decimal(number) * Decimal("0.9"), Decimal(number) * Decimal("1.1")
    return Figure(Decimal(number), "~", "person", low, high, "count")


def month(year: int, number: int) -> Date:
    return Date(
        f"{year}-{number:02}",
        "DATE",
        datetime(year, number, 1),
        datetime(year, number + 1, 1),
        frozenset({"year", "month"}),
    )


@pytest.mark.parametrize(
    ("numbers", "verdict", "odd"),
    [
        pytest.param((14, 14), Verdict.AGREE, set(), id="two agree"),
        pytest.param((14, 14, 14), Verdict.AGREE, set(), id="three agree"),
        pytest.param((14, 41), Verdict.CONFLICT, set(), id="one against one"),
        pytest.param((14, 41, 14), Verdict.CONFLICT, {1}, id="two against one"),
        pytest.param((41, 14, 14, 14), Verdict.CONFLICT, {0}, id="three against one"),
        pytest.param((14, 41, 14, 41), Verdict.CONFLICT, set(), id="two against two"),
        pytest.param((14, 41, 23), Verdict.CONFLICT, set(), id="each another"),
        pytest.param((14, 41, 23, 14), Verdict.CONFLICT, {1, 2}, id="two against one and one"),
    ],
)
def test_majority(numbers: tuple[int, ...], verdict: Verdict, odd: set[int]) -> None:
    finding = judge(counts(*numbers))
    assert finding.verdict is verdict
    assert finding.odd == odd
    assert [value == finding.values[0] for value in finding.values] == [n == numbers[0] for n in numbers]


def test_an_article_has_one_vote() -> None:
    """However often it repeats itself."""
    often = [claim("Paper A", count(41), Kind.NUMBER)] * 3
    finding = judge([*often, *counts(0, 14, 14)[1:]])
    assert finding.odd == {0, 1, 2}


def test_an_article_that_states_both_is_not_the_odd_one() -> None:
    """It reports the majority's count too, so only the one that does not is odd."""
    both = claim("Paper B", count(41), Kind.NUMBER)
    finding = judge([*counts(14, 14, 14), both, claim("Paper D", count(41), Kind.NUMBER)])
    assert finding.verdict is Verdict.CONFLICT
    assert finding.odd == {4}


@pytest.mark.parametrize(
    ("how", "verdict"),
    [
        pytest.param("spun copy", Verdict.CONFLICT, id="a spun copy has no later news"),
        pytest.param("copy", Verdict.CONFLICT, id="nor has a copy"),
        pytest.param("rewrite", Verdict.UPDATE, id="a rewrite may have"),
    ],
)
def test_time_explains_no_slip_of_a_copy(how: How, verdict: Verdict) -> None:
    claims = counts(9, 11, key=KILLED, hours=(0, 5))
    slot = Slot("story", Kind.NUMBER, "people killed", tuple(claims), 0.9)
    assert judge_slot(slot, [factory.descent("paper b", "paper a", how)]).verdict is verdict


def test_copies_are_no_majority() -> None:
    claims = counts(14, 14, 14, 41, 41)
    slot = Slot("story", Kind.NUMBER, "how many there were", tuple(claims), 0.9)
    descents = [factory.descent("paper b", "paper a", "copy"), factory.descent("paper c", "paper a", "copy")]
    assert judge_slot(slot).odd == {3, 4}
    assert judge_slot(slot, descents).odd == {0, 1, 2}


def test_every_pair_of_articles_is_compared() -> None:
    finding = judge(counts(14, 41, 14))
    assert {(c.left, c.right): c.verdict for c in finding.comparisons} == {
        (0, 1): Verdict.CONFLICT,
        (0, 2): Verdict.AGREE,
        (1, 2): Verdict.CONFLICT,
    }
    assert all(comparison.reason for comparison in finding.comparisons)


def test_the_reason_names_values_and_sources() -> None:
    reason = judge(counts(14, 41, 14)).reason
    for word in ("14", "41", "Paper A", "Paper B", "Paper C"):
        assert word in reason


@pytest.mark.parametrize(
    ("numbers", "hours", "key", "verdict"),
    [
        pytest.param((9, 11), (0, 5), KILLED, Verdict.UPDATE, id="more dead later"),
        pytest.param((9, 9, 11), (0, 1, 5), KILLED, Verdict.UPDATE, id="two early, one late"),
        pytest.param((9, 11, 14), (0, 3, 5), KILLED, Verdict.UPDATE, id="three bulletins"),
        pytest.param((9, 11, 9), (0, 3, 5), KILLED, Verdict.CONFLICT, id="back to the old count"),
        pytest.param((9, 11, 9, 11), (0, 1, 2, 3), KILLED, Verdict.CONFLICT, id="interleaved"),
        pytest.param((9, 11), (2, 2), KILLED, Verdict.CONFLICT, id="at one time"),
        pytest.param((9, 11), (), KILLED, Verdict.CONFLICT, id="time unknown"),
        pytest.param((9, 11), (0, 5), Key(measure="capacity"), Verdict.CONFLICT, id="what does not grow"),
    ],
)
def test_update(numbers: tuple[int, ...], hours: tuple[float, ...], key: Key, verdict: Verdict) -> None:
    assert judge(counts(*numbers, key=key, hours=hours)).verdict is verdict


def test_update_across_time_zones() -> None:
    """Nine in the morning in the east is before eight in the morning in the west."""
    early, late = counts(9, 11, key=KILLED)
    east = replace(early, published=datetime.fromisoformat("2031-05-06T09:00+09:00"))
    west = replace(late, published=datetime.fromisoformat("2031-05-06T08:00-05:00"))
    assert judge([west, east]).verdict is Verdict.UPDATE


@pytest.mark.parametrize(
    ("speakers", "verdict"),
    [
        pytest.param(("police", "organisers"), Verdict.DISPUTED, id="two speakers"),
        pytest.param(("police", "the police"), Verdict.CONFLICT, id="one speaker"),
        pytest.param(("police", ""), Verdict.CONFLICT, id="one value in the outlet's own voice"),
        pytest.param(("", ""), Verdict.CONFLICT, id="nobody speaks"),
        pytest.param(("source close to the talks", "person with knowledge"), Verdict.CONFLICT, id="unnamed"),
        pytest.param(("police sources", "union sources"), Verdict.DISPUTED, id="sources of two parties"),
    ],
)
def test_speakers(speakers: tuple[str, str], verdict: Verdict) -> None:
    claims = [replace(c, key=Key(speaker=s)) for c, s in zip(counts(20, 50), speakers, strict=True)]
    finding = judge(claims)
    assert finding.verdict is verdict
    assert finding.odd == frozenset()


def test_a_spokeswoman_is_the_voice_of_her_body() -> None:
    context = "There were 20, Ines Quillard, a spokeswoman for the Harlow Ferry Board, said."
    first, second = counts(20, 50)
    names = (("Ines Quillard", 1.0), ("Harlow Ferry Board", 1.0))
    person = replace(first, key=Key(speaker="Ines Quillard", names=names), context=context)
    body = replace(second, key=Key(speaker="the HFB"))
    assert judge([person, body]).verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param("The bank sees {}.", "The fund goes with {}.", Verdict.DISPUTED, id="two that forecast"),
        pytest.param(
            "Police put it at {}.", "Strikers put it at {}.", Verdict.DISPUTED, id="two that put it"
        ),
        pytest.param(
            "The exchange cut its estimate to {}.",
            "The ministry sees {}.",
            Verdict.DISPUTED,
            id="an estimate cut",
        ),
        pytest.param(
            "The insurers' figure is {}.", "By the count of the port, {}.", Verdict.DISPUTED, id="two counts"
        ),
        pytest.param("The bank sees {}.", "The bank expects {}.", Verdict.CONFLICT, id="one that forecasts"),
        pytest.param("The bank sees {}.", "It expects {}.", Verdict.CONFLICT, id="whoever it is"),
        pytest.param(
            "The bank sees {}.", "Growth is expected at {}.", Verdict.CONFLICT, id="expected by nobody"
        ),
        pytest.param("The bank lent {}.", "The fund lent {}.", Verdict.CONFLICT, id="no forecast"),
    ],
)
def test_whose_figure_a_verb_makes_it(left: str, right: str, verdict: Verdict) -> None:
    told = []
    for claim_, text in zip(counts(20, 50), (left, right), strict=True):
        start = text.index("{}")
        context = text.format(claim_.mention.text)
        mention = replace(claim_.mention, start=start, end=start + len(claim_.mention.text))
        told.append(replace(claim_, mention=mention, context=context, context_start=0))
    assert judge(told).verdict is verdict


def test_nobody_speaks_for_a_spelling() -> None:
    claims = [
        claim("Paper A", person("Ines Quillard"), Kind.NAME, key=Key(speaker="police")),
        claim("Paper B", person("Ines Quilard"), Kind.NAME, key=Key(speaker="a neighbour")),
    ]
    assert judge(claims).verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("forms", "verdict", "odd"),
    [
        pytest.param(("Sergei Malinov", "Sergey Malinov"), Verdict.VARIANT, set(), id="transliteration"),
        pytest.param(("Joseph Harlow", "Joe Harlow"), Verdict.VARIANT, set(), id="nickname"),
        pytest.param(("Ada Harlow", "Harlow Ada"), Verdict.VARIANT, set(), id="order, one against one"),
        pytest.param(
            ("Ada Harlow", "Harlow Ada", "Ada Harlow"), Verdict.CONFLICT, {1}, id="order against a majority"
        ),
        pytest.param(("Ada Harlow", "Ada Harlov", "Ada Harlow"), Verdict.CONFLICT, {1}, id="one letter"),
        pytest.param(("Ada Harlow", "Ada Harlow"), Verdict.AGREE, set(), id="equal"),
    ],
)
def test_names(forms: tuple[str, ...], verdict: Verdict, odd: set[int]) -> None:
    finding = judge([claim(f"Paper {i}", person(form), Kind.NAME) for i, form in enumerate(forms)])
    assert finding.verdict is verdict
    assert finding.odd == odd


def test_variants_share_a_value() -> None:
    forms = ("Sergei Malinov", "Sergey Malinov")
    finding = judge([claim(f"Paper {i}", person(form), Kind.NAME) for i, form in enumerate(forms)])
    assert len(set(finding.values)) == 1


def test_two_people_said_the_same_words() -> None:
    claims = [
        claim("Paper A", person("Olga Brandt"), Kind.QUOTE),
        claim("Paper B", person("Peter Nyholm"), Kind.QUOTE),
    ]
    finding = judge(claims)
    assert finding.verdict is Verdict.CONFLICT
    assert "mouths" in finding.reason


def test_a_rounded_value_joins_the_class_it_fits() -> None:
    claims = counts(38, 52)
    finding = judge([claim("Paper C", about(50), Kind.NUMBER), *claims])
    assert finding.verdict is Verdict.CONFLICT
    assert finding.odd == {1}


def test_a_coarser_day_joins_the_class_it_fits() -> None:
    days = [day(2031, 5, 3), day(2031, 7, 3)]
    claims = [claim(f"Paper {i}", d, Kind.DATE) for i, d in enumerate(days)]
    finding = judge([*claims, claim("Paper M", month(2031, 7), Kind.DATE)])
    assert finding.verdict is Verdict.CONFLICT
    assert finding.odd == {0}


def test_coarser_values_alone_are_compatible() -> None:
    finding = judge(
        [claim("Paper A", day(2031, 5, 3), Kind.DATE), claim("Paper B", month(2031, 5), Kind.DATE)]
    )
    assert finding.verdict is Verdict.COMPATIBLE
    assert finding.odd == frozenset()


numbers = st.lists(st.integers(1, 4), min_size=2, max_size=5)


@given(numbers, st.randoms(use_true_random=False))
def test_order_changes_neither_id_nor_sides(chosen: list[int], random: Random) -> None:
    claims = counts(*chosen)
    shuffled = random.sample(claims, len(claims))
    one, other = judge(claims), judge(shuffled)
    assert one.id == other.id
    assert one.verdict is other.verdict
    assert {claims[i].mention.source for i in one.odd} == {shuffled[i].mention.source for i in other.odd}


@given(numbers, numbers)
def test_ids_tell_facts_apart(mine: list[int], yours: list[int]) -> None:
    assert (judge(counts(*mine)).id == judge(counts(*yours)).id) == (mine == yours)


def test_id_depends_on_the_facts_alone() -> None:
    claims = counts(14, 41)
    moved = [replace(c, mention=replace(c.mention, start=c.mention.start + 7), context="") for c in claims]
    assert judge(claims).id == judge(moved, certainty=0.6).id
    assert judge(claims).id != judge([replace(c, mention=replace(c.mention, source="X")) for c in claims]).id


def test_an_article_against_itself() -> None:
    """The alignment says what clashes; every value is held against the one that stands alone."""
    claims = [claim("Paper A", count(number), Kind.NUMBER) for number in (6, 3, 4)]
    wrong = Relation(Verdict.CONFLICT, "3 + 4 = 7, not 6 as the total given")
    provenance = Provenance("parts and total", wrong, frozenset({0}))
    finding = judge_slot(Slot("story", Kind.NUMBER, "the dead", tuple(claims), 0.9, provenance))
    assert finding.verdict is Verdict.CONFLICT
    assert finding.odd == {0}
    assert finding.reason == "3 + 4 = 7, not 6 as the total given, in Paper A"
    assert [(c.left, c.right) for c in finding.comparisons] == [(0, 1), (0, 2)]
    assert len(set(finding.values)) == 3


def test_a_part_as_large_as_the_total_is_another_value() -> None:
    claims = [claim("Paper A", count(number), Kind.NUMBER) for number in (6, 6, 4)]
    provenance = Provenance("parts and total", Relation(Verdict.CONFLICT, "no sum"), frozenset({0}))
    finding = judge_slot(Slot("story", Kind.NUMBER, "the dead", tuple(claims), 0.9, provenance))
    assert finding.values[0] != finding.values[1]


def test_uncertain_conflicts_are_left_out() -> None:
    slots = [
        Slot("story", Kind.NUMBER, "doubtful", tuple(counts(14, 41)), 0.4),
        Slot("story", Kind.NUMBER, "certain", tuple(counts(15, 51)), 0.8),
        Slot("story", Kind.NUMBER, "agreed", tuple(counts(16, 16)), 0.4),
    ]
    assert [f.slot.label for f in judge_slots(slots, CompareConfig(certainty=0.5))] == ["certain", "agreed"]
    assert len(judge_slots(slots, CompareConfig(certainty=0.3))) == 3


def test_conflicts_come_first_and_the_surest_of_them() -> None:
    slots = [
        Slot("story", Kind.NUMBER, "agreed", tuple(counts(16, 16)), 1.0),
        Slot("story", Kind.NUMBER, "likely", tuple(counts(14, 41)), 0.6),
        Slot("story", Kind.NUMBER, "sure", tuple(counts(15, 51)), 0.8),
        Slot("story", Kind.NUMBER, "grown", tuple(counts(9, 11, key=KILLED, hours=(0, 5))), 0.9),
    ]
    orders = {
        tuple(finding.slot.label for finding in judge_slots(order, CompareConfig()))
        for order in itertools.permutations(slots)
    }
    assert orders == {("sure", "likely", "grown", "agreed")}


def test_one_contradiction_is_one_finding() -> None:
    """The headline's bare number and the text's with its unit are one contradiction, told once."""
    text, title = counts(596, 569), counts(596, 569)
    slots = [
        Slot("story", Kind.FIGURE, "height of the jump", tuple(text), 0.9),
        Slot("story", Kind.NUMBER, "jump", tuple(title), 0.8),
    ]
    (finding,) = judge_slots(slots, CompareConfig())
    assert finding.slot.label == "height of the jump"


def test_other_numbers_stay_two_findings() -> None:
    slots = [
        Slot("story", Kind.NUMBER, "boats", tuple(counts(12, 21)), 0.9),
        Slot("story", Kind.NUMBER, "crews", tuple(counts(12, 15)), 0.8),
    ]
    assert len(judge_slots(slots, CompareConfig())) == 2


def test_two_speakers_do_not_differ_by_a_unit() -> None:
    def area(unit: str) -> Figure:
        return replace(count(8900, unit), measure="area")

    claims = [
        claim("Paper A", area("hectare"), Kind.FIGURE, key=Key(speaker="the forest service")),
        claim("Paper B", area("acre"), Kind.FIGURE, key=Key(speaker="the mayor")),
    ]
    assert judge(claims).verdict is Verdict.CONFLICT
