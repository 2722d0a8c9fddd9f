"""Wordings of questions: what an editor would call the thing that a value states."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.config import Config
from discrepancy.model import Date, Entity, Figure, Kind, Mention, Name, Phrase, Sentence, Token, Value, Zone
from discrepancy.question import MAX_CHARACTERS, MAX_WORDS, choose_question, phrase_question
from discrepancy.reading import extract_story
from tests.reading import read


def questions(text: str, value: str, kinds: tuple[Kind, ...]) -> list[str]:
    document = read(text)
    return [
        phrase_question(mention, document.sentences[mention.sentence])
        for mention in extract_story([document], Config())[0]
        if mention.text == value and mention.kind in kinds
    ]


FIGURES = (Kind.NUMBER, Kind.FIGURE)
TABLE = [
    # Counts: the counted noun and its part in the clause.
    ("passive", "Nine people were killed in the blast.", "Nine", "people killed in the blast"),
    (
        "noun-left-out",
        "Twelve miners were killed and 26 injured when a roof fell in.",
        "26",
        "miners injured when the roof fell in",
    ),
    ("active", "Nine people died at the scene.", "Nine", "people who died at the scene"),
    ("object", "The storm killed 12 passengers.", "12", "passengers the storm killed"),
    (
        "object-of-pronoun",
        "It killed 12 passengers in the north of the province.",
        "12",
        "passengers killed in the north of the province",
    ),
    ("irregular", "It took 12 lives.", "12", "lives taken"),
    ("there-are", "There were 70 tourists aboard the yacht.", "70", "tourists aboard the yacht"),
    ("have", "The merged chain will have 310 cafes.", "310", "cafes of the merged chain"),
    ("hospital-beds", "The hospital has 300 beds.", "300", "beds of the hospital"),
    ("jury", "A jury of nine people heard the case.", "nine", "people in the jury"),
    ("total", "A total of 57 pupils have caught measles.", "57", "pupils who have caught measles"),
    ("toll", "The death toll rose to 23.", "23", "death toll"),
    (
        "behind-preposition",
        "Guests were being housed at six hotels.",
        "six",
        "hotels at which guests were being housed",
    ),
    ("singular", "One person was killed in the blast.", "One", "people killed in the blast"),
    ("whole-clause", "Nobody was hurt.", "Nobody was hurt", "people hurt"),
    ("of-the", "The rebels freed only six of the pilots.", "six", "pilots the rebels freed"),
    # Measures: the dimension and what has it.
    ("deep", "The well is 30 metres deep.", "30 metres", "depth of the well"),
    ("high", "The wall was 12 feet high.", "12 feet", "height of the wall"),
    ("wide", "Divers crossed a river 90 metres wide.", "90 metres", "width of the river"),
    ("climb", "The new tunnel is 7.3 km long.", "7.3 km", "length of the new tunnel"),
    ("fell", "The tram slid 25 metres.", "25 metres", "distance the tram slid"),
    (
        "speed",
        "The tram entered the bend at 61 km/h.",
        "61 km/h",
        "speed at which the tram entered the bend",
    ),
    (
        "compound",
        "The hikers had walked half of the 90-kilometre path.",
        "90-kilometre",
        "length of the path",
    ),
    ("rain", "Some 35 mm of hail fell in an hour.", "Some 35 mm", "amount of hail that fell in the hour"),
    (
        "gap",
        "Rosa Lind finished nine seconds behind Ann Roe.",
        "nine seconds",
        "gap between Rosa Lind and Ann Roe",
    ),
    # Money.
    ("contract", "The museum signed a $7 million lease.", "$7 million", "value of the lease"),
    ("sold", "The estate sold for $3.2 million.", "$3.2 million", "price of the estate"),
    ("cost", "The bridge cost 120 million euros.", "120 million euros", "cost of the bridge"),
    ("fined", "The brewery was fined £6.1m.", "£6.1m", "amount the brewery was fined"),
    ("level", "Profit fell to 36 million euros.", "36 million euros", "profit"),
    # Shares and changes.
    ("share", "About 44% of nurses were on strike.", "About 44%", "share of nurses on strike"),
    (
        "owns",
        "The fund owns 70 percent of the company.",
        "70 percent",
        "share of the company held by the fund",
    ),
    ("turnout", "Turnout was 55.3%.", "55.3%", "turnout"),
    ("rise", "Turnout rose 5% in the city.", "5%", "rise in turnout"),
    ("cut", "The firm cut wages by 4%.", "4%", "cut in wages"),
    # Durations and ages.
    ("lasted", "The trial lasted nine months.", "nine months", "duration of the trial"),
    ("term", "Ane Torvik was jailed for four years.", "four years", "prison term of Ane Torvik"),
    (
        "how-long",
        "The flag will hang over the gate for two weeks.",
        "two weeks",
        "how long the flag will hang over the gate",
    ),
    (
        "after-clause",
        "The yacht sank five hours after it left Orrin.",
        "five hours",
        "time after it left Orrin",
    ),
    ("age-behind", "Ann Roe, 34, was unhurt.", "34", "age of Ann Roe"),
    ("age-before", "The 45-year-old pilot was unhurt.", "45", "age of the pilot"),
    # Scores and ordinals.
    ("vote", "Councillors voted 8-3 for the motion.", "8-3", "vote for the motion"),
    ("stage", "Rosa Lind won the second heat of the contest.", "second", "which heat of the contest"),
]


@pytest.mark.parametrize(("text", "value", "expected"), [pytest.param(*row, id=name) for name, *row in TABLE])
def test_figures(text, value, expected):
    assert questions(text, value, FIGURES) == [expected]


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        pytest.param(
            "The dam was inaugurated on 3 May 1978.",
            "3 May 1978",
            "date the dam was inaugurated",
            id="past",
        ),
        pytest.param("Talks resume on Thursday.", "Thursday", "when talks resume", id="to-come"),
        pytest.param(
            "Saturday's crash was the worst in years.", "Saturday", "date of the crash", id="possessive"
        ),
        pytest.param(
            "The museum stays shut until Monday.",
            "Monday",
            "date until which the museum stays shut",
            id="until",
        ),
        pytest.param(
            "The minister said on Tuesday that the road was safe.",
            "Tuesday",
            "date of the statement by the minister",
            id="said",
        ),
        pytest.param(
            "VARNHOLM (NP) — A tram was hit by a lorry on Tuesday.",
            "Tuesday",
            "date the tram was hit by the lorry",
            id="behind-dateline",
        ),
    ],
)
def test_dates(text, value, expected):
    assert questions(text, value, (Kind.DATE,)) == [expected]


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        pytest.param(
            "The council approved the bridge plan.",
            "approved",
            "whether the bridge plan was approved",
            id="object",
        ),
        pytest.param("The permit was refused.", "refused", "whether the permit was approved", id="passive"),
        pytest.param("The driver, Joren Aldwick, died.", "died", "fate of the driver", id="intransitive"),
        pytest.param(
            "Councillors voted against the plan.", "voted against", "decision by councillors", id="actor"
        ),
    ],
)
def test_statuses(text, value, expected):
    assert questions(text, value, (Kind.STATUS,)) == [expected]


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        pytest.param(
            "The three divers were found in Selmby.", "Selmby", "where the divers were found", id="where"
        ),
        pytest.param(
            "GENEVA (NP) — A tram was hit by a lorry.",
            "GENEVA",
            "place the report was filed from",
            id="dateline",
        ),
    ],
)
def test_places(text, value, expected):
    assert questions(text, value, (Kind.PLACE,)) == [expected]


def test_headline_is_worded_like_a_sentence():
    document = read("Nothing else.", title="Mill fire leaves 19 dead in Orrin")
    found = [
        phrase_question(mention, document.sentences[mention.sentence])
        for mention in extract_story([document], Config())[0]
        if mention.text == "19"
    ]
    assert len(found) == 1
    assert "19" not in found[0]
    assert "dead" in found[0]


@pytest.mark.parametrize(
    ("text", "value"), [pytest.param(text, value, id=name) for name, text, value, _ in TABLE]
)
def test_wording_fits_and_does_not_answer(text, value):
    (question,) = questions(text, value, FIGURES)
    assert value.lower() not in f" {question.lower()} "
    assert 1 <= len(question.split()) <= MAX_WORDS
    assert len(question) <= MAX_CHARACTERS


ONE = Decimal(1)
VALUES = (
    *(
        (Kind.NUMBER, Figure(ONE, "=", "person", ONE, ONE, measure))
        for measure in ("count", "length", "money", "percent", "age", "score", "duration", "ordinal")
    ),
    (Kind.DATE, Date("2024-05-03", "DATE", None, None)),
    (Kind.DATE, Date("P1D", "SET", None, None)),
    (Kind.STATUS, Phrase("approval:approved")),
    (Kind.PLACE, Name("Orrin", "PLACE", "Orrin")),
    (Kind.NAME, Name("Roe", "PERSON", "Ann Roe")),
    (Kind.ROLE, Phrase("mayor")),
    (Kind.QUOTE, Phrase("no")),
)


def _mention(sentence: Sentence, start: int, end: int, kind: Kind, value: Value) -> Mention:
    return Mention(
        "a",
        "The Example",
        "text",
        start,
        end,
        sentence.text[start:end],
        kind,
        Zone.BODY,
        0,
        value,
    )


def test_empty_sentence_has_a_bare_question():
    sentence = Sentence("text", Zone.BODY, 0, 0, 0, 0, "", (), ())
    assert phrase_question(_mention(sentence, 0, 0, *VALUES[0]), sentence) == "figure"


_POS = ("NOUN", "VERB", "ADP", "NUM", "PROPN", "ADJ", "AUX", "PRON", "PUNCT", "ADV")
_WORDS = ("people", "of", "was", "killed", "12", "Orrin", "metres", "the", "which", "—")
_DEPS = (
    "nsubj", "nsubjpass", "dobj", "pobj", "prep", "nummod", "conj", "appos", "relcl", "acl", "advcl", "xcomp",
    "compound", "amod", "npadvmod", "ROOT", "aux", "auxpass", "poss", "punct", "attr", "advmod",
)  # fmt: skip


@st.composite
def _sentences(draw: st.DrawFn) -> Sentence:
    """Any stretch of any tree, its heads clamped to its ends as where a sentence was split amiss."""
    whole = draw(st.integers(1, 12))
    order = draw(st.permutations(range(whole)))
    parents = {node: order[draw(st.integers(0, max(at - 1, 0)))] for at, node in enumerate(order)}
    first = draw(st.integers(0, whole - 1))
    size = draw(st.integers(1, whole - first))
    tokens = []
    for index in range(size):
        word = draw(st.sampled_from(_WORDS))
        tokens.append(
            Token(
                start=index * 10,
                end=index * 10 + len(word),
                text=word,
                lemma=word.lower(),
                pos=draw(st.sampled_from(_POS)),
                tag=draw(st.sampled_from(("NN", "NNS", "VBD", "VBN", "VBG", "IN", "CD", "WDT"))),
                dep=draw(st.sampled_from(_DEPS)),
                head=min(max(parents[first + index] - first, 0), size - 1),
            )
        )
    text = "".join(token.text.ljust(10) for token in tokens)
    entities = (Entity(0, 1, "GPE"),) if draw(st.booleans()) else ()
    return Sentence("text", Zone.BODY, 0, 0, 0, len(text), text, tuple(tokens), entities)


@given(_sentences(), st.integers(0, 7), st.sampled_from(VALUES))
def test_any_tree_has_a_short_question(sentence, at, typed):
    token = sentence.tokens[at % len(sentence.tokens)]
    mention = _mention(sentence, token.start, token.end, *typed)
    question = phrase_question(mention, sentence)
    assert 1 <= len(question.split()) <= MAX_WORDS
    assert question == phrase_question(replace(mention, article_id="b"), sentence)


@pytest.mark.parametrize(
    ("given_questions", "expected"),
    [
        pytest.param([], "", id="none"),
        pytest.param(["people killed"], "people killed", id="one"),
        pytest.param(
            ["people killed", "people killed in the crash", "people killed in the crash"],
            "people killed in the crash",
            id="majority",
        ),
        pytest.param(
            ["figure in the sentence about the coach", "people killed"], "people killed", id="fallback-last"
        ),
        pytest.param(
            ["cost", "cost of the bridge", "amount it costs"],
            "cost of the bridge",
            id="neither-curt-nor-vague",
        ),
        pytest.param(
            [
                "people injured",
                "people injured when the coach left the road",
                "passengers whom somebody saw near the old coach station",
            ],
            "people injured when the coach left the road",
            id="informative",
        ),
    ],
)
def test_choose_question(given_questions, expected):
    assert choose_question(given_questions) == expected


@given(st.lists(st.sampled_from(("people killed", "people hurt in Orrin", "toll", "cost of it")), min_size=1))
def test_choice_does_not_depend_on_the_order(given_questions):
    assert choose_question(given_questions) == choose_question(given_questions[::-1])
    assert choose_question(given_questions) in given_questions
