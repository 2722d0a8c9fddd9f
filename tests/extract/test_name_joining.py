"""Parts of one name that the language model took for two, or of which it took one alone."""

from __future__ import annotations

import pytest

from discrepancy.extract.names.joining import Range, lead_on
from discrepancy.model import Token


def tokens(text: str) -> list[Token]:
    """Words without grammar, capital ones as proper nouns."""
    found, start = [], 0
    for word in text.split():
        pos = "PROPN" if word[0].isupper() else "NOUN"
        found.append(Token(start, start + len(word), word, word.lower(), pos, "", "", 0))
        start += len(word) + 1
    return found


@pytest.mark.parametrize(
    ("text", "ranges", "expected"),
    [
        pytest.param("water in Puerto Orlo", [(2, 3, "PLACE")], [(2, 4, "PLACE")], id="cut off"),
        pytest.param("water in Puerto Orlo", [(2, 4, "PLACE")], [(2, 4, "PLACE")], id="whole"),
        pytest.param(
            "water in Puerto Orlo",
            [(2, 3, "PLACE"), (3, 4, "")],
            [(2, 4, "PLACE")],
            id="a word of which nothing is known",
        ),
        pytest.param("water in Puerto again", [(2, 3, "PLACE")], [(2, 3, "PLACE")], id="nothing follows"),
        pytest.param("water in Dun Orlo", [(2, 3, "PLACE")], [(2, 3, "PLACE")], id="a town of one word"),
        pytest.param(
            "water in Villa Orlo",
            [(2, 3, "PLACE"), (3, 4, "PERSON")],
            [(2, 3, "PLACE"), (3, 4, "PERSON")],
            id="another name",
        ),
        pytest.param("Santa Orlo", [(0, 1, "PERSON")], [(0, 1, "PERSON")], id="no place"),
    ],
)
def test_lead_on(text: str, ranges: list[Range], expected: list[Range]) -> None:
    assert lead_on(tokens(text), ranges) == expected
