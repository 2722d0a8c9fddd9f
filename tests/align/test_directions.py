"""One thing that articles put in different directions."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from discrepancy.align.directions import align_directions
from tests.align.stories import claims_of, said


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            {
                "Ledger": "The quake struck 14 km northeast of Orlec on Monday.",
                "Courier": "Its epicentre lay 14 km northeast of Orlec, the institute said.",
                "Beacon": "The tremor hit 14 km southwest of Orlec, where walls cracked.",
            },
            {("Ledger", "northeast"), ("Courier", "northeast"), ("Beacon", "southwest")},
            id="epicentre",
        ),
        pytest.param(
            {
                "Ledger": "The barge was found 3 km upstream of Orlec.",
                "Courier": "The barge lay 3 km up the river from Orlec.",
                "Beacon": "The barge was found 3 km downstream of Orlec.",
            },
            {("Ledger", "upstream"), ("Courier", "up the river"), ("Beacon", "downstream")},
            id="along a river",
        ),
        pytest.param(
            {
                "Ledger": "Divers found the wreck nine nautical miles south of Orlec.",
                "Courier": "The wreck lies in deep water south of Orlec.",
                "Beacon": "The wreck of the ferry was found 17 kilometres north of Orlec.",
            },
            {("Ledger", "south"), ("Courier", "south"), ("Beacon", "north")},
            id="wreck, converted distance",
        ),
        pytest.param(
            {
                "Ledger": "The balloon came down in a field 6 miles west of the town of Orlec.",
                "Courier": "The balloon landed about six miles to the west of Orlec.",
                "Beacon": "The balloon ended in a field six miles east of the town.",
            },
            {("Ledger", "west"), ("Courier", "west"), ("Beacon", "east")},
            id="the town by its sort",
        ),
    ],
)
def test_conflicts(texts: Mapping[str, str], expected: set[tuple[str, str]]) -> None:
    assert [said(slot) for slot in align_directions("s", claims_of(texts))] == [expected]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {
                "Ledger": "The quake struck 14 km north of Orlec.",
                "Courier": "The quake struck 14 km north of Orlec.",
                "Beacon": "The quake struck 30 km south of Saltsk.",
            },
            id="from another town",
        ),
        pytest.param(
            {
                "Ledger": "The camp lies 14 km north of Orlec.",
                "Courier": "The camp lies 14 km north of Orlec.",
                "Beacon": "The dam lies 60 km south of Orlec.",
            },
            id="another distance",
        ),
        pytest.param(
            {
                "Ledger": "One camp lies 14 km north of Orlec, the other camp 9 km south of Orlec.",
                "Courier": "A camp lies 14 km north of Orlec.",
                "Beacon": "A camp lies 9 km south of Orlec.",
            },
            id="two camps",
        ),
        pytest.param(
            {
                "Ledger": "The quake struck 14 km north of Orlec.",
                "Courier": "The quake struck 14 km northeast of Orlec.",
            },
            id="rounded",
        ),
        pytest.param(
            {
                "Ledger": "A school stands north of the river.",
                "Courier": "A warehouse burned down south of the river.",
            },
            id="two things",
        ),
    ],
)
def test_no_conflicts(texts: Mapping[str, str]) -> None:
    assert align_directions("s", claims_of(texts)) == ()
