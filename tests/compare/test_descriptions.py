"""Fields, trades and clients that do or do not go together."""

from __future__ import annotations

import pytest

from discrepancy.compare.descriptions import are_alike, are_apart

_EVA = ("coach", "Eva Lund", "female", "")
_MIA = ("coach", "Mia Brandt", "female", "")


@pytest.mark.parametrize(
    ("left", "right", "regard", "apart"),
    [
        pytest.param(("finance",), ("operations",), "field", True, id="two fields"),
        pytest.param(("finance",), ("accounts",), "field", False, id="one field"),
        pytest.param(("media",), ("communications",), "field", False, id="one field in words far apart"),
        pytest.param(("top",), ("finance",), "field", True, id="the head and a field"),
        pytest.param(("top",), ("board",), "field", True, id="the head and the board's"),
        pytest.param(("lead",), ("board",), "field", False, id="a head of some sort and the board's"),
        pytest.param(("lead",), ("finance",), "field", True, id="a head of some sort and a field"),
        pytest.param(("top",), ("orlfisk",), "field", False, id="the head and a word that nobody knows"),
        pytest.param(("company",), ("public",), "body", True, id="two sorts of bodies"),
        pytest.param(("company", "public"), ("public",), "body", False, id="one shared"),
        pytest.param(("translator",), ("illustrator",), "trade", True, id="two trades"),
        pytest.param(("artist",), ("illustrator",), "trade", False, id="a general and a special word"),
        pytest.param(("survivor",), ("engineer",), "trade", False, id="no trade"),
        pytest.param(_EVA, _MIA, "party", True, id="two clients"),
        pytest.param(_EVA, ("coach", "", "male", ""), "party", True, id="her and his"),
        pytest.param(_EVA, ("coach", "", "female", ""), "party", False, id="her"),
        pytest.param(_EVA, ("coach", "Lund", "", ""), "party", False, id="a surname"),
        pytest.param(_EVA, ("coach", "Ewa Lindt", "male", ""), "party", True, id="another name"),
        pytest.param(_EVA, ("coach", "Evva Lundt", "", ""), "party", False, id="a client misspelt"),
        pytest.param(_EVA, ("lawyer", "Mia Brandt", "female", ""), "party", False, id="two services"),
    ],
)
def test_apart(left: tuple[str, ...], right: tuple[str, ...], regard: str, apart: bool) -> None:
    """Either way round, and never apart and alike at once."""
    assert are_apart(left, right, regard) is are_apart(right, left, regard) is apart
    assert not (apart and are_alike(left, right, regard))


def test_unnamed_women_are_alike() -> None:
    assert are_alike(("coach", "", "female", ""), _EVA, "party")
    assert not are_alike(_EVA, ("lawyer", "Eva Lund", "female", ""), "party")
