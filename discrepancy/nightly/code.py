"""Which code computed a result: results of other code are computed anew, never mixed in."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from discrepancy import __version__
from discrepancy.config import Config

LIBRARIES = (
    "numpy",
    "spacy",
    "trafilatura",
    "quantulum3",
    "dateparser",
    "rapidfuzz",
    "scikit-learn",
    "distributed",
)
"""Whose versions the manifest names."""


@cache
def code_version() -> str:
    """The package's version with a digest of its source and data files: another digit, other results."""
    digest = hashlib.sha256()
    root = Path(__file__).parents[1]
    for path in sorted(root.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return f"{__version__}+{digest.hexdigest()[:12]}"


def analysis_key(config: Config) -> str:
    """What the analysis of an article depends on besides its content."""
    model = config.extract.model
    return f"{code_version()} spacy {library_version('spacy')} {model} {library_version(model)}"


def result_key(config: Config) -> str:
    """What the result of a story depends on besides its members."""
    return f"{analysis_key(config)} {config_digest(config)}"


@cache
def config_digest(config: Config) -> str:
    """The settings that decide results, as hexadecimal digits."""
    settings: dict[str, Any] = {"extract": asdict(config.extract), "compare": asdict(config.compare)}
    return hashlib.sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()[:12]


@cache
def library_version(name: str) -> str:
    """The installed version of a package, "" where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
