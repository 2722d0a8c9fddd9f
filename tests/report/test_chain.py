"""The chain of reasons: how values were read, what weighed, what was ruled out, what would settle it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from discrepancy import lexicon
from discrepancy.align.poles import STATUS_FEATURES
from discrepancy.align.rivals import RIVAL_FEATURES
from discrepancy.align.strays import STRAY_FEATURES
from discrepancy.model import Date, Figure, Finding, Key, Kind, Phrase, Provenance, Value, Verdict
from discrepancy.report.chain import HEAVIEST, chain_row, say_range
from discrepancy.report.explanation import render_explanation
from tests import factory
from tests.factory import count, day, person

RULES = ("question", "status")


def figure(low: str | None, high: str | None, modifier: str) -> Figure:
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    return Figure(Decimal(40), modifier, "person", *bounds, "count")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        pytest.param(count(14), "14 person", id="exact"),
        pytest.param(figure("4200000.0", "4200000.0", ""), "4,200,000 person", id="no idle zero"),
        pytest.param(figure("36", "44", "~"), "36 to 44 person", id="about"),
        pytest.param(figure("40", None, ">"), "40 or more person", id="at least"),
        pytest.param(figure(None, "40", "<"), "40 or less person", id="at most"),
        pytest.param(day(2031, 5, 3), "2031-05-03", id="day"),
        pytest.param(
            Date("2031-05", "DATE", datetime(2031, 5, 1), datetime(2031, 6, 1)),
            "2031-05-01 to 2031-05-31",
            id="month",
        ),
        pytest.param(Date("PAST_REF", "DATE", None, None), "PAST_REF", id="open date"),
        pytest.param(person("Ada Harlow"), "Ada Harlow", id="name"),
        pytest.param(Phrase("schedule:postponed"), "schedule:postponed", id="status"),
    ],
)
def test_a_value_is_said_as_a_range(value: Value, words: str) -> None:
    assert say_range(value) == words


def conflict(kind: Kind = Kind.NUMBER, measure: str = "", provenance: Provenance = Provenance()) -> Finding:  # noqa: B008
    article = factory.article("gazette", "In Orvale 14 people were hurt, police said.")
    made = factory.claim(article, "14", count(14), kind)
    made = replace(made, key=Key(measure=measure, speaker="police", places=frozenset({"Orvale"})))
    return factory.finding("how many", [made], Verdict.CONFLICT, provenance=provenance)


def test_the_key_says_measure_place_and_speaker() -> None:
    (row,) = chain_row(conflict(measure="injured"), {}).keys
    assert (row.label, row.text, row.range) == ("Gazette", "14", "14 person")
    assert dict(row.key) == {
        "measure": "injured",
        "place": "Orvale",
        "as of": "2031-05-06 08:00",
        "speaker": "police",
    }


@pytest.mark.parametrize(
    ("kind", "measure", "word"),
    [
        pytest.param(Kind.NUMBER, "injured", "hospitals", id="by measure"),
        pytest.param(Kind.NUMBER, "", "count", id="by kind"),
        pytest.param(Kind.NUMBER, "unheard_of", "count", id="unknown measure"),
    ],
)
def test_what_would_settle_it(kind: Kind, measure: str, word: str) -> None:
    assert word in chain_row(conflict(kind, measure), {}).settle


def test_every_kind_can_be_settled() -> None:
    table = lexicon.read_table("explanations")["settle"]
    assert {kind.value for kind in Kind} <= set(table)


def test_the_heaviest_features_are_told_in_words() -> None:
    weights = tuple((name, 0.1 * number) for number, name in enumerate(RIVAL_FEATURES))
    row = chain_row(conflict(provenance=Provenance("question", weights=weights)), {})
    assert len(row.features) == HEAVIEST
    assert [abs(f.weight) for f in row.features] == sorted(
        (abs(f.weight) for f in row.features), reverse=True
    )


def test_the_pair_and_the_best_pair_are_told_as_one() -> None:
    weights = (("window", 1.0), ("any_window", 0.5))
    (feature,) = chain_row(conflict(provenance=Provenance("question", weights=weights)), {}).features
    assert feature.weight == 1.5


def test_every_learned_feature_has_words() -> None:
    """Kinds of value say themselves and never lead; all other names are in the table."""
    table = lexicon.read_table("explanations")["features"]
    bare = {name.removeprefix("any_").removeprefix("all_") for name in RIVAL_FEATURES}
    assert {name for name in bare if not name.startswith("is_")} <= set(table)


def test_every_measure_of_statuses_has_words() -> None:
    assert set(lexicon.read_table("explanations")["statuses"]) == set(STATUS_FEATURES)


def test_every_feature_of_strays_has_words() -> None:
    assert set(lexicon.read_table("explanations")["strays"]) == set(STRAY_FEATURES)


def test_what_weighed_for_a_status_is_told_in_words_of_its_own() -> None:
    weights = (("voted", 1.0),)
    rows = [chain_row(conflict(provenance=Provenance(rule, weights=weights)), {}) for rule in RULES]
    assert [row.features[0].words for row in rows] == [
        lexicon.read_table("explanations")[table]["voted"] for table in ("features", "statuses")
    ]


def test_an_explanation_has_the_whole_chain() -> None:
    text = render_explanation(factory.report(), "c0ffee")
    assert text is not None
    for heading in (
        "How each value was read",
        "How they were lined up",
        "What was ruled out",
        "What would settle it",
        "Source against source",
    ):
        assert heading in text
    assert "for (+5.10): two digits are swapped" in text
    assert "against (-0.40)" in text


def test_an_agreement_has_nothing_to_settle() -> None:
    text = render_explanation(factory.report(), "beef01")
    assert text is not None
    assert "How each value was read" in text
    assert "settle" not in text


def test_no_such_finding() -> None:
    assert render_explanation(factory.report(), "nosuch") is None
