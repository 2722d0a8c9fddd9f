from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.clean import mark_passages
from discrepancy.model import Article, Zone

TITLE = "Mayor of Norvik quits over harbour"
PARAGRAPH = (
    "The mayor of Norvik resigned on Monday after a long dispute with the council over the budget "
    "for the new harbour, her office said in a short statement."
)


def zones(*lines: str, title: str | None = TITLE) -> list[str]:
    article = Article("a", "Norvik Post", "\n".join(lines), title)
    return [passage.zone.value for passage in mark_passages(article) if passage.field == "text"]


def case(line: str, zone: str) -> object:
    return pytest.param(line, zone, id=re.sub(r"\W+", "-", line)[:50])


BODY = [
    "Comments by the minister angered farmers on Monday.",
    "Related talks continued on Monday.",
    "Search teams found three bodies on Tuesday.",
    "Home prices rose 4.2 percent in March.",
    "Followers of the sect were arrested.",
    "Share prices fell 3% on Friday.",
    "Advertisement revenue fell by 12%.",
    "Watch sales rose to 3 million.",
    "Popular support for the law fell to 31%.",
    "Tags were attached to 45 whales.",
    "Photos showed at least 12 tanks.",
    "By Monday, the river had risen 3 metres.",
    "By midnight 5,000 homes had lost power.",
    "By Thursday",
    "From Oslo, the minister flew to Bergen.",
    "Updated figures show 12 dead.",
    "UPDATE 3-Fire kills 12 in Norvik",
    "Published in 1998, the book sold 2 million copies.",
    "Reporting by the broadcaster found that 12 people had died.",
    "Written evidence was given by 14 witnesses.",
    "Copyright law changes on 1 June.",
    "Sign up for the scheme by 31 March, farmers were told.",
    "Stay with relatives if you can, the mayor said.",
    "Tell us the truth, the families demanded.",
    "This report by the ministry lists 31 cases.",
    "The post office was first robbed in 1994.",
    "The views expressed by voters differ.",
    "Correction of the course took 3 minutes.",
    "File-sharing site fined 3 million",
    "NORVIK, Norway (NW) — At least 17 people died.",
    "OSLO (NW) - At least 12 people died.",
    "At least 12 people died, the agency said. (Reuters)",
    "The fine was paid (court file 33).",
    "Her second novel (published in 2019) sold well; the third (published in 2021).",
    "Police identified him from an undated photo found at the house.",
    "One new tax credit: 12 percent for families",
    "15:20 — Government reaction. The premier calls for calm.",
    "1. Ada Brook (NOR) 2:06:41",
    "- 12 people were arrested",
    "Attendance: 23,400",
    "3 responses were received by noon.",
    "12 comments were deleted, the court heard.",
    "Leave a reply on his machine, the court told Brook.",
    "No comment",
    "Menu prices rose 3%.",
    "Brook | 43% | 12 seats",
    "Ada Brook, editor of the Norvik Post, was arrested.",
    "Loading docks were closed.",
    "Like our neighbours, we voted.",
    "They sent troops to 5000 villages",
    "The ship is registered in Oslo and no longer sails.",
]

BYLINE = [
    "By Ada Brook",
    "by admin",
    "By ADA BROOK and LEE J. TAN",
    "By Ada Brook, health correspondent",
    "By Ada Brook and Lee van Tan in Oslo",
    "By Norvik Wire on Wed 07/08/2026 03:21pm",
    "By Night Desk | 7 min read | Share",
    "By Our Staff Reporter",
    "From our correspondent in Oslo",
    "From Ada Brook, Oslo",
    "Our Correspondent | Oslo",
    "Ada Brook, Health correspondent, Oslo",
    "Text: Ada Brook. Photos: Lee Tan",
    "(AP)",
    "— AP/Reuters",
    "(Reporting by Ada Brook; Editing by Lee Tan and Ola Vik)",
    "Additional reporting by Norvik Wire",
    "— With files from Norvik Wire",
    "Staff writer Ada Brook contributed to this report.",
    "Contributing: Post reporter Ada Brook; The Associated Press",
    "Updated 5:12 p.m.",
    "Updated Tuesday 1.50 pm",
    "UPDATED 13:20 Oslo time, Monday",
    "UPDATE (4:35 p.m. 7/8/26)",
    "Published: Friday, 7/10/2026 - Updated: 5 days ago",
    "Updated 6.05pm. Reporting by Ada Brook, 3 News",
    "April 23, 2013 6:12 AM",
    "3 min read",
    "Posted by Admin in Harbours",
    "ada.brook@norvik.example",
    "(313) 555-2134",
]

