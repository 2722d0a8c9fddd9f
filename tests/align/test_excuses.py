"""Dates that honest reports of one story give differently, and dates that cannot both be true."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest

from discrepancy.check import check_articles
from discrepancy.model import Article, Finding, Kind, Verdict
from tests.align.stories import TUESDAY


def conflicts(texts: tuple[str, str, str], days: Mapping[int, int] | None = None) -> list[Finding]:
    """The conflicts of date among three reports of one Tuesday, or of so many days later."""
    later = days or {}
    articles = [
        Article(
            f"a{number}", f"S{number}", text, published=TUESDAY + timedelta(later.get(number, 0)), story="s"
        )
        for number, text in enumerate(texts)
    ]
    found = check_articles(articles).findings
    return [f for f in found if f.verdict is Verdict.CONFLICT and f.slot.kind is Kind.DATE]


HONEST = [
    pytest.param(
        "By Sunday the appeal had raised 40,000 crowns for the guides.",
        "By Monday morning 52,000 crowns had been raised for the guides.",
        "The appeal for the guides had raised 40,000 crowns by Sunday.",
        id="as-of-when",
    ),
    pytest.param(
        "A helicopter, which fog had kept on the ground all Sunday, then took the hikers to Orsel.",
        "The helicopter left with the four hikers on Monday. They are well.",
        "On Monday the four hikers were carried out of the Torvin hills by a helicopter.",
        id="all-day-in-a-relative-clause",
    ),
    pytest.param(
        "Rain fell throughout Sunday in the Torvin hills.",
        "Rain fell on Saturday in the Torvin hills and flooded cellars.",
        "It rained on Saturday in the hills of Torvin.",
        id="throughout",
    ),
    pytest.param(
        "The Corran school burned on 3 May 2030, destroying the library.",
        "The Corran school burned last year, on 3 May, and the library was lost.",
        "The Corran school burned down on 3 May 2030.",
        id="year-in-the-phrase",
    ),
    pytest.param(
        "The council approved the closure of Corran school in August 2032.",
        "The council said it would postpone the closure of Corran school by a year, to August 2033.",
        "Corran school will close in August 2032, the council decided.",
        id="postponed",
    ),
    pytest.param(
        "The trial of Tor Holm had been due to open on 12 May.",
        "The trial of Tor Holm will open on 19 May, the court said.",
        "The trial of Tor Holm begins on 19 May.",
        id="had-been-due",
    ),
    pytest.param(
        "The final will be played on 24 May.",
        "The final has been moved to 25 May because of the heat.",
        "The final is on 24 May.",
        id="moved-to",
    ),
    pytest.param(
        "Talks between the two ministers in Orsel have been under way since Sunday.",
        "The two ministers met in Orsel on Monday for talks.",
        "The ministers have been talking in Orsel since Sunday.",
        id="since-a-day",
    ),
    pytest.param(
        "The road remained closed until Saturday.",
        "The road was closed on Friday after a landslide.",
        "The road was closed until Saturday by the landslide.",
        id="closed-until-and-closed-on",
    ),
    pytest.param(
        "The pass is closed until 19 May.",
        "The pass opens again on 20 May.",
        "The pass will reopen on May 20.",
        id="shut-until-the-day-before",
    ),
    pytest.param(
        "The Orsel jazz festival will be held from 13 June.",
        "The Orsel jazz festival runs until 15 June.",
        "The jazz festival of Orsel starts on 13 June.",
        id="from-and-until",
    ),
    pytest.param(
        "Bus drivers in Orsel will strike from Thursday to Saturday, their union said.",
        "No buses will run in Orsel on Friday because of a strike.",
        "Bus drivers in Orsel walk out on Thursday for three days.",
        id="a-day-within-the-stretch",
    ),
    pytest.param(
        "The museum in Orsel opened on Saturday with a gala for invited guests.",
        "The museum in Orsel opened to the public on Sunday.",
        "The Orsel museum was opened on Saturday with speeches.",
        id="opened-to-the-public",
    ),
    pytest.param(
        "Parliament approved the net ban on Friday.",
        "Parliament's ban on nets became law on Saturday when it was published.",
        "On Friday parliament passed the net ban.",
        id="vote-and-law",
    ),
    pytest.param(
        "Police arrested the banker Tor Holm on Saturday.",
        "The banker Tor Holm appeared in court on Monday after being detained.",
        "The banker Tor Holm was taken into custody on Saturday.",
        id="arrest-and-first-appearance",
    ),
    pytest.param(
        "The climber Ada Vell died on Saturday in the Torvin hills.",
        "The body of the climber Ada Vell was found on Sunday.",
        "Ada Vell, a climber, died on Saturday.",
        id="death-and-body",
    ),
    pytest.param(
        "The video, filmed on Saturday, shows guards beating a boy.",
        "The video was released on Sunday and shows guards beating a boy.",
        "In the video, recorded on Saturday, guards beat a boy.",
        id="filmed-and-released",
    ),
    pytest.param(
        "The court freed Tor Holm on Saturday and he flew home the following day.",
        "Tor Holm flew home on Sunday after a court freed him the day before.",
        "A court freed Tor Holm on Saturday.",
        id="freed-and-flown-home",
    ),
    pytest.param(
        "The girl disappeared on Saturday.",
        "The girl was reported missing on Sunday.",
        "The girl was last seen on Saturday.",
        id="gone-and-reported",
    ),
    pytest.param(
        "The two ministers signed the trade pact on Saturday in Orsel.",
        "The trade pact, agreed on Friday, was signed in Orsel.",
        "In Orsel on Saturday the ministers signed a trade pact.",
        id="agreed-and-signed",
    ),
    pytest.param(
        "Work on the lock began on 3 March 2030.",
        "Preparatory work on the lock began on 3 February 2030.",
        "Construction of the lock started on 3 March 2030.",
        id="preparatory",
    ),
    pytest.param(
        "The first vaccines were shipped on 28 April.",
        "The first vaccines arrived on 29 April.",
        "The first vaccines were sent off on 28 April.",
        id="shipped-and-arrived",
    ),
    pytest.param(
        "The minister arrived in Sydney on Monday.",
        "The minister arrived in Sydney on Sunday (London time).",
        "On Monday the minister landed in Sydney.",
        id="another-clock",
    ),
    pytest.param(
        "The final ended on Sunday evening in Orsel.",
        "The final ended early on Monday morning, Beijing time.",
        "The final was over on Sunday evening.",
        id="another-clock-far-east",
    ),
]


@pytest.mark.parametrize(("first", "second", "third"), HONEST)
def test_both_can_be_true(first: str, second: str, third: str) -> None:
    assert conflicts((first, second, third)) == []


def test_who_wrote_before_the_change_has_the_first_day() -> None:
    texts = (
        "The Orsel regatta has been delayed. It will start on 21 June instead of 14 June, the club said.",
        "The Orsel regatta starts on 14 June.",
        "The Orsel regatta will begin on 21 June.",
    )
    assert conflicts(texts, {0: 3, 2: 3}) == []


WRONG = [
    pytest.param(
        "The museum in Orsel opened on Saturday with a gala.",
        "The museum in Orsel opened on Sunday.",
        "The Orsel museum was opened on Saturday with speeches.",
        id="opened",
    ),
    pytest.param(
        "The climber Ada Vell died on Saturday in the Torvin hills.",
        "The climber Ada Vell died on Sunday.",
        "Ada Vell, a climber, died on Saturday.",
        id="died",
    ),
    pytest.param(
        "The opening of the Corran bridge has been put off by 14 months, to October 2032.",
        "The Corran bridge will open only in October 2031, the province said.",
        "The Corran bridge is to open in October 2032.",
        id="wrong-new-month",
    ),
]


@pytest.mark.parametrize(("first", "second", "third"), WRONG)
def test_only_one_can_be_true(first: str, second: str, third: str) -> None:
    assert len(conflicts((first, second, third))) == 1
