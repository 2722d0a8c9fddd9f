"""Two quotations held against each other.

Other wording is never a conflict by itself; only a changed word that turns the sense makes two versions
of one utterance clash.
"""

from __future__ import annotations

from discrepancy.compare.reversals import find_modal, find_reversal
from discrepancy.compare.utterances import SAME_UTTERANCE, find_gaps, quote_similarity
from discrepancy.model import Phrase, Relation, Verdict


def compare_quotes(left: Phrase, right: Phrase) -> Relation:
    """Hold two quotations against each other.

    Returns:
        CONFLICT with the slip "negation dropped", "opposite word", "number changed", "two words
        exchanged", "one word changed", "word added" or one of
        :data:`~discrepancy.compare.reversals.WEAK` when a changed word turns the sense; VARIANT for
        other wording; COMPATIBLE when one shortens the other or both are different utterances; AGREE
        when they say the same.
    """
    same = left.normal == right.normal
    if not same and left.lemmas == right.lemmas and left.lemmas:
        same = find_modal(left, right) is None
    if same:
        return Relation(Verdict.AGREE, "the same words are quoted")
    if quote_similarity(left, right) < SAME_UTTERANCE:
        return Relation(Verdict.COMPATIBLE, "different utterances")
    gaps = find_gaps(left.lemmas, right.lemmas)
    change = find_reversal(left, right)
    if change is not None:
        reason = f"one utterance, {change.slip}: “{change.left}” against “{change.right}”"
        return Relation(Verdict.CONFLICT, reason, change.slip)
    if all(not a for a, _ in gaps) or all(not b for _, b in gaps):
        return Relation(Verdict.COMPATIBLE, "one quotation is longer than the other")
    return Relation(Verdict.VARIANT, "one utterance in other words")
