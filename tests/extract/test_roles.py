"""Offices as the sentence ties them to people; former and future ones are none."""

from __future__ import annotations

import pytest

from discrepancy.extract.names import extract_names
from discrepancy.extract.roles import extract_roles
from discrepancy.model import Kind, Mention, Phrase
from tests.reading import read


def roles_of(text: str) -> list[Mention]:
    document = read(text)
    return list(extract_roles(document, extract_names([document])[0]))


@pytest.mark.parametrize(
    ("text", "printed", "post", "words", "owner"),
    [
        pytest.param(
            "Transport Minister Ann Roe resigned on Monday.",
            "Transport Minister",
            "minister",
            {"transport"},
            "Ann Roe",
            id="before the name",
        ),
        pytest.param(
            "Ann Roe, 49, the transport minister, resigned.",
            "transport minister",
            "minister",
            {"transport"},
            "Ann Roe",
            id="after name and age",
        ),
        pytest.param(
            "The transport minister, Ann Roe, resigned.",
            "transport minister",
            "minister",
            {"transport"},
            "Ann Roe",
            id="before a comma",
        ),
        pytest.param(
            "Ann Roe is the transport minister.",
            "transport minister",
            "minister",
            {"transport"},
            "Ann Roe",
            id="predicate",
        ),
        pytest.param(
            "The mayor of Brackwell, Hugo Lindt, spoke.",
            "mayor",
            "mayor",
            {"brackwell"},
            "Hugo Lindt",
            id="complement between",
        ),
        pytest.param(
            "Hugo Lindt, mayor of Brackwell, spoke.",
            "mayor",
            "mayor",
            {"brackwell"},
            "Hugo Lindt",
            id="complement after",
        ),
        pytest.param(
            "Clara Brenning, the company's CEO, spoke.",
            "CEO",
            "chief_executive",
            set(),
            "Clara Brenning",
            id="abbreviation",
        ),
        pytest.param(
            "Chief Executive Clara Brenning spoke.",
            "Chief Executive",
            "chief_executive",
            set(),
            "Clara Brenning",
            id="two words",
        ),
        pytest.param(
            "Deputy Foreign Minister Petra Salim spoke.",
            "Deputy Foreign Minister",
            "minister",
            {"deputy", "foreign"},
            "Petra Salim",
            id="deputy",
        ),
        pytest.param(
            "Hugo Lindt met Ana Torvald, the prime minister.",
            "prime minister",
            "prime_minister",
            set(),
            "Ana Torvald",
            id="second person of the sentence",
        ),
    ],
)
def test_role(text: str, printed: str, post: str, words: set[str], owner: str) -> None:
    (role,) = roles_of(text)
    assert role.kind is Kind.ROLE
    assert role.text == printed == text[role.start : role.end]
    assert isinstance(role.value, Phrase)
    assert role.value.normal == post
    assert set(role.value.lemmas) == words
    assert role.owner == owner


def test_every_person_has_their_own() -> None:
    text = "Justice Minister Petra Salim blamed the police. Lars Amundsen, the interior minister, was silent."
    assert [(role.text, role.owner) for role in roles_of(text)] == [
        ("Justice Minister", "Petra Salim"),
        ("interior minister", "Lars Amundsen"),
    ]


def test_one_person_has_two() -> None:
    found = roles_of("The principal, Professor Edda Rohn, spoke.")
    assert [(role.text, role.owner) for role in found] == [
        ("principal", "Edda Rohn"),
        ("Professor", "Edda Rohn"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Former Transport Minister Ann Roe resigned.", id="former before"),
        pytest.param("Ann Roe, the former mayor, spoke.", id="former after"),
        pytest.param("The incoming mayor, Hugo Lindt, spoke.", id="incoming"),
        pytest.param("Mayor-elect Hugo Lindt spoke.", id="elect"),
        pytest.param("Hugo Lindt will become mayor.", id="future"),
        pytest.param("Hugo Lindt, who was mayor until 2019, spoke.", id="until"),
        pytest.param("The mayor spoke to Hugo Lindt on Monday.", id="two people"),
        pytest.param("Hugo Lindt criticised the mayor.", id="object"),
        pytest.param("The mayor opened the hall.", id="nobody named"),
        pytest.param("Hugo Lindt opened the hall.", id="no office"),
    ],
)
def test_no_role(text: str) -> None:
    assert [(role.text, role.owner) for role in roles_of(text)] == []
