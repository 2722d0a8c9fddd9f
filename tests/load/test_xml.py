from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from discrepancy.errors import InputError
from discrepancy.load import load_articles
from discrepancy.load.xml import find_root
from discrepancy.model import Article

CEST = timezone(timedelta(hours=2))


def load(folder: Path, content: str | bytes, name: str = "item.xml") -> Article:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (article,) = load_articles([path]).articles
    return article


G2 = """<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:tidewire.example:20240512:7"
 version="3" standard="NewsML-G2" standardversion="2.33" conformance="power" xml:lang="en">
<catalogRef href="http://tidewire.example/catalog.xml"/>
<itemMeta><itemClass qcode="ninat:{kind}"/><provider qcode="nprov:TIDE"><name>Tidewire</name></provider>
<versionCreated>2024-05-12T12:30:00+02:00</versionCreated><firstCreated>2024-05-12T08:30:00+02:00</firstCreated>
<pubStatus qcode="stat:{status}"/><edNote>Corrects <span>age</span> in third paragraph</edNote></itemMeta>
<contentMeta><headline role="hld:short">Mayor</headline><headline>Mayor quits</headline></contentMeta>
<contentSet>{content}</contentSet>
</newsItem>"""
XHTML = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>
<title>No</title></head><body><p>The mayor of
<b>Norvik</b> resigned.</p><figure><figcaption>No</figcaption></figure><p>Lee&#160;Tan takes over.</p></body>
</html></inlineXML>"""
PLAIN = (
    "<inlineData contenttype='text/plain'>\nThe mayor of Norvik resigned.\nLee Tan takes over.\n</inlineData>"
)


@pytest.mark.parametrize("content", [pytest.param(XHTML, id="xhtml"), pytest.param(PLAIN, id="plain")])
def test_newsml_item(tmp_path: Path, content: str) -> None:
    article = load(tmp_path, G2.format(kind="text", status="usable", content=content))
    assert article == Article(
        id="urn:newsml:tidewire.example:20240512:7#3",
        source="Tidewire",
        text="The mayor of Norvik resigned.\nLee Tan takes over.",
        title="Mayor quits",
        published=datetime(2024, 5, 12, 8, 30, tzinfo=CEST),
        url="urn:newsml:tidewire.example:20240512:7",
        version="3",
        modified=datetime(2024, 5, 12, 12, 30, tzinfo=CEST),
        status="usable",
        note="Corrects age in third paragraph",
        encoding="utf-8",
    )


def test_newsml_item_with_nitf_inside(tmp_path: Path) -> None:
    content = f"<inlineXML contenttype='application/nitf+xml'>{NITF_ROOT}</inlineXML>"
    item = G2.format(kind="text", status="usable", content=content)
    article = load(tmp_path, item.replace("<headline>Mayor quits</headline>", ""))
    assert (article.title, article.text) == ("Mayor", NITF_TEXT)


def test_items_of_a_news_message(tmp_path: Path) -> None:
    one, two = (G2.format(kind="text", status="usable", content=PLAIN).replace(":7", f":{n}") for n in (1, 2))
    picture = G2.format(kind="picture", status="usable", content="<remoteContent href='a.jpg'/>")
    items = (
        "".join(item.partition("?>")[2] for item in (one, two, picture))
        + "<packageItem guid='p'></packageItem>"
    )
    path = tmp_path / "m.xml"
    path.write_text(
        f"<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><header/>"
        f"<itemSet>{items}</itemSet></newsMessage>"
    )
    loaded = load_articles([path])
    assert [a.id.rpartition(":")[2] for a in loaded.articles] == ["1#3", "2#3", "7#3"]
    assert [a.text for a in loaded.articles][2:] == [""]
    assert [s.reason for s in loaded.skipped] == ["a packageitem without a text in it"]


def test_canceled_item_needs_no_text(tmp_path: Path) -> None:
    article = load(tmp_path, G2.format(kind="text", status="canceled", content=""))
    assert (article.status, article.text) == ("canceled", "")


NITF_ROOT = """<nitf><head><title>Norvik mayor</title>
<docdata management-status="usable"><doc-id id-string="tw-7" regsrc="TW"/>
<date.issue norm="20240512T083000+0200"/>
<ed-msg info="Corrects age"/><du-key version="2" key="x"/></docdata>
<pubdata name="Tidewire" date.publication="20240512T090000Z"/>
<revision-history norm="20240512T123000+0200"/></head>
<body><body.head><hedline><hl1>Mayor quits</hl1></hedline><byline>By Una Strand</byline></body.head>
<body.content><block><p>The mayor of <location>Norvik</location>&mdash;again&#8212;resigned.</p>
<media><media-caption>No</media-caption></media>
<table><tr><td>Votes</td><td>12</td></tr></table><ul><li>One</li><li>Two</li></ul></block></body.content>
<body.end><tagline>No</tagline></body.end></body></nitf>""".replace("&mdash;", "—")
NITF_TEXT = "The mayor of Norvik—again—resigned.\nVotes | 12\nOne\nTwo"


@pytest.mark.parametrize(
    ("prolog", "name"),
    [
        pytest.param("", "a.nitf", id="bare"),
        pytest.param(
            '<?xml version="1.0"?>\n<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">\n', "a.xml", id="dtd-named"
        ),
    ],
)
def test_nitf(tmp_path: Path, prolog: str, name: str) -> None:
    article = load(tmp_path, prolog + NITF_ROOT, name)
    assert (article.id, article.source, article.title) == ("tw-7#2", "Tidewire", "Mayor quits")
    assert article.text == NITF_TEXT
    assert article.published == datetime(2024, 5, 12, 8, 30, tzinfo=CEST)
    assert article.modified == datetime(2024, 5, 12, 12, 30, tzinfo=CEST)
    assert (article.status, article.note, article.version) == ("usable", "Corrects age", "2")


def test_reference_that_only_the_absent_dtd_declares_is_read_as_in_html(tmp_path: Path) -> None:
    prolog = '<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">'
    article = load(tmp_path, prolog + NITF_ROOT.replace("—", "&mdash;&nosuch;"))
    assert article.text.startswith("The mayor of Norvik—&nosuch;again")


RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Norvik Post</title>
<item><title>Mayor &amp;amp; deputy quit</title><link>https://norvik.example/1</link>
<pubDate>Sun, 12 May 2024 10:30:00 +0200</pubDate><description>&lt;p&gt;Teaser.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>The mayor of Norvik resigned – “now”.</p><p>Lee Tan takes over.</p>]]>
</content:encoded></item><item><title>Ferry aground</title><link>https://norvik.example/2</link>
<description>A ferry ran aground.</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Norvik Post</title><entry>
<title type="html">Mayor &amp;amp; deputy quit</title><link href="https://norvik.example/1"/>
<published>2024-05-12T10:30:00+02:00</published><updated>2024-05-12T11:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The mayor of Norvik resigned – “now”.</p>
<p>Lee Tan takes over.</p></div></content></entry></feed>"""


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
def test_rss(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "feed.rss"
    path.write_bytes(RSS.format(encoding=encoding).encode(encoding))
    first, second = load_articles([path]).articles
    assert (first.title, first.source, first.url) == (
        "Mayor & deputy quit",
        "norvik.example",
        "https://norvik.example/1",
    )
    assert first.text == "The mayor of Norvik resigned – “now”.\nLee Tan takes over."
    assert (first.published, first.modified) == (datetime(2024, 5, 12, 10, 30, tzinfo=CEST), None)
    assert (second.text, second.published, second.encoding) == ("A ferry ran aground.", None, encoding)


def test_atom(tmp_path: Path) -> None:
    article = load(tmp_path, ATOM)
    assert (article.title, article.url) == ("Mayor & deputy quit", "https://norvik.example/1")
    assert article.text == "The mayor of Norvik resigned – “now”.\nLee Tan takes over."
    assert article.published == datetime(2024, 5, 12, 10, 30, tzinfo=CEST)
    assert article.modified == datetime(2024, 5, 12, 11, 0, tzinfo=UTC)


def test_feed_broken_off_gives_what_is_there_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RSS.format(encoding="utf-8")[:-60])
    loaded = load_articles([path])
    assert [a.title for a in loaded.articles] == ["Mayor & deputy quit", "Ferry aground"]
    assert [(s.line, s.reason.partition(" (")[0]) for s in loaded.skipped] == [(8, "broken XML")]