CAPTION = [
    "Ada Brook, right, and Lee Tan, left, at the harbour, April 29, 2022. (AP Photo/Ola Vik, File)",
    "Photo: The harbour in winter, 12 December 2023.",
    "Foto: Arhiv NP, 1970 / Ola Vik, 12.05.2024",
    "Photo Credit: Norvik News (NN)",
    "The harbour at dawn. Ola Vik/Getty Images",
    "Getty Images",
    "Image 1 of 9",
    "Image caption: The harbour reopened in 2021. Photo: O. Vik",
    "Ada Brook (Photo: Family photo)",
    "PHOTO: The lab, Nov. 9, 2022. (Staff file photo)",
    "FILE - Ada Brook speaks in Oslo, May 3, 2021.",
    "Ada Brook is seen in this undated photo released by police.",
    "(© 2016 KNVK)",
    "The mayor leaves. (Published Sunday, May 31, 2015)",
    "Image 3 of 7 Boats in the basin at dusk, Friday, July 10, 2026. Photo: Ola Vik",
    "The harbour after the storm, police said. View Full Caption Post/Ola Vik",
]

CLUTTER = [
    "Home » News » Harbour",
    "Home > News > Norway",
    "Home / Road / Results",
    "Search",
    "Close this search box.",
    "Share | Tweet | Print",
    "Share this: Facebook | X | Email",
    "0 shares",
    "Tags: harbour, mayor, 2024",
    "RELATED: A visitor's map of the old harbour",
    "► Related: The mayor's dog",
    "FLASHBACK: The fire of 1991, when 214 sheep were lost",
    "From our archives: The harbour in 1950",
    "On this day: The lamp was lit in 1888",
    "You may also like: Our 20 favourite harbours | Copper gains 0.7%",
    "Read more: Harbour hours cut by 12 a week",
    "Also today: Ferry fares up 5% | Weather: 9C, breezy",
    "Weather tomorrow: 8°C | USD 10.42 | GBP 13.15",
    "Watch: The tunnel, filmed in 2019",
    "LISTEN: “We rowed until the lamp went out” (9 min)",
    "Got a story? WhatsApp us on +47 555 000 112",
    "Next bulletin at 7. Ring our newsroom on 0555 010 222.",
    "Subscribe for €7 a month or €70 a year.",
    "Sign up for our newsletter | 5 free stories left",
    "Join the Norvik community and hear it first!",
    "Advertisement",
    "Story continues below advertisement",
    "Click here for the full report.",
    "Copyright 2025 NVK. All rights reserved.",
    "© Norvik Post",
    "Cookies: we value your privacy",
    "We use cookies to improve your visit.",
    "Disclaimer: 78% of accounts lose money.",
    "Post poll: Would you pay more for a new ferry? 61% no (318 votes)",
    "Correction: An earlier version of this article misstated the width of the quay.",
    "This article was amended on 3 May to correct the mayor's age.",
    "Text your postcode to 40055 (€0.50 per SMS)",
    "The Norvik Post, registered in England no. 00112",
    "Did you see it happen? Get in touch with our newsroom.",
    "+ Two dead in ferry crash",
    "https://norvik.example/harbour",
    "* * *",
]

LINES = [
    case(line, zone)
    for zone, lines in (("body", BODY), ("byline", BYLINE), ("caption", CAPTION), ("clutter", CLUTTER))
    for line in lines
]


@pytest.mark.parametrize(("line", "zone"), LINES)
def test_line_in_the_middle_of_a_report(line: str, zone: str) -> None:
    found = zones(PARAGRAPH, PARAGRAPH, line, PARAGRAPH)
    assert found == ["body", "body", zone, "body"]


@pytest.mark.parametrize(
    "heading",
    [
        "Leave a Reply",
        "Leave a Comment",
        "3 Responses",
        "14 Comments",
        "Comments (38)",
        "7 comments · 112 likes",
        "Share: Facebook · X | 64 comments",
        "6 thoughts on “Mayor quits”",
        "Leave a reply. Name* Email* Website",
    ],
)
def test_nothing_resumes_after_comments(heading: str) -> None:
    assert zones(PARAGRAPH, PARAGRAPH, heading, "Brenda says: shame!", PARAGRAPH)[2:] == ["clutter"] * 3


def test_comment_count_above_the_report_ends_nothing() -> None:
    found = zones(
        "By Ada Brook", "The mayor has gone, and the harbour stays.", "14 Comments", *[PARAGRAPH] * 5
    )
    assert found == ["byline", "body", "clutter", *["body"] * 5]


@pytest.mark.parametrize("heading", ["Related posts", "Related:", "Most read", "Popular Posts", "Read more"])
def test_list_of_links_ends_with_the_next_sentence(heading: str) -> None:
    links = ["Ferry sinks off Vik", "1. Nine foods to avoid", "• Is this the end of 12 ferries?"]
    assert zones(PARAGRAPH, heading, *links, PARAGRAPH) == ["body", *["clutter"] * 4, "body"]


