"""Whose money is meant by a bare noun, sign or letter: "$", "kronor", "P" in a story that says it elsewhere.

At home a dollar is the country's own, abroad it has the country's name. An article's bare noun is the money
that others name for the same amounts; which dollar somebody means by US$ is said by the sign.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from discrepancy.compare.digits import count_significant, name_slip
from discrepancy.compare.measures import find_scale, is_same_money
from discrepancy.extract.figures.currencies import canonical, is_general
from discrepancy.lexicon import read_table
from discrepancy.model import Claim, Figure

US_DOLLAR = "us dollar"
"""What a marked dollar of the United States is called where the story has another country's."""

_US = re.compile(r"\b(?:US|U\.S\.?|USD|American)(?![a-z])|\$US\b")
_LETTER = re.compile(r"(?:[A-Z]{1,2}|[BM]\$)(?=\d)")
_SURE = 2
"""Articles that name the money of an amount from which a letter is its sign, too."""
_TELLING = 2
"""Significant digits from which two amounts are hardly the same by chance."""


def name_money(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of a story's articles, bare money with the country that others name for it."""
    paid = [claim for claim in claims if _is_money(claim)]
    named = _Named(paid)
    if not named.foreign:
        return tuple(claims)
    units = _units_of_articles(paid, named)
    units |= {id(claim): US_DOLLAR for claim in paid if _is_american(claim) and named.has_dollars}
    return tuple(_with_money(claim, units[id(claim)]) if id(claim) in units else claim for claim in claims)


class _Named:
    """The money that a story's articles name with its country, by amount."""

    def __init__(self, paid: Iterable[Claim]) -> None:
        self.foreign: set[str] = set()
        self._by_amount: dict[object, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for claim in paid:
            unit = US_DOLLAR if _is_american(claim) else _bare_of(claim)
            if _options(claim) or (not _is_american(claim) and is_general(unit)) or unit == "dollar":
                continue
            self.foreign.add(unit)
            self._by_amount[_figure(claim).number][unit].add(claim.mention.article_id)
        self.has_dollars = any(unit.endswith(" dollar") and unit != US_DOLLAR for unit in self.foreign)
        self.foreign.discard(US_DOLLAR)

    def of_amount(self, claim: Claim) -> Mapping[str, set[str]]:
        """Which money others name for the very amount, and the articles that do."""
        number = _figure(claim).number
        if isinstance(number, tuple) or count_significant(number) < _TELLING:
            return {}
        options = _options(claim)
        return {
            unit: articles
            for unit, articles in self._by_amount.get(number, {}).items()
            if (unit in options and len(articles) >= _SURE if options else _may_be(_bare_of(claim), unit))
        }


def _units_of_articles(paid: Sequence[Claim], named: _Named) -> dict[int, str]:
    """The unit of each claim whose article's bare money is named by others, by the claim's id.

    Amounts that stay bare would part from those that are named, so that either all of a noun are, or none.
    """
    bare: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in paid:
        if not _is_american(claim) and (_options(claim) or is_general(_bare_of(claim)) or _is_dollar(claim)):
            bare[_sign_of(claim) or _bare_of(claim)][claim.mention.article_id].append(claim)
    units: dict[int, str] = {}
    for articles in bare.values():
        votes = {article: _vote(claims, named) for article, claims in articles.items()}
        elected = {unit for unit in votes.values() if unit}
        open_ones = [article for article, unit in votes.items() if not unit]
        known = [claim for article, claims in articles.items() if votes[article] for claim in claims]
        if len(elected) != 1 or not all(_is_slip_of(articles[article], known) for article in open_ones):
            continue
        (unit,) = elected
        if unit != US_DOLLAR:
            units |= {id(claim): unit for claims in articles.values() for claim in claims}
    return units


def _vote(claims: Iterable[Claim], named: _Named) -> str:
    """The money that others name for most of an article's bare amounts, "" for none or for a tie."""
    votes: Counter[str] = Counter()
    for claim in claims:
        votes.update({unit: len(articles) for unit, articles in named.of_amount(claim).items()})
    ranked = votes.most_common(2)
    tied = len(ranked) > 1 and ranked[0][1] == ranked[1][1]
    return ranked[0][0] if ranked and not tied else ""


def _is_slip_of(claims: Iterable[Claim], known: Iterable[Claim]) -> bool:
    """Whether some amount of an article is a slip away from one of those whose money is known."""
    own, others = ([_figure(claim).number for claim in side] for side in (claims, known))
    return any(
        bool(name_slip(a, b))
        for a in own
        for b in others
        if not isinstance(a, tuple) and not isinstance(b, tuple) and count_significant(b) >= _TELLING
    )


def _is_money(claim: Claim) -> bool:
    value = claim.mention.value
    return isinstance(value, Figure) and value.measure == "money"


def _figure(claim: Claim) -> Figure:
    value = claim.mention.value
    assert isinstance(value, Figure)
    return value


def _bare_of(claim: Claim) -> str:
    """The unit without what it is per."""
    return _figure(claim).unit.partition(" per ")[0]


def _is_dollar(claim: Claim) -> bool:
    return _bare_of(claim) == "dollar"


def _is_american(claim: Claim) -> bool:
    return _is_dollar(claim) and _US.search(claim.mention.text) is not None


def _may_be(noun: str, unit: str) -> bool:
    """Whether bare money may be that of a country: "dollar" the Canadian one."""
    if noun == unit:
        return False
    value = Figure(Decimal(0), "=", noun, None, None, "money")
    return is_same_money(find_scale(value), find_scale(replace(value, unit=unit)))


def _sign_of(claim: Claim) -> str:
    """The letter of several countries' money that an amount begins with: "P" of "P412 million"."""
    sign = _LETTER.match(claim.mention.text)
    return sign[0] if sign and sign[0] in _shared() else ""


def _options(claim: Claim) -> frozenset[str]:
    """The money that such a letter may stand for."""
    sign = _sign_of(claim)
    return _shared()[sign] if sign else frozenset()


@cache
def _shared() -> Mapping[str, frozenset[str]]:
    shared: Mapping[str, list[str]] = read_table("units")["currency"]["shared"]
    return {
        sign: frozenset({canonical(name) for name in names} | set(names)) for sign, names in shared.items()
    }


def _with_money(claim: Claim, unit: str) -> Claim:
    value = _figure(claim)
    _, per, rate = value.unit.partition(" per ")
    return replace(claim, mention=replace(claim.mention, value=replace(value, unit=f"{unit}{per}{rate}")))
