"""Which sequences of atoms are date expressions.

Rules are regular expressions over category letters, written with the categories' names. All rules
are tried everywhere and the longest match wins; the order of the table decides ties.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from discrepancy.extract.dates.atoms import CODES, Atom

# Longer categories are joined here; a later macro may name an earlier one.
MACROS: tuple[tuple[str, str], ...] = (
    ("units", "[{unit}{year_unit}{century}{hours}{minutes}]"),
    ("digits", "[{day}{number}{clock}]"),
    ("STEP", "(?:{the}?[{step}{same}])"),
    (
        "YEAR",
        "(?:{comma}?[{of}{in}]?{the}?(?:{year}(?!{meridiem})|[{step}{same}]{year_unit})"
        "|{comma}{open}?{year}|{comma}?[{count}{day}]{year_unit}{ago})",
    ),
    ("NUMBER", "[{day}{ordinal}]"),
    (
        "SHARE",
        "(?:{the}?{portion}{dash}?[{in}{of}]?{the}?|{the}?{edge}{of}{the}?|{edge}{dash}"
        "|[{earlier}{later}]{in}?{the}?)",
    ),
    (
        "DATE",
        "(?:{month}{the}?{NUMBER}{YEAR}?(?![{meridiem}{oclock}])"
        "|{the}?[{day}{ordinal}{rank}]{dash}?{of}?{month}{dash}?{YEAR}?"
        "|{the}{ordinal}(?:{of}[{same}{step}]{unit})?)",
    ),
    (
        "WEEKDAY",
        "(?:{STEP}?{weekday}(?:{of}?{STEP}{unit}|{unit}(?![{earlier}{later}{before}{after}{ago}]))?)",
    ),
    (
        "DAY",
        "(?:{weekday}{unit}?{comma}?{open}?{DATE}|{DATE}|{WEEKDAY}|{deictic}|{STEP}{daypart}|{STEP}?{festival}{YEAR}?"
        "|{iso}|{slashed}|{the}[{same}{step}]{unit}|{same}{same}?{unit})",
    ),
    (
        "ZONE",
        "(?:{open}?{zone}(?:[{plus}{dash}]{digits})?{close}?|{open}?(?:{local}|{name}{name}?){time}{close}?)",
    ),
    ("WITHIN", "(?:{in}{the}{daypart}|{step}{daypart}|{at}{daypart})"),
    (
        "FACE",
        "(?:[{clock}{dotted}]{meridiem}?{oclock}?|[{day}{number}{count}]{meridiem}|[{year}{number}](?={zone})"
        "|[{day}{count}]{oclock}|{noon}"
        "|(?:{half}|{unit}|{count}{dash}?{count}|[{count}{day}]){minutes}?[{step}{to}{before}{after}]"
        "[{count}{day}{noon}])",
    ),
    ("TIME", "(?P<clock>{FACE}{hours}?{WITHIN}?{ZONE}?)"),
    ("PART", "(?:{portion}?{daypart}{hours}?|{the}?{portion}{hours})"),
    (
        "QUANTITY",
        "(?:{count}{vague}{of}?|{vague}{of}?|{count}{dash}{count}|[{count}{number}{day}](?:{and}{count}{half})?"
        "|{half}{count}|{count}{half})",
    ),
    ("HOUR", "(?P<clock>[{day}{count}])"),
    ("ORDER", "[{rank}{ordinal}]"),
)

RULES: tuple[tuple[str, str], ...] = (
    ("night", "(?:{the}?{daypart}|{deictic})(?:{from}{the}?{DAY})?{to}{the}?{DAY}"),
    ("instant", "{TIME}{comma}?[{on}{of}]?{the}?{DAY}(?:{comma}?{PART})?"),
    ("instant", "{DAY}{comma}?{in}?{the}?(?:{portion}?{daypart})?{comma}?{at}?{TIME}"),
    ("instant", "{DAY}{comma}?{at}(?P<clock>[{day}{count}{dotted}])(?!{dash}|{units})"),
    ("instant", "{HOUR}{STEP}{daypart}"),
    ("instant", "{HOUR}{WITHIN}(?:{comma}?{on}?{DAY})?"),
    ("instant", "{HOUR}{on}{DAY}{daypart}?"),
    ("instant", "{DAY}{comma}?(?:{in}{the})?{PART}"),
    ("instant", "{the}?{PART}[{of}{on}{to}]?{the}?{DAY}"),
    ("instant", "{TIME}"),
    ("instant", "(?:{portion}{dash}?{on}?|{later}|{earlier})?{DAY}"),
    ("part", "(?<=[{in}{at}{before}{after}{to}])(?:{the}?{portion}?{daypart}|{the}{portion}{hours})"),
    ("period", "{SHARE}?{STEP}?{month}{dash}?{YEAR}?"),
    ("period", "{SHARE}?(?:{STEP}|{the})?{season}{YEAR}?"),
    ("period", "{SHARE}?{year}{season}"),
    ("year", "{SHARE}?(?:{the}?{year_unit}{of}?)?{year}"),
    ("year", "[{number}{year}]{ad}"),
    ("pair", "{pair}"),
    ("window", "{the}?{step}{QUANTITY}?{units}"),
    ("unit", "{SHARE}?{STEP}{units}"),
    ("unit", "{the}?{edge}{of}{the}{units}"),
    ("unit", "{the}?{step}?{year_end}"),
    ("unit", "[{portion}{later}{earlier}]{in}{the}{units}"),
    ("adjacent", "{the}[{unit}{year_unit}{daypart}][{before}{after}{earlier}{later}]"),
    ("offset", "{QUANTITY}{units}(?:{and}{count}{half})?[{ago}{earlier}{later}{before}{after}]"),
    ("offset", "{QUANTITY}{units}(?:{and}{count}{half})?{from}{deictic}"),
    ("offset", "{the}?{units}{dash}[{ago}{earlier}]"),
    ("after weekday", "{count}{unit}[{on}{from}]{weekday}"),
    ("ahead", "{in}{QUANTITY}{units}(?:[{other}{word}]{{0,2}}{time})?"),
    ("decade", "{SHARE}?{the}?{decade}"),
    ("century", "{SHARE}?{the}?[{ordinal}{rank}]{dash}?{century}"),
    ("quarter", "{SHARE}?{the}?[{rank}{ordinal}][{unit}{half}](?:{of}?{YEAR})?"),
    ("quarter", "{SHARE}?(?:{quarterly}{YEAR}?|{year}{quarterly})"),
    ("nth", "{the}?[{rank}{step}][{weekday}{unit}][{of}{in}]{STEP}?{month}{YEAR}?"),
    ("nth", "{the}?[{rank}{step}][{weekday}{unit}][{of}{in}](?:{the}|{STEP}){unit}"),
    ("eve", "{the}{unit}[{before}{after}](?:{STEP}?{festival}{YEAR}?|{DATE})"),
    ("span", "(?P<first>{month}{NUMBER})[{dash}{to}{and}](?P<second>{NUMBER}(?:{comma}?{year})?)(?!{units})"),
    ("span", "(?P<first>{NUMBER})[{dash}{to}{and}](?P<second>{NUMBER}{of}?{month}(?:{comma}?{year})?)"),
    ("span", "(?<={between})(?P<first>{month}|{month}{NUMBER})"
             "{and}(?P<second>{month}{year}?|{month}{NUMBER}(?:{comma}?{year})?)"),
    ("beside", "{the}?[{count}{day}]?{units}[{before}{after}]{deictic}"),
    ("weekend", "{the}{unit}"),
    ("loose", "{count}{units}|{vague}{of}?{units}|{the}?{step}{units}"),
    ("loose", "{units}(?:[{ago}{earlier}{later}]|{dash}{word})?"),
    ("fiscal", "{the}?(?:{fiscal}{year_unit}?{year}|{year}{fiscal}{year_unit}|{fiscal_year})"),
    ("fiscal", "{the}?{step}{fiscal}{year_unit}"),
    ("fiscal", "{the}?(?:{fiscal}{ORDER}|{ORDER}{fiscal}|{quarterly}){unit}?"
               "(?:{of}?(?:{the}?{fiscal}{year_unit}?{year}|{fiscal_year}))?"),
    ("fiscal", "{the}?{ORDER}{unit}{of}(?:{the}?{fiscal}{year_unit}?{year}|{fiscal_year})"),
    ("instant", "{TIME}{open}[{clock}{dotted}{year}{number}]{meridiem}?{zone}{close}"
                "{comma}?[{on}{of}]?{DAY}"),
    ("set", "{every}[{count}{rank}{ordinal}{day}]?(?:{units}|[{weekday}{daypart}{month}{season}])"),
    ("set", "{every}[{vague}{word}]{units}"),
    ("set", "{weekdays}|{set}"),
)  # fmt: skip


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
    names = dict(CODES)
    for name, pattern in MACROS:
        names[name] = pattern.format_map(names)
    return tuple((name, re.compile(pattern.format_map(names))) for name, pattern in RULES)


def find_matches(atoms: list[Atom], accept: Callable[[Match], bool] = lambda match: True) -> list[Match]:
    """The longest accepted matches that do not overlap, in order."""
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
        if not any(taken[candidate.first : candidate.stop]) and accept(candidate):
            taken[candidate.first : candidate.stop] = [True] * (candidate.stop - candidate.first)
            kept.append(candidate)
    return sorted(kept, key=lambda match: match.first)
