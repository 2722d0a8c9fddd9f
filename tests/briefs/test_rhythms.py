"""How often."""

from __future__ import annotations

import pytest

PAIRS = (
    ("The committee meets monthly.", "The committee meets 12 times a year.", False),
    ("The committee meets monthly.", "The committee meets every four weeks.", False),
    ("Trains run every ten minutes.", "Trains run six times an hour.", False),
    ("The fair is held every other year.", "The fair is held annually.", True),
    ("The fair is held every year.", "The daily attendance is 400.", False),
    ("The drug is taken twice a day.", "The drug is taken once a day.", True),
    ("The drug is taken twice a day.", "The drug is taken every 12 hours.", False),
    ("The paper sells 4,000 copies a day.", "The paper appears weekly.", False),
    ("The bus runs every hour on Sundays.", "The bus runs every half-hour on weekdays.", False),
    ("Daily output is 50 tonnes.", "Annual output is 18,000 tonnes.", False),
    ("The champion defends the title twice a year.", "The champion defends the title once a year.", True),
    ("Elections are held every four years.", "The next election is in two years.", False),
    ("Elections are held every four years.", "Elections are held every five years.", True),
    ("The monthly fee is 20 euros.", "The annual fee is 240 euros.", False),
)


@pytest.mark.parametrize(("left", "right", "expected"), PAIRS)
def test_pair(contradict, left: str, right: str, expected: bool) -> None:
    assert contradict(left, right) is expected
