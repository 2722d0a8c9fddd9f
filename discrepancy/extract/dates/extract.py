"""The walk through a document that finds and places its dates in the order they are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from discrepancy.extract.dates import offsets, periods, special
from discrepancy.extract.dates.accept import accept
from discrepancy.extract.dates.atoms import CODES, Atom, read_atoms
from discrepancy.extract.dates.bounds import bound_value
from discrepancy.extract.dates.grammar import Match, find_matches
from discrepancy.extract.dates.parts import Clock, Parts, read_parts, read_unit
from discrepancy.extract.dates.periods import Period, open_period
from discrepancy.extract.dates.resolve import Anchor, resolve
from discrepancy.extract.dates.telling import Telling, is_history
from discrepancy.extract.dates.tense import direction
from discrepancy.lexicon import read_table
from discrepancy.model import Date, Document, Kind, Mention, Sentence

_CATEGORY = {code: category for category, code in CODES.items()}
# Sentences of nothing but these hold no date; only "twenty to four" has no word of its own.
_PLAIN = [
    "comma",
    "dash",
    "open",
    "close",
    "name",
    "word",
    "other",
    "the",
    "of",
    "at",
    "to",
    "and",
    "on",
    "in",
]
_PLAIN += [
    "from",
    "between",
    "day",
    "number",
    "count",
    "vague",
    "rank",
    "plus",
    "time",
    "local",
    "fiscal",
    "half",
    "hours",
]
_PLAIN += ["minutes", "before", "after"]
_NEXT_MONTH = re.compile(
    "{comma}?[{and}{to}{dash}]{month}[{day}{ordinal}]?[{comma}{of}]?{year}|[{and}{to}{dash}][{day}{ordinal}]{of}?{month}{year}".format_map(
        CODES
    )
)
_WHOLE_YEAR = re.compile(r"\d{4}")
_WHEN = re.compile(r",? when [^,;:]*")
"""What opens a clause about the time just told, up to the next date in it."""
_WITHIN = re.compile(r",? (?:\w+ly )?(?:at|by|during|from|in|on|until) (?:the )?")
"""What leads from a year to a time within it: "next year, probably on 3 May"."""
_IN = re.compile(r"in ", re.IGNORECASE)
_TRIGGER = re.compile(
    rf"[^{''.join(CODES[category] for category in _PLAIN)}]"
    rf"|[{CODES['count']}{CODES['day']}]{CODES['minutes']}?{CODES['to']}[{CODES['count']}{CODES['day']}]"
)


def extract_dates(document: Document, day_first: bool | None = None) -> tuple[Mention, ...]:
    """Every date, time of day and recurring date of a document, in order.

    Args:
        document: Its reference moment resolves relative expressions; without one they stay open.
        day_first: Order of numeric dates such as 03/04/2021. None: what the document itself shows
            (a part over 12, the town of the dateline, the only towns named), else both readings count.
    """
    read = [(sentence, read_atoms(sentence)) for sentence in document.sentences]
    if day_first is None:
        day_first = _order_shown(read)
    moment = document.reference.moment.replace(tzinfo=None) if document.reference.moment else None
    years = [atom.number for _, atoms in read for atom in atoms if _CATEGORY[atom.code] == "year"]
    telling = Telling(is_history(years, moment), moment)
    mentions = []
    for sentence, atoms in read:
        telling.enter(sentence.index)
        for start, end, value in _dates(sentence, atoms, document, telling, day_first):
            mentions.append(
                document.mention(sentence, sentence.start + start, sentence.start + end, Kind.DATE, value)
            )
    return tuple(mentions)


def _order_shown(read: Sequence[tuple[Sentence, list[Atom]]]) -> bool | None:
    """The order of numeric dates that the document shows by itself, or None."""
    slashed = [atom for _, atoms in read for atom in atoms if _CATEGORY[atom.code] == "slashed"]
    if not slashed:
        return None
    for atom in slashed:
        first, second = (int(part) for part in re.split(r"[/.-]", atom.text)[:2])
        if (first > 12) != (second > 12):
            return first > 12
    towns = read_table("dates")["datelines"]
    for sentence, _ in read[:3]:
        for order in ("day_first", "month_first"):
            if sentence.text.startswith(tuple(towns[order])):
                return order == "day_first"
    text = " ".join(sentence.text for sentence, _ in read)
    orders = {
        order
        for order in ("day_first", "month_first")
        if any(re.search(rf"\b{town.title()}\b", text) for town in towns[order])
    }
    return orders == {"day_first"} if len(orders) == 1 else None


def _dates(
    sentence: Sentence, atoms: list[Atom], document: Document, telling: Telling, day_first: bool | None
) -> Iterator[tuple[int, int, Date]]:
    """Offsets into the sentence's text and values, in order."""
    found: list[tuple[int, int, Match | str]] = []
    if _TRIGGER.search("".join(atom.code for atom in atoms)):
        matches = find_matches(atoms, lambda match: accept(match, atoms, sentence))
        found.extend((*_bounds(match, atoms), match) for match in matches)
    taken = list(found)
    before: tuple[int, int, Date] | None = None
    found += [
        (hit.start(), hit.end(), hit[0].lower())
        for hit in _references().finditer(sentence.text)
        if not any(start < hit.end() and hit.start() < end for start, end, _ in taken)
    ]
    for start, end, what in sorted(found, key=lambda item: item[0]):
        if isinstance(what, str):
            yield start, end, Date(str(read_table("dates")["references"][what]), "DATE", None, None)
            continue
        anchor = telling.anchor(direction(sentence, start))
        if before and (
            own := _year_explained(before[2], sentence.text[: before[0]], sentence.text[before[1] : start])
        ):
            anchor = replace(anchor, year=own, narrated=None)
        value = _value(what, atoms, sentence, anchor, day_first)
        if (
            value is not None
            and what.rule == "pair"
            and (years := special.split_pair(sentence.text[start:end]))
        ):
            for (first, stop), year in years:
                yield (
                    start + first,
                    start + stop,
                    replace(value, timex=year.timex, start=year.start, end=year.end),
                )
        elif value is not None:
            if what.rule == "offset" and before and sentence.text[before[1] : start] == ", ":
                # "At 2:10 a.m., six hours later": the moment has just been told.
                value = replace(before[2], said=value.said)
            before = (start, end, value)
            telling.tell(value, start)
            yield start, end, _local(replace(value, inferred=document.reference.inferred), document)


