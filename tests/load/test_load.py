from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.errors import InputError
from discrepancy.load import load_articles
from discrepancy.model import Article

BODY = "The mayor of Norvik resigned on Monday. Her deputy, Lee Tan, takes over."


def write(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def jsonl(*records: object) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def only(path: str, **options: object) -> Article:
    (article,) = load_articles([path], **options).articles  # type: ignore[arg-type]
    return article


FULL = {
    "id": "n1",
    "source": "Norvik Post",
    "title": "Mayor quits",
    "published": "2024-05-12T10:30:00+02:00",
    "text": BODY,
    "url": "https://norvik.example/1",
    "story": "mayor",
    "version": "2",
    "modified": "2024-05-12T11:30:00+02:00",
    "status": "usable",
    "note": "Corrects age",
}
MOMENT = datetime(2024, 5, 12, 10, 30, tzinfo=timezone(timedelta(hours=2)))
ARTICLE = Article(
    id="n1",
    source="Norvik Post",
    text=BODY,
    title="Mayor quits",
    published=MOMENT,
    url=FULL["url"],
    story="mayor",
    version="2",
    modified=MOMENT + timedelta(hours=1),
    status="usable",
    note="Corrects age",
)


def table(separator: str) -> str:
    rows = [list(FULL), list(FULL.values())]
    return "\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows) + "\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.jsonl", jsonl(FULL), id="jsonl"),
        pytest.param(
            "a.NDJSON", "\n" + jsonl(FULL | {"extra": [1]}) + "\n", id="ndjson-blank-lines-extra-field"
        ),
        pytest.param("a.jsonl", jsonl(FULL).encode("utf-16"), id="jsonl-utf16"),
        pytest.param("a.jsonl", jsonl(FULL).encode("utf-8-sig"), id="jsonl-bom"),
        pytest.param("a.json", json.dumps(FULL, indent=2), id="json-object"),
        pytest.param("a.json", json.dumps([FULL]), id="json-list"),
        pytest.param(
            "a.json", json.dumps({"n": {"articles": 1}, "articles": [FULL], "z": 0}), id="json-articles"
        ),
        pytest.param("a.csv", table(","), id="csv"),
        pytest.param("a.csv", table(";"), id="csv-semicolon"),
        pytest.param("a.tsv", table("\t"), id="tsv"),
        pytest.param("a.csv", table(",").replace("\n", "\r\n").encode("utf-8-sig"), id="csv-crlf-bom"),
    ],
)
def test_every_field_is_read(tmp_path: Path, name: str, content: str | bytes) -> None:
    article = only(write(tmp_path, name, content))
    assert article.encoding in {"utf-8", "utf-16le"}
    assert replace(article, encoding=None) == ARTICLE


