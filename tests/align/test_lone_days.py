"""Printed days and years that one article alone has, a slip away from what several others print."""

from __future__ import annotations

import pytest

from discrepancy.align.days import align_days
from tests.align.stories import claims_of, said

# The stories are published on Tuesday, 6 May 2031.
CONFLICTS = [
    pytest.param(
        {
            "Wire": "The glider crashed into a barley field near Ostrey on 18 February 2029.",
            "Local": "A glider on its way to Ostrey came down in barley on 18 February 2029.",
            "Trade": "The report is on the loss of a glider on approach to Ostrey on 28 February 2029.",
        },
        {("Trade", "28 February 2029"), ("Local", "18 February 2029"), ("Wire", "18 February 2029")},
        id="digit-of-the-day",
    ),
    pytest.param(
        {
            "Wire": "The tannery at Corran was destroyed by flames on 19 March 2030.",
            "Local": "Nothing was left of the Corran tannery after the fire of 19 March 2030.",
            "Trade": "The claim was lodged nine days after the loss of the tannery on 19 April 2030.",
        },
        {("Trade", "19 April 2030"), ("Local", "19 March 2030"), ("Wire", "19 March 2030")},
        id="another-month",
    ),
    pytest.param(
        {
            "Wire": "The next meeting of the bank's board is on 4 June.",
            "Local": "The board of the bank meets again on June 4.",
            "Blog": "Next meeting of the board: 12 June.",
        },
        {("Blog", "12 June"), ("Local", "June 4"), ("Wire", "4 June")},
        id="next-time",
    ),
    pytest.param(
        {
            "Wire": "The old mark of 53.27 was set by Petra Vossel in 1999.",
            "Local": "Vossel's mark of 53.27, from 1999, is gone.",
            "Radio": "The old mark was 53.27, run by Vossel in 1989.",
        },
        {("Radio", "1989"), ("Local", "1999"), ("Wire", "1999")},
        id="ten-years",
    ),
]

NONE = [
    pytest.param(
        {
            "Wire": "The tannery at Corran was destroyed by flames on 1 March 2030.",
            "Local": "Nothing was left of the Corran tannery after the fire of 1 March 2030.",
            "Trade": "The claim was lodged nine days after the loss of the tannery on 1 April 2030.",
        },
        id="first-of-a-month",
    ),
    pytest.param(
        {
            "Wire": "The glider crashed into a barley field near Ostrey on 18 February 2029.",
            "Trade": "The report is on the loss of a glider on approach to Ostrey on 28 February 2029.",
        },
        id="one-against-one",
    ),
    pytest.param(
        {
            "Wire": "The glider crashed into a barley field near Ostrey on 18 February 2029.",
            "Local": "The glider fell on 18 February 2029. A memorial was held on 28 February 2029.",
            "Trade": "A memorial for the pilot of the glider was held at Ostrey on 28 February 2029.",
        },
        id="told-by-another",
    ),
    pytest.param(
        {
            "Wire": "The bridge at Corran closed on 4 June 2029.",
            "Local": "Since 4 June 2029 nobody has crossed the Corran bridge.",
            "Trade": "Two deckhands of a trawler drowned off Halsing on 4 July 2029.",
        },
        id="other-things",
    ),
    pytest.param(
        {
            "Wire": "The shop sold lamps until 24 December.",
            "Local": "The lamps were sold until 24 December.",
            "Trade": "The lamps will be sold again after Christmas.",
        },
        id="festival",
    ),
]


@pytest.mark.parametrize(("texts", "answers"), CONFLICTS)
def test_a_lone_date_is_a_slip(texts: dict[str, str], answers: set[tuple[str, str]]) -> None:
    assert answers in [said(slot) for slot in align_days("mini", claims_of(texts))]


@pytest.mark.parametrize("texts", NONE)
def test_dates_that_may_both_be_true(texts: dict[str, str]) -> None:
    assert align_days("mini", claims_of(texts)) == ()