LOL = "<!DOCTYPE x [{}]>"
BOMB = LOL.format(
    '<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {c} "{f"&{p};" * 10}">' for p, c in zip("abcdefgh", "bcdefghi", strict=True))
)
EXTERNAL = LOL.format('<!ENTITY i SYSTEM "file:///etc/passwd">')
PARAMETER = LOL.format('<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;')
BODIES = {
    "nitf": "<nitf><body><body.content><p>&i;</p></body.content></body></nitf>",
    "g2": "<newsItem guid='x'><contentSet><inlineData>&i;</inlineData></contentSet></newsItem>",
    "rss": "<rss><channel><item><title>&i;</title></item></channel></rss>",
    "atom": "<feed><entry><title>&i;</title></entry></feed>",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
@pytest.mark.parametrize(
    "prolog", [BOMB, EXTERNAL, PARAMETER, EXTERNAL.lower()], ids=["bomb", "external", "parameter", "lower"]
)
def test_entities_are_refused(tmp_path: Path, prolog: str, body: str) -> None:
    with pytest.raises(InputError) as caught:
        load(tmp_path, f'<?xml version="1.0"?>\n<!-- x -->{prolog}\n{body}')
    assert caught.value.found == "an XML document that declares entities"


@pytest.mark.parametrize(
    "hidden",
    [
        pytest.param('<!DOCTYPE x [<!-- ]> --><!ENTITY i "boom">]>', id="behind-a-comment"),
        pytest.param('<!DOCTYPE x [<?p ]> ?><!ENTITY i "boom">]>', id="behind-an-instruction"),
        pytest.param("""<!DOCTYPE x SYSTEM ">" [<!ENTITY i "boom">]>""", id="behind-a-name"),
    ],
)
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_hidden_entities_are_not_expanded(tmp_path: Path, hidden: str, body: str) -> None:
    with pytest.raises(InputError):
        load(tmp_path, hidden + body)


def test_external_dtd_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "own.dtd").write_text('<!ENTITY i "boom">')
    body = BODIES["nitf"].replace("&i;", "Calm. &i;")
    article = load(tmp_path, f'<!DOCTYPE nitf SYSTEM "{tmp_path.as_uri()}/own.dtd">{body}')
    assert article.text == "Calm. &i;"


