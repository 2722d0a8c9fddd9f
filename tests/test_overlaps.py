"""One contradiction is shown once."""

from __future__ import annotations

import pytest

from discrepancy.align.slots import align_claims
from discrepancy.config import CompareConfig
from discrepancy.judge import judge_slots
from discrepancy.model import Kind, Verdict
from tests.align.stories import claims_of

_WORDS = "“The bells rang and the doors stayed shut all night,”"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(
            f"{_WORDS} said Petra Salim, the fire chief of Holm.",
            f"{_WORDS} said Hugo Lindt, the fire chief of Holm.",
            {Kind.QUOTE},
            id="the chief beside the words",
        ),
        pytest.param(
            f"{_WORDS} said Petra Salim. The fire chief of Holm, Edda Rohn, wept.",
            f"{_WORDS} said Hugo Lindt. The fire chief of Holm, Simon Aske, wept.",
            {Kind.QUOTE, Kind.NAME},
            id="other people",
        ),
        pytest.param(
            f"{_WORDS} said Petra Salim. The fire chief of Holm, Petra Salim, wept.",
            f"{_WORDS} said a man. The fire chief of Holm, Hugo Lindt, wept.",
            {Kind.NAME},
            id="words of one",
        ),
    ],
)
def test_words_tell_who_is_chief(first: str, second: str, expected: set[Kind]) -> None:
    claims = claims_of({"Ledger": first, "Herald": second})
    findings = judge_slots(align_claims("mini", claims), CompareConfig())
    conflicts = [finding for finding in findings if finding.verdict is Verdict.CONFLICT]
    assert {finding.slot.kind for finding in conflicts} == expected
    assert len(conflicts) == len(expected)


@pytest.mark.parametrize(
    ("third", "expected"),
    [
        pytest.param(
            "Finance Minister Edda Rohn wrote the bill. It was read twice.", {Kind.ROLE}, id="another office"
        ),
        pytest.param(
            "Labour Minister Edda Rohn wrote the bill. Finance Minister Hugo Lindt wept.",
            set(),
            id="as all say",
        ),
    ],
)
def test_a_wrong_office_makes_no_second_holder(third: str, expected: set[Kind]) -> None:
    told = "Labour Minister Edda Rohn wrote the bill. The finance minister, Hugo Lindt, opposed it."
    claims = claims_of({"Ledger": told, "Herald": told.replace("wrote", "drafted"), "Courier": third})
    findings = judge_slots(align_claims("mini", claims), CompareConfig())
    kinds = {finding.slot.kind for finding in findings if finding.verdict is Verdict.CONFLICT}
    assert kinds == expected
