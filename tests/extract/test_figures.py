"""Quantities with their units, bounds and spans."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.extract.figures import extract_figures
from discrepancy.model import Figure, Kind, Mention
from tests.reading import read


def figures(text: str, approximate: float = 0.1) -> list[Mention]:
    return list(extract_figures(read(text), approximate=approximate))


def values(text: str) -> list[tuple[str, str]]:
    return [(m.text, m.value.normal) for m in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They paid £27.4m.", ("£27.4m", "27400000 pound sterling"), id="sign-and-m"),
        pytest.param("They paid $48.6-million.", ("$48.6-million", "48600000 dollar"), id="hyphen-scale"),
        pytest.param(
            "It is a 1.36 billion-pound deal.",
            ("1.36 billion-pound", "1360000000 pound sterling"),
            id="pound-deal",
        ),
        pytest.param("They paid A$2.5m.", ("A$2.5m", "2500000 australian dollar"), id="prefixed-sign"),
        pytest.param("It cost R4,8 million.", ("R4,8 million", "4800000 rand"), id="letter-sign"),
        pytest.param("It cost R750 000.", ("R750 000", "750000 rand"), id="letter-sign-spaces"),
        pytest.param("It cost Rs 3,120 crore.", ("Rs 3,120 crore", "31200000000 rupee"), id="rupees"),
        pytest.param("It cost SEK14.8bn.", ("SEK14.8bn", "14800000000 swedish krona"), id="code"),
        pytest.param(
            "It cost 14.8 billion Swedish crowns.",
            ("14.8 billion Swedish crowns", "14800000000 swedish krona"),
            id="crowns",
        ),
        pytest.param(
            "It cost 289 New Zealand dollars.",
            ("289 New Zealand dollars", "289 new zealand dollar"),
            id="country-dollars",
        ),
        pytest.param(
            "It cost $3.2 million Canadian.",
            ("$3.2 million Canadian", "3200000 canadian dollar"),
            id="country-last",
        ),
        pytest.param("It cost 180 million lei.", ("180 million lei", "180000000 leu"), id="lei"),
        pytest.param("The stock closed at 312½p.", ("312½p", "312.5 penny"), id="pence"),
        pytest.param(
            "Bills rise by £1.63 a week.", ("£1.63 a week", "1.63 pound sterling per week"), id="rate"
        ),
        pytest.param("They sent $40 a day earlier.", ("$40", "40 dollar"), id="earlier-is-no-rate"),
        pytest.param("The calf weighed 15 pounds.", ("15 pounds", "15 pound"), id="pounds-weigh"),
        pytest.param(
            "The walk raised 1,150 pounds.", ("1,150 pounds", "1150 pound sterling"), id="pounds-pay"
        ),
        pytest.param(
            "It rose 14 percentage points.", ("14 percentage points", "14 percentage point"), id="points"
        ),
        pytest.param("It rose 120 basis points.", ("120 basis points", "120 basis point"), id="basis-points"),
        pytest.param("Sales rose 9.4pc.", ("9.4pc", "9.4 percent"), id="pc"),
        pytest.param("Sales rose 38 per cent.", ("38 per cent", "38 percent"), id="per-cent"),
        pytest.param("It fell about 40 metres.", ("about 40 metres", "~40 meter"), id="metres"),
        pytest.param("The wall is 7.4 m high.", ("7.4 m", "7.4 meter"), id="m-is-metre"),
        pytest.param("Gusts hit 120km/h.", ("120km/h", "120 kilometer per hour"), id="kmh"),
        pytest.param(
            "It went 71 miles an hour.", ("71 miles an hour", "71 mile per hour"), id="miles-an-hour"
        ),
        pytest.param("It produces 1 440 MW.", ("1 440 MW", "1440 megawatt"), id="megawatt"),
        pytest.param(
            "They pump 1.7 million barrels a day.",
            ("1.7 million barrels a day", "1700000 barrel per day"),
            id="barrels",
        ),
        pytest.param("It covers 9,800 sq m.", ("9,800 sq m", "9800 square meter"), id="two-word-symbol"),
        pytest.param("It was 47.3C at noon.", ("47.3C", "47.3 degree celsius"), id="celsius"),
        pytest.param("It was -5C at dawn.", ("-5C", "-5 degree celsius"), id="minus-sign"),
        pytest.param("It was minus 5 degrees.", ("minus 5 degrees", "-5 degree"), id="minus-word"),
        pytest.param("A magnitude 7.8 quake struck.", ("7.8", "7.8 magnitude"), id="magnitude"),
        pytest.param("They talked for 2½ hours.", ("2½ hours", "2.5 hour"), id="hours"),
        pytest.param("A 48-hour strike began.", ("48-hour", "48 hour"), id="hyphen-unit"),
        pytest.param("It took half an hour.", ("half an hour", "0.5 hour"), id="half-an-hour"),
        pytest.param("It took an hour and a half.", ("an hour and a half", "1.5 hour"), id="hour-and-a-half"),
        pytest.param("It took more than a week.", ("more than a week", ">1 week"), id="hedged-article"),
        pytest.param(
            "Some 45 to 60 mm of rain fell.", ("Some 45 to 60 mm", "~45-60 millimeter"), id="range-with-unit"
        ),
        pytest.param(
            "It costs $12 million to $20 million.",
            ("$12 million to $20 million", "12000000-20000000 dollar"),
            id="range-of-two",
        ),
    ],
)
def test_quantity(text, expected):
    (mention,) = figures(text)
    assert (mention.text, mention.value.normal) == expected
    assert mention.kind is Kind.FIGURE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The fire killed 17 people.", [("17", "17 person")], id="people"),
        pytest.param("The fire left 34 injured.", [("34", "34 injured")], id="participle"),
        pytest.param("It caused 6,655 civilian deaths.", [("6,655", "6655 civilian death")], id="modifier"),
        pytest.param("Nine women were freed.", [("Nine", "9 woman")], id="women"),
        pytest.param("Two dozen of the houses burned.", [("Two dozen", "24 house")], id="of-the"),
        pytest.param("Four others died.", [("Four", "4")], id="others"),
        pytest.param("Eleven of them died.", [("Eleven", "11")], id="of-them"),
        pytest.param(
            "More than 3.5m voters took part.", [("More than 3.5m", ">3500000 voter")], id="m-is-million"
        ),
        pytest.param("Some 10k troops arrived.", [("Some 10k", "~10000 troop")], id="k-is-thousand"),
        pytest.param("It is a 40-bed public hospital.", [("40", "40 bed")], id="hyphen-noun"),
        pytest.param("Dozens of houses burned.", [("Dozens", "12-120 house")], id="vague"),
        pytest.param("About half of them voted.", [("About half", "~0.5")], id="half-of"),
        pytest.param("Four in five voted.", [("Four in five", "0.8")], id="ratio"),
        pytest.param(
            "They saw 61 per 100,000 fall ill.", [("61 per 100,000", "61 per 100000")], id="frequency"
        ),
        pytest.param("No deaths were reported.", [("No deaths", "0 death")], id="no-deaths"),
        pytest.param("The 33-year-old baker spoke.", [("33", "33 year")], id="year-old"),
        pytest.param("Mira Doll, 26, spoke.", [("26", "26 year")], id="apposition"),
        pytest.param("A man in his 40s spoke.", [("in his 40s", "40-49 year")], id="decade-of-life"),
        pytest.param("It was her third victory.", [("third", "3 victory")], id="ordinal"),
        pytest.param("The Phase III trial ended.", [("III", "3 phase")], id="phase"),
        pytest.param("Councillors voted 9 to 4.", [("9 to 4", "9-4")], id="vote"),
        pytest.param("It passed by nine votes to five.", [("nine votes to five", "9-5")], id="votes-to"),
        pytest.param("The Gulls won 2-1 at home.", [("2-1", "2-1")], id="score"),
        pytest.param("The Gulls lost 1-3 at home.", [("1-3", "1-3")], id="rising-score"),
        pytest.param("The bill passed 217-210.", [("217-210", "217-210")], id="long-score"),
    ],
)
def test_number(text, expected):
    assert values(text) == expected
    assert {m.kind for m in figures(text)} == {Kind.NUMBER}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The bridge opened in 1987.", id="year"),
        pytest.param("The Boeing 737 landed.", id="model"),
        pytest.param("They flew an A320 and met the G-20 leaders.", id="code"),
        pytest.param("Call the newsroom on 0400 555 017.", id="telephone"),
        pytest.param("She lives at 12 Elder Street.", id="address"),
        pytest.param("The shop is open 24/7.", id="idiom"),
        pytest.param("It happened at 2:40 a.m. on Monday.", id="clock"),
        pytest.param("No one knew one another one day.", id="pronouns"),
        pytest.param("See https://example.org/2024/17 for more.", id="address-of-a-page"),
        pytest.param("It lasted the first half.", id="half-of-a-game"),
        pytest.param("There is no doubt.", id="no-doubt"),
        pytest.param("The 61st Brigade withdrew.", id="numbered-name"),
    ],
)
def test_no_quantity(text):
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "modifier", "low", "high"),
    [
        pytest.param("more than 300 sheep", ">", 300, None, id="more-than"),
        pytest.param("at least 300 sheep", ">", 300, None, id="at-least"),
        pytest.param("no fewer than 300 sheep", ">", 300, None, id="no-fewer-than"),
        pytest.param("300 or more sheep", ">", 300, None, id="or-more"),
        pytest.param("just over 300 sheep", ">", 300, 330, id="just-over"),
        pytest.param("up to 300 sheep", "<", None, 300, id="up-to"),
        pytest.param("fewer than 300 sheep", "<", None, 300, id="fewer-than"),
        pytest.param("nearly 300 sheep", "<", 270, 300, id="nearly"),
        pytest.param("about 300 sheep", "~", 270, 330, id="about"),
        pytest.param("300-odd sheep", "~", 270, 330, id="odd"),
        pytest.param("300 or so sheep", "~", 270, 330, id="or-so"),
        pytest.param("about another 300 sheep", "~", 270, 330, id="about-another"),
        pytest.param("about 41,300 sheep", "~", 40300, 42300, id="precise-numbers-have-a-narrow-band"),
        pytest.param("exactly 300 sheep", "=", 300, 300, id="exactly"),
        pytest.param("between 300 and 400 sheep", "=", 300, 400, id="range"),
    ],
)
def test_bounds(text, modifier, low, high):
    (mention,) = figures(f"They counted {text} there.")
    value = mention.value
    assert isinstance(value, Figure)
    assert (value.modifier, value.low, value.high) == (modifier, low, high)


def test_band_is_an_argument():
    (mention,) = figures("They counted about 300 sheep.", approximate=0.05)
    assert isinstance(mention.value, Figure)
    assert (mention.value.low, mention.value.high) == (285, 315)


@pytest.mark.parametrize(
    ("text", "printed", "seconds", "timex"),
    [
        pytest.param(
            "She ran it in 4 hours 21 minutes 8 seconds.",
            "4 hours 21 minutes 8 seconds",
            15668,
            "PT4H21M8S",
            id="words",
        ),
        pytest.param(
            "She ran it in 2 hours, 6 minutes and 41 seconds.",
            "2 hours, 6 minutes and 41 seconds",
            7601,
            "PT2H6M41S",
            id="commas",
        ),
        pytest.param(
            "She ran it in 4hr 12min 8sec.", "4hr 12min 8sec", 15128, "PT4H12M8S", id="abbreviations"
        ),
        pytest.param("She ran it in 2:06:41.", "2:06:41", 7601, "PT2H6M41S", id="colons"),
    ],
)
def test_composite_duration(text, printed, seconds, timex):
    (mention,) = figures(text)
    value = mention.value
    assert isinstance(value, Figure)
    assert (mention.text, value.number, value.unit, value.timex) == (printed, seconds, "second", timex)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        pytest.param("It took three days.", "P3D", id="days"),
        pytest.param("It took 2½ hours.", "PT2H30M", id="fraction"),
        pytest.param("It took 150 minutes.", "PT150M", id="as-printed"),
        pytest.param("It took two decades.", "P20Y", id="decades"),
        pytest.param("It took an hour and 50 minutes.", "PT1H50M", id="article"),
    ],
)
def test_timex_of_a_duration(text, timex):
    (mention,) = figures(text)
    assert isinstance(mention.value, Figure)
    assert mention.value.timex == timex


def test_unit_printed_once_belongs_to_both():
    assert values("It rose from 61 to 78 percent.") == [("61", "61 percent"), ("78 percent", "78 percent")]


def test_model_number_stays_a_name():
    assert values("A Boeing 737 landed. The 737 had left Oslo with 90 passengers.") == [
        ("90", "90 passenger")
    ]


def test_nothing_overlaps_a_date():
    text = "On 3 October the 40 boats left."
    document = read(text)
    whole = extract_figures(document)
    assert [m.text for m in whole] == ["40"]
    at = text.index("40")
    taken = document.mention(document.sentences[0], at, at + 2, Kind.DATE, whole[0].value)
    assert extract_figures(document, (taken,)) == ()


def test_title_and_text_keep_their_own_offsets():
    document = read("It carried 53 passengers.", "Bus with 55 aboard crashes")
    found = extract_figures(document)
    assert [(m.field, m.text) for m in found] == [("title", "55"), ("text", "53")]
    assert all(document.article.read(m.field)[m.start : m.end] == m.text for m in found)


PARTS = [
    "about", "more than", "17", "£3.5m", "people", "two dozen", "percent", "to", "and", "-", "km", "half",
    "a", "in", "Mira Doll,", "26,", "years", "9-4", "½", "—", "“12”", "third", "of the", "no", "deaths",
    "10–15", "hours", "€", "per 1,000",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=9))
def test_spans_reproduce_the_text(parts):
    text = " ".join(parts)
    found = figures(text)
    assert all(text[m.start : m.end] == m.text for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for mention in found:
        value = mention.value
        assert isinstance(value, Figure)
        assert value.low is None or value.high is None or value.low <= value.high
        assert value.step > Decimal(0)