def _year_explained(told: Date, led: str, between: str) -> int | None:
    """The year just told of which the words go on: "next year, when play will begin on 6 September".

    Args:
        told: The date told before.
        led: What stands before it in the sentence.
        between: What stands between it and the date in question.
    """
    if not _WHOLE_YEAR.fullmatch(told.timex):
        return None
    # "Elected in 2019, in May she resigned": only what opens a sentence or counts from now leads on.
    leads = told.said == {"relative"} or _IN.fullmatch(led)
    return int(told.timex) if _WHEN.fullmatch(between) or (leads and _WITHIN.fullmatch(between)) else None


def _local(value: Date, document: Document) -> Date:
    """The value with the doubt about "today" that a publication time in UTC leaves.

    Between midnight and six in UTC it is still the day before in the Americas, so a bare "today"
    or "yesterday" may be the day before the one that UTC gives. The reference moment of a check has
    no zone any more; that of the publication tells.
    """
    moment = document.reference.moment
    if moment is not None and moment.tzinfo is None:
        moment = document.article.published
    if moment is None or moment.utcoffset() != timedelta() or moment.hour >= 6 or not moment.time():
        return value
    if not value.said <= {"relative"} or value.start is None or value.end is None:
        return value  # a time of day is told by the clock, whatever the day
    short = value.end - value.start <= timedelta(hours=34)
    return replace(value, start=value.start - timedelta(days=1)) if short else value


@cache
def _references() -> re.Pattern[str]:
    phrases = sorted(read_table("dates")["references"], key=len, reverse=True)
    # "At this time of year" is no present, "now and then" neither.
    known = "|".join(map(re.escape, phrases))
    beyond = r"(?! of (?:the )?(?:year|day)| and (?:then|again))"
    return re.compile(rf"(?<!every )\b(?:{known})\b{beyond}", re.IGNORECASE)


