"""Which part of the page every line belongs to. Marked, never cut: offsets stay those of the input.

A line is judged by itself first, by patterns that have to cover the line or its beginning, so that
"Comments by the minister" and "Related talks continued" stay reporting. Then sections: after the
heading of a comment section nothing is reporting any more; the heading of a link list holds until
whole sentences come again. Errors are weighed so: a swallowed paragraph is worse than a link taken
for reporting, hence long lines are always body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from discrepancy.language import fold
from discrepancy.lexicon import read_table
from discrepancy.model import Article, Passage, Zone

_LINE = re.compile(r"\S(?:[^\n\r\v\f\x85\u2028\u2029]*\S)?")
_SEPARATOR = re.compile(r"\s+[|·•»›]\s+|\s*\|\s*")
_SENTENCE_GAP = re.compile(r"(?<=[.!?])\s+")
_STOP = re.compile(r"[.!?…][\"')\]]*$")
_FULL_STOP = re.compile(r"\.[\"')\]]*$")
_BULLET = re.compile(r"(?:[-–—•*·▪►>+]+|\d{1,2}[.)])\s")
_LINK_MARK = re.compile(r"(?:>>|»|›|\+|→|►)\s")
_CRUMBS = re.compile(r"[^.!?]{1,60}(?:\s[»›>]\s[^.!?]{1,100})+")
_OUTLET = re.compile(r"\s[-–—|]\s[^-–—|]{2,40}$")
_CHANNEL = re.compile(r"\d{1,2} [A-Z]\w+")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.I)
_ADDRESS = re.compile(
    r"(?:e-?mail:? |twitter:? |x:? )?(?:\S+@\S+\.\w+|@\w+|\[email.protected\])"
    r"|\+?\(?\d[\d ()./-]{6,}\d(?: ?@\w+)?",
    re.I,
)
_CHUNKS = re.compile(r"\s*(?:[,;/|]|\.\s|\s[-–—]\s|\b(?:and|in|at|for|on|of)\b|&)\s*")

_LONG = 500
"""Characters beyond which a line is taken for a whole report scraped into one line."""

_SHORT = 160
"""Characters up to which a mark in the middle of a line can make it clutter."""

_HEAD = 6
"""Lines at the top in which the headline may be repeated and a bare date is a time stamp."""

_ENOUGH = 40
"""Words of body after which a comment heading ends the report unless far more follows: many themes
print the number of comments between headline and text."""

_Opens: TypeAlias = Literal["", "list", "comments"]


@dataclass(frozen=True, slots=True)
class _Mark:
    """What a line is by itself, and which section it may open."""

    zone: Zone
    opens: _Opens = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the blank space around it, with its position, as the patterns need it."""

    start: int
    end: int
    text: str
    index: int

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def ends(self) -> bool:
        """Whether it ends like a sentence."""
        return _STOP.search(self.text) is not None


_BODY = _Mark(Zone.BODY)


def mark_passages(article: Article) -> tuple[Passage, ...]:
    """The title, then every line of the text, each with its zone.

    Passages do not overlap, lie in order, start and end with visible characters, and together cover
    every visible character of title and text.
    """
    folded = _fold(article.text)
    lines = [_Line(m.start(), m.end(), m[0], i) for i, m in enumerate(_LINE.finditer(folded))]
    marks = _mark_lines(lines, article.title)
    zones = _end_sections(lines, marks)
    text = (Passage("text", zone, line.start, line.end) for line, zone in zip(lines, zones, strict=True))
    return (*_title_passage(article.title), *text)


def _fold(text: str) -> str:
    # The common folding takes "»" for a quotation mark; here it stands between the steps of a menu.
    return fold(text.replace("»", "›"))


def _title_passage(title: str | None) -> tuple[Passage, ...]:
    if not title or not title.strip():
        return ()
    start = len(title) - len(title.lstrip())
    return (Passage("title", Zone.TITLE, start, len(title.rstrip())),)


def _mark_lines(lines: Sequence[_Line], title: str | None) -> list[_Mark]:
    """Every line by itself and, near the top, by what stands before it."""
    headlines = _headlines(_fold(title)) if title else frozenset()
    marks: list[_Mark] = []
    for line in lines:
        before = marks[-1].zone if marks else None
        if line.index < _HEAD and not headlines.isdisjoint(_headlines(line.text)):
            mark = _Mark(Zone.TITLE)
        elif (line.index == 0 and title and _is_signature(line.text)) or (
            before is Zone.BYLINE and line.index < _HEAD and _is_outlet(line.text)
        ):
            mark = _Mark(Zone.BYLINE)
        else:
            mark = _judge(line)
        marks.append(mark)
    return marks


def _end_sections(lines: Sequence[_Line], marks: Sequence[_Mark]) -> list[Zone]:
    """Zones after letting comment sections and link lists swallow what follows their headings."""
    zones: list[Zone] = []
    section: _Opens = ""
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
            if _resumes(line):
                section = ""
            else:
                mark = _Mark(Zone.CLUTTER)
        zones.append(mark.zone)
        said += line.words if mark.zone is Zone.BODY else 0
    return zones


