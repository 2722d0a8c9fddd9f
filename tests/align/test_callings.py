"""Callings, parts in an event, kin, parties and clients that two reports cannot both have right."""

from __future__ import annotations

import pytest

from discrepancy.align.offices import align_offices
from tests.align.stories import claims_of, said


def told(*texts: str) -> list[set[tuple[str, str]]]:
    """What each slot of offices has, by the position of the article."""
    named = {f"S{number}": text for number, text in enumerate(texts, 1)}
    return [said(slot) for slot in align_offices("mini", claims_of(named))]


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        pytest.param(
            (
                "Ivo Brandt, 43, an electrician from Melk, was pulled from the river.",
                "The dead man is the electrician Ivo Brandt.",
                "Ivo Brandt was a plumber of 43 years.",
            ),
            {"electrician", "plumber"},
            id="two trades",
        ),
        pytest.param(
            (
                "Conductor Lev Orlov fell from the stage.",
                "The violinist Lev Orlov fell from the stage.",
            ),
            {"Conductor", "violinist"},
            id="two callings, one article each",
        ),
        pytest.param(
            (
                "The pilot, Hugh Bryce, walked away unhurt.",
                "A passenger, Hugh Bryce, walked away from the wreck.",
            ),
            {"pilot", "passenger"},
            id="two parts in one event",
        ),
        pytest.param(
            (
                "The dead boy's uncle, Raul Paz, identified him.",
                "He was identified by his uncle, Raul Paz.",
                "The boy's father, Raul Paz, identified him.",
            ),
            {"uncle", "father"},
            id="uncle and father",
        ),
        pytest.param(
            (
                "His daughter, Ida Holt, pulled the cord.",
                "Ida Holt, the poet's daughter, unveiled the plaque.",
                "The plaque was uncovered by the poet's niece, Ida Holt.",
            ),
            {"daughter", "niece"},
            id="daughter and niece",
        ),
        pytest.param(
            (
                "Labour councillor Jo Marsh voted against the plan.",
                "Jo Marsh (Labour) opposed the plan.",
                "Conservative councillor Jo Marsh voted against the plan.",
            ),
            {"Labour councillor", "Labour", "Conservative councillor"},
            id="two parties",
        ),
        pytest.param(
            (
                "Eva Lund, who represents the victim's family, welcomed the sentence.",
                "The defendant's lawyer, Eva Lund, welcomed the verdict.",
            ),
            {"represents", "lawyer"},
            id="two clients",
        ),
        pytest.param(
            (
                "Police spokeswoman Carla Renn said the road would stay closed.",
                "The road stays closed, said Carla Renn, who speaks for the police.",
                "Carla Renn, a spokeswoman for the fire service, said it was to stay closed.",
            ),
            {"Police spokeswoman", "speaks", "spokeswoman"},
            id="spokeswoman of two bodies",
        ),
        pytest.param(
            (
                "Holm captain Lena Voss lifted the cup after the win over Brack.",
                "Brack skipper Lena Voss lifted the cup.",
            ),
            {"Holm captain", "Brack skipper"},
            id="captain of the opponents",
        ),
        pytest.param(
            (
                "Former mayor Ana Pires, 61, goes on trial in June.",
                "The town's ex-mayor, Ana Pires, will be tried in June.",
                "Ana Pires, the mayor of the town, will go on trial in June.",
            ),
            {"Former mayor", "ex-mayor", "mayor"},
            id="former and serving",
        ),
        pytest.param(
            (
                "The bride's father, Carl Voss, gave a speech.",
                "Carl Voss, father of the bride, spoke.",
                "The groom's father, Carl Voss, made a speech.",
            ),
            {"father"},
            id="of two who stand against one another",
        ),
        pytest.param(
            (
                "Eva Holm, a professor at Brack University, led the study.",
                "Prof. Eva Holm of the University of Brack headed it.",
                "Eva Holm, a professor at Velm University, led the study.",
            ),
            {"professor", "University of Brack"},
            id="two universities",
        ),
        pytest.param(
            (
                "Holm's treasurer, Gus Hall, admitted theft.",
                "Gus Hall, who kept the club's books, admitted it.",
                "Gus Hall, who was voted in to head the Holm club, admitted theft.",
            ),
            {"treasurer", "kept the club's books", "head"},
            id="books and head",
        ),
        pytest.param(
            (
                "Coach Nils Ahl was sent off after an hour.",
                "The assistant Nils Ahl was sent off.",
            ),
            {"Coach", "assistant"},
            id="coach and assistant",
        ),
        pytest.param(
            (
                "Head teacher Ruth Oakes thanked the parents.",
                "Ruth Oakes, who heads the school, thanked parents.",
                "Deputy head Ruth Oakes thanked the parents.",
            ),
            {"Head teacher", "heads", "Deputy head"},
            id="head and deputy",
        ),
        pytest.param(
            (
                "The fireman, Gus Hall, found the goat.",
                "Gus Hall, a farmer, found it.",
            ),
            {"fireman", "farmer"},
            id="fireman and farmer",
        ),
        pytest.param(
            (
                "Captain Ruth Oakes is safe.",
                "Ruth Oakes, the captain, is well.",
                "Co-pilot Ruth Oakes is well.",
            ),
            {"Captain", "captain", "Co-pilot"},
            id="captain and co-pilot",
        ),
        pytest.param(
            (
                "Speaker Ruth Oakes closed the sitting.",
                "The speaker, Ruth Oakes, cleared the hall.",
                "The municipal manager, Ruth Oakes, had the hall cleared.",
            ),
            {"Speaker", "speaker", "municipal manager"},
            id="speaker and municipal manager",
        ),
        pytest.param(
            (
                'Nils Ahl died. "Ahl went back for the cat," said Ruth Oakes, his sister.',
                '"He went back," said his mother, Ruth Oakes.',
            ),
            {"sister", "mother"},
            id="kin of a man by name and by pronoun",
        ),
        pytest.param(
            (
                "Ines Vole sued Olof Hart, her brother-in-law, over the mill.",
                "The woman of 44 sued her stepbrother, Olof Hart, over the mill.",
                "Vole had quarrelled with her brother-in-law, Olof Hart.",
            ),
            {"brother-in-law", "stepbrother"},
            id="in-law and step kin",
        ),
        pytest.param(
            (
                "Eva Holm is coached by her aunt, former champion Ruth Oakes, and won.",
                "Her trainer is her aunt Ruth Oakes.",
                "Holm's sister and coach, Ruth Oakes, danced. Eva Holm wept.",
            ),
            {"aunt", "sister"},
            id="kin beside an office that all agree on",
        ),
        pytest.param(
            (
                "The party's leader, agriculture minister Ruth Oakes, spoke.",
                "The party is led by Ruth Oakes, the minister of the interior.",
            ),
            {"agriculture minister", "minister"},
            id="two ministries beside an office that both agree on",
        ),
        pytest.param(
            ("Holm smiled at Gus Hall, her cousin.", "Gus Hall is the husband of her sister."),
            {"cousin", "husband"},
            id="cousin and in-law",
        ),
    ],
)
def test_one_slot(texts: tuple[str, ...], values: set[str]) -> None:
    (slot,) = told(*texts)
    assert {text for _, text in slot} == values


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            (
                "Farmer Huw Rees said the plan was mad.",
                "Councillor Huw Rees called the plan mad.",
                "Huw Rees, a beekeeper, called the plan mad.",
            ),
            id="callings that go together",
        ),
        pytest.param(
            (
                "The boy's father, Raul Paz, spoke.",
                "Her husband, Raul Paz, spoke.",
            ),
            id="kin of two people",
        ),
        pytest.param(
            (
                "Emma's sister, Jane Cole, said she was happy.",
                "Jane Cole, the groom's cousin, said she was happy.",
            ),
            id="kin on both sides of a wedding",
        ),
        pytest.param(
            (
                "Former mayor Ana Pires now heads the port.",
                "Port director Ana Pires, a former mayor, spoke.",
                "The port's director, Ana Pires, spoke.",
            ),
            id="former office and present one",
        ),
        pytest.param(
            (
                "The suspect, Dario Conti, was held.",
                "The driver, Dario Conti, was held.",
                "Dario Conti, a baker, was held.",
            ),
            id="a part and a calling",
        ),
        pytest.param(
            (
                "Judge Maria Olt read the verdict.",
                "The chairwoman of the court, Maria Olt, read the verdict.",
                "The presiding judge, Maria Olt, read it.",
            ),
            id="words for a judge",
        ),
        pytest.param(
            (
                "Norway goalkeeper Mia Dahl, who plays for Lyon, was hurt in the win over Holm.",
                "Lyon goalkeeper Mia Dahl was hurt.",
            ),
            id="country and club",
        ),
        pytest.param(
            (
                "Teacher Sam Beck, who is a lifeguard in summer, pulled her out.",
                "Lifeguard Sam Beck pulled her out.",
            ),
            id="one article knows both callings",
        ),
        pytest.param(
            (
                "His brother-in-law, Olof Hart, runs the choir.",
                "The bishop's brother, Olof Hart, runs the choir.",
            ),
            id="an in-law in passing",
        ),
        pytest.param(
            (
                "His brother, Olof Hart, runs the choir.",
                "The choir is run by his stepbrother, Olof Hart.",
                "His stepbrother, Olof Hart, sings.",
            ),
            id="step kin in passing",
        ),
        pytest.param(
            (
                "Her husband, John Ray, died in May.",
                "John Ray, father of the present owner, died in May.",
            ),
            id="kin of nobody known",
        ),
        pytest.param(
            (
                "The inquiry is chaired by Maria Olt.",
                "Judge Maria Olt opened the inquiry.",
            ),
            id="a judge in the chair",
        ),
        pytest.param(
            (
                "Her lawyer, Eva Lund, said no.",
                "Barrister Eva Lund said no.",
                "Eva Lund, for the defence, said no.",
            ),
            id="words for a lawyer",
        ),
        pytest.param(
            (
                "The fireman, Gus Hall, found the goat.",
                "Gus Hall, who found it, is a farmer and has been in the volunteer fire brigade for years.",
            ),
            id="a volunteer",
        ),
        pytest.param(
            (
                "Her lawyer, Eva Lund, said no.",
                "The surgeon Carl Voss left. The lawyer of the surgeon, Eva Lund, said no.",
                "Eva Lund, her lawyer, said no.",
            ),
            id="whose lawyer she is",
        ),
    ],
)
def test_no_slot(texts: tuple[str, ...]) -> None:
    assert told(*texts) == []
