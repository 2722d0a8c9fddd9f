"""Whether two dates are of one event."""

from __future__ import annotations

import pytest

from discrepancy.align.occasions import Occasions
from discrepancy.model import Claim, Kind
from tests.align.stories import claims_of


def read(left: str, right: str) -> tuple[Occasions, Claim, Claim]:
    claims = claims_of({"Left": left, "Right": right})
    one, two = (claim for claim in claims if claim.mention.kind is Kind.DATE)
    return Occasions(claims, (one, two)), one, two


# The stories are published on Tuesday, 6 May 2031.
LENGTHS = [
    pytest.param("The road was closed until Saturday.", "The road was closed on Friday.", True, id="until"),
    pytest.param("The road is closed until 19 May.", "The road reopens on 26 May.", False, id="its-end"),
    pytest.param(
        "The pool did not open until Saturday.", "The pool opened on Friday.", False, id="not-until"
    ),
    pytest.param(
        "The judge adjourned the sentencing until 14 July.",
        "Orrin will be sentenced on 14 June.",
        False,
        id="adjourned-until",
    ),
    pytest.param("The fair is held from 13 June.", "The fair runs until 15 June.", True, id="from-and-until"),
    pytest.param(
        "Talks have been under way since Sunday.", "The ministers met on Monday.", True, id="since-a-day"
    ),
    pytest.param(
        "It is the first final since 1998.", "They lost the final of 1989.", False, id="since-a-year"
    ),
    pytest.param("The fair begins on 13 June.", "The fair begins on 15 June.", False, id="neither"),
    pytest.param(
        "Vell's contract runs to August.", "Vell signed his contract in July.", True, id="runs-to-a-month"
    ),
    pytest.param("The show runs to 19 May.", "The show opens on 12 May.", True, id="runs-to-a-day"),
    pytest.param(
        "The lease is in force through the end of August.",
        "The lease was signed in May.",
        True,
        id="in-force-through",
    ),
    pytest.param("The lease lasts to August.", "The lease ends in September.", False, id="its-end-by-to"),
    pytest.param(
        "It was the deadliest slide since 19 May 1984.",
        "A slide killed eight on 9 May 1984.",
        False,
        id="the-deadliest-since",
    ),
    pytest.param(
        "The forest has been shut since 19 May 1984.",
        "The ministers met on 9 May 1984.",
        True,
        id="no-superlative",
    ),
    pytest.param("Vell ran to Orsel on 3 May.", "Vell went to Orsel on 4 May.", False, id="ran-to-a-town"),
]


@pytest.mark.parametrize(("left", "right", "differ"), LENGTHS)
def test_differ_in_length(left: str, right: str, differ: bool) -> None:
    occasions, one, two = read(left, right)
    assert occasions.differ_in_length(one, two) is differ
    assert occasions.differ_in_length(two, one) is differ


