"""Where events happened and people were, as two articles agree and another does not."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from discrepancy.align.apart import are_told_apart
from discrepancy.align.whereabouts import align_whereabouts
from discrepancy.model import Kind, Name
from tests.align.stories import claims_of, said

CONFERENCE = {
    "Ledger": "“The port stays shut,” Transport Minister Ilse Brandt told a news conference in Tolvane.",
    "Courier": "Transport Minister Ilse Brandt announced in Tolvane on Monday that the port stays shut.",
}
BODIES = {
    "Ledger": "All three victims, two brothers and a neighbour, were found in Orlec, the mayor said.",
    "Courier": "Three bodies were recovered on Monday, every one of them in the village of Orlec.",
}
ENVOY = {
    "Ledger": "The former mayor, Ilse Brandt, will become ambassador to Vienna.",
    "Courier": "Ilse Brandt, who lost her seat, is bound for the embassy in Vienna.",
}
GROWTH = {
    "Ledger": "Growth was strongest in the district of Orlec, where numbers rose by 17.4 percent.",
    "Courier": "Tolvane remains the biggest district, but Orlec is growing fastest. It has put on 17.4 "
    "percent.",
}
BREWERY = {
    "Ledger": "Acid leaked from a tank at the Holzer brewery in the village of Orlec on Monday.",
    "Courier": "A tank leaked at the Holzer brewery in Orlec, and the river turned white.",
}
ABROAD = {
    "Ledger": "President Ilse Brandt was in Orlec when the shooting began.",
    "Courier": "Ilse Brandt, the president, was in Orlec when the first shots fell.",
}


@pytest.mark.parametrize(
    ("agreed", "third", "place", "odd"),
    [
        pytest.param(
            CONFERENCE,
            "It was announced at a news conference in Korvena by the transport minister.",
            "Tolvane",
            "Korvena",
            id="news conference",
        ),
        pytest.param(
            {
                "Ledger": "The forger Tor Holm was seized in Maribor with 640 notes in a camper van.",
                "Courier": "Tor Holm got a year. He was tracked down in Maribor, with 640 notes.",
            },
            "The police caught the man in Szeged, and 640 notes lay under the floor of his van.",
            "Maribor",
            "Szeged",
            id="the man whom the others name",
        ),
        pytest.param(
            {
                "Ledger": "Seven of the injured were in a serious state in a hospital in Maribor.",
                "Courier": "Seven people lie in grave condition in the clinic in Maribor.",
            },
            "A bus crashed in Maribor. Seven in grave condition were driven to the hospital in Szeged.",
            "Maribor",
            "Szeged",
            id="as many of nobody by name, though the other town is known too",
        ),
        pytest.param(
            BODIES,
            "At least three people have died. They were found in the river in Saltsk.",
            "Orlec",
            "Saltsk",
            id="where the dead were found",
        ),
        pytest.param(
            ENVOY,
            "The former mayor, Ilse Brandt, will be sent to Budapest as ambassador.",
            "Vienna",
            "Budapest",
            id="posting of an ambassador",
        ),
        pytest.param(
            GROWTH,
            "Saltsk is the fastest-growing of the nine districts, at 17.4 percent.",
            "Orlec",
            "Saltsk",
            id="the fastest-growing district",
        ),
        pytest.param(
            BREWERY,
            "Acid poured into the river from the Holzer brewery in the village of Saltsk. Cafes in Orlec are "
            "shut.",
            "Orlec",
            "Saltsk",
            id="a named brewery, though the other village is known too",
        ),
        pytest.param(
            ABROAD,
            "Ilse Brandt, the president, had left the capital for Saltsk, the main town of the island.",
            "Orlec",
            "Saltsk",
            id="where a president was",
        ),
        pytest.param(
            {
                "Ledger": "Two climbers died on Monday. The dead were asleep at Camp Two.",
                "Courier": "The two victims, who were at Camp Two, had come from Vienna.",
            },
            "Two climbers are dead. They were sleeping in Camp One.",
            "Camp Two",
            "Camp One",
            id="numbered camps",
        ),
        pytest.param(
            {
                "Ledger": "The miners were flown to the coast, and their plane landed in Orlec at 6 p.m. "
                "with Ilse Brandt.",
                "Courier": "Their plane has landed in Orlec. Ilse Brandt was on board.",
            },
            "It was dark when the door opened at Saltsk airport. Ilse Brandt came down the steps.",
            "Orlec",
            "Saltsk",
            id="where a plane landed",
        ),
        pytest.param(
            {
                "Ledger": "Ilse Brandt, 52, was born in Orlec.",
                "Courier": "The minister, Ilse Brandt, was born in Orlec and studied law.",
            },
            "Ilse Brandt, who was born in Saltsk, is a lawyer.",
            "Orlec",
            "Saltsk",
            id="birthplace",
        ),
        pytest.param(
            {
                "Ledger": "Ilse Brandt, 52, was born in Orlec.",
                "Courier": "The minister, Ilse Brandt, was born in Orlec and studied law.",
            },
            "Ilse Brandt is a native of Saltsk.",
            "Orlec",
            "Saltsk",
            id="native",
        ),
        pytest.param(
            {
                "Ledger": "A bus hit a lorry between Orlec and Dunmere on Tuesday.",
                "Courier": "The bus was on the road between Orlec and Dunmere when it crashed.",
            },
            "A bus and a lorry collided between Saltsk and Dunmere.",
            "Orlec",
            "Saltsk",
            id="between two towns",
        ),
        pytest.param(
            {
                "Ledger": "Ilse Brandt, who is from Szeged, won the race in 42 minutes.",
                "Courier": "Ilse Brandt of Szeged won the race on Monday.",
            },
            "Ilse Brandt of Maribor was first across the line.",
            "Szeged",
            "Maribor",
            id="home of a person",
        ),
        pytest.param(
            {
                "Ledger": "Ilse Brandt, 23, who is from Szeged, won the race in 42 minutes.",
                "Courier": "Ilse Brandt of Szeged won the race on Monday.",
            },
            "Ilse Brandt, 23, won the race, said her coach Eva Lund. The 23-year-old from Maribor wept.",
            "Szeged",
            "Maribor",
            id="home of somebody told by age",
        ),
        pytest.param(
            {
                "Ledger": "Ilse Brandt, 23, who is from Szeged, won the race in 42 minutes.",
                "Courier": "Ilse Brandt of Szeged won the race on Monday.",
            },
            "Ilse Brandt, who grew up in Maribor, was first across the line.",
            "Szeged",
            "Maribor",
            id="where somebody from elsewhere grew up",
        ),
        pytest.param(
            {
                "Ledger": "Brandt Airport said a power cut in Terminal 2 forced it to cancel 84 flights.",
                "Courier": "Thousands were stranded when the lights went out in Terminal 2. Eighty-four "
                "flights were cancelled.",
            },
            "Brandt Airport cancelled 84 flights on Sunday after a power cut in Terminal 3.",
            "Terminal 2",
            "Terminal 3",
            id="numbered terminals",
        ),
        pytest.param(
            {
                "Ledger": "An earthquake struck near the town of Orlec on Tuesday and damaged 340 houses.",
                "Courier": "The epicentre was close to Orlec. Some 340 houses were damaged.",
            },
            "Two dead as quake hits. The tremor struck near the town of Saltsk, damaging 340 houses.",
            "Orlec",
            "Saltsk",
            id="an event by another word",
        ),
        pytest.param(
            {
                "Ledger": "A ferry with 212 passengers ran aground off Orlec on Monday.",
                "Courier": "Passengers spent the night on deck after their ferry ran aground near Orlec. All "
                "212 were taken off.",
            },
            "All 212 passengers were rescued from a ferry that ran aground off Saltsk.",
            "Orlec",
            "Saltsk",
            id="one deed with one number",
        ),
        pytest.param(
            {
                "Ledger": "It will be formally signed in Mindelo, on the coast, on June 28.",
                "Courier": "The official signature will follow in Mindelo on 28 June.",
            },
            "The text will be signed in Praia on 28 June. Canneries in Mindelo welcomed the deal.",
            "Mindelo",
            "Praia",
            id="one signing by its day, though the place is known",
        ),
    ],
)
def test_a_third_place_conflicts_with_two_that_agree(
    agreed: Mapping[str, str], third: str, place: str, odd: str
) -> None:
    slots = align_whereabouts("s", claims_of({**agreed, "Beacon": third}))
    assert [said(slot) for slot in slots] == [
        {("Ledger", place), ("Courier", place), ("Beacon", odd)},
    ]


TREATY = {
    "Ledger": "The river treaty was signed in Orlec by Ilse Brandt and nine other envoys.",
    "Courier": "Ten envoys, Ilse Brandt among them, put their names to the river treaty in Orlec.",
    "Beacon": "In Saltsk ten envoys, one of them Ilse Brandt, inked the river treaty.",
}
DRIVER = {
    "Ledger": "Driver Ilse Brandt, 39, of Batley, admitted the theft.",
    "Courier": "Ilse Brandt, the Batley woman who drove the van, pleaded guilty.",
    "Beacon": "Ilse Brandt, 39, who hails from Barnsley, was jailed.",
}


@pytest.mark.parametrize(
    ("texts", "odd"),
    [
        pytest.param(TREATY, "Saltsk", id="where a treaty is signed"),
        pytest.param(DRIVER, "Barnsley", id="where somebody is from"),
        pytest.param(
            {
                "Ledger": "Drift Air, based in Bergen in western Norway, will buy the airline.",
                "Courier": "Drift Air, the pride of Bergen, is growing.",
                "Beacon": "Stavanger-based Drift Air has bought a rival.",
            },
            "Stavanger",
            id="where a firm is based",
        ),
        pytest.param(
            {
                "Ledger": "Ilse Brandt is a resident of Orlec.",
                "Courier": "Ilse Brandt lives in Orlec.",
                "Beacon": "Ilse Brandt comes from Saltsk.",
            },
            "Saltsk",
            id="resident, lives and comes from",
        ),
    ],
)
def test_one_fact_of_place_is_told_in_many_wordings(texts: Mapping[str, str], odd: str) -> None:
    (slot,) = align_whereabouts("s", claims_of(texts))
    assert {source for source, _ in said(slot)} == set(texts)
    assert ("Beacon", odd) in said(slot)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {**DRIVER, "Beacon": "Ilse Brandt, 39, who was born in Barnsley, was jailed."},
            id="born elsewhere",
        ),
        pytest.param(
            {
                **DRIVER,
                "Beacon": "Ilse Brandt, 39, lives in Barnsley. The 39-year-old from Batley was jailed.",
            },
            id="from one town, at home in another",
        ),
        pytest.param(
            {**DRIVER, "Beacon": "Anna Brandt, 36, of Barnsley, was jailed."}, id="another person's home"
        ),
        pytest.param(
            {**DRIVER, "Beacon": "Ilse Brandt, 39, came from Barnsley by bus."}, id="whence she came"
        ),
        pytest.param({**DRIVER, "Beacon": "Ilse Brandt, 39, of Yorkshire, was jailed."}, id="the region"),
        pytest.param(
            {**CONFERENCE, "Beacon": "Ilse Brandt told a news conference in Tolvane, then flew to Saltsk."},
            id="all agree",
        ),
        pytest.param(
            {
                **CONFERENCE,
                "Beacon": "The union announced at a news conference in Saltsk that it will strike; Ilse "
                "Brandt had spoken in Tolvane.",
            },
            id="the third knows both places",
        ),
        pytest.param(
            {
                **BODIES,
                "Beacon": "All three victims were found near Orlec. Two of the bodies lay in Saltsk.",
            },
            id="the third has the same place as well",
        ),
        pytest.param(
            {**BODIES, "Beacon": "Another body was found in Saltsk on Thursday; three had died on Monday."},
            id="another body",
        ),
        pytest.param(
            {**BODIES, "Beacon": "Three people are dead. Their bodies were found in Harrow County."}
            | {"Herald": "The rain hit Orlec in Harrow County."},
            id="a village in a county",
        ),
        pytest.param(
            {
                "Ledger": "Ilse Brandt was born in Orlec.",
                "Courier": "Ilse Brandt was born in Orlec.",
                "Beacon": "Ilse Brandt lives in Saltsk and has worked in Tolvane.",
            },
            id="born in one town, at home in another",
        ),
        pytest.param(
            {
                "Ledger": "Ilse Brandt, 39, was born in Orlec.",
                "Courier": "Hugo Lindt, 52, was born in Saltsk.",
                "Beacon": "Ilse Brandt, 39, was born in Orlec.",
            },
            id="two people",
        ),
        pytest.param(
            {
                "Ledger": "Ilse Brandt was arrested in Orlec.",
                "Courier": "Ilse Brandt was arrested in Saltsk.",
            },
            id="one against one",
        ),
        pytest.param(
            {
                "Ledger": "Acid leaked at the Holzer brewery in Orlec.",
                "Courier": "Acid leaked at the Holzer brewery in Orlec.",
                "Beacon": "A fire broke out at the Adler brewery in Saltsk.",
            },
            id="two breweries",
        ),
        pytest.param(
            {
                **GROWTH,
                "Beacon": "Unemployment was highest in Saltsk, at 11.2 percent.",
            },
            id="highest by another figure",
        ),
        pytest.param(
            {
                "Ledger": "A fire destroyed a paint factory in Orlec on Tuesday. Nobody was hurt.",
                "Courier": "The blaze in Orlec began on Tuesday at the paint factory.",
                "Beacon": "A fire destroyed a paint factory in Kernwood on Tuesday. Nobody in Orlec died.",
            },
            id="perhaps a quarter of the town",
        ),
        pytest.param(
            {
                "Ledger": "A fire burned 2,400 acres near Orlec.",
                "Courier": "The fire has burned 2,400 acres near Orlec.",
                "Beacon": "A fire burned 2,400 acres near Harrow County.",
            },
            id="a town and a county",
        ),
        pytest.param(
            {
                "Ledger": "Ilse Brandt was arrested in Orlec.",
                "Courier": "Ilse Brandt was arrested in Orlec.",
                "Beacon": "Ilse Brandt was arrested in Bavaria.",
            },
            id="a town and a region that the tables know",
        ),
        pytest.param(
            {
                "Ledger": "The summit will be held in Riga in June 2024.",
                "Courier": "Leaders meet in Riga in June 2024 for the summit.",
                "Beacon": "The last summit was held in Porto in 2022.",
            },
            id="an event of another year",
        ),
        pytest.param(
            {
                "Ledger": "Passengers waited in Terminal 2.",
                "Courier": "Passengers waited in Terminal 2, and then in Terminal 3.",
                "Beacon": "Passengers waited in Terminal 3.",
            },
            id="an article that names both terminals",
        ),
        pytest.param(
            {
                "Ledger": "Ilse Brandt was taken to hospital in Orlec with a broken elbow.",
                "Courier": "Ilse Brandt was taken to hospital in Orlec.",
                "Beacon": "Ilse Brandt will be operated on in Maribor tomorrow.",
            },
            id="a hospital to come",
        ),
        pytest.param(
            {
                "Ledger": "The stage of 171 kilometres from Turin to the pass was won by Ilse Brandt.",
                "Courier": "Over 171 kilometres from Turin to the pass Ilse Brandt won the stage.",
                "Beacon": "The 29-year-old from Maribor won the stage to the pass of 171 kilometres.",
            },
            id="where a rider is from",
        ),
    ],
)
def test_two_events_or_nested_places_are_left_alone(texts: Mapping[str, str]) -> None:
    assert align_whereabouts("s", claims_of(texts)) == ()


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        pytest.param("The band plays in Turin.", "The band plays in Genoa.", False, id="one question"),
        pytest.param(
            "The band plays in Turin on 14 June.", "The band plays in Genoa on 17 June.", True, id="two days"
        ),
        pytest.param(
            "Leaders will meet in Turin.", "Leaders met in Genoa.", True, id="to come and past, of one verb"
        ),
        pytest.param("The plane came from Turin.", "The plane landed in Genoa.", True, id="whence and where"),
    ],
)
def test_what_tells_two_places_apart(left: str, right: str, apart: bool) -> None:
    claims = claims_of({"Ledger": left, "Courier": right})
    a, b = (c for c in claims if c.mention.kind is Kind.PLACE and isinstance(c.mention.value, Name))
    assert are_told_apart(a, b) is apart
    assert are_told_apart(b, a) is apart
