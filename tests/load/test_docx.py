from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.errors import InputError
from discrepancy.load import load_articles
from discrepancy.load.article import build_article
from discrepancy.load.docx import read_docx
from discrepancy.load.record import Record
from discrepancy.model import Article

PART = "word/document.xml"


def written(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def changed(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The package with each part passed through ``change``."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return stream.getvalue()


def with_body(markup: str) -> bytes:
    """A document whose first paragraph is replaced by raw markup."""
    data = written(story())
    return changed(
        data,
        lambda name, part: part.replace(b"<w:body>", f"<w:body>{markup}".encode()) if name == PART else part,
    )


def story() -> Document:
    document = docx.Document()
    document.add_paragraph("The mayor resigned.")
    return document


def load(folder: Path, data: bytes, **options: bool) -> Article:
    path = folder / "story.docx"
    path.write_bytes(data)
    (article,) = load_articles([path], **options).articles
    return article


def test_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Mayor quits", 0)
    document.add_paragraph("The mayor resigned on ").add_run("Monday").bold = True
    table = document.add_table(2, 2)
    for cell, text in zip((c for row in table.rows for c in row.cells), ("Yes", "12", "No", ""), strict=True):
        cell.text = text
    document.add_heading("What next", 1)
    document.add_paragraph("  ")
    document.add_paragraph("Lee Tan\ttakes over.")
    article = load(tmp_path, written(document))
    assert (article.id, article.source, article.title) == ("story", "story", "Mayor quits")
    assert article.text == "The mayor resigned on Monday\nYes | 12\nNo\nWhat next\nLee Tan takes over."
    assert (article.published, article.modified, article.encoding) == (None, None, None)


def test_properties(tmp_path: Path) -> None:
    document = story()
    properties = document.core_properties
    properties.title = "Mayor quits"
    properties.created = datetime(2024, 5, 12, 8, 30, tzinfo=UTC)
    properties.modified = datetime(2024, 5, 12, 9, 0, tzinfo=UTC)
    article = load(tmp_path, written(document))
    assert (article.title, article.text) == ("Mayor quits", "The mayor resigned.")
    assert article.published == properties.created
    assert article.modified == properties.modified


def test_title_that_is_no_line_of_the_text_leaves_it_whole(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("By Una Strand")
    document.add_heading("Mayor quits", 1)
    document.add_paragraph("The mayor resigned.")
    article = load(tmp_path, written(document))
    assert article.title == "Mayor quits"
    assert article.text == "By Una Strand\nMayor quits\nThe mayor resigned."


RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        pytest.param(
            f"<w:ins w:id='1' w:author='x'>{RUN.format('Five died.')}</w:ins>", "Five died.", id="ins"
        ),
        pytest.param(
            f"{RUN.format('Five ')}<w:del w:id='1'><w:r><w:delText>six </w:delText></w:r></w:del>"
            f"{RUN.format('died.')}",
            "Five died.",
            id="del",
        ),
        pytest.param(f"<w:hyperlink>{RUN.format('Five died.')}</w:hyperlink>", "Five died.", id="link"),
        pytest.param(
            f"<w:moveFrom w:id='1'>{RUN.format('six ')}</w:moveFrom>{RUN.format('Five died.')}",
            "Five died.",
            id="moved",
        ),
        pytest.param("<w:r><w:t>Five</w:t><w:br/><w:t>died.</w:t></w:r>", "Five died.", id="break"),
        pytest.param("<w:r><w:t>forty</w:t><w:noBreakHyphen/><w:t>one</w:t></w:r>", "forty-one", id="hyphen"),
    ],
)
def test_text_as_it_reads(tmp_path: Path, markup: str, line: str) -> None:
    assert load(tmp_path, with_body(f"<w:p>{markup}</w:p>")).text == f"{line}\nThe mayor resigned."


def test_content_controls_are_read(tmp_path: Path) -> None:
    markup = f"<w:sdt><w:sdtContent><w:p>{RUN.format('Five died.')}</w:p></w:sdtContent></w:sdt>"
    assert load(tmp_path, with_body(markup)).text == "Five died.\nThe mayor resigned."


def entity(declaration: str) -> bytes:
    head = f"<!DOCTYPE w:document [{declaration}]>".encode()
    data = with_body(f"<w:p>{RUN.format('&i;')}</w:p>")
    return changed(
        data,
        lambda name, part: part.replace(b"<w:document ", head + b"<w:document ", 1) if name == PART else part,
    )


SOUND = written(story())
BAD = [
    pytest.param(b"", "an empty file", id="empty"),
    pytest.param(b"PK\x03\x04 and no more", "no readable package", id="no-package"),
    pytest.param(written(story())[:-400], "no readable package", id="cut-off"),
    pytest.param(
        changed(written(story()), lambda name, part: b"<w:p>" if name == PART else part),
        "a damaged document",
        id="broken-part",
    ),
    pytest.param(
        changed(written(story()), lambda name, part: b"" if name == "[Content_Types].xml" else part),
        "a damaged document",
        id="no-types",
    ),
    pytest.param(entity("<!ENTITY i 'boom'>"), f"a document type declared in {PART}", id="entity"),
    pytest.param(
        entity("<!ENTITY i SYSTEM 'file:///etc/passwd'>"),
        f"a document type declared in {PART}",
        id="external",
    ),
    pytest.param(written(docx.Document()), "only blank space", id="no-text"),
    pytest.param(
        changed(written(story()), lambda name, part: b" " * (65 << 20) if name == PART else part),
        "more than 64 MiB",
        id="zip-bomb",
    ),
]


@pytest.mark.parametrize(("data", "found"), BAD)
def test_bad_document(tmp_path: Path, data: bytes, found: str) -> None:
    with pytest.raises(InputError) as caught:
        load(tmp_path, data)
    assert caught.value.found.startswith(found)
    assert "\n" not in str(caught.value)


@settings(max_examples=100)
@given(
    st.sampled_from([PART, "word/styles.xml", "docProps/core.xml", "[Content_Types].xml", "_rels/.rels"]),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=6),
    st.floats(0, 1),
)
def test_damaged_part_is_refused_in_one_line(part: str, bytes_: list[tuple[float, int]], keep: float) -> None:
    def damage(name: str, data: bytes) -> bytes:
        if name != part:
            return data
        damaged = bytearray(data if keep > 0.5 else data[: int(len(data) * keep * 2)])
        for place, byte in bytes_:
            if damaged:
                damaged[int(place * len(damaged))] = byte
        return bytes(damaged)

    refusals = []
    try:
        (record,) = read_docx(io.BytesIO(changed(SOUND, damage)), "x")
        assert isinstance(record, Record)
        build_article(record, "x")
    except InputError as error:
        refusals.append(str(error))
    assert not any("\n" in refusal for refusal in refusals)
