"""Ages: "33-year-old", "Ann Poe, 26,", "(58)", "in his 40s". The span is the number alone."""

from __future__ import annotations

import re
from decimal import Decimal

from discrepancy.extract.figures.line import Line
from discrepancy.extract.figures.predicated import is_person, is_predicated
from discrepancy.extract.figures.spot import Spot, hedged
from discrepancy.extract.numerals import Numeral
from discrepancy.lexicon.nouns import nouns_for_people
from discrepancy.model import Figure

_OLD = re.compile(r"[- ](year|month|week|day)s?(?:[- ]olds?\b| of age\b)|[- ]?(?:yo|y/o|yrs? old)\b")
_BOTH_OLD = re.compile(r" (?:and|or|to) \d{1,3}[- ](year|month|week|day)s?[- ]olds?\b")
_AGED = re.compile(r"(?:\baged?|\bages|\bturn(?:s|ed|ing)?|\baged between|\bage of) $", re.IGNORECASE)
# "aged 19, 22 and 31"
_AGED_LIST = re.compile(r"\baged (?:\d{1,3}(?:,? and |, )){1,4}$")
_PERSON_OF = re.compile(
    r"\b(?:(?:boy|girl|man|woman|child|son|daughter|toddler|teenager|pensioner|baby) (?:of|with)|, of) $"
)
_GROUP = re.compile(
    r"\b(?:children|those|people|adults|anyone|anybody|everyone|kids|boys|girls|men|women|residents|patients|players|"
    r"drivers|visitors|pupils|teenagers|voters) (?:aged )?(?:under|over|above|below) (?:the age of )?$",
    re.IGNORECASE,
)
_HAVING = re.compile(r"(?i)\b([\w-]+)(?: on duty)?,? (?:with|having) $")
"""A person who "has" years, as translators put it: "the rower with 27 years"."""
_YEARS_HAD = re.compile(r" years(?=$|[,.;)]| from [A-Z]| who\b)")
_HYPOTHETICAL = re.compile(r"(?i)\bwould (?:now |today )?(?:have been|have turned|be turning|be|turn) $")
"""What stands before an age that nobody has: "would have turned 40"."""
_YEARS_AFTER = re.compile(r" years?(?=[,;)])")
_YEARS_END = re.compile(r" years?(?=[,.;)]| (?:and|or)\b|$)")
_GOES_ON = re.compile(r" (?:and|of|from|who|was|is)\b")
# "turned 27 last week"
_DEICTIC = ("last", "next", "this", "earlier", "today", "yesterday")
_DECADE = re.compile(
    r"\bin (?:his|her|their) (?:(early|mid|late)[ -]?)?"
    r"(?:([2-9]0)s|(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|teens))\b"
)
_DECADES = {
    "teens": 13, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), None: (0, 9)}
_OLDEST = 122


def read_age(line: Line, numeral: Numeral) -> Spot | None:
    """The age that this number states, or None."""
    if numeral.form not in ("digits", "words") or numeral.scale != 1 or not 0 <= numeral.high <= _OLDEST:
        return None
    text, start, end = line.text, numeral.start, numeral.end
    if _HYPOTHETICAL.search(text, max(0, start - 30), start):
        return None
    old = _OLD.match(text, end) or _BOTH_OLD.match(text, end)
    if old:
        return hedged(line, numeral, start, end, old[1] or "year", "age")
    after = line.after(end)
    if _GROUP.search(text, max(0, start - 40), start) and (after is None or after.pos != "NOUN"):
        return hedged(line, numeral, start, end, "year", "age")
    if _AGED.search(text, max(0, start - 14), start) or _PERSON_OF.search(text, max(0, start - 14), start):
        years = _YEARS_END.match(text, end)
        following = line.after(years.end() if years else end)
        if following is None or following.pos not in ("NOUN", "PROPN", "ADJ") or following.text in _DEICTIC:
            return hedged(line, numeral, start, end, "year", "age")
    if _has_years(line, start, end):
        return hedged(line, numeral, start, end, "year", "age")
    if _AGED_LIST.search(text, max(0, start - 32), start) and (after is None or after.tag != "NNS"):
        return hedged(line, numeral, start, end, "year", "age")
    if is_predicated(line, numeral):
        return hedged(line, numeral, start, end, "year", "age")
    if numeral.numbers[0] == int(numeral.numbers[0]) and _is_apposition(line, numeral):
        return hedged(line, numeral, start, end, "year", "age")
    return None


def _has_years(line: Line, start: int, end: int) -> bool:
    """Whether somebody is said to have that many years; "a judge with 24 years of service" is not."""
    before = _HAVING.search(line.text, max(0, start - 40), start)
    years = re.compile(" years").match(line.text, end)
    if before is None or years is None:
        return False
    named, after = line.before(before.end(1)), line.after(years.end())
    verb = after is not None and after.tag in ("VBD", "VBZ", "MD") and after.lemma != "leave"
    goes_on = verb or _YEARS_HAD.match(line.text, end) is not None
    return (
        goes_on
        and named is not None
        and (is_person(line, named, sure=True) or named.lemma in nouns_for_people())
    )


def _is_apposition(line: Line, numeral: Numeral) -> bool:
    """Whether the number stands between commas or in brackets after a person ("Ann Poe, 26,")."""
    text, start, end = line.text, numeral.start, numeral.end
    years = _YEARS_AFTER.match(text, end)
    end = years.end() if years else end
    after = text[end : end + 1]
    if numeral.is_range or numeral.low < 1:
        return False
    if numeral.form == "words":
        # "the boy, six, was found": people are named before it, or one of them described.
        named = line.before(start - 2) if text[max(0, start - 2) : start] == ", " else None
        return after == "," and named is not None and is_person(line, named, sure=True)
    if text[max(0, start - 2) : start] == ", " and after in (",", ".", ";", ")", ""):
        named = line.before(start - 2)
        return named is not None and (
            named.pos == "PROPN" or (named.pos == "NOUN" and named.tag == "NN" and after in (",", ""))
        )
    if text[max(0, start - 2) : start] == ", " and _GOES_ON.match(text, end):
        # "Ann Poe, 26 and known as ...", "Ann Poe, 26 of ...": only after what is known for a person.
        named = line.before(start - 2)
        return named is not None and numeral.low <= _OLDEST and is_person(line, named, sure=True)
    if text[max(0, start - 1) : start] == "(" and after == ")":
        named = line.before(start - 2)
        return named is not None and numeral.low >= 4 and (named.pos == "PROPN" or is_person(line, named))
    return False


def find_decades(line: Line) -> list[Spot]:
    """Read "in his 40s" as the ages from 40 to 49."""
    spots = []
    for match in _DECADE.finditer(line.text):
        first = int(match[2] or 0) or _DECADES[match[3]]
        low, high = (Decimal(first + years) for years in _PARTS[match[1]])
        if match[3] == "teens":
            low, high = Decimal(13), Decimal(19)
        figure = Figure((low, high), "=", "year", low, high, "age")
        spots.append(Spot(*match.span(), figure))
    return spots
