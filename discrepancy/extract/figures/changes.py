"""Whether a quantity is what something rose or fell by, to or from.

Invariant: a word of rising or falling stands beside the number, or beside the number before it in the
same breath ("rose from 61 to 78 percent"); nothing is guessed from further away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from discrepancy.extract.figures.line import Line
from discrepancy.extract.figures.spot import Spot
from discrepancy.lexicon import read_table
from discrepancy.model import Figure

_ROLES = {"": "by", "by": "by", "of": "by", "to": "to", "from": "from"}
_LINK = re.compile(
    r"(?: points?)?(?:,? (?:or|and|then)|,)?(?: [a-z']+| [A-Z][a-z]+\.?| \d{1,4}){0,4}?"
    r" (by|to|from)(?: an?| the)? "
)
_SAME = re.compile(r"(?: points?)?,? or (?:about |around |roughly )?")
_REACH = 48
_DIFFERENCES = frozenset({"percent", "point", "money"})
"""What stands right after the verb is a difference in these: "fell 12 percent". What is counted may be
something else ("lost three games", "raised four children")."""
_ELSEWHERE = frozenset({"age", "ordinal", "score", "frequency", "magnitude"})


@cache
def _before() -> re.Pattern[str]:
    table = read_table("changes")
    words = "|".join(sorted((re.escape(w) for w in (*table["up"], *table["down"])), key=len, reverse=True))
    soft = r"(?: (?:[a-z]+ly|again|back|another|a further|further|more than|as much as))*"
    return re.compile(
        rf"(?i)\b({words})(?:(?: [a-z']+){{1,4}}? (?=by )|{soft} )(?:(by|to|from|of) )?(?:an? |the )?$"
    )


@cache
def _after() -> re.Pattern[str]:
    table = read_table("changes")
    words = "|".join((*table["up_after"], *table["down_after"]))
    return re.compile(rf"(?: points?)?[ -](?:year-on-year |annual |overall |net )?({words})\b")


@cache
def _ups() -> frozenset[str]:
    table = read_table("changes")
    return frozenset((*table["up"], *table["up_after"]))


def mark_changes(line: Line, spots: Sequence[Spot]) -> list[Spot]:
    """The spots of a line, each with the change that it measures ("up by", "down to", "up from")."""
    marked: list[Spot] = []
    for spot in spots:
        change = "" if spot.figure.measure in _ELSEWHERE else _change(line, spot, marked[-1:])
        marked.append(replace(spot, figure=replace(spot.figure, change=change)) if change else spot)
    return marked


def _change(line: Line, spot: Spot, previous: Sequence[Spot]) -> str:
    text = line.text
    before = _before().search(text, max(0, spot.start - _REACH), spot.start)
    if before is not None:
        return _after_word(text, before, spot)
    for told in previous:
        gap = text[told.end : spot.start]
        link = _LINK.fullmatch(gap)
        if told.figure.change and link is not None:
            return f"{told.figure.change.split()[0]} {_ROLES[link[1]]}"
        if told.figure.change.endswith(" by") and _SAME.fullmatch(gap):
            return told.figure.change
    after = _after().match(text, spot.end)
    if after is not None and _is_difference(spot.figure):
        return f"{'up' if after[1] in _ups() else 'down'} by"
    return ""


def _is_particle(text: str, at: int) -> bool:
    """Whether "up" belongs to another verb: "they make up 70 percent"."""
    verb = re.search(r"([a-z]+) $", text[:at].lower())
    return verb is not None and verb[1] in read_table("changes")["particle_verbs"]


def _is_difference(figure: Figure) -> bool:
    return figure.measure in _DIFFERENCES or figure.unit == "point"


def _after_word(text: str, before: re.Match[str], spot: Spot) -> str:
    word, link = before[1].lower(), (before[2] or "").lower()
    if word in ("up", "down") and _is_particle(text, before.start()):
        return ""
    if not _is_difference(spot.figure):
        # "A drop of 300 jobs" is a change, "the fall of 30 cities" and "lost three games" are none.
        if not link and word not in ("up", "down"):
            return ""
        if link == "of" and not re.search(r"(?i)\ban? (?:\w+ )?$", text[: before.start()]):
            return ""
    return f"{'up' if word in _ups() else 'down'} {_ROLES[link]}"
