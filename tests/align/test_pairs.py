"""Pairs, facts and features: symmetric, bounded, and never across sorts of values."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.align.facts import gather_facts
from discrepancy.align.features import FEATURES, SORTS, Features, answer_sort
from discrepancy.align.pairs import family, find_pairs
from discrepancy.align.rivals import RIVAL_FEATURES
from discrepancy.align.scoring import score
from discrepancy.compare import compare_values
from discrepancy.model import Claim, Verdict
from tests.align.stories import claims_of

STORY = {
    "Ledger": "Seventeen people died and 34 were injured when a ferry hit the pier at Orvale on Sunday, "
    "May 4. The ferry, built in 1998, carried 212 passengers. “It was very fast,” said Ole Brandt, 51.",
    "Courier": "Police said 17 people died and 43 were injured on May 4 in Orvale. The ferry was built in "
    "1989 and had 212 people aboard. “It was very fast,” Ole Brandt said.",
    "Beacon": "A ferry struck the pier at Orvale on Sunday, killing 17 people. It was built in 1998 for $3 "
    "million and sails at 40 km/h.",
}


@pytest.fixture(scope="module")
def claims() -> tuple[Claim, ...]:
    return claims_of(STORY)


def test_features_are_symmetric(claims: tuple[Claim, ...]) -> None:
    text = (0.4, 0.3, 1.0, 0.2, 0.5, 0.1, 0.7)
    features = Features(claims)
    for i, j in itertools.combinations(range(len(claims)), 2):
        there, back = features.of(i, j, text), features.of(j, i, text)
        assert len(there) == len(FEATURES)
        assert there == pytest.approx(back), (claims[i].mention.text, claims[j].mention.text)
        assert all(-1e-6 <= value <= 1 + 1e-6 for value in there)


@pytest.mark.parametrize(
    ("total", "paired"),
    [pytest.param("43 people died", False, id="the whole"), pytest.param("31 people died", True, id="less")],
)
@pytest.mark.parametrize(
    "part",
    [
        pytest.param("41 people died in the quake at Orvale, 34 of them in the old town.", id="of them"),
        pytest.param("34 of the town's 41 dead were found in the old town of Orvale.", id="of the town's"),
    ],
)
def test_a_part_is_not_held_against_as_many_as_its_whole(total: str, part: str, paired: bool) -> None:
    claims = claims_of({"Ledger": f"{total} in the old town of Orvale in the quake.", "Courier": part})
    told = [{claims[pair.left].mention.text, claims[pair.right].mention.text} for pair in find_pairs(claims)]
    assert ({total[:2], "34"} in told) is paired


def test_the_tie_break_of_a_set_is_no_other_score_of_it() -> None:
    claims = claims_of(
        {
            "Ledger": "Roe beat Lund 4-6, 7-6 (9-7), 6-3.",
            "Courier": "Lund lost the final to Roe 6-4, 6-7 (7-9), 3-6.",
        }
    )
    told = [{claims[pair.left].mention.text, claims[pair.right].mention.text} for pair in find_pairs(claims)]
    assert {"7-6", "6-7"} in told
    assert {"9-7", "6-7"} not in told


def test_copies_have_the_features_of_their_original(claims: tuple[Claim, ...]) -> None:
    text = (0.4, 0.3, 1.0, 0.2, 0.5, 0.1, 0.7)
    features = Features([*claims, *claims])
    for i, j in itertools.combinations(range(len(claims)), 2):
        alone = Features([claims[i], claims[j]]).of(0, 1, text)
        assert features.of(i, j, text) == alone
        assert features.of(len(claims) + i, j, text) == alone


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [("17", "34", True), ("17", "51", True), ("17", "May 4", False), ("17", "Orvale", False)],
)
def test_what_one_question_may_have_for_answers_is_of_one_sort(
    claims: tuple[Claim, ...], left: str, right: str, one: bool
) -> None:
    found = {claim.mention.text: answer_sort(claim) for claim in claims}
    assert found[left] is not None
    assert (found[left] == found[right]) is one


def test_pairs_are_of_one_family(claims: tuple[Claim, ...]) -> None:
    pairs = find_pairs(claims)
    assert pairs
    for pair in pairs:
        left, right = claims[pair.left], claims[pair.right]
        assert pair.left < pair.right
        assert family(left) == family(right)
        relation = compare_values(left.mention.kind, left.mention.value, right.mention.value)
        assert pair.clashes == (relation.verdict is Verdict.CONFLICT)
        assert 0 <= pair.same <= 1
    assert len({(pair.left, pair.right) for pair in pairs}) == len(pairs)


def test_facts_hold_every_claim_once_and_no_clash(claims: tuple[Claim, ...]) -> None:
    facts = gather_facts(claims, find_pairs(claims))
    assert sorted(index for fact in facts for index in fact.members) == list(range(len(claims)))
    for fact in facts:
        for i, j in itertools.combinations(fact.members, 2):
            relation = compare_values(
                claims[i].mention.kind, claims[i].mention.value, claims[j].mention.value
            )
            assert relation.verdict is not Verdict.CONFLICT


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param({("Ledger", "Seventeen"), ("Courier", "17"), ("Beacon", "17")}, id="killed"),
        pytest.param({("Ledger", "212"), ("Courier", "212")}, id="aboard"),
        pytest.param({("Ledger", "1998"), ("Beacon", "1998")}, id="built"),
    ],
)
def test_agreeing_claims_make_a_fact(claims: tuple[Claim, ...], printed: set[tuple[str, str]]) -> None:
    facts = gather_facts(claims, find_pairs(claims))
    said = [{(claims[i].mention.source, claims[i].mention.text) for i in fact.members} for fact in facts]
    assert printed in said


def test_too_little_to_pair() -> None:
    assert find_pairs([]) == []
    assert gather_facts([], []) == []


@given(st.lists(st.floats(0, 1), min_size=len(FEATURES), max_size=len(FEATURES)), st.sampled_from(SORTS))
def test_a_score_is_a_probability(features: list[float], sort: str) -> None:
    assert 0 <= score(f"same.{sort}", FEATURES, tuple(features)) <= 1


def test_an_unknown_feature_has_no_weight() -> None:
    zero = (0.0,) * len(FEATURES)
    assert score("same.date", (*FEATURES, "unheard of"), (*zero, 1.0)) == score("same.date", FEATURES, zero)


def test_every_feature_has_a_name_of_its_own() -> None:
    assert len(set(FEATURES)) == len(FEATURES)
    assert len(set(RIVAL_FEATURES)) == len(RIVAL_FEATURES)


@pytest.mark.parametrize(
    ("left", "right", "compared"),
    [
        pytest.param(
            "Orvale beat Belmar 2-1 on Sunday.", "Orvale beat Belmar 3-1 on Sunday.", True, id="results"
        ),
        pytest.param(
            "Orvale served for the set at 5-3 on Sunday.", "Orvale won the set 6-4 on Sunday.", False, id="at"
        ),
        pytest.param(
            "Orvale trailed 2-3 on Sunday in Belmar.", "Orvale beat Belmar 4-3 on Sunday.", False, id="behind"
        ),
        pytest.param(
            "Roe won the final on Sunday 6-4, 3-6, 7-5.",
            "Roe won the final on Sunday 6-4, 3-6, 7-5.",
            False,
            id="sets of one final",
        ),
        pytest.param(
            "Roe won the final on Sunday 6-4, 3-6, 7-5.",
            "Roe won the final on Sunday 6-4, 2-6, 7-5.",
            True,
            id="one set of two reports",
        ),
        pytest.param(
            "17' goal for Orvale, 1-0 against Belmar.",
            "Orvale beat Belmar 2-1 on Sunday.",
            False,
            id="minute",
        ),
    ],
)
def test_a_score_of_a_moment_is_no_result(left: str, right: str, compared: bool) -> None:
    pairs = find_pairs(claims_of({"Ledger": left, "Courier": right}))
    assert any(pair.clashes for pair in pairs) is compared


def test_a_score_of_a_live_report_is_no_result() -> None:
    live = "21.40: Orvale lead Belmar, and it is 2-1 in Orvale.\n\n21.05: Orvale have sold 900 tickets."
    claims = claims_of({"Ledger": live, "Courier": "Orvale beat Belmar 3-1 in Orvale on Sunday."})
    scores = [claim for claim in claims if claim.mention.text in ("2-1", "3-1")]
    assert len(scores) == 2
    assert any(pair.clashes for pair in find_pairs(scores))
    told = {claims[i].mention.text for pair in find_pairs(claims) for i in (pair.left, pair.right)}
    assert not {"2-1", "3-1"} & told