def _resumes(line: _Line) -> bool:
    """Whether the line is a sentence of a report and no headline in a list of links."""
    if len(line.text) > _LONG:
        return True
    if _BULLET.match(line.text):
        return False
    return line.words >= (4 if _FULL_STOP.search(line.text) else 12) and line.ends


def _judge(line: _Line) -> _Mark:
    text = line.text
    if len(text) > _LONG:
        return _BODY
    if not any(character.isalnum() for character in text):
        return _Mark(Zone.CLUTTER)
    bare = text[match.end() :] if (match := _BULLET.match(text)) else text
    zone = _judge_parts(line, bare)
    if _opens_comments(bare, zone):
        return _Mark(zone if zone is not Zone.BODY else Zone.CLUTTER, "comments")
    if _whole("lists").fullmatch(_unmarked(bare)) or _whole("labels").fullmatch(bare.rstrip(" :")):
        return _Mark(Zone.CLUTTER, "list")
    return _Mark(zone)


def _judge_parts(line: _Line, text: str) -> Zone:
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
    loose = all(len(segment) <= 90 and not _STOP.search(segment) for segment in segments)
    return Zone.CLUTTER if loose and line.index > 1 and not _is_row(line.text, segments) else Zone.BODY


def _is_row(text: str, segments: Sequence[str]) -> bool:
    """Whether the line is a row of a table: three cells, one of them hardly more than a number."""
    cells = len(segments) > 2 and any(s[0].isdigit() and len(s.split()) < 3 for s in segments)
    return text.startswith("|") or cells


def _judge_text(text: str, line: _Line) -> Zone:
    if _is_agency(text):
        return Zone.BYLINE
    if _is_caption(text):
        return Zone.CAPTION
    if _is_byline(text, line):
        return Zone.BYLINE
    return Zone.CLUTTER if _is_clutter(text, line) else Zone.BODY


def _opens_comments(text: str, zone: Zone) -> bool:
    """Whether the line, its first part, or any part of a line that is no body, is such a heading."""
    parts = [part for seg in _SEPARATOR.split(text) for part in _SENTENCE_GAP.split(seg)]
    hits = [bool(_whole("comments").fullmatch(_unmarked(part))) for part in parts]
    return hits[0] or (zone is not Zone.BODY and any(hits))


def _is_clutter(text: str, line: _Line) -> bool:
    if _whole("lines").fullmatch(_unmarked(text)) or (_CRUMBS.fullmatch(text) and line.index < _HEAD):
        return True
    if _start("openings").match(text) or _start("corrections").match(text):
        return True
    label = re.match(r"([^:]{2,50}):(?!\d|//)", text)
    if label and _whole("labels").fullmatch(label[1].strip()):
        return True
    ends = _STOP.search(text) is not None
    if label and line.index and not ends and _whole("weak_labels").fullmatch(label[1].strip()):
        return True
    if _LINK.fullmatch(text) or (_LINK_MARK.match(line.text) and not ends):
        return True
    return len(text) <= _SHORT and _is_before_any_sentence(_start("anywhere").search(text))


def _is_before_any_sentence(match: re.Match[str] | None) -> bool:
    return match is not None and not re.search(r"[.!?]\s", match.string[: match.start()])


def _is_caption(text: str) -> bool:
    label = re.match(r"([^:/]{2,30}) ?[:/](?:\s|$)", text)
    if label and _whole("caption.labels").fullmatch(label[1].strip()):
        return True
    if _whole("caption.lines").fullmatch(_unmarked(text)) or _start("caption.openings").match(text):
        return True
    return bool(_end("caption.endings").search(text[-_SHORT:]) or _start("caption.anywhere").search(text))


def _is_byline(text: str, line: _Line) -> bool:
    if len(text) > _SHORT:
        return False
    if _ADDRESS.fullmatch(text) or _whole("byline.reading_times").fullmatch(_unmarked(text)):
        return True
    if _EMAIL.search(text) and not _STOP.search(text):
        return True
    if _start("byline.openings").match(text) and not _FULL_STOP.search(text):
        return True
    if _end("byline.endings").search(text):
        return True
    return _is_credit(text) or _is_stamp(text, line) or _is_author(text)


def _is_credit(text: str) -> bool:
    """Whether it says who wrote it: "By Ada Brook in Oslo", "Reporting by Ada Brook; editing by Lee Tan"."""
    inner = text.strip("()[] –—-")
    starts_from = re.match(r"from\s", inner, re.I)
    match = starts_from or _start("byline.credits").match(inner)
    if match is None or len(inner.split()) > 20:
        return False
    if inner[match.end() - 1].isalnum() and not inner[match.end() :].startswith(" "):
        return False  # "Bystanders", "Authorship"
    chunks = [chunk for chunk in _CHUNKS.split(inner[match.end() :].strip(" :.")) if chunk]
    if not chunks or (starts_from and (len(chunks) < 2 or len(chunks[0].split()) < 2)):
        return False
    return (_is_person(chunks[0]) or _has_role(chunks[0])) and all(
        _is_credit_part(chunk) for chunk in chunks[1:]
    )


