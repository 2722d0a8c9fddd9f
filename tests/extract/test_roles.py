"""Offices as the sentence ties them to people; former ones are none, and coming ones are marked."""

from __future__ import annotations

import pytest

from discrepancy.extract.names import extract_names
from discrepancy.extract.roles import extract_roles
from discrepancy.model import Kind, Mention, Phrase
from tests.reading import read


def roles_of(text: str) -> list[Mention]:
    document = read(text)
    return list(extract_roles(document, extract_names([document])[0]))


@pytest.mark.parametrize(
    ("text", "printed", "post", "words", "owner"),
    [
        pytest.param(
            "Transport Minister Ann Roe resigned on Monday.",
            "Transport Minister",
            "minister",
            {"transport"},
            "Ann Roe",
            id="before the name",
        ),
        pytest.param(
            "It was a passenger, 29-year-old Ann Roe, who called for help.",
            "passenger",
            "passenger",
            {"a"},
            "Ann Roe",
            id="an age between title and name",
        ),
        pytest.param(
            "A passenger named Ann Roe called for help.",
            "passenger",
            "passenger",
            {"a"},
            "Ann Roe",
            id="named so",
        ),
        pytest.param(
            "The party's leader and finance minister, Ann Roe, has stepped down.",
            "finance minister",
            "minister",
            {"finance", "party"},
            "Ann Roe",
            id="the second of two titles has its own field",
        ),
        pytest.param(
            "The lead investigator Dr. Ann Roe denied it.",
            "lead investigator",
            "lead_author",
            set(),
            "Ann Roe",
            id="a doctor's title before the name",
        ),
        pytest.param(
            "Her coach of nine years, Ann Roe, takes over.",
            "coach",
            "coach",
            set(),
            "Ann Roe",
            id="a number before the name",
        ),
        pytest.param(
            "Her co-trainer, Ann Roe, takes over.",
            "co-trainer",
            "assistant_coach",
            set(),
            "Ann Roe",
            id="a trainer beside another",
        ),
        pytest.param(
            "The treasurer, Father Karl Roe, signed it.",
            "treasurer",
            "treasurer",
            set(),
            "Karl Roe",
            id="a style before the name",
        ),
        pytest.param(
            "Ann Roe joins the bank as finance director.",
            "finance director",
            "finance_chief",
            {"incoming"},
            "Ann Roe",
            id="joins a body as",
        ),
        pytest.param(
            "Ann Roe serves the club as treasurer.",
            "treasurer",
            "treasurer",
            set(),
            "Ann Roe",
            id="serves a body as",
        ),
        pytest.param(
            "Eva Lund chose Karl Roe as editor.",
            "editor",
            "editor",
            {"incoming"},
            "Karl Roe",
            id="chosen by somebody",
        ),
        pytest.param(
            "Ann Roe will act in her place.",
            "act in her place",
            "head",
            {"acting"},
            "Ann Roe",
            id="acts in another's place",
        ),
        pytest.param(
            "Ann Roe is in charge for now.",
            "is in charge",
            "head",
            {"acting"},
            "Ann Roe",
            id="in charge for now",
        ),
        pytest.param(
            "His deputy, Ann Roe, was silent.",
            "deputy",
            "deputy_head",
            set(),
            "Ann Roe",
            id="somebody's deputy",
        ),
        pytest.param(
            "Ann Roe, number two at the watchdog, agreed.",
            "number two",
            "deputy_head",
            set(),
            "Ann Roe",
            id="number two",
        ),
        pytest.param(
            "Ann Roe, prosecuting, told the jury of it.",
            "prosecuting",
            "prosecutor",
            set(),
            "Ann Roe",
            id="prosecuting",
        ),
        pytest.param(
            "Ann Roe, for the defence, called it thin.",
            "for the defence",
            "defence_lawyer",
            set(),
            "Ann Roe",
            id="for the defence",
        ),
        pytest.param(
            "Ann Roe, who negotiated for Norway, was tired.",
            "negotiated",
            "chief_negotiator",
            {"norway"},
            "Ann Roe",
            id="negotiated for a country",
        ),
        pytest.param(
            "Ann Roe, an outsider who was not involved in the study, was surprised.",
            "not involved in the study",
            "outsider",
            set(),
            "Ann Roe",
            id="no part in the study",
        ),
        pytest.param(
            "Ann Roe, a co-author of the paper, was surprised.",
            "co-author",
            "author",
            {"a", "paper"},
            "Ann Roe",
            id="part in the paper",
        ),
        pytest.param(
            "The general manager, Ann Roe, will leave the hotel.",
            "general manager",
            "manager",
            set(),
            "Ann Roe",
            id="general manager",
        ),
        pytest.param(
            "Ann Roe, 49, the transport minister, resigned.",
            "transport minister",
            "minister",
            {"transport"},
            "Ann Roe",
            id="after name and age",
        ),
        pytest.param(
            "The transport minister, Ann Roe, resigned.",
            "transport minister",
            "minister",
            {"transport"},
            "Ann Roe",
            id="before a comma",
        ),
        pytest.param(
            "Ann Roe is the transport minister.",
            "transport minister",
            "minister",
            {"transport"},
            "Ann Roe",
            id="predicate",
        ),
        pytest.param(
            "The mayor of Brackwell, Hugo Lindt, spoke.",
            "mayor",
            "mayor",
            {"brackwell"},
            "Hugo Lindt",
            id="complement between",
        ),
        pytest.param(
            "Hugo Lindt, mayor of Brackwell, spoke.",
            "mayor",
            "mayor",
            {"brackwell"},
            "Hugo Lindt",
            id="complement after",
        ),
        pytest.param(
            "Clara Brenning, the company's CEO, spoke.",
            "CEO",
            "chief_executive",
            set(),
            "Clara Brenning",
            id="abbreviation",
        ),
        pytest.param(
            "Chief Executive Clara Brenning spoke.",
            "Chief Executive",
            "chief_executive",
            set(),
            "Clara Brenning",
            id="two words",
        ),
        pytest.param(
            "Deputy Foreign Minister Petra Salim spoke.",
            "Deputy Foreign Minister",
            "minister",
            {"deputy", "foreign"},
            "Petra Salim",
            id="deputy",
        ),
        pytest.param(
            "Petra Salim, born in Velten, is vice-rector for research.",
            "vice-rector",
            "rector",
            {"vice", "research"},
            "Petra Salim",
            id="vice, with a hyphen",
        ),
        pytest.param(
            "The Velten minister for foreign trade, Petra Salim, spoke.",
            "Velten minister",
            "minister",
            {"velten", "foreign_trade"},
            "Petra Salim",
            id="two words for one field",
        ),
        pytest.param(
            "Petra Salim turns into the health minister.",
            "health minister",
            "minister",
            {"health", "incoming"},
            "Petra Salim",
            id="turns into",
        ),
        pytest.param(
            "Petra Salim was best actress for her role as a nun.",
            "best actress",
            "best_actress",
            set(),
            "Petra Salim",
            id="award",
        ),
        pytest.param(
            "The award for best actress went to Petra Salim.",
            "best actress",
            "best_actress",
            set(),
            "Petra Salim",
            id="award that goes to somebody",
        ),
        pytest.param(
            "Petra Salim took the best supporting actress award.",
            "best supporting actress",
            "best_supporting_actress",
            set(),
            "Petra Salim",
            id="award that somebody takes",
        ),
        pytest.param(
            "Petra Salim was named player of the match.",
            "player of the match",
            "player_of_the_match",
            set(),
            "Petra Salim",
            id="award of a match",
        ),
        pytest.param(
            "Hugo Lindt met Ana Torvald, the prime minister.",
            "prime minister",
            "prime_minister",
            set(),
            "Ana Torvald",
            id="second person of the sentence",
        ),
        pytest.param(
            "Justice Minister Dr Ana Torvald resigned.",
            "Justice Minister",
            "minister",
            {"justice"},
            "Ana Torvald",
            id="a form of address before the name",
        ),
        pytest.param(
            "Vice-Chancellor Prof. Ana Torvald read the names.",
            "Vice-Chancellor",
            "vice_chancellor",
            set(),
            "Ana Torvald",
            id="a form of address that is a post",
        ),
        pytest.param(
            "Rector Dr. Ana Torvald read the names.",
            "Rector",
            "rector",
            set(),
            "Ana Torvald",
            id="a form of address with a stop",
        ),
        pytest.param(
            "Hugo Lindt, the club's sporting director, flew home.",
            "sporting director",
            "sporting_director",
            set(),
            "Hugo Lindt",
            id="sporting director",
        ),
        pytest.param(
            "Ann Roe, in charge of the rescue, had 70 people there.",
            "in charge of",
            "head",
            {"rescue"},
            "Ann Roe",
            id="in charge of something",
        ),
        pytest.param(
            "The woman in charge of the mission, Ann Roe, wept.",
            "in charge of",
            "head",
            {"mission"},
            "Ann Roe",
            id="in charge, before the name",
        ),
        pytest.param(
            "The dean of the cathedral, the Rev. Tom Hale, blessed them.",
            "dean",
            "dean",
            {"cathedral"},
            "Tom Hale",
            id="before the Rev.",
        ),
        pytest.param(
            "The man, a former security guard of the bank named Tom Hale, gave up.",
            "former security guard",
            "security_guard",
            {"former", "bank"},
            "Tom Hale",
            id="named so behind whose he is",
        ),
        pytest.param(
            "For the defence, Ms Ann Roe told jurors of a stranger.",
            "For the defence",
            "defence_lawyer",
            set(),
            "Ann Roe",
            id="for a side, before the name",
        ),
    ],
)
def test_role(text: str, printed: str, post: str, words: set[str], owner: str) -> None:
    (role,) = roles_of(text)
    assert role.kind is Kind.ROLE
    assert role.text == printed == text[role.start : role.end]
    assert isinstance(role.value, Phrase)
    assert role.value.normal == post
    assert set(role.value.lemmas) == words
    assert role.owner == owner


