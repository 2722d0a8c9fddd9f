"""Numbers in running text: where they stand and which numbers their words allow.

Invariant: numerals come in text order, never overlap, and ``text[start:end]`` is a number
alone: no unit, no currency, no hedge. What a letter after digits means ("3.5m": million or
metres) is not decided here; it is handed on as ``suffix``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from discrepancy.lexicon import read_table

Form: TypeAlias = Literal["digits", "words", "vague", "fraction", "ratio", "ordinal"]

_ATOM = re.compile(
    r"""
    (?<![\w/.])(?P<over>[1-9])/(?P<under>[2-8]|10|16)(?![\w/])                  # 3/4
  | (?P<digits>
        \d{1,2}(?:,\d{2})+,\d{3}(?![\d,]) | \d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)   # 12,00,000; 6,655.5
      | \d{1,3}(?:'\d{3})+(?!\d) | \d{1,3}(?:\.\d{3}){2,}(?!\d)                  # 2'360'418; 2.360.418
      | (?<!\d[ ])[1-9]\d{0,2}(?:[ ]\d{3})+(?:[.,]\d+)?(?!\d|[ ]\d|s\b)          # 2 360 418
      | \d+,\d{1,2}(?=\s?(?:million|billion|trillion|bn|mn|m|%|per\s?cent)\b|%)  # 1,5 million
      | \d+\.\d+ | (?<![\w.])\.\d+ | \d+
    )
    (?:[ ]?(?P<glyph>[½⅓⅔¼¾⅕⅛⅜⅝⅞]) | [ ](?P<top>[1-9])/(?P<bottom>[2-9])(?![\d/]))?
    (?P<ordinal>(?:st|nd|rd|th)\b)?
  | (?P<alone>[½⅓⅔¼¾⅕⅛⅜⅝⅞])
  | (?P<word>[A-Za-z]+)
    """,
    re.VERBOSE,
)
_ROMAN = re.compile(r"\b([A-Za-z]+) ((?:X{0,3})(?:IX|IV|V?I{0,3}))\b(?!\.)")
_RANGING = re.compile(r"(?i)(?:\brang\w+|\banywhere|\bbetween) from $")
_HYPHENS = {"-", "–", " - ", " – ", "—"}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number, a range of numbers or a share as it stands in a text.

    Attributes:
        start: Offset of its first character.
        end: Offset past its last character, ``suffix`` not included.
        numbers: One number, or two in the order printed for a range or a vague plural.
        low: Smallest number that the words allow.
        high: Largest number that the words allow.
        step: Place value of the last significant digit ("13.8 million" → 100000).
        form: ``digits`` and ``words`` are cardinals; ``vague`` are plurals such as "dozens";
            ``fraction`` is "two thirds", ``ratio`` "four in five", ``ordinal`` "third", "3rd".
        suffix: Letter printed directly after the digits that may be a scale or a unit, or "".
        scale: Scale word's value, 1 without one.
    """

    start: int
    end: int
    numbers: tuple[Decimal, ...]
    low: Decimal
    high: Decimal
    step: Decimal
    form: Form
    suffix: str = ""
    scale: Decimal = Decimal(1)

    @property
    def stop(self) -> int:
        """Offset past the suffix."""
        return self.end + len(self.suffix)

    @property
    def is_range(self) -> bool:
        """Whether two bounds were printed or are meant."""
        return len(self.numbers) == 2

    def times(self, scale: Decimal) -> Numeral:
        """The same numeral with a scale applied to all of it."""
        return replace(
            self,
            numbers=tuple(n * scale for n in self.numbers),
            low=self.low * scale,
            high=self.high * scale,
            step=self.step * scale,
            scale=self.scale * scale,
        )

    def expand(self) -> Numeral:
        """The numeral with its suffix read as a scale: "3.5m" → 3,500,000."""
        scale = Decimal(read_table("numbers")["abbreviations"][self.suffix])
        return replace(self.times(scale), end=self.stop, suffix="")


class _Atom(NamedTuple):
    kind: str
    word: str
    value: Decimal
    step: Decimal
    start: int
    end: int


_Found: TypeAlias = tuple[Numeral, int]
"""A numeral and the index of the first atom after it."""


