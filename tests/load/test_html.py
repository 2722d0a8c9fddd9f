from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from discrepancy.load import load_articles
from discrepancy.load.html import read_page

CEST = timezone(timedelta(hours=2))
MORNING, NOON = datetime(2024, 5, 12, 8, 30, tzinfo=CEST), datetime(2024, 5, 12, 12, 5, tzinfo=UTC)
PAGE = """<html><head><title>Mayor quits</title>{}</head><body><article><h1>Mayor quits</h1>{}
<p>The mayor of Norvik resigned on Monday after a dispute over the “budget” for the harbour.</p>
<p>Her deputy, Lee Tan, takes over until the election in September, the council said.</p></article>
</body></html>"""
ARTICLE = {
    "@type": "NewsArticle",
    "datePublished": "2024-05-12T08:30:00+02:00",
    "dateModified": "2024-05-12T12:05Z",
}
OTHER = {
    "@type": "NewsArticle",
    "datePublished": "2011-01-01T00:10:00Z",
    "dateModified": "2011-01-02T00:10:00Z",
}


def ld(*nodes: object, wrap: str = "{}", kind: str = "application/ld+json") -> str:
    scripts = (wrap.format(node if isinstance(node, str) else json.dumps(node)) for node in nodes)
    return "".join(f'<script type="{kind}">{script}</script>' for script in scripts)


def meta(**named: str) -> str:
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in named.items()
    )


def times(head: str, body: str = "") -> tuple[object, object]:
    values = read_page(PAGE.format(head, body).encode(), "x").values
    return values["published"], values["modified"]


SAID = ARTICLE | {"@context": "https://schema.org"}
BROKEN = json.dumps(SAID).replace('"NewsArticle",', '"NewsArticle", "description": "so "called"",')


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(ld(SAID), id="node"),
        pytest.param(ld([{"@type": "WebSite"}, SAID]), id="list"),
        pytest.param(
            ld({"@context": "https://schema.org", "@graph": [OTHER | {"@type": "WebPage"}, ARTICLE]}),
            id="graph",
        ),
        pytest.param(ld({"@type": "WebPage", "mainEntity": ARTICLE}), id="main-entity"),
        pytest.param(ld(SAID | {"@type": ["Article", "ReportageNewsArticle"]}), id="two-types"),
        pytest.param(ld(SAID | {"@type": "http://schema.org/NewsArticle"}), id="type-in-full"),
        pytest.param(ld(SAID | {"@type": "LiveBlogPosting", "liveBlogUpdate": [OTHER]}), id="live-blog"),
        pytest.param(ld({"@type": "ItemList", "itemListElement": [OTHER]}, SAID), id="list-of-others-first"),
        pytest.param(ld("{]", SAID), id="broken-script-before"),
        pytest.param(
            ld(OTHER | {"headline": "Ferry aground"}, SAID | {"headline": "Mayor quits"}), id="teaser-first"
        ),
        pytest.param(ld(" " * 50_000 + json.dumps(SAID) + " " * 50_000), id="white-space"),
        pytest.param(ld(SAID, wrap="<!-- {} -->"), id="in-comment"),
        pytest.param(ld(SAID, wrap="//<![CDATA[\n{}\n//]]>"), id="in-cdata"),
        pytest.param(ld(SAID, wrap="{};"), id="semicolon"),
        pytest.param(ld(json.dumps(SAID)[:-1] + ",}"), id="trailing-comma"),
        pytest.param(ld(BROKEN), id="broken-json"),
        pytest.param(ld(SAID, kind="application/ld+json; charset=utf-8"), id="type-with-charset"),
        pytest.param(ld(SAID) + meta(article__published_time="2024-05-13T00:00:01Z"), id="before-opengraph"),
        pytest.param(
            meta(
                article__published_time="2024-05-12T08:30:00+02:00",
                article__modified_time="2024-05-12T12:05:00Z",
            ),
            id="opengraph",
        ),
        pytest.param(
            meta(
                article__published_time="2024-05-12T08:30:00+02:00", og__updated_time="2024-05-12T12:05:00Z"
            ),
            id="updated-time",
        ),
        pytest.param(
            ld(SAID | {"datePublished": "2024-05-12", "dateModified": "today"})
            + meta(
                article__published_time="2024-05-12T08:30:00+02:00",
                article__modified_time="2024-05-12T12:05Z",
            ),
            id="better-than-a-bare-day",
        ),
    ],
)
def test_times_stated_in_markup(head: str) -> None:
    published, modified = times(head)
    assert (published, modified) == (MORNING, NOON)
    assert published is not None
    assert published.utcoffset() == timedelta(hours=2)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        pytest.param(ld(OTHER | {"@type": "WebPage"}), "", OTHER, id="page-alone"),
        pytest.param(ld(SAID | {"datePublished": "2024-05-12"}), "", "2024-05-12", id="day"),
        pytest.param(ld(SAID | {"datePublished": "2024-05-12T08:30"}), "", "2024-05-12T08:30", id="no-zone"),
        pytest.param(meta(article__published_time="1970-01-01T00:00:00Z"), "", None, id="placeholder"),
        pytest.param(
            "",
            '<time itemprop="datePublished" datetime="2024-05-12T08:30">x</time>',
            "2024-05-12T08:30",
            id="time",
        ),
        pytest.param("", "", None, id="nothing"),
    ],
)
def test_published(head: str, body: str, published: object) -> None:
    expected = published["datePublished"] if isinstance(published, dict) else published
    found, _ = times(head, body)
    moment = datetime.fromisoformat(expected) if isinstance(expected, str) else None
    assert found == moment


def test_day_printed_for_people_is_left_to_the_library() -> None:
    head = '<meta name="dcterms.date" content="2024-05-12">'
    assert times(head) == ("2024-05-12", None)


def test_headline_and_outlet_from_json_ld(tmp_path: Path) -> None:
    node = SAID | {
        "headline": "Mayor quits &amp; goes",
        "publisher": {"@type": "Organization", "name": "Norvik Post"},
    }
    path = tmp_path / "page.html"
    path.write_text(PAGE.format(ld(node), "").replace("<title>Mayor quits</title>", "").replace("h1>", "h2>"))
    (article,) = load_articles([path]).articles
    assert (article.title, article.source) == ("Mayor quits & goes", "Norvik Post")


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("[" * 100_000, id="deep"),
        pytest.param('{"@type": 3, "datePublished": {"@value": []}}', id="types"),
        pytest.param(
            '{"@type": "NewsArticle", "datePublished": [], "publisher": [], "headline": {}}', id="empty"
        ),
        pytest.param(
            '{"@type": "NewsArticle", "datePublished": "99999-01-01", "publisher": ["x"]}', id="year"
        ),
        pytest.param('"NewsArticle"', id="string"),
        pytest.param("", id="nothing"),
    ],
)
def test_odd_json_costs_only_itself(script: str) -> None:
    assert times(ld(script) + meta(article__published_time="2024-05-12T08:30:00+02:00"))[0] == MORNING


def test_address_and_charset_given_from_outside() -> None:
    data = PAGE.format('<meta charset="utf-8">', "").encode("cp1252")
    page = read_page(data, "x", charset="windows-1252", url="https://norvik.example/1")
    assert (page.values["url"], page.encoding) == ("https://norvik.example/1", "windows-1252")
    assert "“budget”" in str(page.values["text"])
