"""Wordings of what became of somebody or something, each class told for either pole."""

from __future__ import annotations

import pytest

from discrepancy.extract.statuses import extract_statuses
from tests.reading import read

WORDINGS = (
    ("The regulator suspended the mill's licence.", "licence:suspended"),
    ("The mill has lost its licence for good.", "licence:revoked"),
    ("The ministry revoked the licence of the mine.", "licence:revoked"),
    ("The licence of the mine remains valid.", "licence:valid"),
    ("The amendment was carried by 31 votes to 27.", "approval:approved"),
    ("The amendment was thrown out.", "approval:rejected"),
    ("The motion was voted down.", "approval:rejected"),
    ("The jury would not budge.", "approval:rejected"),
    ("The protest fell on deaf ears.", "approval:rejected"),
    ("The runner was put back in his rights by the jury.", "approval:approved"),
    ("The firm paid the hackers.", "payment:paid"),
    ("Her insurer refused to pay.", "payment:unpaid"),
    ("The captain tested negative for alcohol.", "test:negative"),
    ("The captain was over the limit.", "test:positive"),
    ("The search was called off on Sunday.", "operation:stopped"),
    ("A decision has been taken on the dam.", "decision:decided"),
    ("The family was deported on Monday.", "residence:deported"),
    ("The record was ratified.", "ratification:ratified"),
    ("The record was struck from the books.", "ratification:annulled"),
    ("The sprinter was disqualified.", "finishing:disqualified"),
    ("The dam held.", "containment:contained"),
    ("The dam burst.", "containment:breached"),
    ("The drug is not covered by the recall.", "coverage:excluded"),
    ("The residents cannot return yet.", "return:barred"),
    ("The blaze has been tamed.", "fire:under control"),
    ("The blaze is out of control.", "fire:spreading"),
)


@pytest.mark.parametrize(("text", "normal"), WORDINGS)
def test_wording(text: str, normal: str) -> None:
    assert normal in {mention.value.normal for mention in extract_statuses(read(text))}


@pytest.mark.parametrize(
    "text",
    [
        "She insists she is not guilty.",
        "The ground has a licence for 18,000 spectators.",
        "The maternity unit stands beside the mill.",
    ],
)
def test_tells_of_no_status(text: str) -> None:
    told = {mention.value.normal.partition(":")[0] for mention in extract_statuses(read(text))}
    assert not told & {"verdict", "licence", "openness"}