def find_numerals(text: str) -> list[Numeral]:
    """Every number in ``text``, from left to right.

    Args:
        text: Running text whose quotation marks and spaces are folded to ASCII.
    """
    atoms = _scan(text)
    found: list[Numeral] = []
    index = 0
    while index < len(atoms):
        hit = _expression(text, atoms, index)
        if hit is None:
            index += 1
        else:
            found.append(hit[0])
            index = hit[1]
    return _with_romans(text, found)


def parse_numeral(text: str) -> Numeral | None:
    """The number that all of ``text`` spells, or None when it spells none."""
    found = find_numerals(text)
    if len(found) == 1 and found[0].start == 0 and found[0].end == len(text):
        return found[0]
    return None


@cache
def _vocabulary() -> dict[str, tuple[str, Decimal]]:
    table = read_table("numbers")
    kinds = [
        ("ordinal", "ordinals"),
        ("fraction", "fractions"),
        ("unit", "units"),
        ("tens", "tens"),
        ("group", "groups"),
        ("scale", "scales"),
    ]
    words = {w: (kind, Decimal(v)) for kind, name in kinds for w, v in table[name].items()}
    words |= {
        f"{w}s": ("shares", Decimal(v)) for w, v in table["fractions"].items() if w not in ("half", "halves")
    }
    words |= {w: ("vague", Decimal(v[0])) for w, v in table["vague"].items()}
    words |= {w: ("indefinite", Decimal(v[0])) for w, v in table["indefinite"].items()}
    for word in (
        "a",
        "an",
        "and",
        "point",
        "of",
        "to",
        "or",
        "in",
        "out",
        "minus",
        "between",
        "from",
        "half",
    ):
        words[word] = ("a" if word == "an" else word, Decimal(0))
    return words


def _scan(text: str) -> list[_Atom]:
    vocabulary = _vocabulary()
    abbreviations = read_table("numbers")["abbreviations"]
    atoms: list[_Atom] = []
    for match in _ATOM.finditer(text):
        start, end = match.span()
        word = match["word"]
        if word is None:
            atoms.append(_digits(match))
            continue
        known = vocabulary.get(word.lower())
        if known is not None:
            atoms.append(_Atom(known[0], word.lower(), known[1], Decimal(1), start, end))
        elif word in abbreviations and _after_digits(text, atoms, start):
            atoms.append(_Atom("abbreviation", word, Decimal(abbreviations[word]), Decimal(1), start, end))
    return atoms


def _after_digits(text: str, atoms: Sequence[_Atom], start: int) -> bool:
    return bool(atoms) and atoms[-1].kind == "digits" and text[atoms[-1].end : start] in ("", " ")


def _digits(match: re.Match[str]) -> _Atom:
    start, end = match.span()
    glyphs = read_table("numbers")["glyphs"]
    if match["over"]:
        part = Decimal(match["over"]) / Decimal(match["under"])
        return _Atom("digits", "", part, 1 / Decimal(match["under"]), start, end)
    if match["alone"]:
        part = Decimal(glyphs[match["alone"]])
        return _Atom("digits", "", part, part, start, end)
    value, step = read_digits(match["digits"])
    if match["glyph"]:
        part = Decimal(glyphs[match["glyph"]])
        value, step = value + part, part
    elif match["top"]:
        part = Decimal(match["top"]) / Decimal(match["bottom"])
        value, step = value + part, part
    return _Atom("place" if match["ordinal"] else "digits", match["digits"], value, step, start, end)


def read_digits(digits: str) -> tuple[Decimal, Decimal]:
    """Value and printed precision of digits with any separators ("4,300" → 4300 and 100).

    Args:
        digits: Digits with commas, points, spaces or apostrophes between them.
    """
    plain = digits.replace(" ", "").replace("'", "")
    if re.fullmatch(r"\d+,\d{1,2}", plain):
        plain = plain.replace(",", ".")
    elif plain.count(".") > 1:
        plain = plain.replace(".", "")
    value = Decimal(plain.replace(",", ""))
    return value, _place(value, "." in plain)


