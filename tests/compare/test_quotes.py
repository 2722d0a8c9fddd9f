"""Which changed words make two versions of an utterance clash, and which do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.compare.quotes import compare_quotes, differing, quote_similarity
from discrepancy.extract.quotes import extract_quotes
from discrepancy.model import Phrase, Verdict
from tests.reading import read


def quote(text: str) -> Phrase:
    (mention,) = extract_quotes(read(f"“{text}”"))
    assert isinstance(mention.value, Phrase)
    return mention.value


@pytest.mark.parametrize(
    ("left", "right", "slip"),
    [
        pytest.param("We have not sold the ferry", "We have sold the ferry", "negation dropped", id="not"),
        pytest.param(
            "We have not sold the ferry", "We have now sold the ferry", "negation dropped", id="now"
        ),
        pytest.param("We sold no boats abroad", "We sold boats abroad", "negation dropped", id="no"),
        pytest.param(
            "There is no plan for the pier yet",
            "There is a plan for the pier",
            "negation dropped",
            id="no-yet",
        ),
        pytest.param(
            "careless but not malicious", "careless and malicious", "negation dropped", id="but-not"
        ),
        pytest.param("slow, not careless", "slow, and careless", "negation dropped", id="not-and"),
        pytest.param(
            "The crew have never refused to sail at night",
            "The crew have always refused to sail at night",
            "opposite word",
            id="never-always",
        ),
        pytest.param(
            "We won readers in a town that shrank",
            "We won readers in a town that grew",
            "opposite word",
            id="grew",
        ),
        pytest.param(
            "We lost 4,000 nets in one night", "We lost 400 nets in one night", "number changed", id="digits"
        ),
        pytest.param(
            "One boat in seven leaks badly in winter",
            "One boat in three leaks badly in winter",
            "number changed",
            id="words",
        ),
        pytest.param(
            "It came too late for the herring and early for the cod",
            "It came too late for the cod and early for the herring",
            "two words exchanged",
            id="exchanged",
        ),
        pytest.param(
            "The pier will open on Monday for visitors",
            "The pier will open on Friday for visitors",
            "one word changed",
            id="weekday",
        ),
        pytest.param(
            "This pier should not be rebuilt unless the town pays",
            "should be rebuilt unless the town pays",
            "negation dropped",
            id="later-beginning",
        ),
    ],
)
def test_conflict(left: str, right: str, slip: str) -> None:
    for first, second in ((left, right), (right, left)):
        relation = compare_quotes(quote(first), quote(second))
        assert (relation.verdict, relation.slip) == (Verdict.CONFLICT, slip)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param(
            "We won’t sell the ferry", "We will not sell the ferry", Verdict.AGREE, id="contraction"
        ),
        pytest.param(
            "We lost 40 per cent of the nets", "We lost 40% of the nets", Verdict.AGREE, id="percent"
        ),
        pytest.param("We lost forty nets at sea", "We lost 40 nets at sea", Verdict.AGREE, id="number-word"),
        pytest.param(
            "The crew never refused to sail at night",
            "At no time has the crew refused to sail at night",
            Verdict.VARIANT,
            id="other-negator",
        ),
        pytest.param(
            "We will not sell the old ferry this year",
            "We will not sell the old ferry",
            Verdict.COMPATIBLE,
            id="shortened",
        ),
        pytest.param(
            "We will never sell the old ferry to a stranger",
            "We will never flog the old ferry to a stranger",
            Verdict.VARIANT,
            id="synonym",
        ),
        pytest.param(
            "We do not think the pier will reopen",
            "We think the pier will not reopen",
            Verdict.VARIANT,
            id="negator-moved",
        ),
        pytest.param(
            "We spoke to the Danes and the Dutch about cod",
            "We spoke to the Dutch and the Danes about cod",
            Verdict.VARIANT,
            id="coordination-turned-round",
        ),
        pytest.param(
            "We have not sold the old ferry",
            "sold the old ferry",
            Verdict.COMPATIBLE,
            id="quotation-begins-behind-the-negator",
        ),
        pytest.param(
            "We will not sell the old ferry",
            "The weather was kind to the regatta",
            Verdict.COMPATIBLE,
            id="other-utterance",
        ),
        pytest.param(
            "We have never said this pier would last",
            "We said the damage can be mended",
            Verdict.COMPATIBLE,
            id="few-words-shared",
        ),
        pytest.param(
            "It is not unsafe to walk on the old pier",
            "It is safe to walk on the old pier",
            Verdict.VARIANT,
            id="double-negation",
        ),
    ],
)
def test_no_conflict(left: str, right: str, verdict: Verdict) -> None:
    for first, second in ((left, right), (right, left)):
        assert compare_quotes(quote(first), quote(second)).verdict is verdict


WORDS = st.lists(
    st.sampled_from(["not", "ferry", "sell", "grow", "shrink", "12", "40", "late", "early", "and", "always"]),
    max_size=8,
)


def phrase(words: list[str]) -> Phrase:
    return Phrase(" ".join(words), tuple(words), "not" in words)


@given(WORDS, WORDS)
def test_symmetric(left: list[str], right: list[str]) -> None:
    one, other = phrase(left), phrase(right)
    assert quote_similarity(one, other) == quote_similarity(other, one)
    assert 0 <= quote_similarity(one, other) <= 1


@given(WORDS, WORDS)
def test_verdict_does_not_depend_on_the_order(left: list[str], right: list[str]) -> None:
    one, other = phrase(left), phrase(right)
    assert compare_quotes(one, other).verdict is compare_quotes(other, one).verdict


@given(WORDS)
def test_a_quotation_agrees_with_itself(words: list[str]) -> None:
    assert compare_quotes(phrase(words), phrase(words)).verdict is Verdict.AGREE


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(
            "We have not sold the ferry",
            "We have now sold the ferry",
            ("have not sold", "have now sold"),
            id="replaced",
        ),
        pytest.param(
            "We made no errors here", "We made errors here", ("made no errors", "made errors"), id="dropped"
        ),
        pytest.param(
            "We have not sold it, and nobody says we have",
            "We have sold it, and nobody says otherwise",
            ("have not sold", "have sold"),
            id="negator-first",
        ),
        pytest.param(
            "too late for herring and early for cod",
            "too late for cod and early for herring",
            ("for herring and early for cod", "for cod and early for herring"),
            id="exchanged",
        ),
        pytest.param("nothing", "something else", ("nothing", "something else"), id="no-word-shared"),
    ],
)
def test_differing(left: str, right: str, expected: tuple[str, str]) -> None:
    one, other = differing(left, right)
    assert (left[slice(*one)], right[slice(*other)]) == expected


@given(st.text(alphabet="ab not12 ", max_size=40), st.text(alphabet="ab not12 ", max_size=40))
def test_differing_stays_inside(left: str, right: str) -> None:
    for text, (start, end) in zip((left, right), differing(left, right), strict=True):
        assert 0 <= start <= end <= len(text)
