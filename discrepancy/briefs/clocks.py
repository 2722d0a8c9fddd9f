"""One time of day by two clocks: "9 a.m. Tokyo time" is midnight in London, and no other hour.

A time without a zone is that of the place of which the brief tells, or from which it is written; it is put
on the universal clock only where the other brief gives its own zone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from discrepancy.align.calendar import minutes_of
from discrepancy.briefs.contrast import Contrast
from discrepancy.briefs.lineup import Brief, Lineup
from discrepancy.briefs.scope import narrows
from discrepancy.lexicon import read_table
from discrepancy.lexicon.towns import find_countries
from discrepancy.model import Claim, Date, Kind, Name

_DAY = 1440
_USUAL = 2024
"""A year whose rules for summer time are those of today."""
_LOOSE = 25
"""Minutes by which rounding may move a time."""

_ZONE = re.compile(
    r"\b([A-Z][A-Za-z]+(?: [A-Z][a-z]+)?)(?: [Ss]tandard| [Dd]aylight| summer| local)? [Tt]ime\b"
)
_SEASONAL = re.compile(r"\b(ET|CT|MT|PT)\b")
_DATELINE = re.compile(r"\s*([A-Z][A-Z.'’ -]{2,30}?)(?:,[^-–—]{1,30})?\s*(?:\([^)]*\)\s*)?[-–—]\s")
_PRINTED = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)T")


def find_clock(lineup: Lineup) -> Contrast | None:
    """A time of day that, put on the clock of the other brief, is another."""
    left, right = (
        [
            c
            for c in lineup.claims(brief)
            if isinstance(c.mention.value, Date) and "clock" in c.mention.value.said
        ]
        for brief in (lineup.left, lineup.right)
    )
    if len(left) != 1 or len(right) != 1:
        return None
    a, b = left[0], right[0]
    zones = [_offsets(c, brief, lineup) for c, brief in ((a, lineup.left), (b, lineup.right))]
    if not all(zones) or not any(_is_zoned(c) for c in (a, b)) or not _are_two(a, b, *zones):
        return None
    words = lineup.left.within(a), lineup.right.within(b)
    if not lineup.are_of_one_thing(*words, least=1) or narrows(lineup, *words):
        return None
    return Contrast("another time of day", *words, Kind.DATE)


def is_one_clock(lineup: Lineup, left: Claim, right: Claim) -> bool:
    """Whether two times of day are one by the clocks of their places: "9 a.m. Tokyo time", "midnight GMT"."""
    if not all(isinstance(c.mention.value, Date) and "clock" in c.mention.value.said for c in (left, right)):
        return False
    zones = [_offsets(c, brief, lineup) for c, brief in ((left, lineup.left), (right, lineup.right))]
    return all(zones) and _is_zoned(left) and _is_zoned(right) and not _are_two(left, right, *zones)


def _value(claim: Claim) -> Date:
    assert isinstance(claim.mention.value, Date)
    return claim.mention.value


def _is_zoned(claim: Claim) -> bool:
    return _value(claim).offset is not None or "zone" in _value(claim).said


def _are_two(left: Claim, right: Claim, ours: frozenset[int], theirs: frozenset[int]) -> bool:
    """Whether no reading of the two zones brings the times together."""
    gap = minutes_of(_value(left)) - minutes_of(_value(right))
    return all(_LOOSE < (gap - a + b) % _DAY < _DAY - _LOOSE for a in ours for b in theirs)


def _offsets(claim: Claim, brief: Brief, lineup: Lineup) -> frozenset[int]:
    """Minutes east of UTC that the clock of a time may have; none where that is not known."""
    value = _value(claim)
    if value.offset is not None:
        return frozenset({value.offset})
    return frozenset(offset for zone in _zones(claim, brief, lineup) for offset in _shift(zone, value))


def _zones(claim: Claim, brief: Brief, lineup: Lineup) -> Iterator[str]:
    """Names of the zones that the words of a brief give a time."""
    table: dict[str, str] = read_table("dates")["seasonal_zones"]
    printed = _ZONE.search(claim.mention.text) or _SEASONAL.search(claim.mention.text)
    if printed is not None:
        known = table.get(printed[1]) or table.get(printed[1].split()[0].lower())
        yield from [known] if known else _zones_of(printed[1])
        return
    if _is_zoned(claim):
        return
    places = [
        c.mention.value.form
        for c in lineup.claims(brief)
        if c.mention.kind is Kind.PLACE and isinstance(c.mention.value, Name)
    ]
    dateline = _DATELINE.match(brief.document.article.text)
    if not places and dateline is not None:
        places = [dateline[1].title()]
    if len(places) == 1:
        known = table.get(places[0].lower())
        yield from [known] if known else _zones_of(places[0])


def _zones_of(place: str) -> frozenset[str]:
    """The zone of a town that a zone is called after, or of a country that has a single one."""
    named = frozenset(
        z for zones in _countries().values() for z in zones if z.split("/")[-1] == place.replace(" ", "_")
    )
    if named:
        return named
    codes = find_countries(place)
    zones = frozenset(zone for code in codes for zone in _countries().get(code, ()))
    return zones if len(codes) == 1 and len(zones) == 1 else frozenset()


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    """The zones of each country, by its ISO 3166 code."""
    found: dict[str, tuple[str, ...]] = {}
    for line in files("tzdata").joinpath("zoneinfo/zone.tab").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, _, zone = line.split("\t")[:3]
            found[code] = (*found.get(code, ()), zone)
    return found


def _shift(zone: str, value: Date) -> Iterator[int]:
    """Offsets of a zone on the day of a time; of either half of the year where no day is given."""
    printed = _PRINTED.match(value.timex)
    days = [(int(printed[2]), int(printed[3]))] if printed else [(1, 10), (7, 10)]
    year = int(printed[1]) if printed and printed[1] != "XXXX" else _USUAL
    for month, day in days:
        shift = datetime(year, month, min(day, 28), 12, tzinfo=ZoneInfo(zone)).utcoffset() or timedelta()
        yield int(shift.total_seconds() // 60)
