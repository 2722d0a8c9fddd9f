"""A store with two nights' worth of invented stories."""

from __future__ import annotations

import pytest

from discrepancy.store import Store
from tests.store.nights import NIGHT, fill


@pytest.fixture
def path(tmp_path):
    return tmp_path / "night.db"


@pytest.fixture
def store(path):
    with Store.open(path) as opened:
        yield opened


@pytest.fixture
def filled(store):
    fill(store, NIGHT)
    return store
