"""The question behind a value: measure, owner, scope, time, speaker, modality."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from discrepancy.config import Config
from discrepancy.context import make_claims
from discrepancy.model import Claim, Key, Reference
from discrepancy.reading import claim_story
from tests.reading import read

TUESDAY = datetime(2031, 5, 6)


def claims_of(text: str) -> tuple[Claim, ...]:
    """Every value of ``text``, read on that Tuesday, with its question."""
    return claim_story([replace(read(text), reference=Reference(TUESDAY))], Config())


def key_of(text: str, printed: str) -> Key:
    """The question of the value printed so, which stands but once in ``text``."""
    (claim,) = [claim for claim in claims_of(text) if claim.mention.text == printed]
    return claim.key


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        pytest.param(
            "19 people were killed and 42 injured.", {"19": "killed", "42": "injured"}, id="coordination"
        ),
        pytest.param(
            "Nineteen people were killed and 42 injured when a ferry hit the pier.",
            {"Nineteen": "killed", "42": "injured"},
            id="coordination with a clause",
        ),
        pytest.param(
            "The blast killed 17 people and injured 34.", {"17": "killed", "34": "injured"}, id="active"
        ),
        pytest.param(
            "The fire killed 3 workers; the mill has 240 workers.",
            {"3": "killed", "240": "employed"},
            id="what happens to somebody, not who that is",
        ),
        pytest.param(
            "Police arrested 12 men; 5 women were hurt.", {"12": "arrested", "5": "injured"}, id="clauses"
        ),
        pytest.param("The mill employs 472 people.", {"472": "employed"}, id="employed"),
        pytest.param("The bank paid a fine of $3 million.", {"$3 million": "fined"}, id="fine"),
        pytest.param(
            "The tunnel opened in 2011 and cost $40 million.",
            {"2011": "opened", "$40 million": "cost"},
            id="date and price",
        ),
    ],
)
def test_measure(text: str, measures: dict[str, str]) -> None:
    assert {printed: key_of(text, printed).measure for printed in measures} == measures


def test_the_nearest_words_weigh_most() -> None:
    words = dict(key_of("19 people were killed and 42 injured when a ferry hit the pier.", "42").words)
    assert words["injure"] > words["kill"]
    assert all(0 < weight <= 1 for weight in words.values())
    assert list(words.values()) == sorted(words.values(), reverse=True)


def test_the_value_is_no_word_of_its_question() -> None:
    key = key_of("The mill at Dunmere employs 472 people.", "472")
    assert "472" not in dict(key.words)
    assert "employ" in dict(key.words)


@pytest.mark.parametrize(
    ("text", "printed", "owner"),
    [
        pytest.param("Jonas Velten, 34, won the race.", "34", "Jonas Velten", id="between commas"),
        pytest.param("The 34-year-old Jonas Velten fell.", "34", "Jonas Velten", id="before the name"),
        pytest.param("Jonas Velten is 34 years old.", "34", "Jonas Velten", id="predicate"),
        pytest.param(
            "Jonas Velten, 34, and Marta Helgeson, 29, were married.",
            "29",
            "Marta Helgeson",
            id="second of two",
        ),
        pytest.param("The mayor, Hugo Lindt, spoke.", "mayor", "Hugo Lindt", id="office"),
        pytest.param("Jonas Velten sold 34 boats.", "34", "", id="no age"),
        pytest.param("They jailed the 34-year-old for robbing Hugo Lindt.", "34", "", id="another's deed"),
        pytest.param("The 34-year-old nurse Hugo Lindt spoke.", "34", "Hugo Lindt", id="calling between"),
        pytest.param("A 34-year-old woman fell.", "34", "", id="nobody named"),
        pytest.param("A 36-year-old man and 27-year-old Eva Lund fell.", "36", "", id="another's age nearer"),
        pytest.param(
            "A 36-year-old man and 27-year-old Eva Lund fell.", "27", "Eva Lund", id="the nearer age"
        ),
    ],
)
def test_owner(text: str, printed: str, owner: str) -> None:
    keys = [claim.key for claim in claims_of(text) if claim.mention.text.startswith(printed)]
    assert keys[0].entity == owner


@pytest.mark.parametrize(
    ("text", "printed", "groups"),
    [
        pytest.param("Three children were killed.", "Three", {"generation:child"}, id="children"),
        pytest.param("Three soldiers were killed.", "Three", {"role:soldier"}, id="soldiers"),
        pytest.param("Another 12 people died.", "12", {"comparison:more"}, id="another"),
        pytest.param("A further 12 people died.", "12", {"comparison:more"}, id="the same in another word"),
        pytest.param("A total of 12 people died.", "12", {"aggregate:total"}, id="total"),
        pytest.param("Twelve people died.", "Twelve", set(), id="none"),
    ],
)
def test_groups(text: str, printed: str, groups: set[str]) -> None:
    assert key_of(text, printed).groups == groups


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param("The club hired 40 people.", "asserted", id="asserted"),
        pytest.param("The club will hire 40 people.", "planned", id="will"),
        pytest.param("The club expects to hire 40 people.", "planned", id="expects"),
        pytest.param("The club did not hire 40 people.", "denied", id="not"),
        pytest.param("The club may hire 40 people.", "conditional", id="may"),
        pytest.param("The club could hire 40 people.", "conditional", id="could"),
        pytest.param("If approved, the plan adds 40 jobs.", "conditional", id="a condition before it"),
        pytest.param("The plan has added 40 jobs.", "asserted", id="a plan as the doer"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    assert key_of(text, "40").modality == modality


@pytest.mark.parametrize(
    ("text", "printed", "speaker"),
    [
        pytest.param("Police said 20,000 people marched.", "20,000", "Police", id="before"),
        pytest.param("“We saw 40 boats,” said Ole Brandt.", "40", "Ole Brandt", id="after a quotation"),
        pytest.param("According to Ole Brandt, 40 boats sank.", "40", "Ole Brandt", id="according to"),
        pytest.param("Forty boats sank.", "Forty", "", id="nobody"),
    ],
)
def test_speaker(text: str, printed: str, speaker: str) -> None:
    assert key_of(text, printed).speaker == speaker


def test_speaker_span_is_the_name() -> None:
    text = "“We saw 40 boats,” said Ole Brandt."
    span = key_of(text, "40").speaker_span
    assert span is not None
    assert text[span[0] : span[1]] == "Ole Brandt"


@pytest.mark.parametrize(
    ("text", "printed", "periods"),
    [
        pytest.param(
            "In 1987 a landslide killed 31 people.",
            "31",
            {(date(1987, 1, 1), date(1987, 12, 31))},
            id="year",
        ),
        pytest.param(
            "The storm killed four people on 3 May 2031.",
            "four",
            {(date(2031, 5, 3), date(2031, 5, 3))},
            id="day",
        ),
        pytest.param(
            "The storm killed four people on Monday.",
            "four",
            {(date(2031, 5, 5), date(2031, 5, 5))},
            id="weekday",
        ),
        pytest.param("The storm killed four people.", "four", set(), id="none"),
    ],
)
def test_periods(text: str, printed: str, periods: set[tuple[date, date]]) -> None:
    assert set(key_of(text, printed).periods) == periods


def test_names_and_places_of_the_sentence() -> None:
    key = key_of("Ole Brandt counted 12 houses in Norway.", "12")
    assert {name for name, _ in key.names} == {"Ole Brandt", "Norway"}
    assert key.places == {"Norway"}


def test_ordinal_counts_values_of_the_kind() -> None:
    text = "The mill sold 12 boats, 30 cars and 7 carts."
    assert [key_of(text, printed).ordinal for printed in ("12", "30", "7")] == [0, 1, 2]


def test_claims_come_in_the_order_of_their_mentions() -> None:
    text = "Ole Brandt saw 12 houses.\nThe 30 boats of Norway sank on Monday, “all of them at once”, he said."
    document = replace(read(text), reference=Reference(TUESDAY))
    mentions = [claim.mention for claim in claim_story([document], Config())]
    backwards = make_claims(document, mentions[::-1])
    assert [claim.mention for claim in backwards] == mentions[::-1]
    for claim in backwards:
        start = claim.mention.start - claim.context_start
        assert claim.context[start:].startswith(claim.mention.text)


def test_nothing_to_ask() -> None:
    assert make_claims(read("The sun shone."), ()) == ()
