"""What the atoms of one expression say, before anything is resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from discrepancy.extract.dates.atoms import CODES, Atom
from discrepancy.lexicon import read_table

_CATEGORY = {code: category for category, code in CODES.items()}
_WEEKS = {"week": 1, "fortnight": 2}


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as printed.

    Attributes:
        hour: 0 to 24; where ``twelve`` is set, 1 to 12 with the half of the day unsaid.
        zone: Whether a zone other than "local time" was printed.
        offset: Minutes east of UTC where the zone is known.
        place: A place that keeps the zone, where its offset depends on the season.
    """

    hour: int
    minute: int
    twelve: bool = False
    zone: bool = False
    offset: int | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a calendar expression.

    Attributes:
        steps: Unit → how many units from the reference ("last week" → ``{"week": -1}``). A step before
            a name counts occurrences of it: units "month-name", "weekday", "season", "festival".
        told: Counted from the day last told, not from the reference day ("the following day").
        coming: The step is "coming" or "upcoming", which what is under way still may be.
        weeks: Weeks to go on from the coming weekday: "a fortnight on Friday", "Tuesday week".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    festival: str | None = None
    deictic: int | None = None
    daypart: str | None = None
    portion: str | None = None
    clock: Clock | None = None
    steps: dict[str, int] = field(default_factory=dict)
    told: bool = False
    coming: bool = False
    overnight: bool = False
    bc: bool = False
    weeks: int = 0


@cache
def _table(section: str) -> dict[str, int]:
    table: dict[str, int] = read_table("dates")[section]
    return table


def read_number(atom: Atom) -> int:
    """The number that an atom states in digits or words."""
    if atom.text[0].isdigit():
        return atom.number
    for section in ("counts", "ranks"):
        if atom.text in _table(section):
            return _table(section)[atom.text]
    return 1


def read_parts(atoms: Sequence[Atom], clock: Sequence[Atom] = ()) -> Parts:
    """The parts that ``atoms`` state; ``clock`` are the atoms that tell the time of day."""
    parts = Parts()
    step: int | None = None
    told = False
    rest = [atom for atom in atoms if atom not in clock]
    rest, parts = _cut_years_ago(rest, parts)
    rest, parts = _cut_weeks(rest, parts)
    for position, atom in enumerate(rest):
        category = _CATEGORY[atom.code]
        if category in ("step", "same"):
            step = _table("steps").get(atom.text, 0)
            told = told or atom.text in ("previous", "preceding", "following", "same", "that")
            after = rest[position + 1] if position + 1 < len(rest) else None
            if atom.text == "next" and position and rest[position - 1].text == "the" and after is not None:
                # "The next day" follows what was told; "next day" and "next week" follow today.
                told = told or _CATEGORY[after.code] in ("unit", "year_unit", "daypart")
            if after is not None and _CATEGORY[after.code] in ("day", "ordinal", "rank"):
                step = None
            continue
        parts = _add(parts, category, atom, step)
        if category not in ("portion", "edge", "of", "the", "dash", "comma"):
            step = None
    if clock:
        parts = _add_clock(parts, clock)
    return replace(parts, told=told, coming=any(atom.text in ("coming", "upcoming") for atom in rest))


def _cut_years_ago(atoms: list[Atom], parts: Parts) -> tuple[list[Atom], Parts]:
    """The years counted back behind a month: "in January two years ago"."""
    kinds = [_CATEGORY[atom.code] for atom in atoms[-3:]]
    if len(atoms) < 4 or kinds[1:] != ["year_unit", "ago"]:
        return atoms, parts
    return atoms[:-3], replace(parts, steps={"year": -read_number(atoms[-3])})


