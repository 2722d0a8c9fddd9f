"""Offices: which one a person holds, and who holds one."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from discrepancy.align.offices import align_offices
from discrepancy.model import Kind
from tests.align.stories import claims_of, said


@pytest.mark.parametrize(
    ("texts", "kind", "expected"),
    [
        pytest.param(
            {
                "Ledger": "Justice Minister Petra Salim resigned.",
                "Courier": "Petra Salim, the interior minister, resigned.",
            },
            Kind.ROLE,
            {("Ledger", "Justice Minister"), ("Courier", "interior minister")},
            id="two portfolios",
        ),
        pytest.param(
            {
                "Ledger": "Professor Petra Salim, the vice-principal, resigned.",
                "Courier": "The principal of the college, Professor Petra Salim, resigned.",
            },
            Kind.ROLE,
            {("Ledger", "vice-principal"), ("Courier", "principal")},
            id="a title both give her says nothing",
        ),
        pytest.param(
            {
                "Ledger": "The mayor of Brackwell, Hugo Lindt, spoke.",
                "Courier": "The mayor of Brackwell, Simon Aske, spoke.",
            },
            Kind.NAME,
            {("Ledger", "Hugo Lindt"), ("Courier", "Simon Aske")},
            id="two holders",
        ),
        pytest.param(
            {
                "Ledger": "The mayor of Brackwell, Hugo Lindt, spoke to Simon Aske.",
                "Courier": "The mayor of Brackwell, Simon Aske, spoke to Hugo Lindt.",
            },
            Kind.NAME,
            {("Ledger", "Hugo Lindt"), ("Courier", "Simon Aske")},
            id="both articles know both people",
        ),
        pytest.param(
            {
                "Ledger": "The army chief of staff, General Hugo Lindt, met Simon Aske.",
                "Courier": "General Simon Aske, the army chief of staff, was angry.",
            },
            Kind.NAME,
            {("Ledger", "Hugo Lindt"), ("Courier", "Simon Aske")},
            id="an office with a rank beside it",
        ),
        pytest.param(
            {
                "Ledger": "Edda Rohn of the ice institute, who led the study, met Jonas Velten.",
                "Courier": "The lead author, Jonas Velten, was pleased.",
            },
            Kind.NAME,
            {("Ledger", "Edda Rohn"), ("Courier", "Jonas Velten")},
            id="a post told by a verb",
        ),
    ],
)
def test_slot(texts: Mapping[str, str], kind: Kind, expected: set[tuple[str, str]]) -> None:
    (slot,) = align_offices("mini", claims_of(texts))
    assert slot.kind is kind
    assert said(slot) == expected
    assert slot.label


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {
                "Ledger": "Professor Edda Rohn won the prize.",
                "Courier": "Edda Rohn, the director of the ice institute, won the prize.",
            },
            id="posts one person can have",
        ),
        pytest.param(
            {
                "Ledger": "The mayor of Brackwell, Hugo Lindt, spoke.",
                "Courier": "The mayor of Holm, Simon Aske, spoke.",
            },
            id="mayors of two towns",
        ),
        pytest.param(
            {
                "Ledger": "Sergeant Hugo Lindt spoke to reporters.",
                "Courier": "Sergeant Simon Aske spoke to reporters.",
            },
            id="a post that many have",
        ),
        pytest.param(
            {
                "Ledger": "The mayor of Brackwell, Hugo Lindt, spoke. Simon Aske, mayor of Brackwell, sang.",
                "Courier": "The mayor of Brackwell, Simon Aske, spoke.",
            },
            id="an article gives the post to both",
        ),
        pytest.param(
            {
                "Ledger": "The mayor of Brackwell, Hugo Lindt, spoke.",
                "Courier": "The mayor of Brackwell, Simon Aske, who succeeded Hugo Lindt, spoke.",
            },
            id="the office changed hands",
        ),
        pytest.param(
            {
                "Ledger": "The director, Hugo Lindt, spoke.",
                "Courier": "The director, Simon Aske, spoke.",
            },
            id="nothing says of what",
        ),
        pytest.param(
            {
                "Ledger": "The mayor of Brackwell, Hugo Lindt, spoke.",
                "Courier": "The mayor of Brackwell, Hugo Lindtt, spoke.",
            },
            id="a slip of spelling is asked elsewhere",
        ),
    ],
)
def test_no_slot(texts: Mapping[str, str]) -> None:
    assert [said(slot) for slot in align_offices("mini", claims_of(texts))] == []
