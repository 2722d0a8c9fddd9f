"""What the tables say of the dimension that a status is of: "approval", "custody"."""

from __future__ import annotations

from functools import cache, lru_cache

from discrepancy import lexicon
from discrepancy.context import sentence_of
from discrepancy.extract.predicates import questions
from discrepancy.lexicon import REMEMBERED
from discrepancy.model import Claim

LEAD = 2
"""Sentences in which an article tells its main fact."""


def leads(claim: Claim) -> bool:
    """Whether a status stands in a headline or where an article begins."""
    field, sentence = sentence_of(claim)
    return field != "text" or sentence < LEAD


def dimension_of(claim: Claim) -> str:
    """The question that a status answers: "approval"."""
    return claim.mention.value.normal.partition(":")[0]


def is_in(claim: Claim, name: str) -> bool:
    """Whether a status is of a dimension in the named table of ``lexicon/statuses.toml``."""
    return _is_listed(claim.mention.value.normal, name)


@lru_cache(maxsize=REMEMBERED)
def _is_listed(status: str, name: str) -> bool:
    return status.partition(":")[0].partition(" ")[0] in questions(name)


@cache
def arguments(name: str) -> frozenset[str]:
    """The lemmas of a class of arguments of ``lexicon/statuses.toml``: "crime", "contest"."""
    return frozenset(lexicon.read_table("statuses")["arguments"][name])
