"""Dates of one event that one article puts a slip away from the others."""

from __future__ import annotations

from datetime import timedelta

import pytest

from discrepancy.align.days import align_days
from tests.align.stories import claims_of, said

# The stories are published on Tuesday, 6 May 2031.
CONFLICTS = [
    pytest.param(
        {
            "Wire": "The trawler Halcyon ran onto the rocks near Skarv at 2:10 a.m. on Friday.",
            "Local": "The trawler Halcyon ran aground near Skarv in the early hours of Friday.",
            "Dutch": "The trawler Halcyon ran onto the rocks near Skarv on Thursday.",
        },
        {("Dutch", "Thursday"), ("Local", "the early hours of Friday"), ("Wire", "2:10 a.m. on Friday")},
        id="day-beside-a-time",
    ),
    pytest.param(
        {
            "Wire": "The census was taken on 8 November 2030.",
            "Local": "The figures come from the census of 8 November 2030.",
            "Radio": "The census, held on 8 October 2030, counted 41,000 people.",
        },
        {("Radio", "8 October 2030"), ("Local", "8 November 2030"), ("Wire", "8 November 2030")},
        id="event-in-a-noun",
    ),
    pytest.param(
        {
            "Wire": "Work on the lock started in April 2025.",
            "Local": "Construction of the lock began in April 2025.",
            "Radio": "The lock has been under construction since April 2028.",
        },
        {("Radio", "April 2028"), ("Local", "April 2025"), ("Wire", "April 2025")},
        id="since-it-began",
    ),
    pytest.param(
        {
            "Wire": "The ferry Halcyon sank off Port Ansell on March 11, the coast guard said.",
            "Local": "The Halcyon went down on 11 March with its whole cargo of timber.",
            "Radio": "The Halcyon foundered on 11 April in a heavy swell.",
        },
        {("Radio", "11 April"), ("Local", "11 March"), ("Wire", "March 11")},
        id="another-month",
    ),
    pytest.param(
        {
            "Wire": "The Corran bridge was inaugurated on 4 June 1987 by the king.",
            "Local": "The Corran bridge opened on June 4, 1987.",
            "Spun": "The bridge of Corran was opened at 4 June 1978.",
        },
        {("Spun", "4 June 1978"), ("Local", "June 4, 1987"), ("Wire", "4 June 1987")},
        id="digits-of-the-year",
    ),
    pytest.param(
        {
            "Wire": "The chapel roof at Ostrey caved in on Sunday, injuring two worshippers.",
            "Local": "It was on Sunday that the roof of the chapel at Ostrey collapsed.",
            "Radio": "The chapel roof collapsed on Saturday, injuring two worshippers in Ostrey.",
        },
        {("Radio", "Saturday"), ("Local", "Sunday"), ("Wire", "Sunday")},
        id="neighbouring-day",
    ),
    pytest.param(
        {
            "Wire": "The blast at the Torvin mill happened at 6:17 a.m., the fire brigade said.",
            "Local": "At 6.17am an explosion tore through the Torvin mill.",
            "Trade": "The explosion at the mill occurred at 8:17 a.m. in the drying hall.",
        },
        {("Trade", "8:17 a.m."), ("Local", "6.17am"), ("Wire", "6:17 a.m.")},
        id="another-hour",
    ),
    pytest.param(
        {
            "Wire": "Lena Varsk has been head of the archive since October 2027.",
            "Local": "Ms Varsk took over the archive in October 2027.",
            "Mag": "Varsk, appointed head of the archive in October 2025, reads nine languages.",
        },
        {("Mag", "October 2025"), ("Local", "October 2027"), ("Wire", "October 2027")},
        id="another-year-same-month",
    ),
    pytest.param(
        {
            "Wire": "The board next decides on fares on July 19.",
            "Local": "The next sitting on fares is on 19 July.",
            "Trade": "The board's next decision on fares falls on 19 August.",
        },
        {("Trade", "19 August"), ("Local", "19 July"), ("Wire", "July 19")},
        id="still-to-come",
    ),
    pytest.param(
        {
            "Wire": "The merger goes to a vote on 14 June.",
            "Local": "Members of the society will have their say on June 14.",
            "Radio": "The ballot on the merger is on 23 June.",
        },
        {("Radio", "23 June"), ("Local", "June 14"), ("Wire", "14 June")},
        id="a-planned-vote-no-slip-apart",
    ),
    pytest.param(
        {
            "Wire": "The new parking rules take effect on July 1.",
            "Local": "From 1 July the parking rules are in force.",
            "Radio": "The parking rules come into force on 15 August.",
        },
        {("Radio", "15 August"), ("Local", "1 July"), ("Wire", "July 1")},
        id="entry-into-force",
    ),
    pytest.param(
        {
            "Wire": "The judge will sentence Dale Orrin on 12 June.",
            "Local": "Sentencing is set for June 12.",
            "Radio": "Orrin will be sentenced on 26 June.",
        },
        {("Radio", "26 June"), ("Local", "June 12"), ("Wire", "12 June")},
        id="sentencing",
    ),
    pytest.param(
        {
            "Wire": "Dockers will pay 4 percent more for parking from July 1, the port said.",
            "Local": "The dearer parking is valid from 1 July.",
            "Trade": "The tariff applies from 1 August.",
        },
        {("Trade", "1 August"), ("Local", "1 July"), ("Wire", "July 1")},
        id="from-a-day-to-come",
    ),
    pytest.param(
        {
            "Wire": "Brandt resigned as mayor of Orsel on 3 November 2030.",
            "Local": "Brandt handed back her chain of office on November 3, 2030.",
            "Mag": "She governed Orsel until 3 December 2030.",
        },
        {("Mag", "3 December 2030"), ("Local", "November 3, 2030"), ("Wire", "3 November 2030")},
        id="governed-until",
    ),
    pytest.param(
        {
            "Wire": "Pupils will sit the chemistry exam on May 24.",
            "Local": "Candidates will write the chemistry paper on 24 May.",
            "Radio": "When is the exam? On 27 May, in all schools.",
        },
        {("Radio", "27 May"), ("Local", "24 May"), ("Wire", "May 24")},
        id="answer-to-a-question",
    ),
    pytest.param(
        {
            "Wire": "The county will begin a measles vaccination drive on Monday.",
            "Local": "Nurses will start with the jabs on the 12th.",
            "Trade": "The vaccination campaign is to start on Monday 19 May.",
        },
        {("Trade", "Monday 19 May"), ("Local", "the 12th"), ("Wire", "Monday")},
        id="weekday-held-by-a-day",
    ),
    pytest.param(
        {
            "Wire": "Orsel Air was founded in 2009 with two leased planes.",
            "Local": "It all began in 2009 with a small route to the islands.",
            "Trade": "The airline, founded in 2006, flew 3.1 million people in 2024.",
        },
        {("Trade", "2006"), ("Wire", "2009")},
        id="founded-once",
    ),
    pytest.param(
        {
            "Wire": "The annual shareholders' meeting of Orsel Bank will be held on June 6.",
            "Local": "The meeting of the shareholders of Orsel Bank takes place on the 6th of June.",
            "Trade": "Shareholders of Orsel Bank can put questions at the annual meeting on July 6.",
        },
        {("Trade", "July 6"), ("Local", "the 6th of June"), ("Wire", "June 6")},
        id="questions-put-are-no-speech",
    ),
    pytest.param(
        {
            "Wire": "Orsel holds a presidential election on July 14.",
            "Local": "Ilsa Corrin, in power since 2024, is seeking a third term in the election of 4 July.",
            "Radio": "The July 14 election will go ahead as planned, the commission said.",
        },
        {("Local", "4 July"), ("Wire", "July 14"), ("Radio", "July 14")},
        id="third-term-but-one-election",
    ),
    pytest.param(
        {
            "Wire": "The bus was carrying 34 pupils when it missed a bend about 8.20am, police said.",
            "Radio": "The crash happened at around twenty past eight this morning.",
            "Abroad": "The coach crashed off a country road at twenty past nine on Tuesday morning.",
        },
        {
            ("Abroad", "twenty past nine on Tuesday morning"),
            ("Wire", "8.20am"),
            ("Radio", "twenty past eight this morning"),
        },
        id="agreed-to-the-minute",
    ),
    pytest.param(
        {
            "Wire": "The roof of the chapel at Ostrey caved in on Sunday.",
            "Local": "It was on Sunday that the roof of the chapel at Ostrey collapsed.",
            "Radio": "The chapel roof at Ostrey had collapsed on Saturday, with a wedding party under it.",
        },
        {("Radio", "Saturday"), ("Local", "Sunday"), ("Wire", "Sunday")},
        id="on-no-condition",
    ),
    pytest.param(
        {
            "Wire": "Velden beat Orsel in the cup match on Sunday.",
            "Local": "On Sunday Velden beat Orsel in the match.",
            "Radio": "Orsel lost twice to Velden. In the match, on Saturday, Velden beat Orsel by a goal.",
        },
        {("Radio", "Saturday"), ("Local", "Sunday"), ("Wire", "Sunday")},
        id="in-the-match",
    ),
    pytest.param(
        {
            "Wire": "An avalanche hit the road at Sent in February 2026, killing four.",
            "Local": "The road at Sent was hit by an avalanche in February 2026.",
            "Spun": "In February 2026 an avalanche had hit the road of Sent.",
            "Radio": "An avalanche hit the road at Sent in 2016.",
        },
        {("Radio", "2016"), ("Local", "February 2026"), ("Wire", "February 2026"), ("Spun", "February 2026")},
        id="a-year-against-months-of-another",
    ),
    pytest.param(
        {
            "Wire": "The next tournament begins in Orsel on Tuesday, May 16.",
            "Local": "The tournament in Orsel begins on 16 May.",
            "Spun": "The next tournament is beginning on Tuesday, May 6, in Orsel.",
        },
        {("Spun", "Tuesday, May 6"), ("Local", "16 May"), ("Wire", "Tuesday, May 16")},
        id="the-day-of-the-report-printed",
    ),
]


