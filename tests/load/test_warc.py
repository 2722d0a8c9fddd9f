from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from discrepancy.errors import InputError
from discrepancy.load import Loaded, load_articles

PAGE = """<html><head><title>{0}</title>{1}</head><body><article><h1>{0}</h1>
<p>The mayor of Norvik resigned on Monday after a dispute over the “budget” for the harbour.</p>
<p>Her deputy, Lee Tan, takes over until the election in September, the council said.</p></article>
</body></html>"""
URL = "https://norvik.example/{}"
HTML = "text/html; charset=utf-8"


class Archive:
    """A WARC file in the making, each record compressed by itself as the standard wants it."""

    def __init__(self, gzipped: bool = True) -> None:
        self.pack = gzip.compress if gzipped else bytes
        self.data = b""
        self.count = 0

    def add(self, body: bytes, status: str = "200 OK", kind: str = "response", **headers: str) -> Archive:
        self.count += 1
        fields = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
        block = f"HTTP/1.1 {status}\r\n{fields}\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {URL.format(self.count)}\r\n"
            f"WARC-Date: 2024-05-1{self.count}T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{self.count}>\r\n"
            f"Content-Type: application/http;msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        self.data += self.pack(head.encode() + block + b"\r\n\r\n")
        return self

    def load(self, folder: Path, name: str = "crawl.warc.gz", cut: int = 0, **options: bool) -> Loaded:
        path = folder / name
        path.write_bytes(self.data[: len(self.data) - cut])
        return load_articles([path], **options)


def page(title: str = "Mayor quits", head: str = "", encoding: str = "utf-8") -> bytes:
    return PAGE.format(title, head).encode(encoding)


@pytest.mark.parametrize("gzipped", [True, False])
def test_pages_are_read_and_the_rest_is_counted(tmp_path: Path, gzipped: bool) -> None:
    archive = Archive(gzipped)
    archive.add(b"GET / HTTP/1.1\r\n\r\n", kind="request", Host="norvik.example")
    archive.add(
        page(head='<meta property="article:published_time" content="2024-05-01T08:00:00+02:00">'),
        Content_Type=HTML,
    )
    archive.add(b"\x89PNG", Content_Type="image/png")
    archive.add(page("Gone"), "404 Not Found", Content_Type=HTML)
    archive.add(page("Moved"), "301 Moved Permanently", Content_Type=HTML, Location="/2")
    archive.add(page("Ferry aground"), Content_Type="application/xhtml+xml")
    loaded = archive.load(tmp_path, "crawl.warc.gz" if gzipped else "crawl.warc")
    first, second = loaded.articles
    assert (first.title, first.url, first.source) == ("Mayor quits", URL.format(2), "norvik.example")
    assert first.published is not None
    assert first.published.isoformat() == "2024-05-01T08:00:00+02:00"
    assert (first.version, first.encoding) == ("2024-05-12T10:00:00Z", "utf-8")
    assert (second.title, second.published, second.version) == ("Ferry aground", None, "2024-05-16T10:00:00Z")
    assert first.id != second.id
    assert [s.reason for s in loaded.skipped] == [
        "records that are no pages: 1 image/png, 1 with status 301, 1 with status 404"
    ]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        pytest.param(
            page(encoding="cp1252"), {"Content_Type": "text/html; charset=windows-1252"}, id="charset"
        ),
        pytest.param(gzip.compress(page()), {"Content_Encoding": "gzip", "Content_Type": HTML}, id="gzip"),
        pytest.param(
            b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (page()[:50], page()[50:]))
            + b"0\r\n\r\n",
            {"Transfer_Encoding": "chunked", "Content_Type": HTML},
            id="chunked",
        ),
    ],
)
def test_bodies_are_unpacked(tmp_path: Path, body: bytes, headers: dict[str, str]) -> None:
    (article,) = Archive().add(body, **headers).load(tmp_path).articles
    assert "“budget”" in article.text


def test_page_without_an_article_is_skipped_by_itself(tmp_path: Path) -> None:
    loaded = Archive().add(b"<html></html>", Content_Type=HTML).add(page(), Content_Type=HTML).load(tmp_path)
    assert [a.title for a in loaded.articles] == ["Mayor quits"]
    assert [(s.line, s.reason) for s in loaded.skipped] == [
        (1, "https://norvik.example/1: a page without article text")
    ]


def test_archive_broken_off_keeps_what_is_before(tmp_path: Path) -> None:
    archive = Archive().add(page(), Content_Type=HTML).add(page("Ferry"), Content_Type=HTML)
    loaded = archive.load(tmp_path, cut=300, keep_going=True)
    assert [a.title for a in loaded.articles][:1] == ["Mayor quits"]
    assert loaded.skipped
    with pytest.raises(InputError, match=r"crawl\.warc\.gz"):
        archive.load(tmp_path, cut=300)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        pytest.param(b"", "an empty file", id="empty"),
        pytest.param(b"not an archive", "a broken archive", id="text"),
        pytest.param(b"WARC/1.0\r\n", "a broken archive", id="header-only"),
        pytest.param(gzip.compress(b"plain text"), "a broken archive", id="gzipped-text"),
    ],
)
def test_bad_archive(tmp_path: Path, data: bytes, found: str) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        load_articles([path])
    assert caught.value.found.startswith(found)
