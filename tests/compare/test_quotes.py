"""Which changed words make two versions of an utterance clash, and which do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.compare.quotes import compare_quotes
from discrepancy.compare.utterances import differing, quote_similarity
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
        pytest.param(
            "We did not get the ferry that we paid for",
            "We got the ferry that we paid for",
            "negation dropped",
            id="did-not-and-past-tense",
        ),
        pytest.param(
            "We did not get all that we came for",
            "We got all that we came for",
            "negation dropped",
            id="did-not-among-light-words",
        ),
        pytest.param(
            "The pier was not shut, and I would have been glad if it had been",
            "The pier was shut, and I would have been glad if it had not been",
            "negation dropped",
            id="not-in-another-clause",
        ),
        pytest.param(
            "Please shut the gate at night as well",
            "Please shut the gate only at night",
            "one word changed",
            id="only",
        ),
        pytest.param(
            "We will also pay the nurses", "We will pay the nurses alone", "one word changed", id="alone"
        ),
        pytest.param("It was a foreseeable fire", "It was an unforeseeable fire", "opposite word", id="a-an"),
        pytest.param(
            "Do not touch it even if it looks dry",
            "Do not touch it unless it looks dry",
            "one word changed",
            id="unless",
        ),
        pytest.param("We sold no boats abroad", "We sold boats abroad", "negation dropped", id="no"),
        pytest.param(
            "There is no plan for the pier yet",
            "There is a plan for the pier",
            "negation dropped",
            id="no-yet",
        ),
        pytest.param(
            "You should not expect anything other than a fine",
            "You should expect anything other than a fine",
            "negation dropped",
            id="not-other-than",
        ),
        pytest.param("I will never forgive him", "I forgive him", "negation dropped", id="will-never"),
        pytest.param(
            "There is hardly any fuel for the boats",
            "There is fuel for the boats",
            "negation dropped",
            id="hardly-any",
        ),
        pytest.param("The strike is far from over", "The strike is over", "negation dropped", id="far-from"),
        pytest.param("He did nothing wrong", "He did something wrong", "opposite word", id="something"),
        pytest.param("We support the merger", "We oppose the merger", "opposite word", id="oppose"),
        pytest.param(
            "The sirens worked that night in the valley",
            "The sirens failed that night in the valley",
            "opposite word",
            id="work-fail",
        ),
        pytest.param(
            "I have never felt so cold on a ride",
            "I have never felt less cold on a ride",
            "opposite word",
            id="so-less",
        ),
        pytest.param(
            "The storm was widely noticed in our valley",
            "The storm was hardly noticed in our valley",
            "opposite word",
            id="widely-hardly",
        ),
        pytest.param(
            "The gate was locked when I came", "The gate was open when I came", "opposite word", id="locked"
        ),
        pytest.param(
            "The flag was blue at dawn", "The flag was yellow at dawn", "one word changed", id="colour"
        ),
        pytest.param(
            "We tested the rope twice that day",
            "We tested the rope five times that day",
            "number changed",
            id="twice",
        ),
        pytest.param("He is fit to play on", "He is unfit to play on", "opposite word", id="unfit"),
        pytest.param(
            "We made a modest profit this year",
            "We made a huge profit this year",
            "opposite word",
            id="scale",
        ),
        pytest.param(
            "I will be back in the spring", "I will be back in the autumn", "one word changed", id="season"
        ),
        pytest.param(
            "We will not give them one penny",
            "We will not give them one penny more",
            "word added",
            id="not-more",
        ),
        pytest.param("It was not our fault", "It was not only our fault", "word added", id="not-only"),
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
        pytest.param(
            "It is better to stop a match than to bury a player",
            "It is better to bury a player than to stop a match",
            "two words exchanged",
            id="than",
        ),
        pytest.param(
            "We would rather leave too early than too late",
            "We would rather leave too late than too early",
            "two words exchanged",
            id="early-late",
        ),
        pytest.param(
            "This was never about pride but about money",
            "This was never about money but about pride",
            "two words exchanged",
            id="not-but",
        ),
        pytest.param(
            "The bank sued the state over the loans",
            "The state sued the bank over the loans",
            "two words exchanged",
            id="who-did-it",
        ),
        pytest.param(
            "Schools come before roads in this budget",
            "Roads come before schools in this budget",
            "two words exchanged",
            id="before",
        ),
        pytest.param(
            "Prices went from 5 euros to 3 euros within a week",
            "Prices went from 3 euros to 5 euros within a week",
            "two words exchanged",
            id="from-to",
        ),
        pytest.param(
            "We had 5 wins and 3 losses in the league",
            "We had 3 wins and 5 losses in the league",
            "two words exchanged",
            id="numbers",
        ),
        pytest.param(
            "We had less rain and more wind than last year",
            "We had more rain and less wind than last year",
            "two words exchanged",
            id="less-more",
        ),
        pytest.param(
            "We inspected 40 bridges and found no cracks",
            "We inspected 40 bridges and found one crack",
            "number changed",
            id="none-one",
        ),
        pytest.param(
            "There was no warning before the wave came",
            "There were two warnings before the wave came",
            "number changed",
            id="none-two",
        ),
        pytest.param(
            "Every household will get water by Friday",
            "Some households will get water by Friday",
            "one word changed",
            id="quantifier",
        ),
        pytest.param(
            "This is legal under the treaty", "This is illegal under the treaty", "opposite word", id="prefix"
        ),
        pytest.param(
            "We are insured against floods in the valley",
            "We are uninsured against floods in the valley",
            "opposite word",
            id="prefix-of-participle",
        ),
        pytest.param(
            "He is guilty of everything they say",
            "He is innocent of everything they say",
            "opposite word",
            id="few-content-words",
        ),
        pytest.param("I will resign", "I will not resign", "negation dropped", id="short"),
        pytest.param(
            "We are not out of the debt, but we can breathe",
            "We are now out of the debt",
            "negation dropped",
            id="part-of-a-longer-one",
        ),
        pytest.param(
            "We do not yet know whether the pills help children",
            "We now know that the pills help children",
            "negation dropped",
            id="not-yet-now",
        ),
        pytest.param(
            "No one warned us that the lift had a fault",
            "We were warned that the lift had a fault",
            "negation dropped",
            id="no-one",
        ),
        pytest.param(
            "He rang us before the storm, not after it",
            "He rang us after the storm, not before it",
            "two words exchanged",
            id="opposite-prepositions",
        ),
        pytest.param(
            "Our drivers reject the tariff",
            "Our drivers expect the tariff",
            "another word like it",
            id="alike",
        ),
        pytest.param(
            "I hope the town has forgiven us",
            "I hope the town has forgotten us",
            "another word like it",
            id="alike-2",
        ),
        pytest.param("I would do it again", "I would not do it again", "negation dropped", id="light-words"),
        pytest.param(
            "We want more police on the trains",
            "We want fewer police on the trains",
            "opposite word",
            id="more-fewer",
        ),
        pytest.param(
            "You let down a whole town that believed in you",
            "You let down a whole county that believed in you",
            "another noun",
            id="noun",
        ),
        pytest.param(
            "My brother never came back from the lake",
            "My father never came back from the lake",
            "another noun",
            id="kin",
        ),
        pytest.param(
            "It was a court that rewarded silence",
            "It was a court that punished silence",
            "opposite word",
            id="reward-and-punish",
        ),
        pytest.param(
            "We will trap every rat we can find",
            "We will shoot every rat we can find",
            "one word changed",
            id="two-deeds",
        ),
        pytest.param(
            "We will close the mill by June",
            "We may close the mill by June",
            "another modal verb",
            id="modal-verb",
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
        pytest.param(
            "For the young and for the old it was a great day",
            "For the old and for the young it was a great day",
            Verdict.VARIANT,
            id="parallel",
        ),
        pytest.param(
            "We sell bread, milk and eggs to the whole valley",
            "We sell eggs, milk and bread to the whole valley",
            Verdict.VARIANT,
            id="list",
        ),
        pytest.param(
            "On Monday we met the owners in Oslo",
            "In Oslo we met the owners on Monday",
            Verdict.VARIANT,
            id="adjuncts",
        ),
        pytest.param("The problem is the money", "The money is the problem", Verdict.VARIANT, id="copula"),
        pytest.param(
            "I will never sell this farm", "Never will I sell this farm", Verdict.AGREE, id="inversion"
        ),
        pytest.param(
            "We speak of between five and three metres of snow",
            "We speak of between three and five metres of snow",
            Verdict.VARIANT,
            id="between",
        ),
        pytest.param(
            "We neither knew nor approved of the plan",
            "We did not know or approve of the plan",
            Verdict.AGREE,
            id="neither-nor",
        ),
        pytest.param(
            "We formed a new team for the region",
            "We informed a new team for the region",
            Verdict.VARIANT,
            id="no-prefix",
        ),
        pytest.param(
            "No one helped us with the boats",
            "Nobody helped us with the boats",
            Verdict.AGREE,
            id="no-one",
        ),
        pytest.param(
            "The wave was horrible to see",
            "The wave was terrible to see",
            Verdict.VARIANT,
            id="alike-one-sense",
        ),
        pytest.param(
            "We wait for the court's word",
            "We await for the court's word",
            Verdict.VARIANT,
            id="alike-one-word",
        ),
        pytest.param(
            "The wind blew from the lake and the boats were gone",
            "The wind blew from a lake",
            Verdict.COMPATIBLE,
            id="part-with-another-article",
        ),
        pytest.param("We must not forget them", "We should not forget them", Verdict.AGREE, id="modal"),
        pytest.param(
            "You let down a whole town that believed in you",
            "You let down a whole city that believed in you",
            Verdict.VARIANT,
            id="near-noun",
        ),
        pytest.param(
            "It takes courage to speak in this court",
            "It takes patience to speak in this court",
            Verdict.VARIANT,
            id="abstract-noun",
        ),
        pytest.param(
            "Seven or eight", "They had two or three feasts", Verdict.COMPATIBLE, id="numbers-alone"
        ),
        pytest.param(
            "I have never felt so cold on a ride",
            "I have never felt more cold on a ride",
            Verdict.COMPATIBLE,
            id="so-more",
        ),
        pytest.param(
            "We did not come to rest, we have come to work",
            "We have come to work",
            Verdict.COMPATIBLE,
            id="affirmed-beside-a-denial",
        ),
        pytest.param(
            "We came here to work, not to rest",
            "We came to work",
            Verdict.COMPATIBLE,
            id="affirmed-before-a-denial",
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
        pytest.param(
            "It was not dry, but I was glad it was",
            "It was dry, but I was glad it was not",
            ("was not dry", "was dry"),
            id="negator-moved",
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
