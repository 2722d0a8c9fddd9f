"""Contradictions between statuses of neighbouring questions."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from discrepancy.align.statuses import align_statuses
from discrepancy.model import Slot
from tests.align.stories import claims_of, said


def align(texts: Mapping[str, str]) -> tuple[Slot, ...]:
    claims = claims_of(texts)
    return align_statuses("mini", claims, claims)[0]


def alike(*texts: str, intro: str) -> dict[str, str]:
    return {source: f"{intro} {text}" for source, text in zip(("Wire", "Post", "Radio"), texts, strict=True)}


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        pytest.param(
            alike(
                "The man, Egil Brask, 41, gave himself up after six hours.",
                "Egil Brask, 41, surrendered to police in the evening.",
                "Egil Brask, 41, was shot dead by police.",
                intro="A gunman held nine guests at the Torvik inn on Monday.",
            ),
            "shot dead by police",
            id="surrendered-and-shot",
        ),
        pytest.param(
            alike(
                "The court acquitted Lena Orth of fraud.",
                "Lena Orth was found not guilty.",
                "Lena Orth got a suspended sentence for fraud.",
                intro="The trial of treasurer Lena Orth ended in Bresk on Tuesday.",
            ),
            "got a suspended sentence",
            id="acquitted-and-sentenced",
        ),
        pytest.param(
            alike(
                "The jury was hung, and Paul Ebner will be tried again.",
                "Jurors failed to reach a verdict on Paul Ebner.",
                "The jury convicted Paul Ebner of manslaughter.",
                intro="The trial of surgeon Paul Ebner ended in Harrow on Friday.",
            ),
            "convicted",
            id="hung-and-convicted",
        ),
    ],
)
def test_contradiction(texts: Mapping[str, str], told: str) -> None:
    assert any(("Radio", told) in said(slot) for slot in align(texts))


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        pytest.param(
            alike(
                "Egil Brask, 41, gave himself up after six hours.",
                "Egil Brask, 41, surrendered to police.",
                "The other gunman, Leif Dahl, was shot dead by police.",
                intro="Two gunmen held nine guests at the Torvik inn on Monday.",
            ),
            "shot dead by police",
            id="of-two-gunmen",
        ),
        pytest.param(
            alike(
                "Lena Orth was acquitted.",
                "The court cleared Lena Orth.",
                "Piet Blom got a suspended sentence.",
                intro="The trial of treasurer Lena Orth and cashier Piet Blom ended in Bresk.",
            ),
            "got a suspended sentence",
            id="of-two-accused",
        ),
    ],
)
def test_of_two_people(texts: Mapping[str, str], told: str) -> None:
    assert all(("Radio", told) not in said(slot) for slot in align(texts))