def _place(value: Decimal, fraction: bool = False) -> Decimal:
    """Place value of the last digit that says something; zeros before the point say nothing."""
    exponent = value.as_tuple().exponent
    if fraction and isinstance(exponent, int):
        return Decimal(1).scaleb(exponent)
    whole = int(value)
    place = 1
    while whole and whole % (place * 10) == 0:
        place *= 10
    return Decimal(place)


def _gap(text: str, left: _Atom | Numeral, right: _Atom | Numeral) -> str:
    return text[(left.stop if isinstance(left, Numeral) else left.end) : right.start]


def _joined(text: str, atoms: Sequence[_Atom], index: int) -> bool:
    """Whether nothing but a space or hyphen stands between this atom and the one before."""
    return index < len(atoms) and text[atoms[index - 1].end : atoms[index].start] in ("", " ", "-")


def _is(text: str, atoms: Sequence[_Atom], index: int, *kinds: str) -> bool:
    return index < len(atoms) and atoms[index].kind in kinds and _joined(text, atoms, index)


def _expression(text: str, atoms: Sequence[_Atom], index: int) -> _Found | None:
    """A ratio, a range, a fraction or a single number that begins with this atom."""
    if atoms[index].kind == "between":
        first = _single(text, atoms, index + 1) if _joined(text, atoms, index + 1) else None
        return first and (_range(text, atoms, first, index, "and") or first)
    first = _single(text, atoms, index)
    if first is None:
        return None
    if first[0].form not in ("digits", "words"):
        return first
    return _ratio(text, atoms, first) or _range(text, atoms, first, index, "to", "or") or first


def _single(text: str, atoms: Sequence[_Atom], index: int) -> _Found | None:
    """One number that begins with this atom."""
    if index >= len(atoms):
        return None
    kind = atoms[index].kind
    if kind in ("digits", "unit", "tens"):
        place = _ordinal(text, atoms, index)
        share = _fraction(text, atoms, index)
        return place or share or _cardinal(text, atoms, index, index)
    if kind in ("ordinal", "place", "fraction"):
        return _ordinal(text, atoms, index)
    if kind == "vague":
        return _vague(text, atoms, index)
    if kind == "minus":
        return _negative(text, atoms, index)
    if kind == "half":
        return _half(text, atoms, index, index)
    if kind == "indefinite":
        return _indefinite(text, atoms, index, index)
    if atoms[index].word == "hundred":
        return _cardinal(text, atoms, index, index)
    if kind == "a" and _is(
        text, atoms, index + 1, "scale", "group", "half", "fraction", "indefinite", "ordinal"
    ):
        return _after_article(text, atoms, index)
    return None


def _make(
    atoms: Sequence[_Atom], first: int, stop: int, value: Decimal, step: Decimal, form: Form, **more: object
) -> _Found:
    numeral = Numeral(
        atoms[first].start,
        atoms[stop - 1].end,
        (value,),
        value,
        value,
        step,
        form,
        **more,  # type: ignore[arg-type]
    )
    return numeral, stop


def _negative(text: str, atoms: Sequence[_Atom], index: int) -> _Found | None:
    if not _is(text, atoms, index + 1, "digits", "unit", "tens"):
        return None
    found = _cardinal(text, atoms, index + 1, index + 1)
    positive = found[0]
    return replace(positive.times(Decimal(-1)), start=atoms[index].start, step=positive.step), found[1]


def _after_article(text: str, atoms: Sequence[_Atom], index: int) -> _Found | None:
    """Read "a million and a half", "a dozen", "a quarter", "a few hundred"."""
    following = atoms[index + 1]
    if following.kind == "scale" or following.word == "dozen":
        return _cardinal(text, atoms, index, index + 1)
    if following.word == "score":
        return _cardinal(text, atoms, index, index + 1) if _next_word(text, following.end) == "of" else None
    if following.kind == "half":
        return _half(text, atoms, index, index + 1)
    if following.kind == "indefinite":
        return _indefinite(text, atoms, index, index + 1)
    if following.kind == "fraction" and _is_share(text, following):
        return _share(text, atoms, index, index + 2, 1 / following.value, _blur(following.value))
    return None


