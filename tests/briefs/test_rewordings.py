"""Pairs in which two newsrooms choose other words for one thing."""

from __future__ import annotations

import pytest

from discrepancy.check import check_articles
from discrepancy.model import Article, Verdict

PAIRS = (
    # One deed under several verbs, seen from either side.
    ("Norvia Foods will take over Bellmark.", "Bellmark is to buy Norvia Foods.", True),
    ("Norvia Foods will take over Bellmark.", "Norvia Foods is to buy Bellmark.", False),
    ("Rui Tavel tripped Ben Osk in the area.", "Ben Osk brought down Rui Tavel in the area.", True),
    ("Rui Tavel tripped Ben Osk in the area.", "Ben Osk was brought down by Rui Tavel in the area.", False),
    # Blame in the active voice.
    (
        "Investigators blamed the Corley crash on a worn brake.",
        "Excessive speed caused the Corley crash, investigators said.",
        True,
    ),
    (
        "Investigators blamed the Corley crash on a worn brake.",
        "A worn brake caused the Corley crash, investigators said.",
        False,
    ),
    # A measure of what something is only compared with.
    ("The Orrin mast is taller than the 180-metre Vale tower.", "The Orrin mast is 205 metres tall.", False),
    ("The Orrin mast is 180 metres tall.", "The Orrin mast is 205 metres tall.", True),
    # What was asked for, what was got; what was grown, what was sold.
    ("The jury awarded Tessa Quill $3 million.", "Tessa Quill had sued for $9 million.", False),
    ("The jury awarded Tessa Quill $3 million.", "Tessa Quill was awarded $9 million by the jury.", True),
    ("The cooperative harvested 800 tonnes of tea.", "The cooperative exported 300 tonnes of tea.", False),
    # The present tense for what is to come, and what somebody is able to do.
    (
        "The inquest will open in Holm on 4 May 2031.",
        "The inquest goes before the Holm coroner on 9 May 2031.",
        True,
    ),
    (
        "The lift can carry at most 12 tonnes, engineers say.",
        "Engineers put the lift's limit at 20 tonnes.",
        True,
    ),
    ("The Orrin lake can hold 70 million litres.", "The Orrin lake contains 20 million litres.", False),
    # Shares and quantities under other verbs.
    (
        "All 26 seats on the Holm council were filled.",
        "Women won 16 of the 26 seats on the Holm council.",
        False,
    ),
    (
        "Most of the 40 parish councillors backed Mayor Dahl's plan.",
        "Only 11 of the 40 parish councillors voted for Mayor Dahl's plan.",
        True,
    ),
    (
        "Most of the 40 parish councillors backed Mayor Dahl's plan.",
        "Some 31 of the 40 parish councillors voted for Mayor Dahl's plan.",
        False,
    ),
    (
        "A handful of protesters stood outside the mill.",
        "Over 900 demonstrators stood outside the mill.",
        True,
    ),
    ("The bus held 20 pupils and two teachers.", "All 22 people on the bus survived.", False),
    # Sums.
    ("The motion passed by 12 votes to 9.", "The motion passed with a margin of seven votes.", True),
    ("The motion passed by 12 votes to 9.", "The motion passed with a margin of three votes.", False),
    ("Ria Holt took 53% of the vote and her rival 47%.", "Ria Holt beat her rival by 15 points.", True),
    ("Ria Holt took 53% of the vote and her rival 47%.", "Ria Holt beat her rival by six points.", False),
    (
        "Norvia won two gold, one silver and four bronze medals in the regatta.",
        "Norvia won nine medals in the regatta.",
        True,
    ),
    (
        "Norvia won two gold, one silver and four bronze medals in the regatta.",
        "Norvia won seven medals in the regatta.",
        False,
    ),
    # The sides of one thing.
    (
        "The Vesla is stuck off the island's east coast.",
        "The Vesla is stuck on the island's western shore.",
        True,
    ),
    (
        "The Vesla is stuck off the island's east coast.",
        "The Vesla is stuck on the island's eastern shore.",
        False,
    ),
    # Whoever is suspected need not be the one who is still sought.
    (
        "The gunman who shot a guard in Holm is still free.",
        "Police hold the man suspected of shooting a guard in Holm.",
        False,
    ),
    ("The pumpkin weighed in at 900 kilograms.", "The record pumpkin weighed 900 kilos.", False),
)


@pytest.mark.parametrize(("left", "right", "expected"), PAIRS)
def test_pair(contradict, left: str, right: str, expected: bool) -> None:
    assert contradict(left, right) is expected


def test_who_did_it_is_shown_beside_the_deed() -> None:
    texts = {"A": "Norvia Foods bought Bellmark.", "B": "Bellmark acquired Norvia Foods."}
    report = check_articles([Article(side, side, text, story="s") for side, text in texts.items()])
    (finding,) = [finding for finding in report.findings if finding.verdict is Verdict.CONFLICT]
    told = {(claim.mention.article_id, claim.mention.text) for claim in finding.slot.claims}
    assert told == {("A", "bought"), ("A", "Foods"), ("B", "acquired"), ("B", "Bellmark")}
