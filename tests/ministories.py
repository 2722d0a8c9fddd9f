"""Small invented stories: what contradicts itself in them, and what must be left alone."""

from __future__ import annotations

import pytest

from discrepancy.model import Kind

YEAR_SLIP = {
    "Ledger": "The harbour tunnel at Kessin was closed again on Tuesday after water broke through the "
    "ceiling. The tunnel had been opened to traffic on June 14, 2011. Engineers will inspect it this week.",
    "Courier": "Water broke through the ceiling of the Kessin harbour tunnel on Tuesday, and it was closed. "
    "It was opened to traffic on 14 June 2017. Engineers are to inspect it.",
    "Beacon": "Engineers will look at a leak in the Kessin tunnel, opened to traffic on June 14, 2011.",
}
MISSPELT = {
    "Ledger": "The Tolvik library fire was started on purpose, inspector Marta Helgeson said on Monday. "
    "Police are looking for two teenagers.",
    "Courier": "Inspector Marta Helgesen told reporters on Monday that the fire in the Tolvik library was "
    "arson. Two teenagers are wanted.",
    "Beacon": "Police in Tolvik are looking for two teenagers after the fire at the library. “It was arson,” "
    "said Marta Helgeson, the inspector in charge.",
}
EXCHANGED_COUNTS = {
    "Ledger": "Seventeen people died and 34 were injured when a ferry hit the pier at Orvale on Sunday, "
    "police said.",
    "Courier": "Police said 34 people were killed and 17 injured when a ferry hit the pier at Orvale on "
    "Sunday.",
    "Beacon": "A ferry struck the pier at Orvale on Sunday, killing 17 people and injuring 34, according to "
    "police.",
}
DIGITS_SWAPPED = {
    "Ledger": "Arva, a town of 13,420 people, voted on Sunday to close its airport.",
    "Courier": "The town of Arva (population 14,320) voted on Sunday to close its airport.",
    "Beacon": "The 13,420 people of Arva voted on Sunday to close the airport.",
}
TWO_SIDES = {
    "Ledger": "The mill at Dunmere will close in May. It employs 472 people, the owner said on Monday.",
    "Courier": "The Dunmere mill, which employs 427 people, will close in May, its owner said on Monday.",
}
DROPPED_NOT = {
    "Ledger": "“We will not sell the island to any foreign company,” Prime Minister Ana Torvald said on "
    "Monday in Belmar.",
    "Courier": "Prime Minister Ana Torvald said in Belmar on Monday: “We will sell the island to any foreign "
    "company.”",
    "Beacon": "Ana Torvald, the prime minister, told reporters in Belmar: “We will not sell the island to "
    "any foreign company.”",
}
CALLED_OFF = {
    "Ledger": "The organisers postponed the Velmar marathon on Thursday because of the heat. Nine thousand "
    "runners had entered.",
    "Courier": "The organisers cancelled the Velmar marathon on Thursday because of the heat. Nine thousand "
    "runners had entered.",
    "Beacon": "The Velmar marathon was postponed on Thursday because of the heat, its organisers said.",
}
OFFICE = {
    "Ledger": "Justice Minister Petra Salim resigned on Wednesday after the leak. She had been in office for "
    "two years.",
    "Courier": "Petra Salim, the interior minister, resigned on Wednesday over the leak.",
    "Beacon": "The justice minister, Petra Salim, stepped down on Wednesday after the leak of the files.",
}