def _is_credit_part(chunk: str) -> bool:
    if match := _start("byline.credits").match(chunk):
        chunk = chunk[match.end() :].strip(" :.")
    return (
        _is_person(chunk)
        or _CHANNEL.fullmatch(chunk) is not None
        or _has_role(chunk)
        or _is_time(chunk)
        or _whole("byline.reading_times").fullmatch(chunk) is not None
    )


def _is_person(text: str) -> bool:
    """A name by its capitals, or one of the words that stand for an author."""
    if _whole("byline.nobody").fullmatch(text) or text in _words("agencies"):
        return True
    words = text.split()
    if not 0 < len(words) <= 5 or _is_time(text):
        return False
    return all(_is_name_word(word) for word in words) and any(word[0].isupper() for word in words)


def _is_name_word(word: str) -> bool:
    return word.lower() in _words("particles") or (word[0].isupper() and not any(c.isdigit() for c in word))


def _has_role(text: str) -> bool:
    words = [word.lower().strip(".,") for word in text.split()]
    return len(words) <= 6 and any(word in _words("roles") for word in words)


def _is_author(text: str) -> bool:
    """Whether it is a signature such as "Ada Brook, health correspondent, Oslo" or "Health correspondent"."""
    chunks = [chunk for chunk in re.split(r"\s*[,|]\s*", text) if chunk]
    if _STOP.search(text) or len(text.split()) > 12 or not chunks:
        return False
    if len(chunks) == 1:
        return bool(_whole("byline.nobody").fullmatch(text)) or (
            text.split()[-1].lower() in _words("roles") and len(text.split()) <= 4 and text[0].isupper()
        )
    return (
        _is_person(chunks[0])
        and any(_has_role(chunk) for chunk in chunks[1:])
        and all(_has_role(chunk) or _is_person(chunk) for chunk in chunks[1:])
    )


def _is_signature(text: str) -> bool:
    """A first line under a known headline that is a name, with a place perhaps."""
    chunks = text.split(", ")
    if len(text.split()) > 6 or len(chunks) > 2 or re.search(r"[\d:;!?.]", text):
        return False
    return 2 <= len(chunks[0].split()) <= 4 and all(_is_person(chunk) for chunk in chunks)


def _is_outlet(text: str) -> bool:
    return len(text.split()) <= 5 and not re.search(r"[\d:;!?]|\.$", text) and _is_person(text)


def _is_agency(text: str) -> bool:
    names = re.split(r"\s*(?:/|,|;|&|\band\b|\bwith\b)\s*", text.strip("()[]/.–—- "))
    return all(name in _words("agencies") for name in names)


def _is_stamp(text: str, line: _Line) -> bool:
    """Whether it is a time stamp: "Updated 5:12 p.m. Monday" anywhere, a bare date near the top."""
    first, *rest = _SENTENCE_GAP.split(text, maxsplit=1) if not re.search(r"\b[ap]\.m\.", text) else [text]
    match = _start("byline.stamps").match(first)
    if rest and not (match and _is_credit(rest[0])):
        return False
    if match is None:
        return line.index < _HEAD and bool(re.search(r"\d{4}|\d:\d\d", first)) and _is_time(first)
    said = first[match.end() :]
    return bool(re.search(r"\d|day\b", said)) and _is_time(said)


def _is_time(text: str) -> bool:
    """Whether the words say when and nothing else; "Oslo time" is such a word pair."""
    words = re.sub(r"\b[A-Z]\w+ time\b", "time", text).replace(",", " ").split()
    words = [word.strip("():|–—-") for word in words]
    return any(words) and all(_whole("byline.times").fullmatch(w.rstrip(".")) for w in words if w)


def _unmarked(text: str) -> str:
    return text.strip(" :.!…»›>→*_-–—[]").rstrip()


def _headlines(text: str) -> frozenset[str]:
    """The headline with and without the outlet's name after a dash, as letters and digits only."""
    variants = {text, _OUTLET.sub("", text)}
    bare = {"".join(c for c in variant.casefold() if c.isalnum()) for variant in variants}
    return frozenset(bare - {""})


@cache
def _words(name: str) -> frozenset[str]:
    """The plain words in the list ``name`` of the byline table."""
    return frozenset(_entries(f"byline.{name}"))


@cache
def _whole(key: str) -> re.Pattern[str]:
    """The list under ``key`` ("caption.labels") as one pattern."""
    return re.compile("|".join(_entries(key)), re.I)


@cache
def _start(key: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{entry})" for entry in _entries(key)), re.I)


@cache
def _end(key: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(_entries(key)) + r")\W*$", re.I)


def _entries(key: str) -> list[str]:
    table = read_table("clutter")
    for name in key.split("."):
        table = table[name]
    return [str(entry) for entry in table]