def _cut_weeks(atoms: list[Atom], parts: Parts) -> tuple[list[Atom], Parts]:
    """The weeks that go on from a weekday: "a fortnight on Friday", "Tuesday week"."""
    days = [number for number, atom in enumerate(atoms) if _CATEGORY[atom.code] == "weekday"]
    if not days:
        return atoms, parts
    beside = [*atoms[days[0] + 1 : days[0] + 2], *atoms[max(days[0] - 2, 0) : max(days[0] - 1, 0)]]
    unit = next((atom for atom in beside if atom.text.removesuffix("s") in _WEEKS), None)
    before = atoms[days[0] - 1] if days[0] else None
    if unit is None or (before is not None and _CATEGORY[before.code] in ("step", "same")):
        return atoms, parts
    if any(_CATEGORY[atom.code] in {"day", "ordinal"} for atom in atoms):
        return [atom for atom in atoms if atom is not unit], parts  # "Tuesday week, the 24th"
    count = next((read_number(atom) for atom in atoms if _CATEGORY[atom.code] == "count"), 1)
    weeks = count * _WEEKS[unit.text.removesuffix("s")]
    return [atoms[days[0]]], replace(parts, weeks=weeks)


def _add(parts: Parts, category: str, atom: Atom, step: int | None) -> Parts:
    word = atom.text.rstrip(".")
    if category == "month":
        steps = parts.steps if step is None else {**parts.steps, "month-name": step}
        return replace(parts, month=_table("months")[word], steps=steps)
    if category == "weekday":
        steps = parts.steps if step is None else {**parts.steps, "weekday": step}
        return replace(parts, weekday=_table("weekdays")[word], steps=steps)
    if category == "season":
        steps = parts.steps if step is None else {**parts.steps, "season": step}
        return replace(parts, season=str(_table("seasons")[word]), steps=steps)
    if category == "festival":
        steps = parts.steps if step is None else {**parts.steps, "festival": step}
        return replace(parts, festival=word, steps=steps)
    if category in ("day", "ordinal", "rank"):
        return replace(parts, day=read_number(atom))
    if category == "year":
        return replace(parts, year=atom.number)
    if category == "number":
        return replace(parts, year=atom.number, bc=True)
    if category == "year_end":
        return replace(parts, portion="end", steps={**parts.steps, "year": step or 0})
    if category == "ad":
        return replace(parts, bc=word.startswith("b"))
    return _add_relative(parts, category, word, step)


def _add_relative(parts: Parts, category: str, word: str, step: int | None) -> Parts:
    if category == "deictic":
        night = "night" if word == "tonight" else parts.daypart
        return replace(parts, deictic=_table("deictics")[word], daypart=night, overnight=word == "overnight")
    if category == "daypart":
        singular = word.removesuffix("s")
        if step is not None:
            return replace(parts, daypart=singular, deictic=step)
        return replace(parts, daypart=singular)
    if category in ("portion", "edge"):
        return replace(parts, portion=word)
    if category in ("unit", "year_unit", "century", "hours", "minutes", "half"):
        unit = read_unit(word)
        if unit == "hour" and parts.portion:
            return replace(parts, daypart=f"{parts.portion} hours", portion=None)
        if step is not None or unit != "year" or not (parts.year or parts.month):
            return replace(parts, steps={**parts.steps, unit: step or 0})
    return parts


def read_unit(word: str) -> str:
    """The unit named by a word in singular or plural."""
    units = read_table("dates")["units"]
    return str(units.get(word) or units[word.removesuffix("s")])


def _add_clock(parts: Parts, atoms: Sequence[Atom]) -> Parts:
    hour, minute, twelve = _face(atoms)
    daypart: str | None = None
    deictic = parts.deictic
    for position, atom in enumerate(atoms):
        category = _CATEGORY[atom.code]
        if category == "meridiem":
            hour, twelve = hour % 12 + (12 if atom.text.startswith("p") else 0), False
        elif category == "daypart":
            daypart = atom.text.removesuffix("s")
            if position and _CATEGORY[atoms[position - 1].code] == "step":
                deictic = _table("steps")[atoms[position - 1].text]
    if twelve and (daypart or parts.daypart):
        hour, twelve = _by_daypart(hour, daypart or parts.daypart or ""), False
    zone, offset = _zone(atoms)
    if zone and twelve and atoms[0].text[0].isdigit():
        # Times given in a named zone without a.m. or p.m. are on the 24-hour clock.
        twelve = False
    clock = Clock(hour, minute, twelve, zone, offset, _seasonal_place(atoms) if zone else None)
    return replace(parts, clock=clock, deictic=deictic, daypart=parts.daypart or daypart)