def test_every_person_has_their_own() -> None:
    text = "Justice Minister Petra Salim blamed the police. Lars Amundsen, the interior minister, was silent."
    assert [(role.text, role.owner) for role in roles_of(text)] == [
        ("Justice Minister", "Petra Salim"),
        ("interior minister", "Lars Amundsen"),
    ]


@pytest.mark.parametrize("rank", ["Sgt.", "Lt.", "Captain", "Commodore"])
def test_a_spokesman_with_a_rank(rank: str) -> None:
    found = roles_of(f"The mill was empty, police spokesman {rank} Ann Roe said.")
    assert ("police spokesman", "spokesperson", "Ann Roe") in [
        (r.text, r.value.normal, r.owner) for r in found
    ]


def test_a_spokeswoman_with_a_hyphenated_rank() -> None:
    roles = roles_of("It is over, army spokeswoman Lieutenant-Colonel Ann Roe said.")
    assert {role.value.normal for role in roles} == {"spokesperson", "lieutenant_colonel"}


def test_two_joined_before_the_name() -> None:
    roles = roles_of("Founder and chief executive Ann Roe resigned.")
    assert [(role.text, role.owner) for role in roles] == [
        ("Founder", "Ann Roe"),
        ("chief executive", "Ann Roe"),
    ]


