"""Who says a clause: the speaker's name, how far the clause reaches, and what nobody claims."""

from __future__ import annotations

import pytest

from discrepancy.extract.speakers import attribute_speakers
from tests.reading import read


def said(text: str) -> list[tuple[str, str]]:
    """Speaker and clause of every attribution, in order of the clause, without doubles."""
    document = read(text)
    found = attribute_speakers(document)
    clauses = {(a.start, a.speaker, text[a.start : a.end].strip(",.")) for row in found.values() for a in row}
    return [(speaker, clause) for _, speaker, clause in sorted(clauses)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mara Quill said that the pier had burned.",
            [("Mara Quill", "that the pier had burned")],
            id="that-clause",
        ),
        pytest.param(
            "The pier had burned, police said.",
            [("police", "The pier had burned")],
            id="verb-at-the-end",
        ),
        pytest.param(
            "Twelve boats sank, said the harbour office.",
            [("harbour office", "Twelve boats sank")],
            id="inverted",
        ),
        pytest.param(
            "Twelve boats sank in the storm, according to the coast guard.",
            [("coast guard", "Twelve boats sank in the storm")],
            id="according-to",
        ),
        pytest.param(
            '"We will rebuild the pier," Mara Quill said.',
            [("Mara Quill", "We will rebuild the pier")],
            id="direct",
        ),
        pytest.param(
            '"We had always hoped," said Mara Quill, "that nobody would leave."',
            [("Mara Quill", "We had always hoped"), ("Mara Quill", "that nobody would leave")],
            id="interrupted",
        ),
        pytest.param(
            "Mayor Mara Quill visited the pier. She said the loss was total.",
            [("Mara Quill", "the loss was total")],
            id="pronoun",
        ),
        pytest.param(
            "Mara Quill visited the pier. Quill said the loss was total.",
            [("Mara Quill", "the loss was total")],
            id="surname-becomes-full-name",
        ),
        pytest.param(
            "The harbour master, Joren Aldwick, said the loss was total.",
            [("Joren Aldwick", "the loss was total")],
            id="apposition",
        ),
        pytest.param(
            "The town said 12 boats sank, while the guild said nine had sunk.",
            [("town", "12 boats sank"), ("guild", "nine had sunk")],
            id="two-speakers-in-one-sentence",
        ),
        pytest.param(
            "Mayor Mara Quill met the guild on Monday. The mayor said the loss was total.",
            [("Mara Quill", "the loss was total")],
            id="role-named-before",
        ),
        pytest.param(
            "Treasurer Joren Aldwick met the guild. The treasurer said the loss was total.",
            [("Joren Aldwick", "the loss was total")],
            id="role-taken-into-the-name",
        ),
        pytest.param(
            "Mara Quill said that Joren Aldwick had sold the boat. The guild was angry, she added.",
            [("Mara Quill", "that Joren Aldwick had sold the boat"), ("Mara Quill", "The guild was angry")],
            id="pronoun-takes-the-last-speaker",
        ),
        pytest.param(
            '"A pier is not a hotel lobby," thundered coach Mara Quill after the match.',
            [("Mara Quill", "A pier is not a hotel lobby")],
            id="any-verb-behind-a-quotation",
        ),
        pytest.param(
            '"A pier is not a hotel lobby," Mara Quill grinned.',
            [("Mara Quill", "A pier is not a hotel lobby")],
            id="any-verb-behind-its-subject",
        ),
        pytest.param(
            'Mara Quill was blunt: "The pier will burn."',
            [("Mara Quill", "The pier will burn")],
            id="clause-and-colon",
        ),
        pytest.param('Quill: "The pier will burn."', [("Quill", "The pier will burn")], id="name-and-colon"),
        pytest.param("The pier burned down on Monday.", [], id="outlet's-own-voice"),
        pytest.param("The town would not say how many boats sank.", [], id="not-said"),
        pytest.param("The town declined to say that boats had sunk.", [], id="declined-to-say"),
    ],
)
def test_clauses(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_denial_is_marked() -> None:
    text = "The company denied that its crane had hit the pier."
    (row,) = attribute_speakers(read(text)).values()
    assert [(a.speaker, a.denied) for a in row] == [("company", True)]


def test_words_inside_quotation_marks_attribute_nothing() -> None:
    found = said('"The town said the pier was safe," Mara Quill told reporters.')
    assert {speaker for speaker, _ in found} == {"Mara Quill"}


def test_speech_goes_on_in_the_next_sentence() -> None:
    text = '"The pier was old," Mara Quill said. "Nobody had mended it for thirty years."'
    rows = attribute_speakers(read(text)).values()
    direct = [(a.speaker, text[a.start : a.end]) for row in rows for a in row if a.direct]
    assert direct == [
        ("Mara Quill", "The pier was old,"),
        ("Mara Quill", "Nobody had mended it for thirty years."),
    ]


def test_speaker_inferred_from_the_sentence_before_is_uncertain() -> None:
    text = 'Mara Quill was in no mood to give up. "Nobody here is going to leave this island."'
    rows = [a for row in attribute_speakers(read(text)).values() for a in row]
    assert [(a.speaker, a.certain) for a in rows] == [("Mara Quill", False)]


def test_speaker_span_points_at_the_antecedent() -> None:
    text = "Mara Quill visited the pier. She said the loss was total."
    (attribution,) = [a for row in attribute_speakers(read(text)).values() for a in row]
    assert text[attribution.speaker_start : attribution.speaker_end] == "Mara Quill"
