"""One article's place against the one that all others have there, told by what stands around."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from discrepancy.align.whereabouts import align_whereabouts
from tests.align.stories import claims_of, said

HOSPITAL = {
    "Ledger": "Four workers were burned in the blast. The two worst hurt were flown to hospital in Maribor.",
    "Courier": "Two of the four burned workers were taken by helicopter to the clinic in Maribor.",
}
COUNT = {
    "Ledger": "Judge Ilse Brandt ordered the 37 boxes opened at the courthouse in Orlec on Friday.",
    "Courier": "All 37 ballot boxes were carried into the courtroom in Orlec, where Ilse Brandt sat.",
}
FOSSIL = {
    "Ledger": "The skull will be flown to Leipzig in May and scanned there for three weeks.",
    "Courier": "In May the skull travels to Leipzig, where it will be scanned.",
}
RALLY = {
    "Ledger": "The union has called a rally in Aarhus on 11 October 2024.",
    "Courier": "The teachers will meet in Aarhus on 11 October 2024, their leader said.",
}
RAID = {
    "Ledger": "Customs officers searched 17 addresses, among them a warehouse in Orlec and a flat.",
    "Courier": "The 17 searches took in a warehouse in Orlec. Two men were held.",
}


@pytest.mark.parametrize(
    ("agreed", "third", "place", "odd"),
    [
        pytest.param(
            HOSPITAL,
            "A helicopter carried the two workers with the worst burns to a hospital in Bolzano.",
            "Maribor",
            "Bolzano",
            id="hospital",
        ),
        pytest.param(
            COUNT,
            "Thirty-seven boxes: 37 of them stood in the courtroom in Saltsk when judge Ilse Brandt came in.",
            "Orlec",
            "Saltsk",
            id="court in towns that no table has",
        ),
        pytest.param(
            FOSSIL,
            "The skull is transported to Dresden in May, for the scan.",
            "Leipzig",
            "Dresden",
            id="where a thing is taken",
        ),
        pytest.param(
            RAID,
            "In 17 houses was searched by the customs, so in a depot in Saltsk.",
            "Orlec",
            "Saltsk",
            id="warehouse by another word",
        ),
        pytest.param(
            RALLY,
            "For the 11th of October 2024 they summon to a manifestation in Leipzig.",
            "Aarhus",
            "Leipzig",
            id="on a day of which nobody tells a third place",
        ),
        pytest.param(
            RALLY,
            "The union sits in Aarhus. A big manifestation is on 11 October 2024 in Leipzig.",
            "Aarhus",
            "Leipzig",
            id="on such a day, though the place is known",
        ),
    ],
)
def test_one_article_has_another_place(agreed: Mapping[str, str], third: str, place: str, odd: str) -> None:
    slots = align_whereabouts("s", claims_of({**agreed, "Beacon": third}))
    assert [said(slot) for slot in slots] == [{("Ledger", place), ("Courier", place), ("Beacon", odd)}]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {
                **HOSPITAL,
                "Beacon": "Two burned workers were flown to a hospital in Bolzano, two to Maribor.",
            },
            id="the third knows the place too",
        ),
        pytest.param(
            {**HOSPITAL, "Beacon": "The two worst hurt were flown to a hospital in Slovenia."},
            id="a country",
        ),
        pytest.param(
            {**HOSPITAL, "Beacon": "The two worst hurt were flown to a hospital near Bolzano."},
            id="near another town",
        ),
        pytest.param(
            {**HOSPITAL, "Beacon": "A helicopter carried the two worst hurt away from Bolzano."},
            id="from where, not where to",
        ),
        pytest.param(
            {**HOSPITAL, "Beacon": "The two workers are remembered at their old school in Bolzano."},
            id="another building",
        ),
        pytest.param(
            {
                **FOSSIL,
                "Herald": "The skull goes to Leipzig in May; the jaw is flown to Dresden in May for a scan.",
                "Beacon": "The jaw will be flown to Dresden in May and scanned there.",
            },
            id="another article has that too",
        ),
        pytest.param(
            {
                "Ledger": "The skull will be flown to Leipzig in May and scanned there.",
                "Beacon": "The skull will be flown to Dresden in May and scanned there.",
            },
            id="one against one",
        ),
        pytest.param(
            {
                "Ledger": "The two worst hurt are in a hospital in Maribor.",
                "Courier": "The two worst hurt lie in a hospital in Maribor.",
                "Beacon": "The two worst hurt will be flown to a hospital in Bolzano tomorrow.",
            },
            id="where they are and where they are to go",
        ),
        pytest.param(
            {
                **HOSPITAL,
                "Beacon": "One woman with two bad burns was flown to a hospital in the Josefstadt district.",
            },
            id="a quarter of a town",
        ),
        pytest.param(
            {
                "Ledger": "Three men were taken to a hospital in Maribor.",
                "Courier": "Three men with burns were taken to a hospital in Maribor.",
                "Beacon": "A woman with burns was flown to a hospital in Bolzano.",
            },
            id="a woman and three men",
        ),
        pytest.param(
            {
                "Ledger": "She will start at the Carrow Memorial Hospital in Leipzig on Monday.",
                "Courier": "She was to start on Monday at the Carrow Memorial Hospital in Leipzig.",
                "Beacon": "She died at the Dunmore General Hospital in Dresden on Monday.",
            },
            id="two hospitals by name",
        ),
        pytest.param(
            {
                **RALLY,
                "Beacon": "On 11 October 2024 they march in Leipzig and in Aarhus.",
            },
            id="both on one day",
        ),
        pytest.param(
            {
                **RALLY,
                "Beacon": "They summon to a manifestation in Leipzig on 11 October 2024.",
                "Herald": "The miners will march in Dresden on 11 October 2024.",
            },
            id="a day with a third place",
        ),
        pytest.param(
            {
                "Ledger": "The armed raid on the savings bank in Orlec lasted four minutes.",
                "Courier": "Four armed men raided the savings bank in Orlec.",
                "Beacon": "The armed raid on the savings bank at Lowgate lasted four minutes.",
            },
            id="a square of the town",
        ),
        pytest.param(
            {
                "Ledger": "Diggers on Monday presented a stone chapel dug up in a bean meadow in Shetland, "
                "with three bells and 23 brass spoons.",
                "Courier": "Diggers on Monday showed a stone chapel dug up in a bean meadow in Shetland, "
                "with three bells and 23 brass spoons.",
                "Beacon": "The bells of the bean meadow with 23 brass spoons were not of one "
                "casting, the laboratory in Dundee has found.",
            },
            id="where it was found out",
        ),
        pytest.param(
            {
                "Ledger": "A cracked hose led to 19 leaks, nine of them in Austria.",
                "Courier": "Nine of the 19 leaks after a cracked hose were in Austria.",
                "Beacon": "A cracked hose led to 19 leaks, none of them in Spain.",
            },
            id="where there was none",
        ),
        pytest.param(
            {
                "Ledger": "The group will close its plant in Maribor in June.",
                "Courier": "The plant in Maribor will be closed in June by the group.",
                "Beacon": "The group will close offices in June, with no change at the Bolzano plant.",
            },
            id="one of several plants",
        ),
        pytest.param(
            {
                "Ledger": "A court in Maribor gave the owner of the depot four years on Monday.",
                "Courier": "On Monday a court in Maribor sentenced the owner of the depot to four years.",
                "Beacon": "In January a court in Bolzano gave the bookkeeper of the depot a year.",
            },
            id="a court of another season",
        ),
    ],
)
def test_no_conflict(texts: Mapping[str, str]) -> None:
    assert align_whereabouts("s", claims_of(texts)) == ()
