"""When a value in one article stands for a value in another."""

from __future__ import annotations

import pytest

from discrepancy.align.answers import clash, repeats
from discrepancy.compare import compare_values
from discrepancy.model import Claim, Date
from tests.align.stories import claims_of


def _dates(left: str, right: str) -> tuple[Claim, Claim]:
    claims = [c for c in claims_of({"A": left, "B": right}) if isinstance(c.mention.value, Date)]
    (one,) = (c for c in claims if c.mention.source == "A")
    (two,) = (c for c in claims if c.mention.source == "B")
    return one, two


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("It opened on 24 May 2019.", "It opened on 24 May 2019.", True, id="the same"),
        pytest.param("It opened on 24 May 2019.", "It opened in May 2019.", True, id="its month"),
        pytest.param("It opened on 24 May 2019.", "It opened in 2019.", True, id="its year"),
        pytest.param("It opened on 24 May 2019.", "It opened in 2018.", False, id="another year"),
        pytest.param("It opened on 24 May 2019.", "It has stood there since 1974.", False, id="open period"),
        pytest.param("It opened on 24 May 2019.", "It is now open.", False, id="now"),
        pytest.param("It opened on 24 May 2019.", "It opens every Friday.", False, id="set"),
    ],
)
def test_a_day_is_told_again_by_the_month_or_year_it_lies_in(left: str, right: str, expected: bool) -> None:
    one, two = _dates(left, right)
    a, b = one.mention, two.mention
    verdict = compare_values(a.kind, a.value, b.value).verdict
    assert repeats(one, two, verdict) is expected
    assert repeats(two, one, verdict) is expected
    assert not (expected and clash(one, two))
