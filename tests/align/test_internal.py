"""What one article contradicts itself in, besides sums: headline, weekday, units, ages, names."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from discrepancy.align.internal import align_internal
from discrepancy.check import check_articles, read_stories
from discrepancy.config import Config
from discrepancy.model import Article, Claim, Slot, Verdict
from discrepancy.reading import claim_story
from tests.align.stories import TUESDAY, claims_of

FERRY = "Twelve people were killed when a ferry hit the pier at Orvale on Monday, police said. "
MILL = "The mill at Dunmere, which makes paper, will close in May. "


def titled(title: str, text: str) -> tuple[Claim, ...]:
    article = Article("ledger", "Ledger", text, title=title, published=TUESDAY, story="mini")
    ((document,),) = read_stories([article], Config(), lambda stage, done, total: None)
    return claim_story([document], Config())


def told(slots: tuple[Slot, ...]) -> list[tuple[str, str]]:
    """Rule and reason of every slot."""
    return [
        (slot.provenance.rule, slot.provenance.internal.reason)
        for slot in slots
        if slot.provenance.internal is not None
    ]


@pytest.mark.parametrize(
    ("title", "text", "reason"),
    [
        pytest.param(
            "Fifteen killed in Orvale ferry crash",
            FERRY,
            "the headline says 15, the text 12 (one digit)",
            id="killed",
        ),
        pytest.param(
            "Bail set at $250,000 in Dunmere mill fire case",
            "A judge in Dunmere set bail at $520,000 on Monday for the man accused of the mill fire.",
            "the headline says 250,000 dollars, the text 520,000 dollars (two digits swapped)",
            id="money",
        ),
        pytest.param(
            "Girl, 9, hit by stray bullet in Orvale home",
            "A six-year-old girl was hit by a stray bullet in her Orvale home on Monday, police said.",
            "the headline says 9 years, the text 6 years",
            id="age",
        ),
        pytest.param(
            "One union accepts pay offer",
            "Two unions in Dunmere accepted the pay offer on Monday.",
            "the headline says 1, the text 2",
            id="one alone",
        ),
        pytest.param(
            "One towed in, one sunk, fifteen killed in Orvale ferry crash",
            FERRY,
            "the headline says 15, the text 12 (one digit)",
            id="beside one and one",
        ),
        pytest.param(
            "Tolmar cholera deaths pass 70",
            "Cholera has killed 61 people so far in the Tolmar province, officials said on Thursday.",
            "the headline says more than 70, the text 61",
            id="a mark that is not crossed",
        ),
    ],
)
def test_headline_against_text(title: str, text: str, reason: str) -> None:
    assert told(align_internal("mini", titled(title, text))) == [("headline and text", reason)]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        pytest.param("Twelve killed in Orvale ferry crash", FERRY, id="same"),
        pytest.param("A dozen killed in Orvale ferry crash", FERRY, id="same in other words"),
        pytest.param("More than ten killed in Orvale ferry crash", FERRY, id="bound"),
        pytest.param(
            "Fifteen killed in Orvale ferry crash",
            FERRY + "Three more died in hospital on Tuesday.",
            id="a sum",
        ),
        pytest.param("Thirteen killed in Orvale ferry crash", FERRY, id="one more, uncounted in the text"),
        pytest.param(
            "Fifteen killed in Orvale ferry crash", FERRY + "The toll rose to 15.", id="stated further down"
        ),
        pytest.param(
            "Dunmere mill to close after 140 years", MILL + "It was built 90 years ago.", id="spans"
        ),
        pytest.param("Ferry crash at Orvale is third this year", FERRY, id="ordinal"),
        pytest.param(
            "38.6: the day that Dunmere baked",
            "It was 38.6 degrees in Dunmere on Sunday; the old record of 38.1 had stood for years.",
            id="a unit left out",
        ),
        pytest.param(
            "Panel approves one tower, rejects another",
            "A panel on Thursday approved a 14-storey tower but turned down a taller tower beside it.",
            id="one of two",
        ),
        pytest.param(
            "One union accepts pay offer, one refuses",
            "Two unions in Dunmere accepted the pay offer on Monday.",
            id="one and one",
        ),
        pytest.param(
            "One ferry sinks, one is towed in at Orvale",
            "Two ferries sank at Orvale on Monday, police said.",
            id="one and one is",
        ),
        pytest.param(
            "Tolmar cholera deaths pass 60",
            "Cholera has killed 61 people so far in the Tolmar province, officials said on Thursday.",
            id="a mark that is crossed",
        ),
        pytest.param(
            "Roe beats 14-year-old national hurdles record",
            "Ann Roe beat the national hurdles record on Friday in Orvale. The 41-year-old teacher needed "
            "half a second less.",
            id="age of a thing",
        ),
    ],
)
def test_headline_that_the_text_allows(title: str, text: str) -> None:
    assert align_internal("mini", titled(title, text)) == ()


def test_weekday_that_the_day_does_not_fall_on() -> None:
    claims = claims_of(
        {
            "Ledger": "The hearing is on Monday, May 20, in Orvale.",
            "Courier": "The hearing in Orvale will be held on May 20.",
        }
    )
    (slot,) = align_internal("mini", claims)
    assert told((slot,)) == [("weekday and day", "20 May 2031 was a Tuesday, not a Monday")]
    assert [claim.mention.text for claim in slot.claims] == ["Monday, May 20", "May 20"]
    assert slot.provenance.odd == {0}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The hearing is on Tuesday, May 20, in Orvale.", id="right"),
        pytest.param("The first hearing was on a Monday, November 3, in Orvale.", id="year unsaid and far"),
        pytest.param("The hearing is on Monday; May 20 is a holiday.", id="two days"),
    ],
)
def test_weekday_left_alone(text: str) -> None:
    assert align_internal("mini", claims_of({"Ledger": text})) == ()


def test_a_wrong_weekday_is_one_finding() -> None:
    """The question that several articles answer has it already."""
    texts = {
        "Ledger": "The Orvale fair will be opened by the mayor on Wednesday, May 20.",
        "Courier": "The mayor will open the Orvale fair on Tuesday, May 20.",
        "Beacon": "The Orvale fair will be opened on Tuesday, May 20, by the mayor.",
    }
    articles = [
        Article(source, source, text, published=datetime(2031, 5, 6, tzinfo=UTC), story="mini")
        for source, text in texts.items()
    ]
    found = [f for f in check_articles(articles).findings if f.verdict is Verdict.CONFLICT]
    assert [{f.slot.claims[i].mention.source for i in f.odd} for f in found] == [{"Ledger"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The road is 40 kilometres (35 miles) long.",
            [("two units", "40 kilometres is not 35 miles")],
            id="length",
        ),
        pytest.param("The road is 40 kilometres (25 miles) long.", [], id="right"),
        pytest.param("The road is about 40 kilometres (24 miles) long.", [], id="rounded"),
        pytest.param("It cost 20,000 euros ($30,000).", [], id="money"),
        pytest.param("The road is 40 kilometres long, 35 miles from Orvale.", [], id="two lengths"),
    ],
)
def test_two_units(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(align_internal("mini", claims_of({"Ledger": text}))) == expected


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        pytest.param(
            "Marta Helgeson, 34, was hurt in the fire. Police said Helgeson, 43, had tried to put it out.",
            ["age"],
            id="two ages",
        ),
        pytest.param(
            "The dead are Marta Helgeson, 34, and 43-year-old Ole Brandt.", [], id="ages of two people"
        ),
        pytest.param(
            "Among them are 34-year-old Marta Helgeson, 43-year-old Ole Brandt and Ida Lund.",
            [],
            id="ages in a list",
        ),
        pytest.param(
            "Marta Helgeson, an inspector, said it was arson. Two men are wanted, Marta Helgesen added.",
            ["two spellings"],
            id="surname",
        ),
        pytest.param(
            "Michael Brandt was arrested. Prosecutors said Micheal Brandt had confessed.",
            ["two spellings"],
            id="given name with letters swapped",
        ),
        pytest.param(
            "Anna Brandt was hurt. Her sister Anne Brandt was not at home.", [], id="two given names"
        ),
        pytest.param("Ole Brandt and Ole Brandl were both arrested.", [], id="side by side"),
    ],
)
def test_one_person_told_twice(text: str, rules: list[str]) -> None:
    assert [rule for rule, _ in told(align_internal("mini", claims_of({"Ledger": text})))] == rules
