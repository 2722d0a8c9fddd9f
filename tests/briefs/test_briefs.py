"""Two reports of a sentence or two: what they contradict each other in, and what only looks like it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from discrepancy.check import check_story, read_stories
from discrepancy.config import Config
from discrepancy.model import Article, Finding, Verdict

PAIRS = (
    pytest.param(
        "Nearly 500 cyclists took part in the ride.",
        "The ride drew 610 cyclists.",
        ("Nearly 500", "610"),
        id="approximator-1",
    ),
    pytest.param(
        "Nearly 500 cyclists took part in the ride.", "The ride drew 488 cyclists.", None, id="approximator-2"
    ),
    pytest.param(
        "No more than 20 guests were invited to the wedding.",
        "The couple invited 35 guests to the wedding.",
        ("No more than 20", "35"),
        id="approximator-3",
    ),
    pytest.param(
        "About 40 houses were flooded in Welby.",
        "Floods hit 95 houses in Welby.",
        ("About 40", "95"),
        id="approximator-4",
    ),
    pytest.param(
        "About 40 houses were flooded in Welby.", "Floods hit 43 houses in Welby.", None, id="approximator-5"
    ),
    pytest.param(
        "Over 900 people signed the petition.",
        "The petition was signed by 870 people.",
        ("Over 900", "870"),
        id="approximator-6",
    ),
    pytest.param(
        "The project will cost at most 4 million euros.",
        "The project will cost 5.5 million euros.",
        ("at most 4 million euros", "5.5 million euros"),
        id="approximator-7",
    ),
    pytest.param("Just under 2,000 seats were sold.", "1,987 seats were sold.", None, id="approximator-8"),
    pytest.param(
        "Exactly 12 paintings were stolen from the villa.",
        "Around 30 paintings were stolen from the villa.",
        ("12", "30"),
        id="approximator-9",
    ),
    pytest.param(
        "Scores of passengers were stranded at the station.",
        "Six passengers were stranded at the station.",
        ("Scores", "Six"),
        id="vague-quantifier-1",
    ),
    pytest.param(
        "Thousands of fans greeted the team.",
        "About 150 fans greeted the team.",
        ("Thousands", "150"),
        id="vague-quantifier-2",
    ),
    pytest.param(
        "Thousands of fans greeted the team.",
        "About 4,500 fans greeted the team.",
        None,
        id="vague-quantifier-3",
    ),
    pytest.param(
        "A couple of trees fell in the park.",
        "Forty trees fell in the park.",
        ("couple", "Forty"),
        id="vague-quantifier-4",
    ),
    pytest.param(
        "Most members voted for the merger.",
        "Only 31 percent of members voted for the merger.",
        ("Most", "31 percent"),
        id="vague-quantifier-5",
    ),
    pytest.param(
        "Most members voted for the merger.",
        "64 percent of members voted for the merger.",
        None,
        id="vague-quantifier-6",
    ),
    pytest.param("Several windows were broken.", "Five windows were broken.", None, id="vague-quantifier-7"),
    pytest.param(
        "A few dozen people attended the vigil.",
        "The vigil was attended by 2,300 people.",
        ("A few dozen", "2,300"),
        id="vague-quantifier-8",
    ),
    pytest.param(
        "The tunnel will take five to seven years to build.",
        "The tunnel will take 11 years to build.",
        ("five to seven years", "11 years"),
        id="range-1",
    ),
    pytest.param(
        "The tunnel will take five to seven years to build.",
        "The tunnel will take six years to build.",
        None,
        id="range-2",
    ),
    pytest.param(
        "Tickets cost between 10 and 25 pounds.",
        "Tickets cost 40 pounds.",
        ("between 10 and 25 pounds", "40 pounds"),
        id="range-3",
    ),
    pytest.param(
        "Winds of 60 to 70 mph are expected.",
        "Winds of 95 mph are expected.",
        ("60 to 70 mph", "95 mph"),
        id="range-4",
    ),
    pytest.param(
        "The lake covers 48.6 square kilometers.",
        "The lake covers 52 square kilometers.",
        ("48.6", "52"),
        id="rounding-1",
    ),
    pytest.param(
        "The lake covers 48.6 square kilometers.",
        "The lake covers about 49 square kilometers.",
        None,
        id="rounding-2",
    ),
    pytest.param("The club has 12,480 members.", "The club has 12,500 members.", None, id="rounding-3"),
    pytest.param(
        "A quarter of the trees are diseased.",
        "40% of the trees are diseased.",
        ("A quarter", "40%"),
        id="fraction-percent-1",
    ),
    pytest.param(
        "One in five pupils skips breakfast.",
        "Twenty percent of pupils skip breakfast.",
        None,
        id="fraction-percent-2",
    ),
    pytest.param("Half of the members voted.", "50% of the members voted.", None, id="fraction-percent-3"),
    pytest.param(
        "Two-fifths of flats stand empty.",
        "30 percent of flats stand empty.",
        ("Two-fifths", "30 percent"),
        id="fraction-percent-4",
    ),
    pytest.param(
        "The party gained 4 percentage points.",
        "The party gained 4 percent.",
        ("4 percentage points", "4 percent"),
        id="percent-points-1",
    ),
    pytest.param(
        "The tax rises by two percentage points to 21%.",
        "The tax rises by two percent to 21%.",
        ("two percentage points", "two percent"),
        id="percent-points-2",
    ),
    pytest.param(
        "The museum opens in early May.",
        "The museum opens on May 27.",
        ("early May", "May 27"),
        id="date-granularity-1",
    ),
    pytest.param(
        "The museum opens in early May.", "The museum opens on May 4.", None, id="date-granularity-2"
    ),
    pytest.param(
        "The law takes effect in the first quarter of 2026.",
        "The law takes effect in June 2026.",
        ("first quarter of 2026", "June 2026"),
        id="date-granularity-3",
    ),
    pytest.param(
        "The law takes effect next spring.", "The law takes effect in April.", None, id="date-granularity-4"
    ),
    pytest.param(
        "The bridge was built in the 1890s.",
        "The bridge was built in 1912.",
        ("1890s", "1912"),
        id="date-granularity-5",
    ),
    pytest.param(
        "The bridge was built in the late 19th century.",
        "The bridge was built in 1887.",
        None,
        id="date-granularity-6",
    ),
    pytest.param(
        "The road reopens at the end of August.",
        "The road reopens on August 6.",
        ("end of August", "August 6"),
        id="date-granularity-7",
    ),
    pytest.param(
        "LONDON - The patent expires on 07/02/2024.",
        "LONDON - The patent expires on 7 February 2024.",
        None,
        id="date-format-1",
    ),
    pytest.param(
        "NEW YORK - The patent expires on 07/02/2024.",
        "NEW YORK - The patent expires on 7 February 2024.",
        ("07/02/2024", "7 February 2024"),
        id="date-format-2",
    ),
    pytest.param(
        "BERLIN - The lease ends on 03.04.2025.",
        "BERLIN - The lease ends on April 3, 2025.",
        None,
        id="date-format-3",
    ),
    pytest.param(
        "The lease ends on 2025-04-03.",
        "The lease ends on March 4, 2025.",
        ("2025-04-03", "March 4, 2025"),
        id="date-format-4",
    ),
    pytest.param(
        "[2025-06-04] The council met on Monday.",
        "[2025-06-04] The council met on June 3.",
        ("Monday", "June 3"),
        id="weekday-date-1",
    ),
    pytest.param(
        "[2025-06-04] The council met on Tuesday.",
        "[2025-06-04] The council met on June 3.",
        None,
        id="weekday-date-2",
    ),
    pytest.param(
        "The trial opens on Friday, 13 June 2025.",
        "The trial opens on Thursday, 13 June 2025.",
        ("Friday, 13 June 2025", "Thursday, 13 June 2025"),
        id="weekday-date-3",
    ),
    pytest.param(
        "[2024-08-20] The theater closed two weeks ago.",
        "[2024-08-20] The theater closed on August 13.",
        ("two weeks ago", "August 13"),
        id="relative-date-1",
    ),
    pytest.param(
        "[2024-08-20] The theater closed a week ago.",
        "[2024-08-20] The theater closed on August 13.",
        None,
        id="relative-date-2",
    ),
    pytest.param(
        "[2024-08-20] The auction takes place tomorrow.",
        "[2024-08-20] The auction takes place on August 22.",
        ("tomorrow", "August 22"),
        id="relative-date-3",
    ),
    pytest.param(
        "[2024-08-20] The strike began today.",
        "[2024-08-21] The strike began yesterday.",
        None,
        id="relative-date-5",
    ),
    pytest.param(
        "The launch is at 9 p.m. EDT on 4 May.",
        "The launch is at 9 p.m. PDT on 4 May.",
        ("9 p.m. EDT", "9 p.m. PDT"),
        id="time-zone-1",
    ),
    pytest.param(
        "The launch is at 9 p.m. EDT on 4 May.",
        "The launch is at 6 p.m. PDT on 4 May.",
        None,
        id="time-zone-2",
    ),
    pytest.param(
        "The match starts at 19:00 BST on 4 June.",
        "The match starts at 18:00 GMT on 4 June.",
        None,
        id="time-zone-3",
    ),
    pytest.param(
        "The match starts at 19:00 BST on 4 June.",
        "The match starts at 17:00 GMT on 4 June.",
        ("19:00 BST", "17:00 GMT"),
        id="time-zone-4",
    ),
    pytest.param(
        "The shop opens at quarter past nine.",
        "The shop opens at 9:45 a.m.",
        ("quarter past nine", "9:45 a.m."),
        id="clock-1",
    ),
    pytest.param("The blast came at noon.", "The blast came at 12 p.m.", None, id="clock-2"),
    pytest.param(
        "The train left at half past six in the evening.",
        "The train left at 17:30.",
        ("half past six in the evening", "17:30"),
        id="clock-3",
    ),
    pytest.param("The shop opens at 8 a.m.", "The shop opens at 8 p.m.", ("8 a.m.", "8 p.m."), id="clock-4"),
    pytest.param("The ferry sails at 7:05 p.m.", "The ferry sails at 19:05.", None, id="clock-5"),
    pytest.param(
        "[2024-03-01] The flood has killed 12 people.",
        "[2024-03-03] The flood has killed 19 people.",
        None,
        id="update-1",
    ),
    pytest.param(
        "[2024-03-01] The flood has killed 12 people.",
        "[2024-03-01] The flood has killed 19 people.",
        ("12", "19"),
        id="update-2",
    ),
    pytest.param(
        "[2024-03-01] Rescuers have found 3 of the 9 hikers.",
        "[2024-03-02] Rescuers have found all 9 hikers.",
        None,
        id="update-3",
    ),
    pytest.param(
        "[2024-03-01] The A9 motorway is closed.",
        "[2024-03-02] The A9 motorway is open again.",
        None,
        id="update-state-1",
    ),
    pytest.param(
        "[2024-03-01] The A9 motorway was closed on Friday evening.",
        "[2024-03-01] The A9 motorway was open on Friday evening.",
        ("closed", "open"),
        id="update-state-2",
    ),
    pytest.param(
        "[2024-03-01] The miners are on strike.",
        "[2024-03-08] The miners have ended their strike.",
        None,
        id="update-state-3",
    ),
    pytest.param(
        "[2024-04-25] Retail sales rose 0.4% in March, a flash estimate showed.",
        "[2024-05-25] Retail sales rose 0.6% in March, the final reading showed.",
        None,
        id="update-data-1",
    ),
    pytest.param(
        "[2024-04-25] The census counted 4.1 million people, the office said.",
        "[2024-04-25] The census counted 4.7 million people, the office said.",
        ("4.1 million", "4.7 million"),
        id="update-data-2",
    ),
    pytest.param(
        "Exports rose 3% from a year earlier.",
        "Exports rose 1% from the previous month.",
        None,
        id="update-data-3",
    ),
    pytest.param(
        "The bank made a profit of 3 billion francs.",
        "The bank had revenue of 3 billion francs.",
        ("profit", "revenue"),
        id="measure-1",
    ),
    pytest.param(
        "The bank had revenue of 9 billion francs.",
        "The bank made a profit of 1 billion francs.",
        None,
        id="measure-2",
    ),
    pytest.param(
        "The stadium cost 80 million euros.",
        "The stadium was valued at 120 million euros.",
        None,
        id="measure-3",
    ),
    pytest.param(
        "The city's average rent is 900 euros.",
        "The city's median rent is 900 euros.",
        ("average", "median"),
        id="measure-4",
    ),
    pytest.param(
        "The car reached a top speed of 190 km/h.",
        "The car reached an average speed of 190 km/h.",
        ("top", "average"),
        id="measure-5",
    ),
    pytest.param(
        "The motion passed by 12 votes.",
        "The motion passed 54 to 46.",
        ("12 votes", "54 to 46"),
        id="arithmetic-1",
    ),
    pytest.param("The motion passed by eight votes.", "The motion passed 54 to 46.", None, id="arithmetic-2"),
    pytest.param(
        "Of the 40 passengers, 12 were hurt and 28 escaped unharmed.",
        "Of the 40 passengers, 12 were hurt and 31 escaped unharmed.",
        ("28", "31"),
        id="arithmetic-3",
    ),
    pytest.param(
        "The rent rose from 600 to 750 euros.",
        "The rent rose by 200 euros from 600.",
        ("750", "200"),
        id="arithmetic-4",
    ),
    pytest.param(
        "The rent rose from 600 to 750 euros.", "The rent rose by 150 euros.", None, id="arithmetic-5"
    ),
    pytest.param(
        "The crash killed 3 women and 2 men.", "The crash killed five people.", None, id="arithmetic-6"
    ),
    pytest.param(
        "Membership doubled, from 200 to 600.",
        "Membership tripled, from 200 to 600.",
        ("doubled", "tripled"),
        id="multiple-1",
    ),
    pytest.param(
        "Rents tripled in a decade.",
        "Rents rose from 300 to 600 euros in a decade.",
        ("tripled", "600"),
        id="multiple-2",
    ),
    pytest.param(
        "The number of wolves quadrupled in ten years.",
        "The number of wolves doubled in ten years.",
        ("quadrupled", "doubled"),
        id="multiple-3",
    ),
    pytest.param("Sales halved.", "Sales fell by 50 percent.", None, id="multiple-4"),
    pytest.param(
        "Sales halved last year.",
        "Sales fell by 30 percent last year.",
        ("halved", "30 percent"),
        id="multiple-5",
    ),
    pytest.param(
        "Output rose by 100 percent.", "Output tripled.", ("100 percent", "tripled"), id="multiple-6"
    ),
    pytest.param(
        "The fund holds 4.5 billion crowns.",
        "The fund holds 4.5 trillion crowns.",
        ("4.5 billion", "4.5 trillion"),
        id="magnitude-1",
    ),
    pytest.param(
        "The fund holds 4.5 billion crowns.", "The fund holds 4,500 million crowns.", None, id="magnitude-2"
    ),
    pytest.param(
        "The pool is 25 meters long.", "The pool is 25 feet long.", ("25 meters", "25 feet"), id="unit-1"
    ),
    pytest.param("The pool is 25 meters long.", "The pool is 82 feet long.", None, id="unit-2"),
    pytest.param(
        "The baby weighed 3 kilograms.",
        "The baby weighed 3 pounds.",
        ("3 kilograms", "3 pounds"),
        id="unit-3",
    ),
    pytest.param("Temperatures reached 30 C.", "Temperatures reached 86 F.", None, id="unit-4"),
    pytest.param(
        "Temperatures reached 40 degrees Celsius.",
        "Temperatures reached 95 degrees Fahrenheit.",
        ("40 degrees Celsius", "95 degrees Fahrenheit"),
        id="unit-5",
    ),
    pytest.param(
        "The flat costs 300,000 euros.",
        "The flat costs 300,000 pounds.",
        ("300,000 euros", "300,000 pounds"),
        id="currency-1",
    ),
    pytest.param(
        "TORONTO - The mine cost $40 million.", "TORONTO - The mine cost C$40 million.", None, id="currency-2"
    ),
    pytest.param(
        "The mine cost C$40 million.",
        "The mine cost US$40 million.",
        ("C$40 million", "US$40 million"),
        id="currency-3",
    ),
    pytest.param(
        "A source told the paper the plant would close.",
        "Three sources told the paper the plant would close.",
        ("A source", "Three sources"),
        id="attribution-1",
    ),
    pytest.param(
        "The minister said 40 troops were hurt.",
        "A spokesman for the minister said 40 troops were hurt.",
        None,
        id="attribution-2",
    ),
    pytest.param(
        "The firm denied it had dumped waste.",
        "The firm admitted it had dumped waste.",
        ("denied", "admitted"),
        id="attribution-3",
    ),
    pytest.param(
        "The rebels said they shot down the jet.",
        "The army said the jet crashed by accident.",
        None,
        id="attribution-4",
    ),
    pytest.param(
        "(AP) - The fire destroyed 14 houses.",
        "[nine sites] The fire destroyed 41 houses, (Reuters) reported.",
        ("14", "41"),
        id="source-dependence-1",
    ),
    pytest.param(
        "[three sites] The fire destroyed 14 houses, (AP) said.",
        "The fire destroyed 14 homes, (AP) said.",
        None,
        id="source-dependence-2",
    ),
    pytest.param(
        "Aleksandr Petrov won the race.", "Alexander Petrov won the race.", None, id="transliteration-1"
    ),
    pytest.param("Muammar Qadhafi spoke.", "Moammar Gaddafi spoke.", None, id="transliteration-2"),
    pytest.param(
        "Zhang Wei opened the fair.",
        "Zheng Wei opened the fair.",
        ("Zhang Wei", "Zheng Wei"),
        id="transliteration-3",
    ),
    pytest.param(
        "Ivan Sorokin trained the horse.",
        "Ivan Sorkov trained the horse.",
        ("Ivan Sorokin", "Ivan Sorkov"),
        id="transliteration-4",
    ),
    pytest.param("Bill Harding leads the union.", "William Harding leads the union.", None, id="nickname-1"),
    pytest.param("Liz Carver wrote the play.", "Elizabeth Carver wrote the play.", None, id="nickname-2"),
    pytest.param("Moscow rejected the offer.", "Russia rejected the offer.", None, id="alias-1"),
    pytest.param("Holland exports tulips.", "Belgium exports tulips.", ("Holland", "Belgium"), id="alias-2"),
    pytest.param(
        "Scotland signed the treaty.",
        "The United Kingdom signed the treaty.",
        ("Scotland", "United Kingdom"),
        id="alias-3",
    ),
    pytest.param(
        "The White House welcomed the truce.", "The U.S. government welcomed the truce.", None, id="alias-4"
    ),
    pytest.param(
        "The Court of Justice annulled the rule.",
        "The Court of Auditors annulled the rule.",
        ("Court of Justice", "Court of Auditors"),
        id="alias-5",
    ),
    pytest.param(
        "The WHO praised the plan.", "The World Health Organization praised the plan.", None, id="alias-6"
    ),
    pytest.param(
        "Vice President Lena Ort opened the dam.",
        "President Lena Ort opened the dam.",
        ("Vice President", "President"),
        id="title-1",
    ),
    pytest.param(
        "Former president Lena Ort opened the dam.",
        "Ex-president Lena Ort opened the dam.",
        None,
        id="title-2",
    ),
    pytest.param(
        "Captain Joe Fenn led the raid.",
        "Major Joe Fenn led the raid.",
        ("Captain Joe Fenn", "Major Joe Fenn"),
        id="title-3",
    ),
    pytest.param(
        "Dr. Ann Oak treated the victims.", "Ann Oak, a physician, treated the victims.", None, id="title-4"
    ),
    pytest.param(
        "Acting mayor Tim Rowe signed the deal.",
        "Mayor Tim Rowe signed the deal.",
        ("Acting mayor", "Mayor"),
        id="title-5",
    ),
    pytest.param("Kim Min-ji sang the anthem.", "Min-ji Kim sang the anthem.", None, id="name-order-1"),
    pytest.param("Nagy Peter coached the team.", "Peter Nagy coached the team.", None, id="name-order-2"),
    pytest.param(
        "The port will reopen if the strike ends.",
        "The port will reopen on Monday.",
        ("if the strike ends", "will reopen"),
        id="condition-1",
    ),
    pytest.param(
        "The company will hire 200 people if it wins the contract.",
        "The company will hire 200 people.",
        ("200", "200"),
        id="condition-2",
    ),
    pytest.param(
        "The company will hire 200 people if it wins the contract.",
        "If it wins the contract, the company will hire 200 people.",
        None,
        id="condition-3",
    ),
    pytest.param(
        "Pending approval, the drug costs 40 euros.",
        "The drug costs 40 euros.",
        ("40 euros", "40 euros"),
        id="condition-4",
    ),
    pytest.param(
        "Unless it rains, the game will be played.",
        "The game was played.",
        ("will be played", "was played"),
        id="condition-5",
    ),
    pytest.param(
        "The mayor did not attend the funeral.",
        "The mayor attended the funeral.",
        ("did not attend", "attended"),
        id="negation-1",
    ),
    pytest.param(
        "No passengers were injured.", "Two passengers were injured.", ("No", "Two"), id="negation-2"
    ),
    pytest.param(
        "Nobody was arrested at the rally.",
        "Twelve people were arrested at the rally.",
        ("Nobody", "Twelve"),
        id="negation-3",
    ),
    pytest.param(
        "The vaccine is safe, the agency found.",
        "The vaccine is not safe, the agency found.",
        ("safe", "not safe"),
        id="negation-4",
    ),
    pytest.param("The mayor did not win.", "The mayor lost.", None, id="negation-5"),
    pytest.param(
        "The bank never paid the fine.", "The bank paid the fine.", ("never paid", "paid"), id="negation-6"
    ),
    pytest.param(
        "The senator did not deny the affair.",
        "The senator did not dispute the affair.",
        None,
        id="double-negation-1",
    ),
    pytest.param(
        "The judge lifted the ban.", "The judge upheld the ban.", ("lifted", "upheld"), id="double-negation-2"
    ),
    pytest.param(
        "The council failed to block the sale.",
        "The council blocked the sale.",
        ("failed to block", "blocked"),
        id="double-negation-3",
    ),
    pytest.param(
        "The proposal is not without risk.", "The proposal carries some risk.", None, id="double-negation-4"
    ),
    pytest.param(
        "The court did not reject the appeal.",
        "The court rejected the appeal.",
        ("did not reject", "rejected"),
        id="double-negation-5",
    ),
    pytest.param(
        "The airline may cut 300 jobs.",
        "The airline will cut 300 jobs.",
        ("may cut", "will cut"),
        id="modality-1",
    ),
    pytest.param(
        "The airline is considering closing its Riga base.",
        "The airline has closed its Riga base.",
        ("closing", "has closed"),
        id="modality-2",
    ),
    pytest.param(
        "Mark Dell is accused of stealing the ring.",
        "Mark Dell stole the ring.",
        ("is accused of stealing", "stole"),
        id="modality-3",
    ),
    pytest.param(
        "The clerk allegedly took bribes.",
        "The clerk took bribes.",
        ("allegedly took", "took"),
        id="modality-4",
    ),
    pytest.param(
        "The volcano could erupt within days.", "The volcano may erupt within days.", None, id="modality-5"
    ),
    pytest.param(
        "[2024-05-05] The firm intends to sell its mill.",
        "[2024-05-05] The firm sold its mill.",
        ("intends to sell", "sold"),
        id="modality-6",
    ),
    pytest.param(
        "[2024-05-05] The firm intends to sell its mill.",
        "[2024-05-25] The firm sold its mill.",
        None,
        id="modality-7",
    ),
    pytest.param(
        "[2024-05-05] The firm has sold its mill.",
        "[2024-05-06] The firm plans to sell its mill.",
        ("has sold", "plans to sell"),
        id="modality-8",
    ),
    pytest.param(
        "Rita Moss was convicted of fraud.",
        "Rita Moss was acquitted of fraud.",
        ("convicted", "acquitted"),
        id="legal-status-1",
    ),
    pytest.param(
        "Rita Moss was charged with fraud.",
        "Rita Moss was convicted of fraud.",
        ("charged", "convicted"),
        id="legal-status-2",
    ),
    pytest.param(
        "Rita Moss pleaded not guilty to fraud.",
        "Rita Moss pleaded guilty to fraud.",
        ("pleaded not guilty", "pleaded guilty"),
        id="legal-status-3",
    ),
    pytest.param(
        "[2023-01-02] Rita Moss was charged with fraud.",
        "[2023-09-02] Rita Moss was convicted of fraud.",
        None,
        id="legal-status-4",
    ),
    pytest.param(
        "Rita Moss was found guilty of fraud.", "Rita Moss was convicted of fraud.", None, id="legal-status-5"
    ),
    pytest.param(
        "Rita Moss was released on bail.",
        "Rita Moss was remanded in custody.",
        ("released on bail", "remanded in custody"),
        id="legal-status-6",
    ),
    pytest.param(
        '"We will never sell the club," owner Jan Roth said.',
        '"We will now sell the club," owner Jan Roth said.',
        ("never", "now"),
        id="quotation-1",
    ),
    pytest.param(
        '"The work is done," foreman Al Pike said.',
        '"The work is not done," foreman Al Pike said.',
        ("is done", "is not done"),
        id="quotation-2",
    ),
    pytest.param(
        '"We lost everything," farmer Al Pike said.',
        "Farmer Al Pike said they had lost everything.",
        None,
        id="quotation-3",
    ),
    pytest.param("Orlham beat Tressel 2-1.", "Orlham beat Tressel 3-1.", ("2-1", "3-1"), id="score-1"),
    pytest.param("Orlham beat Tressel 2-1.", "Orlham lost to Tressel 2-1.", ("2-1", "2-1"), id="score-2"),
    pytest.param("Orlham beat Tressel 2-1.", "Tressel lost 2-1 to Orlham.", None, id="score-3"),
    pytest.param("Orlham and Tressel drew 1-1.", "Orlham beat Tressel 2-1.", ("1-1", "2-1"), id="score-4"),
    pytest.param("The Hawks won by 6 points.", "The Hawks won 88-80.", ("6 points", "88-80"), id="score-5"),
    pytest.param(
        "The bank raised its key rate to 3%.",
        "The bank cut its key rate to 3%.",
        ("raised", "cut"),
        id="direction-1",
    ),
    pytest.param(
        "The village lies north of the river.",
        "The village lies south of the river.",
        ("north", "south"),
        id="direction-2",
    ),
    pytest.param(
        "The train was traveling from Oslo to Bergen.",
        "The train was traveling from Bergen to Oslo.",
        ("from Oslo to Bergen", "from Bergen to Oslo"),
        id="direction-3",
    ),
    pytest.param("The company's shares fell 4%.", "The company's shares lost 4%.", None, id="direction-4"),
    pytest.param(
        "Wheat prices jumped 9% on Tuesday.",
        "Wheat prices dropped 9% on Tuesday.",
        ("jumped", "dropped"),
        id="direction-5",
    ),
    pytest.param(
        "It is the oldest church in the county.",
        "It is the third-oldest church in the county.",
        ("oldest", "third-oldest"),
        id="superlative-1",
    ),
    pytest.param(
        "It was the wettest June on record.",
        "It was the wettest June in 40 years.",
        ("on record", "in 40 years"),
        id="superlative-2",
    ),
    pytest.param(
        "It is the largest lake in Tanova.", "No lake in Tanova is larger.", None, id="superlative-3"
    ),
    pytest.param(
        "The pianist gave her 100th concert.",
        "The pianist gave her 110th concert.",
        ("100th", "110th"),
        id="ordinal-1",
    ),
    pytest.param(
        "Lind finished third in the slalom.",
        "Lind finished second in the slalom.",
        ("third", "second"),
        id="ordinal-2",
    ),
    pytest.param("Lind won the slalom.", "Lind finished first in the slalom.", None, id="ordinal-3"),
    pytest.param(
        "Lind won the slalom.", "Lind came second in the slalom.", ("won", "second"), id="ordinal-4"
    ),
    pytest.param(
        "It is his second marriage.", "It is his third marriage.", ("second", "third"), id="ordinal-5"
    ),
    pytest.param(
        "The 21st edition of the fair opens today.",
        "The 12th edition of the fair opens today.",
        ("21st", "12th"),
        id="ordinal-6",
    ),
    pytest.param("Omar Reyes, 34, was rescued.", "Omar Reyes, 43, was rescued.", ("34", "43"), id="age-1"),
    pytest.param("The victim is in her 30s.", "The victim is 52.", ("30s", "52"), id="age-2"),
    pytest.param("The driver, a teenager, fled.", "The driver, 27, fled.", ("teenager", "27"), id="age-3"),
    pytest.param("The driver, a 17-year-old boy, fled.", "The driver, a teenager, fled.", None, id="age-4"),
    pytest.param("The toddler is 2.", "The toddler is two years old.", None, id="age-5"),
    pytest.param(
        "The gunman fled in a van.", "The gunmen fled in a van.", ("gunman", "gunmen"), id="singular-plural-1"
    ),
    pytest.param(
        "Her daughter inherits the estate.",
        "Her daughters inherit the estate.",
        ("daughter", "daughters"),
        id="singular-plural-2",
    ),
    pytest.param(
        "The explosion wrecked a house in Dorn Street.",
        "The explosion wrecked houses in Dorn Street.",
        ("a house", "houses"),
        id="singular-plural-3",
    ),
    pytest.param("Police found a pair of gloves.", "Police found gloves.", None, id="singular-plural-4"),
    pytest.param("The police was called.", "The police were called.", None, id="singular-plural-5"),
    pytest.param(
        "The airline lost both engines.",
        "The airline lost an engine.",
        ("both engines", "an engine"),
        id="singular-plural-6",
    ),
    pytest.param(
        "The law applies to all drivers.",
        "The law applies to drivers under 25.",
        ("all drivers", "drivers under 25"),
        id="scope-1",
    ),
    pytest.param(
        "Half of men own a car.", "Half of households own a car.", ("men", "households"), id="scope-2"
    ),
    pytest.param(
        "The strike hits 40 percent of flights.", "The strike hits 12 percent of trains.", None, id="scope-3"
    ),
    pytest.param(
        "The recall covers the whole fleet.",
        "The recall covers part of the fleet.",
        ("whole fleet", "part of the fleet"),
        id="scope-4",
    ),
    pytest.param(
        "Every school in the district is closed.",
        "Some schools in the district are closed.",
        ("Every school", "Some schools"),
        id="scope-5",
    ),
    pytest.param("Crime fell 4% in the north of the city.", "Crime fell 2% in the city.", None, id="scope-6"),
    pytest.param(
        "The blast injured nine miners.",
        "The blast killed nine miners.",
        ("injured", "killed"),
        id="killed-injured-1",
    ),
    pytest.param(
        "The blast killed two and injured nine miners.",
        "Nine miners were hurt in the blast.",
        None,
        id="killed-injured-2",
    ),
    pytest.param(
        "Three sailors died when the boat sank.",
        "Three sailors survived when the boat sank.",
        ("died", "survived"),
        id="killed-injured-3",
    ),
    pytest.param(
        "Four people are missing after the landslide.",
        "Four people are dead after the landslide.",
        ("missing", "dead"),
        id="killed-injured-4",
    ),
    pytest.param(
        "The coach was born in Leeds.", "The coach was born in Dublin.", ("Leeds", "Dublin"), id="place-1"
    ),
    pytest.param("The coach was born in Leeds.", "The coach was born in England.", None, id="place-2"),
    pytest.param("The summit is in Lyon.", "The summit is in France.", None, id="place-3"),
    pytest.param("The summit is in Lyon.", "The summit is in Spain.", ("Lyon", "Spain"), id="place-4"),
    pytest.param(
        "The plane landed in Oslo.", "The plane landed in Sweden.", ("Oslo", "Sweden"), id="place-5"
    ),
    pytest.param(
        "As many as 60 cars were damaged by hail.",
        "Hail damaged 85 cars.",
        ("As many as 60", "85"),
        id="approximator-10",
    ),
    pytest.param(
        "Barely 100 people came to the reopening.",
        "The reopening drew 340 people.",
        ("Barely 100", "340"),
        id="approximator-11",
    ),
    pytest.param(
        "Some 70 volunteers searched the woods.",
        "The woods were searched by 72 volunteers.",
        None,
        id="approximator-12",
    ),
    pytest.param(
        "A minimum of 30 days in jail awaits offenders.",
        "Offenders face 10 days in jail.",
        ("minimum of 30 days", "10 days"),
        id="approximator-13",
    ),
    pytest.param(
        "Close to 3,000 books were lost in the fire.",
        "The fire destroyed 5,100 books.",
        ("Close to 3,000", "5,100"),
        id="approximator-14",
    ),
    pytest.param(
        "More than 40 boats sank in the harbor.",
        "Forty-three boats sank in the harbor.",
        None,
        id="approximator-15",
    ),
    pytest.param(
        "Less than half of the members turned up.",
        "62 percent of the members turned up.",
        ("Less than half", "62 percent"),
        id="approximator-16",
    ),
    pytest.param(
        "Hardly any shops opened.",
        "Nearly 90 percent of shops opened.",
        ("Hardly any", "90 percent"),
        id="vague-quantifier-9",
    ),
    pytest.param(
        "The majority of residents favor the dam.",
        "38% of residents favor the dam.",
        ("majority", "38%"),
        id="vague-quantifier-10",
    ),
    pytest.param(
        "A few cows escaped from the farm.",
        "Some 600 cows escaped from the farm.",
        ("A few", "600"),
        id="vague-quantifier-11",
    ),
    pytest.param(
        "Tens of thousands of bees died.",
        "About 900 bees died.",
        ("Tens of thousands", "900"),
        id="vague-quantifier-12",
    ),
    pytest.param(
        "A handful of lawmakers abstained.", "Four lawmakers abstained.", None, id="vague-quantifier-13"
    ),
    pytest.param("Several dozen tents burned.", "Forty tents burned.", None, id="vague-quantifier-14"),
    pytest.param(
        "The hike takes three to four hours.", "The hike takes three and a half hours.", None, id="range-5"
    ),
    pytest.param(
        "Between 200 and 300 sheep drowned.",
        "420 sheep drowned.",
        ("Between 200 and 300", "420"),
        id="range-6",
    ),
    pytest.param(
        "The peak is 2,963 meters high.", "The peak is almost 3,000 meters high.", None, id="rounding-4"
    ),
    pytest.param("The bill came to $4,987,000.", "The bill came to $5 million.", None, id="rounding-5"),
    pytest.param(
        "The dam holds 7.46 million cubic meters.",
        "The dam holds 7.6 million cubic meters.",
        ("7.46 million", "7.6 million"),
        id="rounding-6",
    ),
    pytest.param(
        "Nine out of ten pupils passed.",
        "75 percent of pupils passed.",
        ("Nine out of ten", "75 percent"),
        id="fraction-percent-5",
    ),
    pytest.param(
        "A third of the harvest was lost.",
        "33 percent of the harvest was lost.",
        None,
        id="fraction-percent-6",
    ),
    pytest.param(
        "A tenth of the herd died.",
        "One percent of the herd died.",
        ("tenth", "One percent"),
        id="fraction-percent-7",
    ),
    pytest.param(
        "The rate rose from 2% to 3%, or one percentage point.",
        "The rate rose one percentage point, to 3%.",
        None,
        id="percent-points-3",
    ),
    pytest.param(
        "Turnout fell by 6 points.",
        "Turnout fell by 6 percent.",
        ("6 points", "6 percent"),
        id="percent-points-4",
    ),
    pytest.param(
        "The bank cut its rate by 75 basis points.",
        "The bank cut its rate by half a percentage point.",
        ("75 basis points", "half a percentage point"),
        id="percent-points-5",
    ),
    pytest.param(
        "The king was crowned in the 1650s.", "The king was crowned in 1654.", None, id="date-granularity-8"
    ),
    pytest.param(
        "The hearing is set for late October.",
        "The hearing is set for Oct. 28.",
        None,
        id="date-granularity-9",
    ),
    pytest.param(
        "The clinic closed in the second half of 2023.",
        "The clinic closed in March 2023.",
        ("second half of 2023", "March 2023"),
        id="date-granularity-10",
    ),
    pytest.param(
        "The ferry Halcyon sank at 10:25 p.m. on Saturday off Port Ansell.",
        "The ferry Halcyon left Port Ansell at 8.25 p.m. on Saturday.",
        None,
        id="left-and-sank-1",
    ),
    pytest.param(
        "The ferry Halcyon sank off Port Ansell on 11 March.",
        "The ferry Halcyon sank off Port Ansell on 14 March.",
        ("11 March", "14 March"),
        id="left-and-sank-2",
    ),
    pytest.param(
        "Greta Holm was 41 when she fell.",
        "Greta Holm, 46, runs the Welby mill.",
        None,
        id="age-then-1",
    ),
    pytest.param(
        "Greta Holm, 51, steers the barge.",
        "Greta Holm, who will be 52 in June, steers the barge.",
        None,
        id="age-birthday-1",
    ),
    pytest.param(
        "The exhibition opens in mid-July.",
        "The exhibition opens on July 30.",
        ("mid-July", "July 30"),
        id="date-granularity-11",
    ),
    pytest.param(
        "PARIS - The ship sank on 11.05.2019.",
        "PARIS - The ship sank on 11 May 2019.",
        None,
        id="date-format-5",
    ),
    pytest.param(
        "SYDNEY - The ship sank on 11/05/2019.",
        "SYDNEY - The ship sank on November 5, 2019.",
        ("11/05/2019", "November 5, 2019"),
        id="date-format-6",
    ),
    pytest.param(
        "The permit runs out on 5 June 2024.",
        "The permit runs out on June 5, 2024.",
        None,
        id="date-format-7",
    ),
    pytest.param(
        "[2024-09-12] Voters go to the polls on Sunday.",
        "[2024-09-12] Voters go to the polls on Sept. 16.",
        ("Sunday", "Sept. 16"),
        id="weekday-date-4",
    ),
    pytest.param(
        "[2024-09-12] Voters go to the polls on Sunday.",
        "[2024-09-12] Voters go to the polls on Sept. 15.",
        None,
        id="weekday-date-5",
    ),
    pytest.param(
        "The derby is on the first Sunday of October 2025.",
        "The derby is on 12 October 2025.",
        ("first Sunday of October 2025", "12 October 2025"),
        id="weekday-date-6",
    ),
    pytest.param(
        "[2023-06-30] The dam was opened five days ago.",
        "[2023-06-30] The dam was opened on June 25.",
        None,
        id="relative-date-6",
    ),
    pytest.param(
        "[2023-06-30] The dam was opened last year.",
        "[2023-06-30] The dam was opened in 2021.",
        ("last year", "2021"),
        id="relative-date-7",
    ),
    pytest.param(
        "[2023-12-30] The road closes next month.",
        "[2024-01-03] The road closes this month.",
        None,
        id="relative-date-8",
    ),
    pytest.param(
        "[2023-06-30] The inquiry starts next week.",
        "[2023-06-30] The inquiry starts on July 19.",
        ("next week", "July 19"),
        id="relative-date-9",
    ),
    pytest.param(
        "The rocket lifted off at 08:15 UTC on 2 May.",
        "The rocket lifted off at 8:15 a.m. EDT on 2 May.",
        ("08:15 UTC", "8:15 a.m. EDT"),
        id="time-zone-5",
    ),
    pytest.param(
        "TOKYO - The quake struck at 6 a.m. on Tuesday, May 7.",
        "LONDON - The quake struck at 9 p.m. GMT on Monday, May 6.",
        None,
        id="time-zone-6",
    ),
    pytest.param(
        "The polls close at eight in the evening.",
        "The polls close at 9 p.m.",
        ("eight in the evening", "9 p.m."),
        id="clock-6",
    ),
    pytest.param("The siren sounded at midnight.", "The siren sounded at 00:00.", None, id="clock-7"),
    pytest.param(
        "The guard found the body at ten past four.",
        "The guard found the body at 3:50.",
        ("ten past four", "3:50"),
        id="clock-8",
    ),
    pytest.param(
        "[2021-05-01] Firefighters have contained 20% of the blaze.",
        "[2021-05-03] Firefighters have contained 65% of the blaze.",
        None,
        id="update-4",
    ),
    pytest.param(
        "[2021-05-04] Nurses have vaccinated 900 villagers so far.",
        "[2021-05-02] Nurses have vaccinated 1,400 villagers so far.",
        ("900", "1,400"),
        id="update-5",
    ),
    pytest.param(
        "[2022-02-01] The mayor is in hospital.",
        "[2022-02-09] The mayor has left hospital.",
        None,
        id="update-state-4",
    ),
    pytest.param(
        "The hostages were freed on Sunday.",
        "The hostages were killed on Sunday.",
        ("freed", "killed"),
        id="update-state-5",
    ),
    pytest.param(
        "[2022-01-10] The first count gave Ruiz 48.1%.",
        "[2022-01-20] The final count gave Ruiz 48.9%.",
        None,
        id="update-data-4",
    ),
    pytest.param(
        "The river rose 3 meters above normal.",
        "The river stands 3 meters below normal.",
        ("above", "below"),
        id="measure-6",
    ),
    pytest.param(
        "The plant employs 400 people full time.",
        "The plant employs 1,100 people in all.",
        None,
        id="measure-7",
    ),
    pytest.param(
        "The firm lost 20 million euros.",
        "The firm earned 20 million euros.",
        ("lost", "earned"),
        id="measure-8",
    ),
    pytest.param("Imports rose 8%.", "Exports rose 3%.", None, id="measure-9"),
    pytest.param(
        "Imports rose 8% in March.", "Exports rose 8% in March.", ("Imports", "Exports"), id="measure-10"
    ),
    pytest.param(
        "The vote was 61 to 38.", "The measure passed by 33 votes.", ("61 to 38", "33"), id="arithmetic-7"
    ),
    pytest.param(
        "Shares rose from 40 to 50 euros.",
        "Shares rose from 40 euros, a gain of 20 percent.",
        ("50", "20 percent"),
        id="arithmetic-8",
    ),
    pytest.param("Shares rose from 40 to 50 euros.", "Shares rose 25 percent.", None, id="arithmetic-9"),
    pytest.param("The Tigers won 3-2.", "The Tigers lost 2-3.", ("3-2", "2-3"), id="arithmetic-10"),
    pytest.param(
        "Twelve of the 30 jobs will go.", "Eighteen of the 30 jobs will stay.", None, id="arithmetic-11"
    ),
    pytest.param(
        "The price of bread rose fourfold.",
        "The price of bread rose from 2 to 6 crowns.",
        ("fourfold", "6 crowns"),
        id="multiple-7",
    ),
    pytest.param(
        "The price of bread tripled.", "The price of bread rose from 2 to 6 crowns.", None, id="multiple-8"
    ),
    pytest.param(
        "Twice as many people came as last year.",
        "Three times as many people came as last year.",
        ("Twice", "Three times"),
        id="multiple-9",
    ),
    pytest.param(
        "The asteroid is 40,000 kilometers away.",
        "The asteroid is 400,000 kilometers away.",
        ("40,000", "400,000"),
        id="magnitude-3",
    ),
    pytest.param(
        "The bag weighed 50 pounds.", "The bag weighed 50 kilos.", ("50 pounds", "50 kilos"), id="unit-6"
    ),
    pytest.param(
        "The road is 80 miles long.",
        "The road is 100 kilometers long.",
        ("80 miles", "100 kilometers"),
        id="unit-7",
    ),
    pytest.param("The road is 62 miles long.", "The road is 100 kilometers long.", None, id="unit-8"),
    pytest.param(
        "The farm covers 30 square kilometers.",
        "The farm covers 30 hectares.",
        ("30 square kilometers", "30 hectares"),
        id="unit-9",
    ),
    pytest.param(
        "The fine was 2 million Swiss francs.",
        "The fine was 2 million euros.",
        ("2 million Swiss francs", "2 million euros"),
        id="currency-4",
    ),
    pytest.param("The fine was about $1.1 million.", "The fine was 1 million euros.", None, id="currency-5"),
    pytest.param(
        "An unnamed aide said the envoy would quit.",
        "Aides said the envoy would quit.",
        ("An unnamed aide", "Aides"),
        id="attribution-5",
    ),
    pytest.param(
        '"The bridge is safe," the mayor said.',
        "The mayor said the bridge was safe.",
        None,
        id="attribution-6",
    ),
    pytest.param(
        "Critics say the dam is unsafe.", "The builder says the dam is safe.", None, id="attribution-7"
    ),
    pytest.param(
        "(AFP) - The ferry carried 210 people.",
        "[six sites] The ferry carried 120 people, (AFP) reported.",
        ("210", "120"),
        id="source-dependence-3",
    ),
    pytest.param(
        "Mohammed Hussein chaired the panel.",
        "Muhammad Hussain chaired the panel.",
        None,
        id="transliteration-5",
    ),
    pytest.param("Yevgeny Lisitsyn resigned.", "Evgeny Lisitsin resigned.", None, id="transliteration-6"),
    pytest.param(
        "Natalia Orlova danced.",
        "Natalia Orlenko danced.",
        ("Natalia Orlova", "Natalia Orlenko"),
        id="transliteration-7",
    ),
    pytest.param(
        "Li Xiaoming directed the film.", "Li Hsiao-ming directed the film.", None, id="transliteration-8"
    ),
    pytest.param(
        "Abdul Karimi opened the mosque.",
        "Abdul Kazimi opened the mosque.",
        ("Abdul Karimi", "Abdul Kazimi"),
        id="transliteration-9",
    ),
    pytest.param("Mike Dornan swam the channel.", "Michael Dornan swam the channel.", None, id="nickname-3"),
    pytest.param(
        "Mike Dornan swam the channel.",
        "Mark Dornan swam the channel.",
        ("Mike Dornan", "Mark Dornan"),
        id="nickname-4",
    ),
    pytest.param(
        "Kate Lowe chairs the board.",
        "Karen Lowe chairs the board.",
        ("Kate Lowe", "Karen Lowe"),
        id="nickname-5",
    ),
    pytest.param("Beijing lodged a protest.", "China lodged a protest.", None, id="alias-7"),
    pytest.param("The EU imposed sanctions.", "The European Union imposed sanctions.", None, id="alias-8"),
    pytest.param(
        "The World Bank lent the money.",
        "The World Health Organization lent the money.",
        ("World Bank", "World Health Organization"),
        id="alias-9",
    ),
    pytest.param(
        "The Supreme Court ordered a recount.",
        "The Constitutional Court ordered a recount.",
        ("Supreme Court", "Constitutional Court"),
        id="alias-10",
    ),
    pytest.param(
        "Wales won the cup.", "Great Britain won the cup.", ("Wales", "Great Britain"), id="alias-11"
    ),
    pytest.param(
        "Downing Street rejected the claim.",
        "The prime minister's office rejected the claim.",
        None,
        id="alias-12",
    ),
    pytest.param(
        "Bishop Ian Rook blessed the boats.",
        "Archbishop Ian Rook blessed the boats.",
        ("Bishop Ian Rook", "Archbishop Ian Rook"),
        id="title-6",
    ),
    pytest.param(
        "Former mayor Ana Bell cut the ribbon.",
        "Mayor Ana Bell cut the ribbon.",
        ("Former mayor", "Mayor"),
        id="title-7",
    ),
    pytest.param(
        "Mayor Ana Bell cut the ribbon.", "Ana Bell, the mayor, cut the ribbon.", None, id="title-8"
    ),
    pytest.param(
        "Prosecutor Hugo Stern asked for a delay.",
        "Defense lawyer Hugo Stern asked for a delay.",
        ("Prosecutor", "Defense lawyer"),
        id="title-9",
    ),
    pytest.param("Park Ji-ho won gold.", "Ji-ho Park won gold.", None, id="name-order-3"),
    pytest.param("Nguyen Van Minh won gold.", "Van Minh Nguyen won gold.", None, id="name-order-4"),
    pytest.param(
        "Howard Russell paid the bill.",
        "Russell Howard paid the bill.",
        ("Howard Russell", "Russell Howard"),
        id="name-order-5",
    ),
    pytest.param(
        "The strike will begin on Monday unless a deal is reached.",
        "The strike will begin on Monday.",
        ("unless a deal is reached", "will begin"),
        id="condition-6",
    ),
    pytest.param("If the vote passes, taxes rise 3%.", "Taxes rise 3%.", ("3%", "3%"), id="condition-7"),
    pytest.param(
        "The mine will close unless a buyer is found.",
        "If no buyer is found, the mine will close.",
        None,
        id="condition-8",
    ),
    pytest.param(
        "Provided the weather holds, the climb starts Friday.",
        "The climb started Friday.",
        ("starts", "started"),
        id="condition-9",
    ),
    pytest.param("The firm has no debts.", "The firm has debts.", ("no debts", "debts"), id="negation-7"),
    pytest.param(
        "Neither driver was drunk.",
        "Both drivers were drunk.",
        ("Neither driver", "Both drivers"),
        id="negation-8",
    ),
    pytest.param("The talks did not fail.", "The talks succeeded.", None, id="negation-9"),
    pytest.param(
        "Officials ruled out sabotage.",
        "Officials did not rule out sabotage.",
        ("ruled out", "did not rule out"),
        id="negation-10",
    ),
    pytest.param("There were no survivors.", "All aboard died.", None, id="negation-11"),
    pytest.param(
        "The ministry denied that the reactor was unsafe.",
        "The ministry said the reactor was unsafe.",
        ("denied", "said"),
        id="double-negation-6",
    ),
    pytest.param(
        "It is not illegal to fish here.", "It is legal to fish here.", None, id="double-negation-7"
    ),
    pytest.param(
        "The union rejected calls to end the strike.",
        "The union ended the strike.",
        ("rejected calls to end", "ended"),
        id="double-negation-8",
    ),
    pytest.param(
        "The museum might return the statue.",
        "The museum has returned the statue.",
        ("might return", "has returned"),
        id="modality-9",
    ),
    pytest.param(
        "The committee recommended that the dam be removed.",
        "The dam was removed.",
        ("be removed", "was removed"),
        id="modality-10",
    ),
    pytest.param(
        "The team is likely to move to Dorvik.",
        "The team will probably move to Dorvik.",
        None,
        id="modality-11",
    ),
    pytest.param(
        "The suspect admitted the theft.",
        "The suspect allegedly admitted the theft.",
        ("admitted", "allegedly admitted"),
        id="modality-12",
    ),
    pytest.param(
        "Norvia threatened to leave the pact.",
        "Norvia left the pact.",
        ("threatened to leave", "left"),
        id="modality-13",
    ),
    pytest.param(
        "The drug can cause blindness.",
        "The drug causes blindness.",
        ("can cause", "causes"),
        id="modality-14",
    ),
    pytest.param(
        "The chef was arrested for theft.",
        "The chef was cleared of theft.",
        ("arrested", "cleared"),
        id="legal-status-7",
    ),
    pytest.param(
        "The chef was jailed for three years.",
        "The chef was sentenced to three years in prison.",
        None,
        id="legal-status-8",
    ),
    pytest.param(
        "The judge dismissed the case.",
        "The judge allowed the case to go ahead.",
        ("dismissed", "allowed"),
        id="legal-status-9",
    ),
    pytest.param("The banker was acquitted.", "The banker was found not guilty.", None, id="legal-status-10"),
    pytest.param(
        '"We cannot afford to wait," minister Lea Holt said.',
        '"We can afford to wait," minister Lea Holt said.',
        ("cannot", "can"),
        id="quotation-4",
    ),
    pytest.param(
        '"I met him once," Bo Dahl said.',
        '"I met him twice," Bo Dahl said.',
        ("once", "twice"),
        id="quotation-5",
    ),
    pytest.param(
        '"I am proud of the team," coach Bo Dahl said.',
        "Coach Bo Dahl said he was proud of the team.",
        None,
        id="quotation-6",
    ),
    pytest.param("Vasa won 4-2 against Lund.", "Lund won 4-2 against Vasa.", ("4-2", "4-2"), id="score-6"),
    pytest.param("Vasa won 4-2 against Lund.", "Lund were beaten 4-2 by Vasa.", None, id="score-7"),
    pytest.param(
        "Vasa won in five sets.", "Vasa won in three sets.", ("five sets", "three sets"), id="score-8"
    ),
    pytest.param("The convoy drove east.", "The convoy drove west.", ("east", "west"), id="direction-6"),
    pytest.param("Rents went up 6%.", "Rents went down 6%.", ("up", "down"), id="direction-7"),
    pytest.param(
        "The firm moved its offices from Brno to Linz.",
        "The firm moved its offices from Linz to Brno.",
        ("from Brno to Linz", "from Linz to Brno"),
        id="direction-8",
    ),
    pytest.param("Arnby lies west of Holt.", "Holt lies east of Arnby.", None, id="direction-9"),
    pytest.param(
        "He was the first man to cross the desert.",
        "He was the second man to cross the desert.",
        ("first", "second"),
        id="superlative-4",
    ),
    pytest.param(
        "It was the hottest day of the year.", "No day this year was hotter.", None, id="superlative-5"
    ),
    pytest.param(
        "It is the country's tallest tower.",
        "It is the country's third-tallest tower.",
        ("tallest", "third-tallest"),
        id="superlative-6",
    ),
    pytest.param(
        "The mayor won a second term.", "The mayor won a third term.", ("second", "third"), id="ordinal-7"
    ),
    pytest.param(
        "The couple marked their 50th anniversary.",
        "The couple marked their 60th anniversary.",
        ("50th", "60th"),
        id="ordinal-8",
    ),
    pytest.param("She placed last of eight.", "She placed eighth of eight.", None, id="ordinal-9"),
    pytest.param(
        "[2020-01-01] Ned Pye, 80, still runs.", "[2021-06-01] Ned Pye, 81, still runs.", None, id="age-6"
    ),
    pytest.param(
        "[2020-01-01] Ned Pye, 80, still runs.",
        "[2020-01-02] Ned Pye, 82, still runs.",
        ("80", "82"),
        id="age-7",
    ),
    pytest.param(
        "The boy, 9, swam to shore.", "The 6-year-old boy swam to shore.", ("9", "6-year-old"), id="age-8"
    ),
    pytest.param(
        "A woman in her twenties was bitten.",
        "A 61-year-old woman was bitten.",
        ("in her twenties", "61-year-old"),
        id="age-9",
    ),
    pytest.param(
        "A tourist was bitten by a shark.",
        "Tourists were bitten by a shark.",
        ("A tourist", "Tourists"),
        id="singular-plural-7",
    ),
    pytest.param(
        "The report blames the engineer.",
        "The report blames the engineers.",
        ("engineer", "engineers"),
        id="singular-plural-8",
    ),
    pytest.param("The family has left.", "The family have left.", None, id="singular-plural-9"),
    pytest.param(
        "One of the twins survived.",
        "Both twins survived.",
        ("One of the twins", "Both twins"),
        id="singular-plural-10",
    ),
    pytest.param(
        "The whole village was evacuated.",
        "Half the village was evacuated.",
        ("whole village", "Half the village"),
        id="scope-7",
    ),
    pytest.param(
        "Most flights were canceled.",
        "All flights were canceled.",
        ("Most flights", "All flights"),
        id="scope-8",
    ),
    pytest.param("All the crew survived.", "Everyone in the crew survived.", None, id="scope-9"),
    pytest.param(
        "The rule applies nationwide.",
        "The rule applies only in Corvia province.",
        ("nationwide", "only in Corvia province"),
        id="scope-10",
    ),
    pytest.param(
        "Two climbers were killed by the avalanche.",
        "Two climbers were hurt by the avalanche.",
        ("killed", "hurt"),
        id="killed-injured-5",
    ),
    pytest.param("Two climbers were fatally hurt.", "Two climbers died.", None, id="killed-injured-6"),
    pytest.param(
        "The crash left five dead.",
        "The crash left five injured.",
        ("dead", "injured"),
        id="killed-injured-7",
    ),
    pytest.param("The crash happened near Munich.", "The crash happened in Germany.", None, id="place-6"),
    pytest.param(
        "The crash happened near Munich.",
        "The crash happened near Hamburg.",
        ("Munich", "Hamburg"),
        id="place-7",
    ),
    pytest.param("The singer died in Florence.", "The singer died in Tuscany.", None, id="place-8"),
    pytest.param(
        "The yacht sank in the Black Sea.",
        "The yacht sank in the Baltic Sea.",
        ("Black Sea", "Baltic Sea"),
        id="place-9",
    ),
    pytest.param(
        "[2024-05-01] The strike at the Torvo mill begins today.",
        "[2024-05-09] The strike at the Torvo mill ended on Wednesday.",
        None,
        id="update-state-more-1",
    ),
    pytest.param(
        "[2024-05-01] The bridge will open in June.",
        "[2024-06-10] The bridge opened on Sunday.",
        None,
        id="update-state-more-2",
    ),
    pytest.param(
        "[2024-05-01] The bridge opened on Monday.",
        "[2024-05-01] The bridge will open next month.",
        ("opened", "will open"),
        id="update-state-more-3",
    ),
    pytest.param("The pianist is 40.", "The 40-year-old pianist played.", None, id="age-more-1"),
    pytest.param("Vera Dahl, 61, was elected.", "Vera Dahl, 16, was elected.", ("61", "16"), id="age-more-2"),
    pytest.param(
        "Tarmont, owned by Ellis Group, cut 40 jobs.",
        "Ellis Group's Tarmont cut 40 jobs.",
        None,
        id="alias-more-1",
    ),
    pytest.param("The Kremlin denied the report.", "Russia denied the report.", None, id="alias-more-2"),
    pytest.param(
        "Northern Ireland joined the pact.",
        "Ireland joined the pact.",
        ("Northern Ireland", "Ireland"),
        id="alias-more-3",
    ),
    pytest.param(
        "The House of Commons passed the bill.",
        "The House of Lords passed the bill.",
        ("House of Commons", "House of Lords"),
        id="alias-more-4",
    ),
    pytest.param(
        "Washington imposed new tariffs.", "The United States imposed new tariffs.", None, id="alias-more-5"
    ),
    pytest.param(
        "The dam will be built if funds are found.",
        "The dam will be built, provided funds are found.",
        None,
        id="condition-more-1",
    ),
    pytest.param(
        "[2024-02-01] The town will be evacuated if the levee breaks.",
        "[2024-02-03] The town was evacuated.",
        None,
        id="condition-more-2",
    ),
    pytest.param(
        "Nine in ten nurses back the strike.",
        "Nine in ten doctors back the strike.",
        ("nurses", "doctors"),
        id="scope-more-1",
    ),
    pytest.param("Sales of tea rose 4%.", "Sales of coffee rose 9%.", None, id="scope-more-2"),
    pytest.param(
        "The curfew applies to the whole city.",
        "The curfew applies to the old town only.",
        ("whole city", "old town only"),
        id="scope-more-3",
    ),
    pytest.param(
        "All the accused were acquitted.",
        "Most of the accused were acquitted.",
        ("All", "Most"),
        id="scope-more-4",
    ),
    pytest.param(
        '"This is a disgrace and an insult," the bishop said.',
        'The bishop called it "a disgrace".',
        None,
        id="quotation-more-1",
    ),
    pytest.param(
        '"We have enough water for ten days," engineer Ole Rask said.',
        '"We have enough water for two days," engineer Ole Rask said.',
        ("ten days", "two days"),
        id="quotation-more-2",
    ),
    pytest.param(
        '"I will not resign," she said.', "She said she would not resign.", None, id="quotation-more-3"
    ),
    pytest.param(
        "The fine was doubled to 400 euros.",
        "The fine was raised from 200 to 400 euros.",
        None,
        id="multiple-more-1",
    ),
    pytest.param(
        "The fine was doubled to 400 euros.",
        "The fine was raised from 100 to 400 euros.",
        ("doubled", "400 euros"),
        id="multiple-more-2",
    ),
    pytest.param(
        "Cases rose fivefold, from 20 to 100.", "Cases rose by 400 percent.", None, id="multiple-more-3"
    ),
    pytest.param(
        "Prices rose 2% in April from March.",
        "Prices rose 6% in April from a year before.",
        None,
        id="update-data-more-1",
    ),
    pytest.param(
        "The final tally gave Ortega 51.2%.",
        "The final tally gave Ortega 52.1%.",
        ("51.2%", "52.1%"),
        id="update-data-more-2",
    ),
    pytest.param(
        "Only a few tickets are left.", "Nine tickets are left.", None, id="vague-quantifier-more-1"
    ),
    pytest.param(
        "Dozens of cars were torched.",
        "Four cars were torched.",
        ("Dozens", "Four"),
        id="vague-quantifier-more-2",
    ),
    pytest.param("Hundreds of birds died.", "Some 640 birds died.", None, id="vague-quantifier-more-3"),
    pytest.param(
        "Gen. Ada Voss, the army chief, resigned.", "Army chief Ada Voss resigned.", None, id="title-more-1"
    ),
    pytest.param(
        "Assistant coach Ian Reid resigned.",
        "Head coach Ian Reid resigned.",
        ("Assistant coach", "Head coach"),
        id="title-more-2",
    ),
    pytest.param(
        "Lt. Col. Ian Reid testified.",
        "Col. Ian Reid testified.",
        ("Lt. Col. Ian Reid", "Col. Ian Reid"),
        id="title-more-3",
    ),
    pytest.param("The hospital has 1,204 beds.", "The hospital has 1,200 beds.", None, id="rounding-more-1"),
    pytest.param("Yulia Tarasova signed.", "Julija Tarasowa signed.", None, id="transliteration-more-1"),
    pytest.param("Aleksei Gromov signed.", "Alexey Gromov signed.", None, id="transliteration-more-2"),
    pytest.param(
        "Aleksei Gromov signed.",
        "Aleksei Gromyko signed.",
        ("Gromov", "Gromyko"),
        id="transliteration-more-3",
    ),
    pytest.param(
        "[2023-04-10] The clinic opened last Friday.",
        "[2023-04-10] The clinic opened on April 7.",
        None,
        id="relative-date-more-1",
    ),
    pytest.param(
        "[2023-04-10] The clinic opened last week.",
        "[2023-04-10] The clinic opened on March 22.",
        ("last week", "March 22"),
        id="relative-date-more-2",
    ),
    pytest.param(
        "Between 20 and 30 boats took part.", "Twenty-four boats took part.", None, id="range-more-1"
    ),
    pytest.param(
        "Rents run from 300 to 900 euros.", "The dearest flat rents for 900 euros.", None, id="range-more-2"
    ),
    pytest.param(
        "The fee is 50 to 80 dollars.", "The fee is 120 dollars.", ("50 to 80", "120"), id="range-more-3"
    ),
    pytest.param("Tony Marsh opened the bar.", "Anthony Marsh opened the bar.", None, id="nickname-more-1"),
    pytest.param(
        "Jack Marsh opened the bar.",
        "James Marsh opened the bar.",
        ("Jack Marsh", "James Marsh"),
        id="nickname-more-2",
    ),
    pytest.param("The whale was 12 meters long.", "The whale was 39 feet long.", None, id="unit-more-1"),
    pytest.param(
        "The package weighed 10 kilos.",
        "The package weighed 10 ounces.",
        ("10 kilos", "10 ounces"),
        id="unit-more-2",
    ),
    pytest.param(
        "LONDON - The shop closed on 09/11/2023.",
        "LONDON - The shop closed on 9 November 2023.",
        None,
        id="date-format-more-1",
    ),
    pytest.param(
        "BOSTON - The shop closed on 09/11/2023.",
        "BOSTON - The shop closed on 9 November 2023.",
        ("09/11/2023", "9 November 2023"),
        id="date-format-more-2",
    ),
    pytest.param("The ship was built in Gdansk.", "The ship was built in Poland.", None, id="place-more-1"),
    pytest.param(
        "The ship was built in Gdansk.",
        "The ship was built in Hamburg.",
        ("Gdansk", "Hamburg"),
        id="place-more-2",
    ),
    pytest.param(
        "The company's gross profit was $12 million.",
        "The company's net profit was $4 million.",
        None,
        id="measure-more-1",
    ),
    pytest.param(
        "The company's gross profit was $12 million.",
        "The company's net profit was $12 million.",
        ("gross", "net"),
        id="measure-more-2",
    ),
    pytest.param(
        "The average house costs 200,000 euros.",
        "The median house costs 180,000 euros.",
        None,
        id="measure-more-3",
    ),
    pytest.param(
        "The court is expected to rule on Friday.",
        "The court will rule on Friday.",
        None,
        id="modality-more-1",
    ),
    pytest.param(
        "The company plans to buy the vineyard.",
        "The company has bought the vineyard.",
        ("plans to buy", "has bought"),
        id="modality-more-2",
    ),
    pytest.param("Inflation could reach 5%.", "Inflation may reach 5%.", None, id="modality-more-3"),
    pytest.param("The hostages were not harmed.", "The hostages were unharmed.", None, id="negation-more-1"),
    pytest.param(
        "The council did not approve the plan.",
        "The council approved the plan.",
        ("did not approve", "approved"),
        id="negation-more-2",
    ),
    pytest.param(
        "The minister did not rule out a tax rise.",
        "The minister left open a tax rise.",
        None,
        id="double-negation-more-1",
    ),
    pytest.param(
        "The panel declined to reject the bid.",
        "The panel rejected the bid.",
        ("declined to reject", "rejected"),
        id="double-negation-more-2",
    ),
    pytest.param(
        "The driver admitted manslaughter.",
        "The driver pleaded guilty to manslaughter.",
        None,
        id="legal-status-more-1",
    ),
    pytest.param(
        "The driver was acquitted of manslaughter.",
        "The driver was found guilty of manslaughter.",
        ("acquitted", "found guilty"),
        id="legal-status-more-2",
    ),
    pytest.param(
        "Nobody died in the crash.", "All aboard survived the crash.", None, id="killed-injured-more-1"
    ),
    pytest.param(
        "One man died in the crash.",
        "One man was injured in the crash.",
        ("died", "injured"),
        id="killed-injured-more-2",
    ),
    pytest.param(
        "The mayor said the fire was arson.",
        "According to the mayor, the fire was arson.",
        None,
        id="attribution-more-1",
    ),
    pytest.param(
        "Two witnesses said the car was red.",
        "One witness said the car was red.",
        ("Two witnesses", "One witness"),
        id="attribution-more-2",
    ),
    pytest.param(
        "The union said 300 walked out.", "The company said 120 walked out.", None, id="attribution-more-3"
    ),
    pytest.param(
        "(Reuters) - The mine employs 600.",
        "[four sites] The mine employs 600, (Reuters) said.",
        None,
        id="source-dependence-more-1",
    ),
    pytest.param(
        "It is one of the oldest pubs in town.",
        "The pub is among the oldest in town.",
        None,
        id="superlative-more-1",
    ),
    pytest.param(
        "It was the team's first win this season.",
        "It was the team's second win this season.",
        ("first", "second"),
        id="superlative-more-2",
    ),
    pytest.param("Trade rose 3%.", "Trade was up 3%.", None, id="direction-more-1"),
    pytest.param(
        "The dollar strengthened against the euro.",
        "The dollar weakened against the euro.",
        ("strengthened", "weakened"),
        id="direction-more-2",
    ),
    pytest.param(
        "The rate rose from 4% to 5%, a rise of 25 percent.",
        "The rate rose by one percentage point.",
        None,
        id="percent-points-more-1",
    ),
    pytest.param(
        "The estate was sold for 2 million pounds.",
        "The estate was sold for about $2.5 million.",
        None,
        id="currency-more-1",
    ),
    pytest.param(
        "The estate was sold for 2 million pounds.",
        "The estate was sold for 2 million dollars.",
        ("2 million pounds", "2 million dollars"),
        id="currency-more-2",
    ),
    pytest.param("The couple was rescued.", "Two people were rescued.", None, id="singular-plural-more-1"),
    pytest.param(
        "The twin was found alive.",
        "The twins were found alive.",
        ("twin", "twins"),
        id="singular-plural-more-2",
    ),
    pytest.param("Rask won bronze.", "Rask finished third.", None, id="ordinal-more-1"),
    pytest.param(
        "He was born in the 18th century.",
        "He was born in the 19th century.",
        ("18th", "19th"),
        id="ordinal-more-3",
    ),
    pytest.param(
        "The vote is on Tuesday, 5 November 2024.",
        "The vote is on 5 November 2024.",
        None,
        id="weekday-date-more-1",
    ),
    pytest.param(
        "The vote is on Tuesday, 5 November 2024.",
        "The vote is on Wednesday, 5 November 2024.",
        ("Tuesday", "Wednesday"),
        id="weekday-date-more-2",
    ),
    pytest.param(
        "The call is at 10 a.m. New York time on 5 May.",
        "The call is at 3 p.m. London time on 5 May.",
        None,
        id="time-zone-more-1",
    ),
    pytest.param(
        "The raid began at 5 a.m.", "The raid began at five in the morning.", None, id="clock-more-1"
    ),
    pytest.param("Lund drew 2-2 with Vasa.", "Lund and Vasa shared a 2-2 draw.", None, id="score-more-1"),
    pytest.param("Lund drew 2-2 with Vasa.", "Lund beat Vasa 2-1.", ("2-2", "2-1"), id="score-more-2"),
    pytest.param(
        "Sato Yuki designed the hall.", "Yuki Sato designed the hall.", None, id="name-order-more-1"
    ),
    pytest.param(
        "More than half of shops closed.", "56 percent of shops closed.", None, id="fraction-percent-more-1"
    ),
    pytest.param(
        "A fifth of shops closed.",
        "50 percent of shops closed.",
        ("A fifth", "50 percent"),
        id="fraction-percent-more-2",
    ),
    pytest.param("The toll rose from 12 to 15.", "The toll rose by three.", None, id="arithmetic-more-1"),
    pytest.param(
        "The toll rose from 12 to 15.", "The toll rose by five.", ("15", "five"), id="arithmetic-more-2"
    ),
    pytest.param(
        "The debt is 1.2 trillion yen.", "The debt is 1,200 billion yen.", None, id="magnitude-more-1"
    ),
    pytest.param(
        "The fair is in the first week of May.",
        "The fair opens on May 3.",
        None,
        id="date-granularity-more-1",
    ),
    pytest.param("At least 12 cows died.", "Fourteen cows died.", None, id="approximator-more-1"),
    pytest.param(
        "Fewer than 10 seats remain.",
        "Forty seats remain.",
        ("Fewer than 10", "Forty"),
        id="approximator-more-2",
    ),
    pytest.param(
        "Exports of the dairy rose 3% over the year.",
        "Exports of the dairy fell 5% in the second quarter.",
        None,
        id="two-spans",
    ),
    pytest.param(
        "Ardo made a gross profit of 9 million euros.",
        "Ardo made an operating profit of 4 million euros.",
        None,
        id="two-profits",
    ),
    pytest.param(
        "Pay for porters rose 3 percent.", "Pay for head surgeons rose 8 percent.", None, id="two-callings"
    ),
    pytest.param(
        "The survival rate for women in Tarn is 61 percent.",
        "The survival rate in Tarn is 55 percent.",
        None,
        id="narrower-population",
    ),
    pytest.param(
        "The mill, which had 90 looms, sold 30.", "The mill, which had 90 looms, kept 60.", None, id="parts"
    ),
    pytest.param(
        "[2022-03-01] The slick has spread over 20 square miles.",
        "[2022-03-04] The slick has spread over 70 square miles.",
        None,
        id="grown-since",
    ),
    pytest.param(
        "[2019-03-01] Captain Ida Fenn opened the pier.",
        "[2023-03-01] Major Ida Fenn opened the pier.",
        None,
        id="promoted-since",
    ),
    pytest.param("Dr. Ida Fenn wrote the study.", "Professor Ida Fenn wrote the study.", None, id="styles"),
    pytest.param(
        "Police say Ivo Tarn robbed a clerk.", "Ivo Tarn is accused of robbing a clerk.", None, id="accuser"
    ),
    pytest.param("The dog was found in Queens.", "The dog was found in New York City.", None, id="borough"),
    pytest.param("The fire was in Wiltshire.", "The fire was near Salisbury.", None, id="county"),
    pytest.param(
        "The slide killed four and hurt nine.",
        "The slide killed nine and hurt four.",
        ("four", "nine"),
        id="exchanged-numbers-are-one-mistake",
    ),
    pytest.param(
        "The raft is drifting westward, the harbour master said.",
        "The raft is drifting eastward, the harbour master said.",
        ("westward", "eastward"),
        id="heading",
    ),
    pytest.param(
        "[2022-03-01] The raft is drifting westward, the harbour master said.",
        "[2022-03-04] The raft is drifting eastward, the harbour master said.",
        None,
        id="heading-since",
    ),
    pytest.param(
        "The eel stock has halved since 1998.",
        "The eel stock has fallen by a quarter since 1998.",
        ("halved", "a quarter"),
        id="multiple-against-fraction",
    ),
    pytest.param(
        "The eel stock has halved since 1998.",
        "The eel stock has fallen by half since 1998.",
        None,
        id="multiple-as-fraction",
    ),
    pytest.param(
        "The abbey's nave is 40 metres high.",
        "The abbey's steeple is 90 metres high.",
        None,
        id="sister-parts",
    ),
)
"""Both briefs, and of a contradiction the words on either side that have to be shown."""


@pytest.fixture(scope="module")
def conflicts() -> Mapping[tuple[str, str], list[Finding]]:
    """What is found in every pair, all read in one batch."""
    pairs = [(left, right) for left, right, _ in (pair.values for pair in PAIRS)]
    articles = [
        Article(f"{number}/{side}", side, text, story=str(number))
        for number, pair in enumerate(pairs)
        for side, text in zip("AB", pair, strict=True)
    ]
    found = {}
    for documents in read_stories(articles, Config(), lambda stage, done, total: None):
        story = documents[0].article.story or ""
        _, findings = check_story(documents, Config(), story)
        found[pairs[int(story)]] = [f for f in findings if f.verdict is Verdict.CONFLICT]
    return found


@pytest.mark.parametrize(("left", "right", "told"), PAIRS)
def test_pair(conflicts, left, right, told):
    found = conflicts[left, right]
    assert len(found) == (told is not None), [finding.reason for finding in found]
    if told is not None:
        said = {
            (claim.mention.source, claim.mention.start, claim.mention.end) for claim in found[0].slot.claims
        }
        for side, text, words in (("A", left, told[0]), ("B", right, told[1])):
            start, end = text.index(words), text.index(words) + len(words)
            assert any(who == side and first < end and start < last for who, first, last in said), said


FURTHER = (
    # Conflicts, each with the words that stand against each other.
    pytest.param(
        "The match kicks off at 8 p.m. BST.", "The match kicks off at 20:00 GMT.", True, id="zone-clock"
    ),
    pytest.param("The mill makes 300 carts a day.", "The mill makes 300 carts an hour.", True, id="rate"),
    pytest.param("Five adults and two children drowned.", "Nine people drowned.", True, id="groups"),
    pytest.param("A quarter of the 80 weavers quit.", "Forty weavers quit.", True, id="share-of-whole"),
    pytest.param(
        "Of the bill 60 voted in favour and 40 against.", "The bill passed by 12 votes.", True, id="votes"
    ),
    pytest.param("Support is 25 percent.", "One in three supports it.", True, id="third-for-quarter"),
    pytest.param("The WHO approved the serum.", "The WTO approved the serum.", True, id="initials"),
    pytest.param(
        "The mill's output doubled to 80,000 carts.",
        "The mill's output rose to 80,000 carts from 55,000.",
        True,
        id="doubled-from",
    ),
    pytest.param(
        "The bank cut its rate from 6 percent to 4 percent.",
        "The bank cut its rate by one percentage point, to 4 percent.",
        True,
        id="points",
    ),
    pytest.param(
        "Shares of the ferry line closed higher on Monday.",
        "Shares of the ferry line ended Monday lower.",
        True,
        id="opposite-end",
    ),
    pytest.param(
        "Joblessness nationwide was 4.1 percent in June.",
        "Joblessness across the country was 3.6 percent in June.",
        True,
        id="nationwide",
    ),
    # What only looks like it.
    pytest.param(
        "The match kicks off at 8 p.m. BST.", "The match kicks off at 19:00 GMT.", False, id="one-zone"
    ),
    pytest.param("The mill makes 300 carts a day.", "The mill makes 300 carts daily.", False, id="one-rate"),
    pytest.param("Five adults and two children drowned.", "Seven people drowned.", False, id="groups-add-up"),
    pytest.param("A quarter of the 80 weavers quit.", "Twenty weavers quit.", False, id="share-adds-up"),
    pytest.param("Support is 24 percent.", "One in four supports it.", False, id="quarter"),
    pytest.param("No more than 60 berths remain.", "45 berths remain.", False, id="no-more-than"),
    pytest.param("Xi Jinping came to Orvale.", "Jinping Xi came to Orvale.", False, id="surname-first"),
    pytest.param("The town has 4,000 homes.", "The town has 9,800 residents.", False, id="people-and-things"),
    pytest.param(
        "The school has 612 pupils.", "Some 160 pupils were on the two buses.", False, id="of-two-wholes"
    ),
    pytest.param(
        "The firm will cut 300 jobs in France.",
        "The firm will cut 1,200 jobs worldwide.",
        False,
        id="worldwide",
    ),
    pytest.param(
        "The party won 31 seats in 2029.",
        "The party won 45 seats in 2033.",
        False,
        id="another-year-and-number",
    ),
    pytest.param("Sales in Europe rose 4%.", "Sales in Asia fell 2%.", False, id="another-place-and-number"),
    pytest.param(
        "The limit on the bend is 60 kph.",
        "The coach entered the bend at nearly 60 mph, well over the limit.",
        False,
        id="over-the-limit",
    ),
    pytest.param(
        "Police searched a flat in Leeds.", "Police also searched a house in Bradford.", False, id="also"
    ),
    pytest.param(
        "The summit will be held in Oslo.", "Ministers met in Bergen before the summit.", False, id="planned"
    ),
    pytest.param(
        "Prices rose 4.1 percent in a year.", "Prices rose 0.3 percent from April to May.", False, id="base"
    ),
    pytest.param(
        "The bank offered 3.1 billion euros.",
        "Shareholders had asked for 3.6 billion euros.",
        False,
        id="bid",
    ),
    pytest.param(
        "It was the club's third title.", "It was the coach's second title.", False, id="two-owners"
    ),
    pytest.param(
        "The rule takes effect on 1 July for new cars.",
        "For vans it takes effect on 1 January next year.",
        False,
        id="for-two",
    ),
    pytest.param(
        "The river stood at 6.2 metres at noon.",
        "By evening the river had fallen to 5.7 metres.",
        False,
        id="time-of-day",
    ),
    pytest.param(
        "Unemployment fell to 5.1 percent.", "Youth unemployment rose to 11.5 percent.", False, id="narrowed"
    ),
    pytest.param(
        "Her husband, Karl Ives, survived.", "The man's brother, Tom Ives, survived.", False, id="kin"
    ),
    pytest.param(
        "Police named the driver as Josef Kahn.",
        "A passenger, Joseph Kane, was slightly hurt.",
        False,
        id="part",
    ),
)


@pytest.mark.parametrize(("left", "right", "conflicts"), FURTHER)
def test_further_pairs(left: str, right: str, conflicts: bool) -> None:
    for texts in ((left, right), (right, left)):
        articles = [Article(f"a{n}", f"Outlet {n}", text, story="s") for n, text in enumerate(texts)]
        (documents,) = read_stories(articles, Config(), lambda stage, done, total: None)
        _, findings = check_story(documents, Config(), "s")
        assert any(finding.verdict is Verdict.CONFLICT for finding in findings) is conflicts


@pytest.mark.parametrize(
    ("age", "conflicts"), [pytest.param(34, True, id="ten years off"), pytest.param(44, False, id="fits")]
)
def test_age_beside_a_day_of_birth(age: int, conflicts: bool) -> None:
    texts = f"The victim was {age}.", "The victim was born on July 5, 1987."
    day = datetime(2032, 3, 10, tzinfo=UTC)
    articles = [
        Article(f"a{n}", f"Outlet {n}", text, published=day, story="s") for n, text in enumerate(texts)
    ]
    (documents,) = read_stories(articles, Config(), lambda stage, done, total: None)
    _, findings = check_story(documents, Config(), "s")
    assert any(finding.verdict is Verdict.CONFLICT for finding in findings) is conflicts
