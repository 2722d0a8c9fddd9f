"""What a line is by itself, whatever stands around it.

Patterns have to cover the line or its beginning, so that "Comments by the minister" and "Related
talks continued" stay reporting; long lines are always body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from discrepancy.clean.bylines import is_agency, is_byline
from discrepancy.clean.patterns import FULL_STOP, SENTENCE_GAP, SHORT, STOP, end, start, unmarked, whole
from discrepancy.model import Zone

_SEPARATOR = re.compile(r"\s+[|·•»›]\s+|\s*\|\s*")
_BULLET = re.compile(r"(?:[-–—•*·▪►>+]+|\d{1,2}[.)])\s")
_LINK_MARK = re.compile(r"(?:>>|»|›|\+|→|►)\s")
_CRUMBS = re.compile(r"[^.!?]{1,60}(?:\s[»›>]\s[^.!?]{1,100})+")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.I)

LONG = 500
"""Characters beyond which a line is taken for a whole report scraped into one line."""

HEAD = 6
"""Lines at the top in which the headline may be repeated and a bare date is a time stamp."""

Section: TypeAlias = Literal["", "list", "comments"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line is by itself, and which section it may open."""

    zone: Zone
    opens: Section = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blank space around it, with its position, as the patterns need it."""

    start: int
    end: int
    text: str
    index: int

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def ends(self) -> bool:
        """Whether it ends like a sentence."""
        return STOP.search(self.text) is not None


def judge_line(line: Line) -> Mark:
    """The line's zone, and whether it is the heading of a section."""
    text = line.text
    if len(text) > LONG:
        return Mark(Zone.BODY)
    if not any(character.isalnum() for character in text):
        return Mark(Zone.CLUTTER)
    bare = text[match.end() :] if (match := _BULLET.match(text)) else text
    zone = _judge_parts(line, bare)
    if _opens_comments(bare, zone):
        return Mark(zone if zone is not Zone.BODY else Zone.CLUTTER, "comments")
    if whole("lists").fullmatch(unmarked(bare)) or whole("labels").fullmatch(bare.rstrip(" :")):
        return Mark(Zone.CLUTTER, "list")
    return Mark(zone)


def _judge_parts(line: Line, text: str) -> Zone:
    """The zone of the line, or, where separators cut it up, the first zone of its segments but BODY."""
    segments = [segment for segment in _SEPARATOR.split(text) if segment]
    if len(segments) < 2:
        return _judge_text(text, line)
    whole = _judge_text(text, line)
    if whole is not Zone.BODY:
        return whole
    for segment in segments:
        if (zone := _judge_text(segment, line)) is not Zone.BODY:
            return zone
    # Bars and dots in a row are menus, tickers and link lists; the first lines may be a headline.
    loose = all(len(segment) <= 90 and not STOP.search(segment) for segment in segments)
    return Zone.CLUTTER if loose and line.index > 1 and not _is_row(line.text, segments) else Zone.BODY


def _is_row(text: str, segments: Sequence[str]) -> bool:
    """Whether the line is a row of a table: three cells, one of them hardly more than a number."""
    cells = len(segments) > 2 and any(s[0].isdigit() and len(s.split()) < 3 for s in segments)
    return text.startswith("|") or cells


def _judge_text(text: str, line: Line) -> Zone:
    if is_agency(text):
        return Zone.BYLINE
    if _is_caption(text):
        return Zone.CAPTION
    if is_byline(text, line.index < HEAD):
        return Zone.BYLINE
    return Zone.CLUTTER if _is_clutter(text, line) else Zone.BODY


def _opens_comments(text: str, zone: Zone) -> bool:
    """Whether the line, its first part, or any part of a line that is no body, is such a heading."""
    parts = [part for seg in _SEPARATOR.split(text) for part in SENTENCE_GAP.split(seg)]
    hits = [bool(whole("comments").fullmatch(unmarked(part))) for part in parts]
    return hits[0] or (zone is not Zone.BODY and any(hits))


def _is_clutter(text: str, line: Line) -> bool:
    if whole("lines").fullmatch(unmarked(text)) or (_CRUMBS.fullmatch(text) and line.index < HEAD):
        return True
    if start("openings").match(text) or start("corrections").match(text):
        return True
    label = re.match(r"([^:]{2,50}):(?!\d|//)", text)
    if label and whole("labels").fullmatch(label[1].strip()):
        return True
    ends = STOP.search(text) is not None
    if label and line.index and not ends and whole("weak_labels").fullmatch(label[1].strip()):
        return True
    if _LINK.fullmatch(text) or (_LINK_MARK.match(line.text) and not ends):
        return True
    return len(text) <= SHORT and _is_before_any_sentence(start("anywhere").search(text))


def _is_before_any_sentence(match: re.Match[str] | None) -> bool:
    return match is not None and not re.search(r"[.!?]\s", match.string[: match.start()])


def _is_caption(text: str) -> bool:
    label = re.match(r"([^:/]{2,30}) ?[:/](?:\s|$)", text)
    if label and whole("caption.labels").fullmatch(label[1].strip()):
        return True
    if whole("caption.lines").fullmatch(unmarked(text)) or start("caption.openings").match(text):
        return True
    return bool(end("caption.endings").search(text[-SHORT:]) or start("caption.anywhere").search(text))


def is_report(line: Line) -> bool:
    """Whether the line is a sentence of a report and no headline in a list of links."""
    if len(line.text) > LONG:
        return True
    if _BULLET.match(line.text):
        return False
    return line.words >= (4 if FULL_STOP.search(line.text) else 12) and line.ends
