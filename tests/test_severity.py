"""What a conflict costs: identity and reversed facts, then figures and dates, then spelling."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from discrepancy.compare import compare_values
from discrepancy.model import Claim, Figure, Key, Kind, Phrase, Relation, Severity, Slot, Value, Verdict
from discrepancy.severity import weigh_conflict
from tests import factory
from tests.factory import count, day, person


def claim(number: int, value: Value, kind: Kind, measure: str, sentence: int) -> Claim:
    printed = value.form if hasattr(value, "form") else value.normal
    made = factory.claim(factory.article(f"paper{number}", f"It was {printed}."), printed, value, kind)
    return replace(made, key=Key(measure=measure), mention=replace(made.mention, sentence=sentence))


def weigh(
    left: Value, right: Value, kind: Kind, measure: str = "", sentences: tuple[int, int] = (0, 0)
) -> Severity:
    claims = (claim(0, left, kind, measure, sentences[0]), claim(1, right, kind, measure, sentences[1]))
    return weigh_conflict(Slot("story", kind, "what it was", claims), compare_values(kind, left, right))


def dollars(number: str) -> Figure:
    exact = Decimal(number)
    return Figure(exact, "=", "dollar", exact, exact, "money", step=Decimal(100_000))


def status(normal: str) -> Phrase:
    return Phrase(normal, ("man",))


@pytest.mark.parametrize(
    ("left", "right", "kind", "measure", "severity"),
    [
        pytest.param(person("Ada Harlow"), person("Bo Lind"), Kind.NAME, "", "withdraw", id="person"),
        pytest.param(person("Ada Harlow"), person("Ada Harlov"), Kind.NAME, "", "correct", id="spelling"),
        pytest.param(count(14), count(41), Kind.NUMBER, "killed", "withdraw", id="killed"),
        pytest.param(count(14), count(41), Kind.NUMBER, "injured", "withdraw", id="injured"),
        pytest.param(count(4), count(6), Kind.NUMBER, "charged", "withdraw", id="charged"),
        pytest.param(count(4), count(6), Kind.NUMBER, "convicted", "withdraw", id="convicted"),
        pytest.param(count(14), count(41), Kind.NUMBER, "employed", "refile", id="other count"),
        pytest.param(day(2031, 5, 3), day(2029, 5, 3), Kind.DATE, "", "refile", id="date"),
        pytest.param(dollars("2400000"), dollars("2900000"), Kind.FIGURE, "cost", "refile", id="sum"),
        pytest.param(
            dollars("2400000"),
            dollars("2400000000"),
            Kind.FIGURE,
            "cost",
            "withdraw",
            id="thousandfold",
        ),
        pytest.param(
            status("verdict:guilty"), status("verdict:acquitted"), Kind.STATUS, "", "withdraw", id="verdict"
        ),
        pytest.param(status("life:dead"), status("life:alive"), Kind.STATUS, "", "withdraw", id="life"),
        pytest.param(
            status("schedule:delayed"),
            status("schedule:cancelled"),
            Kind.STATUS,
            "",
            "withdraw",
            id="off",
        ),
        pytest.param(
            status("operation:running"),
            status("operation:suspended"),
            Kind.STATUS,
            "",
            "refile",
            id="service",
        ),
        pytest.param(status("mayor"), status("governor"), Kind.ROLE, "", "refile", id="office"),
    ],
)
def test_severity(left: Value, right: Value, kind: Kind, measure: str, severity: str) -> None:
    assert weigh(left, right, kind, measure) is Severity(severity)


@pytest.mark.parametrize(
    ("sentences", "severity"),
    [
        pytest.param((1, 2), Severity.WITHDRAW, id="in the lead of both"),
        pytest.param((1, 20), Severity.WITHDRAW, id="in the lead of one"),
        pytest.param((12, 20), Severity.REFILE, id="background"),
    ],
)
def test_the_dead_of_the_story_and_those_of_its_background(
    sentences: tuple[int, int], severity: Severity
) -> None:
    assert weigh(count(14), count(41), Kind.NUMBER, "killed", sentences) is severity


@pytest.mark.parametrize(
    ("slip", "severity"),
    [
        pytest.param("negation dropped", Severity.WITHDRAW, id="negation"),
        pytest.param("opposite word", Severity.WITHDRAW, id="opposite"),
        pytest.param("number changed", Severity.REFILE, id="number"),
    ],
)
def test_quotations(slip: str, severity: Severity) -> None:
    words = Phrase("we will not sell")
    slot = Slot("story", Kind.QUOTE, "words", (claim(0, words, Kind.QUOTE, "", 9),))
    assert weigh_conflict(slot, Relation(Verdict.CONFLICT, "one utterance", slip)) is severity


def test_words_put_into_another_mouth() -> None:
    speaker = person("Ada Harlow")
    slot = Slot("story", Kind.QUOTE, "who said it", (claim(0, speaker, Kind.QUOTE, "", 9),))
    assert weigh_conflict(slot, Relation(Verdict.CONFLICT, "another mouth")) is Severity.WITHDRAW
