"""Whatever a file holds, reading it gives articles or an ``InputError`` in one line, nothing else."""

from __future__ import annotations

import csv
import gzip
import io
import json

import docx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.errors import InputError
from discrepancy.load import READERS
from discrepancy.load.article import build_article
from discrepancy.load.record import Record
from discrepancy.load.sniff import sniff_suffix

TEXT = "The mayor of Norvik – Una Strand – resigned on Monday after a dispute over the harbour, she said."
RECORD = {"id": "1", "text": TEXT, "published": "2024-05-12T10:30:00+02:00", "status": "usable"}
LD = json.dumps(
    {"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", "datePublished": "2024-05-12"}]}
)
HTML = (
    f"<html><head><meta charset='utf-8'><script type='application/ld+json'>{LD}</script>"
    f"<title>Mayor quits</title></head><body><article><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"
)
NINJS = {
    "uri": "u:1",
    "versionCreated": "2024-05-12",
    "bodies": [{"role": "main", "value": TEXT}],
    "headlines": [],
}
XML = {
    "nitf": f"<nitf><head><docdata/></head><body><body.content><p>{TEXT}</p></body.content></body></nitf>",
    "g2": "<newsItem guid='x'><itemMeta><versionCreated>2024-05-12</versionCreated></itemMeta><contentSet>"
    f"<inlineXML><html><body><p>{TEXT}</p></body></html></inlineXML></contentSet></newsItem>",
    "rss": f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><item>"
    f"<title>Mayor</title><pubDate>Sun, 12 May 2024 10:30:00 GMT</pubDate>"
    f"<description>{TEXT}</description></item></channel></rss>",
    "atom": f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Mayor</title><updated>2024-05-12T10:30:00Z"
    f"</updated><content type='html'>&lt;p>{TEXT}</content></entry></feed>",
}


def table() -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerows([list(RECORD), list(RECORD.values())])
    return stream.getvalue().encode()


def document() -> bytes:
    stream, paper = io.BytesIO(), docx.Document()
    paper.add_heading("Mayor quits", 1)
    paper.add_paragraph(TEXT)
    paper.save(stream)
    return stream.getvalue()


def archive() -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + HTML.encode()
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://norvik.example/1\r\nWARC-Date: "
    return (
        f"{head}2024-05-12T10:00:00Z\r\nContent-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"
    )


SOUND = [
    pytest.param(".txt", TEXT.encode(), id="txt"),
    pytest.param(".html", HTML.encode(), id="html"),
    pytest.param(".json", json.dumps([RECORD]).encode(), id="json"),
    pytest.param(".jsonl", json.dumps(RECORD).encode(), id="jsonl"),
    pytest.param(".json", json.dumps(NINJS).encode(), id="ninjs"),
    pytest.param(".csv", table(), id="csv"),
    pytest.param(".parquet", pd.DataFrame([RECORD]).to_parquet(), id="parquet"),
    pytest.param(".docx", document(), id="docx"),
    *(pytest.param(".xml", text.encode(), id=name) for name, text in XML.items()),
    pytest.param(".warc", archive(), id="warc"),
    pytest.param(".warc.gz", gzip.compress(archive(), mtime=0), id="warc-gz"),
]


def read(suffix: str, data: bytes) -> int:
    """How many articles the reader finds; its refusals are checked to be of one line."""
    found = 0
    messages = []
    try:
        for item in READERS[suffix](io.BytesIO(data), "x"):
            if isinstance(item, Record):
                build_article(item, "x")
                found += 1
            else:
                messages.append(str(item) if isinstance(item, InputError) else item.reason)
    except InputError as error:
        messages.append(str(error))
    assert all("\n" not in message for message in messages)
    return found


@pytest.mark.parametrize(("suffix", "data"), SOUND)
def test_sound_file_is_read(suffix: str, data: bytes) -> None:
    assert read(suffix, data) == 1


@pytest.mark.parametrize(("suffix", "data"), SOUND)
def test_what_has_no_name_is_told_by_its_beginning(suffix: str, data: bytes) -> None:
    assert read(sniff_suffix(data, "x"), data) == 1


@pytest.mark.parametrize(("suffix", "data"), SOUND)
@settings(max_examples=150)
@given(random=st.data())
def test_damaged_file_is_refused_in_one_line(suffix: str, data: bytes, random: st.DataObject) -> None:
    damaged = bytearray(data[: random.draw(st.integers(0, len(data)), "length") or None])
    places = st.integers(0, max(len(damaged) - 1, 0))
    for place, byte in random.draw(st.lists(st.tuples(places, st.integers(0, 255)), max_size=8), "bytes"):
        if damaged:
            damaged[place] = byte
    read(suffix, bytes(damaged))


@pytest.mark.parametrize(("suffix", "data"), SOUND)
def test_file_cut_off_anywhere_is_refused_in_one_line(suffix: str, data: bytes) -> None:
    for length in range(0, len(data), max(1, len(data) // 80)):
        read(suffix, data[:length])


@pytest.mark.parametrize("suffix", sorted(READERS))
@settings(max_examples=100)
@given(data=st.binary(max_size=300))
def test_noise_is_refused_in_one_line(suffix: str, data: bytes) -> None:
    read(suffix, data)


KEYS = ["uri", "text", "headlines", "bodies", "value", "role", "contenttype", "infosource", "name", "version"]
PROPERTIES = [
    *("version", "versioncreated", "firstcreated", "pubstatus", "ednote", "headline", "headlines", "type"),
    *("bodies", "body_text", "body_html", "infosource", "infosources", "contentcreated"),
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=8,
)
ITEMS = st.fixed_dictionaries({"uri": st.text(max_size=3)}, optional=dict.fromkeys(PROPERTIES, JSON))


@given(ITEMS)
def test_any_agency_item_is_read_or_refused(item: dict[str, object]) -> None:
    read(".json", json.dumps(item).encode())
