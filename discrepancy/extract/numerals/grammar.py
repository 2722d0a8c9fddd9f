"""What numbers are put together to: shares, ordinals, ranges, vague plurals."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from discrepancy.extract.numerals.atoms import Atoms
from discrepancy.extract.numerals.cardinals import Found, is_share, make, next_word, read_cardinal
from discrepancy.extract.numerals.numeral import Form, Numeral
from discrepancy.lexicon import read_table

_RANGING = re.compile(r"(?i)(?:\brang\w+|\banywhere|\bbetween) from $")
_EITHER = re.compile(r"(?i)\bplus or $")
_JOINED = re.compile(r"-[a-z]+")
_REACH = Decimal("1.5")
"""How far a share may be rounded, in steps between it and the share with one part more."""
_PLAY = Decimal("0.1")
"""The same at least, as a part of one part: one in 40 is said of 2.4 percent."""
_HYPHENS = {"-", "–", " - ", " – ", "—"}


def read_expression(atoms: Atoms, index: int) -> Found | None:
    """A ratio, a range, a fraction or a single number that begins with this atom."""
    if atoms[index].kind == "between":
        first = _single(atoms, index + 1) if atoms.joined(index + 1) else None
        return first and (_range(atoms, first, index, "and") or first)
    first = _single(atoms, index)
    if first is None:
        return None
    if first[0].form not in ("digits", "words"):
        return first
    return _ratio(atoms, first) or _range(atoms, first, index, "to", "or") or first


def _single(atoms: Atoms, index: int) -> Found | None:
    """One number that begins with this atom."""
    if index >= len(atoms):
        return None
    kind = atoms[index].kind
    if kind in ("digits", "unit", "tens"):
        place = _ordinal(atoms, index)
        share = _fraction(atoms, index)
        return place or share or read_cardinal(atoms, index, index)
    if atoms[index].word == "quarter" and atoms.has(index + 1, "scale"):
        return _share(atoms, index, index + 1, Decimal("0.25"), _blur(Decimal(1), Decimal(4)))
    if kind in ("ordinal", "place", "fraction"):
        return _ordinal(atoms, index)
    if kind == "vague":
        return _vague(atoms, index)
    if kind == "minus":
        return _negative(atoms, index)
    if kind == "half":
        return _half(atoms, index, index)
    if kind == "indefinite":
        return _indefinite(atoms, index, index)
    if atoms[index].word == "hundred" or _is_joined_scale(atoms, index):
        return read_cardinal(atoms, index, index)
    if kind == "a" and atoms.has(index + 1, "scale", "group", "half", "fraction", "indefinite", "ordinal"):
        return _after_article(atoms, index)
    return None


def _is_joined_scale(atoms: Atoms, index: int) -> bool:
    """Whether a scale counts one of itself: "the million-dollar question", not "multi-million-dollar"."""
    atom = atoms[index]
    if atom.kind != "scale" or _JOINED.match(atoms.text, atom.end) is None:
        return False
    return not atoms.text.endswith(("-", "–"), 0, atom.start)


def _negative(atoms: Atoms, index: int) -> Found | None:
    if not atoms.has(index + 1, "digits", "unit", "tens"):
        return None
    if index and atoms[index - 1].kind in ("digits", "unit", "tens") and atoms.joined(index):
        # "Thirty-six seats minus three" is a sum.
        return read_cardinal(atoms, index + 1, index + 1)
    if _EITHER.search(atoms.text, max(0, atoms[index].start - 8), atoms[index].start):
        # "plus or minus 3 points" is a margin, no loss.
        return read_cardinal(atoms, index + 1, index + 1)
    found = read_cardinal(atoms, index + 1, index + 1)
    positive = found[0]
    return replace(positive.times(Decimal(-1)), start=atoms[index].start, step=positive.step), found[1]


def _after_article(atoms: Atoms, index: int) -> Found | None:
    """Read "a million and a half", "a dozen", "a quarter", "a few hundred"."""
    following = atoms[index + 1]
    if following.kind == "scale" or following.word == "dozen":
        return read_cardinal(atoms, index, index + 1)
    if following.word == "score":
        return (
            read_cardinal(atoms, index, index + 1) if next_word(atoms.text, following.end) == "of" else None
        )
    if following.kind == "half":
        return _half(atoms, index, index + 1)
    if following.kind == "indefinite":
        return _indefinite(atoms, index, index + 1)
    if following.kind == "fraction" and is_share(atoms.text, following):
        return _share(atoms, index, index + 2, 1 / following.value, _blur(Decimal(1), following.value))
    return None


def _share(atoms: Atoms, first: int, stop: int, value: Decimal, step: Decimal) -> Found:
    """A fraction, multiplied where it is one of a scale word: "a quarter of a million"."""
    after = stop
    if atoms.has(after, "of") and atoms.has(after + 1, "a"):
        after += 2
    if atoms.has(after, "scale") and atoms[after].value >= 1000:
        scale = atoms[after].value
        return make(atoms, first, after + 1, value * scale, step * scale, "words", scale=scale)
    return make(atoms, first, stop, value, step, "fraction")


def _blur(top: Decimal, parts: Decimal) -> Decimal:
    """How exact a share is, as the place value of a digit; half of it lies on either side.

    Half of one part, for "three quarters" is said of 73 percent too; of a single part no more than brings it
    to its neighbours, for a third is no quarter.
    """
    half = 1 / parts / 2
    return half if top > 1 else min(half, max(_REACH / (parts * (parts + 1)), _PLAY / parts))


def _fraction(atoms: Atoms, index: int) -> Found | None:
    """Read "two thirds", "one-fifth", "three quarters"."""
    top = atoms[index]
    if not atoms.has(index + 1, "shares", "fraction") or top.value > 19 or top.kind == "tens":
        return None
    bottom = atoms[index + 1]
    plural = bottom.kind == "shares"
    if plural != (top.value > 1) or not 0 < top.value < bottom.value:
        return None
    return _share(atoms, index, index + 2, top.value / bottom.value, _blur(top.value, bottom.value))


def _half(atoms: Atoms, first: int, index: int) -> Found | None:
    """Read "half a million", "half-million", "a half"; index is at "half"."""
    stop = index + 1
    if atoms.has(stop, "a") and atoms.has(stop + 1, "scale", "group"):
        stop += 1
    if atoms.has(stop, "scale", "group"):
        scale = atoms[stop].value
        value = scale / 2
        return make(atoms, first, stop + 1, value, value, "words", scale=scale)
    return make(atoms, first, index + 1, Decimal("0.5"), Decimal("0.25"), "fraction")


def _indefinite(atoms: Atoms, first: int, index: int) -> Found | None:
    """Read "several hundred", "a few dozen", "a couple of thousand", "a couple"; index is at the word."""
    low, high = (Decimal(n) for n in read_table("numbers")["indefinite"][atoms[index].word])
    stop = index + 1
    if atoms.has(stop, "of") and atoms.has(stop + 1, "scale", "group"):
        stop += 1
    scale = Decimal(1)
    while atoms.has(stop, "scale", "group"):
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


def _vague(atoms: Atoms, index: int) -> Found:
    """Read "dozens", "hundreds of thousands"."""
    table = read_table("numbers")["vague"]
    low, high = (Decimal(n) for n in table[atoms[index].word])
    stop = index + 1
    while atoms.has(stop, "of") and atoms.has(stop + 1, "vague"):
        factor = Decimal(table[atoms[stop + 1].word][0])
        low, high = low * factor, high * factor
        stop += 2
    single = stop == index + 1 and low >= 1000
    widest = high * 10 if single else high
    return Numeral(atoms[index].start, atoms[stop - 1].end, (low, high), low, widest, low, "vague"), stop


def _ordinal(atoms: Atoms, index: int) -> Found | None:
    """Read "third", "3rd", "thirty-first"."""
    atom = atoms[index]
    if atom.kind == "place":
        return make(atoms, index, index + 1, atom.value, Decimal(1), "ordinal")
    words = read_table("numbers")["ordinals"]
    if atom.word in words and atom.kind != "tens":
        return make(atoms, index, index + 1, Decimal(words[atom.word]), Decimal(1), "ordinal")
    if atom.kind == "tens" and atoms.joined(index + 1):
        following = words.get(atoms[index + 1].word, 0)
        if 1 <= following <= 9:
            return make(atoms, index, index + 2, atom.value + following, Decimal(1), "ordinal")
    return None


def _ratio(atoms: Atoms, first: Found) -> Found | None:
    """Read "four in five", "eight out of 10"."""
    left, index = first
    if left.end != atoms[index - 1].end or not atoms.has(index, "in", "out"):
        return None
    after = index + 1
    if atoms[index].kind == "out":
        if not atoms.has(after, "of"):
            return None
        after += 1
    if not atoms.has(after, "digits", "unit", "tens", "a"):
        return None
    right = _single(atoms, after)
    if right is None or right[0].form not in ("digits", "words"):
        return None
    context = read_table("numbers")["context"]
    top, bottom = left.low, right[0].low
    if top % 1:
        return None  # "7½ out of 9" are points
    plain = bottom in context["ratio_bases"] or (top == 1 and not 1500 < bottom < 2100)
    if not (0 < top < bottom and plain) or next_word(atoms.text, right[0].end) in context["not_ratio_nouns"]:
        return None
    value = top / bottom
    return Numeral(left.start, right[0].end, (value,), value, value, _blur(top, bottom), "ratio"), right[1]


def _range(atoms: Atoms, first: Found, index: int, *links: str) -> Found | None:
    """Read "10-15", "1.5 to 2 million", "between 3 and 5", "five or six"; ``index`` is at its first atom."""
    left, after = first
    if after >= len(atoms):
        return None
    gap = atoms.text[left.stop : atoms[after].start]
    link = "-"
    if atoms[after].kind in links and gap in (" ", "- "):
        link, after = atoms[after].kind, after + 1
        if after >= len(atoms) or atoms.text[atoms[after - 1].end : atoms[after].start] != " ":
            return None
    elif gap not in _HYPHENS or "and" in links or left.form != "digits":
        return None
    right = _single(atoms, after)
    if right is None or right[0].form not in ("digits", "words"):
        return None
    if (
        link == "to"
        and index
        and atoms[index - 1].kind == "from"
        and not _RANGING.search(atoms.text[: left.start])
    ):
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
