"""What the tests of a night share."""

import pytest

from discrepancy import language


@pytest.fixture
def parsed(monkeypatch):
    """Every text that the language model is given."""
    texts = []
    pipe = language._pipe

    def record(given, *rest):
        texts.extend(given)
        return pipe(given, *rest)

    monkeypatch.setattr(language, "_pipe", record)
    return texts
