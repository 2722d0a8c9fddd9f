"""A real server on loopback that answers as it is told."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from discrepancy.fetch.settings import FetchSettings

STORY = """<html><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>The mayor of Norvik resigned on Monday after a dispute over the “budget” for the harbour.</p>
<p>Her deputy, Lee Tan, takes over until the election in September, the council said.</p></article>
</body></html>"""


def story(title: str = "Mayor quits") -> bytes:
    return STORY.format(title=title).encode()


@dataclass
class Reply:
    """One answer; ``pieces`` are sent one by one, with ``pause`` seconds before each."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    pause: float = 0.0
    pieces: int = 1
    length: int | None = None
    etag: str | None = None


@dataclass
class Asked:
    path: str
    headers: dict[str, str]


class Server(ThreadingHTTPServer):
    """Answers each path with its replies in turn, the last of them for ever."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.replies: dict[str, list[Reply]] = {}
        self.asked: list[Asked] = []
        self.open = 0
        self.most_open = 0
        self.stopping = threading.Event()
        self.lock = threading.Lock()

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.server_port}{path}"

    def tell(self, path: str, *replies: Reply) -> str:
        """Answer ``path`` with these; its address."""
        self.replies[path] = list(replies)
        return self.url(path)

    def page(self, path: str, body: bytes | None = None, **options: Any) -> str:
        """Answer ``path`` with a page; its address."""
        headers = {"Content-Type": "text/html; charset=utf-8", **options.pop("headers", {})}
        return self.tell(path, Reply(body=story() if body is None else body, headers=headers, **options))

    def paths(self) -> list[str]:
        """The paths asked for, without robots.txt."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is what some tests are about."""


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        with self.server.lock:
            self.server.asked.append(Asked(self.path, dict(self.headers.items())))
            self.server.open += 1
            self.server.most_open = max(self.server.most_open, self.server.open)
            replies = self.server.replies.get(self.path, [Reply(404)])
            reply = replies.pop(0) if len(replies) > 1 else replies[0]
        try:
            self.send(reply)
        finally:
            with self.server.lock:
                self.server.open -= 1

    def send(self, reply: Reply) -> None:
        unchanged = reply.etag is not None and self.headers.get("If-None-Match") == reply.etag
        body = b"" if unchanged else reply.body
        self.server.stopping.wait(reply.pause)
        self.send_response(304 if unchanged else reply.status)
        if reply.etag:
            self.send_header("ETag", reply.etag)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if reply.length is None else reply.length))
        self.end_headers()
        size = max(1, -(-len(body) // reply.pieces))
        for start in range(0, len(body), size):
            self.wfile.write(body[start : start + size])
            self.wfile.flush()
            if reply.pieces > 1 and self.server.stopping.wait(reply.pause):
                return
        if reply.length is not None:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "*")
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server
        server.stopping.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def settings() -> FetchSettings:
    """In a hurry, but with all the manners."""
    return FetchSettings(timeout=5.0, delay=0.0, backoff=0.0, retries=2, max_wait=2.0)


class Book(dict[str, Any]):
    """A cache of validators."""

    def put(self, url: str, known: Any) -> None:
        self[url] = dict(known)


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def make_reply() -> type[Reply]:
    return Reply
