"""Ages of another time of a life, and birthdays."""

from __future__ import annotations

from datetime import timedelta

import pytest

from discrepancy.align.ages import is_of_another_time
from discrepancy.align.attributes import align_ages
from discrepancy.model import Figure
from tests.align.stories import claims_of

# The stories are published on Tuesday, 6 May 2031.


@pytest.mark.parametrize(
    ("text", "other"),
    [
        pytest.param("Ilsa Vell, who was 41 when the mast hit her, spoke.", True, id="when"),
        pytest.param("Ilsa Vell was 41 at the time.", True, id="at-the-time"),
        pytest.param("Ilsa Vell, then 41, was hurt.", True, id="then"),
        pytest.param("Ilsa Vell has run the mill since she was 41.", True, id="since"),
        pytest.param("In 2019 Ilsa Vell, 41, took over the mill.", True, id="year"),
        pytest.param("In 2031 Ilsa Vell, 41, took over the mill.", False, id="this-year"),
        pytest.param("Ilsa Vell was 41 when she died.", False, id="death-ends-it"),
        pytest.param("Ilsa Vell was 41 when the mill burned on Sunday.", False, id="this-week"),
        pytest.param("Ilsa Vell, 41, spoke when the mast fell.", False, id="when-of-a-verb"),
    ],
)
def test_is_of_another_time(text: str, other: bool) -> None:
    [age] = [c for c in claims_of({"Wire": text}) if _is_age(c.mention.value)]
    assert is_of_another_time(age) is other


def _is_age(value: object) -> bool:
    return isinstance(value, Figure) and value.measure == "age"


BEFORE = "The barge is steered by Ilsa Vell, 51, of Welby."


@pytest.mark.parametrize(
    ("text", "conflict"),
    [
        pytest.param("Ilsa Vell, who turned 52 last week, sails on.", False, id="turned"),
        pytest.param("Ilsa Vell, who will be 52 in June, sails on.", False, id="will-be"),
        pytest.param(
            "Ilsa Vell had her 52nd birthday on Sunday. Ilsa Vell, 52, sails on.", False, id="birthday"
        ),
        pytest.param("Ilsa Vell, who turned 53 last week, sails on.", True, id="two-years"),
        pytest.param("Ilsa Vell, 52, sails on.", True, id="no-birthday"),
        pytest.param("Ilsa Vell, who was 19 when she first sailed here, sails on.", False, id="then"),
    ],
)
def test_a_birthday_explains_a_year(text: str, conflict: bool) -> None:
    claims = claims_of({"Wire": BEFORE, "Brief": text}, {"Brief": timedelta(9)})
    assert bool([*align_ages("mini", claims)]) is conflict