@pytest.mark.parametrize(
    ("content", "line", "found"),
    [
        pytest.param("<nitf>\n<body>\n</nitf>", 3, "broken XML (opening and ending tag mismatch", id="tags"),
        pytest.param("<report/>", None, "an XML document with the root <report>", id="root"),
        pytest.param("no markup", None, "no XML element", id="text"),
        pytest.param("<newsMessage/>", None, "a news message without items", id="empty-message"),
        pytest.param("<rss><channel/></rss>", None, "a feed without entries", id="empty-feed"),
        pytest.param("<rss><channel>", 1, "a broken feed (no element found", id="broken-feed"),
        pytest.param("<nitf><body/></nitf>", None, "only blank space", id="no-text"),
        pytest.param("", None, "an empty file", id="empty"),
    ],
)
def test_bad_document(tmp_path: Path, content: str, line: int | None, found: str) -> None:
    with pytest.raises(InputError) as caught:
        load(tmp_path, content)
    assert caught.value.line == line
    assert caught.value.found.startswith(found)


@pytest.mark.parametrize(
    ("text", "root"),
    [
        pytest.param("<nitf>", "nitf", id="plain"),
        pytest.param(
            "\n<?xml version='1.0'?><!-- <a> --><!DOCTYPE b [<!ELEMENT c ANY>]>\n<d e='f'>", "d", id="all"
        ),
        pytest.param("<rdf:RDF xmlns:rdf='x'>", "rdf", id="prefix"),
        pytest.param("text <a>", None, id="none"),
        pytest.param("<!-- -->" * 5000 + "x", None, id="comments-without-end"),
        pytest.param(" " * 50_000 + "x", None, id="white-space-without-end"),
    ],
)
def test_root(text: str, root: str | None) -> None:
    assert find_root(text) == root
