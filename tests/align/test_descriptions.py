"""People whom one article alone describes as something else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest

from discrepancy.align.descriptions import align_descriptions, is_description
from discrepancy.align.offices import align_offices
from discrepancy.model import Slot
from tests.align.stories import claims_of, said

_FIRM = {
    "Ledger": "The ferry line's finance director, Petra Salim, spoke in Holm on Monday.",
    "Courier": "Petra Salim, who is the head of finance, said the ships were full.",
}
_FINAL = {
    "Ledger": "Eva Lund won the final. Her coach, Karl Roe, wept.",
    "Courier": "Eva Lund has won at last. Karl Roe, the winner's trainer, wept.",
}


def slots_of(texts: Mapping[str, str], later: Mapping[str, timedelta] | None = None) -> tuple[Slot, ...]:
    claims = claims_of(texts, later)
    told = [claim for claim in claims if is_description(claim)]
    return align_descriptions("mini", told, align_offices("mini", claims), claims)


@pytest.mark.parametrize(
    ("texts", "odd"),
    [
        pytest.param(
            {**_FIRM, "Herald": "Petra Salim, the head of catering, spoke in Holm."},
            "head of catering",
            id="field",
        ),
        pytest.param(
            {**_FINAL, "Herald": "There was a hug for Mia Brandt from her coach, Karl Roe."},
            "her coach",
            id="client",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim, head of finance at the rail operator, met the rail authority.",
                "Courier": "The operator's head of finance, Petra Salim, spoke.",
                "Herald": "The rail authority's head of finance, Petra Salim, spoke.",
            },
            "head of finance",
            id="body",
        ),
        pytest.param(
            {
                "Ledger": "The illustrator, Petra Salim, gets a prize.",
                "Courier": "Petra Salim, the artist, gets a prize.",
                "Herald": "Petra Salim, the translator, gets a prize.",
            },
            "translator",
            id="trade",
        ),
    ],
)
def test_lone_article(texts: Mapping[str, str], odd: str) -> None:
    (slot,) = slots_of(texts)
    lone = {claim.mention.source for index, claim in enumerate(slot.claims) if index in slot.provenance.odd}
    assert len(lone) == 1
    assert lone == {"Herald"} or len(slot.claims) == 2
    assert len({source for source, _ in said(slot)}) > 1
    assert any(odd.startswith(text) for source, text in said(slot) if source == "Herald")


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param({**_FIRM, "Herald": "Petra Salim runs the ferry line's accounts."}, id="the same field"),
        pytest.param(
            {**_FIRM, "Herald": "Petra Salim, head of catering and finance director, spoke."},
            id="both fields",
        ),
        pytest.param({**_FIRM, "Herald": "Petra Salim, a former head of catering, spoke."}, id="former"),
        pytest.param({**_FINAL, "Herald": "The winner's coach, Karl Roe, wept."}, id="client not resolved"),
        pytest.param({**_FIRM, "Herald": "Acting head of catering Petra Salim spoke."}, id="for a time"),
        pytest.param(
            {**_FIRM, "Herald": "Petra Salim, who led the search, spoke in Holm."}, id="leads an event"
        ),
        pytest.param(
            {**_FIRM, "Herald": "Petra Salim, head of catering, was appointed in May."}, id="changes hands"
        ),
        pytest.param(
            {
                "Ledger": "Board chair Petra Salim spoke in Holm.",
                "Courier": "Petra Salim, who chairs the board, spoke.",
                "Herald": "Petra Salim, the chief executive, spoke.",
            },
            id="chair and chief executive, nobody else is",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim, head of finance at the rail operator, spoke.",
                "Courier": "The operator's head of finance, Petra Salim, spoke.",
                "Herald": "The rail authority's head of finance, Petra Salim, spoke.",
            },
            id="two words for one body",
        ),
        pytest.param(
            {
                "Ledger": "Eva Lund was jailed. Her lawyer, Karl Roe, will appeal.",
                "Herald": "Tom Aske was jailed. His lawyer, Karl Roe, will appeal.",
            },
            id="a lawyer of two",
        ),
        pytest.param(
            {
                "Ledger": "The ferry line's finance director, Petra Salim, spoke in Holm.",
                "Herald": "Petra Salim, the head of catering, spoke in Holm.",
            },
            id="one against one",
        ),
    ],
)
def test_no_slot(texts: Mapping[str, str]) -> None:
    assert slots_of(texts) == ()


def test_offices_change_in_time() -> None:
    texts = {**_FIRM, "Herald": "Petra Salim, the head of catering, spoke in Holm."}
    assert slots_of(texts, {"Herald": timedelta(days=60)}) == ()


def test_a_client_who_has_another_coach() -> None:
    """One article each is enough then, and who is the coach is no question besides."""
    texts = {
        "Ledger": "Eva Lund won the final. Her coach, Karl Roe, wept.",
        "Courier": "Mia Brandt's coach, Tom Aske, said little.",
        "Herald": "Mia Brandt's coach Karl Roe said little.",
    }
    (slot,) = slots_of(texts)
    assert said(slot) == {("Ledger", "Her coach"), ("Herald", "coach")}
