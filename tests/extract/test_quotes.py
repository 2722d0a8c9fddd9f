"""Quotation marks and the values inside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.extract.quotes import extract_quotes, fold_quote
from discrepancy.model import Kind, Phrase
from tests.reading import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('"We will rebuild the pier," she said.', ["We will rebuild the pier"], id="straight"),
        pytest.param("“We will rebuild the pier,” she said.", ["We will rebuild the pier"], id="curly"),
        pytest.param("«We will rebuild the pier», she said.", ["We will rebuild the pier"], id="guillemets"),
        pytest.param("„We will rebuild the pier“, she said.", ["We will rebuild the pier"], id="low-high"),
        pytest.param("'We will rebuild the pier,' she said.", ["We will rebuild the pier"], id="british"),
        pytest.param(
            "‘We won’t rebuild the pier,’ she said.", ["We won’t rebuild the pier"], id="british-curly"
        ),
        pytest.param(
            "'The workers' council will meet today,' she said.",
            ["The workers' council will meet today"],
            id="possessive-inside-single-marks",
        ),
        pytest.param("The workers' hall and the nurses' home were shut.", [], id="possessives-open-nothing"),
        pytest.param("It's the '90s that they don't recall.", [], id="apostrophes-open-nothing"),
        pytest.param('The door is 6\'2" high and 30" wide.', [], id="feet-and-inches"),
        pytest.param('He called the plan "misleading" on Monday.', [], id="one-word-is-no-speech"),
        pytest.param('He called it "not true" on Monday.', ["not true"], id="short-with-negation"),
        pytest.param('She wants "70 boats" by June.', ["70 boats"], id="short-with-number"),
        pytest.param(
            '"We hoped," said Mara Quill, "that nobody would leave the island."',
            ["that nobody would leave the island"],
            id="interrupted-short-first-part",
        ),
        pytest.param(
            '"We had always hoped," said Mara Quill, "that nobody would leave."',
            ["We had always hoped", "that nobody would leave"],
            id="interrupted",
        ),
        pytest.param(
            'She said: "The boats are old. Nobody mends them."',
            ["The boats are old", "Nobody mends them"],
            id="two-sentences",
        ),
        pytest.param(
            'Quill said: "The boats are very old.\n"Nobody mends them any more."',
            ["The boats are very old", "Nobody mends them any more"],
            id="new-paragraph-opens-anew",
        ),
        pytest.param('"I\'m leaving," said Mara Quill.', ["I'm leaving"], id="contraction"),
        pytest.param('"Quite mad," said Mara Quill.', [], id="two-words"),
        pytest.param('A stray " mark stands here.\nNothing follows it.', [], id="unclosed-mark"),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    mentions = extract_quotes(read(text))
    assert [mention.text for mention in mentions] == expected
    for mention in mentions:
        assert mention.kind is Kind.QUOTE
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        pytest.param('"We never sold the two boats."', ("not", "sell", "2", "boat"), id="negator-and-number"),
        pytest.param('"We did not sell the boats."', ("not", "sell", "boat"), id="not"),
        pytest.param('"We didn’t sell the boats."', ("not", "sell", "boat"), id="contraction"),
        pytest.param('"At no time did we sell boats."', ("not", "sell", "boat"), id="several-words"),
        pytest.param('"It cost $2.5 million to mend."', ("cost", "2500000", "mend"), id="scale"),
        pytest.param('"It cost £2.5m to mend."', ("cost", "2500000", "mend"), id="suffix"),
        pytest.param('"Some 40 per cent came."', ("some", "40", "percent", "come"), id="per-cent"),
        pytest.param('"Some 40% came."', ("some", "40", "percent", "come"), id="percent-sign"),
        pytest.param('"Twenty-five boats came."', ("25", "boat", "come"), id="tens-and-ones"),
    ],
)
def test_lemmas(text: str, lemmas: tuple[str, ...]) -> None:
    (mention,) = extract_quotes(read(text))
    assert isinstance(mention.value, Phrase)
    assert mention.value.lemmas == lemmas
    assert mention.value.negated == ("not" in lemmas)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("We can’t wait — never.", "we cannot wait, never", id="contraction-and-dash"),
        pytest.param("Some 40% of 1,200 came", "some 40 per cent of 1200 came", id="percent-and-comma"),
    ],
)
def test_equal_normal(one: str, other: str) -> None:
    assert fold_quote(one) == fold_quote(other)


@given(st.text(alphabet="ab1 .,'\"’“”-%", max_size=60))
def test_folding_is_idempotent(text: str) -> None:
    assert fold_quote(fold_quote(text)) == fold_quote(text)


@given(st.text(alphabet="ab .,'\"‘’“”„«»-\n", max_size=80))
def test_spans_lie_in_their_text(text: str) -> None:
    document = read(text)
    for mention in extract_quotes(document):
        assert text[mention.start : mention.end] == mention.text
        assert mention.text == mention.text.strip(' "“”„«»,.')
