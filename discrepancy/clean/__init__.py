"""Which part of the page every line belongs to. Marked, never cut: offsets stay those of the input.

A line is judged by itself first. Then sections: after the heading of a comment section nothing is
reporting any more; the heading of a link list holds until whole sentences come again. Errors are
weighed so: a swallowed paragraph is worse than a link taken for reporting.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from discrepancy.clean.bylines import find_stamp, is_outlet, is_signature
from discrepancy.clean.lines import HEAD, Line, Mark, Section, is_report, judge_line
from discrepancy.language import fold
from discrepancy.model import Article, Passage, Zone

__all__ = ["mark_passages"]

_LINE = re.compile(r"\S(?:[^\n\r\v\f\x85\u2028\u2029]*\S)?")
_STAMP = re.compile(r"(\[(?:[A-Za-z]+:? )?[^\]]*\d[^\]]*\]|\[[a-z]+ sites\])\s+(?=\S)")
_OUTLET = re.compile(r"\s[-–—|]\s[^-–—|]{2,40}$")

_ENOUGH = 40
"""Words of body after which a comment heading ends the report unless far more follows: many themes
print the number of comments between headline and text."""


def mark_passages(article: Article) -> tuple[Passage, ...]:
    """The title, then every line of the text, each with its zone.

    Passages do not overlap, lie in order, start and end with visible characters, and together cover
    every visible character of title and text.
    """
    folded = _fold(article.text)
    lines = [Line(m.start(), m.end(), m[0], i) for i, m in enumerate(_LINE.finditer(folded))]
    marks = _mark_lines(lines, article.title)
    zones = _end_sections(lines, marks)
    text = (passage for line, zone in zip(lines, zones, strict=True) for passage in _split_stamp(line, zone))
    return (*_title_passage(article.title), *text)


def _split_stamp(line: Line, zone: Zone) -> tuple[Passage, ...]:
    """The line's passage, a time stamp taken off as a byline: in brackets before it, told behind it."""
    if line.index < HEAD and zone.is_reporting and (cut := find_stamp(line.text)):
        return (
            Passage("text", zone, line.start, line.start + len(line.text[:cut].rstrip())),
            Passage("text", Zone.BYLINE, line.start + cut, line.end),
        )
    stamp = _STAMP.match(line.text) if line.index == 0 and zone is Zone.BODY else None
    if stamp is None:
        return (Passage("text", zone, line.start, line.end),)
    return (
        Passage("text", Zone.BYLINE, line.start, line.start + stamp.end(1)),
        Passage("text", zone, line.start + stamp.end(), line.end),
    )


def _fold(text: str) -> str:
    # The common folding takes "»" for a quotation mark; here it stands between the steps of a menu.
    return fold(text.replace("»", "›"))


def _title_passage(title: str | None) -> tuple[Passage, ...]:
    if not title or not title.strip():
        return ()
    start = len(title) - len(title.lstrip())
    return (Passage("title", Zone.TITLE, start, len(title.rstrip())),)


def _mark_lines(lines: Sequence[Line], title: str | None) -> list[Mark]:
    """Every line by itself and, near the top, by what stands before it."""
    headlines = _headlines(_fold(title)) if title else frozenset()
    marks: list[Mark] = []
    for line in lines:
        before = marks[-1].zone if marks else None
        if line.index < HEAD and not headlines.isdisjoint(_headlines(line.text)):
            mark = Mark(Zone.TITLE)
        elif (line.index == 0 and title and is_signature(line.text)) or (
            before is Zone.BYLINE and title and line.index < HEAD and is_outlet(line.text)
        ):
            mark = Mark(Zone.BYLINE)
        else:
            mark = judge_line(line)
        marks.append(mark)
    return marks


def _end_sections(lines: Sequence[Line], marks: Sequence[Mark]) -> list[Zone]:
    """Zones after letting comment sections and link lists swallow what follows their headings."""
    zones: list[Zone] = []
    section: Section = ""
    said = 0
    left = sum(line.words for line in lines)
    for line, mark in zip(lines, marks, strict=True):
        if section == "comments":
            zones.append(Zone.CLUTTER)
            continue
        left -= line.words
        if mark.opens == "comments":
            enough = said >= _ENOUGH and 8 * said >= left
            section = "comments" if enough or 2 * said >= left else section
        elif mark.opens == "list":
            section = "list"
        elif section == "list" and mark.zone.is_reporting:
            if is_report(line):
                section = ""
            else:
                mark = Mark(Zone.CLUTTER)
        zones.append(mark.zone)
        said += line.words if mark.zone is Zone.BODY else 0
    return zones


def _headlines(text: str) -> frozenset[str]:
    """The headline with and without the outlet's name after a dash, as letters and digits only."""
    variants = {text, _OUTLET.sub("", text)}
    bare = {"".join(filter(str.isalnum, variant.casefold())) for variant in variants}
    return frozenset(bare - {""})
