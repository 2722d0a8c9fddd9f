"""Offices of somebody else that one article alone gives to a person."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from discrepancy.align.offices import align_offices
from discrepancy.model import Kind
from tests.align.stories import claims_of, said

_FIRM = {
    "Ledger": "Chair Petra Salim praised the staff. Chief executive Hugo Lindt will leave in May.",
    "Courier": "Petra Salim, who chairs the company, praised the staff. The CEO, Hugo Lindt, will leave.",
}
_UNION = {
    "Ledger": "Edda Rohn, president of the teachers' union, spoke. School director Simon Aske was silent.",
    "Courier": "Union president Edda Rohn spoke in Holm. Simon Aske, director of the school, was silent.",
}
_TALKS = {
    "Ledger": "Chilean fisheries minister Simon Aske signed. Velten's chief negotiator, Edda Rohn, smiled.",
    "Courier": "Chilean fisheries minister Simon Aske signed. Velten's lead negotiator Edda Rohn smiled.",
}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            {**_FIRM, "Herald": "Chief executive Petra Salim praised the staff of the plant."},
            {("Ledger", "Chair"), ("Courier", "chairs"), ("Herald", "Chief executive")},
            id="the chief executive's office to the chair",
        ),
        pytest.param(
            {**_UNION, "Herald": "Simon Aske, the president of the union, was silent on Friday."},
            {("Ledger", "School director"), ("Courier", "director"), ("Herald", "president")},
            id="the union's president to the school's director",
        ),
        pytest.param(
            {**_TALKS, "Herald": "The minister for fishing of Chile, Edda Rohn, smiled at the table."},
            {("Ledger", "chief negotiator"), ("Courier", "lead negotiator"), ("Herald", "minister")},
            id="another word for the field and for the country",
        ),
    ],
)
def test_taken(texts: Mapping[str, str], expected: set[tuple[str, str]]) -> None:
    """One finding, on the offices of the person to whom the wrong one is given."""
    (slot,) = align_offices("mini", claims_of(texts))
    assert slot.kind is Kind.ROLE
    told = {(source, text.split(" ")[-1].casefold()) for source, text in said(slot)}
    assert told == {(source, text.split(" ")[-1].casefold()) for source, text in expected}


def test_who_gives_it_to_somebody_else_speaks_against() -> None:
    """Whatever else the person is there; the one that names no holder takes no side."""
    texts = {
        "Ledger": "Prosecutor Petra Salim asked for 12 years. Hugo Lindt, the lawyer of the baker, was calm.",
        "Courier": "The prosecutor, Petra Salim, was stern. Defence lawyer Hugo Lindt was calm.",
        "Echo": "Prosecutor Petra Salim spoke for an hour.",
        "Post": "The lawyer Hugo Lindt spoke for an hour.",
        "Herald": "The prosecutor, Hugo Lindt, was calm.",
    }
    (slot,) = (slot for slot in align_offices("mini", claims_of(texts)) if slot.kind is Kind.ROLE)
    told = {(source, text.casefold()) for source, text in said(slot)}
    assert told == {("Herald", "prosecutor"), ("Courier", "defence lawyer"), ("Ledger", "lawyer")}


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {**_FIRM, "Herald": "Petra Salim was elected chief executive to succeed Hugo Lindt."},
            id="elected since",
        ),
        pytest.param(
            {**_FIRM, "Herald": "Chair and chief executive Petra Salim praised the staff."}, id="has both"
        ),
        pytest.param({**_FIRM, "Herald": "The lawyer Petra Salim praised the staff."}, id="a profession"),
        pytest.param(
            {**_FIRM, "Herald": "Acting chief executive Petra Salim praised the staff."}, id="for a time"
        ),
        pytest.param(
            {**_UNION, "Herald": "Simon Aske, president of the rowing club, was silent."},
            id="of another body",
        ),
        pytest.param(
            {
                "Ledger": "Council chair Petra Salim spoke. Rector Edda Rohn did not.",
                "Courier": "Advocate Petra Salim spoke.",
                "Herald": "Petra Salim, chair of the council, spoke.",
                "Radio": "Advocate Petra Salim spoke against the rector.",
            },
            id="a profession that two articles tell",
        ),
        pytest.param(
            {
                "Ledger": "Chief executive Hugo Lindt will leave the vineyard.",
                "Courier": "Hugo Lindt, the general manager, will leave the vineyard.",
                "Herald": "The CEO, Hugo Lindt, will leave.",
            },
            id="a general manager outside sport",
        ),
    ],
)
def test_not_taken(texts: Mapping[str, str]) -> None:
    """No office is contested where the person may well be both."""
    assert not [slot for slot in align_offices("mini", claims_of(texts)) if slot.kind is Kind.ROLE]


def test_filled_for_a_time() -> None:
    """Who fills an office for a time is asked in whatever words it is told, and beside who leaves it."""
    texts = {
        "Ledger": "Rector Ann Roe stepped down. Registrar Edda Rohn will act in her place. Simon Aske left.",
        "Courier": "Edda Rohn is in charge for now. Simon Aske had no comment.",
        "Herald": "Acting head Simon Aske told staff to stay calm. Edda Rohn was away.",
    }
    (slot,) = align_offices("mini", claims_of(texts))
    assert slot.kind is Kind.NAME
    assert said(slot) == {("Ledger", "Edda Rohn"), ("Courier", "Edda Rohn"), ("Herald", "Simon Aske")}


_MUSEUM = "Petra Salim, a botanist at the university, spoke. Hugo Lindt, the director of the museum, smiled."


def test_misplaced_where_the_holder_is_known() -> None:
    """Who names the holder as nothing in particular has exchanged no names."""
    texts = {
        "Ledger": _MUSEUM,
        "Courier": "Hugo Lindt, the director of the museum, smiled.",
        "Herald": "Petra Salim, director of the museum, spoke. Hugo Lindt waved.",
    }
    (slot,) = align_offices("mini", claims_of(texts))
    assert slot.label == "office of Petra Salim"
    texts["Herald"] += " Lindt is a botanist at the university."
    assert [s.label for s in align_offices("mini", claims_of(texts))] != ["office of Petra Salim"]


def test_a_garrison_has_its_own_commander() -> None:
    """That others give the command of a part to the one who is made head of the whole."""
    texts = {
        "Ledger": "Colonel Hugo Lindt, commanding officer at the barracks, was calm. "
        "The head of the Defence Force, General Petra Salim, arrives today.",
        "Courier": "Colonel Hugo Lindt, who led the talks, was calm.",
        "Herald": "Defence Force chief Hugo Lindt was calm.",
    }
    (slot,) = align_offices("mini", claims_of(texts))
    assert said(slot) == {("Herald", "Defence Force chief"), ("Ledger", "commanding officer")}


def test_misplaced() -> None:
    """Who knows the holder and the other person apart says that the office is wrong, not the name."""
    texts = {"Ledger": _MUSEUM, "Herald": "Petra Salim, director of the museum, spoke at length."}
    (slot,) = align_offices("mini", claims_of(texts))
    assert slot.kind is Kind.ROLE
    assert slot.label == "office of Petra Salim"
    assert said(slot) == {("Herald", "director"), ("Ledger", "botanist")}
    assert [slot.claims[i].mention.source for i in slot.provenance.odd] == ["Herald"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            "Petra Salim spoke. Hugo Lindt, the director of the museum, smiled.",
            "Petra Salim, director of the museum, spoke at length.",
            id="the person is nothing else",
        ),
        pytest.param(
            "General Petra Salim saluted. Hugo Lindt, the fire chief of Holm, smiled.",
            "Petra Salim, the fire chief of Holm, saluted.",
            id="a rank",
        ),
        pytest.param(
            "Professor Petra Salim saluted. Hugo Lindt, the fire chief of Holm, smiled.",
            "Petra Salim, the fire chief of Holm, saluted.",
            id="a title",
        ),
        pytest.param(
            _MUSEUM,
            "Petra Salim, director of the museum, spoke. Hugo Lindt waved.",
            id="both articles have both",
        ),
    ],
)
def test_not_misplaced(first: str, second: str) -> None:
    """Nothing tells which of the two has the office, so who has it is asked."""
    (slot,) = align_offices("mini", claims_of({"Ledger": first, "Herald": second}))
    assert slot.kind is Kind.NAME
    assert {text for _, text in said(slot)} == {"Hugo Lindt", "Petra Salim"}
