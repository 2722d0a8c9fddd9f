"""Currencies before and after a number."""

from __future__ import annotations

import re

from discrepancy.extract.figures.currencies import (
    currency_names,
    is_at_home,
    is_common_word,
    is_general,
    is_old_sign,
    name_of_sign,
    noun_words,
)
from discrepancy.extract.figures.units import match_words
from discrepancy.extract.numerals import Numeral
from discrepancy.lexicon import read_table

_GLYPHS = "$£€¥₹₽₩₪₺₴₦₫฿₱₵₡₸₾₲₿元৳₨₮₼֏₭៛؋¢"
_BEFORE = re.compile(
    rf"(?<![A-Za-z])((?:[A-Z]{{2,3}}|Can|Ja|Bds) \$|\$(?:US?|CAN?|NZ|A)|(?:[A-Za-z.]{{1,4}})?[{_GLYPHS}]"
    r"|[SB]/\.?|F CF[AP]|CFA F|[A-Z][A-Za-z]{0,4}\.?|kr\.?)( ?)$"
)
_AFTER = re.compile(
    rf" ?(F CF[AP]\b|CFA F\b|\$(?:US|CAN?|NZ|A)\b|[{_GLYPHS}]|zł|Kč|[A-Z]{{3}}\b|kr\b|[A-Z][A-Za-z]{{1,4}}\b)"
)
_NATIONALITY = re.compile(r" \(?((?:[A-Z][\w.&]*?)(?: [A-Z][a-z]+)?)(?![A-Za-z&])")
_HYPHENED = re.compile(r"-(M|B|K|T)\b")
_HYPHENED_SCALES = {"K": 10**3, "M": 10**6, "B": 10**9, "T": 10**12}
_LARGE = 1000
_LARGE_BEFORE = re.compile(r"(?:illions?|bn|mn|\dm|\d[,.]?\d{3})$")
_YEARS = range(1900, 2101)


def match_before(text: str, numeral: Numeral, document: str) -> tuple[str, int] | None:
    """The currency printed before a number, and where it begins ("Rs 3,120 crore", "A$2.5m").

    Args:
        text: The sentence.
        numeral: The number.
        document: The article's whole text, in which a one-letter sign may be explained.
    """
    match = _BEFORE.search(text, max(0, numeral.start - 8), numeral.start)
    if match is None:
        return None
    sign, start = match[1], match.start(1)
    if sign[-1] in _GLYPHS or sign[0] == "$":
        return _signed(sign, start, document)
    if len(sign) == 3 and sign.isupper() and sign in currency_names():
        fits = not is_common_word(sign) or _is_large(text, numeral)
        return (currency_names()[sign], start) if fits else None
    if sign in read_table("units")["currency"]["letters"]:
        if (match[2] and sign != "G.") or not _is_signed_letter(text, numeral, document, sign):
            return None
        return name_of_sign(sign, document), start
    name = name_of_sign(sign, document)
    if not name or is_old_sign(sign):
        return (name, start) if name else None
    # Two letters are mostly initials: only money of a country that the article names is told by them.
    told = (len(sign.strip(".")) > 2 or is_general(name)) and _is_large(text, numeral)
    return (name, start) if told or "/" in sign or is_at_home(name, document) else None


def _signed(sign: str, start: int, document: str) -> tuple[str, int] | None:
    """What a currency sign stands for with the letters around it: "US$", "NZ $", "PKR₨"."""
    glyph = next(mark for mark in sign if mark in _GLYPHS)
    at = start + sign.index(glyph)
    joined = sign.replace(" ", "")
    turned = f"{joined[1:]}$" if joined[0] == "$" and joined != "$" else joined
    for whole in (joined, turned):
        name = name_of_sign(whole, document) or currency_names().get(whole[:-1].upper(), "")
        if name and len(whole) > 1:
            return name, start
    name = name_of_sign(glyph, document)
    if not name:
        return None
    # Letters that are no sign belong to what stands before: "the EU $5bn".
    return name, at if " " in sign or not sign[: sign.index(glyph)].strip(".") else start


