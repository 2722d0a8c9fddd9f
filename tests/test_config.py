"""Settings: defaults, what a file may say, and one line of complaint about what it may not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from discrepancy.config import Config
from discrepancy.errors import ConfigError


def read(tmp_path: Path, text: str) -> Config:
    path = tmp_path / "discrepancy.toml"
    path.write_text(text, encoding="utf-8")
    return Config.read(path)


def test_empty_file_is_the_defaults(tmp_path: Path) -> None:
    assert read(tmp_path, "") == Config()


def test_a_file_overrides_only_what_it_names(tmp_path: Path) -> None:
    config = read(tmp_path, "[extract]\nday_first = true\n[compare]\ncertainty = 0.9\n")
    assert config.extract.day_first is True
    assert config.compare.certainty == 0.9
    assert config.extract.model == Config().extract.model
    assert config.compare.approximate == Config().compare.approximate
    assert config.group == Config().group


def test_whole_numbers_serve_where_fractions_do() -> None:
    assert Config.from_table({"group": {"window_days": 2}}).group.window_days == 2


@pytest.mark.parametrize(
    ("table", "quoted"),
    [
        pytest.param({"colour": {}}, "[colour]", id="unknown section"),
        pytest.param({"certainty": 0.5}, "[certainty]", id="key outside a section"),
        pytest.param({"compare": 0.5}, "[compare]", id="section that is a value"),
        pytest.param({"compare": {"certanty": 0.5}}, "certanty", id="unknown key"),
        pytest.param({"group": {"certainty": 0.5}}, "certainty", id="key of another section"),
        pytest.param({"compare": {"certainty": "high"}}, "'high'", id="text for a fraction"),
        pytest.param({"compare": {"certainty": True}}, "True", id="truth value for a fraction"),
        pytest.param({"extract": {"model": 3}}, "3", id="number for a text"),
        pytest.param({"extract": {"day_first": "yes"}}, "'yes'", id="text for a truth value"),
        pytest.param({"group": {"window_days": [4]}}, "[4]", id="list for a number"),
    ],
)
def test_refuses(table: dict[str, Any], quoted: str) -> None:
    with pytest.raises(ConfigError) as caught:
        Config.from_table(table, "my.toml")
    message = str(caught.value)
    assert message.startswith("my.toml: ")
    assert quoted in message
    assert "expected" in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        pytest.param(b"[compare\n", "not TOML", id="syntax"),
        pytest.param("[compare]\n# fünf".encode("latin-1"), "cannot be read", id="encoding"),
        pytest.param(None, "cannot be read", id="no such file"),
    ],
)
def test_unreadable_file(tmp_path: Path, content: bytes | None, complaint: str) -> None:
    path = tmp_path / "discrepancy.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        Config.read(path)
    assert str(caught.value).startswith(f"{path}: {complaint}")
    assert "\n" not in str(caught.value)