def _bounds(match: Match, atoms: list[Atom]) -> tuple[int, int]:
    own = match.atoms(atoms)
    if _CATEGORY[own[-1].code] == "close" and not any(_CATEGORY[a.code] == "open" for a in own):
        own = own[:-1]
    while len(own) > 1 and _CATEGORY[own[-1].code] == "dash":
        own = own[:-1]
    return own[0].start, own[-1].end


def _value(
    match: Match, atoms: list[Atom], sentence: Sentence, anchor: Anchor, day_first: bool | None
) -> Date | None:
    own = match.atoms(atoms)
    if match.rule == "set":
        timex = special.read_set(own)
        return Date(timex, "SET", None, None) if timex else None
    clock = _group(match, atoms, "clock")
    parts = _share_year(read_parts(own, clock), match, atoms)
    period = _period(match, atoms, parts, anchor, day_first)
    if period is None:
        return None
    value = Date(
        timex=period.timex,
        type=_type(period.timex),
        start=period.start,
        end=period.end,
        said=_said(match.rule, own, parts) | _third(parts, period),
        # "The night from Tuesday to Wednesday, March 6" names the day after the one that it begins on.
        weekday=parts.weekday if (parts.day or parts.month) and match.rule != "night" else None,
        offset=_offset(parts.clock, period.start) if parts.clock else None,
    )
    return bound_value(value, sentence, own, parts)


def _offset(clock: Clock, start: datetime | None) -> int | None:
    """Minutes east of UTC; where they depend on the season, those of the day that was meant."""
    if clock.offset is not None or clock.place is None or start is None:
        return clock.offset
    shift = ZoneInfo(clock.place).utcoffset(start)
    return int(shift.total_seconds()) // 60 if shift is not None else None


def _share_year(parts: Parts, match: Match, atoms: Sequence[Atom]) -> Parts:
    """A month with the year that is printed once after the next one: "in April and June 1955"."""
    if not parts.month or parts.year or parts.steps:
        return parts
    following = _NEXT_MONTH.match("".join(atom.code for atom in atoms[match.stop : match.stop + 7]))
    if following is None:
        return parts
    rest = atoms[match.stop : match.stop + following.end()]
    month, year = read_parts(rest).month, rest[-1].number
    return replace(parts, year=year - 1 if month and month < parts.month else year)


def _type(timex: str) -> Literal["DATE", "TIME", "DURATION"]:
    if timex.startswith("P") and not timex.endswith("_REF"):
        return "DURATION"
    return "TIME" if "T" in timex and "_" not in timex else "DATE"


def _group(match: Match, atoms: list[Atom], name: str) -> list[Atom]:
    first, stop = match.groups.get(name, (0, 0))
    return atoms[first:stop]


def _period(
    match: Match, atoms: list[Atom], parts: Parts, anchor: Anchor, day_first: bool | None
) -> Period | None:
    """The period of a match by the rule that found it."""
    own = match.atoms(atoms)
    kinds = [_CATEGORY[atom.code] for atom in own]
    try:
        if match.rule in ("offset", "ahead", "window", "adjacent"):
            return _counted(match.rule, own, kinds, anchor)
        if match.rule == "beside":
            return offsets.resolve_beside(own, anchor)
        if match.rule == "loose":
            return open_period(offsets.loose_timex(own), "duration")
        if match.rule == "part" and own[0].text == "night" and atoms[match.first - 1].text == "at":
            # "They travelled at night": on no night in particular.
            return open_period("XXXX-XX-XXTNI", "part")
        if match.rule == "night":
            return special.read_night_to(own, anchor)
        if match.rule == "weekend":
            return special.read_weekend(anchor)
        if match.rule == "fiscal":
            return special.read_fiscal(own, anchor)
        if match.rule == "decade":
            return special.read_decade(own)
        if match.rule == "century":
            return special.read_century(own)
        if match.rule == "quarter":
            return special.read_quarter(own, anchor)
        if match.rule == "pair":
            return special.read_pair(own[0])
        if match.rule == "nth":
            return special.read_nth(own, anchor)
        if match.rule == "eve":
            return special.read_eve(own, anchor)
        if match.rule == "span":
            return special.read_span(_group(match, atoms, "first"), _group(match, atoms, "second"), anchor)
    except (ValueError, OverflowError):
        return None
    printed = next((atom for atom in own if _CATEGORY[atom.code] in ("iso", "slashed")), None)
    if printed is None:
        return resolve(parts, anchor)
    day = (
        special.read_iso(printed.text)
        if _CATEGORY[printed.code] == "iso"
        else special.read_slashed(printed.text, day_first, anchor)
    )
    if day is None or day.start is None or parts.clock is None:
        return day
    told = replace(parts, year=day.start.year, month=day.start.month, day=day.start.day)
    return resolve(told, anchor)