def _share(text: str, atoms: Sequence[_Atom], first: int, stop: int, value: Decimal, step: Decimal) -> _Found:
    """A fraction, multiplied where it is one of a scale word: "a quarter of a million"."""
    after = stop
    if _is(text, atoms, after, "of") and _is(text, atoms, after + 1, "a"):
        after += 2
    if _is(text, atoms, after, "scale") and atoms[after].value >= 1000:
        scale = atoms[after].value
        return _make(atoms, first, after + 1, value * scale, step * scale, "words", scale=scale)
    return _make(atoms, first, stop, value, step, "fraction")


def _next_word(text: str, end: int) -> str:
    match = re.compile(r"[ -]?([A-Za-z]*)").match(text, end)
    return match[1].lower() if match else ""


def _is_share(text: str, atom: _Atom) -> bool:
    """Whether "a third" is a share rather than a place in a series ("a third man")."""
    following = _next_word(text, atom.end)
    if atom.word == "quarter":
        return following not in ("final", "century") or text[atom.end : atom.end + 1] == " "
    return not following or following in read_table("numbers")["context"]["share_followers"]


def _blur(parts: Decimal) -> Decimal:
    """How exact a share is: half of one part, for "a quarter" is said of 23 percent too."""
    return 1 / parts / 2


def _fraction(text: str, atoms: Sequence[_Atom], index: int) -> _Found | None:
    """Read "two thirds", "one-fifth", "three quarters"."""
    top = atoms[index]
    if not _is(text, atoms, index + 1, "shares", "fraction") or top.value > 19 or top.kind == "tens":
        return None
    bottom = atoms[index + 1]
    plural = bottom.kind == "shares"
    if plural != (top.value > 1) or not 0 < top.value < bottom.value:
        return None
    return _share(text, atoms, index, index + 2, top.value / bottom.value, _blur(bottom.value))


def _half(text: str, atoms: Sequence[_Atom], first: int, index: int) -> _Found | None:
    """Read "half a million", "half-million", "a half"; index is at "half"."""
    stop = index + 1
    if _is(text, atoms, stop, "a") and _is(text, atoms, stop + 1, "scale", "group"):
        stop += 1
    if _is(text, atoms, stop, "scale", "group"):
        scale = atoms[stop].value
        value = scale / 2
        return _make(atoms, first, stop + 1, value, value, "words", scale=scale)
    return _make(atoms, first, index + 1, Decimal("0.5"), Decimal("0.25"), "fraction")


def _indefinite(text: str, atoms: Sequence[_Atom], first: int, index: int) -> _Found | None:
    """Read "several hundred", "a few dozen", "a couple of thousand", "a couple"; index is at the word."""
    low, high = (Decimal(n) for n in read_table("numbers")["indefinite"][atoms[index].word])
    stop = index + 1
    if _is(text, atoms, stop, "of") and _is(text, atoms, stop + 1, "scale", "group"):
        stop += 1
    scale = Decimal(1)
    while _is(text, atoms, stop, "scale", "group"):
        scale *= atoms[stop].value
        stop += 1
    if first == index and atoms[index].word != "several" and scale == 1:
        return None
    numbers = (Decimal(2) * scale,) if atoms[index].word == "couple" else (low * scale, high * scale)
    form: Form = "words" if atoms[index].word == "couple" else "vague"
    numeral = Numeral(
        atoms[first].start, atoms[stop - 1].end, numbers, low * scale, high * scale, scale, form, scale=scale
    )
    return numeral, stop


def _vague(text: str, atoms: Sequence[_Atom], index: int) -> _Found:
    """Read "dozens", "hundreds of thousands"."""
    table = read_table("numbers")["vague"]
    low, high = (Decimal(n) for n in table[atoms[index].word])
    stop = index + 1
    while _is(text, atoms, stop, "of") and _is(text, atoms, stop + 1, "vague"):
        factor = Decimal(table[atoms[stop + 1].word][0])
        low, high = low * factor, high * factor
        stop += 2
    single = stop == index + 1 and low >= 1000
    widest = high * 10 if single else high
    return Numeral(atoms[index].start, atoms[stop - 1].end, (low, high), low, widest, low, "vague"), stop


