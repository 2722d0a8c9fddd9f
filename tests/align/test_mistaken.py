"""One person whom a single article calls by another name."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from discrepancy.align.offices import align_offices
from discrepancy.align.people import align_people
from tests.align.stories import claims_of, said

OPENED = "The chapel at Brackwell was opened again."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            {
                "Ledger": "Osman Karagoz won the race by a length.",
                "Courier": "Osman Karagoz was first at the bridge.",
                "Herald": "Osman Karahan crossed the line as the winner.",
            },
            {("Ledger", "Osman Karagoz"), ("Courier", "Osman Karagoz"), ("Herald", "Osman Karahan")},
            id="surnames that open alike",
        ),
        pytest.param(
            {
                "Ledger": "Harbour master Joost Verdonk closed the channel.",
                "Courier": "Joost Verdonk, the harbour master, closed it.",
                "Herald": "The harbour master, Pieter Verdonk, said nothing.",
            },
            {("Ledger", "Joost Verdonk"), ("Courier", "Joost Verdonk"), ("Herald", "Pieter Verdonk")},
            id="another first name in one office",
        ),
        pytest.param(
            {
                "Ledger": "Edwin Sarre bought the brewery at Holm for a pound. " + OPENED,
                "Courier": "The brewery at Holm went to Edwin Sarre, a farmer. " + OPENED,
                "Herald": "Trevor Sarre bought the brewery on Monday. " + OPENED,
            },
            {("Ledger", "Edwin Sarre"), ("Courier", "Edwin Sarre"), ("Herald", "Trevor Sarre")},
            id="another first name, and one deed",
        ),
        pytest.param(
            {
                "Ledger": "Tomas Hudec won the sprint in 10.9 seconds.",
                "Courier": "Tomas Hudec was first in the sprint in Holm.",
                "Herald": "Tomas Hulka was first in the sprint.",
            },
            {("Ledger", "Tomas Hudec"), ("Courier", "Tomas Hudec"), ("Herald", "Tomas Hulka")},
            id="another surname, and one deed",
        ),
        pytest.param(
            {
                "Ledger": "Osman Karagoz won the race by a length. His father, Ali, wept.",
                "Courier": "Osman Karagoz was first at the bridge.",
                "Herald": "Osman Karahan crossed the line as the winner.",
            },
            {("Ledger", "Osman Karagoz"), ("Courier", "Osman Karagoz"), ("Herald", "Osman Karahan")},
            id="surnames that open alike, beside a father",
        ),
        pytest.param(
            {
                "Ledger": "The board of canvassers is chaired by Corinna Balesco.",
                "Courier": "Corinna Balesco, chair of the board, was calm.",
                "Herald": "Constance Balesco, the head of the canvassing board, smiled.",
            },
            {
                ("Ledger", "Corinna Balesco"),
                ("Courier", "Corinna Balesco"),
                ("Herald", "Constance Balesco"),
            },
            id="one office in two words",
        ),
        pytest.param(
            {
                "Ledger": "Police chief Osman Karagoz spoke.",
                "Courier": "The police chief, Osman Karagoz, is a man of few words.",
                "Herald": "The police chief, Ferdi Karagoz, sighed.",
            },
            {("Ledger", "Osman Karagoz"), ("Courier", "Osman Karagoz"), ("Herald", "Ferdi Karagoz")},
            id="a man is no kin",
        ),
        pytest.param(
            {
                "Ledger": "Chief executive Erika Stavn put the bill at a million.",
                "Courier": "Erika Stavn, the chief executive, was calm.",
                "Herald": "Erik Stavn, the head of the company, was sorry.",
            },
            {("Ledger", "Erika Stavn"), ("Courier", "Erika Stavn"), ("Herald", "Erik Stavn")},
            id="a man's name for a woman in one office",
        ),
        pytest.param(
            {
                "Ledger": "Markus Imhof denied it. His lawyer, Regula Hosp, was calm.",
                "Courier": "Markus Imhof said no. Regula Hosp, his lawyer, was calm.",
                "Herald": "Markus Imhof left. His lawyer, Regula Zell, was calm.",
            },
            {("Ledger", "Regula Hosp"), ("Courier", "Regula Hosp"), ("Herald", "Regula Zell")},
            id="another surname, and one client",
        ),
        pytest.param(
            {
                "Ledger": "Westmoor Housing Trust will run the homes.",
                "Courier": "Officials of Westmoor Housing Trust signed it.",
                "Herald": "Homes go to Westmarsh Housing Trust in May.",
            },
            {
                ("Ledger", "Westmoor Housing Trust"),
                ("Courier", "Westmoor Housing Trust"),
                ("Herald", "Westmarsh Housing Trust"),
            },
            id="a body by a name that opens alike",
        ),
        pytest.param(
            {
                "Ledger": "The head of the school is Ana Rita Lobo.",
                "Courier": "Ana Rita Lobo, the head of the school, was calm.",
                "Herald": "The head is Ana Raquel Lobo.",
            },
            {("Ledger", "Ana Rita Lobo"), ("Courier", "Ana Rita Lobo"), ("Herald", "Ana Raquel Lobo")},
            id="another second name",
        ),
        pytest.param(
            {
                "Ledger": "Brevanta, a company that makes pumps, apologised.",
                "Courier": "The company Brevanta apologised for its pumps.",
                "Herald": "Brevanor, a company that made the pumps, apologised.",
            },
            {("Ledger", "Brevanta"), ("Courier", "Brevanta"), ("Herald", "Brevanor")},
            id="a firm of one word that ends otherwise",
        ),
        pytest.param(
            {
                "Ledger": "The ferry Solveig struck a rock. Skipper Torvald Ekeland said the engine stopped.",
                "Courier": "The engine stopped, said Torvald Ekeland, skipper of the ferry.",
                "Herald": "The engine has stopped, so Torvil Ekern, the skipper of the ferry.",
            },
            {("Ledger", "Torvald Ekeland"), ("Courier", "Torvald Ekeland"), ("Herald", "Torvil Ekern")},
            id="both names only open alike, and one office",
        ),
        pytest.param(
            {
                "Ledger": "The sloop was steered by Ottoline Farrand, 38.",
                "Courier": "Ottoline Farrand is 38.",
                "Herald": "Octavie Farranelli, 38, gained the cup.",
            },
            {
                ("Ledger", "Ottoline Farrand"),
                ("Courier", "Ottoline Farrand"),
                ("Herald", "Octavie Farranelli"),
            },
            id="both names only open alike, and one age",
        ),
        pytest.param(
            {
                "Ledger": "Pal Orsini was met at Brenn airport by his daughter, Livia Orsini.",
                "Courier": "Livia Orsini wept at the airport. She is the daughter of Pal Orsini.",
                "Herald": "Pal Orsini landed at the airport, where his daughter Laura Orsini had flowers.",
            },
            {("Ledger", "Livia Orsini"), ("Courier", "Livia Orsini"), ("Herald", "Laura Orsini")},
            id="another first name, and the same kin",
        ),
        pytest.param(
            {
                "Ledger": "Fire chief Tomas Verhaegen said it began in a dryer.",
                "Courier": "A dryer had caught fire, fire chief Tomas Verhasselt said.",
            },
            {("Ledger", "Tomas Verhaegen"), ("Courier", "Tomas Verhasselt")},
            id="two articles with another ending each, and one office",
        ),
    ],
)
def test_one_person(texts: Mapping[str, str], expected: set[tuple[str, str]]) -> None:
    slots, _ = align_people("mini", claims_of(texts))
    assert [said(slot) for slot in slots] == [expected]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {
                "Ledger": "Edwin Sarre bought the brewery at Holm.",
                "Courier": "Edwin Sarre bought the brewery at Holm.",
                "Herald": "His widow, Ilona Sarre, kept the brewery at Holm.",
            },
            id="kin",
        ),
        pytest.param(
            {
                "Ledger": "Police chief Rosa Almeida spoke.",
                "Courier": "Rosa Almeida, the police chief, spoke.",
                "Herald": "Her sister, Rita Almeida, spoke of the police chief.",
            },
            id="kin in front",
        ),
        pytest.param(
            {
                "Ledger": "Farm minister Osman Karagoz spoke of the harvest.",
                "Courier": "Osman Karagoz, the farm minister, spoke of the harvest.",
                "Herald": "Our man Ferdi Karagoz, no relation of the farm minister, saw the harvest.",
            },
            id="no relation",
        ),
        pytest.param(
            {
                "Ledger": "Brevanta, a company that makes pumps, apologised.",
                "Courier": "The company Brevanta apologised for its pumps.",
                "Herald": "Brevanor, a club from Holm, won the race on Sunday.",
            },
            id="firms of which nothing alike is told",
        ),
        pytest.param(
            {
                "Ledger": "Edwin Sarre bought the brewery at Holm.",
                "Courier": "Edwin Sarre bought the brewery at Holm.",
                "Herald": "Ma Sarre bought the brewery at Holm.",
            },
            id="a word of respect",
        ),
        pytest.param(
            {
                "Ledger": "Counsel Regula Hosp was calm. Markus Imhof denied it.",
                "Courier": "Regula Hosp, a lawyer, was calm. Markus Imhof said no.",
                "Herald": "Lawyer Regula Zell was calm. Edda Lund left.",
            },
            id="two lawyers of one first name",
        ),
        pytest.param(
            {
                "Ledger": "Minister Regula Hosp was calm.",
                "Courier": "Minister Regula Hosp left.",
                "Herald": "Minister Regula Zell smiled.",
            },
            id="two ministers of one first name",
        ),
        pytest.param(
            {
                "Ledger": "The foreign minister, Regula Hosp, was calm.",
                "Courier": "Foreign minister Regula Hosp left.",
                "Herald": "Foreign minister Regula Zell smiled.",
            },
            id="ministers of two countries",
        ),
        pytest.param(
            {
                "Ledger": "Erika Stavn bought the brewery at Holm.",
                "Courier": "Erika Stavn bought the brewery at Holm.",
                "Herald": "Erik Stavn bought the brewery at Holm.",
            },
            id="a couple",
        ),
        pytest.param(
            {
                "Ledger": "Edwin Sarre bought the brewery at Holm.",
                "Courier": "Edwin Sarre bought the brewery at Holm with Trevor Sarre.",
                "Herald": "Trevor Sarre bought the brewery.",
            },
            id="an article knows both",
        ),
        pytest.param(
            {
                "Ledger": "Edwin Sarre bought the brewery at Holm.",
                "Herald": "Trevor Sarre bought the brewery at Holm.",
            },
            id="one against one",
        ),
        pytest.param(
            {
                "Ledger": "Edwin Sarre bought the brewery at Holm.",
                "Courier": "Edwin Sarre bought the brewery at Holm.",
                "Herald": "Sarre bought the brewery at Holm. He lives with Trevor Sarre.",
            },
            id="a surname that came before",
        ),
        pytest.param(
            {
                "Ledger": "Edwin Sarre, 34, bought the brewery at Holm.",
                "Courier": "Edwin Sarre, 34, bought the brewery at Holm.",
                "Herald": "The brewery at Holm was built by Trevor Sarre, 71.",
            },
            id="two ages",
        ),
        pytest.param(
            {
                "Ledger": "Edwin Sarre bought the brewery at Holm.",
                "Courier": "Edwin Sarre bought the brewery at Holm.",
                "Herald": "Trevor Sarre sang in the choir.",
            },
            id="another deed",
        ),
        pytest.param(
            {
                "Ledger": "Annelies Sarre bought the brewery at Holm.",
                "Courier": "Annelies Sarre bought the brewery at Holm.",
                "Herald": "Anne Sarre bought the brewery at Holm.",
            },
            id="a first name cut short",
        ),
        pytest.param(
            {
                "Ledger": "Peter Holm bought the brewery.",
                "Courier": "Peter Holm bought the brewery.",
                "Herald": "Peter Vane bought the brewery.",
            },
            id="two surnames",
        ),
        pytest.param(
            {
                "Ledger": "Anton Kessler, 34, died when the crane fell in Burgau.",
                "Courier": "The crane in Burgau killed Anton Kessler, 34.",
                "Herald": "Andreas Kestler, 51, was hurt when the crane fell in Burgau.",
            },
            id="names alike, and two ages",
        ),
        pytest.param(
            {
                "Ledger": "Councillor Stefan Maric voted against the closing of the pool.",
                "Courier": "The closing is a shame, said councillor Stefan Maric.",
                "Herald": "Councillor Sonja Marusic asked for a vote about the closing.",
            },
            id="surnames alike, and first names that are not",
        ),
        pytest.param(
            {
                "Ledger": "Mayor Martin Selby of Ashford said the bypass would be built.",
                "Courier": "The bypass will be built, Ashford mayor Martin Selby said.",
                "Herald": "Mayor Mark Seldon of Dunford said the bypass would take trade away.",
            },
            id="names alike, and two towns",
        ),
        pytest.param(
            {
                "Ledger": "Dr Maria Sandoval said the patients had eaten mushrooms.",
                "Courier": "The patients ate mushrooms, Dr Maria Sandoval said.",
                "Herald": "Dr Marta Sandler, who treated two of the patients, said they were at home.",
            },
            id="names alike, and one calling",
        ),
        pytest.param(
            {
                "Ledger": "Ondrej Malek searched for his brother Jiri Malek on foot.",
                "Courier": "Ondrej Malek, brother of Jiri Malek, searched on foot.",
                "Herald": "A cousin, Otakar Malek, runs the hut from which they searched for Jiri Malek.",
            },
            id="a brother and a cousin",
        ),
        pytest.param(
            {
                "Ledger": "Goalkeeper Anna Petrova saved the shot.",
                "Courier": "Anna Petrenko scored twice.",
            },
            id="two articles with another ending each, and no office",
        ),
    ],
)
def test_two_people(texts: Mapping[str, str]) -> None:
    slots, _ = align_people("mini", claims_of(texts))
    assert not slots


def test_an_event_has_one_judge() -> None:
    texts = {
        "Ledger": "Judge Ilona Vey spoke of greed.",
        "Courier": "Judge Ilona Vey sent him to prison.",
        "Herald": "Judge Agnes Pell said he had shown no remorse.",
    }
    (slot,) = align_offices("mini", claims_of(texts))
    assert slot.label == "who is Judge"
    assert said(slot) == {("Ledger", "Ilona Vey"), ("Courier", "Ilona Vey"), ("Herald", "Agnes Pell")}
    texts["Ledger"] += " Judge Agnes Pell had let him go on bail."
    assert not align_offices("mini", claims_of(texts))


def test_a_building_has_one_builder() -> None:
    texts = {
        "Ledger": "The builder, Hallmark Civil, declined to comment.",
        "Courier": "Contractor Hallmark Civil said nothing. The builder is Hallmark Civil.",
        "Herald": "The builder, Bridger Works, declined to comment.",
        "Beacon": "Hallmark Civil had won the tender.",
    }
    (slot,) = align_offices("mini", claims_of(texts))
    assert {source for source, _ in said(slot)} == set(texts)
    assert {("Ledger", "Hallmark Civil"), ("Herald", "Bridger Works")} <= said(slot)