TOLD_APART = [
    pytest.param("Vell died on Saturday.", "Vell's body was found on Sunday.", True, id="trace"),
    pytest.param("The pool opened on Saturday.", "It opened to the public on Sunday.", True, id="half"),
    pytest.param("A meeting was on Saturday.", "A public meeting was on Sunday.", False, id="public-meeting"),
    pytest.param("The plane took off on Saturday.", "The plane landed on Sunday.", True, id="flight"),
    pytest.param("The fire broke out on Sunday.", "The fire started on Saturday.", False, id="broke-out"),
    pytest.param("Shares rose 2 percent on Friday.", "Shares fell 4 percent on Monday.", True, id="up-down"),
    pytest.param("The pool opened on Saturday.", "The pool was opened on Sunday.", False, id="one-event"),
    pytest.param("The ferry sank on Sunday.", "The ferry left port on Saturday.", True, id="left-and-sank"),
    pytest.param("The ferry sank on Sunday.", "The ferry went down on Saturday.", False, id="sank-and-sank"),
    pytest.param("The fire broke out on Sunday.", "The fire was put out on Monday.", True, id="put-out"),
    pytest.param("The jet crashed on Sunday.", "The jet lost contact on Monday.", True, id="lost-contact"),
    pytest.param(
        "The court jailed Vell on Monday.",
        "The court heard witnesses on Sunday.",
        True,
        id="heard-and-jailed",
    ),
    pytest.param("A jury convicted Vell on Monday.", "Jurors got their case on Sunday.", True, id="jury"),
    pytest.param("The board sacked Vell on Monday.", "The board met on Sunday.", True, id="met-and-sacked"),
    pytest.param(
        "Police arrested Vell on Monday.", "Police questioned Vell on Sunday.", True, id="questioned"
    ),
    pytest.param(
        "Three pupils died on Sunday.", "A teacher died in hospital on Monday.", True, id="died-later"
    ),
    pytest.param(
        "Six guests died on Sunday.",
        "A nun died on Monday, raising the toll to seven.",
        True,
        id="toll-raised",
    ),
    pytest.param(
        "The pilot died on Sunday.", "The pilot died in hospital on Monday.", False, id="one-who-died"
    ),
    pytest.param(
        "Ilsa Vell died on Sunday.", "Ilsa Vell died of her injuries on Monday.", False, id="one-by-name"
    ),
    pytest.param(
        "The film opens on 14 May.", "In this country the film opens on 24 May.", True, id="this-country"
    ),
    pytest.param("The film opens on 14 May.", "Viewers here see it from 24 May.", True, id="viewers-here"),
    pytest.param(
        "The firm, which owns a third of the land, is to leave by 31 October.",
        "The firm is to leave by 31 December.",
        False,
        id="a-third-of",
    ),
    pytest.param(
        "The firm is to leave a third site by 31 October.",
        "The firm is to leave by 31 December.",
        True,
        id="a-third-site",
    ),
    pytest.param("The ferry left on Sunday.", "The ferry left here on Saturday.", False, id="left-here"),
]


@pytest.mark.parametrize(("left", "right", "apart"), TOLD_APART)
def test_are_told_apart(left: str, right: str, apart: bool) -> None:
    occasions, one, two = read(left, right)
    assert occasions.are_told_apart(one, two) is apart
    assert occasions.are_told_apart(two, one) is apart


def test_a_date_in_a_relative_clause_is_of_that_clause() -> None:
    claims = claims_of({"Wire": "The ferry, which had left Orsel on Saturday, sank off Torvin on Sunday."})
    left, sank = (dict(c.key.events) for c in claims if c.mention.kind is Kind.DATE)
    assert "sinking" in sank
    assert "sinking" not in left


@pytest.mark.parametrize(
    ("text", "visit"),
    [
        pytest.param("The clock of the mill stopped at 3 a.m. on Sunday.", False, id="stopped"),
        pytest.param("The minister had a stopover in Orsel on Sunday.", True, id="stopover"),
    ],
)
def test_what_stops_visits_nobody(text: str, visit: bool) -> None:
    (date,) = (claim for claim in claims_of({"Wire": text}) if claim.mention.kind is Kind.DATE)
    assert ("visit" in dict(date.key.events)) is visit


@pytest.mark.parametrize(
    ("left", "right", "event"),
    [
        pytest.param("Two men died on Sunday.", "Homes lost power on Monday.", False, id="power"),
        pytest.param("Two men died on Sunday.", "The firm lost its licence on Monday.", False, id="licence"),
        pytest.param("Two men died on Sunday.", "Two men lost their lives on Monday.", True, id="lives"),
    ],
)
def test_not_all_that_is_lost_are_lives(left: str, right: str, event: bool) -> None:
    occasions, one, two = read(left, right)
    assert (occasions.event(one, two) >= 0.59) is event


@pytest.mark.parametrize(
    ("left", "shares"),
    [
        pytest.param("Affected are cars made from March 2021 to May 2023.", True, id="their-beginning"),
        pytest.param("Affected are cars made from Monday to May 2023.", False, id="a-weekday"),
        pytest.param("Affected are cars made to May 2023.", False, id="nothing"),
    ],
)
def test_what_both_began_with(left: str, shares: bool) -> None:
    claims = claims_of({"Left": left, "Right": "Recalled are those built between March 2021 and May 2022."})
    dates = [claim for claim in claims if claim.mention.kind is Kind.DATE]
    one, two = (next(c for c in dates if c.mention.value.normal == year) for year in ("2023-05", "2022-05"))
    assert Occasions(claims, dates).shares_date(one, two) is shares