def _face(atoms: Sequence[Atom]) -> tuple[int, int, bool]:
    """Hour and minute as printed, and whether the half of the day is still open."""
    noon = next((atom for atom in atoms if _CATEGORY[atom.code] == "noon"), None)
    joint = next(
        (
            i
            for i, a in enumerate(atoms)
            if i
            and _CATEGORY[a.code] in ("step", "to", "before", "after")
            and i + 1 < len(atoms)
            and _CATEGORY[atoms[i + 1].code] in ("count", "day", "noon")
        ),
        None,
    )
    if joint is not None:
        minutes = sum(_minutes(atom) for atom in atoms[:joint] if _CATEGORY[atom.code] != "minutes")
        hour = _table("noons")[noon.text] if noon else read_number(atoms[joint + 1])
        if atoms[joint].text in ("to", "before"):
            hour, minutes = (hour - 1 or 12) if noon is None else hour - 1, 60 - minutes
        return hour, minutes % 60, noon is None
    if noon is not None:
        return _table("noons")[noon.text], 0, False
    face = atoms[0]
    if _CATEGORY[face.code] in ("clock", "dotted"):
        hour, minute = (int(part) for part in face.text.replace(".", ":").split(":")[:2])
        return hour, minute, 1 <= hour <= 12 and not face.text.startswith("0")
    if len(face.text) >= 3 and face.text.isdigit():
        return int(face.text[:-2]), int(face.text[-2:]), False
    hour = read_number(face)
    return hour, 0, 1 <= hour <= 12


def _minutes(atom: Atom) -> int:
    return {"half": 30, "quarter": 15}.get(atom.text) or read_number(atom)


def _by_daypart(hour: int, daypart: str) -> int:
    """The hour of 24 for "five in the morning", "ten at night", "three in the afternoon"."""
    if daypart in ("morning", "mid-morning", "dawn", "daybreak", "sunrise", "early hours"):
        return hour % 12
    if daypart in ("night", "nighttime") and hour % 12 < 5:
        return hour % 12 or 24
    return hour % 12 + 12


def _seasonal_place(atoms: Sequence[Atom]) -> str | None:
    """A place with the zone of "ET" or "Eastern time", None for zones of one offset."""
    places: dict[str, str] = read_table("dates")["seasonal_zones"]
    words = [
        atom.text.upper() if _CATEGORY[atom.code] == "zone" and atom.text not in places else atom.text
        for atom in atoms
        if _CATEGORY[atom.code] in ("zone", "name")
    ]
    known = [places[word] for word in (" ".join(words), *words) if word in places]
    return known[0] if known else None


def _zone(atoms: Sequence[Atom]) -> tuple[bool, int | None]:
    """Whether a zone is printed, and its offset in minutes where it has only one."""
    categories = [_CATEGORY[atom.code] for atom in atoms]
    if "zone" in categories:
        at = categories.index("zone")
        offset = _table("zones").get(atoms[at].text.upper())
        if at + 2 < len(atoms) and categories[at + 1] in ("plus", "dash") and atoms[at + 2].text[0].isdigit():
            hours, _, minutes = atoms[at + 2].text.partition(":")
            shift = int(hours) * 60 + int(minutes or 0)
            return True, (offset or 0) + (shift if categories[at + 1] == "plus" else -shift)
        return True, offset
    return "time" in categories and "local" not in categories, None
