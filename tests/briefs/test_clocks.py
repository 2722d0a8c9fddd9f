"""Times of day by two clocks."""

from __future__ import annotations

import pytest

PAIRS = (
    ("The talks open at 10 a.m. Tokyo time on 12 May.", "The talks open at 01:00 GMT on 12 May.", False),
    ("The launch is set for 3 p.m. Eastern time.", "The launch is set for 20:00 GMT.", False),
    ("The launch is set for 3 p.m. ET on 4 July.", "The launch is set for 19:00 GMT on 4 July.", False),
    ("The launch is set for 3 p.m. ET on 4 July.", "The launch is set for 20:00 GMT on 4 July.", True),
    ("The summit starts at 14:00 in Nairobi.", "The summit starts at 11:00 GMT.", False),
    ("The summit starts at 14:00 in Nairobi.", "The summit starts at 14:00 GMT.", True),
    (
        "The game kicks off at 8 p.m. Berlin time on 3 May.",
        "The game kicks off at 9 p.m. London time on 3 May.",
        True,
    ),
    (
        "The rocket lifted off at 11:15 p.m. PDT on August 3.",
        "The rocket lifted off at 06:15 GMT on August 4.",
        False,
    ),
    (
        "The rocket lifted off at 11:15 p.m. PDT on August 3.",
        "The rocket lifted off at 08:15 GMT on August 4.",
        True,
    ),
    ("The vote starts at 10 a.m.", "The vote starts at 08:00 GMT.", False),
    ("The speech begins at 9 p.m. Moscow time.", "The speech begins at 8 p.m. GMT.", True),
)


@pytest.mark.parametrize(("left", "right", "expected"), PAIRS)
def test_pair(contradict, left: str, right: str, expected: bool) -> None:
    assert contradict(left, right) is expected