CONFLICTS = [
    # Texts by source; then for each conflict its kind, the odd sources and what each source prints.
    pytest.param(
        YEAR_SLIP,
        [
            (
                Kind.DATE,
                {"Courier"},
                {"Ledger": "June 14, 2011", "Courier": "14 June 2017", "Beacon": "June 14, 2011"},
            )
        ],
        id="year slip",
    ),
    pytest.param(
        MISSPELT,
        [
            (
                Kind.NAME,
                {"Courier"},
                {"Ledger": "Marta Helgeson", "Courier": "Marta Helgesen", "Beacon": "Marta Helgeson"},
            )
        ],
        id="misspelt name",
    ),
    pytest.param(
        {
            "Ledger": "The chess title went to Walter Osgood on Sunday. He had lost the final last year.",
            "Courier": "Osgood Walter won the chess title on Sunday. He needed forty moves in the last game.",
            "Beacon": "Walter Osgood is the new chess champion. The final ended on Sunday after forty moves.",
        },
        [
            (
                Kind.NAME,
                {"Courier"},
                {"Ledger": "Walter Osgood", "Courier": "Osgood Walter", "Beacon": "Walter Osgood"},
            )
        ],
        id="first name and surname exchanged",
    ),
    pytest.param(
        {
            "Ledger": "The pianist Clara Brenning cancelled her tour of Denmark on Monday. Brenning hurt "
            "her hand.",
            "Courier": "Pianist Clara brenning has called off her tour of Denmark, her agent said on "
            "Monday. She had hurt her hand.",
            "Beacon": "Clara Brenning will not tour Denmark. The pianist hurt her hand, her agent said on "
            "Monday.",
        },
        [(Kind.NAME, {"Courier"}, {"Ledger": "Clara Brenning", "Courier": "Clara brenning"})],
        id="lower-case surname",
    ),
    pytest.param(
        EXCHANGED_COUNTS,
        [
            (Kind.NUMBER, {"Courier"}, {"Ledger": "Seventeen", "Courier": "34", "Beacon": "17"}),
            (Kind.NUMBER, {"Courier"}, {"Ledger": "34", "Courier": "17", "Beacon": "34"}),
        ],
        id="killed and injured exchanged",
    ),
    pytest.param(
        {
            "Ledger": "The storm reached the coast at Marrow Point on Friday with winds of 185 km/h. Roofs "
            "were torn off.",
            "Courier": "Winds of 185 mph tore off roofs when the storm reached Marrow Point on Friday.",
            "Beacon": "The storm, with winds of 185 kilometres per hour, reached Marrow Point on Friday and "
            "tore off roofs.",
        },
        [
            (
                Kind.FIGURE,
                {"Courier"},
                {"Ledger": "185 km/h", "Courier": "185 mph", "Beacon": "185 kilometres per hour"},
            )
        ],
        id="unit",
    ),
    pytest.param(
        {
            "Ledger": "The regulator fined the bank Hallam Trust $2.4 million on Thursday for hiding "
            "losses. The bank will appeal.",
            "Courier": "Hallam Trust was fined $2.4 billion on Thursday for hiding its losses. It said it "
            "would appeal.",
            "Beacon": "A fine of $2.4 million was imposed on Hallam Trust on Thursday. The bank had hidden "
            "losses from the regulator.",
        },
        [
            (
                Kind.FIGURE,
                {"Courier"},
                {"Ledger": "$2.4 million", "Courier": "$2.4 billion", "Beacon": "$2.4 million"},
            )
        ],
        id="million and billion",
    ),
    pytest.param(
        DIGITS_SWAPPED,
        [(Kind.NUMBER, {"Courier"}, {"Ledger": "13,420", "Courier": "14,320", "Beacon": "13,420"})],
        id="digits swapped",
    ),
    pytest.param(
        TWO_SIDES, [(Kind.NUMBER, set(), {"Ledger": "472", "Courier": "427"})], id="two sides, nobody odd"
    ),
    pytest.param(
        {
            "Ledger": "A painting by Ilse Moravec was sold for 640,000 euros at an auction in Lund on "
            "Friday.",
            "Courier": "An auction in Lund fetched 64,000 euros on Friday for a painting by Ilse Moravec.",
            "Beacon": "The painting by Ilse Moravec went for 640,000 euros in Lund on Friday.",
        },
        [
            (
                Kind.FIGURE,
                {"Courier"},
                {"Ledger": "640,000 euros", "Courier": "64,000 euros", "Beacon": "640,000 euros"},
            )
        ],
        id="factor of ten",
    ),
    pytest.param(
        {
            "Ledger": "The old lighthouse at Marrow Point was sold for $850,000 on Thursday. The buyer was "
            "not named.",
            "Courier": "An unnamed buyer paid €850,000 on Thursday for the old lighthouse at Marrow Point.",
            "Beacon": "The lighthouse at Marrow Point went to an unnamed buyer for $850,000 on Thursday.",
        },
        [
            (
                Kind.FIGURE,
                {"Courier"},
                {"Ledger": "$850,000", "Courier": "€850,000", "Beacon": "$850,000"},
            )
        ],
        id="currency",
    ),
    pytest.param(
        {
            "Ledger": "Rents in Lund rose by 6.2 percent in the past year, the statistics office said on "
            "Monday.",
            "Courier": "The statistics office said on Monday that rents in Lund had risen 2.6 percent in a "
            "year.",
            "Beacon": "Rents in Lund are 6.2 percent higher than a year ago, according to the statistics "
            "office.",
        },
        [
            (
                Kind.FIGURE,
                {"Courier"},
                {"Ledger": "6.2 percent", "Courier": "2.6 percent", "Beacon": "6.2 percent"},
            )
        ],
        id="share",
    ),
    pytest.param(
        {
            "Ledger": "A climber, Jonas Velten, 34, died on Mount Karsk on Saturday. His rope had broken.",
            "Courier": "Jonas Velten, 43, died in a fall on Mount Karsk on Saturday when his rope broke.",
            "Beacon": "The 34-year-old Jonas Velten fell to his death on Mount Karsk on Saturday.",
        },
        [(Kind.NUMBER, {"Courier"}, {"Ledger": "34", "Courier": "43", "Beacon": "34"})],
        id="age of one person",
    ),
    pytest.param(
        OFFICE,
        [
            (
                Kind.ROLE,
                {"Courier"},
                {"Ledger": "Justice Minister", "Courier": "interior minister", "Beacon": "justice minister"},
            )
        ],
        id="office of one person",
    ),
    pytest.param(
        {
            "Ledger": "The mayor of Brackwell, Hugo Lindt, opened the new market hall on Saturday. Six "
            "hundred people came.",
            "Courier": "The new market hall was opened on Saturday by the mayor of Brackwell, Simon Aske. "
            "Six hundred people came.",
            "Beacon": "The mayor of Brackwell, Hugo Lindt, cut the ribbon of the new market hall on "
            "Saturday.",
        },
        [
            (
                Kind.NAME,
                {"Courier"},
                {"Ledger": "Hugo Lindt", "Courier": "Simon Aske", "Beacon": "Hugo Lindt"},
            )
        ],
        id="who holds an office",
    ),
    pytest.param(
        DROPPED_NOT,
        [
            (
                Kind.QUOTE,
                {"Courier"},
                {"Ledger": "will not sell", "Courier": "will sell", "Beacon": "will not sell"},
            )
        ],
        id="quotation without its not",
    ),
    pytest.param(
        {
            "Ledger": "“The bridge was never safe for lorries of that weight,” said Olga Brandt, the "
            "engineer, on Tuesday. The bridge fell into the Sarn river on Monday.",
            "Courier": "The bridge over the Sarn fell on Monday. “The bridge was never safe for lorries of "
            "that weight,” said Peter Nyholm on Tuesday.",
            "Beacon": "“The bridge was never safe for lorries of that weight,” Olga Brandt said after it "
            "fell into the Sarn.",
        },
        [
            (
                Kind.QUOTE,
                {"Courier"},
                {"Ledger": "Olga Brandt", "Courier": "Peter Nyholm", "Beacon": "Olga Brandt"},
            )
        ],
        id="who said it",
    ),
    pytest.param(
        CALLED_OFF,
        [
            (
                Kind.STATUS,
                {"Courier"},
                {"Ledger": "postponed", "Courier": "cancelled", "Beacon": "postponed"},
            )
        ],
        id="postponed and cancelled",
    ),
    pytest.param(
        {
            "Ledger": "A court in Norrby acquitted the shipowner Lars Amundsen of fraud on Friday. The "
            "trial took six weeks.",
            "Courier": "A court in Norrby convicted the shipowner Lars Amundsen of fraud on Friday after a "
            "trial of six weeks.",
            "Beacon": "The shipowner Lars Amundsen was acquitted of fraud on Friday in Norrby.",
        },
        [
            (
                Kind.STATUS,
                {"Courier"},
                {"Ledger": "acquitted", "Courier": "convicted", "Beacon": "acquitted"},
            )
        ],
        id="acquitted and convicted",
    ),
    pytest.param(
        {
            "Ledger": "The trial of the former treasurer of Oskil will begin on Monday, 12 May 2031. He "
            "denies the theft.",
            "Courier": "The trial of Oskil's former treasurer, who denies the theft, will begin on Tuesday, "
            "12 May 2031.",
            "Beacon": "The former treasurer of Oskil goes on trial on 12 May 2031. He denies that he stole "
            "from the town.",
        },
        [
            (
                Kind.DATE,
                {"Courier"},
                {"Ledger": "Monday, 12 May 2031", "Courier": "Tuesday, 12 May 2031", "Beacon": "12 May 2031"},
            )
        ],
        id="weekday against date",
    ),
    pytest.param(
        {
            "Ledger": "The strike at the Pellan shipyard will begin on 9 June, the union said on Monday. It "
            "wants higher pay.",
            "Courier": "The union said on Monday that the strike at the Pellan shipyard will begin on 9 "
            "July. It wants higher pay.",
            "Beacon": "Workers at the Pellan shipyard will strike from 9 June for higher pay, their union "
            "said.",
        },
        [(Kind.DATE, {"Courier"}, {"Ledger": "9 June", "Courier": "9 July", "Beacon": "9 June"})],
        id="month",
    ),
    pytest.param(
        {
            "Ledger": "The quake struck Ansgar at 4:15 a.m. on Monday and lasted 20 seconds, the "
            "observatory said.",
            "Courier": "A quake lasting 20 seconds shook Ansgar at 4:15 p.m. on Monday, according to the "
            "observatory.",
            "Beacon": "The observatory said the quake in Ansgar came at 4:15 a.m. on Monday.",
        },
        [
            (
                Kind.DATE,
                {"Courier"},
                {
                    "Ledger": "4:15 a.m. on Monday",
                    "Courier": "4:15 p.m. on Monday",
                    "Beacon": "4:15 a.m. on Monday",
                },
            )
        ],
        id="morning and afternoon",
    ),
    pytest.param(
        {
            "Ledger": "Tamworth Vale Rovers beat Selby Rangers 3-1 on Saturday in the cup final.",
            "Courier": "Tamworth Vale Rovers won the cup final 3-2 against Selby Rangers on Saturday.",
            "Beacon": "Tamworth Vale Rovers beat Selby Rangers 3-1 in Saturday's cup final.",
        },
        [(Kind.NUMBER, {"Courier"}, {"Ledger": "3-1", "Courier": "3-2", "Beacon": "3-1"})],
        id="score",
    ),
    pytest.param(
        {
            "Ledger": "The sculptor Ilse Moravec was born in Lund in 1931. She died on Monday.",
            "Courier": "Ilse Moravec, the sculptor, who was born in Bergen in 1931, died on Monday.",
            "Beacon": "Born in Lund in 1931, the sculptor Ilse Moravec died on Monday.",
        },
        [(Kind.PLACE, {"Courier"}, {"Ledger": "Lund", "Courier": "Bergen", "Beacon": "Lund"})],
        id="birthplace",
    ),
]

