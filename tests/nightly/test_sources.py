"""Feeds and pages at night, from a server on loopback."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from discrepancy.nightly import run_nightly
from tests.nightly.newsroom import ALONE, TONIGHT, lay_open, make, manifest, report

PAGE = """<html><head><title>{title}</title><meta property="og:site_name" content="Velmar Post">
<meta property="article:published_time" content="2031-05-06T0{hour}:00:00+00:00"></head>
<body><article><h1>{title}</h1><p>The Velmar ferry stood still on Tuesday after its anchor chain broke, the
harbour master, Jorun Haldane, said. All {number} passengers were brought ashore in lifeboats.</p>
<p>The ferry, built in 1987, will be towed to the yard at Orvale, where the chain is to be replaced.</p>
</article></body></html>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Velmar Post</title>
<item><title>Ferry</title><link>{root}/ferry</link></item></channel></rss>"""


@pytest.fixture
def server():
    """Serves ``pages`` by path, with an ETag each; remembers what was asked and how it answered."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            kind, body = self.server.pages.get(self.path, ("", ""))
            tag = f'"{hash(body)}"'
            status = 404 if not body else 304 if self.headers["If-None-Match"] == tag else 200
            self.server.asked.append((self.path, status))
            data = body.encode() if status == 200 else b""
            self.send_response(status)
            self.send_header("ETag", tag)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *arguments):
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as opened:
        opened.asked, opened.pages = [], {}
        opened.root = f"http://127.0.0.1:{opened.server_port}"
        thread = threading.Thread(target=opened.serve_forever)
        thread.start()
        yield opened
        opened.shutdown()
        thread.join()


@pytest.fixture
def settings(server, tmp_path):
    server.pages["/feed"] = ("application/rss+xml", FEED.format(root=server.root))
    server.pages["/ferry"] = ("text/html", PAGE.format(title="Ferry stands still", hour=6, number=48))
    (tmp_path / "pages.txt").write_text(f"{server.root}/gone\n", encoding="utf-8")
    return make(
        tmp_path,
        [ALONE],
        sources={"paths": ["in"], "feeds": [f"{server.root}/feed"], "lists": ["pages.txt"]},
        fetch={"delay": 0.0, "retries": 0, "robots": False},
    )


def run(settings):
    return run_nightly(settings, now=TONIGHT)


def test_pages_of_a_feed_are_read_and_what_is_gone_is_listed(settings):
    result = run(settings)
    assert (result.counts["articles"], result.counts["new_versions"]) == (2, 2)
    (skipped,) = report(settings)["skipped"]
    assert skipped["path"].endswith("/gone")
    assert "404" in skipped["reason"]


def test_what_has_not_changed_is_not_sent_again(settings, server):
    run(settings)
    server.asked.clear()
    assert run(settings).status == "unchanged"
    assert ("/feed", 304) in server.asked


@pytest.mark.slow
def test_a_page_that_changed_without_saying_so_is_told(settings, server):
    run(settings)
    server.pages["/ferry"] = ("text/html", PAGE.format(title="Ferry stands still", hour=6, number=84))
    server.pages["/feed"] = ("application/rss+xml", FEED.format(root=server.root) + "\n")
    result = run(settings)
    assert result.counts["new_versions"] == result.counts["stories_checked"] == 1
    (page,) = report(settings)["pages"]
    assert (page["before"]["text"], page["after"]["text"]) == ("48", "84")
    assert len(lay_open(settings)["members"]) == 3
    assert manifest(settings)["counts"]["pages_changed"] == 1
