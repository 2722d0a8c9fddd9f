"""Who wrote it and when: bylines, credits, agencies and time stamps.

A byline is told by being nothing else: after its opening word come only names (by their capitals),
roles, places and times, so that "By Monday, the river had risen" is none.
"""

from __future__ import annotations

import re

from discrepancy.clean.patterns import (
    FULL_STOP,
    SENTENCE_GAP,
    SHORT,
    STOP,
    end,
    start,
    unmarked,
    whole,
    words,
)

_CHANNEL = re.compile(r"\d{1,2} [A-Z]\w+")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}")
_ADDRESS = re.compile(
    r"(?:e-?mail:? |twitter:? |x:? )?(?:\S+@\S+\.\w+|@\w+|\[email.protected\])"
    r"|\+?\(?\d[\d ()./-]{6,}\d(?: ?@\w+)?",
    re.I,
)
_OUTLET = re.compile(
    r"^[A-Z][\w'’&.-]*+(?:\s(?:of|the|and|&|[A-Z][\w'’&.-]*+)){0,5}(?:,|\s[|–—-])\s+"
    r"(?=.*\b\d{1,2}\b.*\b\d{4}\b|\d{4}-\d\d-\d\d)"
)
"""What stands before a day with its year: "The Orvale Herald, 3 March 2031"."""
_CHUNKS = re.compile(r"\s*(?:[,;/|]|\.\s|\s[-–—]\s|\b(?:and|in|at|for|on|of)\b|&)\s*")


def is_byline(text: str, near_top: bool) -> bool:
    """Whether the text names author, agency or time and nothing else; a bare date only ``near_top``."""
    if len(text) > SHORT:
        return False
    if _ADDRESS.fullmatch(text) or whole("byline.reading_times").fullmatch(unmarked(text)):
        return True
    if _EMAIL.search(text) and not STOP.search(text):
        return True
    if start("byline.openings").match(text) and not FULL_STOP.search(text):
        return True
    if end("byline.endings").search(text):
        return True
    return _is_credit(text) or _is_stamp(text, near_top) or _is_author(text)


def is_signature(text: str) -> bool:
    """Whether a first line below a known headline is a name, with a place perhaps."""
    chunks = text.split(", ")
    if len(text.split()) > 6 or len(chunks) > 2 or re.search(r"[\d:;!?.]", text):
        return False
    return 2 <= len(chunks[0].split()) <= 4 and all(_is_person(chunk) for chunk in chunks)


def is_outlet(text: str) -> bool:
    """Whether a line below a byline names the author's outlet or department."""
    return len(text.split()) <= 5 and not re.search(r"[\d:;!?]|\.$", text) and _is_person(text)


def is_agency(text: str) -> bool:
    """Whether the text is one or more agencies, in brackets or after a dash."""
    names = re.split(r"\s*(?:/|,|;|&|\band\b|\bwith\b)\s*", text.strip("()[]/.–—- "))
    return all(name in words("byline.agencies") for name in names)


def _is_credit(text: str) -> bool:
    """Whether it says who wrote it: "By Ada Brook in Oslo", "Reporting by Ada Brook; editing by Lee Tan"."""
    inner = text.strip("()[] –—-")
    starts_from = re.match(r"from\s", inner, re.I)
    match = starts_from or start("byline.credits").match(inner)
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
    if match := start("byline.credits").match(chunk):
        chunk = chunk[match.end() :].strip(" :.")
    return (
        _is_person(chunk)
        or _CHANNEL.fullmatch(chunk) is not None
        or _has_role(chunk)
        or _is_time(chunk)
        or whole("byline.reading_times").fullmatch(chunk) is not None
    )


def _is_person(text: str) -> bool:
    """A name by its capitals, or one of the words that stand for an author."""
    if whole("byline.nobody").fullmatch(text) or text in words("byline.agencies"):
        return True
    parts = text.split()
    if not 0 < len(parts) <= 5 or _is_time(text):
        return False
    return all(_is_name_word(part) for part in parts) and any(part[0].isupper() for part in parts)


def _is_name_word(word: str) -> bool:
    return word.lower() in words("byline.particles") or (
        word[0].isupper() and not any(c.isdigit() for c in word)
    )


def _has_role(text: str) -> bool:
    parts = [part.lower().strip(".,") for part in text.split()]
    return len(parts) <= 6 and not words("byline.roles").isdisjoint(parts)


def _is_author(text: str) -> bool:
    """Whether it is a signature such as "Ada Brook, health correspondent, Oslo" or "Health correspondent"."""
    chunks = [chunk for chunk in re.split(r"\s*[,|]\s*", text) if chunk]
    if STOP.search(text) or len(text.split()) > 12 or not chunks:
        return False
    if len(chunks) == 1:
        return bool(whole("byline.nobody").fullmatch(text)) or (
            text.split()[-1].lower() in words("byline.roles") and len(text.split()) <= 4 and text[0].isupper()
        )
    return (
        _is_person(chunks[0])
        and any(_has_role(chunk) for chunk in chunks[1:])
        and all(_has_role(chunk) or _is_person(chunk) for chunk in chunks[1:])
    )


def _is_stamp(text: str, near_top: bool) -> bool:
    """Whether it is a time stamp: "Updated 5:12 p.m. Monday" anywhere, near the top a date or an outlet's."""
    first, *rest = SENTENCE_GAP.split(text, maxsplit=1) if not re.search(r"\b[ap]\.m\.", text) else [text]
    match = start("byline.stamps").match(first)
    if rest and not (match and _is_credit(rest[0])):
        return False
    if match is None:
        return near_top and (_is_dated(first) or _is_dated(_OUTLET.sub("", first, count=1)))
    said = first[match.end() :]
    return bool(re.search(r"\d|day\b", said)) and _is_time(said)


def _is_dated(text: str) -> bool:
    """Whether it says a year or an hour, and nothing but when."""
    return bool(re.search(r"\d{4}|\d:\d\d", text)) and _is_time(text)


def find_stamp(text: str) -> int:
    """Where a time stamp behind a line's words begins ("Fire in Harlow Posted: 2 May 2031"), else 0."""
    told = re.search(r"(?<=\S\s)(?:Posted|Published|Updated)(?: on| at)?: ", text)
    return told.start() if told and re.search(r"\d", text) and _is_time(text[told.start() :]) else 0


def _is_time(text: str) -> bool:
    """Whether the words say when and nothing else; "Oslo time" is such a word pair."""
    parts = re.sub(r"\b[A-Z]\w+ time\b", "time", text).replace(",", " ").split()
    parts = [part.strip("():|–—-") for part in parts]
    return any(parts) and all(whole("byline.times").fullmatch(part.rstrip(".")) for part in parts if part)