def test_parquet(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    frame = pd.DataFrame([FULL | {"published": MOMENT}, {"text": BODY}])
    frame.assign(extra=1).to_parquet(path)
    first, second = load_articles([path]).articles
    assert first.published == MOMENT
    assert (first.id, first.title, first.version) == ("n1", "Mayor quits", "2")
    assert second == Article("a:2", "a", BODY)


def test_numeric_ids_with_gaps_become_whole_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pd.DataFrame({"id": [7, None], "text": [BODY, BODY], "published": [MOMENT, None]}).to_parquet(path)
    first, second = load_articles([path]).articles
    assert (first.id, first.published, second.id, second.published) == ("7", MOMENT, "a:2", None)


PAGE = """<html><head><title>Mayor quits | Norvik Post</title>
<meta property="og:site_name" content="Norvik Post">
<meta property="og:title" content="Mayor quits">
<meta property="article:published_time" content="2024-05-12T10:30:00+02:00">{}</head>
<body><nav><a href="/">Home</a></nav><article><h1>Mayor quits</h1>
<p>The mayor of Norvik resigned on Monday after a dispute over the “budget” for the harbour.</p>
<p>Her deputy, Lee Tan, takes over until the election in September, the council said.</p></article>
</body></html>
"""


@pytest.mark.parametrize("name", ["page.html", "page.htm"])
def test_html(tmp_path: Path, name: str) -> None:
    article = only(write(tmp_path, name, PAGE.format("")))
    assert (article.id, article.source, article.title) == ("page", "Norvik Post", "Mayor quits")
    assert article.published == MOMENT
    assert "resigned on Monday" in article.text
    assert "<p>" not in article.text


def test_html_in_its_declared_charset(tmp_path: Path) -> None:
    markup = PAGE.format('<meta charset="iso-8859-1">').encode("cp1252")
    assert "“budget”" in only(write(tmp_path, "page.html", markup)).text


def test_html_takes_the_source_from_its_address(tmp_path: Path) -> None:
    link = '<link rel="canonical" href="https://www.norvik.example/2024/mayor">'
    article = only(write(tmp_path, "page.html", PAGE.format(link)))
    assert (article.source, article.url) == ("norvik.example", "https://www.norvik.example/2024/mayor")


TRICKY = "Line one…\r\n\r\n\t “Quoted” – 2½ hours\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_text_is_kept_to_the_character(tmp_path: Path, encoding: str) -> None:
    article = only(write(tmp_path, "one.txt", TRICKY.encode(encoding)))
    assert (article.text, article.id, article.source, article.title) == (TRICKY, "one", "one", None)


def test_text_cut_within_a_character_stays_utf8(tmp_path: Path) -> None:
    whole = "“They are directly involved,” the minister said – “all of them.” Dvořák and Żak agreed … “Yes”"
    assert only(write(tmp_path, "cut.txt", whole.encode()[:-1])).text == whole[:-1] + "\ufffd"


def test_text_in_another_script_is_detected(tmp_path: Path) -> None:
    text = "Мэр города подал в отставку в понедельник после долгого спора с советом о бюджете порта. " * 4
    assert only(write(tmp_path, "ru.txt", text.encode("cp1251"))).text == text


VISIBLE = st.text(
    st.characters(codec="utf-8", exclude_characters="\ufeff", exclude_categories=["Cc", "Cs"]), min_size=1
)


@given(VISIBLE.filter(str.strip), st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_marked_encodings_round_trip(text: str, encoding: str) -> None:
    assert (
        only("-", stdin=io.BytesIO(json.dumps({"text": text}, ensure_ascii=False).encode(encoding))).text
        == text
    )


@given(VISIBLE.filter(str.strip))
def test_utf8_round_trips_through_every_format(text: str) -> None:
    record = json.dumps({"text": text, "id": 1}, ensure_ascii=False)
    quoted = text.replace('"', '""')
    for data in (record, f"[{record}]", f'id,text\n1,"{quoted}"\n'):
        assert only("-", stdin=io.BytesIO(data.encode())).text == text


DEFAULTS = [
    pytest.param({"text": BODY, "url": "https://www.norvik.example/x"}, "norvik.example", id="host"),
    pytest.param(
        {"text": BODY, "source": " ", "url": "norvik.example/x"}, "norvik.example", id="blank-source"
    ),
    pytest.param({"text": BODY, "source": None}, "run", id="stem"),
    pytest.param({"text": BODY, "url": "http://[broken"}, "run", id="broken-address"),
    pytest.param({"text": BODY, "source": float("nan")}, "run", id="nan"),
]


@pytest.mark.parametrize(("record", "source"), DEFAULTS)
def test_source_by_default(tmp_path: Path, record: dict[str, object], source: str) -> None:
    assert only(write(tmp_path, "run.jsonl", jsonl(record))).source == source


def test_ids_by_default_are_stable_and_unique(tmp_path: Path) -> None:
    write(tmp_path, "x/one.txt", BODY)
    write(tmp_path, "y/one.txt", BODY)
    write(tmp_path, "z/one.jsonl", jsonl({"text": BODY, "id": 12}, {"text": BODY}))
    write(tmp_path, "z/two.json", json.dumps([{"text": BODY}, {"text": BODY}]))
    ids = [article.id for article in load_articles([tmp_path]).articles]
    assert ids == ["one", f"{tmp_path.as_posix()}/y/one.txt", "12", "one:2", "two:1", "two:2"]


def test_given_id_wins_over_a_default_one(tmp_path: Path) -> None:
    first = write(tmp_path, "one.txt", BODY)
    second = write(tmp_path, "b.jsonl", jsonl({"text": BODY, "id": "one"}))
    assert [a.id for a in load_articles([first, second]).articles] == [Path(first).as_posix(), "one"]


def test_versions_under_one_id_are_told_apart(tmp_path: Path) -> None:
    lines = [{"id": "n7", "source": "Gazette", "text": f"Text {v}.", "version": v} for v in ("1", "2", "2")]
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(map(json.dumps, lines[:2])), encoding="utf-8")
    assert [article.id for article in load_articles([file]).articles] == ["n7", "n7#2"]
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    with pytest.raises(InputError, match="the id 'n7' that"):
        load_articles([file])


def test_lone_surrogate_is_replaced_in_place(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", '{"text": "a\\ud800b \\ud83d\\ude00"}')
    assert only(path).text == "a\ufffdb \U0001f600"


def test_folder_is_read_in_order_and_the_rest_is_listed(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/z.txt",
        "a/B.TXT",
        ".hidden.txt",
        "~$b.docx",
        ".git/c.txt",
        "photo.jpg",
        "a/README",
    ):
        write(tmp_path, name, BODY)
    loaded = load_articles([tmp_path])
    assert [article.id for article in loaded.articles] == ["B", "z", "b"]
    assert [(Path(s.path).name, s.reason) for s in loaded.skipped] == [
        ("README", "no suffix"),
        ("photo.jpg", "unknown suffix '.jpg'"),
    ]


def test_pattern_is_expanded_and_each_file_read_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "deep/c.txt"):
        write(tmp_path, name, BODY)
    loaded = load_articles([f"{tmp_path}/*.txt", f"{tmp_path}/**/*.txt", f"{tmp_path}/a.txt"])
    assert [article.id for article in loaded.articles] == ["a", "b", "c"]
    (tmp_path / "[a].txt").write_text(BODY)
    assert only(f"{tmp_path}/[a].txt").id == "[a]"


@pytest.mark.parametrize(
    ("data", "ids", "text"),
    [
        pytest.param(jsonl(FULL, FULL | {"id": "n2"}), ["n1", "n2"], BODY, id="jsonl"),
        pytest.param(json.dumps([FULL], indent=1), ["n1"], BODY, id="json-list"),
        pytest.param(json.dumps(FULL, indent=1), ["n1"], BODY, id="json-object"),
        pytest.param(json.dumps({"articles": [FULL]}), ["n1"], BODY, id="json-articles"),
        pytest.param(table(","), ["n1"], BODY, id="csv"),
        pytest.param(table("\t"), ["n1"], BODY, id="tsv"),
        pytest.param("[three sites] The text, source: police\n", ["stdin"], None, id="text-with-bracket"),
        pytest.param("Text, they say, is dead.\nMore", ["stdin"], None, id="text-like-header"),
        pytest.param(PAGE.format(""), ["stdin"], None, id="html"),
    ],
)
def test_standard_input_is_told_by_its_beginning(data: str, ids: list[str], text: str | None) -> None:
    articles = load_articles(["-"], stdin=io.BytesIO(data.encode())).articles
    assert [article.id for article in articles] == ids
    if text is None:
        assert articles[0].text == data or articles[0].title == "Mayor quits"
    else:
        assert articles[0].text == text


def test_parquet_on_standard_input() -> None:
    data = pd.DataFrame([{"text": BODY, "id": "p"}]).to_parquet()
    assert only("-", stdin=io.BytesIO(data)).id == "p"


def test_no_paths_are_no_articles() -> None:
    assert load_articles([]).articles == ()


def test_default_stream_is_the_process_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(BODY.encode())))
    assert only("-").text == BODY


def test_record_of_the_wrong_kind_does_not_hide_the_rest(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", jsonl([1], {"text": BODY, "id": "ok"}, {"text": 3}) + "{")
    loaded = load_articles([path], keep_going=True)
    assert [article.id for article in loaded.articles] == ["ok"]
    assert [skipped.line for skipped in loaded.skipped] == [1, 3, 4]
    with pytest.raises(InputError) as caught:
        load_articles([path])
    assert str(caught.value) == f"{path}:1: a list; expected a JSON object"


def test_names_below_a_base_do_not_depend_on_what_else_is_read(tmp_path):
    for name in ("a/report.txt", "b/report.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("The ferry sank.", encoding="utf-8")
    both = load_articles([tmp_path], base=tmp_path).articles
    one = load_articles([tmp_path / "b"], base=tmp_path).articles
    assert [article.id for article in both] == ["a/report.txt", "b/report.txt"]
    assert one == both[1:]