def _ordinal(text: str, atoms: Sequence[_Atom], index: int) -> _Found | None:
    """Read "third", "3rd", "thirty-first"."""
    atom = atoms[index]
    if atom.kind == "place":
        return _make(atoms, index, index + 1, atom.value, Decimal(1), "ordinal")
    words = read_table("numbers")["ordinals"]
    if atom.word in words and atom.kind != "tens":
        return _make(atoms, index, index + 1, Decimal(words[atom.word]), Decimal(1), "ordinal")
    if atom.kind == "tens" and _joined(text, atoms, index + 1):
        following = words.get(atoms[index + 1].word, 0)
        if 1 <= following <= 9:
            return _make(atoms, index, index + 2, atom.value + following, Decimal(1), "ordinal")
    return None


def _cardinal(text: str, atoms: Sequence[_Atom], first: int, index: int) -> _Found:
    """A whole or mixed number in digits or words; ``first`` is its article where it has one."""
    atom = atoms[index]
    if atom.kind in ("digits", "unit", "tens"):
        group, step = atom.value, atom.step if atom.kind == "digits" else _place(atom.value)
        stop = index + 1
    else:
        group, step, stop = Decimal(1), Decimal(1), index
    form: Form = "digits" if atom.kind == "digits" else "words"
    total, largest = Decimal(0), Decimal(1)
    while stop < len(atoms) and _joined(text, atoms, stop):
        word = atoms[stop]
        glued = stop > index and text[atoms[stop - 1].end : word.start] == ""
        if word.kind == "abbreviation" and len(word.word) > 1:
            group, step, largest = group * word.value, step * word.value, word.value
        elif word.kind == "abbreviation":
            return _suffixed(atoms, first, stop, total + group, step, glued)
        elif word.word == "dozens" and stop > index:
            group, step = group * 12, step * 12
        elif word.kind in ("scale", "group") and not (word.word == "score" and form == "words"):
            if total and word.value > largest:
                group, total = (total + group) * word.value, Decimal(0)
            else:
                group *= word.value
            step, largest = (step if stop > index else Decimal(1)) * word.value, max(largest, word.value)
            if word.value >= 1000:
                total, group = total + group, Decimal(0)
        elif form == "words" and word.kind in ("unit", "tens") and _fits(group, word.value):
            group, step = group + word.value, _place(word.value)
        elif word.kind == "and":
            more = _addend(text, atoms, stop, largest, group, form)
            if more is None:
                break
            group, step, stop = group + more[0], more[1], more[2] - 1
        elif word.kind == "point" and form == "words":
            digits, stop = _point(text, atoms, stop)
            if not digits:
                break
            group, step = group + digits, Decimal(1).scaleb(-len(str(digits)) + 2)
            continue
        else:
            break
        stop += 1
    return _make(atoms, first, stop, total + group, step, form, scale=largest)


def _suffixed(
    atoms: Sequence[_Atom], first: int, stop: int, value: Decimal, step: Decimal, glued: bool
) -> _Found:
    """A number before "m", "k" and the like, which the figures stage has to read."""
    numeral, _ = _make(atoms, first, stop, value, step, "digits")
    if not glued:
        return numeral, stop
    return replace(numeral, suffix=atoms[stop].word), stop + 1


def _fits(group: Decimal, value: Decimal) -> bool:
    """Whether a number word continues the group: "twenty" takes "three", "hundred" takes both."""
    room = (
        Decimal(100)
        if group % 100 == 0
        else Decimal(10)
        if group % 10 == 0 and group % 100 >= 20
        else Decimal(0)
    )
    return 0 < value < room


def _addend(
    text: str, atoms: Sequence[_Atom], stop: int, largest: Decimal, group: Decimal, form: Form
) -> tuple[Decimal, Decimal, int] | None:
    """What "and" adds: "two hundred and five", "two and a half", "a million and a half".

    Returns:
        Value, precision and index past it, or None when "and" does not belong to the number.
    """
    after = stop + 1
    if _is(text, atoms, after, "a") and _is(text, atoms, after + 1, "half", "fraction"):
        after += 1
    if _is(text, atoms, after, "half") or (
        after > stop + 1 and _is(text, atoms, after, "fraction", "ordinal")
    ):
        parts = read_table("numbers")["fractions"].get(atoms[after].word)
        if parts is None or (atoms[after].kind == "ordinal" and not _is_share(text, atoms[after])):
            return None
        part = (largest if not group else Decimal(1)) / Decimal(parts)
        return part, part, after + 1
    if form != "words" or largest < 100 or not _is(text, atoms, after, "unit", "tens"):
        return None
    if not _fits(group, atoms[after].value):
        return None
    if _is(text, atoms, after + 1, "scale", "group") and atoms[after + 1].value <= largest:
        return None
    return atoms[after].value, _place(atoms[after].value), after + 1


