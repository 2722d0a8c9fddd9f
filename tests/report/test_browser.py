"""The HTML report in a real browser; skipped only where no Chromium is installed."""

import json
import re
import shutil
import subprocess

import pytest

from discrepancy.report import render_report
from tests import factory

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PROBE = """<script>addEventListener("load", () => {
  const ids = [...document.querySelectorAll("[id]")].map(e => e.id);
  const wide = [...document.querySelectorAll("body *")].filter(
    e => !e.closest(".scroll") && e.getBoundingClientRect().right > innerWidth + 1);
  document.title = JSON.stringify({
    width: innerWidth, overflow: document.documentElement.scrollWidth > innerWidth, wide: wide.length,
    marks: document.querySelectorAll("article.conflict mark").length,
    folded: document.querySelector("details.others").open,
    dead: [...document.querySelectorAll("a[href^='#']")].filter(a => !document.querySelector(a.hash)).length,
    twice: ids.length - new Set(ids).size,
  });
});</script>"""

pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")]


def open_page(page: str, folder, width: int) -> dict[str, object]:
    """What the probe finds in ``page`` laid out at ``width`` CSS pixels."""
    # The page's own policy forbids scripts, which is right for readers and in the way of the probe.
    open_to_probe = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    framed = open_to_probe.replace("</body>", f"{PROBE}</body>")
    (folder / "page.html").write_text(framed, encoding="utf-8")
    # Headless windows are at least 500 pixels wide; a frame gives a phone's width.
    frame = (
        f'<iframe src="page.html" style="border:0;width:{width}px;height:4000px" '
        'onload="setTimeout(() => document.title = this.contentDocument.title, 50)"></iframe>'
    )
    (folder / "frame.html").write_text(f"<!DOCTYPE html><title>no</title>{frame}", encoding="utf-8")
    flags = (
        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
        "--disable-component-update --disable-sync "
        "--allow-file-access-from-files --virtual-time-budget=5000 --dump-dom"
    )
    done = subprocess.run(
        [CHROMIUM, *flags.split(), f"--user-data-dir={folder / 'profile'}", (folder / "frame.html").as_uri()],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    title = re.search(r"<title>(.*?)</title>", done.stdout, re.S)
    assert title, done.stdout[:500]
    found: dict[str, object] = json.loads(title[1])
    return found


@pytest.mark.parametrize("width", [pytest.param(1280, id="desk"), pytest.param(360, id="phone")])
def test_page_lays_out_without_overflow(tmp_path, width):
    assert open_page(render_report(factory.report(), "html"), tmp_path, width) == {
        "width": width,
        "overflow": False,
        "wide": 0,
        "marks": 3,
        "folded": False,
        "dead": 0,
        "twice": 0,
    }
