"""How many of one thing, where a single article has another number than those that agree."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest

from discrepancy.align import tallies
from discrepancy.align.tallies import align_tallies
from discrepancy.judge import judge_slot
from discrepancy.model import Verdict
from tests.align.stories import claims_of, said


@pytest.fixture(autouse=True)
def unlearned(monkeypatch: pytest.MonkeyPatch) -> None:
    """In stories as short as these the learned features find most by themselves, and are left to it."""
    monkeypatch.setattr(tallies, "_KNOWN", 2.0)


CRATES = {
    "Ledger": "Thieves took 14 crates of tea from a warehouse in Orvale, police said.",
    "Courier": "Fourteen crates of tea were taken from the warehouse by the thieves.",
    "Echo": "The thieves in Orvale made off with 14 crates of tea.",
}
PUMPS = {
    "Ledger": "Engineers brought eight pumps to the flooded tunnel in Orvale.",
    "Courier": "Eight pumps were brought to the tunnel by engineers.",
    "Echo": "The engineers have brought eight pumps to the tunnel.",
}
GRANT = {
    "Ledger": "The harbour trust will receive a grant of $40,000 for the lighthouse.",
    "Courier": "A grant of $40,000 goes to the harbour trust for the lighthouse.",
    "Echo": "The trust receives a grant of $40,000 for its lighthouse.",
}
FARE = {
    "Ledger": "The new fare for the ferry is 1.90 euros.",
    "Courier": "The ferry has a new fare of 1.90 euros.",
    "Echo": "A fare of 1.90 euros is asked for the ferry.",
}
LOAN = {
    "Ledger": "The loan of $35,400 (900,000 pesos) is for the mill.",
    "Courier": "The loan of 900,000 pesos ($35,400) is for the mill.",
    "Echo": "A loan of $35,400 is for the mill.",
}
GOALS = {
    "Ledger": "Brandt scored 26 goals in 71 league games for the club.",
    "Courier": "Brandt has scored 26 goals in 71 league games.",
    "Echo": "In 71 league games Brandt scored 26 goals.",
}


SHARE = {
    "Ledger": "The council sees the deficit at 2.9 percent at the end of the year.",
    "Courier": "At the end of the year the deficit will be 2.9 percent, the council says.",
    "Echo": "By the council's forecast the deficit is 2.9 percent at the end of the year.",
}
FRAMES = {
    "Ledger": "Ahlberg won four frames in a row in the evening.",
    "Courier": "In the evening Ahlberg won four frames in a row.",
    "Echo": "Ahlberg took four frames one after another in the evening.",
}


@pytest.mark.parametrize(
    ("texts", "odd", "value"),
    [
        pytest.param(CRATES, "Thieves took 17 crates of tea from the warehouse.", "17", id="objects"),
        pytest.param(
            SHARE,
            "The council sees the deficit at 3.9 percent at the end of the year.",
            "3.9 percent",
            id="share",
        ),
        pytest.param(FRAMES, "Ahlberg won six frames in a row in the evening.", "six", id="runs"),
        pytest.param(
            CRATES, "The thieves made off with twenty-four crates of tea.", "twenty-four", id="words"
        ),
        pytest.param(PUMPS, "Engineers have brought six pumps to the tunnel.", "six", id="a small number"),
        pytest.param(PUMPS, "Sixteen pumps were brought to the tunnel.", "Sixteen", id="passive"),
        pytest.param(
            {
                "Ledger": "At noon, 21 barges were waiting below the lock at Orvale.",
                "Courier": "There were 21 barges in front of the lock at noon.",
                "Echo": "Twenty-one vessels were waiting at noon at the lock.",
            },
            "By midday the lock keeper had 12 barges lying below the lock.",
            "12",
            id="a slip at the same hour",
        ),
        pytest.param(GRANT, "The trust will receive a grant of $14,000.", "$14,000", id="money"),
        pytest.param(GRANT, "The trust receives a grant of $400,000.", "$400,000", id="a nought too many"),
        pytest.param(FARE, "The new fare for the ferry is 1.10 euros.", "1.10 euros", id="cents"),
        pytest.param(
            LOAN, "The loan of $53,400 (900,000 pesos) is for the mill.", "$53,400", id="a slip in dollars"
        ),
        pytest.param(GOALS, "Brandt scored nine goals in 71 league games.", "nine", id="in as many games"),
    ],
)
def test_one_article_alone(texts: Mapping[str, str], odd: str, value: str) -> None:
    (slot,) = align_tallies("mini", claims_of({**texts, "Post": odd}))
    assert ("Post", value) in said(slot)
    assert {source for source, _ in said(slot)} == {"Ledger", "Courier", "Echo", "Post"}


def test_two_that_agree_are_enough_for_the_very_same_noun() -> None:
    two = {source: CRATES[source] for source in ("Ledger", "Echo")}
    (slot,) = align_tallies("mini", claims_of({**two, "Post": "Thieves took 17 crates of tea."}))
    assert said(slot) == {("Ledger", "14"), ("Echo", "14"), ("Post", "17")}


@pytest.mark.parametrize(
    ("texts", "other"),
    [
        pytest.param(CRATES, "The thieves took 14 crates of tea.", id="agrees"),
        pytest.param(CRATES, "Thieves took 17 crates of tea, 14 of them from Orvale.", id="has both"),
        pytest.param(CRATES, "Thieves took another 17 crates of tea.", id="more of them"),
        pytest.param(CRATES, "Thieves took more than 17 crates of tea.", id="bound"),
        pytest.param(CRATES, "Police found 17 of the crates of tea.", id="part"),
        pytest.param(CRATES, "The thieves took 17 tins of coffee.", id="another noun"),
        pytest.param(CRATES, "Thieves took 170 crates of tea last year.", id="another time"),
        pytest.param(CRATES, "The thieves took 90 crates of tea.", id="far off"),
        pytest.param(CRATES, "Of 31 crates of tea 17 were left by the thieves.", id="what is left over"),
        pytest.param(PUMPS, "Engineers brought one pump to the tunnel.", id="one"),
        pytest.param(PUMPS, "By noon engineers had brought six pumps to the tunnel.", id="another hour"),
        pytest.param(
            PUMPS,
            "9.15 am: Engineers have brought six pumps to the tunnel.\n\n8.40 am: The road is shut to cars.",
            id="live report",
        ),
        pytest.param(GRANT, "The trust receives a grant of $14,000 a year.", id="rate"),
        pytest.param(
            FARE,
            "The new fare for the ferry is 1.10 euros, and 80 cents for the bicycle.",
            id="a sum in cents",
        ),
        pytest.param(
            LOAN, "The loan of $49,100 (900,000 pesos) is for the mill.", id="the dollars of two countries"
        ),
        pytest.param(
            GOALS,
            "Brandt scored nine goals in 18 league games this season.",
            id="in so many games of another season",
        ),
        pytest.param(GRANT, "Repairs to the roof will cost the town $14,000.", id="another sum"),
        pytest.param(
            SHARE,
            "The council sees the deficit at 4.5 percent at the end of the year.",
            id="a share, no slip",
        ),
        pytest.param(SHARE, "The union asks for 3.9 percent.", id="a digit of another share"),
        pytest.param(FRAMES, "Ahlberg won six frames in the evening.", id="no run"),
        pytest.param(FRAMES, "Ahlberg won in the evening after eleven frames.", id="what was over by then"),
    ],
)
def test_no_slot(texts: Mapping[str, str], other: str) -> None:
    assert not list(align_tallies("mini", claims_of({**texts, "Post": other})))


def test_many_articles_are_left_to_the_learned_features() -> None:
    told = {f"Paper {number}": CRATES["Courier"] for number in range(tallies._MANY - 1)}
    odd = {"Post": "Thieves took 17 crates of tea from the warehouse."}
    assert list(align_tallies("mini", claims_of({**told, **odd})))
    assert not list(align_tallies("mini", claims_of({**told, **odd, "Echo": CRATES["Echo"]})))


def test_two_articles_that_differ_are_no_single_one() -> None:
    texts = {**CRATES, "Echo": "The thieves took 17 crates.", "Post": "Thieves took 17 crates of tea."}
    assert not list(align_tallies("mini", claims_of(texts)))


def test_a_sum_in_dollars_of_any_country_stands_against_the_one() -> None:
    texts = {**GRANT, "Ledger": GRANT["Ledger"].replace("$", "A$")}
    (slot,) = align_tallies("mini", claims_of({**texts, "Post": "The trust receives a grant of $400,000."}))
    finding = judge_slot(slot)
    assert finding.verdict is Verdict.CONFLICT
    assert {finding.slot.claims[i].mention.source for i in finding.odd} == {"Post"}


def test_what_is_told_days_later_may_have_changed() -> None:
    claims = claims_of({**PUMPS, "Post": "Engineers have brought six pumps to the tunnel."})
    assert list(align_tallies("mini", claims))
    later = claims_of(
        {**PUMPS, "Post": "Engineers have brought six pumps to the tunnel."}, {"Post": timedelta(days=3)}
    )
    assert not list(align_tallies("mini", later))


def test_what_the_learned_features_are_sure_of_is_left_to_them(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = claims_of({**CRATES, "Post": "Thieves took 17 crates of tea from the warehouse."})
    assert list(align_tallies("mini", claims))
    monkeypatch.undo()
    assert not list(align_tallies("mini", claims))
