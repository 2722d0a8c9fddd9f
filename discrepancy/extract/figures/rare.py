"""The long tail of units, as quantulum3 knows them: "five teaspoons", "200 lumens".

quantulum3 needs seconds to load and errs on running text, so its own list of unit names, read as
data, decides first whether a number is followed by such a word at all. Only then is it asked to
read a number with those words alone; the number itself is always ours.
"""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from discrepancy.extract.figures.units import Unit, match_words, measured_words, with_rate
from discrepancy.lexicon import REMEMBERED, read_table

_PREFIXES = {"m": "milli", "k": "kilo", "M": "mega", "G": "giga", "µ": "micro"}
_PLAIN = re.compile(r"[ -][a-z]")
_SPELLING = (("metre", "meter"), ("litre", "liter"))


def match_rare_unit(text: str, at: int) -> Unit | None:
    """The unit outside our own table that follows offset ``at``, or None.

    Args:
        text: The sentence.
        at: Offset past the number.
    """
    if not _PLAIN.match(text, at):
        return None
    hit = match_words(text, at, _surfaces())
    if hit is None:
        return None
    end = hit[1]
    words = text[at + 1 : end]
    if words != words.lower():
        return None
    read = _read(words.replace("-", " ") if words not in _surfaces() else words)
    return with_rate(text, Unit(*read, end)) if read else None


@lru_cache(maxsize=REMEMBERED)
def _read(words: str) -> tuple[str, str] | None:
    """Name and measure of the unit that quantulum3 reads in ``words``, or None.

    Only a reading that takes in every word and names a physical unit counts.
    """
    with warnings.catch_warnings():
        # Its classifier is pickled with an old scikit-learn and its imports use retired names.
        warnings.filterwarnings("ignore", category=DeprecationWarning)
        import quantulum3.classifier
        from quantulum3 import parser

        quantulum3.classifier.USE_CLF = False
        found = parser.parse(f"2 {words}")
    if len(found) != 1 or found[0].span != (0, len(words) + 2) or found[0].value != 2:
        return None
    unit = found[0].unit
    entity = unit.entity.name
    table = read_table("units")["rare"]
    if entity in table["no_entities"]:
        return None
    name = unit.name.lower()
    for british, american in _SPELLING:
        name = name.replace(british, american)
    return name, table["measures"].get(entity, entity)


@cache
def _surfaces() -> dict[str, bool]:
    """Every wording of a unit that quantulum3 lists and our table lacks, singular and plural."""
    spec = find_spec("quantulum3")
    assert spec is not None
    assert spec.origin is not None
    rows: dict[str, dict[str, Any]] = json.loads(
        Path(spec.origin).with_name("units.json").read_text(encoding="utf-8")
    )
    table = read_table("units")["rare"]
    barred = {*table["ordinary"], *measured_words()}
    words: dict[str, bool] = {}
    for row in rows.values():
        if row["entity"] in table["no_entities"]:
            continue
        for surface in _prefixed(row):
            for form in (surface, *_plurals(surface)):
                if form not in barred and len(form) > 2:
                    words[form] = True
    return words


def _prefixed(row: dict[str, Any]) -> Iterator[str]:
    for surface in row.get("surfaces", ()):
        yield surface.lower()
        yield from (_PREFIXES[p] + surface.lower() for p in row.get("prefixes", ()) if p in _PREFIXES)


def _plurals(surface: str) -> Iterator[str]:
    """The plural of a unit's head: "inches of mercury", "candelas per square metre", "cubic feet"."""
    head, link, rest = surface, "", ""
    for word in (" of ", " per "):
        if word in surface:
            head, link, rest = surface.partition(word)
            break
    stem = f"{head[:-4]}feet" if head.endswith("foot") else head + ("es" if head.endswith("ch") else "s")
    yield f"{stem}{link}{rest}"