def test_one_person_has_two() -> None:
    found = roles_of("The principal, Professor Edda Rohn, spoke.")
    assert [(role.text, role.owner) for role in found] == [
        ("principal", "Edda Rohn"),
        ("Professor", "Edda Rohn"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Petra Salim will become justice minister.",
            ("justice minister", "minister", {"justice", "incoming"}, "Petra Salim"),
            id="will become",
        ),
        pytest.param(
            "Petra Salim will be Holmland's next justice minister.",
            ("next justice minister", "minister", {"justice", "incoming", "holmland"}, "Petra Salim"),
            id="will be the next",
        ),
        pytest.param(
            "The prime minister shook up his cabinet, handing the justice ministry to Petra Salim.",
            ("justice ministry", "minister", {"justice", "incoming"}, "Petra Salim"),
            id="ministry handed",
        ),
        pytest.param(
            "Petra Salim was given the post of interior minister.",
            ("interior minister", "minister", {"interior", "incoming"}, "Petra Salim"),
            id="post given",
        ),
        pytest.param(
            "Petra Salim moves to justice.",
            ("justice", "minister", {"justice", "incoming"}, "Petra Salim"),
            id="bare portfolio",
        ),
        pytest.param(
            "The defence portfolio goes to Petra Salim.",
            ("defence portfolio", "minister", {"defence", "incoming"}, "Petra Salim"),
            id="portfolio that goes to somebody",
        ),
        pytest.param(
            "Petra Salim takes charge of the health ministry.",
            ("health ministry", "minister", {"health", "incoming"}, "Petra Salim"),
            id="charge of a ministry",
        ),
        pytest.param(
            "Petra Salim will head the interior ministry.",
            ("head", "minister", {"interior", "incoming"}, "Petra Salim"),
            id="will head a ministry",
        ),
        pytest.param(
            "Petra Salim heads the interior ministry.",
            ("heads", "minister", {"interior"}, "Petra Salim"),
            id="heads a ministry",
        ),
        pytest.param(
            "Petra Salim is to be interior minister.",
            ("interior minister", "minister", {"interior", "incoming"}, "Petra Salim"),
            id="is to be",
        ),
        pytest.param(
            "Ann Roe was named defence minister.",
            ("defence minister", "minister", {"defence", "incoming"}, "Ann Roe"),
            id="named",
        ),
        pytest.param(
            "As acting mayor until the autumn will serve the councillor Petra Salim.",
            ("acting mayor", "mayor", {"acting", "incoming"}, "Petra Salim"),
            id="acting, and put first",
        ),
        pytest.param(
            "Petra Salim, described by the court as the clan's treasurer, was silent.",
            ("treasurer", "treasurer", {"clan"}, "Petra Salim"),
            id="described as",
        ),
        pytest.param(
            "Ann Roe described Petra Salim as the treasurer of the clan.",
            ("treasurer", "treasurer", {"clan"}, "Petra Salim"),
            id="described by another",
        ),
        pytest.param(
            "Petra Salim, a director of Holm Foods, spoke.",
            ("director", "director", {"holm", "foods", "a"}, "Petra Salim"),
            id="one of several",
        ),
        pytest.param(
            "The 57-year-old head of the guild, Petra Salim, spoke.",
            ("head", "head", {"guild"}, "Petra Salim"),
            id="age before the title",
        ),
        pytest.param(
            "Chief of the new group will be Petra Salim.",
            ("Chief", "chief_executive", {"incoming"}, "Petra Salim"),
            id="chief of a company",
        ),
        pytest.param(
            "Petra Salim, president and chief executive of Holm Foods, spoke.",
            ("president", "president", {"holm", "foods"}, "Petra Salim"),
            id="two titles with one complement",
        ),
        pytest.param(
            "Secretary of the Holm Club Petra Salim spoke.",
            ("Secretary", "secretary", {"holm"}, "Petra Salim"),
            id="complement up to the name",
        ),
        pytest.param(
            "Petra Salim (Holm Rovers) won by a second.",
            ("Holm Rovers", "member of Holm Rovers", {"holm", "rovers"}, "Petra Salim"),
            id="team in brackets",
        ),
        pytest.param(
            "Former Transport Minister Petra Salim resigned.",
            ("Former Transport Minister", "minister", {"transport", "former"}, "Petra Salim"),
            id="former before",
        ),
        pytest.param(
            "Petra Salim, the former mayor, spoke.",
            ("former mayor", "mayor", {"former"}, "Petra Salim"),
            id="former after",
        ),
        pytest.param(
            "The one-time senator Petra Salim spoke.",
            ("senator", "senator", {"former"}, "Petra Salim"),
            id="one-time",
        ),
        pytest.param(
            "Petra Salim, the finance minister's cousin, spoke.",
            ("cousin", "kin_cousin", {"minister"}, "Petra Salim"),
            id="kin of somebody",
        ),
        pytest.param(
            "She was found by her sister-in-law, Petra Salim.",
            ("sister-in-law", "kin_sibling_in_law", {"her", "female"}, "Petra Salim"),
            id="kin of a pronoun",
        ),
        pytest.param(
            "Simon Aske handed the farm to his niece Petra Salim.",
            ("niece", "kin_nephew", {"Aske", "his", "female"}, "Petra Salim"),
            id="kin of who is named before",
        ),
        pytest.param(
            "Petra Salim, mother of the dead girl, wept.",
            ("mother", "kin_parent", {"girl", "female"}, "Petra Salim"),
            id="kin behind the name",
        ),
        pytest.param(
            "The bend was too tight, said Petra Salim, speaking for the tramway company.",
            ("speaking", "spokesperson", {"tramway", "company"}, "Petra Salim"),
            id="speaking for a body",
        ),
        pytest.param(
            "Petra Salim of the Holm-Velten team won by a second.",
            ("Holm-Velten", "member of Holm-Velten", {"holm", "velten"}, "Petra Salim"),
            id="team behind the name",
        ),
    ],
)
def test_standing(text: str, expected: tuple[str, str, set[str], str]) -> None:
    found = [
        (role.text, role.value.normal, set(role.value.lemmas), role.owner)
        for role in roles_of(text)
        if isinstance(role.value, Phrase)
    ]
    assert expected in found
    assert len({owner for *_, owner in found}) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Petra Salim, who has managed the plant since last year, spoke.",
            [("managed", "manager", {"plant"})],
            id="manages a plant",
        ),
        pytest.param(
            "Petra Salim, who runs the transmission utility, spoke.",
            [("runs", "head", {"transmission", "utility"})],
            id="runs a body",
        ),
        pytest.param(
            "Petra Salim, who has run the city's fire service since 2019, spoke.",
            [("run", "fire_chief", set())],
            id="runs a service whose head has a title",
        ),
        pytest.param(
            "Petra Salim, the chief of the fire brigade of Holm, spoke.",
            [("chief", "fire_chief", {"holm"})],
            id="chief of a service whose head has a title",
        ),
        pytest.param(
            "Petra Salim, who used to be our justice minister, spoke.",
            [("justice minister", "minister", {"justice", "former"})],
            id="used to be",
        ),
        pytest.param(
            "Petra Salim, who holds the portfolio for culture, spoke.",
            [("holds", "minister", {"culture"})],
            id="holds a portfolio",
        ),
        pytest.param(
            "The lawyer of the surgeon, Petra Salim, spoke.",
            [("lawyer", "lawyer", {"surgeon"})],
            id="whom somebody works for",
        ),
        pytest.param(
            "Lindt's sister and coach, Petra Salim, danced.",
            [("sister", "kin_sibling", {"Lindt", "female"}), ("coach", "coach", set())],
            id="kin with an office",
        ),
        pytest.param(
            "Edda Lindt, who is coached by her aunt, former champion Petra Salim, won.",
            [("aunt", "kin_uncle", {"Lindt", "her", "female"})],
            id="kin with a description before the name",
        ),
        pytest.param(
            "Simon Aske is the husband of her sister.",
            [("husband", "kin_sibling_in_law", {"her", "male"})],
            id="husband of a sister",
        ),
        pytest.param(
            "The house belongs to his wife's brother, Simon Aske.",
            [("brother", "kin_sibling_in_law", {"his", "male"})],
            id="brother of a wife",
        ),
        pytest.param(
            "Petra Salim, who speaks for the harbour police, was brief.",
            [("speaks", "spokesperson", {"harbour", "police"})],
            id="speaks for a body",
        ),
        pytest.param(
            "Petra Salim, who has trained Edda Rohn since 2020, smiled.",
            [("trained", "coach", {"edda", "rohn"})],
            id="trains somebody",
        ),
        pytest.param(
            "Petra Salim, who represents the family, spoke.",
            [("represents", "lawyer", {"family"})],
            id="represents a family",
        ),
        pytest.param("Petra Salim ran the company until 2010.", [], id="ran a company once"),
        pytest.param("Petra Salim runs two hotels.", [], id="runs hotels"),
        pytest.param("Petra Salim spoke for an hour.", [], id="for a time"),
        pytest.param("Petra Salim is defending the plan.", [], id="defends a thing"),
        pytest.param(
            "“It is too late,” Governor Petra Salim said.",
            [("Governor", "governor", set())],
            id="a word of the quotation before",
        ),
        pytest.param(
            "Mayor Petra Salim said the road was closed until Monday.",
            [("Mayor", "mayor", set())],
            id="until something else",
        ),
        pytest.param(
            "Petra Salim, the trade minister until last week, was silent.",
            [("trade minister", "minister", {"trade"})],
            id="until these days",
        ),
        pytest.param(
            "Petra Salim, a nurse and union leader, spoke.",
            [("nurse", "nurse", {"a"}), ("union leader", "head", {"union"})],
            id="two in a row",
        ),
        pytest.param(
            "Mine manager Petra Salim spoke.", [("Mine manager", "manager", {"mine"})], id="of a mine"
        ),
        pytest.param(
            "Holm manager Petra Salim spoke.", [("Holm manager", "coach", {"holm"})], id="of a team"
        ),
    ],
)
def test_post(text: str, expected: list[tuple[str, str, set[str]]]) -> None:
    found = [r for r in roles_of(text) if isinstance(r.value, Phrase)]
    assert [(r.text, r.value.normal, set(r.value.lemmas)) for r in found] == expected


