from __future__ import annotations

import io
import os
from pathlib import Path

import pandas as pd
import pytest

from discrepancy.errors import InputError
from discrepancy.load import load_articles

GOOD = '{"text": "The mayor quit.", "id": "%s"}\n'

BAD = [
    pytest.param("a.txt", "", None, "an empty file", id="empty"),
    pytest.param("a.txt", " \n\t ", None, "only blank space", id="blank"),
    pytest.param("a.txt", b"\x89PNG\r\n\x1a\n", None, "a PNG image", id="image"),
    pytest.param("a.txt", b"abc\x00\x01\x02def ghi", None, "binary data", id="nul"),
    pytest.param("a.json", b"%PDF-1.7\n", None, "a PDF document", id="pdf"),
    pytest.param("a.jsonl", b"\xff\xd8\xff\xe0", None, "a JPEG image", id="image-as-jsonl"),
    pytest.param("a.jsonl", "", None, "an empty file", id="empty-jsonl"),
    pytest.param("a.jsonl", "\n\n", None, "only blank lines", id="blank-jsonl"),
    pytest.param("a.jsonl", GOOD % 1 + '{"text": "x"\n', 2, "broken JSON", id="broken-line"),
    pytest.param("a.jsonl", GOOD % 1 + "\n" + GOOD % 1, 3, "the id '1' that", id="same-id"),
    pytest.param("a.jsonl", '"x"\n', 1, "a string", id="not-an-object"),
    pytest.param("a.jsonl", "[" * 100_000, 1, "JSON nested too deeply", id="deep"),
    pytest.param("a.jsonl", '{"id": "x"}\n', 1, 'no "text"', id="no-text"),
    pytest.param("a.jsonl", '{"text": null}\n', 1, 'an empty "text"', id="null-text"),
    pytest.param("a.jsonl", '{"text": " "}\n', 1, 'an empty "text"', id="blank-text"),
    pytest.param("a.jsonl", '{"text": 12}\n', 1, '"text" is the number 12', id="number-as-text"),
    pytest.param("a.jsonl", '{"text": ["x"]}\n', 1, '"text" is a list', id="list-as-text"),
    pytest.param(
        "a.jsonl", '{"text": "x", "title": true}\n', 1, '"title" is the boolean true', id="boolean-title"
    ),
    pytest.param(
        "a.jsonl", '{"text": "x", "published": 5}\n', 1, '"published" is the number 5', id="number-as-date"
    ),
    pytest.param("a.jsonl", '{"text": "x", "published": "soon"}\n', 1, "\"published\" is 'soon'", id="date"),
    pytest.param("a.json", '{\n"text": "x",\n}', 3, "broken JSON", id="broken-json"),
    pytest.param("a.json", '[{"text": "x"},\n{"text": "y"}\n{', 3, "broken JSON", id="broken-list"),
    pytest.param("a.json", '[{"text": "x"},\n\n{"text": ""}]', 3, 'an empty "text"', id="empty-text-in-list"),
    pytest.param("a.json", '[{"text": "x"}, 3]', 1, "a number", id="number-in-list"),
    pytest.param("a.json", "[]", None, "an empty list", id="empty-list"),
    pytest.param("a.json", '{"articles": []}', None, "an empty list", id="empty-articles"),
    pytest.param("a.json", '{"text": "x"}\n{"text": "y"}', 2, "broken JSON (extra data", id="two-documents"),
    pytest.param("a.json", '"x"', None, "a string", id="string"),
    pytest.param("a.csv", "id,body\n1,x\n", 1, "the columns 'id', 'body'", id="no-text-column"),
    pytest.param("a.csv", "id,text\n", None, "a header without rows", id="no-rows"),
    pytest.param("a.csv", 'id,text\n1,"x\ny"\n2,x,3\n', 4, "3 columns", id="too-many-columns"),
    pytest.param("a.csv", "id,text\n1\n", 2, 'no "text"', id="too-few-columns"),
    pytest.param("a.csv", 'id,text\n1,"x\n', 2, "a broken row", id="open-quotation"),
    pytest.param("a.csv", "text,text\nx,y\n", 1, 'two columns named "text"', id="column-twice"),
    pytest.param("a.html", "<html><body></body></html>", None, "a page without article text", id="page"),
    pytest.param("a.parquet", b"PAR1 and then nothing", None, "a broken file", id="parquet"),
    pytest.param("a.rtf", b"x", None, "unknown suffix '.rtf'", id="suffix"),
    pytest.param("a.docx", b"x", None, "no readable package (file is not a zip file)", id="docx"),
]


@pytest.mark.parametrize(("name", "content", "line", "found"), BAD)
def test_one_line_says_where_and_what(
    tmp_path: Path, name: str, content: str | bytes, line: int | None, found: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(InputError) as caught:
        load_articles([path])
    error = caught.value
    assert (error.path, error.line) == (str(path), line)
    assert error.found.startswith(found)
    assert "\n" not in str(error)
    skipped = load_articles([path], keep_going=True).skipped
    assert [(s.path, s.line) for s in skipped] == [(str(path), line)]
    assert skipped[0].reason == f"{error.found}; expected {error.expected}"


def test_same_id_names_both_places(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text(GOOD % "n7")
    with pytest.raises(InputError, match=r"b\.jsonl:1: the id 'n7' that .*a\.jsonl:1 has too"):
        load_articles([tmp_path])


def test_column_of_the_wrong_name_in_parquet(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pd.DataFrame([{"body": "x"}]).to_parquet(path)
    with pytest.raises(InputError, match="the columns 'body'"):
        load_articles([path])


@pytest.mark.parametrize(
    ("argument", "found"),
    [
        pytest.param("absent.txt", "no such file or folder", id="file"),
        pytest.param("*.txt", "a pattern that matches nothing", id="pattern"),
        pytest.param("", "a folder without files that can be read", id="empty-folder"),
    ],
)
def test_nothing_there(tmp_path: Path, argument: str, found: str) -> None:
    with pytest.raises(InputError) as caught:
        load_articles([tmp_path / argument])
    assert caught.value.found == found


def test_link_back_to_a_folder_above(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mayor quit.")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    with pytest.raises(InputError, match="a link back to a folder above it"):
        load_articles([tmp_path])
    loaded = load_articles([tmp_path], keep_going=True)
    assert [article.id for article in loaded.articles] == ["a"]
    assert [Path(skipped.path).name for skipped in loaded.skipped] == ["loop"]


def test_dangling_link(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    with pytest.raises(InputError, match="no such file"):
        load_articles([tmp_path])


@pytest.mark.skipif(os.geteuid() == 0, reason="everything is readable to the superuser")
def test_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The mayor quit.")
    path.chmod(0)
    with pytest.raises(InputError, match="permission denied; expected a readable file"):
        load_articles([path])


def test_refusal_of_the_system_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The mayor quit.")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match="permission denied; expected a readable file"):
        load_articles([path])


def test_broken_end_keeps_the_records_before_it(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"text": "The mayor quit.", "id": "n1"},\n{"text": ')
    loaded = load_articles([path], keep_going=True)
    assert [article.id for article in loaded.articles] == ["n1"]
    assert [skipped.line for skipped in loaded.skipped] == [2]


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n"], ids=["empty", "image"])
def test_bad_standard_input(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        load_articles(["-"], stdin=io.BytesIO(data))
    assert caught.value.path == "-"


def test_a_headline_without_a_body_is_an_article(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"title": "Ferry runs aground", "text": ""}\n', encoding="utf-8")
    (article,) = load_articles([path]).articles
    assert (article.title, article.text) == ("Ferry runs aground", "")
