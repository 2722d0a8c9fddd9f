"""Settings of all tests, and golden files.

Property tests draw the same examples on every run, so that a pass means the same everywhere;
``HYPOTHESIS_PROFILE=explore`` draws new ones.

Golden files: a report is compared with the file under ``tests/golden`` that a test names.

A missing golden file fails, and so does one that no test names; only ``--regen`` writes them.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

GOLDEN = Path(__file__).parent / "golden"
EXPECTED = {"report.csv", "report.html", "report.json", "report.md", "report.txt", "report-verbose.txt"}
"""Every golden file there is; ``test_golden.py`` holds the folder against this."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regen", action="store_true", help="write golden files and README blocks anew")


@pytest.fixture
def regen(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--regen"))


@pytest.fixture
def golden(regen: bool) -> Callable[[str, str], None]:
    """Compare text with the golden file of that name."""

    def compare(name: str, text: str) -> None:
        assert name in EXPECTED, f"{name} is not listed in conftest.EXPECTED"
        path = GOLDEN / name
        if regen:
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"{path} is missing; look at the output and write it with --regen"
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def golden_names() -> tuple[set[str], set[str]]:
    """The golden files that should stand there, and those that do."""
    return EXPECTED, {path.name for path in GOLDEN.iterdir()}


@pytest.fixture
def dask_cluster(tmp_path_factory):
    """Starts Dask clusters of real processes, which end with the test."""
    pytest.importorskip("distributed")
    from tests.cluster import Cluster

    clusters = []

    def start(machines: int = 2) -> Cluster:
        clusters.append(Cluster(tmp_path_factory.mktemp("dask"), machines))
        return clusters[-1]

    yield start
    for cluster in clusters:
        cluster.close()
