"""Two posts of one person: whether anybody can hold both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.compare.roles import compare_roles
from discrepancy.model import Phrase, Verdict

AGREE, COMPATIBLE, CONFLICT = Verdict.AGREE, Verdict.COMPATIBLE, Verdict.CONFLICT
POSTS = (
    "minister",
    "mayor",
    "president",
    "professor",
    "director",
    "spokesperson",
    "captain",
    "colonel",
    "chief_negotiator",
)
WORDS = ("justice", "interior", "deputy", "foreign", "brackwell", "acting", "incoming")

roles = st.builds(Phrase, st.sampled_from(POSTS), st.lists(st.sampled_from(WORDS), max_size=2).map(tuple))


def role(words: str) -> Phrase:
    *modifiers, post = words.split()
    return Phrase(post, tuple(modifiers))


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param("mayor", "mayor", AGREE, id="equal"),
        pytest.param("justice minister", "justice minister", AGREE, id="equal portfolio"),
        pytest.param("brackwell mayor", "mayor", AGREE, id="place named once"),
        pytest.param("justice minister", "minister", COMPATIBLE, id="portfolio named once"),
        pytest.param("energy environment minister", "energy minister", COMPATIBLE, id="one portfolio of two"),
        pytest.param("justice minister", "interior minister", CONFLICT, id="two portfolios"),
        pytest.param("justice secretary", "health minister", CONFLICT, id="a secretary of the cabinet"),
        pytest.param("lieutenant_general", "general", COMPATIBLE, id="called by the shorter rank"),
        pytest.param("lieutenant_general", "major_general", CONFLICT, id="two ranks"),
        pytest.param("minister", "mayor", CONFLICT, id="two public offices"),
        pytest.param("defence witness", "prosecution witness", CONFLICT, id="a witness of two sides"),
        pytest.param("defence expert", "state expert", CONFLICT, id="an expert of two sides"),
        pytest.param("defence witness", "key witness", COMPATIBLE, id="a witness of one side"),
        pytest.param("president", "prime_minister", CONFLICT, id="head of state or government"),
        pytest.param("foreign minister", "deputy foreign minister", CONFLICT, id="deputy"),
        pytest.param("captain", "colonel", CONFLICT, id="two ranks"),
        pytest.param("pilot", "co_pilot", CONFLICT, id="two seats"),
        pytest.param("defence minister", "defense minister", COMPATIBLE, id="two spellings of a portfolio"),
        pytest.param("finance minister", "economy minister", CONFLICT, id="portfolios sometimes joined"),
        pytest.param("chair", "chief_executive", COMPATIBLE, id="chairman and chief executive"),
        pytest.param("acting mayor", "deputy_mayor", COMPATIBLE, id="deputy who fills the post"),
        pytest.param("acting mayor", "mayor", COMPATIBLE, id="post filled for a time"),
        pytest.param("incoming justice minister", "interior minister", COMPATIBLE, id="post to come"),
        pytest.param("incoming justice minister", "incoming interior minister", CONFLICT, id="two to come"),
        pytest.param("holm treasurer", "holm head", CONFLICT, id="two posts of one body"),
        pytest.param("holm president", "holm head", AGREE, id="two words for the head of a body"),
        pytest.param("holm treasurer", "velten head", COMPATIBLE, id="two posts of two bodies"),
        pytest.param("government chief_negotiator", "union chief_negotiator", CONFLICT, id="two sides"),
        pytest.param("holm mayor", "velten president", COMPATIBLE, id="mayor and president of a club"),
        pytest.param("holm mayor", "holm president", CONFLICT, id="two posts in one town"),
        pytest.param("holm vice_president", "holm rail president", COMPATIBLE, id="firm and subsidiary"),
        pytest.param("vice_president", "president", CONFLICT, id="president and deputy"),
        pytest.param("union chief_negotiator", "holm union chief_negotiator", AGREE, id="one side in full"),
        pytest.param("hrc coach", "holm rowing club coach", AGREE, id="initials of a team"),
        pytest.param("foreign minister", "chancellor", COMPATIBLE, id="chancellor of foreign affairs"),
        pytest.param("chancellor", "mayor", CONFLICT, id="chancellor and mayor"),
        pytest.param("treasurer", "minister", COMPATIBLE, id="who holds a state's purse"),
        pytest.param("treasurer", "finance minister", COMPATIBLE, id="treasurer as minister of finance"),
        pytest.param("treasurer", "health minister", CONFLICT, id="treasurer and another minister"),
        pytest.param("trade secretary", "foreign minister", CONFLICT, id="a secretary and another field"),
        pytest.param("economy senator", "economy minister", AGREE, id="a city's senator of a field"),
        pytest.param("senator", "minister", CONFLICT, id="a senator without a field"),
        pytest.param("coach", "sporting_director", CONFLICT, id="who trains and who signs"),
        pytest.param("captain", "co_pilot", CONFLICT, id="two seats by a rank"),
        pytest.param("budget committee chair", "environment committee chair", CONFLICT, id="two committees"),
        pytest.param("budget minister", "finance minister", COMPATIBLE, id="budget and finance"),
        pytest.param("professor", "director", COMPATIBLE, id="professor and director"),
        pytest.param("professor", "minister", COMPATIBLE, id="professor and minister"),
        pytest.param("founder", "chief_executive", COMPATIBLE, id="founder and chief executive"),
        pytest.param("finance_chief", "technology_chief", CONFLICT, id="two chiefs of a firm"),
        pytest.param("technology_chief", "chair", COMPATIBLE, id="a chair who is an engineer"),
        pytest.param("finance_chief", "treasurer", COMPATIBLE, id="who is in charge of the money"),
        pytest.param("finance_chief", "finance minister", COMPATIBLE, id="a minister in a headline"),
        pytest.param("spokesperson", "sergeant", COMPATIBLE, id="spokesperson and sergeant"),
    ],
)
def test_roles(left: str, right: str, verdict: Verdict) -> None:
    relation = compare_roles(role(left), role(right))
    assert relation.verdict is verdict
    assert relation.reason
    assert not relation.reason.endswith(".")


@given(roles, roles)
def test_symmetric(left: Phrase, right: Phrase) -> None:
    assert compare_roles(left, right).verdict is compare_roles(right, left).verdict


@given(roles)
def test_a_post_agrees_with_itself(post: Phrase) -> None:
    assert compare_roles(post, post).verdict is AGREE
