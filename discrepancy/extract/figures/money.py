"""Currencies before and after a number.

Canonical names are CLDR's English names in lower case, cut to the noun where only one country's
money bears it ("rand", "zloty"); "$" and "US$" are both "dollar", for a bare sign says no more.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from discrepancy.extract.figures.units import match_words
from discrepancy.extract.numerals import Numeral
from discrepancy.lexicon import read_table

_BEFORE = re.compile(
    r"(?<![A-Za-z])((?:[A-Za-z.]{1,4})?[$£€¥₹₽₩₪₺₴₦₫฿₱₵₡₸₾₲₿元]|[A-Z][A-Za-z]{0,4}\.?|kr\.?)( ?)$"
)
_AFTER = re.compile(r" ?([$£€¥₹₽₩₪₺₴₦₫฿₱₡₸₾₲₿元]|zł|Kč|[A-Z]{3}\b|kr\b)")
_NATIONALITY = re.compile(r" \(?(Canadian|CDN|CAD|Australian|AUD|U\.S\.?|US|USD|American|NZ|NZD)(?![A-Za-z])")


@cache
def _names() -> dict[str, str]:
    """Canonical currency names by code in upper case and by lower-case English names."""
    import pycountry
    from babel.numbers import get_currency_name

    codes = {
        c.alpha_3: c.alpha_3
        for c in pycountry.currencies
        if not c.alpha_3.startswith("X") or c.alpha_3 in ("XOF", "XAF")
    }
    singular = {code: _plain(get_currency_name(code, count=1, locale="en")) for code in codes}
    plural = {code: _plain(get_currency_name(code, count=2, locale="en")) for code in codes}
    nouns = Counter(name.rsplit(" ", 1)[-1] for name in singular.values())
    aliases: dict[str, str] = read_table("units")["currency"]["words"]
    table: dict[str, str] = {}
    for code, name in singular.items():
        canonical = _canonical(name, nouns)
        table[code] = canonical
        table[name] = table[plural[code]] = canonical
        stem, _, noun = name.rpartition(" ")
        if nouns[noun] == 1:
            table.setdefault(noun, canonical)
            table.setdefault(plural[code].rsplit(" ", 1)[-1], canonical)
        for word, short in (("crown", "krona krone koruna króna"), ("rouble", "ruble")):
            if noun in short.split():
                table[f"{stem} {word}"] = table[f"{stem} {word}s"] = canonical
    for noun, count in nouns.items():
        if count > 1:
            table.setdefault(noun, noun)
            table.setdefault(f"{noun}s", noun)
    for word in (
        "pound",
        "pounds",
        "gold",
        "silver",
        "unit",
        "units",
        "account",
        "mark",
        "marks",
        "real",
        "sol",
        "dram",
    ):
        table.pop(word, None)
    return table | {word: _canonical(name, nouns) for word, name in aliases.items()}


def _plain(name: str) -> str:
    """A name without the years in which the money was used ("Zimbabwean dollars (2009)")."""
    return name.partition(" (")[0].lower()


def _canonical(name: str, nouns: Counter[str]) -> str:
    special = {
        "us dollar": "dollar",
        "british pound": "pound sterling",
        "south korean won": "won",
        "russian ruble": "ruble",
    }
    if name in special:
        return special[name]
    noun = name.rsplit(" ", 1)[-1]
    families = read_table("units")["currency"]["families"]
    return noun if nouns[noun] == 1 and noun not in families else name


def match_before(text: str, numeral: Numeral, document: str) -> tuple[str, int] | None:
    """The currency printed before a number, and where it begins ("Rs 3,120 crore", "A$2.5m").

    Args:
        text: The sentence.
        numeral: The number.
        document: The article's whole text, in which a one-letter sign may be explained.
    """
    match = _BEFORE.search(text, max(0, numeral.start - 6), numeral.start)
    if match is None:
        return None
    table = read_table("units")["currency"]
    sign = match[1]
    start = match.start(1)
    name = table["symbols"].get(sign) or table["prefixes"].get(sign)
    if name is None and sign[-1] in table["symbols"]:
        owner = sign[:-1].upper()
        name = _names().get(owner) if len(owner) == 3 else None
        name, start = name or table["symbols"][sign[-1]], numeral.start - len(match[2]) - 1
        if sign[:-1].strip("."):
            start = match.start(1) if len(sign) <= 5 else start
    if name is None and len(sign) == 3 and sign.isupper():
        name = _names().get(sign)
    if (name is None and sign in table["letters"] and not match[2]) or sign == "G.":
        name = _letter(text, numeral, document, table["letters"][sign])
    return (_names().get(name, name), start) if name else None


def _letter(text: str, numeral: Numeral, document: str, name: str) -> str | None:
    grouped = len(re.findall(r"\d", text[numeral.start : numeral.end])) >= 4 and re.search(
        r"[ ,]", text[numeral.start : numeral.end]
    )
    plural = {"loti": "maloti", "rand": "rand"}.get(name, name)
    known = re.search(rf"\b(?:{name}|{plural})", document, re.IGNORECASE)
    return name if numeral.scale > 1 or numeral.suffix or grouped or known else None


def match_after(text: str, at: int, spelled: bool = True) -> tuple[str, int] | None:
    """The currency printed after a number, and where it ends ("New Zealand dollars", "million-pound").

    Args:
        text: The sentence.
        at: Offset past the number and its scale.
        spelled: Whether words count, or signs and codes alone.
    """
    match = _AFTER.match(text, at)
    if match:
        sign = match[1]
        table = read_table("units")["currency"]
        if sign in table["symbols"] and not re.match(r" ?\d", text[match.end() :]):
            return _names().get(table["symbols"][sign], table["symbols"][sign]), match.end()
        if sign.isupper() and len(sign) == 3 and sign in _names():
            return _names()[sign], match.end()
        if sign == "kr":
            return "crown", match.end()
    if not spelled or not _may_be_money(text, at):
        return None
    return match_words(text, at, _names())


_MONEY_WORD = re.compile(
    r"[ -](?:[A-Za-z.]+[ -]){0,3}?(?:dollar|buck|euro|pence|cent|quid|sterling|pound|crown|kron|korun|franc|"
    r"rupee|rand|shilling|peso|yen|yuan|renminbi|won|rea[li]|rou?ble|hryvn|z[lł]ot|forint|lir|dinar|dirham|riyal|rial|naira|cedi|"
    r"kwacha|pula|birr|le[ui]|lev|lari|dram|manat|tenge|som|taka|kyat|baht|dong|ringgit|rupiah|guaran|sol|bol[ií]v|"
    r"lempira|quetzal|col[oó]n|c[oó]rdoba|gourde|lot[is]|malot|shekel|afghani|dalasi|emalangeni|lilangeni|bitcoin|lek|"
    r"kopeck|pais|centavo|grosz|usd|btc|guilder|deutsche mark|german mark|peseta|drachma|escudo|"
    r"florin|vatu|kina|riel|kip|ariary|metica|dobra|leone|tugrik|pataca|ouguiya|rufiyaa|nakfa|ngultrum|denar|somoni|rmb)",
    re.IGNORECASE,
)


def _may_be_money(text: str, at: int) -> bool:
    """A cheap look before the tables of names are loaded and searched."""
    return _MONEY_WORD.match(text, at) is not None


def match_nationality(text: str, at: int) -> tuple[str, int] | None:
    """Whose dollars they are when that is printed last: "$3.2 million Canadian"."""
    match = _NATIONALITY.match(text, at)
    if match is None:
        return None
    after = text[match.end() : match.end() + 12]
    # "$40 billion US contract": an adjective before a noun says nothing of the money.
    if re.match(r" (?:dollars?\b)", after):
        return None
    if re.match(r"\.? ?[a-z]", after) and not re.match(
        r"\.? (?:a|to|in|for|from|by|on|and|or|as|at|per)\b", after
    ):
        return None
    return read_table("units")["currency"]["nationalities"][match[1].lower()], match.end()


def is_money_pound(text: str, document: str) -> bool:
    """Whether "pounds" in this sentence pay rather than weigh."""
    words = set(re.findall(r"[a-z]+", text.lower()))
    table = read_table("units")["pound"]
    paying, weighing = words & set(table["money"]), words & set(table["mass"])
    if bool(paying) != bool(weighing):
        return bool(paying)
    return "£" in document or "sterling" in document