def test_each_of_a_row_has_their_own() -> None:
    text = "Governor Tavin Hale, Mayor Petra Salim, Police Chief Simon Aske and Sheriff Orso Orrin spoke."
    assert [(role.text, role.owner) for role in roles_of(text)] == [
        ("Governor", "Tavin Hale"),
        ("Mayor", "Petra Salim"),
        ("Police Chief", "Simon Aske"),
        ("Sheriff", "Orso Orrin"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("The mutineers fled. Their leader, Petra Salim, was caught.", {"rebels"}, id="their"),
        pytest.param(
            "The head of the Lund clan was jailed. This head, Petra Salim, was silent.",
            {"lund", "clan"},
            id="this",
        ),
        pytest.param("The farmers fled. Their leader, Petra Salim, was caught.", set(), id="no known group"),
        pytest.param("The mutineers fled. The leader, Petra Salim, was caught.", set(), id="no pointer"),
    ],
)
def test_pointer(text: str, words: set[str]) -> None:
    role = roles_of(text)[-1]
    assert isinstance(role.value, Phrase)
    assert role.value.normal == "head"
    assert set(role.value.lemmas) == words


def test_the_title_pointed_back_to_is_found_too() -> None:
    found = roles_of("The head of the Lund clan was jailed. This head, Petra Salim, was silent.")
    assert [(role.text, role.sentence, role.owner) for role in found] == [
        ("head", 0, "Petra Salim"),
        ("head", 1, "Petra Salim"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The incoming mayor, Hugo Lindt, spoke.", id="incoming"),
        pytest.param("Mayor-elect Hugo Lindt spoke.", id="elect"),
        pytest.param("Hugo Lindt, who was mayor until 2019, spoke.", id="until"),
        pytest.param("The mayor spoke to Hugo Lindt on Monday.", id="two people"),
        pytest.param("Hugo Lindt criticised the mayor.", id="object"),
        pytest.param("The mayor opened the hall.", id="nobody named"),
        pytest.param("Hugo Lindt opened the hall.", id="no office"),
        pytest.param("But coffee queen Petra Salim smiled.", id="queen of a trade"),
        pytest.param("The undisputed king of the crossword, Hugo Lindt, spoke.", id="king of a pastime"),
        pytest.param("Petra Salim was nominated for best actress.", id="nominated"),
        pytest.param("Petra Salim was best actress in a comedy.", id="one award of several"),
        pytest.param("Petra Salim was best actress last year.", id="award of another year"),
        pytest.param("Their best player, Petra Salim, was hurt.", id="an opinion"),
        pytest.param("Petra Salim was the best player on the pitch.", id="another opinion"),
        pytest.param("Ann Roe holds the finance minister's gaze.", id="holds no portfolio"),
        pytest.param("Ann Roe held the justice portfolio.", id="held a portfolio"),
        pytest.param("Hugo Lindt, a father of three, spoke.", id="nobody's father"),
        pytest.param("Father Hugo Lindt spoke.", id="a cleric"),
        pytest.param("Tom Baker opened the hall.", id="title as a surname"),
        pytest.param("A trainer of the team and Petra Salim spoke.", id="somebody else joined to it"),
        pytest.param("The leader of the clan Lindt spoke to Petra Salim.", id="name of the clan"),
        pytest.param("Petra Salim was appointed justice minister in 2019.", id="appointed long ago"),
        pytest.param("Petra Salim hopes to become mayor.", id="hoped for"),
        pytest.param("Petra Salim would become mayor if her party won.", id="conditional"),
        pytest.param("Petra Salim may become mayor.", id="possible office"),
        pytest.param("Petra Salim is not the mayor.", id="denied"),
        pytest.param("Petra Salim could be given the justice ministry.", id="possible"),
        pytest.param("Ann Roe gave evidence to the justice ministry.", id="no office given"),
        pytest.param("Ann Roe moved to finance her studies.", id="no portfolio"),
        pytest.param("Petra Salim blamed Ann Roe (pictured).", id="no affiliation"),
        pytest.param("Petra Salim of the Holm law firm spoke.", id="name that narrows a noun"),
        pytest.param("Petra Salim said nobody was in charge of the rescue.", id="nobody in charge"),
        pytest.param("A bad day for the defence, Petra Salim said.", id="for a side, of something else"),
    ],
)
def test_no_role(text: str) -> None:
    assert [(role.text, role.owner) for role in roles_of(text)] == []
