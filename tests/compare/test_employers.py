"""Bodies for which one person is said to be there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.compare.employers import are_one_employer, are_two_employers

WORDS = ("union", "city", "company", "Holm", "Velten", "Rescue", "Service", "VHC", "police", "agency")
bodies = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(tuple)


@pytest.mark.parametrize(
    ("left", "right", "one", "two"),
    [
        pytest.param(("city",), ("city",), True, False, id="one noun"),
        pytest.param(("union",), ("syndicate",), True, False, id="two nouns of a sort"),
        pytest.param(
            ("mountain", "rescuer"), ("Mountain", "Rescue", "Service"), True, False, id="noun and name"
        ),
        pytest.param(("VHC",), ("Velten", "Harbour", "Company"), True, False, id="initials"),
        pytest.param(("city",), ("union",), False, True, id="two sorts"),
        pytest.param(("Harbour", "authority"), ("ferry", "company"), False, True, id="overseen"),
        pytest.param(("police",), ("government",), False, False, id="one may speak for the other"),
        pytest.param(("Holm", "Bank"), ("Velten", "Savings"), False, True, id="two names"),
        pytest.param(("Holm", "Fish"), ("company",), False, False, id="a name and a noun for it"),
    ],
)
def test_employers(left: tuple[str, ...], right: tuple[str, ...], one: bool, two: bool) -> None:
    assert are_one_employer(left, right) is one
    assert are_two_employers(left, right) is two


@given(bodies, bodies)
def test_laws(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert are_one_employer(left, left)
    assert are_two_employers(left, right) == are_two_employers(right, left)
    assert not (are_one_employer(left, right) and are_two_employers(left, right))
