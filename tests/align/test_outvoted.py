"""Offices that one article alone gives to somebody."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from discrepancy.align.offices import align_offices
from discrepancy.model import Kind, Verdict
from tests.align.stories import claims_of, said


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            {
                "Ledger": "Harbour master Simon Aske said the buoy had drifted.",
                "Courier": "The harbour master, Simon Aske, closed the channel.",
                "Herald": "Coroner's officer Ann Roe waited. Magistrate Simon Aske closed the channel.",
            },
            {("Ledger", "Harbour master"), ("Courier", "harbour master"), ("Herald", "Magistrate")},
            id="harbour master and judge",
        ),
        pytest.param(
            {
                "Ledger": "Navy spokesman Commodore Hugo Lindt said that nothing had been paid.",
                "Courier": "The spokesman of the navy, Hugo Lindt, said that nothing had been paid.",
                "Herald": "Commodore Hugo Lindt, the Brackwell police commissioner, said the same.",
            },
            {
                ("Ledger", "Navy spokesman"),
                ("Courier", "spokesman"),
                ("Herald", "Brackwell police commissioner"),
            },
            id="navy and police, of one rank",
        ),
        pytest.param(
            {
                "Ledger": "Ann Roe was missed on Monday. Her brother-in-law, Hugo Lindt, called the police.",
                "Courier": "Police were called by Hugo Lindt, Roe's brother-in-law, on Monday.",
                "Herald": "Hugo Lindt, the brother of Ann Roe, called the police on Monday.",
            },
            {("Ledger", "brother-in-law"), ("Courier", "brother-in-law"), ("Herald", "brother")},
            id="brother and brother-in-law",
        ),
        pytest.param(
            {
                "Ledger": "The conductor, Hugo Lindt, was booed.",
                "Courier": "Conductor Hugo Lindt was booed.",
                "Herald": "The stage director, Hugo Lindt, was booed.",
            },
            {("Ledger", "conductor"), ("Courier", "Conductor"), ("Herald", "stage director")},
            id="conductor and stage director",
        ),
        pytest.param(
            {
                "Ledger": "Union leader Petra Salim called the offer an insult.",
                "Courier": "Petra Salim, who heads the dockers' union, called the offer an insult.",
                "Herald": "Shipyard manager Petra Salim called the offer an insult.",
            },
            {("Ledger", "Union leader"), ("Courier", "heads"), ("Herald", "Shipyard manager")},
            id="union and management",
        ),
        pytest.param(
            {
                "Ledger": "The force commander, Edda Rohn, was in the camp.",
                "Courier": "Edda Rohn, who commands the force, was in the camp.",
                "Herald": "The deputy force commander, Edda Rohn, was in the camp.",
            },
            {
                ("Ledger", "force commander"),
                ("Courier", "commands"),
                ("Herald", "deputy force commander"),
            },
            id="a deputy and who does it",
        ),
        pytest.param(
            {
                "Ledger": "His lawyer, Edda Rohn, said he would appeal.",
                "Courier": "Defence counsel Edda Rohn said he would appeal.",
                "Herald": "Public prosecutor Edda Rohn said there would be an appeal.",
            },
            {("Ledger", "lawyer"), ("Courier", "Defence counsel"), ("Herald", "Public prosecutor")},
            id="defence and prosecution",
        ),
        pytest.param(
            {
                "Ledger": "Head teacher Hugo Lindt sent the pupils home.",
                "Courier": "The school's headmaster, Hugo Lindt, sent the pupils home.",
                "Herald": "Fire chief Hugo Lindt sent the pupils home.",
            },
            {("Ledger", "Head teacher"), ("Courier", "headmaster"), ("Herald", "Fire chief")},
            id="school and fire brigade",
        ),
        pytest.param(
            {
                "Ledger": "Hugo Lindt, head of the rescue service, praised the divers.",
                "Courier": "Rescue chief Hugo Lindt praised the divers.",
                "Herald": "The head of the hospital school, Ann Roe, left. Railway chief Hugo Lindt stayed.",
            },
            {("Ledger", "head"), ("Courier", "Rescue chief"), ("Herald", "Railway chief")},
            id="heads of two sorts of bodies",
        ),
        pytest.param(
            {
                "Ledger": "Agriculture minister Petra Salim resigned.",
                "Courier": "The minister for farming, Petra Salim, resigned.",
                "Herald": "Petra Salim, the environment minister until last week, was silent.",
            },
            {("Ledger", "Agriculture minister"), ("Courier", "minister"), ("Herald", "environment minister")},
            id="fields that are often one minister's",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim, spokeswoman for the refinery, said the valve had jammed.",
                "Courier": "Refinery spokeswoman Petra Salim said the valve had jammed.",
                "Herald": "Petra Salim, spokeswoman for the police, said the valve had jammed.",
            },
            {("Ledger", "spokeswoman"), ("Courier", "Refinery spokeswoman"), ("Herald", "spokeswoman")},
            id="speaks for two sorts of bodies",
        ),
        pytest.param(
            {
                "Ledger": "Plant manager Edda Rohn spoke. The mayor, Hugo Lindt, was angry.",
                "Courier": "The mayor, Edda Rohn, spoke.",
            },
            {("Ledger", "Plant manager"), ("Courier", "mayor")},
            id="one against one, where somebody else has the office",
        ),
        pytest.param(
            {
                "Ledger": "The project's director, Edda Rohn, cried.",
                "Courier": "Project director Edda Rohn cried.",
                "Herald": "Edda Rohn, an adviser to the ministry, cried.",
            },
            {("Ledger", "director"), ("Courier", "Project director"), ("Herald", "adviser")},
            id="head and adviser",
        ),
        pytest.param(
            {
                "Ledger": "Vet Anton Drexl treated the calf.",
                "Courier": "The calf was treated by Anton Drexl, a veterinarian.",
                "Herald": "Butcher Anton Drexl treated the calf.",
            },
            {("Ledger", "Vet"), ("Courier", "veterinarian"), ("Herald", "Butcher")},
            id="two callings",
        ),
        pytest.param(
            {
                "Ledger": "Governor Paavo Lind of the central bank raised rates.",
                "Courier": "Chief economist Paavo Lind explained the step.",
                "Herald": "The bank's chief economist, Paavo Lind, explained it.",
            },
            {("Ledger", "Governor"), ("Courier", "Chief economist"), ("Herald", "chief economist")},
            id="head of a body and a calling in it",
        ),
        pytest.param(
            {
                "Ledger": "Opposition leader Petra Salim demanded a vote.",
                "Courier": "Petra Salim, who leads the opposition, demanded a vote.",
                "Herald": "Interior minister Petra Salim demanded a vote.",
            },
            {("Ledger", "Opposition leader"), ("Courier", "leads"), ("Herald", "Interior minister")},
            id="opposition and government",
        ),
        pytest.param(
            {
                "Ledger": "Holm captain Anton Drexl scored. Coach Hugo Lindt was glad.",
                "Courier": "Skipper Anton Drexl scored twice.",
                "Herald": "Coach Anton Drexl was glad about the goals.",
            },
            {("Ledger", "Holm captain"), ("Courier", "Skipper"), ("Herald", "Coach")},
            id="nothing lists the two: captain and coach",
        ),
        pytest.param(
            {
                "Ledger": "Chief executive Petra Salim thanked the crew.",
                "Courier": "The company's managing director, Petra Salim, thanked the crew.",
                "Post": "The boss of the company, Petra Salim, thanked the crew.",
                "Herald": "Its chief engineer, Petra Salim, thanked the crew.",
            },
            {
                ("Ledger", "Chief executive"),
                ("Courier", "managing director"),
                ("Post", "boss"),
                ("Herald", "chief engineer"),
            },
            id="the boss may be either",
        ),
        pytest.param(
            {
                "Ledger": "Treasurer Edda Rohn signed the cheque.",
                "Courier": "The club's treasurer, Edda Rohn, signed the cheque.",
                "Herald": "Club spokeswoman Edda Rohn, a former coach, signed the cheque.",
            },
            {("Ledger", "Treasurer"), ("Courier", "treasurer"), ("Herald", "Club spokeswoman")},
            id="beside a former office",
        ),
        pytest.param(
            {
                "Ledger": "It was no mutiny, army spokeswoman Edda Rohn said.",
                "Courier": "Edda Rohn, spokeswoman of the army, called it a quarrel.",
                "Herald": "Edda Rohn, the defence minister, called it a quarrel.",
            },
            {("Ledger", "army spokeswoman"), ("Courier", "spokeswoman"), ("Herald", "defence minister")},
            id="a minister speaks for no army",
        ),
        pytest.param(
            {
                "Ledger": "The dean, Anton Drexl, said the altar was wet.",
                "Courier": "Anton Drexl, dean of the cathedral, blessed them.",
                "Herald": "The bishop of Holm, Anton Drexl, wept.",
            },
            {("Ledger", "dean"), ("Courier", "dean"), ("Herald", "bishop")},
            id="a dean and a bishop",
        ),
        pytest.param(
            {
                "Ledger": "Nurse Petra Salim broke her leg.",
                "Courier": "Petra Salim, a nurse, broke her leg.",
                "Herald": "Petra Salim, a doctor, broke her leg.",
            },
            {("Ledger", "Nurse"), ("Courier", "nurse"), ("Herald", "doctor")},
            id="a nurse and a doctor",
        ),
        pytest.param(
            {
                "Ledger": "Chief engineer Anton Drexl died on the ferry.",
                "Courier": "Anton Drexl, the chief engineer, died on the ferry.",
                "Herald": "First mate Anton Drexl died on the ferry.",
            },
            {("Ledger", "Chief engineer"), ("Courier", "chief engineer"), ("Herald", "First mate")},
            id="an engineer and a mate",
        ),
        pytest.param(
            {
                "Ledger": "Deputy Chief Petra Salim will run the police of Holm.",
                "Courier": "Deputy chief Petra Salim is in charge of the Holm police for now.",
                "Herald": "The county prosecutor Petra Salim will conduct the police of Holm.",
            },
            {("Ledger", "run"), ("Courier", "in charge of"), ("Herald", "county prosecutor")},
            id="a deputy who steps in",
        ),
        pytest.param(
            {
                "Ledger": "Assistant prosecutor Anton Drexl asked for nine years.",
                "Courier": "Anton Drexl, assistant prosecutor, asked for nine years.",
                "Herald": "The defence lawyer Anton Drexl asked for nine years at most.",
            },
            {
                ("Ledger", "Assistant prosecutor"),
                ("Courier", "assistant prosecutor"),
                ("Herald", "defence lawyer"),
            },
            id="a deputy prosecutor prosecutes",
        ),
    ],
)
def test_slot(texts: Mapping[str, str], expected: set[tuple[str, str]]) -> None:
    (slot,) = align_offices("mini", claims_of(texts))
    assert slot.kind is Kind.ROLE
    assert said(slot) == expected


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {
                "Ledger": "Union leader Petra Salim called the offer an insult.",
                "Herald": "Shipyard manager Petra Salim called the offer an insult.",
            },
            id="one against one",
        ),
        pytest.param(
            {
                "Ledger": "Union leader Petra Salim spoke.",
                "Courier": "Petra Salim, who heads the nurses' union, spoke.",
                "Herald": "Nurse Petra Salim spoke.",
            },
            id="walks that go together",
        ),
        pytest.param(
            {
                "Ledger": "Union leader Petra Salim spoke.",
                "Courier": "Petra Salim, a shipyard manager and union leader, spoke.",
                "Herald": "Shipyard manager Petra Salim spoke.",
            },
            id="an article has both",
        ),
        pytest.param(
            {
                "Ledger": "Head teacher Hugo Lindt spoke.",
                "Courier": "Headmaster Hugo Lindt spoke.",
                "Herald": "Former fire chief Hugo Lindt spoke.",
            },
            id="a former office",
        ),
        pytest.param(
            {
                "Ledger": "Head teacher Hugo Lindt spoke.",
                "Courier": "Headmaster Hugo Lindt spoke.",
                "Herald": "Hugo Lindt will become mayor in May.",
            },
            id="an office to come",
        ),
        pytest.param(
            {
                "Ledger": "Plant manager Edda Rohn spoke.",
                "Courier": "Edda Rohn, head of the plant, spoke.",
                "Herald": "Site head Edda Rohn spoke.",
            },
            id="words for one office",
        ),
        pytest.param(
            {
                "Ledger": "Government spokesman Simon Aske spoke.",
                "Courier": "The government's spokesman, Simon Aske, spoke.",
                "Herald": "Information minister Simon Aske spoke.",
            },
            id="a minister who speaks for the government",
        ),
        pytest.param(
            {
                "Ledger": "Prime Minister Ilona Vey resigned.",
                "Courier": "Premier Ilona Vey resigned.",
                "Herald": "The minister-president, Ilona Vey, resigned.",
            },
            id="titles of one head of government",
        ),
        pytest.param(
            {
                "Ledger": "Labour minister Ilona Vey resigned.",
                "Courier": "Employment minister Ilona Vey resigned.",
                "Herald": "The minister of work, Ilona Vey, resigned.",
            },
            id="words for one field",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim, MD, treated the divers.",
                "Courier": "Petra Salim, head of the clinic, treated the divers.",
                "Herald": "Clinic head Petra Salim treated the divers.",
            },
            id="a degree",
        ),
        pytest.param(
            {
                "Ledger": "Captain Hugo Lindt, who leads the union, spoke.",
                "Courier": "Union leader Hugo Lindt spoke.",
                "Herald": "Captain Hugo Lindt spoke.",
            },
            id="a calling and an office",
        ),
        pytest.param(
            {
                "Ledger": "Professor Edda Rohn, a surgeon, spoke.",
                "Courier": "Surgeon Edda Rohn spoke.",
                "Herald": "Edda Rohn, dean of the faculty of medicine, spoke.",
            },
            id="a doctor who teaches",
        ),
        pytest.param(
            {
                "Ledger": "Mayor Simon Aske spoke.",
                "Courier": "The mayor, Simon Aske, spoke.",
                "Herald": "Simon Aske, who leads the opposition party, spoke.",
            },
            id="a mayor with a party",
        ),
        pytest.param(
            {
                "Ledger": "Doctor Omar Said treated her.",
                "Courier": "Surgeon Omar Said treated her.",
                "Herald": "Omar Said, director of the clinic, treated her.",
            },
            id="a doctor who heads a clinic",
        ),
        pytest.param(
            {
                "Ledger": "Transport Secretary Ann Roe spoke.",
                "Courier": "Transport minister Ann Roe spoke.",
                "Herald": "The transport secretary, Ann Roe, spoke.",
            },
            id="a secretary who is a minister",
        ),
        pytest.param(
            {
                "Ledger": "Headteacher Hugo Lindt sent them home.",
                "Courier": "The school's director, Hugo Lindt, sent them home.",
                "Herald": "Principal Hugo Lindt sent them home.",
            },
            id="words for the head of a school",
        ),
        pytest.param(
            {
                "Ledger": "Prosecutor Edda Rohn had the cable seized.",
                "Courier": "The prosecutor, Edda Rohn, had the cable seized.",
                "Herald": "The magistrate, Edda Rohn, had the cable seized.",
            },
            id="a magistrate who prosecutes",
        ),
        pytest.param(
            {
                "Ledger": "Assistant coach Anton Drexl takes over.",
                "Courier": "Assistant coach Anton Drexl is to take over.",
                "Herald": "The team goes to number two Anton Drexl.",
            },
            id="anybody's deputy",
        ),
        pytest.param(
            {
                "Ledger": "Captain Anton Drexl steered the ferry.",
                "Courier": "Captain Anton Drexl steered the ferry.",
                "Herald": "The harbour master, Anton Drexl, steered the ferry.",
            },
            id="offices that go together",
        ),
        pytest.param(
            {
                "Ledger": "General manager Anton Drexl sold the goods.",
                "Courier": "General manager Anton Drexl sold the goods.",
                "Herald": "The manager, Anton Drexl, sold the goods.",
            },
            id="a manager of what is not said",
        ),
        pytest.param(
            {
                "Ledger": "The hotel fire killed 14. The manager, Edda Rohn, was being questioned by police.",
                "Courier": "The hotel fire killed 14. The manager, Edda Rohn, was charged with negligence.",
                "Herald": "Edda Rohn, who has managed the hotel since 2017, was driven to the court house.",
            },
            id="an office by its noun and by its verb",
        ),
        pytest.param(
            {
                "Ledger": "Police spokeswoman Edda Rohn said two were held.",
                "Courier": "Edda Rohn, spokeswoman of the police, said so.",
                "Herald": "Captain Edda Rohn said two were held.",
            },
            id="a spokeswoman with a rank",
        ),
        pytest.param(
            {
                "Ledger": "Government spokeswoman Edda Rohn said so.",
                "Courier": "Edda Rohn, spokeswoman of the government, said so.",
                "Herald": "Transport minister Edda Rohn said so.",
            },
            id="a minister speaks for the government",
        ),
    ],
)
def test_no_slot(texts: Mapping[str, str]) -> None:
    assert [said(slot) for slot in align_offices("mini", claims_of(texts))] == []


def test_lone_office_is_odd() -> None:
    """Where no list says that two offices exclude each other, the majority makes the conflict."""
    texts = {
        "Ledger": "Treasurer Edda Rohn signed the cheque.",
        "Courier": "The club's treasurer, Edda Rohn, signed the cheque.",
        "Herald": "Club conductor Edda Rohn signed the cheque.",
    }
    (slot,) = align_offices("mini", claims_of(texts))
    assert {slot.claims[index].mention.source for index in slot.provenance.odd} == {"Herald"}
    assert slot.provenance.clash is not None
    assert slot.provenance.clash.verdict is Verdict.CONFLICT