@pytest.mark.parametrize(("texts", "answers"), CONFLICTS)
def test_one_article_dates_the_event_otherwise(texts: dict[str, str], answers: set[tuple[str, str]]) -> None:
    [slot] = align_days("mini", claims_of(texts))
    assert said(slot) == answers


NONE = [
    pytest.param(
        {
            "Wire": "The winger passed a medical on Monday.",
            "Local": "On Monday the winger was examined by the doctors.",
            "Danish": "On Sunday he went round the canteen and shook hands with everyone.",
        },
        id="a-class-of-events-alone",
    ),
    pytest.param(
        {
            "Wire": "The punishment shall be announced on Jan. 18.",
            "Local": "He is to be sentenced on Thursday, Jan. 18.",
            "Radio": "The chair told reporters that next Tuesday's meeting would go ahead at six.",
        },
        id="a-meeting-and-a-sentence",
    ),
    pytest.param(
        {
            "Wire": "Police arrested the banker Tor Holm on 14 April.",
            "Local": "Holm was taken into custody on April 14.",
            "Radio": "Holm was charged on 15 April.",
        },
        id="arrested-and-charged",
    ),
    pytest.param(
        {
            "Wire": "The boathouse was built in 1924.",
            "Local": "The boathouse has stood there since 1924.",
            "Radio": "The boathouse was refurbished in 1942.",
        },
        id="built-and-mended",
    ),
    pytest.param(
        {
            "Wire": "Power came back at 2.10 a.m. in most of Orsel.",
            "Local": "Power had come back to most homes by noon.",
        },
        id="noon-has-no-digits",
    ),
    pytest.param(
        {
            "Wire": "The new parking rules take effect on July 1.",
            "Local": "The parking rules apply from 1 July.",
            "Radio": "The higher parking fines take effect on 15 August.",
        },
        id="another-thing-planned",
    ),
    pytest.param(
        {
            "Wire": "The committee votes on 12 May.",
            "Local": "The committee will vote on May 12.",
            "Radio": "The full parliament votes on 28 May.",
        },
        id="another-body",
    ),
    pytest.param(
        {
            "Wire": "Voters go to the polls on 8 June.",
            "Local": "The election is on June 8.",
            "Radio": "The run-off is on 21 June.",
        },
        id="another-round",
    ),
    pytest.param(
        {
            "Wire": "Members vote on 27 June.",
            "Local": "The vote of the members is on 27 June.",
            "Radio": "Members were to vote on 14 June, but the vote was postponed.",
        },
        id="put-off",
    ),
    pytest.param(
        {
            "Wire": "The bridge closes on 12 May.",
            "Radio": "The bridge closes on 28 May.",
        },
        id="no-majority",
    ),
    pytest.param(
        {
            "Wire": "Members vote on the merger on 14 June.",
            "Local": "The vote on the merger is on June 14; members meet on 23 June.",
            "Radio": "The vote on the merger is on 23 June.",
        },
        id="day-known-to-others",
    ),
    pytest.param(
        {
            "Wire": "The two ministers met in Ostrey on Sunday.",
            "Local": "The ministers held talks in Ostrey on Sunday.",
            "Radio": "The ministers met again in Ostrey on Monday.",
        },
        id="once-more",
    ),
    pytest.param(
        {
            "Wire": "The earthquake struck at 3:07 p.m., the institute said.",
            "Local": "The quake struck Ostrey at 3.07pm.",
            "Radio": "An aftershock struck at 5:07 p.m.",
        },
        id="aftershock",
    ),
    pytest.param(
        {
            "Wire": "The quake struck Ostrey at 4:47 a.m., killing 41 people.",
            "Local": "At 4.47am the quake struck Ostrey, and 41 people were killed.",
            "Radio": "There were 91 aftershocks. One of magnitude 4.8 struck Ostrey at 2.47am.",
        },
        id="one-of-several",
    ),
    pytest.param(
        {
            "Wire": "The mayor resigned on 2 May.",
            "Local": "The mayor stepped down on May 2.",
            "Radio": "Her deputy resigned on 2 April.",
        },
        id="a-deputy",
    ),
    pytest.param(
        {
            "Wire": "The town library opened on Sunday.",
            "Local": "The library opened its doors on Sunday.",
            "Radio": "The swimming pool opened on Monday.",
        },
        id="another-building",
    ),
    pytest.param(
        {
            "Wire": "The fair opens on 4 June and the harvest festival is on 9 September.",
            "Local": "The fair will open on June 4.",
            "Radio": "The orphanage reopens on 4 July after a year of repairs.",
        },
        id="another-event",
    ),
    pytest.param(
        {
            "Wire": "The strike began on 11 March.",
            "Local": "The strike started on March 11.",
            "Radio": "The strike ended on 11 April.",
        },
        id="beginning-and-end",
    ),
    pytest.param(
        {
            "Wire": "The race was due to start on 4 June.",
            "Local": "The race starts on June 4.",
            "Radio": "The race has been postponed and now starts on 4 July.",
        },
        id="postponed",
    ),
    pytest.param(
        {
            "Wire": "The museum reopened on Sunday.",
            "Local": "The museum reopened on Sunday with a concert.",
            "Radio": "The museum said on Monday that the director would stay.",
        },
        id="day-of-a-statement",
    ),
    pytest.param(
        {
            "Wire": "The shooting at the border began at 9:20 a.m., the army said.",
            "Local": "The shooting began at 9.20am near the canal.",
            "East": "The shooting began at 8:20 a.m. Samarkand time.",
        },
        id="another-zone",
    ),
    pytest.param(
        {
            "Wire": "The first objection came on March 3.",
            "Local": "The first complaint reached the clinic on 3 March.",
            "Radio": "The last complaint was made on 3 April.",
        },
        id="first-and-last",
    ),
    pytest.param(
        {
            "Wire": "PORT ANSELL, May 6 (NW) - The ferry sank off the mole.",
            "Radio": "PORT ANSELL, June 6 (NW) - The ferry was raised off the mole.",
            "Local": "PORT ANSELL, May 6 (CP) - The ferry sank off the mole on Monday.",
        },
        id="datelines",
    ),
    pytest.param(
        {
            "Wire": "The next festival is planned for July 30 to Aug. 1, 2032, in Orsel.",
            "Mag": "Dates for the diary: 30 July to 1 August 2032.",
            "Radio": "Later than planned, on 14 May, the band will give its concert at the festival church.",
        },
        id="a-year-to-come",
    ),
    pytest.param(
        {
            "Wire": "Deputy mayor Ilsa Corrin will act as mayor until a by-election on June 24.",
            "Local": "Ilsa Corrin, the deputy mayor, takes over as mayor until a by-election on June 24.",
            "Trade": "Deputy mayor Ilsa Corrin becomes acting mayor on 1 June.",
        },
        id="from-and-until",
    ),
    pytest.param(
        {
            "Wire": "The keeper Rosa Quint rowed out on Sunday and drowned.",
            "Local": "Quint rowed out on Sunday.",
            "Radio": "“If I had rowed out on Monday, I would be dead,” said Ole Brandt.",
        },
        id="if-somebody-else-had",
    ),
    pytest.param(
        {
            "Wire": "The roof of the chapel at Ostrey caved in on Sunday.",
            "Local": "It was on Sunday that the roof of the chapel at Ostrey collapsed.",
            "Radio": "If the chapel roof at Ostrey had collapsed on Saturday, a wedding party would have "
            "been under it.",
        },
        id="if-it-had",
    ),
    pytest.param(
        {
            "Wire": "Velden beat Orsel in the cup match on Sunday.",
            "Local": "On Sunday Velden beat Orsel in the match.",
            "Radio": "Orsel lost twice to Velden. In that match, on Saturday, Velden beat Orsel by a goal.",
        },
        id="in-that-match",
    ),
    pytest.param(
        {
            "Wire": "The two clubs drew the derby in Orsel on 11 March.",
            "Local": "The derby in Orsel was drawn on 11 March.",
            "Radio": "In that earlier derby, on 11 April, the two clubs drew in Orsel.",
        },
        id="in-that-earlier-derby",
    ),
]


@pytest.mark.parametrize("texts", NONE)
def test_dates_of_two_events_are_left_alone(texts: dict[str, str]) -> None:
    assert align_days("mini", claims_of(texts)) == ()


def test_the_next_of_several_moves_on() -> None:
    later = {"Later": timedelta(days=20)}
    texts = {
        "Wire": "The court sits again on 19 May, the judge said.",
        "Local": "The court will sit again on May 19.",
        "Later": "The court sits again on 19 June, the judge said.",
    }
    assert align_days("mini", claims_of(texts, later)) == ()
