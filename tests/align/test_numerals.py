"""One numeral with two units, of which one cannot be right."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from discrepancy.align.numerals import align_numerals
from tests.align.stories import claims_of, said

LOAD = "The tanker Orvale carried {} of diesel to the port of Belmar."


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        pytest.param(
            {"Wire": LOAD.format("46,000 tonnes"), "Post": LOAD.format("46,000 tonnes")}
            | {"Radio": LOAD.format("46,000 barrels")},
            {("Wire", "46,000 tonnes"), ("Post", "46,000 tonnes"), ("Radio", "46,000 barrels")},
            id="mass and volume",
        ),
        pytest.param(
            {
                "Wire": "The well of Orvale held 84 micrograms of lead per litre.",
                "Post": "The well of Orvale held 84 micrograms of lead per litre.",
                "Radio": "The well of Orvale held 84 milligrams per litre of lead.",
            },
            {
                ("Wire", "84 micrograms"),
                ("Post", "84 micrograms"),
                ("Radio", "84 milligrams per litre"),
            },
            id="per litre and not said",
        ),
        pytest.param(
            {
                "Wire": "The bakers of Orvale ask for 2.80 euros more an hour.",
                "Post": "The bakers of Orvale ask for €2.80 more an hour.",
                "Radio": "The bakers of Orvale ask for 2.80 percent more an hour.",
            },
            {("Wire", "2.80 euros"), ("Post", "€2.80"), ("Radio", "2.80 percent")},
            id="money and a share",
        ),
    ],
)
def test_another_unit(texts: Mapping[str, str], told: set[tuple[str, str]]) -> None:
    (slot,) = align_numerals("mini", claims_of(texts))
    assert said(slot) == told
    assert {slot.claims[k].mention.source for k in slot.provenance.odd} == {"Radio"}


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {"Wire": LOAD.format("46,000 tonnes"), "Radio": LOAD.format("46,000 barrels")},
            id="one against one",
        ),
        pytest.param(
            {"Wire": LOAD.format("30 tonnes"), "Post": LOAD.format("30 tonnes")}
            | {"Radio": LOAD.format("30 barrels")},
            id="a round number",
        ),
        pytest.param(
            {"Wire": LOAD.format("46,000 tonnes"), "Post": LOAD.format("46,000 tonnes")}
            | {
                "Radio": LOAD.format("46,000 tonnes") + " The pumps moved 46,000 barrels of diesel to Belmar."
            },
            id="both in one article",
        ),
        pytest.param(
            {"Wire": LOAD.format("46,000 tonnes"), "Post": LOAD.format("46,000 tonnes")}
            | {"Radio": "The brewery sold 46,000 barrels last year."},
            id="of something else",
        ),
        pytest.param(
            {
                "Wire": "Farmers of Orvale brought in 3.27 tonnes a hectare.",
                "Post": "Farmers of Orvale brought in 3.27 tonnes a hectare.",
                "Radio": "Farmers of Orvale brought in 3.27 tons for each hectare.",
            },
            id="tons and tonnes",
        ),
        pytest.param(
            {
                "Wire": "The road of Orvale is 185 kilometres long.",
                "Post": "The road of Orvale is 185 kilometres long.",
                "Radio": "The road of Orvale is 185 miles long.",
            },
            id="of one sort, compared as figures",
        ),
        pytest.param(
            {
                "Wire": "The bakers of Orvale ask for 412 Danish kroner.",
                "Post": "The bakers of Orvale ask for 412 Danish kroner.",
                "Radio": "The bakers of Orvale ask for 412 crowns.",
            },
            id="a currency by another name",
        ),
        pytest.param(
            {
                "Wire": "The bakers of Orvale ask for £2,300 a month.",
                "Post": "The bakers of Orvale ask for £2,300 a month.",
                "Radio": "The bakers of Orvale ask for 2,300 pounds a month.",
            },
            id="pounds",
        ),
    ],
)
def test_no_other_unit(texts: Mapping[str, str]) -> None:
    assert not list(align_numerals("mini", claims_of(texts)))
