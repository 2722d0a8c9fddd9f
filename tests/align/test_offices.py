"""Offices: which one a person holds, and who holds one."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from discrepancy.align.offices import align_offices
from discrepancy.model import Kind
from tests.align.stories import claims_of, said


@pytest.mark.parametrize(
    ("texts", "kind", "expected"),
    [
        pytest.param(
            {
                "Ledger": "Justice Minister Petra Salim resigned.",
                "Courier": "Petra Salim, the interior minister, resigned.",
            },
            Kind.ROLE,
            {("Ledger", "Justice Minister"), ("Courier", "interior minister")},
            id="two portfolios",
        ),
        pytest.param(
            {
                "Ledger": "Professor Petra Salim, the vice-principal, resigned.",
                "Courier": "The principal of the college, Professor Petra Salim, resigned.",
            },
            Kind.ROLE,
            {("Ledger", "vice-principal"), ("Courier", "principal")},
            id="a title both give her says nothing",
        ),
        pytest.param(
            {
                "Ledger": "The mayor of Brackwell, Hugo Lindt, spoke.",
                "Courier": "The mayor of Brackwell, Simon Aske, spoke.",
            },
            Kind.NAME,
            {("Ledger", "Hugo Lindt"), ("Courier", "Simon Aske")},
            id="two holders",
        ),
        pytest.param(
            {
                "Ledger": "All are well, said Colonel Hugo Lindt, head of the police mountain rescue unit.",
                "Courier": "All are well, said Colonel Simon Aske, boss of the mountain rescue unit.",
            },
            Kind.NAME,
            {("Ledger", "Hugo Lindt"), ("Courier", "Simon Aske")},
            id="a body called by less of its name",
        ),
        pytest.param(
            {
                "Ledger": "The mayor of Brackwell, Hugo Lindt, spoke to Simon Aske.",
                "Courier": "The mayor of Brackwell, Simon Aske, spoke to Hugo Lindt.",
            },
            Kind.NAME,
            {("Ledger", "Hugo Lindt"), ("Courier", "Simon Aske")},
            id="both articles know both people",
        ),
        pytest.param(
            {
                "Ledger": "The army chief of staff, General Hugo Lindt, met Simon Aske.",
                "Courier": "General Simon Aske, the army chief of staff, was angry.",
            },
            Kind.NAME,
            {("Ledger", "Hugo Lindt"), ("Courier", "Simon Aske")},
            id="an office with a rank beside it",
        ),
        pytest.param(
            {
                "Ledger": "Edda Rohn of the ice institute, who led the study, met Jonas Velten.",
                "Courier": "The lead author, Jonas Velten, was pleased.",
            },
            Kind.NAME,
            {("Ledger", "Edda Rohn"), ("Courier", "Jonas Velten")},
            id="a post told by a verb",
        ),
        pytest.param(
            {
                "Ledger": "Deputy mayor Petra Salim will serve as acting mayor until the autumn.",
                "Courier": "As acting mayor until the autumn will serve the councillor Ann Roe.",
            },
            Kind.NAME,
            {("Ledger", "Petra Salim"), ("Courier", "Ann Roe")},
            id="who fills a post for a time",
        ),
        pytest.param(
            {
                "Ledger": "Judge Petra Salim said he had sold a town's trust. Ann Roe, his lawyer, objected.",
                "Courier": "He had sold the trust of the town, said the judge, Petra Salim.",
                "Herald": "Judge Ann Roe, presiding, said he had sold a town's trust.",
            },
            Kind.NAME,
            {("Ledger", "Petra Salim"), ("Courier", "Petra Salim"), ("Herald", "Ann Roe")},
            id="the lawyer's name for the judge's",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim, the chief inspector of railways, spoke.",
                "Courier": "Simon Aske, the chief inspector of railways, spoke.",
            },
            Kind.NAME,
            {("Ledger", "Petra Salim"), ("Courier", "Simon Aske")},
            id="word for word",
        ),
        pytest.param(
            {
                "Ledger": "The rebels were led by Colonel Petra Salim.",
                "Courier": "The mutineers fled. Their leader, Colonel Simon Aske, was caught.",
            },
            Kind.NAME,
            {("Ledger", "Petra Salim"), ("Courier", "Simon Aske")},
            id="leader of a group",
        ),
        pytest.param(
            {
                "Ledger": "The court jailed the head of the Salim clan, Petra Salim.",
                "Courier": "The leader of the Salim clan was jailed. This leader, Simon Salim, was silent.",
            },
            Kind.NAME,
            {("Ledger", "Petra Salim"), ("Courier", "Salim"), ("Courier", "Simon Salim")},
            id="a leader pointed back to",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim will be chief executive and Simon Aske will be chairman.",
                "Courier": "Chief of the new group will be Simon Aske.",
            },
            Kind.NAME,
            {("Ledger", "Petra Salim"), ("Courier", "Simon Aske")},
            id="who is to head a company",
        ),
        pytest.param(
            {
                "Ledger": "The prime minister shook up his cabinet, handing the justice ministry to Ann Roe.",
                "Courier": "Ann Roe was given the post of interior minister.",
            },
            Kind.ROLE,
            {("Ledger", "justice ministry"), ("Courier", "interior minister")},
            id="two ministries given",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim, treasurer of the Holm party, was charged.",
                "Courier": "Petra Salim, leader of the Holm party, was charged.",
            },
            Kind.ROLE,
            {("Ledger", "treasurer"), ("Courier", "leader")},
            id="two posts of one body",
        ),
        pytest.param(
            {
                "Ledger": "The government's negotiator, Ann Roe, left. The union's negotiator, "
                "Simon Aske, stayed.",
                "Courier": "The union's negotiator, Ann Roe, left the talks.",
            },
            Kind.ROLE,
            {("Ledger", "negotiator"), ("Courier", "negotiator")},
            id="an exchanged side, told once",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim was named best actress on Sunday.",
                "Courier": "The award for best actress went to Ann Roe on Sunday.",
            },
            Kind.NAME,
            {("Ledger", "Petra Salim"), ("Courier", "Ann Roe")},
            id="who has an award",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim, the Holm minister for foreign trade, spoke.",
                "Courier": "Petra Salim, the Holm foreign minister, spoke.",
                "Echo": "The Holm foreign trade minister, Petra Salim, spoke.",
            },
            Kind.ROLE,
            {
                ("Ledger", "Holm minister"),
                ("Courier", "Holm foreign minister"),
                ("Echo", "Holm foreign trade minister"),
            },
            id="foreign trade and foreign affairs",
        ),
        pytest.param(
            {
                "Wire": "Those held include Karl Roe, a private tutor from Holm.",
                "Post": "Tutor Karl Roe denies the charge.",
                "Copy": "Karl Roe, a school principal from Holm, is held.",
            },
            Kind.ROLE,
            {("Wire", "private tutor"), ("Post", "Tutor"), ("Copy", "school principal")},
            id="a tutor or a principal",
        ),
    ],
)
def test_slot(texts: Mapping[str, str], kind: Kind, expected: set[tuple[str, str]]) -> None:
    (slot,) = align_offices("mini", claims_of(texts))
    assert slot.kind is kind
    assert said(slot) == expected
    assert slot.label


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {
                "Ledger": "Professor Edda Rohn won the prize.",
                "Courier": "Edda Rohn, the director of the ice institute, won the prize.",
            },
            id="posts one person can have",
        ),
        pytest.param(
            {
                "Ledger": "The mayor of Brackwell, Hugo Lindt, spoke.",
                "Courier": "The mayor of Holm, Simon Aske, spoke.",
            },
            id="mayors of two towns",
        ),
        pytest.param(
            {
                "Ledger": "Sergeant Hugo Lindt spoke to reporters.",
                "Courier": "Sergeant Simon Aske spoke to reporters.",
            },
            id="a post that many have",
        ),
        pytest.param(
            {
                "Ledger": "The mayor of Brackwell, Hugo Lindt, spoke. Simon Aske, mayor of Brackwell, sang.",
                "Courier": "The mayor of Brackwell, Simon Aske, spoke.",
            },
            id="an article gives the post to both",
        ),
        pytest.param(
            {
                "Ledger": "The mayor of Brackwell, Hugo Lindt, spoke.",
                "Courier": "The mayor of Brackwell, Simon Aske, who succeeded Hugo Lindt, spoke.",
            },
            id="the office changed hands",
        ),
        pytest.param(
            {
                "Ledger": "The director, Hugo Lindt, spoke.",
                "Courier": "The director, Simon Aske, spoke.",
            },
            id="nothing says of what",
        ),
        pytest.param(
            {
                "Ledger": "The mayor of Brackwell, Hugo Lindt, spoke.",
                "Courier": "The mayor of Brackwell, Hugo Lindtt, spoke.",
            },
            id="a slip of spelling is asked elsewhere",
        ),
        pytest.param(
            {
                "Ledger": "Police spokesman Hugo Lindt said so.",
                "Courier": "Police spokesman Simon Aske said so.",
            },
            id="spokesmen, of whom there are many",
        ),
        pytest.param(
            {
                "Ledger": "Deputy foreign minister Petra Salim spoke.",
                "Courier": "Deputy foreign minister Simon Aske spoke.",
            },
            id="deputies, of whom there are many",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim, a director of Holm Foods, spoke.",
                "Courier": "Simon Aske, a director of Holm Foods, spoke.",
            },
            id="one of several directors",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim, co-chair of the Holm Institute, spoke.",
                "Courier": "Simon Aske, co-chair of the Holm Institute, spoke.",
            },
            id="two who share a post",
        ),
        pytest.param(
            {"Ledger": "Rebel leader Petra Salim fled.", "Courier": "Rebel leader Simon Aske was killed."},
            id="rebels have many leaders",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim, leader of the rebels in the north, fled.",
                "Courier": "Simon Aske, leader of the rebels in the south, fled.",
            },
            id="leaders of two groups",
        ),
        pytest.param(
            {"Ledger": "Acting mayor Petra Salim spoke.", "Courier": "Mayor Simon Aske spoke."},
            id="a mayor and who stands in",
        ),
        pytest.param(
            {"Ledger": "Deputy mayor Petra Salim spoke.", "Courier": "Acting mayor Petra Salim spoke."},
            id="a deputy who stands in",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim will become chairwoman of Holm Foods.",
                "Courier": "Petra Salim, the treasurer of Holm Foods, smiled.",
            },
            id="the post one has and the next",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim, the chairwoman of Holm Foods, smiled.",
                "Courier": "Petra Salim, the chief executive of Holm Foods, smiled.",
            },
            id="chairwoman and chief executive",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim was appointed justice minister in 2019.",
                "Courier": "Petra Salim was appointed interior minister on Monday.",
            },
            id="an appointment of long ago",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim could be given the justice ministry.",
                "Courier": "Petra Salim takes over the interior ministry.",
            },
            id="an appointment that is only possible",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim, treasurer of the Holm party, sang.",
                "Courier": "Petra Salim, leader of the Velten choir, sang.",
            },
            id="posts of two bodies",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim, the chief inspector of railways, spoke.",
                "Courier": "Simon Aske, the chief inspector of mines, spoke.",
            },
            id="chief inspectors of two things",
        ),
        pytest.param(
            {
                "Ledger": "Simon Aske, who led the rebels until March, was killed.",
                "Courier": "Petra Salim, leader of the rebels, spoke.",
            },
            id="leader until March",
        ),
        pytest.param(
            {
                "Ledger": "Hugo Lindt served as mayor of Holm from 2011 to 2017.",
                "Courier": "The mayor of Holm, Simon Aske, spoke.",
            },
            id="mayor of former years",
        ),
        pytest.param(
            {
                "Ledger": "Simon Aske heads the committee on health.",
                "Courier": "Petra Salim heads the committee on trade.",
            },
            id="two committees",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim, managing director of Holm Foods, smiled.",
                "Courier": "Simon Aske, managing director of Holm Foods' dairy arm, smiled.",
            },
            id="a firm and its arm",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim, leader of the Holm Greens, spoke.",
                "Courier": "Simon Aske, leader of the Holm Greens in the council, spoke.",
            },
            id="a party and its group",
        ),
        pytest.param(
            {
                "Ledger": "Police chief Petra Salim spoke.",
                "Courier": "Police chief Simon Aske of neighbouring Velten sent help.",
            },
            id="the police of two towns",
        ),
        pytest.param(
            {
                "Ledger": "The foreign minister, Petra Salim, flew to Velten.",
                "Courier": "Foreign minister Simon Aske welcomed his guest in Velten.",
            },
            id="foreign ministers who meet",
        ),
        pytest.param(
            {
                "Ledger": "Ann Roe will take over as mayor in May.",
                "Courier": "Ann Roe, the deputy mayor, spoke.",
            },
            id="deputy who is to follow",
        ),
        pytest.param(
            {
                "Ledger": "Holm First leader Petra Salim spoke.",
                "Courier": "Holm council leader Simon Aske spoke.",
            },
            id="leaders in one town",
        ),
        pytest.param(
            {
                "Ledger": "Simon Aske, the finance minister's adviser, spoke.",
                "Courier": "Simon Aske, mayor of Holm, spoke.",
            },
            id="a minister's adviser",
        ),
        pytest.param(
            {
                "Ledger": "The kitchen maker Casa Velten plans to close its factory.",
                "Courier": "Aurel Velten, the founder, died in 1990. The kitchen maker Velten signed it.",
            },
            id="a firm in full and in short",
        ),
        pytest.param(
            {
                "Ledger": "The best actor, Simon Aske, thanked his mother.",
                "Courier": "Simon Aske, the film's baker, beat five men to best actor.",
            },
            id="an award for a part",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim was best actress. Ann Roe was nominated for best actress.",
                "Courier": "Ann Roe, tipped for best actress, stayed at home.",
            },
            id="who is only up for an award",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim was best actress in a comedy.",
                "Courier": "Ann Roe was best actress in a drama.",
            },
            id="two awards of one name",
        ),
        pytest.param(
            {
                "Ledger": "Petra Salim, minister of foreign affairs and trade, spoke.",
                "Courier": "Petra Salim, the foreign minister, spoke.",
                "Echo": "The trade minister, Petra Salim, spoke.",
            },
            id="one minister of both fields",
        ),
        pytest.param(
            {
                "Ledger": "Simon Aske gave it 8 points, the Swiss judge Petra Salim gave it 9.",
                "Courier": "Judge Simon Aske gave it 8 points, and Petra Salim 9.",
            },
            id="two judges of one panel",
        ),
        pytest.param(
            {
                "Ledger": "Best actress went jointly to Petra Salim and Ann Roe.",
                "Courier": "Petra Salim was named best actress.",
                "Echo": "Ann Roe was best actress for her role as a nun.",
            },
            id="an award that two share",
        ),
        pytest.param(
            {
                "Ledger": "All are well, said Hugo Lindt, head of the Orvale mountain police.",
                "Courier": "All are well, said Simon Aske, head of the Orvale mountain police band.",
            },
            id="a body and a part of it",
        ),
        pytest.param(
            {
                "Wire": "Prosecutor Ann Roe asked for ten years.",
                "Post": "The prosecutor, Ann Roe, wants ten years.",
                "Copy": "Advocate Ann Roe, for the State, will ask for ten years.",
            },
            id="an advocate who prosecutes",
        ),
        pytest.param(
            {
                "Wire": "Those held include Karl Roe, a private tutor from Holm.",
                "Post": "Tutor Karl Roe denies the charge.",
                "Copy": "Karl Roe, a teacher, is held.",
            },
            id="a tutor who teaches",
        ),
    ],
)
def test_no_slot(texts: Mapping[str, str]) -> None:
    assert [said(slot) for slot in align_offices("mini", claims_of(texts))] == []


def test_an_office_told_by_verbs_alone_is_called_by_its_title() -> None:
    texts = {
        "Ledger": "The health inquiry was chaired by Petra Salim.",
        "Courier": "Simon Aske chaired the health inquiry.",
    }
    (slot,) = align_offices("mini", claims_of(texts))
    assert slot.label == "who is chair (health inquiry)"


def test_one_mistake_is_told_once() -> None:
    texts = {
        "Ledger": "Energy Minister Petra Salim met Simon Aske, the mayor of Holm.",
        "Courier": "Energy Minister Petra Salim left. Simon Aske, the mayor of Holm, stayed.",
        "Herald": "Energy Minister Simon Aske stayed.",
    }
    (slot,) = align_offices("mini", claims_of(texts))
    assert slot.label == "office of Simon Aske"


def test_offices_of_one_title_are_told_apart() -> None:
    texts = {
        "Ledger": "Petra Salim, the principal of the college, praised the vice-principal, Simon Aske.",
        "Courier": "The principal of the college, Simon Aske, spoke.",
    }
    assert [slot.label for slot in align_offices("mini", claims_of(texts))] == [
        "office of Simon Aske",
        "who is principal (college)",
    ]
