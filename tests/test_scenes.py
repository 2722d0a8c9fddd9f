"""What a place is the place of, read from the grammar."""

from __future__ import annotations

import pytest

from discrepancy.model import Kind
from discrepancy.scenes import BUILDING, COMING, DOING, ROLE, SITE
from tests.align.stories import claims_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ilse Brandt told a news conference in Tolvane that she will resign.",
            {("Tolvane", "announced", ""), ("Tolvane", "deed", "tell conference")},
            id="noun between place and verb",
        ),
        pytest.param(
            "Their bodies were dug from the snow in the village of Orlec.",
            {("Orlec", "dead", ""), ("Orlec", "deed", "dig body")},
            id="village of",
        ),
        pytest.param(
            "Two climbers died. They were sleeping in Camp One.",
            {("Camp One", "dead", "")},
            id="they are the dead of the sentence before",
        ),
        pytest.param(
            "Ilse Brandt, a Leeds woman, went to Leeds.",
            {("Leeds", "home", "Ilse Brandt")},
            id="the town's woman",
        ),
        pytest.param(
            "A burnt grey car was found in Orlec.",
            {("Orlec", "dumped", ""), ("Orlec", "deed", "find car")},
            id="the thieves' car",
        ),
        pytest.param("A second car was found in Orlec.", {("Orlec", "deed", "find car")}, id="another car"),
        pytest.param("Another body was found in Orlec.", {("Orlec", "deed", "find body")}, id="another body"),
        pytest.param(
            "Ilse Brandt, who was born in Vienna, lives in Orlec.",
            {("Vienna", "born", "Ilse Brandt"), ("Orlec", "lives", "Ilse Brandt")},
            id="two facts of one life",
        ),
        pytest.param(
            "Minister Ilse Brandt resigned. The Kenya-born lawyer is 53.",
            {("Kenya", "born", "Ilse Brandt")},
            id="where the one told of before was born",
        ),
        pytest.param(
            "Minister Ilse Brandt resigned. The 53-year-old from Orlec wept.",
            {("Orlec", "home", "#53")},
            id="an age from somewhere",
        ),
        pytest.param(
            "Minister Ilse Brandt resigned. The woman from Orlec wept.",
            {("Orlec", "home", "Ilse Brandt")},
            id="the one told of before, from somewhere",
        ),
        pytest.param(
            "Minister Ilse Brandt resigned. The Vienna woman wept.",
            {("Vienna", "home", "Ilse Brandt")},
            id="the town's girl told of before",
        ),
        pytest.param(
            "Minister Ilse Brandt resigned. The lawyer, who comes from Orlec, wept.",
            {("Orlec", "home", "Ilse Brandt")},
            id="whose calling comes from somewhere",
        ),
        pytest.param(
            "Minister Ilse Brandt resigned. She lives in her native Szeged.",
            {("Szeged", "home", "Ilse Brandt"), ("Szeged", "lives", "Ilse Brandt")},
            id="her native town",
        ),
        pytest.param(
            "Minister Ilse Brandt resigned. Vienna is where she was born.",
            {("Vienna", "born", "Ilse Brandt")},
            id="is where somebody was born",
        ),
        pytest.param(
            "Minister Ilse Brandt grew up in Orlec.",
            {("Orlec", "grew", "Ilse Brandt")},
            id="verb with a particle",
        ),
        pytest.param(
            "Ilse Brandt, the ambassador to Austria, resigned.",
            {("Austria", "posted", "Ilse Brandt")},
            id="ambassador",
        ),
        pytest.param("Ilse Brandt spoke to Austria.", set(), id="no posting"),
        pytest.param(
            "Acid ran from the Holzer brewery in Orlec.",
            {("Orlec", "seat", "holzer brewery")},
            id="what has a name and stands there",
        ),
        pytest.param(
            "A bus hit a wall between Orlec and Saltsk.",
            {("Orlec", "between", "Saltsk"), ("Saltsk", "between", "Orlec")},
            id="between two places",
        ),
        pytest.param(
            "Growth was strongest in Orlec.",
            {("Orlec", "most", "")},
            id="superlative",
        ),
    ],
)
def test_scenes_of_places(text: str, expected: set[tuple[str, str, str]]) -> None:
    found = {
        (claim.mention.text, scene.frame, scene.of)
        for claim in claims_of({"Ledger": text})
        if claim.mention.kind is Kind.PLACE
        for scene in claim.key.scenes
        if scene.frame not in {BUILDING, COMING, DOING, ROLE, SITE}
    }
    assert found == expected


def test_only_places_have_scenes() -> None:
    claims = claims_of({"Ledger": "On Monday 12 people died in Orlec, said Ilse Brandt."})
    assert not any(claim.key.scenes for claim in claims if claim.mention.kind is not Kind.PLACE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Two men were flown to the burns unit in Szeged.",
            {("role", "at"), ("site", "hospital"), ("doing", "moved")},
            id="building and verb",
        ),
        pytest.param(
            "The car was found burned out near Szeged.",
            {("role", "near"), ("doing", "found")},
            id="how it was found",
        ),
        pytest.param(
            "The hearing was in the Szeged courtroom.", {("role", "at"), ("site", "court")}, id="compound"
        ),
        pytest.param(
            "The driver died on Monday in the Carrow Memorial Hospital in Szeged, a nurse said.",
            {
                ("role", "at"),
                ("site", "hospital"),
                ("building", "carrow memorial hospital"),
                ("doing", "died"),
            },
            id="building with a name",
        ),
        pytest.param(
            "The skull will be taken to Szeged.",
            {("role", "at"), ("doing", "moved"), ("coming", "")},
            id="still to happen",
        ),
        pytest.param("A villa near Szeged burned down.", {("role", "near"), ("site", "home")}, id="near"),
        pytest.param("The lad out of Szeged won.", {("role", "from")}, id="out of"),
        pytest.param(
            "They were no kin, the laboratory in Szeged has found.",
            {("role", "source"), ("site", "laboratory"), ("doing", "found")},
            id="of who found it out",
        ),
        pytest.param(
            "The silver is to go to Szeged.",
            {("role", "at"), ("doing", "moved"), ("coming", "")},
            id="is to happen",
        ),
    ],
)
def test_how_places_hang_in_their_clause(text: str, expected: set[tuple[str, str]]) -> None:
    (claim,) = [c for c in claims_of({"Ledger": text}) if c.mention.text == "Szeged"]
    found = {(s.frame, s.of) for s in claim.key.scenes if s.frame in {BUILDING, COMING, DOING, ROLE, SITE}}
    assert found == expected


def test_nothing_stands_where_a_firm_beside_it_has_its_home() -> None:
    claims = claims_of({"Ledger": "The group sold its share in the mine to Holzer Metals of Vienna."})
    (place,) = [c for c in claims if c.mention.kind is Kind.PLACE and c.mention.text == "Vienna"]
    assert {(scene.frame, scene.of) for scene in place.key.scenes} == {("home", "Holzer Metals")}