def _counted(rule: str, own: Sequence[Atom], kinds: Sequence[str], anchor: Anchor) -> Period | None:
    """Periods that count units from the reference or from the day told."""
    if rule == "adjacent":
        sign = -1 if kinds[-1] in ("earlier", "before") else 1
        unit = own[-2].text if kinds[-2] == "daypart" else read_unit(own[-2].text)
        return offsets.resolve_adjacent(unit, sign, anchor)
    quantity = offsets.read_quantity(own)
    if quantity is None:
        return None
    since = (anchor.told if quantity.unit == "day" else anchor.since) or anchor.told
    told = periods.midnight(since) if since else anchor.moment if kinds[-1] in ("earlier", "before") else None
    if rule == "window":
        back = own[0 if kinds[0] == "step" else 1].text in ("last", "past", "previous", "preceding")
        return offsets.resolve_window(quantity, -1 if back else 1, anchor.moment)
    if rule == "ahead":
        if quantity.unit in ("hour", "minute", "second") or own[0].text == "within":
            return offsets.resolve_window(quantity, 1, anchor.moment)
        return offsets.resolve_offset(quantity, 1, anchor.moment)
    if kinds[-1] == "deictic":
        return offsets.resolve_ahead(quantity, own[-1].text, anchor)
    if kinds[-1] == "ago":
        return offsets.resolve_offset(quantity, -1, anchor.moment)
    sign = -1 if kinds[-1] in ("earlier", "before") else 1
    if quantity.unit in ("hour", "minute", "second"):
        return offsets.resolve_clock_offset(quantity, sign, anchor)
    return offsets.resolve_offset(quantity, sign, told)


def _third(parts: Parts, period: Period) -> frozenset[str]:
    """Which third of a month is meant, where no year gives the month bounds that would tell."""
    if parts.portion is None or not parts.month or parts.day or period.start is not None:
        return frozenset()
    return frozenset({read_table("dates")["thirds"].get(parts.portion, parts.portion)})


def _said(rule: str, own: Sequence[Atom], parts: Parts) -> frozenset[str]:
    kinds = {_CATEGORY[atom.code] for atom in own}
    if rule in ("offset", "ahead", "window", "adjacent", "beside"):
        return frozenset({"relative"})
    said = set()
    if parts.year is not None or kinds & {"iso", "slashed", "pair", "decade"} or rule == "century":
        said.add("year")
    if parts.month or kinds & {"iso", "slashed"} or parts.festival or rule == "nth":
        said.add("month")
    ranked = rule in ("century", "quarter")
    if (parts.day and not ranked) or kinds & {"iso", "slashed"} or parts.festival:
        said.add("day")
    if parts.weekday is not None:
        said.add("weekday")
    if parts.season:
        said.add("season")
    if rule == "decade":
        said.add("decade")
    if parts.clock:
        said |= {"clock"} | ({"zone"} if parts.clock.zone else set())
        said |= set() if parts.clock.twelve else {"meridiem"}
    counted = parts.steps and rule in ("instant", "period", "unit")
    relative = parts.deictic is not None or counted or parts.weeks
    return frozenset(said | ({"relative"} if relative else set()))
