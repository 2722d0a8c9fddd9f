"""Offices by wordings of many sorts: chiefs of a field, offices held until now or once."""

from __future__ import annotations

import pytest

from discrepancy.extract.names import extract_names
from discrepancy.extract.roles import extract_roles
from discrepancy.extract.roles.tenses import skip_time
from discrepancy.model import Phrase
from tests.reading import read


def posts_of(text: str) -> set[tuple[str, str]]:
    document = read(text)
    roles = extract_roles(document, extract_names([document])[0])
    return {(role.value.normal, role.owner) for role in roles if isinstance(role.value, Phrase)}


def words_of(text: str) -> set[str]:
    document = read(text)
    roles = extract_roles(document, extract_names([document])[0])
    return {word for role in roles if isinstance(role.value, Phrase) for word in role.value.lemmas}


@pytest.mark.parametrize(
    ("text", "post"),
    [
        pytest.param(
            "Chief Information Security Officer Nina Falk said so.", "security_chief", id="spelt out"
        ),
        pytest.param("CISO Nina Falk said so.", "security_chief", id="letters"),
        pytest.param("Security boss Nina Falk said so.", "security_chief", id="boss"),
        pytest.param("Nina Falk, the chain's head of security, said so.", "security_chief", id="head of"),
        pytest.param(
            "Nina Falk, responsible for security at the chain, said so.", "security_chief", id="responsible"
        ),
        pytest.param("Nina Falk, who is in charge of the finances, left.", "finance_chief", id="in charge"),
        pytest.param("Nina Falk, in charge of fisheries in the cabinet, left.", "minister", id="in cabinet"),
        pytest.param(
            "Nina Falk, head of IT at the clinic, said so.", "information_chief", id="letters of a field"
        ),
        pytest.param("The directress, Nina Falk, said so.", "director", id="directress"),
        pytest.param("Nina Falk has been director since 2020.", "director", id="has been"),
        pytest.param("Nina Falk, until now head of the clinic, left.", "head", id="until now"),
        pytest.param(
            "Nina Falk, hitherto secretary of state for roads, left.", "secretary_of_state", id="hitherto"
        ),
        pytest.param("The president of the jury, Nina Falk, spoke.", "jury_head", id="jury's president"),
        pytest.param("Nina Falk, who presided over the five jurors, spoke.", "jury_head", id="jurors"),
        pytest.param("The jury, led by Nina Falk, saw ten films.", "jury_head", id="jury led by"),
        pytest.param("Jury chief Nina Falk spoke.", "jury_head", id="jury chief"),
        pytest.param("Nina Falk, who will preside over the board, is 54.", "chair", id="will preside"),
        pytest.param("Nina Falk, the helicopter's flight engineer, spoke.", "flight_engineer", id="crew"),
        pytest.param(
            "Nina Falk, who was the pilot of the helicopter, spoke.", "pilot", id="part in an event"
        ),
        pytest.param("The vicar general, Nina Falk, spoke.", "vicar_general", id="no general"),
        pytest.param("A local guide, named as Nina Falk, died.", "guide", id="named as"),
        pytest.param("Nina Falk, deputy to the clinic's director, spoke.", "deputy_head", id="deputy to"),
        pytest.param("Nina Falk, the Front's No. 2, spoke.", "deputy_head", id="No. 2"),
    ],
)
def test_post(text: str, post: str) -> None:
    assert (post, "Nina Falk") in posts_of(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nina Falk, once the board's finance boss, spoke.", id="once"),
        pytest.param("Nina Falk, until 2022 the finance director, spoke.", id="until a year"),
        pytest.param("Nina Falk, then finance chief at the clinic, spoke.", id="then"),
        pytest.param("Nina Falk, who was finance chief from 2016 to 2019, spoke.", id="from and to"),
        pytest.param("Nina Falk used to work as finance chief of the clinic.", id="used to work"),
    ],
)
def test_past_office(text: str) -> None:
    assert ("finance_chief", "Nina Falk") in posts_of(text)
    assert "former" in words_of(text)


@pytest.mark.parametrize(
    ("text", "post"),
    [
        pytest.param("Chief radiographer Nina Falk spoke.", "head", id="chief of a calling"),
        pytest.param("Nina Falk, chief of security forces, spoke.", "security_chief", id="cut off"),
        pytest.param("The firm's managing partner, Nina Falk, spoke.", "kin_partner", id="no kin"),
        pytest.param("The firm's partner, Nina Falk, spoke.", "kin_partner", id="of a firm"),
        pytest.param("It went to the husband of her sister, Karl Falk.", "kin_sibling", id="kin of kin"),
    ],
)
def test_no_post(text: str, post: str) -> None:
    assert post not in {found for found, _ in posts_of(text)}


def test_deputy_is_one_title() -> None:
    text = "Karl Roe stays on, with Nina Falk as her deputy chief executive."
    assert posts_of(text) == {("chief_executive", "Nina Falk")}
    assert "deputy" in words_of(text)


def test_skip_time_leaves_other_words() -> None:
    tokens = read("Nina Falk, the mayor, spoke.").sentences[0].tokens
    assert list(skip_time(tokens[2:5])) == list(tokens[2:5])
