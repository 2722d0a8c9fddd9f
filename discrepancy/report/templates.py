"""Pages from templates; every value passes jinja2's autoescaping, for article texts may hold markup."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

from discrepancy.report.rows import as_sentence, capital, count_of

if TYPE_CHECKING:
    from jinja2 import Template

PARTS = "parts.html"
"""What several pages have, as macros: `discrepancy/report/parts.html`."""


def read_template(package: str, name: str, **names: Any) -> Template:
    """The template ``name`` of ``package``, which knows ``names`` and may import from `PARTS`."""
    from jinja2 import DictLoader, Environment, StrictUndefined

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=DictLoader({PARTS: _read("discrepancy.report", PARTS)}),
    )
    environment.globals.update(as_sentence=as_sentence, capital=capital, count_of=count_of, **names)
    return environment.from_string(_read(package, name))


def _read(package: str, name: str) -> str:
    return files(package).joinpath(name).read_text(encoding="utf-8")
