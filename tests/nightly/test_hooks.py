"""Who is told: a program, and a server on loopback."""

import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from discrepancy.nightly.hooks import run_hooks
from discrepancy.nightly.settings import HookSettings

TABLE = {"run": 7, "changes": [{"question": "how many “dead”"}]}


@pytest.fixture
def server():
    """A server that remembers what it got; ``/no`` refuses."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.server.got.append((self.headers["Content-Type"], json.loads(body)))
            self.send_response(500 if self.path == "/no" else 204)
            self.end_headers()

        def log_message(self, *arguments):
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as opened:
        opened.got = []
        thread = threading.Thread(target=opened.serve_forever)
        thread.start()
        yield opened
        opened.shutdown()
        thread.join()


def test_a_webhook_gets_the_summary(server, tmp_path):
    address = f"http://127.0.0.1:{server.server_port}/tell"
    assert run_hooks(HookSettings(webhook=address), tmp_path, TABLE) == []
    assert server.got == [("application/json", TABLE)]


def test_a_webhook_that_refuses_is_told(server, tmp_path):
    address = f"http://127.0.0.1:{server.server_port}/no"
    (failure,) = run_hooks(HookSettings(webhook=address), tmp_path, TABLE)
    assert failure.startswith("webhook 127.0.0.1")
    assert "500" in failure


def test_an_address_that_holds_a_secret_is_not_repeated(tmp_path):
    (failure,) = run_hooks(HookSettings(webhook="http://127.0.0.1:9/hush?key=secret"), tmp_path, TABLE)
    assert "secret" not in failure


@pytest.mark.parametrize(
    ("command", "told"),
    [
        pytest.param("no-such-program", "cannot be run (no such file or directory)", id="absent"),
        pytest.param(f"{sys.executable} -c 'raise SystemExit(\"not now\")'", "status 1: not now", id="fails"),
        pytest.param("sleep 20", "took longer than 0.2 s", id="slow"),
    ],
)
def test_a_command_that_fails_is_told(command, told, tmp_path):
    (failure,) = run_hooks(
        HookSettings(command=command, timeout=0.2 if "sleep" in command else 30), tmp_path, TABLE
    )
    assert told in failure


def test_a_command_runs_in_the_folder_of_the_settings(tmp_path):
    command = f'{sys.executable} -c \'import sys; open("told", "w").write(sys.stdin.read())\''
    assert run_hooks(HookSettings(command=command), tmp_path, TABLE) == []
    assert json.loads((tmp_path / "told").read_text(encoding="utf-8")) == TABLE
