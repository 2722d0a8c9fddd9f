"""What a detector returns: the words that make all the difference, and what lies between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.briefs.lineup import Word
from discrepancy.model import Kind


@dataclass(frozen=True, slots=True)
class Contrast:
    """Words of two briefs that cannot both be true.

    Attributes:
        slip: Name of the difference ("negation dropped").
        left: The words of the left brief that tell.
        right: The same of the right brief.
        kind: What sort of fact they state.
        beside: For each side further words that tell, where they stand elsewhere in the sentence.
        moves_on: Whether time may bring the one out of the other.
    """

    slip: str
    left: Sequence[Word]
    right: Sequence[Word]
    kind: Kind = Kind.STATUS
    moves_on: bool = False
    beside: tuple[Sequence[Word], Sequence[Word]] = ((), ())
