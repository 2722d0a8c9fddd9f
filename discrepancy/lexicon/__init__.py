"""Word lists as data: months, number words, scales, hedges, titles, measures.

Data files stand beside this module as TOML or TSV; each says in its head where it comes from.
Reading is lazy and happens once per process.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

REMEMBERED = 32_768
"""Words or pairs of words for which a function keeps what it found: more than a story has, and not all
that a worker meets in a night."""


@cache
def read_table(name: str) -> dict[str, Any]:
    """The TOML file ``name`` (without ending) of this package, parsed."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def read_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the tab-separated file ``name`` (without ending); lines from "#" on are comments."""
    lines = files(__name__).joinpath(f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))