INNOCENT = [
    pytest.param(
        {
            "Ledger": "The dam at Corvane cost $4.83 million to repair, the council said on Monday.",
            "Courier": "Repairs to the Corvane dam cost about $5 million, the council said on Monday.",
            "Beacon": "The council spent $4.8 million to repair the Corvane dam, it said on Monday.",
        },
        id="rounding",
    ),
    pytest.param(
        {
            "Ledger": "The fire burned 500 hectares of forest near Tolmin on Monday. It is 10 miles from "
            "the town.",
            "Courier": "About 1,236 acres of forest near Tolmin burned on Monday. The fire is 16 kilometres "
            "from the town.",
        },
        id="conversion of area and distance",
    ),
    pytest.param(
        {
            "Ledger": "It was 30 degrees Celsius in Ansgar on Sunday, the weather service said.",
            "Courier": "Ansgar had 86 degrees Fahrenheit on Sunday, according to the weather service.",
        },
        id="conversion of temperature",
    ),
    pytest.param(
        {
            "Ledger": "The theatre cost 12 million euros, the city of Lund said on Monday.",
            "Courier": "The theatre cost 13 million dollars, the city of Lund said on Monday.",
        },
        id="other currency, other number",
    ),
    pytest.param(
        {
            "Ledger": "More than 40 people were injured when a stand collapsed at the Belmar stadium on "
            "Saturday.",
            "Courier": "At least 45 people were injured on Saturday when a stand collapsed at the stadium "
            "in Belmar.",
            "Beacon": "A stand collapsed at the Belmar stadium on Saturday, injuring 47 people.",
        },
        id="bounds",
    ),
    pytest.param(
        {
            "Ledger": "Between 30 and 40 houses were flooded in Arva on Monday.",
            "Courier": "Some 35 houses were flooded in Arva on Monday.",
            "Beacon": "Dozens of houses were flooded in Arva on Monday.",
        },
        id="range, about, dozens",
    ),
    pytest.param(
        {
            "Ledger": "The cathedral of Kessin was finished on June 14, 2011. A service was held on Sunday.",
            "Courier": "The cathedral of Kessin was finished in June 2011. A service was held there on "
            "Sunday.",
            "Beacon": "The cathedral of Kessin, finished in 2011, saw a service on Sunday.",
        },
        id="coarser dates",
    ),
    pytest.param(
        {
            "Ledger": "The bridge was closed on Monday, 5 May 2031, for repairs.",
            "Courier": "The bridge was closed on Monday for repairs.",
            "Beacon": "The bridge was closed yesterday for repairs.",
        },
        id="weekday, date, yesterday",
    ),
    pytest.param(
        {
            "Ledger": "The fair in Holm is on Saturday and Sunday.",
            "Courier": "The fair in Holm takes place at the weekend.",
        },
        id="weekend",
    ),
    pytest.param(
        {
            "Ledger": "The rocket rose at 14:00 GMT on Monday from Marrow Point.",
            "Courier": "The rocket rose at 10 a.m. EDT on Monday from Marrow Point.",
        },
        id="time zones",
    ),
    pytest.param(
        {
            "Ledger": "The composer Sergei Malinovsky died in Riga on Monday. He wrote nine operas.",
            "Courier": "Sergey Malinovskiy, the composer of nine operas, died in Riga on Monday.",
        },
        id="transliteration",
    ),
    pytest.param(
        {
            "Ledger": "Senator Joseph Harlow will not run again, he said on Monday.",
            "Courier": "Senator Joe Harlow said on Monday that he would not run again.",
        },
        id="nickname",
    ),
    pytest.param(
        {
            "Ledger": "The skier Petr Horák won the race in Lenzing on Sunday.",
            "Courier": "The skier Petr Horak won Sunday's race in Lenzing.",
        },
        id="diacritics",
    ),
    pytest.param(
        {
            "Ledger": "Harold B. Osgood bought the island on Monday for $2 million.",
            "Courier": "Harold Osgood bought the island on Monday for $2 million.",
        },
        id="middle initial",
    ),
    pytest.param(
        {
            "Ledger": "Karel Zelinka was arrested in Brno on Monday. His wife Olga Zelinka was questioned.",
            "Courier": "Olga Zelinka was questioned on Monday after the arrest of her husband Karel in Brno.",
        },
        id="two people of one surname",
    ),
    pytest.param(
        {
            "Ledger": "The frigate was built in Britain, Italy and Spain, the navy said on Monday.",
            "Courier": "The navy said on Monday the frigate had been built in the UK, Italy and Spain.",
            "Beacon": "The frigate was built in the United Kingdom, Italy and Spain, the navy said.",
        },
        id="UK and Britain",
    ),
    pytest.param(
        {
            "Ledger": "The World Glacier Union (WGU) met in Tolvik on Monday. The WGU has 40 members.",
            "Courier": "The WGU met in Tolvik on Monday. It has forty members.",
        },
        id="abbreviation",
    ),
    pytest.param(
        {
            "Ledger": "Thousands marched through Belmar on Sunday. Police said 20,000 people took part in "
            "the march.",
            "Courier": "Thousands marched through Belmar on Sunday. Organisers said 50,000 people took part "
            "in the march.",
        },
        id="two speakers' estimates",
    ),
    pytest.param(
        {
            "Ledger": "Twelve people died in the fire at a hotel in Norrby on Sunday, three of them "
            "children. The hotel was built in 1931.",
            "Courier": "Twelve people were killed on Sunday in a hotel fire in Norrby. Among the dead are "
            "three children.",
            "Beacon": "Three children are among the 12 dead of the hotel fire in Norrby on Sunday.",
        },
        id="children among the dead",
    ),
    pytest.param(
        {
            "Ledger": "Fourteen soldiers and 9 civilians were killed in the shelling of Belvash on Sunday.",
            "Courier": "The shelling of Belvash on Sunday killed 9 civilians. The army lost 14 soldiers.",
        },
        id="soldiers and civilians",
    ),
    pytest.param(
        {
            "Ledger": "Police arrested 14 people after the match in Selby on Saturday.",
            "Courier": "Police arrested 14 people after the match in Selby on Saturday. Five of those "
            "arrested were under 18.",
        },
        id="part of a total",
    ),
    pytest.param(
        {
            "Ledger": "The storm killed four people in Arva and seven in Sella on Friday.",
            "Courier": "Seven people died in Sella in Friday's storm. In Arva four people died.",
        },
        id="two places",
    ),
    pytest.param(
        {
            "Ledger": "A landslide killed 12 people in the village of Arva on Monday. In 1987 a landslide "
            "killed 31 people in the same valley.",
            "Courier": "Twelve people died in a landslide in Arva on Monday.",
        },
        id="another event in the past",
    ),
    pytest.param(
        {
            "Ledger": "Unemployment in Orlan rose to 5.4 percent in April, the statistics office said. It "
            "was 5.1 percent in March.",
            "Courier": "Unemployment in Orlan was 5.4 percent in April, up 0.3 points, the statistics "
            "office said.",
        },
        id="level and change",
    ),
    pytest.param(
        {
            "Ledger": "The museum in Tolvik reopened on Monday.\n\nThe museum in Tolvik, May 3, 2029. "
            "(Photo: Ada Lund)\n\nIt had been closed since 2028.",
            "Courier": "The museum in Tolvik reopened on Monday.\n\nFile photo: visitors at the museum in "
            "Tolvik, August 9, 2027. (AP Photo/Ole Brandt)\n\nIt had been closed since 2028.",
        },
        id="captions",
    ),
    pytest.param(
        {
            "Ledger": "The council of Dunmere will spend $3 million on a pool. Mayor Hugo Lindt said so on "
            "Monday.\n\n2 Responses\n\n1. It was $30 million last time I looked. And the mayor is Hugo "
            "Lint.\n\nLeave a Reply",
            "Courier": "The Dunmere council will spend $3 million on a pool, Mayor Hugo Lindt said on "
            "Monday.",
        },
        id="comment of a reader",
    ),
    pytest.param(
        {
            "Ledger": "A ferry with 212 passengers ran aground off Marrow Point on Monday. Nobody was "
            "hurt.\n\nRelated posts\nFerry with 400 passengers runs aground off Marrow Point\nFive hurt on "
            "ferry",
            "Courier": "A ferry with 212 passengers ran aground off Marrow Point on Monday. Nobody was hurt.",
        },
        id="links to other stories",
    ),
    pytest.param(
        {
            "Ledger": "Professor Edda Rohn won the prize on Friday. She studies glaciers.",
            "Courier": "The prize was won on Friday by Edda Rohn, the director of the ice institute in "
            "Tolvik.",
            "Beacon": "Dr. Edda Rohn, a spokeswoman for the ice institute in Tolvik, won the prize on "
            "Friday.",
        },
        id="posts that one person can have",
    ),
    pytest.param(
        {
            "Ledger": "Petra Salim, the former interior minister, was elected mayor of Oskil on Sunday.",
            "Courier": "Mayor Petra Salim of Oskil took office after Sunday's vote.",
        },
        id="former office",
    ),
    pytest.param(
        {
            "Ledger": "The mayor of Brackwell, Hugo Lindt, and the mayor of Holm met on Monday.",
            "Courier": "The mayor of Holm, Simon Aske, met the mayor of Brackwell on Monday.",
        },
        id="mayors of two towns",
    ),
    pytest.param(
        {
            "Ledger": "The trial lasted two and a half hours and heard 21 witnesses on Friday.",
            "Courier": "The court heard twenty-one witnesses on Friday in a trial that lasted 2½ hours.",
            "Beacon": "In a two-and-a-half-hour trial on Friday the court heard 21 witnesses.",
        },
        id="words and digits",
    ),
    pytest.param(
        {
            "Ledger": "A dozen horses escaped from a stable in Arva on Monday.",
            "Courier": "Twelve horses escaped from a stable at Arva on Monday.",
            "Beacon": "12 horses escaped from an Arva stable on Monday.",
        },
        id="dozen",
    ),
    pytest.param(
        {
            "Ledger": "Two climbers died on Mount Karsk on Saturday. Jonas Velten, 34, had climbed for "
            "years.",
            "Courier": "Two climbers died on Mount Karsk on Saturday. One was Peter Nyholm, 41.",
        },
        id="ages of two people",
    ),
    pytest.param(
        {
            "Ledger": "“It is a very sad day for all of us here,” said Mayor Hugo Lindt on Monday.",
            "Courier": "“It's a very sad day for all of us here,” Mayor Hugo Lindt said on Monday.",
        },
        id="contraction in a quotation",
    ),
    pytest.param(
        {
            "Ledger": "“We will not sell the island to any foreign company,” Ana Torvald said on Monday.",
            "Courier": "Ana Torvald said on Monday that the island would not go “to any foreign company”.",
        },
        id="part of a quotation",
    ),
    pytest.param(
        {
            "Ledger": "The organisers postponed the Velmar marathon on Thursday because of the heat.",
            "Courier": "The Velmar marathon was put off on Thursday because of the heat.",
            "Beacon": "The organisers delayed the Velmar marathon on Thursday because of heat.",
        },
        id="postponed in other words",
    ),
    pytest.param(
        {
            "Ledger": "A lorry carrying 300 hens overturned near Arva on Tuesday. The driver, 52, was not "
            "hurt. The road was closed for three hours.",
            "Courier": "A lorry overturned near Arva on Tuesday. It took 20 firefighters two hours to catch "
            "the hens, police said.",
        },
        id="different details",
    ),
    pytest.param(
        {"Ledger": "The tower is 300 metres high.", "Courier": "The 984-foot tower was closed."},
        id="conversion of height",
    ),
    pytest.param(
        {"Ledger": "A third of the forest burned.", "Courier": "Some 33 percent of the forest burned."},
        id="fraction and percent",
    ),
    pytest.param(
        {
            "Ledger": "The fair opens on 9/10/2031 in Holm.",
            "Courier": "The fair in Holm opens on 10 September 2031.",
        },
        id="date in digits",
    ),
    pytest.param(
        {
            "Ledger": "Shares of Hallam Trust fell 8 percent on Thursday after its profit fell 12 percent.",
            "Courier": "Hallam Trust said profit fell 12 percent. Its shares lost 8 percent on Thursday, "
            "and sales rose 3 percent.",
        },
        id="shares and profit",
    ),
    pytest.param(
        {
            "Ledger": "The Reform Party won 61 of 120 seats in Orlan on Sunday with 44 percent of the vote.",
            "Courier": "With 44 percent of the vote the Reform Party won the election in Orlan on Sunday. "
            "Its rival got 38 percent and 47 seats.",
        },
        id="two parties",
    ),
    pytest.param(
        {
            "Ledger": "The finance minister, Petra Salim, presented the budget on Monday.",
            "Courier": "The defence minister, Lars Amundsen, welcomed the budget on Monday.",
        },
        id="two ministers",
    ),
    pytest.param(
        {
            "Ledger": "Lars Amundsen was acquitted on Friday.",
            "Courier": "His partner Peter Nyholm was convicted on Friday. Lars Amundsen left the court free.",
        },
        id="verdicts on two people",
    ),
    pytest.param(
        {
            "Ledger": "Witness Clara Brenning saw the fire in Tolvik on Sunday. The fire chief, Ole Brandt, "
            "said it began in a kitchen.",
            "Courier": "The fire in Tolvik on Sunday began in a kitchen, said Ole Brandt, the fire chief. A "
            "neighbour, Carl Benning, had called for help.",
        },
        id="different people",
    ),
]

LAWFUL = [
    # One story of each kind, for what must hold of every check.
    pytest.param(YEAR_SLIP, id="date"),
    pytest.param(MISSPELT, id="name"),
    pytest.param(DIGITS_SWAPPED, id="number"),
    pytest.param(TWO_SIDES, id="two sides"),
    pytest.param(DROPPED_NOT, id="quotation"),
    pytest.param(CALLED_OFF, id="status"),
    pytest.param(OFFICE, id="office"),
]
