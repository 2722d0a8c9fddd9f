"""Posts told by what somebody does."""

from __future__ import annotations

import pytest

from tests.extract.test_roles import roles_of


@pytest.mark.parametrize(
    ("text", "post", "printed"),
    [
        pytest.param(
            "Ann Roe, who keeps the club's books, was silent.",
            "treasurer",
            "keeps the club's books",
            id="relative",
        ),
        pytest.param("Ann Roe was held. She drives a taxi.", "taxi_driver", "drives a taxi", id="pronoun"),
        pytest.param(
            "From the podium, baton in hand, Ann Roe directed the Philharmonia.",
            "conductor",
            "directed the Philharmonia",
            id="main clause",
        ),
        pytest.param(
            "Ann Roe, known for mending joints, moves.", "doctor", "mending joints", id="participle"
        ),
        pytest.param(
            "Ann Roe spent years defending people too poor to pay.",
            "defence_lawyer",
            "defending people too poor",
            id="time spent",
        ),
        pytest.param(
            "Ann Roe, whose word is law on board, asked for bunks.",
            "captain",
            "word is law on board",
            id="whose",
        ),
        pytest.param(
            "Holm thanks Ann Roe. For years she conducted the orchestra.",
            "conductor",
            "conducted the orchestra",
            id="pronoun of the only person",
        ),
        pytest.param("Ann Roe teaches chemistry at Holm.", "teacher", "teaches chemistry", id="present"),
        pytest.param(
            "Ann Roe delivered letters in Holm for 20 years.", "postman", "delivered letters", id="a habit"
        ),
        pytest.param(
            "Ann Roe, who drove the bus, was hurt.", "bus_driver", "drove the bus", id="which one drove"
        ),
    ],
)
def test_duty(text: str, post: str, printed: str) -> None:
    (role,) = roles_of(text)
    assert (role.value.normal, role.text, role.owner) == (post, printed, "Ann Roe")
    assert text[role.start : role.end] == printed


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ann Roe does not drive a taxi.", id="denied"),
        pytest.param("Ann Roe wants to keep bees.", id="wanted"),
        pytest.param("Ann Roe keeps mosquito nets in her car.", id="nets of no goal"),
        pytest.param("Ann Roe will edit the paper.", id="to come"),
        pytest.param("Ann Roe once drove a taxi.", id="of former times"),
        pytest.param("Ann Roe made her money in garden furniture.", id="another object"),
        pytest.param("Ann Roe delivered the letter to the court.", id="done once"),
        pytest.param("Ann Roe, who cut the trees behind her house, was fined.", id="done once, in a clause"),
        pytest.param("Ann Roe drove the bus to safety.", id="driven once"),
        pytest.param("Ann Roe is in the post since May.", id="in office"),
        pytest.param("Ann Roe watched her brother bake bread.", id="somebody else's work"),
        pytest.param("Ann Roe met Eva Lund. She designed the house.", id="a pronoun of the past"),
    ],
)
def test_no_duty(text: str) -> None:
    assert roles_of(text) == []


def test_what_belongs_to_a_town_is_no_town() -> None:
    posts = {role.value.normal for role in roles_of("Ann Roe, who runs the town's fire service, spoke.")}
    assert "mayor" not in posts