def _is_large(text: str, numeral: Numeral) -> bool:
    """Whether a number is such as money is told in: one with a scale or grouped digits, and no year."""
    if numeral.scale > 1 or numeral.suffix:
        return True
    printed = text[numeral.start : numeral.end]
    return abs(numeral.low) >= _LARGE and not (printed.isdigit() and int(printed) in _YEARS)


def _is_signed_letter(text: str, numeral: Numeral, document: str, sign: str) -> bool:
    """Whether one letter before a number is a sign of money: "R4,8 million", "K4,500", and R112 of rand."""
    if numeral.scale > 1 or numeral.suffix or _HYPHENED.match(text, numeral.end):
        return True
    printed = text[numeral.start : numeral.end]
    grouped = len(re.findall(r"\d", printed)) >= 4 and re.search(r"[ ,]", printed)
    name = read_table("units")["currency"]["letters"][sign]
    plural = {"loti": "maloti", "rand": "rand"}.get(name, name)
    return bool(grouped or re.search(rf"\b(?:{name}|{plural})", document, re.IGNORECASE))


def scale_after(text: str, at: int) -> tuple[int, int] | None:
    """The scale that a hyphen joins to an amount, and where it ends: "P412-M", "P1.2-B"."""
    match = _HYPHENED.match(text, at)
    return (_HYPHENED_SCALES[match[1]], match.end()) if match else None


def match_after(text: str, at: int, document: str = "", spelled: bool = True) -> tuple[str, int] | None:
    """The currency printed after a number, and where it ends ("New Zealand dollars", "million-pound").

    Args:
        text: The sentence.
        at: Offset past the number and its scale.
        document: The article's whole text, in which a sign of letters may be explained.
        spelled: Whether words count, or signs and codes alone.
    """
    match = _AFTER.match(text, at)
    words = match_words(text, at, currency_names()) if spelled and _may_be_money(text, at) else None
    if match and not (words and words[1] > match.end()):
        sign = match[1]
        glyph = sign[-1] in _GLYPHS or sign in ("zł", "Kč")
        if glyph and not re.match(r" ?\d", text[match.end() :]):
            return name_of_sign(sign, document), match.end()
        if sign[0] == "$" and len(sign) > 1:
            return name_of_sign(f"{sign[1:]}$", document) or "dollar", match.end()
        large = _LARGE_BEFORE.search(text, 0, at) is not None
        if sign.isupper() and len(sign) == 3 and sign in currency_names():
            if large or not is_common_word(sign):
                return currency_names()[sign], match.end()
            return None
        if sign == "kr":
            return "crown", match.end()
        name = name_of_sign(sign, document)
        told = bool(document) and is_at_home(name, document)
        if name and not glyph and ("CFA" in sign or told or (large and is_old_sign(sign))):
            return name, match.end()
    return words


def _may_be_money(text: str, at: int) -> bool:
    """A cheap look before the tables of names are loaded and searched."""
    following = re.findall(r"[^\W\d_]+(?:['’][a-z]+)?", text[at : at + 60])[:5]
    return any(word.lower() in noun_words() for word in following)


def match_nationality(text: str, at: int) -> tuple[str, int] | None:
    """Whose dollars they are when that is printed last: "$3.2 million Canadian"."""
    match = _NATIONALITY.match(text, at)
    if match is None:
        return None
    nationalities: dict[str, str] = read_table("units")["currency"]["nationalities"]
    said, end = match[1].lower(), match.end()
    if said not in nationalities:
        said, end = said.partition(" ")[0], match.start(1) + len(match[1].partition(" ")[0])
    if said not in nationalities:
        return None
    after = text[end : end + 12]
    # "$40 billion US contract": an adjective before a noun says nothing of the money.
    if re.match(r" (?:dollars?\b)", after):
        return None
    if re.match(r"\.? ?[a-z]", after) and not re.match(
        r"\.? (?:a|to|in|for|from|by|on|and|or|as|at|per)\b", after
    ):
        return None
    return nationalities[said], end


def is_money_pound(text: str, document: str) -> bool:
    """Whether "pounds" in this sentence pay rather than weigh."""
    words = set(re.findall(r"[a-z]+", text.lower()))
    table = read_table("units")["pound"]
    paying, weighing = words & set(table["money"]), words & set(table["mass"])
    if bool(paying) != bool(weighing):
        return bool(paying)
    return "£" in document or "sterling" in document
