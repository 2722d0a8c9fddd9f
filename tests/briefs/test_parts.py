"""Parts of a whole."""

from __future__ import annotations

import pytest

PAIRS = (
    (
        "Of the 30 miners, 18 were rescued and the rest are still trapped.",
        "Fifteen of the 30 miners are still trapped.",
        True,
    ),
    (
        "Of the 30 miners, 18 were rescued and the rest are still trapped.",
        "Twelve of the 30 miners are still trapped.",
        False,
    ),
    ("Nine of the 20 pupils failed the test.", "Fourteen of the 20 pupils passed the test.", True),
    ("Nine of the 20 pupils failed the test.", "Eleven of the 20 pupils passed the test.", False),
    ("The nine-member panel has four women.", "Six of the nine panel members are men.", True),
    ("The nine-member panel has four women.", "Five of the nine panel members are men.", False),
    ("All of the stolen coins were recovered.", "Eleven of the coins are still missing.", True),
    ("Most of the stolen coins were recovered.", "Eleven of the coins are still missing.", False),
    ("Every bridge in the county was closed.", "Seven of the county's 20 bridges were closed.", True),
    ("Most of the 60 flats were damaged.", "Eleven of the 60 flats were damaged.", True),
    ("Most of the 60 flats were damaged.", "Some 44 of the 60 flats were damaged.", False),
    ("Half of the 40 lawmakers walked out.", "Only five of the 40 lawmakers walked out.", True),
    ("Half of the 40 lawmakers walked out.", "Twenty of the 40 lawmakers walked out.", False),
    ("None of the 12 climbers died.", "Three of the 12 climbers died.", True),
    ("None of the 12 climbers died.", "All 12 climbers survived.", False),
    ("All 12 climbers survived.", "Two of the climbers died.", True),
    ("The avalanche killed nine people, three of them guides.", "Three guides died in the avalanche.", False),
    ("Six people died in the fire.", "The fire killed eight firefighters.", True),
    ("Six people died in the fire.", "The fire killed two firefighters.", False),
    ("Two people were hurt in the riot.", "Nine officers were hurt in the riot.", True),
    ("Nine people were hurt in the riot.", "Two officers were hurt in the riot.", False),
    ("The court has nine judges.", "Four of the judges dissented.", False),
    ("Of the 25 cows, 20 died.", "Ten of the 25 cows survived.", True),
    ("Of the 25 cows, 20 died.", "Five of the 25 cows survived.", False),
    ("Four of the five books sold out.", "The fifth book has not sold well.", False),
    ("The whole crew was rescued.", "Two of the crew drowned.", True),
    ("Seven of the eight teams are Dutch.", "One of the eight teams is Belgian.", False),
    ("The team won six of its nine matches.", "The team lost two of its nine matches.", False),
    ("The team won six of its nine matches.", "The team lost five of its nine matches.", True),
    ("Twenty of the 50 patients were children.", "Ten of the 50 patients died.", False),
    ("All passengers were evacuated.", "Two passengers were hurt.", False),
    ("Not all of the 12 climbers survived.", "Two of the 12 climbers died.", False),
    ("She was the only passenger on the bus.", "Four passengers were on the bus.", True),
    ("She was the only woman on the panel.", "Four men sat on the panel.", False),
    ("The bill passed unanimously.", "Four senators voted against the bill.", True),
    ("The bill passed.", "Four senators voted against the bill.", False),
)


@pytest.mark.parametrize(("left", "right", "expected"), PAIRS)
def test_pair(contradict, left: str, right: str, expected: bool) -> None:
    assert contradict(left, right) is expected
