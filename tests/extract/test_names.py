"""Names in sentences and stories; every person, outlet and event is invented."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.extract.names import extract_names
from discrepancy.language import analyse
from discrepancy.model import Article, Document, Kind, Mention, Name, Passage, Zone
from tests.reading import MODEL, read

SHARED = Path(__file__).resolve().parents[2] / "../shared"


def story(*texts: str, zones: Sequence[Zone] = ()) -> list[Document]:
    articles = [Article(f"a{i}", f"Outlet {i}", text) for i, text in enumerate(texts)]
    kinds = [*zones, *[Zone.BODY] * (len(texts) - len(zones))]
    passages = [[Passage("text", zone, 0, len(text))] for zone, text in zip(kinds, texts, strict=True)]
    return analyse(articles, passages, MODEL)


def values(mentions: Sequence[Mention]) -> list[Name]:
    return [mention.value for mention in mentions if isinstance(mention.value, Name)]


def people(text: str) -> list[str]:
    return [value.form for value in values(extract_names([read(text)])[0]) if value.type == "PERSON"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Police arrested Ada Harlow on Monday.", ["Ada Harlow"], id="plain"),
        pytest.param("Ada Harlow's lawyer appealed.", ["Ada Harlow"], id="possessive"),
        pytest.param("Ada Harlow’s lawyer appealed.", ["Ada Harlow"], id="curly possessive"),
        pytest.param("Principal Moon Ji-sook bowed.", ["Moon Ji-sook"], id="second syllable in lower case"),
        pytest.param("The firm met Ann Roe-era staff.", ["Ann Roe"], id="compound of a name"),
        pytest.param("Mr. Horace Lindqvist resigned.", ["Horace Lindqvist"], id="courtesy title"),
        pytest.param("Commander Tembo Zulani said so.", ["Tembo Zulani"], id="rank"),
        pytest.param("Foreign Minister Ilka Brandt left.", ["Ilka Brandt"], id="office of two words"),
        pytest.param("Race leader Kuno Ekholm fell.", ["Kuno Ekholm"], id="calling in lower case"),
        pytest.param(
            "The dead were Mary Quill, 25; Paul Orrin, 31; and Ted Vance, 8.",
            ["Mary Quill", "Paul Orrin", "Ted Vance"],
            id="list with ages",
        ),
        pytest.param(
            "Velmura Stocken, 31, Ines Brandt, 19, and Ole Farrow, 52, sang.",
            ["Velmura Stocken", "Ines Brandt", "Ole Farrow"],
            id="row of names is no headline",
        ),
        pytest.param("Tamsin Okoru, 34, was hurt.", ["Tamsin Okoru"], id="age"),
        pytest.param("Police held 41-year-old Bram Oduya.", ["Bram Oduya"], id="age before"),
        pytest.param("Pieter van der Holst spoke.", ["Pieter van der Holst"], id="particles"),
        pytest.param("Laura Quist-Bergen spoke.", ["Laura Quist-Bergen"], id="hyphen"),
        pytest.param("Robert Quill Jr. spoke.", ["Robert Quill Jr."], id="suffix"),
        pytest.param("Zdeňka Hořejší spoke to reporters.", ["Zdeňka Hořejší"], id="diacritics"),
        pytest.param("The bill was opposed by J. P. Harlow.", ["J. P. Harlow"], id="initials"),
        pytest.param("Anesthetist Colla Arbo complained about him.", ["Colla Arbo"], id="calling before"),
        pytest.param(
            "Ada Quill spoke. Ada Quill's Lantern Hill is the song of the year.",
            ["Ada Quill", "Ada Quill"],
            id="owner",
        ),
        pytest.param("Welder Bogdan Hertz complained.", ["Bogdan Hertz"], id="trade before"),
        pytest.param("The Secretary of State arrived on Sunday in May.", [], id="offices and days"),
        pytest.param("They flew a Tu-143 and didn’t say why.", [], id="model names and clitics"),
        pytest.param("Russians and a Kenyan took part.", [], id="peoples"),
    ],
)
def test_people_have_tight_spans(text: str, expected: list[str]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("Russian Foreign Minister Ilka Brandt left.", "Russian Foreign Minister", id="before"),
        pytest.param("Dr. Ilka Brandt left.", "Dr.", id="courtesy"),
        pytest.param("The police commander Ilka Brandt left.", "police commander", id="lower case"),
        pytest.param("U.S. Secretary of State Ilka Brandt left.", "U.S. Secretary of State", id="of"),
        pytest.param("Ilka Brandt, president of the union, left.", "president of the union", id="behind"),
        pytest.param("Ilka Brandt, 51, a retired teacher, left.", "retired teacher", id="behind an age"),
        pytest.param("Ilka Brandt, who is mayor of Harlow, left.", "mayor of Harlow", id="relative clause"),
        pytest.param("In the city Ilka Brandt, the mayor said no.", "", id="a subject is no apposition"),
        pytest.param("Yesterday Ilka Brandt left.", "", id="none"),
    ],
)
def test_titles(text: str, title: str) -> None:
    found = [value for value in values(extract_names([read(text)])[0]) if value.form == "Ilka Brandt"]
    assert [value.title for value in found] == [title]


@pytest.mark.parametrize(
    ("texts", "form", "type_"),
    [
        pytest.param(
            ("Mayor Milorad Kesel left.", "Rastko Kesel, the sage of the village, left."),
            "Rastko Kesel",
            "PERSON",
            id="a namesake in the town",
        ),
        pytest.param(
            (
                "A man from Norvex said so.",
                "Norvex said it will close its mill. Norvex has lost money, and Norvex told staff.",
            ),
            "Norvex",
            "ORG",
            id="a man from a firm",
        ),
        pytest.param(
            ("Ann Harlow, 44, died.", "New Harlow lies by the sea."), "New Harlow", "ORG", id="a new town"
        ),
    ],
)
def test_types_by_the_story(texts: tuple[str, ...], form: str, type_: str) -> None:
    found = extract_names([read(text) for text in texts])[-1]
    mention = next(mention for mention in found if mention.text == form)
    assert isinstance(mention.value, Name)
    assert mention.value.type == type_


@pytest.mark.parametrize(
    ("text", "form", "type_"),
    [
        pytest.param("Rain fell in Kyiv and Minsk.", "Kyiv", "PLACE", id="known city"),
        pytest.param("He lives in Harlowmere, Ohio.", "Harlowmere", "PLACE", id="town with its state"),
        pytest.param("The Harlow Trade Union called a strike.", "Harlow Trade Union", "ORG", id="union"),
        pytest.param("Talks at NATO went on.", "NATO", "ORG", id="acronym"),
        pytest.param("They crossed the Harlow Bridge.", "Harlow Bridge", "PLACE", id="bridge"),
        pytest.param("She left for Orlebi, the main town of the island.", "Orlebi", "PLACE", id="explained"),
        pytest.param("Rain fell on the village of Orlebi.", "Orlebi", "PLACE", id="village of"),
        pytest.param(
            "A bus and a lorry collided between Dunmere and Orlebi.", "Dunmere", "PLACE", id="one end"
        ),
        pytest.param(
            "A bus and a lorry collided between Dunmere and Orlebi.", "Orlebi", "PLACE", id="other end"
        ),
        pytest.param(
            "He was held at the station of Szeged on Monday.", "Szeged", "PLACE", id="town in the table"
        ),
        pytest.param("The lights went out in Terminal 3.", "Terminal 3", "PLACE", id="numbered"),
        pytest.param("Three hurt men have been shifted to Evora.", "Evora", "PLACE", id="where to"),
        pytest.param(
            "They lie in intensive care in Banská Bystrica.",
            "Banská Bystrica",
            "PLACE",
            id="town of two words",
        ),
        pytest.param(
            "A record was measured on Tuesday in the town of Cerro Dorado, where tar ran down the roads.",
            "Cerro Dorado",
            "PLACE",
            id="town that the model parts",
        ),
        pytest.param("The 17-year-old from Coimbatore won.", "Coimbatore", "PLACE", id="where from"),
        pytest.param("Mrs. Florence left.", "Florence", "PERSON", id="given name that is a city"),
        pytest.param(
            "The ferry left the harbour of Tanu Verra at ten.", "Tanu Verra", "PLACE", id="harbour of"
        ),
        pytest.param("Villagers of Dorunpada found the jeep.", "Dorunpada", "PLACE", id="who lives there"),
        pytest.param("The 22-year-old from Mirunda moves up.", "Mirunda", "PLACE", id="home of no table"),
        pytest.param("Haro, who comes from Tolo, was seeded sixth.", "Tolo", "PLACE", id="comes from"),
        pytest.param(
            "The transformer at its Merradup substation tripped.", "Merradup", "PLACE", id="substation"
        ),
        pytest.param("A man from Wynarda was hurt in the crash.", "Wynarda", "PLACE", id="a man from"),
        pytest.param("The village Orsolpe was cut off.", "Orsolpe", "PLACE", id="the village before"),
        pytest.param("The Mirunda-born batter made fifty.", "Mirunda", "PLACE", id="born there"),
        pytest.param("The Korva bridge was closed.", "Korva", "PLACE", id="bridge in lower case"),
        pytest.param(
            "They won the Island Salt Cup on Friday.", "Island Salt Cup", "MISC", id="contest of an island"
        ),
        pytest.param("The village Ann Roe grew up in burned.", "Ann Roe", "PERSON", id="clause without that"),
        pytest.param("The plane belonged to Veltra, police said.", "Veltra", "ORG", id="owner of a plane"),
        pytest.param("The money comes from Veltra, she said.", "Veltra", "ORG", id="money from a firm"),
        pytest.param("The analyst from Veltra said so.", "Veltra", "ORG", id="employee"),
    ],
)
def test_types(text: str, form: str, type_: str) -> None:
    found = extract_names([read(text)])[0]
    mention = next(mention for mention in found if mention.text == form)
    assert isinstance(mention.value, Name)
    assert mention.value.type == type_
    assert mention.kind is (Kind.PLACE if type_ == "PLACE" else Kind.NAME)


def test_a_demonym_is_no_place() -> None:
    found = extract_names([read("They met on the Cape Verdean island of Orlebi.")])[0]
    assert "Cape Verdean" not in {mention.text for mention in found}


def canonicals(found: Sequence[Sequence[Mention]]) -> list[dict[str, str]]:
    return [{value.form: value.canonical for value in values(row)} for row in found]


def test_a_full_name_decides_the_type_of_its_surname_everywhere() -> None:
    texts = (
        "Oslek said no. Oslek accused the West. The plan angered Oslek.",
        "Foreign Minister Bogdan Oslek spoke. Oslek left.",
    )
    first, second = extract_names(story(*texts))
    assert {(v.form, v.type) for v in values(first) if v.form == "Oslek"} == {("Oslek", "PERSON")}
    assert {v.canonical for v in values(first) + values(second) if "Oslek" in v.form} == {"Bogdan Oslek"}


@pytest.mark.parametrize(
    ("wrong", "form"),
    [
        pytest.param("Prosecutors charged Brenda brixley with fraud.", "Brenda brixley", id="lower case"),
        pytest.param("Prosecutors charged Brenda Brixly with fraud.", "Brenda Brixly", id="letter lost"),
        pytest.param("Prosecutors charged Brixley Brenda with fraud.", "Brixley Brenda", id="exchanged"),
        pytest.param("Prosecutors charged Brenda Brimmond with fraud.", "Brenda Brimmond", id="other ending"),
    ],
)
def test_a_misspelt_name_is_a_person_of_its_own(wrong: str, form: str) -> None:
    right = "Brenda Brixley, 34, was charged with fraud. Brixley denies it."
    found = extract_names(story(right, wrong))
    assert [(v.form, v.type, v.canonical) for v in values(found[1])] == [(form, "PERSON", form)]
    assert {v.canonical for v in values(found[0])} == {"Brenda Brixley"}


@pytest.mark.parametrize(
    ("left", "right", "canonical"),
    [
        pytest.param("Zdeněk Hořejš", "Zdenek Horejs", "Zdeněk Hořejš", id="diacritics"),
        pytest.param("Sergey Malinov", "Sergei Malinov", None, id="transliteration"),
        pytest.param("Yerzhan Tokmuratov", "Erzhan Toqmuratov", None, id="romanised, each word otherwise"),
        pytest.param("William Quillfeather", "Bill Quillfeather", None, id="nickname"),
        pytest.param("Ada Maria Harlow", "Ada Harlow", "Ada Maria Harlow", id="middle name"),
        pytest.param("Ada Harlow", "A. Harlow", "Ada Harlow", id="initial"),
    ],
)
def test_variants_share_a_canonical_name(left: str, right: str, canonical: str | None) -> None:
    found = extract_names(story(f"Mayor {left} resigned.", f"Mayor {right} resigned."))
    one, other = (values(row)[0].canonical for row in found)
    assert one == other
    assert canonical is None or one == canonical


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Anthony Harlow", "Antony Harlow", id="sound alike"),
        pytest.param("Yerzhan Tokmuratov", "Yerzhan Tokmurotov", id="slip in a romanised name"),
        pytest.param("Amir Mansoub", "Amira Mansoub", id="romanised brother and sister"),
        pytest.param("Harlow Anthony", "Anthony Harlow", id="exchanged"),
        pytest.param("Karel Zelinka", "Olga Zelinka", id="one surname"),
        pytest.param("Ada W. Harlow", "Ada H. Harlow", id="initials"),
        pytest.param("Ada Harlow Jr.", "Ada Harlow Sr.", id="generations"),
    ],
)
def test_other_spellings_and_people_stay_apart(left: str, right: str) -> None:
    found = extract_names(story(f"Mayor {left} resigned.", f"Mayor {right} resigned."))
    assert [values(row)[0].canonical for row in found] == [left, right]


CAIRO = "A ferry sank near Cairo in Egypt. "
PODGORICA = "A ferry sank near Podgorica in Montenegro. "
ULAANBAATAR = "A mine was closed near Ulaanbaatar in Mongolia. "


@pytest.mark.parametrize(
    ("place", "left", "right"),
    [
        pytest.param(CAIRO, "Nesma Shoukran", "Nesma Choukrane", id="no tradition in the name itself"),
        pytest.param(CAIRO, "Yosri Ben Hlima", "Youssri Benhlima", id="two words run into one"),
        pytest.param(CAIRO, "Nesma Bourakba", "Nisma Burakbah", id="each word otherwise"),
        pytest.param(ULAANBAATAR, "Luvsan Tumurdel", "L. Tömördel", id="initial"),
        pytest.param(PODGORICA, "Bratko Gazic", "Bratko Gazhich", id="Latin letters of the home"),
    ],
)
def test_a_story_shows_how_its_names_are_romanised(place: str, left: str, right: str) -> None:
    texts = (f"{place}Mayor {left} resigned.", f"{place}Mayor {right} resigned.")
    assert len(set(map(canonical_mayor, extract_names(story(*texts))))) == 1
    elsewhere = (f"Mayor {left} resigned.", f"Mayor {right} resigned.")
    assert len(set(map(canonical_mayor, extract_names(story(*elsewhere))))) == 2


def canonical_mayor(row: Sequence[Mention]) -> str:
    return next(value.canonical for value in values(row) if value.type == "PERSON")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Audrey Gresner", "Audrey Greesner", id="Western given name and ending"),
        pytest.param("Quilla Pedersen", "Quilla Pederseen", id="Western ending"),
        pytest.param("Walter Shoukran", "Walter Shookran", id="Western given name"),
        pytest.param("Nesma Shoukran", "Nesma Shoukrin", id="letters that no romaniser exchanges"),
        pytest.param("Nesma Shoukran", "Nesma Shuokran", id="letters swapped"),
    ],
)
def test_slips_stay_slips_wherever_a_story_comes_from(left: str, right: str) -> None:
    texts = (f"{CAIRO}Mayor {left} resigned.", f"{CAIRO}Mayor {right} resigned.")
    assert list(map(canonical_mayor, extract_names(story(*texts)))) == [left, right]


@pytest.mark.parametrize(
    "order", [pytest.param((0, 1, 2), id="marked last"), pytest.param((2, 1, 0), id="marked first")]
)
def test_a_marked_letter_joins_the_plain_letters_that_stand_for_it(order: tuple[int, ...]) -> None:
    names = ("Oedun Kjaerhall", "Odun Kjarhall", "Ødun Kjærhall")
    texts = [f"Mayor {names[number]} resigned." for number in order]
    assert set(map(canonical_mayor, extract_names(story(*texts)))) == {"Ødun Kjærhall"}
    apart = extract_names(story(*[f"Mayor {name} resigned." for name in names[:2]]))
    assert list(map(canonical_mayor, apart)) == list(names[:2])


def test_a_surname_follows_the_full_name_of_its_own_article() -> None:
    found = extract_names(
        story(
            "Minister Karel Zelinka resigned. Zelinka gave no reason.",
            "Minister Olga Zelinka resigned. Zelinka gave no reason.",
        )
    )
    assert [row["Zelinka"] for row in canonicals(found)] == ["Karel Zelinka", "Olga Zelinka"]


def test_a_shared_surname_follows_the_last_full_name_or_the_title() -> None:
    text = (
        "Judge Karel Zelinka met Prosecutor Olga Zelinka. Zelinka smiled. Judge Zelinka left. "
        "The case goes on."
    )
    found = [v.canonical for v in values(extract_names([read(text)])[0]) if v.form == "Zelinka"]
    assert found == ["Olga Zelinka", "Karel Zelinka"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Berman told reporters that he would appeal.", ["Berman"], id="subject, no introduction"
        ),
        pytest.param(
            "Fisher and Sullivan were late, said Burke.", ["Fisher", "Sullivan", "Burke"], id="several"
        ),
        pytest.param("He scored 20 goals for the Penguins.", [], id="team"),
        pytest.param("The airline Active Atlantic bought six of them.", [], id="common words"),
        pytest.param("MARROWBY (NWA) - Two people died on Monday.", [], id="dateline"),
        pytest.param("The former Chief Operating Officer, Tim Harlow, left.", ["Tim Harlow"], id="an office"),
        pytest.param("The phone, the Vellora ZKR, has a camera.", [], id="a product's letters"),
        pytest.param("State District Judge Horace Lanyon ruled on Monday.", ["Horace Lanyon"], id="judge"),
        pytest.param(
            "A commander, Major Ibrahim Quill, was held.", ["Ibrahim Quill"], id="a rank, a given name"
        ),
        pytest.param("Its leader, Petra Lindahl-Dam, left.", ["Petra Lindahl-Dam"], id="hyphen before a dam"),
        pytest.param("Leonard Church was charged on Friday.", ["Leonard Church"], id="a church, a surname"),
        pytest.param("They met the mayor of Harlow Falls.", [], id="a place"),
        pytest.param("Staff at the operator Vellora Quade walked out.", [], id="introduced as a body"),
        pytest.param("On Friday Horace Quillon was charged.", ["Horace Quillon"], id="a day before"),
        pytest.param(
            "They named Horace “Duck” Quillon, 24, of Marrowby.",
            ["Horace “Duck” Quillon"],
            id="nickname inside",
        ),
        pytest.param(
            'Winston "Tall" Quillon died months ago, aged 87, and the concert raised money.',
            ['Winston "Tall" Quillon'],
            id="nickname behind a town's name",
        ),
        pytest.param(
            "It was not so, said Marrowby Deputy Chief Leo Schmidt.", ["Leo Schmidt"], id="a town's office"
        ),
        pytest.param("The doctor from Zelinsk, 38, was outside.", [], id="the doctor's age"),
        pytest.param("By Walter V. Quillon 1200 words.", ["Walter V. Quillon"], id="figures behind"),
    ],
)
def test_people_in_a_fragment(text: str, expected: list[str]) -> None:
    assert people(text) == expected


def test_an_acronym_is_tied_to_its_long_form() -> None:
    text = "The Harlow Lorry Union (HLU) called a strike. The HLU has 900 members."
    found = canonicals(extract_names([read(text)]))[0]
    assert found["HLU"] == "Harlow Lorry Union"


def test_names_of_one_country_share_a_canonical_name() -> None:
    found = canonicals(extract_names(story("Ships left Britain.", "Ships left the United Kingdom.")))
    assert found[0]["Britain"] == found[1]["United Kingdom"]


def test_clutter_does_not_decide_types() -> None:
    texts = ("Vessimer Quay, 34, likes this.", "The fair at Vessimer Quay opens in May.")
    alone = extract_names(story(texts[1]))[0]
    beside = extract_names(story(*texts, zones=[Zone.CLUTTER]))
    assert [v.type for v in values(beside[1])] == [v.type for v in values(alone)]
    assert {mention.zone for mention in beside[0]} <= {Zone.CLUTTER}


LEFT = ["Ada", "Harlow", "Minister", "Dr.", "said", "in", "the", "of", "Kyiv", "Union", "34", ",", ".", "Jr."]
RIGHT = [
    "van",
    "’s",
    "-",
    "Zelinka",
    "harlow",
    "(",
    ")",
    "UN",
    "Britain",
    "“",
    "al-Harrani",
    "O’Dell",
    "/",
    "\n",
]
WORDS = st.sampled_from([*LEFT, *RIGHT])


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_every_mention_stands_in_its_article(text: str) -> None:
    found = extract_names([read(text)])[0]
    assert all(text[m.start : m.end] == m.text for m in found)
    assert all(isinstance(m.value, Name) and m.value.form == m.text and m.value.canonical for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@settings(max_examples=20, deadline=None)
@given(st.permutations(["Mayor Ada Harlow left.", "Harlow left.", "Ada harlow left.", "Ada Herlow left."]))
def test_the_order_of_articles_changes_no_name(texts: list[str]) -> None:
    found = canonicals(extract_names(story(*texts)))
    assert {(form, name) for row in found for form, name in row.items()} == {
        ("Ada Harlow", "Ada Harlow"),
        ("Harlow", "Ada Harlow"),
        ("Ada harlow", "Ada harlow"),
        ("Ada Herlow", "Ada Herlow"),
    }


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.exists(), reason="development stories are not at hand")
def test_labelled_names_are_spotted_tightly() -> None:
    tight = total = 0
    for path in sorted((SHARED / "stories").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        documents = [read(a["text"], a["title"]) for a in record["articles"]]
        ids = [a["id"] for a in record["articles"]]
        found = dict(zip(ids, extract_names(documents), strict=True))
        for label in (*record["gold"], *record["benign"]):
            for value in label["values"] if label["kind"] == "name" else ():
                if value["text"][0].isupper() and len(value["text"].split()) < 5:
                    total += 1
                    tight += any(value["text"].endswith(m.text) for m in found[value["article"]])
    assert tight / total > 0.95