def _point(text: str, atoms: Sequence[_Atom], stop: int) -> tuple[Decimal, int]:
    """The decimals after "point" in words ("two point four") and the index past them."""
    digits = ""
    after = stop + 1
    while _is(text, atoms, after, "unit") and atoms[after].value < 10:
        digits += str(atoms[after].value)
        after += 1
    return (Decimal(f"0.{digits}"), after) if digits else (Decimal(0), stop)


def _ratio(text: str, atoms: Sequence[_Atom], first: _Found) -> _Found | None:
    """Read "four in five", "eight out of 10"."""
    left, index = first
    if left.end != atoms[index - 1].end or not _is(text, atoms, index, "in", "out"):
        return None
    after = index + 1
    if atoms[index].kind == "out":
        if not _is(text, atoms, after, "of"):
            return None
        after += 1
    if not _is(text, atoms, after, "digits", "unit", "tens", "a"):
        return None
    right = _single(text, atoms, after)
    if right is None or right[0].form not in ("digits", "words"):
        return None
    context = read_table("numbers")["context"]
    top, bottom = left.low, right[0].low
    plain = bottom in context["ratio_bases"] or (top == 1 and not 1500 < bottom < 2100)
    if not (0 < top < bottom and plain) or _next_word(text, right[0].end) in context["not_ratio_nouns"]:
        return None
    value = top / bottom
    return Numeral(left.start, right[0].end, (value,), value, value, _blur(bottom), "ratio"), right[1]


def _range(text: str, atoms: Sequence[_Atom], first: _Found, index: int, *links: str) -> _Found | None:
    """Read "10-15", "1.5 to 2 million", "between 3 and 5", "five or six"; ``index`` is at its first atom."""
    left, after = first
    if after >= len(atoms):
        return None
    gap = text[left.stop : atoms[after].start]
    link = "-"
    if atoms[after].kind in links and gap in (" ", "- "):
        link, after = atoms[after].kind, after + 1
        if after >= len(atoms) or text[atoms[after - 1].end : atoms[after].start] != " ":
            return None
    elif gap not in _HYPHENS or "and" in links or left.form != "digits":
        return None
    right = _single(text, atoms, after)
    if right is None or right[0].form not in ("digits", "words"):
        return None
    if link == "to" and index and atoms[index - 1].kind == "from" and not _RANGING.search(text[: left.start]):
        return None
    pair = _distribute(left, right[0])
    if pair.low >= pair.high or (link == "or" and pair.high > 2 * pair.low):
        return None
    start = atoms[index].start if "and" in links else left.start
    return replace(pair, start=start), right[1]


def _distribute(left: Numeral, right: Numeral) -> Numeral:
    """The range from left to right; a scale printed once belongs to both ("1.5 to 2 million")."""
    if left.scale == 1 and right.scale > 1 and left.high < right.low / right.scale:
        left = left.times(right.scale)
    return replace(
        right,
        start=left.start,
        numbers=(left.low, right.high),
        low=left.low,
        high=right.high,
        step=min(left.step, right.step),
    )


def _with_romans(text: str, found: list[Numeral]) -> list[Numeral]:
    """``found`` with "Phase III" and its like added as ordinals."""
    graded = read_table("numbers")["context"]["graded"]
    romans = []
    for match in _ROMAN.finditer(text):
        if match[2] and match[1].lower() in graded:
            value = Decimal(read_roman(match[2]))
            romans.append(Numeral(*match.span(2), (value,), value, value, Decimal(1), "ordinal"))
    return sorted([*found, *romans], key=lambda n: n.start) if romans else found


def read_roman(text: str) -> int:
    """Value of a Roman numeral below forty ("XIV" → 14)."""
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in text]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
