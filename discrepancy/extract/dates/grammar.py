"""Which sequences of atoms are date expressions.

Rules are regular expressions over category letters, written with the categories' names. All rules
are tried everywhere and the longest match wins; the order of the table decides ties.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from discrepancy.extract.dates.atoms import CODES, Atom

_YEAR = (
    "(?:{comma}?(?:{of}|{in})?{the}?(?:{year}(?!{meridiem})|(?:{step}|{same}){year_unit})"
    "|{comma}{open}?{year})"
)
_STEP = "(?:{the}?(?:{step}|{same}))"
_DAYNUM = "[{day}{ordinal}]"
_CALENDAR = (
    "(?:{month}{the}?" + _DAYNUM + _YEAR + "?(?!{clocklike})"
    "|{the}?[{day}{ordinal}{rank}]{dash}?{of}?{month}{dash}?" + _YEAR + "?"
    "|{the}{ordinal}(?:{of}(?:{same}|{step}){unit})?)"
)
_WEEKDAY = "(?:" + _STEP + "?{weekday}(?:{of}?" + _STEP + "{unit}|{unit}(?!{earlier}|{later}|{ago}))?)"
_DAY = (
    "(?:{weekday}{comma}?{open}?" + _CALENDAR + "|" + _CALENDAR + "|" + _WEEKDAY + "|{deictic}"
    "|" + _STEP + "{daypart}|" + _STEP + "?{festival}" + _YEAR + "?|{iso}|{slashed}"
    "|{the}(?:{same}|{step}){unit}|{same}{unit})"
)
_ZONE = "(?:{open}?{zone}(?:[{plus}{dash}]{digits})?{close}?|{open}?(?:{local}|{name}{name}?){time}{close}?)"
_INPART = "(?:{in}{the}{daypart}|{step}{daypart}|{at}{daypart})"
_CLOCK = (
    "(?:(?:{clock}|{dotted}){meridiem}?|[{day}{number}{count}]{meridiem}|[{year}{number}](?={zone})"
    "|[{day}{count}]{oclock}|{noon}"
    "|(?:{half}|{unit}|{count}|{day}|{count}{dash}?{count}){minutes}?(?:{step}|{to}|{earlier}|{later})"
    "(?:{count}|{day}|{noon}))"
)
_TIME = "(?P<clock>" + _CLOCK + "(?:{hours})?" + _INPART + "?" + _ZONE + "?)"
_PART = "(?:{portion}?{daypart}|{portion}{hours}|{the}{portion}{hours})"
_QUANTITY = (
    "(?:{count}{vague}{of}?|{vague}|{count}{dash}{count}|[{count}{number}{day}]"
    "(?:{and}{count}{half})?|{half}{count}|{count}{half})"
)
_UNITS = "[{unit}{year_unit}{century}{hours}{minutes}]"

RULES: tuple[tuple[str, str], ...] = (
    ("instant", _TIME + "{comma}?(?:{on}|{of})?{the}?" + _DAY),
    ("instant", _DAY + "{comma}?{in}?{the}?(?:{portion}?{daypart})?{comma}?{at}?" + _TIME),
    (
        "instant",
        _DAY + "{comma}?{at}(?P<clock>[{day}{count}{dotted}])(?!{dash}|{minutes}|{unit}|{year_unit})",
    ),
    ("instant", "(?P<clock>[{day}{count}])" + _STEP + "{daypart}"),
    ("instant", "(?P<clock>[{day}{count}])" + _INPART + "(?:{comma}?{on}?" + _DAY + ")?"),
    ("instant", _DAY + "{comma}?(?:{in}{the})?" + _PART),
    ("instant", "{the}?{portion}?" + _PART + "(?:{of}|{on}|{to})?{the}?" + _DAY),
    ("instant", _TIME),
    ("instant", "(?:{portion}{dash}?{on}?)?" + _DAY),
    ("period", "{the}?{portion}{dash}?(?:{in}|{of})?{the}?" + _STEP + "?{month}{dash}?" + _YEAR + "?"),
    ("period", _STEP + "?{month}" + _YEAR + "?"),
    ("period", "{the}?(?:{portion}{dash}?(?:{in}|{of})?{the}?)?" + _STEP + "?{season}" + _YEAR + "?"),
    ("period", "{the}?(?:{portion}{dash}?(?:{in}|{of})?{the}?)?{year}{season}"),
    ("year", "{the}?{portion}{dash}?(?:{in}|{of})?{the}?(?:{year_unit}{of}?)?{year}"),
    ("year", "(?:{the}?{year_unit}{of}?)?{year}"),
    ("year", "{year}{ad}|[{number}{year}]{ad}"),
    ("pair", "{pair}"),
    ("unit", "{the}?{portion}{dash}?(?:{in}|{of})?" + _STEP + "{units}"),
    ("unit", "{the}{portion}{of}{the}{units}"),
    ("unit", "{portion}{in}{the}{units}"),
    ("unit", _STEP + "{units}"),
    ("adjacent", "{the}[{unit}{year_unit}](?:{earlier}|{later})"),
    ("offset", _QUANTITY + "{units}(?:{and}{count}{half})?(?:{ago}|{earlier}|{later}|{from}{step})"),
    ("offset", _QUANTITY + "{units}(?:{to}{count}{units})?{ago}"),
    ("ahead", "{in}" + _QUANTITY + "{units}(?:{quote}{time})?"),
    ("window", "{the}?{step}(?:" + _QUANTITY + ")?{units}"),
    ("decade", "{the}?(?:{portion}{dash}?)?{decade}"),
    ("century", "{the}?(?:{portion}{dash}?)?[{ordinal}{rank}]{dash}?{century}"),
    ("quarter", "{the}?(?:{portion}{of}{the}?)?[{rank}{ordinal}](?:{unit}|{half})(?:{of}?" + _YEAR + ")?"),
    ("quarter", "(?:{the}?{portion}{of})?(?:{quarterly}" + _YEAR + "?|{year}{quarterly})"),
    (
        "nth",
        "{the}?(?:{rank}|{step})(?:{weekday}|{unit})(?:{of}|{in})(?:" + _STEP + "?{month}" + _YEAR + "?)",
    ),
    (
        "span",
        "(?P<first>{month}" + _DAYNUM + ")[{dash}{to}{and}](?P<second>" + _DAYNUM + "(?:{comma}?{year})?)",
    ),
    (
        "span",
        "(?P<first>"
        + _DAYNUM
        + ")[{dash}{to}{and}](?P<second>"
        + _DAYNUM
        + "{of}?{month}(?:{comma}?{year})?)",
    ),
    (
        "span",
        "(?<={between})(?P<first>{month}{year}?|{year}|{month}" + _DAYNUM + ")"
        "{and}(?P<second>{month}{year}?|{year}|{month}" + _DAYNUM + "(?:{comma}?{year})?)",
    ),
    ("set", "{every}(?:[{count}{rank}{ordinal}{day}])?(?:{units}|{weekday}|{daypart}|{month}|{season})"),
    ("set", "{weekdays}"),
    ("set", "{set}"),
)


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of atoms that a rule recognised; group bounds are atom indexes."""

    rule: str
    first: int
    stop: int
    groups: dict[str, tuple[int, int]]

    def atoms(self, atoms: list[Atom]) -> list[Atom]:
        """The atoms of the match."""
        return atoms[self.first : self.stop]


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    names = CODES | {
        "units": "[" + "".join(CODES[c] for c in ("unit", "year_unit", "century", "hours", "minutes")) + "]",
        "digits": "[" + "".join(CODES[c] for c in ("day", "number", "clock")) + "]",
        "clocklike": "[" + "".join(CODES[c] for c in ("meridiem", "oclock")) + "]",
        "quote": "X?_?X?_?",
    }
    return tuple((name, re.compile(pattern.format_map(names))) for name, pattern in RULES)


def find_matches(atoms: list[Atom]) -> list[Match]:
    """The longest matches that do not overlap, in order."""
    codes = "".join(atom.code for atom in atoms)
    found = []
    for order, (name, pattern) in enumerate(_compiled()):
        for match in pattern.finditer(codes):
            groups = {key: match.span(key) for key, text in match.groupdict().items() if text}
            found.append(
                (match.start() - match.end(), order, Match(name, match.start(), match.end(), groups))
            )
    found.sort(key=lambda item: (item[0], item[1], item[2].first))
    taken = [False] * len(atoms)
    kept = []
    for _, _, candidate in found:
        if not any(taken[candidate.first : candidate.stop]):
            taken[candidate.first : candidate.stop] = [True] * (candidate.stop - candidate.first)
            kept.append(candidate)
    return sorted(kept, key=lambda match: match.first)
