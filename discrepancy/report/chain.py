"""The chain of reasons behind a finding, as rows: from the question's key to what would settle it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from discrepancy import lexicon
from discrepancy.model import Claim, Date, Figure, Finding, Key, Value, Verdict, Weighted

HEAVIEST = 6
"""Learned features shown, the heaviest first."""


@dataclass(frozen=True, slots=True)
class KeyRow:
    """How one value was read: its range, and the question that its sentence answers with it.

    Attributes:
        label: The outlet.
        text: As printed.
        range: The possibilities that the words allow.
        key: Name and content of each part of the question that is known.
    """

    label: str
    text: str
    range: str
    key: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FeatureRow:
    """Learned features of one wording, and what they added to the score (logarithm of the odds)."""

    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class ChainRow:
    """The whole chain of reasons.

    Attributes:
        rule: How the values came to answer one question, in words.
        keys: How each value was read.
        features: What weighed, where that was learned.
        ruled_out: Innocent explanations that fail, each with why.
        settle: What would settle the question; "" where nothing has to be settled.
    """

    rule: str
    keys: tuple[KeyRow, ...]
    features: tuple[FeatureRow, ...]
    ruled_out: tuple[str, ...]
    settle: str


def chain_row(finding: Finding, labels: dict[str, str]) -> ChainRow:
    """The chain of reasons behind ``finding``; ``labels`` are the outlets by article."""
    table = lexicon.read_table("explanations")
    provenance = finding.slot.provenance
    return ChainRow(
        rule=table["rules"].get(provenance.rule, ""),
        keys=tuple(_key_row(claim, labels) for claim in finding.slot.claims),
        features=tuple(_features(provenance.weights, table[_features_of(provenance.rule)]))[:HEAVIEST],
        ruled_out=finding.ruled_out,
        settle=_settle(finding) if finding.verdict in {Verdict.CONFLICT, Verdict.DISPUTED} else "",
    )


def _features_of(rule: str) -> str:
    """The table that has the words for what weighed: some rules have a model of their own."""
    return {"status": "statuses", "stray": "strays"}.get(rule, "features")


def _features(weights: Weighted, table: dict[str, str]) -> Iterator[FeatureRow]:
    """The heaviest first; a pair's own feature and the best of several pairs' are told as one."""
    added: dict[str, float] = {}
    for name, weight in weights:
        words = _words(name, table)
        added[words] = added.get(words, 0.0) + weight
    ranked = sorted(added.items(), key=lambda item: (-abs(item[1]), item[0]))
    yield from (FeatureRow(words, round(weight, 2)) for words, weight in ranked)


def _words(name: str, table: dict[str, str]) -> str:
    """A feature in words; the best ("any") or worst ("all") of several pairs reads like the pair's own."""
    return table.get(name) or table.get(name.removeprefix("any_").removeprefix("all_")) or name


def _settle(finding: Finding) -> str:
    """What would settle it, by measure where the measure is known, else by kind."""
    table: dict[str, str] = lexicon.read_table("explanations")["settle"]
    claims = finding.slot.claims
    ages = [c for c in claims if isinstance(c.mention.value, Figure) and c.mention.value.measure == "age"]
    if ages:
        return table["age"]
    figures = all(isinstance(claim.mention.value, Figure) for claim in claims)
    measure = claims[0].key.measure if figures else ""
    return table.get(measure) or table[finding.slot.kind.value]


def _key_row(claim: Claim, labels: dict[str, str]) -> KeyRow:
    mention = claim.mention
    return KeyRow(
        label=labels.get(mention.article_id, mention.source),
        text=mention.text,
        range=say_range(mention.value),
        key=tuple(_key(claim.key, claim)),
    )


def _key(key: Key, claim: Claim) -> Iterator[tuple[str, str]]:
    if key.measure and isinstance(claim.mention.value, Figure | Date):
        yield "measure", key.measure.replace("_", " ")
    if key.entity:
        yield "of", key.entity
    if key.places:
        yield "place", ", ".join(sorted(key.places))
    if key.groups:
        yield "narrowed by", ", ".join(sorted(group.split(":", 1)[-1] for group in key.groups))
    if key.periods:
        first, last = key.periods[0]
        yield "told of", str(first) if first == last else f"{first} to {last}"
    if claim.published:
        yield "as of", f"{claim.published:%Y-%m-%d %H:%M}"
    yield "speaker", key.speaker or "the outlet itself"
    if key.modality != "asserted":
        yield "modality", key.modality


def say_range(value: Value) -> str:
    """The range of possibilities in words: "14", "36 to 44", "40 or more", "2031-05-01 to 2031-05-31"."""
    if isinstance(value, Figure):
        return f"{_say_numbers(value)} {value.unit}".rstrip()
    if isinstance(value, Date):
        first, last = value.first, value.last
        if first is None or last is None:
            return value.timex
        if value.type == "TIME" and value.start is not None:
            return f"{value.start:%Y-%m-%d %H:%M}"
        return str(first) if first == last else f"{first} to {last}"
    return value.normal


def _say_numbers(value: Figure) -> str:
    if isinstance(value.number, tuple) or (value.low is None and value.high is None):
        return value.normal.removesuffix(value.unit).rstrip()
    if value.low is None:
        return f"{_grouped(value.high)} or less"
    if value.high is None:
        return f"{_grouped(value.low)} or more"
    low, high = _grouped(value.low), _grouped(value.high)
    return low if low == high else f"{low} to {high}"


def _grouped(number: Decimal | None) -> str:
    """With thousands separated and no zero that says nothing: 4.2 million is no 4,200,000.0."""
    return "" if number is None else f"{number.normalize():,f}"