@pytest.mark.parametrize(
    ("first", "zone"),
    [
        pytest.param(TITLE, "title", id="same"),
        pytest.param("MAYOR OF NORVIK QUITS OVER HARBOUR", "title", id="capitals"),
        pytest.param(f"{TITLE} - The Norvik Post", "title", id="with-outlet"),
        pytest.param(f"Home » {TITLE}", "clutter", id="breadcrumb"),
        pytest.param("Mayor of Vik quits", "body", id="another"),
        pytest.param("Posted by Admin in Harbours | 14 Comments", "byline", id="byline-with-comments"),
        pytest.param("Ada Brook", "byline", id="signature"),
        pytest.param("Ada Brook, Oslo", "byline", id="signature-with-place"),
    ],
)
def test_first_line(first: str, zone: str) -> None:
    assert zones(first, PARAGRAPH) == [zone, "body"]


def test_name_on_the_first_line_may_be_the_headline_when_there_is_no_title() -> None:
    assert zones("Ada Brook", PARAGRAPH, title=None) == ["body", "body"]


def test_outlet_under_the_byline() -> None:
    assert zones("By Ada Brook", "The Norvik Journal-Post", PARAGRAPH) == ["byline", "byline", "body"]


def test_report_in_one_line_is_body() -> None:
    assert zones("Home » News " + PARAGRAPH * 5 + " (AP Photo/Ola Vik) Leave a Reply") == ["body"]


def test_title_passage_comes_first_without_blank_space() -> None:
    passages = mark_passages(Article("a", "s", "\n\n  One.  \r\n\tTwo.\n", title="  UPDATE 3-Mayor quits \n"))
    spans = [(p.field, p.zone, p.start, p.end) for p in passages]
    assert spans == [
        ("title", Zone.TITLE, 2, 22),
        ("text", Zone.BODY, 4, 8),
        ("text", Zone.BODY, 13, 17),
    ]


LINE = st.one_of(
    st.sampled_from([*BODY, *BYLINE, *CAPTION, *CLUTTER, "Leave a Reply", "Related posts", PARAGRAPH, TITLE]),
    st.text(max_size=80),
)


@given(
    st.lists(LINE, max_size=12),
    st.sampled_from(["\n", "\r\n", "\n\n", "\u2028"]),
    st.none() | st.text(max_size=40),
)
def test_every_visible_character_is_covered_once(parts: list[str], gap: str, title: str | None) -> None:
    article = Article("a", "s", gap.join(parts), title)
    passages = mark_passages(article)
    for field in ("title", "text"):
        content = article.read(field)
        spans = [(p.start, p.end) for p in passages if p.field == field]
        covered = [i for start, end in spans for i in range(start, end)]
        assert covered == sorted(set(covered))
        assert all(content[s:e] and content[s:e] == content[s:e].strip() for s, e in spans)
        assert {i for i, c in enumerate(content) if not c.isspace()} <= set(covered)
    assert all(p.field == "title" for p in passages[:1] if title and title.strip())


SHARED = Path(__file__).resolve().parents[1] / "../shared"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled stories are not part of the repository")
def test_no_labelled_conflict_lies_outside_the_report() -> None:
    lost = []
    for path in [*SHARED.glob("stories/*.json"), *SHARED.glob("everyday/*.json")]:
        story = json.loads(path.read_text(encoding="utf-8"))
        articles = {a["id"]: Article(a["id"], "s", a["text"], a["title"]) for a in story["articles"]}
        for value in (value for slot in story["gold"] for value in slot["values"]):
            article = articles[value["article"]]
            at = [m.start() for m in re.finditer(re.escape(value["text"]), article.text)]
            if value.get("field", "text") != "text" or len(at) != 1:
                continue
            zone = next(
                p.zone for p in mark_passages(article) if p.field == "text" and p.start <= at[0] < p.end
            )
            lost += [] if zone.is_reporting else [(path.name, value["text"], zone.value)]
    assert lost == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "Norvik fire kills two Posted: Tuesday, May 6, 2031 9:15 PM CST Updated: May 7",
            ["body", "byline"],
            id="headline with stamps",
        ),
        pytest.param(
            "The list was Posted: it had 12 names on Sunday.", ["body"], id="words behind the colon"
        ),
    ],
)
def test_stamp_behind_words(line: str, expected: list[str]) -> None:
    assert zones(line, title=None) == expected


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        pytest.param("Norvik Gazette, 6 May 2031", "byline", id="comma"),
        pytest.param("The Herald of Norvik — Tuesday, 6 May 2031", "byline", id="dash"),
        pytest.param("Gazette | May 6, 2031 9:15 GMT", "byline", id="bar"),
        pytest.param("Norvik Gazette, 2031-05-06", "byline", id="ISO"),
        pytest.param("Ines Quillard, 54", "body", id="age"),
        pytest.param("Elections, 2031", "body", id="year alone"),
        pytest.param("Two dead, 6 May 2031", "body", id="no name"),
        pytest.param("Norvik Gazette, 6 May 2031, found it", "body", id="more words"),
    ],
)
def test_outlet_with_its_day(line: str, zone: str) -> None:
    text = f"Kiln bursts in Norvik\n\n{line}\n\nA kiln burst in Norvik on Tuesday, the fire service said."
    assert zones(text, title=None)[1] == zone
