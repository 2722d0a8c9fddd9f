"""What the grammar says that people are, with no title of the lexicon."""

from __future__ import annotations

import pytest

from discrepancy.extract.names import extract_names
from discrepancy.extract.roles import find_descriptions
from discrepancy.lexicon.descriptions import DESCRIBED
from tests.reading import read


def told(text: str) -> dict[str, set[str]]:
    """What a text says of each person."""
    document = read(text)
    found: dict[str, set[str]] = {}
    for role in find_descriptions(document, extract_names([document])[0]):
        found.setdefault(role.owner, set()).add(role.value.normal.removeprefix(DESCRIBED))
    return found


@pytest.mark.parametrize(
    ("text", "person", "expected"),
    [
        pytest.param(
            "Eva Lund won the final. Her coach, Karl Roe, was in tears.",
            "Karl Roe",
            "coach of Eva Lund",
            id="her coach, the name",
        ),
        pytest.param(
            'Eva Lund won the final. "She is patient," said her trainer Karl Roe.',
            "Karl Roe",
            "coach of Eva Lund",
            id="her trainer and the name",
        ),
        pytest.param(
            "Karl Roe, who has trained Eva Lund since May, was silent.",
            "Karl Roe",
            "coach of Eva Lund",
            id="who has trained",
        ),
        pytest.param(
            "Karl Roe, Eva Lund's coach, left.", "Karl Roe", "coach of Eva Lund", id="behind the name"
        ),
        pytest.param(
            "Counsel for Simon Aske, Karl Roe, will appeal.",
            "Karl Roe",
            "lawyer of Simon Aske",
            id="counsel for",
        ),
        pytest.param(
            "Karl Roe, who speaks for Mr Simon Aske, called it theatre.",
            "Karl Roe",
            "lawyer of Simon Aske",
            id="who speaks for",
        ),
        pytest.param(
            "Colonel Simon Aske was jailed. The colonel's lawyer, Karl Roe, will appeal.",
            "Karl Roe",
            "lawyer of Simon Aske",
            id="a noun for the client",
        ),
        pytest.param(
            "The plant's head of finance, Eva Lund, resigned.",
            "Eva Lund",
            "finance head",
            id="head of a field",
        ),
        pytest.param(
            "Finance director Eva Lund resigned.", "Eva Lund", "finance director", id="before the name"
        ),
        pytest.param(
            "Eva Lund, who manages operations for the carrier, was silent.",
            "Eva Lund",
            "operations manager of a company",
            id="who manages a field",
        ),
        pytest.param(
            "Eva Lund, the operations chief of the aviation authority, spoke.",
            "Eva Lund",
            "operations chief of a public body",
            id="of a public body",
        ),
        pytest.param(
            "Eva Lund, who heads the ferry line, was silent.",
            "Eva Lund",
            "head of a company",
            id="who heads a body",
        ),
        pytest.param(
            "The managing director, Eva Lund, spoke.", "Eva Lund", "chief executive", id="the whole body"
        ),
        pytest.param(
            "Eva Lund, who has chaired the board since May, spoke.", "Eva Lund", "board chair", id="board"
        ),
        pytest.param("The illustrator, Eva Lund, was praised.", "Eva Lund", "illustrator", id="a trade"),
    ],
)
def test_forms(text: str, person: str, expected: str) -> None:
    assert expected in told(text).get(person, set())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Former finance director Eva Lund spoke.", id="former"),
        pytest.param("Eva Lund, who will chair the board, spoke.", id="to come"),
        pytest.param("Eva Lund, who has not trained Karl Roe, spoke.", id="denied"),
        pytest.param("Her coach spoke of Eva Lund.", id="another sentence part"),
        pytest.param("Karl Roe's sister, Eva Lund, spoke.", id="kin"),
        pytest.param("He waved Simon Aske past, as his coach, Tom Vance, wished.", id="the subject's own"),
        pytest.param("Simon Aske met Karl Roe. His coach, Tom Vance, spoke.", id="two who may be meant"),
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert told(text) == {} or not any(
        "of Simon" in word or "of Karl" in word for word in told(text)["Tom Vance"]
    )
